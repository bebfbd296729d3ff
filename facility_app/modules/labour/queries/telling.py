"""What others hear of labour: sheets that are missing, tools that are out, shifts of a day, who wishes to work."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date, moment_of
from facility_app.kernel.labels import label
from facility_app.modules.calendar.api import OccupiedAsked, Slot, SlotKind
from facility_app.modules.labour.domain.rights import VIEW_LABOUR
from facility_app.modules.labour.queries.facts import in_force
from facility_app.modules.labour.queries.records import COUNT, MEMBER, REGISTRATION, SHEET, TEAM
from facility_app.modules.labour.queries.teams import on_day
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures
from facility_app.modules.treatment.api import WhoWishesToWork

SHEETS_PAGE, TOOLS_PAGE = "labour.sheets", "labour.tools"
"""Where a figure leads: today's sheets, the missing ones first; what of the tools is out."""


def _figures(uow: UnitOfWork, question: HomeFigures) -> tuple[HomeFigure, ...]:
    if not uow.actor.may(VIEW_LABOUR):
        return ()
    missing, kept, out = _counted(uow, local_date(question.now))
    made = []
    if missing:
        text = label("labour", "tổ chưa có phiếu chấm công hôm nay")
        made.append(HomeFigure("labour.missing", text, missing, FigureTone.WARNING, SHEETS_PAGE, order=30))
    if kept:
        text = label("labour", "phiếu chấm công hôm nay")
        made.append(HomeFigure("labour.sheets", text, kept, page=SHEETS_PAGE, order=31))
    if out:
        text = label("labour", "dụng cụ chưa thu về")
        made.append(HomeFigure("labour.tools_out", text, out, FigureTone.DANGER, TOOLS_PAGE, order=3))
    return tuple(made)


def _counted(uow: UnitOfWork, day: date) -> tuple[int, int, int]:
    """Teams that owe a sheet of a day, sheets there are of teams that owe one, and tools that are out."""
    sheets = (
        sa.select(sa.func.count())
        .where(SHEET.team_id == TEAM.id, SHEET.held_on == day, SHEET.voided_at.is_(None))
        .scalar_subquery()
    )
    out = (
        sa.select(sa.func.sum(COUNT.taken))
        .where(COUNT.returned.is_(None), COUNT.voided_at.is_(None))
        .scalar_subquery()
    )
    has_people = sa.exists().where(MEMBER.team_id == TEAM.id, *on_day(day))
    due = (
        sa.select(sheets.label("sheets"))
        .where(TEAM.weekdays.contains(str(day.isoweekday())), has_people, TEAM.voided_at.is_(None))
        .subquery()
    )
    asked = sa.select(sa.func.count().filter(due.c.sheets == 0), sa.func.sum(due.c.sheets), out).select_from(due)
    missing, kept, tools = uow.session.execute(asked).one()
    return missing, kept or 0, tools or 0


def _wishes(uow: UnitOfWork, asked: WhoWishesToWork) -> tuple[tuple[str, date], ...]:
    """Who registered, and since when; that somebody wishes to work is no secret from their doctor."""
    wanted = sa.select(REGISTRATION.resident_id, REGISTRATION.registered_on).where(*in_force(asked.on))
    return tuple((row[0], row[1]) for row in uow.session.execute(wanted))


def _occupied(uow: UnitOfWork, asked: OccupiedAsked) -> tuple[Slot, ...]:
    """Shifts of teams: as planned on each of their weekdays, as held where there is a sheet."""
    first, last = local_date(asked.from_at), local_date(asked.to_at)
    members = _members(uow, first, last)
    if not members:
        return ()
    teams: dict[str, Any] = {}
    held: dict[tuple[str, date], list[Any]] = {}
    own = (SHEET.id.label("sheet_id"), SHEET.held_on)
    shifts = (SHEET.starts_minute.label("began"), SHEET.ends_minute.label("ended"))
    of_team = sa.and_(SHEET.team_id == TEAM.id, SHEET.held_on.between(first, last), SHEET.voided_at.is_(None))
    known = (TEAM.id, TEAM.name, TEAM.place, TEAM.officer_id, TEAM.weekdays, TEAM.starts_minute, TEAM.ends_minute)
    wanted = (
        sa.select(*known, *own, *shifts)
        .select_from(TEAM.id.table)
        .outerjoin(SHEET.id.table, of_team)
        .where(TEAM.voided_at.is_(None))
        .order_by(TEAM.code, TEAM.id, SHEET.held_on, SHEET.starts_minute)
    )
    for row in uow.session.execute(wanted):
        teams[row.id] = row
        if row.sheet_id is not None:
            held.setdefault((row.id, row.held_on), []).append(
                (row.began, row.ended, ("labour_sheet", row.sheet_id))
            )
    made = []
    day = first
    while day <= last:
        for team in teams.values():
            people = frozenset(
                one for one, begin, end in members.get(team.id, ()) if begin <= day < (end or day + _ONE)
            )
            planned = (team.starts_minute, team.ends_minute, ("labour_team", f"{team.id}:{day}"))
            is_due = str(day.isoweekday()) in team.weekdays
            for starts, ends, source in held.get((team.id, day), [planned] if is_due else []) if people else ():
                made.append(
                    Slot(
                        SlotKind.LABOUR,
                        moment_of(day, starts),
                        moment_of(day, ends),
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


def _members(uow: UnitOfWork, first: date, last: date) -> dict[str, list[tuple[str, date, date | None]]]:
    """Team → who is in it on some day between two, and from when until when."""
    found: dict[str, list[tuple[str, date, date | None]]] = {}
    asked = sa.select(MEMBER.team_id, MEMBER.resident_id, MEMBER.from_on, MEMBER.to_on).where(
        MEMBER.from_on <= last, sa.or_(MEMBER.to_on.is_(None), MEMBER.to_on > first), MEMBER.voided_at.is_(None)
    )
    for team_id, resident_id, begin, end in uow.session.execute(asked):
        found.setdefault(team_id, []).append((resident_id, begin, end))
    return found


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {
    HomeFigures: (_figures,),
    OccupiedAsked: (_occupied,),
    WhoWishesToWork: (_wishes,),
}
