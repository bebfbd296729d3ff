"""Sổ thuốc: every movement with the balance after it, chained; slips, days signed, what was taken for doses."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.counted import ClosedBy, Gapless, Running
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.pharmacy.domain.ledger import HASH_LENGTH, EntryKind
from facility_app.modules.pharmacy.tables.for_good import for_good, maybe_row_of, row_of

SLIP_CODE_LIMIT = 8


class StockSlip(SyncedRecord, Base):
    """Phiếu nhập, phiếu xuất: one movement of several lots with its number.

    Attributes:
        series: ``N`` in, ``X`` out; one gap-free row of numbers each year.
        counterpart: from whom or to whom, outside or inside.
        counterpart_paper: identity number of an outside receiver.
        paper_number: of the invoice, the order.
        requisition_id: the requisition it fulfils.
    """

    __tablename__ = "stock_slip"
    __table_args__ = (
        sa.UniqueConstraint("home", "series", "year", "number"),
        for_good(
            (
                *(
                    "series",
                    "year",
                    "number",
                    "kind",
                    "happened_at",
                    "from_place_id",
                    "to_place_id",
                    "counterpart",
                ),
                *("counterpart_paper", "paper_number", "requisition_id", "officer_name", "witness_id"),
                *("witness_name", "note"),
            ),
            keys=(("home", "series", "year", "number"),),
            rules=(Gapless("number", ("home", "series", "year")),),
        ),
    )

    series: Mapped[str] = kept(Privacy.ADMIN, sa.String(SLIP_CODE_LIMIT))
    year: Mapped[int] = kept(Privacy.ADMIN)
    number: Mapped[int] = kept(Privacy.ADMIN)
    kind: Mapped[EntryKind] = kept(Privacy.ADMIN)
    happened_at: Mapped[datetime] = kept(Privacy.ADMIN)
    from_place_id: Mapped[str | None] = maybe_row_of("stock_place")
    to_place_id: Mapped[str | None] = maybe_row_of("stock_place")
    counterpart: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    counterpart_paper: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    paper_number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    requisition_id: Mapped[str | None] = maybe_row_of("requisition")
    officer_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    witness_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    witness_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))

    @property
    def printed_number(self) -> str:
        """Its number as printed: ``001/2026/X``."""
        return f"{self.number:03}/{self.year}/{self.series}"


class StockEntry(SyncedRecord, Base):
    """One row of the ledger, for good; amounts are thousandths of the medicine's dose unit.

    The file itself keeps the sums: ``shelf_after`` is what of the lot lies at the place, ``book_after`` what of
    the medicine does, both the balance before plus ``amount`` and never below zero; numbers run without a gap;
    nothing is written to a page that was signed.

    Attributes:
        happened_at: when it was done; ``booked_on`` the page it stands on.
        shelf_no, book_no: order of the rows of lot and place, of medicine and place.
        other_place_id: where it came from or went to.
        pair_id: of a movement in, the row of the movement out; of the rest of an opened piece, the row of the
            dose it was opened for; of a dose struck out that is no more, the row that took it back.
        counterpart: from whom or to whom outside.
        paper_number: số chứng từ.
        cancels_id: the row this one takes back; ``reason`` why.
        chain_no, chain_hash: its place in the chain of the book; NULL for an ordinary medicine.
    """

    __tablename__ = "stock_entry"
    __table_args__ = (
        sa.UniqueConstraint("home", "place_id", "lot_id", "shelf_no"),
        sa.UniqueConstraint("home", "place_id", "medicine_id", "book_no"),
        sa.UniqueConstraint("home", "chain_no"),
        sa.UniqueConstraint("cancels_id"),
        sa.CheckConstraint("amount <> 0", name="amount"),
        sa.CheckConstraint("shelf_after >= 0 AND book_after >= shelf_after", name="balance"),
        sa.CheckConstraint("cancels_id IS NULL OR reason IS NOT NULL", name="reason"),
        sa.CheckConstraint("(chain_no IS NULL) = (chain_hash IS NULL)", name="chain"),
        sa.Index("ix_stock_entry_medicine_id_booked_on", "medicine_id", "booked_on"),
        for_good(
            (
                *("medicine_id", "lot_id", "place_id", "kind", "happened_at", "booked_on", "amount", "shelf_no"),
                *("shelf_after", "book_no", "book_after", "slip_id", "other_place_id", "pair_id", "counterpart"),
                *(
                    "paper_number",
                    "officer_name",
                    "witness_id",
                    "witness_name",
                    "cancels_id",
                    "reason",
                    "chain_no",
                ),
                "chain_hash",
            ),
            keys=(
                ("home", "place_id", "lot_id", "shelf_no"),
                ("home", "place_id", "medicine_id", "book_no"),
                ("home", "chain_no"),
                ("cancels_id",),
            ),
            rules=(
                Gapless("shelf_no", ("home", "place_id", "lot_id")),
                Running("amount", "shelf_after", "shelf_no", ("home", "place_id", "lot_id")),
                Gapless("book_no", ("home", "place_id", "medicine_id")),
                Running("amount", "book_after", "book_no", ("home", "place_id", "medicine_id")),
                Gapless("chain_no", ("home",)),
                ClosedBy("booked_on", "stock_day", "booked_on", ("home", "place_id", "medicine_id")),
            ),
        ),
    )

    medicine_id: Mapped[str] = row_of("medicine")
    lot_id: Mapped[str] = row_of("medicine_lot", index=True)
    place_id: Mapped[str] = row_of("stock_place")
    kind: Mapped[EntryKind] = kept(Privacy.ADMIN)
    happened_at: Mapped[datetime] = kept(Privacy.ADMIN)
    booked_on: Mapped[date] = kept(Privacy.ADMIN)
    amount: Mapped[int] = kept(Privacy.CLINICAL, sa.BigInteger)
    shelf_no: Mapped[int] = kept(Privacy.ADMIN)
    shelf_after: Mapped[int] = kept(Privacy.CLINICAL, sa.BigInteger)
    book_no: Mapped[int] = kept(Privacy.ADMIN)
    book_after: Mapped[int] = kept(Privacy.CLINICAL, sa.BigInteger)
    slip_id: Mapped[str | None] = maybe_row_of("stock_slip", index=True)
    other_place_id: Mapped[str | None] = maybe_row_of("stock_place")
    pair_id: Mapped[str | None] = maybe_row_of("stock_entry", index=True)
    counterpart: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    paper_number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    officer_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    witness_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    witness_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    cancels_id: Mapped[str | None] = maybe_row_of("stock_entry")
    reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    chain_no: Mapped[int | None] = kept(Privacy.ADMIN)
    chain_hash: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(HASH_LENGTH))


_SUPPLY = ("entry_id", "resident_id", "dose_id", "line_no", "lot_id", "amount")


def _supply_rules() -> tuple[object, ...]:
    key = ("home", "dose_id", "line_no")
    return (
        sa.UniqueConstraint(*key),
        sa.UniqueConstraint("entry_id"),
        sa.CheckConstraint("amount <> 0", name="amount"),
        for_good(_SUPPLY, keys=(key, ("entry_id",)), rules=(Gapless("line_no", ("home", "dose_id")),)),
    )


class DoseSupply(SyncedRecord, Base):
    """Who took what of which lot, of a medicine that tells nothing of HIV.

    Attributes:
        entry_id: the row of the ledger, and what this row is referred to by: it is unique over both tables.
        dose_id: of treatment, known by its id alone; ``line_no`` counts its rows in this table.
        amount: what the dose has more of by it: positive when taken, negative when given back.
    """

    __tablename__ = "dose_supply"
    __table_args__ = _supply_rules()

    entry_id: Mapped[str] = row_of("stock_entry")
    resident_id: Mapped[str] = row_of("resident", privacy=Privacy.CLINICAL, index=True)
    dose_id: Mapped[str] = kept(Privacy.CLINICAL, sa.String(ID_LENGTH))
    line_no: Mapped[int] = kept(Privacy.ADMIN)
    lot_id: Mapped[str] = row_of("medicine_lot", privacy=Privacy.CLINICAL, index=True)
    amount: Mapped[int] = kept(Privacy.CLINICAL, sa.BigInteger)


class PrivateDoseSupply(SyncedRecord, Base):
    """The same of a medicine that reveals HIV: every column of it stands behind that wall."""

    __tablename__ = "private_dose_supply"
    __table_args__ = _supply_rules()

    entry_id: Mapped[str] = row_of("stock_entry", privacy=Privacy.HIV)
    resident_id: Mapped[str] = row_of("resident", privacy=Privacy.HIV, index=True)
    dose_id: Mapped[str] = kept(Privacy.HIV, sa.String(ID_LENGTH))
    line_no: Mapped[int] = kept(Privacy.HIV)
    lot_id: Mapped[str] = row_of("medicine_lot", privacy=Privacy.HIV, index=True)
    amount: Mapped[int] = kept(Privacy.HIV, sa.BigInteger)


class StockDay(SyncedRecord, Base):
    """Trang sổ PL VIII: one medicine at one place on one day, closed and signed by two people.

    Attributes:
        opening, received, issued, closing: sums of the page.
        first_no, last_no: its rows, by ``book_no``.
        chain_no, chain_hash: where the chain of the book ended then; printed on the page.
        manager_name: người quản lý thuốc; ``head_name`` trưởng khoa.
    """

    __tablename__ = "stock_day"
    __table_args__ = (
        sa.UniqueConstraint("home", "place_id", "medicine_id", "booked_on"),
        sa.Index("ix_stock_day_home_place_id_booked_on", "home", "place_id", "booked_on"),
        sa.CheckConstraint("closing = opening + received - issued", name="sum"),
        for_good(
            (
                *("place_id", "medicine_id", "booked_on", "opening", "received", "issued", "closing", "first_no"),
                *("last_no", "chain_no", "chain_hash", "manager_id", "manager_name", "head_id", "head_name"),
            ),
            keys=(("home", "place_id", "medicine_id", "booked_on"),),
        ),
    )

    place_id: Mapped[str] = row_of("stock_place")
    medicine_id: Mapped[str] = row_of("medicine", index=True)
    booked_on: Mapped[date] = kept(Privacy.ADMIN)
    opening: Mapped[int] = kept(Privacy.CLINICAL, sa.BigInteger)
    received: Mapped[int] = kept(Privacy.CLINICAL, sa.BigInteger)
    issued: Mapped[int] = kept(Privacy.CLINICAL, sa.BigInteger)
    closing: Mapped[int] = kept(Privacy.CLINICAL, sa.BigInteger)
    first_no: Mapped[int] = kept(Privacy.ADMIN)
    last_no: Mapped[int] = kept(Privacy.ADMIN)
    chain_no: Mapped[int] = kept(Privacy.ADMIN)
    chain_hash: Mapped[str] = kept(Privacy.ADMIN, sa.String(HASH_LENGTH))
    manager_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    manager_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    head_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    head_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
