"""A month of a team as a spreadsheet that can be filled in and read again, and the sheets it is made of."""

from datetime import date, timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import add_months, format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.typed_times import hours_text
from facility_app.modules.labour.domain.file_heads import OF_TEAM
from facility_app.modules.labour.domain.lines import SheetLine
from facility_app.modules.labour.domain.rights import KEEP_SHEETS
from facility_app.modules.labour.domain.sheets import LETTERS, MARK_LABELS, Mark, clock
from facility_app.modules.labour.queries.records import MARK, SHEET
from facility_app.modules.labour.queries.teams import LabourTeamRow, list_labour_members, list_labour_team_rows
from facility_app.modules.residents.api import list_resident_marks
from facility_app.sheets.month_grid import month_blank
from facility_app.sheets.table_writer import Table

TITLE: Final = label("papers", "Bảng chấm công tháng {month}/{year}")
HOW: Final = label(
    "papers", "Số giờ (8 hoặc 7,5 hoặc 7:30), hoặc ký hiệu: {legend}. C: cả ca. Ô trống: giữ như cũ."
)


def month_table(uow: UnitOfWork, team_id: str, month: date) -> Table:
    """The month of a team as a file that can be filled in and read again: its people, its days of work till today.

    Args:
        uow: the unit of work.
        team_id: the team.
        month: any day of the month.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, KEEP_SHEETS)
    team = find_team(uow, team_id)
    first = month.replace(day=1)
    last = min(add_months(first, 1) - timedelta(days=1), max(local_date(uow.now), first))
    held = sheets_of(uow, team_id, first, last)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    shown: list[tuple[date, Any]] = []
    for day in days:
        there = held.get(day, ())
        shown += [(day, sheet) for sheet in there]
        if not there and str(day.isoweekday()) in team.weekdays:
            shown.append((day, None))
    lines = {id(sheet): lines_of(uow, sheet.id) for _, sheet in shown if sheet is not None}
    ids = {row.resident_id for day in {first, last} for row in list_labour_members(uow, team_id, day)}
    ids |= {one for kept in lines.values() for one in kept}
    people = sorted(list_resident_marks(uow, sorted(ids)).values(), key=lambda one: (one.code, one.resident_id))
    rows = [
        (
            one.code,
            one.name,
            [None if sheet is None else _cell(lines[id(sheet)].get(one.resident_id)) for _, sheet in shown],
        )
        for one in people
    ]
    heads = tuple(
        f"{format_date(day)} {clock(sheet.starts_minute)}" if len(held.get(day, ())) > 1 else format_date(day)
        for day, sheet in shown
    )
    legend = ", ".join(f"{letter} = {MARK_LABELS[mark].lower()}" for mark, letter in LETTERS.items())
    return month_blank(
        TITLE.format(month=f"{first.month:02}", year=first.year),
        heads,
        rows,
        (f"{OF_TEAM.format(code=team.code)} – {team.name}", HOW.format(legend=legend)),
    )


def find_team(uow: UnitOfWork, team_id: str) -> LabourTeamRow:
    """A team.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, KEEP_SHEETS)
    for row in list_labour_team_rows(uow, (team_id,)):
        return row
    raise UserError("not_found", label("errors", "Không còn tổ này. Hãy mở lại danh sách."))


def sheets_of(uow: UnitOfWork, team_id: str, first: date, last: date) -> dict[date, list[Any]]:
    """Day → its sheets, by the beginning of their shifts."""
    require(uow, KEEP_SHEETS)
    asked = (
        sa.select(SHEET.id.table)
        .where(SHEET.team_id == team_id, SHEET.held_on.between(first, last), SHEET.voided_at.is_(None))
        .order_by(SHEET.held_on, SHEET.starts_minute)
    )
    found: dict[date, list[Any]] = {}
    for row in uow.session.execute(asked):
        found.setdefault(row.held_on, []).append(row)
    return found


def lines_of(uow: UnitOfWork, sheet_id: str) -> dict[str, SheetLine]:
    """Resident → what a sheet says of them."""
    require(uow, KEEP_SHEETS)
    asked = sa.select(MARK.id.table).where(MARK.sheet_id == sheet_id, MARK.voided_at.is_(None))
    return {
        row.resident_id: SheetLine(
            row.resident_id, row.mark, row.minutes or None, row.output_milli, row.quality, row.note
        )
        for row in uow.session.execute(asked)
    }


def _cell(line: SheetLine | None) -> str | None:
    """What a file says of a line: the letter of an absence, the hours of work."""
    if line is None or line.mark is None:
        return None
    return hours_text(line.minutes or 0) if line.mark is Mark.WORKED else LETTERS[line.mark]
