"""Every page can be unmade and made anew."""

import gc
import weakref
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from facility_app.app.pages import HOME
from facility_app.app.registry import MODULES
from facility_app.db.database import Database
from facility_app.kernel.change import Change
from facility_app.ui.lists.table_view import TableView
from facility_app.ui.models import PagedTableModel
from facility_app.ui.shell import navigator
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import Route
from facility_app.ui.shell.window import Shell
from facility_app.ui.theme import Theme
from tests.app.test_every_page import (
    NOTHING_MUCH,
    OPENED,
    Owed,
    all_roles,
    entered,
    opened,
    route_of,
    troubles,
)
from tests.helpers.demo import small_demo
from tests.helpers.windows import window


@pytest.fixture(autouse=True)
def little_to_collect() -> Iterator[None]:
    """What is here already stays: a round of collecting need not walk through it."""
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(scope="module")
def facility(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A facility at work."""
    yield from entered(small_demo(tmp_path_factory.mktemp("filled")))


def swept() -> None:
    """What is to be deleted is."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def choose_last_rows(page: Page) -> None:
    """Go to the end of every list in sight."""
    for table, model in lists_in_sight(page):
        if model.ids:
            table.select_ids(model.ids[-1:])
            page.grab(NOTHING_MUCH)


def lists_in_sight(page: Page) -> list[tuple[TableView, PagedTableModel[Any]]]:
    return [
        (one, model)
        for one in page.findChildren(TableView)
        if one.isVisible() and isinstance(model := one.model(), PagedTableModel)
    ]


def is_read(page: Page) -> bool:
    """Whether every row chosen is here: one far down is asked for when it is painted."""
    return all(
        model.row_of(one) is not None for table, model in lists_in_sight(page) for one in table.selected_ids()
    )


def what_it_shows(page: Page, qtbot: QtBot) -> dict[str, object]:
    """Words in sight, and what is selected in lists; how far these are scrolled hangs on their laying out."""
    qtbot.waitUntil(lambda: is_read(page))
    words = Counter(one.text() for one in page.findChildren(QLabel) if one.isVisible() and one.text())
    return {f"“{text}”": count for text, count in words.items()} | {
        one.objectName(): (one.selected_ids(), one.current_id()) for one, _ in lists_in_sight(page)
    }


def differences(before: dict[str, object], after: dict[str, object]) -> list[str]:
    """What is shown otherwise."""
    return [
        f"{key}: {before.get(key)} is now {after.get(key)}"
        for key in before | after
        if before.get(key) != after.get(key)
    ]


def go_away(shell: Shell) -> None:
    """To a page that is never unmade, and stay there for a while."""
    opened(shell, Route(HOME))
    while shell.navigator.let_go():
        pass
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_page_unmade_and_made_anew_shows_the_same_where_it_was_left_and_gave_everything_back(
    facility: Database, dressed: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(navigator, "MOST_MADE", 0)
    owed, unmade = Owed(), 0
    with window(facility, all_roles(facility), dressed) as (shell, watch):
        for spec in OPENED:
            with owed.each(spec):
                route = route_of(facility, spec)
                opened(shell, route)
                page = shell.page
                assert page is not None
                choose_last_rows(page)
                before, gone = what_it_shows(page, qtbot), weakref.ref(page)
                go_away(shell)
                if isValid(page):
                    continue
                del page
                unmade += 1
                swept()
                owed.note(spec, "nothing holds it any more", gc.get_referrers(gone()) if gone() else ())
                opened(shell, route)
                assert shell.page is not None
                owed.note(spec, "shows the same", differences(before, what_it_shows(shell.page, qtbot)))
                owed.note(spec, "comes back without a fault", troubles(shell, watch))
                go_away(shell)
        # Whoever listens for a page that is gone would hear it now.
        tables = frozenset((table.name, "") for one in MODULES for table in one.tables)
        shell.context().runner.changed.emit(Change(tables), None)
        dressed.set(scale=1.25)
        assert watch.failures == []
    assert owed.broken == []
    assert unmade > len(OPENED) // 2
