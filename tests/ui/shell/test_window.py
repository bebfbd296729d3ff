"""The window: only what the role may use, no way out that loses what was typed, one key one meaning."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from facility_app.kernel.change import Change
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.ui.shell.keys import window_clashes
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ChipText, Route
from facility_app.ui.shell.window import Shell
from facility_app.ui.tasks import Runner
from facility_app.ui.tasks.failure import failure_of
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import StateStack
from tests.helpers.cases import each
from tests.helpers.windows import clipped
from tests.ui.shell.kit import PAGES, VERBS, Place, TypedPage, shown
from tests.ui.tasks.held import PlainWork

Compose = Callable[..., None]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def runner_of(shell: Shell) -> Runner:
    return shell.navigator._context.runner


def test_window_opens_at_home_with_the_cursor_in_the_page(shell: Shell) -> None:
    assert shown(shell).objectName() == "today"
    assert shown(shell).line.hasFocus()


def test_title_of_the_window_names_place_user_and_role(shell: Shell) -> None:
    assert shell.windowTitle() == "Hôm nay – ba · Bảo vệ"
    shell.go(Route("person", "7"))
    assert shell.windowTitle() == "Người 7 – ba · Bảo vệ"


def test_page_the_role_may_not_open_is_nowhere_and_says_so(shell: Shell) -> None:
    assert [button.page_id for button in shell.rail.buttons()] == ["today", "people", "reports"]
    shell.go(Route("health"))
    assert shown(shell).objectName() == "today"
    assert "không mở được" in shell.toast.text()


def test_page_is_made_once_when_first_entered(shell: Shell) -> None:
    first = shown(shell)
    shell.go(Route("people"))
    shell.go(Route("today", args={"filter": "due"}))
    assert shown(shell) is first
    assert [route.args for route in first.opened] == [{}, {"filter": "due"}]
    assert len(shell.navigator.pages()) == 2


def test_what_is_typed_is_asked_about_before_it_is_left(shell: Shell) -> None:
    shown(shell).line.setText("gõ dở")
    page = shown(shell)
    shell.go(Route("people"))
    assert shown(shell) is page
    page.asked[0]()
    assert shown(shell).objectName() == "people"


def test_word_being_composed_counts_as_typed(shell: Shell, compose: Compose) -> None:
    page = shown(shell)
    compose(page.line, "Nguyễn")
    shell.go(Route("people"))
    assert shown(shell) is page
    assert page.line.text() == "Nguyễn"


def test_back_and_forward_return_to_places_as_they_were(shell: Shell) -> None:
    shell.go(Route("people", args={"filter": "B"}))
    shell.go(Route("person", "7"))
    QTest.keyClick(shell, Qt.Key.Key_Left, ALT)
    assert shown(shell).route == Route("people", args={"filter": "B"})
    QTest.keyClick(shell, Qt.Key.Key_Left, ALT)
    assert shown(shell).route == Route("today")
    assert not shell.top.back_button.isEnabled()
    QTest.keyClick(shell, Qt.Key.Key_Right, ALT)
    QTest.keyClick(shell, Qt.Key.Key_Right, ALT)
    assert shown(shell).route == Route("person", "7")


def test_back_asks_too_before_anything_typed_is_left(shell: Shell) -> None:
    shell.go(Route("people"))
    page = shown(shell)
    page.line.setText("gõ dở")
    shell.navigator.back()
    assert shown(shell) is page
    page.asked[0]()
    assert shown(shell).objectName() == "today"
    shell.navigator.forward()
    assert shown(shell) is page


def test_new_way_forgets_the_places_ahead(shell: Shell) -> None:
    shell.go(Route("people"))
    shell.navigator.back()
    shell.go(Route("reports"))
    shell.navigator.forward()
    assert shown(shell).objectName() == "reports"


def test_closing_asks_first_and_tells_when_it_is_done(shell: Shell, qtbot: QtBot) -> None:
    page = shown(shell)
    page.line.setText("gõ dở")
    shell.close()
    assert shell.isVisible()
    with qtbot.waitSignal(shell.closing):
        page.asked[0]()
    assert not shell.isVisible()


def test_rail_marks_the_page_and_the_one_a_record_lies_beneath(shell: Shell) -> None:
    def marked() -> list[str]:
        return [button.page_id for button in shell.rail.buttons() if button.isChecked()]

    assert marked() == ["today"]
    shell.go(Route("person", "7"))
    assert marked() == ["people"]


def test_page_of_the_rail_not_left_stays_marked(shell: Shell) -> None:
    shown(shell).line.setText("gõ dở")
    shell.rail.buttons()[1].click()
    assert [button.page_id for button in shell.rail.buttons() if button.isChecked()] == ["today"]


def test_actions_of_the_page_stand_above_it_with_their_reasons(shell: Shell) -> None:
    page = shown(shell)
    page.reason = "Còn 3 người chưa điểm danh."
    page.actions_changed.emit()
    buttons = shell.title_row.bar.buttons()
    assert [one.why_not() for one in buttons] == ["", "Còn 3 người chưa điểm danh."]
    QTest.keyClick(page.line, Qt.Key.Key_S, CONTROL)
    assert page.done == ["save"]


def test_actions_of_a_page_left_behind_do_nothing(shell: Shell) -> None:
    first = shown(shell)
    shell.go(Route("people"))
    QTest.keyClick(shown(shell).line, Qt.Key.Key_S, CONTROL)
    assert (first.done, shown(shell).done) == ([], ["save"])


def test_every_page_hears_of_a_change_and_the_time_of_saving_is_shown(shell: Shell) -> None:
    shell.go(Route("people"))
    change = Change(frozenset({("resident", "7")}))
    runner_of(shell).changed.emit(change, None)
    pages = shell.navigator.pages()
    assert [page.changes for page in pages if isinstance(page, TypedPage)] == [[change], [change]]
    assert shell.status_line.saved_label.text() == "Lần lưu cuối 08:30"


def test_undo_is_offered_for_ten_minutes_and_taken_once(shell: Shell) -> None:
    taken: list[str] = []
    shell.say("Đã xếp giường B2-07.", undo=lambda: taken.append("undo"))
    assert not shell.status_line.undo.isVisible()
    shell.toast.put_away()
    assert shell.status_line.undo.isVisible()
    assert shell.status_line.undo.text() == "Đã xếp giường B2-07."
    offered = shell.status_line.undo.findChild(QPushButton)
    assert isinstance(offered, QPushButton)
    offered.click()
    assert taken == ["undo"]
    assert not shell.status_line.undo.isVisible()
    shell.toast.action_requested.emit()
    assert taken == ["undo"]


def test_undo_taken_while_it_is_told_is_not_offered_again(shell: Shell) -> None:
    taken: list[str] = []
    shell.say("Đã xếp giường B2-07.", undo=lambda: taken.append("undo"))
    shell.toast.action_requested.emit()
    assert (taken, shell.toast.isVisible(), shell.status_line.undo.isVisible()) == (["undo"], False, False)


def test_later_word_does_not_take_the_undo_away(shell: Shell) -> None:
    shell.say("Đã xếp giường B2-07.", undo=lambda: None)
    shell.say("Đã in 2 bản.")
    assert shell.toast.text() == "Đã in 2 bản."
    assert shell.status_line.undo.text() == "Đã xếp giường B2-07."
    assert shell.status_line.undo.isVisible()


LONG = "Đĩa đầy nên việc này chưa được lưu: dọn bớt tệp ở ổ đĩa chứa dữ liệu, rồi làm lại việc vừa làm. " * 3
SAID = ("Đã lưu.", LONG)


@each("scale", [1.0, 1.5])
def test_what_is_said_covers_nothing_that_is_pressed_typed_into_or_chosen(
    scale: float, dressed: Theme, qtbot: QtBot
) -> None:
    dressed.set(scale=scale)
    shell = Place(dressed).shell()
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    with qtbot.waitExposed(shell):
        shell.show()
    full = QPushButton("&Chốt")
    full.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    page = shell.page
    assert page is not None
    page_layout = page.layout()
    assert page_layout is not None
    page_layout.addWidget(full)
    shell.grab()
    height = page.height()
    shell.say("Đã lưu.")
    assert covered(shell) == []
    assert page.height() == height, "a short word moves nothing"
    for text in SAID:
        for is_offered in (False, True):
            if is_offered:
                shell.say("Đã xếp giường B2-07 cho Nguyễn Văn An.", undo=lambda: None)
                assert covered(shell) == [], (text, "while it is told")
            shell.say(text)
            assert covered(shell) == [], (text, is_offered)
            assert shell.frame.rect().contains(shell.toast.geometry())
            assert clipped(shell.toast) == []
    shell.toast.put_away()
    QCoreApplication.sendPostedEvents()
    shell.grab()
    assert page.height() == height
    shell.close_at_once()


def covered(shell: Shell) -> list[str]:
    """What can be pressed or has the keyboard, and is below the toast."""
    QCoreApplication.sendPostedEvents()
    shell.grab()
    toast, frame = shell.toast, shell.frame
    assert toast.isVisible()
    all_that = [*frame.findChildren(QAbstractButton), *frame.findChildren(QLineEdit), *frame.findChildren(Page)]
    there = [one for one in all_that if one.isVisible() and not toast.isAncestorOf(one)]
    assert len(there) > 5
    places = [(one, QRect(one.mapTo(frame, QPoint(0, 0)), one.size())) for one in there]
    return [f"{one} {place}" for one, place in places if place.intersects(toast.geometry())]


def test_refusal_nobody_heard_is_said(shell: Shell) -> None:
    fault = EnvironmentFault("disk_full", label("errors", "Đĩa đầy: dọn bớt rồi làm lại."))
    runner_of(shell).unheard.emit(failure_of(fault))
    assert shell.toast.text() == "Đĩa đầy: dọn bớt rồi làm lại."


def test_what_a_failed_face_in_view_says_is_not_said_over_it_again(shell: Shell, dressed: Theme) -> None:
    stack = StateStack(dressed, QWidget(), shown(shell))
    stack.show()
    stack.show_error("Đĩa đầy.")
    shell.say("Đĩa đầy.", Tone.DANGER)
    assert shell.toast.text() == ""
    shell.say("Tệp hỏng.", Tone.DANGER)
    assert shell.toast.text() == "Tệp hỏng."


def test_summary_belongs_to_the_page_that_told_it(shell: Shell) -> None:
    first = shown(shell)
    first.summary_changed.emit("11 việc")
    shell.go(Route("people"))
    first.summary_changed.emit("12 việc")
    assert shell.status_line.summary_label.whole_text() == ""
    shell.go_home()
    assert shell.status_line.summary_label.whole_text() == "12 việc"


def test_records_seen_are_within_reach_of_alt_and_a_number(shell: Shell) -> None:
    for record in ("1", "2", "3"):
        shell.go(Route("person", record))
    shell.go_home()
    QTest.keyClick(shell, Qt.Key.Key_3, ALT)
    assert shown(shell).route == Route("person", "1")


def test_pinned_record_stays_first(shell: Shell) -> None:
    shell.go(Route("person", "1"))
    QTest.keyClick(shell, Qt.Key.Key_B, CONTROL)
    assert "Alt+1" in shell.toast.text()
    for record in ("2", "3"):
        shell.go(Route("person", record))
    QTest.keyClick(shell, Qt.Key.Key_1, ALT)
    assert shown(shell).route == Route("person", "1")
    QTest.keyClick(shell, Qt.Key.Key_B, CONTROL)
    assert shell.places.pinned == ()


def test_pins_and_recent_records_outlive_the_window(place: Place, shell: Shell, qtbot: QtBot) -> None:
    shell.go(Route("person", "1"))
    shell.toggle_pin()
    other = place.shell()
    qtbot.addWidget(other)
    assert [one.route for one in other.places.at_hand()] == [Route("person", "1")]
    other.close_at_once()


def test_help_names_the_page(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.help_asked) as asked:
        QTest.keyClick(shell, Qt.Key.Key_F1)
    assert asked.args == ["today"]


def test_help_is_of_what_the_page_shows_before_that_of_the_page(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(shown(shell)), "help_anchor", lambda _page: "terms#away")
    with qtbot.waitSignal(shell.help_asked) as asked:
        QTest.keyClick(shell, Qt.Key.Key_F1)
    assert asked.args == ["terms#away"]


def test_rail_key_goes_to_the_rail_and_back(shell: Shell) -> None:
    QTest.keyClick(shell, Qt.Key.Key_F6)
    assert shell.rail.buttons()[0].hasFocus()
    QTest.keyClick(shell, Qt.Key.Key_F6)
    assert shown(shell).line.hasFocus()


def test_shortcut_of_a_page_opens_it(shell: Shell) -> None:
    shell.go(Route("people"))
    QTest.keyClick(shell, Qt.Key.Key_H, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert shown(shell).objectName() == "today"


def test_keys_of_window_pages_and_verbs_mean_one_thing_each() -> None:
    assert window_clashes(PAGES, VERBS) == ()


def test_key_taken_by_the_window_is_found() -> None:
    twice = replace(PAGES[0], shortcut="Ctrl+K")
    assert window_clashes([twice], ()) == (("Ctrl+K", ("palette", "today")),)


def test_states_of_the_house_keep_their_words_while_they_ask_for_something(shell: Shell) -> None:
    shell.top.show_chips((ChipText("Sao lưu 07:10", Tone.OK), ChipText("Chưa sao lưu 3 ngày", Tone.DANGER)))
    assert shell.top.chips() == ("Sao lưu 07:10", "Chưa sao lưu 3 ngày")
    calm, loud = shell.top._chips
    shell.top.resize(420, 50)
    assert calm.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert loud.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon


@pytest.mark.parametrize("width", [1366, 1280])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_nothing_is_wider_or_higher_than_the_screen(place: Place, shell: Shell, scale: float, width: int) -> None:
    place.theme.set(scale=scale)
    height = 768 if width == 1366 else 720
    shell.resize(width, height)
    shell.top.show_chips(
        (ChipText("Sao lưu gần nhất 07:10", Tone.OK), ChipText("CA tỉnh đã nhận đến 20/11", Tone.OK))
    )
    assert (shell.width(), shell.height()) == (width, height)
    assert shell.frame.minimumSizeHint().width() <= width
    assert shell.frame.minimumSizeHint().height() <= height


def test_time_of_saving_follows_the_clock(place: Place, shell: Shell) -> None:
    place.clock.advance(timedelta(minutes=42))
    place.workplace.next_unit = PlainWork({("resident", "7")})
    runner_of(shell).command(shell, lambda _uow: None).run()
    assert shell.status_line.saved_label.text() == "Lần lưu cuối 09:12"
