"""What a month still lacks before it is closed for good: sheets nobody kept, tools that did not come back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.modules.labour.domain.rights import VIEW_RESULTS
from facility_app.modules.labour.queries.records import COUNT, TEAM, TOOL
from facility_app.modules.labour.queries.shifts import PLANNED, Shifts


class GapKind(StrEnum):
    """Còn thiếu gì."""

    SHEET = "sheet"
    TOOL = "tool"


@dataclass(frozen=True, slots=True)
class MonthGap:
    """One thing a month lacks.

    Attributes:
        record: team and day of a sheet, a count of tools.
        tool, missing: what is out and how many; empty and 0 of a sheet.
    """

    kind: GapKind
    record: str
    held_on: date
    team_id: str
    team: str
    tool: str = ""
    missing: int = 0


def list_month_gaps(uow: UnitOfWork, first_on: date, last_on: date) -> tuple[MonthGap, ...]:
    """Sheets that teams with people owe of these days, and tools of these days that are out, by day and team.

    Of days to come nothing is lacking yet. What is closed is never asked for again, so whoever closes is told.
    """
    require(uow, VIEW_RESULTS)
    until = min(last_on, local_date(uow.now))
    if until < first_on:
        return ()
    planned = [one for one in Shifts(uow).between(first_on, until) if one.source[0] == PLANNED]
    found = [
        MonthGap(GapKind.SHEET, one.source[1], local_date(one.from_at), one.source[1].split(":")[0], one.name)
        for one in planned
    ]
    asked = (
        sa.select(COUNT.id, COUNT.held_on, TEAM.id, TEAM.name, TOOL.name, COUNT.taken)
        .join(TEAM.id.table, TEAM.id == COUNT.team_id)
        .join(TOOL.id.table, TOOL.id == COUNT.tool_id)
        .where(COUNT.held_on.between(first_on, until), COUNT.returned.is_(None), COUNT.voided_at.is_(None))
    )
    found += [MonthGap(GapKind.TOOL, *row) for row in uow.session.execute(asked)]
    return tuple(sorted(found, key=lambda one: (one.held_on, one.kind, one.team, one.tool, one.record)))
