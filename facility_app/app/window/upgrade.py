"""An older file at the door: what will happen to it, how far it has come, and where the backup lies."""

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Size, Theme, Tone, restyle
from facility_app.ui.widgets import IconLabel, Loudness, PushButton, words

CARD_WIDTH = 620
BYTES_A_MINUTE = 600_000_000
"""What an old machine backs up, restores for trial and upgrades in a minute; told as "about"."""
TITLE = label("login", "Nâng cấp dữ liệu")
WHY = label(
    "login",
    "Dữ liệu trong {folder} do một bản chương trình cũ hơn tạo. Cần nâng cấp một lần rồi mới mở được.",
)
HOW_LONG = label(
    "login",
    "Tệp dữ liệu {size} MB, chừng {minutes} phút. Trong lúc đó không ai khác mở được dữ liệu này: hãy đóng chương "
    "trình ở các cửa sổ khác, và đừng tắt máy.",
)
BEGIN = label("verbs", "Sao lưu và nâng cấp")
AGAIN = label("verbs", "Làm lại")
ENTER = label("verbs", "Vào chương trình")
BACK = label("login", "Quay lại đăng nhập")
STOP = label("verbs", "Dừng, không nâng cấp")
STOPPING = label("login", "Sẽ dừng khi sao lưu xong; dữ liệu vẫn như cũ.")
AS_BEFORE = label("login", "{reason} Dữ liệu vẫn đúng như trước khi nâng cấp.")
DONE = label("login", "Đã nâng cấp xong.")
BACKUP_AT = label("login", "Bản sao lưu trước khi nâng cấp: {path}")


class Stage(IntEnum):
    """How far it has come: the number of steps that are done."""

    WAITING = -1
    BACKUP = 0
    CHANGE = 1
    DONE = 2


STEPS: tuple[Label, ...] = (
    label("login", "Sao lưu toàn bộ, rồi khôi phục thử để chắc bản sao lưu dùng được"),
    label("login", "Nâng cấp dữ liệu; hỏng giữa chừng thì dữ liệu trở lại đúng như cũ"),
)


class UpgradePage(QWidget):
    """Says what will be done, then shows it being done.

    Signals:
        upgrade_asked: somebody read it and wants it.
        stop_asked: not after all, while the backup is still being made.
        enter_asked: it is done, on to the first page.
        left: back to the login; nothing was changed.
    """

    upgrade_asked = Signal()
    stop_asked = Signal()
    enter_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, folder: Path, size: int, parent: QWidget | None = None) -> None:
        """For the data in ``folder`` whose file has ``size`` bytes."""
        super().__init__(parent)
        self._theme = theme
        self.stage = Stage.WAITING
        self._is_running = False
        minutes = 1 + size // BYTES_A_MINUTE
        self.why_label = words(tr(WHY, folder=folder), is_wrapped=True)
        self.time_label = words(tr(HOW_LONG, size=max(1, round(size / 1e6)), minutes=minutes), is_wrapped=True)
        self.steps = [_Step(theme, text, self) for text in STEPS]
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.message_label = words("", weight="medium", is_wrapped=True)
        self.message_label.setObjectName("message_label")
        self.backup_label = words("", is_wrapped=True)
        self.backup_label.setObjectName("backup_label")
        self.backup_label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.go_button = PushButton(theme, BEGIN, Loudness.PRIMARY)
        self.go_button.setObjectName("go_button")
        self.go_button.clicked.connect(self._on_go_clicked)
        self.back_button = PushButton(theme, BACK, Loudness.LINK)
        self.back_button.setObjectName("back_button")
        self.back_button.clicked.connect(self._on_back_clicked)
        self._lay_out()
        self._show_stage(Stage.WAITING)

    def begin(self) -> None:
        """Put the keyboard on the button."""
        self.go_button.setFocus()

    def show_running(self) -> None:
        """The backup is being made."""
        self._is_running = True
        for one in (self.message_label, self.backup_label):
            one.hide()
        self.go_button.setEnabled(False)
        self.back_button.set_text(STOP)
        self._show_stage(Stage.BACKUP)

    def show_backup(self, backup: Path) -> None:
        """The verified backup lies at ``backup``; from here on there is no stopping."""
        self._show_path(backup)
        self.back_button.setEnabled(False)
        self._show_stage(Stage.CHANGE)

    def show_done(self, backup: Path | None) -> None:
        """The file is of today."""
        self._end()
        if backup is not None:
            self._show_path(backup)
        self.back_button.hide()
        self.go_button.set_text(ENTER)
        self._say(tr(DONE), Tone.OK)
        self._show_stage(Stage.DONE)
        self.go_button.setFocus()

    def show_failed(self, why: str) -> None:
        """Nothing was changed, and why not."""
        self._end()
        self.go_button.set_text(AGAIN)
        self._say(tr(AS_BEFORE, reason=why), Tone.DANGER)
        self._show_stage(Stage.WAITING)
        self.go_button.setFocus()

    def _end(self) -> None:
        self._is_running = False
        self.go_button.setEnabled(True)
        self.back_button.setEnabled(True)
        self.back_button.set_text(BACK)

    def _on_go_clicked(self) -> None:
        if self.stage is Stage.DONE:
            self.go_button.setEnabled(False)
            self.enter_asked.emit()
        else:
            self.upgrade_asked.emit()

    def _on_back_clicked(self) -> None:
        if not self._is_running:
            self.left.emit()
            return
        self.back_button.setEnabled(False)
        self._say(tr(STOPPING), Tone.INFO)
        self.stop_asked.emit()

    def _show_stage(self, stage: Stage) -> None:
        self.stage = stage
        for place, step in enumerate(self.steps):
            step.show_state(is_done=place < stage, is_now=place == stage)
        self.bar.setVisible(self._is_running)
        # How long a disk takes is not known beforehand: the bar moves, the steps above say how far it is.
        self.bar.setRange(0, 0)

    def _show_path(self, backup: Path) -> None:
        self.backup_label.setText(tr(BACKUP_AT, path=backup))
        self.backup_label.show()

    def _say(self, text: str, tone: Tone) -> None:
        restyle(self.message_label, "ink", tone.value)
        self.message_label.setText(text)
        self.message_label.show()

    def _lay_out(self) -> None:
        card = QFrame(self)
        restyle(card, "kind", "card")
        card.setFixedWidth(self._theme.px(CARD_WIDTH))
        inside = QVBoxLayout(card)
        space = self._theme.px(24)
        inside.setContentsMargins(space, space, space, space)
        inside.setSpacing(self._theme.px(12))
        title = words(TITLE, size=Size.DISPLAY, weight="strong")
        own = (
            title,
            self.why_label,
            *self.steps,
            self.time_label,
            self.bar,
            self.message_label,
            self.backup_label,
        )
        for one in (*own, self.go_button):
            inside.addWidget(one)
        inside.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignHCenter)
        for one in (self.message_label, self.backup_label, self.bar):
            one.hide()
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(card)
        middle.addStretch()
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(middle)
        whole.addStretch(3)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.go_button.isEnabled():
            self._on_go_clicked()
        elif event.key() == Qt.Key.Key_Escape and self.back_button.isVisible() and self.back_button.isEnabled():
            self._on_back_clicked()
        else:
            super().keyPressEvent(event)


class _Step(QWidget):
    """One line: a picture that says how far it is, and what is done."""

    def __init__(self, theme: Theme, text: Label, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = IconLabel(theme, "circle", "quiet", 18)
        self.text_label: QLabel = words(text, is_wrapped=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text_label, 1)

    def show_state(self, *, is_done: bool, is_now: bool) -> None:
        """Still to come, under way, or done."""
        if is_done:
            self._picture.set("circle-check", "ok")
        else:
            self._picture.set(*(("circle-dot", "accent") if is_now else ("circle", "quiet")))
        restyle(self.text_label, "weight", "medium" if is_now else "")
