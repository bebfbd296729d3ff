"""The end of a round: what is still open, by name, before anybody goes away."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.medication.ui import round_words as said
from facility_app.modules.medication.ui.round_model import Line, Tally
from facility_app.ui.dialogs import DialogFrame
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import KeyValue, KeyValueGrid, Loudness, words

TITLE_DONE, TITLE_LEFT = (
    label("medication", "Lượt này đã ghi đủ"),
    label("medication", "Còn {count} liều chưa ghi"),
)
SUM = label("medication", "{whole} liều: {taken} đã dùng, {not_taken} không dùng (có lý do), {left} chưa ghi.")
SUM_VOMITED = label(
    "medication",
    "{whole} liều: {taken} đã dùng, {vomited} nôn (xem phần cho lại), {not_taken} không dùng (có lý do), {left} "
    "chưa ghi.",
)
UNSAFE = label("medication", "{count} dấu đang ghi hoặc chưa ghi được. Hãy xem lại trước khi rời máy.")
PRIVATE_CLOSED = label(
    "medication",
    "Liều giữ kín của lượt này chưa mở xem. Bấm “Mở liều giữ kín” để chắc chắn không sót ai.",
)
MORE = label("medication", "… và {count} liều nữa")
TO_FIRST, CLOSE = label("verbs", "Đến liều còn lại"), label("verbs", "Đóng")
SHOWN: Final = 8
WIDE: Final = 600


class RoundEnd(DialogFrame):
    """Tells; writes nothing.

    Signals:
        to_first_asked: to the first open dose.
        private_asked: open what is closed.
    """

    to_first_asked = Signal()
    private_asked = Signal()

    def __init__(
        self, theme: Theme, tally: Tally, left: Sequence[Line], *, is_private_closed: bool, parent: QWidget
    ) -> None:
        """What is still open."""
        title = tr(TITLE_LEFT, count=tally.left) if tally.left else tr(TITLE_DONE)
        counts = {"taken": tally.taken, "vomited": tally.vomited, "not_taken": tally.not_taken}
        text = tr(SUM_VOMITED if tally.vomited else SUM, whole=tally.whole, left=tally.left, **counts)
        is_calm = not tally.left and not tally.unsafe
        super().__init__(theme, title, text, tone=Tone.OK if is_calm else Tone.WARNING, parent=parent)
        self.setObjectName("round_end")
        self.setMinimumWidth(theme.px(WIDE))
        if tally.unsafe:
            self.body.addWidget(
                words(tr(UNSAFE, count=tally.unsafe), ink=Tone.DANGER, weight="strong", is_wrapped=True)
            )
        if left:
            grid = KeyValueGrid(theme, is_lined=True)
            grid.set_rows([KeyValue(_who(one), _what(one)) for one in left[:SHOWN]])
            self.body.addWidget(grid)
        if len(left) > SHOWN:
            self.body.addWidget(words(tr(MORE, count=len(left) - SHOWN), ink=Tone.NEUTRAL))
        if is_private_closed:
            self.body.addWidget(words(PRIVATE_CLOSED, ink=Tone.WARNING, is_wrapped=True))
        self.close_button = self.add_refusal(CLOSE)
        if is_private_closed:
            self.private_button = self.add_button(said.OPEN_PRIVATE)
            self.private_button.clicked.connect(self._on_private_clicked)
        if left:
            self.first_button = self.add_button(TO_FIRST, Loudness.PRIMARY, is_default=True)
            self.first_button.clicked.connect(self._on_first_clicked)
            self.first_button.setFocus()

    def _on_first_clicked(self) -> None:
        self.accept()
        self.to_first_asked.emit()

    def _on_private_clicked(self) -> None:
        self.accept()
        self.private_asked.emit()


def _who(line: Line) -> str:
    return " · ".join(part for part in (line.row.place or "", line.row.name) if part)


def _what(line: Line) -> str:
    return f"{line.row.medicine} {line.row.dose} · {said.hour_words(line.row)}"
