"""Days off by law: whatever is put on one asks, and the week and the home page name it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facility_app.kernel.errors import UserError
from facility_app.modules.calendar.domain.bookings import BookingFacts
from facility_app.modules.calendar.domain.days import Half
from facility_app.modules.calendar.domain.slots import SlotKind
from facility_app.modules.calendar.papers import moves_paper, week_paper
from facility_app.modules.calendar.queries.telling import ANSWERS
from facility_app.modules.calendar.queries.views import Whose, get_week
from facility_app.modules.calendar.service.bookings import Book, EditBooking, book, edit_booking
from facility_app.modules.catalogues.domain import DayKind
from facility_app.modules.catalogues.queries import list_holidays
from facility_app.modules.catalogues.service import SetWorkingDay, set_working_day
from facility_app.modules.tasks.api import HomeFigures
from tests.modules.calendar.conftest import MONDAY, Desk, at

TET = date(2027, 2, 5)
"""The Friday of that week, off by law; so are the days up to the Thursday after."""


def test_weekly_rest_is_no_holiday_and_the_facility_s_own_decision_stands_above_the_list(desk: Desk) -> None:
    sunday = date(2027, 1, 31)
    found = desk.read(list_holidays, sunday, TET)
    assert {day: str(name) for day, name in found.items()} == {TET: "Tết Nguyên đán"}
    wish = SetWorkingDay(TET, DayKind.WORK, "Làm bù", "TB 1/TB-BNV", "theo thông báo")
    desk.write(set_working_day, wish)
    assert desk.read(list_holidays, sunday, TET) == {}


def test_an_appointment_on_a_holiday_is_asked_about_and_kept_with_its_reason(desk: Desk) -> None:
    facts = BookingFacts(
        SlotKind.VISIT, at(8, TET), at(9, TET), "Thăm gặp gia đình", resident_ids=(desk.person("Lê An"),)
    )
    with pytest.raises(UserError) as told:
        desk.write(book, Book(facts))
    assert (told.value.code, "05/02/2027 là ngày nghỉ lễ (Tết Nguyên đán)" in told.value.message) == (
        "calendar_holiday",
        True,
    )
    kept = desk.write(book, Book(facts, "gia đình ở xa, trưởng cơ sở đồng ý"))
    moved = replace(facts, from_at=at(8, TET + timedelta(days=1)), to_at=at(9, TET + timedelta(days=1)))
    with pytest.raises(UserError, match="nghỉ lễ"):
        desk.write(edit_booking, EditBooking(kept.booking_id, kept.version, moved))
    # An ordinary day is asked about nothing.
    desk.write(book, Book(replace(facts, from_at=at(8), to_at=at(9))))


def test_week_papers_and_home_page_name_the_holiday(desk: Desk) -> None:
    who = desk.person("Lê An")
    facts = BookingFacts(SlotKind.VISIT, at(8), at(9), "Thăm gặp gia đình", resident_ids=(who,))
    desk.write(book, Book(facts))
    week = desk.read(get_week, Whose(resident_id=who), MONDAY)
    assert [(day, str(name)) for day, name in week.holidays.items()] == [
        (TET + timedelta(days=n), "Tết Nguyên đán") for n in range(3)
    ]
    said = [getattr(one, "text", "") for one in desk.read(week_paper, week).blocks]
    assert "Nghỉ lễ: 05/02/2027 Tết Nguyên đán; 06/02/2027 Tết Nguyên đán; 07/02/2027 Tết Nguyên đán" in said
    assert "Nghỉ lễ: Tết Nguyên đán" in desk.read(moves_paper, TET, Half.MORNING).below
    assert "Nghỉ lễ" not in desk.read(moves_paper, MONDAY, Half.MORNING).below
    figures = [
        one
        for answer in ANSWERS[HomeFigures]
        for one in desk.read(answer, HomeFigures(at(7)))
        if one.id == "calendar.holiday"
    ]
    assert [(one.shown, one.args["on"]) for one in figures] == [("05/02", TET.isoformat())]
