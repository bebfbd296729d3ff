"""Teams, their officers and who is in them."""

from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.housing.domain.rights import VIEW_BOARD, VIEW_HOUSE
from facility_app.modules.housing.tables import Team, TeamMember
from facility_app.modules.residents.api import list_resident_rows

TEAM = sa.inspect(Team).local_table.c
MEMBER = sa.inspect(TeamMember).local_table.c


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team; ``version`` goes back with the decision about it.

    Attributes:
        officer_id: the member of staff in charge.
        members: how many are in it now.
    """

    team_id: str
    version: int
    code: str
    name: str
    officer_id: str
    zone_id: str | None
    members: int


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody in a team, now or once."""

    member_id: str
    version: int
    team_id: str
    resident_id: str
    from_at: datetime
    to_at: datetime | None
    code: str
    name: str = field(repr=False)


def list_teams(uow: UnitOfWork) -> tuple[TeamRow, ...]:
    """Every team, by its code."""
    require(uow, VIEW_HOUSE)
    count = (
        sa.select(sa.func.count())
        .where(MEMBER.team_id == TEAM.id, MEMBER.to_at.is_(None), MEMBER.voided_at.is_(None))
        .scalar_subquery()
    )
    asked = sa.select(TEAM.id, TEAM.version, TEAM.code, TEAM.name, TEAM.officer_id, TEAM.zone_id, count)
    return tuple(
        TeamRow(*row) for row in uow.session.execute(asked.where(TEAM.voided_at.is_(None)).order_by(TEAM.code))
    )


def list_team_members(uow: UnitOfWork, team_id: str, *, with_former: bool = False) -> tuple[MemberRow, ...]:
    """Who is in a team, by code."""
    require(uow, VIEW_BOARD)
    return _members(uow, MEMBER.team_id == team_id, with_former=with_former)


def list_teams_of(uow: UnitOfWork, resident_id: str) -> tuple[MemberRow, ...]:
    """In which teams somebody is and was, the latest first."""
    require(uow, VIEW_BOARD)
    found = _members(uow, MEMBER.resident_id == resident_id, with_former=True)
    return tuple(sorted(found, key=lambda row: row.from_at, reverse=True))


def _members(uow: UnitOfWork, wanted: sa.ColumnElement[bool], *, with_former: bool) -> tuple[MemberRow, ...]:
    columns = (MEMBER.id, MEMBER.version, MEMBER.team_id, MEMBER.resident_id, MEMBER.from_at, MEMBER.to_at)
    asked = sa.select(*columns).where(wanted, MEMBER.voided_at.is_(None))
    if not with_former:
        asked = asked.where(MEMBER.to_at.is_(None))
    found = uow.session.execute(asked.order_by(MEMBER.from_at)).all()
    people = {row.resident_id: row for row in list_resident_rows(uow, list({row[3] for row in found}))}
    made = (MemberRow(*row, people[row[3]].code, people[row[3]].name) for row in found if row[3] in people)
    return tuple(sorted(made, key=lambda row: (row.code, row.from_at)))
