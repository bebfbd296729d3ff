"""Sổ cũ: stays of before come in together; what was due then is no work now."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from facility_app.kernel.actor import Role
from facility_app.modules.stays.domain.case import Paper, TermEvent
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.stages import Stage, StageRow
from facility_app.modules.stays.domain.types import EventKind, PresenceState, StayType
from facility_app.modules.stays.queries.detail import list_counted, list_decisions, list_stages
from facility_app.modules.stays.queries.stays import list_stays_of
from facility_app.modules.stays.service.saved import SavedStay
from facility_app.modules.stays.service.takeover import StayLine, TakeOverStays, take_over_stays
from tests.modules.stays.house import ADMITTED, ASSIGNED, DECIDED, FACTS, OLD_DECIDED, TODAY, House

LEFT = date(2026, 12, 1)
ENDED: dict[str, Any] = {
    "exit_code": ExitCode.EXEMPT_ILLNESS,
    "exited_on": LEFT,
    "exit_paper": Paper("8/QĐ-TA", LEFT),
}


def line(house: House, kind: StayType = StayType.COMPULSORY_ADULT, **more: Any) -> StayLine:
    reason, decision = FACTS[kind]
    return replace(StayLine(house.person(), kind, reason, ADMITTED, decision), **more)


def taken(house: House, *lines: StayLine) -> tuple[SavedStay, ...]:
    return house.write(take_over_stays, TakeOverStays(lines, "sổ theo dõi 2026", TODAY))


def test_somebody_still_inside_is_counted_listed_and_put_on_the_worklists(house: House) -> None:
    rows = (StageRow(Stage.ADMISSION, ADMITTED, date(2026, 8, 3)),)
    (made,) = taken(house, line(house, assignment=ASSIGNED, held_from=date(2026, 7, 22), stages=rows))
    assert made.expected_end_on == date(2028, 7, 22)
    assert house.card(made.stay_id) == ("present", made.stay_id, "COMPULSORY_ADULT", "2028-07-22")
    assert [one.cause for one in house.read(list_counted, made.stay_id)] == ["stays.take_over_stays"]
    assert [one.facts.number for one in house.read(list_decisions, made.stay_id)] == ["12", "88"]
    assert [one.stage for one in house.read(list_stages, made.stay_id)] == [Stage.ADMISSION]
    assert house.due_on(made.stay_id, "release") == [date(2028, 7, 22)]


def test_what_was_due_before_counts_as_done_and_never_comes_back(house: House) -> None:
    (made,) = taken(house, line(house))
    assert "stage1" in house.tasks(made.stay_id, "done")
    assert "stage1" not in house.tasks(made.stay_id)


def test_somebody_away_is_where_the_last_event_says(house: House) -> None:
    away = TermEvent(EventKind.ESCAPE, date(2027, 1, 20), paper=Paper("5/QĐ-CSCN", date(2027, 1, 21)))
    (made,) = taken(house, line(house, events=(away,)))
    stay = house.stay(made.stay_id)
    assert (stay.presence, stay.presence_on, stay.expected_end_on) == (PresenceState.ESCAPED, away.from_on, None)


def test_a_reduction_is_no_absence_and_who_overstays_a_leave_is_escaped(house: House) -> None:
    reduced = line(
        house,
        admitted_on=date(2026, 5, 6),
        decision=OLD_DECIDED,
        events=(TermEvent(EventKind.REDUCTION, date(2026, 6, 20), months=1, paper=Paper("4", LEFT)),),
    )
    late = line(house, events=(TermEvent(EventKind.OVERSTAY, date(2027, 1, 20)),))
    inside, away = taken(house, reduced, late)
    assert (house.stay(inside.stay_id).presence, inside.expected_end_on) == (
        PresenceState.INSIDE,
        date(2027, 10, 6),
    )
    assert house.stay(away.stay_id).presence is PresenceState.ESCAPED


def test_books_are_taken_over_by_whoever_may_settle_terms(house: House) -> None:
    command = TakeOverStays((line(house),), "sổ", TODAY)
    for role in (Role.INTAKE, Role.CLERK):
        assert house.refused(take_over_stays, command, by=(role,)).code == "permission_denied"
    assert len(house.write(take_over_stays, command, by=(Role.HEAD,))) == 1


def test_somebody_back_inside_is_there_since_that_day(house: House) -> None:
    back = TermEvent(EventKind.HOSPITAL, date(2027, 1, 2), date(2027, 1, 9))
    (made,) = taken(house, line(house, events=(back,)))
    assert house.stay(made.stay_id).presence_on == date(2027, 1, 9)


def test_somebody_who_left_has_the_end_with_its_paper_and_owes_nothing(house: House) -> None:
    (made,) = taken(house, line(house, **ENDED))
    stay = house.stay(made.stay_id)
    assert (stay.exit_code, stay.exited_on, stay.presence) == (ExitCode.EXEMPT_ILLNESS, LEFT, PresenceState.OUT)
    assert house.card(made.stay_id) == ("left", None, None, None)
    assert house.event(made.stay_id, EventKind.END).paper_number == "8/QĐ-TA"
    assert house.tasks(made.stay_id) == {}
    ended = house.answer(made.stay_id).ended
    assert ended is not None
    assert ended.on == LEFT


def test_who_came_before_has_the_next_number(house: House) -> None:
    first = line(house, **ENDED)
    taken(house, first)
    (second,) = taken(house, replace(first, admitted_on=TODAY, exit_code=None, exited_on=None, exit_paper=None))
    assert second.code.endswith(".2")
    assert len(house.read(list_stays_of, first.resident_id)) == 2


def test_one_part_is_one_decision_of_one_person(house: House) -> None:
    taken(
        house, line(house), line(house, StayType.TEMPORARY, admitted_on=date(2026, 12, 20)), line(house, **ENDED)
    )
    assert house.verbs().count("stays.take_over_stays") == 1


def bad(house: House) -> dict[str, tuple[StayLine, str]]:
    good = line(house)
    paper = Paper("1", LEFT)
    return {
        "open": (replace(good, resident_id=house.stay(house.admit().stay_id).resident_id), "stay_open_already"),
        "tomorrow": (
            replace(good, exit_code=ExitCode.COURT_REFUSED, exited_on=TODAY + timedelta(1)),
            "exit_in_future",
        ),
        "unfit": (replace(good, **{**ENDED, "exit_code": ExitCode.TEMP_RELEASED}), "exit_odd"),
        "bare": (replace(good, **{**ENDED, "exit_paper": None}), "exit_paper_missing"),
        "early": (replace(good, **{**ENDED, "exit_code": ExitCode.COMPLETED_COMPULSORY}), "exit_before_end"),
        "unknown": (replace(good, resident_id="0" * 32), "not_found"),
        "future": (replace(good, decision=replace(DECIDED, issued_on=TODAY + timedelta(1))), "decision_in_future"),
        "undecided": (replace(good, decision=None), "bad_fields"),
        "pause": (replace(good, **{**ENDED, "exit_code": ExitCode.OUT_HOSPITAL}), "term_pause_no_end"),
        "escape": (
            replace(
                good,
                stay_type=StayType.VOLUNTARY_PUBLIC,
                events=(TermEvent(EventKind.ESCAPE, LEFT, TODAY, paper),),
            ),
            "term_voluntary_adds",
        ),
    }


@pytest.mark.parametrize(
    "what", ["open", "tomorrow", "unfit", "bare", "early", "unknown", "future", "undecided", "pause", "escape"]
)
def test_one_wrong_line_stops_the_whole_part(house: House, what: str) -> None:
    wrong, code = bad(house)[what]
    before = house.sql("SELECT count(*) FROM stay")
    refusal = house.refused(take_over_stays, TakeOverStays((line(house), wrong), "sổ", TODAY))
    assert refusal.code == code
    assert house.sql("SELECT count(*) FROM stay") == before


def test_the_same_person_twice_and_a_book_without_a_name_are_refused(house: House) -> None:
    one = line(house)
    assert house.refused(take_over_stays, TakeOverStays((one, one), "sổ", TODAY)).code == "stay_open_already"
    assert house.refused(take_over_stays, TakeOverStays((one,), " ", TODAY)).code == "reason_missing"
