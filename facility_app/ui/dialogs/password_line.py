"""A line for a password: hidden, never composed by an input method, and it says when Caps Lock is on."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr

HEAD = label("login", "Mật khẩu")


class PasswordLine(QLineEdit):
    """Hidden letters; Ctrl+Z cannot bring an earlier password back, and nothing of it is ever offered again.

    Signals:
        shouted: True when letters come out large without Shift, so Caps Lock is on.
        entered: Enter.
    """

    shouted = Signal(bool)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty line."""
        super().__init__(parent)
        self.setObjectName("password_edit")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(tr(HEAD))
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def forget(self) -> None:
        """Empty it, past undo included."""
        self.setText("")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if len(typed) == 1 and typed.isalpha():
            with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.shouted.emit(typed.isupper() != with_shift)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(tr(HEAD))
