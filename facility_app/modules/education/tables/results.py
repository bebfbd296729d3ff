"""What was learnt: results of classes, school reports of minors."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.education.domain.classes import SchoolLevel
from facility_app.modules.education.domain.results import Grade, ResultKind


class ClassResult(SyncedRecord, Base):
    """Kết quả học tập của một người trong lớp.

    Attributes:
        score_tenths: points times ten; None where only a grade is given.
    """

    __tablename__ = "class_result"
    __table_args__ = (
        sa.Index("ix_class_result_class_id", "class_id", "kind"),
        sa.CheckConstraint("score_tenths IS NULL OR score_tenths BETWEEN 0 AND 100", name="score"),
    )

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True, sort_order=-8
    )
    class_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("school_class.id"))
    kind: Mapped[ResultKind] = kept(Privacy.ADMIN)
    graded_on: Mapped[date] = kept(Privacy.ADMIN)
    grade: Mapped[Grade] = kept(Privacy.IDENTITY)
    score_tenths: Mapped[int | None] = kept(Privacy.IDENTITY)
    note: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))


class SchoolReport(SyncedRecord, Base):
    """Học bạ, bảng điểm của người học phổ thông (NĐ 163/2026 Đ115.2, Đ127.2).

    Attributes:
        school_year: the year it began in: 2026 for 2026–2027.
        grade_no: lớp 1 to 12.
        is_level_finished: whether the level is finished with this year.
        paper: number and day of the paper the school gave; None while there is none.
    """

    __tablename__ = "school_report"
    __table_args__ = (sa.CheckConstraint("grade_no BETWEEN 1 AND 12", name="grade_no"),)

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True, sort_order=-8
    )
    school_year: Mapped[int] = kept(Privacy.ADMIN)
    level: Mapped[SchoolLevel] = kept(Privacy.IDENTITY)
    grade_no: Mapped[int] = kept(Privacy.IDENTITY)
    school: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    result: Mapped[Grade] = kept(Privacy.IDENTITY)
    is_level_finished: Mapped[bool] = kept(Privacy.IDENTITY)
    paper: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    note: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
