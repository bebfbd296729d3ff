"""Sổ kết quả lao động: income and costs, closed months with their split, each person's share."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.frozen import frozen
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.money import Money
from facility_app.kernel.privacy import Privacy
from facility_app.modules.labour.domain.codes import CODE_LIMIT
from facility_app.modules.labour.domain.shares import ResultKind, ShareKey
from facility_app.modules.labour.tables.closed import closed_by_month

_STAMPS = ("home", "created_at", "created_by", "voided_at", "voided_by", "void_reason")
_MONTH = (
    *("first_on", "last_on", "income_vnd", "cost_vnd", "food_vnd", "living_vnd", "residents_vnd", "culture_vnd"),
    *("percents", "share_key", "minutes", "people_count", "loss_note", "officer_name"),
)


class LabourEntry(SyncedRecord, Base):
    """Khoản thu, chi của lao động trị liệu (NĐ 163/2026 Đ118.1).

    Attributes:
        amount_vnd: always more than nothing; the kind says which way it goes.
        paper_number: of the voucher.
    """

    __tablename__ = "labour_entry"
    __table_args__ = (
        sa.CheckConstraint("amount_vnd > 0", name="amount"),
        sa.Index("ix_labour_entry_happened_on", "happened_on"),
        closed_by_month("happened_on"),
    )

    kind: Mapped[ResultKind] = kept(Privacy.ADMIN)
    happened_on: Mapped[date] = kept(Privacy.ADMIN)
    amount_vnd: Mapped[Money] = kept(Privacy.ADMIN)
    text: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    paper_number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    team_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("labour_team.id"))


class LabourMonth(SyncedRecord, Base):
    """Tháng đã khóa của sổ kết quả lao động; its days take nothing more.

    Attributes:
        food_vnd … culture_vnd: the parts of the surplus (Đ118.2 a–d); all 0 when there is none.
        percents: the split in force, e.g. ``30/20/20/30``.
        loss_note: why costs were more than income, and what follows.
    """

    __tablename__ = "labour_month"
    __table_args__ = (
        sa.UniqueConstraint("home", "first_on"),
        sa.CheckConstraint(
            "food_vnd + living_vnd + residents_vnd + culture_vnd = MAX(income_vnd - cost_vnd, 0)", name="split"
        ),
        sa.CheckConstraint("income_vnd >= cost_vnd OR loss_note IS NOT NULL", name="loss"),
        frozen(*_STAMPS, *_MONTH, keys=(("home", "first_on"),)),
    )

    first_on: Mapped[date] = kept(Privacy.ADMIN)
    last_on: Mapped[date] = kept(Privacy.ADMIN)
    income_vnd: Mapped[Money] = kept(Privacy.ADMIN)
    cost_vnd: Mapped[Money] = kept(Privacy.ADMIN)
    food_vnd: Mapped[Money] = kept(Privacy.ADMIN)
    living_vnd: Mapped[Money] = kept(Privacy.ADMIN)
    residents_vnd: Mapped[Money] = kept(Privacy.ADMIN)
    culture_vnd: Mapped[Money] = kept(Privacy.ADMIN)
    percents: Mapped[str] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
    share_key: Mapped[ShareKey] = kept(Privacy.ADMIN)
    minutes: Mapped[int] = kept(Privacy.ADMIN)
    people_count: Mapped[int] = kept(Privacy.ADMIN)
    loss_note: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    officer_name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))


class LabourShare(SyncedRecord, Base):
    """Phần kết quả lao động của một người trong một tháng (Đ118.2c)."""

    __tablename__ = "labour_share"
    __table_args__ = (
        sa.UniqueConstraint("month_id", "resident_id"),
        sa.CheckConstraint("amount_vnd >= 0", name="amount"),
        frozen(
            *_STAMPS,
            "resident_id",
            "month_id",
            "minutes",
            "days",
            "amount_vnd",
            keys=(("month_id", "resident_id"),),
        ),
    )

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True, sort_order=-8
    )
    month_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("labour_month.id"))
    minutes: Mapped[int] = kept(Privacy.ADMIN)
    days: Mapped[int] = kept(Privacy.ADMIN)
    amount_vnd: Mapped[Money] = kept(Privacy.ADMIN)
