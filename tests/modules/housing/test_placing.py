"""Placing people: what is lawful, what two people may decide against, what the file itself refuses."""

from datetime import date, timedelta
from typing import Any

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.errors import FacilityError, PermissionDenied
from facility_app.modules.housing.domain.findings import PlacementRefusedError
from facility_app.modules.housing.domain.needs import NeedKind
from facility_app.modules.housing.domain.rules import Level
from facility_app.modules.housing.queries.board import (
    list_bed_history,
    list_person_history,
    moment_of,
    who_slept_where,
)
from facility_app.modules.housing.queries.sleeping import check_bed, find_bed, where_can_sleep
from facility_app.modules.housing.service.needs import RequirePlacement, require_placement
from facility_app.modules.housing.service.placing import (
    LeaveBed,
    PlaceResident,
    SwapBeds,
    leave_bed,
    place_resident,
    swap_beds,
)
from facility_app.modules.residents.domain.safety import KeepApart, Strength
from facility_app.modules.residents.service.entries import AddEntry
from facility_app.modules.residents.service.safety import keep_apart
from facility_app.modules.stays.domain.types import StayType
from tests.modules.housing.home import BOY, KEEPERS, WOMAN, Home
from tests.modules.stays.house import NOW, TODAY


def refused(home: Home, resident_id: str, label: str, **more: Any) -> PlacementRefusedError:
    told = home.refused(place_resident, PlaceResident(resident_id, home.bed(label), **more), by=KEEPERS)
    assert isinstance(told, PlacementRefusedError)
    return told


def test_the_board_the_card_and_the_histories_follow_a_move(home: Home) -> None:
    person = home.lives()
    home.place(person, "A-N1-P1-01")
    assert home.sleeps() == {person: "A-N1-P1-01"}
    home.facility.file.clock.at = NOW + timedelta(hours=3)
    moved = home.place(person, "A-N1-P1-02", reason="gần cửa sổ")
    assert moved.former_bed_id == home.bed("A-N1-P1-01")
    assert home.sleeps() == {person: "A-N1-P1-02"}
    assert home.sleeps(NOW + timedelta(hours=1)) == {person: "A-N1-P1-01"}
    ((place,),) = home.sql("SELECT place_text FROM resident_card WHERE id = ?", person)
    assert place == "A-N1-P1-02"
    spans = [(row.bed, row.to_at) for row in home.read(list_person_history, person)]
    assert spans == [("A-N1-P1-02", None), ("A-N1-P1-01", NOW + timedelta(hours=3))]
    assert [row.resident_id for row in home.read(list_bed_history, home.bed("A-N1-P1-01"))] == [person]
    (slept,) = home.read(who_slept_where, NOW + timedelta(hours=1))
    assert (slept.bed, slept.code, slept.zone) == ("A-N1-P1-01", home.code(person), "Khu A")
    found = home.read(find_bed, person)
    assert found is not None
    assert found.bed_label == "A-N1-P1-02"
    assert home.broken() == []


def test_a_day_that_has_passed_is_seen_at_its_end_and_today_as_it_is(home: Home) -> None:
    moment = home.read(moment_of, date(2027, 1, 31))
    assert moment is not None
    assert moment < NOW
    assert home.read(moment_of, TODAY) is None
    assert home.read(moment_of, None) is None


@pytest.mark.parametrize(
    ("who", "bed", "rule", "article"),
    [
        ("man", "F-N1-P1-01", "sex_room", "Đ46.2h"),
        ("woman", "A-N1-P1-01", "sex_room", "Đ46.2h"),
        ("man", "V-N1-P1-01", "violators_only", "Đ125.2c"),
    ],
)
def test_what_no_one_may_override_is_refused_with_rule_and_article(
    home: Home, who: str, bed: str, rule: str, article: str
) -> None:
    person = home.lives(WOMAN if who == "woman" else None)
    given = home.agreed("housing.place_resident")
    told = refused(home, person, bed, reason="hết chỗ", countersign=given)
    assert rule in [one.rule.id for one in told.findings]
    assert not told.can_override
    assert article in told.message
    assert home.code(person) in told.message
    assert home.sleeps() == {}


def test_a_minor_is_never_among_adults_and_an_adult_never_among_minors(home: Home) -> None:
    boy, man = home.lives(BOY), home.lives()
    home.place(man, "A-N1-P1-01")
    told = refused(home, boy, "A-N1-P1-02")
    assert {one.rule.id for one in told.findings} == {"minor_roommate", "minor_zone"}
    home.place(boy, "M-N1-P1-01")
    back = refused(home, man, "M-N1-P1-02")
    assert {one.rule.id for one in back.findings} >= {"minor_roommate", "adult_in_minor_zone"}
    assert "Đ66.4" in told.message
    assert home.sleeps() == {man: "A-N1-P1-01", boy: "M-N1-P1-01"}


def test_an_overridable_rule_asks_for_a_second_person_and_a_reason_and_keeps_both(home: Home) -> None:
    boy = home.lives(BOY)
    told = refused(home, boy, "A-N1-P1-01")
    assert told.can_override
    assert [one.rule.id for one in told.findings] == ["minor_zone"]
    given = home.agreed("housing.place_resident")
    missing = home.refused(
        place_resident, PlaceResident(boy, home.bed("A-N1-P1-01"), countersign=given), by=KEEPERS
    )
    assert missing.code == "reason_missing"
    wrong = home.agreed("housing.close_place")
    other = PlaceResident(boy, home.bed("A-N1-P1-01"), reason="khu M đang sửa", countersign=wrong)
    assert home.refused(place_resident, other, by=KEEPERS).code == "countersign_missing"
    placed = home.place(boy, "A-N1-P1-01", reason="khu M đang sửa", countersign=given)
    assert [one.rule.id for one in placed.warnings] == ["minor_zone"]
    ((rules, second, reason),) = home.sql("SELECT overridden, agreed_by, reason FROM bed_placement")
    assert (rules, second, reason) == ("minor_zone", home.second_id, "khu M đang sửa")
    assert home.broken() == []


def test_who_needs_a_room_alone_gets_nobody_beside_and_is_put_beside_nobody(home: Home) -> None:
    first, second = home.lives(), home.lives()
    home.place(second, "A-N1-P1-01")
    saved = home.write(require_placement, RequirePlacement(first, NeedKind.SEPARATE_ROOM), by=(Role.DOCTOR,))
    assert not saved.is_met
    assert "separate_room" in [one.rule.id for one in refused(home, first, "A-N1-P1-02").findings]
    home.place(first, "A-N1-P9-01")
    told = refused(home, second, "A-N1-P9-02", reason="x", countersign=home.agreed("housing.place_resident"))
    assert next(one.rule.id for one in told.findings) == "separate_room"
    assert not told.can_override


def test_the_infectious_lie_with_their_own_cohort_only(home: Home) -> None:
    sick, same, other, well = (home.lives() for _ in range(4))
    for person, cohort in ((sick, "A"), (same, "A"), (other, "B")):
        need = RequirePlacement(person, NeedKind.INFECTION_ROOM, cohort=cohort)
        home.write(require_placement, need, by=(Role.DOCTOR,))
    home.place(sick, "I-N1-P1-01")
    home.place(same, "I-N1-P1-02")
    for person in (other, well):
        told = refused(home, person, "I-N1-P1-03")
        assert "infection_roommate" in [one.rule.id for one in told.findings]
        assert "Đ46.2h" in told.message
    ordinary = refused(home, other, "A-N1-P1-01")
    assert [one.rule.id for one in ordinary.findings] == ["infection_place"]


def test_people_kept_apart_never_share_a_room_and_soft_pairs_are_told(home: Home) -> None:
    first, second, third = (home.lives() for _ in range(3))
    home.place(first, "A-N1-P1-01")
    for other, strength in ((second, Strength.HARD), (third, Strength.SOFT)):
        facts = KeepApart(other, strength, "đánh nhau", TODAY)
        home.write(keep_apart, AddEntry(first, facts), by=(Role.HEAD,))
    assert [one.rule.id for one in refused(home, second, "A-N1-P1-02").findings] == ["keep_apart"]
    placed = home.place(third, "A-N1-P1-02")
    assert [one.rule.id for one in placed.warnings] == ["keep_apart_soft"]


def test_a_room_too_small_warns_and_lets_pass(home: Home) -> None:
    first, second = home.lives(), home.lives()
    home.place(first, "A-N1-P2-01")
    placed = home.place(second, "A-N1-P2-02")
    assert [(one.rule.id, one.level) for one in placed.warnings] == [("room_space", Level.WARN)]


def test_kinds_of_stay_live_apart_unless_the_facility_settles_otherwise(home: Home) -> None:
    held = home.lives(kind=StayType.TEMPORARY)
    man = home.lives()
    home.place(held, "T-N1-P1-01")
    told = refused(home, man, "T-N1-P1-02")
    assert [one.rule.id for one in told.findings] == ["stay_kind", "stay_kind_roommate"]
    assert told.can_override


def test_nobody_is_placed_twice_nor_without_a_stay_nor_in_a_taken_bed(home: Home) -> None:
    first, second, stranger = home.lives(), home.lives(), home.person()
    home.place(first, "A-N1-P1-01")

    def code(resident_id: str, label: str, **more: Any) -> str:
        command = PlaceResident(resident_id, home.bed(label), **more)
        return home.refused(place_resident, command, by=KEEPERS).code

    assert code(first, "A-N1-P1-01") == "same_bed"
    assert [one.rule.id for one in refused(home, second, "A-N1-P1-01").findings] == ["taken"]
    assert code(stranger, "A-N1-P1-02") == "no_open_stay"
    assert code(second, "A-N1-P1-02", at=NOW + timedelta(days=1)) == "moment_odd"
    assert code(first, "A-N1-P1-02", at=NOW - timedelta(days=1)) == "moment_odd"


def test_two_windows_that_give_one_bed_at_once_leave_one_person_in_it(home: Home) -> None:
    first, second = home.lives(), home.lives()
    actor = home.facility.actor(*KEEPERS)
    bed = home.bed("A-N1-P1-01")
    with home.facility.database.read(actor) as early:
        # The second window judged the bed while it was free …
        assert check_bed(early, second, bed).is_free
        home.place(first, "A-N1-P1-01")
    # … and asks for it after the other has it.
    assert [one.rule.id for one in refused(home, second, "A-N1-P1-01").findings] == ["taken"]
    assert home.sleeps() == {first: "A-N1-P1-01"}


RAW = (
    "{verb} INTO bed_placement (id, home, resident_id, stay_id, bed_id, from_at, created_at, created_by, "
    "updated_at, updated_by, version) SELECT '{new}', home, {resident}, stay_id, {bed}, "
    "'2027-02-02T00:00:00.000000Z', created_at, created_by, updated_at, updated_by, 1 FROM bed_placement LIMIT 1"
)


@pytest.mark.parametrize("verb", ["INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE"])
def test_the_file_itself_refuses_two_in_a_bed_and_one_in_two(home: Home, verb: str) -> None:
    first, second = home.lives(), home.lives()
    home.place(first, "A-N1-P1-01")
    free = home.bed("A-N1-P1-02")
    two_in_a_bed = RAW.format(verb=verb, new="f" * 32, resident=f"'{second}'", bed="bed_id")
    one_in_two = RAW.format(verb=verb, new="e" * 32, resident="resident_id", bed=f"'{free}'")
    for statement in (two_in_a_bed, one_in_two):
        assert "no_overlap:bed_placement" in home.below(statement)
    home.place(second, "A-N1-P1-02")
    moved = f"UPDATE bed_placement SET bed_id = '{free}' WHERE resident_id = '{first}'"
    assert "no_overlap:bed_placement" in home.below(moved)


def test_two_people_change_beds_in_one_decision_and_are_judged_as_such(home: Home) -> None:
    first, second, woman = home.lives(), home.lives(), home.lives(WOMAN)
    home.place(first, "A-N1-P1-01")
    home.place(second, "A-N1-P2-01")
    home.place(woman, "F-N1-P1-01")
    home.write(swap_beds, SwapBeds(first, second), by=KEEPERS)
    assert home.sleeps() == {first: "A-N1-P2-01", second: "A-N1-P1-01", woman: "F-N1-P1-01"}
    told = home.refused(swap_beds, SwapBeds(first, woman), by=KEEPERS)
    assert isinstance(told, PlacementRefusedError)
    assert home.refused(swap_beds, SwapBeds(first, home.lives()), by=KEEPERS).code == "no_bed"
    assert home.broken() == []


def test_giving_a_bed_back_needs_a_reason_and_leaves_the_card_empty(home: Home) -> None:
    person = home.lives()
    home.place(person, "A-N1-P1-01")
    assert home.refused(leave_bed, LeaveBed(person, " "), by=KEEPERS).code == "reason_missing"
    # Guards read it: an illness the law lets few know of is not written there, a room called as its code is.
    told = home.refused(leave_bed, LeaveBed(person, "đi lấy thuốc ARV"), by=KEEPERS)
    assert (told.code, "thẻ Y tế" in told.message) == ("text_private", True)
    assert "ARV" not in told.message
    home.write(leave_bed, LeaveBed(person, "sửa phòng, sang nhà B24"), by=KEEPERS)
    assert home.sleeps() == {}
    assert home.sql("SELECT place_text FROM resident_card WHERE id = ?", person) == [(None,)]
    assert home.refused(leave_bed, LeaveBed(person, "lại"), by=KEEPERS).code == "no_bed"


def test_every_bed_is_ranked_for_a_person_or_says_why_not(home: Home) -> None:
    first, second = home.lives(), home.lives()
    home.place(first, "A-N1-P1-01")
    choices = home.read(where_can_sleep, second, by=KEEPERS)
    assert len(choices) == len(home.beds)
    assert choices[0].bed.startswith("A-N1-P1-")
    assert choices[0].level is None
    assert "cùng phòng với người cùng diện" in choices[0].reasons
    not_free = [one for one in choices if not one.is_free]
    assert all(one.findings and all(finding.article for finding in one.findings) for one in not_free)
    assert next(one for one in choices if one.bed == "A-N1-P1-01").findings[0].rule.id == "taken"
    with pytest.raises(FacilityError):
        home.read(where_can_sleep, "0" * 32, by=KEEPERS)
    with pytest.raises(PermissionDenied):
        home.read(where_can_sleep, second, by=(Role.NURSE,))
