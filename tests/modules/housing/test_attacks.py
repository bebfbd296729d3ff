"""What was tried against the house: days gone by, places of others, rolls that people leave and join."""

from dataclasses import replace
from datetime import timedelta

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.privacy import Privacy
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.catalogues.service import SetParameter, set_parameter
from facility_app.modules.housing.domain.needs import NeedKind
from facility_app.modules.housing.domain.roll import RollMark, RollScope
from facility_app.modules.housing.queries.board import get_board, list_person_history
from facility_app.modules.housing.queries.house import list_rooms, list_zones
from facility_app.modules.housing.queries.needs import list_needs
from facility_app.modules.housing.queries.roll import Expected, get_roll
from facility_app.modules.housing.queries.state import Standing
from facility_app.modules.housing.service import capacity, needs, places, roll
from facility_app.modules.housing.service.placing import LeaveBed, PlaceResident, leave_bed, place_resident
from facility_app.modules.housing.service.takeover import TakenBed, TakeOverPlacements, take_over_placements
from facility_app.modules.housing.tables import BedPlacement
from facility_app.modules.stays.api import GONE, NEW_LAW
from facility_app.modules.stays.service import presence
from tests.modules.housing.home import BOY, KEEPERS, Home
from tests.modules.housing.test_following import YESTERDAY, housed
from tests.modules.stays.house import ADMITTED, NOW, PAPER, TODAY, moment

HEAD, GUARD, TEACHER = (Role.HEAD,), (Role.GUARD,), (Role.TEACHER,)


def room_id(home: Home, name: str) -> str:
    (found,) = [one.room_id for one in home.read(list_rooms) if one.name == name]
    return found


def zone(home: Home, code: str) -> places.EditZone:
    (one,) = [one for one in home.read(list_zones) if one.code == code]
    return places.EditZone(one.zone_id, one.version, one.code, one.name, one.kind, one.sex, one.order_no)


def refusal(home: Home, resident_id: str, label: str, at: object) -> tuple[str, str]:
    told = home.refused(place_resident, PlaceResident(resident_id, home.bed(label), at), by=KEEPERS)  # type: ignore[arg-type]  # a moment
    return told.code, told.message


def test_a_bed_of_another_room_is_not_closed_with_a_room(home: Home) -> None:
    person = home.lives()
    home.place(person, "A-N1-P2-01")
    close = capacity.ClosePlace(
        room_id(home, "A-N1-P1"), "dột", home.bed("A-N1-P2-01"), home.agreed("housing.close_place")
    )
    assert home.refused(capacity.close_place, close, by=HEAD).code == "bed_elsewhere"


def test_a_zone_of_another_code_is_said_on_the_cards_of_who_sleeps_there(home: Home) -> None:
    person = home.lives()
    home.place(person, "A-N1-P1-01")
    renamed = replace(zone(home, "A"), code="K")
    assert home.refused(places.edit_zone, renamed, by=(Role.ADMIN,)).code == "people_there"
    home.write(places.edit_zone, renamed, by=HEAD)
    assert home.sql("SELECT place_text FROM resident_card WHERE id = ?", person) == [("K-N1-P1-01",)]
    assert home.broken() == []
    home.write(places.edit_zone, replace(zone(home, "F"), code="N"), by=(Role.ADMIN,))


def test_a_bed_is_not_given_since_before_somebody_came_or_came_back(home: Home) -> None:
    person = home.lives()
    assert refusal(home, person, "A-N1-P1-01", moment(ADMITTED - timedelta(days=1)))[0] == "moment_odd"
    ran, stay_id = housed(home, "A-N1-P1-02")
    home.move(presence.record_escape, stay_id, YESTERDAY, **PAPER)
    assert refusal(home, ran, "A-N1-P1-02", None)[0] == "not_here"
    home.move(presence.take_back, stay_id, TODAY)
    assert refusal(home, ran, "A-N1-P1-02", moment(YESTERDAY, 23))[0] == "moment_odd"
    home.place(ran, "A-N1-P1-02")


def test_a_bed_since_an_earlier_day_minds_who_slept_there_and_what_was_closed_then(home: Home) -> None:
    close = capacity.ClosePlace(room_id(home, "T-N1-P1"), "sơn", countersign=home.agreed("housing.close_place"))
    closed = home.write(capacity.close_place, close, by=HEAD)
    man, _ = housed(home)
    boy = home.lives(BOY)
    other = home.lives()
    home.write(
        capacity.reopen_place,
        capacity.ReopenPlace(closed.place_id, closed.version, "xong", home.agreed("housing.reopen_place")),
        by=HEAD,
    )
    home.at(TODAY, 12)
    home.write(leave_bed, LeaveBed(man, "đổi nhà"), by=KEEPERS)
    home.at(TODAY, 14)
    code, words = refusal(home, boy, "A-N1-P1-02", moment(TODAY, 10))
    assert (code, home.code(man) in words) == ("placement_refused", True)
    code, words = refusal(home, other, "T-N1-P1-01", moment(TODAY, 8))
    assert (code, "sơn" in words) == ("placement_refused", True)
    home.place(other, "A-N1-P1-03", moment(TODAY, 10))


def test_a_list_of_who_sleeps_where_is_of_days_that_were_and_of_beds_that_are(home: Home) -> None:
    person = home.lives()

    def told(bed_id: str, at: object) -> str:
        command = TakeOverPlacements([TakenBed(person, bed_id, at)], "sổ cũ")  # type: ignore[arg-type]  # a moment
        return home.refused(take_over_placements, command, by=KEEPERS).code

    bed = home.bed("A-N1-P1-01")
    assert told(bed, NOW + timedelta(days=1)) == "moment_odd"
    assert told(bed, moment(ADMITTED - timedelta(days=1))) == "moment_odd"
    assert told("0" * 32, NOW) == "not_found"
    close = capacity.ClosePlace(room_id(home, "A-N1-P1"), "gãy", bed, home.agreed("housing.close_place"))
    home.write(capacity.close_place, close, by=HEAD)
    assert told(bed, NOW) == "placement_refused"


def test_who_leaves_while_the_roll_is_called_is_not_told_to_be_seen_and_who_comes_can_be(home: Home) -> None:
    there, (ran, stay_id), (back, away_stay) = (
        housed(home)[0],
        housed(home, "A-N1-P1-02"),
        housed(home, "A-N1-P1-03"),
    )
    home.move(presence.send_to_hospital, away_stay, YESTERDAY)
    opened = home.write(roll.open_roll, roll.OpenRoll(RollScope.ALL), by=GUARD)
    home.move(presence.record_escape, stay_id, NOW.date(), **PAPER)
    home.move(presence.take_back, away_stay, NOW.date())
    late = home.lives()
    ticks = [
        roll.Tick(there, RollMark.PRESENT),
        roll.Tick(back, RollMark.PRESENT),
        roll.Tick(late, RollMark.PRESENT),
    ]
    assert home.write(roll.tick_roll, roll.TickRoll(opened.roll_id, ticks), by=GUARD) == 0
    closed = home.write(roll.close_roll, roll.CloseRoll(opened.roll_id, opened.version), by=GUARD)
    assert (closed.total, closed.present, closed.away, closed.differences) == (4, 3, 1, 0)
    sheet = home.read(get_roll, opened.roll_id)
    assert sheet is not None
    assert [(one.expected, one.mark) for one in sheet.ticks if one.resident_id == ran] == [
        ("escaped", RollMark.ELSEWHERE)
    ]


def test_who_has_gone_without_a_word_is_away_in_strength_and_roll(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    (gone, _), _ = housed(home), housed(home, "A-N1-P1-02")
    with home.facility.database.read(home.facility.actor(Role.HEAD)) as uow:
        monkeypatch.setattr(type(uow), "ask", lambda *_: [(gone,)])
        assert [one.presence for one in Expected(uow).of() if one.resident_id == gone] == [GONE]
    strength = home.strength()
    assert (strength.whole.total, strength.whole.present, strength.whole.away) == (2, 1, {GONE: 1})
    assert strength.sums
    opened = home.write(roll.open_roll, roll.OpenRoll(RollScope.ALL), by=GUARD)
    assert (opened.listed, opened.expected) == (2, 1)


def test_what_somebody_needs_and_why_they_sleep_there_is_for_who_places_and_treats(home: Home) -> None:
    person = home.lives()
    agreed = home.agreed("housing.place_resident")
    home.place(person, "I-N1-P1-01", reason="nghi lao", countersign=agreed)
    asked = needs.RequirePlacement(person, NeedKind.INFECTION_ROOM)
    home.write(needs.require_placement, asked, by=(Role.DOCTOR,))

    def seen(by: tuple[Role, ...]) -> tuple[bool, ...]:
        (bed,) = [one.occupant for one in home.read(get_board, by=by).beds if one.occupant is not None]
        (row,) = home.read(list_person_history, person, by=by)
        wanted = home.read(list_needs, person, by=by)
        return bool(bed.needs), bool(bed.overridden), bool(row.reason), bool(row.overridden), bool(wanted)

    assert seen(GUARD) == (True,) * 5
    assert seen(TEACHER) == (False,) * 5
    # Which rule was gone over tells of infection: it leaves with health, not with the open columns.
    assert BedPlacement.__table__.c.overridden.info["privacy"] is Privacy.CLINICAL


def test_what_was_written_beside_a_name_at_the_roll_is_for_who_calls_it_and_treats(home: Home) -> None:
    person, _ = housed(home)
    opened = home.write(roll.open_roll, roll.OpenRoll(RollScope.ALL), by=GUARD)
    tick = roll.Tick(person, RollMark.ELSEWHERE, "bệnh xá, sốt cao")
    home.write(roll.tick_roll, roll.TickRoll(opened.roll_id, [tick]), by=GUARD)

    def reason(by: tuple[Role, ...]) -> str | None:
        sheet = home.read(get_roll, opened.roll_id, by=by)
        assert sheet is not None
        return sheet.ticks[0].reason

    assert (reason(GUARD), reason((Role.NURSE,)), reason(TEACHER)) == ("bệnh xá, sốt cao",) * 2 + (None,)


def test_since_when_the_new_law_separates_people_is_the_dated_parameter_and_no_day_of_the_program(
    home: Home,
) -> None:
    def law() -> LegalRegime:
        return home.read(lambda uow: Standing(uow).rules().law)

    assert law() is LegalRegime.L2025
    put_off = SetParameter(NEW_LAW, "0", TODAY, "NQ 1/2027/QH", "lùi ngày thi hành")
    home.write(set_parameter, put_off, by=HEAD)
    assert law() is LegalRegime.L2021
