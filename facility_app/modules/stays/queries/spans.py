"""Who was inside during some time: for sheets that are written of a day gone by."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import LOCAL, local_date
from facility_app.modules.stays.domain.gone import GONE
from facility_app.modules.stays.domain.rights import VIEW_STAYS
from facility_app.modules.stays.domain.types import PresenceState
from facility_app.modules.stays.queries.gone import list_gone
from facility_app.modules.stays.queries.stays import STAY
from facility_app.modules.stays.tables import PresenceChange

_CHANGE = sa.inspect(PresenceChange).local_table.c


@dataclass(frozen=True, slots=True)
class InsideFacts:
    """Where somebody was during some time.

    Attributes:
        stay_id: the stay of that time.
        minutes: how long of it they were inside.
        else_where: the state they were in when not inside, a ``PresenceState`` or ``GONE``; empty for none.
    """

    stay_id: str
    minutes: int
    else_where: str


def list_inside(
    uow: UnitOfWork, resident_ids: Sequence[str], from_at: datetime, to_at: datetime
) -> dict[str, InsideFacts]:
    """How long each of these people was inside between two instants; who had no stay then is left out."""
    require(uow, VIEW_STAYS)
    day = local_date(from_at)
    asked = sa.select(STAY.id, STAY.resident_id, STAY.admitted_on, STAY.presence, STAY.presence_on, STAY.exited_on)
    stays = uow.session.execute(
        asked.where(
            STAY.resident_id.in_(resident_ids),
            STAY.admitted_on <= day,
            sa.or_(STAY.exited_on.is_(None), STAY.exited_on >= day),
            STAY.voided_at.is_(None),
        ).order_by(STAY.admitted_on)
    ).all()
    moves: dict[str, list[tuple[datetime, PresenceState]]] = {}
    changes = sa.select(_CHANGE.stay_id, _CHANGE.happened_at, _CHANGE.to_state).where(
        _CHANGE.stay_id.in_([row.id for row in stays]), _CHANGE.voided_at.is_(None)
    )
    for stay_id, at, state in uow.session.execute(changes.order_by(_CHANGE.happened_at, _CHANGE.id)):
        moves.setdefault(stay_id, []).append((at, state))
    # Since when somebody is gone is not known, only that they are now.
    gone, is_today = list_gone(uow), day == local_date(uow.now)
    found = {}
    for row in stays:
        steps = moves.get(row.id, [])
        if not steps and row.presence is not PresenceState.INSIDE:
            # Taken over from a list: only the last state is known.
            steps = [(datetime.combine(row.presence_on, time(), LOCAL), row.presence)]
        minutes, elsewhere = _inside(steps, from_at, to_at)
        if is_today and row.resident_id in gone and row.presence is PresenceState.INSIDE:
            minutes, elsewhere = 0, GONE
        found[row.resident_id] = InsideFacts(row.id, minutes, elsewhere)
    return found


def _inside(
    steps: Sequence[tuple[datetime, PresenceState]], from_at: datetime, to_at: datetime
) -> tuple[int, str]:
    """Whole minutes inside, and the last other state, of a time that began inside."""
    inside, elsewhere = timedelta(0), ""
    state, since = PresenceState.INSIDE, from_at
    for at, to_state in (*steps, (to_at, PresenceState.INSIDE)):
        until = min(max(at, from_at), to_at)
        if until > since:
            if state is PresenceState.INSIDE:
                inside += until - since
            else:
                elsewhere = state.value
            since = until
        state = to_state
    return inside // timedelta(minutes=1), elsewhere
