"""Beds for people at the gate, before anything of them is written: offered to one, dealt out to many at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.names import fold
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.places import stay_kind_of
from facility_app.modules.housing.domain.rights import PLACE_PEOPLE
from facility_app.modules.housing.domain.separation import Sleeper
from facility_app.modules.housing.queries.sleeping import BedChoice, Judge


@dataclass(frozen=True, slots=True)
class Incomer:
    """What the rules of sleeping ask of somebody about to come in.

    Attributes:
        stay_type: as the stay will be of.
    """

    sex: Sex
    is_minor: bool
    stay_type: str

    def sleeper(self, place: int) -> Sleeper:
        """As the rules see them; ``place`` tells them from the others of the evening."""
        return Sleeper(f"newcomer {place}", "", self.sex, self.is_minor, stay_kind_of(self.stay_type))


def where_newcomer_can_sleep(uow: UnitOfWork, newcomer: Incomer) -> tuple[BedChoice, ...]:
    """Every bed for somebody about to come in, as ``where_can_sleep`` ranks them."""
    require(uow, PLACE_PEOPLE)
    one = newcomer.sleeper(0)
    return Judge(uow, one.resident_id, newcomer=one).choices()


def propose_beds(
    uow: UnitOfWork, newcomers: Sequence[Incomer], taken: Iterable[str] = ()
) -> tuple[BedChoice | None, ...]:
    """A bed for each, no bed twice, each room judged with those who were given a bed in it before.

    Args:
        uow: the unit of work.
        newcomers: the people of one evening, in the order in which they are dealt beds.
        taken: labels of beds that are promised to somebody already.
    """
    require(uow, PLACE_PEOPLE)
    judges = {
        one: Judge(uow, "", newcomer=one.sleeper(place)) for place, one in enumerate(dict.fromkeys(newcomers))
    }
    promised = {fold(one) for one in taken}
    found: list[BedChoice | None] = []
    for place, one in enumerate(newcomers, len(judges)):
        best = next(
            (each for each in judges[one].choices() if each.level is None and fold(each.bed) not in promised), None
        )
        found.append(best)
        if best is not None:
            for judge in judges.values():
                judge.take(best.bed_id, one.sleeper(place))
    return tuple(found)
