"""Sheets: which teams have one of a day and which should, one of them line by line, a person's days."""

from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.modules.catalogues.api import list_holidays
from facility_app.modules.labour.domain.refusals import Refusal
from facility_app.modules.labour.domain.rights import VIEW_LABOUR
from facility_app.modules.labour.domain.sheets import Mark, Quality, Shift
from facility_app.modules.labour.queries.facts import Crew
from facility_app.modules.labour.queries.records import MARK, MONTH, SHEET
from facility_app.modules.labour.queries.teams import (
    LabourTeamRow,
    list_labour_members,
    list_labour_team_rows,
    list_labour_teams,
    list_work_types,
)
from facility_app.modules.labour.tables import WorkType
from facility_app.modules.residents.api import list_resident_marks


@dataclass(frozen=True, slots=True)
class DaySheetRow:
    """One team on one day.

    Attributes:
        sheet_id: empty while there is none.
        is_due: whether the team works on that weekday and has people.
        worked, minutes: how many worked and how long together.
        holiday: the name of a day off by law, on which no sheet is owed.
    """

    team: LabourTeamRow
    held_on: date
    sheet_id: str
    is_due: bool
    listed: int
    worked: int
    minutes: int
    holiday: Label | None = None

    @property
    def is_missing(self) -> bool:
        """Whether a sheet should be there and is not."""
        return self.is_due and not self.sheet_id


@dataclass(frozen=True, slots=True)
class LineRow:
    """What a sheet says of one person, and what keeps them from working.

    Attributes:
        week_minutes: worked in the week but for this sheet; ``week_most`` what it may come to; None under 12.
        refused: the first rule a full shift would break; None when none does.
        limits: what health says they should not do.
    """

    resident_id: str
    code: str
    name: str = field(repr=False)
    mark: Mark | None
    minutes: int | None
    output_milli: int | None
    quality: Quality | None
    note: str | None = field(repr=False)
    week_minutes: int
    week_most: int | None
    refused: Refusal | None
    is_inside: bool
    limits: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet as it is shown; ``sheet_id`` is empty for one that is not written yet."""

    team: LabourTeamRow
    held_on: date
    sheet_id: str
    version: int
    shift: Shift
    work_type_id: str
    work: str
    output_unit: str | None
    officer_name: str = field(repr=False)
    note: str | None = field(repr=False)
    is_closed: bool
    lines: tuple[LineRow, ...]


@dataclass(frozen=True, slots=True)
class PersonDay:
    """One line of somebody's own book."""

    mark_id: str
    held_on: date
    team: str
    work: str
    mark: Mark
    minutes: int
    output_milli: int | None
    output_unit: str | None
    quality: Quality | None


def list_day_sheets(uow: UnitOfWork, day: date) -> tuple[DaySheetRow, ...]:
    """Every team on a day: missing sheets first, then by code."""
    require(uow, VIEW_LABOUR)
    worked = sa.func.coalesce(sa.func.sum(sa.case((MARK.minutes > 0, 1), else_=0)), 0)
    asked = (
        sa.select(
            SHEET.team_id, SHEET.id, sa.func.count(MARK.id), worked, sa.func.coalesce(sa.func.sum(MARK.minutes), 0)
        )
        .outerjoin(MARK.id.table, sa.and_(MARK.sheet_id == SHEET.id, MARK.voided_at.is_(None)))
        .where(SHEET.held_on == day, SHEET.voided_at.is_(None))
        .group_by(SHEET.id)
        .order_by(SHEET.starts_minute)
    )
    there: dict[str, list[tuple[str, int, int, int]]] = {}
    for team_id, *rest in uow.session.execute(asked):
        there.setdefault(team_id, []).append((rest[0], rest[1], rest[2], rest[3]))
    made, off = [], list_holidays(uow, day, day).get(day)
    for team in list_labour_teams(uow):
        is_due = str(day.isoweekday()) in team.weekdays and team.members > 0 and off is None
        made += [
            DaySheetRow(team, day, *_counted(one, is_due=is_due), off)
            for one in there.get(team.team_id, [("", 0, 0, 0)])
        ]
    return tuple(sorted(made, key=lambda row: (not row.is_missing, not row.is_due, row.team.code)))


def _counted(one: tuple[str, int, int, int], *, is_due: bool) -> tuple[str, bool, int, int, int]:
    return (one[0], is_due, one[1], one[2], one[3])


def get_sheet(uow: UnitOfWork, team_id: str, day: date, sheet_id: str = "") -> SheetView:
    """A team's sheet of a day, written or not: its members that day, and whoever stands on it.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_LABOUR)
    team = _team(uow, team_id)
    chosen = SHEET.id == sheet_id if sheet_id else sa.true()
    asked = sa.select(SHEET.id.table).where(
        SHEET.team_id == team_id, SHEET.held_on == day, SHEET.voided_at.is_(None), chosen
    )
    found = uow.session.execute(asked.order_by(SHEET.starts_minute)).first()
    shift = team.shift if found is None else Shift(found.starts_minute, found.ends_minute, found.rest_minutes)
    record = uow.get(WorkType, team.work_type_id if found is None else found.work_type_id)
    lines = _lines(uow, team_id, day, shift, record, "" if found is None else found.id)
    closed = uow.session.scalar(sa.select(sa.func.max(MONTH.last_on)).where(MONTH.home == uow.home))
    return SheetView(
        team,
        day,
        "" if found is None else found.id,
        0 if found is None else found.version,
        shift,
        record.id,
        record.name,
        record.output_unit,
        team.officer if found is None else found.officer_name,
        None if found is None else found.note,
        closed is not None and day <= closed,
        lines,
    )


def list_person_days(uow: UnitOfWork, resident_id: str, first: date, last: date) -> tuple[PersonDay, ...]:
    """Somebody's days between two, the last one first."""
    require(uow, VIEW_LABOUR)
    teams = {row.team_id: row.name for row in list_labour_teams(uow)}
    works = {row.work_type_id: (row.name, row.output_unit) for row in list_work_types(uow)}
    asked = (
        sa.select(
            *(
                MARK.id.label("mark_id"),
                SHEET.team_id,
                SHEET.work_type_id,
                MARK.held_on,
                MARK.mark,
                MARK.minutes,
                MARK.output_milli,
            ),
            MARK.quality,
        )
        .join(SHEET.id.table, SHEET.id == MARK.sheet_id)
        .where(MARK.resident_id == resident_id, MARK.held_on.between(first, last), MARK.voided_at.is_(None))
        .order_by(MARK.held_on.desc(), SHEET.starts_minute.desc())
    )
    return tuple(
        PersonDay(
            row.mark_id,
            row.held_on,
            teams.get(row.team_id, ""),
            works.get(row.work_type_id, ("", None))[0],
            row.mark,
            row.minutes,
            row.output_milli,
            works.get(row.work_type_id, ("", None))[1],
            row.quality,
        )
        for row in uow.session.execute(asked)
    )


def _team(uow: UnitOfWork, team_id: str) -> LabourTeamRow:
    for row in list_labour_team_rows(uow, (team_id,)):
        return row
    raise UserError("not_found", label("errors", "Không còn tổ này. Hãy mở lại danh sách."))


def _lines(
    uow: UnitOfWork, team_id: str, day: date, shift: Shift, record: WorkType, sheet_id: str
) -> tuple[LineRow, ...]:
    asked = sa.select(MARK.id.table).where(MARK.sheet_id == sheet_id, MARK.voided_at.is_(None))
    marks = {row.resident_id: row for row in uow.session.execute(asked)} if sheet_id else {}
    ids = sorted({*(one.resident_id for one in list_labour_members(uow, team_id, day)), *marks})
    people = list_resident_marks(uow, ids)
    crew, work = Crew.of(uow, ids, day, shift), record.asks()
    made = []
    for one in sorted((one for one in ids if one in people), key=lambda one: (people[one].code, one)):
        row, caps = marks.get(one), crew.caps(one)
        broken = crew.broken(one, work, shift.minutes, sheet_id=sheet_id)
        where = crew.inside.get(one)
        made.append(
            LineRow(
                one,
                people[one].code,
                people[one].name,
                None if row is None else row.mark,
                None if row is None else row.minutes,
                None if row is None else row.output_milli,
                None if row is None else row.quality,
                None if row is None else row.note,
                crew.minutes(one, besides=sheet_id),
                None if caps is None else caps.week,
                broken[0] if broken else None,
                where is not None and where.minutes > 0,
                crew.limits(one),
            )
        )
    return tuple(made)
