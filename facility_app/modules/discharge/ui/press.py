"""What these screens must be told: the forms, what sets papers, printers, how a scan is taken in, other pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.payload import PlainPaper
from facility_app.kernel.labels import Label
from facility_app.modules.discharge.papers.packet import Packet, PacketFile
from facility_app.ui.dialogs.taking import MakeTaker
from facility_app.ui.printing import Printer
from facility_app.ui.tasks import Progress


@dataclass(frozen=True, slots=True)
class Press:
    """The print house and the neighbours as these screens see them; callables run on working threads.

    Attributes:
        forms: every official form; the first call takes a moment.
        packet: ``(unit of work, stay id)`` → the packet, what is missing and lawful now issued.
        files: a packet as files, the index first.
        save: ``(folder, files with the codes of their stays, moment, progress)`` → how many files were written.
        plain: an internal paper as PDF.
        printer: the printers.
        taker: ``(context, check, over)`` → what takes a scan in; on the window's thread.
        scan_kinds: the files that can be taken, as a dialog names them.
        check_scan: ``(unit of work, chosen)`` refuses what cannot be kept.
        person_page: the page of a person; its ``tab`` is a part of this slice.
        paper_page: the page of an issued paper.
    """

    forms: Callable[[], FormLibrary]
    packet: Callable[[Any, str], Packet]
    files: Callable[[Packet], tuple[PacketFile, ...]]
    save: Callable[[Path, Sequence[tuple[str, PacketFile]], datetime, Progress], int]
    plain: Callable[[PlainPaper], bytes]
    printer: Printer
    taker: MakeTaker
    scan_kinds: Label
    check_scan: Callable[[Any, Any], None]
    person_page: str = "residents.person"
    paper_page: str = "correspondence.paper"
