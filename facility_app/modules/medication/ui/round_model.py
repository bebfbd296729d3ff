"""The lines of a round as a table: what is due, what is being written, what could not be, what is done."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.modules.medication.domain.outcomes import TAKEN, Outcome, is_off_hour
from facility_app.modules.medication.domain.plan import AS_NEEDED
from facility_app.modules.medication.queries.mar import DueRow
from facility_app.modules.medication.ui import round_words as said
from facility_app.modules.medication.ui.hold_words import hold_chip
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Key: TypeAlias = tuple[str, str, str]
"""Order, day and slot of a dose."""
SIGN_TOO = label("medication", "ký cùng")
CLOSED_LINE = label("medication", "giữ kín")


class Column(Enum):
    """The columns, with their heads and widths at 100 %."""

    PLACE = (label("medication", "Giường"), 134)
    PERSON = (label("medication", "Người"), 144)
    MEDICINE = (label("medication", "Thuốc"), 164)
    DOSE = (label("medication", "Liều"), 76)
    HOUR = (label("medication", "Giờ"), 64)
    NEEDS = (label("medication", "Lưu ý"), 100)
    STATE = (label("medication", "Kết quả"), 152)

    @property
    def head(self) -> Label:
        """What stands above."""
        return self.value[0]

    @property
    def width(self) -> int:
        """At 100 %."""
        return self.value[1]


COLUMNS: Final = tuple(Column)


@dataclass(frozen=True, slots=True)
class Line:
    """One dose on the screen.

    Attributes:
        is_private: it lies behind the wall.
        writing: what is being written now; nothing of it is certain before it is on the disk.
        refused: why it could not be written, in words.
    """

    row: DueRow
    is_private: bool = False
    writing: Outcome | None = None
    refused: str = field(default="", repr=False)

    @property
    def key(self) -> Key:
        """Names the dose."""
        return self.row.order_id, self.row.due_on.isoformat(), self.row.slot

    @property
    def is_done(self) -> bool:
        """Whether its outcome is on the disk."""
        return self.row.outcome is not None

    @property
    def is_offer(self) -> bool:
        """Whether it may be given as needed, and need not."""
        return self.row.slot == AS_NEEDED

    @property
    def is_open(self) -> bool:
        """Whether the round is not over while it stands so."""
        return not self.is_done and not self.is_offer


@dataclass(frozen=True, slots=True)
class Tally:
    """What a round has come to.

    Attributes:
        taken: and kept down; ``vomited`` was taken and came up, which may not have worked.
        unsafe: being written, or not written although somebody marked it.
    """

    whole: int
    taken: int
    vomited: int
    not_taken: int
    left: int
    writing: int
    unsafe: int


class RoundModel(QAbstractTableModel):
    """Lines in the order of the beds; marks change in place, so that one line is painted and no more."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Without lines."""
        super().__init__(parent)
        self._lines: list[Line] = []
        self._places: dict[Key, int] = {}
        self._allergic: frozenset[str] = frozenset()
        self._now: datetime | None = None
        self._late = 60

    @property
    def lines(self) -> tuple[Line, ...]:
        """As shown."""
        return tuple(self._lines)

    @property
    def allergic(self) -> frozenset[str]:
        """People who cannot take something."""
        return self._allergic

    def line(self, row: int) -> Line | None:
        """The line of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def place(self, key: Key) -> int:
        """The row of a dose; -1 where it is not shown."""
        return self._places.get(key, -1)

    def show(
        self, rows: Iterable[Line], now: datetime, late_minutes: int, allergic: frozenset[str] = frozenset()
    ) -> None:
        """Other lines; what is being written or could not be keeps saying so until the file says more."""
        former = {line.key: line for line in self._lines}
        self._now, self._late, self._allergic = now, late_minutes, allergic
        lines = [_kept(line, former.get(line.key)) for line in rows]
        if lines and [line.key for line in lines] == [*former]:
            # Nobody loses their place because somebody else marked a dose.
            self._lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self._places = {line.key: place for place, line in enumerate(self._lines)}
        self.endResetModel()

    def change(self, key: Key, **facts: Any) -> None:
        """Another state of one dose."""
        place = self.place(key)
        if place >= 0:
            self._lines[place] = replace(self._lines[place], **facts)
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))

    def add_after(self, key: Key, line: Line) -> None:
        """A dose as needed that was just given stands behind the offer of the next, as it is read."""
        place = self.place(key)
        if place < 0 or line.key in self._places:
            return
        place += 1
        self.beginInsertRows(QModelIndex(), place, place)
        self._lines.insert(place, line)
        self._places = {one.key: number for number, one in enumerate(self._lines)}
        self.endInsertRows()

    def tally(self) -> Tally:
        """What the round has come to."""
        due = [line for line in self._lines if not line.is_offer]
        done = [line.row for line in due if line.is_done]
        vomited = sum(row.outcome is Outcome.VOMITED or row.vomited_at is not None for row in done)
        taken = sum(row.outcome in TAKEN for row in done) - vomited
        writing = sum(line.writing is not None for line in self._lines)
        refused = sum(bool(line.refused) for line in self._lines)
        left = len(due) - len(done)
        return Tally(len(due), taken, vomited, len(done) - taken - vomited, left, writing, writing + refused)

    def next_open(self, after: int) -> int:
        """The row of the next dose nobody wrote down, from the top again behind the last; -1 for none."""
        count = len(self._lines)
        for step in range(1, count + 1):
            place = (after + step) % count
            line = self._lines[place]
            if line.is_open and line.writing is None:
                return place
        return -1

    def of_person(self, resident_id: str) -> tuple[Line, ...]:
        """Open doses of one person, those being written left out."""
        mine = [line for line in self._lines if line.row.resident_id == resident_id]
        return tuple(line for line in mine if line.is_open and line.writing is None)

    def minutes(self, row: DueRow) -> int:
        """Minutes since a dose was due."""
        if row.due_at is None or self._now is None:
            return 0
        return int((self._now - row.due_at) / timedelta(minutes=1))

    def is_off(self, row: DueRow) -> bool:
        """Whether a dose given now needs a reason for its hour."""
        return self._now is not None and is_off_hour(self._now, row.due_at, self._late)

    def tell_time(self, now: datetime) -> None:
        """It is later now."""
        self._now = now

    def chip(self, row: int) -> tuple[str, Tone]:
        """The state of a line in a word."""
        line = self._lines[row]
        if line.refused:
            return tr(said.NOT_WRITTEN), Tone.DANGER
        if line.writing is not None:
            return said.writing_words(line.writing), Tone.ACCENT
        if line.is_done:
            return said.outcome_words(line.row)
        return said.open_words(line.row, self.minutes(line.row), self._late)

    def needs(self, row: int) -> tuple[str, Tone] | None:
        """What a nurse must mind before she gives it."""
        line = self._lines[row]
        if line.is_private:
            return tr(CLOSED_LINE), Tone.INFO
        if line.row.hold is not None and self._now is not None:
            return hold_chip(line.row.hold, self._now)
        return (tr(SIGN_TOO), Tone.NEUTRAL) if line.row.is_guarded else None

    def is_first(self, row: int) -> bool:
        """Whether a person begins here."""
        return row == 0 or self._lines[row - 1].row.resident_id != self._lines[row].row.resident_id

    def is_allergic(self, row: int) -> bool:
        """Whether the person cannot take something."""
        return self._lines[row].row.resident_id in self._allergic

    def text(self, row: int, column: Column) -> str:
        """What a cell says."""
        line = self._lines[row]
        if column is Column.STATE:
            return self.chip(row)[0]
        if column is Column.NEEDS:
            told = self.needs(row)
            return told[0] if told is not None else ""
        if column is Column.PERSON:
            return line.row.name
        if column is Column.PLACE:
            return line.row.place or "–"
        if column is Column.HOUR:
            return said.hour_words(line.row)
        return line.row.medicine if column is Column.MEDICINE else line.row.dose

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section].head)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), COLUMNS[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(COLUMNS[index.column()].head)}: {self.text(index.row(), COLUMNS[index.column()])}"
        return None


def _kept(line: Line, former: Line | None) -> Line:
    """A line as read, with what the screen knows besides; what the file holds needs no more words."""
    if former is None or line.is_done:
        return line
    return replace(line, writing=former.writing, refused=former.refused)
