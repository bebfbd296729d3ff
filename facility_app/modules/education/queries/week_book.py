"""A timetable as a spreadsheet: what a file adds to the week, its faults by cell; and the week as such a file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.kernel.typed_dates import TwoDigitYears
from facility_app.modules.calendar.api import Slot, clashes_refused, find_clashes, list_rooms
from facility_app.modules.education.domain.file_heads import WEEK_HEADS, WEEK_NAMES, WeekColumn
from facility_app.modules.education.domain.rights import PLAN_EDUCATION, VIEW_EDUCATION
from facility_app.modules.education.domain.timetable import WEEKDAY_LABELS, Hour, check_hour, clock_text
from facility_app.modules.education.queries.classes import ClassRow, list_class_ids, list_class_rows, list_hours
from facility_app.modules.education.queries.planned import hour_slots
from facility_app.sheets.cell_times import read_clock, read_weekday
from facility_app.sheets.cells import CellReading, read_text
from facility_app.sheets.days import DayRule, date_habit, read_day
from facility_app.sheets.error_book import Mark
from facility_app.sheets.header import Header, find_list
from facility_app.sheets.reading.grid import CellValue, Remark, Sheet, echo
from facility_app.sheets.table_writer import Table
from facility_app.sheets.workbook import Book

T = TypeVar("T")
TITLE: Final = label("papers", "Thời khóa biểu")
HOW: Final = label(
    "papers",
    "Mỗi dòng là một giờ học trong tuần. Thứ ghi Thứ hai đến Chủ nhật, giờ ghi 07:30. Giờ đã có được giữ nguyên; "
    "nhập tệp này chỉ thêm giờ mới.",
)
_NO_HEADS: Final = label(
    "errors",
    "Không tìm thấy dòng tiêu đề của thời khóa biểu trong {file}. Cần các cột “Mã lớp”, “Thứ”, “Giờ vào lớp”, "
    "“Giờ tan”. Hãy lưu mẫu từ chương trình rồi điền vào.",
)
_NO_COLUMN: Final = label(
    "errors", "Thời khóa biểu trong {file} thiếu cột “{column}”. Hãy thêm cột này rồi nhập lại."
)
_MISSING: Final = label("errors", "Thiếu {column}. Hãy ghi vào ô này.")
_NO_CLASS: Final = label(
    "errors", "Không có lớp nào mã “{value}” đang mở. Hãy ghi đúng mã lớp, hoặc mở lớp trước."
)
_NO_ROOM: Final = label("errors", "Không có phòng “{value}”. Hãy ghi đúng mã hoặc tên phòng, hoặc để trống.")
_TWICE: Final = label("errors", "Giờ này trùng với dòng {row} của tệp. Hãy sửa giờ hoặc bỏ một dòng.")
_TOO_EARLY: Final = label("errors", "Lớp mở từ {first}. Hãy ghi từ ngày đó trở đi, hoặc để trống.")
_TOO_LATE: Final = label("errors", "Lớp đã kết thúc ngày {last}. Hãy ghi ngày sớm hơn.")
_NEEDED: Final = (WeekColumn.CODE, WeekColumn.WEEKDAY, WeekColumn.STARTS, WeekColumn.ENDS)
_PLACES: Final[Mapping[str, WeekColumn]] = {
    "weekday": WeekColumn.WEEKDAY, "starts": WeekColumn.STARTS, "ends": WeekColumn.ENDS, "to_on": WeekColumn.FROM,
    "clash_reason": WeekColumn.REASON,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NewHour:
    """An hour a file adds to the week.

    Attributes:
        row: of the sheet, from 0.
        reason: why it stands although it clashes; None when it clashes with nothing.
    """

    row: int
    class_id: str
    hour: Hour
    room_id: str | None
    reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class WeekFound:
    """What a file says of the week.

    Attributes:
        first_row: where the list begins below its heads, from 0.
        hours: what would be added.
        known: rows that say what the week has already.
        marks: what is wrong, cell by cell.
    """

    sheet: Sheet
    first_row: int
    hours: tuple[NewHour, ...]
    known: int
    marks: tuple[Mark, ...]


def read_week(uow: UnitOfWork, book: Book) -> WeekFound:
    """Look a timetable through; nothing is written.

    Raises:
        UserError: ``no_heads``, ``no_such_column``: the file is no timetable at all.
    """
    require(uow, PLAN_EDUCATION)
    found = find_list(book, WEEK_NAMES)
    if found is None:
        raise UserError("no_heads", _NO_HEADS, file=book.name)
    sheet, header = found
    for one in _NEEDED:
        if one.value not in header.fields:
            raise UserError("no_such_column", _NO_COLUMN, file=book.name, column=WEEK_HEADS[one])
    reader = _Week(uow, book, sheet, header)
    return reader.found()


def week_table(uow: UnitOfWork) -> Table:
    """The week of every class that runs, as a file that can be filled in and read again."""
    require(uow, VIEW_EDUCATION)
    classes = _running(uow)
    hours = list_hours(uow)
    rows: list[tuple[object, ...]] = []
    for one in classes:
        own = [hour for hour in hours if hour.class_id == one.class_id]
        rows += [
            (
                one.code, one.name, str(WEEKDAY_LABELS[hour.weekday]), clock_text(hour.starts),
                clock_text(hour.ends), hour.room, hour.from_on, None,
            )
            for hour in own
        ] or [(one.code, one.name, None, None, None, None, None, None)]  # fmt: skip
    heads = tuple(map(str, WEEK_HEADS.values()))
    return Table(
        TITLE, heads, tuple(rows), frozenset({0, 1, 2, 3, 4, 5, 7}), (12, 32, 12, 12, 12, 18, 12, 30), (HOW,)
    )


class _Week:
    """One sheet being read."""

    def __init__(self, uow: UnitOfWork, book: Book, sheet: Sheet, header: Header) -> None:
        self._uow, self._sheet, self._header = uow, sheet, header
        self._columns = {WeekColumn(name): place for name, place in header.fields.items()}
        self._marks: list[Mark] = []
        self._classes = {fold(one.code): one for one in _running(uow)}
        rooms = list_rooms(uow)
        self._rooms = {fold(one.name): one.room_id for one in rooms} | {
            fold(one.code): one.room_id for one in rooms
        }
        today = local_date(uow.now)
        column = self._columns.get(WeekColumn.FROM)
        days = () if column is None else (row[column] for row in sheet.rows[header.first_row :])
        self._rule = DayRule(today, TwoDigitYears.AROUND, None, book.has_1904, date_habit(days))
        self._today = today

    def found(self) -> WeekFound:
        """Every row, then what they meet together."""
        stand: dict[str, list[Hour]] = {}
        for one in list_hours(self._uow, with_former=True):
            kept = Hour(one.weekday, one.starts, one.ends, one.from_on, one.to_on)
            stand.setdefault(one.class_id, []).append(kept)
        made: list[NewHour] = []
        known = 0
        for row in range(self._header.first_row, len(self._sheet.rows)):
            read = self._row(row) if self._says(row) else None
            if read is None:
                continue
            if _is_there(read.hour, stand.get(read.class_id, ())):
                known += 1
            elif self._fits(read, stand.get(read.class_id, ()), made):
                made.append(read)
        hours = tuple(self._reasoned(made))
        first = self._header.first_row
        return WeekFound(self._sheet, first, hours, known, tuple(sorted(self._marks, key=_place)))

    def _says(self, row: int) -> bool:
        """Whether a row means an hour: a template lists classes that have none yet."""
        wanted = (WeekColumn.WEEKDAY, WeekColumn.STARTS, WeekColumn.ENDS)
        return any(read_text(self._value(row, one)).value for one in wanted)

    def _row(self, row: int) -> NewHour | None:
        before = len(self._marks)
        held = self._class(row)
        weekday = self._needed(row, WeekColumn.WEEKDAY, read_weekday)
        starts = self._needed(row, WeekColumn.STARTS, read_clock)
        ends = self._needed(row, WeekColumn.ENDS, read_clock)
        room_id = self._room(row)
        from_on = self._told(row, WeekColumn.FROM, read_day(self._value(row, WeekColumn.FROM), self._rule))
        reason = self._told(row, WeekColumn.REASON, read_text(self._value(row, WeekColumn.REASON)))
        if held is None or weekday is None or starts is None or ends is None or len(self._marks) > before:
            return None
        if from_on is not None and from_on < held.first_on:
            self._say(row, WeekColumn.FROM, Remark(_TOO_EARLY, {"first": f"{held.first_on:%d/%m/%Y}"}))
            return None
        day = from_on or max(self._today, held.first_on)
        if held.last_on is not None and day > held.last_on:
            self._say(row, WeekColumn.FROM, Remark(_TOO_LATE, {"last": f"{held.last_on:%d/%m/%Y}"}))
            return None
        hour = Hour(weekday, starts.hour * 60 + starts.minute, ends.hour * 60 + ends.minute, day)
        return NewHour(row, held.class_id, hour, room_id, reason)

    def _fits(self, read: NewHour, stand: Sequence[Hour], made: Sequence[NewHour]) -> bool:
        """Whether the class may have the hour beside those it has and those of the rows above."""
        above = [one for one in made if one.class_id == read.class_id]
        meeting = next((one for one in above if one.hour.meets(read.hour)), None)
        if meeting is not None:
            self._say(read.row, WeekColumn.STARTS, Remark(_TWICE, {"row": meeting.row + 1}))
            return False
        kind = next(one.kind for one in self._classes.values() if one.class_id == read.class_id)
        try:
            check_hour(read.hour, kind, [*stand, *(one.hour for one in above)])
        except UserError as refusal:
            self._refuse(read.row, refusal, WeekColumn.WEEKDAY)
            return False
        return True

    def _reasoned(self, made: Sequence[NewHour]) -> Iterator[NewHour]:
        """Those that clash with nothing, or say why they stand nevertheless; each with its reason as kept."""
        slots: dict[int, NewHour] = {}
        wished: list[Slot] = []
        for one in made:
            for slot in hour_slots(self._uow, one.class_id, one.hour.from_on, one.hour, one.room_id):
                slots[id(slot)] = one
                wished.append(slot)
        found = find_clashes(self._uow, wished, are_new=True)
        for one in made:
            mine = [clash for clash in found if one in (slots.get(id(clash.first)), slots.get(id(clash.second)))]
            faults = Faults()
            reason = faults.line("clash_reason", one.reason)
            try:
                faults.refuse()
                if mine and reason is None:
                    raise clashes_refused(mine)
            except UserError as refusal:
                self._refuse(one.row, refusal, WeekColumn.STARTS)
            else:
                yield NewHour(one.row, one.class_id, one.hour, one.room_id, reason if mine else None)

    def _class(self, row: int) -> ClassRow | None:
        typed = self._needed(row, WeekColumn.CODE, read_text)
        if typed is None:
            return None
        held = self._classes.get(fold(typed))
        if held is None:
            self._say(row, WeekColumn.CODE, Remark(_NO_CLASS, {"value": echo(typed)}))
        return held

    def _room(self, row: int) -> str | None:
        typed = self._told(row, WeekColumn.ROOM, read_text(self._value(row, WeekColumn.ROOM)))
        if typed is None:
            return None
        room_id = self._rooms.get(fold(typed))
        if room_id is None:
            self._say(row, WeekColumn.ROOM, Remark(_NO_ROOM, {"value": echo(typed)}))
        return room_id

    def _needed(self, row: int, name: WeekColumn, read: Callable[[CellValue], CellReading[T]]) -> T | None:
        reading = read(self._value(row, name))
        if reading.value is None and reading.fault is None:
            self._say(row, name, Remark(_MISSING, {"column": WEEK_HEADS[name]}))
        return self._told(row, name, reading)

    def _told(self, row: int, name: WeekColumn, reading: CellReading[T]) -> T | None:
        if reading.fault is not None:
            self._say(row, name, reading.fault)
        elif reading.doubt is not None:
            # What only may be meant is not planned for: a doubt is put right in the file as well.
            self._say(row, name, reading.doubt)
        return reading.value

    def _value(self, row: int, name: WeekColumn) -> CellValue:
        column = self._columns.get(name)
        return None if column is None else self._sheet.at(row, column)

    def _say(self, row: int, name: WeekColumn, remark: Remark) -> None:
        self._marks.append(Mark(row, self._columns.get(name), remark.text))

    def _refuse(self, row: int, refusal: UserError, otherwise: WeekColumn) -> None:
        """Put a refusal of the rules at the cell of its field."""
        where = next((_PLACES[name] for name in refusal.fields if name in _PLACES), otherwise)
        self._marks.append(Mark(row, self._columns.get(where), refusal.message))


def _is_there(hour: Hour, stand: Sequence[Hour]) -> bool:
    """Whether the class has this hour already, from that day or before it."""
    return any(
        (one.weekday, one.starts, one.ends, one.to_on) == (hour.weekday, hour.starts, hour.ends, None)
        and one.from_on <= hour.from_on
        for one in stand
    )


def _running(uow: UnitOfWork) -> tuple[ClassRow, ...]:
    return list_class_rows(uow, list_class_ids(uow, Look(filters={"state": "running"})))


def _place(mark: Mark) -> tuple[int, int]:
    return mark.row, -1 if mark.column is None else mark.column
