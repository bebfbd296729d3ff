"""Editors that keep what an input method is still composing: Telex and VNI words live in the pre-edit text."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStyle, QStyleOptionFrame, QWidget
from typing_extensions import override

_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# Qt cuts a line at 32,767 characters without a word; the field says when something is too long instead.
_NEVER_CUT = 50_000_000
_INSIDE = 2  # Qt's own room beside the letters of a line


class Composer(Protocol):
    """An editor with pre-edit text."""

    def preedit(self) -> str:
        """What the input method is composing; not part of the text yet."""
        ...

    def text_with_preedit(self) -> str:
        """The text as the eye sees it, pre-edit included."""
        ...

    def commit_ime(self) -> None:
        """Make the pre-edit part of the text."""
        ...


class ComposingLine(QLineEdit):
    """A line whose composition survives a click elsewhere, a lock and a save.

    Signals:
        composed: the pre-edit text changed.
        entered: Enter, without Ctrl; never passed on to a dialog's default button.
        left: the keyboard went elsewhere; the composition is part of the text by then.
        tabbed: Tab was pressed, and the keyboard is still here.
        key_asked: (key, event) for keys a field may want first; the field accepts the event to keep it.
    """

    composed = Signal()
    entered = Signal()
    left = Signal()
    tabbed = Signal()
    key_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty line that never cuts what is pasted."""
        super().__init__(parent)
        self._preedit = self._kept = ""
        self._least = 0
        self.setMaxLength(_NEVER_CUT)

    def keep_room(self, text: str) -> None:
        """Be wide enough for ``text``, however large the letters become; no narrower than it must be anyway."""
        self._least, self._kept = self.minimumWidth(), text
        self._keep()

    def preedit(self) -> str:
        """What the input method is composing."""
        return self._preedit

    def text_with_preedit(self) -> str:
        """The text as the eye sees it."""
        return with_inserted(self.text(), self.cursorPosition(), self._preedit)

    def commit_ime(self) -> None:
        """Make the pre-edit part of the text."""
        commit_composition(self, self)

    def elided(self) -> str:
        """What is read of the text while the keyboard is elsewhere: Qt would end it in the middle of a letter."""
        wide, metrics = self._letters().width(), self.fontMetrics()
        return metrics.elidedText(self.displayText(), Qt.TextElideMode.ElideRight, wide)

    def _keep(self) -> None:
        if self._kept:
            beside = self.width() - self._letters().width()
            self.setMinimumWidth(max(self._least, self.fontMetrics().horizontalAdvance(self._kept) + beside))

    def _letters(self) -> QRect:
        """Where the letters stand."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return room.marginsRemoved(self.textMargins()).adjusted(_INSIDE, 0, -_INSIDE, 0)

    def replace_text(self, text: str) -> None:
        """Put ``text`` in the place of all, so that Ctrl+Z brings back what stood there."""
        self._preedit = ""
        if text != self.text():
            self.selectAll()
            self.insert(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._keep()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or not self.text() or (shown := self.elided()) == self.displayText():
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self._letters(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = "" if self.isReadOnly() else event.preeditString()
        super().inputMethodEvent(event)
        self.composed.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.commit_ime()
        super().mousePressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.commit_ime()
        super().contextMenuEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit_ime()
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        if is_next:
            self.commit_ime()
            self.tabbed.emit()
        return super().focusNextPrevChild(is_next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_asked.emit(event)
        if event.isAccepted() or is_form_key(event):
            return
        if event.key() in _ENTER_KEYS:
            event.accept()
            self.commit_ime()
            self.entered.emit()
            return
        event.accept()
        super().keyPressEvent(event)


class ComposingText(QPlainTextEdit):
    """Several lines, with the same care; Enter makes a new line, Tab goes on.

    Signals:
        composed: the pre-edit text changed.
        left: the keyboard went elsewhere.
    """

    composed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty text of any length."""
        super().__init__(parent)
        self._preedit = ""
        self.setTabChangesFocus(True)

    def preedit(self) -> str:
        """What the input method is composing."""
        return self._preedit

    def text_with_preedit(self) -> str:
        """The text as the eye sees it."""
        return with_inserted(self.toPlainText(), self.textCursor().position(), self._preedit)

    def commit_ime(self) -> None:
        """Make the pre-edit part of the text."""
        commit_composition(self, self)

    def replace_text(self, text: str) -> None:
        """Put ``text`` in the place of all, so that Ctrl+Z brings back what stood there."""
        self._preedit = ""
        if text != self.toPlainText():
            cursor = self.textCursor()
            cursor.select(cursor.SelectionType.Document)
            cursor.insertText(text)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = "" if self.isReadOnly() else event.preeditString()
        super().inputMethodEvent(event)
        self.composed.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.commit_ime()
        super().mousePressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.commit_ime()
        super().contextMenuEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit_ime()
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_form_key(event):
            event.ignore()
            return
        super().keyPressEvent(event)


def is_form_key(event: QKeyEvent) -> bool:
    """Ctrl+Enter, Ctrl+D and Esc belong to the form around the editor."""
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (with_control and event.key() in (*_ENTER_KEYS, Qt.Key.Key_D))


def commit_composition(editor: QWidget, composer: Composer) -> None:
    """Make pre-edit text part of the text, also when the platform's input method does not answer."""
    if not composer.preedit():
        return
    QGuiApplication.inputMethod().commit()
    left = composer.preedit()
    if not left:
        return
    # WORKAROUND(fcitx5-unikey issue 35): some input methods drop the composition when focus moves by mouse.
    QGuiApplication.inputMethod().reset()
    event = QInputMethodEvent("", [])
    event.setCommitString(left)
    QCoreApplication.sendEvent(editor, event)


def with_inserted(text: str, place: int, piece: str) -> str:
    """``text`` with ``piece`` at ``place``, which Qt counts in UTF-16 units."""
    if not piece:
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    whole = units[: 2 * place] + piece.encode("utf-16-le", "surrogatepass") + units[2 * place :]
    return whole.decode("utf-16-le", "surrogatepass")
