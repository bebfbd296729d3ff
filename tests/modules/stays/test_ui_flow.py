"""A stay by its screens alone: admitted, away, back, escaped without a paper, the paper added, ended."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.presence import (
    LEAVE,
    PRESENCE,
    RECORD_ESCAPE_VERB,
    SEND_TO_HOSPITAL,
    TAKE_BACK_VERB,
)
from facility_app.modules.stays.domain.types import PresenceState, StayType
from facility_app.modules.stays.queries.stays import list_stays_of
from facility_app.modules.stays.service.presence import Move, send_to_hospital
from facility_app.modules.stays.ui.moves import SERVICES
from facility_app.ui.forms.conflict import ConflictDialog
from facility_app.ui.theme import Theme
from facility_app.ui.widgets.states import State
from tests.helpers.screens import House, Screens, furnished, texts
from tests.modules.stays.ui_pages import (
    TYPED,
    admitted,
    chips,
    dialog,
    person,
    term,
    type_in,
    verbs,
    why,
    words_of,
)

LATER = datetime(2026, 12, 10, 2, tzinfo=UTC)


@pytest.fixture
def screens(tmp_path: Path, dressed: Theme, qtbot: QtBot) -> Iterator[House]:
    """A facility of the test's own, at 08:48 on 21/11/2026."""
    for facility in furnished(tmp_path):
        made = House(facility, dressed, qtbot)
        yield made
        made.close()


@pytest.fixture
def seat(screens: House) -> Screens:
    """Somebody who may do everything of the stay."""
    return screens.sit_down(Role.HEAD, Role.CLERK)


def test_a_stay_goes_from_the_gate_in_to_the_gate_out_by_its_screens(screens: House, seat: Screens) -> None:
    resident_id = person(seat)
    pane = term(seat, resident_id)
    assert pane.states.state() is State.EMPTY
    pane.admit()
    form = dialog(pane)
    type_in(form, {"stay_type": StayType.COMPULSORY_ADULT, **TYPED})
    form.form.submit()
    assert pane.states.state() is State.CONTENT
    assert why(pane) == "Vì sao ra ngày 21/11/2028?"
    assert pane.chart is not None
    assert any("24 tháng" in one for one in pane.chart.says())

    pane.ask_arrow(SEND_TO_HOSPITAL)
    dialog(pane).form.submit()
    assert [one for one in chips(pane) if "Đang nằm viện" in one] != []

    screens.facility.file.clock.at = LATER
    pane.ask_arrow(TAKE_BACK_VERB)
    dialog(pane).form.submit()
    assert texts(pane.events.table, "to") == ["10/12/2026"]
    assert "Đã chấp hành" in texts(pane.ledger.table, "effect")

    screens.facility.file.clock.at = LATER.replace(day=12)
    pane.ask_arrow(RECORD_ESCAPE_VERB)
    dialog(pane).form.submit()
    screens.facility.file.clock.at = LATER.replace(day=15)
    pane.ask_arrow(TAKE_BACK_VERB)
    dialog(pane).form.submit()
    assert [one for one in pane.findings.texts if "chưa có số, ngày của giấy tờ" in one] != []
    assert pane.seen is not None
    assert pane.seen.answer.added_days == 0

    pane.findings.buttons[0].click()
    type_in(dialog(pane), {"paper_number": "09/QĐ-CSCN", "paper_on": "13/12/2026"})
    dialog(pane).form.submit()
    # The day of leaving moves later: the head says why.
    assert "24/11/2028" in dialog(pane).form.fields["reason"].message()
    type_in(dialog(pane), {"reason": "V-43 tới sau"})
    dialog(pane).form.submit()
    assert pane.seen.answer.added_days == 3
    assert [one for one in pane.findings.texts if "quyết định giao cơ sở" in one] == list(pane.findings.texts)
    assert why(pane) == "Vì sao ra ngày 24/11/2028?"

    pane.end()
    type_in(dialog(pane), {"exit_code": ExitCode.EXEMPT_ILLNESS})
    dialog(pane).form.submit()
    assert "Cần số và ngày của giấy tờ" in dialog(pane).form.fields["paper_number"].message()
    type_in(dialog(pane), {"paper_number": "7/QĐ", "paper_on": "14/12/2026"})
    dialog(pane).form.submit()
    (stay,) = seat.read(lambda uow: list_stays_of(uow, resident_id))
    assert stay.exit_code is ExitCode.EXEMPT_ILLNESS
    assert verbs(pane)[0] == "stays.admit_resident"


def test_only_arrows_from_the_present_state_are_offered(seat: Screens) -> None:
    resident_id = person(seat)
    stay = admitted(seat, resident_id)
    pane = term(seat, resident_id)
    offered = set(verbs(pane)) & set(PRESENCE.verb_texts)
    assert offered == set(PRESENCE.verbs_from(PresenceState.INSIDE)) - {LEAVE}
    seat.write(lambda uow: send_to_hospital(uow, Move(stay.stay_id, stay.version)))
    pane.ask()
    assert verbs(pane)[0] == TAKE_BACK_VERB
    assert set(verbs(pane)) & set(PRESENCE.verb_texts) == set(PRESENCE.verbs_from(PresenceState.HOSPITAL)) - {
        LEAVE
    }


def test_every_arrow_but_leaving_has_its_verb(seat: Screens) -> None:
    assert set(SERVICES) == set(PRESENCE.verb_texts) - {LEAVE}
    assert seat.went == []


def test_an_escape_of_a_voluntary_resident_says_why_not_before_it_is_tried(seat: Screens) -> None:
    resident_id = person(seat)
    admitted(seat, resident_id, StayType.VOLUNTARY_PUBLIC)
    pane = term(seat, resident_id)
    (escape,) = [one for one in pane.head.bar.commands() if one.spec.id == RECORD_ESCAPE_VERB]
    assert "không bị coi là bỏ trốn" in escape.why_not()


def test_whoever_may_not_reads_the_term_and_why_each_verb_is_closed(screens: House, seat: Screens) -> None:
    resident_id = person(seat)
    admitted(seat, resident_id)
    nurse = screens.sit_down(Role.NURSE)
    pane = term(nurse, resident_id)
    assert pane.states.state() is State.CONTENT
    assert [one.spec.id for one in pane.head.bar.commands() if not one.why_not()] == []
    assert "Cần quyền" in pane.head.bar.commands()[0].why_not()


def test_a_move_that_comes_second_keeps_what_was_typed_and_tells_what_was_written(seat: Screens) -> None:
    resident_id = person(seat)
    stay = admitted(seat, resident_id)
    pane = term(seat, resident_id)
    pane.ask_arrow(RECORD_ESCAPE_VERB)
    form = dialog(pane)
    type_in(form, {"paper_number": "11", "paper_on": "21/11/2026"})
    seat.write(lambda uow: send_to_hospital(uow, Move(stay.stay_id, stay.version)))
    form.form.submit()
    conflict = seat.dialog(pane, ConflictDialog)
    assert "Đang nằm viện" in words_of(conflict)
    assert form.form.fields["paper_number"].typed() == "11"
