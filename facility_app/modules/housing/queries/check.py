"""Whether the house is as it must be: what can never be so, and which rules facts have overtaken since."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.invariants import Broken, Invariants
from facility_app.modules.housing.domain.rights import CHECK_HOUSE
from facility_app.modules.housing.domain.rules import Level
from facility_app.modules.housing.domain.separation import check_place
from facility_app.modules.housing.queries.roll import get_strength
from facility_app.modules.housing.queries.state import PLACED, BedState, Rooms, Standing
from facility_app.modules.housing.tables import BedPlacement, HousingBed
from facility_app.modules.stays.api import list_whereabouts

_OF_PLACING: Final = frozenset({"capacity", "taken", "room_space"})
"""Rules counted for somebody who comes in anew; of those already there they are counted for the room."""


def check_house(uow: UnitOfWork) -> tuple[Broken, ...]:
    """Everything that is not as it must be, faults first; nothing is repaired."""
    require(uow, CHECK_HOUSE)
    standing = Standing(uow)
    beds = standing.beds()
    inside = {one.stay_id: one.resident_id for one in list_whereabouts(uow)}
    found = [
        *_overlapping(uow, (PLACED.bed_id, PLACED.resident_id)),
        *_counted(beds),
        *_without_stay(uow, inside),
        *_against_rules(standing, beds),
        *_cards(uow, standing, beds),
    ]
    if not get_strength(uow).sums:
        found.append(Broken("strength_odd", label("errors", "Quân số không cộng đúng. Hãy báo người hỗ trợ.")))
    return tuple(sorted(found, key=lambda one: not one.is_fault))


def _overlapping(uow: UnitOfWork, keys: Sequence[sa.ColumnElement[str]]) -> Iterator[Broken]:
    """Two spans of one bed or person at once; the file refuses them, so this finds what was done past it."""
    other = sa.inspect(BedPlacement).local_table.alias("other")
    for key in keys:
        crosses = sa.and_(
            other.c[str(key.name)] == key,
            other.c.id > PLACED.id,
            other.c.voided_at.is_(None),
            sa.or_(PLACED.to_at.is_(None), other.c.from_at < PLACED.to_at),
            sa.or_(other.c.to_at.is_(None), other.c.to_at > PLACED.from_at),
        )
        asked = (
            sa.select(PLACED.id, other.c.id)
            .select_from(PLACED.id.table.join(other, crosses))
            .where(PLACED.voided_at.is_(None))
        )
        for first, second in uow.session.execute(asked):
            text = label(
                "errors", "Hai lần xếp giường chồng thời gian: {first} và {second}. Hãy báo người hỗ trợ."
            )
            yield Broken("placements_overlap", text, {"first": first, "second": second})


def _counted(beds: Sequence[BedState]) -> Iterator[Broken]:
    for resident_id, count in Counter(bed.resident_id for bed in beds if bed.resident_id).items():
        if count > 1:
            text = label("errors", "Người có định danh {id} có {count} giường. Hãy báo người hỗ trợ.")
            yield Broken("person_in_two_beds", text, {"id": resident_id, "count": count})
    for bed_id, count in Counter(bed.bed_id for bed in beds).items():
        if count > 1:
            text = label("errors", "Giường có định danh {id} có {count} người. Hãy báo người hỗ trợ.")
            yield Broken("two_in_a_bed", text, {"id": bed_id, "count": count})


def _without_stay(uow: UnitOfWork, inside: Mapping[str, str]) -> Iterator[Broken]:
    asked = sa.select(PLACED.id, PLACED.stay_id, PLACED.resident_id).where(
        PLACED.to_at.is_(None), PLACED.voided_at.is_(None)
    )
    for placement_id, stay_id, resident_id in uow.session.execute(asked):
        if inside.get(stay_id) != resident_id:
            text = label(
                "errors", "Lần xếp giường {id} của người không còn trong danh sách của cơ sở. Hãy cho trả giường."
            )
            yield Broken("bed_of_nobody", text, {"id": placement_id})


def _against_rules(standing: Standing, beds: tuple[BedState, ...]) -> Iterator[Broken]:
    """Each person once with each rule that refuses now and was not overridden when they were placed."""
    people = standing.people(bed.resident_id for bed in beds)
    sleepers = standing.sleepers(people.values())
    rooms, rules = Rooms(beds, sleepers), standing.rules()
    mates = rooms.mates()
    agreed = {bed.resident_id: set((bed.overridden or "").split()) for bed in beds}
    told: set[tuple[str, frozenset[str]]] = set()
    for bed in beds:
        person = sleepers.get(bed.resident_id)
        if person is None:
            continue
        others = [one for one in mates[bed.room_id] if one.resident_id != person.resident_id]
        for one in check_place(person, bed.room.place, others, rules):
            pair = (one.rule.id, frozenset({person.resident_id, one.other_id}))
            known = agreed[person.resident_id] | agreed.get(one.other_id, set())
            if one.level is Level.WARN or one.rule.id in known | _OF_PLACING or pair in told:
                continue
            told.add(pair)
            yield Broken(one.rule.id, one.rule.text, dict(one.params), one.article, is_fault=False)
    yield from _crowded(beds, mates)


def _crowded(beds: Sequence[BedState], mates: Mapping[str, Sequence[object]]) -> Iterator[Broken]:
    for room_id, bed in {bed.room_id: bed for bed in beds}.items():
        if len(mates.get(room_id, ())) > bed.room.working:
            text = label("errors", "{room} có {count} người, nhiều hơn sức chứa đang dùng {working}.")
            params = {"room": bed.room.name, "count": len(mates[room_id]), "working": bed.room.working}
            yield Broken("capacity", text, params, is_fault=False)


def _cards(uow: UnitOfWork, standing: Standing, beds: Sequence[BedState]) -> Iterator[Broken]:
    """What the card says of the place, for whoever searches there."""
    labels = {bed.resident_id: bed.bed_label for bed in beds if bed.resident_id}
    rows = standing.people([one.resident_id for one in list_whereabouts(uow)])
    for resident_id, row in rows.items():
        if row.place != labels.get(resident_id):
            text = label("errors", "Thẻ của người {person} ghi chỗ ở “{said}”, giường thật là “{true}”.")
            params: dict[str, object] = {
                "person": row.code,
                "said": row.place or "–",
                "true": labels.get(resident_id) or "–",
            }
            yield Broken("card_place_old", text, params)


def _invariants(uow: UnitOfWork, _question: Invariants) -> tuple[Broken, ...]:
    # A file of before there were beds, or of a house not built yet, has nothing to be wrong about.
    is_built = uow.session.scalar(sa.select(HousingBed.id).limit(1)) is not None
    return check_house(uow) if is_built and uow.actor.may(CHECK_HOUSE) else ()


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {Invariants: (_invariants,)}
