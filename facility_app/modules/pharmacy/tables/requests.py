"""Phiếu lĩnh PL XII, hủy thuốc, biên bản nhận lại PL XVIII, báo cáo thất thoát PL XI."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.counted import Gapless
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.pharmacy.domain.workflows import Asked, Destroying
from facility_app.modules.pharmacy.tables.for_good import for_good, maybe_row_of, row_of


class Requisition(SyncedRecord, Base):
    """Phiếu lĩnh thuốc: what a department asks for; its four places to sign are four confirmations.

    Attributes:
        asked_by, approved_by, issued_by, received_by: accounts: head of the asking department, head of the
            issuing one, who issued, who received.
    """

    __tablename__ = "requisition"
    __table_args__ = (
        sa.UniqueConstraint("home", "year", "number"),
        for_good(
            ("year", "number", "department", "from_place_id", "to_place_id", "asked_on", "asked_by", "asked_name"),
            once=(
                *("approved_by", "approved_name", "issued_by", "issued_name", "received_by", "received_name"),
                *("issued_at", "refusal"),
            ),
            keys=(("home", "year", "number"),),
            rules=(Gapless("number", ("home", "year")),),
        ),
    )

    year: Mapped[int] = kept(Privacy.ADMIN)
    number: Mapped[int] = kept(Privacy.ADMIN)
    department: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    from_place_id: Mapped[str] = row_of("stock_place")
    to_place_id: Mapped[str] = row_of("stock_place")
    status: Mapped[Asked] = kept(Privacy.ADMIN)
    asked_on: Mapped[date] = kept(Privacy.ADMIN)
    asked_by: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    asked_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    approved_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    approved_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    issued_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    issued_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    received_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    received_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    issued_at: Mapped[datetime | None] = kept(Privacy.ADMIN)
    refusal: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))


class RequisitionLine(SyncedRecord, Base):
    """One medicine asked for; ``line_no`` is its place on the paper, ``issued`` is filled once."""

    __tablename__ = "requisition_line"
    __table_args__ = (
        sa.UniqueConstraint("requisition_id", "medicine_id"),
        sa.CheckConstraint("asked > 0 AND (issued IS NULL OR issued BETWEEN 0 AND asked)", name="amounts"),
        for_good(
            ("requisition_id", "line_no", "medicine_id", "asked", "note"),
            once=("issued",),
            keys=(("requisition_id", "medicine_id"),),
        ),
    )

    requisition_id: Mapped[str] = row_of("requisition")
    line_no: Mapped[int] = kept(Privacy.ADMIN)
    medicine_id: Mapped[str] = row_of("medicine")
    asked: Mapped[int] = kept(Privacy.CLINICAL, sa.BigInteger)
    issued: Mapped[int | None] = kept(Privacy.CLINICAL, sa.BigInteger)
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))


class LossReport(SyncedRecord, Base):
    """Thất thoát, nhầm lẫn: what is missing, why, what was done; of controlled medicines it is reported (PL XI).

    Attributes:
        line_id: the line of a count that brought it to light.
        reported_at: when the report was sent; ``report_number`` its number; filled once.
        withdrawn_at: when the row of the count was taken back, so that nothing is lost; ``withdrawn`` why.
    """

    __tablename__ = "loss_report"
    __table_args__ = (
        sa.CheckConstraint("amount > 0", name="amount"),
        for_good(
            ("medicine_id", "lot_id", "place_id", "amount", "found_at", "cause", "line_id"),
            once=("measure", "reported_at", "report_number", "withdrawn_at", "withdrawn"),
        ),
    )

    medicine_id: Mapped[str] = row_of("medicine")
    lot_id: Mapped[str | None] = maybe_row_of("medicine_lot")
    place_id: Mapped[str] = row_of("stock_place")
    amount: Mapped[int] = kept(Privacy.CLINICAL, sa.BigInteger)
    found_at: Mapped[datetime] = kept(Privacy.ADMIN)
    cause: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    line_id: Mapped[str | None] = maybe_row_of("stock_count_line")
    measure: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    reported_at: Mapped[datetime | None] = kept(Privacy.ADMIN)
    report_number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    withdrawn_at: Mapped[datetime | None] = kept(Privacy.ADMIN)
    withdrawn: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))


class Destruction(SyncedRecord, Base):
    """Hủy thuốc: asked for, allowed, done before a council and a witness, reported.

    Attributes:
        permit: number of the written permission.
        council: one member a line: name and office.
        authority: who of the health authority was there.
        reported_at: when the report of it was sent; ``report_number`` its number; filled once.
    """

    __tablename__ = "destruction"
    __table_args__ = (
        sa.UniqueConstraint("home", "year", "number"),
        for_good(
            ("year", "number", "place_id", "asked_on", "reason", "method"),
            once=(
                *(
                    "allowed_by",
                    "allowed_name",
                    "permit",
                    "destroyed_at",
                    "council",
                    "authority",
                    "minutes_number",
                ),
                *("withdrawn", "reported_at", "report_number"),
            ),
            keys=(("home", "year", "number"),),
            rules=(Gapless("number", ("home", "year")),),
        ),
    )

    year: Mapped[int] = kept(Privacy.ADMIN)
    number: Mapped[int] = kept(Privacy.ADMIN)
    place_id: Mapped[str] = row_of("stock_place")
    status: Mapped[Destroying] = kept(Privacy.ADMIN)
    asked_on: Mapped[date] = kept(Privacy.ADMIN)
    reason: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    method: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    allowed_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    allowed_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    permit: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    destroyed_at: Mapped[datetime | None] = kept(Privacy.ADMIN)
    council: Mapped[str | None] = kept(Privacy.IDENTITY, sa.Text)
    authority: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    minutes_number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    withdrawn: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    reported_at: Mapped[datetime | None] = kept(Privacy.ADMIN)
    report_number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))


class DestructionLine(SyncedRecord, Base):
    """So much of one lot to be destroyed."""

    __tablename__ = "destruction_line"
    __table_args__ = (
        sa.UniqueConstraint("destruction_id", "lot_id"),
        sa.CheckConstraint("amount > 0", name="amount"),
        for_good(
            ("destruction_id", "medicine_id", "lot_id", "amount"),
            once=("entry_id",),
            keys=(("destruction_id", "lot_id"),),
        ),
    )

    destruction_id: Mapped[str] = row_of("destruction")
    medicine_id: Mapped[str] = row_of("medicine")
    lot_id: Mapped[str] = row_of("medicine_lot")
    amount: Mapped[int] = kept(Privacy.CLINICAL, sa.BigInteger)
    entry_id: Mapped[str | None] = maybe_row_of("stock_entry")


class MedicineReturn(SyncedRecord, Base):
    """Biên bản nhận lại thuốc PL XVIII: what a person or their family gives back.

    Attributes:
        giver_paper: identity number; ``is_representative`` whether somebody stands in for the person.
    """

    __tablename__ = "medicine_return"
    __table_args__ = (
        sa.UniqueConstraint("home", "year", "number"),
        for_good(
            (
                *("resident_id", "year", "number", "returned_at", "happened_where", "giver_name", "giver_paper"),
                *("is_representative", "receiver_name"),
            ),
            keys=(("home", "year", "number"),),
            rules=(Gapless("number", ("home", "year")),),
        ),
    )

    resident_id: Mapped[str] = row_of("resident", privacy=Privacy.CLINICAL, index=True)
    year: Mapped[int] = kept(Privacy.ADMIN)
    number: Mapped[int] = kept(Privacy.ADMIN)
    returned_at: Mapped[datetime] = kept(Privacy.ADMIN)
    happened_where: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    giver_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    giver_paper: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    is_representative: Mapped[bool] = kept(Privacy.ADMIN)
    receiver_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))


class MedicineReturnLine(SyncedRecord, Base):
    """One medicine given back; behind the wall of HIV, because it may tell of it."""

    __tablename__ = "medicine_return_line"
    __table_args__ = (
        sa.CheckConstraint("amount > 0", name="amount"),
        sa.UniqueConstraint("entry_id"),
        for_good(
            ("return_id", "medicine_id", "lot_id", "amount", "look", "reason", "entry_id"), keys=(("entry_id",),)
        ),
    )

    return_id: Mapped[str] = row_of("medicine_return", index=True)
    medicine_id: Mapped[str] = row_of("medicine", privacy=Privacy.HIV)
    lot_id: Mapped[str] = row_of("medicine_lot", privacy=Privacy.HIV)
    amount: Mapped[int] = kept(Privacy.HIV, sa.BigInteger)
    look: Mapped[str] = kept(Privacy.HIV, sa.String(LINE_LIMIT))
    reason: Mapped[str] = kept(Privacy.HIV, sa.String(LINE_LIMIT))
    entry_id: Mapped[str] = row_of("stock_entry", privacy=Privacy.HIV)
