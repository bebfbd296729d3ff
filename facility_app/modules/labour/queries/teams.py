"""Kinds of work, teams, and who is in them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.page import Listing, ids, rows_of
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.labour.domain.admission import FitnessNeeded
from facility_app.modules.labour.domain.rights import VIEW_LABOUR
from facility_app.modules.labour.domain.sheets import Shift
from facility_app.modules.labour.queries.records import MEMBER, TEAM, WORK
from facility_app.modules.residents.api import list_resident_marks
from facility_app.modules.staff.api import list_staff_rows


@dataclass(frozen=True, slots=True)
class WorkTypeRow:
    """A kind of work; ``version`` goes back with the decision about it."""

    work_type_id: str
    version: int
    code: str
    name: str
    is_hazardous: bool
    needs_training: bool
    minors_may: bool
    fitness_needed: FitnessNeeded
    protection: str | None
    tools: str | None
    output_unit: str | None


@dataclass(frozen=True, slots=True)
class LabourTeamRow:
    """A team; ``version`` goes back with the decision about it.

    Attributes:
        officer: in charge, by name.
        members: how many are in it today.
    """

    team_id: str
    version: int
    code: str
    name: str
    work_type_id: str
    work: str
    officer_id: str
    officer: str = field(repr=False)
    place: str | None
    shift: Shift
    weekdays: str
    output_unit: str | None
    members: int


@dataclass(frozen=True, slots=True)
class LabourMemberRow:
    """Somebody in a team, now or once."""

    member_id: str
    version: int
    resident_id: str
    from_on: date
    to_on: date | None
    code: str
    name: str = field(repr=False)


def list_work_type_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of the kinds of work, by code."""
    require(uow, VIEW_LABOUR)
    return ids(uow.session, _work_listing(look.text), look.sorts)


def list_work_type_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[WorkTypeRow, ...]:
    """Their rows, in their order."""
    require(uow, VIEW_LABOUR)
    return rows_of(uow.session, _work_listing(""), wanted, WorkTypeRow)


def list_work_types(uow: UnitOfWork) -> tuple[WorkTypeRow, ...]:
    """Every kind of work, by code."""
    require(uow, VIEW_LABOUR)
    return list_work_type_rows(uow, list_work_type_ids(uow, Look()))


def list_labour_team_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of the teams, by code."""
    require(uow, VIEW_LABOUR)
    return ids(uow.session, _team_listing(look.text), look.sorts)


def list_labour_team_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[LabourTeamRow, ...]:
    """Their rows, in their order."""
    require(uow, VIEW_LABOUR)
    today = local_date(uow.now)
    count = (
        sa.select(MEMBER.team_id, sa.func.count())
        .where(*on_day(today), MEMBER.team_id.in_(wanted))
        .group_by(MEMBER.team_id)
    )
    members = {row[0]: row[1] for row in uow.session.execute(count)}
    asked = (
        sa.select(TEAM.id.table, WORK.name.label("work"), WORK.output_unit)
        .join(WORK.id.table, WORK.id == TEAM.work_type_id)
        .where(TEAM.id.in_(wanted), TEAM.voided_at.is_(None))
    )
    found = {row.id: row for row in uow.session.execute(asked)}
    officers = {
        one.member_id: one.full_name for one in list_staff_rows(uow, [r.officer_id for r in found.values()])
    }
    return tuple(
        LabourTeamRow(
            *(row.id, row.version, row.code, row.name, row.work_type_id, row.work, row.officer_id),
            officers.get(row.officer_id, ""),
            row.place,
            Shift(row.starts_minute, row.ends_minute, row.rest_minutes),
            row.weekdays,
            row.output_unit,
            members.get(row.id, 0),
        )
        for row in (found[one] for one in wanted if one in found)
    )


def list_labour_teams(uow: UnitOfWork) -> tuple[LabourTeamRow, ...]:
    """Every team, by code."""
    require(uow, VIEW_LABOUR)
    return list_labour_team_rows(uow, list_labour_team_ids(uow, Look()))


def list_labour_members(uow: UnitOfWork, team_id: str, day: date | None = None) -> tuple[LabourMemberRow, ...]:
    """Who is in a team on a day, by code; today when none is said."""
    require(uow, VIEW_LABOUR)
    return _members(uow, MEMBER.team_id == team_id, *on_day(day or local_date(uow.now)))


def list_member_ids(uow: UnitOfWork, team_id: str, day: date) -> frozenset[str]:
    """Who is in a team on a day, by their ids."""
    require(uow, VIEW_LABOUR)
    asked = sa.select(MEMBER.resident_id).where(MEMBER.team_id == team_id, *on_day(day))
    return frozenset(uow.session.scalars(asked))


def list_labour_spans(uow: UnitOfWork, team_id: str) -> tuple[LabourMemberRow, ...]:
    """Everybody who is, will be or was in a team: who has not left first, by code, then the last to leave."""
    require(uow, VIEW_LABOUR)
    rows = _members(uow, MEMBER.team_id == team_id, MEMBER.voided_at.is_(None))
    today = local_date(uow.now)
    there = [row for row in rows if row.to_on is None or row.to_on > today]
    gone = [row for row in rows if row.to_on is not None and row.to_on <= today]
    return (*there, *sorted(gone, key=lambda row: row.to_on or today, reverse=True))


def _members(uow: UnitOfWork, *wanted: sa.ColumnElement[bool]) -> tuple[LabourMemberRow, ...]:
    columns = (MEMBER.id, MEMBER.version, MEMBER.resident_id, MEMBER.from_on, MEMBER.to_on)
    rows = uow.session.execute(sa.select(*columns).where(*wanted)).all()
    people = list_resident_marks(uow, [row.resident_id for row in rows])
    made = (
        LabourMemberRow(*row, people[row.resident_id].code, people[row.resident_id].name)
        for row in rows
        if row.resident_id in people
    )
    return tuple(sorted(made, key=lambda row: (row.code, row.resident_id, row.from_on)))


def _work_listing(text: str) -> Listing:
    w = WORK
    columns = (w.id, w.version, w.code, w.name, w.is_hazardous, w.needs_training, w.minors_may, w.fitness_needed)
    found = sa.select(*columns, w.protection, w.tools, w.output_unit).where(w.voided_at.is_(None))
    if text.strip():
        found = found.where(_says(text, w.code, w.name))
    return Listing(found, w.id, {"code": w.code, "name": w.name}, (Sort("code"),))


def _team_listing(text: str) -> Listing:
    found = sa.select(TEAM.id).where(TEAM.voided_at.is_(None))
    if text.strip():
        found = found.where(_says(text, TEAM.code, TEAM.name))
    return Listing(found, TEAM.id, {"code": TEAM.code, "name": TEAM.name}, (Sort("code"),))


def _says(text: str, *columns: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    return sa.or_(*(column.contains(text.strip(), autoescape=True) for column in columns))


def on_day(day: date) -> tuple[sa.ColumnElement[bool], ...]:
    """Of a membership: that it holds on a day."""
    return (MEMBER.from_on <= day, sa.or_(MEMBER.to_on.is_(None), MEMBER.to_on > day), MEMBER.voided_at.is_(None))
