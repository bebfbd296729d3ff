"""The one sheet nobody may lose: the recovery key shown once, put on paper, and typed back from it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr
from facility_app.ui.theme import restyle

COMPOSED = label(
    "login", "Bộ gõ tiếng Việt đang bật nên đã đổi chữ của khóa (DD thành Đ). Hãy tắt bộ gõ rồi gõ lại cả khóa."
)


class KeyStep(QWidget):
    """The key in large letters, a way to paper, and the line it is typed back into.

    Signals:
        submitted: Enter in the line, or the button.
    """

    submitted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Without a key yet."""
        super().__init__(parent)
        heading = QLabel(tr(label("login", "Khóa khôi phục")), self)
        restyle(heading, "letters", "heading")
        restyle(heading, "weight", "medium")
        why = QLabel(
            tr(
                label(
                    "login",
                    "Quên mật khẩu hoặc đổi máy mà không có khóa này thì không ai mở được dữ liệu, kể cả người "
                    "làm chương trình. Hãy in hoặc chép ra giấy, cất trong két, rồi gõ lại từ tờ giấy để chắc là "
                    "chép đúng.",
                )
            ),
            self,
        )
        why.setWordWrap(True)
        self.key_label = QLabel(self)
        self.key_label.setObjectName("key_label")
        self.key_label.setWordWrap(True)
        self.key_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.key_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        letters.setPixelSize(heading.fontInfo().pixelSize() + 6)
        self.key_label.setFont(letters)
        self.print_button = QPushButton(tr(label("login", "&In tờ khóa khôi phục")), self)
        self.typed_edit = QLineEdit(self)
        self.typed_edit.setObjectName("typed_edit")
        self.typed_edit.setAccessibleName(tr(label("login", "Gõ lại khóa khôi phục")))
        self.typed_edit.setPlaceholderText(tr(label("login", "Gõ lại khóa khôi phục từ tờ giấy")))
        self.typed_edit.returnPressed.connect(self.submitted)
        self.done_button = QPushButton(tr(label("login", "Đã cất khóa, mở chương trình")), self)
        restyle(self.done_button, "kind", "primary")
        self.done_button.clicked.connect(self._on_done)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for one in (heading, why, self.key_label, self.print_button, self.typed_edit, self.done_button):
            rows.addWidget(one)

    def show_key(self, key: str) -> None:
        """The key in three lines of three groups."""
        groups = key.split("-")
        lines = [" – ".join(groups[at : at + 3]) for at in range(0, len(groups), 3)]
        self.key_label.setText("\n".join(lines))

    def forget(self) -> None:
        """Nothing of the key stays on the screen."""
        self.key_label.clear()
        self.typed_edit.clear()

    def _on_done(self) -> None:
        self.submitted.emit()


def is_composed(key: str) -> bool:
    """Whether an input method made Vietnamese letters out of a key: DD to Đ, AS to Á.

    WORKAROUND(measured, Qt 6.11 with a composing Telex): the field cannot switch the input method off.
    """
    return any(char.isalpha() and not char.isascii() for char in key)


def letters(key: str) -> str:
    """What counts of a key, however it was typed: O is 0, I and L are 1."""
    meant = str.maketrans("OIL", "011", " -–—.\t")
    return key.upper().translate(meant)
