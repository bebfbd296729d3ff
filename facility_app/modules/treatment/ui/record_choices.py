"""A few buttons of which one is down: what a list or a picture shows."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from facility_app.kernel.labels import Label
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import Loudness, PushButton


class Choices(QWidget):
    """Buttons of which one is down.

    Signals:
        chosen(object): another one.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, options: Sequence[tuple[Any, Label]], first: Any, parent: QWidget) -> None:
        """``options`` from left to right; ``first`` is down."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[Any, PushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for value, text in options:
            button = PushButton(theme, tr(text), Loudness.PLAIN, parent=self)
            button.setObjectName(f"choice_{value}")
            button.setCheckable(True)
            button.setChecked(value == first)
            button.clicked.connect(partial(self._on_clicked, value))
            self._group.addButton(button)
            self._buttons[value] = button
            row.addWidget(button)

    def show_choice(self, value: Any) -> None:
        """Press the button of ``value`` without telling it."""
        self._buttons[value].setChecked(True)

    def _on_clicked(self, value: Any) -> None:
        self.chosen.emit(value)
