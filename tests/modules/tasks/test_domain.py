"""How urgent a task is, when a day ends, and that its life is whole."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.modules.tasks.domain import (
    NOTE,
    TASK_LIFE,
    TASK_STATE_LABELS,
    URGENCY_LABELS,
    Age,
    FigureTone,
    TaskState,
    Urgency,
    age_of,
    due_instant,
    start_of_day,
)
from tests.helpers.cases import each

DUE = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
LADDER = (1, 3, 7)


@each(
    ("waited", "age"),
    [
        (timedelta(days=-2), Age(Urgency.LATER, 0, 0)),
        (timedelta(hours=-1), Age(Urgency.TODAY, 0, 0)),
        (timedelta(0), Age(Urgency.TODAY, 0, 0)),
        (timedelta(hours=1), Age(Urgency.OVERDUE, 0, 0)),
        (timedelta(days=1), Age(Urgency.ESCALATED, 1, 1)),
        (timedelta(days=2, hours=23), Age(Urgency.ESCALATED, 1, 2)),
        (timedelta(days=3), Age(Urgency.ESCALATED, 2, 3)),
        (timedelta(days=100), Age(Urgency.ESCALATED, 3, 100)),
    ],
)
def test_the_longer_a_task_waits_the_higher_it_is_reported(waited: timedelta, age: Age) -> None:
    assert age_of(DUE, DUE + waited, LADDER) == age


def test_without_a_ladder_nothing_is_reported() -> None:
    assert age_of(DUE, DUE + timedelta(days=100), ()) == Age(Urgency.OVERDUE, 0, 100)


@given(st.integers(-500, 500), st.integers(0, 500))
def test_age_never_goes_back(hours: int, more: int) -> None:
    earlier = age_of(DUE, DUE + timedelta(hours=hours), LADDER)
    later = age_of(DUE, DUE + timedelta(hours=hours + more), LADDER)
    order = list(Urgency)
    assert order.index(earlier.urgency) <= order.index(later.urgency)
    assert (earlier.level, earlier.days_over) <= (later.level, later.days_over)


def test_a_day_ends_with_its_last_moment_here() -> None:
    due = due_instant(date(2026, 3, 2))
    assert local_date(due) == date(2026, 3, 2)
    assert local_date(due + timedelta(microseconds=1)) == date(2026, 3, 3)
    assert start_of_day(date(2026, 3, 3)) == due + timedelta(microseconds=1)
    assert due_instant(DUE) is DUE


def test_every_state_is_reachable_and_has_a_name() -> None:
    assert TASK_LIFE.unreachable(TaskState.OPEN) == frozenset()
    assert set(TASK_STATE_LABELS) == set(TaskState)
    assert set(URGENCY_LABELS) == set(Urgency)


def test_what_is_closed_is_not_closed_again() -> None:
    with pytest.raises(UserError) as refused:
        TASK_LIFE.next_state(TaskState.DONE, "tasks.acknowledge")
    assert "Mở lại việc" in refused.value.message


def test_a_note_is_tidied_and_capped() -> None:
    assert NOTE.kept("  đã gọi ", "note") == "đã gọi"
    for typed, code in (("x" * 1001, "text_too_long"), ("\ud800", "broken_text")):
        with pytest.raises(UserError) as refused:
            NOTE.kept(typed, "note")
        assert refused.value.code == code
        assert set(refused.value.fields) == {"note"}


def test_tones_of_figures_are_those_of_the_kit() -> None:
    assert [tone.value for tone in FigureTone] == ["neutral", "accent", "ok", "warning", "danger", "info"]
