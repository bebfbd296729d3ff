"""Pages not seen for long are unmade; one in which something typed stands, or that something needs, never is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.form import Form
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.shell.window import Shell
from tests.ui.shell.kit import Place, TypedPage

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
    assert navigator.has_room
    for page_id in ("e", "f"):
        navigator.make_ready(page_id)
    assert not navigator.has_room
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
