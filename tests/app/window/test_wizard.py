"""The first run: a facility in three steps, and no way past a key that was not written down."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facility_app.app.window.login import LoginPage
from facility_app.app.window.wizard import FacilityWish, FirstRun, WizardPage, founding_fields
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.passwords import SHORTEST_PASSWORD
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.theme import Theme

KEY = "D3HV-15BC-JAGC-D26A-6SJ0-PQ7K-GXM0-CAZ3-KRYE"
PROVINCES = [("01", Label("units", "Hà Nội")), ("79", Label("units", "Hồ Chí Minh"))]
WISH = FacilityWish("Cơ sở số 1", "G01.28.12", "01", "public")


@pytest.fixture
def page(qtbot: QtBot, dressed: Theme) -> WizardPage:
    made = WizardPage(dressed, PROVINCES)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def fill(page: WizardPage) -> None:
    for name in ("name", "code", "province_code", "unit_kind"):
        page.facility_form.fields[name].set_value(getattr(WISH, name))
    page.facility_form.submit()


def test_three_steps_become_one_wish(page: WizardPage) -> None:
    asked: list[FirstRun] = []
    page.founding_asked.connect(asked.append)
    fill(page)
    assert page.admin_step.isVisible()
    for edit, text in (
        (page.admin_edit, "quantri"),
        (page.password_edit, "Khóa cửa bằng then"),
        (page.again_edit, "Khóa cửa bằng then"),
    ):
        edit.setText(text)
    page.admin_step.button.click()
    assert asked == [FirstRun(WISH, "quantri", "Khóa cửa bằng then")]
    assert founding_fields(asked[0])["code"] == "G01.28.12"


def test_enter_in_the_last_field_leads_to_the_button_that_goes_on(page: WizardPage) -> None:
    line = page.facility_form.findChild(ComposingLine, "unit_kind_edit")
    assert line is not None
    page.facility_form.focus_field("unit_kind")
    QTest.keyClicks(line, "tu nhan")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert page.facility_form.fields["unit_kind"].value() == "private"
    assert page.window().focusWidget() is page.on_button
    assert "Ctrl+Enter" in page.keys_label.text()


def test_what_the_page_says_of_ctrl_enter_holds_on_the_button_too(page: WizardPage) -> None:
    for name in ("name", "code", "province_code", "unit_kind"):
        page.facility_form.fields[name].set_value(getattr(WISH, name))
    page.on_button.setFocus()
    QTest.keyClick(page.on_button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.admin_step.isVisible()


def test_an_incomplete_facility_goes_no_further(page: WizardPage) -> None:
    page.facility_form.submit()
    assert page.facility_form.isVisible()
    assert not page.admin_step.isVisible()


def test_while_the_facility_is_founded_the_step_says_so_and_is_closed(page: WizardPage) -> None:
    fill(page)
    page.admin_edit.setFocus()
    page.set_busy(True)
    assert page.admin_step.button.text() == page.message_label.text() == "Đang lập cơ sở…"
    assert page.spinner.isVisible()
    closed = (page.admin_edit, page.password_edit, page.again_edit, page.head_box, page.back_button)
    assert not any(one.isEnabled() for one in (*closed, page.admin_step.button))
    page.set_busy(False)
    assert (page.admin_step.button.text(), page.spinner.isVisible()) == ("Lập cơ sở", False)
    assert all(one.isEnabled() for one in closed)
    assert page.window().focusWidget() is page.admin_edit
    assert not page.message_label.isVisible()


def test_how_long_a_password_must_be_is_said_before_one_fails(
    page: WizardPage, theme: Theme, qtbot: QtBot
) -> None:
    login = LoginPage(theme)
    qtbot.addWidget(login)
    for edit in (page.password_edit, login.new_edit, login.fresh_edit):
        assert str(SHORTEST_PASSWORD) in edit.accessibleDescription()
    assert [one.text() for one in page.admin_step.findChildren(QLabel) if "10 ký tự" in one.text()]


def test_a_refused_field_leads_back_to_its_step(page: WizardPage) -> None:
    fill(page)
    refusal = UserError(
        "bad_code", label("errors", "Mã cơ sở sai."), fields={"code": label("errors", "Mã cơ sở sai")}
    )
    page.refuse(refusal)
    assert page.facility_form.isVisible()


def test_the_key_must_be_typed_back_before_the_program_opens(page: WizardPage) -> None:
    finished: list[bool] = []
    page.finished.connect(lambda: finished.append(True))
    page.show_key(KEY)
    shown = page.key_step.key_label.text().replace(" – ", "-").replace("\n", "-")
    assert shown == KEY
    page.key_step.typed_edit.setText(KEY.replace("KRYE", "KRYA"))
    QTest.keyClick(page.key_step.typed_edit, Qt.Key.Key_Return)
    assert finished == []
    assert "không khớp" in page.message_label.text()
    page.key_step.typed_edit.setText(KEY.lower().replace("0", "O").replace("-", " "))
    QTest.keyClick(page.key_step.typed_edit, Qt.Key.Key_Return)
    assert finished == [True]
    assert page.key_step.key_label.text() == ""
    assert page.password_edit.text() == ""


def test_a_key_that_an_input_method_changed_says_to_switch_it_off(page: WizardPage) -> None:
    finished: list[bool] = []
    page.finished.connect(lambda: finished.append(True))
    page.show_key(KEY)
    page.key_step.typed_edit.setText("ẠM Đ8X")
    QTest.keyClick(page.key_step.typed_edit, Qt.Key.Key_Return)
    assert finished == []
    assert "tắt bộ gõ" in page.message_label.text()


@pytest.mark.parametrize("code", ["keyring_locked", "keyring_failed"])
def test_a_refused_keyring_names_no_button_and_no_key_that_are_not_there_yet(page: WizardPage, code: str) -> None:
    fill(page)
    page.refuse(EnvironmentFault(code, label("errors", "Mở bằng khóa khôi phục (--recovery-key-file).")))
    told = page.message_label.text()
    assert "khóa khôi phục" not in told
    assert page.admin_step.button.text().replace("&", "") in told
