"""Rooms people meet in: kept as written, one code once, none taken away that is still booked."""

import pytest

from facility_app.kernel.errors import ConflictError, UserError
from facility_app.kernel.paging import Look
from facility_app.modules.calendar.domain.bookings import BookingFacts
from facility_app.modules.calendar.domain.rooms import RoomFacts, RoomKind, checked_room
from facility_app.modules.calendar.domain.slots import SlotKind
from facility_app.modules.calendar.queries.rooms import list_room_ids, list_room_rows, list_rooms, name_rooms
from facility_app.modules.calendar.service.bookings import Book, book
from facility_app.modules.calendar.service.rooms import EditRoom, VoidRoom, add_room, edit_room, void_room
from tests.helpers.cases import each
from tests.helpers.probe import rows
from tests.modules.calendar.conftest import Desk, at

CLASSROOM = RoomFacts("PH-01", "Phòng học 1", RoomKind.CLASSROOM, 40)


@each(
    ("facts", "code"),
    [
        (RoomFacts(" ", "Tên", RoomKind.YARD), "field_missing"),
        (RoomFacts("A", "", RoomKind.YARD), "field_missing"),
        (RoomFacts("A" * 21, "Tên", RoomKind.YARD), "text_too_long"),
        (RoomFacts("A", "Tên", RoomKind.YARD, 0), "number_out_of_range"),
        (RoomFacts("A", "Tên", RoomKind.YARD, -3), "number_out_of_range"),
        (RoomFacts("", "", RoomKind.YARD, 0), "bad_fields"),
    ],
)
def test_a_room_has_a_short_code_a_name_and_seats_that_can_be(facts: RoomFacts, code: str) -> None:
    with pytest.raises(UserError) as told:
        checked_room(facts)
    assert told.value.code == code


def test_a_room_is_kept_found_changed_and_taken_away(desk: Desk) -> None:
    made = desk.write(add_room, CLASSROOM)
    desk.write(add_room, RoomFacts("X-01", "Xưởng mộc", RoomKind.WORKSHOP, is_shared=True, note="Máy cưa"))
    (first, second) = desk.read(list_rooms)
    assert (first.code, first.seats, second.is_shared, second.note) == ("PH-01", 40, True, "Máy cưa")
    assert desk.read(list_room_ids, Look(text="mộc")) == (second.room_id,)
    assert desk.read(list_room_rows, (second.room_id, first.room_id)) == (second, first)
    saved = desk.write(
        edit_room, EditRoom(made.room_id, made.version, RoomFacts("PH-02", "Phòng học 2", RoomKind.CLASSROOM))
    )
    assert saved.version == made.version + 1
    desk.write(void_room, VoidRoom(made.room_id, saved.version, "đập đi"))
    assert [one.code for one in desk.read(list_rooms)] == ["X-01"]
    assert desk.read(name_rooms, [made.room_id]) == {made.room_id: "Phòng học 2"}
    verbs = rows(desk.facility.database, "SELECT verb FROM audit_entry ORDER BY seq DESC LIMIT 4")
    assert [one for (one,) in verbs] == [
        "calendar.void_room", "calendar.edit_room", "calendar.add_room", "calendar.add_room"
    ]  # fmt: skip


def test_a_code_is_given_once_small_or_capital_and_again_when_its_room_is_gone(desk: Desk) -> None:
    made = desk.write(add_room, CLASSROOM)
    with pytest.raises(UserError) as told:
        desk.write(add_room, RoomFacts("ph-01", "Khác", RoomKind.OTHER))
    assert told.value.code == "room_code_taken"
    desk.write(edit_room, EditRoom(made.room_id, made.version, CLASSROOM))
    desk.write(void_room, VoidRoom(made.room_id, desk.read(list_rooms)[0].version, "đập đi"))
    desk.write(add_room, RoomFacts("ph-01", "Khác", RoomKind.OTHER))


def test_a_room_still_booked_stays_and_nothing_is_decided_from_a_stale_copy(desk: Desk) -> None:
    made = desk.write(add_room, CLASSROOM)
    desk.write(book, Book(BookingFacts(SlotKind.OTHER, at(8), at(9), "Họp", made.room_id)))
    with pytest.raises(UserError) as told:
        desk.write(void_room, VoidRoom(made.room_id, made.version, "đập đi"))
    assert told.value.code == "room_booked"
    with pytest.raises(ConflictError):
        desk.write(edit_room, EditRoom(made.room_id, made.version + 1, CLASSROOM))
