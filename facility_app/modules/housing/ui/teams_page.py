"""Tổ: who is in charge of each, and who is in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.housing.domain.rights import FILL_TEAMS, MANAGE_TEAMS, VIEW_BOARD
from facility_app.modules.housing.queries.house import list_zones
from facility_app.modules.housing.queries.screens import name_officers
from facility_app.modules.housing.queries.teams import MemberRow, TeamRow, list_team_members, list_teams
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
from facility_app.modules.housing.ui import fields, places
from facility_app.modules.housing.ui import words as said
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import EditableCard, FormVerb, ReasonVerb
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

TITLE = label("housing", "Tổ quản lý")
TEAMS, MEMBERS = label("housing", "Các tổ"), label("housing", "Người trong tổ")
CODE, NAME = label("housing", "Ký hiệu"), label("housing", "Tên tổ")
OFFICER, ZONE = label("housing", "Cán bộ phụ trách"), label("housing", "Khu")
COUNT, SINCE = label("housing", "Số người"), label("housing", "Từ")
ADD, EDIT, VOID = label("verbs", "Lập tổ"), label("verbs", "Sửa"), label("verbs", "Bỏ tổ")
JOIN, LEAVE = label("verbs", "Xếp vào tổ"), label("verbs", "Cho ra khỏi tổ")
SAVED, STRUCK = label("ui", "Đã lưu."), label("housing", "Đã bỏ tổ; lịch sử vẫn còn.")
JOINED, GONE = label("housing", "Đã xếp vào tổ."), label("housing", "Đã cho ra khỏi tổ.")
VOID_TEXT = label("housing", "{name}: chỉ bỏ được khi không còn ai trong tổ; lịch sử vẫn còn.")
LEAVE_TEXT = label("housing", "{name} · {code} không ở tổ nào cho đến khi được xếp vào tổ khác.")
NO_TEAM = label("housing", "Chưa có tổ nào.")
NOBODY = label("housing", "Tổ này chưa có ai.")
BOARD = label("verbs", "Về sơ đồ")
NARROW = 860


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


class TeamsPage(Page):
    """Teams at the left, who is in the one chosen at the right."""

    def __init__(self, context: PageContext) -> None:
        """Make the cards."""
        super().__init__(context)
        self._chosen = [""]
        self.teams = EditableCard(context, _teams_spec(), _team_verbs())
        shows_members = context.may(VIEW_BOARD)
        self.members = EditableCard(context, _members_spec(self._chosen), _member_verbs(self._chosen))
        self.members.setVisible(shows_members)
        px = context.theme.px
        self.line = line = QSplitter(Qt.Orientation.Horizontal, self)
        line.setChildrenCollapsible(False)
        line.setHandleWidth(px(10))
        line.addWidget(self.teams)
        line.addWidget(self.members)
        line.setSizes([px(620), px(460)])
        for card in (self.teams, self.members):
            card.setMinimumSize(px(180), px(120))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(line)
        self.teams.selection_changed.connect(self._on_team_chosen)

    def to_board(self) -> None:
        """Go to the board."""
        self.context.go(Route(places.BOARD))

    def _on_team_chosen(self) -> None:
        row: TeamLine | None = self.teams.row()
        wanted = "" if row is None else row.team.team_id
        if self._chosen[0] != wanted:
            self._chosen[0] = wanted
            if self.members.isVisible():
                self.members.begin()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self.context.theme.px(NARROW)
        self.line.setOrientation(Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal)

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (ActionSpec("housing.to_board", BOARD, self.to_board, "bed", "", VIEW_BOARD),)

    @override
    def first_focus(self) -> QWidget:
        return self.teams.table


def _teams_spec() -> ListSpec[TeamLine]:
    return ListSpec(
        id="housing.teams",
        title=TEAMS,
        columns=(
            ColumnSpec("code", CODE, _code, width=80, is_strong=True),
            ColumnSpec("name", NAME, _name, width=160),
            ColumnSpec("officer", OFFICER, _officer, width=180),
            ColumnSpec("count", COUNT, _count, width=90, align=Align.END),
            ColumnSpec("zone", ZONE, _zone, width=170),
        ),
        ids=_team_ids,
        rows=_team_rows,
        row_id=_team_id,
        search=None,
        empty=NO_TEAM,
        tables=places.TEAM_TABLES,
    )


def _members_spec(chosen: Sequence[str]) -> ListSpec[MemberRow]:
    return ListSpec(
        id="housing.members",
        title=MEMBERS,
        columns=(
            ColumnSpec("name", label("terms", "Họ và tên"), _member_name, width=190, is_strong=True),
            ColumnSpec("code", label("terms", "Mã"), _member_code, width=100),
            ColumnSpec("since", SINCE, _member_since, width=152),
        ),
        ids=partial(_member_ids, chosen),
        rows=partial(_member_rows, chosen),
        row_id=_member_id,
        search=None,
        empty=NOBODY,
        tables=places.TEAM_TABLES,
    )


def _team_ids(uow: Any, _look: Look) -> tuple[str, ...]:
    return tuple(one.team_id for one in list_teams(uow))


def _team_rows(uow: Any, wanted: Sequence[str]) -> tuple[TeamLine, ...]:
    found = {one.team_id: one for one in list_teams(uow)}
    zones = {one.zone_id: one.name for one in list_zones(uow)}
    teams = [found[one] for one in wanted if one in found]
    officers = name_officers(uow, [one.officer_id for one in teams])
    return tuple(
        TeamLine(one, officers.get(one.officer_id, ""), zones.get(one.zone_id or "", "")) for one in teams
    )


def _members(chosen: Sequence[str], uow: Any) -> tuple[MemberRow, ...]:
    return list_team_members(uow, chosen[0]) if chosen[0] else ()


def _member_ids(chosen: Sequence[str], uow: Any, _look: Look) -> tuple[str, ...]:
    return tuple(one.member_id for one in _members(chosen, uow))


def _member_rows(chosen: Sequence[str], uow: Any, wanted: Sequence[str]) -> tuple[MemberRow, ...]:
    found = {one.member_id: one for one in _members(chosen, uow)}
    return tuple(found[one] for one in wanted if one in found)


def _team_form(context: PageContext) -> Form[Any]:
    form = fields.new_form()
    form.add(
        fields.line("code", CODE, is_required=True), fields.line("name", NAME, is_required=True), spans=(4, 8)
    )
    form.add(fields.officer_field(context, "officer_id", OFFICER))
    form.add(fields.zone_field(context, "zone_id", ZONE))
    return form


def _join_form(context: PageContext) -> Form[Any]:
    form = fields.new_form()
    form.add(fields.person_field(context))
    return form


def _row(_context: PageContext, row: Any) -> Any:
    return row


def _nothing(_context: PageContext, _row: Any) -> Any:
    return fields.shown()


def _version(row: TeamLine) -> int:
    return row.team.version


def _add(uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    return add_team(uow, AddTeam(v["code"], v["name"], v["officer_id"], v["zone_id"])).team_id


def _edit(uow: Any, team_id: str, version: int, v: Mapping[str, Any]) -> str:
    return edit_team(uow, EditTeam(team_id, version, v["code"], v["name"], v["officer_id"], v["zone_id"])).team_id


def _void(uow: Any, row: TeamLine, reason: str) -> None:
    void_team(uow, VoidTeam(row.team.team_id, row.team.version, reason))


def _join(chosen: Sequence[str], uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> int:
    return join_team(uow, JoinTeam(chosen[0], (v["resident_id"],)))


def _leave(uow: Any, row: MemberRow, reason: str) -> None:
    leave_team(uow, LeaveTeam(row.resident_id, reason))


def _about_team(row: TeamLine) -> str:
    return tr(VOID_TEXT, name=row.name)


def _about_member(row: MemberRow) -> str:
    return tr(LEAVE_TEXT, name=row.name, code=row.code)


def _team_verbs() -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    add: FormVerb[Any] = FormVerb(
        id="housing.add_team", text=ADD, permission=MANAGE_TEAMS, icon="plus", told=SAVED, needs_row=False,
        shortcut="Ctrl+N", form=_team_form, begin=_nothing, save=_add,
    )  # fmt: skip
    edit: FormVerb[Any] = FormVerb(
        id="housing.edit_team", text=EDIT, permission=MANAGE_TEAMS, icon="pencil", told=SAVED, shortcut="F2",
        form=_team_form, begin=_row, save=_edit, version=_version,
    )  # fmt: skip
    void: ReasonVerb[Any] = ReasonVerb(
        id="housing.void_team", text=VOID, permission=MANAGE_TEAMS, icon="ban", told=STRUCK, title=VOID,
        about=_about_team, button=VOID, save=_void, is_dangerous=True,
    )  # fmt: skip
    return add, edit, void


def _member_verbs(chosen: Sequence[str]) -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    join: FormVerb[Any] = FormVerb(
        id="housing.join_team", text=JOIN, permission=FILL_TEAMS, icon="user-plus", told=JOINED, needs_row=False,
        form=_join_form, begin=_nothing, save=partial(_join, chosen),
    )  # fmt: skip
    leave: ReasonVerb[Any] = ReasonVerb(
        id="housing.leave_team", text=LEAVE, permission=FILL_TEAMS, icon="user-x", told=GONE, title=LEAVE,
        about=_about_member, button=LEAVE, save=_leave,
    )  # fmt: skip
    return join, leave
