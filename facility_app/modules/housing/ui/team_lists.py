"""Teams and who is in one, as lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from facility_app.kernel.labels import label
from facility_app.modules.housing.queries.house import list_zones
from facility_app.modules.housing.queries.screens import name_officers
from facility_app.modules.housing.queries.teams import MemberRow, TeamRow, list_team_members, list_teams
from facility_app.modules.housing.ui import places
from facility_app.modules.housing.ui import words as said
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import Align, ColumnSpec, ListSpec

TEAMS, MEMBERS = label("housing", "Các tổ"), label("housing", "Người trong tổ")
CODE, NAME = label("housing", "Ký hiệu"), label("housing", "Tên tổ")
OFFICER, ZONE = label("housing", "Cán bộ phụ trách"), label("housing", "Khu")
COUNT, SINCE = label("housing", "Số người"), label("housing", "Từ")
NO_TEAM = label("housing", "Chưa có tổ nào.")
NOBODY = label("housing", "Tổ này chưa có ai.")


class ChosenTeam:
    """The team whose people are listed."""

    def __init__(self) -> None:
        """None."""
        self.team_id = ""


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team with names in place of ids; its fields are named as the form's."""

    team: TeamRow
    officer: str
    zone: str

    @property
    def code(self) -> str:
        """Its code."""
        return self.team.code

    @property
    def name(self) -> str:
        """Its name."""
        return self.team.name

    @property
    def officer_id(self) -> str:
        """Who is in charge."""
        return self.team.officer_id

    @property
    def zone_id(self) -> str | None:
        """Where it lives."""
        return self.team.zone_id


def teams_spec() -> ListSpec[Any]:
    """Every team."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("code", CODE, _code, width=74, is_strong=True),
        ColumnSpec("name", NAME, _name, width=120),
        ColumnSpec("officer", OFFICER, _officer, width=164),
        ColumnSpec("count", COUNT, _count, width=84, align=Align.END),
        ColumnSpec("zone", ZONE, _zone, width=206),
    )
    return short_list("housing.teams", TEAMS, NO_TEAM, columns, _lines, _team_id, places.TEAM_TABLES)


def members_spec(chosen: ChosenTeam) -> ListSpec[Any]:
    """Who is in the team chosen."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("name", label("terms", "Họ và tên"), _member_name, width=190, is_strong=True),
        ColumnSpec("code", label("terms", "Mã"), _member_code, width=100),
        ColumnSpec("since", SINCE, _member_since, width=152),
    )
    read = partial(_members, chosen)
    return short_list("housing.members", MEMBERS, NOBODY, columns, read, _member_id, places.TEAM_TABLES)


def _team_id(row: TeamLine) -> str:
    return row.team.team_id


def _code(row: TeamLine) -> str:
    return row.code


def _name(row: TeamLine) -> str:
    return row.name


def _officer(row: TeamLine) -> str:
    return row.officer


def _zone(row: TeamLine) -> str:
    return row.zone


def _count(row: TeamLine) -> str:
    return str(row.team.members)


def _member_id(row: MemberRow) -> str:
    return row.member_id


def _member_name(row: MemberRow) -> str:
    return row.name


def _member_code(row: MemberRow) -> str:
    return row.code


def _member_since(row: MemberRow) -> str:
    return said.moment(row.from_at)


def _lines(uow: Any) -> Sequence[TeamLine]:
    teams = list_teams(uow)
    zones = {one.zone_id: one.name for one in list_zones(uow)}
    officers = name_officers(uow, [one.officer_id for one in teams])
    return [TeamLine(one, officers.get(one.officer_id, ""), zones.get(one.zone_id or "", "")) for one in teams]


def _members(chosen: ChosenTeam, uow: Any) -> Sequence[MemberRow]:
    return list_team_members(uow, chosen.team_id) if chosen.team_id else ()
