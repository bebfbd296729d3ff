"""Scores, exams, the register of certificates and every print of one."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.counted import COUNTED_MARK, Counting, Gapless
from facility_app.db.frozen import frozen
from facility_app.kernel.privacy import Privacy
from facility_app.modules.vocational.domain.results import Book, Grade
from facility_app.modules.vocational.tables.shape import LIVE, line, note, resident, row_of

_STAMPS = ("created_at", "created_by", "voided_at", "voided_by", "void_reason")


def _for_good(
    *columns: str, keys: tuple[tuple[str, ...], ...], rules: tuple[Counting, ...]
) -> dict[str, dict[str, Any]]:
    return {"info": {**frozen("home", *columns, *_STAMPS, keys=keys)["info"], COUNTED_MARK: rules}}


class CourseExam(SyncedRecord, Base):
    """Kỳ thi, kiểm tra kết thúc khóa; a course has one."""

    __tablename__ = "course_exam"
    __table_args__ = (sa.Index("ux_course_exam_course_id", "course_id", unique=True, sqlite_where=LIVE),)

    course_id: Mapped[str] = row_of("vocational_course", index=False)
    held_on: Mapped[date] = kept(Privacy.ADMIN)
    chair: Mapped[str] = line()
    members: Mapped[str | None] = note()
    place: Mapped[str | None] = line()
    minutes: Mapped[str | None] = note(Privacy.IDENTITY)


class Assessment(SyncedRecord, Base):
    """Điểm của một người: of a module, or of the exam when ``module_id`` is None; tenths of a point."""

    __tablename__ = "course_assessment"
    __table_args__ = (
        sa.Index(
            "ux_course_assessment_module",
            *("course_id", "resident_id", "module_id"),
            unique=True,
            sqlite_where=sa.text("module_id IS NOT NULL AND voided_at IS NULL"),
        ),
        sa.Index(
            "ux_course_assessment_exam",
            *("course_id", "resident_id"),
            unique=True,
            sqlite_where=sa.text("module_id IS NULL AND voided_at IS NULL"),
        ),
        sa.CheckConstraint("tenths BETWEEN 0 AND 100", name="tenths"),
    )

    resident_id: Mapped[str] = resident()
    course_id: Mapped[str] = row_of("vocational_course", index=False)
    module_id: Mapped[str | None] = row_of("course_module", index=False)
    tenths: Mapped[int] = kept(Privacy.IDENTITY)
    graded_on: Mapped[date] = kept(Privacy.ADMIN)
    note: Mapped[str | None] = line(Privacy.IDENTITY)


class Certificate(SyncedRecord, Base):
    """Sổ cấp chứng chỉ: each row a certificate, or a counter-row that takes one back; all for good.

    What the certificate says is kept as it was that day: a course renamed later changes nothing.

    Attributes:
        number: within book and year, without a gap; NULL of a counter-row.
        serial: number printed on the blank, when the blank has one; never used twice.
        signed_by: who signs; ``issuer`` the school that gives it out, when it is not the facility.
        cancels_id: the certificate this row takes back; ``reason`` why.
    """

    __tablename__ = "course_certificate"
    __table_args__ = (
        sa.UniqueConstraint("home", "book", "year", "number"),
        sa.UniqueConstraint("home", "serial"),
        sa.UniqueConstraint("cancels_id"),
        sa.CheckConstraint("(cancels_id IS NULL) = (number IS NOT NULL)", name="number"),
        sa.CheckConstraint("(cancels_id IS NULL) = (reason IS NULL)", name="reason"),
        sa.Index("ix_course_certificate_course_id", "course_id"),
        sa.Index("ix_course_certificate_issued_on", "issued_on"),
        _for_good(
            *("resident_id", "course_id", "book", "year", "number", "serial", "issued_on", "grade", "trade"),
            *("hours", "first_on", "last_on", "signed_by", "issuer", "cancels_id", "reason"),
            keys=(("home", "book", "year", "number"), ("home", "serial"), ("cancels_id",)),
            rules=(Gapless("number", ("home", "book", "year")),),
        ),
    )

    resident_id: Mapped[str] = resident()
    course_id: Mapped[str] = row_of("vocational_course", index=False)
    book: Mapped[Book] = kept(Privacy.ADMIN)
    year: Mapped[int] = kept(Privacy.ADMIN)
    number: Mapped[int | None] = kept(Privacy.ADMIN)
    serial: Mapped[str | None] = line()
    issued_on: Mapped[date] = kept(Privacy.ADMIN)
    grade: Mapped[Grade] = kept(Privacy.IDENTITY)
    trade: Mapped[str] = line()
    hours: Mapped[int] = kept(Privacy.ADMIN)
    first_on: Mapped[date] = kept(Privacy.ADMIN)
    last_on: Mapped[date] = kept(Privacy.ADMIN)
    signed_by: Mapped[str] = line(Privacy.IDENTITY)
    issuer: Mapped[str | None] = line()
    cancels_id: Mapped[str | None] = row_of("course_certificate", index=False)
    reason: Mapped[str | None] = line(Privacy.IDENTITY)


class CertificatePrint(SyncedRecord, Base):
    """Một lần in chứng chỉ; from the second on with the reason."""

    __tablename__ = "certificate_print"
    __table_args__ = (
        sa.UniqueConstraint("home", "certificate_id", "print_no"),
        sa.CheckConstraint("print_no = 1 OR reason IS NOT NULL", name="reason"),
        _for_good(
            *("resident_id", "certificate_id", "print_no", "reason"),
            keys=(("home", "certificate_id", "print_no"),),
            rules=(Gapless("print_no", ("home", "certificate_id")),),
        ),
    )

    resident_id: Mapped[str] = resident()
    certificate_id: Mapped[str] = row_of("course_certificate", index=False)
    print_no: Mapped[int] = kept(Privacy.ADMIN)
    reason: Mapped[str | None] = line(Privacy.IDENTITY)
