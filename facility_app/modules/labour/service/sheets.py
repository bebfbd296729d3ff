"""The one verb that writes hours: every rule is asked inside the transaction, row by row; the rest is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import list_holidays
from facility_app.modules.labour.domain.admission import Work
from facility_app.modules.labour.domain.lines import SheetLine
from facility_app.modules.labour.domain.refusals import Refusal
from facility_app.modules.labour.domain.rights import KEEP_SHEETS
from facility_app.modules.labour.domain.sheets import Mark, Shift
from facility_app.modules.labour.queries.facts import Crew
from facility_app.modules.labour.queries.teams import list_member_ids
from facility_app.modules.labour.service.checks import Desk
from facility_app.modules.labour.tables import LabourMark, LabourSheet, LabourTeam, WorkType
from facility_app.modules.residents.api import list_resident_marks


@dataclass(frozen=True, slots=True)
class KeepSheet:
    """The sheet of a team's day, new or once more.

    Attributes:
        lines: who is on it; people not named stay as they are.
        sheet_id, version: of the sheet as it was shown; empty for a new one.
        work_type_id: what was done; None for the team's usual work.
    """

    team_id: str
    held_on: date
    shift: Shift
    lines: Sequence[SheetLine]
    sheet_id: str = ""
    version: int = 0
    work_type_id: str | None = None
    officer_name: str = field(default="", repr=False)
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line that was not written, with every rule it breaks."""

    resident_id: str
    code: str
    name: str = field(repr=False)
    rules: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """What a saving came to; without a single line a new sheet is not made, and ``sheet_id`` is empty."""

    sheet_id: str
    version: int
    kept: int
    refused: tuple[RefusedLine, ...]


@dataclass(frozen=True, slots=True)
class VoidSheet:
    """A sheet written by mistake, with all its lines."""

    sheet_id: str
    version: int
    reason: str = field(repr=False)


def keep_sheet(uow: UnitOfWork, command: KeepSheet) -> KeptSheet:
    """Write the lines that break no rule; the others come back with person, rule and article.

    Raises:
        UserError: ``labour_month_closed``, ``labour_day_to_come``, ``labour_shift_odd``, ``labour_sheet_there``,
            ``labour_line_twice``, ``labour_on_holiday``, ``labour_change_refused``, ``parameter_missing``,
            ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_SHEETS)
    desk, faults = Desk(uow), Faults()
    team = uow.get(LabourTeam, command.team_id)
    desk.require_past(command.held_on)
    desk.require_open(command.held_on)
    command.shift.check(faults)
    officer = desk.officer(command.officer_name, faults, team.officer_id)
    note = faults.line("note", command.note)
    off = list_holidays(uow, command.held_on, command.held_on)
    if off and not command.sheet_id and note is None:
        faults.add(
            "labour_on_holiday",
            "note",
            label(
                "errors",
                "{day} là ngày nghỉ lễ ({name}). Hãy kiểm tra lại ngày; có lao động thật thì ghi lý do vào "
                "ghi chú của phiếu.",
            ),
            day=format_date(command.held_on),
            name=off[command.held_on],
        )
    faults.refuse()
    if len({one.resident_id for one in command.lines}) < len(command.lines):
        raise UserError("labour_line_twice", label("errors", "Phiếu có người đứng hai dòng. Mỗi người một dòng."))
    sheet = _sheet_of(uow, command)
    work = uow.get(WorkType, command.work_type_id or team.work_type_id).asks()
    saving = _Saving.begin(uow, command, work, sheet)
    with uow.act("labour.keep_sheet") as act:
        if sheet is None:
            if not saving.accepted:
                return KeptSheet("", 0, 0, tuple(saving.refused))
            sheet = LabourSheet(team_id=team.id, held_on=command.held_on)
        sheet.work_type_id, sheet.officer_name, sheet.note = work.work_type_id, officer, note
        sheet.starts_minute, sheet.ends_minute = command.shift.starts, command.shift.ends
        sheet.rest_minutes = command.shift.rest
        uow.add(sheet)
        uow.session.flush()
        act.about(sheet)
        saving.write(sheet)
        uow.session.flush()
    return KeptSheet(sheet.id, sheet.version, len(saving.accepted), tuple(saving.refused))


def void_sheet(uow: UnitOfWork, command: VoidSheet) -> None:
    """Strike out a sheet and all its lines.

    Raises:
        UserError: ``labour_month_closed``, ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_SHEETS)
    require_reason(command.reason)
    sheet = uow.get(LabourSheet, command.sheet_id, version=command.version)
    Desk(uow).require_open(sheet.held_on)
    with uow.act("labour.void_sheet", reason=command.reason) as act:
        act.about(sheet)
        for mark in _marks(uow, sheet.id).values():
            uow.void(mark, command.reason)
        uow.void(sheet, command.reason)


def _sheet_of(uow: UnitOfWork, command: KeepSheet) -> LabourSheet | None:
    if command.sheet_id:
        sheet = uow.get(LabourSheet, command.sheet_id, version=command.version)
        if (sheet.team_id, sheet.held_on) == (command.team_id, command.held_on):
            return sheet
    s = LabourSheet
    there = sa.select(s.id).where(
        s.team_id == command.team_id,
        s.held_on == command.held_on,
        s.starts_minute == command.shift.starts,
        s.voided_at.is_(None),
    )
    if command.sheet_id or uow.session.scalar(there) is not None:
        raise UserError(
            "labour_sheet_there",
            label("errors", "Tổ này đã có phiếu chấm công của ngày và ca đó. Hãy mở phiếu ấy để sửa."),
        )
    return None


def _marks(uow: UnitOfWork, sheet_id: str) -> dict[str, LabourMark]:
    asked = sa.select(LabourMark).where(LabourMark.sheet_id == sheet_id, LabourMark.voided_at.is_(None))
    return {one.resident_id: one for one in uow.session.scalars(asked)}


@dataclass(slots=True)
class _Saving:
    """One saving: the lines told apart before anything is written."""

    uow: UnitOfWork
    command: KeepSheet
    there: Mapping[str, LabourMark]
    accepted: list[SheetLine]
    refused: list[RefusedLine]

    @classmethod
    def begin(cls, uow: UnitOfWork, command: KeepSheet, work: Work, sheet: LabourSheet | None) -> "_Saving":
        there = {} if sheet is None else _marks(uow, sheet.id)
        is_other = sheet is not None and (
            (sheet.starts_minute, sheet.ends_minute, sheet.rest_minutes, sheet.work_type_id)
            != (command.shift.starts, command.shift.ends, command.shift.rest, work.work_type_id)
        )
        lines = {one.resident_id: one for one in command.lines}
        if is_other:
            # The work or the hours of the whole sheet change: whoever stands on it is asked about again.
            lines = {**{one: _as_line(mark) for one, mark in there.items()}, **lines}
        changed = [
            one for one in lines.values() if is_other or not _is_same(there.get(one.resident_id), one, command)
        ]
        made = cls(uow, command, there, [], [])
        made._sort(changed, work, "" if sheet is None else sheet.id)
        if is_other and any(one.resident_id in there for one in made.refused):
            raise UserError(
                "labour_change_refused",
                label(
                    "errors",
                    "Không đổi được việc hoặc giờ của cả phiếu: {count} người không đủ điều kiện với việc hoặc "
                    "giờ mới, trước hết là {name}. Hãy sửa dòng của họ trước.",
                ),
                count=len(made.refused),
                name=made.refused[0].name,
            )
        return made

    def _sort(self, lines: Sequence[SheetLine], work: Work, sheet_id: str) -> None:
        ids = [one.resident_id for one in lines]
        crew = Crew.of(self.uow, ids, self.command.held_on, self.command.shift)
        people = list_resident_marks(self.uow, ids)
        members = list_member_ids(self.uow, self.command.team_id, self.command.held_on)
        for line in lines:
            had, is_member = self.there.get(line.resident_id), line.resident_id in members
            rules = crew.broken_by(
                line, work, sheet_id=sheet_id, had=None if had is None else had.minutes, is_member=is_member
            )
            if rules:
                who = people.get(line.resident_id)
                code, name = ("", "") if who is None else (who.code, who.name)
                self.refused.append(RefusedLine(line.resident_id, code, name, rules))
            else:
                self.accepted.append(line)

    def write(self, sheet: LabourSheet) -> None:
        """Write what was accepted."""
        for line in self.accepted:
            mark = self.there.get(line.resident_id)
            if line.mark is None:
                if mark is not None:
                    self.uow.void(mark, str(_TAKEN_BACK))
                continue
            if mark is None:
                mark = LabourMark(resident_id=line.resident_id, sheet_id=sheet.id, held_on=sheet.held_on)
                _fill(mark, line, self.command.shift)
                self.uow.add(mark)
            else:
                _fill(mark, line, self.command.shift)


_TAKEN_BACK = label("labour", "Xóa khỏi phiếu chấm công")


def _fill(mark: LabourMark, line: SheetLine, shift: Shift) -> None:
    is_work = line.mark is Mark.WORKED
    mark.mark = line.mark or Mark.WORKED
    mark.minutes = line.minutes_in(shift) if is_work else 0
    mark.output_milli = line.output_milli if is_work else None
    mark.quality = line.quality if is_work else None
    mark.note = (line.note or "").strip() or None


def _as_line(mark: LabourMark) -> SheetLine:
    return SheetLine(mark.resident_id, mark.mark, mark.minutes or None, mark.output_milli, mark.quality, mark.note)


def _is_same(had: LabourMark | None, line: SheetLine, command: KeepSheet) -> bool:
    if had is None or line.mark is None:
        return had is None and line.mark is None
    wanted = LabourMark()
    _fill(wanted, line, command.shift)
    names = ("mark", "minutes", "output_milli", "quality", "note")
    return all(getattr(had, name) == getattr(wanted, name) for name in names)
