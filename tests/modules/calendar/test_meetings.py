"""Pairs kept apart who would meet, what is planned found by its name, and today's clashes on the first page."""

from datetime import timedelta
from unittest.mock import patch

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.modules.calendar.domain.bookings import BookingFacts
from facility_app.modules.calendar.domain.slots import SlotKind
from facility_app.modules.calendar.queries.meetings import find_named, list_meeting_rows, list_meeting_rows_at
from facility_app.modules.calendar.queries.views import Whose, get_week
from facility_app.modules.calendar.service.bookings import Book, book
from facility_app.modules.residents.domain.safety import KeepApart, Strength
from facility_app.modules.residents.service.entries import AddEntry
from facility_app.modules.residents.service.safety import keep_apart
from facility_app.modules.tasks.queries import get_home_figures
from tests.modules.calendar.conftest import MONDAY, Desk, at

WEEK = 7


def gathers(desk: Desk, first: float, *people: str, title: str = "Sinh hoạt tổ", days: int = 0) -> str:
    """People come together for an hour; the entry's id."""
    begins = at(first) + timedelta(days=days)
    facts = BookingFacts(SlotKind.GATHERING, begins, begins + timedelta(hours=1), title, resident_ids=people)
    return desk.write(book, Book(facts, "cứ ghi")).booking_id


def test_a_pair_kept_apart_is_listed_wherever_it_would_meet_and_the_forbidden_first(desk: Desk) -> None:
    an, binh, chi = desk.person("Lê An"), desk.person("Lê Bình"), desk.person("Lê Chi")
    desk.write(keep_apart, AddEntry(an, KeepApart(chi, Strength.SOFT, "cãi nhau", MONDAY)))
    desk.write(keep_apart, AddEntry(an, KeepApart(binh, Strength.HARD, "đánh nhau", MONDAY)))
    together = gathers(desk, 8, an, binh, chi)
    gathers(desk, 10, an)
    gathers(desk, 10, binh, title="Tổ khác")
    gathers(desk, 8, an, binh, days=WEEK)
    rows = desk.read(list_meeting_rows, MONDAY, WEEK)
    assert [(row.is_hard, row.slot.source[1]) for row in rows] == [(True, together), (False, together)]
    assert {name.split(" · ")[0] for row in rows for name in (row.first, row.second)} == {
        "Lê An", "Lê Bình", "Lê Chi"
    }  # fmt: skip
    assert desk.read(list_meeting_rows_at, [row.key for row in reversed(rows)]) == tuple(reversed(rows))
    assert len(desk.read(list_meeting_rows, MONDAY, 2 * WEEK)) == 3


def test_without_a_pair_kept_apart_nobody_is_asked_what_they_plan(desk: Desk) -> None:
    gathers(desk, 8, desk.person("Lê An"), desk.person("Lê Bình"))
    with patch.object(UnitOfWork, "ask", side_effect=AssertionError("asked")):
        assert desk.read(list_meeting_rows, MONDAY, WEEK) == ()


def test_what_is_planned_is_found_by_a_part_of_its_name_and_its_week_shows_it_alone(desk: Desk) -> None:
    an = desk.person("Lê An")
    gathers(desk, 8, an, title="Xóa mù chữ A1")
    gathers(desk, 10, an, title="Bóng chuyền")
    gathers(desk, 8, an, title="Xóa mù chữ B2", days=3 * WEEK)
    begins = at(14)
    health = BookingFacts(SlotKind.HEALTH, begins, begins + timedelta(hours=1), resident_ids=(an,))
    desk.write(book, Book(health))
    assert desk.read(find_named, "xoa mu") == ((SlotKind.GATHERING, "Xóa mù chữ A1"),)
    assert desk.read(find_named, "x") == (), "one letter is in too many names"
    assert desk.read(find_named, "te") == (), "nothing of health has a name"
    week = desk.read(get_week, Whose(kind=SlotKind.GATHERING, name="Xóa mù chữ A1"), MONDAY)
    assert [one.name for one in week.slots] == ["Xóa mù chữ A1"]
    assert week.title == "Xóa mù chữ A1"


def test_the_first_page_counts_todays_clashes_for_whoever_can_put_them_right(desk: Desk) -> None:
    an = desk.person("Lê An")
    gathers(desk, 8, an)
    gathers(desk, 9, an, title="Nối tiếp")
    assert figure(desk, Role.HEAD) is None
    gathers(desk, 8.5, an, title="Chen vào")
    gathers(desk, 8.5, an, title="Ngày mai", days=1)
    gathers(desk, 8, an, title="Cũng mai", days=1)
    assert figure(desk, Role.HEAD) == (2, "calendar.clashes", {"span": "today"})
    assert figure(desk, Role.AUDITOR) is None


def figure(desk: Desk, role: Role) -> tuple[int | None, str, dict[str, str]] | None:
    """Number, page and arguments of the figure; None when it is not there."""
    found = [one for one in desk.read(get_home_figures, by=role) if one.id == "calendar.clashes"]
    return (found[0].number, found[0].page, dict(found[0].args)) if found else None
