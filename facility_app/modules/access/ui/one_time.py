"""The password of an account that is shown once."""

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.ui.dialogs import OnceWords, ShownOnce
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme

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


def password_once(theme: Theme, name: str, password: str, over: QWidget) -> ShownOnce:
    """The dialog that shows ``password``, made for the account ``name``."""
    said = OnceWords(tr(TITLE, name=name), tr(TEXT, name=name), tr(PASSWORD), COPIED, CLOSE, NOT_COPIED)
    return ShownOnce(theme, password, said, over)
