"""A page of one day: its rows in a card, a key to the day before and after, and the sheet behind each row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label, label
from facility_app.ui.days import whole_day
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.lists.short_list import RowId, short_list
from facility_app.ui.models import ColumnSpec
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

OPEN = label("verbs", "Mở phiếu")
BEFORE, TODAY, AFTER = label("verbs", "Ngày trước"), label("verbs", "Hôm nay"), label("verbs", "Ngày sau")
HINT = label("ui", "Enter mở phiếu · Ctrl+PgUp ngày trước · Ctrl+PgDn ngày sau")

ReadDay = Callable[[date, Any], Sequence[Any]]


@dataclass(frozen=True, slots=True)
class DaySpec:
    """What a page of one day shows.

    Attributes:
        noun: the slice; its verbs are ``noun.open_sheet``, ``noun.day_before`` and so on, its list ``noun.day``.
        title: of the page.
        listed: what the rows of a day are.
        empty: what a day without rows says.
        choose: why nothing can be done while no row is chosen.
        columns: of a row.
        read: ``(day, uow)``: the rows of a day, those that lack a sheet first.
        row_id: of a row.
        tables: what the rows follow.
        view: who may look, and so go from day to day and open sheets; what may be done there is the sheet's own.
    """

    noun: str
    title: Label
    listed: Label
    empty: Label
    choose: Label
    columns: tuple[ColumnSpec[Any], ...]
    read: ReadDay
    row_id: RowId
    tables: frozenset[str]
    view: Permission


class DayPage(Page):
    """Today first, or the day of the route. Subclasses say which sheet a row has, and what else can be done.

    Attributes:
        day: the one shown.
        rows: the list.
    """

    def __init__(self, context: PageContext, spec: DaySpec) -> None:
        """Today's."""
        super().__init__(context)
        self._spec = spec
        self.day = context.today()
        read = partial(_read, self, spec.read)
        listed = short_list(
            f"{spec.noun}.day", spec.listed, spec.empty, spec.columns, read, spec.row_id, spec.tables
        )
        self.rows = ListCard(context, listed, parent=self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.rows)
        self.rows.row_activated.connect(self._on_activated)
        self.rows.selection_changed.connect(self.actions_changed)
        self.rows.model.counted.connect(self._on_counted)

    def sheet_of(self, row: Any) -> Route:
        """Where the sheet of a row is."""
        return Route(f"{self._spec.noun}.sheet", self._spec.row_id(row))

    def more_actions(self) -> tuple[ActionSpec, ...]:
        """What else can be done here."""
        return ()

    def open_sheet(self) -> None:
        """The sheet of the row chosen."""
        row = self.rows.row()
        if row is not None:
            self.context.go(self.sheet_of(row))

    def go_before(self) -> None:
        """The day before."""
        self.show_day(self.day - timedelta(days=1))

    def go_after(self) -> None:
        """The day after."""
        self.show_day(self.day + timedelta(days=1))

    def go_today(self) -> None:
        """This day."""
        self.show_day(self.context.today())

    def show_day(self, on: date) -> None:
        """The rows of a day."""
        self.day = on
        # Whoever comes back from a sheet comes back to its day.
        self.route = replace(self.route, args={**self.route.args, "day": on.isoformat()})
        self.rows.begin()
        self.title_changed.emit()

    def why_no_row(self) -> str | None:
        """Why nothing can be done with a row."""
        return None if self.rows.row() is not None else tr(self._spec.choose)

    @Slot(str)
    def _on_activated(self, _row_id: str) -> None:
        self.open_sheet()

    @Slot(int)
    def _on_counted(self, _count: int) -> None:
        self.title_changed.emit()
        self.actions_changed.emit()

    @override
    def title_text(self) -> str:
        return tr(self._spec.title)

    @override
    def subtitle_text(self) -> str:
        return whole_day(self.day)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        own, view = self._spec.noun, self._spec.view
        return (
            ActionSpec(f"{own}.open_sheet", OPEN, self.open_sheet, "list-check", "", view, self.why_no_row),
            # The first stands at the right: so the days come in their order, and both stay where it is narrow.
            ActionSpec(f"{own}.day_after", AFTER, self.go_after, "chevron-right", "Ctrl+PgDown", view),
            ActionSpec(f"{own}.day_before", BEFORE, self.go_before, "chevron-left", "Ctrl+PgUp", view),
            ActionSpec(f"{own}.day_today", TODAY, self.go_today, "calendar", "Ctrl+T", view),
            *self.more_actions(),
        )

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        wanted = route.args.get("day", "")
        self.show_day(date.fromisoformat(wanted) if wanted else self.context.today())

    @override
    def first_focus(self) -> QWidget:
        return self.rows.table


def _read(page: DayPage, read: ReadDay, uow: Any) -> Sequence[Any]:
    return read(page.day, uow)
