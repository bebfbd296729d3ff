"""What other pages hear of labour: today's sheets that are missing, tools that are out, shifts in the calendar."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.calendar.api import OccupiedAsked, Slot, SlotKind
from facility_app.modules.labour.domain.rights import VIEW_LABOUR
from facility_app.modules.labour.domain.sheets import instant
from facility_app.modules.labour.queries.records import COUNT, MEMBER, SHEET, TEAM
from facility_app.modules.labour.queries.sheets import list_day_sheets
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures

SHEETS_PAGE, TOOLS_PAGE = "labour.sheets", "labour.tools"
"""Where a figure leads: today's sheets, the missing ones first; what of the tools is out."""


def _figures(uow: UnitOfWork, question: HomeFigures) -> tuple[HomeFigure, ...]:
    if not uow.actor.may(VIEW_LABOUR):
        return ()
    rows = [row for row in list_day_sheets(uow, local_date(question.now)) if row.is_due]
    missing = sum(row.is_missing for row in rows)
    made = []
    if missing:
        text = label("labour", "tổ chưa có phiếu chấm công hôm nay")
        made.append(HomeFigure("labour.missing", text, missing, FigureTone.WARNING, SHEETS_PAGE, order=30))
    if len(rows) > missing:
        text = label("labour", "phiếu chấm công hôm nay")
        made.append(HomeFigure("labour.sheets", text, len(rows) - missing, page=SHEETS_PAGE, order=31))
    out = uow.session.scalar(
        sa.select(sa.func.sum(COUNT.taken)).where(COUNT.returned.is_(None), COUNT.voided_at.is_(None))
    )
    if out:
        text = label("labour", "dụng cụ chưa thu về")
        made.append(HomeFigure("labour.tools_out", text, out, FigureTone.DANGER, TOOLS_PAGE, order=3))
    return tuple(made)


def _occupied(uow: UnitOfWork, asked: OccupiedAsked) -> tuple[Slot, ...]:
    """Shifts of teams: as planned on each of their weekdays, as held where there is a sheet."""
    first, last = local_date(asked.from_at), local_date(asked.to_at)
    teams = uow.session.execute(sa.select(TEAM.id.table).where(TEAM.voided_at.is_(None))).all()
    members = _members(uow)
    held: dict[tuple[str, Any], list[Any]] = {}
    sheets = sa.select(SHEET.id.table).where(SHEET.held_on.between(first, last), SHEET.voided_at.is_(None))
    for row in uow.session.execute(sheets):
        held.setdefault((row.team_id, row.held_on), []).append(row)
    made = []
    day = first
    while day <= last:
        for team in teams:
            people = frozenset(
                one for one, begin, end in members.get(team.id, ()) if begin <= day < (end or day + _ONE)
            )
            rows = held.get((team.id, day)) or ([team] if str(day.isoweekday()) in team.weekdays else [])
            for row in rows if people else ():
                source = ("labour_sheet", row.id) if row is not team else ("labour_team", f"{team.id}:{day}")
                made.append(
                    Slot(
                        SlotKind.LABOUR,
                        instant(day, row.starts_minute),
                        instant(day, row.ends_minute),
                        source,
                        people,
                        frozenset({team.officer_id}),
                        name=team.name,
                        place=team.place or "",
                    )
                )
        day += _ONE
    return tuple(made)


_ONE = timedelta(days=1)


def _members(uow: UnitOfWork) -> dict[str, list[tuple[str, Any, Any]]]:
    found: dict[str, list[tuple[str, Any, Any]]] = {}
    columns = (MEMBER.team_id, MEMBER.resident_id, MEMBER.from_on, MEMBER.to_on)
    for team_id, *rest in uow.session.execute(sa.select(*columns).where(MEMBER.voided_at.is_(None))):
        found.setdefault(team_id, []).append((rest[0], rest[1], rest[2]))
    return found


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {
    HomeFigures: (_figures,),
    OccupiedAsked: (_occupied,),
}
