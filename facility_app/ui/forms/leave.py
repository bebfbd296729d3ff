"""The guard at the door of a form: save, give up, or stay; closing the question means stay."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr

_TITLE = label("ui", "Còn {count} mục chưa lưu")
_WORDS = label("ui", "Rời khỏi đây thì các mục vừa gõ sẽ không được lưu.")
_SAVE = label("ui", "Lưu rồi rời")
_GIVE_UP = label("ui", "Bỏ các mục vừa gõ")
_STAY = label("ui", "Ở lại")


class LeaveAnswer(StrEnum):
    """What to do with what is unsaved."""

    SAVE = "save"
    GIVE_UP = "give_up"
    STAY = "stay"


class LeaveDialog(QDialog):
    """Asked with ``open``; answers once.

    Signals:
        answered: a ``LeaveAnswer``.
    """

    answered = Signal(object)

    def __init__(self, count: int, parent: QWidget) -> None:
        """Ask about ``count`` unsaved fields."""
        super().__init__(parent)
        self.setObjectName("leave_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr(_TITLE, count=count))
        head = QLabel(tr(_TITLE, count=count), self)
        head.setProperty("letters", "heading")
        words = QLabel(tr(_WORDS), self)
        words.setWordWrap(True)
        row = QHBoxLayout()
        row.addStretch(1)
        self._answer = LeaveAnswer.STAY
        kinds = {LeaveAnswer.GIVE_UP: "danger", LeaveAnswer.STAY: "", LeaveAnswer.SAVE: "primary"}
        texts = {LeaveAnswer.GIVE_UP: _GIVE_UP, LeaveAnswer.STAY: _STAY, LeaveAnswer.SAVE: _SAVE}
        for answer, kind in kinds.items():
            button = QPushButton(tr(texts[answer]), self)
            button.setObjectName(answer.value)
            button.setProperty("kind", kind)
            button.setDefault(answer is LeaveAnswer.SAVE)
            button.clicked.connect(self._on_button_clicked)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(words)
        column.addLayout(row)
        self.finished.connect(self._on_finished)

    def _on_button_clicked(self) -> None:
        self._answer = LeaveAnswer(self.sender().objectName())
        self.accept()

    def _on_finished(self) -> None:
        self.answered.emit(self._answer)
