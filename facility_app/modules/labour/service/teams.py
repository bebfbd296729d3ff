"""Kinds of work, the teams that do it, and who is in them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.calendar.api import kept_reason
from facility_app.modules.labour.domain.admission import FitnessNeeded
from facility_app.modules.labour.domain.codes import checked_code
from facility_app.modules.labour.domain.rights import ARRANGE_LABOUR
from facility_app.modules.labour.domain.sheets import Shift
from facility_app.modules.labour.queries.records import MEMBER, TEAM
from facility_app.modules.labour.queries.shifts import joining_shifts, rewritten_shifts, team_shifts
from facility_app.modules.labour.service.checks import Desk
from facility_app.modules.labour.service.listed import Listed, Seen
from facility_app.modules.labour.tables import LabourMember, LabourTeam, WorkType


@dataclass(frozen=True, slots=True)
class WorkTypeFacts:
    """A kind of work, as ``WorkType``."""

    code: str
    name: str
    is_hazardous: bool = False
    needs_training: bool = True
    minors_may: bool = False
    fitness_needed: FitnessNeeded = FitnessNeeded.ANY
    protection: str | None = None
    tools: str | None = None
    output_unit: str | None = None


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """A team, as ``LabourTeam``; ``weekdays`` like ``12345``."""

    code: str
    name: str
    work_type_id: str
    officer_id: str
    shift: Shift
    weekdays: str = "12345"
    place: str | None = None


@dataclass(frozen=True, slots=True)
class JoinLabourTeam:
    """People come into a team from a day on, out of the one they were in.

    Attributes:
        clash_reason: why, although one of them is in class, at the clinic, expected by a visitor or away during
            its shifts; None to be refused then.
    """

    team_id: str
    resident_ids: Sequence[str]
    from_on: date | None = None
    clash_reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class LeaveLabourTeam:
    """Somebody goes out of their team; ``to_on`` is the first day they are not in it."""

    member_id: str
    version: int
    reason: str = field(repr=False)
    to_on: date | None = None


def add_work_type(uow: UnitOfWork, facts: WorkTypeFacts) -> str:
    """Add a kind of work; answers its id.

    Raises:
        UserError: ``field_missing``, ``text_too_long``, ``labour_code_taken``.
    """
    require(uow, ARRANGE_LABOUR)
    with uow.act("labour.add_work_type") as act:
        return WORK_TYPES.add(uow, act, facts)


def edit_work_type(uow: UnitOfWork, seen: Seen, facts: WorkTypeFacts) -> None:
    """Change a kind of work. Raises as ``add_work_type``, and ``record_changed``."""
    require(uow, ARRANGE_LABOUR)
    with uow.act("labour.edit_work_type") as act:
        WORK_TYPES.edit(uow, act, seen, facts)


def void_work_type(uow: UnitOfWork, seen: Seen, reason: str) -> None:
    """Strike out a kind of work that no team does.

    Raises:
        UserError: ``work_type_in_use``, ``reason_missing``, ``not_found``.
    """
    require(uow, ARRANGE_LABOUR)
    with uow.act("labour.void_work_type", reason=reason) as act:
        WORK_TYPES.void(uow, act, seen, reason)


def add_labour_team(uow: UnitOfWork, facts: TeamFacts) -> str:
    """Add a team; answers its id.

    Raises:
        UserError: ``field_missing``, ``labour_code_taken``, ``officer_unknown``, ``labour_shift_odd``,
            ``not_found``.
    """
    require(uow, ARRANGE_LABOUR)
    with uow.act("labour.add_team") as act:
        return TEAMS.add(uow, act, facts)


def edit_labour_team(uow: UnitOfWork, seen: Seen, facts: TeamFacts, clash_reason: str | None = None) -> None:
    """Change a team. Why its new days and hours stand although they clash is in the trail.

    Args:
        uow: the unit of work.
        seen: the team as the user saw it.
        facts: as it is to be.
        clash_reason: why, although its people or its new officer are taken then; None to be refused.

    Raises:
        UserError: as ``add_labour_team``; ``calendar_clash``.
        ConflictError: ``record_changed``.
    """
    require(uow, ARRANGE_LABOUR)
    before = team_shifts(uow, seen.record_id)
    with uow.act("labour.edit_team") as act:
        TEAMS.edit(uow, act, seen, facts)
        uow.session.flush()
        act.reason = kept_reason(uow, rewritten_shifts(before, team_shifts(uow, seen.record_id)), clash_reason)


def void_labour_team(uow: UnitOfWork, seen: Seen, reason: str) -> None:
    """Strike out a team that nobody is in.

    Raises:
        UserError: ``team_not_empty``, ``reason_missing``, ``not_found``.
    """
    require(uow, ARRANGE_LABOUR)
    with uow.act("labour.void_team", reason=reason) as act:
        TEAMS.void(uow, act, seen, reason)


def join_labour_team(uow: UnitOfWork, command: JoinLabourTeam) -> int:
    """Put people into a team; answers how many were not in it yet. Why although they are taken is in the trail.

    Raises:
        UserError: ``no_open_stay``, ``labour_join_before``, ``calendar_clash``, ``not_found``.
    """
    require(uow, ARRANGE_LABOUR)
    team, desk = uow.get(LabourTeam, command.team_id), Desk(uow)
    wanted = [*dict.fromkeys(command.resident_ids)]
    desk.require_here(wanted)
    first = command.from_on or desk.today
    m = LabourMember
    asked = sa.select(m).where(m.resident_id.in_(wanted), m.to_on.is_(None), m.voided_at.is_(None))
    held = {one.resident_id: one for one in uow.session.scalars(asked)}
    new = [one for one in wanted if one not in held or held[one].team_id != team.id]
    if any(one in held and held[one].from_on > first for one in new):
        raise UserError(
            "labour_join_before",
            label("errors", "Có người vào tổ cũ sau ngày này. Hãy chọn ngày vào tổ muộn hơn."),
            fields={"from_on": label("errors", "Sớm hơn ngày vào tổ cũ")},
        )
    with uow.act("labour.join_team") as act:
        act.about(team)
        for one in new:
            if one in held:
                held[one].to_on = first
        # The file refuses overlapping spans row by row: the old ones must end before the new ones stand.
        uow.session.flush()
        for one in new:
            uow.add(m(resident_id=one, team_id=team.id, from_on=first))
        # Asked once they are out of the old team, whose shifts take them no longer.
        uow.session.flush()
        act.reason = kept_reason(uow, joining_shifts(uow, team.id, first, frozenset(new)), command.clash_reason)
    return len(new)


def leave_labour_team(uow: UnitOfWork, command: LeaveLabourTeam) -> None:
    """Take somebody out of their team.

    Raises:
        UserError: ``span_reversed``, ``reason_missing``, ``not_found``.
    """
    require(uow, ARRANGE_LABOUR)
    require_reason(command.reason)
    found = uow.get(LabourMember, command.member_id, version=command.version)
    last, faults = command.to_on or Desk(uow).today, Faults()
    faults.span("to_on", found.from_on, last)
    faults.refuse()
    with uow.act("labour.leave_team", reason=command.reason) as act:
        act.about(found)
        found.to_on = last


def _work_values(_uow: UnitOfWork, facts: WorkTypeFacts, faults: Faults) -> dict[str, object]:
    values: dict[str, object] = {
        "code": checked_code(faults, facts.code),
        "name": faults.line("name", facts.name, needed=label("errors", "Cần tên công việc. Hãy gõ vào.")),
        "is_hazardous": facts.is_hazardous,
        "needs_training": facts.needs_training or facts.is_hazardous,
        "minors_may": facts.minors_may,
        "fitness_needed": facts.fitness_needed,
        "protection": faults.line("protection", facts.protection),
        "tools": faults.line("tools", facts.tools),
        "output_unit": faults.line("output_unit", facts.output_unit),
    }
    if len(facts.output_unit or "") > _UNIT_LIMIT:
        faults.add("text_too_long", "output_unit", label("errors", "Đơn vị quá dài: tối đa 20 ký tự."))
    if facts.is_hazardous and facts.minors_may:
        faults.add(
            "labour_not_for_minors",
            "minors_may",
            label("errors", "Việc nguy hiểm không giao cho người dưới 18 tuổi (NĐ 163/2026 Đ128.2)."),
        )
    return values


_UNIT_LIMIT = 20


def _team_values(uow: UnitOfWork, facts: TeamFacts, faults: Faults) -> dict[str, object]:
    facts.shift.check(faults)
    days = "".join(sorted(set(facts.weekdays)))
    if not days or set(days) - set("1234567"):
        faults.add("labour_weekdays_odd", "weekdays", label("errors", "Hãy chọn ít nhất một ngày làm việc."))
    Desk(uow).check_officer(faults, facts.officer_id)
    values: dict[str, object] = {
        "code": checked_code(faults, facts.code),
        "name": faults.line("name", facts.name, needed=label("errors", "Cần tên tổ. Hãy gõ vào.")),
        "work_type_id": facts.work_type_id,
        "officer_id": facts.officer_id,
        "place": faults.line("place", facts.place),
        "starts_minute": facts.shift.starts,
        "ends_minute": facts.shift.ends,
        "rest_minutes": facts.shift.rest,
        "weekdays": days,
    }
    uow.get(WorkType, facts.work_type_id)
    return values


def _require_idle(uow: UnitOfWork, work: WorkType) -> None:
    asked = sa.select(TEAM.id).where(TEAM.work_type_id == work.id, TEAM.voided_at.is_(None)).limit(1)
    if uow.session.scalar(asked) is not None:
        raise UserError(
            "work_type_in_use", label("errors", "Còn tổ làm việc này. Hãy giao việc khác cho tổ trước.")
        )


def _require_empty(uow: UnitOfWork, team: LabourTeam) -> None:
    asked = sa.select(MEMBER.id).where(
        MEMBER.team_id == team.id, MEMBER.to_on.is_(None), MEMBER.voided_at.is_(None)
    )
    if uow.session.scalar(asked.limit(1)) is not None:
        raise UserError(
            "team_not_empty",
            label("errors", "Tổ {team} còn người. Hãy chuyển họ sang tổ khác trước."),
            team=team.code,
        )


WORK_TYPES: Final = Listed(WorkType, _work_values, _require_idle)
TEAMS: Final = Listed(LabourTeam, _team_values, _require_empty)
