"""Days of a team that come and go as spreadsheets: a file is taken whole, or nothing of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from facility_app.db.audit import plain_facts
from facility_app.db.uow import UnitOfWork, require, stale_copy
from facility_app.modules.labour.domain.lines import SheetLine
from facility_app.modules.labour.domain.rights import KEEP_SHEETS
from facility_app.modules.labour.queries.month_file import SheetOfFile, read_month
from facility_app.modules.labour.queries.month_table import month_table
from facility_app.modules.labour.service.sheets import KeepSheet, keep_sheet
from facility_app.modules.labour.tables import LabourTeam
from facility_app.sheets.error_book import file_has_faults
from facility_app.sheets.table_writer import Table
from facility_app.sheets.workbook import Book


@dataclass(frozen=True, slots=True)
class ImportLabourMonth:
    """Days of a team to take over.

    Attributes:
        seen: day and beginning of the shift → version of its sheet when the file was looked through; None to take
            whatever stands.
    """

    book: Book = field(repr=False)
    team_id: str
    seen: Mapping[tuple[date, int], int] | None = None


@dataclass(frozen=True, slots=True)
class TakenLabourMonth:
    """What came of a file: sheets new, corrected, and those it said nothing new about."""

    new: int
    corrected: int
    same: int

    @property
    def counts(self) -> tuple[int, int, int]:
        """As they are told."""
        return self.new, self.corrected, self.same


def import_labour_month(uow: UnitOfWork, command: ImportLabourMonth) -> TakenLabourMonth:
    """Keep every sheet of a file, or none; each goes the way of a sheet typed in, under the same rules.

    Hours that become fewer are kept before any that become more: so what is lawful as a whole is never in its own
    way, and every line is still held against what stands when it is written.

    Raises:
        UserError: ``file_has_faults``; as ``read_month`` and ``keep_sheet``.
        ConflictError: ``record_changed``: somebody kept one of the sheets since the file was looked through.
    """
    require(uow, KEEP_SHEETS)
    found = read_month(uow, command.book, command.team_id)
    if found.marks:
        raise file_has_faults(len(found.marks))
    if command.seen is not None and command.seen != found.versions:
        raise stale_copy()
    with uow.act("labour.import_month", reason=command.book.name) as act:
        act.about(uow.get(LabourTeam, command.team_id))
        versions: dict[tuple[date, int], tuple[str, int]] = {}
        refused = 0
        for one, lines in _fewer_first(found.sheets):
            day = (one.held_on, one.shift.starts)
            sheet_id, version = versions.get(day, (one.sheet_id, one.version))
            kept = keep_sheet(
                uow,
                KeepSheet(
                    command.team_id, one.held_on, one.shift, lines, sheet_id, version, one.work_type_id,
                    one.officer_name, one.note,
                ),
            )  # fmt: skip
            versions[day] = kept.sheet_id, kept.version
            refused += len(kept.refused)
        if refused:
            # What was looked through was right: whatever the sheet refuses now, nothing of the file is kept.
            raise file_has_faults(refused)
    return TakenLabourMonth(*found.counts)


def _fewer_first(sheets: Sequence[SheetOfFile]) -> Iterator[tuple[SheetOfFile, tuple[SheetLine, ...]]]:
    """The sheets with the lines that take hours away, then with the others; a sheet without such lines once."""
    for are_fewer in (True, False):
        for one in sheets:
            lines = tuple(line for line in one.lines if (line.resident_id in one.fewer) is are_fewer)
            if lines:
                yield one, lines


def take_hours_month(uow: UnitOfWork, team_id: str, month: date) -> Table:
    """Let the month of a team leave the program as a file; who, which team and how many stand in the trail.

    Args:
        uow: the unit of work.
        team_id: the team.
        month: any day of the month.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, KEEP_SHEETS)
    table = month_table(uow, team_id, month)
    facts = {"list": "labour.month", "month": f"{month:%Y-%m}", "count": str(len(table.rows))}
    with uow.act("labour.take_hours") as act:
        act.about(uow.get(LabourTeam, team_id))
        for fact in plain_facts(facts):
            act.note(fact)
    return table
