"""Tiếp nhận: open a stay on its papers, and turn a temporary one into a compulsory one."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.catalogues.api import UnitKind, get_facility
from facility_app.modules.residents.api import Birth, list_births
from facility_app.modules.stays.domain.admission import (
    FirstDay,
    Newcomer,
    admission_findings,
    check_told,
    check_turned,
    paper_findings,
)
from facility_app.modules.stays.domain.answer import TermAnswer
from facility_app.modules.stays.domain.decisions import (
    BASE_DECISION,
    DECISION_OF,
    DEFAULT_BASIS,
    DecisionFacts,
    DecisionKind,
    StartBasis,
    checked_decision,
)
from facility_app.modules.stays.domain.events import StayEnded, StayOpened
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.findings import Finding, reason_needed
from facility_app.modules.stays.domain.rights import ADMIT, SETTLE_TERM
from facility_app.modules.stays.domain.typed import require_first_day_come
from facility_app.modules.stays.domain.types import AdmissionReason, EventKind, PresenceState, StayType
from facility_app.modules.stays.service.carrying import Lasting
from facility_app.modules.stays.service.closing import Closing
from facility_app.modules.stays.service.comings import next_coming, require_no_overlap, require_none_open
from facility_app.modules.stays.service.counting import Recount
from facility_app.modules.stays.service.decisions import put_decision
from facility_app.modules.stays.service.saved import SavedStay
from facility_app.modules.stays.tables import Stay, StayEvent


@dataclass(frozen=True, slots=True)
class AdmitResident:
    """Somebody comes in.

    Attributes:
        admitted_on: ngày tiếp nhận, the day of the handover minutes.
        decision: the decision the stay rests on; a voluntary contract stands beside it.
        term_start_on: None for the day the basis names.
        legal_regime: None for the one the decision's day gives.
        held_from: since when the person was held under V-32; those days come off the term.
        reason: why findings are gone over, or the regime or the first day set by hand.
    """

    resident_id: str
    stay_type: StayType
    admission_reason: AdmissionReason
    admitted_on: date | None
    decision: DecisionFacts | None = None
    assignment: DecisionFacts | None = None
    term_start_on: date | None = None
    start_basis: StartBasis | None = None
    legal_regime: LegalRegime | None = None
    held_from: date | None = None
    informed_on: date | None = None
    rehab_count: int | None = None
    custody_until: date | None = None
    contract_number: str | None = None
    contract_end_on: date | None = None
    decision_police: str | None = None
    seat_police: str | None = None
    residence_police: str | None = field(default=None, repr=False)
    reason: str | None = field(default=None, repr=False)
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ConvertTemporary:
    """Temporary management turned compulsory: no new delivery, the head informs the person (law.md §18 row 11).

    Attributes:
        version: of the temporary stay, as the user saw it.
        informed_on: the day the head told the person; the term begins.
    """

    stay_id: str
    version: int
    stay_type: StayType
    admission_reason: AdmissionReason
    informed_on: date | None
    decision: DecisionFacts
    assignment: DecisionFacts | None = None
    rehab_count: int | None = None
    reason: str | None = field(default=None, repr=False)


def admit_resident(uow: UnitOfWork, command: AdmitResident) -> SavedStay:
    """Open a stay.

    Raises:
        UserError: ``stay_open_already``, ``stay_overlaps``; ``stay_reason_needed`` with the findings; as
            ``checked_decision`` and the clock; ``bad_fields``.
        PermissionDenied: law or first day are set otherwise than the papers give them, by somebody who may not.
    """
    require(uow, ADMIT)
    with uow.act("stays.admit_resident", reason=command.reason or None) as act:
        made, found = _open(uow, command, None)
        act.about(made)
        counted = Recount.within(uow)
        answer = counted.after(made, "stays.admit_resident")
        if made.stay_type is StayType.VOLUNTARY_PRIVATE:
            counted.hours(made, "private_admission_notice", uow.now)
        uow.tell(StayOpened(made.id, made.resident_id, made.stay_type, made.admitted_on))
    return SavedStay.of(made, (*found, *_on_paper(made, command.decision, command.assignment, answer)))


def _on_paper(
    made: Stay, decision: DecisionFacts | None, assignment: DecisionFacts | None, answer: TermAnswer
) -> tuple[Finding, ...]:
    printed = None if decision is None else decision.decided_to
    return paper_findings(made.stay_type, printed, answer, has_assignment=assignment is not None)


def convert_temporary(uow: UnitOfWork, command: ConvertTemporary) -> SavedStay:
    """Close a temporary stay and open the compulsory one that goes on from it, its days taken off.

    Raises:
        UserError: ``not_temporary``, ``not_compulsory``, ``not_there_to_be_told``; as ``admit_resident``.
        ConflictError: ``record_changed``.
    """
    require(uow, ADMIT)
    held = uow.get(Stay, command.stay_id, version=command.version)
    if held.stay_type is not StayType.TEMPORARY or held.exited_on is not None:
        raise UserError(
            "not_temporary",
            label("errors", "Lần cai nghiện {code} không phải đang quản lý trong thời gian lập hồ sơ."),
            code=held.code,
        )
    check_turned(held.presence, command.stay_type)
    informed_on = command.informed_on or local_date(uow.now)
    lasting = Lasting.of(uow, held)
    for one in lasting.fled:
        check_told(informed_on, one.from_on, one.to_on)
    with uow.act("stays.convert_temporary", reason=command.reason or None) as act:
        Closing(uow).close(held, ExitCode.TEMP_TO_COMPULSORY, informed_on, stays_inside=True)
        counted = Recount.within(uow)
        counted.after(held, "stays.convert_temporary")
        uow.tell(StayEnded(held.id, held.resident_id, ExitCode.TEMP_TO_COMPULSORY, informed_on))
        opened = AdmitResident(
            held.resident_id,
            command.stay_type,
            command.admission_reason,
            informed_on,
            command.decision,
            command.assignment,
            informed_on,
            StartBasis.INFORMED,
            held_from=held.term_start_on,
            informed_on=informed_on,
            rehab_count=command.rehab_count,
            decision_police=held.decision_police,
            seat_police=held.seat_police,
            residence_police=held.residence_police,
            reason=command.reason,
        )
        made, found = _open(uow, opened, held)
        act.about(made)
        lasting.carry_over(uow, made)
        answer = counted.after(made, "stays.convert_temporary")
        uow.tell(StayOpened(made.id, made.resident_id, made.stay_type, made.admitted_on))
    return SavedStay.of(made, (*found, *_on_paper(made, command.decision, command.assignment, answer)))


def _open(uow: UnitOfWork, command: AdmitResident, earlier: Stay | None) -> tuple[Stay, tuple[Finding, ...]]:
    person = _person(uow, command.resident_id)
    require_none_open(uow, command.resident_id)
    today = local_date(uow.now)
    checked = _checked(command, today)
    require_no_overlap(uow, checked.resident_id, checked.admitted_on, earlier)
    base = DECISION_OF[checked.stay_type]
    decision, assignment = checked.decision, checked.assignment
    if decision is None and BASE_DECISION[checked.stay_type] is not None:
        decision = DecisionFacts("", None, "")
    if decision is not None:
        decision = checked_decision(decision, base, today, needs_months=checked.stay_type.has_term)
    if assignment is not None:
        assignment = checked_decision(assignment, DecisionKind.ASSIGNMENT, today, needs_months=False)
    admitted_on = checked.admitted_on or today
    decided_on = decision.issued_on if decision is not None and decision.issued_on is not None else admitted_on
    by_papers = Recount.within(uow).terms.regime_of(decided_on)
    regime = checked.legal_regime or by_papers
    found = _findings(uow, replace(checked, decision=decision), person, regime, admitted_on)
    start = FirstDay(
        checked.stay_type,
        admitted_on,
        decided_on,
        checked.start_basis or DEFAULT_BASIS[checked.stay_type],
        checked.term_start_on,
        checked.informed_on,
        None if decision is None else decision.decided_from,
        checked.held_from,
    )
    faults = Faults()
    require_first_day_come(faults, start.on, today)
    faults.refuse()
    by_hand = _by_hand(start, regime, by_papers)
    if by_hand:
        # What holds somebody otherwise than the rules say is the head's, whoever types it.
        require(uow, SETTLE_TERM)
    _require_reason(checked, found, by_hand)
    made = uow.add(
        Stay(
            **_columns(checked),
            coming_no=next_coming(uow, checked.resident_id),
            code="",
            legal_regime=regime,
            regime_reason=checked.reason if regime is not by_papers else None,
            admitted_on=admitted_on,
            term_start_on=start.on,
            start_basis=checked.start_basis or DEFAULT_BASIS[checked.stay_type],
            presence=PresenceState.INSIDE,
            presence_on=admitted_on,
            earlier_stay_id=earlier.id if earlier is not None else None,
        )
    )
    made.code = f"{person.code}.{made.coming_no}"
    uow.session.flush()
    if decision is not None:
        put_decision(uow, made, base, decision, version_no=1)
    if assignment is not None:
        put_decision(uow, made, DecisionKind.ASSIGNMENT, assignment, version_no=1)
    _put_credit(uow, made, checked.held_from)
    return made, found


def _person(uow: UnitOfWork, resident_id: str) -> Birth:
    found = list_births(uow, [resident_id]).get(resident_id)
    if found is None:
        raise UserError(
            "not_found",
            label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
            id=resident_id,
        )
    return found


def _columns(command: AdmitResident) -> dict[str, object]:
    names = (
        *("resident_id", "stay_type", "admission_reason", "informed_on", "rehab_count", "custody_until"),
        *("contract_number", "contract_end_on", "decision_police", "seat_police", "residence_police", "note"),
    )
    return {name: getattr(command, name) for name in names}


def _checked(command: AdmitResident, today: date) -> AdmitResident:
    faults = Faults()
    if command.admitted_on is None:
        faults.add("field_missing", "admitted_on", label("errors", "Cần ngày tiếp nhận."))
    faults.past_day("admitted_on", command.admitted_on, today)
    faults.past_day("held_from", command.held_from, today)
    faults.amount("rehab_count", command.rehab_count, 1, 50)
    if command.admitted_on is not None:
        faults.span("custody_until", command.admitted_on, command.custody_until)
        faults.span("contract_end_on", command.admitted_on, command.contract_end_on)
        faults.span("admitted_on", command.held_from, command.admitted_on)
    made = replace(
        command,
        contract_number=faults.line("contract_number", command.contract_number),
        decision_police=faults.line("decision_police", command.decision_police),
        seat_police=faults.line("seat_police", command.seat_police),
        residence_police=faults.line("residence_police", command.residence_police),
        reason=faults.line("reason", command.reason),
        note=faults.note("note", command.note),
    )
    faults.refuse()
    return made


def _findings(
    uow: UnitOfWork, command: AdmitResident, person: Birth, regime: LegalRegime, admitted_on: date
) -> tuple[Finding, ...]:
    kind = get_facility(uow).unit_kind
    newcomer = Newcomer(person.age_on(admitted_on), kind in {UnitKind.REFORM_SCHOOL, UnitKind.PRIVATE})
    numbers = Recount.within(uow).terms.of_regime(regime, admitted_on)
    return admission_findings(command.stay_type, command.decision, newcomer, numbers, admitted_on=admitted_on)


def _by_hand(start: FirstDay, regime: LegalRegime, by_papers: LegalRegime) -> tuple[str, ...]:
    """What was set otherwise than the papers give it, in words."""
    found = []
    if regime is not by_papers:
        found.append(
            label("errors", "chế độ luật khác với ngày quyết định {day} (Luật PCMT 2025 Đ56)").format(
                day=format_date(start.decided_on)
            )
        )
    if start.is_by_hand:
        found.append(
            label("errors", "ngày bắt đầu chấp hành {day} khác với ngày theo giấy tờ {derived}").format(
                day=format_date(start.on), derived=format_date(start.derived)
            )
        )
    return tuple(found)


def _require_reason(command: AdmitResident, found: Sequence[Finding], by_hand: tuple[str, ...]) -> None:
    if command.reason or not (found or by_hand):
        return
    raise reason_needed("stay_reason_needed", found, *by_hand)


def _put_credit(uow: UnitOfWork, stay: Stay, held_from: date | None) -> None:
    """Days of temporary management come off the term (Luật PCMT 2025 Đ37.2)."""
    if held_from is None or not stay.stay_type.has_term or held_from >= stay.term_start_on:
        return
    uow.add(
        StayEvent(
            resident_id=stay.resident_id,
            stay_id=stay.id,
            kind=EventKind.TEMPORARY_MANAGEMENT_CREDIT,
            from_on=held_from,
            to_on=stay.term_start_on,
        )
    )
    uow.session.flush()
