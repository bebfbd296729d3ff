"""What the door may know of health: whether somebody was looked at and whether anything is open; no more."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.housing.api import WhoWasSeen
from facility_app.modules.treatment.domain import KNOW_TRIAGE
from facility_app.modules.treatment.tables import DoorTriage, RedFlag


@dataclass(frozen=True, slots=True)
class DoorState:
    """How far health is with somebody who comes.

    Attributes:
        is_triaged: whether health staff looked at them.
        is_settled: whether they did, and nothing of it waits for an answer; asked of everybody, so that it tells
            nobody who had a red flag.
    """

    is_triaged: bool
    is_settled: bool


def get_door_state(uow: UnitOfWork, resident_id: str, since: datetime) -> DoorState:
    """How far health is since somebody came."""
    require(uow, KNOW_TRIAGE)
    return list_door_states(uow, {resident_id: since})[resident_id]


def list_door_states(uow: UnitOfWork, since: Mapping[str, datetime]) -> dict[str, DoorState]:
    """The same of several: resident → since when they are here."""
    require(uow, KNOW_TRIAGE)
    t, f = DoorTriage, RedFlag
    is_open = sa.and_(f.triage_id == t.id, f.answered_at.is_(None), f.voided_at.is_(None))
    asked = (
        sa.select(t.resident_id, t.happened_at, sa.func.count(f.id))
        .outerjoin(f, is_open)
        .where(t.resident_id.in_(since), t.voided_at.is_(None))
        .group_by(t.id)
    )
    looked = [(one, flags) for one, at, flags in uow.session.execute(asked) if at >= since[one]]
    triaged, waiting = {one for one, _ in looked}, {one for one, flags in looked if flags}
    return {one: DoorState(one in triaged, one in triaged and one not in waiting) for one in since}


def _seen(uow: UnitOfWork, question: WhoWasSeen) -> frozenset[str]:
    """Whoever was looked at since the day they came; nothing of what was seen."""
    if not uow.actor.may(KNOW_TRIAGE):
        return frozenset()
    return frozenset(one for one, state in list_door_states(uow, question.since).items() if state.is_triaged)


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {WhoWasSeen: (_seen,)}
"""Question → what this slice answers."""
