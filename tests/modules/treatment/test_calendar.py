"""What the clinic tells the calendar: an hour with the doctor, that it is health, and no more."""

from datetime import timedelta

from facility_app.modules.calendar.api import OccupiedAsked, Slot, SlotKind, list_slots
from facility_app.modules.treatment.domain.watch import WatchLevel
from facility_app.modules.treatment.queries.occupied import TAKES
from facility_app.modules.treatment.service.watching import SetWatch, set_watch
from tests.modules.treatment.ward import GUARD, NOW, Ward

REVIEW = NOW + timedelta(hours=23)
WHY = "Nói không muốn sống nữa"


def heard(ward: Ward, asked: OccupiedAsked) -> list[Slot]:
    """What the calendar hears of health."""
    return [one for one in ward.read(list_slots, asked, by=GUARD) if one.kind is SlotKind.HEALTH]


def test_when_a_doctor_looks_again_stands_in_the_calendar_as_health_without_why_or_where(ward: Ward) -> None:
    ward.write(set_watch, SetWatch(ward["duc"], WatchLevel.EVERY_15, WHY, review_at=REVIEW))
    ward.write(set_watch, SetWatch(ward["hoa"], WatchLevel.EVERY_60, WHY))
    day = OccupiedAsked(NOW, NOW + timedelta(days=2))
    (slot,) = heard(ward, day)
    assert (slot.from_at, slot.to_at) == (REVIEW, REVIEW + TAKES)
    assert (slot.name, slot.place, slot.room_id, slot.page, slot.staff_ids) == ("", "", "", "", frozenset())
    assert "watch" not in slot.source[0]
    (who,) = slot.resident_ids
    assert heard(ward, OccupiedAsked(NOW, NOW + timedelta(days=2), frozenset({who}))) == [slot]
    assert heard(ward, OccupiedAsked(NOW, NOW + timedelta(days=2), frozenset({"x" * 32}))) == []
    assert heard(ward, OccupiedAsked(REVIEW + TAKES, REVIEW + timedelta(hours=1))) == []
    ward.write(set_watch, SetWatch(ward["duc"], WatchLevel.EVERY_60, WHY))
    assert heard(ward, day) == [], "another level has its own hour, or none"
