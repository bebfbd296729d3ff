"""The rail: by section and order, one stop of Tab, arrows inside, pictures alone where there is no room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facility_app.ui.shell.window import Shell
from tests.ui.shell.kit import Place, shown


def pages(shell: Shell) -> list[str]:
    return [button.page_id for button in shell.rail.buttons()]


def test_pages_stand_by_section_then_order_and_a_page_in_none_is_not_there(shell: Shell) -> None:
    assert pages(shell) == ["today", "people", "reports"]


def test_arrows_go_along_the_lines_and_enter_opens(shell: Shell) -> None:
    shell.rail.focus_lines()
    QTest.keyClick(shell.rail.buttons()[0], Qt.Key.Key_Down)
    assert shell.rail.buttons()[1].hasFocus()
    QTest.keyClick(shell.rail.buttons()[1], Qt.Key.Key_End)
    assert shell.rail.buttons()[2].hasFocus()
    QTest.keyClick(shell.rail.buttons()[2], Qt.Key.Key_Return)
    assert shown(shell).objectName() == "reports"


def test_tab_stops_once_in_the_rail_at_the_open_page(shell: Shell) -> None:
    shell.rail.buttons()[1].click()
    stops = [one.page_id for one in shell.rail.buttons() if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["people"]


def test_count_of_what_waits_is_read_aloud(shell: Shell) -> None:
    shell.rail.set_count("today", "7")
    assert shell.rail.buttons()[0].accessibleName() == "Hôm nay, 7 việc chờ"
    shell.rail.set_count("today", "")
    assert shell.rail.buttons()[0].accessibleName() == "Hôm nay"


def test_rail_folds_in_where_letters_leave_no_room(place: Place, shell: Shell) -> None:
    assert not shell.rail.is_narrow()
    place.theme.set(scale=2.0)
    assert shell.rail.is_narrow()
    assert shell.rail.buttons()[1].toolTip() == "Người cai nghiện"
    place.theme.set(scale=1.0)
    assert not shell.rail.is_narrow()


def test_folding_by_hand_is_remembered(place: Place, shell: Shell, qtbot: QtBot) -> None:
    shell.rail.fold_button.click()
    assert shell.rail.is_narrow()
    other = place.shell()
    qtbot.addWidget(other)
    assert other.rail.is_narrow()
    other.close_at_once()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_name_of_the_rail_is_shown_whole(place: Place, shell: Shell, scale: float) -> None:
    place.theme.set(scale=scale)
    shell.frame._on_rail_folded(False)
    shell.rail.set_narrow(is_narrow=False)
    for button in shell.rail.buttons():
        assert button.sizeHint().width() <= button.width(), button.text()


def test_lines_stand_closer_before_they_are_scrolled(place: Place, shell: Shell) -> None:
    tall = shell.rail.buttons()[0].height()
    shell.resize(1366, 640)
    place.theme.set(scale=1.0)
    assert shell.rail.buttons()[0].height() <= tall
