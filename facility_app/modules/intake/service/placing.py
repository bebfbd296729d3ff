"""A bed from the case; the rules are the house's."""

from dataclasses import dataclass

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.housing.api import PlaceResident, place_resident
from facility_app.modules.intake.domain.rights import RECEIVE
from facility_app.modules.intake.tables import IntakeCase


@dataclass(frozen=True, slots=True)
class PlaceFromCase:
    """Somebody being taken in gets this bed."""

    case_id: str
    bed_id: str


def place_from_case(uow: UnitOfWork, command: PlaceFromCase) -> str:
    """Give the bed; how people say it, and what speaks against it all the same.

    Raises:
        UserError: ``not_found``; as ``place_resident``.
    """
    require(uow, RECEIVE)
    case = uow.get(IntakeCase, command.case_id)
    made = place_resident(uow, PlaceResident(case.resident_id, command.bed_id))
    return ". ".join((made.bed, *(one.error.message.rstrip(".") for one in made.warnings)))
