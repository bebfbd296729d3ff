"""What arrives wrong, in a form with its real fields: understood or asked, never silently wrong, never lost."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.kernel.typed_dates import TwoDigitYears
from facility_app.ui.forms.drafts import DraftKeeper
from facility_app.ui.forms.field import Field
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NameField, NoteField
from facility_app.ui.forms.value_fields import DateField, DigitsField
from facility_app.ui.shell.lock_cover import LockCover
from facility_app.ui.theme import Theme
from tests.ui.forms.conftest import Person, editor_of, today
from tests.ui.forms.test_drafts import MemoryDrafts

HEAD = label("ui", "Mục")
OLD_CARD = label("ui", "Số có {typed} chữ số là số chứng minh nhân dân cũ.")
NAME = "Nguyễn Văn Đức"
Compose = Callable[..., None]
Shown = Callable[[Field[Any]], Field[Any]]


@pytest.fixture
def shown(show: Callable[[QWidget], None]) -> Shown:
    """Show a field alone."""

    def _shown(field: Field[Any]) -> Field[Any]:
        show(field)
        return field

    return _shown


def paste(form: QWidget, name: str, text: str) -> None:
    """Ctrl+V into a field, then leave it."""
    QGuiApplication.clipboard().setText(text)
    line = editor_of(form, name)
    line.setFocus()
    QTest.keySequence(line, "Ctrl+V")
    QTest.keyClick(line, Qt.Key.Key_Tab)


def type_and_leave(form: Form[Person], name: str, text: str) -> None:
    """Type ASCII into a field and go on with Tab."""
    form.focus_field(name)
    QTest.keyClicks(editor_of(form, name), text)
    QTest.keyClick(editor_of(form, name), Qt.Key.Key_Tab)


def saved(form: Form[Person], qtbot: QtBot) -> Person:
    """What a save would write."""
    with qtbot.waitSignal(form.submitted):
        form.submit()
    return form.value()


@pytest.mark.parametrize(
    "pasted",
    [
        unicodedata.normalize("NFD", NAME),
        "Nguye\u0302\u0303n Văn Đư\u0301c",
        "Nguyê\u0303n Văn Đư\u0301c",
        "Nguyeãn Vaên Ñöùc",
        "NguyÔn V¨n §øc",
        "Nguyá»…n VÄƒn Ä\x90á»©c",
        "Nguyá»…n VÄƒn Äá»©c",
        "\ufeffNguyễn\u200b Văn \u202eĐức\u202c\x07",
    ],
    ids=["nfd", "loose", "microsoft", "vni", "tcvn3", "misread", "misread-lost", "unseen"],
)
def test_a_pasted_name_is_saved_as_it_was_meant(form: Form[Person], qtbot: QtBot, pasted: str) -> None:
    paste(form, "name", pasted)
    assert (saved(form, qtbot).name, form.fields["name"].typed()) == (NAME, NAME)


def test_characters_nobody_sees_are_taken_out_of_a_name_and_told(shown: Shown) -> None:
    field = shown(NameField("f", HEAD))
    field.set_typed("Ng\u200buyễn An\u200e")
    assert field.message() == "Đã bỏ 2 ký tự không nhìn thấy được, thường dính theo khi dán."
    assert (field.typed(), field.value(), field.trouble()) == ("Nguyễn An", "Nguyễn An", None)
    field.set_typed("Nguyễn An")
    assert field.message() == ""


@pytest.mark.parametrize("letter", ["<", "=", "|", "\\", "7"])
def test_a_sign_or_digit_in_a_persons_name_is_refused_by_its_name(shown: Shown, letter: str) -> None:
    field = shown(NameField("f", HEAD))
    field.set_typed(f"Nguyễn {letter} An")
    assert field.message() == f"Họ tên không có ký tự “{letter}”. Hãy xóa ký tự này hoặc gõ lại."
    assert field.typed() == f"Nguyễn {letter} An"
    with pytest.raises(UserError):
        field.value()


def test_a_name_of_no_person_may_have_digits(shown: Shown) -> None:
    field = shown(NameField("f", HEAD, is_person=False))
    field.set_typed("Cơ sở số 1")
    assert field.value() == "Cơ sở số 1"


def test_a_name_as_kept_before_the_rule_does_not_keep_the_rest_from_being_saved(shown: Shown) -> None:
    field = shown(NameField("f", HEAD))
    field.set_value("Không rõ 2")
    assert (field.trouble(), field.value()) == (None, "Không rõ 2")


def test_misread_bytes_that_fit_several_words_are_asked_about(shown: Shown) -> None:
    field = shown(NameField("f", HEAD))
    field.set_typed("THá»Š ÃNH")
    assert field.answers() == (
        "Đổi thành “THỊ ÁNH”",
        "Đổi thành “THỊ ÍNH”",
        "Đổi thành “THỊ ÝNH”",
        "Giữ “THá»Š ÃNH”",
    )
    field.answer(0)
    assert field.value() == "THỊ ÁNH"


@pytest.mark.parametrize("typed", ["010126", "1/1/26", "01.01.2026", "1-1-26"])
def test_a_date_typed_in_any_way_is_shown_in_full(form: Form[Person], typed: str) -> None:
    type_and_leave(form, "born_on", typed)
    assert (form.fields["born_on"].typed(), form.fields["born_on"].value()) == ("01/01/2026", date(2026, 1, 1))


@pytest.mark.parametrize("typed", ["020326", "2/3/2026", "12/31/2026", "+1"])
def test_a_day_that_has_not_come_is_marked_on_leaving_the_field(shown: Shown, typed: str) -> None:
    field = shown(DateField("f", HEAD, today=today, latest=today))
    QTest.keyClicks(editor_of(field, "f"), f"{typed}\r")
    assert field.message() == f"“{typed}” là ngày chưa đến: hôm nay là 01/03/2026. Hãy kiểm tra ngày, tháng, năm."
    assert field.typed() == typed


def test_a_short_year_that_has_not_come_is_a_hundred_years_ago_where_only_the_past_is_meant(shown: Shown) -> None:
    field = shown(DateField("f", HEAD, today=today, years=TwoDigitYears.PAST, latest=today))
    QTest.keyClicks(editor_of(field, "f"), "020326\r")
    assert (field.typed(), field.message()) == ("02/03/1926", "")


def test_a_date_may_have_a_first_day(shown: Shown) -> None:
    field = shown(DateField("f", HEAD, today=today, earliest=lambda: date(2026, 1, 1)))
    QTest.keyClicks(editor_of(field, "f"), "31/12/2025\r")
    assert "sớm nhất là 01/01/2026" in field.message()


@pytest.mark.parametrize(("name", "value"), [("height", Decimal("1234.5")), ("deposit", None)])
def test_a_number_with_both_marks_is_one_number_and_no_amount_of_money(
    form: Form[Person], name: str, value: object
) -> None:
    type_and_leave(form, name, "1.234,5")
    field = form.fields[name]
    assert field.typed() == "1.234,5"
    assert (field.value() if field.trouble() is None else None) == value
    assert (field.message() == "") == (value is not None)


def test_nought_is_not_empty(form: Form[Person], qtbot: QtBot) -> None:
    form.fields["name"].set_typed(NAME)
    form.fields["deposit"].set_typed("0")
    written = saved(form, qtbot)
    assert (written.deposit, written.height) == (Money(0), None)


def test_nine_digits_in_a_field_of_twelve_are_told_and_stay(shown: Shown) -> None:
    field = shown(DigitsField("f", HEAD, length=12, others={9: OLD_CARD}))
    QTest.keyClicks(editor_of(field, "f"), "123456789\r")
    assert (field.message(), field.typed()) == ("Số có 9 chữ số là số chứng minh nhân dân cũ.", "123456789")


def test_forty_thousand_characters_stay_typed_are_refused_and_kept_as_a_draft(form: Form[Person]) -> None:
    store, text = MemoryDrafts(), "ă" * 40_000
    keeper = DraftKeeper(form, "k", store, form)
    keeper.start()
    form.fields["note"].set_typed(text)
    form.submit()
    keeper.flush()
    note = form.fields["note"]
    assert isinstance(note, NoteField)
    assert "Dài 40.000 ký tự, chỉ lưu được 100" in note.message()
    assert (note.text(), store.held["k"].fields["note"]) == (text, text)


def test_a_lock_in_the_middle_of_a_word_keeps_the_word_and_its_draft(
    show: Callable[[QWidget], None], form: Form[Person], compose: Compose, theme: Theme
) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(form)
    cover = LockCover(theme, window)
    show(window)
    store = MemoryDrafts()
    keeper = DraftKeeper(form, "k", store, form)
    keeper.start()
    form.focus_field("name")
    compose(editor_of(form, "name"), "Nguyễ")
    keeper.flush()
    cover.cover("Hương", "08:00")
    assert store.held["k"].fields == {"name": "Nguyễ"}
    cover.uncover()
    assert form.fields["name"].typed() == "Nguyễ"
    compose(editor_of(form, "name"), "n")
    assert form.fields["name"].typed() == "Nguyễn"


def test_two_windows_that_saved_one_record_choose_field_by_field(form: Form[Person], qtbot: QtBot) -> None:
    first = Person(name=NAME, card_no="079201001234", note="cũ")
    form.load(first)
    form.fields["note"].set_typed("của tôi")
    theirs = replace(first, note="của người khác", card_no="079201009999")
    rows = {row.name: row for row in form.conflicts(theirs)}
    assert (rows["note"].is_open, rows["card_no"].is_open) == (True, False)
    assert (rows["note"].base, rows["note"].mine, rows["note"].theirs) == ("cũ", "của tôi", "của người khác")


def test_an_empty_form_that_is_put_away_says_nothing_is_missing(
    show: Callable[[QWidget], None], form: Form[Person]
) -> None:
    window, stack, other = QWidget(), QStackedWidget(), QLineEdit()
    QVBoxLayout(window).addWidget(stack)
    for page in (form, other):
        stack.addWidget(page)
    show(window)
    form.fields["name"].set_typed(NAME)
    form.focus_field("name")
    form.load(None)
    stack.setCurrentWidget(other)
    other.setFocus()
    assert form.fields["name"].message() == ""
    stack.setCurrentWidget(form)
    assert form.fields["name"].message() == ""


def test_a_form_that_is_held_for_a_question_says_nothing_is_missing(form: Form[Person]) -> None:
    form.focus_field("name")
    form.set_held(is_held=True)
    assert form.fields["name"].message() == ""


def test_a_reset_form_forgets_what_was_wrong(form: Form[Person]) -> None:
    form.fields["born_on"].set_typed("31/02/2026")
    form.submit()
    assert form.fields["name"].message() == "Cần điền mục này."
    form.load(None)
    assert [field.message() for field in form.fields.values()] == [""] * len(form.fields)


def test_leaving_a_required_field_empty_by_oneself_is_still_told(form: Form[Person]) -> None:
    form.focus_field("name")
    QTest.keyClick(editor_of(form, "name"), Qt.Key.Key_Tab)
    assert form.fields["name"].message() == "Cần điền mục này."
