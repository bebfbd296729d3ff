"""Stays written down from a list by mistake, struck out together with everything the list said of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.api import PapersOfStay
from facility_app.modules.residents.api import ResidentStatus, SetCardStay, set_card_stays
from facility_app.modules.stays.domain.rights import ADMIT
from facility_app.modules.stays.service.counting import DAYS_KIND, HOURS_KIND
from facility_app.modules.stays.service.from_list import VERB
from facility_app.modules.stays.tables import OfStay, Stay, TermEvaluation
from facility_app.modules.tasks.api import ForgetTasks, forget_tasks

_AT_ONCE = 500
_AS_LISTED = frozenset({VERB, "stays.recount_all"})
"""What makes the clock count a stay of a list about which nobody has decided anything."""


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
        UserError: ``reason_missing``; ``stay_not_listed`` for one that no list opened, or that something was
            decided about since: to strike such a one out is the head's.
    """
    require(uow, ADMIT)
    require_reason(command.reason)
    with uow.act("stays.take_back_stays", reason=command.reason):
        for start in range(0, len(command.stay_ids), _AT_ONCE):
            part = command.stay_ids[start : start + _AT_ONCE]
            wanted = sa.select(Stay).where(Stay.id.in_(part), Stay.voided_at.is_(None)).order_by(Stay.id)
            stays = uow.session.scalars(wanted).all()
            _require_as_listed(uow, stays)
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
            forget_tasks(uow, ForgetTasks("stay", tuple(part), (DAYS_KIND, HOURS_KIND)))
    return len(command.stay_ids)


def _require_as_listed(uow: UnitOfWork, stays: Sequence[Stay]) -> None:
    causes: dict[str, set[str]] = {stay.id: set() for stay in stays}
    e = TermEvaluation
    asked = sa.select(e.stay_id, e.cause).where(e.stay_id.in_(list(causes)), e.voided_at.is_(None)).distinct()
    for stay_id, cause in uow.session.execute(asked):
        causes[stay_id].add(cause)
    for stay in stays:
        is_as_listed = VERB in causes[stay.id] and not causes[stay.id] - _AS_LISTED
        if not is_as_listed or any(uow.ask(PapersOfStay(stay.id))):
            raise UserError(
                "stay_not_listed",
                label(
                    "errors",
                    "Lần cai nghiện {code} không phải do danh sách nhập, hoặc đã có quyết định, sự kiện, văn bản "
                    "sau khi nhập nên không gạch bỏ cùng danh sách. Hãy mở lần đó; người đứng đầu cơ sở "
                    "gạch bỏ nếu ghi nhầm.",
                ),
                code=stay.code,
            )


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
