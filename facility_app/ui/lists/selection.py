"""The selection of a long list, known by id, so that it survives a reload."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Slot
from PySide6.QtWidgets import QTableView

from facility_app.ui.models import PagedTableModel


@dataclass(frozen=True)
class TablePlace:
    """Where somebody is in a list, by ids: the rows selected, the one with the focus, the topmost in sight."""

    selected: tuple[str, ...]
    current: str
    top: str


class SelectionKeeper(QObject):
    """Puts selection, current row and scroll position back after the model was reset.

    A reload of the same look keeps the topmost row in its place; another look begins at the top, unless somebody
    comes back to where they were.
    """

    def __init__(self, view: QTableView, model: PagedTableModel[object]) -> None:
        """Keep the selection of ``view`` over ``model``; made after the view has the model."""
        super().__init__(view)
        self._view = view
        self._model = model
        self._was = TablePlace((), "", "")
        self._wished: TablePlace | None = None
        self._column = 0
        model.modelAboutToBeReset.connect(self._on_model_about_to_be_reset)
        model.modelReset.connect(self._on_model_reset)

    def selected_ids(self) -> tuple[str, ...]:
        """Ids of the selected rows, from top to bottom."""
        ids = self._model.ids
        return tuple(one for first, last in self._ranges() for one in ids[first : last + 1])

    def current_id(self) -> str:
        """Id of the row with the focus; empty when none has it."""
        number = self._view.currentIndex().row()
        ids = self._model.ids
        return ids[number] if 0 <= number < len(ids) else ""

    def place(self) -> TablePlace:
        """Where one is."""
        top = self._view.rowAt(0)
        ids = self._model.ids
        return TablePlace(self.selected_ids(), self.current_id(), ids[top] if 0 <= top < len(ids) else "")

    def come_to(self, place: TablePlace) -> None:
        """Be there again, now or with the first rows; what is gone meanwhile is left out."""
        if self._model.ids:
            self._put(place, self._model.place(place.top))
        else:
            self._wished = place

    def select(self, row_ids: Iterable[str], current: str = "") -> None:
        """Select these rows; the current one is ``current``, or the topmost."""
        places = self._model.places(row_ids)
        selection = QItemSelection()
        last = self._model.columnCount() - 1
        for first, end in _runs(places):
            selection.select(self._model.index(first, 0), self._model.index(end, last))
        at = self._model.place(current) if current else (places[0] if places else None)
        chosen = self._view.selectionModel()
        if at is not None:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            chosen.setCurrentIndex(self._model.index(at, self._column), flag)
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _ranges(self) -> list[tuple[int, int]]:
        """First and last row of every selected stretch, from top to bottom; none twice."""
        selection = self._view.selectionModel().selection()
        parts = (selection.at(number) for number in range(selection.count()))
        merged: list[tuple[int, int]] = []
        for first, last in sorted({(part.top(), part.bottom()) for part in parts}):
            begin = max(first, merged[-1][1] + 1) if merged else first
            if begin <= last:
                merged.append((begin, last))
        return merged

    @Slot()
    def _on_model_about_to_be_reset(self) -> None:
        self._was = self.place()
        self._column = max(0, self._view.currentIndex().column())

    @Slot()
    def _on_model_reset(self) -> None:
        if self._wished is not None and self._model.ids:
            wished, self._wished = self._wished, None
            self._put(wished, self._model.place(wished.top))
        else:
            self._put(self._was, self._model.place(self._was.top) if self._is_same_look() else 0)

    def _is_same_look(self) -> bool:
        return bool(self._model.is_refreshed and self._was.top)

    def _put(self, place: TablePlace, top: int | None) -> None:
        if place.selected or place.current:
            self.select(place.selected, place.current)
        if top is None:
            return
        # The view lays itself out later; until then it does not know how far it can scroll.
        self._view.executeDelayedItemsLayout()
        self._view.verticalScrollBar().setValue(top)


def _runs(numbers: Iterable[int]) -> Iterable[tuple[int, int]]:
    """First and last of every unbroken run of rising numbers."""
    first = last = -1
    for number in numbers:
        if number != last + 1 or first < 0:
            if first >= 0:
                yield first, last
            first = number
        last = number
    if first >= 0:
        yield first, last
