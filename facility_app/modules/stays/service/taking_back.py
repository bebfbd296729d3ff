"""Stays written down from a list by mistake, struck out together with everything the list said of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.modules.residents.api import ResidentStatus, SetCardStay, set_card_stays
from facility_app.modules.stays.domain.rights import ADMIT
from facility_app.modules.stays.service.counting import DAYS_KIND, HOURS_KIND
from facility_app.modules.stays.tables import OfStay, Stay
from facility_app.modules.tasks.api import OweTasks, owe_tasks

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class TakeBackStays:
    """Stays taken over by mistake.

    Attributes:
        stay_ids: what was written; whoever asks has seen that nothing was built on it.
        reason: why it was a mistake.
    """

    stay_ids: tuple[str, ...]
    reason: str = field(repr=False)


def take_back_stays(uow: UnitOfWork, command: TakeBackStays) -> int:
    """Strike out stays with decisions, events, stages and countings; cards and worklists follow. Answers how many.

    Raises:
        UserError: ``reason_missing``.
    """
    require(uow, ADMIT)
    require_reason(command.reason)
    with uow.act("stays.take_back_stays", reason=command.reason):
        for start in range(0, len(command.stay_ids), _AT_ONCE):
            part = command.stay_ids[start : start + _AT_ONCE]
            wanted = sa.select(Stay).where(Stay.id.in_(part), Stay.voided_at.is_(None)).order_by(Stay.id)
            stays = uow.session.scalars(wanted).all()
            for record_type in _parts_of_stay():
                of_stay = sa.select(record_type).where(
                    record_type.stay_id.in_(part), record_type.voided_at.is_(None)
                )
                for record in uow.session.scalars(of_stay):
                    uow.void(record, command.reason)
            for stay in stays:
                uow.void(stay, command.reason)
            uow.session.flush()
            _put_on_cards(uow, stays)
            for stay in stays:
                owe_tasks(uow, OweTasks("stay", stay.id, DAYS_KIND, ()))
                owe_tasks(uow, OweTasks("stay", stay.id, HOURS_KIND, ()))
    return len(command.stay_ids)


def _put_on_cards(uow: UnitOfWork, taken_back: Sequence[Stay]) -> None:
    """What is left of each person's stays: nobody has two open ones, so those of before are over."""
    people = sorted({stay.resident_id for stay in taken_back})
    earlier = sa.select(Stay.resident_id).where(Stay.resident_id.in_(people), Stay.voided_at.is_(None))
    came = set(uow.session.scalars(earlier))
    set_card_stays(
        uow,
        [SetCardStay(one, ResidentStatus.LEFT if one in came else ResidentStatus.NO_STAY) for one in people],
    )


def _parts_of_stay() -> Sequence[type[OfStay]]:
    """Every list of this slice about one stay; those of other slices are theirs to take back."""
    own = OfStay.__module__.rpartition(".")[0]
    return [one for one in OfStay.__subclasses__() if one.__module__.startswith(own)]
