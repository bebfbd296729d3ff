"""Who leaves on which day, for the calendar: the whole of the day of release is taken."""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import Any, Final

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import LOCAL, local_date
from facility_app.modules.calendar.api import OccupiedAsked, Slot, SlotKind
from facility_app.modules.discharge.domain.gate import CASE_PAGE
from facility_app.modules.stays.api import list_leaving

_INSTANT: Final = timedelta(microseconds=1)
_DAY: Final = timedelta(days=1)


def _occupied(uow: UnitOfWork, asked: OccupiedAsked) -> tuple[Slot, ...]:
    """Whoever leaves by the term, on the last day of it."""
    if asked.resident_ids is not None and not asked.resident_ids:
        return ()
    made = []
    for stay in list_leaving(uow, local_date(asked.from_at), local_date(asked.to_at - _INSTANT)):
        if stay.leave_by is not None:
            first = datetime.combine(stay.leave_by, time(), LOCAL)
            made.append(
                Slot(
                    SlotKind.RELEASE,
                    first,
                    first + _DAY,
                    ("stay", stay.stay_id),
                    frozenset({stay.resident_id}),
                    is_outside=True,
                    page=CASE_PAGE,
                    args=(("record", stay.stay_id),),
                )
            )
    return tuple(made)


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {OccupiedAsked: (_occupied,)}
