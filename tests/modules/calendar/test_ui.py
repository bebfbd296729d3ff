"""The screens of the calendar: a week walked by keys, a movement list printed, a clash with its way out, forms."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look
from facility_app.modules.calendar.domain.bookings import BookingFacts
from facility_app.modules.calendar.domain.rooms import RoomFacts, RoomKind
from facility_app.modules.calendar.domain.slots import SlotKind
from facility_app.modules.calendar.queries.bookings import list_booking_ids, list_booking_rows
from facility_app.modules.calendar.queries.rooms import list_rooms
from facility_app.modules.calendar.queries.views import name_people
from facility_app.modules.calendar.service.bookings import Book, book
from facility_app.modules.calendar.service.rooms import add_room
from facility_app.modules.calendar.ui import booking_list, entry, places, room_list
from facility_app.modules.calendar.ui.clashes import ClashesPage
from facility_app.modules.calendar.ui.moves import MovesPage
from facility_app.modules.calendar.ui.week_page import WeekPage
from facility_app.modules.staff.domain import StaffKind
from facility_app.modules.staff.service import MemberWish, add_staff_member
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import State
from tests.helpers.screen import Screen
from tests.modules.calendar.conftest import MONDAY, Desk, at
from tests.ui.printing.papers import MemoryPrinter


class Seat:
    """Somebody at the screens."""

    def __init__(self, desk: Desk, theme: Theme, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.screen = Screen(desk.facility.database, desk.facility.actor(Role.HEAD), theme)
        self.printed: list[PlainPaper] = []
        press = PlainPress(self._plain, MemoryPrinter())
        self.made = {one.id: one.make for one in entry.pages(press)}

    def open(self, page: str, record: str = "", **args: str) -> Any:
        made = self.made[page](self.screen.context())
        self.qtbot.addWidget(made)
        made.resize(1140, 640)
        made.show()
        made.open(Route(page, record, args))
        return made

    def _plain(self, paper: PlainPaper) -> bytes:
        self.printed.append(paper)
        return b""


@pytest.fixture
def seat(desk: Desk, dressed: Theme, qtbot: QtBot) -> Seat:
    return Seat(desk, dressed, qtbot)


def visit(first: float, last: float, *people: str, title: str = "Thăm gặp gia đình") -> Book:
    return Book(BookingFacts(SlotKind.VISIT, at(first), at(last), title, resident_ids=people), "ở xa")


def test_a_week_is_walked_by_keys_and_enter_opens_what_it_is(seat: Seat) -> None:
    an = seat.desk.person("Lê An")
    made = [seat.desk.write(book, visit(8, 9, an)), seat.desk.write(book, visit(9, 10, an, title="Sau"))]
    page: WeekPage = seat.open(places.WEEK, resident_id=an, on=at(8).date().isoformat())
    assert page.states.state() is State.CONTENT
    assert any("08:00–09:00" in said and "Thăm gặp gia đình" in said for said in page.picture.says())
    page.picture.grab()
    page.picture.setFocus()
    QTest.keyClick(page.picture, Qt.Key.Key_Right)
    QTest.keyClick(page.picture, Qt.Key.Key_Right)
    QTest.keyClick(page.picture, Qt.Key.Key_Return)
    assert seat.screen.gone == [Route(places.BOOKINGS, made[1].booking_id, {})]
    page.go_after()
    assert page.states.state() is State.EMPTY


def test_a_day_instead_of_a_week_shows_that_day_alone(seat: Seat) -> None:
    an = seat.desk.person("Lê An")
    seat.desk.write(book, visit(8, 9, an))
    page: WeekPage = seat.open(places.WEEK, resident_id=an, on=at(8).date().isoformat())
    assert len(page.picture.says()) == 1
    page.change_days()
    assert len(page.picture.says()) == 1
    page.go_after()
    assert page.states.state() is State.EMPTY
    page.go_before()
    assert page.states.state() is State.CONTENT


def test_nobodys_calendar_says_how_to_choose_one(seat: Seat) -> None:
    page: WeekPage = seat.open(places.WEEK)
    assert page.states.state() is State.EMPTY


def test_a_week_not_read_yet_is_no_empty_week(seat: Seat) -> None:
    page = seat.made[places.WEEK](seat.screen.context())
    assert isinstance(page, WeekPage)
    seat.qtbot.addWidget(page)
    seat.qtbot.waitUntil(lambda: page.states.state() is State.LOADING)


def rows_of(page: MovesPage | ClashesPage) -> list[Any]:
    return [page.panel.model.row_of(one) for one in page.panel.model.ids]


def test_a_movement_list_narrows_to_a_half_and_prints_what_it_shows(seat: Seat) -> None:
    an, binh = seat.desk.person("Lê An"), seat.desk.person("Lê Bình")
    seat.desk.write(book, visit(8, 9, an))
    seat.desk.write(book, visit(14, 15, binh))
    page: MovesPage = seat.open(places.MOVES, half="morning")
    (line,) = rows_of(page)
    assert (line.row.name, line.row.slot.name) == ("Lê An", "Thăm gặp gia đình")
    page.panel.show_look(Look(filters={"half": "afternoon"}))
    assert [one.row.name for one in rows_of(page)] == ["Lê Bình"]
    page.panel.show_look(Look(text="le an", filters={"half": "morning"}))
    assert len(rows_of(page)) == 1
    page.panel.show_look(Look(filters={"half": "morning", "day": "1"}))
    assert rows_of(page) == []
    page.panel.show_look(Look(filters={"half": "morning"}))
    page.print_all()
    (paper,) = seat.printed
    assert "MOVES-01" not in repr(paper)
    page.panel.table.selectRow(0)
    page.to_week()
    assert seat.screen.gone == [Route(places.WEEK, "", {"resident_id": an})]


def test_a_clash_leads_to_both_records_and_to_the_week_of_whoever_is_taken_twice(seat: Seat) -> None:
    an = seat.desk.person("Lê An")
    first = seat.desk.write(book, visit(8, 10, an)).booking_id
    second = seat.desk.write(book, visit(9, 11, an, title="Sau")).booking_id
    page: ClashesPage = seat.open(places.CLASHES, span="week")
    (key,) = rows_of(page)
    page.panel.table.selectRow(0)
    page.open_first()
    page.open_second()
    page.to_week()
    assert [one.record or one.args["resident_id"] for one in seat.screen.gone] == [first, second, an]
    page.panel.show_look(Look(filters={"span": "next"}))
    assert rows_of(page) == []
    page.panel.show_look(Look(filters={"span": "week", "about": "room"}))
    assert rows_of(page) == []
    assert key


def test_a_room_and_an_entry_are_written_and_changed_by_their_forms(seat: Seat) -> None:
    an, binh = seat.desk.person("Lê An"), seat.desk.person("Lê Bình")
    codes = {who: one.quiet for who, one in seat.desk.read(name_people, [an, binh]).items()}
    room_form = room_list.EDITING.form(seat.screen.context())
    seat.qtbot.addWidget(room_form)
    typed = {
        "code": "PH-01",
        "name": "Phòng 1",
        "kind": "classroom",
        "seats": 40,
        "is_shared": False,
        "note": None,
    }
    seat.desk.write(room_list.EDITING.add, typed)
    (room,) = seat.desk.read(list_rooms)
    room_form.load(room)
    assert room_form.values()["code"] == "PH-01"
    seat.desk.write(room_list.EDITING.edit, room.room_id, room.version, typed | {"seats": None, "is_shared": True})
    (room,) = seat.desk.read(list_rooms)
    assert (room.seats, room.is_shared) == (None, True)
    entered = {
        "kind": "gathering", "title": "Họp tổ", "on": at(8).date(), "first": at(8).time(), "last": at(9).time(),
        "room_id": room.room_id, "staff_id": None, "note": None, "codes": f"{codes[an]}, {codes[binh]}",
        "clash_reason": None,
    }  # fmt: skip
    made = seat.desk.write(booking_list.EDITING.add, entered)
    (line,) = seat.desk.read(booking_list.LIST.rows, (made,))
    assert (line.title, line.on, line.first, line.last) == ("Họp tổ", at(8).date(), at(8).time(), at(9).time())
    assert line.codes == ", ".join(sorted(codes.values()))
    seat.desk.write(booking_list.EDITING.edit, made, line.row.version, entered | {"codes": codes[an]})
    (row,) = seat.desk.read(list_booking_rows, seat.desk.read(list_booking_ids, Look()))
    assert row.resident_ids == (an,)
    seat.desk.write(booking_list.EDITING.void, made, row.version, "hoãn")
    seat.desk.write(room_list.EDITING.void, room.room_id, room.version, "đập đi")
    assert seat.desk.read(list_rooms) == ()


def test_an_entry_over_another_is_told_in_its_form_until_somebody_says_why(seat: Seat) -> None:
    """A person, a room and an officer, each taken twice by an entry of its own."""
    desk, an, binh = seat.desk, seat.desk.person("Lê An"), seat.desk.person("Lê Bình")
    room = desk.write(add_room, RoomFacts("PH-01", "Phòng 1", RoomKind.CLASSROOM)).room_id
    officer = desk.write(add_staff_member, MemberWish("Trần Thị Hoa", StaffKind.POLICE, MONDAY), by=Role.ADMIN)
    codes = {who: one.quiet for who, one in desk.read(name_people, [an, binh]).items()}
    desk.write(book, Book(BookingFacts(SlotKind.GATHERING, at(8), at(14), "Họp", room, officer, None, (an,))))
    page = seat.open(places.BOOKINGS)
    for hour, twice in enumerate(({"codes": codes[an]}, {"room_id": room}, {"staff_id": officer}), 9):
        typed: dict[str, Any] = {"kind": "gathering", "title": "Sinh hoạt", "on": MONDAY, "codes": codes[binh]}
        typed |= {"first": at(hour).time(), "last": at(hour + 1).time(), **twice}
        page.add()
        (dialog,) = [one for one in page.findChildren(FormDialog) if one.isVisible()]
        for name, value in typed.items():
            dialog.form.fields[name].set_value(value)
        before = desk.read(list_booking_ids, Look())
        dialog.form.submit()
        assert dialog.isVisible(), twice
        assert any("Trùng lịch: " in one.text() for one in dialog.findChildren(QLabel)), twice
        assert desk.read(list_booking_ids, Look()) == before
        dialog.form.fields["clash_reason"].set_value("chỉ đến được hôm nay")
        dialog.form.submit()
        assert not dialog.isVisible(), twice
        assert len(desk.read(list_booking_ids, Look())) == len(before) + 1


def test_a_calendar_is_found_by_the_name_of_a_person_a_room_or_a_kind(seat: Seat) -> None:
    an = seat.desk.person("Lê An")
    room = seat.desk.write(add_room, RoomFacts("PH-01", "Phòng học 1", RoomKind.CLASSROOM)).room_id
    page: WeekPage = seat.open(places.WEEK)
    for typed, found in (("le an", an), ("phong hoc 1", room), ("tham gap", "visit")):
        page.whose._line.setFocus()
        page.whose.search(typed, highlight=False)
        assert any(found in one.id for one in page.whose._fitting), typed
