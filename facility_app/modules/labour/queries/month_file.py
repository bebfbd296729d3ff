"""Days of a team out of a spreadsheet: what a file says, and its faults by cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import fold
from facility_app.kernel.typed import Understood
from facility_app.modules.labour.domain.file_heads import OF_TEAM
from facility_app.modules.labour.domain.hours import read_hours
from facility_app.modules.labour.domain.lines import SheetLine
from facility_app.modules.labour.domain.refusals import Refusal
from facility_app.modules.labour.domain.rights import KEEP_SHEETS
from facility_app.modules.labour.domain.sheets import LETTERS, MARK_LABELS, Mark, Shift
from facility_app.modules.labour.queries.facts import Crew
from facility_app.modules.labour.queries.month_table import find_team, lines_of, sheets_of
from facility_app.modules.labour.queries.records import MONTH
from facility_app.modules.labour.queries.teams import LabourTeamRow, list_member_ids
from facility_app.modules.labour.tables import WorkType
from facility_app.modules.residents.api import list_resident_marks
from facility_app.sheets.error_book import Mark as Said
from facility_app.sheets.month_grid import GridWords, Known, MonthGrid
from facility_app.sheets.reading.grid import Sheet, echo
from facility_app.sheets.workbook import Book

_FILE: Final = GridWords(
    no_heads=label(
        "errors",
        "Không tìm thấy dòng tiêu đề của bảng chấm công trong {file}. Cần cột “Mã” và mỗi ngày một cột. Hãy lưu "
        "mẫu từ chương trình rồi điền vào.",
    ),
    of_whom=OF_TEAM,
    other=label("errors", "Bảng này của tổ {found}, không phải tổ {code}. Hãy chọn đúng tổ rồi nhập."),
    bad_head=label("errors", "Đầu cột “{value}” không phải ngày. Ví dụ: 01/02/2027, hoặc 01/02/2027 07:30."),
    no_code=label("errors", "Dòng này thiếu mã người. Hãy ghi mã như trong danh sách của tổ."),
    stranger=label("errors", "Không có ai mã “{value}” trong tổ vào các ngày này. Hãy ghi đúng mã."),
)
_NO_DAYS: Final = label(
    "errors", "Bảng chấm công trong {file} không có cột nào là ngày. Ví dụ đầu cột: 01/02/2027."
)
_SAME_DAY: Final = label("errors", "Ngày, ca này đã có ở cột khác của bảng. Hãy bỏ một cột.")
_WHICH_SHIFT: Final = label("errors", "Ngày {value} tổ có nhiều ca. Hãy ghi thêm giờ bắt đầu, ví dụ 07:30.")
_NOT_YET: Final = label("errors", "Ngày {value} chưa đến nên chưa chấm công được.")
_CLOSED: Final = label("errors", "Sổ lao động đã khóa đến hết ngày {value} (NĐ 163/2026 Đ118.1a). Hãy bỏ cột này.")
_NOT_CELL: Final = label(
    "errors", "“{value}” không phải số giờ hay ký hiệu chấm công. Hãy ghi 8, 7,5 hoặc {letters}."
)
_WORDS: Final[Mapping[str, Mark]] = {
    **{fold(letter): mark for mark, letter in LETTERS.items()},
    **{fold(text): mark for mark, text in MARK_LABELS.items()},
}
_TYPED: Final = ", ".join(LETTERS.values())
_MOST_DAYS: Final = 62
"""Columns of one file; what is longer is no sheet of a month."""


@dataclass(frozen=True, slots=True)
class SheetOfFile:
    """One sheet as a file has it.

    Attributes:
        sheet_id, version: of the sheet there is; empty and 0 for a new one.
        lines: what is new or says something else than before.
        fewer: people who worked for less time by the file than by the sheet.
    """

    held_on: date
    shift: Shift
    sheet_id: str
    version: int
    work_type_id: str
    officer_name: str = field(repr=False)
    note: str | None = field(repr=False)
    lines: tuple[SheetLine, ...] = field(repr=False)
    fewer: frozenset[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class MonthFound:
    """What a file says of a team's days.

    Attributes:
        first_row: where the list begins below its heads, from 0.
        sheets: what would be kept, by day.
        same: days the file says nothing new about.
        marks: what is wrong, cell by cell.
    """

    team_id: str
    sheet: Sheet
    first_row: int
    sheets: tuple[SheetOfFile, ...]
    same: int
    marks: tuple[Said, ...]

    @property
    def counts(self) -> tuple[int, int, int]:
        """Sheets new, corrected, and those it says nothing new about."""
        new = sum(not one.sheet_id for one in self.sheets)
        return new, len(self.sheets) - new, self.same

    @property
    def versions(self) -> dict[tuple[date, int], int]:
        """Day and shift → version of the sheet when the file was looked through; 0 for none."""
        return {(one.held_on, one.shift.starts): one.version for one in self.sheets}


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the file that is a day of the team, with the sheet there is, and its lines."""

    place: int
    held_on: date
    shift: Shift
    sheet_id: str
    version: int
    work_type_id: str
    officer_name: str
    note: str | None
    there: Mapping[str, SheetLine]
    members: frozenset[str]

    def had(self, resident_id: str) -> int | None:
        """Minutes the sheet says of somebody already; None for whoever is not on it."""
        line = self.there.get(resident_id)
        return None if line is None else line.minutes or 0

    def minutes(self, line: SheetLine) -> int:
        """Minutes a line of the file says."""
        return line.minutes_in(self.shift) if line.mark is Mark.WORKED else 0

    def is_less(self, line: SheetLine) -> bool:
        """Whether somebody worked for less time by the file than by the sheet."""
        had = self.had(line.resident_id)
        return had is not None and self.minutes(line) < had

    def is_other(self, line: SheetLine) -> bool:
        """Whether a line says something else than the sheet, or of somebody who is not on it."""
        had = self.there.get(line.resident_id)
        if had is None or had.mark is not line.mark:
            return True
        return line.mark is Mark.WORKED and had.minutes != line.minutes_in(self.shift)


def read_month(uow: UnitOfWork, book: Book, team_id: str) -> MonthFound:
    """Look a file of a team's days through, one or many; nothing is written.

    Every rule of a sheet is asked of every cell: of the week as it stands once the days before it in the file, and
    whatever the file takes hours from, are written.

    Raises:
        UserError: ``not_found``; ``no_heads``, ``no_days``: the file is no such sheet at all;
            ``parameter_missing``.
    """
    require(uow, KEEP_SHEETS)
    team = find_team(uow, team_id)
    return _Month(uow, team, MonthGrid(book, _FILE)).found(book.name)


class _Month:
    """One file being read."""

    def __init__(self, uow: UnitOfWork, team: LabourTeamRow, grid: MonthGrid) -> None:
        self._uow, self._team, self._grid = uow, team, grid
        self._worked: dict[str, dict[date, dict[str, int]]] = {}

    def found(self, file: str) -> MonthFound:
        """The days of the heads, the people of the rows, and their cells, one day after the other.

        Hours that become fewer count before any that become more, as the file is kept: what is lawful once all of
        it stands is taken, and else the cell that goes beyond a cap is told.
        """
        self._grid.check_whose(self._team.code)
        columns = sorted(self._columns(file), key=lambda one: (one.held_on, one.shift.starts))
        people = self._people(columns)
        told = [(one, self._told(one, people)) for one in columns]
        for one, lines in told:
            for line in lines:
                if one.is_less(line):
                    self._count(one, line)
        made, same = [], 0
        for one, typed in told:
            kept = self._lawful(one, [line for line in typed if one.is_other(line)], people)
            if kept:
                made.append(
                    SheetOfFile(
                        one.held_on, one.shift, one.sheet_id, one.version, one.work_type_id, one.officer_name,
                        one.note, kept, frozenset(line.resident_id for line in kept if one.is_less(line)),
                    )
                )  # fmt: skip
            same += bool(typed) and not kept
        grid = self._grid
        return MonthFound(self._team.team_id, grid.sheet, grid.first_row, tuple(made), same, grid.marks)

    def _columns(self, file: str) -> Iterator[_Column]:
        heads = self._grid.days(_is_mark)
        if not heads or len(heads) > _MOST_DAYS:
            raise UserError("no_days", _NO_DAYS, file=file)
        days = [day for day, _ in heads.values()]
        held = sheets_of(self._uow, self._team.team_id, min(days), max(days))
        closed: date | None = self._uow.session.scalar(
            sa.select(sa.func.max(MONTH.last_on)).where(MONTH.home == self._uow.home)
        )
        taken: set[tuple[date, int]] = set()
        for place, (day, starts) in heads.items():
            if not self._grid.is_filled(place):
                continue
            there = [one for one in held.get(day, ()) if starts in (None, one.starts_minute)]
            shift = self._team.shift
            if there:
                shift = Shift(there[0].starts_minute, there[0].ends_minute, there[0].rest_minutes)
            elif starts is not None and starts != shift.starts:
                shift = Shift(starts, starts + shift.ends - shift.starts, shift.rest)
            text = self._why_not(day, closed, len(there))
            if text is None and (day, shift.starts) in taken:
                text = _SAME_DAY
            if text is not None:
                until = closed if text is _CLOSED and closed is not None else day
                self._grid.tell(self._grid.head_row, place, text.format(value=format_date(until)))
                continue
            taken.add((day, shift.starts))
            found = there[0] if there else None
            yield _Column(
                place,
                day,
                shift,
                "" if found is None else found.id,
                0 if found is None else found.version,
                self._team.work_type_id if found is None else found.work_type_id,
                "" if found is None else found.officer_name,
                None if found is None else found.note,
                {} if found is None else lines_of(self._uow, found.id),
                list_member_ids(self._uow, self._team.team_id, day),
            )

    def _why_not(self, day: date, closed: date | None, sheets: int) -> Label | None:
        if day > local_date(self._uow.now):
            return _NOT_YET
        if closed is not None and day <= closed:
            return _CLOSED
        return _WHICH_SHIFT if sheets > 1 else None

    def _people(self, columns: Sequence[_Column]) -> dict[str, int]:
        """Resident → their row; nobody is looked for where no day can be read."""
        if not columns:
            return {}
        ids = {who for one in columns for who in (*one.members, *one.there)}
        marks = list_resident_marks(self._uow, sorted(ids)).values()
        known = (Known(one.resident_id, one.code, one.name) for one in marks)
        return self._grid.people(known, [one.place for one in columns])

    def _told(self, one: _Column, people: Mapping[str, int]) -> list[SheetLine]:
        """What the file says of a day."""
        return [line for who, row in people.items() if (line := self._line(one, who, row)) is not None]

    def _lawful(
        self, one: _Column, lines: Sequence[SheetLine], people: Mapping[str, int]
    ) -> tuple[SheetLine, ...]:
        """Those of a day that break no rule; the others are told at their cells."""
        work = self._uow.get(WorkType, one.work_type_id).asks()
        ids = [line.resident_id for line in lines]
        crew = Crew.of(self._uow, ids, one.held_on, one.shift).after(self._worked)
        kept = []
        for line in lines:
            who = line.resident_id
            rules = crew.broken_by(
                line, work, sheet_id=one.sheet_id, had=one.had(who), is_member=who in one.members
            )
            if rules:
                self._grid.tell(people[who], one.place, " ".join(map(_sentence, rules)))
                continue
            kept.append(line)
            self._count(one, line)
        return tuple(kept)

    def _count(self, one: _Column, line: SheetLine) -> None:
        """Take the hours of a line as written for every line after it."""
        sheet = one.sheet_id or f"{one.held_on} {one.shift.starts}"
        days = self._worked.setdefault(line.resident_id, {})
        days.setdefault(one.held_on, {})[sheet] = one.minutes(line)

    def _line(self, one: _Column, who: str, row: int) -> SheetLine | None:
        """The line of a cell; None for an empty one, and for a fault, which is noted."""
        typed = self._grid.said(row, one.place)
        if not typed:
            return None
        had = one.there.get(who)
        mark = _WORDS.get(fold(typed))
        minutes: int | None = None
        if mark is None:
            read = read_hours(typed)
            if not isinstance(read, Understood):
                self._grid.tell(row, one.place, _NOT_CELL.format(value=echo(typed), letters=_TYPED))
                return None
            mark, minutes = Mark.WORKED, read.value
        if had is None or had.mark is not mark:
            return SheetLine(who, mark, minutes)
        # The file has neither output nor quality nor notes: what was written down before stays.
        return SheetLine(who, mark, minutes, had.output_milli, had.quality, had.note)


def _is_mark(typed: str) -> bool:
    """Whether a cell says something of a sheet."""
    if not typed:
        return False
    return fold(typed) in _WORDS or isinstance(read_hours(typed), Understood)


def _sentence(rule: Refusal) -> str:
    """A rule with its article, as a cell's remark."""
    said = rule.error().message
    return said[:1].upper() + said[1:]
