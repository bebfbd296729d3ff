"""Tools, and what of them is out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import sqlalchemy as sa

from facility_app.db.page import Listing, ids
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.labour.domain.rights import VIEW_LABOUR
from facility_app.modules.labour.queries.records import COUNT, TEAM, TOOL
from facility_app.modules.tasks.api import list_open_subjects

MISSING_TASK: Final = "labour.find_tool"


@dataclass(frozen=True, slots=True)
class ToolRow:
    """A tool; ``version`` goes back with the decision about it; ``out`` is how many are out now.

    Attributes:
        missing: how many did not come back, as long as the work of finding them is open.
    """

    tool_id: str
    version: int
    code: str
    name: str
    quantity: int
    is_dangerous: bool
    place: str | None
    out: int
    missing: int


@dataclass(frozen=True, slots=True)
class ToolCountRow:
    """One kind of tool with one team on one day."""

    count_id: str
    version: int
    held_on: date
    team: str
    tool: str
    is_dangerous: bool
    taken: int
    taken_name: str = field(repr=False)
    returned: int | None
    returned_name: str | None = field(repr=False)
    missing_note: str | None

    @property
    def missing(self) -> int:
        """How many are not back."""
        return self.taken - (self.returned or 0)


def list_tool_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of the tools, by code."""
    require(uow, VIEW_LABOUR)
    found = sa.select(TOOL.id).where(TOOL.voided_at.is_(None))
    if look.text.strip():
        says = (one.contains(look.text.strip(), autoescape=True) for one in (TOOL.code, TOOL.name))
        found = found.where(sa.or_(*says))
    return ids(
        uow.session, Listing(found, TOOL.id, {"code": TOOL.code, "name": TOOL.name}, (Sort("code"),)), look.sorts
    )


def list_tool_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[ToolRow, ...]:
    """Their rows, in their order."""
    require(uow, VIEW_LABOUR)
    out = (
        sa.select(sa.func.coalesce(sa.func.sum(COUNT.taken), 0))
        .where(COUNT.tool_id == TOOL.id, COUNT.returned.is_(None), COUNT.voided_at.is_(None))
        .scalar_subquery()
    )
    columns = (TOOL.id, TOOL.version, TOOL.code, TOOL.name, TOOL.quantity, TOOL.is_dangerous, TOOL.place)
    asked = sa.select(*columns, out).where(TOOL.id.in_(wanted), TOOL.voided_at.is_(None))
    missing = list_missing_tools(uow)
    found = {row[0]: ToolRow(*row, missing.get(row[0], 0)) for row in uow.session.execute(asked)}
    return tuple(found[one] for one in wanted if one in found)


def list_missing_tools(uow: UnitOfWork) -> dict[str, int]:
    """Tool → how many did not come back and are still looked for: they stand in no cupboard."""
    require(uow, VIEW_LABOUR)
    counts = list_open_subjects(uow, MISSING_TASK)
    if not counts:
        return {}
    gone = sa.func.sum(COUNT.taken - sa.func.coalesce(COUNT.returned, COUNT.taken))
    asked = sa.select(COUNT.tool_id, gone).where(COUNT.id.in_(counts), COUNT.voided_at.is_(None))
    return {row[0]: row[1] for row in uow.session.execute(asked.group_by(COUNT.tool_id))}


def list_count_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of counts: what is out first, then the last days first."""
    require(uow, VIEW_LABOUR)
    c = COUNT
    asked = sa.select(c.id).where(c.voided_at.is_(None))
    if look.filters.get("state") == "out":
        asked = asked.where(c.returned.is_(None))
    return tuple(uow.session.scalars(asked.order_by(c.returned.is_not(None), c.held_on.desc(), c.id)))


def list_count_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[ToolCountRow, ...]:
    """Their rows, in their order."""
    require(uow, VIEW_LABOUR)
    c = COUNT
    columns = (c.id, c.version, c.held_on, TEAM.name, TOOL.name, TOOL.is_dangerous, c.taken, c.taken_name)
    asked = (
        sa.select(*columns, c.returned, c.returned_name, c.missing_note)
        .join(TEAM.id.table, TEAM.id == c.team_id)
        .join(TOOL.id.table, TOOL.id == c.tool_id)
        .where(c.id.in_(wanted), c.voided_at.is_(None))
    )
    found = {row[0]: ToolCountRow(*row) for row in uow.session.execute(asked)}
    return tuple(found[one] for one in wanted if one in found)
