"""Every verb and query of the slice against every role, and what it offers the house."""

from dataclasses import dataclass

import pytest

from facility_app.app.registry import MODULES
from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look
from facility_app.modules.calendar import api, papers
from facility_app.modules.calendar.domain import rights
from facility_app.modules.calendar.domain.bookings import BookingFacts, booked_slot
from facility_app.modules.calendar.domain.rooms import RoomFacts, RoomKind
from facility_app.modules.calendar.domain.slots import OccupiedAsked, SlotKind
from facility_app.modules.calendar.module import SPEC
from facility_app.modules.calendar.queries import bookings as booking_reads
from facility_app.modules.calendar.queries import loads, meetings, occupied, views
from facility_app.modules.calendar.queries import rooms as room_reads
from facility_app.modules.calendar.service import bookings as booking_verbs
from facility_app.modules.calendar.service import clashing
from facility_app.modules.calendar.service import rooms as room_verbs
from facility_app.modules.residents.api import READ_KEEP_APART
from tests.helpers.rights import EVERYONE, Call, missteps, public_functions
from tests.modules.calendar.conftest import MONDAY, Desk, at

INSIDE = EVERYONE - {Role.ADMIN, Role.EXCHANGE}
KEEPERS = frozenset({Role.ADMIN, Role.HEAD, Role.TEACHER, Role.LABOUR})
BOOKERS = INSIDE - {Role.AUDITOR, Role.TREASURER, Role.PHARMACIST}
APART = READ_KEEP_APART.roles
ROOMS = (booking_reads, clashing, loads, meetings, occupied, papers, room_reads, views, booking_verbs, room_verbs)


@dataclass
class Kept:
    """What stands in the file before each call."""

    room: str = ""
    bare_room: str = ""
    booking: str = ""


KEPT = Kept()
ASKED = OccupiedAsked(at(0), at(23))
FACTS = RoomFacts("X-09", "Xưởng", RoomKind.WORKSHOP)


def meeting(first: float) -> BookingFacts:
    return BookingFacts(SlotKind.GATHERING, at(first), at(first + 1), "Họp", KEPT.room)


CALLS = (
    Call("list_room_ids", EVERYONE, lambda uow: room_reads.list_room_ids(uow, Look())),
    Call("list_room_rows", EVERYONE, lambda uow: room_reads.list_room_rows(uow, [KEPT.room])),
    Call("list_rooms", EVERYONE, room_reads.list_rooms),
    Call("name_rooms", EVERYONE, lambda uow: room_reads.name_rooms(uow, [KEPT.room])),
    Call("add_room", KEEPERS, lambda uow: room_verbs.add_room(uow, FACTS)),
    Call("edit_room", KEEPERS, lambda uow: room_verbs.edit_room(uow, room_verbs.EditRoom(KEPT.room, 1, FACTS))),
    Call(
        "void_room", KEEPERS, lambda uow: room_verbs.void_room(uow, room_verbs.VoidRoom(KEPT.bare_room, 1, "đập"))
    ),
    Call("list_slots", INSIDE, lambda uow: occupied.list_slots(uow, ASKED)),
    Call("list_clashes", INSIDE, lambda uow: occupied.list_clashes(uow, ASKED)),
    Call("find_clashes", INSIDE, lambda uow: occupied.find_clashes(uow, [booked_slot("x", meeting(8))])),
    Call("list_heavy_loads", INSIDE, lambda uow: loads.list_heavy_loads(uow, [KEPT.room], MONDAY)),
    Call("find_load_warning", INSIDE, lambda uow: loads.find_load_warning(uow, [KEPT.room], MONDAY)),
    Call("find_held_load", INSIDE, lambda uow: loads.find_held_load(uow, [KEPT.room], MONDAY, MONDAY)),
    Call("kept_reason", INSIDE, lambda uow: clashing.kept_reason(uow, [booked_slot("x", meeting(10))], None)),
    Call("list_apart_meetings", INSIDE, lambda uow: occupied.list_apart_meetings(uow, ASKED)),
    Call("list_meeting_rows", APART, lambda uow: meetings.list_meeting_rows(uow, MONDAY, 7)),
    Call("list_meeting_rows_at", APART, lambda uow: meetings.list_meeting_rows_at(uow, ())),
    Call("find_named", INSIDE, lambda uow: meetings.find_named(uow, "an")),
    Call("get_week", INSIDE, lambda uow: views.get_week(uow, views.Whose(room_id=KEPT.room), MONDAY)),
    Call("find_own", INSIDE, views.find_own),
    Call("list_moves", INSIDE, lambda uow: views.list_moves(uow, MONDAY)),
    Call("list_clash_rows", INSIDE, lambda uow: views.list_clash_rows(uow, MONDAY, 7)),
    Call("list_clash_rows_at", INSIDE, lambda uow: views.list_clash_rows_at(uow, ())),
    Call("list_zone_names", INSIDE, views.list_zone_names),
    Call("find_people", INSIDE, lambda uow: views.find_people(uow, "an")),
    Call("find_by_codes", INSIDE, lambda uow: views.find_by_codes(uow, "")),
    Call("name_people", INSIDE, lambda uow: views.name_people(uow, ())),
    Call("find_officers", EVERYONE, lambda uow: views.find_officers(uow, "an")),
    Call("name_officers", EVERYONE, lambda uow: views.name_officers(uow, ())),
    Call("read_imprint", EVERYONE, views.read_imprint),
    Call("moves_paper", INSIDE, lambda uow: papers.moves_paper(uow, MONDAY)),
    Call(
        "week_paper",
        INSIDE,
        lambda uow: papers.week_paper(uow, views.Week(views.Whose(), "", MONDAY, 7, (), {})),
    ),
    Call("list_booking_ids", INSIDE, lambda uow: booking_reads.list_booking_ids(uow, Look())),
    Call("list_booking_rows", INSIDE, lambda uow: booking_reads.list_booking_rows(uow, [KEPT.booking])),
    Call("book", BOOKERS, lambda uow: booking_verbs.book(uow, booking_verbs.Book(meeting(12)))),
    Call(
        "edit_booking",
        BOOKERS,
        lambda uow: booking_verbs.edit_booking(uow, booking_verbs.EditBooking(KEPT.booking, 1, meeting(13))),
    ),
    Call("leave_bookings", INSIDE, lambda uow: booking_verbs.leave_bookings(uow, KEPT.room, MONDAY)),
    Call(
        "void_booking",
        BOOKERS,
        lambda uow: booking_verbs.void_booking(uow, booking_verbs.VoidBooking(KEPT.booking, 1, "hoãn")),
    ),
)


@pytest.fixture(scope="module")
def filled(shared_desk: Desk) -> Desk:
    KEPT.room = shared_desk.write(room_verbs.add_room, RoomFacts("PH-01", "Phòng 1", RoomKind.CLASSROOM)).room_id
    bare = RoomFacts("PH-02", "Phòng 2", RoomKind.CLASSROOM)
    KEPT.bare_room = shared_desk.write(room_verbs.add_room, bare).room_id
    KEPT.booking = shared_desk.write(booking_verbs.book, booking_verbs.Book(meeting(8))).booking_id
    return shared_desk


def test_the_table_names_every_verb_and_query() -> None:
    assert sorted(call.name for call in CALLS) == sorted(public_functions(*ROOMS))


def test_a_role_may_what_the_table_says_and_no_more(filled: Desk) -> None:
    for role in Role:
        assert missteps(filled.facility.database, filled.facility.actor(role), CALLS) == [], role


def test_nobody_without_a_role_may_anything(filled: Desk) -> None:
    assert missteps(filled.facility.database, filled.facility.actor(), CALLS) == []


def test_the_house_lists_the_slice_low_and_its_tables_have_their_numbers_for_ever() -> None:
    order = [one.id for one in MODULES]
    assert order.index("residents") < order.index("calendar") < order.index("stays")
    assert {one.name: getattr(one.sync, "ordinal", 0) for one in SPEC.tables} == {
        "meeting_room": 214, "booking": 215, "booking_person": 216
    }  # fmt: skip


def test_others_are_offered_the_question_the_check_and_the_rooms() -> None:
    assert {"OccupiedAsked", "Slot", "find_clashes", "list_rooms", "clashes_refused"} <= set(vars(api))
    assert rights.VIEW_CALENDAR in SPEC.permissions
