"""Building the house, its capacity by two people, and closing what somebody sleeps in."""

from dataclasses import replace

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.places import ZONING, RoomPurpose, ZoneKind
from facility_app.modules.housing.queries.choices import find_bed_by_label, find_beds
from facility_app.modules.housing.queries.house import (
    RoomRow,
    list_beds,
    list_buildings,
    list_capacity_changes,
    list_closures,
    list_rooms,
    list_zones,
)
from facility_app.modules.housing.service import capacity, places
from facility_app.modules.housing.service.placing import PlaceResident, place_resident
from tests.modules.housing.home import KEEPERS, Home

HEAD = (Role.HEAD,)


def room(home: Home, name: str) -> RoomRow:
    (found,) = [one for one in home.read(list_rooms) if one.name == name]
    return found


def test_every_kind_of_zone_names_its_article_and_some_have_no_beds() -> None:
    assert all(one.article for one in ZONING.values())
    assert not ZONING[ZoneKind.ADMINISTRATION].sleeps
    assert set(ZONING) == set(ZoneKind)


def test_a_zone_with_sub_zone_building_room_and_beds_is_named_from_the_outside_in(home: Home) -> None:
    add = home.write(places.add_zone, places.AddZone("B", "Khu B", ZoneKind.RESIDENTS, Sex.MALE), by=HEAD)
    inner = places.AddZone("B1", "Phân khu B1", ZoneKind.RESIDENTS, Sex.MALE, parent_id=add.place_id)
    sub = home.write(places.add_zone, inner, by=HEAD)
    building = home.write(places.add_building, places.AddBuilding(sub.place_id, "D1", "Dãy 1"), by=HEAD)
    made = home.write(places.add_room, places.AddRoom(building.place_id, "07", 2, 2, area_m2=14.5), by=HEAD)
    found = room(home, "B1-D1-07")
    assert (found.certified, found.working, found.beds, found.area_m2) == (2, 2, 2, 14.5)
    home.write(places.add_beds, places.AddBeds(made.place_id, 1), by=HEAD)
    assert [bed.label for bed in home.read(list_beds, made.place_id)] == [
        "B1-D1-07-01",
        "B1-D1-07-02",
        "B1-D1-07-03",
    ]
    edit = places.EditZone(sub.place_id, sub.version, "C1", "Phân khu C1", ZoneKind.RESIDENTS, Sex.MALE)
    home.write(places.edit_zone, edit, by=HEAD)
    assert home.read(list_beds, made.place_id)[0].label == "C1-D1-07-01"
    assert [one.code for one in home.read(list_buildings, sub.place_id)] == ["D1"]
    assert home.read(find_bed_by_label, "c1-d1-07-02") == home.read(list_beds, made.place_id)[1].bed_id
    assert [one.label for one in home.read(find_beds, "c1-d1")][:1] == ["C1-D1-07-01"]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (places.AddZone("A", "Khu khác", ZoneKind.RESIDENTS), "place_code_taken"),
        (places.AddZone("", "Khu khác", ZoneKind.RESIDENTS), "field_missing"),
        (places.AddZone("Z" * 21, "Khu khác", ZoneKind.RESIDENTS), "text_too_long"),
    ],
)
def test_a_zone_has_a_code_of_its_own(home: Home, command: places.AddZone, code: str) -> None:
    assert home.refused(places.add_zone, command, by=HEAD).code == code


def test_a_room_is_refused_beds_where_nobody_lives_and_numbers_that_cannot_be(home: Home) -> None:
    office = next(zone for zone in home.read(list_zones) if zone.code == "H")
    building = home.write(places.add_building, places.AddBuilding(office.zone_id, "N1", "Nhà 1"), by=HEAD)

    def code(**facts: object) -> str:
        command = places.AddRoom(building.place_id, "1", **facts)  # type: ignore[arg-type]  # a few facts
        return home.refused(places.add_room, command, by=HEAD).code

    assert code(beds=2, certified=2) == "zone_has_no_beds"
    assert code(beds=0, certified=2, working=3) == "capacity_odd"
    assert code(beds=-1, certified=2) == "number_out_of_range"
    assert code(beds=0, certified=0, area_m2=0) == "number_out_of_range"


def test_what_somebody_sleeps_in_keeps_sex_and_purpose_and_is_not_taken_away_and_they_are_named(
    home: Home,
) -> None:
    person = home.lives()
    home.place(person, "A-N1-P1-01")
    zone = next(one for one in home.read(list_zones) if one.code == "A")
    found = room(home, "A-N1-P1")
    bed = home.read(list_beds, found.room_id)[0]
    edits = (
        (places.edit_zone, places.EditZone(zone.zone_id, zone.version, "A", "Khu A", ZoneKind.VOLUNTARY)),
        (places.edit_room, places.EditRoom(found.room_id, found.version, "P1", Sex.FEMALE)),
        (places.edit_room, places.EditRoom(found.room_id, found.version, "P1", purpose=RoomPurpose.SEPARATE)),
        (places.void_bed, places.VoidPlace(bed.bed_id, bed.version, "hỏng")),
    )
    for verb, command in edits:
        told = home.refused(verb, command, by=HEAD)
        assert told.code == "people_there"
        assert home.code(person) in told.message
        unseen = home.refused(verb, command, by=(Role.ADMIN,))
        assert home.code(person) not in unseen.message
    home.write(places.edit_room, places.EditRoom(found.room_id, found.version, "P1", area_m2=30), by=HEAD)
    assert room(home, "A-N1-P1").area_m2 == 30


def test_places_are_taken_away_from_the_inside_out(home: Home) -> None:
    zone = next(one for one in home.read(list_zones) if one.code == "T")
    building = home.read(list_buildings, zone.zone_id)[0]
    found = room(home, "T-N1-P1")
    orders = (
        (places.void_zone, places.VoidPlace(zone.zone_id, zone.version, "bỏ")),
        (places.void_building, places.VoidPlace(building.building_id, building.version, "bỏ")),
        (places.void_room, places.VoidPlace(found.room_id, found.version, "bỏ")),
    )
    assert [home.refused(verb, command, by=HEAD).code for verb, command in orders] == ["place_not_empty"] * 3
    for bed in home.read(list_beds, found.room_id):
        home.write(places.void_bed, places.VoidPlace(bed.bed_id, bed.version, "bỏ"), by=HEAD)
    for verb, command in reversed(orders):
        home.write(verb, command, by=HEAD)
    assert "T" not in {one.code for one in home.read(list_zones)}


def test_capacity_is_changed_by_two_people_and_the_change_is_kept(home: Home) -> None:
    found = room(home, "A-N1-P1")
    change = capacity.ChangeCapacity(found.room_id, found.version, 6, 2, "biên bản 12")
    assert home.refused(capacity.change_capacity, change, by=HEAD).code == "countersign_missing"
    agreed = replace(change, countersign=home.agreed("housing.change_capacity"))
    home.write(capacity.change_capacity, agreed, by=HEAD)
    (kept,) = home.read(list_capacity_changes, found.room_id)
    assert (kept.certified_before, kept.certified_after, kept.working_after) == (4, 6, 2)
    assert (kept.proposed_by, kept.agreed_by) == (home.facility.admin.user_id, home.second_id)
    for bed in ("01", "02"):
        home.place(home.lives(), f"A-N1-P1-{bed}")
    full = home.refused(place_resident, PlaceResident(home.lives(), home.bed("A-N1-P1-03")), by=KEEPERS)
    assert "2 người" in full.message
    now = room(home, "A-N1-P1")
    less = capacity.ChangeCapacity(now.room_id, now.version, 6, 1, "x", home.agreed("housing.change_capacity"))
    assert home.refused(capacity.change_capacity, less, by=HEAD).code == "capacity_below_people"
    odd = capacity.ChangeCapacity(now.room_id, now.version, 1, 2, "x", home.agreed("housing.change_capacity"))
    assert home.refused(capacity.change_capacity, odd, by=HEAD).code == "capacity_odd"
    same = capacity.ChangeCapacity(now.room_id, now.version, 6, 2, "x", home.agreed("housing.change_capacity"))
    assert home.refused(capacity.change_capacity, same, by=HEAD).code == "capacity_same"


def test_a_room_with_people_in_it_is_not_closed_and_names_them(home: Home) -> None:
    person = home.lives()
    home.place(person, "A-N1-P1-01")
    found = room(home, "A-N1-P1")
    close = capacity.ClosePlace(found.room_id, "dột", countersign=home.agreed("housing.close_place"))
    told = home.refused(capacity.close_place, close, by=HEAD)
    assert (told.code, home.code(person) in told.message) == ("people_there", True)
    bed = home.bed("A-N1-P1-02")
    shut = replace(close, bed_id=bed)
    closed = home.write(capacity.close_place, shut, by=HEAD)
    (shown,) = [one for one in home.board().beds if one.closed]
    assert (shown.label, shown.closed) == ("A-N1-P1-02", "dột")
    refused = home.refused(place_resident, PlaceResident(home.lives(), bed), by=KEEPERS)
    assert "dột" in refused.message
    again = replace(shut, countersign=home.agreed("housing.close_place"))
    assert home.refused(capacity.close_place, again, by=HEAD).code == "closed_already"
    reopen = capacity.ReopenPlace(closed.place_id, closed.version, "sửa xong")
    assert home.refused(capacity.reopen_place, reopen, by=HEAD).code == "countersign_missing"
    opened = replace(reopen, countersign=home.agreed("housing.reopen_place"))
    home.write(capacity.reopen_place, opened, by=HEAD)
    assert [one.closed for one in home.board().beds if one.closed] == []
    (kept,) = home.read(list_closures, found.room_id)
    assert (kept.agreed_by, kept.reopened_with) == (home.second_id, home.second_id)


def test_a_closed_room_shows_for_each_of_its_beds_and_counts_none_as_free(home: Home) -> None:
    found = room(home, "A-N1-P1")
    before = home.board().free
    close = capacity.ClosePlace(found.room_id, "sơn lại", countersign=home.agreed("housing.close_place"))
    home.write(capacity.close_place, close, by=HEAD)
    assert before - home.board().free == 4
    assert room(home, "A-N1-P1").closed_reason == "sơn lại"
    refused = home.refused(place_resident, PlaceResident(home.lives(), home.bed("A-N1-P1-01")), by=KEEPERS)
    assert refused.code == "placement_refused"
