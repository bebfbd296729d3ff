"""Weeks, moves and clashes as people read them: names, zones, rooms; and the papers for the doors."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import pytest

from facility_app.documents.payload import Grid, Heading, PlainPaper, Text
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.spec import ModuleSpec
from facility_app.modules.calendar.domain.bookings import BookingFacts
from facility_app.modules.calendar.domain.days import Half
from facility_app.modules.calendar.domain.rooms import RoomFacts, RoomKind
from facility_app.modules.calendar.domain.slots import OccupiedAsked, Slot, SlotKind, ZoneOf, ZonesAsked
from facility_app.modules.calendar.module import SPEC as CALENDAR
from facility_app.modules.calendar.papers import hours_of, moves_paper, week_paper, what_of
from facility_app.modules.calendar.queries.views import (
    NO_ZONE,
    Whose,
    find_by_codes,
    find_own,
    get_week,
    list_clash_rows,
    list_clash_rows_at,
    list_moves,
    list_zone_names,
)
from facility_app.modules.calendar.service.bookings import Book, book
from facility_app.modules.calendar.service.rooms import add_room
from tests.documents.papers import printed
from tests.helpers.facility import founded
from tests.modules.calendar.conftest import MONDAY, Desk, at, seated


@dataclass
class Others:
    """Another slice: what it answers."""

    slots: list[Slot] = field(default_factory=list)
    zones: list[ZoneOf] = field(default_factory=list)

    def spec(self) -> ModuleSpec:
        answers: dict[type, tuple[Callable[[Any, Any], Any], ...]] = {
            OccupiedAsked: (lambda _uow, _asked: tuple(self.slots),),
            ZonesAsked: (lambda _uow, _asked: tuple(self.zones),),
        }
        return ModuleSpec(id="others", answers=answers)


@pytest.fixture
def others() -> Others:
    return Others()


@pytest.fixture
def house(tmp_path: Path, others: Others) -> Iterator[Desk]:
    for facility in founded(tmp_path, (CALENDAR, others.spec())):
        yield seated(facility)


def lesson(first: float, last: float, *people: str, name: str = "Lớp A1", **more: Any) -> Slot:
    return Slot(SlotKind.CLASS, at(first), at(last), ("class", name), frozenset(people), name=name, **more)


def away(*people: str, days: int = 3) -> Slot:
    return Slot(
        SlotKind.HEALTH,
        at(0) - timedelta(days=1),
        at(0) + timedelta(days=days),
        ("case", people[0]),
        frozenset(people),
        is_outside=True,
    )


def test_a_week_is_of_one_person_one_room_or_everything_of_a_kind(house: Desk, others: Others) -> None:
    an, binh = house.person("Lê An"), house.person("Lê Bình")
    room = house.write(add_room, RoomFacts("PH-01", "Phòng học 1", RoomKind.CLASSROOM)).room_id
    others.slots = [lesson(8, 9, an, room_id=room), lesson(9, 10, binh, name="Lớp B"), away(binh)]
    week = house.read(get_week, Whose(resident_id=an), MONDAY)
    assert ([one.name for one in week.slots], week.rooms) == (["Lớp A1"], {room: "Phòng học 1"})
    assert "Lê An" in week.title
    assert [one.name for one in house.read(get_week, Whose(room_id=room), MONDAY).slots] == ["Lớp A1"]
    assert len(house.read(get_week, Whose(kind="class"), MONDAY).slots) == 2
    assert len(house.read(get_week, Whose(kind="class", name="Lớp B"), MONDAY).slots) == 1
    assert house.read(get_week, Whose(), MONDAY).slots == ()
    assert house.read(get_week, Whose(resident_id=an), MONDAY + timedelta(days=7)).slots == ()
    assert house.read(find_own) == Whose()


def test_moves_stand_zone_by_zone_and_say_how_many_stay(house: Desk, others: Others) -> None:
    an, binh, chi, loner = (house.person(name) for name in ("Lê An", "Lê Bình", "Lê Chi", "Lê Đơn"))
    others.zones = [
        ZoneOf(an, "z2", "Khu B", 2, "B-01"),
        ZoneOf(binh, "z1", "Khu A", 1, "A-02"),
        ZoneOf(chi, "z1", "Khu A", 1, "A-01"),
    ]
    others.slots = [lesson(8, 9, binh, loner), lesson(13, 14, an, name="Chiều")]
    first, second, rest = house.read(list_moves, MONDAY, Half.MORNING)
    assert (first.zone, first.people, first.staying) == ("Khu A", 2, 1)
    assert [(one.name, one.bed, one.slot.name) for one in first.rows] == [("Lê Bình", "A-02", "Lớp A1")]
    assert (second.zone, second.people, second.staying, second.rows) == ("Khu B", 1, 1, ())
    assert (rest.zone_id, [one.name for one in rest.rows]) == (NO_ZONE, ["Lê Đơn"])
    assert [one.staying for one in house.read(list_moves, MONDAY, Half.AFTERNOON)] == [2, 0]
    assert house.read(list_zone_names) == (("z1", "Khu A"), ("z2", "Khu B"))


def test_who_should_be_where_now_is_what_runs_at_this_instant(house: Desk, others: Others) -> None:
    an = house.person("Lê An")
    others.slots = [
        lesson(6, 7, an, name="Vừa xong"),
        lesson(7, 8, an, name="Đang học"),
        lesson(7.5, 9, an, name="Sau"),
    ]
    (moves,) = house.read(list_moves, MONDAY, Half.NOW)
    assert [one.slot.name for one in moves.rows] == ["Đang học"]
    (narrowed,) = house.read(list_moves, MONDAY, Half.NOW, frozenset({an}))
    assert narrowed == moves


def test_whoever_is_out_for_the_whole_half_is_given_no_hour_to_be_back(house: Desk, others: Others) -> None:
    """A stay in hospital answers no end: cut off at noon, the doors would wait for them at noon."""
    an, binh = house.person("Lê An"), house.person("Lê Bình")
    others.slots = [replace(away(an), to_at=at(12)), lesson(7, 12, binh), lesson(0, 12, binh, name="Suốt sáng")]
    (moves,) = house.read(list_moves, MONDAY, Half.MORNING)
    assert {(row.slot.name, row.is_whole) for row in moves.rows} == {
        ("", True), ("Lớp A1", False), ("Suốt sáng", True)
    }  # fmt: skip
    said = "".join(str(cell) for block in house.read(moves_paper, MONDAY, Half.MORNING).blocks
                   for row in getattr(block, "rows", ()) for cell in row)  # fmt: skip
    assert ("–12:00" in said.replace("07:00–12:00", ""), said.count("cả buổi")) == (False, 2)
    house.facility.file.clock.at = at(10).astimezone(UTC)
    (now,) = house.read(list_moves, MONDAY, Half.NOW)
    assert {row.slot.name for row in now.rows if row.is_whole} == {""}, "at an instant a lesson keeps its hours"


def test_a_clash_is_named_and_found_again_by_its_key(house: Desk, others: Others) -> None:
    people = [house.person(f"Lê {name}") for name in ("An", "Bình", "Chi", "Dũng")]
    others.slots = [lesson(8, 10, *people), lesson(9, 11, *people, name="Lớp B"), away(people[0], days=1)]
    rows = house.read(list_clash_rows, MONDAY, 7)
    assert sorted(one.count for one in rows) == [1, 1, 4]
    many = next(one for one in rows if one.count == 4)
    assert many.who.count("Lê ") == 3
    assert "Lê An (27-0001)" in many.who
    assert many.who.endswith("…")
    keys = [one.key for one in reversed(rows)]
    assert [one.key for one in house.read(list_clash_rows_at, keys)] == keys
    others.slots = others.slots[:1]
    assert house.read(list_clash_rows_at, keys) == ()
    assert house.read(list_clash_rows_at, ()) == ()


def test_codes_are_found_however_they_are_parted_and_a_wrong_one_is_named(house: Desk) -> None:
    an, binh = house.person("Lê An"), house.person("Lê Bình")
    week = house.read(get_week, Whose(resident_id=an), MONDAY)
    codes = [house.read(get_week, Whose(resident_id=one), MONDAY).title.split(" · ")[1] for one in (an, binh)]
    assert week.title.endswith(codes[0])
    assert house.read(find_by_codes, f" {codes[0]},\n{codes[1].lower()}; {codes[0]} ") == (an, binh)
    assert house.read(find_by_codes, "  ") == ()
    with pytest.raises(UserError) as told:
        house.read(find_by_codes, f"{codes[0]} 99-9999")
    assert told.value.code == "code_unknown"
    assert "99-9999" in told.value.message


def words_of(paper: PlainPaper) -> str:
    grids = [cell for one in paper.blocks if isinstance(one, Grid) for row in one.rows for cell in row]
    return "\n".join([*grids, *(one.text for one in paper.blocks if isinstance(one, Heading | Text))])


def test_the_paper_for_the_doors_has_a_page_for_every_zone_and_a_box_for_notes(
    house: Desk, others: Others
) -> None:
    an, binh = house.person("Lê An"), house.person("Lê Bình")
    others.zones = [ZoneOf(an, "z1", "Khu A", 1, "A-01"), ZoneOf(binh, "z2", "Khu B", 2, "B-01")]
    others.slots = [lesson(8, 9, an), away(binh)]
    paper = house.read(moves_paper, MONDAY, Half.MORNING)
    heads = [one for one in paper.blocks if isinstance(one, Heading)]
    assert [one.opens_page for one in heads] == [False, True]
    assert [one.text.split(" – ")[0] for one in heads] == ["Khu A", "Khu B"]
    grids = [one for one in paper.blocks if isinstance(one, Grid)]
    assert [one.heads[-1] for one in grids] == ["Ghi chú", "Ghi chú"]
    assert [row[-1] for one in grids for row in one.rows] == ["", ""]
    assert "08:00–09:00" in words_of(paper)
    printed(paper, "calendar-moves")
    only = house.read(moves_paper, MONDAY, Half.MORNING, "z2")
    assert [one.text.split(" – ")[0] for one in only.blocks if isinstance(one, Heading)] == ["Khu B"]
    assert "MOVES-01" not in repr(paper)
    assert paper.is_landscape


def test_no_paper_says_more_of_health_than_that(house: Desk, others: Others) -> None:
    an = house.person("Lê An")
    others.zones = [ZoneOf(an, "z1", "Khu A", 1, "A-01")]
    house.write(book, Book(BookingFacts(SlotKind.HEALTH, at(8), at(9), resident_ids=(an,))), by=Role.NURSE)
    others.slots = [away(an, days=1)]
    (visit,) = [one for one in house.read(get_week, Whose(resident_id=an), MONDAY).slots if not one.is_outside]
    assert (visit.name, visit.place, visit.room_id) == ("", "", "")
    assert what_of(visit) == "Y tế"
    assert what_of(away(an)) == "Y tế (ngoài cơ sở)"
    assert hours_of(away(an), MONDAY) == "cả buổi"
    assert hours_of(visit, MONDAY) == "08:00–09:00"


def test_a_week_on_paper_has_every_day_of_what_lasts(house: Desk, others: Others) -> None:
    an = house.person("Lê An")
    others.slots = [lesson(8, 9, an), away(an, days=2)]
    week = house.read(get_week, Whose(resident_id=an), MONDAY)
    paper = house.read(week_paper, week)
    printed(paper, "calendar-week")
    (grid,) = [one for one in paper.blocks if isinstance(one, Grid)]
    assert [row[0].split(",")[0] for row in grid.rows] == ["Thứ Hai", "Thứ Hai", "Thứ Ba"]
    empty = house.read(week_paper, house.read(get_week, Whose(resident_id=an), MONDAY + timedelta(days=14)))
    assert [type(one) for one in empty.blocks] == [Text]
