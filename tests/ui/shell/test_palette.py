"""Ctrl+K finds people, pages and verbs, while a word is composed too, and never opens what was not asked for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.ui.shell.hits import Hit
from facility_app.ui.shell.palette import Palette
from facility_app.ui.shell.spec import Route
from facility_app.ui.shell.window import Shell
from facility_app.ui.theme import Theme
from tests.ui.shell.kit import Place, shown
from tests.ui.tasks.held import Held, held_runner

Compose = Callable[..., None]
NAMES = ("Nguyễn Văn Đức", "Đỗ Thị Đào", "Trần Văn An", "Lê Văn Ân")


@dataclass
class Register:
    """People, and who was opened."""

    opened: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    fault: Exception | None = None

    def find(self, _uow: Any, typed: str) -> Sequence[Hit]:
        self.asked.append(typed)
        if self.fault is not None:
            raise self.fault
        wanted = fold(typed).split()
        found = [name for name in NAMES if all(part in fold(name) for part in wanted)]
        return [Hit(name, "26-0001", "user", partial(self.opened.append, name)) for name in found]


@pytest.fixture
def register() -> Register:
    return Register()


@pytest.fixture
def shell(place: Place, register: Register, qtbot: QtBot) -> Iterator[Shell]:
    made = place.shell(people=register.find)
    with qtbot.waitExposed(made):
        made.activateWindow()
    yield made
    made.close_at_once()
    made.deleteLater()


def lines(palette: Palette) -> list[str]:
    return [hit.text for hit in palette.model.hits()]


def chosen(palette: Palette) -> str:
    hit = palette.model.hit(palette.view.currentIndex().row())
    return hit.text if hit is not None else ""


def opened(shell: Shell) -> Palette:
    QTest.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert shell.palette_box.isVisible()
    return shell.palette_box


def type_in(palette: Palette, text: str) -> None:
    palette.search.set_text(text)


def test_key_opens_it_with_the_cursor_in_the_box_and_again_closes_it(shell: Shell) -> None:
    palette = opened(shell)
    assert palette.search.hasFocus()
    QTest.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not palette.isVisible()
    assert shown(shell).line.hasFocus()


def test_empty_it_offers_places_deeds_verbs_and_pages_the_role_may_use(shell: Shell) -> None:
    shell.go(Route("person", "7"))
    palette = opened(shell)
    assert lines(palette) == [
        "Người 7",
        "Lưu",
        "Chốt sổ",
        "Tiếp nhận người mới",
        "Hôm nay",
        "Người cai nghiện",
        "Báo cáo",
    ]


def test_deed_that_cannot_be_done_is_not_offered(shell: Shell) -> None:
    shown(shell).reason = "Còn 3 người."
    shown(shell).actions_changed.emit()
    assert "Chốt sổ" not in lines(opened(shell))


@pytest.mark.parametrize("typed", ["duc", "đức", "ĐỨC", "nguyen duc", "DUC nguyễn"])
def test_people_are_found_without_marks(shell: Shell, typed: str) -> None:
    palette = opened(shell)
    type_in(palette, typed)
    assert chosen(palette) == "Nguyễn Văn Đức"


@pytest.mark.parametrize("typed", ["bao cao", "báo", "BAO"])
def test_pages_are_found_without_marks(shell: Shell, typed: str) -> None:
    palette = opened(shell)
    type_in(palette, typed)
    assert lines(palette) == ["Báo cáo"]


def test_page_is_found_by_the_words_of_its_section(shell: Shell) -> None:
    palette = opened(shell)
    type_in(palette, "van phong")
    assert lines(palette) == ["Báo cáo"]


def test_a_whole_name_means_that_place_and_not_one_before_it_found_by_other_words(shell: Shell) -> None:
    palette = opened(shell)
    run: Callable[[], object] = partial(list, ())
    stays = Hit("Lần cai nghiện", "", "x", run, "Trang", also="tiếp nhận")
    fast, intake = Hit("Tiếp nhận nhanh", "", "x", run, "Trang"), Hit("Tiếp nhận", "", "x", run, "Trang")
    verb_of_group_above = Hit("Thêm người tiếp nhận", "", "x", run, "Việc")
    palette.know((verb_of_group_above, stays, fast, intake), None)
    type_in(palette, "tiep nhan")
    assert lines(palette) == ["Tiếp nhận", "Lần cai nghiện", "Tiếp nhận nhanh", "Thêm người tiếp nhận"]


def test_word_being_composed_is_searched_and_stays_composed(
    shell: Shell, compose: Compose, register: Register, qtbot: QtBot
) -> None:
    palette = opened(shell)
    compose(palette.search, "Đu")
    compose(palette.search, "Đưc")
    compose(palette.search, "Đức")
    qtbot.waitUntil(lambda: chosen(palette) == "Nguyễn Văn Đức")
    assert palette.search.text() == ""
    assert register.asked[-1] == "Đức"


def test_enter_opens_the_chosen_one_and_puts_the_palette_away(shell: Shell, register: Register) -> None:
    palette = opened(shell)
    type_in(palette, "duc")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert register.opened == ["Nguyễn Văn Đức"]
    assert not palette.isVisible()


def test_enter_at_once_after_the_last_letter_opens_what_these_letters_find(
    shell: Shell, register: Register
) -> None:
    palette = opened(shell)
    type_in(palette, "tran")
    QTest.keyClicks(palette.search, "x")
    palette.search.setText("dao")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert register.opened == ["Đỗ Thị Đào"]


def test_arrows_choose_without_leaving_the_box(shell: Shell, register: Register) -> None:
    palette = opened(shell)
    type_in(palette, "van")
    assert lines(palette)[:3] == ["Nguyễn Văn Đức", "Trần Văn An", "Lê Văn Ân"]
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    QTest.keyClick(palette.search, Qt.Key.Key_Up)
    assert chosen(palette) == "Trần Văn An"
    QTest.keyClick(palette.search, Qt.Key.Key_PageDown)
    assert chosen(palette) == lines(palette)[-1]
    QTest.keyClick(palette.search, Qt.Key.Key_PageUp)
    assert chosen(palette) == "Nguyễn Văn Đức"
    assert palette.search.hasFocus()


def test_titles_between_groups_are_never_chosen(shell: Shell) -> None:
    palette = opened(shell)
    type_in(palette, "an")
    seen = [chosen(palette)]
    for _ in range(palette.model.rowCount()):
        QTest.keyClick(palette.search, Qt.Key.Key_Down)
        seen.append(chosen(palette))
    assert "" not in seen


def test_tab_stays_in_the_box(shell: Shell) -> None:
    palette = opened(shell)
    QTest.keyClick(palette.search, Qt.Key.Key_Tab)
    assert palette.search.hasFocus()


def test_esc_gives_the_cursor_back(shell: Shell) -> None:
    palette = opened(shell)
    type_in(palette, "duc")
    QTest.keyClick(palette.search, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert shown(shell).line.hasFocus()


def test_click_elsewhere_puts_it_away(shell: Shell) -> None:
    palette = opened(shell)
    shown(shell).line.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not palette.isVisible()


def test_opened_again_it_is_empty(shell: Shell) -> None:
    palette = opened(shell)
    type_in(palette, "duc")
    palette.dismiss()
    opened(shell)
    assert palette.search.text() == ""
    assert "Nguyễn Văn Đức" not in lines(palette)


def test_nothing_found_says_what_to_try(shell: Shell) -> None:
    palette = opened(shell)
    type_in(palette, "zzz")
    assert palette.none_label.isVisible()
    assert "“zzz”" in palette.none_label.text()
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_failed_search_says_why_and_pages_stay(shell: Shell, register: Register) -> None:
    register.fault = EnvironmentFault("busy", label("errors", "Tệp dữ liệu đang bận."))
    palette = opened(shell)
    type_in(palette, "bao")
    assert palette.none_label.text() == "Tệp dữ liệu đang bận."
    assert lines(palette) == ["Báo cáo"]


def test_without_the_right_to_people_only_pages_are_found(place: Place, qtbot: QtBot) -> None:
    made = place.shell(people=None)
    qtbot.addWidget(made)
    made.open_palette()
    type_in(made.palette_box, "duc")
    assert lines(made.palette_box) == []
    made.close_at_once()


@pytest.fixture
def held() -> Held:
    return held_runner()


@pytest.fixture
def slow(place: Place, held: Held, register: Register, qtbot: QtBot) -> Iterator[Shell]:
    """A window whose answers come when the test lets them."""
    made = place.shell(people=register.find, runner=held.runner)
    with qtbot.waitExposed(made):
        made.activateWindow()
    yield made
    held.reads.close()
    qtbot.waitUntil(lambda: not held.runner.is_busy)
    made.close_at_once()
    made.deleteLater()


def settle(held: Held, qtbot: QtBot) -> None:
    held.reads.close()
    qtbot.waitUntil(lambda: not held.runner.is_busy)


def test_enter_waits_for_the_answer(slow: Shell, held: Held, register: Register, qtbot: QtBot) -> None:
    palette = opened(slow)
    type_in(palette, "duc")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert register.opened == []
    settle(held, qtbot)
    assert register.opened == ["Nguyễn Văn Đức"]


def test_letter_after_enter_takes_the_enter_back(
    slow: Shell, held: Held, register: Register, qtbot: QtBot
) -> None:
    palette = opened(slow)
    type_in(palette, "duc")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    QTest.keyClicks(palette.search, "x")
    settle(held, qtbot)
    assert register.opened == []


def test_late_answer_to_other_letters_is_dropped(
    slow: Shell, held: Held, register: Register, qtbot: QtBot
) -> None:
    palette = opened(slow)
    type_in(palette, "duc")
    type_in(palette, "dao")
    settle(held, qtbot)
    assert lines(palette) == ["Đỗ Thị Đào"]


def test_answer_after_it_was_put_away_opens_nothing(
    slow: Shell, held: Held, register: Register, qtbot: QtBot
) -> None:
    palette = opened(slow)
    type_in(palette, "duc")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    palette.dismiss()
    settle(held, qtbot)
    assert register.opened == []


def test_choice_made_by_hand_stays_when_people_arrive_above_it(slow: Shell, held: Held, qtbot: QtBot) -> None:
    palette = opened(slow)
    type_in(palette, "n")
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    before = chosen(palette)
    settle(held, qtbot)
    assert chosen(palette) == before
    assert lines(palette)[0] in NAMES


def test_shapes_of_lines_are_painted_in_light_dark_and_large(shell: Shell, theme: Theme) -> None:
    palette = opened(shell)
    type_in(palette, "van")
    pictures = [palette.view.grab().toImage()]
    theme.set(dark=True)
    pictures.append(palette.view.grab().toImage())
    theme.set(dark=False, scale=1.5)
    pictures.append(palette.view.grab().toImage())
    corners = [picture.pixelColor(2, 2).lightness() for picture in pictures]
    assert corners[1] < corners[0]
    assert pictures[2] != pictures[0]


class Paintings(QObject):
    """How often something was painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_other_lines_paint_nothing_of_the_page_behind_them(shell: Shell, qtbot: QtBot) -> None:
    palette, page = opened(shell), shown(shell)
    hits = [Hit(f"Người {number}", "", "user", str) for number in range(40)]
    palette.know(hits, None)
    type_in(palette, "nguoi")
    for part in (palette.view.viewport(), palette.view.verticalScrollBar()):
        assert part.isVisible()
        corner = part.mapTo(shell, QPoint(0, 0))
        assert page.rect().translated(page.mapTo(shell, QPoint(0, 0))).intersects(QRect(corner, part.size()))
        above, behind = Paintings(part), Paintings(page)
        for _ in ("the box takes its size", "the same size, other lines"):
            above.count = behind.count = 0
            palette.model.show(palette.model.hits()[::-1])
            part.update()
            qtbot.waitUntil(lambda above=above: above.count > 0)  # type: ignore[misc]
        assert behind.count == 0


def test_page_that_comes_beneath_it_takes_no_letters_and_has_the_cursor_afterwards(shell: Shell) -> None:
    palette = opened(shell)
    QTest.keyClicks(palette.search, "bao")
    shell.go(Route("person", "7"))
    assert palette.isVisible()
    assert palette.search.hasFocus()
    assert palette.search.text() == "bao"
    palette.dismiss()
    assert shown(shell).line.hasFocus()


def test_who_was_looked_at_lately_and_is_found_stands_in_one_line(shell: Shell, register: Register) -> None:
    shell.go(Route("person", "7"))
    palette = opened(shell)
    known = shell.palette_box
    known.know(
        (Hit("Nguyễn Văn Đức", "Alt+1", "history", register.asked.clear, "Vừa xem", record="7"),),
        lambda _uow, _typed: [Hit("Nguyễn Văn Đức", "26-0001", "user", register.asked.clear, record="7")],
    )
    type_in(palette, "duc")
    assert [hit.note for hit in palette.model.hits()] == ["26-0001"]
