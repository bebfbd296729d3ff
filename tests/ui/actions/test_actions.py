"""What can be done: said on buttons, keys and in menus, and why not when it cannot."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Actor, Permission, Role
from facility_app.kernel.labels import label
from facility_app.ui.actions import ActionBar, ActionMenu, Command, clashes, why_not
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.shell.spec import ActionSpec
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import Note

NURSE = Actor("lan", frozenset({Role.NURSE}), "desk")
PLACE = Permission("housing.place", label("permissions", "Xếp giường"), frozenset({Role.GUARD, Role.INTAKE}))


@dataclass
class Deeds:
    """What was done, and what stands in its way."""

    done: list[str] = field(default_factory=list)
    reason: str = ""

    def save(self) -> None:
        self.done.append("save")

    def show(self) -> None:
        self.done.append("print")

    def why_not(self) -> str | None:
        return self.reason or None


@pytest.fixture
def deeds() -> Deeds:
    return Deeds()


@pytest.fixture
def specs(deeds: Deeds) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("x.save", label("verbs", "Lưu"), deeds.save, shortcut="Ctrl+S", why_not=deeds.why_not),
        ActionSpec("x.print", label("verbs", "&In quân số"), deeds.show, icon="printer", shortcut="Ctrl+P"),
        ActionSpec("x.place", label("verbs", "Xếp giường"), deeds.save, permission=PLACE),
        ActionSpec("x.old", label("verbs", "Xem ngày trước"), deeds.show, is_in_menu=True),
    )


@pytest.fixture
def bar(dressed: Theme, qtbot: QtBot, specs: tuple[ActionSpec, ...]) -> ActionBar:
    made = ActionBar(dressed, NURSE, is_loud=True)
    qtbot.addWidget(made)
    made.set_actions(specs)
    made.resize(900, 40)
    with qtbot.waitExposed(made):
        made.show()
    return made


def verbs(bar: ActionBar) -> list[str]:
    return [button.button.text().strip() for button in bar.buttons()]


def test_missing_right_names_the_right_and_who_holds_it(specs: tuple[ActionSpec, ...]) -> None:
    assert why_not(specs[2], NURSE) == "Cần quyền “Xếp giường”. Người có quyền: Bảo vệ, Tiếp nhận."
    assert why_not(specs[2], Actor("ba", frozenset({Role.GUARD}), "desk")) is None


def test_first_action_is_the_loud_one_at_the_right(bar: ActionBar) -> None:
    first = bar.buttons()[0]
    assert first.button.property("kind") == "primary"
    assert all(first.x() > other.x() for other in bar.buttons()[1:])
    assert [one.button.property("kind") for one in bar.buttons()[1:]] == ["plain", "plain"]


def test_what_cannot_be_done_is_disabled_and_says_why(bar: ActionBar) -> None:
    place = bar.buttons()[2]
    assert not place.button.isEnabled()
    assert place.why_not().startswith("Cần quyền “Xếp giường”")
    place.tell()
    note = place.findChild(Note)
    assert note is not None
    assert note.text() == place.why_not()


def test_recheck_takes_up_a_reason_and_lets_it_go(bar: ActionBar, deeds: Deeds) -> None:
    deeds.reason = "Chưa chọn người nào."
    bar.recheck()
    assert not bar.buttons()[0].button.isEnabled()
    deeds.reason = ""
    bar.recheck()
    assert bar.buttons()[0].button.isEnabled()


def test_shortcut_does_it_and_never_where_the_button_could_not(bar: ActionBar, deeds: Deeds, qtbot: QtBot) -> None:
    QTest.keyClick(bar, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    # The reason arose after the last recheck: the key asks again.
    deeds.reason = "Đang lưu."
    QTest.keyClick(bar, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert deeds.done == ["save"]


def test_shortcut_sleeps_while_the_bar_is_hidden(
    dressed: Theme, qtbot: QtBot, deeds: Deeds, specs: tuple[ActionSpec, ...]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    inside = ActionBar(dressed, NURSE, window, is_loud=True)
    inside.set_actions(specs)
    with qtbot.waitExposed(window):
        window.show()
    inside.hide()
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert deeds.done == []
    inside.show()
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert deeds.done == ["save"]


def test_the_tab_key_goes_through_the_bar_from_left_to_right_where_the_bar_stands_on_the_page(
    dressed: Theme, qtbot: QtBot, specs: tuple[ActionSpec, ...]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box, inside, below = (
        QVBoxLayout(window),
        ActionBar(dressed, NURSE, window),
        ComposingLine(window),
    )
    for widget in (inside, below):
        box.addWidget(widget)
    window.resize(900, 120)
    # What can be done is known once the page was read: later than what stands below it was made.
    for _ in range(2):
        inside.set_actions(specs[:1])
        inside.set_actions(specs)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    stops = [inside.buttons()[place].stops()[place == 2] for place in (2, 1, 0)]
    stops[0].setFocus()
    passed = []
    for _ in range(5):
        passed.append(window.focusWidget())
        QTest.keyClick(passed[-1], Qt.Key.Key_Tab)
    assert passed == [*stops, inside.more_button, below]


def test_buttons_without_room_go_behind_the_dots_and_come_back(bar: ActionBar) -> None:
    assert verbs(bar) == ["Lưu", "&In quân số", "Xếp giường"]
    assert [one.spec.id for one in bar.behind_the_dots()] == ["x.old"]
    bar.resize(bar.minimumSizeHint().width() + 4, 40)
    assert verbs(bar) == ["Lưu"]
    assert [one.spec.id for one in bar.behind_the_dots()] == ["x.print", "x.place", "x.old"]
    assert bar.more_button.isVisible()
    bar.resize(900, 40)
    assert len(verbs(bar)) == 3


def test_bar_asks_for_room_for_all_its_buttons(bar: ActionBar) -> None:
    bar.resize(bar.sizeHint())
    assert len(verbs(bar)) == 3


def test_without_anything_behind_there_are_no_dots(bar: ActionBar, specs: tuple[ActionSpec, ...]) -> None:
    bar.set_actions(specs[:2])
    assert not bar.more_button.isVisible()


def test_same_actions_keep_their_buttons(bar: ActionBar, specs: tuple[ActionSpec, ...]) -> None:
    before = bar.buttons()
    bar.set_actions(tuple(specs))
    assert bar.buttons() == before


def test_menu_answers_for_its_disabled_lines(dressed: Theme, qtbot: QtBot, specs: tuple[ActionSpec, ...]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    menu = ActionMenu(dressed, window)
    menu.show_commands([Command(spec, NURSE, dressed, menu) for spec in specs[1:3]])
    assert menu.reasons() == ("Xếp giường: Cần quyền “Xếp giường”. Người có quyền: Bảo vệ, Tiếp nhận.",)
    menu.open_below(window)
    line = menu.actionGeometry(menu.actions()[1]).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=line)
    notes = window.findChildren(Note)
    assert [note.text() for note in notes] == ["Cần quyền “Xếp giường”. Người có quyền: Bảo vệ, Tiếp nhận."]


def test_menu_tells_all_reasons_by_keyboard(dressed: Theme, qtbot: QtBot, specs: tuple[ActionSpec, ...]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    menu = ActionMenu(dressed, window)
    menu.show_commands([Command(spec, NURSE, dressed, menu) for spec in specs[1:3]])
    menu.popup(QPoint(0, 0))
    QTest.keyClick(menu, Qt.Key.Key_F1)
    assert [note.text() for note in window.findChildren(Note)] == list(menu.reasons())


def test_menu_without_disabled_lines_has_nothing_to_explain(
    dressed: Theme, qtbot: QtBot, specs: tuple[ActionSpec, ...]
) -> None:
    menu = ActionMenu(dressed, QWidget())
    qtbot.addWidget(menu.parentWidget())
    menu.show_commands([Command(specs[1], NURSE, dressed, menu)])
    assert [action.text() for action in menu.actions()] == ["&In quân số"]


def test_word_under_composition_is_in_its_field_before_the_action_runs(
    dressed: Theme, qtbot: QtBot, compose: Callable[[QWidget, str], None]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = ComposingLine(window)
    bar = ActionBar(dressed, NURSE, window, is_loud=True)
    seen: list[str] = []
    bar.set_actions([ActionSpec("x", label("verbs", "Lưu"), lambda: seen.append(line.text()), shortcut="Ctrl+S")])
    box = QVBoxLayout(window)
    box.addWidget(line)
    box.addWidget(bar)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    line.setFocus()
    compose(line, "Nguyễn")
    QTest.keyClick(line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert seen == ["Nguyễn"]


def test_key_with_two_meanings_is_found_however_it_is_written() -> None:
    taken = [("Ctrl+K", "palette"), ("ctrl+k", "card"), ("", "a"), ("", "b"), ("F1", "help"), ("F1", "help")]
    assert clashes(taken) == (("Ctrl+K", ("palette", "card")),)


def test_a_way_back_is_never_the_loud_button_not_even_where_it_stands_first(bar: ActionBar, deeds: Deeds) -> None:
    back = ActionSpec("x.back", label("verbs", "Về danh sách"), deeds.show, is_quiet=True)
    bar.set_actions([back, ActionSpec("x.add", label("verbs", "Thêm"), deeds.save)])
    assert [one.button.property("kind") for one in bar.buttons()] == ["plain", "plain"]
