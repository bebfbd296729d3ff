"""Timetables and attendance sheets that come and go as spreadsheets: a file is taken whole, or nothing of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from facility_app.db.audit import plain_facts
from facility_app.db.uow import UnitOfWork, require, stale_copy
from facility_app.modules.education.domain.rights import PLAN_EDUCATION, TEACH
from facility_app.modules.education.queries.month_book import month_table, read_month
from facility_app.modules.education.queries.week_book import read_week
from facility_app.modules.education.service.hours import write_hour
from facility_app.modules.education.service.sheets import KeepSheet, keep_sheet
from facility_app.modules.education.tables import SchoolClass
from facility_app.sheets.error_book import file_has_faults
from facility_app.sheets.table_writer import Table
from facility_app.sheets.workbook import Book


@dataclass(frozen=True, slots=True)
class ImportMonth:
    """An attendance sheet to take over.

    Attributes:
        seen: lesson → version of its sheet when the file was looked through; None to take whatever stands.
    """

    book: Book = field(repr=False)
    class_id: str
    seen: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class TakenMonth:
    """What came of an attendance sheet: sheets new, corrected, and those it said nothing new about."""

    new: int
    corrected: int
    same: int

    @property
    def counts(self) -> tuple[int, int, int]:
        """As they are told."""
        return self.new, self.corrected, self.same


@dataclass(frozen=True, slots=True)
class TakenWeek:
    """What came of a timetable: hours new, and rows that said what the week has already."""

    new: int
    known: int


def import_week(uow: UnitOfWork, book: Book) -> TakenWeek:
    """Add every hour of a timetable to the week, or none.

    Raises:
        UserError: ``file_has_faults``; as ``read_week``.
    """
    require(uow, PLAN_EDUCATION)
    found = read_week(uow, book)
    if found.marks:
        raise file_has_faults(len(found.marks))
    with uow.act("education.import_week", reason=book.name):
        for one in found.hours:
            write_hour(uow, one.class_id, one.hour, one.room_id, one.reason)
    return TakenWeek(len(found.hours), found.known)


def import_month(uow: UnitOfWork, command: ImportMonth) -> TakenMonth:
    """Keep every sheet of an attendance file, or none.

    Raises:
        UserError: ``file_has_faults``; as ``read_month`` and ``keep_sheet``.
        ConflictError: ``record_changed``: somebody kept one of the sheets since the file was looked through.
    """
    require(uow, TEACH)
    found = read_month(uow, command.book, command.class_id)
    if found.marks:
        raise file_has_faults(len(found.marks))
    if command.seen is not None and command.seen != found.versions:
        raise stale_copy()
    with uow.act("education.import_month", reason=command.book.name) as act:
        act.about(uow.get(SchoolClass, command.class_id))
        for one in found.sheets:
            lesson = one.lesson
            keep_sheet(
                uow,
                KeepSheet(
                    lesson.class_id, lesson.held_on, lesson.starts, lesson.ends, one.marks, lesson.version,
                    lesson.topic_id, room_id=lesson.room_id or None, note=lesson.note,
                ),
            )  # fmt: skip
    return TakenMonth(*found.counts)


def take_attendance_month(uow: UnitOfWork, class_id: str, month: date) -> Table:
    """Let the month of a class leave the program as a file; who, which class and how many stand in the trail.

    Args:
        uow: the unit of work.
        class_id: the class.
        month: any day of the month.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, TEACH)
    table = month_table(uow, class_id, month)
    facts = {"list": "education.month", "month": f"{month:%Y-%m}", "count": str(len(table.rows))}
    with uow.act("education.take_attendance") as act:
        act.about(uow.get(SchoolClass, class_id))
        for fact in plain_facts(facts):
            act.note(fact)
    return table
