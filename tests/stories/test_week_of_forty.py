"""A week of a team of forty by the keys: classes, timetable, sheets, an absence, a clash, the papers."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt

from facility_app.kernel.actor import Role
from facility_app.modules.calendar.ui.clashes import ClashesPage
from facility_app.modules.education.ui.sheet_page import LessonSheetPage
from tests.documents.reading import pages_text
from tests.helpers.keyboard import ALT, CTRL, SHIFT, Keyboard, said_by
from tests.helpers.probe import rows
from tests.modules.discharge.leaving import House
from tests.stories import forty
from tests.stories.conftest import SitDown
from tests.ui.printing.papers import MemoryPrinter

MOST_STROKES: Final = 60
"""For a sheet of forty with thirty-six ordinary ones, from the home page to the list it comes back to."""
CLASS: Final = {
    "code": "PL1",
    "name": "Pháp luật khóa 1",
    "kind": "Phổ biến, giáo dục pháp luật",
    "teacher_id": forty.TEACHER,
    "first_on": "24/08/2026",
    "capacity": "45",
    "room_id": forty.ROOM,
}
EXCEPTIONS: Final = {5: "m", 11: "p", 23: "v", 39: "m"}
"""Place on the sheet → the key of a mark that is not the usual one."""
TUESDAY, WEDNESDAY, FRIDAY = (forty.MONDAY + timedelta(days=n) for n in (1, 2, 4))
HOSPITAL: Final = {"destination": "Bệnh viện đa khoa Hà Đông", "due_back_on": "28/08/2026"}
ILL: Final = forty.NAMES[7]
PAPERS: Final = [
    "LỊCH",
    "DANH SÁCH DI CHUYỂN",
    "PHIẾU TƯ VẤN",
    "BẢNG ĐIỂM DANH THÁNG",
    "DANH SÁCH LỚP",
    "THỜI KHÓA BIỂU",
]
"""Titles of what the printer was given, in this order."""
CLASHING: Final = {"weekday": "Thứ hai", "starts": "1430", "ends": "1600"}


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Forty men past detox; the file is closed."""
    return forty.forty_in(tmp_path_factory.mktemp("forty"))


@pytest.fixture
def house(pattern: House, tmp_path: Path) -> Iterator[House]:
    """The facility on Monday morning."""
    yield from forty.at_work(pattern, tmp_path / "facility")


def title_of(pdf: bytes) -> str:
    """Which of the papers it is; everybody whom it is about stands on it."""
    text = " ".join(pages_text(pdf))
    return next(one for one in PAPERS if one in text)


def marks(house: House, day: date) -> dict[str, int]:
    asked = "SELECT mark, count(*) FROM attendance WHERE held_on = ? AND voided_at IS NULL GROUP BY mark"
    return dict(rows(house.database, asked, day.isoformat()))


def another_day(house: House, keys: Keyboard, day: date, hour: int) -> None:
    """Home again, at that hour."""
    house.at(day, hour)
    keys.press(Qt.Key.Key_Home, ALT)


def opens_class(keys: Keyboard) -> None:
    """A class, everybody into it at once, its two hours of the week."""
    keys.look("hom-nay")
    keys.go("Lớp học")
    keys.press(Qt.Key.Key_N, CTRL)
    keys.fill(**CLASS)
    keys.look("mo-lop")
    keys.save()
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return)
    keys.look("lop-moi")
    keys.press(Qt.Key.Key_N, CTRL | SHIFT)
    keys.look("chon-nguoi")
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_A, CTRL)
    keys.press(Qt.Key.Key_N, CTRL)
    keys.look("xep-vao-lop")
    keys.save()
    for day in ("Thứ hai", "Thứ tư"):
        keys.button("button_education.add_hour")
        keys.fill(weekday=day, starts="1400", ends="1530", from_on="24/08/2026")
        keys.look("gio-hoc")
        keys.save()
    keys.look("lop")


def meets_clash(keys: Keyboard) -> str:
    """A second class wants teacher and room at the same hour: refused, until it wants another hour."""
    keys.go("Lớp học")
    keys.press(Qt.Key.Key_N, CTRL)
    keys.fill(**{**CLASS, "code": "KN1", "name": "Kỹ năng sống 1", "kind": "Trị liệu tâm lý, kỹ năng sống"})
    keys.save()
    keys.press(Qt.Key.Key_Return)
    keys.button("button_education.add_hour")
    keys.fill(**CLASHING)
    keys.press(Qt.Key.Key_Return, CTRL)
    keys.look("trung-gio")
    dialog = keys.dialog()
    assert dialog is not None, "two classes of one teacher at once"
    told = said_by(dialog)
    keys.fill(starts="1530", ends="1630")
    keys.save()
    keys.button("button_education.add_hour")
    keys.fill(weekday="Thứ tư", starts="1500", ends="1600", clash_reason="Chỉ một giáo viên dạy được hai lớp")
    keys.save()
    keys.look("gio-khac")
    return told


def sees_clashes(keys: Keyboard) -> None:
    """What was kept with a reason stands in the list of clashes; the week of the room is printed."""
    keys.go("Lịch")
    keys.fill(whose=forty.ROOM)
    keys.press(Qt.Key.Key_Return)
    keys.look("lich")
    keys.press(Qt.Key.Key_P, CTRL)
    keys.print_paper("lich-phong")
    keys.press(Qt.Key.Key_L, CTRL | SHIFT)
    keys.look("trung-lich")
    page = keys.shell.page
    assert isinstance(page, ClashesPage)
    assert len(page.panel.model.ids) == 2, "the teacher and the room"


def prints_moves(keys: Keyboard) -> None:
    """Who has to go where this afternoon, for the doors."""
    keys.go("Danh sách di chuyển")
    keys.look("di-chuyen")
    keys.press(Qt.Key.Key_P, CTRL)
    keys.print_paper("di-chuyen-giay")


def fills_sheet(keys: Keyboard, exceptions: dict[int, str], look: str) -> int:
    """From the home page: the lessons, the first that lacks a sheet, exceptions, the rest by one key, saved."""
    before = keys.strokes
    keys.go("Điểm danh lớp")
    keys.look(f"{look}-cac-buoi")
    keys.press(Qt.Key.Key_Return)
    keys.look(f"{look}-phieu")
    at = 0
    for place, key in exceptions.items():
        for _ in range(place - at):
            keys.press(Qt.Key.Key_Down)
        keys.type(key)
        at = place + 1
    keys.press(Qt.Key.Key_F, CTRL | SHIFT)
    keys.look(f"{look}-da-dien")
    keys.press(Qt.Key.Key_Return, CTRL)
    keys.look(f"{look}-da-luu")
    assert not isinstance(keys.shell.page, LessonSheetPage), "it is saved and leads back"
    return keys.strokes - before


def goes_to_hospital(keys: Keyboard) -> None:
    keys.go(ILL)
    keys.tab("absences.person")
    keys.press(Qt.Key.Key_V, CTRL | SHIFT)
    keys.fill(**HOSPITAL)
    keys.look("di-vien")
    keys.save()
    keys.look("da-di-vien")


def talks_to_all(keys: Keyboard) -> None:
    """One note of a talk to the whole class; its paper."""
    keys.go("Tư vấn")
    keys.press(Qt.Key.Key_N, CTRL)
    keys.look("tu-van-hoi")
    keys.fill(
        kind="Nhóm", class_id="Pháp luật khóa 1", hour="1000", minutes="45", counsellor_id=forty.TEACHER,
        topic="Phòng ngừa tái nghiện", note="Nhận biết tình huống nguy cơ, cách từ chối.",
    )  # fmt: skip
    keys.look("tu-van-ghi")
    keys.save()
    keys.look("tu-van")
    keys.press(Qt.Key.Key_P, CTRL)
    keys.print_paper("tu-van-giay")


def prints_class(keys: Keyboard) -> None:
    """List of the class, timetable, month sheet."""
    keys.go("Lớp học")
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    keys.look("lop-cuoi-tuan")
    keys.press(Qt.Key.Key_P, CTRL)
    keys.print_paper("diem-danh-thang")
    keys.behind_the_dots("education.print_list")
    keys.print_paper("danh-sach")
    keys.behind_the_dots("education.print_week")
    keys.print_paper("thoi-khoa-bieu")


def test_a_class_of_forty_goes_through_its_week_by_keys(
    house: House, sit_down: SitDown, printer: MemoryPrinter
) -> None:
    keys = sit_down(Role.TEACHER)
    opens_class(keys)
    assert rows(house.database, "SELECT count(*) FROM class_member") == [(forty.COUNT,)]
    told = meets_clash(keys)
    assert "cùng một cán bộ" in told or "cùng một phòng" in told
    assert "Pháp luật khóa 1" in told
    sees_clashes(keys)

    another_day(house, keys, forty.MONDAY, 13)
    prints_moves(keys)
    another_day(house, keys, forty.MONDAY, 16)
    keys.look("hom-nay-chieu")
    strokes = fills_sheet(keys, EXCEPTIONS, "thu-hai")
    assert marks(house, forty.MONDAY) == {"present": 36, "late": 2, "excused": 1, "unexcused": 1}
    keys.note("education", strokes)
    assert strokes <= MOST_STROKES

    guard = sit_down(Role.GUARD)
    house.at(TUESDAY, 8)
    goes_to_hospital(guard)
    keys = sit_down(Role.TEACHER)
    another_day(house, keys, WEDNESDAY, 16)
    fills_sheet(keys, {}, "thu-tu")
    assert marks(house, WEDNESDAY) == {"present": 39, "elsewhere": 1}
    another_day(house, keys, FRIDAY, 11)
    talks_to_all(keys)
    prints_class(keys)
    assert [title_of(one) for one in printer.printed] == PAPERS
    assert keys.faults() == []
