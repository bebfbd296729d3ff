"""Gửi, nhận: the days copies left and arrived are written down, and corrected only with a reason."""

from dataclasses import dataclass, field, fields

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.domain import RECORD_DELIVERIES
from facility_app.modules.correspondence.domain.delivery import DeliveryFacts, checked_delivery
from facility_app.modules.correspondence.domain.events import PaperDelivered
from facility_app.modules.correspondence.domain.outgoing import Addressee, checked_addressees
from facility_app.modules.correspondence.queries.stored import Stored
from facility_app.modules.correspondence.tables.incoming import PaperScan
from facility_app.modules.correspondence.tables.outgoing import IssuedPaper, PaperDelivery


@dataclass(frozen=True, slots=True)
class AddDelivery:
    """One addressee more than the paper was issued with."""

    paper_id: str
    addressee: Addressee


@dataclass(frozen=True, slots=True)
class RecordDelivery:
    """What is known of one addressee's copies.

    Attributes:
        version: as the user saw the line.
        facts: all of them, changed or not.
        receipt_scan_id: a scan of the same paper that shows the receipt.
        reason: why, where a day already written down becomes another.
    """

    delivery_id: str
    version: int
    facts: DeliveryFacts
    receipt_scan_id: str | None = None
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Delivered:
    """The line as it stands; ``version`` goes back with the next decision about it."""

    delivery_id: str
    version: int


def add_delivery(uow: UnitOfWork, command: AddDelivery) -> Delivered:
    """Send a paper to one more addressee.

    Raises:
        UserError: ``paper_not_found``, ``paper_is_void``; as ``checked_addressees``.
    """
    require(uow, RECORD_DELIVERIES)
    stored = Stored(uow)
    (addressee,) = checked_addressees((command.addressee,))
    paper = stored.counting(stored.issued(command.paper_id))
    d = PaperDelivery
    last = uow.session.scalar(sa.select(sa.func.max(d.place)).where(d.paper_id == paper.id))
    with uow.act("correspondence.add_delivery") as act:
        made = PaperDelivery(
            paper_id=paper.id,
            place=0 if last is None else last + 1,
            kind=addressee.kind,
            name=addressee.name,
            copies=addressee.copies,
        )
        act.about(uow.add(made))
    return Delivered(made.id, made.version)


def record_delivery(uow: UnitOfWork, command: RecordDelivery) -> Delivered:
    """Write down when copies left and arrived; slices that follow the case hear of it.

    Raises:
        UserError: ``not_found``, ``paper_is_void``, ``scan_of_another_paper``; ``reason_missing`` when a day
            already written down becomes another; as ``checked_delivery``.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_DELIVERIES)
    stored = Stored(uow)
    line = uow.get(PaperDelivery, command.delivery_id, version=command.version)
    paper = stored.counting(stored.issued(line.paper_id))
    kept = checked_delivery(command.facts, paper.issued_on, local_date(uow.now))
    if any(_differs(getattr(line, name), getattr(kept, name)) for name in ("sent_on", "received_on")):
        require_reason(command.reason)
    _require_own_scan(uow, command.receipt_scan_id, paper)
    with uow.act("correspondence.record_delivery", reason=command.reason.strip() or None) as act:
        act.about(line)
        for one in fields(kept):
            setattr(line, one.name, getattr(kept, one.name))
        line.receipt_scan_id = command.receipt_scan_id or line.receipt_scan_id
        uow.session.flush()
        uow.tell(_event(paper, line))
    return Delivered(line.id, line.version)


def _differs(before: object, after: object) -> bool:
    return before is not None and before != after


def _require_own_scan(uow: UnitOfWork, scan_id: str | None, paper: IssuedPaper) -> None:
    if scan_id is not None and uow.get(PaperScan, scan_id).issued_id != paper.id:
        raise UserError(
            "scan_of_another_paper",
            label("errors", "Bản quét này thuộc văn bản khác. Hãy chọn bản quét giấy báo nhận của văn bản này."),
            fields={"receipt_scan_id": label("errors", "Bản quét thuộc văn bản khác")},
        )


def _event(paper: IssuedPaper, line: PaperDelivery) -> PaperDelivered:
    return PaperDelivered(
        *(paper.id, line.id, paper.form_id, paper.resident_id, paper.stay_id),
        *(line.kind, line.sent_on, line.received_on, line.receipt_scan_id is not None),
    )
