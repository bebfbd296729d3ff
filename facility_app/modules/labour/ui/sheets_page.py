"""Phiếu chấm công: the teams of a day, those that lack a sheet first."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.weekdays import HOLIDAY
from facility_app.modules.labour.domain.rights import KEEP_SHEETS, VIEW_LABOUR
from facility_app.modules.labour.queries.sheets import DaySheetRow, list_day_sheets
from facility_app.modules.labour.ui import places
from facility_app.modules.labour.ui import words as said
from facility_app.modules.labour.ui.team_lists import NAME, OFFICER, PLACE, SHIFT, STATE, WORK
from facility_app.ui.i18n import tr
from facility_app.ui.lists.day_page import DayPage, DaySpec
from facility_app.ui.models import Align, ColumnSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("labour", "Phiếu chấm công ngày")
WORKED, HOURS = label("labour", "Số người"), label("labour", "Tổng giờ")
AT_WORK = label("labour", "{worked}/{listed} có lao động")
MISSING, KEPT, NONE = (
    label("labour", "Thiếu phiếu"),
    label("labour", "Đã chấm công"),
    label("labour", "Không phải ngày làm việc"),
)
MORE = label("verbs", "Thêm ca")
TO_IMPORT = label("verbs", "Nhập chấm công từ Excel")
NEW = "new"
"""In place of a sheet's id: one more sheet of that team and day, for another shift."""


def sheet_route(row: DaySheetRow) -> Route:
    """The sheet of a team and day; its own where a team has several."""
    return route_of(row.team.team_id, row.held_on, row.sheet_id)


def route_of(team_id: str, day: date, sheet_id: str = "") -> Route:
    """A sheet's place: team, day, and which sheet."""
    return Route(places.SHEET, f"{team_id} {day.isoformat()} {sheet_id}".strip())


class SheetsPage(DayPage):
    """A day of teams."""

    def __init__(self, context: PageContext) -> None:
        """Today's."""
        super().__init__(context, SPEC)

    def add_shift(self) -> None:
        """One more sheet of the team chosen, for another shift of that day."""
        row: DaySheetRow | None = self.rows.row()
        if row is not None:
            self.context.go(route_of(row.team.team_id, row.held_on, NEW if row.sheet_id else ""))

    def to_import(self) -> None:
        """The file of the days of the team chosen."""
        row: DaySheetRow | None = self.rows.row()
        if row is not None:
            args = {"day": row.held_on.isoformat()}
            self.context.go(Route(places.IMPORT_MONTH, row.team.team_id, args))

    @override
    def sheet_of(self, row: DaySheetRow) -> Route:
        return sheet_route(row)

    @override
    def more_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "labour.add_shift", MORE, self.add_shift, "plus", "", KEEP_SHEETS, self.why_no_row,
                is_in_menu=True,
            ),
            ActionSpec(
                "labour.to_import_month", TO_IMPORT, self.to_import, "upload", "", KEEP_SHEETS, self.why_no_row,
                is_in_menu=True,
            ),
        )  # fmt: skip


def _row_id(row: DaySheetRow) -> str:
    return f"{row.team.team_id} {row.sheet_id}"


def _name(row: DaySheetRow) -> str:
    return row.team.name


def _code(row: DaySheetRow) -> str:
    return row.team.code


def _state(row: DaySheetRow) -> str:
    if row.sheet_id:
        return tr(KEPT)
    if row.holiday is not None:
        return tr(HOLIDAY, name=tr(row.holiday))
    return tr(MISSING if row.is_due else NONE)


def _tone(row: DaySheetRow) -> Tone:
    if row.sheet_id:
        return Tone.OK
    return Tone.WARNING if row.is_due else Tone.NEUTRAL


def _worked(row: DaySheetRow) -> str:
    if row.sheet_id:
        return tr(AT_WORK, worked=row.worked, listed=row.listed)
    # How many worked is not known before the sheet: until then only how many are in the team.
    return str(row.team.members) if row.is_due and row.team.members else ""


def _hours(row: DaySheetRow) -> str:
    return said.hours(row.minutes) if row.minutes else ""


def _read(on: date, uow: Any) -> Sequence[DaySheetRow]:
    return list_day_sheets(uow, on)


SPEC: Final = DaySpec(
    noun="labour",
    title=TITLE,
    listed=label("labour", "Các tổ trong ngày"),
    empty=label("labour", "Chưa có tổ lao động nào. Hãy lập tổ trước."),
    choose=label("labour", "Hãy chọn một tổ trước."),
    columns=(
        ColumnSpec("name", NAME, _name, width=190, is_strong=True, note=_code),
        ColumnSpec("state", STATE, _state, width=190, tone=_tone),
        ColumnSpec("worked", WORKED, _worked, width=150, align=Align.END),
        ColumnSpec("hours", HOURS, _hours, width=100, align=Align.END),
        ColumnSpec("work", WORK, lambda row: row.team.work, width=170, gives_way=1),
        ColumnSpec("officer", OFFICER, lambda row: row.team.officer, width=160, gives_way=2),
        ColumnSpec("shift", SHIFT, lambda row: said.times(row.team.shift), width=110, gives_way=3),
        ColumnSpec("place", PLACE, lambda row: row.team.place or "", width=130, gives_way=4),
    ),
    read=_read,
    row_id=_row_id,
    tables=places.SHEET_TABLES,
    view=VIEW_LABOUR,
)
