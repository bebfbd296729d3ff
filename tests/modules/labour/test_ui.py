"""The screens of labour by hand and keyboard, over a real file: people and days."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.kernel.sex import Sex
from facility_app.kernel.typed import Understood
from facility_app.modules.labour.domain.hours import read_hours
from facility_app.modules.labour.domain.lines import SheetLine
from facility_app.modules.labour.domain.sheets import Mark
from facility_app.modules.labour.service.months import CloseLabourMonth, close_labour_month
from facility_app.modules.labour.service.teams import WorkTypeFacts
from facility_app.modules.labour.ui import places
from facility_app.modules.labour.ui.sheet_page import LabourSheetPage
from facility_app.modules.labour.ui.sheets_page import SheetsPage, route_of
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.stays.service.presence import send_to_hospital
from facility_app.modules.treatment.domain.fitness import WorkVerdict
from facility_app.ui.dialogs import ReasonDialog
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Theme
from tests.helpers.screens import texts
from tests.modules.labour.desk import Desk
from tests.modules.labour.yard import DAY, GAPS, SIXTEEN, Yard, worked

PAPER = {"by": (Role.DOCTOR,)}


@pytest.fixture
def desk(yard: Yard, dressed: Theme, qtbot: QtBot) -> Desk:
    return Desk(yard, dressed, qtbot)


def sheet_of(desk: Desk, team: str | None = None, day: Any = DAY) -> LabourSheetPage:
    """The sheet of a day, with the keyboard on its first cell."""
    return desk.open(LabourSheetPage, places.SHEET, route_of(team or desk.yard.team, day).record)


def press(page: LabourSheetPage, *keys: Qt.Key) -> int:
    """Press keys in the sheet, in an open cell too; how many."""
    for key in keys:
        QTest.keyClick(page.sheet.view.open_editor() or page.sheet.view, key)
    return len(keys)


def keep(page: LabourSheetPage) -> int:
    """Ctrl+Enter."""
    QTest.keyClick(page.sheet.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return 1


def put(page: LabourSheetPage, resident_id: str, key: str, text: str) -> None:
    """Text of one cell."""
    page.sheet.restore({f"{resident_id}\t{key}": text})


def test_forty_people_with_thirty_six_ordinary_take_at_most_sixty_keys_and_one_saving(desk: Desk) -> None:
    yard, key = desk.yard, Qt.Key
    for number in range(40):
        name = f"Nguyễn {'ABCD'[number // 10]} {'ABCDEGHIKL'[number % 10]}"
        yard.lives(Person(name=name, sex=Sex.MALE, birth_on=date(1990, 1, 1 + number % 28)))
    page = sheet_of(desk)
    assert page.sheet.model.rowCount() == 40
    keys = 0
    for place in range(40):
        keys += press(page, {5: key.Key_O, 11: key.Key_K, 30: key.Key_V}.get(place, key.Key_C))
        if place == 12:
            # Four hours alone: up to the line again, its hours, down, and back to the keys.
            keys += press(page, key.Key_Up, key.Key_Tab, key.Key_4, key.Key_Return, key.Key_Backtab)
    keys += keep(page)
    assert keys <= 60
    assert dict(yard.sql("SELECT mark, count(*) FROM labour_mark GROUP BY mark")) == {
        "worked": 37,
        "sick": 1,
        "clinic": 1,
        "unexcused": 1,
    }
    assert yard.sql("SELECT minutes, count(*) FROM labour_mark WHERE minutes > 0 GROUP BY minutes") == [
        (240, 1),
        (480, 36),
    ]
    assert yard.verbs().count("labour.keep_sheet") == 1
    assert desk.screen.gone[-1] == Route(places.SHEETS, "", {"day": DAY.isoformat()})


def test_a_line_that_breaks_a_rule_says_rule_and_article_and_the_rest_of_the_sheet_is_kept(desk: Desk) -> None:
    """Đ117.1, Đ128.1, Đ87.3, and whoever is not inside, registered, or fit."""
    yard = desk.yard
    ordinary, nine, seven = yard.lives(), yard.lives(), yard.lives(SIXTEEN)
    early, unfit, unasked = yard.lives(detox=None), yard.lives(fit=WorkVerdict.UNFIT), yard.lives(registered=False)
    ill = yard.lives()
    yard.move(send_to_hospital, yard.stay_of(ill), DAY - timedelta(days=1), **PAPER)
    page = sheet_of(desk)
    page.form.fields["starts"].set_typed("07:00")
    page.form.fields["ends"].set_typed("18:00")
    for one in (ordinary, nine, seven, early, unfit, unasked, ill):
        put(page, one, "mark", "c")
        put(page, one, "minutes", {nine: "9", seven: "7h"}.get(one, "6"))
    keep(page)
    assert yard.sql("SELECT resident_id, minutes FROM labour_mark") == [(ordinary, 360)]
    assert page.refused.head_text() == "Đã lưu 1 dòng; 6 dòng chưa lưu:"
    assert desk.screen.said == [], "no second message speaks against the card"
    told = "\n".join(page.refused.lines())
    expected = {
        nine: ("8 giờ một ngày", "Đ117.1"),
        seven: ("6 giờ một ngày", "Đ128.1"),
        early: ("cắt cơn", "Đ87.3"),
        unfit: ("không đủ sức khỏe", "Đ117.2"),
        unasked: ("chưa đăng ký", "Đ117.2"),
        ill: ("không ở trong cơ sở", ""),
    }
    rows = {row.id: row for row in page.sheet.model.rows()}
    for one, (words, article) in expected.items():
        assert words in rows[one].heads[3].lower(), one
        assert article in rows[one].heads[3], one
        assert rows[one].heads[0] in told
    # The keyboard stands on the first of them, and what was typed stands there still.
    assert page.sheet.model.rows()[page.sheet.view.currentIndex().row()].id in expected
    assert page.sheet.draft()[f"{nine}\tminutes"] == "9"
    for one in expected:
        put(page, one, "mark", "p" if one is not nine else "c")
        put(page, one, "minutes", "8" if one is nine else "")
    keep(page)
    assert yard.minutes(nine) == [(DAY.isoformat(), 480)]
    assert yard.sql("SELECT count(*) FROM labour_mark") == [(7,)]
    assert desk.screen.gone[-1].page == places.SHEETS


def test_an_unfit_person_on_a_hazardous_job_is_named_and_a_closed_month_is_only_looked_at(desk: Desk) -> None:
    """Đ117.2 and Đ118.1a, on the screen."""
    yard = desk.yard
    saw = yard.does(WorkTypeFacts("XE", "Xẻ gỗ", is_hazardous=True))
    team = yard.forms("XE", saw)
    weak, strong = yard.lives(fit=WorkVerdict.LIMITED, team=team), yard.lives(team=team)
    for one in (weak, strong):
        yard.trains(one, saw)
    page = sheet_of(desk, team)
    for one in (weak, strong):
        put(page, one, "mark", "c")
    keep(page)
    assert yard.sql("SELECT resident_id FROM labour_mark") == [(strong,)]
    told = "\n".join(page.refused.lines())
    assert "không đủ sức khỏe cho việc “Xẻ gỗ”" in told
    assert "Đ117.2" in told
    close = CloseLabourMonth(DAY.replace(day=1), officer_name="Thu", gap_note=GAPS)
    yard.write(close_labour_month, close, by=(Role.TREASURER,))
    page = sheet_of(desk, team)
    put(page, weak, "mark", "o")
    keep(page)
    assert "Đ118.1a" in page.sheet.save_button.why_not()
    assert yard.sql("SELECT resident_id FROM labour_mark") == [(strong,)]


def test_the_usual_mark_is_not_filled_in_for_whoever_may_not_work_and_who_is_away_is_proposed_so(
    desk: Desk,
) -> None:
    yard = desk.yard
    ordinary, untrained, ill = yard.lives(), yard.lives(trained=False), yard.lives()
    yard.move(send_to_hospital, yard.stay_of(ill), DAY - timedelta(days=1), **PAPER)
    page = sheet_of(desk)
    page.sheet.model.fill_usual(0)
    cells = page.sheet.values()
    assert {one: cells[one]["mark"] for one in cells} == {ordinary: "worked", untrained: None, ill: "away"}
    keep(page)
    assert dict(yard.sql("SELECT resident_id, mark FROM labour_mark")) == {ordinary: "worked", ill: "away"}


def test_a_note_without_a_mark_is_not_lost(desk: Desk) -> None:
    yard = desk.yard
    one, other = yard.lives(), yard.lives()
    page = sheet_of(desk)
    put(page, one, "mark", "c")
    put(page, other, "note", "xin nghi")
    keep(page)
    assert yard.sql("SELECT count(*) FROM labour_mark") == [(1,)]
    assert "chưa chấm công" in "\n".join(page.refused.lines())
    assert page.sheet.draft() == {f"{other}\tnote": "xin nghi"}


def test_hours_are_read_as_they_are_written_and_nothing_else() -> None:
    for text, minutes in (("8", 480), ("7,5", 450), ("7:30", 450), ("7h", 420), ("", None)):
        assert read_hours(text) == Understood(minutes), text
    assert [getattr(read_hours(text), "value", "no") for text in ("25", "x", "7,33", "-1", "7:75")] == ["no"] * 5


def test_a_sheet_opened_again_says_hours_only_where_they_differ_and_is_struck_out_with_a_reason(
    desk: Desk,
) -> None:
    yard = desk.yard
    whole, part = yard.lives(), yard.lives()
    page = sheet_of(desk)
    put(page, whole, "mark", "c")
    put(page, part, "mark", "c")
    put(page, part, "minutes", "3,5")
    keep(page)
    page = sheet_of(desk)
    cells = page.sheet.values()
    assert (cells[whole]["minutes"], cells[part]["minutes"]) == (None, 210)
    page.strike_out()
    asked = desk.dialog(page, ReasonDialog)
    asked.reason_edit.setPlainText("ghi nhầm ngày")
    asked.give_button.click()
    assert yard.sql("SELECT count(*) FROM labour_sheet WHERE voided_at IS NULL") == [(0,)]


def test_the_day_lists_missing_sheets_first_and_leads_to_sheets_other_days_and_another_shift(desk: Desk) -> None:
    yard = desk.yard
    one = yard.lives()
    other = yard.forms("T2", yard.work)
    yard.lives(team=other)
    yard.keeps((worked(one, 8),))
    page = desk.open(SheetsPage, places.SHEETS, day=DAY.isoformat())
    rows: list[Any] = [page.rows.model.row_of(row_id) for row_id in page.rows.model.ids]
    assert [(row.team.code, row.is_missing) for row in rows] == [("T2", True), ("T1", False)]
    # Without a sheet nobody knows who worked: the size of the team is not said as that.
    assert texts(page.rows.table, "worked") == ["1", "1/1 có lao động"]
    QTest.keyClick(page.rows.table, Qt.Key.Key_Return)
    assert desk.screen.gone[-1] == route_of(other, DAY)
    page.rows.table.select_ids(page.rows.model.ids[1:])
    page.add_shift()
    assert desk.screen.gone[-1] == route_of(yard.team, DAY, "new")
    more = desk.open(LabourSheetPage, places.SHEET, desk.screen.gone[-1].record)
    assert more.first_focus() is more.sheet.view
    more.form.fields["starts"].set_typed("17:00")
    more.form.fields["ends"].set_typed("20:00")
    more.form.fields["rest"].set_typed("0")
    put(more, one, "mark", "c")
    put(more, one, "minutes", "1")
    keep(more)
    # Eight in the first shift: the day's cap counts both (Đ117.1).
    assert "8 giờ một ngày" in "\n".join(more.refused.lines())
    page.go_before()
    assert "24/01/2027" in page.subtitle_text()
    page.go_after()
    page.go_after()
    assert "26/01/2027" in page.subtitle_text()


def test_who_only_looks_cannot_save_and_reads_why(yard: Yard, dressed: Theme, qtbot: QtBot) -> None:
    one = yard.lives()
    yard.keeps((SheetLine(one, Mark.SICK),))
    auditor = Desk(yard, dressed, qtbot, Role.AUDITOR)
    page = sheet_of(auditor)
    assert "chỉ xem" in page.sheet.save_button.why_not()
    put(page, one, "mark", "c")
    keep(page)
    assert yard.sql("SELECT mark FROM labour_mark") == [("sick",)]


def test_a_place_that_is_no_sheet_says_so_and_leads_back(desk: Desk) -> None:
    page = desk.open(LabourSheetPage, places.SHEET, "x")
    assert page.nothing()[0]
    page.begin_elsewhere()
    assert desk.screen.gone[-1].page == places.SHEETS
