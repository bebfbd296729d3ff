"""The verbs on teams and on who is in one."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.rights import FILL_TEAMS, MANAGE_TEAMS
from facility_app.modules.housing.queries.teams import MemberRow
from facility_app.modules.housing.service.teams import (
    AddTeam,
    EditTeam,
    JoinTeam,
    LeaveTeam,
    VoidTeam,
    add_team,
    edit_team,
    join_team,
    leave_team,
    void_team,
)
from facility_app.modules.housing.ui import fields
from facility_app.modules.housing.ui.team_lists import CODE, NAME, OFFICER, ZONE, ChosenTeam, TeamLine
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form, nothing
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import FormVerb, ReasonVerb
from facility_app.ui.shell.spec import PageContext

ADD, EDIT, VOID = label("verbs", "Lập tổ"), label("verbs", "Sửa"), label("verbs", "Bỏ tổ")
JOIN, LEAVE = label("verbs", "Xếp vào tổ"), label("verbs", "Cho ra khỏi tổ")
SAVED, STRUCK = label("ui", "Đã lưu."), label("housing", "Đã bỏ tổ; lịch sử vẫn còn.")
JOINED, GONE = label("housing", "Đã xếp vào tổ."), label("housing", "Đã cho ra khỏi tổ.")
VOID_TEXT = label("housing", "{name}: chỉ bỏ được khi không còn ai trong tổ; lịch sử vẫn còn.")
LEAVE_TEXT = label("housing", "{name} · {code} không ở tổ nào cho đến khi được xếp vào tổ khác.")


def team_verbs() -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    """On teams."""
    add: FormVerb[Any] = FormVerb(
        id="housing.add_team", text=ADD, permission=MANAGE_TEAMS, icon="plus", told=SAVED, needs_row=False,
        shortcut="Ctrl+N", form=_team_form, begin=nothing, save=_add,
    )  # fmt: skip
    edit: FormVerb[Any] = FormVerb(
        id="housing.edit_team", text=EDIT, permission=MANAGE_TEAMS, icon="pencil", told=SAVED, shortcut="F2",
        form=_team_form, begin=fields.row_itself, save=_edit, version=_version,
    )  # fmt: skip
    void: ReasonVerb[Any] = ReasonVerb(
        id="housing.void_team", text=VOID, permission=MANAGE_TEAMS, icon="ban", told=STRUCK, title=VOID,
        about=_about_team, button=VOID, save=_void, is_dangerous=True,
    )  # fmt: skip
    return add, edit, void


def member_verbs(chosen: ChosenTeam) -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    """On the people of the team chosen."""
    join: FormVerb[Any] = FormVerb(
        id="housing.join_team", text=JOIN, permission=FILL_TEAMS, icon="user-plus", told=JOINED, needs_row=False,
        form=_join_form, begin=nothing, save=partial(_join, chosen),
    )  # fmt: skip
    leave: ReasonVerb[Any] = ReasonVerb(
        id="housing.leave_team", text=LEAVE, permission=FILL_TEAMS, icon="user-x", told=GONE, title=LEAVE,
        about=_about_member, button=LEAVE, save=_leave,
    )  # fmt: skip
    return join, leave


def _team_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(usual.line("code", CODE, is_required=True), usual.line("name", NAME, is_required=True), spans=(4, 8))
    form.add(fields.officer_field(context, "officer_id", OFFICER))
    form.add(fields.zone_field(context, "zone_id", ZONE))
    return form


def _join_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(fields.person_field(context))
    return form


def _version(row: TeamLine) -> int:
    return row.team.version


def _add(uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    return add_team(uow, AddTeam(v["code"], v["name"], v["officer_id"], v["zone_id"])).team_id


def _edit(uow: Any, team_id: str, version: int, v: Mapping[str, Any]) -> str:
    return edit_team(uow, EditTeam(team_id, version, v["code"], v["name"], v["officer_id"], v["zone_id"])).team_id


def _void(uow: Any, row: TeamLine, reason: str) -> None:
    void_team(uow, VoidTeam(row.team.team_id, row.team.version, reason))


def _join(chosen: ChosenTeam, uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> int:
    return join_team(uow, JoinTeam(chosen.team_id, (v["resident_id"],)))


def _leave(uow: Any, row: MemberRow, reason: str) -> None:
    leave_team(uow, LeaveTeam(row.resident_id, reason))


def _about_team(row: TeamLine) -> str:
    return tr(VOID_TEXT, name=row.name)


def _about_member(row: MemberRow) -> str:
    return tr(LEAVE_TEXT, name=row.name, code=row.code)
