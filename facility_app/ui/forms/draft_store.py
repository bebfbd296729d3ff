"""Drafts of the person at this desk: what stood in the changed fields of a form, kept by the Runner."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from facility_app.kernel.labels import label
from facility_app.ui.tasks.runner import Runner

NOT_KEPT = label("ui", "Chưa giữ được bản nháp: hãy lưu sớm.")
"""What to tell when ``RunnerDrafts.not_kept`` is."""
_KIND = "draft"


@dataclass(frozen=True, slots=True)
class Draft:
    """What stood in the changed fields of one form.

    Attributes:
        key: which form and which record.
        fields: field name → what was typed.
        kept_at: when, aware.
    """

    key: str
    fields: Mapping[str, str] = field(repr=False)
    kept_at: datetime


class DraftStore(Protocol):
    """Where drafts of the user at this desk are kept. Nothing blocks; answers come by callback."""

    def keep(self, key: str, fields: Mapping[str, str]) -> None:
        """Keep ``fields`` in place of the former draft of ``key``."""
        ...

    def find(self, key: str, found: Callable[[Draft | None], None]) -> None:
        """Tell ``found`` the draft of ``key``, or None."""
        ...

    def drop(self, key: str) -> None:
        """Forget the draft of ``key``."""
        ...

    def all(self, found: Callable[[tuple[Draft, ...]], None]) -> None:
        """Tell ``found`` every draft, newest first."""
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

    def keep(self, key: str, fields: Mapping[str, str]) -> None:
        """Keep a draft; half characters, which no file can hold, become question marks."""
        body = {name: text.encode("utf-8", "replace").decode() for name, text in fields.items()}
        self._runner.jot(self, lambda notes: notes.put(_KIND, key, body)).failure(self.not_kept.emit).run()

    def find(self, key: str, found: Callable[[Draft | None], None]) -> None:
        """Tell the draft of ``key``."""
        op = self._runner.jot(self, lambda notes: _found(notes.find(_KIND, key)))
        # A form must open even when the drafts cannot be read.
        op.success(found).failure(lambda _failure: found(None)).run()

    def drop(self, key: str) -> None:
        """Forget the draft of ``key``."""
        self._runner.jot(self, lambda notes: notes.drop(_KIND, key)).run()

    def all(self, found: Callable[[tuple[Draft, ...]], None]) -> None:
        """Tell every draft."""
        op = self._runner.jot(self, lambda notes: tuple(map(_draft_of, notes.every(_KIND))))
        op.success(found).run()


def _found(note: Any) -> Draft | None:
    return None if note is None else _draft_of(note)


def _draft_of(note: Any) -> Draft:
    return Draft(note.key, {str(name): str(text) for name, text in note.body.items()}, note.noted_at)
