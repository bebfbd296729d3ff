"""Who took, or gave back, what reveals HIV: every look is a verb, says why, and stands in the trail.

No role opens it alone: the head's office does, or a grant of the closed list (Luật HIV Đ30.2; clinical.md §7.2).
"""

from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.modules.access.api import GrantKind, UseGrant, use_grant
from facility_app.modules.pharmacy.domain import SEE_PRIVATE
from facility_app.modules.pharmacy.queries.people import LotOfPerson, PersonOfLot, TakenRows
from facility_app.modules.pharmacy.queries.returns import ReturnRow
from facility_app.modules.pharmacy.tables import MedicineLot, MedicineReturn, PrivateDoseSupply
from facility_app.modules.residents.api import list_resident_rows


@dataclass(frozen=True, slots=True)
class OpenPeople:
    """Somebody looks who took of a lot, e.g. because it is recalled."""

    lot_id: str
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OpenLots:
    """Somebody looks which lots one person took."""

    resident_id: str
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OpenReturn:
    """Somebody looks at all that was given back at once."""

    return_id: str
    reason: str = field(repr=False)


def open_private_people(uow: UnitOfWork, command: OpenPeople) -> tuple[PersonOfLot, ...]:
    """Who took of a lot of a medicine that reveals HIV; the look is kept at the record of each.

    A list with somebody left out would be worse than none where a lot is recalled: whoever may not know of one of
    them gets none, and asks the head.

    Raises:
        UserError: ``reason_missing``, ``not_found``; as ``use_grant``.
    """
    require(uow, SEE_PRIVATE)
    require_reason(command.reason)
    lot = uow.get(MedicineLot, command.lot_id)
    with uow.act("pharmacy.open_private_people", reason=command.reason) as act:
        act.about(lot)
        taken = TakenRows(uow, PrivateDoseSupply).of_lot(lot.id)
        for resident_id, *_ in taken:
            use_grant(uow, UseGrant(GrantKind.HIV_TREATING, resident_id, command.reason))
        return PersonOfLot.named(taken, list_resident_rows(uow, [one for one, *_ in taken]))


def open_private_lots(uow: UnitOfWork, command: OpenLots) -> tuple[LotOfPerson, ...]:
    """Which lots of medicines that reveal HIV one person took; the look is kept, also when there is none.

    Raises:
        UserError: ``reason_missing``; as ``use_grant``.
    """
    require(uow, SEE_PRIVATE)
    require_reason(command.reason)
    with uow.act("pharmacy.open_private_lots", reason=command.reason) as act:
        act.table, act.record_id = "resident", command.resident_id
        use_grant(uow, UseGrant(GrantKind.HIV_TREATING, command.resident_id, command.reason))
        return TakenRows(uow, PrivateDoseSupply).by_person(command.resident_id)


def open_private_return(uow: UnitOfWork, command: OpenReturn) -> ReturnRow:
    """All that was given back at once, what reveals HIV too; the look is kept at the person's record.

    Raises:
        UserError: ``reason_missing``, ``not_found``; as ``use_grant``.
    """
    require(uow, SEE_PRIVATE)
    require_reason(command.reason)
    resident_id = uow.get(MedicineReturn, command.return_id).resident_id
    with uow.act("pharmacy.open_private_return", reason=command.reason) as act:
        act.table, act.record_id = "resident", resident_id
        use_grant(uow, UseGrant(GrantKind.HIV_TREATING, resident_id, command.reason))
        return ReturnRow.read(uow, command.return_id, with_private=True)
