"""Before somebody leaves: the family's application, a body's request, the facility's proposal, calling it off."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.absences.domain import DECIDE_ABSENCES, KEEP_CASES, PROPOSE_RELIEF
from facility_app.modules.absences.domain.cases import (
    CASE_KIND_LABELS,
    CASE_LIFE,
    GROUNDS,
    RELIEF_LABELS,
    WITHDRAW,
    CaseKind,
    CaseState,
    Ground,
    Relief,
)
from facility_app.modules.absences.domain.duties import decision_duty
from facility_app.modules.absences.domain.escort import PaperPart
from facility_app.modules.absences.domain.funeral import (
    MOURNED_LABELS,
    Evidence,
    Mourned,
    check_leave,
    last_moment,
)
from facility_app.modules.absences.papers.payloads import case_payload
from facility_app.modules.absences.queries.cases import CaseDetail
from facility_app.modules.absences.queries.stored import open_cases_of
from facility_app.modules.absences.service.keeping import (
    SavedCase,
    forget_waiting,
    new_case,
    number_of_law,
    open_stay_of,
    owe,
    require_signer,
)
from facility_app.modules.absences.service.papers_made import issue_of_case
from facility_app.modules.absences.tables import AbsenceCase
from facility_app.modules.correspondence.api import (
    REGISTER_RECEIVED,
    Addressee,
    AddresseeKind,
    PaperClass,
    ReceivedFacts,
    RegisterReceived,
    register_received,
)

DECIDE_HOURS: Final = 24
"""Where the law of the day has no number: a request is decided within a day (house practice)."""
FUNERAL_DAYS: Final = 5
APPLICATION, PROPOSAL = "V-48", "V-46"


@dataclass(frozen=True, slots=True)
class ReceiveApplication:
    """V-48 came in: the family asks for somebody to come home for a funeral.

    Attributes:
        received_at: when; None for now. The head decides within the hours that follow.
        travel_days: of the days asked for, those on the way.
        place: where the funeral is held.
    """

    resident_id: str
    mourned: Mourned
    applicant_name: str = field(repr=False)
    applicant_relation: str = field(repr=False)
    leave_from: date | None
    leave_to: date | None
    evidence: Evidence | None
    mourned_name: str = field(default="", repr=False)
    travel_days: int = 0
    applicant_phone: str = field(default="", repr=False)
    applicant_address: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReceiveRequest:
    """A body of criminal procedure asks for somebody to be taken out.

    Attributes:
        until: the day by which the body brings the person back.
    """

    resident_id: str
    number: str
    dated_on: date | None
    body: str
    subject: str = field(repr=False)
    leave_from: date | None = None
    until: date | None = None
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ProposeRelief:
    """V-46: the facility asks to suspend or to remit the rest.

    Attributes:
        authority: the court, or the provincial police for a voluntary stay.
        proofs: the documents sent along, one a line.
    """

    resident_id: str
    relief: Relief
    ground: Ground = field(repr=False)
    authority: str
    proofs: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class WithdrawCase:
    """Nobody leaves by this case.

    Attributes:
        version: of the case, as the user saw it.
    """

    case_id: str
    version: int
    reason: str = field(repr=False)


def receive_application(uow: UnitOfWork, command: ReceiveApplication, forms: FormLibrary) -> SavedCase:
    """Write down that V-48 came in; whoever keeps the register has it there too.

    Raises:
        UserError: ``not_mourned``, ``leave_too_long``, ``leave_all_travel``, ``field_missing``, ``span_reversed``,
            ``evidence_missing``, ``asked_already``, ``no_open_stay``, ``bad_fields``.
    """
    require(uow, KEEP_CASES)
    stay = open_stay_of(uow, command.resident_id)
    at = _received_at(uow, command.received_at)
    facts = _application_facts(uow, command)
    _require_first(uow, command.resident_id, CaseKind.FUNERAL)
    with uow.act("absences.receive_application") as act:
        case = new_case(uow, stay, CaseKind.FUNERAL, CaseState.ASKED, asked_at=at, **facts)
        act.about(case)
        hours = number_of_law(uow, "funeral_decision_hours", DECIDE_HOURS)
        owe(uow, case, (decision_duty(CaseKind.FUNERAL, at, hours),))
        if uow.actor.may(REGISTER_RECEIVED):
            _register(uow, case, at, forms)
    return SavedCase.of(uow, case)


def receive_request(uow: UnitOfWork, command: ReceiveRequest) -> SavedCase:
    """Write down that a body of criminal procedure asks for somebody (Đ111.1).

    Raises:
        UserError: ``field_missing``, ``day_out_of_range``, ``span_reversed``, ``asked_already``, ``no_open_stay``.
    """
    require(uow, KEEP_CASES)
    stay = open_stay_of(uow, command.resident_id)
    at, faults, today = _received_at(uow, command.received_at), Faults(), local_date(uow.now)
    facts = {
        "basis_number": faults.line(
            "number", command.number, needed=label("errors", "Cần số văn bản yêu cầu (Đ111.1).")
        ),
        "basis_on": faults.past_day("dated_on", command.dated_on, today),
        "basis_body": faults.line("body", command.body, needed=label("errors", "Cần tên cơ quan yêu cầu.")),
        "basis_subject": faults.line("subject", command.subject),
        "leave_from": command.leave_from or today,
        "leave_to": command.until,
    }
    if command.dated_on is None:
        faults.add("field_missing", "dated_on", label("errors", "Cần ngày của văn bản yêu cầu."))
    if command.until is None:
        faults.add(
            "field_missing", "until", label("errors", "Cần ngày phải đưa trở lại, như văn bản yêu cầu (Đ111.2).")
        )
    faults.span("until", command.leave_from or today, command.until)
    faults.refuse()
    _require_first(uow, command.resident_id, CaseKind.PROCEEDINGS)
    with uow.act("absences.receive_request") as act:
        case = new_case(uow, stay, CaseKind.PROCEEDINGS, CaseState.ASKED, asked_at=at, **facts)
        act.about(case)
        owe(uow, case, (decision_duty(CaseKind.PROCEEDINGS, at, DECIDE_HOURS),))
    return SavedCase.of(uow, case)


def propose_relief(uow: UnitOfWork, command: ProposeRelief, forms: FormLibrary) -> SavedCase:
    """Issue V-46 and wait for the court, or the provincial police (Đ110.2, Đ110.4).

    Raises:
        UserError: ``ground_wrong``, ``field_missing``, ``asked_already``, ``no_open_stay``; ``form_incomplete``.
        PermissionDenied: ``not_a_signer``.
    """
    require(uow, PROPOSE_RELIEF)
    require_signer(uow)
    stay = open_stay_of(uow, command.resident_id)
    kind, faults = CaseKind(command.relief), Faults()
    proofs = faults.note("proofs", command.proofs)
    body = faults.line("authority", command.authority, needed=label("errors", "Cần tên Tòa án hoặc Công an tỉnh."))
    if proofs is None:
        faults.add(
            "field_missing", "proofs", label("errors", "Phải gửi kèm tài liệu chứng minh (Đ110.5): ghi từng loại.")
        )
    if command.ground not in GROUNDS[command.relief]:
        faults.add(
            "ground_wrong",
            "ground",
            label(
                "errors", "Lý do này không thuộc “{relief}” (Luật PCMT 2025 Đ39.3). Hãy chọn lại một trong hai."
            ),
            relief=RELIEF_LABELS[command.relief],
        )
    faults.refuse()
    _require_first(uow, command.resident_id, kind)
    with uow.act("absences.propose_relief") as act:
        case = new_case(
            uow,
            stay,
            kind,
            CaseState.ASKED,
            asked_at=uow.now,
            relief=command.relief,
            ground=command.ground,
            proofs=proofs,
            basis_body=body,
        )
        act.about(case)
        form, day = forms.get(PROPOSAL), local_date(uow.now)
        payload = case_payload(uow, form, CaseDetail.of(uow, case), day)
        to = AddresseeKind.PROVINCE_POLICE if stay.stay_type.is_voluntary else AddresseeKind.COURT
        made = issue_of_case(
            uow,
            case,
            PaperPart.PROPOSAL,
            form,
            payload,
            day,
            (Addressee(to, body or ""),),
            paper_class=PaperClass.HEALTH,
        )
    return SavedCase.of(uow, case, made.paper_id)


def withdraw_case(uow: UnitOfWork, command: WithdrawCase) -> SavedCase:
    """Call off what was asked or allowed before anybody left.

    Raises:
        UserError: ``reason_missing``; ``step_not_allowed``.
        PermissionDenied: what was decided, or proposed to a court, is called off by somebody who may not decide.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_CASES)
    case = uow.get(AbsenceCase, command.case_id, version=command.version)
    if case.state is CaseState.ALLOWED or case.relief is not None:
        require(uow, DECIDE_ABSENCES)
    require_reason(command.reason)
    with uow.act("absences.withdraw", reason=command.reason) as act:
        act.about(case)
        case.state = CASE_LIFE.next_state(case.state, WITHDRAW)
        forget_waiting(uow, case)
    return SavedCase.of(uow, case)


def _received_at(uow: UnitOfWork, at: datetime | None) -> datetime:
    if at is not None and at > uow.now:
        raise UserError(
            "received_in_future",
            label("errors", "Thời điểm nhận ở tương lai. Hãy sửa ngày, giờ nhận đơn, văn bản."),
            fields={"received_at": label("errors", "Không thể ở tương lai")},
        )
    return at or uow.now


def _require_first(uow: UnitOfWork, resident_id: str, kind: CaseKind) -> None:
    """One open case of a kind is enough."""
    if any(one.kind is kind for one in open_cases_of(uow, resident_id)):
        raise UserError(
            "asked_already",
            label(
                "errors",
                "Đã có hồ sơ “{kind}” đang mở của người này. Hãy mở hồ sơ đó ở thẻ Vắng mặt, hoặc thôi hồ sơ "
                "đó trước.",
            ),
            kind=CASE_KIND_LABELS[kind],
        )


def _application_facts(uow: UnitOfWork, command: ReceiveApplication) -> dict[str, object]:
    faults = Faults()
    most = number_of_law(uow, "funeral_days", FUNERAL_DAYS)
    check_leave(faults, command.mourned, command.leave_from, command.leave_to, command.travel_days, most)
    for name in ("leave_from", "leave_to"):
        if getattr(command, name) is None:
            faults.add("field_missing", name, label("errors", "Cần ngày bắt đầu và ngày hết thời gian chịu tang."))
    if command.evidence is None:
        faults.add(
            "evidence_missing",
            "evidence",
            label(
                "errors",
                "Đơn phải kèm giấy chứng tử, hoặc xác nhận của Trưởng Công an cấp xã nơi tổ chức tang lễ "
                "(Đ121.2a). Hãy yêu cầu gia đình bổ sung.",
            ),
        )
    facts: dict[str, object] = {
        "mourned": command.mourned,
        "mourned_name": faults.line("mourned_name", command.mourned_name),
        "evidence": command.evidence,
        "leave_from": command.leave_from,
        "leave_to": command.leave_to,
        "travel_days": command.travel_days,
        "applicant_name": faults.line(
            "applicant_name", command.applicant_name, needed=label("errors", "Cần họ tên người làm đơn.")
        ),
        "applicant_relation": faults.line(
            "applicant_relation",
            command.applicant_relation,
            needed=label("errors", "Cần quan hệ của người làm đơn với người cai nghiện."),
        ),
        "applicant_phone": faults.line("applicant_phone", command.applicant_phone),
        "applicant_address": faults.line("applicant_address", command.applicant_address),
        "destination": faults.line("place", command.place),
    }
    faults.refuse()
    return {**facts, "due_back_at": None if command.leave_to is None else last_moment(command.leave_to)}


def _register(uow: UnitOfWork, case: AbsenceCase, at: datetime, forms: FormLibrary) -> None:
    form = forms.get(APPLICATION)
    day = local_date(at)
    payload = case_payload(uow, form, CaseDetail.of(uow, case), day)
    subject = label("papers", "Đơn đề nghị cho về chịu tang {mourned}").format(
        mourned=MOURNED_LABELS[case.mourned or Mourned.OTHER]
    )
    facts = ReceivedFacts(day, AddresseeKind.FAMILY, case.applicant_name or "", subject, dated_on=day)
    register_received(uow, RegisterReceived(facts, case.resident_id, case.stay_id, form, payload))
