"""Choosing by typing: without marks, while composing, by keyboard alone; nothing is chosen that was not meant."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.lookup_fields import LookupField, PersonField, Place, PlaceField
from facility_app.ui.forms.picker import Choice, Picker, ranked
from facility_app.ui.tasks.runner import InlineRunner
from facility_app.ui.tasks.ticket import Ticket
from facility_app.ui.theme import Theme
from tests.helpers.cases import each
from tests.ui.forms.conftest import Desk, editor_of

Compose = Callable[..., None]
HEAD = label("ui", "Mục")
KINDS = (
    ("01", label("ui", "Heroin")),
    ("02", label("ui", "Ma túy đá")),
    ("03", label("ui", "Cần sa")),
    ("04", label("ui", "Cần sa tổng hợp")),
    ("05", label("ui", "Đồ uống có cồn")),
)
PEOPLE = {
    "a": Choice("a", "Nguyễn Văn Đức", "HV-0001"),
    "b": Choice("b", "Nguyễn Văn Đức", "HV-0002"),
    "c": Choice("c", "Lê Thị Hương", "HV-0003"),
}
PLACES = {
    "79": Choice("79", "Thành phố Hồ Chí Minh"),
    "01": Choice("01", "Thành phố Hà Nội"),
    "26734": Choice("26734", "Phường Sài Gòn", "Thành phố Hồ Chí Minh", above="79"),
    "00070": Choice("00070", "Phường Hoàn Kiếm", "Thành phố Hà Nội", above="01"),
}


def look_up(_uow: Any, text: str) -> Sequence[Choice]:
    """People by name."""
    return ranked(tuple(PEOPLE.values()), text)


def find(_uow: Any, one: str) -> Choice | None:
    """A person or place by id."""
    return (PEOPLE | PLACES).get(one)


def outer(_uow: Any, text: str) -> Sequence[Choice]:
    """Provinces."""
    return ranked([place for place in PLACES.values() if not place.above], text)


def inner(_uow: Any, above: str, text: str) -> Sequence[Choice]:
    """Communes of a province, or of all."""
    return ranked([place for place in PLACES.values() if place.above and above in {"", place.above}], text)


@pytest.fixture
def code(show: Callable[[QWidget], None]) -> CodeField:
    """A field of codes in a window."""
    window = QWidget()
    field = CodeField("f", HEAD, options=KINDS, parent=window)
    QVBoxLayout(window).addWidget(field)
    show(window)
    field.focus()
    return field


@pytest.fixture
def person(show: Callable[[QWidget], None], runner: InlineRunner) -> PersonField:
    """A field of people in a window."""
    window = QWidget()
    field = PersonField("f", HEAD, runner=runner, lookup=look_up, find=find, parent=window)
    QVBoxLayout(window).addWidget(field)
    show(window)
    field.focus()
    return field


@pytest.fixture
def place(show: Callable[[QWidget], None], runner: InlineRunner) -> PlaceField:
    """A field of places in a window."""
    window = QWidget()
    field = PlaceField("f", HEAD, runner=runner, outer=outer, inner=inner, find=find, parent=window)
    QVBoxLayout(window).addWidget(field)
    show(window)
    return field


class LateRunner(InlineRunner):
    """Answers land when they are told to.

    Attributes:
        is_late: whether they wait from now on.
    """

    is_late = False

    def __init__(self) -> None:
        """Answer at once, to begin with."""
        super().__init__(Desk(None))
        self._waiting: list[Ticket] = []

    def land(self) -> None:
        """Everything that waited arrives."""
        while self._waiting:
            super()._land(self._waiting.pop(0))

    @override
    def _land(self, ticket: Ticket) -> None:
        if self.is_late:
            self._waiting.append(ticket)
        else:
            super()._land(ticket)


def offered(field: QWidget) -> list[str]:
    """Words of the list that is open."""
    picker = field.window().findChild(Picker)
    return [choice.text for choice in picker.choices()] if picker is not None and picker.isVisible() else []


def test_codes_are_found_without_marks_and_by_their_number(code: CodeField) -> None:
    QTest.keyClicks(editor_of(code, "f"), "can sa")
    assert offered(code) == ["Cần sa", "Cần sa tổng hợp"]
    editor_of(code, "f").selectAll()
    QTest.keyClicks(editor_of(code, "f"), "05")
    assert offered(code) == ["Đồ uống có cồn"]


def test_the_word_being_composed_is_searched(code: CodeField, compose: Compose) -> None:
    compose(editor_of(code, "f"), "đồ")
    assert offered(code) == ["Đồ uống có cồn"]
    assert code.typed() == "~đồ"


def test_enter_takes_the_marked_choice_and_goes_on(code: CodeField) -> None:
    told: list[bool] = []
    code.go_on.connect(lambda: told.append(True))
    QTest.keyClicks(editor_of(code, "f"), "da")
    QTest.keyClick(editor_of(code, "f"), Qt.Key.Key_Return)
    assert (code.value(), editor_of(code, "f").text(), told) == ("02", "Ma túy đá", [True])
    assert not code.is_list_open()


def test_f4_and_alt_down_open_the_whole_list_and_arrows_choose(code: CodeField) -> None:
    editor = editor_of(code, "f")
    QTest.keyClick(editor, Qt.Key.Key_F4)
    assert len(offered(code)) == len(KINDS)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert offered(code) == []
    QTest.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert code.value() == "02"


def opener_of(field: QWidget) -> QToolButton:
    """The arrow that opens the list."""
    found = field.findChild(QToolButton, "open_list")
    assert found is not None
    return found


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_arrow_is_a_picture_inside_the_box_and_no_word_lies_under_it(
    dressed: Theme, code: CodeField, scale: float
) -> None:
    dressed.set(scale=scale)
    editor, opener = editor_of(code, "f"), opener_of(code)
    assert opener.text() == ""
    assert editor.isAncestorOf(opener)
    assert editor.rect().contains(opener.geometry())
    code.set_typed("~" + "chữ dài " * 100)
    editor.end(False)
    editor.grab()  # painting scrolls to the cursor
    assert editor.cursorRect().right() <= opener.x() + opener.width() - dressed.px(20)


def test_the_arrow_is_closed_with_its_field(code: CodeField) -> None:
    code.set_why_not(label("ui", "Chưa được."))
    assert not opener_of(code).isEnabled()
    code.set_why_not(None)
    assert opener_of(code).isEnabled()


def test_a_press_on_the_arrow_opens_the_whole_list_and_the_keyboard_stays(code: CodeField) -> None:
    opener_of(code).click()
    assert len(offered(code)) == len(KINDS)
    assert editor_of(code, "f").hasFocus()


def test_words_too_long_for_the_box_show_their_beginning(
    show: Callable[[QWidget], None], runner: InlineRunner
) -> None:
    window = QWidget()
    box = QVBoxLayout(window)
    fields = [CodeField(name, HEAD, options=KINDS, parent=window) for name in ("f", "g")]
    for field in fields:
        box.addWidget(field)
    show(window)
    fields[0].focus()
    fields[1].set_value("04")
    assert editor_of(window, "g").cursorPosition() == 0
    QTest.keyClicks(editor_of(window, "f"), "heroin")
    fields[1].focus()
    assert (fields[0].value(), editor_of(window, "f").cursorPosition()) == ("01", 0)


def test_leaving_takes_the_one_choice_that_is_written_out(code: CodeField) -> None:
    QTest.keyClicks(editor_of(code, "f"), "heroin")
    code.settle()
    assert (code.value(), editor_of(code, "f").text()) == ("01", "Heroin")


def test_a_beginning_only_is_asked_about_and_never_chosen_silently(code: CodeField) -> None:
    QTest.keyClicks(editor_of(code, "f"), "ma tuy")
    code.settle()
    with pytest.raises(UserError):
        code.value()
    assert code.answers() == ("Ma túy đá",)
    code.answer(0)
    assert code.value() == "02"


def test_an_emptied_field_offers_nothing_of_what_was_searched_before(code: CodeField) -> None:
    code.is_required = True
    QTest.keyClicks(editor_of(code, "f"), "heroi")
    code.set_value(None)
    code.settle()
    assert code.answers() == ()
    code.open_list()
    code.settle()
    assert (code.message(), code.answers()) == ("Cần điền mục này.", ())


def test_tab_takes_the_only_suggestion_and_never_one_of_several(code: CodeField) -> None:
    QTest.keyClicks(editor_of(code, "f"), "ma tuy")
    QTest.keyClick(editor_of(code, "f"), Qt.Key.Key_Tab)
    assert code.value() == "02"
    code.set_value(None)
    code.focus()
    QTest.keyClicks(editor_of(code, "f"), "can s")
    QTest.keyClick(editor_of(code, "f"), Qt.Key.Key_Tab)
    code.settle()
    assert (code.choice(), code.answers()) == (None, ("Cần sa", "Cần sa tổng hợp"))


def test_words_that_are_no_choice_are_kept_and_refused(code: CodeField) -> None:
    QTest.keyClicks(editor_of(code, "f"), "xyz")
    code.settle()
    assert (code.typed(), code.message()) == (
        "~xyz",
        "“xyz” chưa được chọn từ danh sách. Hãy chọn một mục hoặc xóa chữ này.",
    )


def test_an_emptied_field_is_none(code: CodeField) -> None:
    code.set_value("03")
    editor_of(code, "f").selectAll()
    QTest.keyClick(editor_of(code, "f"), Qt.Key.Key_Delete)
    code.settle()
    assert (code.value(), code.trouble()) == (None, None)


def test_a_code_no_longer_offered_is_shown_and_kept(code: CodeField) -> None:
    code.set_value("99")
    assert (code.value(), editor_of(code, "f").text()) == ("99", "99")


def test_a_composed_and_unfinished_choice_comes_back_from_a_draft(code: CodeField) -> None:
    code.set_value("03")
    assert code.typed() == "=03\tCần sa"
    code.set_typed("=02\tMa túy đá")
    assert code.value() == "02"
    code.set_typed("~nửa chừ")
    assert editor_of(code, "f").text() == "nửa chừ"


def test_the_list_never_takes_the_keyboard(code: CodeField) -> None:
    QTest.keyClicks(editor_of(code, "f"), "c")
    assert editor_of(code, "f").hasFocus()
    QTest.keyClicks(editor_of(code, "f"), "o con")
    assert offered(code) == ["Đồ uống có cồn"]


def test_two_people_of_one_name_are_told_apart_and_asked_about(person: PersonField) -> None:
    QTest.keyClicks(editor_of(person, "f"), "nguyen van duc")
    person.settle()
    assert person.answers() == ("Nguyễn Văn Đức · HV-0001", "Nguyễn Văn Đức · HV-0002")
    person.answer(1)
    assert person.value() == "b"


def test_a_loaded_person_is_shown_by_name_without_becoming_dirty(person: PersonField) -> None:
    before = "=c\t…"
    person.set_value("c")
    assert editor_of(person, "f").text() == "Lê Thị Hương"
    assert person.is_same(before, person.typed())


@each("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_a_person_found_for_earlier_letters_is_never_taken_by_a_quick_tab_or_enter(
    key: Qt.Key, show: Callable[[QWidget], None]
) -> None:
    window, runner = QWidget(), LateRunner()
    field = LookupField("f", HEAD, runner=runner, lookup=look_up, find=find, parent=window)
    QVBoxLayout(window).addWidget(field)
    show(window)
    field.focus()
    QTest.keyClicks(editor_of(field, "f"), "le thi")
    assert offered(field) == ["Lê Thị Hương"]
    runner.is_late = True
    QTest.keyClicks(editor_of(field, "f"), " lan")
    # The list still stands there with whom the earlier letters found.
    assert offered(field) == ["Lê Thị Hương"]
    QTest.keyClick(editor_of(field, "f"), key)
    runner.land()
    field.settle()
    assert field.choice() is None


def test_a_lookup_that_fails_says_so_and_keeps_what_was_typed(
    show: Callable[[QWidget], None], runner: InlineRunner
) -> None:
    def refuse(_uow: Any, _text: str) -> Sequence[Choice]:
        raise UserError("no", label("errors", "Không."))

    field = LookupField("f", HEAD, runner=InlineRunner(Desk(None)), lookup=refuse, find=find)
    show(field)
    QTest.keyClicks(editor_of(field, "f"), "duc")
    assert field.typed() == "~duc"
    assert field.message().startswith("Chưa tra được danh sách.")


def test_a_commune_chosen_first_brings_its_province(place: PlaceField) -> None:
    editor_of(place, "f_inner").setFocus()
    QTest.keyClicks(editor_of(place, "f_inner"), "hoan kiem")
    QTest.keyClick(editor_of(place, "f_inner"), Qt.Key.Key_Return)
    assert place.value() == Place("01", "00070")
    assert editor_of(place, "f_outer").text() == "Thành phố Hà Nội"


def test_another_province_drops_a_commune_that_is_not_in_it(place: PlaceField) -> None:
    place.set_value(Place("01", "00070"))
    editor_of(place, "f_outer").setFocus()
    editor_of(place, "f_outer").selectAll()
    QTest.keyClicks(editor_of(place, "f_outer"), "ho chi minh")
    QTest.keyClick(editor_of(place, "f_outer"), Qt.Key.Key_Return)
    assert place.value() == Place("79", None)


def test_communes_are_looked_for_in_the_chosen_province(place: PlaceField) -> None:
    place.set_value(Place("79", None))
    editor_of(place, "f_inner").setFocus()
    QTest.keyClicks(editor_of(place, "f_inner"), "phuong")
    assert offered(place) == ["Phường Sài Gòn"]


def test_no_place_is_none_and_a_place_comes_back_from_a_draft(place: PlaceField) -> None:
    assert place.value() is None
    place.set_value(Place("79", "26734"))
    typed = place.typed()
    place.set_value(None)
    place.set_typed(typed)
    assert place.value() == Place("79", "26734")
    assert place.shown(Place("79", "26734")) == "Phường Sài Gòn, Thành phố Hồ Chí Minh"
