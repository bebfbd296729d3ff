"""Scores of courses as they stand, read for several courses at once, and who has passed by the mark of the day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.catalogues.api import get_parameter_book
from facility_app.modules.vocational.domain.results import MARK_KEY, PassMark, Scored, Standing, standing_of
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.tables import Assessment, Course, CourseExam, CourseModule

_COURSE: Final = sa.inspect(Course).local_table.c
_MODULE: Final = sa.inspect(CourseModule).local_table.c
_SCORE: Final = sa.inspect(Assessment).local_table.c
_EXAM: Final = sa.inspect(CourseExam).local_table.c
EXAM: Final = ""
"""The place of the exam among the modules' ids."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What decides who has passed one course.

    Attributes:
        hours: module id → its hours.
        has_exam: whether there was one; then its score alone decides.
        decided_on: the day of the exam, else the last day of the course.
        mark: in force on that day.
        scores: person → module id, or ``EXAM`` → score; notes alike.
    """

    hours: Mapping[str, int]
    has_exam: bool
    decided_on: date
    mark: PassMark
    scores: Mapping[str, Mapping[str, Decimal]] = field(repr=False)
    notes: Mapping[str, Mapping[str, str]] = field(repr=False)

    def scored(self, resident_id: str) -> tuple[Scored, ...]:
        """Every module's hours, and somebody's score in it."""
        mine = self.scores.get(resident_id, {})
        return tuple(Scored(hours, mine.get(module_id)) for module_id, hours in self.hours.items())

    def standing(self, resident_id: str) -> Standing:
        """Whether somebody's scores are there, and high enough."""
        exam = self.scores.get(resident_id, {}).get(EXAM)
        return standing_of(self.scored(resident_id), exam, has_exam=self.has_exam, pass_score=self.mark.score)


def judge(uow: UnitOfWork, course_ids: Sequence[str]) -> Mapping[str, Judged]:
    """The scores of these courses, each with what decides there.

    Raises:
        UserError: ``parameter_missing`` when no pass mark holds on a day that is asked about.
    """
    require(uow, VIEW_VOCATIONAL)
    if not course_ids:
        return {}
    hours: dict[str, dict[str, int]] = defaultdict(dict)
    planned = sa.select(_MODULE.course_id, _MODULE.id, _MODULE.theory_hours + _MODULE.practice_hours)
    planned = planned.where(_MODULE.course_id.in_(course_ids), _MODULE.voided_at.is_(None))
    for course_id, module_id, count in uow.session.execute(planned.order_by(_MODULE.position, _MODULE.id)):
        hours[course_id][module_id] = int(count)
    scores, notes = _scores(uow, course_ids)
    exams = sa.select(_EXAM.course_id, _EXAM.held_on)
    exams = exams.where(_EXAM.course_id.in_(course_ids), _EXAM.voided_at.is_(None))
    held: dict[str, date] = {row[0]: row[1] for row in uow.session.execute(exams)}
    ends = sa.select(_COURSE.id, sa.func.coalesce(_COURSE.ended_on, _COURSE.last_on))
    book = get_parameter_book(uow)
    made = {}
    for course_id, last_on in uow.session.execute(ends.where(_COURSE.id.in_(course_ids))):
        day = held.get(course_id, last_on)
        found = book.value(MARK_KEY, day)
        mark = PassMark(found.number, found.article, found.is_binding)
        made[course_id] = Judged(
            hours[course_id], course_id in held, day, mark, scores.get(course_id, {}), notes.get(course_id, {})
        )
    return made


def _scores(
    uow: UnitOfWork, course_ids: Sequence[str]
) -> tuple[dict[str, dict[str, dict[str, Decimal]]], dict[str, dict[str, dict[str, str]]]]:
    """Course → person → subject → score; and what was noted beside it."""
    columns = (_SCORE.course_id, _SCORE.resident_id, _SCORE.module_id, _SCORE.tenths, _SCORE.note)
    asked = sa.select(*columns).where(_SCORE.course_id.in_(course_ids), _SCORE.voided_at.is_(None))
    scores: dict[str, dict[str, dict[str, Decimal]]] = defaultdict(lambda: defaultdict(dict))
    notes: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for course_id, who, module_id, tenths, note in uow.session.execute(asked):
        scores[course_id][who][module_id or EXAM] = Decimal(tenths) / 10
        if note:
            notes[course_id][who][module_id or EXAM] = note
    return scores, notes
