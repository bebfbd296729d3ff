"""Tools, and how many of each went out and came back with a sheet."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.labour.domain.codes import CODE_LIMIT


class LabourTool(SyncedRecord, Base):
    """Dụng cụ lao động.

    Attributes:
        quantity: how many the facility has.
        is_dangerous: whether it cuts, burns or may be used against somebody; named first where it is missing.
    """

    __tablename__ = "labour_tool"
    __table_args__ = (
        sa.CheckConstraint("quantity >= 0", name="quantity"),
        sa.Index("ux_labour_tool_code", "home", "code", unique=True, sqlite_where=sa.text("voided_at IS NULL")),
    )

    code: Mapped[str] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
    name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    quantity: Mapped[int] = kept(Privacy.ADMIN)
    is_dangerous: Mapped[bool] = kept(Privacy.ADMIN)
    place: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))


class ToolCount(SyncedRecord, Base):
    """Phát, thu dụng cụ của một ca: what went out must come back, or be explained, or the count does not close.

    Attributes:
        taken: how many went out.
        returned: how many came back; None while they are out.
        missing_note: what became of the rest.
    """

    __tablename__ = "tool_count"
    __table_args__ = (
        sa.CheckConstraint("taken > 0", name="taken"),
        sa.CheckConstraint(
            "returned IS NULL OR (returned >= 0 AND returned <= taken AND "
            "(returned = taken OR missing_note IS NOT NULL))",
            name="returned",
        ),
        sa.Index(
            "ux_tool_count_one", "team_id", "held_on", "tool_id", unique=True,
            sqlite_where=sa.text("voided_at IS NULL"),
        ),
        sa.Index("ix_tool_count_open", "held_on", sqlite_where=sa.text("returned IS NULL AND voided_at IS NULL")),
    )  # fmt: skip

    team_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("labour_team.id"))
    tool_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("labour_tool.id"), index=True)
    held_on: Mapped[date] = kept(Privacy.ADMIN)
    taken: Mapped[int] = kept(Privacy.ADMIN)
    taken_name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    returned: Mapped[int | None] = kept(Privacy.ADMIN)
    returned_name: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    missing_note: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
