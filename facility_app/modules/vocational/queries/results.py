"""Scores of a course: everybody's in every module and in the exam, and who may have a certificate."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.vocational.domain.courses import ATTENDED_STATES, EnrolmentState
from facility_app.modules.vocational.domain.results import (
    BOOKS,
    ExamFacts,
    Standing,
    Title,
    certificate_no,
    mean_of,
)
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.queries.courses import list_students
from facility_app.modules.vocational.queries.hours import get_minutes_sat
from facility_app.modules.vocational.queries.judging import EXAM, judge
from facility_app.modules.vocational.queries.titles import get_titles
from facility_app.modules.vocational.tables import Certificate, Course, CourseExam

_EXAM: Final = sa.inspect(CourseExam).local_table.c
_CERTIFICATE: Final = sa.inspect(Certificate).local_table.c


@dataclass(frozen=True, slots=True)
class ExamDetail:
    """The exam of a course; ``version`` goes back with a correction."""

    exam_id: str
    version: int
    facts: ExamFacts


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What somebody came to in a course.

    Attributes:
        scores: module id, or ``EXAM`` → score; notes alike.
        mean: of the modules by their hours; None while a score is missing.
        has_passed: whether the scores are there for a certificate.
        may_board_decide: whether they are there and too low by a mark that is no rule, so that the board may give
            a certificate nevertheless.
        certificate_id, certificate: the one that stands, and its number as printed; empty for none.
        title: what a certificate of this course is called.
        hours: of the programme.
        sat: minutes they were at, by module id, empty for none in particular.
    """

    resident_id: str
    code: str
    name: str = field(repr=False)
    place: str | None = field(repr=False)
    state: EnrolmentState
    scores: Mapping[str, Decimal] = field(repr=False)
    notes: Mapping[str, str] = field(repr=False)
    mean: Decimal | None
    has_passed: bool
    may_board_decide: bool
    certificate_id: str
    certificate: str
    certified_on: date | None
    title: Title
    hours: int
    sat: Mapping[str, int] = field(repr=False)

    @property
    def sat_minutes(self) -> int:
        """What they were at altogether."""
        return sum(self.sat.values())

    @property
    def is_short(self) -> bool:
        """Whether that is less than the programme has."""
        return self.sat_minutes < self.hours * 60

    @property
    def exam(self) -> Decimal | None:
        """The score of the exam."""
        return self.scores.get(EXAM)


def find_exam(uow: UnitOfWork, course_id: str) -> ExamDetail | None:
    """The exam of a course; None while there is none."""
    require(uow, VIEW_VOCATIONAL)
    names = ("held_on", "chair", "members", "place", "minutes")
    asked = sa.select(_EXAM.id, _EXAM.version, *(_EXAM[name] for name in names)).where(
        _EXAM.course_id == course_id, _EXAM.voided_at.is_(None)
    )
    row = uow.session.execute(asked).first()
    return None if row is None else ExamDetail(row[0], row[1], ExamFacts(*row[2:]))


def list_results(uow: UnitOfWork, course_id: str) -> tuple[ResultRow, ...]:
    """Everybody who is or was taught in a course, with every score, by code."""
    require(uow, VIEW_VOCATIONAL)
    judged = judge(uow, [course_id]).get(course_id)
    if judged is None:
        return ()
    given = _certificates(uow, course_id)
    course, sat = uow.get(Course, course_id), get_minutes_sat(uow, course_id)
    title = get_titles(uow)[BOOKS[course.kind]]
    seen: dict[str, ResultRow] = {}
    for one in list_students(uow, course_id):
        if one.state not in ATTENDED_STATES or one.resident_id in seen:
            continue
        certificate_id, number, day = given.get(one.resident_id, ("", "", None))
        has_left = one.state is EnrolmentState.LEFT
        standing = judged.standing(one.resident_id)
        seen[one.resident_id] = ResultRow(
            one.resident_id,
            one.code,
            one.name,
            one.place,
            one.state,
            judged.scores.get(one.resident_id, {}),
            judged.notes.get(one.resident_id, {}),
            mean_of(judged.scored(one.resident_id)),
            standing is Standing.PASSED and not has_left,
            standing is Standing.BELOW and not has_left and not judged.mark.is_binding,
            certificate_id,
            number,
            day,
            title,
            course.hours,
            sat.get(one.resident_id, {}),
        )
    return tuple(sorted(seen.values(), key=lambda row: row.code))


def _certificates(uow: UnitOfWork, course_id: str) -> dict[str, tuple[str, str, date | None]]:
    taken_back = sa.select(_CERTIFICATE.cancels_id).where(_CERTIFICATE.cancels_id.is_not(None))
    names = ("resident_id", "id", "book", "year", "number", "issued_on")
    asked = sa.select(*(_CERTIFICATE[name] for name in names)).where(
        _CERTIFICATE.course_id == course_id,
        _CERTIFICATE.number.is_not(None),
        _CERTIFICATE.id.not_in(taken_back),
    )
    return {
        row.resident_id: (row.id, certificate_no(row.book, row.year, row.number), row.issued_on)
        for row in uow.session.execute(asked)
    }
