"""What was done under an emergency: a few lines, each an instant and a verb."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.modules.access.queries import AuditRow
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.words import clock_text
from facility_app.ui.i18n import shown, tr
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import KeyValue, KeyValueGrid, set_ink, words

READING = label("access", "Đang đọc nhật ký…")
NOTHING = label("access", "Chưa ghi việc nào trong lúc mở.")
WRAPPER = "access.act_under_break_glass"
"""What only ties the others to the emergency; it says nothing by itself."""


class DoneList(QWidget):
    """Lines, or a sentence in their place."""

    def __init__(self, house: House, theme: Theme, parent: QWidget) -> None:
        """Nothing read yet."""
        super().__init__(parent)
        self._house = house
        self.words_label = words("", ink=Tone.NEUTRAL, is_wrapped=True)
        self.words_label.setObjectName("done_words")
        self.grid = KeyValueGrid(theme)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.words_label)
        box.addWidget(self.grid)
        self.show_loading()

    def show_loading(self) -> None:
        """The trail is being read."""
        self._say(tr(READING))

    def show_failure(self, failure: Failure) -> None:
        """The trail could not be read."""
        self._say(failure.words, Tone.DANGER)

    def show_rows(self, rows: Sequence[AuditRow]) -> int:
        """Show what was done, and say how many things it was."""
        told = [row for row in rows if row.verb != WRAPPER]
        self.grid.set_rows([KeyValue(clock_text(row.at), _line(self._house, row)) for row in told])
        self.grid.setVisible(bool(told))
        self.words_label.setVisible(not told)
        if not told:
            self._say(tr(NOTHING))
        return len(told)

    def _say(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        self.words_label.setText(text)
        set_ink(self.words_label, tone)
        self.words_label.show()
        self.grid.hide()


def _line(house: House, row: AuditRow) -> str:
    verb = house.verb(row.verb)
    return f"{verb}: {shown(row.reason)}" if row.reason else verb
