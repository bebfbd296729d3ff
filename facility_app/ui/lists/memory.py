"""What a user set up in a list, kept from day to day: asked at once, written when there is time."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject

from facility_app.ui.tasks import Failure, Runner

Body = Mapping[str, object]


class ListMemory(Protocol):
    """Small JSON per list for one user; ``get`` never waits."""

    def get(self, key: str) -> Body | None:
        """What was put last under ``key``, or None."""
        ...

    def put(self, key: str, body: Body) -> None:
        """Keep ``body``; a copy of it, soon."""
        ...


class PassingMemory:
    """Remembers as long as the program runs."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._bodies: dict[str, Body] = {}

    def get(self, key: str) -> Body | None:
        """What was put last."""
        return self._bodies.get(key)

    def put(self, key: str, body: Body) -> None:
        """Keep it."""
        self._bodies[key] = dict(body)


class NotedMemory(QObject):
    """Remembers in the local notes of whoever is signed in: all read once, each written behind the user's back."""

    def __init__(self, runner: Runner, kind: str, parent: QObject | None = None) -> None:
        """Remember nothing until ``load``; ``kind`` is the kind of note."""
        super().__init__(parent)
        self._runner = runner
        self._kind = kind
        self._bodies: dict[str, Body] = {}

    def load(self, then: Callable[[], None]) -> None:
        """Read what is noted, then call ``then``; also when nothing could be read."""
        op = self._runner.jot(self, partial(_read_notes, self._kind))
        op.success(self._on_notes_read).failure(self._on_notes_failed).ended(then).run()

    def get(self, key: str) -> Body | None:
        """What was put last."""
        return self._bodies.get(key)

    def put(self, key: str, body: Body) -> None:
        """Keep it, and note it when the writer has time."""
        self._bodies[key] = dict(body)
        self._runner.jot(self, partial(_write_note, self._kind, key, dict(body))).failure(
            self._on_notes_failed
        ).run()

    def _on_notes_read(self, bodies: Mapping[str, Body]) -> None:
        self._bodies = {**bodies, **self._bodies}

    def _on_notes_failed(self, _failure: Failure) -> None:
        """A width that is not remembered keeps nobody from working."""


def _read_notes(kind: str, notes: Any) -> dict[str, Body]:
    return {note.key: dict(note.body) for note in notes.every(kind)}


def _write_note(kind: str, key: str, body: Body, notes: Any) -> None:
    notes.put(kind, key, body)
