"""A long list on the screen: every id at once, rows when they are painted, and nothing asked while painting."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.kernel.paging import PAGE_SIZE, Look, Sort
from facility_app.ui.i18n import tr
from facility_app.ui.models.spec import Align, ColumnSpec, ListSpec
from facility_app.ui.tasks import Failure, Runner, Ticket

RowT = TypeVar("RowT")

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The whole row, or None while it is not here."""
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
ID_ROLE = Qt.ItemDataRole.UserRole + 2
TONE_ROLE = Qt.ItemDataRole.UserRole + 3
"""The tone of the chip, or None; as plain text once it went through a QVariant."""
INK_ROLE = Qt.ItemDataRole.UserRole + 4
"""The tone of plain letters, or None."""
NOTE_ROLE = Qt.ItemDataRole.UserRole + 5
"""What is said quietly behind the text, or None."""

KEPT_ROWS = 40 * PAGE_SIZE
"""Rows kept in memory; beyond, the longest unseen go."""
MOST_WANTED = 4
"""Pages asked for at most when the user flies through the list: the last ones painted count."""
NOT_HERE = "…"
GONE = label("ui", "không còn")

_ALIGN = {
    Align.START: Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
    Align.CENTER: Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter,
    Align.END: Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
}
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ListState(Enum):
    """What the page around the list shows."""

    LOADING = auto()
    EMPTY = auto()
    FAILED = auto()
    CONTENT = auto()


@dataclass(frozen=True, slots=True)
class Answer(Generic[RowT]):
    """What one read brought: the ids, and the rows where the user will look first."""

    ids: tuple[str, ...]
    asked: tuple[str, ...]
    rows: tuple[RowT, ...]


class PagedTableModel(QAbstractTableModel, Generic[RowT]):
    """The rows of a ``ListSpec``.

    Old rows stay while new ones come. A reload that finds the same ids resets nothing; another one resets the
    model, and the view finds its selection again by id.

    Signals:
        state_changed(ListState): loading, empty, failed, content.
        counted(int): rows of the list, after every answer.
        looked(Look): another look is asked for.
    """

    state_changed = Signal(object)
    counted = Signal(int)
    looked = Signal(object)

    def __init__(self, spec: ListSpec[RowT], runner: Runner, parent: QObject | None = None) -> None:
        """Empty, until ``show`` or ``reload``."""
        super().__init__(parent)
        self.spec = spec
        self.columns: tuple[ColumnSpec[RowT], ...] = spec.columns
        self.failure: Failure | None = None
        self._runner = runner
        self._look = Look(sorts=spec.default_sort)
        self._shown: Look | None = None
        self._state = ListState.LOADING
        self._ids: tuple[str, ...] = ()
        self._places: dict[str, int] | None = None
        self._rows: dict[str, RowT] = {}
        self._fresh: set[str] = set()
        self._top = 0
        self._wanted: dict[int, None] = {}
        self._asked: dict[int, Ticket] = {}
        self._is_watching = True
        self._is_outdated = False
        self._is_refreshed = False
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._on_asking_timeout)
        runner.changed.connect(self._on_runner_changed)

    @property
    def look(self) -> Look:
        """What the list is asked for."""
        return self._look

    @property
    def state(self) -> ListState:
        """What the page around it shows."""
        return self._state

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id, in order."""
        return self._ids

    @property
    def is_refreshed(self) -> bool:
        """Whether the rows shown answer the same look as those before them."""
        return self._is_refreshed

    def place(self, row_id: str) -> int | None:
        """The row number of an id, or None."""
        return self._numbers().get(row_id)

    def places(self, row_ids: Iterable[str]) -> list[int]:
        """The row numbers of those of these ids that are in the list, from top to bottom."""
        found = map(self._numbers().get, row_ids)
        return sorted(number for number in found if number is not None)

    def row(self, number: int) -> RowT | None:
        """The row at ``number``, if it is here."""
        return self._rows.get(self._ids[number]) if 0 <= number < len(self._ids) else None

    def row_of(self, row_id: str) -> RowT | None:
        """The row of an id, if it is here."""
        return self._rows.get(row_id)

    def show(self, look: Look) -> None:
        """Ask for another look; its order falls back to the list's own."""
        self._look = look if look.sorts else replace(look, sorts=self.spec.default_sort)
        self._top = 0
        self.looked.emit(self._look)
        self._ask_ids()

    def reload(self) -> None:
        """Ask again, because something may have changed."""
        self._ask_ids()

    def see_from(self, number: int) -> None:
        """Remember the topmost row seen, so that a reload brings those rows with its first answer."""
        self._top = number

    def set_watching(self, is_watching: bool) -> None:
        """Whether the list is seen; unseen, it waits with reloading until it is."""
        self._is_watching = is_watching
        if is_watching and self._is_outdated:
            self.reload()

    def _numbers(self) -> dict[str, int]:
        if self._places is None:
            self._places = dict(zip(self._ids, range(len(self._ids)), strict=True))
        return self._places

    def _ask_ids(self) -> None:
        self._is_outdated = False
        self._forget_asked()
        if not self._ids:
            self._set_state(ListState.LOADING)
        anchor = self._ids[self._top] if 0 < self._top < len(self._ids) else ""
        fn = partial(read_list, self.spec, self._look, anchor)
        self._runner.query(self, fn, topic="ids").success(self._on_ids_read).failure(self._on_ids_failed).run()

    def _forget_asked(self) -> None:
        for ticket in self._asked.values():
            ticket.cancel()
        self._asked.clear()
        self._wanted.clear()

    def _on_ids_read(self, answer: Answer[RowT]) -> None:
        self.failure = None
        self._is_refreshed, self._shown = self._look == self._shown, self._look
        if answer.ids == self._ids:
            self._fresh.clear()
            self._keep(answer.asked, answer.rows)
            self._tell_changed(0, len(self._ids) - 1)
        else:
            self.beginResetModel()
            self._ids, self._places = answer.ids, None
            self._fresh.clear()
            self._keep(answer.asked, answer.rows)
            self.endResetModel()
        self._set_state(ListState.CONTENT if self._ids else ListState.EMPTY)
        self.counted.emit(len(self._ids))

    def _on_ids_failed(self, failure: Failure) -> None:
        self.failure = failure
        self._set_state(ListState.FAILED)

    def _set_state(self, state: ListState) -> None:
        # Told each time: a second failure has other words, an empty answer may follow another look.
        self._state = state
        self.state_changed.emit(state)

    def _want(self, number: int) -> None:
        page = number // PAGE_SIZE
        if page in self._asked or next(reversed(self._wanted), None) == page:
            return
        self._wanted.pop(page, None)
        self._wanted[page] = None
        if len(self._wanted) > MOST_WANTED:
            del self._wanted[next(iter(self._wanted))]
        if not self._asking.isActive():
            self._asking.start()

    @Slot()
    def _on_asking_timeout(self) -> None:
        pages, self._wanted = list(self._wanted), {}
        for page in pages:
            begin = page * PAGE_SIZE
            wanted = [one for one in self._ids[begin : begin + PAGE_SIZE] if one not in self._fresh]
            if not wanted:
                continue
            op = self._runner.query(self, partial(read_rows, self.spec, tuple(wanted)), topic=f"rows {page}")
            op.success(partial(self._on_rows_read, page, tuple(wanted)))
            op.failure(partial(self._on_rows_failed, page))
            ticket = op.run()
            if not ticket.is_over:
                self._asked[page] = ticket

    def _on_rows_read(self, page: int, asked: tuple[str, ...], rows: tuple[RowT, ...]) -> None:
        self._asked.pop(page, None)
        self._keep(asked, rows)
        self._tell_changed(page * PAGE_SIZE, min((page + 1) * PAGE_SIZE, len(self._ids)) - 1)

    def _on_rows_failed(self, page: int, failure: Failure) -> None:
        self._asked.pop(page, None)
        self._on_ids_failed(failure)

    def _keep(self, asked: Sequence[str], rows: Sequence[RowT]) -> None:
        for one in asked:
            self._rows.pop(one, None)
        for row in rows:
            self._rows[self.spec.row_id(row)] = row
        self._fresh.update(asked)
        while len(self._rows) > KEPT_ROWS:
            oldest = next(iter(self._rows))
            del self._rows[oldest]
            self._fresh.discard(oldest)

    def _tell_changed(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    @Slot(object, object)
    def _on_runner_changed(self, change: Change, _initiator: QObject | None) -> None:
        if self.spec.tables.isdisjoint(change.tables):
            return
        if self._is_watching:
            self.reload()
        else:
            self._is_outdated = True

    def _absent(self, number: int, column: int, role: int) -> object:
        """A row that is not here: asked for once, or gone since the ids were read."""
        is_gone = self._ids[number] in self._fresh
        if not is_gone:
            self._want(number)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return (tr(GONE) if column == 0 else "") if is_gone else NOT_HERE
        return None

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number = index.row()
        if not 0 <= number < len(self._ids):
            return None
        column = self.columns[index.column()]
        if role == ID_ROLE:
            return self._ids[number]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[column.align]
        asked = _ANSWERS.get(role)
        if asked is None:
            return None
        row = self._rows.get(self._ids[number])
        if row is None:
            return self._absent(number, index.column(), role)
        if self._ids[number] not in self._fresh:
            self._want(number)
        return asked(column, row)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return tr(column.head)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[column.align]
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        key = self.columns[column].sort if 0 <= column < len(self.columns) else None
        sorts = (Sort(key, order is Qt.SortOrder.DescendingOrder),) if key else self.spec.default_sort
        if sorts != self._look.sorts:
            self.show(replace(self._look, sorts=sorts))


def _spoken(column: ColumnSpec[Any], row: Any) -> str:
    return f"{tr(column.head)}: {column.plain(row)}"


def _display(column: ColumnSpec[Any], row: Any) -> str:
    return column.text(row)


def _value(column: ColumnSpec[Any], row: Any) -> object:
    return column.typed(row)


def _tone(column: ColumnSpec[Any], row: Any) -> object:
    return None if column.tone is None else column.tone(row)


def _ink(column: ColumnSpec[Any], row: Any) -> object:
    return None if column.ink is None else column.ink(row)


def _note(column: ColumnSpec[Any], row: Any) -> str | None:
    return None if column.note is None else column.note(row)


def _whole(_column: ColumnSpec[Any], row: Any) -> object:
    return row


_ANSWERS: dict[int, Callable[[ColumnSpec[Any], Any], object]] = {
    Qt.ItemDataRole.DisplayRole: _display,
    Qt.ItemDataRole.EditRole: _value,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    ROW_ROLE: _whole,
    SORT_ROLE: _value,
    TONE_ROLE: _tone,
    INK_ROLE: _ink,
    NOTE_ROLE: _note,
}


def read_list(spec: ListSpec[RowT], look: Look, anchor: str, uow: Any) -> Answer[RowT]:
    """Ids, and the rows of the page the user will see, from one snapshot.

    Args:
        spec: the list.
        look: what it is asked for.
        anchor: id of the topmost row seen; the first page when it is not in the list.
        uow: the reading unit of work.
    """
    ids = spec.ids(uow, look)
    begin = ids.index(anchor) // PAGE_SIZE * PAGE_SIZE if anchor in ids else 0
    asked = ids[begin : begin + PAGE_SIZE]
    return Answer(ids, asked, spec.rows(uow, asked) if asked else ())


def read_rows(spec: ListSpec[RowT], wanted: Sequence[str], uow: Any) -> tuple[RowT, ...]:
    """The rows of these ids."""
    return spec.rows(uow, wanted)
