"""What the calendar hears of releases: the whole day of leaving is taken, no other."""

from datetime import timedelta

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import moment_of
from facility_app.modules.calendar.api import OccupiedAsked, SlotKind, list_slots
from tests.modules.discharge.leaving import House


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
