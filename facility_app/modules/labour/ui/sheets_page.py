"""Phiếu chấm công: the teams of a day, those that lack a sheet first."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.labour.domain.rights import KEEP_SHEETS, VIEW_LABOUR
from facility_app.modules.labour.queries.sheets import DaySheetRow, list_day_sheets
from facility_app.modules.labour.ui import places
from facility_app.modules.labour.ui import words as said
from facility_app.modules.labour.ui.team_lists import NAME, OFFICER, PLACE, SHIFT, STATE, WORK
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("labour", "Phiếu chấm công ngày")
LIST = label("labour", "Các tổ trong ngày")
EMPTY = label("labour", "Chưa có tổ lao động nào. Hãy lập tổ trước.")
WORKED, HOURS = label("labour", "Có lao động"), label("labour", "Tổng giờ")
MISSING, KEPT, NONE = (
    label("labour", "Thiếu phiếu"),
    label("labour", "Đã chấm công"),
    label("labour", "Không phải ngày làm việc"),
)
OPEN, MORE = label("verbs", "Mở phiếu"), label("verbs", "Thêm ca")
BEFORE, AFTER, TODAY = label("verbs", "Ngày trước"), label("verbs", "Ngày sau"), label("verbs", "Hôm nay")
HINT = label("labour", "Enter mở phiếu · Ctrl+← ngày trước · Ctrl+→ ngày sau")
NO_ROW = label("labour", "Hãy chọn một tổ trước.")
NEW = "new"
"""In place of a sheet's id: one more sheet of that team and day, for another shift."""


class Day:
    """The day whose teams are listed."""

    def __init__(self, on: date) -> None:
        """That one."""
        self.on = on


def sheet_route(row: DaySheetRow) -> Route:
    """The sheet of a team and day; its own where a team has several."""
    return route_of(row.team.team_id, row.held_on, row.sheet_id)


def route_of(team_id: str, day: date, sheet_id: str = "") -> Route:
    """A sheet's place: team, day, and which sheet."""
    return Route(places.SHEET, f"{team_id} {day.isoformat()} {sheet_id}".strip())


class SheetsPage(Page):
    """A day of teams.

    Attributes:
        teams: the list.
    """

    def __init__(self, context: PageContext) -> None:
        """Today's."""
        super().__init__(context)
        self._day = Day(context.today())
        self.teams = ListCard(context, _spec(self._day), parent=self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.teams)
        self.teams.row_activated.connect(self._on_activated)
        self.teams.selection_changed.connect(self.actions_changed)
        self.teams.model.counted.connect(self._on_counted)

    def open_sheet(self) -> None:
        """The sheet of the team chosen."""
        row: DaySheetRow | None = self.teams.row()
        if row is not None:
            self.context.go(sheet_route(row))

    def add_shift(self) -> None:
        """One more sheet of the team chosen, for another shift of that day."""
        row: DaySheetRow | None = self.teams.row()
        if row is not None:
            self.context.go(route_of(row.team.team_id, row.held_on, NEW if row.sheet_id else ""))

    def go_before(self) -> None:
        """The day before."""
        self.show_day(self._day.on - timedelta(days=1))

    def go_after(self) -> None:
        """The day after."""
        self.show_day(self._day.on + timedelta(days=1))

    def go_today(self) -> None:
        """This day."""
        self.show_day(self.context.today())

    def show_day(self, on: date) -> None:
        """The teams of a day."""
        self._day.on = on
        self.teams.begin()
        self.title_changed.emit()

    def _on_activated(self, _row_id: str) -> None:
        self.open_sheet()

    def _on_counted(self, _count: int) -> None:
        self.title_changed.emit()
        self.actions_changed.emit()

    def _why_none(self) -> str | None:
        return None if self.teams.row() is not None else tr(NO_ROW)

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def subtitle_text(self) -> str:
        return said.day_of_week(self._day.on)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        view, none = VIEW_LABOUR, self._why_none
        return (
            ActionSpec("labour.open_sheet", OPEN, self.open_sheet, "list-check", "", view, none),
            ActionSpec("labour.day_before", BEFORE, self.go_before, "chevron-left", "Ctrl+Left", view),
            ActionSpec("labour.day_today", TODAY, self.go_today, "calendar", "", view),
            ActionSpec("labour.day_after", AFTER, self.go_after, "chevron-right", "Ctrl+Right", view),
            ActionSpec(
                "labour.add_shift", MORE, self.add_shift, "plus", "", KEEP_SHEETS, none, is_in_menu=True
            ),
        )  # fmt: skip

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        wanted = route.args.get("day", "")
        self.show_day(date.fromisoformat(wanted) if wanted else self.context.today())

    @override
    def first_focus(self) -> QWidget:
        return self.teams.table


def _spec(day: Day) -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("name", NAME, _name, width=190, is_strong=True, note=_code),
        ColumnSpec("state", STATE, _state, width=190, tone=_tone),
        ColumnSpec("worked", WORKED, _worked, width=104, align=Align.END),
        ColumnSpec("hours", HOURS, _hours, width=100, align=Align.END),
        ColumnSpec("work", WORK, lambda row: row.team.work, width=170),
        ColumnSpec("officer", OFFICER, lambda row: row.team.officer, width=160, gives_way=1),
        ColumnSpec("shift", SHIFT, lambda row: said.times(row.team.shift), width=110, gives_way=2),
        ColumnSpec("place", PLACE, lambda row: row.team.place or "", width=130, gives_way=3),
    )
    return short_list("labour.day", LIST, EMPTY, columns, partial(_read, day), _row_id, places.SHEET_TABLES)


def _row_id(row: DaySheetRow) -> str:
    return f"{row.team.team_id} {row.sheet_id}"


def _name(row: DaySheetRow) -> str:
    return row.team.name


def _code(row: DaySheetRow) -> str:
    return row.team.code


def _state(row: DaySheetRow) -> str:
    if row.sheet_id:
        return tr(KEPT)
    return tr(MISSING if row.is_due else NONE)


def _tone(row: DaySheetRow) -> Tone:
    if row.sheet_id:
        return Tone.OK
    return Tone.WARNING if row.is_due else Tone.NEUTRAL


def _worked(row: DaySheetRow) -> str:
    return f"{row.worked}/{row.listed}" if row.sheet_id else str(row.team.members or "")


def _hours(row: DaySheetRow) -> str:
    return said.hours(row.minutes) if row.minutes else ""


def _read(day: Day, uow: Any) -> Sequence[DaySheetRow]:
    return list_day_sheets(uow, day.on)
