"""Questions: verbs on the buttons, closing means no, and nothing typed is lost on the way to the answer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facility_app.kernel.labels import label
from facility_app.ui.dialogs import (
    Choice,
    CodeDialog,
    CountersignDialog,
    DialogFrame,
    OnceWords,
    Question,
    ReasonDialog,
    ShownOnce,
)
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import Loudness

Compose = Callable[..., None]
TITLE = label("ui", "Bỏ bản nháp?")
VERB = label("verbs", "Bỏ bản nháp")


@pytest.fixture
def window(dressed: Theme, qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    yield made
    for dialog in made.findChildren(DialogFrame):
        dialog.close()


@dataclass
class Told:
    """Everything a dialog told."""

    all: list[Any] = field(default_factory=list)

    def hear(self, *told: object) -> None:
        self.all.append(told[0] if told else "told")


@pytest.fixture
def told() -> Told:
    return Told()


def question(theme: Theme, window: QWidget) -> Question:
    choices = [
        Choice("drop", VERB, Loudness.DANGER),
        Choice("keep", label("verbs", "Khôi phục"), Loudness.PRIMARY),
    ]
    return Question(theme, TITLE, "", choices, parent=window)


def test_question_answers_with_the_choice_taken(theme: Theme, window: QWidget, told: Told) -> None:
    asked = question(theme, window)
    asked.answered.connect(told.hear)
    asked.open()
    asked.button("keep").click()
    assert told.all == ["keep"]
    assert not asked.isVisible()


def test_esc_means_no_and_tells_nothing(theme: Theme, window: QWidget, told: Told) -> None:
    asked = question(theme, window)
    asked.answered.connect(told.hear)
    asked.open()
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert told.all == []
    assert not asked.isVisible()


def test_enter_never_takes_the_dangerous_choice(theme: Theme, window: QWidget) -> None:
    asked = question(theme, window)
    assert asked.button("keep").isDefault()
    only_danger = Question(theme, TITLE, "", [Choice("drop", VERB, Loudness.DANGER)], parent=window)
    assert not only_danger.button("drop").isDefault()
    defaults = [one.objectName() for one in only_danger.findChildren(QPushButton) if one.isDefault()]
    assert defaults == ["refuse_button"]


def test_no_button_of_any_dialog_says_ok(theme: Theme, window: QWidget) -> None:
    dialogs = (
        question(theme, window),
        ReasonDialog(theme, TITLE, verb=VERB, parent=window),
        CodeDialog(theme, TITLE, code="26-0388", verb=VERB, parent=window),
        CountersignDialog(theme, TITLE, check=lambda _n, _p, _a: None, parent=window),
    )
    texts = {button.text() for dialog in dialogs for button in dialog.findChildren(QPushButton)}
    assert texts == {"Không làm nữa", "Bỏ bản nháp", "Khôi phục", "Ký xác nhận"}


def test_reason_is_given_in_nfc_without_blanks_around(
    theme: Theme, window: QWidget, told: Told, compose: Compose
) -> None:
    asked = ReasonDialog(theme, TITLE, verb=VERB, parent=window)
    asked.given.connect(told.hear)
    asked.open()
    asked.reason_edit.setPlainText("  Ghi nhầm ngươ\u0300i ")
    asked.give_button.click()
    assert told.all == ["Ghi nhầm người"]


def test_word_being_composed_is_part_of_the_reason(
    theme: Theme, window: QWidget, told: Told, compose: Compose
) -> None:
    asked = ReasonDialog(theme, TITLE, verb=VERB, parent=window)
    asked.given.connect(told.hear)
    asked.open()
    compose(asked.reason_edit, "", "Ghi nhầm ")
    compose(asked.reason_edit, "giờ")
    QTest.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.all == ["Ghi nhầm giờ"]


@pytest.mark.parametrize("typed", ["", "   ", "....!", "x"])
def test_reason_that_says_nothing_is_asked_for_again(
    theme: Theme, window: QWidget, told: Told, typed: str
) -> None:
    asked = ReasonDialog(theme, TITLE, verb=VERB, parent=window)
    asked.given.connect(told.hear)
    asked.open()
    asked.reason_edit.setPlainText(typed)
    asked.give_button.click()
    assert told.all == []
    assert asked.isVisible()
    assert "ít nhất 5 chữ cái" in asked.error_label.text()
    asked.reason_edit.setPlainText("Ghi nhầm người")
    assert not asked.error_label.isVisible()


def test_reason_too_long_is_said_with_how_much_too_long(theme: Theme, window: QWidget, told: Told) -> None:
    asked = ReasonDialog(theme, TITLE, verb=VERB, limit=20, parent=window)
    asked.given.connect(told.hear)
    asked.open()
    asked.reason_edit.setPlainText("a" * 23)
    asked.give_button.click()
    assert told.all == []
    assert "bớt 3 ký tự" in asked.error_label.text()


def test_frequent_reason_begins_the_text_and_keeps_what_was_typed(theme: Theme, window: QWidget) -> None:
    frequent = (label("ui", "Ghi nhầm người"), label("ui", "Đo lại"))
    asked = ReasonDialog(theme, TITLE, verb=VERB, frequent=frequent, parent=window)
    asked.open()
    offers = [one for one in asked.findChildren(QPushButton) if one.property("kind") == "link"]
    offers[0].click()
    offers[1].click()
    assert asked.reason() == "Ghi nhầm người. Đo lại"


@pytest.mark.parametrize("typed", ["26-0388", "260388", " 26 - 0388 "])
def test_code_confirms_however_it_is_spaced(theme: Theme, window: QWidget, told: Told, typed: str) -> None:
    asked = CodeDialog(theme, TITLE, code="26-0388", verb=VERB, parent=window)
    asked.confirmed.connect(told.hear)
    asked.open()
    asked.code_edit.setText(typed)
    asked.confirm_button.click()
    assert told.all == ["told"]


@pytest.mark.parametrize("typed", ["", "26-0389", "26-038", "26-03880"])
def test_other_code_confirms_nothing(theme: Theme, window: QWidget, told: Told, typed: str) -> None:
    asked = CodeDialog(theme, TITLE, code="26-0388", verb=VERB, parent=window)
    asked.confirmed.connect(told.hear)
    asked.open()
    asked.code_edit.setText(typed)
    assert not asked.confirm_button.isEnabled()
    QTest.keyClick(asked.code_edit, Qt.Key.Key_Return)
    assert told.all == []
    assert "26-0388" in asked.error_label.text()
    assert asked.isVisible()


@dataclass
class Checker:
    """Checks a password when the test says so."""

    asked: list[tuple[str, str]] = field(default_factory=list)
    answers: list[Callable[[str], None]] = field(default_factory=list)

    def check(self, name: str, password: str, answer: Callable[[str], None]) -> None:
        self.asked.append((name, password))
        self.answers.append(answer)


@pytest.fixture
def checker() -> Checker:
    return Checker()


@pytest.fixture
def countersign(theme: Theme, window: QWidget, checker: Checker, told: Told) -> CountersignDialog:
    made = CountersignDialog(theme, TITLE, check=checker.check, parent=window)
    made.signed.connect(told.hear)
    made.open()
    made.name_edit.setText("lan")
    made.password_edit.setText("mật khẩu dài của Lan")
    return made


def test_second_person_signs_after_the_check(countersign: CountersignDialog, checker: Checker, told: Told) -> None:
    countersign.sign_button.click()
    assert checker.asked == [("lan", "mật khẩu dài của Lan")]
    assert told.all == []
    checker.answers[0]("")
    assert told.all == ["lan"]
    assert countersign.password_edit.text() == ""


def test_refusal_is_said_and_the_password_can_be_typed_again(
    countersign: CountersignDialog, checker: Checker, told: Told
) -> None:
    countersign.sign_button.click()
    assert not countersign.sign_button.isEnabled()
    checker.answers[0]("Mật khẩu không đúng.")
    assert countersign.error_label.text() == "Mật khẩu không đúng."
    assert countersign.sign_button.isEnabled()
    assert countersign.password_edit.selectedText() != ""
    assert told.all == []


def test_answer_after_giving_up_signs_nothing(
    countersign: CountersignDialog, checker: Checker, told: Told
) -> None:
    countersign.sign_button.click()
    countersign.reject()
    checker.answers[0]("")
    assert told.all == []


def test_sign_is_asked_for_once_only(countersign: CountersignDialog, checker: Checker) -> None:
    countersign.sign_button.click()
    countersign.sign_button.click()
    QTest.keyClick(countersign.password_edit, Qt.Key.Key_Return)
    assert len(checker.asked) == 1


def test_without_name_or_password_nothing_is_checked(countersign: CountersignDialog, checker: Checker) -> None:
    countersign.password_edit.clear()
    countersign.sign_button.click()
    assert checker.asked == []
    assert "người ký thứ hai" in countersign.error_label.text()


def test_caps_lock_is_told_by_large_letters_without_shift(countersign: CountersignDialog) -> None:
    # Typing a large letter in a test presses Shift; with Caps Lock a small one comes out while Shift is held.
    QTest.keyClicks(countersign.password_edit, "a", Qt.KeyboardModifier.ShiftModifier)
    assert countersign.caps_label.isVisible()
    QTest.keyClicks(countersign.password_edit, "a")
    assert not countersign.caps_label.isVisible()


def test_password_cannot_be_brought_back_by_undo(countersign: CountersignDialog) -> None:
    countersign.password_edit.forget()
    countersign.password_edit.undo()
    assert countersign.password_edit.text() == ""


def test_a_secret_stays_until_somebody_says_it_is_copied_whatever_key_is_pressed(
    window: QWidget, dressed: Theme, told: Told
) -> None:
    lost = label("ui", "Đóng lại là mất mã này.")
    said = OnceWords("Mã mở", "Chép ra giấy.", "Mã", label("ui", "Tôi đã chép"), label("verbs", "Xong"), lost)
    shown = ShownOnce(dressed, "ZPBQ-GRVZ", said, window)
    shown.finished.connect(told.hear)
    shown.ask()
    assert shown.focusWidget() is shown.copied_box
    assert "ZPBQ-GRVZ" in shown.secret_label.accessibleName()
    for leave in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        QTest.keyClick(shown, leave)
        shown.close()
        assert (shown.isVisible(), shown.secret_label.text(), told.all) == (True, "ZPBQ-GRVZ", [])
    assert (shown.error_label.text(), shown.close_button.why_not()) == (tr(lost), tr(lost))
    assert not shown.close_button.button.isEnabled()
    QTest.keyClick(shown.copied_box, Qt.Key.Key_Space)
    assert shown.error_label.isHidden()
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert told.all == [1]
    assert (shown.secret_label.text(), shown.secret_label.accessibleName()) == ("", "")
