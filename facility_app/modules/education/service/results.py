"""Results of classes, and what the school of a minor reports."""

from dataclasses import dataclass, field
from datetime import date

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.education.domain.classes import ClassKind, SchoolLevel
from facility_app.modules.education.domain.results import (
    LITERACY_GRADES,
    LITERACY_KINDS,
    SCORE_MOST,
    Grade,
    ResultKind,
    grade_fits,
)
from facility_app.modules.education.domain.rights import TEACH
from facility_app.modules.education.queries.results import was_in_class
from facility_app.modules.education.service.programmes import VoidRecord
from facility_app.modules.education.tables import ClassResult, SchoolClass, SchoolReport

EARLIEST_YEAR = 1950
GRADES_OF = {
    SchoolLevel.PRIMARY: range(1, 6),
    SchoolLevel.LOWER_SECONDARY: range(6, 10),
    SchoolLevel.UPPER_SECONDARY: range(10, 13),
}
"""Lớp 1–5, 6–9, 10–12."""


@dataclass(frozen=True, slots=True)
class AddResult:
    """What somebody learnt in a class.

    Attributes:
        score_tenths: points times ten; None where only a grade is given.
    """

    class_id: str
    resident_id: str
    kind: ResultKind
    grade: Grade
    graded_on: date
    score_tenths: int | None = None
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class AddSchoolReport:
    """One year of school as the school reports it.

    Attributes:
        school_year: the year it began in.
        grade_no: lớp 1 to 12.
        paper: number and day of the school's paper.
    """

    resident_id: str
    school_year: int
    level: SchoolLevel
    grade_no: int
    result: Grade
    is_level_finished: bool
    school: str | None = None
    paper: str | None = None
    note: str | None = field(default=None, repr=False)


def add_result(uow: UnitOfWork, command: AddResult) -> str:
    """Write a result down; answers its id.

    Raises:
        UserError: ``not_in_class``, ``grade_of_other_kind``, ``literacy_only``, ``day_out_of_range``,
            ``number_out_of_range``, ``text_too_long``, ``bad_fields`` for several, ``not_found``.
    """
    require(uow, TEACH)
    held = uow.get(SchoolClass, command.class_id)
    faults = Faults()
    note = faults.line("note", command.note)
    faults.past_day("graded_on", command.graded_on, local_date(uow.now))
    faults.amount("score_tenths", command.score_tenths, 0, SCORE_MOST)
    if (command.kind in LITERACY_KINDS) is not (held.kind is ClassKind.LITERACY):
        faults.add(
            "literacy_only",
            "kind",
            label("errors", "Khả năng đọc, viết chỉ ghi cho lớp xóa mù chữ, và lớp đó chỉ ghi kết quả này."),
        )
    elif not grade_fits(command.kind, command.grade):
        faults.add("grade_of_other_kind", "grade", label("errors", "Mức này không thuộc loại kết quả đã chọn."))
    faults.refuse()
    if not was_in_class(uow, held.id, command.resident_id):
        raise UserError(
            "not_in_class",
            label("errors", "Người này không ở lớp {code}. Hãy xếp vào lớp trước."),
            fields={"resident_id": label("errors", "Không ở lớp này")},
            code=held.code,
        )
    with uow.act("education.add_result") as act:
        made = uow.add(
            ClassResult(
                resident_id=command.resident_id,
                class_id=held.id,
                kind=command.kind,
                graded_on=command.graded_on,
                grade=command.grade,
                score_tenths=command.score_tenths,
                note=note,
            )
        )
        act.about(made)
    return made.id


def void_result(uow: UnitOfWork, command: VoidRecord) -> None:
    """Strike out a result that was written wrong.

    Raises:
        UserError: ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, TEACH)
    require_reason(command.reason)
    found = uow.get(ClassResult, command.record_id, version=command.version)
    with uow.act("education.void_result", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)


def add_school_report(uow: UnitOfWork, command: AddSchoolReport) -> str:
    """Write down what a school reports of a year (NĐ 163/2026 Đ115.2, Đ127.2); answers its id.

    Raises:
        UserError: ``grade_of_other_level``, ``grade_of_other_kind``, ``number_out_of_range``, ``text_too_long``,
            ``bad_fields`` for several.
    """
    require(uow, TEACH)
    faults = Faults()
    school, paper = faults.line("school", command.school), faults.line("paper", command.paper)
    note = faults.line("note", command.note)
    faults.amount("school_year", command.school_year, EARLIEST_YEAR, local_date(uow.now).year)
    if command.grade_no not in GRADES_OF[command.level]:
        faults.add("grade_of_other_level", "grade_no", label("errors", "Lớp này không thuộc cấp học đã chọn."))
    if command.result in LITERACY_GRADES:
        faults.add("grade_of_other_kind", "result", label("errors", "Mức này không thuộc loại kết quả đã chọn."))
    faults.refuse()
    with uow.act("education.add_school_report") as act:
        made = uow.add(
            SchoolReport(
                resident_id=command.resident_id,
                school_year=command.school_year,
                level=command.level,
                grade_no=command.grade_no,
                school=school,
                result=command.result,
                is_level_finished=command.is_level_finished,
                paper=paper,
                note=note,
            )
        )
        act.about(made)
    return made.id


def void_school_report(uow: UnitOfWork, command: VoidRecord) -> None:
    """Strike out a report that was written wrong.

    Raises:
        UserError: ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, TEACH)
    require_reason(command.reason)
    found = uow.get(SchoolReport, command.record_id, version=command.version)
    with uow.act("education.void_school_report", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)
