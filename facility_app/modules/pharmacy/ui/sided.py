"""A page of the pharmacy that is a list with what belongs to the row chosen at its right."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import Label
from facility_app.kernel.paging import Look
from facility_app.modules.pharmacy.ui.words import CHOOSE
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.lists.read_rows import Rows
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Scrolled

LEAST: Final = 190
"""Height of a card, at 100 %: the head, the column heads and a few rows."""
LIST_LEAST: Final = 420
"""Width of the list, at 100 %, below which the column goes below it."""
NARROWEST: Final = 320
UNBOUNDED: Final = 16_777_215
"""Qt's word for no bound."""


class Board:
    """Rows read once for ids and rows of a list; a reload reads anew.

    Attributes:
        rows: everything at the last reading.
    """

    def __init__(
        self,
        read: Callable[[Any], Sequence[Any]],
        row_id: Callable[[Any], str],
        pick: Callable[[Sequence[Any], Look], Sequence[Any]] | None = None,
    ) -> None:
        """Nothing read."""
        self._read, self._row_id, self._pick = read, row_id, pick
        self.rows: tuple[Any, ...] = ()

    def ids(self, uow: Any, look: Look) -> tuple[str, ...]:
        """Ids of those the look asks for."""
        self.rows = tuple(self._read(uow))
        found = self.rows if self._pick is None else self._pick(self.rows, look)
        return tuple(map(self._row_id, found))

    def of(self, uow: Any, ids: Sequence[str]) -> tuple[Any, ...]:
        """Those rows; read anew when one of them is not known."""
        known = {self._row_id(row): row for row in self.rows}
        if not set(ids) <= known.keys():
            known = {self._row_id(row): row for row in self._read(uow)}
        return tuple(known[one] for one in ids if one in known)


class Beside(QWidget):
    """A list with a column at its right; the column scrolls, and stands below where there is no room beside.

    Attributes:
        side: the column's layout.
    """

    def __init__(self, context: PageContext, panel: QWidget, wide: int) -> None:
        """The column has at least what its cards need, at most ``wide`` at 100 % where they need less."""
        super().__init__()
        self._theme, self._wide = context.theme, wide
        self._asked: tuple[bool, int] | None = None
        self._inner = QWidget()
        self._inner.setProperty("kind", "page")
        self.side = QVBoxLayout(self._inner)
        self.side.setContentsMargins(0, 0, 0, 0)
        self.side.setSpacing(context.theme.px(8))
        self._area = Scrolled(self._inner)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(context.theme.px(12))
        self._row.addWidget(panel, 1)
        self._row.addWidget(self._area)
        # What a card needs changes with what it shows, and the scroll area keeps that to itself.
        self._inner.installEventFilter(self)
        # Side by side they must not keep the window from becoming narrow.
        self.setMinimumWidth(context.theme.px(NARROWEST))

    def is_stacked(self) -> bool:
        """Whether the column stands below the list."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def _arrange(self) -> None:
        px, room = self._theme.px, self.width() - self._row.spacing()
        need = self._inner.minimumSizeHint().width() + self._area.verticalScrollBar().sizeHint().width()
        column = max(need, min(px(self._wide), room // 2))
        is_narrow = room - column < px(LIST_LEAST)
        asked = (is_narrow, column)
        if asked == self._asked:
            return
        self._asked = asked
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        self._row.setStretchFactor(self._area, 1 if is_narrow else 0)
        self._area.setMinimumWidth(0 if is_narrow else column)
        self._area.setMaximumWidth(UNBOUNDED if is_narrow else column)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def short_list(
    context: PageContext,
    list_id: str,
    title: Label,
    columns: tuple[ColumnSpec[Any], ...],
    row_id: Callable[[Any], str],
    empty: Label,
    stays_here: Callable[[Any], bool] | None = None,
) -> tuple[ListCard, Rows]:
    """A list in a card whose rows are read with something else, and those rows; ``stays_here`` as of a list."""
    rows = Rows(row_id)
    spec: ListSpec[Any] = ListSpec(
        id=list_id,
        title=title,
        columns=columns,
        ids=rows.ids,
        rows=rows.get,
        row_id=row_id,
        search=None,
        empty=empty,
        stays_here=stays_here,
    )
    made = ListCard(context, spec)
    made.setMinimumHeight(context.theme.px(LEAST))
    return made, rows


class SidedPage(ListPage):
    """The list at the left; subclasses add cards to ``side`` and read them in ``ask_side``.

    Attributes:
        side: the column at the right.
    """

    def __init__(self, context: PageContext, spec: ListSpec[Any], *, wide: int = 380) -> None:
        """The right column is ``wide`` at 100 %, less where there is little room."""
        super().__init__(context, spec)
        self.beside = Beside(context, self.panel, wide)
        self.side = self.beside.side
        whole = self.layout()
        if isinstance(whole, QBoxLayout):
            whole.addWidget(self.beside)
        self.panel.selection_changed.connect(self._on_chosen)
        self.panel.model.counted.connect(self._on_counted_rows)
        self.panel.model.dataChanged.connect(self._on_chosen)

    def ask_side(self) -> None:
        """Read what belongs to the row chosen, and show it."""

    def row(self) -> Any:
        """The row chosen; None while there is none, or several."""
        chosen = self.selected_ids()
        return self.panel.model.row_of(chosen[0]) if len(chosen) == 1 else None

    def why_no_row(self) -> str | None:
        """Why nothing can be done with a row."""
        return None if self.row() is not None else tr(CHOOSE)

    def run(self, work: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        """A decision without a form; a refusal is told."""
        self.context.runner.command(self, work).success(done).failure(self.refused).run()

    def refused(self, failure: Failure) -> None:
        """Tell why not."""
        self.context.say(failure.words, Tone.DANGER)

    def card(
        self,
        list_id: str,
        title: Label,
        columns: tuple[ColumnSpec[Any], ...],
        row_id: Callable[[Any], str],
        empty: Label,
    ) -> tuple[ListCard, Rows]:
        """A short list for the right column, and the rows it shows."""
        return short_list(self.context, list_id, title, columns, row_id, empty)

    def _on_chosen(self) -> None:
        self.actions_changed.emit()
        self.ask_side()

    def _on_counted_rows(self, count: int) -> None:
        if count and not self.selected_ids():
            # Something is always chosen, so that what stands beside it means something.
            self.panel.table.select_ids(self.panel.model.ids[:1])
        elif not count:
            self.ask_side()

    @override
    def refresh(self, change: Change) -> None:
        super().refresh(change)
        if not self.spec.tables.isdisjoint(change.tables):
            self.ask_side()


def bound(verb: Callable[[Any, Any], object], command: object) -> Callable[[Any], object]:
    """The verb with its command, for the writer's thread."""
    return partial(_run, verb, command)


def _run(verb: Callable[[Any, Any], object], command: object, uow: Any) -> object:
    return verb(uow, command)
