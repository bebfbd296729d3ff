"""Bản quét: attached to a paper, looked at, struck out. Their contents are sealed before."""

from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.ports import SealedFile
from facility_app.kernel.privacy import Privacy
from facility_app.modules.correspondence.domain import (
    ATTACH_SCANS,
    HANDLE_PAPERS,
    READ_HEALTH_PAPERS,
    READ_PAPERS,
)
from facility_app.modules.correspondence.domain.outgoing import PRIVACY_OF
from facility_app.modules.correspondence.domain.scans import ScanFacts, checked_scan
from facility_app.modules.correspondence.queries.readers import FormRights
from facility_app.modules.correspondence.queries.stored import Stored
from facility_app.modules.correspondence.tables.incoming import PaperScan
from facility_app.modules.correspondence.tables.outgoing import PaperDelivery


@dataclass(frozen=True, slots=True)
class AttachScan:
    """A scan that lies sealed already; of one issued or one received paper.

    Attributes:
        sealed: what the store answered.
        facts: what it shows.
    """

    sealed: SealedFile
    facts: ScanFacts
    issued_id: str | None = None
    received_id: str | None = None


@dataclass(frozen=True, slots=True)
class VoidScan:
    """A scan attached by mistake."""

    scan_id: str
    version: int
    reason: str = field(repr=False)


def attach_scan(uow: UnitOfWork, command: AttachScan) -> str:
    """Put a scan to its paper and answer its id; of a void paper too, for the original is kept.

    Raises:
        UserError: ``paper_not_found``, ``scan_attached_already``; as ``checked_scan``.
        PermissionDenied: it shows somebody's health, and the actor may not read such.
    """
    require(uow, HANDLE_PAPERS)
    if not command.issued_id:
        require(uow, ATTACH_SCANS)
    facts, stored = checked_scan(command.facts), Stored(uow)
    if (command.issued_id is None) is (command.received_id is None):
        message = "a scan is of one paper"
        raise ValueError(message)
    paper = stored.issued(command.issued_id) if command.issued_id else stored.received(command.received_id or "")
    # Whoever keeps the records a form repeats has its papers signed, and puts the signed sheet to them.
    rights = FormRights(uow, paper.form_id or "")
    rights.require(ATTACH_SCANS)
    if command.facts.is_medical:
        rights.require(READ_HEALTH_PAPERS)
    _require_new(uow, command)
    with uow.act("correspondence.attach_scan") as act:
        made = PaperScan(
            issued_id=command.issued_id,
            received_id=command.received_id,
            resident_id=paper.resident_id,
            kind=facts.kind,
            title=facts.title,
            page_count=facts.page_count,
            sha256=command.sealed.sha256,
            size_bytes=command.sealed.size_bytes,
            media_type=command.sealed.media_type,
            privacy=Privacy.CLINICAL if facts.is_medical else PRIVACY_OF[paper.paper_class],
        )
        act.about(uow.add(made))
    return made.id


def open_scan(uow: UnitOfWork, scan_id: str, purpose: str = "") -> SealedFile:
    """Look at a scan: the look is written to the trail, the answer says what to ask of the store.

    Raises:
        UserError: ``not_found``.
        PermissionDenied: it shows somebody's health.
    """
    require(uow, READ_PAPERS)
    found = _seen(uow, scan_id)
    with uow.act("correspondence.open_scan", reason=purpose.strip() or None) as act:
        act.about(found)
    return SealedFile(found.sha256, found.size_bytes, found.media_type)


def void_scan(uow: UnitOfWork, command: VoidScan) -> None:
    """Strike out a scan attached by mistake; a delivery it was the receipt of has none any more.

    Raises:
        UserError: ``not_found``, ``reason_missing``.
        PermissionDenied: it shows somebody's health.
        ConflictError: ``record_changed``.
    """
    require(uow, ATTACH_SCANS)
    found = _seen(uow, command.scan_id, command.version)
    with uow.act("correspondence.void_scan", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)
        d = PaperDelivery
        for line in uow.session.scalars(sa.select(d).where(d.receipt_scan_id == found.id)):
            line.receipt_scan_id = None


def _seen(uow: UnitOfWork, scan_id: str, version: int | None = None) -> PaperScan:
    found = uow.get(PaperScan, scan_id, version=version)
    if found.privacy is Privacy.CLINICAL:
        require(uow, READ_HEALTH_PAPERS)
    return found


def _require_new(uow: UnitOfWork, command: AttachScan) -> None:
    s = PaperScan
    same = (
        s.issued_id == command.issued_id,
        s.received_id == command.received_id,
        s.sha256 == command.sealed.sha256,
    )
    if uow.session.scalar(sa.select(s.id).where(*same, s.voided_at.is_(None))) is not None:
        raise UserError(
            "scan_attached_already",
            label("errors", "Bản quét này đã đính kèm vào văn bản. Hãy chọn tệp khác."),
        )
