"""The rail: every page the role may use, by section; nothing else is there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageSpec
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.theme.tokens import Size
from facility_app.ui.widgets.labels import words

WIDTH = 208


class Rail(QFrame):
    """One button a page; the arrows go up and down.

    Signals:
        chosen(str): id of the page.
    """

    chosen = Signal(str)

    def __init__(self, specs: Sequence[PageSpec], theme: Theme, parent: QWidget | None = None) -> None:
        """Make the buttons of ``specs``, which the caller has already sifted by role."""
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._theme = theme
        self._buttons: dict[str, QPushButton] = {}
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(theme.px(8), theme.px(12), theme.px(8), theme.px(12))
        self._rows.setSpacing(theme.px(2))
        section = None
        for spec in specs:
            if spec.section is None:
                continue
            if spec.section != section:
                section = spec.section
                self._rows.addSpacing(theme.px(8 if self._buttons else 0))
                self._rows.addWidget(words(tr(section), size=Size.SMALL, ink=Tone.NEUTRAL, parent=inside))
            self._rows.addWidget(self._button(spec, inside))
        self._rows.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._scroll = scroll
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def mark(self, page_id: str) -> None:
        """Show which page is open; one that is not on the rail marks none."""
        for other, button in self._buttons.items():
            button.setChecked(other == page_id)
            if other == page_id:
                self._scroll.ensureWidgetVisible(button)

    def _button(self, spec: PageSpec, parent: QWidget) -> QPushButton:
        button = QPushButton(tr(spec.title), parent)
        button.setObjectName(f"rail_{spec.id}")
        button.setProperty("kind", "rail")
        button.setCheckable(True)
        button.setAutoDefault(False)
        if spec.shortcut:
            button.setToolTip(spec.shortcut)
        self._theme.dress(button, spec.icon, "quiet")
        button.clicked.connect(self._on_button_clicked)
        self._buttons[spec.id] = button
        return button

    def _on_button_clicked(self) -> None:
        for page_id, button in self._buttons.items():
            if button is self.sender():
                self.chosen.emit(page_id)

    def _on_theme_changed(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}
        if event.key() in steps:
            self.focusNextPrevChild(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)
