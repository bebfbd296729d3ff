"""The first thing a person sees: name, password, and the way back in for whoever has the printed key.

SQLAlchemy is not loaded for it: it is painted first, and the program is read while the password is typed.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from facility_app.app.window.key_step import COMPOSED, is_composed
from facility_app.app.window.step import DoorStep
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import label
from facility_app.kernel.passwords import PASSWORD_RULE
from facility_app.ui.i18n import refusal, tr
from facility_app.ui.theme import Theme, restyle

CARD_WIDTH = 420
RETURN = label("login", "Quay lại màn hình đang khóa của {name}")


class LoginPage(QWidget):
    """Three small forms in one card: sign in, a password of one's own, the recovery key.

    Signals:
        sign_in_asked: name and password.
        change_asked: name, present password, new password.
        recovery_asked: recovery key, name, new password.
        return_asked: nobody else after all; back to whoever locked the screen.
    """

    sign_in_asked = Signal(str, str)
    change_asked = Signal(str, str, str)
    recovery_asked = Signal(str, str, str)
    return_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Build the card."""
        super().__init__(parent)
        self._theme = theme
        self.message_label = QLabel(self)
        self.message_label.setObjectName("message_label")
        self.message_label.setWordWrap(True)
        self.message_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message_label.hide()
        self.caps_label = QLabel(tr(label("login", "Phím Caps Lock đang bật.")), self)
        self.caps_label.hide()
        self.sign_in = DoorStep(label("login", "Đăng nhập"), label("login", "Đăng nhập"), self)
        self.name_edit = self.sign_in.line("name_edit", label("login", "Tên tài khoản"))
        self.password_edit = self.sign_in.line("password_edit", label("login", "Mật khẩu"), hidden=True)
        self.forgot_button = self.sign_in.aside(label("login", "Quên mật khẩu hoặc đổi máy"))
        self.change = DoorStep(
            label("login", "Đặt mật khẩu của riêng bạn"), label("login", "Đổi và đăng nhập"), self
        )
        self.new_edit = self.change.line(
            "new_edit", label("login", "Mật khẩu mới"), hidden=True, hint=PASSWORD_RULE
        )
        self.again_edit = self.change.line("again_edit", label("login", "Nhập lại mật khẩu mới"), hidden=True)
        self.recovery = DoorStep(
            label("login", "Mở bằng khóa khôi phục"), label("login", "Đặt mật khẩu và đăng nhập"), self
        )
        self.key_edit = self.recovery.line("key_edit", label("login", "Khóa khôi phục trên tờ đã in"))
        self.owner_edit = self.recovery.line("owner_edit", label("login", "Tên tài khoản"))
        self.fresh_edit = self.recovery.line(
            "fresh_edit", label("login", "Mật khẩu mới"), hidden=True, hint=PASSWORD_RULE
        )
        self.fresh_again_edit = self.recovery.line(
            "fresh_again_edit", label("login", "Nhập lại mật khẩu mới"), hidden=True
        )
        self.back_button = self.recovery.aside(label("login", "Quay lại đăng nhập"))
        self.return_button = QPushButton(self)
        self.return_button.setObjectName("return_button")
        self.return_button.setAutoDefault(False)
        restyle(self.return_button, "kind", "link")
        self.return_button.hide()
        self._steps = (self.sign_in, self.change, self.recovery)
        self._lay_out()
        self._turn_to(self.sign_in)
        self._listen()

    def greet(self, title: str) -> None:
        """Say above the card what is being opened: the data folder, since the facility's name is still sealed."""
        self.folder_label.setText(title)

    def refuse(self, error: FacilityError) -> None:
        """Say why not; what was typed stays, only a wrong password is selected to be typed again."""
        if error.code == "password_must_change":
            self._show(self.change, error)
            return
        if error.code == "unknown_device":
            self.owner_edit.setText(self.name_edit.text())
            self._show(self.recovery, error)
            return
        self._say(refusal(error))
        self.step.last_edit.setFocus()
        self.step.last_edit.selectAll()

    def say(self, words: str) -> None:
        """Tell something nobody here asked for."""
        self._say(words)

    def forget(self) -> None:
        """Empty every secret: somebody is in, or leaves."""
        for step in self._steps:
            step.forget_secrets()
        self.key_edit.clear()
        self.message_label.hide()
        self._turn_to(self.sign_in)

    def hush(self) -> None:
        """Take the last message away: something else is shown that says more."""
        self.message_label.hide()

    def show_way_back(self, user_name: str) -> None:
        """Offer the way back to the locked screen of ``user_name``; to nobody's, when it is empty."""
        self.return_button.setText(tr(RETURN, name=user_name))
        self.return_button.setVisible(bool(user_name))

    def set_busy(self, busy: bool) -> None:
        """While the door is being opened nothing can be pressed twice."""
        self.return_button.setEnabled(not busy)
        for step in self._steps:
            step.set_busy(busy)

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        (self.password_edit if self.name_edit.text() else self.name_edit).setFocus()

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setObjectName("login_card")
        restyle(card, "kind", "card")
        card.setFixedWidth(self._theme.px(CARD_WIDTH))
        title = QLabel(tr(label("login", "Quản lý cơ sở cai nghiện")), card)
        restyle(title, "letters", "display")
        restyle(title, "weight", "strong")
        self.folder_label = QLabel(card)
        self.folder_label.setObjectName("folder_label")
        self.folder_label.setWordWrap(True)
        restyle(self.folder_label, "ink", "quiet")
        restyle(self.caps_label, "ink", "warning")
        inside = QVBoxLayout(card)
        space = self._theme.px(24)
        inside.setContentsMargins(space, space, space, space)
        inside.setSpacing(self._theme.px(12))
        for one in (
            title,
            self.folder_label,
            self.message_label,
            self.caps_label,
            *self._steps,
            self.return_button,
        ):
            inside.addWidget(one)
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(card)
        middle.addStretch()
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(middle)
        whole.addStretch(3)

    def _listen(self) -> None:
        self.sign_in.submitted.connect(self._on_sign_in)
        self.change.submitted.connect(self._on_change)
        self.recovery.submitted.connect(self._on_recovery)
        self.forgot_button.clicked.connect(self._on_forgot)
        self.back_button.clicked.connect(self._on_back)
        self.return_button.clicked.connect(self._on_return)
        for edit in self.findChildren(QLineEdit):
            edit.installEventFilter(self)

    def _on_sign_in(self) -> None:
        if self._filled(self.name_edit, self.password_edit):
            self.sign_in_asked.emit(self.name_edit.text(), self.password_edit.text())

    def _on_change(self) -> None:
        if self._same(self.new_edit, self.again_edit):
            self.change_asked.emit(self.name_edit.text(), self.password_edit.text(), self.new_edit.text())

    def _on_recovery(self) -> None:
        if is_composed(self.key_edit.text()):
            self._say(tr(COMPOSED))
            self.key_edit.setFocus()
            self.key_edit.selectAll()
        elif self._filled(self.key_edit, self.owner_edit) and self._same(self.fresh_edit, self.fresh_again_edit):
            self.recovery_asked.emit(self.key_edit.text(), self.owner_edit.text(), self.fresh_edit.text())

    def _on_forgot(self) -> None:
        self.owner_edit.setText(self.name_edit.text())
        self._show(self.recovery, None)
        self._say(
            tr(
                label(
                    "login",
                    "Quản trị viên cấp lại mật khẩu được ở trang Tài khoản. Không có ai cấp lại được thì dùng tờ "
                    "khóa khôi phục cất trong két.",
                )
            ),
            tone="info",
        )

    def _on_back(self) -> None:
        self.message_label.hide()
        self._turn_to(self.sign_in)
        self.begin()

    def _on_return(self) -> None:
        self.return_asked.emit()

    def _turn_to(self, step: DoorStep) -> None:
        self.step = step
        for one in self._steps:
            one.setVisible(one is step)

    def _show(self, step: DoorStep, error: FacilityError | None) -> None:
        self._turn_to(step)
        if error is not None:
            self._say(refusal(error), tone="info")
        step.first_edit.setFocus()

    def _filled(self, *edits: QLineEdit) -> bool:
        for edit in edits:
            if not edit.text():
                self._say(tr(label("login", "Hãy điền “{field}”."), field=edit.accessibleName()))
                edit.setFocus()
                return False
        return True

    def _same(self, first: QLineEdit, again: QLineEdit) -> bool:
        if not self._filled(first, again):
            return False
        if first.text() != again.text():
            self._say(tr(label("login", "Hai lần nhập mật khẩu khác nhau. Hãy nhập lại lần thứ hai.")))
            again.setFocus()
            again.selectAll()
            return False
        return True

    def _say(self, words: str, tone: str = "danger") -> None:
        restyle(self.message_label, "ink", tone)
        self.message_label.setText(words)
        self.message_label.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.return_button.isVisible() and self.return_button.isEnabled():
            self._on_return()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QLineEdit)
        ):
            self._hint_caps_lock(watched, event)
        return super().eventFilter(watched, event)

    def _hint_caps_lock(self, edit: QLineEdit, event: QKeyEvent) -> None:
        text, shift = event.text(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if edit.echoMode() is QLineEdit.EchoMode.Password and text.isalpha():
            self.caps_label.setVisible(text.isupper() and not shift)
