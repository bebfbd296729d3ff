"""Teams: each with its officer, everybody in one at a time (NĐ 163/2026 Đ112.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.rights import FILL_TEAMS, MANAGE_TEAMS
from facility_app.modules.housing.queries.teams import TEAM
from facility_app.modules.housing.tables import HousingZone, Team, TeamMember
from facility_app.modules.staff.api import list_staff_rows
from facility_app.modules.stays.api import list_whereabouts


@dataclass(frozen=True, slots=True)
class SavedTeam:
    """What a decision about a team leaves; ``version`` goes with the next one."""

    team_id: str
    version: int


@dataclass(frozen=True, slots=True)
class AddTeam:
    """A team with the member of staff directly in charge of it."""

    code: str
    name: str
    officer_id: str
    zone_id: str | None = None


@dataclass(frozen=True, slots=True)
class EditTeam:
    """Another name, officer or zone of a team."""

    team_id: str
    version: int
    code: str
    name: str
    officer_id: str
    zone_id: str | None = None


@dataclass(frozen=True, slots=True)
class VoidTeam:
    """Take a team away that nobody is in."""

    team_id: str
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class JoinTeam:
    """People come into a team, out of the one they were in."""

    team_id: str
    resident_ids: Sequence[str]


@dataclass(frozen=True, slots=True)
class LeaveTeam:
    """Somebody goes out of their team into no other now."""

    resident_id: str
    reason: str


def add_team(uow: UnitOfWork, command: AddTeam) -> SavedTeam:
    """Add a team.

    Raises:
        UserError: ``field_missing``, ``team_code_taken``, ``officer_unknown``, ``not_found``.
    """
    require(uow, MANAGE_TEAMS)
    code, name = _checked(uow, command.code, command.name, command.officer_id, command.zone_id)
    with uow.act("housing.add_team") as act:
        made = uow.add(Team(code=code, name=name, officer_id=command.officer_id, zone_id=command.zone_id))
        act.about(made)
    return SavedTeam(made.id, made.version)


def edit_team(uow: UnitOfWork, command: EditTeam) -> SavedTeam:
    """Change a team. Raises as ``add_team``, and ``record_changed``."""
    require(uow, MANAGE_TEAMS)
    found = uow.get(Team, command.team_id, version=command.version)
    code, name = _checked(uow, command.code, command.name, command.officer_id, command.zone_id, found.id)
    with uow.act("housing.edit_team") as act:
        act.about(found)
        found.code, found.name = code, name
        found.officer_id, found.zone_id = command.officer_id, command.zone_id
    return SavedTeam(found.id, found.version)


def void_team(uow: UnitOfWork, command: VoidTeam) -> None:
    """Take a team away.

    Raises:
        UserError: ``team_not_empty``, ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, MANAGE_TEAMS)
    require_reason(command.reason)
    found = uow.get(Team, command.team_id, version=command.version)
    m = TeamMember
    asked = sa.select(m.id).where(m.team_id == found.id, m.to_at.is_(None), m.voided_at.is_(None))
    if uow.session.scalar(asked.limit(1)) is not None:
        raise UserError(
            "team_not_empty",
            label("errors", "Tổ {team} còn người. Hãy chuyển họ sang tổ khác trước."),
            team=found.code,
        )
    with uow.act("housing.void_team", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)


def join_team(uow: UnitOfWork, command: JoinTeam) -> int:
    """Put people into a team, each out of the one they were in; answers how many were not in it yet.

    Raises:
        UserError: ``no_open_stay``, ``not_found``.
    """
    require(uow, FILL_TEAMS)
    team = uow.get(Team, command.team_id)
    wanted = [*dict.fromkeys(command.resident_ids)]
    inside = {one.resident_id for one in list_whereabouts(uow, wanted)} if wanted else set()
    if len(inside) < len(wanted):
        raise UserError(
            "no_open_stay",
            label(
                "errors",
                "Có người không có lần cai nghiện nào đang mở, nên không xếp vào tổ. Hãy tiếp nhận trước.",
            ),
        )
    with uow.act("housing.join_team") as act:
        act.about(team)
        return Memberships(uow).put(wanted, team.id)


def leave_team(uow: UnitOfWork, command: LeaveTeam) -> None:
    """Take somebody out of their team.

    Raises:
        UserError: ``no_team``, ``reason_missing``.
    """
    require(uow, FILL_TEAMS)
    require_reason(command.reason)
    with uow.act("housing.leave_team", reason=command.reason):
        if not Memberships(uow).end(command.resident_id, uow.now):
            raise UserError("no_team", label("errors", "Người này không ở tổ nào."))


@dataclass(frozen=True, slots=True)
class Memberships:
    """Who is in which team, within one unit of work."""

    uow: UnitOfWork

    def put(self, resident_ids: Sequence[str], team_id: str) -> int:
        """Into that team, out of any other; answers how many were not in it yet."""
        m = TeamMember
        asked = sa.select(m).where(m.resident_id.in_(resident_ids), m.to_at.is_(None), m.voided_at.is_(None))
        held = {one.resident_id: one for one in self.uow.session.scalars(asked)}
        new = [one for one in resident_ids if one not in held or held[one].team_id != team_id]
        for one in new:
            if one in held:
                held[one].to_at = max(self.uow.now, held[one].from_at)
        # The file refuses overlapping spans row by row: the old ones must end before the new ones stand.
        self.uow.session.flush()
        for one in new:
            self.uow.add(m(resident_id=one, team_id=team_id, from_at=self.uow.now))
        self.uow.session.flush()
        return len(new)

    def end(self, resident_id: str, at: datetime) -> bool:
        """Out of their team; False when they are in none."""
        found = self._of(resident_id)
        if found is None:
            return False
        found.to_at = max(at, found.from_at)
        self.uow.session.flush()
        return True

    def has(self, resident_id: str) -> bool:
        """Whether they are in a team."""
        return self._of(resident_id) is not None

    def _of(self, resident_id: str) -> TeamMember | None:
        m = TeamMember
        asked = sa.select(m).where(m.resident_id == resident_id, m.to_at.is_(None), m.voided_at.is_(None))
        return self.uow.session.scalars(asked).first()


def _checked(
    uow: UnitOfWork, code: str, name: str, officer_id: str, zone_id: str | None, own_id: str = ""
) -> tuple[str, str]:
    faults = Faults()
    missing = label("errors", "Cần mã và tên tổ. Hãy gõ vào.")
    kept = faults.line("code", code, needed=missing)
    if kept is not None and len(kept) > 20:  # noqa: PLR2004 - the column's width
        faults.add("text_too_long", "code", label("errors", "Mã quá dài: tối đa 20 ký tự. Hãy viết ngắn lại."))
    named = faults.line("name", name, needed=missing)
    if not any(row.left_on is None for row in list_staff_rows(uow, [officer_id])):
        faults.add(
            "officer_unknown",
            "officer_id",
            label("errors", "Mỗi tổ phải có cán bộ đang làm việc trực tiếp phụ trách (NĐ 163/2026 Đ112.2)."),
        )
    faults.refuse()
    if zone_id is not None:
        uow.get(HousingZone, zone_id)
    taken = sa.select(TEAM.id).where(TEAM.code == kept, TEAM.voided_at.is_(None), TEAM.id != own_id)
    if uow.session.scalar(taken.limit(1)) is not None:
        raise UserError(
            "team_code_taken",
            label("errors", "Mã tổ này đã có. Hãy chọn mã khác."),
            fields={"code": label("errors", "Mã đã có")},
        )
    return kept or "", named or ""
