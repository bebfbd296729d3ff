"""Papers issued, where their copies went, and how often they were printed."""

from datetime import date
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.frozen import frozen
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import CODE_LIMIT, LINE_LIMIT
from facility_app.kernel.privacy import Privacy, SearchRole
from facility_app.modules.correspondence.domain.delivery import DeliveryMethod
from facility_app.modules.correspondence.domain.numbers import SYMBOL_LIMIT
from facility_app.modules.correspondence.domain.outgoing import AddresseeKind, PaperClass

VOIDING: Final = ("voided_at", "voided_by", "void_reason")
NUMBERED: Final = ("home", "year", "symbol", "number")
PRINTED: Final = ("paper_id", "is_medical", "nth")


class IssuedPaper(SyncedRecord, Base):
    """Văn bản đi: once issued it stays as it is; a void one keeps its number, its words and its place in the book.

    Only the person and the stay it is about may be set anew, when two files of one person become one.

    Attributes:
        year: of ``issued_on``; numbers run from 01 in each.
        number: NULL for minutes and plans, which bear none.
        about: whom it names, as it named them.
        subject_table: the record the paper was made from, with ``subject_id``; may be NULL.
        stay_id: stays stand above papers, so no foreign key leads there.
        payload_json: what the open file says, canonical; NULL for a form that has none.
        medical_json: what the file behind the wall of health says; NULL where there is none.
        payload_sha256: of ``payload_json``; the code on the paper seals it.
        signer_lines: what stands above the signer's name, a line each.
        qr_text: the sealed code of the open file.
        replaces_id: the void paper this one stands for.
        words: folded, for search.
    """

    __tablename__ = "issued_paper"
    __table_args__ = (
        sa.UniqueConstraint(*NUMBERED),
        sa.CheckConstraint("(number IS NULL) = (symbol IS NULL)", name="numbered_whole"),
        sa.CheckConstraint("number IS NULL OR number > 0", name="number"),
        sa.Index("ix_issued_paper_issued_on", "issued_on", "id"),
        frozen(
            *("home", "form_id", "form_version", "title", "type_code", "symbol", "year", "number", "issued_on"),
            *("about", "subject_table", "subject_id", "paper_class", "copies", "replaces_id", "words"),
            *("payload_json", "payload_sha256", "medical_json", "medical_sha256", "qr_text", "medical_qr_text"),
            *("signer_id", "signer_lines", "signer_rank", "signer_name"),
            once=VOIDING,
            keys=(NUMBERED,),
        ),
    )

    form_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT), index=True)
    form_version: Mapped[int] = kept(Privacy.ADMIN)
    title: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    type_code: Mapped[str] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
    symbol: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(SYMBOL_LIMIT))
    year: Mapped[int] = kept(Privacy.ADMIN)
    number: Mapped[int | None] = kept(Privacy.ADMIN)
    issued_on: Mapped[date] = kept(Privacy.ADMIN)
    resident_id: Mapped[str | None] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True
    )
    stay_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), index=True)
    subject_table: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(80))
    subject_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    about: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    paper_class: Mapped[PaperClass] = kept(Privacy.ADMIN)
    payload_json: Mapped[str | None] = kept(Privacy.IDENTITY, sa.Text)
    payload_sha256: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(64))
    medical_json: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    medical_sha256: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(64))
    signer_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("staff_member.id"))
    signer_lines: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(2 * LINE_LIMIT))
    signer_rank: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
    signer_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    copies: Mapped[int] = kept(Privacy.ADMIN)
    qr_text: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(300))
    medical_qr_text: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(300))
    replaces_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("issued_paper.id"))
    words: Mapped[str] = kept(Privacy.IDENTITY, sa.Text, search=SearchRole.TEXT)


class PaperDelivery(SyncedRecord, Base):
    """Nơi nhận: one addressee's copies, the day they left and the day they arrived.

    Attributes:
        place: order on the paper, from 0.
        receipt_scan_id: the scanned receipt.
    """

    __tablename__ = "paper_delivery"
    __table_args__ = (sa.CheckConstraint("sent_on IS NULL OR received_on >= sent_on", name="span"),)

    paper_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("issued_paper.id"), index=True)
    place: Mapped[int] = kept(Privacy.ADMIN)
    kind: Mapped[AddresseeKind] = kept(Privacy.ADMIN)
    name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    copies: Mapped[int] = kept(Privacy.ADMIN)
    sent_on: Mapped[date | None] = kept(Privacy.ADMIN)
    method: Mapped[DeliveryMethod | None] = kept(Privacy.ADMIN)
    tracking_no: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    received_on: Mapped[date | None] = kept(Privacy.ADMIN)
    receiver: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    receipt_scan_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("paper_scan.id"))


class PaperPrint(SyncedRecord, Base):
    """Lần in: who printed a paper when (the stamps of the record), which file of it and how many copies.

    Attributes:
        nth: counts the prints of one file of the paper from 1.
        is_medical: whether that is the file behind the wall of health.
        stamp: what stood at the edge, ``In lại lần 1`` say; empty on the first.
    """

    __tablename__ = "paper_print"
    __table_args__ = (
        sa.UniqueConstraint(*PRINTED),
        frozen("home", *PRINTED, "copies", "stamp", keys=(PRINTED,)),
    )

    paper_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("issued_paper.id"))
    nth: Mapped[int] = kept(Privacy.ADMIN)
    copies: Mapped[int] = kept(Privacy.ADMIN)
    is_medical: Mapped[bool] = kept(Privacy.ADMIN)
    stamp: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
