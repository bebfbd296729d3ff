"""Who is where, who leaves when, who is still here past the day: the numbers of every morning."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.stays.domain.gone import GONE
from facility_app.modules.stays.domain.presence import ON_THE_ROLL
from facility_app.modules.stays.domain.rights import VIEW_STAYS
from facility_app.modules.stays.domain.types import PresenceState, StayType
from facility_app.modules.stays.queries.gone import SAYS_INSIDE, list_gone
from facility_app.modules.stays.queries.stays import AWAY, OVERHELD, STAY, StayRow, list_stay_ids, list_stay_rows
from facility_app.modules.stays.tables import OverheldNote
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures

SOON_DAYS: Final = 30
"""Stage 5 and V-51 begin here; a number to look at, not a limit of the law."""
PAGE: Final = "stays.list"


def count_presence(uow: UnitOfWork) -> dict[str, int]:
    """How many open stays are where, by the code of each state of the roll; the sum is everybody answered for.

    Who went of their own will is not here, whatever the stay still says: they stand under ``GONE``.
    """
    require(uow, VIEW_STAYS)
    asked = (
        sa.select(STAY.presence, sa.func.count().label("number"))
        .where(STAY.exited_on.is_(None), STAY.voided_at.is_(None))
        .group_by(STAY.presence)
    )
    counted = {row.presence: row.number for row in uow.session.execute(asked)}
    by_code = {state.value: counted.get(state, 0) for state in PresenceState if state in ON_THE_ROLL}
    gone = _count(uow, sa.and_(SAYS_INSIDE, STAY.resident_id.in_(list_gone(uow))))
    return by_code | {PresenceState.INSIDE.value: by_code[PresenceState.INSIDE] - gone, GONE: gone}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where somebody with an open stay is, in a few marks; for rolls and whoever places people.

    Attributes:
        is_gone: whether they went of their own will though the stay still says that they are inside.
    """

    stay_id: str
    resident_id: str
    stay_type: StayType
    presence: PresenceState
    presence_on: date
    admitted_on: date
    is_gone: bool


def list_whereabouts(uow: UnitOfWork, resident_ids: Sequence[str] = ()) -> tuple[Whereabouts, ...]:
    """Everybody answered for, or those of these people who are, in the order of their ids."""
    require(uow, VIEW_STAYS)
    columns = (STAY.id, STAY.resident_id, STAY.stay_type, STAY.presence, STAY.presence_on, STAY.admitted_on)
    is_gone = sa.and_(SAYS_INSIDE, STAY.resident_id.in_(list_gone(uow)))
    asked = sa.select(*columns, is_gone).where(STAY.exited_on.is_(None), STAY.voided_at.is_(None))
    if resident_ids:
        asked = asked.where(STAY.resident_id.in_(resident_ids))
    return tuple(Whereabouts(*row) for row in uow.session.execute(asked.order_by(STAY.resident_id)))


def list_leaving(uow: UnitOfWork, first: date, last: date) -> tuple[StayRow, ...]:
    """Who is to leave from ``first`` to ``last``, both included, in the order of the days."""
    require(uow, VIEW_STAYS)
    asked = sa.select(STAY.id).where(
        STAY.leave_by.between(first, last), STAY.exited_on.is_(None), STAY.voided_at.is_(None)
    )
    return list_stay_rows(uow, uow.session.scalars(asked.order_by(STAY.leave_by, STAY.id)).all())


def list_overheld(uow: UnitOfWork) -> tuple[StayRow, ...]:
    """Who is still here after the day of leaving, longest first."""
    require(uow, VIEW_STAYS)
    return list_stay_rows(uow, list_stay_ids(uow, Look(filters={"state": OVERHELD})))


def _figures(uow: UnitOfWork, question: HomeFigures) -> tuple[HomeFigure, ...]:
    if not uow.actor.may(VIEW_STAYS):
        return ()
    today = local_date(question.now)
    where = count_presence(uow)
    inside, escaped = where[PresenceState.INSIDE], where[PresenceState.ESCAPED]
    away = sum(where.values()) - inside - escaped
    soon = _count(uow, STAY.leave_by.between(today, today + timedelta(days=SOON_DAYS)))
    over = _count(uow, STAY.leave_by < today)
    made = [
        HomeFigure(
            "stays.inside",
            label("stays", "có mặt tại cơ sở"),
            inside,
            page=PAGE,
            args={"presence": PresenceState.INSIDE},
            order=10,
        ),
        HomeFigure(
            "stays.away", label("stays", "tạm vắng"), away, FigureTone.INFO, PAGE, {"state": AWAY}, order=11
        ),
        HomeFigure(
            "stays.leaving",
            label("stays", "ra trong 30 ngày"),
            soon,
            page=PAGE,
            args={"ends_within": "30"},
            order=12,
        ),
    ]
    if escaped:
        made.append(
            HomeFigure(
                "stays.escaped",
                label("stays", "đang bỏ trốn"),
                escaped,
                FigureTone.DANGER,
                PAGE,
                {"presence": PresenceState.ESCAPED},
                order=13,
            )
        )
    if over:
        made.append(
            HomeFigure(
                "stays.overheld",
                label("stays", "quá ngày phải cho ra"),
                over,
                FigureTone.DANGER if _count_unexplained(uow, today) else FigureTone.WARNING,
                PAGE,
                {"state": OVERHELD},
                order=1,
            )
        )
    return tuple(made)


def _count_unexplained(uow: UnitOfWork, today: date) -> int:
    """Of those kept past the day of leaving, who nobody has explained today."""
    note = sa.inspect(OverheldNote).local_table.c
    is_explained = sa.exists().where(note.stay_id == STAY.id, note.explained_until >= today)
    return _count(uow, sa.and_(STAY.leave_by < today, ~is_explained))


def _count(uow: UnitOfWork, wanted: sa.ColumnElement[bool]) -> int:
    asked = sa.select(sa.func.count(STAY.id)).where(wanted, STAY.exited_on.is_(None), STAY.voided_at.is_(None))
    return int(uow.session.scalar(asked) or 0)


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {HomeFigures: (_figures,)}
