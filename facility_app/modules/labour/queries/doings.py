"""What somebody worked, for the picture of the stages of their stay."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.labels import label
from facility_app.modules.labour.domain.rights import VIEW_LABOUR
from facility_app.modules.labour.domain.sheets import Mark
from facility_app.modules.labour.queries.records import MARK, SHEET, TEAM
from facility_app.modules.stays.api import Doing, DoingsAsked

LABOUR = label("labour", "Lao động trị liệu")
WORKED = label("labour", "{name}: {days} ngày, {hours}")
_DAY: Final = timedelta(days=1)


def _doings(uow: UnitOfWork, asked: DoingsAsked) -> tuple[Doing, ...]:
    """A team from the first day they worked in it to the last."""
    if not uow.actor.may(VIEW_LABOUR):
        return ()
    found = uow.session.execute(
        sa.select(
            TEAM.name,
            sa.func.min(MARK.held_on),
            sa.func.max(MARK.held_on),
            sa.func.count(sa.distinct(MARK.held_on)),
            sa.func.sum(MARK.minutes),
        )
        .select_from(MARK.id.table)
        .join(SHEET.id.table, SHEET.id == MARK.sheet_id)
        .join(TEAM.id.table, TEAM.id == SHEET.team_id)
        .where(
            MARK.resident_id == asked.resident_id,
            MARK.held_on.between(asked.first, asked.last),
            MARK.mark == Mark.WORKED,
            MARK.voided_at.is_(None),
            SHEET.voided_at.is_(None),
        )
        .group_by(TEAM.id, TEAM.name)
    )
    return tuple(
        Doing(LABOUR, first, last + _DAY, WORKED, (("name", name), ("days", days), ("hours", _hours(minutes))))
        for name, first, last, days, minutes in found
    )


def _hours(minutes: int) -> str:
    """``92:30``, as the book has it."""
    return f"{minutes // 60}:{minutes % 60:02}"


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {DoingsAsked: (_doings,)}
