"""The rail: by section and order, one stop of Tab, arrows inside, pictures alone where there is no room."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.kernel.change import Change
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.ui.shell.search_door import SearchDoor
from facility_app.ui.shell.spec import PageSpec, Route
from facility_app.ui.shell.window import Shell
from facility_app.ui.theme import Theme
from tests.ui.shell.kit import OFFICE, WORK, Place, shown
from tests.ui.tasks.held import held_runner


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


def long_names(place: Place) -> tuple[PageSpec, ...]:
    return tuple(
        replace(spec, id=f"p{n}", title=label("ui", "Emergency access alarms"), section=spec.section)
        for n in range(14)
        for spec in place.furnishing().pages[:1]
    )


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_long_name_takes_two_lines_and_is_read_whole(place: Place, qtbot: QtBot, scale: float) -> None:
    place.theme.set(scale=scale)
    shell = place.shell(pages=long_names(place), home="p0")
    qtbot.addWidget(shell)
    shell.grab()
    lines = shell.rail.buttons()
    assert [one.is_cut() for one in lines] == [False] * len(lines)
    assert [one.height() >= one.height_for_words(one.width()) for one in lines] == [True] * len(lines)
    shell.close_at_once()


def many_pages(place: Place, work: int = 12, office: int = 18) -> tuple[PageSpec, ...]:
    """More lines than have room, in two sections."""
    first, last = (
        next(spec for spec in place.furnishing().pages if spec.section == one) for one in (WORK, OFFICE)
    )
    others = (replace(first, id=f"w{n}") for n in range(1, work))
    return (first, *others, *(replace(last, id=f"p{n}") for n in range(office)))


def seen(shell: Shell) -> list[str]:
    return [button.page_id for button in shell.rail.buttons() if not button.isHidden()]


def test_sections_fold_away_where_the_lines_have_no_room_but_never_the_open_page(
    place: Place, shell: Shell, qtbot: QtBot
) -> None:
    assert [one.is_folded() for one in shell.rail.headings()] == [False]
    crowded = place.shell(pages=many_pages(place))
    qtbot.addWidget(crowded)
    crowded.grab()
    assert len(seen(crowded)) == 12
    crowded.go(Route("p7"))
    assert seen(crowded)[12:] == ["p7"]
    assert crowded.rail.headings()[0].accessibleName() == "Văn phòng, đang gấp lại"
    crowded.close_at_once()


def test_a_section_that_holds_nearly_everything_stays(place: Place, qtbot: QtBot) -> None:
    crowded = place.shell(pages=many_pages(place, 1, 29))
    qtbot.addWidget(crowded)
    crowded.grab()
    assert len(seen(crowded)) == 30
    crowded.close_at_once()


def test_the_section_of_ones_own_day_stays_and_folds_by_hand(place: Place, qtbot: QtBot) -> None:
    pages = many_pages(place)
    mine, others = (
        (*pages[:-1], replace(pages[-1], daily=frozenset({role}))) for role in (Role.GUARD, Role.NURSE)
    )
    for made, count in ((mine, 30), (others, 12)):
        crowded = place.shell(pages=made)
        qtbot.addWidget(crowded)
        crowded.grab()
        assert len(seen(crowded)) == count
        if made is mine:
            QTest.keyClick(crowded.rail.headings()[0], Qt.Key.Key_Left)
            assert len(seen(crowded)) == 12
            place.memory.put("shell.rail", {})
        crowded.close_at_once()


def test_a_section_is_brought_back_by_the_keyboard_and_that_is_remembered(place: Place, qtbot: QtBot) -> None:
    pages = many_pages(place)
    crowded = place.shell(pages=pages)
    qtbot.addWidget(crowded)
    with qtbot.waitActive(crowded):
        crowded.show()
    crowded.rail.focus_lines()
    heading = crowded.rail.headings()[0]
    QTest.keyClick(crowded.rail.buttons()[0], Qt.Key.Key_End)
    assert heading.hasFocus()
    QTest.keyClick(heading, Qt.Key.Key_Right)
    assert len(seen(crowded)) == len(pages)
    QTest.keyClick(heading, Qt.Key.Key_End)
    assert crowded.rail.buttons()[-1].hasFocus()
    other = place.shell(pages=pages)
    qtbot.addWidget(other)
    other.grab()
    assert len(seen(other)) == len(pages)
    for one in (crowded, other):
        one.close_at_once()


def test_what_waits_on_a_page_folded_away_is_told_by_its_section(place: Place, qtbot: QtBot) -> None:
    crowded = place.shell(pages=many_pages(place))
    qtbot.addWidget(crowded)
    crowded.grab()
    heading = crowded.rail.headings()[0]
    assert not heading.has_waiting()
    crowded.rail.set_count("p3", "2")
    assert heading.has_waiting()
    QTest.keyClick(heading, Qt.Key.Key_Return)
    assert not heading.has_waiting()
    crowded.close_at_once()


def test_a_name_cut_short_is_told_by_pointing(shell: Shell) -> None:
    button = shell.rail.buttons()[1]
    assert (button.is_cut(), button.toolTip()) == (False, "")
    button.resize(70, button.height())
    assert button.is_cut()
    assert button.toolTip() == "Người cai nghiện"


def test_the_rail_leaves_the_pages_most_of_the_window_with_large_letters(place: Place, shell: Shell) -> None:
    assert shell.rail.width() == 224
    place.theme.set(scale=1.5)
    assert shell.rail.width() <= shell.width() * 0.23


def counting(place: Place, counts: list[int | Exception]) -> tuple[PageSpec, ...]:
    """The pages, the first of which counts what is in ``counts`` now."""

    def count(_uow: object) -> int:
        found = counts[-1]
        if isinstance(found, Exception):
            raise found
        return found

    first, *others = place.furnishing().pages
    return (replace(first, count=count, tables=frozenset({"task"})), *others)


def changed(shell: Shell, table: str) -> None:
    shell._made_of.runner.changed.emit(Change(frozenset({(table, "1")})), None)


def test_what_waits_is_counted_at_the_start_and_after_a_change_that_touches_it(place: Place, qtbot: QtBot) -> None:
    counts: list[int | Exception] = [3]
    shell = place.shell(pages=counting(place, counts))
    qtbot.addWidget(shell)
    today = shell.rail.buttons()[0]
    assert today.count() == "3"
    counts.append(1234)
    changed(shell, "paper")
    assert today.count() == "3"
    changed(shell, "task")
    assert today.count() == "999+"
    counts.append(0)
    changed(shell, "task")
    assert today.count() == ""
    shell.close_at_once()


def test_a_count_that_fails_shows_no_old_number(place: Place, qtbot: QtBot) -> None:
    counts: list[int | Exception] = [3]
    shell = place.shell(pages=counting(place, counts))
    qtbot.addWidget(shell)
    counts.append(EnvironmentFault("disk_fault", label("errors", "Ổ đĩa báo lỗi")))
    changed(shell, "task")
    assert shell.rail.buttons()[0].count() == ""
    shell.close_at_once()


def test_counting_never_waits_for_the_file_on_the_windows_thread(place: Place, qtbot: QtBot) -> None:
    held = held_runner()
    shell = place.shell(pages=counting(place, [3]), runner=held.runner)
    qtbot.addWidget(shell)
    assert shell.rail.buttons()[0].count() == ""
    held.reads.step()
    assert shell.rail.buttons()[0].count() == "3"
    shell.close_at_once()
    held.runner.close()


def test_counting_ends_with_the_window(place: Place, qtbot: QtBot) -> None:
    shell = place.shell(pages=counting(place, [3]))
    qtbot.addWidget(shell)
    assert shell.counts.is_counting()
    shell.close_at_once()
    assert not shell.counts.is_counting()


def test_the_search_door_says_a_shorter_sentence_where_there_is_no_room(dressed: Theme, qtbot: QtBot) -> None:
    door = SearchDoor(dressed)
    qtbot.addWidget(door)
    door.show()
    said = []
    for width in (400, 230, 170):
        door.resize(width, door.height())
        said.append(door.shown_words())
        assert door.toolTip() == ("" if width == 400 else "Tìm người, việc, biểu mẫu…")
    assert said == ["Tìm người, việc, biểu mẫu…", "Tìm người, việc…", "Tìm…"]


@pytest.mark.parametrize("title", ["Kho", "Emergency access alarms of the whole place"])
def test_the_open_page_s_line_is_wholly_in_sight_at_once(place: Place, qtbot: QtBot, title: str) -> None:
    place.theme.set(scale=1.5)
    pages = tuple(replace(spec, title=label("ui", title)) for spec in many_pages(place, 20, 6))
    crowded = place.shell(pages=pages)
    qtbot.addWidget(crowded)
    crowded.resize(1366, 640)
    crowded.rail.set_narrow(is_narrow=False)
    crowded.grab()
    lines = {one.page_id: one for one in crowded.rail.buttons()}
    for page_id in ("p5", pages[0].id, "w12", "w19"):
        crowded.go(Route(page_id))
        line = lines[page_id]
        assert line.visibleRegion().boundingRect() == line.rect()
        in_sight = [one for one in lines.values() if not one.visibleRegion().isEmpty()]
        is_whole = in_sight[0].visibleRegion().boundingRect() == in_sight[0].rect()
        (area,) = crowded.rail.findChildren(QScrollArea)
        bar = area.verticalScrollBar()
        at_foot = bar.value() == bar.maximum()
        assert is_whole or at_foot, "no line is cut through above, but where there is nothing more to come"
    # The head grows a line: the room under it is less, the line at the foot is not cut.
    crowded.rail.set_facility("Cơ sở cai nghiện ma túy số 1 của tỉnh", "thuộc Công an tỉnh")
    crowded.grab()
    last = lines["w19"]
    assert last.visibleRegion().boundingRect() == last.rect()
    crowded.close_at_once()
