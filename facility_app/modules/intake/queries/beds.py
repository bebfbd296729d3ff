"""Where somebody being taken in can sleep, as the house ranks it: before they are written down, or after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.ages import ADULT_YEARS
from facility_app.kernel.dates import local_date
from facility_app.modules.housing.api import (
    BedChoice,
    Incomer,
    propose_beds,
    where_can_sleep,
    where_newcomer_can_sleep,
)
from facility_app.modules.intake.domain.rights import OFFER_BEDS
from facility_app.modules.intake.queries.arriving import Arrival
from facility_app.modules.residents.api import age_on

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
    return _offered(where_can_sleep(uow, resident_id))


def offer_beds(uow: UnitOfWork, arrival: Arrival, stay_type: str) -> Sequence[BedOffer]:
    """Free beds for somebody still being typed: sex and birth must be there."""
    require(uow, OFFER_BEDS)
    return _offered(where_newcomer_can_sleep(uow, _incomer(uow, arrival, stay_type)))


def deal_beds(uow: UnitOfWork, arrivals: Sequence[Arrival], stay_type: str, taken: Iterable[str]) -> Sequence[str]:
    """A bed for each of many as people say it, the best left for each in turn; empty where none is left.

    Args:
        uow: the unit of work.
        arrivals: those without a bed, with sex and birth.
        stay_type: what they come for.
        taken: beds somebody has chosen for others of them.
    """
    require(uow, OFFER_BEDS)
    found = propose_beds(uow, [_incomer(uow, one, stay_type) for one in arrivals], taken)
    return tuple("" if one is None else one.bed for one in found)


def _offered(choices: Iterable[BedChoice]) -> tuple[BedOffer, ...]:
    free = [one for one in choices if one.is_free][:_SHOWN]
    return tuple(BedOffer(one.bed_id, one.bed, one.zone, tuple(map(str, one.reasons))) for one in free)


def _incomer(uow: UnitOfWork, arrival: Arrival, stay_type: str) -> Incomer:
    if arrival.sex is None:
        raise ValueError("a bed is for men or for women: the caller asks for sex first")
    birth_year = arrival.birth_year or (0 if arrival.birth_on is None else arrival.birth_on.year)
    age = age_on(local_date(uow.now), arrival.birth_on, birth_year)
    return Incomer(arrival.sex, age < ADULT_YEARS, stay_type)
