"""The login by keyboard alone: Enter goes on, a refusal keeps what was typed, secrets do not stay."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from facility_app.app.window.login import LoginPage
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.ui.theme import Theme

WRONG = UserError("wrong_password", label("errors", "Sai tên hoặc sai mật khẩu."))
MUST_CHANGE = UserError("password_must_change", label("errors", "Hãy đổi mật khẩu trước."))
NEW_MACHINE = UserError("unknown_device", label("errors", "Máy này chưa quen tài khoản."))


@pytest.fixture
def page(qtbot: QtBot, dressed: Theme) -> LoginPage:
    made = LoginPage(dressed)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def enter(edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.setText(text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def test_enter_goes_to_the_next_field_and_then_asks(page: LoginPage, qtbot: QtBot) -> None:
    asked: list[tuple[str, str]] = []
    page.sign_in_asked.connect(lambda name, password: asked.append((name, password)))
    enter(page.name_edit, "dieuduong")
    assert asked == []
    assert page.focusWidget() is page.password_edit
    enter(page.password_edit, "mật khẩu dài")
    assert asked == [("dieuduong", "mật khẩu dài")]


def test_an_empty_field_is_named(page: LoginPage) -> None:
    page.sign_in.button.click()
    assert "Tên tài khoản" in page.message_label.text()


def test_a_refusal_keeps_what_was_typed_and_selects_the_password(page: LoginPage) -> None:
    page.name_edit.setText("dieuduong")
    page.password_edit.setText("sai rồi nhé")
    page.refuse(WRONG)
    assert "Sai tên" in page.message_label.text()
    assert (page.name_edit.text(), page.password_edit.selectedText()) == ("dieuduong", "sai rồi nhé")


def test_while_the_door_is_being_opened_nothing_is_asked_twice(page: LoginPage) -> None:
    asked: list[str] = []
    page.sign_in_asked.connect(lambda name, _password: asked.append(name))
    page.name_edit.setText("a")
    page.set_busy(True)
    enter(page.password_edit, "b")
    assert asked == []
    page.set_busy(False)
    enter(page.password_edit, "b")
    assert asked == ["a"]


def test_a_one_time_password_leads_to_a_password_of_one_s_own_typed_twice(page: LoginPage) -> None:
    asked: list[tuple[str, str, str]] = []
    page.change_asked.connect(lambda *words: asked.append(words))
    page.name_edit.setText("dieuduong")
    page.password_edit.setText("một lần")
    page.refuse(MUST_CHANGE)
    assert page.step is page.change
    enter(page.new_edit, "Mưa rơi trên mái")
    enter(page.again_edit, "Mưa rơi trên núi")
    assert asked == []
    assert "khác nhau" in page.message_label.text()
    enter(page.again_edit, "Mưa rơi trên mái")
    assert asked == [("dieuduong", "một lần", "Mưa rơi trên mái")]


def test_a_new_machine_leads_to_the_recovery_key_with_the_name_kept(page: LoginPage) -> None:
    page.name_edit.setText("dieuduong")
    page.refuse(NEW_MACHINE)
    assert page.step is page.recovery
    assert page.owner_edit.text() == "dieuduong"
    page.back_button.click()
    assert page.step is page.sign_in


def test_caps_lock_is_hinted_at_while_a_password_is_typed(page: LoginPage) -> None:
    page.password_edit.setFocus()
    QTest.keyClicks(page.password_edit, "A")
    assert page.caps_label.isVisible()
    QTest.keyClicks(page.password_edit, "a")
    assert not page.caps_label.isVisible()


def test_no_secret_stays_after_somebody_is_in(page: LoginPage) -> None:
    secrets = (page.password_edit, page.new_edit, page.again_edit, page.fresh_edit, page.key_edit)
    for edit in secrets:
        edit.setText("bí mật")
    page.forget()
    assert [edit.text() for edit in secrets] == [""] * len(secrets)
    assert page.step is page.sign_in


def test_a_key_that_an_input_method_changed_says_to_switch_it_off(page: LoginPage, qtbot: QtBot) -> None:
    page.refuse(NEW_MACHINE)
    page.key_edit.setText("ẠM Đ8X")
    with qtbot.assertNotEmitted(page.recovery_asked):
        page._on_recovery()
    assert "tắt bộ gõ" in page.message_label.text()
