"""Courses: programme, people, lessons, and one tick for each person of a lesson."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.kernel.privacy import Privacy
from facility_app.modules.vocational.domain.courses import (
    CourseKind,
    CourseState,
    EnrolmentState,
    LessonMark,
    LessonState,
)
from facility_app.modules.vocational.tables.shape import LIVE, line, note, resident, room, row_of


class Course(SyncedRecord, Base):
    """Khóa học nghề."""

    __tablename__ = "vocational_course"
    __table_args__ = (sa.Index("ux_vocational_course_code", "home", "code", unique=True, sqlite_where=LIVE),)

    code: Mapped[str] = line()
    name: Mapped[str] = line()
    kind: Mapped[CourseKind] = kept(Privacy.ADMIN)
    first_on: Mapped[date] = kept(Privacy.ADMIN, index=True)
    last_on: Mapped[date] = kept(Privacy.ADMIN)
    hours: Mapped[int] = kept(Privacy.ADMIN)
    capacity: Mapped[int] = kept(Privacy.ADMIN)
    school_id: Mapped[str | None] = row_of("partner_school")
    employer_id: Mapped[str | None] = row_of("employer")
    licence: Mapped[str | None] = line()
    teacher_id: Mapped[str | None] = row_of("staff_member")
    place: Mapped[str | None] = line()
    room_id: Mapped[str | None] = room()
    state: Mapped[CourseState] = kept(Privacy.ADMIN)
    ended_on: Mapped[date | None] = kept(Privacy.ADMIN)
    note: Mapped[str | None] = note()


class CourseModule(SyncedRecord, Base):
    """Mô đun, môn học."""

    __tablename__ = "course_module"

    course_id: Mapped[str] = row_of("vocational_course")
    name: Mapped[str] = line()
    position: Mapped[int] = kept(Privacy.ADMIN)
    theory_hours: Mapped[int] = kept(Privacy.ADMIN)
    practice_hours: Mapped[int] = kept(Privacy.ADMIN)


class Enrolment(SyncedRecord, Base):
    """Một người trong khóa học, từ lúc đăng ký.

    Attributes:
        override_reason: why the head put them in past the queue.
        left_reason: why they left or withdrew.
        clash_reason: why they were put in although they are taken at its lessons; None when they are not.
    """

    __tablename__ = "course_enrolment"
    __table_args__ = (
        sa.Index(
            "ux_course_enrolment_one",
            "course_id",
            "resident_id",
            unique=True,
            sqlite_where=sa.text("state IN ('waiting', 'enrolled') AND voided_at IS NULL"),
        ),
        sa.Index("ix_course_enrolment_state", "course_id", "state"),
    )

    resident_id: Mapped[str] = resident()
    course_id: Mapped[str] = row_of("vocational_course", index=False)
    asked_on: Mapped[date] = kept(Privacy.ADMIN)
    state: Mapped[EnrolmentState] = kept(Privacy.ADMIN)
    started_on: Mapped[date | None] = kept(Privacy.ADMIN)
    ended_on: Mapped[date | None] = kept(Privacy.ADMIN)
    override_reason: Mapped[str | None] = line(Privacy.IDENTITY)
    left_reason: Mapped[str | None] = line(Privacy.IDENTITY)
    clash_reason: Mapped[str | None] = line(Privacy.CLINICAL)


class Lesson(SyncedRecord, Base):
    """Buổi học; times are minutes since midnight.

    Attributes:
        clash_reason: why it stands although somebody or something was taken then; None when nothing was.
    """

    __tablename__ = "course_lesson"
    __table_args__ = (
        sa.Index("ix_course_lesson_held_on", "held_on", "course_id"),
        sa.Index("ux_course_lesson_start", "course_id", "held_on", "starts", unique=True, sqlite_where=LIVE),
    )

    course_id: Mapped[str] = row_of("vocational_course", index=False)
    module_id: Mapped[str | None] = row_of("course_module", index=False)
    held_on: Mapped[date] = kept(Privacy.ADMIN)
    starts: Mapped[int] = kept(Privacy.ADMIN)
    ends: Mapped[int] = kept(Privacy.ADMIN)
    teacher_id: Mapped[str | None] = row_of("staff_member", index=False)
    place: Mapped[str | None] = line()
    content: Mapped[str | None] = line()
    room_id: Mapped[str | None] = room()
    clash_reason: Mapped[str | None] = line(Privacy.CLINICAL)
    state: Mapped[LessonState] = kept(Privacy.ADMIN)


class LessonTick(SyncedRecord, Base):
    """Một người trong một buổi học; course and day are the lesson's, so that a month is read by one index."""

    __tablename__ = "lesson_tick"
    __table_args__ = (
        sa.Index("ux_lesson_tick_one", "lesson_id", "resident_id", unique=True, sqlite_where=LIVE),
        sa.Index("ix_lesson_tick_resident_id_held_on", "resident_id", "held_on"),
        sa.Index("ix_lesson_tick_course_id_held_on", "course_id", "held_on"),
        sa.Index("ix_lesson_tick_held_on_resident_id", "held_on", "resident_id", "mark"),
    )

    resident_id: Mapped[str] = resident(index=False)
    lesson_id: Mapped[str] = row_of("course_lesson", index=False)
    course_id: Mapped[str] = row_of("vocational_course", index=False)
    held_on: Mapped[date] = kept(Privacy.ADMIN)
    mark: Mapped[LessonMark] = kept(Privacy.ADMIN)
    reason: Mapped[str | None] = line(Privacy.CLINICAL)
