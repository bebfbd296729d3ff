"""Papers from outside, and the scans of papers of both directions; the contents lie sealed beside the database."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.frozen import frozen
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import CODE_LIMIT, LINE_LIMIT
from facility_app.kernel.privacy import Privacy, SearchRole
from facility_app.modules.correspondence.domain.outgoing import AddresseeKind, PaperClass
from facility_app.modules.correspondence.domain.scans import ScanKind
from facility_app.modules.correspondence.tables.outgoing import VOIDING


class ReceivedPaper(SyncedRecord, Base):
    """Văn bản đến: a line of the register; one struck out keeps its number.

    Attributes:
        year: of the day it was registered for; with ``no`` the số đến.
        number: số, ký hiệu as printed on the paper.
        dated_on: the day on the paper.
        payload_json: what one of the official forms says, typed in; NULL for any other paper.
        words: folded, for search; of a paper about somebody's health only number, sender and name.
    """

    __tablename__ = "received_paper"
    __table_args__ = (
        sa.UniqueConstraint("home", "year", "no"),
        sa.CheckConstraint("no > 0", name="no"),
        sa.CheckConstraint("dated_on IS NULL OR dated_on <= received_on", name="days"),
        sa.Index("ix_received_paper_received_on", "received_on", "id"),
        frozen("home", "year", "no", once=VOIDING, keys=(("home", "year", "no"),)),
    )

    year: Mapped[int] = kept(Privacy.ADMIN)
    no: Mapped[int] = kept(Privacy.ADMIN)
    received_on: Mapped[date] = kept(Privacy.ADMIN)
    sender_kind: Mapped[AddresseeKind] = kept(Privacy.ADMIN)
    sender: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    number: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    dated_on: Mapped[date | None] = kept(Privacy.ADMIN)
    # Free text of others may hold anything.
    subject: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    paper_class: Mapped[PaperClass] = kept(Privacy.ADMIN)
    resident_id: Mapped[str | None] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True
    )
    stay_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), index=True)
    about: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    routed_to: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    answer_by: Mapped[date | None] = kept(Privacy.ADMIN)
    form_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT), index=True)
    form_version: Mapped[int | None] = kept(Privacy.ADMIN)
    payload_json: Mapped[str | None] = kept(Privacy.IDENTITY, sa.Text)
    medical_json: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    words: Mapped[str] = kept(Privacy.CLINICAL, sa.Text, search=SearchRole.TEXT)


class PaperScan(SyncedRecord, Base):
    """Bản quét của một văn bản đi hoặc đến.

    Attributes:
        resident_id: of the paper, so that a scan travels with its person.
        sha256: of the content, in hex; the store of sealed files finds it by that.
        privacy: class of the content, a ``Privacy``; a bundle carries the file where it carries that class.
    """

    __tablename__ = "paper_scan"
    __table_args__ = (sa.CheckConstraint("issued_id IS NOT NULL OR received_id IS NOT NULL", name="a_paper"),)

    issued_id: Mapped[str | None] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("issued_paper.id"), index=True
    )
    received_id: Mapped[str | None] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("received_paper.id"), index=True
    )
    resident_id: Mapped[str | None] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True
    )
    kind: Mapped[ScanKind] = kept(Privacy.ADMIN)
    title: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    page_count: Mapped[int | None] = kept(Privacy.ADMIN)
    sha256: Mapped[str] = kept(Privacy.ADMIN, sa.String(64), index=True)
    size_bytes: Mapped[int] = kept(Privacy.ADMIN)
    media_type: Mapped[str] = kept(Privacy.ADMIN, sa.String(40))
    privacy: Mapped[Privacy] = kept(Privacy.ADMIN)
