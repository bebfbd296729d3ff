"""Who is inside without a bed: Enter takes one of them in hand."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.modules.housing.queries.needs import BedlessRow
from facility_app.modules.housing.ui.ranking import LineDelegate, LineModel, LineView, RoomLine
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import words

HEAD = label("housing", "{count} người có mặt, chưa có giường")
NONE = label("housing", "Mọi người có mặt đều có giường.")
KEYS = label("housing", "Enter: xem xếp được vào đâu · Esc về sơ đồ")


class BedlessCard(QWidget):
    """The list.

    Signals:
        chosen(str): this person is to get a bed.
        left: Esc.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nobody."""
        super().__init__(parent)
        self.head = words("", weight="strong", is_wrapped=True)
        self._model = LineModel(self)
        self.list = LineView(self)
        self.list.setObjectName("bedless")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setModel(self._model)
        self.list.setItemDelegate(LineDelegate(theme, self.list))
        self.list.taken.connect(self.chosen)
        self.list.left.connect(self.left)
        self.list.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        column.addWidget(words(KEYS, size=Size.SMALL, ink=Tone.NEUTRAL, is_wrapped=True))

    def show_people(self, people: Sequence[BedlessRow]) -> None:
        """Those."""
        text = tr(HEAD, count=len(people)) if people else tr(NONE)
        self.head.setText(text)
        self.list.setAccessibleName(text)
        self._model.show_lines([RoomLine(one.resident_id, one.name, one.code, Tone.NEUTRAL) for one in people])
        if people:
            self.list.setCurrentIndex(self._model.index(0))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.lines[index.row()].bed_id)
