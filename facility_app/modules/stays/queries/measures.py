"""From when to when each measure of somebody bound them: for what is only given back when it is over."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.rights import VIEW_STAYS
from facility_app.modules.stays.queries.stays import STAY


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure, over the stays that go on from each other.

    Attributes:
        from_on: first day of the first of its stays.
        over_on: the day it is over: of leaving as counted, or of the exit, whichever comes first; None while
            nobody can say.
    """

    resident_id: str
    from_on: date
    over_on: date | None


def list_measures(uow: UnitOfWork, resident_ids: Collection[str]) -> tuple[Measure, ...]:
    """The measures of these people, the earliest first; a stay of temporary management goes on in the next one."""
    require(uow, VIEW_STAYS)
    asked = (
        sa.select(STAY.resident_id, STAY.admitted_on, STAY.leave_by, STAY.exited_on, STAY.exit_code)
        .where(STAY.resident_id.in_(sorted(set(resident_ids))), STAY.voided_at.is_(None))
        .order_by(STAY.resident_id, STAY.coming_no)
    )
    found: list[Measure] = []
    began: dict[str, date] = {}
    for row in uow.session.execute(asked):
        from_on = began.pop(row.resident_id, row.admitted_on)
        if row.exit_code is ExitCode.TEMP_TO_COMPULSORY:
            began[row.resident_id] = from_on
            continue
        ends = [day for day in (row.leave_by, row.exited_on) if day is not None]
        found.append(Measure(row.resident_id, from_on, min(ends, default=None)))
    return tuple(found)
