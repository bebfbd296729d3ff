"""Writing a class anew asks of its lessons ahead what planning them asks: people, teacher and room."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import moment_of
from facility_app.modules.calendar.api import RoomFacts, RoomKind, SlotKind, add_room
from facility_app.modules.calendar.domain.bookings import BookingFacts
from facility_app.modules.calendar.service.bookings import Book, book
from facility_app.modules.catalogues.domain import DayKind
from facility_app.modules.catalogues.service import SetParameter, SetWorkingDay, set_parameter, set_working_day
from facility_app.modules.education.domain.classes import ClassKind
from facility_app.modules.education.queries.classes import find_class
from facility_app.modules.education.queries.lessons import lessons_between
from facility_app.modules.education.queries.planned import find_class_load
from facility_app.modules.education.service.classes import (
    ClassFacts,
    EditClass,
    JoinClass,
    edit_class,
    join_class,
)
from facility_app.modules.education.service.hours import AddHour, add_hour
from facility_app.modules.education.service.sheets import CancelSession, cancel_session
from tests.modules.education.school import EIGHT, MONDAY, TEACHER, TEN, School

NEXT_MONDAY = MONDAY + timedelta(days=14)
NINE, ELEVEN = 9 * 60, 11 * 60


@pytest.fixture
def room(school: School) -> str:
    """A meeting room."""
    return school.write(add_room, RoomFacts("P-01", "Phòng 1", RoomKind.CLASSROOM), by=TEACHER).room_id


def anew(school: School, class_id: str, **more: Any) -> EditClass:
    """A class written anew with something else."""
    row = school.read(find_class, class_id, by=TEACHER)
    assert row is not None
    reason = more.pop("clash_reason", None)
    kept = ClassFacts(row.code, row.name, row.kind, row.teacher_id, row.first_on, row.last_on, room_id=row.room_id)
    return EditClass(class_id, row.version, replace(kept, **more), reason)


def booked(school: School, day: date = NEXT_MONDAY, starts: int = NINE, **taken: Any) -> None:
    """Somebody, or a room, is wanted for something else for an hour."""
    times = moment_of(day, starts), moment_of(day, starts + 60)
    school.write(book, Book(BookingFacts(SlotKind.OTHER, *times, "Họp", **taken)), by=TEACHER)


def test_another_teacher_is_not_given_lessons_while_somebody_else_has_them(school: School) -> None:
    booked(school, staff_id=school.other_teacher)
    wished = anew(school, school.law, teacher_id=school.other_teacher)
    refused = school.refused(edit_class, wished, by=TEACHER)
    assert refused.code == "calendar_clash"
    assert all(word in refused.message for word in ("cán bộ", "Lớp PL1", "Họp", "09:00"))
    assert anew(school, school.law).facts.teacher_id == school.teacher, "nothing was written"
    school.write(edit_class, replace(wished, clash_reason="họp xong vào dạy"), by=TEACHER)
    kept = "SELECT count(*) FROM audit_value WHERE after = ?"
    assert school.sql(kept, "họp xong vào dạy") == [(1,)]
    # What clashes by now does not stand in the way of another word of the class, and leaves no reason.
    school.write(edit_class, anew(school, school.law, name="Pháp luật 1", clash_reason="không cần"), by=TEACHER)
    assert school.sql(kept, "không cần") == [(0,)]


def test_another_room_is_asked_about_but_for_the_hours_that_have_their_own(school: School, room: str) -> None:
    own = school.write(add_room, RoomFacts("P-02", "Phòng 2", RoomKind.CLASSROOM), by=TEACHER).room_id
    school.hour(school.law, 3, room_id=own)
    booked(school, NEXT_MONDAY + timedelta(days=2), room_id=room)
    school.write(edit_class, anew(school, school.law, room_id=room), by=TEACHER)
    booked(school, room_id=own)
    there = anew(school, school.law, room_id=own)
    refused = school.refused(edit_class, there, by=TEACHER)
    assert (refused.code, "phòng" in refused.message) == ("calendar_clash", True)
    school.write(cancel_session, CancelSession(school.law, NEXT_MONDAY, EIGHT, TEN, "họp"), by=TEACHER)
    school.write(edit_class, there, by=TEACHER)


def test_more_days_take_people_teacher_and_room_on_those_days(school: School, room: str) -> None:
    # The Monday after is Tết: this year it is worked.
    worked = SetWorkingDay(MONDAY + timedelta(days=7), DayKind.WORK, "Làm bù", "TB 1/TB-BNV", "theo thông báo")
    school.write(set_working_day, worked, by=(Role.HEAD, Role.ADMIN))
    school.write(edit_class, anew(school, school.law, last_on=MONDAY, room_id=room), by=TEACHER)
    cases: tuple[dict[str, Any], ...] = (
        {"resident_ids": (school.pupils[2],)},
        {"staff_id": school.teacher},
        {"room_id": room},
    )
    for weeks, taken in enumerate(cases, start=1):
        day = MONDAY + weeks * timedelta(days=7)
        booked(school, day, **taken)
        assert (
            school.refused(edit_class, anew(school, school.law, last_on=day), by=TEACHER).code == "calendar_clash"
        )
        # The day before its next lesson the class may go on.
        school.write(edit_class, anew(school, school.law, last_on=day - timedelta(days=1)), by=TEACHER)
        school.write(edit_class, anew(school, school.law, last_on=day, clash_reason="học bù"), by=TEACHER)
    for_good = anew(school, school.law, last_on=None)
    assert school.write(edit_class, for_good, by=TEACHER) == school.law, "four weeks are looked through, no more"
    assert school.read(lessons_between, MONDAY, MONDAY, [school.law], by=TEACHER)


def test_a_class_that_begins_earlier_takes_the_days_before(school: School) -> None:
    later = school.opens("MAI", ClassKind.SPORT, teacher_id=school.other_teacher)
    school.join(later, school.pupils[0])
    school.hour(later, 1, NINE, ELEVEN, clash_reason="tháng ba đổi giờ lớp kia")
    # Until it begins it takes nobody, although it has its hour.
    school.write(edit_class, anew(school, later, first_on=date(2027, 3, 1)), by=TEACHER)
    assert school.refused(edit_class, anew(school, later, first_on=MONDAY), by=TEACHER).code == "calendar_clash"
    school.write(edit_class, anew(school, later, first_on=date(2027, 2, 23)), by=TEACHER)


def test_whoever_joins_is_asked_about_and_not_what_the_class_takes_already(school: School, room: str) -> None:
    booked(school, room_id=room)
    school.write(edit_class, anew(school, school.law, room_id=room, clash_reason="chia phòng"), by=TEACHER)
    new = school.lives()
    school.join(school.law, new)
    taken = school.lives()
    booked(school, resident_ids=(taken,))
    refused = school.refused(join_class, JoinClass(school.law, (taken,), MONDAY), by=TEACHER)
    assert (refused.code, "1 người" in refused.message) == ("calendar_clash", True)
    # One more hour asks about all of them.
    booked(school, NEXT_MONDAY + timedelta(days=1), staff_id=school.teacher)
    assert school.refused(add_hour, AddHour(school.law, 2, EIGHT, TEN), by=TEACHER).code == "calendar_clash"


def test_class_hours_over_the_facilitys_cap_are_kept_and_warned_of_with_value_and_rule(school: School) -> None:
    for place, starts in enumerate((10 * 60, 13 * 60, 15 * 60)):
        more = school.opens(f"T{place}", ClassKind.LITERACY, teacher_id=school.other_teacher)
        school.hour(more, starts=starts, ends=starts + 120)
        school.join(more, *school.pupils[:2])
        assert school.read(find_class_load, more, by=TEACHER) is None, "eight hours are the cap"
    sport = school.opens("TT", ClassKind.SPORT, teacher_id=school.other_teacher)
    school.hour(sport, starts=17 * 60, ends=18 * 60)
    school.join(sport, *school.pupils[:2])
    assert school.read(find_class_load, sport, by=TEACHER) is None, "sport is no class load"
    last = school.opens("KN", ClassKind.SKILLS, teacher_id=school.other_teacher)
    school.hour(last, starts=18 * 60, ends=19 * 60)
    assert school.join(last, school.pupils[0]) == 1
    said = school.read(find_class_load, last, by=TEACHER)
    assert said is not None
    words = said.text.format(**said.params)
    assert all(one in words for one in ("01/02/2027", "1 người", "9 giờ", "8 giờ một ngày", "NĐ 163/2026 không"))
    own = SetParameter("class_load_max_day", "9", MONDAY, article="Quy chế 5/QC", reason="ôn thi")
    school.write(set_parameter, own, by=(Role.HEAD, Role.ADMIN))
    assert school.read(find_class_load, last, by=TEACHER) is None, "the facility's own decision counts"
