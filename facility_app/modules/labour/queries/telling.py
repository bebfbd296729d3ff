"""What others hear of labour: sheets that are missing, tools that are out, shifts of a day, who wishes to work."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.calendar.api import OccupiedAsked, Slot
from facility_app.modules.catalogues.api import list_holidays
from facility_app.modules.labour.domain.rights import VIEW_LABOUR
from facility_app.modules.labour.queries.facts import in_force
from facility_app.modules.labour.queries.records import COUNT, MEMBER, MONTH, REGISTRATION, SHEET, TEAM
from facility_app.modules.labour.queries.shifts import PLANNED, Shifts
from facility_app.modules.labour.queries.teams import on_day
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures
from facility_app.modules.treatment.api import WhoWishesToWork

WEEK_BACK: Final = timedelta(days=7)
"""As far back as a forgotten sheet is asked for on the home page; never into a closed month."""
_ONE: Final = timedelta(days=1)
SHEETS_PAGE, TOOLS_PAGE = "labour.sheets", "labour.tools"
"""Where a figure leads: today's sheets, the missing ones first; what of the tools is out."""


def _figures(uow: UnitOfWork, question: HomeFigures) -> tuple[HomeFigure, ...]:
    if not uow.actor.may(VIEW_LABOUR):
        return ()
    today = local_date(question.now)
    missing, kept, out, closed = _counted(uow, today)
    made = []
    if forgotten := _forgotten(uow, max(today - WEEK_BACK, date.min if closed is None else closed + _ONE), today):
        text = label("labour", "phiếu chấm công 7 ngày trước còn thiếu")
        day = {"day": min(forgotten).isoformat()}
        made.append(
            HomeFigure("labour.forgotten", text, len(forgotten), FigureTone.WARNING, SHEETS_PAGE, day, order=29)
        )
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


def _forgotten(uow: UnitOfWork, first: date, today: date) -> list[date]:
    """Days of teams before today, from a day on, that people were in and nobody kept a sheet of."""
    planned = Shifts(uow).between(first, today - _ONE) if first < today else ()
    return [local_date(one.from_at) for one in planned if one.source[0] == PLANNED]


def _counted(uow: UnitOfWork, day: date) -> tuple[int, int, int, date | None]:
    """Teams that owe a sheet of a day, sheets of teams that owe one, tools that are out, the last day closed."""
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
    closed = sa.select(sa.func.max(MONTH.last_on)).where(MONTH.home == uow.home).scalar_subquery()
    counts = (sa.func.count().filter(due.c.sheets == 0), sa.func.sum(due.c.sheets))
    missing, kept, tools, last = uow.session.execute(sa.select(*counts, out, closed).select_from(due)).one()
    if list_holidays(uow, day, day):
        missing = 0
    return missing, kept or 0, tools or 0, last


def _wishes(uow: UnitOfWork, asked: WhoWishesToWork) -> tuple[tuple[str, date], ...]:
    """Who registered, and since when; that somebody wishes to work is no secret from their doctor."""
    wanted = sa.select(REGISTRATION.resident_id, REGISTRATION.registered_on).where(*in_force(asked.on))
    return tuple((row[0], row[1]) for row in uow.session.execute(wanted))


def _occupied(uow: UnitOfWork, asked: OccupiedAsked) -> tuple[Slot, ...]:
    """Shifts of teams: as planned on each of their weekdays, as held where there is a sheet."""
    return Shifts(uow).between(local_date(asked.from_at), local_date(asked.to_at))


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {
    HomeFigures: (_figures,),
    OccupiedAsked: (_occupied,),
    WhoWishesToWork: (_wishes,),
}
