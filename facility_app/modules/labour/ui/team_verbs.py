"""The verbs on teams of labour and on who is in one."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from facility_app.kernel.labels import Label, label
from facility_app.modules.labour.domain.rights import ARRANGE_LABOUR
from facility_app.modules.labour.queries.teams import LabourMemberRow, LabourTeamRow
from facility_app.modules.labour.service.listed import Seen
from facility_app.modules.labour.service.teams import (
    JoinLabourTeam,
    LeaveLabourTeam,
    TeamFacts,
    add_labour_team,
    edit_labour_team,
    join_labour_team,
    leave_labour_team,
    void_labour_team,
)
from facility_app.modules.labour.ui import fields
from facility_app.modules.labour.ui import words as said
from facility_app.modules.labour.ui.team_lists import CODE, FROM, NAME, OFFICER, PLACE, WORK, ChosenTeam, is_in
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import Shown, new_form, nothing, shown
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.time_field import TimeField
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import FormVerb, ReasonVerb
from facility_app.ui.shell.spec import PageContext

ADD, EDIT, VOID = label("verbs", "Lập tổ"), label("verbs", "Sửa tổ"), label("verbs", "Bỏ tổ")
JOIN, LEAVE = label("verbs", "Xếp vào tổ"), label("verbs", "Cho ra khỏi tổ")
SAVED, STRUCK = label("ui", "Đã lưu."), label("labour", "Đã bỏ tổ; chấm công cũ vẫn còn.")
JOINED, GONE = label("labour", "Đã xếp vào tổ."), label("labour", "Đã cho ra khỏi tổ từ hôm nay.")
VOID_TEXT = label("labour", "{name}: chỉ bỏ được khi không còn ai trong tổ; chấm công cũ vẫn còn.")
LEAVE_TEXT = label("labour", "{name} · {code}: từ hôm nay không ở tổ; những ngày đã chấm công vẫn còn.")
HAS_LEFT = label("labour", "Người này đã ra khỏi tổ.")
STARTS, ENDS = label("labour", "Giờ bắt đầu"), label("labour", "Giờ kết thúc")
REST = label("labour", "Nghỉ giữa ca (phút)")
JOIN_HINT = label("labour", "Để trống là hôm nay; đang ở tổ khác thì ra khỏi tổ ấy từ ngày này")
USUAL = (450, 990, 60)
"""07:30 to 16:30 with an hour's rest: what the form of a new team proposes."""


def team_verbs() -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    """On teams."""
    add: FormVerb[Any] = FormVerb(
        id="labour.add_team", text=ADD, permission=ARRANGE_LABOUR, icon="plus", told=SAVED, needs_row=False,
        shortcut="Ctrl+N", form=_team_form, begin=_new, save=_add,
    )  # fmt: skip
    edit: FormVerb[Any] = FormVerb(
        id="labour.edit_team", text=EDIT, permission=ARRANGE_LABOUR, icon="pencil", told=SAVED, shortcut="F2",
        form=_edit_form, begin=_of, save=_edit, version=_version,
    )  # fmt: skip
    void: ReasonVerb[Any] = ReasonVerb(
        id="labour.void_team", text=VOID, permission=ARRANGE_LABOUR, icon="ban", told=STRUCK, title=VOID,
        about=_about_team, button=VOID, save=_void, is_dangerous=True,
    )  # fmt: skip
    return add, edit, void


def member_verbs(chosen: ChosenTeam) -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    """On the people of the team chosen."""
    join: FormVerb[Any] = FormVerb(
        id="labour.join_team", text=JOIN, permission=ARRANGE_LABOUR, icon="user-plus", told=JOINED,
        needs_row=False, form=_join_form, begin=nothing, save=partial(_join, chosen),
    )  # fmt: skip
    leave: ReasonVerb[Any] = ReasonVerb(
        id="labour.leave_team", text=LEAVE, permission=ARRANGE_LABOUR, icon="user-x", told=GONE, title=LEAVE,
        about=_about_member, button=LEAVE, save=_leave, why_not=partial(_why_left, chosen),
    )  # fmt: skip
    return join, leave


def _team_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(usual.line("code", CODE, is_required=True), usual.line("name", NAME, is_required=True), spans=(3, 9))
    form.add(fields.work_field(context, WORK, is_required=True), fields.officer_field(context, OFFICER))
    form.add(
        TimeField("starts", STARTS, is_required=True),
        TimeField("ends", ENDS, is_required=True),
        NumberField("rest", REST, least=0, most=600),
        spans=(4, 4, 4),
    )
    days = [CheckField(f"day_{number}", text) for number, text in said.WEEKDAY_LABELS.items()]
    form.add(*days[:4], spans=(3, 3, 3, 3))
    form.add(*days[4:], spans=(3, 3, 6))
    form.add(usual.line("place", PLACE))
    return form


def _edit_form(context: PageContext) -> Form[Any]:
    form = _team_form(context)
    form.add(usual.clash_reason())
    return form


def _new(_context: PageContext, _row: Any) -> Shown:
    starts, ends, rest = USUAL
    days = {f"day_{number}": number in "12345" for number in said.WEEKDAY_LABELS}
    return shown(starts=fields.at(starts), ends=fields.at(ends), rest=rest, **days)


def _of(_context: PageContext, row: Any) -> Shown:
    days = {f"day_{number}": number in row.weekdays for number in said.WEEKDAY_LABELS}
    return shown(
        code=row.code, name=row.name, work_type_id=row.work_type_id, officer_id=row.officer_id, place=row.place,
        starts=fields.at(row.shift.starts), ends=fields.at(row.shift.ends), rest=row.shift.rest, **days,
    )  # fmt: skip


def _join_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(fields.person_field(context))
    form.add(usual.any_day(context, "from_on", FROM, hint=JOIN_HINT))
    form.add(usual.clash_reason())
    return form


def _facts(v: Mapping[str, Any]) -> TeamFacts:
    days = "".join(number for number in said.WEEKDAY_LABELS if v[f"day_{number}"])
    return TeamFacts(
        v["code"] or "", v["name"] or "", v["work_type_id"], v["officer_id"], fields.shift_of(v), days, v["place"]
    )


def _version(row: LabourTeamRow) -> int:
    return row.version


def _add(uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    return add_labour_team(uow, _facts(v))


def _edit(uow: Any, team_id: str, version: int, v: Mapping[str, Any]) -> None:
    edit_labour_team(uow, Seen(team_id, version), _facts(v), v["clash_reason"])


def _void(uow: Any, row: LabourTeamRow, reason: str) -> None:
    void_labour_team(uow, Seen(row.team_id, row.version), reason)


def _join(chosen: ChosenTeam, uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> int:
    command = JoinLabourTeam(chosen.team_id, (v["resident_id"],), v["from_on"], v["clash_reason"])
    return join_labour_team(uow, command)


def _leave(uow: Any, row: LabourMemberRow, reason: str) -> None:
    leave_labour_team(uow, LeaveLabourTeam(row.member_id, row.version, reason))


def _about_team(row: LabourTeamRow) -> str:
    return tr(VOID_TEXT, name=row.name)


def _about_member(row: LabourMemberRow) -> str:
    return tr(LEAVE_TEXT, name=row.name, code=row.code)


def _why_left(chosen: ChosenTeam, row: LabourMemberRow) -> Label | None:
    return None if is_in(row, chosen.today) else HAS_LEFT
