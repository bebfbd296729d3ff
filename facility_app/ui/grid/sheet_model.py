"""The cells of an entry sheet as typed: every text is kept, understood or not, and every change can be undone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import Asked, Reading, Understood
from facility_app.ui.forms.notice import Words
from facility_app.ui.grid.columns import SheetColumn, SheetRow
from facility_app.ui.grid.pasting import Pasted, Place, placed
from facility_app.ui.i18n import tr
from facility_app.ui.theme.theme import Theme, follow
from facility_app.ui.theme.tokens import Tone

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_NOT_COMPLETE = label("errors", "Còn {count} ô cần sửa trong tờ này.")
_MOST_UNDO = 200


@dataclass(frozen=True, slots=True)
class CellTrouble:
    """A cell that is not understood or waits for an answer.

    Attributes:
        row_id: whose row.
        key: which column.
        words: what is wrong or asked.
    """

    row_id: str
    key: str
    words: Words


class SheetModel(QAbstractTableModel):
    """Given columns first, then the columns to fill in; cells are texts, read by their column.

    Signals:
        edited: a cell has another text.
    """

    edited = Signal()

    def __init__(
        self, heads: Sequence[Label], columns: Sequence[SheetColumn], theme: Theme, parent: QObject | None = None
    ) -> None:
        """Make a sheet without rows."""
        super().__init__(parent)
        # The first stands at the head of its row and never scrolls away: nobody writes into a neighbour's row.
        self.lead, self.heads = heads[0], tuple(heads[1:])
        self.columns = tuple(columns)
        self._theme = theme
        self._rows: tuple[SheetRow, ...] = ()
        self._texts: dict[Place, str] = {}
        self._base: dict[Place, str] = {}
        # A value put by us is certain: 1,234 as we write it would be asked about again.
        self._values: dict[Place, tuple[str, Any]] = {}
        self._undo: list[dict[Place, str]] = []
        follow(theme, self._on_theme_changed)

    def load(self, rows: Sequence[SheetRow]) -> None:
        """Show ``rows``; what was typed is gone, so ask ``draft`` first."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._values = {}
        self._texts = {}
        for row, line in enumerate(self._rows):
            for column, spec in enumerate(self.columns):
                value = line.values.get(spec.key)
                text = "" if value is None else spec.show(value)
                self._texts[row, column] = text
                self._values[row, column] = (text, value)
        self._base = dict(self._texts)
        self._undo = []
        self.endResetModel()

    def rows(self) -> tuple[SheetRow, ...]:
        """The rows shown."""
        return self._rows

    def column_of(self, index: Index) -> SheetColumn | None:
        """The column to fill in at ``index``; None over what is given."""
        place = index.column() - len(self.heads)
        return self.columns[place] if index.isValid() and place >= 0 else None

    def text(self, index: Index) -> str:
        """What stands in a cell, as typed."""
        return self._texts.get(self._place(index), "")

    def reading(self, index: Index) -> Reading[Any]:
        """What a cell means."""
        return self._reading(self._place(index))

    def trouble(self, index: Index) -> Words | None:
        """What is wrong with a cell, or None."""
        return None if self.column_of(index) is None else self._trouble(self._place(index))

    def set_texts(self, texts: Mapping[Place, str]) -> None:
        """Write cells as one step that can be undone; cells of closed rows stay as they are."""
        changed = {place for place, text in texts.items() if self._is_open(place) and self._texts[place] != text}
        old = {place: self._texts[place] for place in changed}
        if not old:
            return
        self._undo = [*self._undo[1 - _MOST_UNDO :], old]
        self._write({place: texts[place] for place in old})

    def set_value(self, place: Place, value: Any) -> None:
        """Write a value that needs no reading."""
        text = "" if value is None else self.columns[place[1]].show(value)
        self._values[place] = (text, value)
        self.set_texts({place: text})

    def undo(self) -> bool:
        """Take the last step back; False when there is none."""
        if not self._undo:
            return False
        self._write(self._undo.pop())
        return True

    def fill_usual(self, column: int) -> int:
        """Write the column's usual value into its empty cells; returns how many."""
        spec = self.columns[column]
        if spec.usual is None:
            return 0
        text = spec.show(spec.usual)
        rows = [row for row, line in enumerate(self._rows) if line.why_not is None and line.is_usual]
        empty = {(row, column): text for row in rows if not self._texts[row, column].strip()}
        self._values.update(dict.fromkeys(empty, (text, spec.usual)))
        self.set_texts(empty)
        return len(empty)

    def paste(self, text: str, at: Sequence[Place]) -> Pasted:
        """Write cells copied from a spreadsheet.

        Args:
            text: lines of cells parted by tabs, quoted as spreadsheets do.
            at: the cells selected; the first is the upper left corner, and one copied cell fills all.
        """
        cells = placed(text, at)
        taken = {place: cell.strip() for place, cell in cells.items() if self._is_open(place)}
        self.set_texts(taken)
        troubles = sum(self._trouble(place) is not None for place in taken)
        return Pasted(len(taken), len(cells) - len(taken), troubles)

    def troubles(self) -> tuple[CellTrouble, ...]:
        """Every cell that keeps the sheet from being saved, from the top."""
        found = ((place, self._trouble(place)) for place in sorted(self._texts))
        return tuple(
            CellTrouble(self._rows[row].id, self.columns[column].key, words)
            for (row, column), words in found
            if words is not None
        )

    def values(self) -> dict[str, dict[str, Any]]:
        """Row id → column key → value; None is empty.

        Raises:
            UserError: ``sheet_not_complete`` when a cell is not understood.
        """
        troubles = self.troubles()
        if troubles:
            raise UserError("sheet_not_complete", _NOT_COMPLETE, count=len(troubles))
        return {
            line.id: {spec.key: self._value((row, column)) for column, spec in enumerate(self.columns)}
            for row, line in enumerate(self._rows)
        }

    def changes(self) -> dict[str, dict[str, Any]]:
        """As ``values``, changed cells only."""
        values = self.values()
        changed: dict[str, dict[str, Any]] = {}
        for row, column in self._changed():
            row_id, key = self._rows[row].id, self.columns[column].key
            changed.setdefault(row_id, {})[key] = values[row_id][key]
        return changed

    def draft(self) -> dict[str, str]:
        """``row id<tab>column key`` → text, of changed cells."""
        return {self.name_of(place): self._texts[place] for place in self._changed()}

    def restore(self, draft: Mapping[str, str]) -> tuple[str, ...]:
        """Bring a draft back; returns the names this sheet has no open cell for."""
        places = {self.name_of(place): place for place in self._texts if self._is_open(place)}
        self.set_texts({places[name]: text for name, text in draft.items() if name in places})
        return tuple(name for name in draft if name not in places)

    def name_of(self, place: Place) -> str:
        """The name of a cell in a draft."""
        return f"{self._rows[place[0]].id}\t{self.columns[place[1]].key}"

    def filled(self) -> int:
        """Rows in which something stands."""
        columns = range(len(self.columns))
        return sum(any(self._texts[row, column].strip() for column in columns) for row in range(len(self._rows)))

    def index_of(self, place: Place) -> QModelIndex:
        """The model's index of a cell to fill in."""
        return self.index(place[0], place[1] + len(self.heads))

    def place_of(self, index: Index) -> Place:
        """Row and place among the columns to fill in; negative over what is given."""
        return self._place(index)

    def _place(self, index: Index) -> Place:
        return index.row(), index.column() - len(self.heads)

    def _is_open(self, place: Place) -> bool:
        return place in self._texts and self._rows[place[0]].why_not is None

    def _changed(self) -> list[Place]:
        return [place for place in sorted(self._texts) if self._texts[place] != self._base[place]]

    def _reading(self, place: Place) -> Reading[Any]:
        text = self._texts[place]
        sure = self._values.get(place)
        if sure is not None and sure[0] == text:
            return Understood(sure[1])
        return self.columns[place[1]].read(text)

    def _value(self, place: Place) -> Any:
        reading = self._reading(place)
        return reading.value if isinstance(reading, Understood) else None

    def _trouble(self, place: Place) -> Words | None:
        reading = self._reading(place)
        if isinstance(reading, Understood):
            return None
        if isinstance(reading, Asked):
            return Words(reading.question, reading.params)
        return Words(reading.reason, reading.params)

    def _write(self, texts: Mapping[Place, str]) -> None:
        for place, text in texts.items():
            self._texts[place] = text
            reading = self._reading(place)
            if isinstance(reading, Understood) and reading.value is not None:
                shown = self.columns[place[1]].show(reading.value)
                self._texts[place] = shown
                self._values[place] = (shown, reading.value)
            index = self.index_of(place)
            self.dataChanged.emit(index, index)
        self.edited.emit()

    def _shown(self, place: Place, role: int) -> object:
        trouble = self._trouble(place)
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._danger[1] if trouble is not None else None
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._danger[0] if trouble is not None else None
        if role == Qt.ItemDataRole.DecorationRole:
            return self._mark if trouble is not None else None
        why_not = self._rows[place[0]].why_not
        if role == Qt.ItemDataRole.ToolTipRole:
            return trouble.shown() if trouble is not None else tr(why_not) if why_not is not None else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = f"{tr(self.columns[place[1]].head)}: {self._texts[place]}"
            return spoken if trouble is None else f"{spoken}. {trouble.shown()}"
        return self._texts[place] if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole} else None

    def _on_theme_changed(self) -> None:
        self._danger = self._theme.tone(Tone.DANGER)
        self._mark = self._theme.icon(self._theme.tone_icon(Tone.DANGER), "danger")
        self._quiet = self._theme.color("quiet")

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.heads) + len(self.columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._is_open(self._place(index)) else flags

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            is_shown = role == Qt.ItemDataRole.DisplayRole and section < len(self._rows)
            return f"{section + 1}.  {self._rows[section].heads[0]}" if is_shown else None
        place = section - len(self.heads)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(is_number=place >= 0 and self.columns[place].is_number)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if place < 0:
            return tr(self.heads[section])
        return "\n".join(filter(None, (tr(self.columns[place].head), self.columns[place].unit)))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place = self._place(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(is_number=place[1] >= 0 and self.columns[place[1]].is_number)
        if place[1] >= 0:
            return self._shown(place, role)
        if role == Qt.ItemDataRole.ForegroundRole and self._rows[index.row()].why_not is not None:
            return self._quiet
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
        return self._rows[index.row()].heads[index.column() + 1] if role in shown else None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place = self._place(index)
        if role != Qt.ItemDataRole.EditRole or not self._is_open(place):
            return False
        self.set_texts({place: str(value)})
        return True


def _side(*, is_number: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignVCenter | (
        Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    )
