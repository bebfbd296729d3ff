"""Pages not seen for long are unmade; one in which something typed stands, or that something needs, never is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from typing_extensions import override

from facility_app.app.window.faults import FaultNet
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.form import Form
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.shell.window import Shell
from tests.ui.models.people import People, people, people_list
from tests.ui.shell.kit import Place, TypedPage

CANNOT_BE_MADE = "a page that cannot be made"
ROOMS = ("a", "b", "c", "d", "e", "f")


@dataclass(frozen=True)
class Told:
    """What the form below shows."""

    is_told: bool | None = None


class PlainPage(Page):
    """A page with whatever can be typed into, and nothing for the drafts."""

    def __init__(self, context: PageContext) -> None:
        """Nothing typed."""
        super().__init__(context)
        self.line, self.text, self.form = QLineEdit(self), QPlainTextEdit(self), Form(Told, parent=self)
        self.tick = CheckField("is_told", label("ui", "Đã đọc nội quy"), is_open=True)
        self.form.add(self.tick)
        self.form.load(None)
        self.is_unsaved = False
        box = QVBoxLayout(self)
        for one in (self.line, self.text, self.form):
            box.addWidget(one)

    @override
    def has_unsaved(self) -> bool:
        return self.is_unsaved


class DayPage(Page):
    """A page whose day is no part of its route."""

    def __init__(self, context: PageContext) -> None:
        """Today's."""
        super().__init__(context)
        self.day = "hôm nay"

    @override
    def left_at(self) -> object:
        return self.day

    @override
    def come_back(self, left: object) -> None:
        self.day = str(left)


class HalfPage(Page):
    """A page that cannot be made: what was made of it before stands in the window."""

    halves: list["HalfPage"]

    def __init__(self, context: PageContext) -> None:
        """Fail, half made."""
        super().__init__(context)
        self.line = QLineEdit(self)
        self.loose = QPlainTextEdit()
        HalfPage.halves.append(self)
        raise LookupError(CANNOT_BE_MADE)


@pytest.fixture
def shell(place: Place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    """Two plain pages out of sight stay made."""
    monkeypatch.setattr("facility_app.ui.shell.navigator.MOST_MADE", 2)
    made = place.shell()
    first = made.navigator.specs["reports"]
    for page_id in ROOMS:
        made.navigator.specs[page_id] = replace(first, id=page_id, make=PlainPage)
    with qtbot.waitExposed(made):
        made.activateWindow()
    yield made
    made.close_at_once()
    made.deleteLater()


def go(shell: Shell, *page_ids: str) -> Page:
    """Walk; the last page."""
    for page_id in page_ids:
        shell.go(Route(page_id))
    assert shell.page is not None
    return shell.page


def rest(shell: Shell) -> None:
    """Nobody does anything for a while."""
    rest = shell.navigator._rest
    while rest.isActive():
        rest.stop()
        shell.navigator._on_rest()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def where(shell: Shell) -> Route:
    assert shell.page is not None
    return shell.page.route


def stay(shell: Shell) -> list[str]:
    """The pages made."""
    return [page.objectName() for page in shell.navigator.pages()]


def test_the_pages_seen_last_stay_and_one_let_go_is_made_anew_where_one_left_it(shell: Shell) -> None:
    first = go(shell, "a")
    go(shell, "b", "c", "a", "d", "e")
    rest(shell)
    # Home keeps drafts, so it is not counted; a was seen after b and c.
    assert stay(shell) == ["today", "a", "d", "e"]
    assert isValid(first)
    go(shell, "f")
    rest(shell)
    assert not isValid(first)
    shell.navigator.back()
    shell.navigator.back()
    shell.navigator.back()
    assert isinstance(shell.page, PlainPage)
    assert shell.page is not first
    assert shell.page.route == Route("a")


def test_nothing_is_let_go_in_the_turn_a_page_is_entered_in(shell: Shell) -> None:
    go(shell, *ROOMS)
    assert stay(shell) == ["today", *ROOMS]


def typed_line(page: PlainPage) -> None:
    QTest.keyClicks(page.line, "duc")


def typed_text(page: PlainPage) -> None:
    QTest.keyClicks(page.text, "duc")


def chosen(page: PlainPage) -> None:
    box = page.tick.findChild(QCheckBox)
    assert isinstance(box, QCheckBox)
    box.click()


def opened_dialog(page: PlainPage) -> None:
    QDialog(page).open()


def unsaved(page: PlainPage) -> None:
    page.is_unsaved = True


@pytest.mark.parametrize("deed", [typed_line, typed_text, chosen, opened_dialog, unsaved])
def test_a_page_in_which_something_stands_or_is_open_is_never_let_go(
    shell: Shell, deed: Callable[[PlainPage], None]
) -> None:
    page = go(shell, "a")
    assert isinstance(page, PlainPage)
    deed(page)
    go(shell, *ROOMS[1:])
    rest(shell)
    assert "a" in stay(shell)
    assert isValid(page)
    # It takes nobody else's place.
    assert stay(shell) == ["today", "a", "d", "e", "f"]


def test_a_page_that_hands_something_to_the_drafts_is_never_let_go(shell: Shell) -> None:
    page = go(shell, "people")
    assert isinstance(page, TypedPage)
    go(shell, *ROOMS)
    rest(shell)
    assert isValid(page)
    assert stay(shell)[:2] == ["today", "people"]


def test_no_page_goes_while_something_is_under_way_and_afterwards_it_does(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner = shell.context().runner
    monkeypatch.setattr(type(runner), "is_busy", True)
    go(shell, *ROOMS)
    shell.navigator._on_rest()
    assert stay(shell) == ["today", *ROOMS]
    monkeypatch.setattr(type(runner), "is_busy", False)
    assert shell.navigator._rest.isActive()
    rest(shell)
    assert stay(shell) == ["today", "d", "e", "f"]


def test_no_page_goes_while_the_way_back_is_on_offer(shell: Shell) -> None:
    taken: list[str] = []
    go(shell, "a")
    shell.say("Đã xóa.", undo=lambda: taken.append("back"))
    go(shell, *ROOMS[1:])
    rest(shell)
    assert "a" in stay(shell)
    # Said over: the status line goes on offering it.
    shell.say("Đã chép.")
    go(shell, "e", "f")
    rest(shell)
    assert "a" in stay(shell)
    shell.status_line.undo.withdraw()
    shell.toast.put_away()
    go(shell, "e")
    rest(shell)
    assert stay(shell) == ["today", "d", "f", "e"]


def test_pages_nobody_entered_go_first_and_no_more_are_made_ahead_than_stay(shell: Shell) -> None:
    navigator = shell.navigator
    had_room = navigator.has_room
    for page_id in ("e", "f"):
        navigator.make_ready(page_id)
    assert (had_room, navigator.has_room) == (True, False)
    shell.ahead.begin()
    while shell.ahead._timer.isActive():
        shell.ahead._timer.stop()
        shell.ahead._on_time()
    assert [one for one in navigator.specs if navigator.is_ready(one)] == ["e", "f"]
    go(shell, "a", "b")
    rest(shell)
    # One plain page out of sight, one made ahead.
    assert (stay(shell), navigator.is_ready("e"), navigator.is_ready("f")) == (["today", "a", "b"], False, True)


def test_what_a_page_offered_goes_with_it(shell: Shell) -> None:
    go(shell, "a")
    head = go(shell, "b")
    head.has_own_head = True
    head.actions_changed.emit()
    assert shell.title_row.bar.commands() == ()


def test_the_window_names_a_page_until_its_own_head_is_here(shell: Shell) -> None:
    page = go(shell, "b")
    for has_own_head in (True, False, True):
        page.has_own_head = has_own_head
        page.title_changed.emit()
        assert shell.title_row.isHidden() is has_own_head
    go(shell, "a")
    assert not shell.title_row.isHidden()


def list_page(shell: Shell) -> ListPage:
    assert isinstance(shell.page, ListPage)
    return shell.page


def made_by(shell: Shell, page_id: str, make: Callable[[PageContext], Page]) -> None:
    shell.navigator.specs[page_id] = replace(shell.navigator.specs[page_id], make=make)


def listing(store: People, context: PageContext) -> Page:
    return ListPage(context, people_list(store))


def test_a_list_made_anew_has_its_filter_its_rows_selected_and_the_one_on_top(shell: Shell) -> None:
    store = people(400)
    made_by(shell, "a", partial(listing, store))
    go(shell, "a")
    first, panel = list_page(shell), list_page(shell).panel
    panel.show_look(Look(filters={"zone": "A"}))
    chosen = (panel.model.ids[90], panel.model.ids[92])
    panel.table.select_ids(chosen)
    panel.table.verticalScrollBar().setValue(85)
    on_top = panel.model.ids[panel.table.rowAt(0)]
    go(shell, *ROOMS[1:])
    rest(shell)
    assert not isValid(first)
    # Meanwhile one of the two went, and somebody else came first.
    del store.rows[chosen[1]]
    go(shell, "a")
    panel = list_page(shell).panel
    assert list_page(shell) is not first
    assert panel.model.look.filters == {"zone": "A"}
    assert panel.filters.chips[0].value() == "A"
    assert panel.table.selected_ids() == chosen[:1]
    assert panel.model.ids[panel.table.rowAt(0)] == on_top


def test_a_list_opened_for_another_record_begins_where_that_is(shell: Shell) -> None:
    store = people(400)
    made_by(shell, "a", partial(listing, store))
    go(shell, "a")
    list_page(shell).panel.table.select_ids(list_page(shell).panel.model.ids[90:91])
    go(shell, *ROOMS[1:])
    rest(shell)
    wanted = sorted(store.rows)[7]
    shell.go(Route("a", wanted))
    assert list_page(shell).selected_ids() == (wanted,)


def test_what_a_page_tells_of_itself_is_there_again_once(shell: Shell) -> None:
    made_by(shell, "a", DayPage)
    first = go(shell, "a")
    assert isinstance(first, DayPage)
    first.day = "hôm qua"
    go(shell, *ROOMS[1:])
    rest(shell)
    again = go(shell, "a")
    assert isinstance(again, DayPage)
    assert (again is first, again.day) == (False, "hôm qua")
    # Still made, it stands as it is: nothing old comes over it.
    again.day = "hôm kia"
    go(shell, "b", "a")
    assert again.day == "hôm kia"


def test_a_page_that_cannot_be_made_is_told_of_leaves_nothing_and_everybody_where_they_are(
    shell: Shell, tmp_path: Path
) -> None:
    HalfPage.halves, told = [], list[str]()
    made_by(shell, "c", HalfPage)
    go(shell, "a", "b")
    standing = shell.frame.stack.count(), len(shell.frame.stack.children())
    net = FaultNet(tmp_path)
    net.told.connect(told.append)
    net.spread()
    try:
        # As the rail does it: in a slot, where nobody but the net catches anything.
        shell.rail.chosen.emit("c")
    finally:
        net.take_away()
    assert "Chương trình gặp lỗi của chính nó" in told[0]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [isValid(one) for one in HalfPage.halves] == [False]
    assert (shell.frame.stack.count(), len(shell.frame.stack.children())) == standing
    HalfPage.halves.clear()
    assert (stay(shell), where(shell)) == (["today", "a", "b"], Route("b"))
    shell.navigator.back()
    assert where(shell) == Route("a")
    # Nor does one made ahead of its time leave anything.
    with pytest.raises(LookupError, match=CANNOT_BE_MADE):
        shell.navigator.make_ready("c")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not any(isValid(one) for one in HalfPage.halves)
    assert not shell.navigator.has("c")
