"""Security settings, the table of rights, one's own password; and which of the pages a role finds at all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.passwords import SHORTEST_PASSWORD
from facility_app.modules.access.queries import SecurityRow, get_security
from facility_app.modules.access.ui.entry import pages
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.password import password_dialog
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import State
from tests.helpers.cases import each
from tests.helpers.facility import DEVICE, Facility
from tests.helpers.slots import WEAK
from tests.modules.access.conftest import FIRST
from tests.modules.access.deeds import asked, trail
from tests.modules.access.seats import Seat, press


@pytest.fixture
def seat(facility: Facility, dressed: Theme, qtbot: QtBot) -> Seat:
    return Seat(facility, facility.admin, dressed, qtbot)


def test_choices_about_safety_are_saved_for_the_whole_facility(seat: Seat) -> None:
    page = seat.open("access.security")
    form = page.form
    assert [form.fields[name].typed() for name in form.fields] == ["10", "60", "180"]
    form.fields["lock_minutes"].set_typed("5")
    press(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked(seat.facility, seat.actor, get_security) == SecurityRow(5, 60, 180)
    assert not page.has_unsaved()
    assert seat.said[-1][1] is Tone.OK


@pytest.mark.parametrize("typed", ["0", "61", "", "hai"])
def test_a_screen_that_never_locks_is_refused(seat: Seat, typed: str) -> None:
    page = seat.open("access.security")
    page.form.fields["lock_minutes"].set_typed(typed)
    page.form.submit()
    assert page.form.fields["lock_minutes"].message() != ""
    assert asked(seat.facility, seat.actor, get_security).lock_minutes == 10


def test_what_is_typed_survives_somebody_elses_saving(seat: Seat) -> None:
    page = seat.open("access.security")
    page.form.fields["grant_days"].set_typed("90")
    page.read()
    assert page.form.fields["grant_days"].typed() == "90"


def test_the_table_of_rights_says_each_cell_in_words(seat: Seat) -> None:
    page = seat.open("access.roles")
    said: list[str] = []
    page.summary_changed.connect(said.append)
    page.search.setText("them tai khoan")
    press(page.search, Qt.Key.Key_Return)
    assert [row.id for row in page.model.rows()] == ["access.add_user"]
    press(page.search, Qt.Key.Key_Down)
    assert said[-1] == "Quản trị, Thêm tài khoản: được"
    press(page.table, Qt.Key.Key_Right)
    assert said[-1] == "Người đứng đầu cơ sở, Thêm tài khoản: không"
    assert page.model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == said[-1]


def test_the_table_is_narrowed_to_what_one_role_may(seat: Seat) -> None:
    page = seat.open("access.roles")
    every = page.model.rowCount()
    page.filters.set_values({"role": Role.AUDITOR.value})
    page.filters.filtered.emit({})
    rows = page.model.rows()
    assert 0 < len(rows) < every
    assert all(row.is_held_by(Role.AUDITOR) for row in rows)
    page.search.set_text("không có việc này")
    assert page.states.state() is State.EMPTY
    page.states.action_requested.emit()
    assert page.model.rowCount() == every


def test_nothing_in_the_table_can_be_changed(seat: Seat) -> None:
    page = seat.open("access.roles")
    before = trail(seat.facility)
    page.table.setCurrentIndex(page.model.index(0, 1))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_F2):
        press(page.table, key)
    assert not page.model.flags(page.model.index(0, 1)) & Qt.ItemFlag.ItemIsEditable
    assert trail(seat.facility) == before


def test_ones_own_password_is_typed_twice_by_whoever_knows_the_present_one(seat: Seat) -> None:
    window = QWidget()
    seat.show(window)
    dialog = password_dialog(seat.context, window)
    assert str(SHORTEST_PASSWORD) in dialog.rule_label.text()
    assert dialog.new_edit.accessibleDescription() == dialog.rule_label.text()
    for present, first, second, words in (
        ("", "", "", "ô đầu"),
        (FIRST, "", "", "cả hai ô"),
        (FIRST, "một câu dài", "một câu khác", "khác nhau"),
        ("đoán mò", "một câu dài", "một câu dài", "đang dùng không đúng"),
        (FIRST, WEAK, WEAK, "quá yếu"),
    ):
        dialog.present_edit.setText(present)
        dialog.new_edit.setText(first)
        dialog.again_edit.setText(second)
        press(dialog.again_edit, Qt.Key.Key_Return)
        assert words in dialog.error_label.text()
        assert seat.facility.slots.done == []
    for edit in (dialog.present_edit, dialog.new_edit, dialog.again_edit):
        edit.clear()
    QTest.keyClicks(dialog.present_edit, "x")
    dialog.present_edit.setText(FIRST)
    press(dialog.present_edit, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.new_edit
    QTest.keyClicks(dialog.new_edit, "mot cau dai de nho")
    press(dialog.new_edit, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.again_edit
    QTest.keyClicks(dialog.again_edit, "mot cau dai de nho")
    press(dialog.again_edit, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert [edit.text() for edit in (dialog.present_edit, dialog.new_edit, dialog.again_edit)] == [""] * 3
    assert seat.facility.slots.done[-1] == ("put", "Quản Trị", "mot cau dai de nho", "closing others")
    assert seat.said[-1][1] is Tone.OK


@each(
    ("role", "found"),
    [
        (Role.ADMIN, {"accounts", "roles", "break_glass", "trail", "sign_ins", "security"}),
        (Role.HEAD, {"roles", "grants", "break_glass", "alarms", "trail", "sign_ins", "security"}),
        (Role.AUDITOR, {"roles", "trail", "sign_ins"}),
        (Role.DOCTOR, {"grants", "break_glass"}),
        (Role.GUARD, {"break_glass"}),
    ],
)
def test_a_role_finds_only_the_pages_it_may_use(role: Role, found: set[str]) -> None:
    actor = Actor("1" * 32, frozenset({role}), DEVICE)
    assert {spec.id.removeprefix("access.") for spec in pages(House()) if spec.is_open_to(actor)} == found
