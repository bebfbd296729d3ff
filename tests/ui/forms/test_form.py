"""A form shows one record and gives a new one back; its keyboard, its summary, and what guards unsaved entries."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.ui.forms.beginning import new_form
from facility_app.ui.forms.conflict import ConflictDialog, Side
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.leave import LeaveDialog
from facility_app.ui.forms.notice import Words
from facility_app.ui.forms.summary import ErrorSummary
from facility_app.ui.forms.text_fields import TextField
from facility_app.ui.theme import Theme
from tests.ui.forms.conftest import Person, editor_of, make_form

PERSON = Person(
    name="Nguyễn Văn Đức",
    sex="M",
    born_on=date(1991, 5, 4),
    card_no="079091001234",
    deposit=Money(0),
    height=Decimal("1.68"),
    is_told=True,
    note="ghi chú\nhai dòng",
    id="p1",
)
CONTROL = Qt.KeyboardModifier.ControlModifier


def summary_of(form: Form[Person]) -> tuple[str, ...]:
    """Lines of the summary; none while it is hidden."""
    summary = form.findChild(ErrorSummary)
    assert summary is not None
    return summary.lines() if summary.isVisible() else ()


def focused(form: Form[Person]) -> str:
    """Name of the widget with the keyboard."""
    here = form.window().focusWidget()
    assert here is not None
    return here.objectName()


def button_of(around: QWidget, name: str) -> QPushButton:
    """A button by name."""
    button = around.findChild(QPushButton, name)
    assert button is not None
    return button


def press(around: QWidget, name: str) -> None:
    """Click a button by name."""
    QTest.mouseClick(button_of(around, name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("person", [PERSON, Person(), replace(PERSON, is_told=None, deposit=None)])
def test_what_is_loaded_comes_back_equal_and_clean(form: Form[Person], person: Person) -> None:
    form.load(person)
    assert not form.is_dirty()
    if person.name is not None:
        assert form.value() == person
    assert not form.is_dirty()


def test_a_value_without_a_field_survives_saving(form: Form[Person]) -> None:
    form.load(PERSON)
    form.fields["note"].set_typed("khác")
    assert form.value() == replace(PERSON, note="khác")


def test_a_new_record_is_made_of_the_fields(form: Form[Person]) -> None:
    form.load(None)
    form.fields["name"].set_typed("Lê Thị Hương")
    form.fields["deposit"].set_typed("0")
    assert form.value() == Person(name="Lê Thị Hương", deposit=Money(0))


def test_troubles_are_summed_up_on_top_and_the_keyboard_goes_to_the_first(form: Form[Person]) -> None:
    form.load(replace(PERSON, name=None))
    form.fields["born_on"].set_typed("31/02/2026")
    form.fields["deposit"].set_typed("1,234")
    form.submit()
    assert summary_of(form) == (
        "Họ và tên: Cần điền mục này.",
        "Ngày sinh: “31/02/2026”: không có ngày này trong lịch. Hãy kiểm tra ngày và tháng.",
        "Tiền gửi: “1,234” có thể hiểu theo nhiều cách. Ý là: 1.234 ₫",
    )
    assert focused(form) == "name_edit"


def test_a_line_of_the_summary_leads_to_its_field(form: Form[Person]) -> None:
    form.load(replace(PERSON, name=None))
    form.fields["born_on"].set_typed("xyz")
    form.submit()
    summary = form.findChild(ErrorSummary)
    assert summary is not None
    summary.asked_for.emit("born_on")
    assert focused(form) == "born_on_edit"


def test_the_summary_shrinks_as_troubles_are_mended(form: Form[Person]) -> None:
    form.load(replace(PERSON, name=None))
    form.submit()
    QTest.keyClicks(editor_of(form, "name"), "An")
    QTest.keyClick(editor_of(form, "name"), Qt.Key.Key_Return)
    assert summary_of(form) == ()


def test_nothing_is_submitted_while_something_is_wrong(form: Form[Person], qtbot: QtBot) -> None:
    form.load(replace(PERSON, name=None))
    with qtbot.assertNotEmitted(form.submitted):
        form.submit()
    with pytest.raises(UserError) as refused:
        form.values()
    assert set(refused.value.fields) == {"name"}


def test_a_services_refusal_is_shown_at_its_fields_and_its_sentence_on_top(form: Form[Person]) -> None:
    form.load(PERSON)
    form.show_refusal(
        UserError(
            "twice",
            label("errors", "Số {number} đã có ở hồ sơ khác."),
            fields={"card_no": label("errors", "Số {number} đã có."), "elsewhere": label("errors", "Khác.")},
            number="079",
        )
    )
    assert form.fields["card_no"].message() == "Số 079 đã có."
    assert summary_of(form) == ("Số 079 đã có ở hồ sơ khác.", "Số căn cước: Số 079 đã có.")
    assert focused(form) == "card_no_edit"


def test_a_refused_field_may_be_changed_and_saved(form: Form[Person], qtbot: QtBot) -> None:
    form.load(PERSON)
    form.errors({"card_no": Words(label("errors", "Số đã có."))})
    form.fields["card_no"].set_typed("079091001235")
    with qtbot.waitSignal(form.submitted):
        form.submit()


def test_enter_goes_to_the_next_open_field_and_last_to_the_button(form: Form[Person]) -> None:
    form.load(PERSON)
    form.fields["sex"].set_why_not(label("ui", "Theo giấy tờ."))
    form.focus_field("name")
    QTest.keyClick(editor_of(form, "name"), Qt.Key.Key_Return)
    assert focused(form) == "born_on_edit"
    form.focus_field("height")
    QTest.keyClick(editor_of(form, "height"), Qt.Key.Key_Return)
    assert focused(form) == "is_told_edit"
    form.fields["note"].go_on.emit()
    assert focused(form) == "save"


def test_tab_goes_through_the_fields_in_their_order(form: Form[Person]) -> None:
    form.load(PERSON)
    form.focus_field("name")
    seen = []
    for _ in range(7):
        seen.append(focused(form))
        widget = form.window().focusWidget()
        assert widget is not None
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert seen == [f"{name}_edit" for name in list(form.fields)[:7]]


def test_esc_goes_back_to_what_was_loaded_and_can_be_taken_back(form: Form[Person]) -> None:
    form.load(PERSON)
    form.focus_field("name")
    QTest.keyClicks(editor_of(form, "name"), " An")
    QTest.keyClick(editor_of(form, "name"), Qt.Key.Key_Escape)
    assert (form.value(), form.is_dirty()) == (PERSON, False)
    form.take_back()
    assert form.value().name == "Nguyễn Văn Đức An"


def test_esc_in_a_clean_form_belongs_to_the_window_around_it(form: Form[Person], qtbot: QtBot) -> None:
    form.load(PERSON)
    with qtbot.assertNotEmitted(form.edited):
        QTest.keyClick(editor_of(form, "name"), Qt.Key.Key_Escape)
    assert form.value() == PERSON


def test_ctrl_d_copies_the_field_from_the_record_above(form: Form[Person]) -> None:
    def above() -> Mapping[str, object]:
        return {"born_on": date(1990, 1, 2), "name": "Người trên"}

    form.set_above(above)
    form.load(PERSON)
    form.focus_field("born_on")
    QTest.keyClick(editor_of(form, "born_on"), Qt.Key.Key_D, CONTROL)
    assert (form.value().born_on, form.value().name) == (date(1990, 1, 2), PERSON.name)
    form.focus_field("card_no")
    QTest.keyClick(editor_of(form, "card_no"), Qt.Key.Key_D, CONTROL)
    assert form.value().card_no == PERSON.card_no


def test_what_is_typed_while_saving_stays_and_is_unsaved(form: Form[Person]) -> None:
    form.load(PERSON)
    form.fields["note"].set_typed("một")
    form.submit()
    form.fields["note"].set_typed("một hai")
    form.saved(replace(PERSON, note="một"))
    assert form.draft() == {"note": "một hai"}


def test_after_saving_the_form_is_clean(form: Form[Person], qtbot: QtBot) -> None:
    form.load(PERSON)
    form.fields["note"].set_typed("một")
    form.submit()
    with qtbot.waitSignal(form.was_saved):
        form.saved(replace(PERSON, note="một"))
    assert not form.is_dirty()


def test_a_clean_form_is_left_without_a_question(form: Form[Person]) -> None:
    left: list[bool] = []
    form.load(PERSON)
    form.leave(lambda: left.append(True))
    assert left == [True]


@pytest.mark.parametrize(("answer", "is_left", "is_dirty"), [("give_up", True, False), ("stay", False, True)])
def test_a_dirty_form_asks_before_it_is_left(
    form: Form[Person], qtbot: QtBot, answer: str, is_left: bool, is_dirty: bool
) -> None:
    left: list[bool] = []
    form.load(PERSON)
    form.fields["note"].set_typed("một")
    form.leave(lambda: left.append(True))
    dialog = form.findChild(LeaveDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.answered):
        press(dialog, answer)
    assert (left == [True], form.is_dirty()) == (is_left, is_dirty)


def test_staying_brings_the_keyboard_back_to_the_field_it_was_in(form: Form[Person], qtbot: QtBot) -> None:
    form.load(PERSON)
    form.focus_field("card_no")
    form.fields["note"].set_typed("một")
    button_of(form, "save").setFocus()  # as one goes to the rail
    form.leave(lambda: None)
    dialog = form.findChild(LeaveDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.answered):
        dialog.reject()
    assert focused(form) == "card_no_edit"


def test_a_form_opened_again_gives_the_keyboard_back_to_the_field_it_was_in(
    form: Form[Person], qtbot: QtBot
) -> None:
    form.focus_field("card_no")
    form.set_held(is_held=True)
    assert not editor_of(form, "card_no").hasFocus()
    form.set_held(is_held=False)
    qtbot.waitUntil(editor_of(form, "card_no").hasFocus)


def test_a_form_held_again_before_it_gave_the_keyboard_back_still_gives_it_back(
    form: Form[Person], qtbot: QtBot
) -> None:
    form.focus_field("card_no")
    form.set_held(is_held=True)
    form.set_held(is_held=False)
    form.set_held(is_held=True)
    with qtbot.waitCallback() as later:
        QTimer.singleShot(0, later)
    assert not editor_of(form, "card_no").hasFocus()
    form.set_held(is_held=False)
    qtbot.waitUntil(editor_of(form, "card_no").hasFocus)


def test_a_new_record_that_began_with_proposals_never_speaks_of_a_saved_version(form: Form[Person]) -> None:
    form.propose(PERSON)
    for _ in range(2):
        assert button_of(form, "back").text() == "Bỏ những gì đã gõ"
        form.fields["note"].set_typed("một")
        form.go_back()
        assert form.note_text().startswith("Đã bỏ những gì đã gõ")
        assert form.fields["name"].typed() == PERSON.name
    form.saved(PERSON)
    assert button_of(form, "back").text() == "Trở về bản đã lưu"


def test_a_form_shown_anew_says_so_after_its_values_and_its_draft(form: Form[Person]) -> None:
    seen: list[object] = []
    form.shown_anew.connect(lambda: seen.append(form.fields["sex"].typed()))
    form.load(PERSON)
    form.restore({"sex": "=F\tNữ"})
    form.load(None)
    assert seen == ["=M\tNam", "=F\tNữ", ""]


def test_a_record_never_saved_is_emptied_not_brought_back(form: Form[Person]) -> None:
    form.load(None)
    assert button_of(form, "back").text() == "Xóa hết những gì đã gõ"
    form.fields["note"].set_typed("một")
    form.go_back()
    assert "Đã xóa" in form.note_text()
    form.load(PERSON)
    assert button_of(form, "back").text() == "Trở về bản đã lưu"


def test_a_dirty_form_is_left_after_it_was_saved(form: Form[Person], qtbot: QtBot) -> None:
    left: list[bool] = []
    form.load(PERSON)
    form.fields["note"].set_typed("một")
    form.leave(lambda: left.append(True))
    dialog = form.findChild(LeaveDialog)
    assert dialog is not None
    with qtbot.waitSignal(form.submitted):
        press(dialog, "save")
    assert left == []
    form.saved(replace(PERSON, note="một"))
    assert left == [True]


def test_a_form_that_could_not_be_saved_is_not_left_later(form: Form[Person], qtbot: QtBot) -> None:
    left: list[bool] = []
    form.load(PERSON)
    form.fields["note"].set_typed("một")
    form.leave(lambda: left.append(True))
    dialog = form.findChild(LeaveDialog)
    assert dialog is not None
    with qtbot.waitSignal(form.submitted):
        press(dialog, "save")
    form.errors({"note": Words(label("errors", "Không được."))})
    form.fields["note"].set_typed("hai")
    form.submit()
    form.saved(replace(PERSON, note="hai"))
    assert left == []


def test_ctrl_enter_in_a_note_saves_and_enter_makes_a_new_line(form: Form[Person], qtbot: QtBot) -> None:
    form.load(PERSON)
    form.focus_field("note")
    note = form.window().focusWidget()
    assert note is not None
    QTest.keyClick(note, Qt.Key.Key_Return)
    with qtbot.waitSignal(form.submitted) as told:
        QTest.keyClick(note, Qt.Key.Key_Return, CONTROL)
    assert told.args is not None
    assert form.fields["note"].typed().count("\n") == 2


def test_enter_and_tab_pass_a_tick_and_f1_says_why_it_is_closed(form: Form[Person]) -> None:
    form.load(PERSON)
    form.focus_field("is_told")
    tick = form.window().focusWidget()
    assert tick is not None
    QTest.keyClick(tick, Qt.Key.Key_Return)
    assert focused(form) == "note_edit"
    form.fields["is_told"].set_why_not(label("ui", "Đã ký biên bản."))
    QTest.keyClick(form.fields["is_told"], Qt.Key.Key_F1)
    assert form.fields["is_told"].message() == "Đã ký biên bản."
    QTest.keyClick(form.fields["is_told"], Qt.Key.Key_F1)
    assert form.fields["is_told"].message() == ""


def test_every_kind_of_field_shows_itself_in_a_conflict(form: Form[Person]) -> None:
    form.load(PERSON)
    theirs = Person(name="Khác", is_told=False, height=Decimal("1.7"), deposit=Money(5), born_on=date(1990, 1, 1))
    rows = {row.name: (row.mine, row.theirs) for row in form.conflicts(theirs)}
    assert rows == {
        "name": ("Nguyễn Văn Đức", "Khác"),
        "sex": ("Nam", ""),
        "born_on": ("04/05/1991", "01/01/1990"),
        "card_no": ("079091001234", ""),
        "deposit": ("0 ₫", "5 ₫"),
        "height": ("1,68", "1,7"),
        "is_told": ("Có", "Không"),
        "note": ("ghi chú\nhai dòng", ""),
    }


def test_the_buttons_do_what_the_keys_do(form: Form[Person], qtbot: QtBot) -> None:
    form.load(PERSON)
    form.fields["note"].set_typed("một")
    with qtbot.waitSignal(form.submitted):
        press(form, "save")
    press(form, "back")
    assert form.value() == PERSON


def test_a_conflict_shows_what_differs_and_proposes_the_side_that_changed(form: Form[Person]) -> None:
    form.load(PERSON)
    form.fields["name"].set_typed("Nguyễn Văn Đực")
    form.fields["born_on"].set_typed("5/5/91")
    theirs = replace(PERSON, name="Nguyễn Văn Dức", sex="F")
    rows = {row.name: row for row in form.conflicts(theirs)}
    assert {name: row.proposed for name, row in rows.items()} == {
        "name": None,
        "sex": Side.THEIRS,
        "born_on": Side.MINE,
    }
    assert (rows["sex"].base, rows["sex"].mine, rows["sex"].theirs) == ("Nam", "Nam", "Nữ")


def test_the_same_change_on_both_sides_is_no_question(form: Form[Person]) -> None:
    form.load(PERSON)
    form.fields["note"].set_typed("như nhau")
    (row,) = form.conflicts(replace(PERSON, note="như nhau"))
    assert not row.is_open
    assert row.proposed is not None


def test_a_conflict_is_settled_field_by_field(form: Form[Person], qtbot: QtBot) -> None:
    form.load(PERSON)
    form.fields["name"].set_typed("Của tôi")
    form.fields["note"].set_typed("của tôi")
    theirs = replace(PERSON, name="Của họ", note="của họ", sex="F")
    dialog = ConflictDialog(form.conflicts(theirs), "Trần Thị B lưu lúc 08:15.", form)
    dialog.open()
    take = dialog.findChild(QPushButton, "take")
    assert take is not None
    assert not take.isEnabled()
    dialog.choose("name", Side.MINE)
    dialog.choose("note", Side.THEIRS)
    with qtbot.waitSignal(dialog.decided) as told:
        QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    assert told.args is not None
    form.resolve(theirs, told.args[0])
    assert form.value() == replace(theirs, name="Của tôi")
    assert form.draft() == {"name": "Của tôi"}


def test_going_back_from_a_conflict_keeps_everything_typed(form: Form[Person]) -> None:
    form.load(PERSON)
    form.fields["note"].set_typed("của tôi")
    dialog = ConflictDialog(form.conflicts(replace(PERSON, note="của họ")), "", form)
    dialog.open()
    press(dialog, "stay")
    assert form.draft() == {"note": "của tôi"}


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.0), (False, 1.5), (True, 2.0)])
def test_nothing_is_clipped_in_any_look(dressed: Theme, qtbot: QtBot, dark: bool, scale: float) -> None:
    dressed.set(dark=dark, scale=scale)
    form = make_form()
    qtbot.addWidget(form)
    form.resize(1366 - 220, 668)
    form.show()
    form.load(replace(PERSON, name=None))
    form.fields["born_on"].set_typed("12/31/2025")
    form.submit()
    form.grab()
    for field in form.fields.values():
        assert field.height() >= field.minimumSizeHint().height()
        assert field.width() >= field.minimumSizeHint().width()
    assert form.minimumSizeHint().width() <= 1366 - 220


def test_boxes_of_a_row_stand_in_one_line_whether_they_have_a_hint_or_not(dressed: Theme, qtbot: QtBot) -> None:
    form = new_form()
    plain = TextField("dose", label("test", "Liều một lần"))
    told = TextField("hours", label("test", "Giờ dùng"), hint=label("test", "8 14 20 · hoặc sáng trưa chiều tối"))
    form.add(plain, told, spans=(4, 8))
    qtbot.addWidget(form)
    form.resize(500, 300)
    form.show()
    tops = [editor_of(form, name).mapTo(form, QPoint()).y() for name in ("dose", "hours")]
    assert tops[0] == tops[1]
