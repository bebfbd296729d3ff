"""Scores by the sheet, and the exam with its minutes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.modules.vocational.domain.columns import columns_of
from facility_app.modules.vocational.domain.courses import ATTENDED_STATES, CourseState
from facility_app.modules.vocational.domain.results import ExamFacts, checked_exam, checked_score
from facility_app.modules.vocational.domain.rights import RUN_COURSES
from facility_app.modules.vocational.tables import (
    Assessment,
    Certificate,
    Course,
    CourseExam,
    CourseModule,
    Enrolment,
)


@dataclass(frozen=True, slots=True)
class KeepExam:
    """The exam of a course and what its minutes say; written again, it is corrected.

    Attributes:
        version: of the exam as the user saw it; 0 for the first one.
    """

    course_id: str
    version: int
    facts: ExamFacts = field(repr=False)


@dataclass(frozen=True, slots=True)
class Score:
    """Somebody's score; None takes a score back that was entered by mistake."""

    score: Decimal | None
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class KeepScores:
    """A sheet of scores: of one module, or of the exam when ``module_id`` is empty."""

    course_id: str
    module_id: str
    graded_on: date
    scores: Mapping[str, Score] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ScoresKept:
    """How many were written, and whose score was not taken, with why; the rest is kept."""

    kept: int
    left_out: Mapping[str, Label]


def keep_exam(uow: UnitOfWork, command: KeepExam) -> str:
    """Write the exam of a course down, or correct it; answers its id.

    Raises:
        UserError: as ``checked_exam``; ``course_cancelled``, ``exam_before_course``, ``exam_there``,
            ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_COURSES)
    course = uow.get(Course, command.course_id)
    _require_not_cancelled(course)
    kept = checked_exam(command.facts, local_date(uow.now))
    if kept.held_on < course.first_on:
        raise UserError(
            "exam_before_course",
            label("errors", "Ngày thi đứng trước ngày khai giảng. Hãy sửa ngày thi."),
            fields={"held_on": label("errors", "Trước ngày khai giảng")},
        )
    asked = sa.select(CourseExam.id).where(CourseExam.course_id == course.id, CourseExam.voided_at.is_(None))
    there = uow.session.scalar(asked)
    if there is not None and not command.version:
        raise UserError(
            "exam_there", label("errors", "Khóa này đã ghi kỳ thi. Hãy chọn dòng kỳ thi rồi bấm Sửa kỳ thi.")
        )
    with uow.act("vocational.keep_exam") as act:
        if there is None:
            made = uow.add(CourseExam(course_id=course.id, **columns_of(kept)))
        else:
            made = uow.get(CourseExam, there, version=command.version)
            for name, value in columns_of(kept).items():
                setattr(made, name, value)
        act.about(made)
        return made.id


def keep_scores(uow: UnitOfWork, command: KeepScores) -> ScoresKept:
    """Write a sheet of scores; whoever has a certificate already keeps theirs, and the rest is written.

    Raises:
        UserError: ``bad_score``, ``course_cancelled``, ``day_out_of_range``, ``no_exam``, ``not_found``.
    """
    require(uow, RUN_COURSES)
    course = uow.get(Course, command.course_id)
    _require_not_cancelled(course)
    _require_subject(uow, course.id, command.module_id)
    faults = Faults()
    faults.past_day("graded_on", command.graded_on, local_date(uow.now))
    faults.refuse()
    module_id = command.module_id or None
    subject = Assessment.module_id == module_id if module_id else Assessment.module_id.is_(None)
    asked = sa.select(Assessment).where(Assessment.course_id == course.id, subject, Assessment.voided_at.is_(None))
    there = {one.resident_id: one for one in uow.session.scalars(asked)}
    people, certified = _people(uow, course.id), _certified(uow, course.id)
    left_out: dict[str, Label] = {}
    kept = 0
    with uow.act("vocational.keep_scores") as act:
        act.about(course)
        for who, typed in command.scores.items():
            tenths = None if typed.score is None else int(checked_score(typed.score) * 10)
            note = _note(typed.note)
            found = there.get(who)
            if _is_same(found, tenths, note):
                continue
            if who not in people:
                left_out[who] = label("errors", "không học khóa này")
            elif who in certified:
                left_out[who] = label("errors", "đã được cấp chứng chỉ; muốn sửa điểm, hãy hủy chứng chỉ trước")
            elif found is not None and tenths is None:
                uow.void(found, str(label("terms", "Xóa điểm nhập nhầm")))
                kept += 1
            else:
                kept += _write(uow, command, found, who, tenths, note)
        uow.session.flush()
    return ScoresKept(kept, left_out)


def _write(
    uow: UnitOfWork, command: KeepScores, found: Assessment | None, who: str, tenths: int | None, note: str | None
) -> int:
    if tenths is None:
        return 0
    if found is None:
        uow.add(
            Assessment(
                resident_id=who,
                course_id=command.course_id,
                module_id=command.module_id or None,
                tenths=tenths,
                graded_on=command.graded_on,
                note=note,
            )
        )
    else:
        found.tenths, found.note, found.graded_on = tenths, note, command.graded_on
    return 1


def _is_same(found: Assessment | None, tenths: int | None, note: str | None) -> bool:
    if found is None:
        return tenths is None
    return (found.tenths, found.note) == (tenths, note)


def _note(typed: str | None) -> str | None:
    faults = Faults()
    note = faults.line("note", typed)
    faults.refuse()
    return note


def _people(uow: UnitOfWork, course_id: str) -> frozenset[str]:
    asked = sa.select(Enrolment.resident_id).where(
        Enrolment.course_id == course_id,
        Enrolment.state.in_(tuple(ATTENDED_STATES)),
        Enrolment.voided_at.is_(None),
    )
    return frozenset(uow.session.scalars(asked))


def _certified(uow: UnitOfWork, course_id: str) -> frozenset[str]:
    taken_back = sa.select(Certificate.cancels_id).where(Certificate.cancels_id.is_not(None))
    asked = sa.select(Certificate.resident_id).where(
        Certificate.course_id == course_id, Certificate.number.is_not(None), Certificate.id.not_in(taken_back)
    )
    return frozenset(uow.session.scalars(asked))


def _require_subject(uow: UnitOfWork, course_id: str, module_id: str) -> None:
    if module_id:
        if uow.get(CourseModule, module_id).course_id != course_id:
            raise UserError("not_found", label("errors", "Mô đun này thuộc khóa khác. Hãy chọn lại."))
        return
    asked = sa.select(CourseExam.id).where(CourseExam.course_id == course_id, CourseExam.voided_at.is_(None))
    if uow.session.scalar(asked) is None:
        raise UserError("no_exam", label("errors", "Chưa ghi kỳ thi của khóa. Hãy lập biên bản thi trước."))


def _require_not_cancelled(course: Course) -> None:
    if course.state is CourseState.CANCELLED:
        raise UserError("course_cancelled", label("errors", "Khóa này đã hủy nên không chấm điểm được."))
