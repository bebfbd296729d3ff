"""Two people saved one record: mine, theirs and what both began with, field by field, and a choice for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr

_TITLE = label("ui", "Hồ sơ này vừa được người khác lưu")
_WORDS = label("ui", "Hãy chọn giữ bản nào ở từng mục. Những gì anh, chị vừa gõ vẫn còn đủ ở cột “Của tôi”.")
_HEADS = (
    label("ui", "Mục"),
    label("ui", "Trước khi sửa"),
    label("ui", "Của tôi"),
    label("ui", "Của người khác"),
)
_EMPTY = label("ui", "(để trống)")
_TAKE = label("ui", "Dùng các mục đã chọn")
_STAY = label("ui", "Quay lại biểu mẫu")
_OPEN = label("ui", "Còn {count} mục cả hai cùng sửa, chưa chọn")

_SHARE_OF_WINDOW = 0.95


class Side(StrEnum):
    """Whose entry is kept."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One field that is not the same everywhere; texts as the screen shows them.

    Attributes:
        name: the field's name.
        head: its words.
        base: before both changed it.
        mine: as typed here.
        theirs: as saved by the other.
        is_mine_new: changed here.
        is_theirs_new: changed by the other.
    """

    name: str
    head: str
    base: str = field(repr=False)
    mine: str = field(repr=False)
    theirs: str = field(repr=False)
    is_mine_new: bool
    is_theirs_new: bool

    @property
    def is_open(self) -> bool:
        """Whether both changed it, each in another way: a person must choose."""
        return self.is_mine_new and self.is_theirs_new and self.mine != self.theirs

    @property
    def proposed(self) -> Side | None:
        """The side taken unless told otherwise; None when there is a choice to make."""
        if self.is_open:
            return None
        return Side.MINE if self.is_mine_new else Side.THEIRS


class ConflictDialog(QDialog):
    """Asked with ``open``; the main button stays closed until every open field has a side.

    Signals:
        decided: field name → ``Side``; not told when the user goes back to the form.
    """

    decided = Signal(object)

    def __init__(self, rows: Sequence[ConflictRow], saved_by: str, parent: QWidget) -> None:
        """Show ``rows``; ``saved_by`` says who saved and when, in the user's language."""
        super().__init__(parent)
        self.setObjectName("conflict_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr(_TITLE))
        self._rows = tuple(rows)
        self._groups: dict[str, QButtonGroup] = {}
        self._buttons: dict[tuple[str, Side], QRadioButton] = {}
        head = QLabel(tr(_TITLE), self)
        head.setProperty("letters", "heading")
        head.setProperty("weight", "strong")
        words = QLabel(f"{saved_by} {tr(_WORDS)}".strip(), self)
        words.setWordWrap(True)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self._table())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        for widget in (head, words):
            column.addWidget(widget)
        column.addWidget(scroll, 1)
        column.addLayout(self._bar())
        around, letters = parent.window().size(), self.fontMetrics()
        wanted = QSize(letters.averageCharWidth() * 130, letters.height() * 26)
        self.resize(wanted.boundedTo(around * _SHARE_OF_WINDOW))
        self._show_open()

    def choose(self, name: str, side: Side) -> None:
        """Take a side, as a click does."""
        self._buttons[name, side].click()

    def sides(self) -> dict[str, Side]:
        """The sides taken so far."""
        return {name: side for (name, side), button in self._buttons.items() if button.isChecked()}

    def _table(self) -> QWidget:
        table = QWidget()
        table.setProperty("kind", "scrolled")
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for place, words in enumerate(_HEADS):
            head = QLabel(tr(words), table)
            head.setProperty("ink", "quiet")
            grid.addWidget(head, 0, place)
            grid.setColumnStretch(place, 2 if place else 1)
        for line, row in enumerate(self._rows, start=1):
            grid.addWidget(_cell(row.head, table, weight="medium"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_cell(row.base, table, ink="quiet"), line, 1, Qt.AlignmentFlag.AlignTop)
            group = QButtonGroup(self)
            self._groups[row.name] = group
            for place, (side, text) in enumerate(((Side.MINE, row.mine), (Side.THEIRS, row.theirs)), start=2):
                choice = self._choice(row, side, text, group, table)
                grid.addWidget(choice, line, place, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(len(self._rows) + 1, 1)
        return table

    def _choice(self, row: ConflictRow, side: Side, text: str, group: QButtonGroup, table: QWidget) -> QWidget:
        # A radio button's own text does not wrap: the words stand beside it and belong to it.
        box = QWidget(table)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        button = QRadioButton(box)
        button.setObjectName(f"{row.name}_{side.value}")
        button.setAccessibleName(f"{row.head}: {tr(_HEADS[2 if side is Side.MINE else 3])}: {text or tr(_EMPTY)}")
        button.setChecked(row.proposed is side)
        button.toggled.connect(self._show_open)
        group.addButton(button)
        self._buttons[row.name, side] = button
        words = _cell(text, box)
        words.setBuddy(button)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1, Qt.AlignmentFlag.AlignTop)
        return box

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._open_words = QLabel(self)
        self._open_words.setProperty("ink", "warning")
        stay = QPushButton(tr(_STAY), self)
        stay.setObjectName("stay")
        stay.clicked.connect(self.reject)
        self._take = QPushButton(tr(_TAKE), self)
        self._take.setObjectName("take")
        self._take.setProperty("kind", "primary")
        self._take.clicked.connect(self._on_take_clicked)
        row.addWidget(self._open_words)
        row.addStretch(1)
        row.addWidget(stay)
        row.addWidget(self._take)
        return row

    def _show_open(self) -> None:
        count = len(self._rows) - len(self.sides())
        self._take.setEnabled(count == 0)
        self._open_words.setText(tr(_OPEN, count=count) if count else "")
        self._take.setToolTip(self._open_words.text())

    def _on_take_clicked(self) -> None:
        sides: Mapping[str, Side] = self.sides()
        self.accept()
        self.decided.emit(sides)


def _cell(text: str, parent: QWidget, *, ink: str = "", weight: str = "") -> QLabel:
    cell = QLabel(text or tr(_EMPTY), parent)
    cell.setTextFormat(Qt.TextFormat.PlainText)
    cell.setWordWrap(True)
    cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    cell.setProperty("ink", ink if text else "quiet")
    cell.setProperty("weight", weight)
    return cell
