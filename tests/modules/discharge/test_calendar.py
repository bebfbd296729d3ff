"""What the calendar hears of releases: the whole day of leaving is taken; who left is expected nowhere."""

from datetime import timedelta

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import moment_of
from facility_app.modules.calendar.api import OccupiedAsked, SlotKind, list_slots
from facility_app.modules.calendar.domain.bookings import BookingFacts
from facility_app.modules.calendar.service.bookings import Book, book
from facility_app.modules.stays.api import ExitCode
from facility_app.modules.stays.service.ending import EndStay, VoidStay, end_stay, void_stay
from tests.modules.discharge.leaving import NOW, House
from tests.modules.stays.house import adult

HOUR = timedelta(hours=1)


def test_the_day_of_leaving_is_taken_and_no_other(house: House) -> None:
    stay = house.admit()
    leave_by = house.stay(stay).leave_by
    assert leave_by is not None
    day = moment_of(leave_by, 0)

    def heard(first: int, last: int) -> list[tuple[object, ...]]:
        asked = OccupiedAsked(day + timedelta(days=first), day + timedelta(days=last))
        found = house.read(list_slots, asked, by=(Role.TEACHER,))
        return [(one.kind, one.from_at, one.to_at) for one in found if one.kind is SlotKind.RELEASE]

    assert heard(-3, 3) == [(SlotKind.RELEASE, day, day + timedelta(days=1))]
    assert heard(-3, 0) == []
    assert heard(1, 3) == []


def test_who_left_is_off_every_entry_to_come_and_one_about_nobody_else_goes(house: House) -> None:
    stay, other = house.admit(), house.admit(person=adult())
    who, stays_here = house.stay(stay).resident_id, house.stay(other).resident_id

    def enter(days: int, *people: str) -> str:
        begins = NOW + timedelta(days=days)
        facts = BookingFacts(SlotKind.OTHER, begins, begins + HOUR, "Họp", resident_ids=people)
        return house.write(book, Book(facts), by=(Role.TEACHER,)).booking_id

    past, alone, both = enter(-2, who), enter(2, who), enter(3, who, stays_here)
    house.write(end_stay, EndStay(stay, house.stay(stay).version, ExitCode.DEATH, None, "7/QĐ", NOW.date()))
    asked = OccupiedAsked(NOW - timedelta(days=5), NOW + timedelta(days=5))
    slots = {one.source[1]: one.resident_ids for one in house.read(list_slots, asked, by=(Role.TEACHER,))}
    found = {one: slots.get(one) for one in (past, alone, both)}
    assert found == {past: {who}, alone: None, both: {stays_here}}


def test_who_was_written_down_by_mistake_is_expected_nowhere(house: House) -> None:
    stay = house.admit()
    begins = NOW + timedelta(days=2)
    facts = BookingFacts(
        SlotKind.OTHER, begins, begins + HOUR, "Họp", resident_ids=(house.stay(stay).resident_id,)
    )
    made = house.write(book, Book(facts), by=(Role.TEACHER,)).booking_id
    house.write(void_stay, VoidStay(stay, house.stay(stay).version, "ghi nhầm"), by=(Role.HEAD,))
    asked = OccupiedAsked(NOW, NOW + timedelta(days=5))
    slots = house.read(list_slots, asked, by=(Role.TEACHER,))
    assert made not in {one.source[1] for one in slots}
