"""Records of one stay, for the rooms of this slice; whoever asks has been asked for the right before."""

from collections.abc import Sequence

import sqlalchemy as sa

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.stays.domain.counted import COUNTED_WITH
from facility_app.modules.stays.domain.rights import VIEW_STAYS
from facility_app.modules.stays.tables import Stay, StayDecision, StayEvent, StayStage


def events_of(uow: UnitOfWork, stay_id: str) -> Sequence[StayEvent]:
    """Its live events, in the order of their first days."""
    require(uow, VIEW_STAYS)
    wanted = sa.select(StayEvent).where(StayEvent.stay_id == stay_id, StayEvent.voided_at.is_(None))
    return uow.session.scalars(wanted.order_by(StayEvent.from_on, StayEvent.id)).all()


def stages_of(uow: UnitOfWork, stay_id: str) -> Sequence[StayStage]:
    """Its live stages, by their first days."""
    require(uow, VIEW_STAYS)
    wanted = sa.select(StayStage).where(StayStage.stay_id == stay_id, StayStage.voided_at.is_(None))
    return uow.session.scalars(wanted.order_by(StayStage.start_on, StayStage.id)).all()


def decisions_of(uow: UnitOfWork, stay_id: str) -> Sequence[StayDecision]:
    """Its decisions, every version, oldest first."""
    require(uow, VIEW_STAYS)
    wanted = sa.select(StayDecision).where(StayDecision.stay_id == stay_id, StayDecision.voided_at.is_(None))
    return uow.session.scalars(wanted.order_by(StayDecision.issued_on, StayDecision.version_no)).all()


def is_recount_due(uow: UnitOfWork, revision: str) -> bool:
    """Whether papers wait for the head and nobody was counted anew since the file got its structure ``revision``.

    A step of the file may say that a paper waits; until the next count its days would stand, and nobody be asked.
    """
    require(uow, VIEW_STAYS)
    if get_setting(uow, COUNTED_WITH) == revision:
        return False
    waiting = (
        sa.select(StayEvent.id)
        .join(Stay, Stay.id == StayEvent.stay_id)
        .where(StayEvent.paper_number.is_not(None), StayEvent.paper_on.is_not(None))
        .where(StayEvent.confirmed_by.is_(None), StayEvent.voided_at.is_(None))
        .where(Stay.exited_on.is_(None), Stay.voided_at.is_(None))
    )
    return uow.session.scalars(waiting.limit(1)).first() is not None
