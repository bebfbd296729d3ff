"""What the screens of the house read beside the house itself: people to choose, officers, whose paper it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.labels import Label
from facility_app.kernel.named import Named
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.conventions import KEEPS_BED, SEPARATES_KINDS
from facility_app.modules.housing.domain.needs import Need
from facility_app.modules.housing.domain.places import StayKind, stay_kind_of
from facility_app.modules.housing.domain.rights import PLACE_PEOPLE, VIEW_BOARD, VIEW_HOUSE
from facility_app.modules.housing.queries.sleeping import BedChoice, Judge
from facility_app.modules.housing.queries.state import Standing
from facility_app.modules.residents.api import (
    find_chosen,
    find_to_choose,
    list_resident_marks,
)
from facility_app.modules.staff.api import (
    Imprint,
    find_colleagues,
    get_imprint,
    name_colleagues,
)
from facility_app.modules.stays.api import GONE, GONE_LABEL, PRESENCE_LABELS

PRESENCE_WORDS: Final[Mapping[str, Label]] = {
    **{one.value: text for one, text in PRESENCE_LABELS.items()},
    GONE: GONE_LABEL,
}
"""Code of a state of presence → what people call it."""


@dataclass(frozen=True, slots=True)
class ToPlace:
    """Somebody who is to get a bed, with every bed judged for them.

    Attributes:
        place: where they sleep now; empty for nowhere.
        choices: as ``where_can_sleep`` answers.
    """

    resident_id: str
    code: str
    name: str = field(repr=False)
    sex: Sex
    age: int
    stay_kind: StayKind
    place: str
    needs: tuple[Need, ...] = field(repr=False)
    choices: tuple[BedChoice, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Conventions:
    """What the facility settled about places to sleep."""

    separates_kinds: bool
    keeps_bed: tuple[str, ...]


def find_people(uow: UnitOfWork, typed: str) -> tuple[Named, ...]:
    """Residents found by what is typed, those with a bed told with it; nobody before anything is typed."""
    require(uow, VIEW_BOARD)
    return find_to_choose(uow, typed)


def find_person(uow: UnitOfWork, resident_id: str) -> Named | None:
    """The resident of an id."""
    require(uow, VIEW_BOARD)
    return find_chosen(uow, resident_id)


def get_to_place(uow: UnitOfWork, resident_id: str) -> ToPlace:
    """Somebody with every bed judged for them.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, PLACE_PEOPLE)
    judge = Judge(uow, resident_id)
    row = list_resident_marks(uow, [resident_id])[resident_id]
    needs = Standing(uow).needs([resident_id]).get(resident_id, ())
    kind = stay_kind_of(row.stay_type or "")
    return ToPlace(
        resident_id, row.code, row.name, row.sex, row.age, kind, row.place or "", needs, judge.choices()
    )


def find_officers(uow: UnitOfWork, typed: str) -> tuple[Named, ...]:
    """Members of staff found by what is typed; the first of them all before anything is typed."""
    require(uow, VIEW_HOUSE)
    return find_colleagues(uow, typed)


def name_officers(uow: UnitOfWork, member_ids: Sequence[str]) -> dict[str, str]:
    """Their names."""
    require(uow, VIEW_HOUSE)
    return name_colleagues(uow, member_ids)


def read_imprint(uow: UnitOfWork) -> Imprint:
    """Whose facility it is, who prints, and when."""
    require(uow, VIEW_HOUSE)
    return get_imprint(uow)


def get_conventions(uow: UnitOfWork) -> Conventions:
    """What counts now."""
    require(uow, VIEW_HOUSE)
    kept = get_setting(uow, KEEPS_BED)
    return Conventions(get_setting(uow, SEPARATES_KINDS), tuple(kept.split()))
