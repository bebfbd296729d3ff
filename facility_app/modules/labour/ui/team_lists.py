"""Teams and who is in one, as lists."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.labour.queries.teams import (
    LabourMemberRow,
    LabourTeamRow,
    list_labour_spans,
    list_labour_teams,
)
from facility_app.modules.labour.ui import places
from facility_app.modules.labour.ui import words as said
from facility_app.ui.i18n import tr
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.theme import Tone

TEAMS, MEMBERS = label("labour", "Các tổ"), label("labour", "Người trong tổ")
CODE, NAME = label("labour", "Mã"), label("labour", "Tổ")
WORK, OFFICER = label("labour", "Công việc"), label("labour", "Cán bộ phụ trách")
PEOPLE, SHIFT = label("labour", "Số người"), label("labour", "Ca")
DAYS, PLACE = label("labour", "Ngày làm việc"), label("labour", "Nơi làm việc")
PERSON, FROM, UNTIL = label("terms", "Họ và tên"), label("terms", "Từ ngày"), label("terms", "Đến ngày")
STATE = label("labour", "Tình trạng")
IN_TEAM, TO_COME, LEFT = label("labour", "đang ở tổ"), label("labour", "sắp vào tổ"), label("labour", "đã ra tổ")
NO_TEAM = label("labour", "Chưa có tổ lao động nào.")
NOBODY = label("labour", "Tổ này chưa có ai.")


class ChosenTeam:
    """The team whose people are listed, and the day it is."""

    def __init__(self, today: date) -> None:
        """None."""
        self.team_id = ""
        self.today = today


def teams_spec() -> ListSpec[Any]:
    """Every team."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("code", CODE, _code, width=70, is_strong=True),
        ColumnSpec("name", NAME, _name, width=150),
        ColumnSpec("work", WORK, _work, width=150),
        ColumnSpec("people", PEOPLE, _people, width=84, align=Align.END),
        ColumnSpec("officer", OFFICER, _officer, width=150),
        ColumnSpec("shift", SHIFT, _shift, width=110, gives_way=1),
        ColumnSpec("days", DAYS, _days, width=150, gives_way=2),
        ColumnSpec("place", PLACE, _place, width=120, gives_way=3),
    )
    return short_list("labour.team_list", TEAMS, NO_TEAM, columns, _teams, _team_id, places.TEAM_TABLES)


def members_spec(chosen: ChosenTeam) -> ListSpec[Any]:
    """Who is in the team chosen, who will be, and who was."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("name", PERSON, _member_name, width=186, is_strong=True),
        ColumnSpec("from_on", FROM, _from, width=104),
        ColumnSpec("to_on", UNTIL, _until, width=104),
        ColumnSpec("code", CODE, _member_code, width=90, gives_way=2),
        ColumnSpec("state", STATE, partial(_state, chosen), width=120, tone=partial(_tone, chosen), gives_way=1),
    )
    return short_list(
        "labour.member_list", MEMBERS, NOBODY, columns, partial(_members, chosen), _member_id, places.TEAM_TABLES
    )


def is_in(row: LabourMemberRow, today: date) -> bool:
    """Whether the membership holds today or later."""
    return row.to_on is None or row.to_on > today


def _team_id(row: LabourTeamRow) -> str:
    return row.team_id


def _code(row: LabourTeamRow) -> str:
    return row.code


def _name(row: LabourTeamRow) -> str:
    return row.name


def _work(row: LabourTeamRow) -> str:
    return row.work


def _people(row: LabourTeamRow) -> str:
    return str(row.members)


def _officer(row: LabourTeamRow) -> str:
    return row.officer


def _shift(row: LabourTeamRow) -> str:
    return said.times(row.shift)


def _days(row: LabourTeamRow) -> str:
    return said.weekdays(row.weekdays)


def _place(row: LabourTeamRow) -> str:
    return row.place or ""


def _member_id(row: LabourMemberRow) -> str:
    return row.member_id


def _member_name(row: LabourMemberRow) -> str:
    return row.name


def _member_code(row: LabourMemberRow) -> str:
    return row.code


def _from(row: LabourMemberRow) -> str:
    return said.day(row.from_on)


def _until(row: LabourMemberRow) -> str:
    return said.last_day(row.to_on)


def _state(chosen: ChosenTeam, row: LabourMemberRow) -> str:
    if not is_in(row, chosen.today):
        return tr(LEFT)
    return tr(TO_COME if row.from_on > chosen.today else IN_TEAM)


def _tone(chosen: ChosenTeam, row: LabourMemberRow) -> Tone:
    if not is_in(row, chosen.today):
        return Tone.NEUTRAL
    return Tone.INFO if row.from_on > chosen.today else Tone.OK


def _teams(uow: Any) -> Sequence[LabourTeamRow]:
    return list_labour_teams(uow)


def _members(chosen: ChosenTeam, uow: Any) -> Sequence[LabourMemberRow]:
    chosen.today = local_date(uow.now)
    return list_labour_spans(uow, chosen.team_id) if chosen.team_id else ()
