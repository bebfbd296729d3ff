"""The morning roll: one man is not in his bed; he lies in hospital since the night, and the sum is right again."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from facility_app.kernel.actor import Role
from facility_app.modules.housing.queries.roll import (
    StrengthReport,
    get_strength,
    list_open_differences,
    list_rolls,
)
from facility_app.modules.housing.ui.roll_page import RollsPage
from facility_app.modules.housing.ui.roll_sheet import RollSheetPage
from facility_app.modules.stays.api import PresenceState
from tests.helpers.keyboard import CTRL, SHIFT, Keyboard
from tests.helpers.probe import rows
from tests.modules.discharge.leaving import House
from tests.stories.conftest import MEN, SitDown

WATCH = (Role.GUARD,)
MISSING = MEN[2].name
HOSPITAL = {"destination": "Bệnh viện đa khoa Hà Đông", "happened_time": "03:10", "due_back_on": "06/08/2026"}
WHY = "Đêm qua cấp cứu, đang nằm Bệnh viện Hà Đông"


def strength(house: House) -> StrengthReport:
    return house.read(get_strength, by=WATCH)


def said(keys: Keyboard) -> str:
    assert keys.shell.page is not None
    return "\n".join(one.text() for one in keys.shell.page.findChildren(QLabel) if one.isVisible())


def shown(page: RollsPage) -> dict[str, str]:
    """The numbers above the rolls."""
    return {one.figure().key: one.figure().number for one in page.strip.tiles()}


def open_tasks(house: House) -> list[str]:
    return [kind for (kind,) in rows(house.database, "SELECT kind FROM task WHERE status = 'open'")]


def test_a_man_missed_in_the_morning_is_found_in_hospital_and_the_census_sums_at_every_step(
    house: House, sit_down: SitDown
) -> None:
    keys = sit_down(*WATCH)

    # The roll begins, its sheet is printed, and a key a man fills it in.
    keys.go("Điểm danh")
    keys.press(Qt.Key.Key_N, CTRL)
    keys.look("bat-dau")
    keys.save()
    page = keys.shell.page
    assert isinstance(page, RollSheetPage)
    keys.press(Qt.Key.Key_P, CTRL)
    keys.read_paper("phieu")
    for key in (Qt.Key.Key_C, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_C):
        keys.press(key)
    keys.press(Qt.Key.Key_Return, CTRL)
    keys.look("da-diem-danh")
    assert "Tổng 4 = có mặt 3 + vắng 1 + chưa điểm danh 0" in page.sum_line.text()
    assert "1 chênh lệch" in page.sum_line.text()
    keys.press(Qt.Key.Key_K, CTRL | SHIFT)
    keys.look("ket-thuc")

    # It stays open, as a line of its own and as a task: by the books he is inside.
    (roll,) = house.read(list_rolls, by=WATCH)
    assert (roll.listed, roll.present, roll.away, roll.differences) == (4, 3, 1, 1)
    assert [one.name for one in house.read(list_open_differences, by=WATCH)] == [MISSING]
    assert open_tasks(house).count("housing.explain_difference") == 1
    assert strength(house).whole.present == 4

    # The night nurse calls: he lies in hospital since three.
    house.clock.at += timedelta(minutes=20)
    keys.go(MISSING)
    keys.tab("absences.person")
    keys.press(Qt.Key.Key_V, CTRL | SHIFT)
    keys.fill(**HOSPITAL)
    keys.look("di-vien")
    keys.save()
    keys.look("da-di-vien")
    whole = strength(house).whole
    assert (whole.total, whole.present, dict(whole.away)) == (4, 3, {PresenceState.HOSPITAL.value: 1})
    assert house.read(list_open_differences, by=WATCH) != (), "nobody has said yet where he was"

    # Somebody says so: the difference closes, and the morning's report adds up.
    keys.go("Điểm danh")
    assert isinstance(keys.shell.page, RollsPage)
    keys.tab_to(lambda here: here.objectName() == "table_housing.differences", "the differences")
    keys.press(Qt.Key.Key_E, CTRL)
    keys.type(WHY)
    keys.look("giai-thich")
    keys.save()
    keys.look("xong")
    assert house.read(list_open_differences, by=WATCH) == ()
    assert "housing.explain_difference" not in open_tasks(house)
    assert "Không có chênh lệch nào chờ giải thích." in said(keys)
    assert shown(keys.shell.page) == {"total": "4", "present": "3", PresenceState.HOSPITAL.value: "1"}
    keys.press(Qt.Key.Key_P, CTRL)
    keys.read_paper("quan-so")
    assert keys.faults() == []
