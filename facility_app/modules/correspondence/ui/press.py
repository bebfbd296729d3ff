"""What these screens must be told: forms, what sets them on paper, printers, people, scans, a second person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.spec import FormSpec, Wall
from facility_app.documents.payload import PlainPaper
from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label
from facility_app.kernel.spec import PaperSpec
from facility_app.ui.dialogs.second_person import AgreeTo
from facility_app.ui.dialogs.taking import MakeTaker
from facility_app.ui.forms.lookup_fields import Find, Lookup
from facility_app.ui.printing import Printer
from facility_app.ui.shell.spec import PageContext


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of a paper as it goes to the printer.

    Attributes:
        qr: what the code says; empty for a paper that is not issued yet.
        reprint: how often it was printed before.
        copy: number of this copy; None where copies are not numbered.
    """

    form: FormSpec
    payload: Payload = field(repr=False)
    wall: Wall = Wall.OPEN
    qr: str = field(default="", repr=False)
    reprint: int = 0
    is_void: bool = False
    copy: int | None = None


@dataclass(frozen=True, slots=True)
class People:
    """How people are found whom a paper is about.

    Attributes:
        permission: the right to look them up.
        lookup: ``(unit of work, typed)`` → choices.
        find: ``(unit of work, id)`` → the choice of that id.
        page: id of the page that shows one.
    """

    permission: Permission
    lookup: Lookup
    find: Find
    page: str


@dataclass(frozen=True, slots=True)
class Scans:
    """How scans are taken in and shown.

    Attributes:
        taker: ``(context, check, over)``; ``check(uow, chosen)`` refuses what cannot be kept, by ``size_bytes``
            and ``beginning`` of ``chosen``.
        read: ``(content, media type)`` → what the viewer shows; on a working thread.
        viewer: ``(context, title, what was read, over)`` → the window that shows it; None for what is broken.
        kinds: the files that can be taken, as a dialog names them.
    """

    taker: MakeTaker
    read: Callable[[bytes, str], object]
    viewer: Callable[[PageContext, str, Any, QWidget], QDialog | None]
    kinds: Label


@dataclass(frozen=True, slots=True)
class Press:
    """The print house and its neighbours as these screens see them; the callables run on working threads.

    Attributes:
        forms: every official form; the first call takes a moment.
        pdf: a sheet as PDF.
        word: form, payload and wall as an editable file.
        printer: the printers.
        people: residents; None where there are none.
        plain: an internal paper as PDF: the registers.
        papers: form → the paper a slice fills from its records.
    """

    forms: Callable[[], FormLibrary]
    pdf: Callable[[Sheet], bytes]
    word: Callable[[FormSpec, Payload, Wall], bytes]
    printer: Printer
    scans: Scans
    agree: AgreeTo
    people: People | None = None
    papers: Mapping[str, PaperSpec] = field(default_factory=dict)
    plain: Callable[[PlainPaper], bytes] = field(kw_only=True)
