"""The one check of the rules of separation, both ways: what a person needs of a place, and of whoever is in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from facility_app.kernel.regime import LegalRegime
from facility_app.kernel.sex import SEX_LABELS, Sex
from facility_app.modules.housing.domain.findings import HARDNESS, Finding
from facility_app.modules.housing.domain.needs import Need, NeedKind
from facility_app.modules.housing.domain.places import (
    STAY_KIND_LABELS,
    ZONING,
    RoomPurpose,
    StayKind,
    ZoneKind,
)
from facility_app.modules.housing.domain.rules import RULES


@dataclass(frozen=True, slots=True)
class Sleeper:
    """Somebody, as the rules see them.

    Attributes:
        code: the resident's, by which messages name them.
        is_minor: under 18 on the day.
        apart: ids of those they are kept apart from; ``avoid`` of those they better are.
        is_unseen: whether they have just come and health staff has not looked at them.
    """

    resident_id: str
    code: str
    sex: Sex
    is_minor: bool
    stay_kind: StayKind
    needs: tuple[Need, ...] = ()
    apart: frozenset[str] = frozenset()
    avoid: frozenset[str] = frozenset()
    is_unseen: bool = False

    def need(self, kind: NeedKind) -> Need | None:
        """Their need of a kind."""
        # Nearly nobody has any, and everybody is asked for each kind beside each other.
        if not self.needs:
            return None
        return next((one for one in self.needs if one.kind is kind), None)

    @property
    def lives_as(self) -> Sex:
        """The sex whose area they live in: that of the body where it is another than on the file."""
        if not self.needs:
            return self.sex
        body = self.need(NeedKind.BODY_SEX_ROOM)
        return self.sex if body is None or body.body_sex is None else body.body_sex


@dataclass(frozen=True, slots=True)
class WhoWasSeen:
    """Asked of health: whom of these, just taken in, somebody has looked at since; answered by a set of their ids.

    That is all that is told: never what was seen. Who is taken in comes with since when.
    """

    since: Mapping[str, datetime]


@dataclass(frozen=True, slots=True)
class Place:
    """A room, as the rules see it.

    Attributes:
        name: how people say it.
        sex: the sex it is for, its zone's where the room says nothing; None for any.
        area_m2: floor; None while nobody has measured it.
        working: people it may hold now.
        closed: why it is closed; empty for open.
    """

    room_id: str
    name: str
    zone_kind: ZoneKind
    sex: Sex | None
    purpose: RoomPurpose
    area_m2: float | None
    working: int
    closed: str = ""

    @property
    def is_for_infection(self) -> bool:
        """Whether it is for infectious diseases."""
        return self.purpose is RoomPurpose.INFECTION or ZONING[self.zone_kind].is_for_infection

    @property
    def is_ordinary(self) -> bool:
        """Whether it is a room to live in, and neither health's nor the gate's."""
        return self.purpose is RoomPurpose.ORDINARY and self.zone_kind not in _OF_HEALTH

    @property
    def is_for_violators(self) -> bool:
        """Whether it is for those under the measure of Đ125.2c."""
        return self.purpose is RoomPurpose.VIOLATORS or ZONING[self.zone_kind].is_for_violators


_OF_HEALTH: Final = frozenset({ZoneKind.MEDICAL, ZoneKind.RECEPTION, ZoneKind.INFECTION})
"""Zones where whoever nobody has looked at yet may lie."""


@dataclass(frozen=True, slots=True)
class Norm:
    """So many square metres for each, with its article."""

    least: float
    article: str


@dataclass(frozen=True, slots=True)
class HouseRules:
    """What counts today at this facility.

    Attributes:
        law: what housing is done under today; articles are those of it.
        separates_kinds: whether kinds of stay live apart.
        norms: room norm by purpose; a purpose without one has none.
    """

    law: LegalRegime
    separates_kinds: bool = True
    norms: Mapping[RoomPurpose, Norm] = field(default_factory=dict)


def check_place(
    person: Sleeper, place: Place, roommates: Sequence[Sleeper], rules: HouseRules
) -> tuple[Finding, ...]:
    """Everything that speaks against the person sleeping in the room beside these people; hardest first.

    Both directions: what the person needs of the others, and what each of the others needs of the person.
    """
    found = [*_of_place(person, place, rules), *_of_room(place, roommates, rules)]
    for other in roommates:
        found += _between(person, other, rules)
    return tuple(sorted(found, key=lambda one: HARDNESS[one.level]))


def check_together(person: Sleeper, others: Sequence[Sleeper], rules: HouseRules) -> tuple[Finding, ...]:
    """What speaks against the person and these people in one room, whatever room it is; hardest first."""
    found = [one for other in others for one in _between(person, other, rules)]
    return tuple(sorted(found, key=lambda one: HARDNESS[one.level]))


def _find(rule_id: str, rules: HouseRules, other_id: str = "", article: str = "", **params: str | int) -> Finding:
    rule = RULES[rule_id]
    return Finding(rule, article or rule.article_under(rules.law), params, other_id)


def _of_place(person: Sleeper, place: Place, rules: HouseRules) -> Iterator[Finding]:
    zoning, who = ZONING[place.zone_kind], {"person": person.code, "room": place.name}
    infected = person.need(NeedKind.INFECTION_ROOM) is not None
    if not zoning.sleeps:
        yield _find("no_beds_here", rules, **who)
    if place.sex is not None and place.sex is not person.lives_as:
        sexes = {"sex": SEX_LABELS[place.sex], "other": SEX_LABELS[person.lives_as]}
        yield _find("sex_room", rules, **who, **sexes)
    if person.is_minor and not zoning.is_for_minors:
        yield _find("minor_zone", rules, **who)
    if zoning.is_for_minors and not person.is_minor:
        yield _find("adult_in_minor_zone", rules, **who)
    if infected and not place.is_for_infection:
        yield _find("infection_place", rules, **who)
    if place.is_for_infection and not infected:
        yield _find("infection_only", rules, **who)
    yield from _of_purpose(person, place, rules, who)


def _of_purpose(person: Sleeper, place: Place, rules: HouseRules, who: Mapping[str, str]) -> Iterator[Finding]:
    is_violator = person.need(NeedKind.VIOLATORS_AREA) is not None
    lives_alone = any(person.need(kind) for kind in ALONE)
    if place.is_for_violators and not is_violator:
        yield _find("violators_only", rules, **who)
    if is_violator and not place.is_for_violators:
        yield _find("violators_zone", rules, **who)
    if place.purpose is RoomPurpose.SEPARATE and not lives_alone:
        yield _find("separate_cell", rules, **who)
    if (person.need(NeedKind.DETOX_ROOM) and place.purpose is not RoomPurpose.DETOX) or (
        person.need(NeedKind.CARE_ROOM) and place.purpose not in {RoomPurpose.CARE, RoomPurpose.DETOX}
    ):
        yield _find("care_place", rules, **who)
    if person.is_unseen and place.is_ordinary:
        yield _find("not_triaged", rules, **who)
    kind = ZONING[place.zone_kind].stay_kind
    if rules.separates_kinds and kind is not None and kind is not person.stay_kind:
        kinds = {"kind": STAY_KIND_LABELS[kind], "other": STAY_KIND_LABELS[person.stay_kind]}
        yield _find("stay_kind", rules, **who, **kinds)


def _of_room(place: Place, roommates: Sequence[Sleeper], rules: HouseRules) -> Iterator[Finding]:
    if place.closed:
        yield _find("closed", rules, bed=place.name, reason=place.closed)
    if len(roommates) >= place.working:
        yield _find("capacity", rules, room=place.name, working=place.working)
    norm = rules.norms.get(place.purpose)
    if norm is None or not place.area_m2:
        return
    have = place.area_m2 / (len(roommates) + 1)
    if have < norm.least:
        numbers = {"have": f"{have:.1f}".replace(".", ","), "least": f"{norm.least:g}".replace(".", ",")}
        yield _find("room_space", rules, article=norm.article, room=place.name, **numbers)


ALONE: Final = {NeedKind.BODY_SEX_ROOM: "body_sex", NeedKind.SEPARATE_ROOM: "separate_room"}
"""Needs of a room with nobody else in it, and the rule of each."""


def _between(person: Sleeper, other: Sleeper, rules: HouseRules) -> Iterator[Finding]:
    """What speaks against these two in one room; the same seen from either."""
    both = {"person": person.code, "roommate": other.code}
    other_id = other.resident_id
    if person.lives_as is not other.lives_as:
        yield _find("sex_roommate", rules, other_id, **both)
    if person.is_minor is not other.is_minor:
        yield _find("minor_roommate", rules, other_id, **both)
    if _is_mixed(person, other):
        yield _find("infection_roommate", rules, other_id, **both)
    for one in (person, other):
        if one.needs:
            needed = (rule for kind, rule in ALONE.items() if one.need(kind))
            yield from (_find(rule, rules, other_id, alone=one.code) for rule in needed)
    if other_id in person.apart or person.resident_id in other.apart:
        yield _find("keep_apart", rules, other_id, **both)
    elif other_id in person.avoid or person.resident_id in other.avoid:
        yield _find("keep_apart_soft", rules, other_id, **both)
    if rules.separates_kinds and person.stay_kind is not other.stay_kind:
        yield _find("stay_kind_roommate", rules, other_id, **both)


def _is_mixed(person: Sleeper, other: Sleeper) -> bool:
    """Whether an infectious person would lie beside somebody who is not of the same cohort."""
    if not person.needs and not other.needs:
        return False
    mine, theirs = person.need(NeedKind.INFECTION_ROOM), other.need(NeedKind.INFECTION_ROOM)
    if mine is None and theirs is None:
        return False
    return mine is None or theirs is None or not mine.cohort or mine.cohort != theirs.cohort
