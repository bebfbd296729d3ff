"""Tools go out with a team and come back counted; what does not is explained, or the count stays open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import moment_of
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.labour.domain.codes import checked_code
from facility_app.modules.labour.domain.rights import ARRANGE_LABOUR, KEEP_SHEETS
from facility_app.modules.labour.queries.records import COUNT
from facility_app.modules.labour.queries.tools import MISSING_TASK, list_missing_tools
from facility_app.modules.labour.service.checks import Desk
from facility_app.modules.labour.service.listed import Listed, Seen
from facility_app.modules.labour.tables import LabourTeam, LabourTool, ToolCount
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks

OUT_TASK: Final = "labour.take_back_tools"
MOST: Final = 100_000


@dataclass(frozen=True, slots=True)
class ToolFacts:
    """A tool, as ``LabourTool``."""

    code: str
    name: str
    quantity: int
    is_dangerous: bool = False
    place: str | None = None


@dataclass(frozen=True, slots=True)
class HandOutTools:
    """Tools go out with a team today: tool → how many."""

    team_id: str
    counts: Mapping[str, int]
    officer_name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class TakeBackTools:
    """Tools come back.

    Attributes:
        returned: how many.
        missing_note: what became of the rest; needed when not all came back.
    """

    count_id: str
    version: int
    returned: int
    missing_note: str | None = None
    officer_name: str = field(default="", repr=False)


def add_tool(uow: UnitOfWork, facts: ToolFacts) -> str:
    """Add a tool; answers its id.

    Raises:
        UserError: ``field_missing``, ``number_out_of_range``, ``labour_code_taken``.
    """
    require(uow, ARRANGE_LABOUR)
    with uow.act("labour.add_tool") as act:
        return TOOLS.add(uow, act, facts)


def edit_tool(uow: UnitOfWork, seen: Seen, facts: ToolFacts) -> None:
    """Change a tool. Raises as ``add_tool``, and ``record_changed``."""
    require(uow, ARRANGE_LABOUR)
    with uow.act("labour.edit_tool") as act:
        TOOLS.edit(uow, act, seen, facts)


def void_tool(uow: UnitOfWork, seen: Seen, reason: str) -> None:
    """Strike out a tool of which none is out.

    Raises:
        UserError: ``labour_tool_out``, ``reason_missing``, ``not_found``.
    """
    require(uow, ARRANGE_LABOUR)
    with uow.act("labour.void_tool", reason=reason) as act:
        TOOLS.void(uow, act, seen, reason)


def hand_out_tools(uow: UnitOfWork, command: HandOutTools) -> int:
    """Write down what goes out; answers how many tools. The team's count is open until all is back.

    Raises:
        UserError: ``labour_tools_none``, ``labour_tools_too_many``, ``labour_tools_out_already``, ``not_found``.
    """
    require(uow, KEEP_SHEETS)
    desk, faults = Desk(uow), Faults()
    team = uow.get(LabourTeam, command.team_id)
    officer = desk.officer(command.officer_name, faults)
    faults.refuse()
    counts = {tool_id: count for tool_id, count in command.counts.items() if count}
    if not counts or min(counts.values()) < 0:
        raise UserError("labour_tools_none", label("errors", "Hãy ghi số lượng của ít nhất một dụng cụ."))
    tools = [uow.get(LabourTool, one) for one in counts]
    out = _out(uow, list(counts))
    for tool in tools:
        if counts[tool.id] > tool.quantity - out.get(tool.id, 0):
            raise UserError(
                "labour_tools_too_many",
                label("errors", "{tool}: chỉ còn {left} chiếc trong kho, không phát được {count}."),
                tool=tool.name,
                left=max(tool.quantity - out.get(tool.id, 0), 0),
                count=counts[tool.id],
            )
    _require_new(uow, team.id, desk.today, list(counts))
    with uow.act("labour.hand_out_tools") as act:
        act.about(team)
        for tool in tools:
            made = uow.add(
                ToolCount(
                    team_id=team.id,
                    tool_id=tool.id,
                    held_on=desk.today,
                    taken=counts[tool.id],
                    taken_name=officer,
                )
            )
            uow.session.flush()
            raise_task(uow, _to_take_back(made, team, tool))
    return sum(counts.values())


def take_back_tools(uow: UnitOfWork, command: TakeBackTools) -> None:
    """Count what comes back; the count closes when all is back, or what is missing is explained.

    Raises:
        UserError: ``labour_tools_back_already``, ``number_out_of_range``, ``labour_tools_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_SHEETS)
    desk, faults = Desk(uow), Faults()
    found = uow.get(ToolCount, command.count_id, version=command.version)
    if found.returned is not None:
        raise UserError("labour_tools_back_already", label("errors", "Số dụng cụ này đã được thu về trước đó."))
    faults.amount("returned", command.returned, 0, found.taken)
    note = faults.line("missing_note", command.missing_note)
    if command.returned < found.taken and note is None:
        faults.add(
            "labour_tools_missing",
            "missing_note",
            label("errors", "Thiếu {missing} chiếc: hãy tìm, hoặc ghi đã làm gì, báo ai. Chưa ghi thì chưa đóng."),
            missing=found.taken - command.returned,
        )
    officer = desk.officer(command.officer_name, faults)
    faults.refuse()
    with uow.act("labour.take_back_tools") as act:
        act.about(found)
        found.returned, found.returned_name = command.returned, officer
        found.missing_note = note if command.returned < found.taken else None
        settle_tasks(uow, SettleTasks("tool_count", found.id, OUT_TASK))
        if command.returned < found.taken:
            tool = uow.get(LabourTool, found.tool_id)
            raise_task(uow, _to_find(found, tool))


def _to_take_back(made: ToolCount, team: LabourTeam, tool: LabourTool) -> RaiseTask:
    return RaiseTask(
        OUT_TASK,
        label("tasks", "Thu về {count} {tool} của tổ {team}, trước điểm danh"),
        "tool_count",
        made.id,
        moment_of(made.held_on, team.ends_minute),
        Role.TEAM_OFFICER,
        params={"count": made.taken, "tool": tool.name, "team": team.code},
        may_go_to=frozenset({Role.LABOUR}),
    )


def _to_find(made: ToolCount, tool: LabourTool) -> RaiseTask:
    return RaiseTask(
        MISSING_TASK,
        label("tasks", "Thiếu {count} {tool} sau ca lao động: tìm, xử lý"),
        "tool_count",
        made.id,
        made.held_on,
        Role.HEAD,
        params={"count": made.taken - (made.returned or 0), "tool": tool.name},
        may_go_to=frozenset({Role.LABOUR, Role.TEAM_OFFICER}),
    )


def _out(uow: UnitOfWork, tool_ids: list[str]) -> dict[str, int]:
    """Tool → how many are not in the cupboard: out now, or not come back and still looked for."""
    missing = list_missing_tools(uow)
    asked = (
        sa.select(COUNT.tool_id, sa.func.sum(COUNT.taken))
        .where(COUNT.tool_id.in_(tool_ids), COUNT.returned.is_(None), COUNT.voided_at.is_(None))
        .group_by(COUNT.tool_id)
    )
    out = {row[0]: row[1] for row in uow.session.execute(asked)}
    return {one: out.get(one, 0) + missing.get(one, 0) for one in tool_ids}


def _require_new(uow: UnitOfWork, team_id: str, day: date, tool_ids: list[str]) -> None:
    asked = sa.select(COUNT.id).where(
        COUNT.team_id == team_id, COUNT.held_on == day, COUNT.tool_id.in_(tool_ids), COUNT.voided_at.is_(None)
    )
    if uow.session.scalar(asked.limit(1)) is not None:
        raise UserError(
            "labour_tools_out_already",
            label("errors", "Tổ này hôm nay đã nhận dụng cụ ấy rồi. Hãy thu về, hoặc phát loại khác."),
        )


def _values(_uow: UnitOfWork, facts: ToolFacts, faults: Faults) -> dict[str, object]:
    return {
        "code": checked_code(faults, facts.code),
        "name": faults.line("name", facts.name, needed=label("errors", "Cần tên dụng cụ. Hãy gõ vào.")),
        "quantity": faults.amount("quantity", facts.quantity, 0, MOST),
        "is_dangerous": facts.is_dangerous,
        "place": faults.line("place", facts.place),
    }


def _require_back(uow: UnitOfWork, tool: LabourTool) -> None:
    if _out(uow, [tool.id]):
        raise UserError(
            "labour_tool_out", label("errors", "Dụng cụ này còn phát ra chưa thu về. Hãy thu về trước.")
        )


TOOLS: Final = Listed(LabourTool, _values, _require_back)
