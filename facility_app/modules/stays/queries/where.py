"""Where people were at a moment that may be past: for the sheets of lessons and of work."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.modules.stays.domain.presence import ABSENCES, state_of
from facility_app.modules.stays.domain.rights import VIEW_STAYS
from facility_app.modules.stays.domain.types import PresenceState
from facility_app.modules.stays.queries.gone import list_gone
from facility_app.modules.stays.tables import PresenceChange, Stay, StayEvent

_STAY: Final = sa.inspect(Stay).local_table.c
_CHANGE: Final = sa.inspect(PresenceChange).local_table.c
_EVENT: Final = sa.inspect(StayEvent).local_table.c


def where_were(uow: UnitOfWork, resident_ids: Sequence[str], at: datetime) -> dict[str, PresenceState]:
    """Where each of these people was at an instant; out for whoever had no stay then.

    A way out or back that was written with its hour is believed to the minute; an absence known by its days alone
    (of a stay taken over from books) lasts from the beginning of its first day to the beginning of its last. Who
    went of their own will, and whose stay does not say so yet, is out from today on.
    """
    require(uow, VIEW_STAYS)
    day, wanted = local_date(at), set(resident_ids)
    stays = sa.select(_STAY.resident_id).where(
        _STAY.resident_id.in_(wanted),
        _STAY.voided_at.is_(None),
        _STAY.admitted_on <= day,
        sa.or_(_STAY.exited_on.is_(None), _STAY.exited_on >= day),
    )
    found = dict.fromkeys(wanted, PresenceState.OUT)
    found |= dict.fromkeys(uow.session.scalars(stays), PresenceState.INSIDE)
    if day >= local_date(uow.now):
        gone = list_gone(uow)
        found |= dict.fromkeys(wanted & gone, PresenceState.OUT)
        wanted -= gone
    by_days = _by_days(uow, wanted, at)
    by_hours = _by_hours(uow, wanted, at)
    inside = {one for one, state in found.items() if state is PresenceState.INSIDE}
    return found | {one: state for one, state in {**by_days, **by_hours}.items() if one in inside}


def _by_days(uow: UnitOfWork, wanted: set[str], at: datetime) -> Mapping[str, PresenceState]:
    """Absences nobody wrote an hour of."""
    day = local_date(at)
    told = sa.select(_CHANGE.event_id).where(
        _CHANGE.resident_id.in_(wanted), _CHANGE.event_id.is_not(None), _CHANGE.voided_at.is_(None)
    )
    asked = sa.select(_EVENT.resident_id, _EVENT.kind).where(
        _EVENT.resident_id.in_(wanted),
        _EVENT.kind.in_(ABSENCES),
        _EVENT.from_on <= day,
        sa.or_(_EVENT.to_on.is_(None), _EVENT.to_on > day),
        _EVENT.voided_at.is_(None),
        _EVENT.id.not_in(told),
    )
    return {one: state_of(kind) for one, kind in uow.session.execute(asked.order_by(_EVENT.from_on))}


def _by_hours(uow: UnitOfWork, wanted: set[str], at: datetime) -> Mapping[str, PresenceState]:
    """Where the last way out or back before that moment led."""
    asked: sa.Select[Any] = (
        sa.select(_CHANGE.resident_id, _CHANGE.to_state)
        .join(Stay, Stay.id == _CHANGE.stay_id)
        .where(
            _CHANGE.resident_id.in_(wanted),
            _CHANGE.happened_at <= at,
            _CHANGE.voided_at.is_(None),
            _STAY.voided_at.is_(None),
            _STAY.admitted_on <= local_date(at),
            sa.or_(_STAY.exited_on.is_(None), _STAY.exited_on >= local_date(at)),
        )
    )
    found = uow.session.execute(asked.order_by(_CHANGE.happened_at, _CHANGE.id))
    return {row.resident_id: row.to_state for row in found}
