"""One paper as a whole: what it says, as far as the reader may, with its deliveries, prints and scans."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.privacy import Privacy
from facility_app.modules.correspondence.domain import HANDLE_PAPERS, READ_HEALTH_PAPERS, READ_PAPERS
from facility_app.modules.correspondence.domain.delivery import DeliveryFacts
from facility_app.modules.correspondence.domain.incoming import ReceivedFacts
from facility_app.modules.correspondence.domain.numbers import number_text, plain_number
from facility_app.modules.correspondence.domain.outgoing import Addressee, PaperClass, PaperState
from facility_app.modules.correspondence.domain.scans import ScanFacts
from facility_app.modules.correspondence.queries.readers import FormRights, may_read
from facility_app.modules.correspondence.queries.stored import Stored
from facility_app.modules.correspondence.tables.incoming import PaperScan, ReceivedPaper
from facility_app.modules.correspondence.tables.outgoing import IssuedPaper, PaperDelivery, PaperPrint

_CANONICAL: Final = "utf-8"


@dataclass(frozen=True, slots=True)
class Content:
    """What one file of a paper says, for ``documents.forms.frozen.restore`` and the engine.

    Attributes:
        payload: canonical bytes.
        qr_text: the sealed code to print.
    """

    payload: bytes = field(repr=False)
    qr_text: str


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """One addressee's copies.

    Attributes:
        receipt_scan_id: the scanned receipt, for ``open_scan``.
    """

    delivery_id: str
    version: int
    addressee: Addressee
    facts: DeliveryFacts
    receipt_scan_id: str | None


@dataclass(frozen=True, slots=True)
class PrintRow:
    """One print; ``by`` is an account's id."""

    nth: int
    at: datetime
    by: str
    copies: int
    is_medical: bool
    stamp: str


@dataclass(frozen=True, slots=True)
class ScanRow:
    """One scan; to look at it is a verb, ``open_scan``."""

    scan_id: str
    version: int
    facts: ScanFacts
    size_bytes: int
    media_type: str
    attached_at: datetime


@dataclass(frozen=True, slots=True)
class OtherPaper:
    """Another paper of the same form about the same stay."""

    paper_id: str
    number: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class PaperDetail:
    """An issued paper.

    Attributes:
        number: ``05/QĐ-CSCN``; empty for a paper that bears none.
        signer: rank and name as printed; empty where nobody of this facility signs.
        open_file: what stands outside of the wall of health; None for a form that has none, or where the reader
            may not read the records it repeats.
        has_open: whether there is one.
        medical_file: what stands behind the wall of health; None where there is none or the reader may not.
        has_medical: whether there is one.
        earlier_medical: of a paper made without its part behind the wall, the last one of the stay that has it;
            for readers of health alone.
    """

    paper_id: str
    version: int
    form_id: str
    form_version: int
    title: str = field(repr=False)
    number: str
    issued_on: date
    paper_class: PaperClass
    resident_id: str | None
    stay_id: str | None
    about: str | None = field(repr=False)
    signer: str = field(repr=False)
    copies: int
    state: PaperState
    void_reason: str | None = field(repr=False)
    replaces_id: str | None
    open_file: Content | None
    has_open: bool
    medical_file: Content | None
    has_medical: bool
    earlier_medical: OtherPaper | None
    deliveries: tuple[DeliveryRow, ...]
    prints: tuple[PrintRow, ...]
    scans: tuple[ScanRow, ...]

    @classmethod
    def of(cls, uow: UnitOfWork, paper: IssuedPaper) -> "PaperDetail":
        """What the actor may know of ``paper``."""
        reads_health = FormRights(uow, paper.form_id).may(READ_HEALTH_PAPERS)
        numbered = paper.number is not None and paper.symbol is not None
        return cls(
            *(paper.id, paper.version, paper.form_id, paper.form_version, paper.title),
            number_text(paper.number, paper.symbol) if numbered else "",  # type: ignore[arg-type]  # asked above
            *(paper.issued_on, paper.paper_class, paper.resident_id, paper.stay_id, paper.about),
            " ".join(part for part in (paper.signer_rank, paper.signer_name) if part),
            paper.copies,
            PaperState.ISSUED if paper.voided_at is None else PaperState.VOID,
            paper.void_reason,
            paper.replaces_id,
            _content(paper.payload_json, paper.qr_text) if may_read(uow, paper.form_id) else None,
            paper.payload_json is not None,
            _content(paper.medical_json, paper.medical_qr_text) if reads_health else None,
            paper.medical_json is not None,
            _earlier_medical(uow, paper) if reads_health else None,
            *(_deliveries(uow, paper.id), _prints(uow, paper.id)),
            _scans(uow, PaperScan.issued_id == paper.id),
        )


@dataclass(frozen=True, slots=True)
class ReceivedDetail:
    """A paper from outside.

    Attributes:
        no: số đến.
        payload: what was typed of an official form; None for any other paper.
        medical_payload: of its part behind the wall of health; None where the reader may not.
    """

    received_id: str
    version: int
    no: str
    year: int
    facts: ReceivedFacts
    resident_id: str | None
    stay_id: str | None
    state: PaperState
    void_reason: str | None = field(repr=False)
    payload: bytes | None = field(repr=False)
    medical_payload: bytes | None = field(repr=False)
    scans: tuple[ScanRow, ...]

    @classmethod
    def of(cls, uow: UnitOfWork, paper: ReceivedPaper) -> "ReceivedDetail":
        """What the actor may know of ``paper``."""
        reads_health = uow.actor.may(READ_HEALTH_PAPERS)
        medical = paper.medical_json if reads_health else None
        return cls(
            *(paper.id, paper.version, plain_number(paper.no), paper.year, _facts_of(paper)),
            *(paper.resident_id, paper.stay_id),
            PaperState.ISSUED if paper.voided_at is None else PaperState.VOID,
            paper.void_reason,
            None if paper.payload_json is None else paper.payload_json.encode(_CANONICAL),
            None if medical is None else medical.encode(_CANONICAL),
            _scans(uow, PaperScan.received_id == paper.id),
        )


def get_paper(uow: UnitOfWork, paper_id: str) -> PaperDetail:
    """An issued paper, void or not; to open it before somebody's eyes is the verb ``open_paper``.

    Raises:
        UserError: ``paper_not_found``.
        PermissionDenied: a paper about somebody's health.
    """
    require(uow, HANDLE_PAPERS)
    paper = Stored(uow).issued(paper_id)
    FormRights(uow, paper.form_id).require(READ_PAPERS)
    return PaperDetail.of(uow, paper)


def get_received(uow: UnitOfWork, received_id: str) -> ReceivedDetail:
    """A paper from outside, struck out or not; to open it before somebody's eyes is ``open_received``.

    Raises:
        UserError: ``paper_not_found``.
        PermissionDenied: a paper about somebody's health.
    """
    require(uow, READ_PAPERS)
    return ReceivedDetail.of(uow, Stored(uow).received(received_id))


def _earlier_medical(uow: UnitOfWork, paper: IssuedPaper) -> OtherPaper | None:
    """A plan printed again by somebody who may not know of health has no such part; the former one has."""
    if paper.medical_json is not None or paper.stay_id is None:
        return None
    p = IssuedPaper
    found = uow.session.scalars(
        sa.select(p)
        .where(
            p.stay_id == paper.stay_id,
            p.form_id == paper.form_id,
            p.medical_json.is_not(None),
            p.voided_at.is_(None),
        )
        .order_by(p.issued_on.desc(), p.id.desc())
    ).first()
    if found is None:
        return None
    number = "" if found.number is None or found.symbol is None else number_text(found.number, found.symbol)
    return OtherPaper(found.id, number, found.issued_on)


def _content(payload: str | None, qr_text: str | None) -> Content | None:
    return None if payload is None else Content(payload.encode(_CANONICAL), qr_text or "")


def _facts_of(paper: ReceivedPaper) -> ReceivedFacts:
    return ReceivedFacts(**{one.name: getattr(paper, one.name) for one in fields(ReceivedFacts)})


def _deliveries(uow: UnitOfWork, paper_id: str) -> tuple[DeliveryRow, ...]:
    d = PaperDelivery
    found = uow.session.scalars(
        sa.select(d).where(d.paper_id == paper_id, d.voided_at.is_(None)).order_by(d.place, d.id)
    )
    return tuple(
        DeliveryRow(
            one.id,
            one.version,
            Addressee(one.kind, one.name, one.copies),
            DeliveryFacts(one.sent_on, one.method, one.tracking_no, one.received_on, one.receiver),
            one.receipt_scan_id,
        )
        for one in found
    )


def _prints(uow: UnitOfWork, paper_id: str) -> tuple[PrintRow, ...]:
    n = PaperPrint
    columns = (n.nth, n.created_at, n.created_by, n.copies, n.is_medical, n.stamp)
    return tuple(
        PrintRow(*row)
        for row in uow.session.execute(sa.select(*columns).where(n.paper_id == paper_id).order_by(n.nth))
    )


def _scans(uow: UnitOfWork, of_paper: sa.ColumnElement[bool]) -> tuple[ScanRow, ...]:
    s = PaperScan
    seen = [of_paper, s.voided_at.is_(None)]
    if not uow.actor.may(READ_HEALTH_PAPERS):
        seen.append(s.privacy != Privacy.CLINICAL)
    return tuple(
        ScanRow(
            one.id,
            one.version,
            ScanFacts(one.kind, one.title, one.page_count, one.privacy is Privacy.CLINICAL),
            one.size_bytes,
            one.media_type,
            one.created_at,
        )
        for one in uow.session.scalars(sa.select(s).where(*seen).order_by(s.created_at, s.id))
    )
