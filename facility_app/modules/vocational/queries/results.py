"""Scores of a course: everybody's in every module and in the exam, and who may have a certificate."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.vocational.domain.courses import ATTENDED_STATES, EnrolmentState
from facility_app.modules.vocational.domain.results import ExamFacts, Scored, certificate_no, has_passed, mean_of
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.queries.courses import list_modules, list_students
from facility_app.modules.vocational.tables import Assessment, Certificate, CourseExam

_SCORE: Final = sa.inspect(Assessment).local_table.c
_EXAM: Final = sa.inspect(CourseExam).local_table.c
_CERTIFICATE: Final = sa.inspect(Certificate).local_table.c
EXAM: Final = ""
"""The place of the exam among the modules' ids."""


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
        certificate_id, certificate: the one that stands, and its number as printed; empty for none.
    """

    resident_id: str
    code: str
    name: str = field(repr=False)
    place: str | None = field(repr=False)
    state: EnrolmentState
    scores: dict[str, Decimal] = field(repr=False)
    notes: dict[str, str] = field(repr=False)
    mean: Decimal | None
    has_passed: bool
    certificate_id: str
    certificate: str
    certified_on: date | None

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
    modules, has_exam = list_modules(uow, course_id), find_exam(uow, course_id) is not None
    scores, notes = _scores(uow, course_id)
    given = _certificates(uow, course_id)
    seen: dict[str, ResultRow] = {}
    for one in list_students(uow, course_id):
        if one.state not in ATTENDED_STATES or one.resident_id in seen:
            continue
        mine = scores.get(one.resident_id, {})
        scored = [Scored(module.facts.hours, mine.get(module.module_id)) for module in modules]
        certificate_id, number, day = given.get(one.resident_id, ("", "", None))
        left = one.state is EnrolmentState.LEFT
        seen[one.resident_id] = ResultRow(
            one.resident_id,
            one.code,
            one.name,
            one.place,
            one.state,
            mine,
            notes.get(one.resident_id, {}),
            mean_of(scored),
            not left and has_passed(scored, mine.get(EXAM), has_exam=has_exam),
            certificate_id,
            number,
            day,
        )
    return tuple(sorted(seen.values(), key=lambda row: row.code))


def _scores(uow: UnitOfWork, course_id: str) -> tuple[dict[str, dict[str, Decimal]], dict[str, dict[str, str]]]:
    asked = sa.select(_SCORE.resident_id, _SCORE.module_id, _SCORE.tenths, _SCORE.note).where(
        _SCORE.course_id == course_id, _SCORE.voided_at.is_(None)
    )
    scores: dict[str, dict[str, Decimal]] = {}
    notes: dict[str, dict[str, str]] = {}
    for who, module_id, tenths, note in uow.session.execute(asked):
        scores.setdefault(who, {})[module_id or EXAM] = Decimal(tenths) / 10
        if note:
            notes.setdefault(who, {})[module_id or EXAM] = note
    return scores, notes


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
