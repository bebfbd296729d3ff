"""Who is away when, for the calendar: out of the facility, and of hospital no more than that it is health."""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import LOCAL
from facility_app.modules.absences.domain.cases import CASE_KIND_LABELS, CaseKind, CaseState
from facility_app.modules.absences.queries.cases import CASE
from facility_app.modules.calendar.api import OccupiedAsked, Slot, SlotKind

PAGE: Final = "absences.list"
_GONE: Final = frozenset({CaseState.AWAY, CaseState.BACK, CaseState.GONE_ON})
_NAMED: Final = frozenset({CaseKind.FUNERAL, CaseKind.PROCEEDINGS, CaseKind.TRANSFER})
"""Kinds everybody may read of; of the others only that somebody is out."""
_PLACED: Final = frozenset({CaseKind.FUNERAL, CaseKind.PROCEEDINGS, CaseKind.HOSPITAL})
"""Kinds that are allowed for days to come."""


def _occupied(uow: UnitOfWork, asked: OccupiedAsked) -> tuple[Slot, ...]:
    """Who is out, and who is allowed to go; what has no end, or should have ended, lasts on."""
    columns = (CASE.id, CASE.resident_id, CASE.kind, CASE.state, CASE.left_at, CASE.back_at, CASE.due_back_at)
    gone = sa.and_(
        CASE.state.in_(_GONE),
        CASE.left_at < asked.to_at,
        sa.or_(CASE.back_at.is_(None), CASE.back_at > asked.from_at),
    )
    allowed = sa.and_(CASE.state == CaseState.ALLOWED, CASE.kind.in_(_PLACED), CASE.leave_from.is_not(None))
    wanted = sa.select(*columns, CASE.leave_from, CASE.leave_to).where(CASE.voided_at.is_(None))
    if asked.resident_ids is not None:
        wanted = wanted.where(CASE.resident_id.in_(asked.resident_ids))
    made = []
    for row in uow.session.execute(wanted.where(sa.or_(gone, allowed))):
        if row.state is CaseState.ALLOWED:
            first = datetime.combine(row.leave_from, time(), LOCAL)
            last = datetime.combine((row.leave_to or row.leave_from) + timedelta(days=1), time(), LOCAL)
        else:
            first, last = row.left_at, row.back_at or _until(row.due_back_at, uow.now, asked.to_at)
        if first < last:
            made.append(_slot(row, first, last))
    return tuple(made)


def _until(due_back_at: datetime | None, now: datetime, end: datetime) -> datetime:
    """Until when somebody is expected to be out: the day agreed on, or no end once it is over."""
    return end if due_back_at is None or due_back_at <= now else due_back_at


def _slot(row: Any, first: datetime, last: datetime) -> Slot:
    is_health = row.kind is CaseKind.HOSPITAL
    return Slot(
        SlotKind.HEALTH if is_health else SlotKind.AWAY,
        first,
        last,
        ("absence_case", row.id),
        frozenset({row.resident_id}),
        name=CASE_KIND_LABELS[row.kind] if row.kind in _NAMED else "",
        is_outside=True,
        page=PAGE,
        args=(("record", row.id),),
    )


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {OccupiedAsked: (_occupied,)}
