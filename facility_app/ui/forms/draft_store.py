"""Drafts of the person at this desk: what stood in the changed fields of a form, kept by the Runner."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from facility_app.kernel.labels import label
from facility_app.ui.tasks.runner import Runner
from facility_app.ui.tasks.ticket import Ticket

NOT_KEPT = label("ui", "Chưa giữ được bản nháp: hãy lưu sớm.")
"""What to tell when ``RunnerDrafts.not_kept`` is."""
_KIND = "draft"
_FIELDS, _BEGUN = "fields", "begun"


@dataclass(frozen=True, slots=True)
class Begun:
    """What the typing began from, and where.

    Attributes:
        version: of the record as it was loaded; 0 for a new one.
        base: field name → what stood there then; empty for a new record.
        title: what the place is called, in the user's language.
        page: id of the page it was typed on; empty when it was on none.
        record: the record the page showed.
        args: what else leads there: the tab.
        is_behind_door: the form opens only by a key or button of the page.
    """

    version: int = 0
    base: Mapping[str, str] = field(default_factory=dict, repr=False)
    title: str = field(default="", repr=False)
    page: str = ""
    record: str = ""
    args: Mapping[str, str] = field(default_factory=dict)
    is_behind_door: bool = False


NOWHERE = Begun()
"""A new record, typed on no page."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What stood in the changed fields of one form.

    Attributes:
        key: which form and which record.
        fields: field name → what was typed.
        kept_at: when, aware.
        begun: what the typing began from.
        is_wanted: somebody has just asked for it: it comes back without being offered.
    """

    key: str
    fields: Mapping[str, str] = field(repr=False)
    kept_at: datetime
    begun: Begun = NOWHERE
    is_wanted: bool = False


class DraftStore(Protocol):
    """Where drafts of the user at this desk are kept. Nothing blocks; answers come by callback."""

    def keep(self, key: str, fields: Mapping[str, str], begun: Begun = NOWHERE) -> None:
        """Keep ``fields`` in place of the former draft of ``key``."""
        ...

    def pass_field(self) -> None:
        """A field was left and is handed over; what was, when the field before it was left, is on the disk.

        The one call that may wait: however busy the machine is, a cut of the power takes one field at most;
        only behind a writer held for seconds does it take what was typed since.
        """
        ...

    def find(self, asker: QObject, key: str, found: Callable[[Draft | None], None]) -> None:
        """Tell ``found`` the draft of ``key``, or None; nobody is told when ``asker`` is gone by then."""
        ...

    def want(self, key: str) -> None:
        """The draft of ``key`` was asked for, and no other any more: ``find`` says so once."""
        ...

    def drop(self, key: str) -> None:
        """Forget the draft of ``key``."""
        ...

    def all(self, asker: QObject, found: Callable[[tuple[Draft, ...]], None]) -> None:
        """Tell ``found`` every draft, newest first; nobody is told when ``asker`` is gone by then."""
        ...


class RunnerDrafts(QObject):
    """The ``DraftStore`` over the Runner's notes.

    Signals:
        not_kept: keeping failed; carries the failure.
    """

    not_kept = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        """Keep drafts through ``runner``."""
        super().__init__(parent)
        self._runner = runner
        self._wanted = ""
        self._last: Ticket | None = None
        self._passed: Ticket | None = None

    def keep(self, key: str, fields: Mapping[str, str], begun: Begun = NOWHERE) -> None:
        """Keep a draft; half characters, which no file can hold, become question marks."""
        body = {_FIELDS: _written(fields), _BEGUN: asdict(begun) | {"base": _written(begun.base)}}
        op = self._runner.jot(self, lambda notes: notes.put(_KIND, key, body))
        self._last = op.failure(self.not_kept.emit).run()

    def pass_field(self) -> None:
        """Let one field at most be on its way to the disk: counted, not timed."""
        before, self._passed = self._passed, self._last
        if before is not None and before is not self._passed:
            self._runner.wait_for(before)

    def find(self, asker: QObject, key: str, found: Callable[[Draft | None], None]) -> None:
        """Tell the draft of ``key``."""
        is_wanted = key == self._wanted
        self._want_no_more(key)
        op = self._runner.jot(asker, lambda notes: _found(notes.find(_KIND, key), is_wanted))
        # A form must open even when the drafts cannot be read.
        op.success(found).failure(lambda _failure: found(None)).run()

    def want(self, key: str) -> None:
        """Bring the draft of ``key`` back unasked when its form is opened next."""
        self._wanted = key

    def drop(self, key: str) -> None:
        """Forget the draft of ``key``, and that it was wanted."""
        self._want_no_more(key)
        self._runner.jot(self, lambda notes: notes.drop(_KIND, key)).run()

    def all(self, asker: QObject, found: Callable[[tuple[Draft, ...]], None]) -> None:
        """Tell every draft."""
        op = self._runner.jot(asker, lambda notes: tuple(map(_draft_of, notes.every(_KIND))))
        op.success(found).run()

    def _want_no_more(self, key: str) -> None:
        if key == self._wanted:
            self._wanted = ""


def _written(texts: Mapping[str, str]) -> dict[str, str]:
    return {name: text.encode("utf-8", "replace").decode() for name, text in texts.items()}


def _found(note: Any, is_wanted: bool) -> Draft | None:
    return None if note is None else replace(_draft_of(note), is_wanted=is_wanted)


def _draft_of(note: Any) -> Draft:
    body = note.body
    # A draft of before this was written down says nothing of where it began: its fields are the whole body.
    fields, begun = (body[_FIELDS], Begun(**body[_BEGUN])) if _BEGUN in body else (body, NOWHERE)
    return Draft(note.key, {str(name): str(text) for name, text in fields.items()}, note.noted_at, begun)
