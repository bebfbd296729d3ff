"""Temporary management turned compulsory: one transaction, its days taken off, nothing of it lost."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from facility_app.kernel.actor import Role
from facility_app.modules.stays.domain.decisions import StartBasis
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.types import AdmissionReason, EventKind, PresenceState, StayType
from facility_app.modules.stays.queries.detail import list_counted
from facility_app.modules.stays.queries.overview import find_overview
from facility_app.modules.stays.service import presence
from facility_app.modules.stays.service.admission import ConvertTemporary, convert_temporary
from facility_app.modules.stays.service.ending import VoidStay, void_stay
from facility_app.modules.stays.service.events import SettleEvent, StrikeEvent, settle_event, strike_event
from tests.modules.stays.house import ASSIGNED, DECIDED, HELD, PAPER, TODAY, House

COURT_DECIDED = replace(DECIDED, number="21", issued_on=date(2027, 1, 28))
HELD_ON = date(2026, 12, 20)


def held(house: House) -> str:
    return house.admit(StayType.TEMPORARY, custody_until=date(2027, 3, 1), seat_police="Công an xã B").stay_id


def turned(house: House, stay_id: str, **more: Any) -> ConvertTemporary:
    made = ConvertTemporary(
        stay_id,
        house.stay(stay_id).version,
        StayType.COMPULSORY_ADULT,
        AdmissionReason.NOT_REGISTERED,
        TODAY,
        COURT_DECIDED,
        ASSIGNED,
    )
    return replace(made, **more)


def test_the_term_begins_when_the_head_tells_the_person_less_the_days_held(house: House) -> None:
    old = held(house)
    made = house.write(convert_temporary, turned(house, old))
    stay = house.stay(made.stay_id)
    days = (TODAY - HELD_ON).days
    assert (stay.term_start_on, stay.informed_on, stay.start_basis) == (TODAY, TODAY, StartBasis.INFORMED)
    assert made.expected_end_on == date(2029, 2, 1) - timedelta(days=days)
    assert house.answer(made.stay_id).credited_days == days == 43
    assert (stay.earlier_stay_id, stay.seat_police) == (old, "Công an xã B")
    assert house.stay(old).exit_code is ExitCode.TEMP_TO_COMPULSORY
    assert house.card(made.stay_id) == (
        "present",
        made.stay_id,
        "COMPULSORY_ADULT",
        made.expected_end_on.isoformat(),
    )


def test_what_the_temporary_stay_owed_goes_with_it_and_its_last_answer_is_written_down(house: House) -> None:
    old = held(house)
    assert "custody_limit" in house.tasks(old)
    house.write(convert_temporary, turned(house, old))
    assert house.tasks(old) == {}
    assert house.read(list_counted, old)[0].cause == "stays.convert_temporary"


def test_the_one_who_takes_people_in_may_do_it(house: House) -> None:
    made = house.write(convert_temporary, turned(house, held(house)), by=(Role.INTAKE,))
    assert made.code.endswith(".2")


def test_an_escape_while_the_file_was_made_shrinks_what_is_taken_off(house: House) -> None:
    old = held(house)
    house.move(presence.record_escape, old, date(2027, 1, 4), **PAPER)
    house.move(presence.take_back, old, date(2027, 1, 9))
    made = house.write(convert_temporary, turned(house, old))
    assert house.answer(made.stay_id).credited_days == 43 - 5
    assert made.expected_end_on == date(2029, 2, 1) - timedelta(days=38)


def test_an_escape_without_its_paper_shrinks_nothing_and_the_paper_stays_asked_for(house: House) -> None:
    old = held(house)
    house.move(presence.record_escape, old, date(2027, 1, 4))
    house.move(presence.take_back, old, date(2027, 1, 9))
    made = house.write(convert_temporary, turned(house, old))
    assert house.answer(made.stay_id).credited_days == 43
    assert "event_paper" in house.tasks(made.stay_id)


def test_a_false_escape_is_struck_out_or_shortened_in_both_stays_by_one_decision(house: House) -> None:
    old = held(house)
    house.move(presence.record_escape, old, date(2027, 1, 4), **PAPER)
    house.move(presence.take_back, old, date(2027, 1, 9))
    made = house.write(convert_temporary, turned(house, old))
    event = house.event(old, EventKind.ESCAPE)
    shorter = SettleEvent(
        event.event_id, event.version, event.from_on, date(2027, 1, 7), event.paper_number, event.paper_on
    )
    house.write(settle_event, shorter)
    assert house.event(made.stay_id, EventKind.ESCAPE).to_on == date(2027, 1, 7)
    event = house.event(old, EventKind.ESCAPE)
    house.write(strike_event, StrikeEvent(event.event_id, event.version, "ghi nhầm"))
    assert EventKind.ESCAPE not in [kind for kind, _, _ in house.events(made.stay_id)]
    assert house.stay(made.stay_id).expected_end_on == date(2029, 2, 1) - timedelta(days=43)
    asked = (
        "SELECT count(DISTINCT v.record_id) FROM audit_entry e JOIN audit_value v ON v.entry_seq = e.seq "
        "WHERE e.verb = 'stays.strike_event' AND v.column_name = 'void_reason'"
    )
    assert house.sql(asked) == [(2,)]


def test_told_on_a_day_of_an_escape_is_refused_and_names_the_field(house: House) -> None:
    old = held(house)
    house.move(presence.record_escape, old, date(2027, 1, 28))
    house.move(presence.take_back, old, date(2027, 1, 31))
    command = turned(house, old, informed_on=date(2027, 1, 29))
    refusal = house.refused(convert_temporary, command)
    assert (refusal.code, set(refusal.fields)) == ("not_there_to_be_told", {"informed_on"})
    house.write(convert_temporary, replace(command, informed_on=date(2027, 1, 31)))


def test_turned_without_the_decision_that_assigns_the_facility_it_is_told_and_shown_with_its_article(
    house: House,
) -> None:
    decision = replace(COURT_DECIDED, decided_to=date(2029, 1, 1))
    made = house.write(convert_temporary, turned(house, held(house), assignment=None, decision=decision))
    seen = house.read(find_overview, house.stay(made.stay_id).resident_id)
    assert seen is not None
    for found in (made.findings, seen.on_paper):
        told = {one.code: one for one in found}
        assert set(told) == {"assignment_missing", "printed_end_differs"}
        assert "Đ38.5" in told["assignment_missing"].article
        assert "01/01/2029" in told["printed_end_differs"].message


def test_told_in_a_hospital_the_person_is_still_there(house: House) -> None:
    old = held(house)
    house.move(presence.send_to_hospital, old, date(2027, 1, 20))
    made = house.write(convert_temporary, turned(house, old))
    assert house.stay(made.stay_id).presence is PresenceState.HOSPITAL
    assert (EventKind.HOSPITAL, TODAY, None) in house.events(made.stay_id)
    assert house.card(made.stay_id)[0] == "away"
    house.move(presence.take_back, made.stay_id, TODAY)


def test_somebody_who_has_escaped_cannot_be_told(house: House) -> None:
    old = held(house)
    house.move(presence.record_escape, old, date(2027, 1, 4))
    refusal = house.refused(convert_temporary, turned(house, old))
    assert refusal.code == "not_there_to_be_told"
    assert house.stay(old).exited_on is None


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"stay_type": StayType.VOLUNTARY_PUBLIC}, "not_compulsory"),
        ({"decision": replace(COURT_DECIDED, number="")}, "field_missing"),
        ({"decision": replace(COURT_DECIDED, decided_months=30)}, "stay_reason_needed"),
        ({"informed_on": TODAY + timedelta(days=1)}, "day_out_of_range"),
        ({"informed_on": date(2027, 1, 27)}, "stay_reason_needed"),
        ({"version": 99}, "record_changed"),
    ],
)
def test_what_is_refused_leaves_the_temporary_stay_as_it_was(
    house: House, more: dict[str, Any], code: str
) -> None:
    old = held(house)
    assert house.refused(convert_temporary, turned(house, old, **more)).code == code
    assert house.stay(old).exited_on is None
    assert house.sql("SELECT count(*) FROM stay") == [(1,)]


def test_only_an_open_temporary_stay_turns_compulsory(house: House) -> None:
    adult = house.admit().stay_id
    assert house.refused(convert_temporary, turned(house, adult)).code == "not_temporary"
    gone = house.admit(StayType.TEMPORARY, decision=replace(HELD, number="6")).stay_id
    house.end(gone, ExitCode.TEMP_RELEASED)
    assert house.refused(convert_temporary, turned(house, gone)).code == "not_temporary"


def test_the_stay_that_goes_on_is_not_struck_out_for_then_nobody_would_know_the_person_is_inside(
    house: House,
) -> None:
    made = house.write(convert_temporary, turned(house, held(house)))
    refusal = house.refused(void_stay, VoidStay(made.stay_id, made.version, "nhầm"))
    assert refusal.code == "stay_goes_on"
