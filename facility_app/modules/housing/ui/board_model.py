"""The beds of the board as rows: what a reader hears, what the pointer says."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from facility_app.modules.housing.queries.board import Board, BoardBed, BoardRoom
from facility_app.modules.housing.ui import words


class BedModel(QAbstractListModel):
    """Every bed, in the order of the board."""

    def __init__(self, parent: QObject | None = None) -> None:
        """No bed."""
        super().__init__(parent)
        self.beds: tuple[tuple[BoardBed, BoardRoom], ...] = ()
        self._places: dict[str, int] = {}
        self._people: dict[str, int] = {}

    def show_board(self, board: Board) -> None:
        """Take the beds of a board."""
        self.beginResetModel()
        self.beds = tuple((bed, room) for zone in board.zones for room in zone.rooms for bed in room.beds)
        self._places = {bed.bed_id: place for place, (bed, _) in enumerate(self.beds)}
        self._people = {
            bed.occupant.resident_id: place for place, (bed, _) in enumerate(self.beds) if bed.occupant is not None
        }
        self.endResetModel()

    def place_of(self, bed_id: str) -> int | None:
        """Where a bed stands."""
        return self._places.get(bed_id)

    def place_of_person(self, resident_id: str) -> int | None:
        """Where somebody sleeps."""
        return self._people.get(resident_id)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.beds)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        bed, room = self.beds[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return bed.code
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return words.bed_says(bed, room)
        return None
