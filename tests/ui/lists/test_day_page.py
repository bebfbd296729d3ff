"""A page of one day: today first, one key to each neighbour, Enter to the sheet of the row."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label
from facility_app.ui.days import whole_day
from facility_app.ui.lists import PassingMemory
from facility_app.ui.lists.day_page import DayPage, DaySpec
from facility_app.ui.models import ColumnSpec
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import InlineRunner
from facility_app.ui.theme import Theme, Tone
from tests.helpers.fakes import FixedClock
from tests.ui.tasks.held import ACTOR, MemoryPlace

LOOK = Permission("x.look", label("permissions", "Xem"), frozenset({Role.INTAKE}))
WORDS = label("x", "Buổi")


def two_of(on: date, _uow: Any) -> Sequence[str]:
    """Two rows a day; none on the first of a month."""
    return () if on.day == 1 else (f"{on} a", f"{on} b")


SPEC = DaySpec(
    noun="x", title=WORDS, listed=WORDS, empty=label("x", "Không có buổi nào."), choose=label("x", "Hãy chọn."),
    columns=(ColumnSpec("name", WORDS, str),), read=two_of, row_id=str, tables=frozenset(), view=LOOK,
)  # fmt: skip


@pytest.fixture
def gone() -> list[Route]:
    return []


@pytest.fixture
def page(dressed: Theme, qtbot: QtBot, gone: list[Route]) -> DayPage:
    def say(text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        raise AssertionError(text)

    drafts: Any = None  # a list has no form
    runner, clock = InlineRunner(MemoryPlace()), FixedClock()
    made = DayPage(PageContext(runner, ACTOR, dressed, clock, gone.append, say, PassingMemory(), drafts), SPEC)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def shown(page: DayPage) -> set[str]:
    """The days of the rows on the screen."""
    return {row_id.split()[0] for row_id in page.rows.model.ids}


def test_it_opens_on_today_or_on_the_day_of_the_route_and_steps_by_one_day(page: DayPage) -> None:
    today = page.context.today()
    page.open(Route("x.day", args={"day": "2027-02-28"}))
    assert (shown(page), page.subtitle_text()) == ({"2027-02-28"}, whole_day(date(2027, 2, 28)))
    page.go_after()
    assert (page.day, shown(page)) == (date(2027, 3, 1), set())
    assert page.why_no_row() == "Hãy chọn."
    page.go_before()
    assert shown(page) == {"2027-02-28"}
    page.go_today()
    assert page.day == today
    page.go_before()
    page.open(Route("x.day"))
    assert page.day == today
    assert {one.shortcut for one in page.main_actions()} >= {"Ctrl+PgUp", "Ctrl+PgDown", "Ctrl+T"}


def test_enter_and_the_button_open_the_sheet_of_the_row_chosen(page: DayPage, gone: list[Route]) -> None:
    page.open(Route("x.day", args={"day": "2027-02-28"}))
    QTest.keyClick(page.first_focus(), Qt.Key.Key_Return)
    page.rows.table.select_ids(("2027-02-28 b",))
    page.open_sheet()
    assert gone == [Route("x.sheet", "2027-02-28 a"), Route("x.sheet", "2027-02-28 b")]
    page.go_after()
    page.open_sheet()
    assert len(gone) == 2
