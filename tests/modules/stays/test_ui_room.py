"""The tabs and forms of stays have room for their words, answer to the keyboard and ask little of the disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.modules.stays.domain.plan import PlanPart
from facility_app.modules.stays.domain.presence import RECORD_ESCAPE_VERB, TAKE_BACK_VERB
from facility_app.modules.stays.service.presence import Move, record_escape
from facility_app.modules.stays.ui.plan_pane import PlanPane
from facility_app.modules.stays.ui.stages_pane import StagesPane
from facility_app.modules.stays.ui.stay_list import PERSON_PAGE, TERM_PART
from facility_app.modules.stays.ui.term_pane import TermPane
from facility_app.ui.record_page import RecordPage
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import Route
from facility_app.ui.shell.window import Shell
from facility_app.ui.theme import Theme
from tests.helpers.screens import House, Screens, furnished
from tests.helpers.windows import clipped, counted_statements, failed_parts, not_reached_by_tab, window
from tests.modules.stays.ui_pages import admitted, person

PARTS = (TERM_PART, "stays.stages", "stays.plan")
MOST_STATEMENTS = 48
"""As for every page that is no list."""


@pytest.fixture
def seat(tmp_path: Path, dressed: Theme, qtbot: QtBot) -> Iterator[Screens]:
    """Somebody in every role, at a file of the test's own."""
    for facility in furnished(tmp_path):
        made = House(facility, dressed, qtbot)
        yield made.sit_down(*Role)
        made.close()


def escaped(seat: Screens) -> str:
    """Somebody with warnings, an event and a picture."""
    resident_id = person(seat)
    stay = admitted(seat, resident_id)
    seat.write(lambda uow: record_escape(uow, Move(stay.stay_id, stay.version)))
    return resident_id


def opened(shell: Shell, resident_id: str, part_id: str) -> Pane:
    shell.go(Route(PERSON_PAGE, resident_id, {"tab": part_id}))
    # What moves asks for room again: twice is enough for a window that has come to rest.
    for _ in range(2):
        QCoreApplication.sendPostedEvents()
        shell.grab()
    assert isinstance(shell.page, RecordPage)
    pane = shell.page.tabs.stack.currentWidget()
    assert isinstance(pane, Pane)
    return pane


def asked(pane: Pane) -> None:
    """Every form of a tab, open."""
    if isinstance(pane, TermPane):
        assert pane.seen is not None
        for verb in (TAKE_BACK_VERB,):
            pane.ask_arrow(verb)
        for ask in (pane.end, pane.set_term, pane.set_police, pane.void, pane.decisions.add):
            ask()
        pane.events.settle(pane.seen.events[0])
    elif isinstance(pane, StagesPane):
        pane.start()
    elif isinstance(pane, PlanPane):
        pane.edit(PlanPart.MEDICAL)


@pytest.mark.parametrize("part_id", PARTS)
def test_no_word_of_a_tab_or_its_forms_is_clipped_at_one_and_a_half(
    seat: Screens, dressed: Theme, part_id: str
) -> None:
    resident_id = escaped(seat)
    dressed.set(scale=1.5)
    with window(seat.facility.database, seat.actor, dressed) as (shell, watch):
        pane = opened(shell, resident_id, part_id)
        assert clipped(pane) == []
        asked(pane)
        dialogs = [one for one in pane.findChildren(QDialog) if one.isVisible()]
        assert dialogs != []
        for dialog in dialogs:
            QCoreApplication.sendPostedEvents()
            dialog.grab()
            assert clipped(dialog) == []
            dialog.done(QDialog.DialogCode.Rejected)
        assert watch.failures == []


@pytest.mark.parametrize("part_id", PARTS)
def test_the_tab_key_reaches_everything_and_little_is_asked_of_the_disk(
    seat: Screens, dressed: Theme, part_id: str
) -> None:
    resident_id = escaped(seat)
    with window(seat.facility.database, seat.actor, dressed) as (shell, watch), counted_statements() as statements:
        pane = opened(shell, resident_id, part_id)
        asked_for = len(statements)
        assert failed_parts(pane) == []
        assert not_reached_by_tab(shell) == []
        assert watch.failures == []
    assert asked_for <= MOST_STATEMENTS, statements


def test_a_verb_is_begun_by_its_key(seat: Screens, dressed: Theme) -> None:
    resident_id = escaped(seat)
    with window(seat.facility.database, seat.actor, dressed) as (shell, _):
        pane = opened(shell, resident_id, TERM_PART)
        assert isinstance(pane, TermPane)
        keys = {one.spec.id: one.spec.shortcut for one in pane.head.bar.commands()}
    assert keys[TAKE_BACK_VERB] == "Ctrl+Shift+N"
    assert len({one for one in keys.values() if one}) == len([one for one in keys.values() if one])
    assert RECORD_ESCAPE_VERB not in keys
