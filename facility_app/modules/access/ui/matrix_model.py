"""The table of rights: a row for each verb and each thing to be seen, a column for each role."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from facility_app.kernel.actor import ROLE_LABELS, Role
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.modules.access.domain import MatrixRow, RoleMatrix
from facility_app.ui.i18n import shown, tr

MAY = label("access", "được")
MAY_NOT = label("access", "không")
SPOKEN = label("access", "{role}, {verb}: {answer}")
SEEN = label("access", "{words} (xem)")
MAY_ROLE = Qt.ItemDataRole.UserRole
IS_SEEN_ROLE = Qt.ItemDataRole.UserRole + 1
ENDS_ROLE = Qt.ItemDataRole.UserRole + 2
"""Whether the row is the last of its slice."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class MatrixModel(QAbstractTableModel):
    """Rows that fit what is searched for; nothing of it can be changed here."""

    def __init__(self, matrix: RoleMatrix, parent: QObject | None = None) -> None:
        """All rows."""
        super().__init__(parent)
        self._matrix = matrix
        self._rows: tuple[MatrixRow, ...] = matrix.rows

    def narrow(self, text: str, role: Role | None) -> None:
        """Show the rows whose words hold ``text`` and that ``role`` may; None for every role."""
        wanted = fold(text)
        self.beginResetModel()
        self._rows = tuple(
            row
            for row in self._matrix.rows
            if (not wanted or wanted in fold(row_text(row))) and (role is None or row.is_held_by(role))
        )
        self.endResetModel()

    def rows(self) -> Sequence[MatrixRow]:
        """What is shown."""
        return self._rows

    def roles(self) -> tuple[Role, ...]:
        """The columns."""
        return self._matrix.roles

    def sentence(self, row: int, column: int) -> str:
        """A cell in words."""
        line, role = self._rows[row], self._matrix.roles[column]
        answer = tr(MAY if line.is_held_by(role) else MAY_NOT)
        return tr(SPOKEN, role=ROLE_LABELS[role], verb=row_text(line), answer=answer)

    def ends(self, row: int) -> bool:
        """Whether the row is the last of its slice."""
        return row + 1 < len(self._rows) and self._rows[row].slice_id != self._rows[row + 1].slice_id

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._matrix.roles)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if not 0 <= row < len(self._rows):
            return None
        if role == MAY_ROLE:
            return self._rows[row].is_held_by(self._matrix.roles[column])
        if role == IS_SEEN_ROLE:
            return not self._rows[row].is_verb
        if role == ENDS_ROLE:
            return self.ends(row)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self.sentence(row, column)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_across = orientation is Qt.Orientation.Horizontal
        if not 0 <= section < (len(self._matrix.roles) if is_across else len(self._rows)):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return tr(ROLE_LABELS[self._matrix.roles[section]]) if is_across else row_text(self._rows[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and not is_across:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        return None


def row_text(row: MatrixRow) -> str:
    """What the row is called; what is only seen says so."""
    text = shown(row.text).replace("&", "")
    return text if row.is_verb else tr(SEEN, words=text)
