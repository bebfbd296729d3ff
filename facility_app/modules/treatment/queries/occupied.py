"""When a doctor is to see somebody, for the calendar: that it is health and no more, never what for."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.modules.calendar.api import OccupiedAsked, Slot, SlotKind
from facility_app.modules.treatment.tables import SelfHarmWatch

TAKES: Final = timedelta(minutes=15)
"""A meeting with the doctor that nobody gave an end; a way of the program, no rule."""
_WATCH: Final = sa.inspect(SelfHarmWatch).local_table.c


def _occupied(uow: UnitOfWork, asked: OccupiedAsked) -> tuple[Slot, ...]:
    """Hours at which a doctor looks at somebody again.

    Nothing else of this slice has an hour of its own to which somebody goes: what a schedule of observation asks
    for is done where the person is, trips to a hospital are answered by absences, and what is agreed on with the
    clinic is entered in the calendar by hand. The slot names neither table nor page, for
    either would say what it is about.
    """
    wanted = sa.select(_WATCH.id, _WATCH.resident_id, _WATCH.review_at).where(
        _WATCH.review_at < asked.to_at,
        _WATCH.review_at > asked.from_at - TAKES,
        _WATCH.ended_at.is_(None),
        _WATCH.voided_at.is_(None),
    )
    if asked.resident_ids is not None:
        wanted = wanted.where(_WATCH.resident_id.in_(asked.resident_ids))
    return tuple(
        Slot(
            SlotKind.HEALTH,
            row.review_at,
            row.review_at + TAKES,
            ("treatment", row.id),
            frozenset({row.resident_id}),
        )
        for row in uow.session.execute(wanted)
    )


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {OccupiedAsked: (_occupied,)}
