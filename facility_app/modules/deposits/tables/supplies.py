"""Cấp phát: slips, and what each person got with them."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.counted import Gapless
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.deposits.domain.supplies import Supply
from facility_app.modules.deposits.tables.signed import OfResident, for_good


class SupplySlip(SyncedRecord, Base):
    """Phiếu cấp phát: one handing out, for one person or a whole list; each person signs beside their line.

    Attributes:
        witness_name: who signed for those who do not write.
    """

    __tablename__ = "supply_slip"
    __table_args__ = (
        sa.UniqueConstraint("home", "year", "number"),
        for_good(
            ("year", "number", "issued_on", "officer_name", "witness_name", "note"),
            keys=(("home", "year", "number"),),
            rules=(Gapless("number", ("home", "year")),),
        ),
    )

    year: Mapped[int] = kept(Privacy.ADMIN)
    number: Mapped[int] = kept(Privacy.ADMIN)
    issued_on: Mapped[date] = kept(Privacy.ADMIN)
    officer_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    witness_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    note: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))


class SupplyLine(OfResident, Base):
    """What one person got of one thing with one slip.

    Attributes:
        quantity: pieces, grams, millilitres or đồng, as the thing's parameter counts; negative takes a line back.
        cancels_id: the line taken back; ``reason`` why.
    """

    __tablename__ = "supply_line"
    __table_args__ = (
        sa.UniqueConstraint("slip_id", "resident_id", "supply"),
        sa.UniqueConstraint("cancels_id"),
        sa.CheckConstraint("quantity <> 0", name="quantity"),
        sa.CheckConstraint("(cancels_id IS NULL) = (quantity > 0)", name="cancels"),
        for_good(
            ("resident_id", "slip_id", "supply", "quantity", "issued_on", "cancels_id", "reason"),
            keys=(("slip_id", "resident_id", "supply"), ("cancels_id",)),
        ),
    )

    slip_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("supply_slip.id"))
    supply: Mapped[Supply] = kept(Privacy.ADMIN)
    quantity: Mapped[int] = kept(Privacy.ADMIN)
    issued_on: Mapped[date] = kept(Privacy.ADMIN)
    cancels_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("supply_line.id"))
    reason: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
