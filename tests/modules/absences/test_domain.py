"""Rules of absences on plain values: who may mourn whom for how long, moments that can be, what must be told."""

from datetime import UTC, date, datetime, timedelta

import pytest

from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.modules.absences.domain.cases import CaseKind, CaseState, is_overdue
from facility_app.modules.absences.domain.duties import (
    STEPS_OF,
    Step,
    decision_duty,
    duties_at_leaving,
    duties_at_return,
)
from facility_app.modules.absences.domain.funeral import Mourned, check_leave, last_moment, leave_days
from facility_app.modules.absences.domain.moments import check_back, check_due, check_gone

NOON = datetime(2026, 8, 3, 5, tzinfo=UTC)
FIRST = date(2026, 8, 3)


@pytest.mark.parametrize(
    ("mourned", "days", "travel", "code"),
    [
        (Mourned.FATHER_IN_LAW, 5, 0, None),
        (Mourned.SPOUSE, 7, 2, None),
        (Mourned.CHILD, 6, 0, "leave_too_long"),
        (Mourned.CHILD, 8, 2, "leave_too_long"),
        (Mourned.OTHER, 3, 0, "not_mourned"),
        (Mourned.MOTHER, 2, 2, "leave_all_travel"),
        (Mourned.MOTHER, 0, 0, "span_reversed"),
        (Mourned.MOTHER, 3, -1, "number_out_of_range"),
    ],
)
def test_a_leave_is_for_the_nearest_and_five_days_without_the_way(
    mourned: Mourned, days: int, travel: int, code: str | None
) -> None:
    faults = Faults()
    check_leave(faults, mourned, FIRST, FIRST + timedelta(days=days - 1), travel, 5)
    if code is None:
        faults.refuse()
        return
    with pytest.raises(UserError) as told:
        faults.refuse()
    assert told.value.code == code
    assert "{" not in told.value.message


def test_both_ends_of_a_leave_count_and_its_last_day_is_whole() -> None:
    assert leave_days(FIRST, date(2026, 8, 7), 0) == 5
    assert last_moment(FIRST) == datetime(2026, 8, 3, 16, 59, tzinfo=UTC)


def test_somebody_is_late_by_the_clock_and_only_while_away() -> None:
    later = NOON + timedelta(minutes=1)
    assert is_overdue(CaseState.AWAY, NOON, later)
    assert not is_overdue(CaseState.AWAY, NOON, NOON)
    assert not is_overdue(CaseState.AWAY, None, later)
    assert not any(is_overdue(state, NOON, later) for state in CaseState if state is not CaseState.AWAY)


@pytest.mark.parametrize(
    ("check", "code"),
    [
        (lambda: check_back(NOON, NOON - timedelta(minutes=1), NOON), "back_before_left"),
        (lambda: check_back(NOON, NOON + timedelta(minutes=1), NOON), "back_in_future"),
        (lambda: check_gone(NOON + timedelta(minutes=1), NOON), "left_in_future"),
        (lambda: check_due(NOON, NOON), "due_before_left"),
        (lambda: check_back(NOON, NOON, NOON), None),
        (lambda: check_due(NOON, None), None),
    ],
)
def test_a_moment_is_neither_before_what_came_before_nor_ahead_of_the_clock(check, code) -> None:  # type: ignore[no-untyped-def]  # cases of one table
    if code is None:
        check()
        return
    with pytest.raises(UserError) as told:
        check()
    assert (told.value.code, "{" in told.value.message) == (code, False)


def test_every_kind_asks_for_what_its_article_names() -> None:
    asked = {kind: {one.code for one in duties_at_leaving(kind, NOON)} for kind in CaseKind}
    assert asked[CaseKind.HOSPITAL] == asked[CaseKind.SUSPENSION] == {Step.TOLD_FAMILY, Step.TOLD_PROVINCE}
    assert asked[CaseKind.ESCAPE] == {"search"}
    assert asked[CaseKind.DEATH] == set(STEPS_OF[CaseKind.DEATH]) - {Step.OTHER}
    assert {one.code for one in duties_at_return(CaseKind.FUNERAL, NOON)} == {Step.HEALTH_CHECK, Step.DRUG_TEST}
    (check,) = duties_at_return(CaseKind.HOSPITAL, NOON, 6)
    assert (check.code, check.due_at) == (Step.HEALTH_CHECK, NOON + timedelta(hours=6))
    assert duties_at_return(CaseKind.PROCEEDINGS, NOON) == ()
    assert decision_duty(CaseKind.FUNERAL, NOON, 24).due_at == NOON + timedelta(days=1)
    # What is asked for by a step can be written down as that step.
    steps = {str(step) for step in Step}
    for kind, codes in asked.items():
        assert codes & steps <= set(map(str, STEPS_OF[kind]))
