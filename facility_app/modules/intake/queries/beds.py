"""Where somebody being taken in can sleep, as the house ranks it."""

from collections.abc import Sequence
from dataclasses import dataclass

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.housing.api import where_can_sleep
from facility_app.modules.intake.domain.rights import OFFER_BEDS

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class BedOffer:
    """A bed that may be taken, the best first.

    Attributes:
        reasons: what speaks for it, in words.
    """

    bed_id: str
    bed: str
    zone: str
    reasons: tuple[str, ...]


def list_offers(uow: UnitOfWork, resident_id: str) -> Sequence[BedOffer]:
    """Free beds the rules allow; who may not be put anywhere gets none.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, OFFER_BEDS)
    free = [one for one in where_can_sleep(uow, resident_id) if one.is_free][:_SHOWN]
    return tuple(BedOffer(one.bed_id, one.bed, one.zone, tuple(map(str, one.reasons))) for one in free)
