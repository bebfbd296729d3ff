"""Liều thuốc: what became of each dose due, once; struck out where it was written wrong, never changed."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.counted import InUse
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.tables.shape import behind_wall, for_good, row_of

SLOT_LIMIT = 16
_WRITTEN = (
    *("resident_id", "order_id", "medicine_id", "due_on", "slot", "outcome", "given_at", "amount", "reason"),
    *("officer_name", "witness_id", "witness_name", "is_from_paper"),
)
_ONCE = ("vomited_at", "vomited_note", "effect", "effect_at", "effect_by")


class DoseFacts(SyncedRecord):
    """One dose of one order.

    Attributes:
        due_on: the day it was due; ``slot`` the time of day, or ``prn-1``, ``prn-2`` …, or ``once``.
        given_at: when it was given, or when it was settled that it is not.
        amount: what left the stock, in thousandths of the dose unit; 0 where nothing did.
        reason: why not, or not in time; of a dose as needed, what for.
        is_from_paper: copied from a sheet of paper afterwards.
        vomited_at: when it came up again, after it was given.
        effect: of a dose as needed.
    """

    __abstract__ = True

    resident_id: Mapped[str] = row_of("resident")
    medicine_id: Mapped[str] = row_of("medicine")
    due_on: Mapped[date] = kept(Privacy.CLINICAL)
    slot: Mapped[str] = kept(Privacy.CLINICAL, sa.String(SLOT_LIMIT))
    outcome: Mapped[Outcome] = kept(Privacy.CLINICAL)
    given_at: Mapped[datetime] = kept(Privacy.CLINICAL, UtcDatetime)
    amount: Mapped[int] = kept(Privacy.CLINICAL, sa.BigInteger)
    reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    officer_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    witness_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    witness_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    is_from_paper: Mapped[bool] = kept(Privacy.CLINICAL)
    vomited_at: Mapped[datetime | None] = kept(Privacy.CLINICAL, UtcDatetime)
    vomited_note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    effect: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    effect_at: Mapped[datetime | None] = kept(Privacy.CLINICAL, UtcDatetime)
    effect_by: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))


def _dose_rules(table: str) -> tuple[object, ...]:
    key = ("home", "order_id", "due_on", "slot")
    return (
        # One dose of an order, day and time, whoever writes: twice it is refused by the file itself.
        sa.Index(f"ux_{table}_once", *key, unique=True, sqlite_where=sa.text("voided_at IS NULL")),
        sa.Index(f"ix_{table}_due_on_resident_id", "due_on", "resident_id"),
        sa.Index(f"ix_{table}_resident_id_medicine_id_due_on", "resident_id", "medicine_id", "due_on"),
        sa.CheckConstraint("amount >= 0", name="amount"),
        sa.CheckConstraint("(amount > 0) = (outcome IN ('given', 'late', 'vomited'))", name="taken"),
        for_good(_WRITTEN, once=_ONCE, rules=(InUse(key, "voided_at"),)),
    )


class Dose(DoseFacts, Base):
    """A dose of a medicine that tells nothing of HIV."""

    __tablename__ = "medicine_dose"
    __table_args__ = _dose_rules(__tablename__)

    order_id: Mapped[str] = row_of("medicine_order")


@behind_wall
class PrivateDose(DoseFacts, Base):
    """A dose of a medicine that reveals HIV."""

    __tablename__ = "private_medicine_dose"
    __table_args__ = _dose_rules(__tablename__)

    order_id: Mapped[str] = row_of("private_medicine_order")
