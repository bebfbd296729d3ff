"""Shares counted by hand over the rows of a file: row after row, without a query that could be wrong."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

Rows = Callable[[str], Iterable[tuple[Any, ...]]]


def falls(day: str | None, first: date, last: date) -> bool:
    """Whether a day of a row lies in the period."""
    return day is not None and first <= date.fromisoformat(day) <= last


def naive_here(rows: Rows, first: date, last: date) -> set[str]:
    """Who had a stay open on a day of the period."""
    here = set()
    for who, came, left, voided in rows("SELECT resident_id, admitted_on, exited_on, voided_at FROM stay"):
        is_over = left is not None and date.fromisoformat(left) < first
        if voided is None and date.fromisoformat(came) <= last and not is_over:
            here.add(who)
    return here


def naive_legal(rows: Rows, first: date, last: date) -> tuple[int, int]:
    """Residents of a period, and of them given legal education, by class or by topic."""
    here = naive_here(rows, first, last)
    law_classes = {one for one, kind in rows("SELECT id, kind FROM school_class") if kind == "legal"}
    law_topics = {one for one, kind in rows("SELECT id, kind FROM programme_topic") if kind == "law"}
    lessons = set()
    asked = "SELECT id, class_id, topic_id, held_on, state, voided_at FROM class_session"
    for one, taught_in, topic, on, state, voided in rows(asked):
        is_legal = taught_in in law_classes or topic in law_topics
        if voided is None and state == "held" and is_legal and falls(on, first, last):
            lessons.add(one)
    sat = set()
    for lesson, who, mark, voided in rows("SELECT session_id, resident_id, mark, voided_at FROM attendance"):
        if voided is None and mark in {"present", "late"} and lesson in lessons:
            sat.add(who)
    return len(here), len(here & sat)


def naive_shares(rows: Rows, first: date, last: date) -> tuple[int, int, int, int, int]:
    """Residents of a period, and of them counselled on jobs, trained, begun, certified; both days count.

    Args:
        rows: every row of a ``SELECT`` over the file.
        first: the first day.
        last: the last day.
    """

    here = naive_here(rows, first, last)
    counselled = set()
    for table, day in (("job_talk", "talked_on"), ("guidance", "guided_on")):
        for who, on, voided in rows(f"SELECT resident_id, {day}, voided_at FROM {table}"):
            if voided is None and falls(on, first, last):
                counselled.add(who)
    trained = set()
    for who, on, mark, voided in rows("SELECT resident_id, held_on, mark, voided_at FROM lesson_tick"):
        if voided is None and mark in {"present", "late"} and falls(on, first, last):
            trained.add(who)
    began = set()
    for who, on, voided in rows("SELECT resident_id, started_on, voided_at FROM course_enrolment"):
        if voided is None and falls(on, first, last):
            began.add(who)
    given = list(rows("SELECT id, resident_id, issued_on, number, cancels_id FROM course_certificate"))
    taken_back = {cancels for *_, cancels in given}
    certified = {
        who
        for one, who, on, number, _ in given
        if number is not None and one not in taken_back and falls(on, first, last)
    }
    return (
        len(here), len(here & counselled), len(here & trained), len(here & began), len(here & certified),
    )  # fmt: skip
