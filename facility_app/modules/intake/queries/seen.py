"""Whom somebody looked at at the gate, told to whoever gives beds: that, and nothing of what was seen."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.modules.housing.api import WhoWasSeen
from facility_app.modules.intake.tables import IntakeHealth


def _seen(uow: UnitOfWork, question: WhoWasSeen) -> frozenset[str]:
    h = IntakeHealth
    asked = sa.select(h.resident_id, h.seen_at).where(h.resident_id.in_(question.since), h.voided_at.is_(None))
    return frozenset(one for one, at in uow.session.execute(asked) if at >= question.since[one])


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {WhoWasSeen: (_seen,)}
"""Question → what this slice answers."""
