"""Fields understand, ask or refuse in sight; they never change a meaning silently or drop what was typed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.field import Field
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.forms.notice import Words
from facility_app.ui.forms.text_fields import NameField, NoteField, TextField
from facility_app.ui.forms.value_fields import DateField, DigitsField, MoneyField, NumberField
from facility_app.ui.theme import Theme
from tests.ui.forms.conftest import Person, editor_of, make_form, today

HEAD = label("ui", "Mục")
OLD_CARD = label("ui", "Số có {typed} chữ số là số chứng minh nhân dân cũ.")


@pytest.fixture
def shown(show: Callable[[QWidget], None]) -> Callable[[Field[Any]], Field[Any]]:
    """Show a field alone."""

    def _shown(field: Field[Any]) -> Field[Any]:
        show(field)
        return field

    return _shown


def type_in(field: Field[Any], text: str) -> None:
    """Type ASCII and leave the field."""
    QTest.keyClicks(editor_of(field, field.name), text)
    field.settle()


@pytest.mark.parametrize(
    ("make", "typed", "value", "shown_as"),
    [
        (lambda: DateField("f", HEAD, today=today), "010126", date(2026, 1, 1), "01/01/2026"),
        (lambda: DateField("f", HEAD, today=today), "1/1/26", date(2026, 1, 1), "01/01/2026"),
        (lambda: DateField("f", HEAD, today=today), "h", date(2026, 3, 1), "01/03/2026"),
        (lambda: DateField("f", HEAD, today=today), "+2", date(2026, 3, 3), "03/03/2026"),
        (lambda: NumberField("f", HEAD, decimals=2), "1.234,5", Decimal("1234.5"), "1.234,5"),
        (lambda: NumberField("f", HEAD, decimals=2), "1234.5", Decimal("1234.5"), "1.234,5"),
        (lambda: NumberField("f", HEAD), "0", Decimal(0), "0"),
        (lambda: MoneyField("f", HEAD), "500k", Money(500_000), "500.000 ₫"),
        (lambda: MoneyField("f", HEAD), "0", Money(0), "0 ₫"),
        (lambda: DigitsField("f", HEAD, length=12), "079 201 001 234", "079201001234", "079201001234"),
        (lambda: TextField("f", HEAD), "  abc ", "abc", "  abc "),
        (lambda: NameField("f", HEAD), " le   van ", "le van", " le   van "),
    ],
)
def test_what_is_understood_is_shown_back_in_full(
    shown: Callable[[Field[Any]], Field[Any]],
    make: Callable[[], Field[Any]],
    typed: str,
    value: object,
    shown_as: str,
) -> None:
    field = shown(make())
    type_in(field, typed)
    assert (field.value(), field.typed(), field.trouble()) == (value, shown_as, None)


@pytest.mark.parametrize("name", ["name", "sex", "born_on", "card_no", "deposit", "height", "is_told", "note"])
def test_an_empty_field_is_none_and_never_zero(name: str, form: Form[Person]) -> None:
    assert form.fields[name].value() is None


@pytest.mark.parametrize(
    ("make", "typed", "answers"),
    [
        (lambda: DateField("f", HEAD, today=today), "12/31/2025", ("31/12/2025",)),
        (lambda: NumberField("f", HEAD, decimals=3), "1.234", ("1.234", "1,234")),
        (lambda: MoneyField("f", HEAD), "1,234", ("1.234 ₫",)),
        (lambda: DigitsField("f", HEAD, length=12), "79201001234", ("079201001234",)),
    ],
)
def test_a_doubtful_entry_is_asked_about_and_keeps_what_was_typed(
    shown: Callable[[Field[Any]], Field[Any]],
    make: Callable[[], Field[Any]],
    typed: str,
    answers: tuple[str, ...],
) -> None:
    field = shown(make())
    type_in(field, typed)
    assert (field.typed(), field.answers()) == (typed, answers)
    with pytest.raises(UserError):
        field.value()


def test_an_answer_settles_the_question_for_good(shown: Callable[[Field[Any]], Field[Any]]) -> None:
    field = shown(NumberField("f", HEAD, decimals=3))
    type_in(field, "1.234")
    field.answer(1)
    field.settle()
    assert (field.value(), field.typed(), field.answers()) == (Decimal("1.234"), "1,234", ())


def test_enter_in_a_doubtful_field_goes_on_and_its_answer_waits_one_tab_behind_it(form: Form[Person]) -> None:
    form.focus_field("born_on")
    QTest.keyClicks(editor_of(form, "born_on"), "12/31/2025\r")
    assert editor_of(form, "card_no").hasFocus()
    QTest.keyClicks(editor_of(form, "card_no"), "0 ")
    assert form.fields["born_on"].answers() == ("31/12/2025",)
    form.focus_field("born_on")
    QTest.keyClick(editor_of(form, "born_on"), Qt.Key.Key_Tab)
    answer = form.window().focusWidget()
    assert answer is not None
    assert answer.objectName() == "answer_0"
    QTest.keyClick(answer, Qt.Key.Key_Space)
    assert form.fields["born_on"].value() == date(2025, 12, 31)


def test_a_remark_warns_below_the_field_and_keeps_nothing_from_being_saved(form: Form[Person]) -> None:
    field = form.fields["card_no"]
    field.set_value("079091001234")
    field.set_remark(Words(OLD_CARD, {"typed": 9}))
    assert "9 chữ số" in field.message()
    field.settle()
    assert ("9 chữ số" in field.message(), field.trouble()) == (True, None)
    field.set_remark(None)
    assert field.message() == ""


def test_nine_digits_in_a_field_of_twelve_are_never_taken(shown: Callable[[Field[Any]], Field[Any]]) -> None:
    field = shown(DigitsField("f", HEAD, length=12, others={9: OLD_CARD}))
    type_in(field, "123456789")
    assert field.message() == "Số có 9 chữ số là số chứng minh nhân dân cũ."
    with pytest.raises(UserError, match="field_not_understood"):
        field.value()


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("Nguyê\u0303n", "Nguyễn"),
        ("Nguyeãn Vaên Ñöùc", "Nguyễn Văn Đức"),
        ("NguyÔn V¨n §øc", "Nguyễn Văn Đức"),
        ("Nguyễn\u200b Văn\nĐức", "Nguyễn Văn Đức"),
    ],
)
def test_names_from_old_programs_are_mended(
    shown: Callable[[Field[Any]], Field[Any]], typed: str, value: str
) -> None:
    field = shown(NameField("f", HEAD))
    field.set_typed(typed)
    assert field.value() == value


def test_mending_is_told_and_can_be_taken_back(shown: Callable[[Field[Any]], Field[Any]]) -> None:
    field = shown(TextField("f", HEAD))
    field.set_typed("NguyÔn V¨n §øc")
    assert field.message() == "Đã đổi từ bảng mã TCVN3 (ABC) sang Unicode."
    field.answer(0)
    assert (field.value(), field.trouble()) == ("NguyÔn V¨n §øc", None)


def test_a_word_that_may_be_vni_is_asked_about_and_either_answer_holds(
    shown: Callable[[Field[Any]], Field[Any]],
) -> None:
    field = shown(TextField("f", HEAD))
    field.set_typed("Leâ")
    assert field.answers() == ("Đổi thành “Lê”", "Giữ “Leâ”")
    field.answer(1)
    field.settle()
    assert field.value() == "Leâ"
    field.set_typed("Leâ")
    field.answer(0)
    assert field.value() == "Lê"


def test_loaded_text_is_never_mended_or_asked_about(shown: Callable[[Field[Any]], Field[Any]]) -> None:
    field = shown(TextField("f", HEAD))
    field.set_value("Leâ")
    field.settle()
    assert (field.value(), field.message()) == ("Leâ", "")


def test_forty_thousand_characters_stay_in_the_note_and_are_refused_with_the_count(
    shown: Callable[[Field[Any]], Field[Any]],
) -> None:
    field = shown(NoteField("f", HEAD, limit=10_000))
    field.set_typed("ă" * 40_000)
    assert isinstance(field, NoteField)
    assert (len(field.typed()), field.count_text()) == (40_000, "40.000/10.000")
    assert field.message() == "Dài 40.000 ký tự, chỉ lưu được 10.000. Hãy rút gọn, hoặc đính kèm thành tệp."


def test_broken_characters_are_refused_before_they_reach_a_file(
    shown: Callable[[Field[Any]], Field[Any]],
) -> None:
    field = shown(TextField("f", HEAD))
    field.set_typed("a\ufffdb")
    with pytest.raises(UserError):
        field.value()


def test_a_closed_field_says_why_and_keeps_its_value(shown: Callable[[Field[Any]], Field[Any]]) -> None:
    field = shown(TextField("f", HEAD, is_required=True))
    field.set_value("HS-01")
    field.set_why_not(label("ui", "Mã do chương trình cấp."))
    why = field.findChild(QToolButton, "why_not")
    assert why is not None
    assert not editor_of(field, "f").isEnabled()
    QTest.mouseClick(why, Qt.MouseButton.LeftButton)
    assert (field.message(), editor_of(field, "f").toolTip()) == ("Mã do chương trình cấp.",) * 2
    assert (field.value(), field.trouble()) == ("HS-01", None)


def test_a_field_opened_again_hides_the_reason(shown: Callable[[Field[Any]], Field[Any]]) -> None:
    field = shown(TextField("f", HEAD))
    field.set_why_not(label("ui", "Mã do chương trình cấp."))
    field.set_why_not(None)
    assert editor_of(field, "f").isEnabled()
    assert (field.why_not(), field.message()) == (None, "")


def test_a_rule_from_outside_is_shown_until_the_field_is_changed(
    shown: Callable[[Field[Any]], Field[Any]],
) -> None:
    field = shown(TextField("f", HEAD))
    field.set_trouble(Words(label("errors", "Số {number} đã có."), {"number": 7}))
    field.settle()
    assert field.message() == "Số 7 đã có."
    type_in(field, "8")
    assert (field.message(), field.trouble()) == ("", None)


def test_a_required_field_is_missing_only_when_empty(shown: Callable[[Field[Any]], Field[Any]]) -> None:
    field = shown(MoneyField("f", HEAD, is_required=True))
    field.settle()
    assert field.message() == "Cần điền mục này."
    type_in(field, "0")
    assert (field.message(), field.value()) == ("", Money(0))


def test_a_tick_has_a_third_state_where_not_asked_is_not_no(
    shown: Callable[[Field[Any]], Field[Any]],
) -> None:
    field = shown(CheckField("f", HEAD, is_open=True))
    assert field.value() is None
    for value, typed in ((True, "1"), (False, "0"), (None, "")):
        field.set_value(value)
        assert (field.value(), field.typed()) == (value, typed)
    plain = shown(CheckField("g", HEAD))
    assert plain.value() is False


def test_what_is_typed_comes_back_from_a_draft_understood_or_not() -> None:
    form, other = make_form(), make_form()
    entries = {"name": "Leâ", "born_on": "31/02/2026", "deposit": "1.234,5", "card_no": "123", "note": "x" * 200}
    for name, typed in entries.items():
        form.fields[name].set_typed(typed)
    other.restore(form.draft())
    assert {name: other.fields[name].typed() for name in entries} == entries


def test_field_messages_fit_below_the_field_and_are_spoken(shown: Callable[[Field[Any]], Field[Any]]) -> None:
    field = shown(DateField("f", HEAD, today=today))
    type_in(field, "31/02/2026")
    words = field.findChild(QLabel, "notice_text")
    assert words is not None
    assert words.wordWrap()
    assert editor_of(field, "f").accessibleDescription() == words.text()
    assert editor_of(field, "f").accessibleName() == "Mục"


@pytest.mark.parametrize(
    "make",
    [
        lambda: DateField("f", HEAD, today=today),
        lambda: NumberField("f", HEAD),
        lambda: MoneyField("f", HEAD),
        lambda: DigitsField("f", HEAD, length=12),
    ],
)
def test_a_box_is_as_wide_as_its_kind_of_value_however_wide_its_place(
    make: Callable[[], Field[Any]], shown: Callable[[Field[Any]], Field[Any]]
) -> None:
    field = shown(make())
    field.resize(900, field.height())
    line = editor_of(field, "f")
    assert line.width() < 300
    assert line.x() == 0, "what room is over stands behind it"
    words = shown(TextField("f", HEAD))
    words.resize(900, words.height())
    assert editor_of(words, "f").width() > 800


def test_how_a_date_is_typed_is_read_whole_however_large_the_letters(dressed: Theme, qtbot: QtBot) -> None:
    field = DateField("on", label("ui", "Ngày"), today=lambda: date(2026, 11, 24))
    qtbot.addWidget(field)
    field.resize(40, 60)
    field.show()
    (line,) = field.findChildren(ComposingLine)
    for scale in (1.0, 1.5):
        dressed.set(scale=scale)
        QCoreApplication.sendPostedEvents()
        told = line.fontMetrics().horizontalAdvance(line.placeholderText())
        assert line.minimumWidth() > told + 2 * 4, "the words, and what stands beside them"
    dressed.set(scale=1.0)
