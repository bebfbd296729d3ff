"""Sổ lưu ký: one row for each movement of money, each with the balance after it; months that are closed."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.counted import ClosedBy, Gapless, Running
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.money import Money
from facility_app.kernel.privacy import Privacy
from facility_app.modules.deposits.domain.money import EntryKind, Series
from facility_app.modules.deposits.tables.signed import SIGNATURES, Signed, for_good

REFERENCE_LIMIT = 80


class DepositEntry(Signed, Base):
    """One row of somebody's ledger.

    The file itself keeps the rows in a chain: ``line_no`` runs without a gap, ``balance_vnd`` is the balance
    before plus ``amount_vnd`` and never below zero, receipt numbers run without a gap, a closed month takes
    nothing more.

    Attributes:
        line_no: order of the person's rows.
        series, year, number: of the receipt.
        amount_vnd: negative for money that goes.
        balance_vnd: what the person has after it.
        counterpart: who gave it or got it, apart from the person.
        paper_number: of a postal order, a list of the canteen.
        source: what posted it, e.g. a closed month of labour: the same source posts once for a person.
        informed_on: when the person was told of money that came without them.
        cancels_id: the row this one takes back; ``reason`` why.
    """

    __tablename__ = "deposit_entry"
    __table_args__ = (
        sa.UniqueConstraint("home", "resident_id", "line_no"),
        sa.UniqueConstraint("home", "series", "year", "number"),
        sa.UniqueConstraint("resident_id", "source"),
        sa.UniqueConstraint("cancels_id"),
        sa.CheckConstraint("balance_vnd >= 0", name="balance"),
        sa.CheckConstraint("amount_vnd <> 0", name="amount"),
        sa.CheckConstraint("cancels_id IS NULL OR reason IS NOT NULL", name="reason"),
        sa.Index("ix_deposit_entry_happened_on", "happened_on"),
        for_good(
            (
                *("resident_id", "line_no", "series", "year", "number", "kind", "happened_on", "amount_vnd"),
                *("balance_vnd", "counterpart", "paper_number", "source", "cancels_id", "reason", "note"),
                *SIGNATURES,
            ),
            once=("informed_on",),
            keys=(
                ("home", "resident_id", "line_no"),
                ("home", "series", "year", "number"),
                ("resident_id", "source"),
                ("cancels_id",),
            ),
            rules=(
                Gapless("line_no", ("home", "resident_id")),
                Running("amount_vnd", "balance_vnd", "line_no", ("home", "resident_id")),
                Gapless("number", ("home", "series", "year")),
                ClosedBy("happened_on", "deposit_month", "last_on", ("home",)),
            ),
        ),
    )

    line_no: Mapped[int] = kept(Privacy.ADMIN)
    series: Mapped[Series] = kept(Privacy.ADMIN)
    year: Mapped[int] = kept(Privacy.ADMIN)
    number: Mapped[int] = kept(Privacy.ADMIN)
    kind: Mapped[EntryKind] = kept(Privacy.ADMIN)
    happened_on: Mapped[date] = kept(Privacy.ADMIN)
    amount_vnd: Mapped[Money] = kept(Privacy.ADMIN)
    balance_vnd: Mapped[Money] = kept(Privacy.ADMIN)
    counterpart: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    paper_number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(REFERENCE_LIMIT))
    source: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(REFERENCE_LIMIT))
    informed_on: Mapped[date | None] = kept(Privacy.ADMIN)
    cancels_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("deposit_entry.id"))
    reason: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    note: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))


class DepositMonth(SyncedRecord, Base):
    """Khóa sổ: a month of the whole ledger, counted and closed; nothing is written to its days any more.

    Attributes:
        first_on, last_on: its days.
        opening_vnd: of all people together when it began; ``closing_vnd`` when it ended.
        counted_vnd: what lay in the safe; ``difference_note`` why it differs.
        entry_count: rows of the month; ``people_count`` with money at its end.
    """

    __tablename__ = "deposit_month"
    __table_args__ = (
        sa.UniqueConstraint("home", "first_on"),
        sa.CheckConstraint("closing_vnd = opening_vnd + received_vnd - paid_vnd", name="sum"),
        sa.CheckConstraint("counted_vnd = closing_vnd OR difference_note IS NOT NULL", name="difference"),
        for_good(
            (
                *("first_on", "last_on", "opening_vnd", "received_vnd", "paid_vnd", "closing_vnd", "counted_vnd"),
                *("difference_note", "entry_count", "people_count", "officer_name"),
            ),
            keys=(("home", "first_on"),),
        ),
    )

    first_on: Mapped[date] = kept(Privacy.ADMIN)
    last_on: Mapped[date] = kept(Privacy.ADMIN)
    opening_vnd: Mapped[Money] = kept(Privacy.ADMIN)
    received_vnd: Mapped[Money] = kept(Privacy.ADMIN)
    paid_vnd: Mapped[Money] = kept(Privacy.ADMIN)
    closing_vnd: Mapped[Money] = kept(Privacy.ADMIN)
    counted_vnd: Mapped[Money] = kept(Privacy.ADMIN)
    difference_note: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    entry_count: Mapped[int] = kept(Privacy.ADMIN)
    people_count: Mapped[int] = kept(Privacy.ADMIN)
    officer_name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
