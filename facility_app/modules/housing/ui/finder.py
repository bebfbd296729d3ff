"""Finding somebody by typing, with the list dropping below the box; composition is never broken."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.named import Named
from facility_app.modules.housing.queries.screens import find_people
from facility_app.ui.forms.picker import Choice, Picker
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import SearchBox

PLACEHOLDER = label("housing", "Tìm người: tên, mã, không cần dấu")
NOBODY = label("housing", "Không có ai khớp.")


class PersonFinder(SearchBox):
    """Tells who was chosen.

    Signals:
        found(object): the ``Choice``.
    """

    found = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Empty."""
        super().__init__(context.theme, PLACEHOLDER, key_hint="Ctrl+F", parent=parent)
        self._context = context
        self._picker: Picker | None = None
        self._wants_first = False
        self.setObjectName("person_finder")
        self.searched.connect(self._on_searched)
        self.stepped.connect(self._on_stepped)

    def begin(self, typed: str) -> None:
        """Go on with a first letter."""
        self.setFocus()
        self.setText(typed)

    def picker(self) -> Picker:
        """The list below."""
        if self._picker is None:
            self._picker = Picker(self)
            self._picker.picked.connect(self._on_picked)
        return self._picker

    def _on_searched(self, text: str) -> None:
        if not text.strip():
            self.picker().hide()
            return
        op = self._context.runner.query(self, partial(_people, text), topic="people")
        op.success(self._on_people).failure(self._on_failed).run()

    def _on_people(self, people: Sequence[Named]) -> None:
        choices = [Choice(one.id, one.name, one.quiet) for one in people]
        if self._wants_first and choices:
            self._on_picked(choices[0])
        elif self.hasFocus() or not choices:
            self.picker().show_choices(choices, NOBODY, highlight=True)
        self._wants_first = False

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)

    def _on_stepped(self, rows: int) -> None:
        self.picker().move_by(rows)

    def _on_picked(self, choice: Choice | None) -> None:
        if choice is None:
            return
        self.picker().hide()
        self.clear()
        self.found.emit(choice)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            marked = self.picker().marked() if self.picker().isVisible() else None
            if marked is not None:
                self._on_picked(marked)
                return
            self._wants_first = bool(self.text().strip())
        if event.key() == Qt.Key.Key_Escape and self.picker().isVisible():
            self.picker().hide()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._picker is not None:
            self._picker.hide()


def _people(text: str, uow: Any) -> tuple[Named, ...]:
    return find_people(uow, text)
