"""Nơi để thuốc, người giữ tủ trực, lô thuốc."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.counted import InUse
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import CODE_LIMIT, LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.pharmacy.domain.classes import PlaceKind
from facility_app.modules.pharmacy.tables.for_good import for_good, maybe_row_of, row_of


class StockPlace(SyncedRecord, Base):
    """A safe, a room, a cabinet.

    Attributes:
        has_compartment: whether a cabinet has a locked compartment of its own for controlled medicines.
    """

    __tablename__ = "stock_place"
    __table_args__ = (sa.UniqueConstraint("home", "code"),)

    code: Mapped[str] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
    name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    kind: Mapped[PlaceKind] = kept(Privacy.ADMIN)
    has_compartment: Mapped[bool] = kept(Privacy.ADMIN)


class CabinetShift(SyncedRecord, Base):
    """Ca giữ tủ trực: one nurse holds one cabinet from one hand-over to the next.

    Attributes:
        count_id: the count the cabinet was taken over with; NULL for the first holder of an empty one.
        witness_id, witness_name: the second person: who handed it over, or who saw the first holder take it; NULL
            where none was needed.
    """

    __tablename__ = "cabinet_shift"
    __table_args__ = (
        for_good(
            ("place_id", "holder_id", "holder_name", "from_at", "count_id", "witness_id", "witness_name"),
            once=("ended_at",),
            rules=(InUse(("home", "place_id"), "ended_at"),),
        ),
    )

    place_id: Mapped[str] = row_of("stock_place", index=True)
    holder_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    holder_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    from_at: Mapped[datetime] = kept(Privacy.ADMIN)
    count_id: Mapped[str | None] = maybe_row_of("stock_count")
    witness_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    witness_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    ended_at: Mapped[datetime | None] = kept(Privacy.ADMIN)


class MedicineLot(SyncedRecord, Base):
    """Lô thuốc: as printed on the box.

    Attributes:
        expires_on: the last day it may be used.
    """

    __tablename__ = "medicine_lot"
    __table_args__ = (
        sa.UniqueConstraint("home", "medicine_id", "lot_no", "expires_on"),
        for_good(
            ("medicine_id", "lot_no", "expires_on", "maker", "country", "supplier"),
            keys=(("home", "medicine_id", "lot_no", "expires_on"),),
        ),
    )

    medicine_id: Mapped[str] = row_of("medicine", index=True)
    lot_no: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    expires_on: Mapped[date] = kept(Privacy.CLINICAL)
    maker: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    country: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    supplier: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
