"""People written down from a list by mistake, struck out together with everything the list said of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.base import Record
from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.residents.domain import REGISTER_RESIDENTS
from facility_app.modules.residents.domain.card import ResidentStatus
from facility_app.modules.residents.service.cards import Cards
from facility_app.modules.residents.tables.card import ResidentCard
from facility_app.modules.residents.tables.person import OfResident, Resident

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class TakeBackRoster:
    """A list taken over by mistake.

    Attributes:
        resident_ids: whom it wrote down; whoever asks has seen that nothing was built on them.
        reason: why it was a mistake.
    """

    resident_ids: tuple[str, ...]
    reason: str = field(repr=False)


def take_back_roster(uow: UnitOfWork, command: TakeBackRoster) -> int:
    """Strike out people with all their entries, and take them off every list; answers how many.

    They keep their numbers. Their stays are taken back before.

    Raises:
        UserError: ``reason_missing``; ``resident_has_stay``.
    """
    require(uow, REGISTER_RESIDENTS)
    require_reason(command.reason)
    _require_no_stay(uow, command.resident_ids)
    with uow.act("residents.take_back_roster", reason=command.reason):
        for start in range(0, len(command.resident_ids), _AT_ONCE):
            part = command.resident_ids[start : start + _AT_ONCE]
            for entry in _entry_types():
                _void(
                    uow, uow.session.scalars(sa.select(entry).where(entry.resident_id.in_(part))), command.reason
                )
            _void(uow, uow.session.scalars(sa.select(Resident).where(Resident.id.in_(part))), command.reason)
            Cards(uow).drop(*part)
            uow.session.flush()
    return len(command.resident_ids)


def _entry_types() -> Sequence[type[OfResident]]:
    """Every list of this slice about one person; those of other slices are theirs to take back."""
    own = OfResident.__module__.rpartition(".")[0]
    return [one for one in OfResident.__subclasses__() if one.__module__.startswith(own)]


def _void(uow: UnitOfWork, records: Iterable[Record], reason: str) -> None:
    for record in records:
        if record.voided_at is None:
            uow.void(record, reason)


def _require_no_stay(uow: UnitOfWork, resident_ids: Sequence[str]) -> None:
    wanted = sa.select(ResidentCard.code).where(
        ResidentCard.id.in_(resident_ids), ResidentCard.status != ResidentStatus.NO_STAY
    )
    there = tuple(uow.session.scalars(wanted.order_by(ResidentCard.code).limit(5)))
    if there:
        raise UserError(
            "resident_has_stay",
            label(
                "errors",
                "Người {code} đã có đợt cai nghiện nên không gạch bỏ hồ sơ được. Nếu đợt đó lập nhầm, hãy gạch bỏ "
                "đợt trước.",
            ),
            code=there,
        )
