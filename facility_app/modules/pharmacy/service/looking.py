"""Who took what of a lot, where the medicine reveals HIV: every look is a verb and stands in the trail."""

from dataclasses import dataclass

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.pharmacy.domain import SEE_PRIVATE
from facility_app.modules.pharmacy.queries.people import LotOfPerson, PersonOfLot, TakenRows
from facility_app.modules.pharmacy.tables import MedicineLot, PrivateDoseSupply
from facility_app.modules.residents.api import list_resident_rows


@dataclass(frozen=True, slots=True)
class OpenPeople:
    """Somebody looks who took of a lot, e.g. because it is recalled."""

    lot_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OpenLots:
    """Somebody looks which lots one person took."""

    resident_id: str
    reason: str = ""


def open_private_people(uow: UnitOfWork, command: OpenPeople) -> tuple[PersonOfLot, ...]:
    """Who took of a lot of a medicine that reveals HIV; the look is kept.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, SEE_PRIVATE)
    lot = uow.get(MedicineLot, command.lot_id)
    with uow.act("pharmacy.open_private_people", reason=command.reason or None) as act:
        act.about(lot)
        taken = TakenRows(uow.session, PrivateDoseSupply).of_lot(lot.id)
        return PersonOfLot.named(taken, list_resident_rows(uow, [one for one, *_ in taken]))


def open_private_lots(uow: UnitOfWork, command: OpenLots) -> tuple[LotOfPerson, ...]:
    """Which lots of medicines that reveal HIV one person took; the look is kept."""
    require(uow, SEE_PRIVATE)
    with uow.act("pharmacy.open_private_lots", reason=command.reason or None) as act:
        act.table, act.record_id = "resident", command.resident_id
        return TakenRows(uow.session, PrivateDoseSupply).by_person(command.resident_id)
