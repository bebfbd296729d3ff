"""What the calendar hears of absences: who is out and until when; of hospital no more than that it is health."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from facility_app.kernel.actor import Role
from facility_app.modules.absences.domain.cases import CASE_KIND_LABELS, CaseKind
from facility_app.modules.calendar.api import OccupiedAsked, Slot, SlotKind, find_clashes, list_slots
from tests.modules.absences.away import House, allowed, back, moment, mourning, person
from tests.modules.absences.test_cases import NEXT_DAY, to_hospital

LEFT = date(2026, 8, 3)
WEEK = OccupiedAsked(moment(LEFT, 0), moment(LEFT, 0) + timedelta(days=7))


def heard(house: House, asked: OccupiedAsked = WEEK) -> list[Slot]:
    found = house.read(list_slots, asked, by=(Role.TEACHER,))
    return [one for one in found if one.source[0] == "absence_case"]


def test_whoever_is_in_hospital_is_out_until_expected_back_and_then_on_without_an_end(
    house: House, stay: str
) -> None:
    to_hospital(house, stay, due_back_on=NEXT_DAY, cause="sốt cao")
    (slot,) = heard(house)
    assert (slot.kind, slot.name, slot.place, slot.is_outside) == (SlotKind.HEALTH, "", "", True)
    assert slot.resident_ids == {person(house, stay)}
    assert slot.to_at < moment(date(2026, 8, 6), 0)
    house.at(date(2026, 8, 6))
    (slot,) = heard(house)
    assert slot.to_at == WEEK.to_at
    nothing: frozenset[str] = frozenset()
    assert heard(house, replace(WEEK, resident_ids=nothing)) == []


def test_whoever_may_go_to_a_funeral_is_planned_out_and_free_again_once_back(house: House, stay: str) -> None:
    allowed(house, stay)
    (slot,) = heard(house)
    assert (slot.kind, slot.name) == (SlotKind.AWAY, CASE_KIND_LABELS[CaseKind.FUNERAL])
    assert (slot.from_at, slot.to_at) == (moment(date(2026, 8, 4), 0), moment(date(2026, 8, 7), 0))


def test_an_absence_that_is_over_ends_when_the_person_came_back(house: House, stay: str) -> None:
    made = mourning(house, stay)
    house.at(date(2026, 8, 5))
    back(house, made.case_id)
    (slot,) = heard(house)
    assert slot.to_at < moment(date(2026, 8, 6), 0)
    assert heard(house, OccupiedAsked(moment(date(2026, 8, 6), 0), WEEK.to_at)) == []


def test_a_class_planned_while_somebody_is_out_clashes(house: House, stay: str) -> None:
    allowed(house, stay)
    begins: datetime = moment(date(2026, 8, 5), 8)
    lesson = Slot(
        SlotKind.CLASS, begins, begins + timedelta(hours=1), ("probe", "a"), frozenset({person(house, stay)})
    )
    (clash,) = house.read(find_clashes, [lesson], by=(Role.TEACHER,))
    assert clash.ids == (person(house, stay),)
    later = replace(lesson, from_at=begins + timedelta(days=2), to_at=begins + timedelta(days=2, hours=1))
    assert house.read(find_clashes, [later], by=(Role.TEACHER,)) == ()
