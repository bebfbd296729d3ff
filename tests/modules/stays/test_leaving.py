"""What an exit asks for, on plain values: its paper before the day of leaving, from that day on nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facility_app.kernel.errors import UserError
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain.admission import FirstDay
from facility_app.modules.stays.domain.decisions import StartBasis
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.leaving import Leaving
from facility_app.modules.stays.domain.presence import Arrow, Seen, seen_away
from facility_app.modules.stays.domain.types import PresenceState, StayType

ADMITTED, END = date(2026, 8, 1), date(2028, 8, 1)
BEFORE = END - timedelta(days=1)
LEAVING = Leaving(
    ExitCode.COMPLETED_COMPULSORY,
    END,
    StayType.COMPULSORY_ADULT,
    LegalRegime.L2025,
    ADMITTED,
    PresenceState.INSIDE,
    ADMITTED,
    END,
    has_paper=False,
)
STARTED = FirstDay(
    StayType.COMPULSORY_ADULT, ADMITTED, date(2026, 7, 30), StartBasis.HANDOVER, None, None, None, None
)


def refusal(leaving: Leaving, today: date = END) -> str:
    """The code it is refused with; empty for none."""
    try:
        leaving.check_day(today)
        leaving.check_lawful()
    except UserError as told:
        return told.code if "{" not in told.message else told.message
    return ""


@pytest.mark.parametrize("code", list(ExitCode))
def test_from_the_day_of_leaving_no_reason_and_no_paper_stops_anybody(code: ExitCode) -> None:
    turned = "convert_instead" if code is ExitCode.TEMP_TO_COMPULSORY else ""
    for stay_type in StayType:
        assert refusal(replace(LEAVING, exit_code=code, stay_type=stay_type)) == turned


def test_before_the_day_of_leaving_each_exit_asks_for_what_is_its_own() -> None:
    cases = {
        ExitCode.COMPLETED_COMPULSORY: "exit_before_end",
        ExitCode.EXEMPT_ILLNESS: "exit_paper_missing",
        ExitCode.SELF_TERMINATED: "exit_odd",
        ExitCode.DECISION_ANNULLED: "",
        ExitCode.DEATH: "",
    }
    for code, told in cases.items():
        for leave_by in (END, None):
            assert refusal(replace(LEAVING, exit_code=code, exited_on=BEFORE, leave_by=leave_by)) == told


def test_nobody_leaves_before_the_day_they_were_last_seen_here() -> None:
    seen = replace(LEAVING, presence=PresenceState.HOSPITAL, presence_on=END - timedelta(days=2))
    assert refusal(seen) == ""
    assert refusal(replace(seen, exited_on=END - timedelta(days=3))) == "exit_before_presence"
    assert refusal(replace(seen, exited_on=ADMITTED - timedelta(days=1))) == "exit_before_admission"
    assert refusal(seen, today=BEFORE) == "exit_in_future"


def test_the_first_day_is_the_papers_unless_somebody_sets_it_by_hand() -> None:
    later, earlier = ADMITTED + timedelta(days=90), ADMITTED - timedelta(days=1)
    told = replace(STARTED, basis=StartBasis.INFORMED, informed_on=later)
    printed = replace(STARTED, basis=StartBasis.PRINTED, decided_from=later)
    by_hand = {
        STARTED: False,
        replace(STARTED, typed_on=ADMITTED): False,
        replace(STARTED, typed_on=later): True,
        replace(STARTED, typed_on=earlier, basis=StartBasis.OFFICER): True,
        # Told late, nobody loses days that were held before: they come off the term.
        told: True,
        replace(told, held_from=earlier): False,
        printed: True,
        replace(printed, decided_from=earlier): False,
    }
    assert {one: one.is_by_hand for one in by_hand} == by_hand


def test_the_days_of_an_absence_are_those_between_the_arrows_that_opened_and_ended_it() -> None:
    days = [date(2026, 10, day) for day in (1, 5, 9)]
    arrows = [
        Arrow("a", days[0], PresenceState.ESCAPED),
        Arrow("b", days[1], PresenceState.HOSPITAL),
        Arrow("b", days[2], PresenceState.INSIDE),
    ]
    assert seen_away(arrows, "a") == Seen(days[0], days[1])
    assert seen_away(arrows, "b") == Seen(days[1], days[2])
    assert seen_away(arrows[:1], "a") == Seen(days[0], None)
    # Carried over from a temporary stay: only the coming back was written down here.
    assert seen_away(arrows[2:], "b") == Seen(None, days[2])
    assert seen_away(arrows, "c") == Seen(None, None)
    assert Seen(days[0], days[1]).holds(days[0], days[1])
    assert not Seen(days[0], days[1]).holds(days[0], days[2])
    assert not Seen(days[1], days[2]).holds(days[0], days[2])
    assert Seen(days[0], None).holds(days[0], None)
