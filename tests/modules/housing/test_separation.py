"""Every rule of separation, both ways, with its article: on values alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.regime import LegalRegime
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.findings import PlacementRefusedError, hardest
from facility_app.modules.housing.domain.needs import Need, NeedKind
from facility_app.modules.housing.domain.places import RoomPurpose, StayKind, ZoneKind, stay_kind_of
from facility_app.modules.housing.domain.rules import RULES, Level
from facility_app.modules.housing.domain.separation import HouseRules, Norm, Place, Sleeper, check_place

RULES_NOW = HouseRules(LegalRegime.L2025, norms={RoomPurpose.ORDINARY: Norm(6, "NĐ 116/2021 Đ6.2b")})
MAN = Sleeper("1", "27-0001", Sex.MALE, False, StayKind.COMPULSORY)
OTHER = Sleeper("2", "27-0002", Sex.MALE, False, StayKind.COMPULSORY)
ROOM = Place("r", "A-N1-P1", ZoneKind.RESIDENTS, Sex.MALE, RoomPurpose.ORDINARY, 60, 8)
WOMAN = replace(MAN, resident_id="3", code="27-0003", sex=Sex.FEMALE)
BOY = replace(MAN, resident_id="4", code="27-0004", is_minor=True)
ALONE = replace(MAN, resident_id="5", code="27-0005", needs=(Need(NeedKind.SEPARATE_ROOM),))
BODY = replace(MAN, resident_id="6", code="27-0006", needs=(Need(NeedKind.BODY_SEX_ROOM, body_sex=Sex.FEMALE),))
SICK = replace(MAN, resident_id="7", code="27-0007", needs=(Need(NeedKind.INFECTION_ROOM, "A"),))
SICK_B = replace(SICK, resident_id="8", code="27-0008", needs=(Need(NeedKind.INFECTION_ROOM, "B"),))
HELD = replace(MAN, resident_id="9", code="27-0009", stay_kind=StayKind.TEMPORARY)
FOE = replace(MAN, resident_id="10", code="27-0010", apart=frozenset({"1"}))
RIVAL = replace(MAN, resident_id="11", code="27-0011", avoid=frozenset({"1"}))
VIOLATOR = replace(MAN, resident_id="12", code="27-0012", needs=(Need(NeedKind.VIOLATORS_AREA),))
DETOX = replace(MAN, resident_id="13", code="27-0013", needs=(Need(NeedKind.DETOX_ROOM),))
ANY_SEX = replace(ROOM, sex=None)


def ids(person: Sleeper, place: Place, *mates: Sleeper, rules: HouseRules = RULES_NOW) -> set[str]:
    return {one.rule.id for one in check_place(person, place, mates, rules)}


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (MAN, WOMAN, "sex_roommate"),
        (MAN, BOY, "minor_roommate"),
        (MAN, SICK, "infection_roommate"),
        (SICK, SICK_B, "infection_roommate"),
        (MAN, ALONE, "separate_room"),
        (MAN, HELD, "stay_kind_roommate"),
        (MAN, FOE, "keep_apart"),
        (MAN, RIVAL, "keep_apart_soft"),
        (WOMAN, BODY, "body_sex"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_what_separates_two_people_is_found_from_either_side(one: Sleeper, other: Sleeper, rule: str) -> None:
    assert rule in ids(one, ANY_SEX, other)
    assert rule in ids(other, ANY_SEX, one)


@pytest.mark.parametrize(
    ("person", "place", "rule", "article"),
    [
        (WOMAN, ROOM, "sex_room", "Luật PCMT 2025 Đ46.2h"),
        (BODY, ROOM, "sex_room", "Luật PCMT 2025 Đ46.2h"),
        (BOY, ROOM, "minor_zone", "Đ66.4"),
        (MAN, replace(ROOM, zone_kind=ZoneKind.MINORS), "adult_in_minor_zone", "Đ66.4"),
        (SICK, ROOM, "infection_place", "Luật PCMT 2025 Đ46.2h"),
        (MAN, replace(ROOM, zone_kind=ZoneKind.INFECTION), "infection_only", "Luật PCMT 2025 Đ46.2h"),
        (MAN, replace(ROOM, purpose=RoomPurpose.INFECTION), "infection_only", "Luật PCMT 2025 Đ46.2h"),
        (MAN, replace(ROOM, zone_kind=ZoneKind.VIOLATORS), "violators_only", "Đ125.2c"),
        (VIOLATOR, ROOM, "violators_zone", "Đ125.2c"),
        (MAN, replace(ROOM, purpose=RoomPurpose.SEPARATE), "separate_cell", "Luật PCMT 2025 Đ46.2h"),
        (HELD, replace(ROOM, zone_kind=ZoneKind.COMPULSORY), "stay_kind", "quy ước của cơ sở"),
        (DETOX, ROOM, "care_place", "y tế"),
        (MAN, replace(ROOM, zone_kind=ZoneKind.SCHOOL), "no_beds_here", "Đ66.2"),
        (MAN, replace(ROOM, closed="dột"), "closed", "sức chứa"),
        (MAN, replace(ROOM, working=0), "capacity", "sức chứa"),
        (MAN, replace(ROOM, area_m2=5), "room_space", "NĐ 116/2021 Đ6.2b"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_what_a_room_is_for_is_told_with_its_article(
    person: Sleeper, place: Place, rule: str, article: str
) -> None:
    (found,) = [one for one in check_place(person, place, [], RULES_NOW) if one.rule.id == rule]
    assert article in found.error.message
    assert "{" not in found.error.message


@pytest.mark.parametrize(
    ("person", "place"),
    [
        (MAN, ROOM),
        (BOY, replace(ROOM, zone_kind=ZoneKind.MINORS)),
        (SICK, replace(ROOM, purpose=RoomPurpose.INFECTION)),
        (VIOLATOR, replace(ROOM, zone_kind=ZoneKind.VIOLATORS)),
        (ALONE, replace(ROOM, purpose=RoomPurpose.SEPARATE)),
        (BODY, replace(ROOM, sex=Sex.FEMALE, purpose=RoomPurpose.SEPARATE)),
        (HELD, replace(ROOM, zone_kind=ZoneKind.TEMPORARY)),
        (DETOX, replace(ROOM, purpose=RoomPurpose.DETOX)),
    ],
)
def test_everybody_has_a_room_that_nothing_speaks_against(person: Sleeper, place: Place) -> None:
    assert ids(person, place) == set()


def test_the_same_cohort_may_share_and_no_cohort_shares_with_nobody() -> None:
    room = replace(ROOM, purpose=RoomPurpose.INFECTION)
    assert ids(SICK, room, replace(SICK, resident_id="20", code="27-0020")) == set()
    lonely = replace(SICK, needs=(Need(NeedKind.INFECTION_ROOM),))
    assert "infection_roommate" in ids(lonely, room, replace(lonely, resident_id="20"))


def test_a_facility_may_let_kinds_of_stay_live_together() -> None:
    together = replace(RULES_NOW, separates_kinds=False)
    assert ids(HELD, replace(ROOM, zone_kind=ZoneKind.COMPULSORY), MAN, rules=together) == set()


def test_before_the_new_law_the_old_article_is_named() -> None:
    then = replace(RULES_NOW, law=LegalRegime.L2021)
    (found,) = check_place(WOMAN, ROOM, [], then)
    assert found.article == "Luật PCMT 2021 Đ35.2"


def test_what_the_law_lays_down_for_two_in_a_room_is_hard_and_only_design_may_be_overridden() -> None:
    hard = {"sex_room", "sex_roommate", "minor_roommate", "infection_roommate", "body_sex", "violators_only"}
    assert {RULES[one].level for one in hard} == {Level.HARD}
    assert {RULES[one].level for one in ("stay_kind", "stay_kind_roommate")} == {Level.OVERRIDABLE}
    assert all(rule.article or rule.id == "room_space" for rule in RULES.values())


def test_the_refusal_names_every_rule_that_refuses_and_no_warning() -> None:
    found = check_place(BOY, replace(ROOM, area_m2=5), [OTHER], RULES_NOW)
    told = PlacementRefusedError(found, BOY.code, "A-N1-P1-01")
    assert [one.rule.id for one in told.findings] == ["minor_roommate", "minor_zone"]
    assert told.message.count("Căn cứ") == 2
    assert hardest(found) is Level.HARD
    assert hardest(()) is None


NEEDS = st.lists(
    st.one_of(
        st.sampled_from([Need(kind) for kind in NeedKind if kind is not NeedKind.BODY_SEX_ROOM]),
        st.builds(Need, st.just(NeedKind.INFECTION_ROOM), st.sampled_from(["A", "B"])),
        st.builds(Need, st.just(NeedKind.BODY_SEX_ROOM), body_sex=st.sampled_from(Sex)),
    ),
    max_size=2,
    unique_by=lambda need: need.kind,
).map(tuple)
ANYBODY = st.builds(
    Sleeper,
    st.uuids().map(str),
    st.just("27-0000"),
    st.sampled_from(Sex),
    st.booleans(),
    st.sampled_from(StayKind),
    NEEDS,
)


@given(ANYBODY, ANYBODY)
def test_two_people_are_separated_the_same_seen_from_either(one: Sleeper, other: Sleeper) -> None:
    def between(first: Sleeper, second: Sleeper) -> set[str]:
        alone = {found.rule.id for found in check_place(first, ANY_SEX, [], RULES_NOW)}
        return ids(first, ANY_SEX, second) - alone - {"room_space"}

    assert between(one, other) == between(other, one)


@pytest.mark.parametrize(
    ("stay_type", "kind"),
    [
        ("TEMPORARY", StayKind.TEMPORARY),
        ("COMPULSORY_MINOR", StayKind.COMPULSORY),
        ("SUBSTITUTION", StayKind.VOLUNTARY),
    ],
)
def test_a_type_of_stay_lives_as_its_kind(stay_type: str, kind: StayKind) -> None:
    assert stay_kind_of(stay_type) is kind
