"""Quyết định: each version as it lies on paper; a change is one more version, the old one stays."""

from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.kernel.ports import SealedFile
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.residents.api import (
    AttachFile,
    Attachment,
    AttachmentKind,
    attach_file,
    open_attachment,
)
from facility_app.modules.stays.domain.decisions import (
    BASE_DECISION,
    DecisionFacts,
    DecisionKind,
    StartBasis,
    checked_decision,
)
from facility_app.modules.stays.domain.leaving import check_open
from facility_app.modules.stays.domain.rights import RECORD_DECISIONS, SETTLE_TERM, VIEW_STAYS
from facility_app.modules.stays.domain.typed import require_first_day_come
from facility_app.modules.stays.service.counting import Recount
from facility_app.modules.stays.service.saved import SavedStay
from facility_app.modules.stays.service.weighing import Weighed
from facility_app.modules.stays.tables import Stay, StayDecision

_POLICE = ("decision_police", "seat_police", "residence_police")


@dataclass(frozen=True, slots=True)
class AddDecision:
    """A decision, or a new version of one.

    Attributes:
        version: of the stay, as the user saw it.
        holds_from: since when a changed decision counts; None for its day of issue.
    """

    stay_id: str
    version: int
    kind: DecisionKind
    facts: DecisionFacts
    holds_from: date | None = None


@dataclass(frozen=True, slots=True)
class AttachDecisionScan:
    """The scan of a decision.

    Attributes:
        content: the file as it is.
        title: what it is called; None for the number of the decision.
    """

    decision_id: str
    content: bytes = field(repr=False)
    title: str | None = None
    page_count: int | None = None


@dataclass(frozen=True, slots=True)
class SetTerm:
    """What the head settles about the term.

    Attributes:
        legal_regime: the law the stay is finished under.
        term_start_on: ngày bắt đầu chấp hành.
    """

    stay_id: str
    version: int
    legal_regime: LegalRegime
    term_start_on: date
    start_basis: StartBasis
    custody_until: date | None = None
    contract_end_on: date | None = None
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SetPolice:
    """The commune police of the decision, of the seat and of the residence: they may be three."""

    stay_id: str
    version: int
    decision_police: str | None = None
    seat_police: str | None = None
    residence_police: str | None = field(default=None, repr=False)


def add_decision(uow: UnitOfWork, command: AddDecision) -> SavedStay:
    """Write down a decision about a stay; one of a kind already there is its next version.

    Raises:
        UserError: as ``checked_decision``, ``Weighed.check`` and the clock.
        PermissionDenied: it moves the day of leaving later, and that is the head's.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_DECISIONS)
    stay = uow.get(Stay, command.stay_id, version=command.version)
    is_base = BASE_DECISION[stay.stay_type] is command.kind
    facts = checked_decision(
        command.facts, command.kind, local_date(uow.now), needs_months=is_base and stay.stay_type.has_term
    )
    newest = sa.select(sa.func.coalesce(sa.func.max(StayDecision.version_no), 0)).where(
        StayDecision.stay_id == stay.id, StayDecision.kind == command.kind
    )
    counted = Recount.within(uow)
    weighed = Weighed.of(counted, [stay])
    with uow.act("stays.add_decision") as act:
        act.about(stay)
        number = int(uow.session.scalar(newest) or 0) + 1
        put_decision(uow, stay, command.kind, facts, version_no=number, holds_from=command.holds_from)
        answer = counted.after(stay, "stays.add_decision")
        # What it decides is why it holds somebody longer; that it does is the head's to see.
        weighed.check({stay.id: answer}, facts.number, facts.issued_on)
    return SavedStay.of(stay, answer.warnings)


def attach_decision_scan(uow: UnitOfWork, command: AttachDecisionScan) -> str:
    """Put the scan of a decision to it; it lies among the person's documents, and answers its id there.

    Raises:
        UserError: ``not_found``, ``scan_there_already``; as ``attach_file``.
        PermissionDenied: whoever may not attach documents.
        EnvironmentFault: what the disk says.
    """
    require(uow, RECORD_DECISIONS)
    decision = uow.get(StayDecision, command.decision_id)
    if decision.attachment_id is not None:
        raise UserError(
            "scan_there_already",
            label(
                "errors",
                "Quyết định {number} đã có bản quét; bản quét không thay được. Hãy mở bản đã có, hoặc đính kèm "
                "bản khác ở thẻ Tài liệu của người này.",
            ),
            number=decision.number,
        )
    number = f"{decision.number}/{decision.symbol}" if decision.symbol else decision.number
    facts = Attachment(
        AttachmentKind.DECISION, command.title or number, command.page_count, dated_on=decision.issued_on
    )
    with uow.act("stays.attach_decision_scan") as act:
        act.about(decision)
        decision.attachment_id = attach_file(
            uow, AttachFile(decision.resident_id, command.content, facts)
        ).entry_id
        uow.session.flush()
    return decision.attachment_id


def open_decision_scan(uow: UnitOfWork, decision_id: str) -> SealedFile:
    """Look at the scan of a decision; the look is written to the trail.

    Raises:
        UserError: ``not_found``; ``scan_missing``.
        PermissionDenied: whoever may not read the person's documents.
    """
    require(uow, VIEW_STAYS)
    decision = uow.get(StayDecision, decision_id)
    if decision.attachment_id is None:
        raise UserError(
            "scan_missing",
            label("errors", "Quyết định {number} chưa có bản quét. Hãy đính kèm bản quét."),
            number=decision.number,
        )
    return open_attachment(uow, decision.attachment_id)


def set_term(uow: UnitOfWork, command: SetTerm) -> SavedStay:
    """Settle the law, the first day and the limits of a stay, with a reason.

    Raises:
        UserError: ``reason_missing``; ``stay_ended_already``; ``term_start_future``; ``span_reversed``; as the
            clock.
        ConflictError: ``record_changed``.
    """
    require(uow, SETTLE_TERM)
    require_reason(command.reason)
    stay = uow.get(Stay, command.stay_id, version=command.version)
    check_open(stay.code, stay.exited_on)
    faults = Faults()
    require_first_day_come(faults, command.term_start_on, local_date(uow.now))
    faults.span("custody_until", command.term_start_on, command.custody_until)
    faults.span("contract_end_on", command.term_start_on, command.contract_end_on)
    reason = faults.line("reason", command.reason)
    faults.refuse()
    with uow.act("stays.set_term", reason=reason) as act:
        act.about(stay)
        if command.legal_regime is not stay.legal_regime:
            stay.legal_regime, stay.regime_reason = command.legal_regime, reason
        stay.term_start_on, stay.start_basis = command.term_start_on, command.start_basis
        stay.custody_until, stay.contract_end_on = command.custody_until, command.contract_end_on
        answer = Recount.within(uow).after(stay, "stays.set_term")
    return SavedStay.of(stay, answer.warnings)


def set_police(uow: UnitOfWork, command: SetPolice) -> SavedStay:
    """Write down which commune police are told what (law.md §18 row 14).

    Raises:
        UserError: ``text_too_long``.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_DECISIONS)
    stay = uow.get(Stay, command.stay_id, version=command.version)
    faults = Faults()
    named = {name: faults.line(name, getattr(command, name)) for name in _POLICE}
    faults.refuse()
    with uow.act("stays.set_police") as act:
        act.about(stay)
        for name, text in named.items():
            setattr(stay, name, text)
        Recount.within(uow).after(stay, "stays.set_police")
    return SavedStay.of(stay)


def put_decision(
    uow: UnitOfWork,
    stay: Stay,
    kind: DecisionKind,
    facts: DecisionFacts,
    *,
    version_no: int,
    holds_from: date | None = None,
) -> StayDecision:
    """The record of a checked decision; its verb is the caller's."""
    require(uow, RECORD_DECISIONS)
    if facts.issued_on is None:
        raise UserError("field_missing", label("errors", "Cần ngày ban hành của quyết định."))
    made = uow.add(
        StayDecision(
            resident_id=stay.resident_id,
            stay_id=stay.id,
            kind=kind,
            version_no=version_no,
            number=facts.number,
            symbol=facts.symbol,
            issued_on=facts.issued_on,
            effective_on=facts.effective_on,
            # No decision reaches back behind its own day: it would revive a term that has ended.
            holds_from=max(holds_from or facts.effective_on or facts.issued_on, facts.issued_on),
            authority=facts.authority,
            signatory=facts.signatory,
            decided_months=facts.decided_months,
            decided_from=facts.decided_from,
            decided_to=facts.decided_to,
            subject=facts.subject,
            received_on=facts.received_on,
        )
    )
    uow.session.flush()
    return made
