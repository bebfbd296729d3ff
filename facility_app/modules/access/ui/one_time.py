"""The password that is shown once: nobody closes it by accident, and it is nowhere afterwards."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.dialogs import DialogFrame
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import Loudness, WhyNotButton

TITLE = label("access", "Mật khẩu dùng một lần của {name}")
TEXT = label(
    "access",
    "Mật khẩu này chỉ hiện ở đây, một lần, và không được lưu. Hãy chép ra giấy và trao tận tay {name}. Khi đăng "
    "nhập lần đầu, người đó phải đổi sang mật khẩu của riêng mình.",
)
PASSWORD = label("access", "Mật khẩu dùng một lần")
COPIED = label("access", "Tôi đã chép mật khẩu này ra giấy")
CLOSE = label("verbs", "Đã chép xong")
NOT_COPIED = label(
    "access",
    "Đóng lại là mất mật khẩu này. Hãy chép ra giấy rồi đánh dấu vào ô ở trên; nếu không chép được, đánh dấu rồi "
    "cấp lại mật khẩu sau.",
)
BIGGER = 8


class OneTimePassword(DialogFrame):
    """Shows one password; Esc and the window's cross do not close it before the box is ticked."""

    def __init__(self, theme: Theme, name: str, password: str, parent: QWidget) -> None:
        """Show ``password``, made for the account ``name``."""
        super().__init__(theme, tr(TITLE, name=name), tr(TEXT, name=name), tone=Tone.WARNING, parent=parent)
        self.setObjectName("one_time_password")
        self.password_label = QLabel(password, self)
        self.password_label.setObjectName("password_label")
        self.password_label.setTextFormat(Qt.TextFormat.PlainText)
        self.password_label.setFont(_letters(theme))
        self.password_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.password_label.setAccessibleName(f"{tr(PASSWORD)}: {password}")
        self.password_label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copied_box = QCheckBox(tr(COPIED), self)
        self.copied_box.setObjectName("copied_box")
        self.copied_box.toggled.connect(self._on_copied)
        self.close_button = WhyNotButton(theme, CLOSE, Loudness.PRIMARY, parent=self)
        self.close_button.button.setObjectName("close_button")
        self.close_button.button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.close_button.set_why_not(NOT_COPIED)
        well = QFrame(self)
        well.setProperty("kind", "well")
        inside = QVBoxLayout(well)
        inside.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        inside.addWidget(self.password_label)
        self.body.addWidget(well)
        self.body.addWidget(self.copied_box)
        self.buttons.addWidget(self.close_button)
        self.finished.connect(self._on_finished)

    def ask(self) -> None:
        """Open it, the keyboard on the box."""
        self.open()
        self.copied_box.setFocus()

    def _on_copied(self, is_copied: bool) -> None:
        self.close_button.set_why_not(None if is_copied else NOT_COPIED)
        self.show_error("")

    def _on_finished(self) -> None:
        self.password_label.clear()
        self.password_label.setAccessibleName("")

    @override
    def reject(self) -> None:
        if self.copied_box.isChecked():
            self.accept()
        else:
            self.show_error(tr(NOT_COPIED))


def _letters(theme: Theme) -> QFont:
    letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    letters.setPixelSize(theme.px(Size.HEADING + BIGGER))
    return letters
