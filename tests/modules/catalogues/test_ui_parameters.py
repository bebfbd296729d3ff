"""Legal parameters on the screen: what counts, how sure that is, and new values looked at before decided."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.modules.catalogues.domain import ParameterUnit, Span
from facility_app.modules.catalogues.queries import list_parameter_edits, parameter
from facility_app.modules.catalogues.service import SetParameter, set_parameter
from facility_app.modules.catalogues.ui.parameter_dialog import PreviewDialog, ValueDialog
from facility_app.modules.catalogues.ui.words import span_text, value_text
from facility_app.ui.dialogs import ReasonDialog
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import State
from tests.helpers.cases import each
from tests.helpers.screens import House, Screens, cut, fill, is_wider_than_page, texts, tones

REST = "weekly_rest_days"
DAYS = (date(2026, 12, 31), date(2027, 1, 1))
NEW = {"value": "7", "valid_from": "01/01/2027", "article": "QĐ 1/2026/QĐ-TTg", "reason": "Thí điểm một năm"}


@pytest.fixture
def seat(desks: House) -> Screens:
    return desks.sit_down(Role.HEAD)


def decided(seat: Screens, **more: Any) -> str:
    wish = SetParameter(REST, "7", date(2027, 1, 1), "QĐ 1/2026/QĐ-TTg", "Thí điểm một năm", **more)
    return seat.write(lambda uow: set_parameter(uow, wish), Role.HEAD)


def asked(seat: Screens, **typed: str) -> tuple[Any, ValueDialog]:
    """The list with one parameter selected, and the form filled in."""
    page = seat.open("catalogues.parameters")
    page.panel.table.select_ids((REST,))
    page.set_value()
    dialog = seat.dialog(page, ValueDialog)
    fill(dialog, **{**NEW, **typed})
    return page, dialog


def rest_on_both_days(uow: UnitOfWork) -> list[str]:
    return [parameter(uow, REST, on=day).held.value for day in DAYS]


def words_of(dialog: Any) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def test_every_parameter_says_value_regime_validity_article_and_how_sure_it_is(seat: Screens) -> None:
    table = seat.open("catalogues.parameters", text="hang tuan").panel.table
    assert texts(table, "value") == ["Thứ Bảy, Chủ Nhật"]
    assert texts(table, "regime") == ["theo ngày"]
    assert texts(table, "valid") == ["từ 02/10/1999"]
    assert texts(table, "article") == ["QĐ 188/1999/QĐ-TTg"]
    assert texts(table, "evidence") == ["Chưa đối chiếu"]
    assert tones(table, "evidence") == [Tone.WARNING]


def test_a_name_with_a_comma_is_read_whole(seat: Screens) -> None:
    table = seat.open("catalogues.parameters", text="hang tuan").panel.table
    assert texts(table, "text") == ["Ngày nghỉ hằng tuần của cơ quan nhà nước (6 là thứ Bảy, 7 là Chủ nhật)"]


def test_what_is_not_sure_is_found_by_one_filter(seat: Screens) -> None:
    table = seat.open("catalogues.parameters", evidence="design").panel.table
    assert set(texts(table, "evidence")) == {"Chờ quy định"}


def test_nothing_is_written_before_the_change_was_seen(seat: Screens) -> None:
    _page, dialog = asked(seat)
    dialog.form.submit()
    preview = seat.dialog(dialog, PreviewDialog)
    said = words_of(preview)
    assert "từ 01/01/2027" in said
    assert "Thứ Bảy, Chủ Nhật" in said
    assert seat.read(lambda uow: list_parameter_edits(uow, REST)) == ()
    preview.reject()
    assert seat.read(lambda uow: list_parameter_edits(uow, REST)) == ()
    assert dialog.isVisible()
    assert dialog.form.fields["value"].typed() == "7"


def test_the_value_seen_is_the_value_saved(seat: Screens) -> None:
    page, dialog = asked(seat)
    dialog.form.submit()
    seat.dialog(dialog, PreviewDialog).keep_button.click()
    assert not dialog.isVisible()
    assert seat.said[-1][0].startswith("Đã lưu giá trị mới của “Ngày nghỉ hằng tuần")
    assert seat.read(rest_on_both_days) == ["6/7", "7"]
    assert page.row().edits == 1


def test_a_value_below_what_the_law_leaves_open_is_warned_about(seat: Screens) -> None:
    page = seat.open("catalogues.parameters")
    page.panel.table.select_ids(("food_coefficient",))
    page.set_value()
    dialog = seat.dialog(page, ValueDialog)
    fill(dialog, **{**NEW, "value": "0,5"})
    dialog.form.submit()
    preview = seat.dialog(dialog, PreviewDialog)
    assert "giá trị mới thấp hơn" in words_of(preview)
    assert preview.keep_button.isEnabled()


def test_a_bad_value_is_refused_at_its_field_before_any_preview(seat: Screens) -> None:
    _page, dialog = asked(seat, value="9")
    dialog.form.submit()
    assert dialog.findChildren(PreviewDialog) == []
    assert list(dialog.form.troubles()) == ["value"]


def test_one_parameter_shows_its_values_in_time_and_what_was_decided(seat: Screens) -> None:
    decided(seat, valid_to=date(2027, 12, 31))
    page = seat.open("catalogues.parameter", REST)
    assert page.title_text().startswith("Ngày nghỉ hằng tuần")
    assert texts(page.values.table, "days") == [
        "từ 01/01/2028",
        "01/01/2027 – 31/12/2027",
        "02/10/1999 – 31/12/2026",
    ]
    assert texts(page.values.table, "value") == ["Thứ Bảy, Chủ Nhật", "Chủ Nhật", "Thứ Bảy, Chủ Nhật"]
    assert texts(page.values.table, "age") == ["sắp áp dụng", "sắp áp dụng", "đang áp dụng"]
    assert texts(page.decisions.table, "reason") == ["Thí điểm một năm"]


def test_a_decision_struck_out_gives_the_days_back_and_stays_readable(seat: Screens) -> None:
    decided(seat)
    page = seat.open("catalogues.parameter", REST)
    page.void()
    dialog = seat.dialog(page, ReasonDialog)
    dialog.reason_edit.setPlainText("Nhập nhầm năm")
    dialog.give_button.click()
    assert texts(page.values.table, "days") == ["từ 02/10/1999"]
    assert texts(page.decisions.table, "state") == ["đã gạch bỏ"]
    assert seat.why(page.decisions.bar.commands()[0].spec) == "Quyết định này đã gạch bỏ rồi."


def test_enter_opens_the_parameter_selected(seat: Screens) -> None:
    page = seat.open("catalogues.parameters")
    page.panel.table.select_ids((REST,))
    seat.press(page.panel.table, Qt.Key.Key_Return)
    assert seat.went == [Route("catalogues.parameter", REST)]


def test_who_may_only_read_is_told_who_may_decide(desks: House) -> None:
    nurse = desks.sit_down(Role.NURSE)
    refusal = nurse.refusal(nurse.open("catalogues.parameters"), "catalogues.set_parameter")
    assert refusal is not None
    assert "Sửa thông số pháp lý" in refusal


def test_a_parameter_that_is_no_more_is_said_to_be_gone(seat: Screens) -> None:
    page = seat.open("catalogues.parameter", "no_such_thing")
    assert page.states.state() is State.ERROR
    assert page.main_actions() == ()


@each(
    ("unit", "value", "shown"),
    [
        (ParameterUnit.MONTHS, "24", "24 tháng"),
        (ParameterUnit.VND, "2340000", "2.340.000 ₫"),
        (ParameterUnit.COEFFICIENT, "0.8", "0,8"),
        (ParameterUnit.SPLIT, "30/20/20/30", "30/20/20/30 %"),
        (ParameterUnit.LADDER, "1/3/7", "1/3/7 ngày"),
        (ParameterUnit.ON_OFF, "0", "Không"),
        (ParameterUnit.WEEKDAYS, "6/7", "Thứ Bảy, Chủ Nhật"),
        (ParameterUnit.DAY_OF_MONTH, "25", "ngày 25 hằng tháng"),
    ],
)
def test_a_value_is_written_as_people_write_it(unit: ParameterUnit, value: str, shown: str) -> None:
    assert value_text(unit, value) == shown


@each(
    ("first", "last", "shown"),
    [
        (None, None, "mọi ngày"),
        (date(2026, 7, 1), None, "từ 01/07/2026"),
        (None, date(2026, 6, 30), "đến 30/06/2026"),
        (date(2026, 1, 1), date(2026, 6, 30), "01/01/2026 – 30/06/2026"),
    ],
)
def test_days_in_force_are_written_with_their_ends(first: date | None, last: date | None, shown: str) -> None:
    assert span_text(Span(first, last)) == shown


@pytest.mark.parametrize("catalogue", ["", "facility_en.ts"], ids=["vi", "en"])
def test_values_days_and_how_sure_they_are_are_read_in_full_without_scrolling_sideways(
    catalogue: str, desks: House, install: Callable[[str], Any]
) -> None:
    if catalogue:
        install(catalogue)
    table = desks.sit_down(Role.HEAD).open("catalogues.parameters").panel.table
    assert not is_wider_than_page(table)
    assert len(texts(table, "value")) > 100
    assert cut(table, "value", "regime", "valid", "evidence") == []
