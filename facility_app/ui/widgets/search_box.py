"""A box to search with while an input method is still composing: what is seen is what is searched."""

import re
from itertools import chain

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from facility_app.ui.i18n import shown
from facility_app.ui.theme import Theme
from facility_app.ui.widgets.labels import IconLabel, KeyCap

PAUSE_MS = 120
_PARTS = re.compile(r"[.,:;]? +|…$")
"""Where the words of an empty box may end early."""


SIDE = 10


def begun(text: str, metrics: QFontMetrics, room: int) -> str:
    """As much of ``text`` as ``room`` points hold, ending behind a word; its first word always.

    Args:
        text: what an empty box would say.
        metrics: of its letters.
        room: how wide they may be.
    """
    ends = chain((len(text),), (one.start() for one in reversed([*_PARTS.finditer(text)])))
    told = [text[:end] if end == len(text) else f"{text[:end]}…" for end in ends if end]
    return next((one for one in told if metrics.horizontalAdvance(one) <= room), told[-1] if told else "")


class SearchBox(QLineEdit):
    """Tells what to search for, 120 ms after the last keystroke; Enter tells it at once.

    The text under composition is part of it (Telex ``nguyeen`` finds while it is typed), and it is never
    committed or replaced from here: that would break the composition.

    Signals:
        searched: the text as it stands, composition included; each text once.
        left: Esc in an empty box.
        stepped: +1 for Down, -1 for Up, for the list below.
    """

    searched = Signal(str)
    left = Signal()
    stepped = Signal(int)

    def __init__(
        self,
        theme: Theme,
        placeholder: str,
        *,
        key_hint: str = "",
        pause_ms: int = PAUSE_MS,
        parent: QWidget | None = None,
    ) -> None:
        """Empty; ``key_hint`` (``Ctrl+K``) stands at the right while it is empty.

        Args:
            theme: the look.
            placeholder: what it says while empty.
            key_hint: the key that leads here.
            pause_ms: how long it waits for the next letter before it asks.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._composed = ""
        self._told = ""
        self.setProperty("kind", "search")
        self._placeholder = shown(placeholder)
        self.setAccessibleName(self._placeholder)
        self._glass = IconLabel(theme, "search", "quiet", 16, parent=self)
        self._hint: QLabel | None = KeyCap(key_hint, self) if key_hint else None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._on_text_changed)
        theme.changed.connect(self._place)
        self._place()

    def searched_text(self) -> str:
        """What stands in the box, composition included, as seen."""
        text, at = self.text(), self.cursorPosition()
        return (text[:at] + self._composed + text[at:]).strip()

    def set_text(self, text: str) -> None:
        """Put ``text`` in and tell it at once."""
        self.setText(text)
        self._tell()

    def _on_text_changed(self) -> None:
        self._show_hint()
        self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        text = self.searched_text()
        if text != self._told:
            self._told = text
            self.searched.emit(text)

    def _place(self) -> None:
        px = self._theme.px
        right = self._hint.sizeHint().width() + px(8) if self._hint else 0
        self.setTextMargins(px(22), 0, right, 0)
        room = self.width() - px(22) - right - 2 * px(SIDE)
        told = begun(self._placeholder, self.fontMetrics(), room)
        if told != self.placeholderText():
            self.setPlaceholderText(told)
            self.setToolTip("" if told == self._placeholder else self._placeholder)
        self._glass.move(px(10), (self.height() - self._glass.height()) // 2)
        if self._hint:
            self._hint.adjustSize()
            self._hint.move(self.width() - self._hint.width() - px(8), (self.height() - self._hint.height()) // 2)

    def _show_hint(self) -> None:
        if self._hint:
            self._hint.setVisible(not self.text() and not self._composed)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composed = event.preeditString()
        self._show_hint()
        self._pause.start()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._composed = ""
        self._show_hint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._tell()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange} and hasattr(self, "_glass"):
            self._place()
