"""Days off as the notices come, and lists that are only looked up."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt

from facility_app.kernel.actor import Role
from facility_app.modules.catalogues.queries import get_work_calendar
from facility_app.ui.dialogs import FormDialog, ReasonDialog
from facility_app.ui.theme import Tone
from tests.helpers.screens import House, Screens, fill, texts, tones


@pytest.fixture
def seat(desks: House) -> Screens:
    return desks.sit_down(Role.CLERK)


def noted(seat: Screens, **typed: str) -> Any:
    page = seat.open("catalogues.working_days", year="2027")
    page.add()
    dialog = seat.dialog(page, FormDialog)
    wish = {"day": "04/01/2027", "name": "Nghỉ bù Tết", "source": "TB 1/TB-BNV", "reason": "Theo thông báo"}
    fill(dialog, **{**wish, **typed})
    dialog.form.submit()
    return page


def test_the_list_opens_on_this_year(seat: Screens) -> None:
    page = seat.open("catalogues.working_days")
    assert page.year() == 2026
    assert {text[-4:] for text in texts(page.panel.table, "day")} == {"2026"}
    assert not page.warning.isVisible()


def test_a_day_of_rest_and_a_day_worked_instead_differ_in_word_and_tone(seat: Screens) -> None:
    table = seat.open("catalogues.working_days").panel.table
    found = set(zip(texts(table, "kind"), tones(table, "kind"), strict=True))
    assert found == {("Ngày nghỉ", Tone.OK), ("Ngày làm việc", Tone.INFO)}


def test_a_year_whose_notice_has_not_come_says_so(seat: Screens) -> None:
    page = seat.open("catalogues.working_days", year="2027")
    assert page.warning.isVisible()
    assert "Năm 2027 chưa chốt" in page.warning.text()


def test_a_day_noted_counts_at_once_and_is_struck_out_with_a_reason(seat: Screens) -> None:
    page = noted(seat)
    day = date(2027, 1, 4)
    assert not seat.read(get_work_calendar).is_working_day(day)
    assert "04/01/2027" in texts(page.panel.table, "day")
    page.panel.table.select_ids((day.isoformat(),))
    page.void()
    dialog = seat.dialog(page, ReasonDialog)
    dialog.reason_edit.setPlainText("Thông báo đã thay đổi")
    dialog.give_button.click()
    assert seat.read(get_work_calendar).is_working_day(day)


def test_a_shipped_day_cannot_be_struck_out_and_says_what_to_do_instead(seat: Screens) -> None:
    refusal = seat.refusal(seat.open("catalogues.working_days"), "catalogues.void_working_day")
    assert refusal is not None
    assert "ghi lại chính ngày này" in refusal


def test_a_code_is_found_without_marks_and_by_its_other_names(seat: Screens) -> None:
    page = seat.open("catalogues.lists", "substance")
    page.panel.search.set_text("hang trang")
    page.panel.search.searched.emit("hang trang")
    assert texts(page.panel.table, "code") == ["heroin"]


def test_a_commune_is_found_in_the_whole_country_and_a_province_shows_its_own(seat: Screens) -> None:
    page = seat.open("catalogues.lists")
    assert texts(page.panel.table, "province") == [""] * 34
    page.panel.search.searched.emit("hoan kiem")
    assert "Phường Hoàn Kiếm" in texts(page.panel.table, "name")
    page.panel.search.searched.emit("")
    page.panel.filters.chips[0].chosen.emit("01")
    assert page.panel.model.ids
    page.panel.show_look(page.panel.model.look.__class__(filters={"province": "01"}))
    assert set(texts(page.panel.table, "province")) == {"Thành phố Hà Nội"}


def test_the_keyboard_goes_from_list_to_list(seat: Screens) -> None:
    page = seat.open("catalogues.lists")
    first = page.panel.spec.id
    seat.press(page.choice, Qt.Key.Key_Down)
    assert page.panel.spec.id != first
    assert page.panel.model.ids


def test_every_list_can_be_shown(seat: Screens) -> None:
    page = seat.open("catalogues.lists")
    empty = []
    for number in range(page.choice.model().rowCount()):
        page.choice.setCurrentIndex(page.choice.model().index(number, 0))
        empty += [] if page.panel.model.ids else [page.panel.spec.id]
    assert empty == []
