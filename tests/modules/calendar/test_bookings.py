"""What is entered by hand: kept with its people, refused when it clashes unless a reason is given."""

from dataclasses import replace
from datetime import timedelta

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.errors import ConflictError, UserError
from facility_app.kernel.paging import Look
from facility_app.modules.calendar.domain.bookings import BookingFacts, checked_booking
from facility_app.modules.calendar.domain.clashes import ClashAbout
from facility_app.modules.calendar.domain.rooms import RoomFacts, RoomKind
from facility_app.modules.calendar.domain.slots import OccupiedAsked, SlotKind
from facility_app.modules.calendar.queries.bookings import BookingRow, list_booking_ids, list_booking_rows
from facility_app.modules.calendar.queries.occupied import list_apart_meetings, list_clashes, list_slots
from facility_app.modules.calendar.service.bookings import Book, EditBooking, VoidBooking, book, edit_booking
from facility_app.modules.calendar.service.bookings import void_booking as void
from facility_app.modules.calendar.service.rooms import add_room
from facility_app.modules.residents.domain.safety import KeepApart, Strength
from facility_app.modules.residents.service.entries import AddEntry
from facility_app.modules.residents.service.safety import keep_apart
from facility_app.modules.staff.domain import StaffKind
from facility_app.modules.staff.service import MemberWish, add_staff_member
from tests.helpers.cases import each
from tests.helpers.probe import rows
from tests.modules.calendar.conftest import MONDAY, Desk, at

NOBODY = BookingFacts(SlotKind.VISIT, at(8), at(9), "Thăm gặp gia đình", resident_ids=("x",))


@each(
    ("facts", "code"),
    [
        (replace(NOBODY, to_at=at(8)), "span_reversed"),
        (replace(NOBODY, to_at=at(8) + timedelta(days=32)), "booking_too_long"),
        (replace(NOBODY, title=" "), "field_missing"),
        (replace(NOBODY, kind=SlotKind.CLASS), "booking_kind"),
        (replace(NOBODY, kind=SlotKind.HEALTH), "health_says_more"),
        (replace(NOBODY, kind=SlotKind.HEALTH, title=None, note="lấy thuốc"), "health_says_more"),
        (replace(NOBODY, resident_ids=()), "booking_of_nobody"),
        (replace(NOBODY, to_at=at(7), title=""), "bad_fields"),
    ],
)
def test_an_entry_against_a_rule_is_refused(facts: BookingFacts, code: str) -> None:
    with pytest.raises(UserError) as told:
        checked_booking(facts)
    assert told.value.code == code


def test_health_needs_no_title_and_has_none() -> None:
    kept = checked_booking(replace(NOBODY, kind=SlotKind.HEALTH, title=None, resident_ids=("b", "a", "b")))
    assert (kept.title, kept.resident_ids) == (None, ("a", "b"))


def listed(desk: Desk, state: str = "all") -> tuple[BookingRow, ...]:
    ids = desk.read(list_booking_ids, Look(filters={"state": state}))
    return desk.read(list_booking_rows, ids)


def visit(first: float, last: float, *people: str, title: str = "Thăm gặp") -> BookingFacts:
    return BookingFacts(SlotKind.VISIT, at(first), at(last), title, resident_ids=people)


def test_an_entry_is_kept_with_its_people_and_answers_who_is_taken(desk: Desk) -> None:
    an, binh = desk.person("Lê An"), desk.person("Lê Bình")
    made = desk.write(book, Book(visit(9, 10, an)))
    assert [(one.title, one.resident_ids, one.clash_reason) for one in listed(desk)] == [("Thăm gặp", (an,), None)]
    edited = desk.write(edit_booking, EditBooking(made.booking_id, made.version, visit(9, 10, binh)))
    assert edited.version == made.version + 1
    assert listed(desk)[0].resident_ids == (binh,)
    (taken,) = desk.read(list_slots, OccupiedAsked(at(0), at(23), frozenset({binh})))
    assert (taken.resident_ids, taken.source) == (frozenset({binh}), ("booking", made.booking_id))
    assert desk.read(list_slots, OccupiedAsked(at(0), at(23), frozenset({an}))) == ()
    with pytest.raises(ConflictError):
        desk.write(edit_booking, EditBooking(made.booking_id, made.version, visit(9, 10, an)))
    desk.write(void, VoidBooking(made.booking_id, edited.version, "hoãn"))
    assert listed(desk) == ()
    assert desk.read(list_slots, OccupiedAsked(at(0), at(23))) == ()


def test_entries_to_come_are_those_that_have_not_ended(desk: Desk) -> None:
    an = desk.person("Lê An")
    desk.write(book, Book(visit(5, 6, an, title="qua")))
    desk.write(book, Book(visit(6, 8, an, title="đang")))
    assert [one.title for one in listed(desk, "coming")] == ["đang"]
    assert [one.title for one in listed(desk, "past")] == ["qua"]


def test_an_entry_that_clashes_needs_a_reason_which_is_kept_and_in_the_trail(desk: Desk) -> None:
    an, binh = desk.person("Lê An"), desk.person("Lê Bình")
    room = desk.write(add_room, RoomFacts("PH-01", "Phòng học 1", RoomKind.CLASSROOM)).room_id
    officer = desk.write(add_staff_member, MemberWish("Trần Thị Hoa", StaffKind.POLICE, MONDAY), by=Role.ADMIN)
    first = desk.write(book, Book(replace(visit(8, 10, an), room_id=room, staff_id=officer)))
    free = visit(9, 11, binh)
    for clashing in (visit(9, 11, an, binh), replace(free, room_id=room), replace(free, staff_id=officer)):
        with pytest.raises(UserError) as told:
            desk.write(book, Book(clashing))
        assert told.value.code == "calendar_clash"
    desk.write(book, Book(visit(10, 11, an)))
    kept = desk.write(book, Book(visit(9, 9.5, an), "người nhà ở xa"))
    assert [one.clash_reason for one in listed(desk) if one.booking_id == kept.booking_id] == ["người nhà ở xa"]
    (found,) = desk.read(list_clashes, OccupiedAsked(at(0), at(23)))
    assert (found.about, found.ids) == (ClashAbout.PERSON, (an,))
    # Its own time is no clash of its own, and a reason that is not needed is not kept.
    saved = desk.write(edit_booking, EditBooking(kept.booking_id, kept.version, visit(13, 14, an), "vẫn giữ"))
    assert {one.clash_reason for one in listed(desk)} == {None}
    assert desk.read(list_clashes, OccupiedAsked(at(0), at(23))) == ()
    assert saved.booking_id != first.booking_id


def test_a_room_that_is_shared_is_booked_twice_without_a_word(desk: Desk) -> None:
    an, binh = desk.person("Lê An"), desk.person("Lê Bình")
    yard = desk.write(add_room, RoomFacts("S-01", "Sân", RoomKind.YARD, is_shared=True)).room_id
    desk.write(book, Book(replace(visit(8, 10, an), room_id=yard)))
    desk.write(book, Book(replace(visit(9, 10, binh), room_id=yard)))
    assert desk.read(list_clashes, OccupiedAsked(at(0), at(23))) == ()


def test_whoever_is_not_there_is_not_booked(desk: Desk) -> None:
    an = desk.person("Lê An")
    for facts, code in (
        (visit(8, 9, "f" * 32), "person_unknown"),
        (replace(visit(8, 9, an), staff_id="f" * 32), "staff_unknown"),
        (replace(visit(8, 9, an), room_id="f" * 32), "not_found"),
    ):
        with pytest.raises(UserError) as told:
            desk.write(book, Book(facts))
        assert told.value.code == code
    assert rows(desk.facility.database, "SELECT count(*) FROM booking") == [(0,)]


def test_people_kept_apart_who_would_meet_are_told_to_whoever_may_know(desk: Desk) -> None:
    an, binh = desk.person("Lê An"), desk.person("Lê Bình")
    desk.write(keep_apart, AddEntry(an, KeepApart(binh, Strength.HARD, "đánh nhau", MONDAY)))
    desk.write(book, Book(visit(8, 9, an, binh)))
    day = OccupiedAsked.of_days(MONDAY, 1)
    (found,) = desk.read(list_apart_meetings, day)
    assert {found.first_id, found.second_id} == {an, binh}
    assert found.is_hard
    assert desk.read(list_apart_meetings, replace(day, resident_ids=frozenset({an}))) == ()
    assert desk.read(list_apart_meetings, day, by=Role.TEACHER) == ()
