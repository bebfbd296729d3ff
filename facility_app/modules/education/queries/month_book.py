"""The attendance of a class as a spreadsheet: what a file says, its faults by cell; and a month as such a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.modules.education.domain.attendance import (
    LETTERS,
    MARK_KEYS,
    MARK_LABELS,
    Mark,
    Marked,
    Seat,
    check_seat,
)
from facility_app.modules.education.domain.file_heads import OF_CLASS
from facility_app.modules.education.domain.rights import TEACH
from facility_app.modules.education.domain.sessions import SessionState
from facility_app.modules.education.domain.timetable import clock_text
from facility_app.modules.education.queries.classes import ClassRow, find_class
from facility_app.modules.education.queries.lessons import Lesson, list_lessons
from facility_app.modules.education.queries.sheets import MarkRow, get_month, list_marks_of_class, seats_of
from facility_app.modules.residents.api import list_resident_marks
from facility_app.sheets.error_book import Mark as Said
from facility_app.sheets.month_grid import GridWords, Known, MonthGrid, month_blank
from facility_app.sheets.reading.grid import Sheet, echo
from facility_app.sheets.table_writer import Table
from facility_app.sheets.workbook import Book

TITLE: Final = label("papers", "Bảng điểm danh tháng {month}/{year}")
HOW: Final = label(
    "papers", "{legend}. Ô trống: chưa điểm danh. Lý do vắng ghi sau dấu hai chấm, ví dụ P: đi khám."
)
_FILE: Final = GridWords(
    no_heads=label(
        "errors",
        "Không tìm thấy dòng tiêu đề của bảng điểm danh trong {file}. Cần các cột “Mã”, “Họ và tên” và mỗi buổi "
        "học một cột. Hãy lưu mẫu từ chương trình rồi điền vào.",
    ),
    of_whom=OF_CLASS,
    other=label("errors", "Bảng này của lớp {found}, không phải lớp {code}. Hãy mở đúng lớp rồi nhập."),
    bad_head=label("errors", "Đầu cột “{value}” không phải ngày, giờ của một buổi học. Ví dụ: 02/11/2026 08:00."),
    no_code=label("errors", "Dòng này thiếu mã người. Hãy ghi mã như trong danh sách lớp."),
    stranger=label("errors", "Không có ai mã “{value}” trong lớp vào các buổi này. Hãy ghi đúng mã."),
)
_NO_LESSON_COLUMN: Final = label("errors", "Bảng điểm danh trong {file} không có cột nào là buổi học của lớp.")
_NO_LESSON: Final = label(
    "errors", "Lớp không có buổi học nào lúc {value}. Hãy sửa ngày giờ, hoặc thêm buổi học trước."
)
_WHICH_LESSON: Final = label("errors", "Ngày {value} lớp có nhiều buổi. Hãy ghi thêm giờ vào lớp, ví dụ 08:00.")
_SAME_LESSON: Final = label("errors", "Buổi này đã có ở cột khác của bảng. Hãy bỏ một cột.")
_NOT_YET: Final = label("errors", "Buổi học chưa đến ngày nên chưa điểm danh được.")
_CANCELLED: Final = label("errors", "Buổi này đã ghi nghỉ học nên không điểm danh.")
_DAY_OFF: Final = label("errors", "Nghỉ lễ ({name}): lớp không học. Nếu vẫn học, hãy thêm buổi học trước.")
_NOT_MARK: Final = label("errors", "“{value}” không phải ký hiệu điểm danh. Hãy ghi {letters}.")
_NOT_THEN: Final = label("errors", "Người này không ở lớp vào buổi đó. Hãy để trống ô này.")
_EMPTY: Final = label(
    "errors", "Chưa điểm danh người này, trong khi buổi đó đã có người điểm danh. Hãy ghi {letters}."
)
_LACKING: Final = label("errors", "Buổi này thiếu {count} người của lớp: {codes}. Hãy thêm dòng cho họ.")
_WORDS: Final[Mapping[str, Mark]] = MARK_KEYS | {fold(text): mark for mark, text in MARK_LABELS.items()}
_TYPED: Final = ", ".join(letter for mark, letter in LETTERS.items() if mark is not Mark.ELSEWHERE)
_MOST_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class SheetOfFile:
    """The sheet of one lesson as a file has it.

    Attributes:
        marks: of everybody who was in the facility then.
        is_new: whether the lesson had no sheet before.
    """

    lesson: Lesson
    marks: tuple[Marked, ...] = field(repr=False)
    is_new: bool


@dataclass(frozen=True, slots=True)
class MonthFound:
    """What a file says of a class's lessons.

    Attributes:
        first_row: where the list begins below its heads, from 0.
        sheets: what would be kept: sheets that are new or say something else than before.
        same: lessons the file says nothing new about.
        marks: what is wrong, cell by cell.
    """

    class_id: str
    sheet: Sheet
    first_row: int
    sheets: tuple[SheetOfFile, ...]
    same: int
    marks: tuple[Said, ...]

    @property
    def counts(self) -> tuple[int, int, int]:
        """Sheets new, corrected, and those it says nothing new about."""
        new = sum(one.is_new for one in self.sheets)
        return new, len(self.sheets) - new, self.same

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of what would be kept; None when that is nothing."""
        held = [one.lesson.held_on for one in self.sheets]
        return (min(held), max(held)) if held else None

    @property
    def versions(self) -> dict[str, int]:
        """Lesson → version of the sheet it had when the file was looked through; 0 for none."""
        return {one.lesson.lesson_id: one.lesson.version for one in self.sheets}


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the file that is a lesson of the class, with who belongs there and what they had before."""

    place: int
    lesson: Lesson
    seats: Mapping[str, Seat]
    before: Mapping[str, Marked]


def read_month(uow: UnitOfWork, book: Book, class_id: str) -> MonthFound:
    """Look an attendance sheet through; nothing is written.

    Raises:
        UserError: ``not_found``; ``no_heads``, ``no_lessons``: the file is no attendance sheet at all.
    """
    require(uow, TEACH)
    row = find_class(uow, class_id)
    if row is None:
        raise UserError("not_found", label("errors", "Hồ sơ này không còn. Hãy chọn lại trong danh sách."))
    return _Month(uow, row, MonthGrid(book, _FILE)).found(book.name)


def month_table(uow: UnitOfWork, class_id: str, month: date) -> Table:
    """The month of a class as a file that can be filled in and read again; reasons of absence stay here.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, TEACH)
    row = find_class(uow, class_id)
    if row is None:
        raise UserError("not_found", label("errors", "Hồ sơ này không còn. Hãy chọn lại trong danh sách."))
    seen = get_month(uow, class_id, month)
    lessons = [one.lesson for one in seen.lessons if one.lesson.is_given]
    rows = [
        (code, name, [_letter(seen.marks.get((person, one.session_id))) for one in lessons])
        for person, (code, name) in seen.people.items()
    ]
    heads = tuple(f"{format_date(one.held_on)} {clock_text(one.starts)}" for one in lessons)
    legend = ", ".join(f"{LETTERS[mark]} = {text.lower()}" for mark, text in MARK_LABELS.items())
    return month_blank(
        TITLE.format(month=f"{month.month:02}", year=month.year),
        heads,
        rows,
        (f"{OF_CLASS.format(code=row.code)} – {row.name}", HOW.format(legend=legend)),
    )


class _Month:
    """One sheet being read."""

    def __init__(self, uow: UnitOfWork, row: ClassRow, grid: MonthGrid) -> None:
        self._uow, self._class, self._grid = uow, row, grid
        self._today = local_date(uow.now)

    def found(self, file: str) -> MonthFound:
        """The lessons of the heads, the people of the rows, and their cells."""
        self._grid.check_whose(self._class.code)
        columns = tuple(self._columns(file))
        people = self._people(columns)
        made, same = [], 0
        for one in columns:
            kept = self._kept(one, people)
            if kept is None:
                continue
            if all(one.before.get(who) == mark for who, mark in kept.items()) and one.before:
                same += 1
            else:
                made.append(SheetOfFile(one.lesson, tuple(kept.values()), not one.before))
        grid = self._grid
        return MonthFound(self._class.class_id, grid.sheet, grid.first_row, tuple(made), same, grid.marks)

    def _columns(self, file: str) -> Iterator[_Column]:
        heads = self._grid.days(_is_mark)
        if not heads:
            raise UserError("no_lessons", _NO_LESSON_COLUMN, file=file)
        days = [day for day, _ in heads.values()]
        # Days far away are typed wrong: nothing is looked up for them.
        first = max(min(days), self._class.first_on)
        last = min(max(days), max(self._today, first))
        known: dict[date, list[Lesson]] = {}
        for one in list_lessons(self._uow, first, last, self._class.class_id):
            known.setdefault(one.lesson.held_on, []).append(one.lesson)
        before: dict[str, dict[str, Marked]] = {}
        for mark in list_marks_of_class(self._uow, self._class.class_id, first, last):
            before.setdefault(mark.session_id, {})[mark.resident_id] = Marked(
                mark.resident_id, mark.mark, mark.reason
            )
        taken: set[str] = set()
        for place, (day, starts) in heads.items():
            lesson = self._lesson(place, day, starts, known.get(day, ()))
            if lesson is None:
                continue
            if lesson.lesson_id in taken:
                self._grid.tell(self._grid.head_row, place, _SAME_LESSON)
                continue
            taken.add(lesson.lesson_id)
            seats = seats_of(self._uow, lesson.class_id, day, lesson.starts, lesson.session_id or None)
            yield _Column(place, lesson, seats, before.get(lesson.session_id, {}))

    def _lesson(self, place: int, day: date, starts: int | None, held: Sequence[Lesson]) -> Lesson | None:
        fitting = [one for one in held if starts in (None, one.starts)]
        shown = format_date(day) if starts is None else f"{format_date(day)} {clock_text(starts)}"
        wrong = ""
        if day > self._today:
            if not self._grid.is_filled(place):
                return None
            wrong = _NOT_YET
        elif not fitting:
            wrong = _NO_LESSON.format(value=shown)
        elif len(fitting) > 1:
            wrong = _WHICH_LESSON.format(value=shown)
        elif fitting[0].state is SessionState.CANCELLED and self._grid.is_filled(place):
            wrong = _CANCELLED
        elif fitting[0].holiday is not None:
            if not self._grid.is_filled(place):
                return None
            wrong = _DAY_OFF.format(name=fitting[0].holiday)
        if wrong:
            self._grid.tell(self._grid.head_row, place, wrong)
            return None
        return fitting[0]

    def _people(self, columns: Sequence[_Column]) -> dict[str, int]:
        """Resident → their row."""
        codes = {who: seat.code for one in columns for who, seat in one.seats.items()}
        names = list_resident_marks(self._uow, sorted(codes))
        known = (Known(who, code, names[who].name) for who, code in codes.items())
        return self._grid.people(known, [one.place for one in columns])

    def _kept(self, one: _Column, people: Mapping[str, int]) -> dict[str, Marked] | None:
        """Resident → mark of whoever was inside; None where nobody is marked, or something is wrong."""
        if not any(self._grid.said(row, one.place) for row in people.values()):
            return None
        wrong = self._grid.faults
        kept: dict[str, Marked] = {}
        for who, row in people.items():
            mark = self._mark(one, who, row)
            if mark is not None:
                kept[who] = mark
        absent = {who for who, seat in one.seats.items() if who not in people and seat.away is None}
        # Whose row is told to be wrong already is not missed at every lesson besides.
        lacking = sorted(one.seats[who].code for who in absent - self._grid.doubted)
        if lacking:
            codes = ", ".join(lacking[:_MOST_NAMED]) + ("…" if len(lacking) > _MOST_NAMED else "")
            text = _LACKING.format(count=len(lacking), codes=codes)
            self._grid.tell(self._grid.head_row, one.place, text)
        return kept if self._grid.faults == wrong and not absent else None

    def _mark(self, one: _Column, who: str, row: int) -> Marked | None:
        """The mark of a cell; None for whoever is not in the facility then, and for a fault, which is noted."""
        typed, seat = self._grid.said(row, one.place), one.seats.get(who)
        if seat is None or (not typed and seat.away is not None):
            if typed:
                self._grid.tell(row, one.place, _NOT_THEN)
            return None
        word, _, why = typed.partition(":")
        mark = _WORDS.get(fold(word))
        if mark is None:
            text = _NOT_MARK.format(value=echo(typed), letters=_TYPED) if typed else _EMPTY.format(letters=_TYPED)
            self._grid.tell(row, one.place, text)
            return None
        reason = why.strip() or None
        before = one.before.get(who)
        if reason is None and before is not None and before.mark is mark:
            # The file of the program has no reasons: what was written down before stays.
            reason = before.reason
        made = Marked(who, mark, None if mark is Mark.PRESENT else reason)
        try:
            check_seat(seat, made)
        except UserError as refusal:
            self._grid.tell(row, one.place, refusal.message)
            return None
        return None if seat.away is not None else made


def _letter(mark: MarkRow | None) -> str | None:
    return None if mark is None else LETTERS[mark.mark]


def _is_mark(typed: str) -> bool:
    """Whether a cell says something of a sheet."""
    return fold(typed.partition(":")[0]) in _WORDS
