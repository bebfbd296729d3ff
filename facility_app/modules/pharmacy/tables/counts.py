"""Kiểm đếm: what was counted without knowing the book, what the book said, and the story of each difference."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.pharmacy.tables.for_good import for_good, maybe_row_of, row_of


class StockCount(SyncedRecord, Base):
    """One counting of one place; two people where controlled medicines lie there."""

    __tablename__ = "stock_count"
    __table_args__ = (for_good(("place_id", "counted_at", "officer_name", "witness_id", "witness_name", "note")),)

    place_id: Mapped[str] = row_of("stock_place", index=True)
    counted_at: Mapped[datetime] = kept(Privacy.ADMIN)
    officer_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    witness_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    witness_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))


class StockCountLine(SyncedRecord, Base):
    """One lot counted.

    Attributes:
        counted: what was found; ``expected`` what had been written down by then of the moment of counting.
        story: how a difference came about; filled once.
        entry_id: the row of the ledger that settled it, for what was still missing or too much then; filled once.
    """

    __tablename__ = "stock_count_line"
    __table_args__ = (
        sa.UniqueConstraint("count_id", "lot_id"),
        sa.CheckConstraint("counted >= 0", name="counted"),
        for_good(
            ("count_id", "medicine_id", "lot_id", "counted", "expected"),
            once=("story", "entry_id"),
            keys=(("count_id", "lot_id"),),
        ),
    )

    count_id: Mapped[str] = row_of("stock_count")
    medicine_id: Mapped[str] = row_of("medicine")
    lot_id: Mapped[str] = row_of("medicine_lot")
    counted: Mapped[int] = kept(Privacy.CLINICAL, sa.BigInteger)
    expected: Mapped[int] = kept(Privacy.CLINICAL, sa.BigInteger)
    story: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    entry_id: Mapped[str | None] = maybe_row_of("stock_entry")
