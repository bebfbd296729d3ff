"""The head decides: V-49 for a funeral, V-47 for a body's request, a refusal ; another return day."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.absences.domain import DECIDE_ABSENCES, KEEP_CASES
from facility_app.modules.absences.domain.cases import ALLOW, CASE_LIFE, REFUSE, CaseKind, CaseState
from facility_app.modules.absences.domain.duties import DECIDE
from facility_app.modules.absences.domain.escort import PaperPart
from facility_app.modules.absences.domain.funeral import Mourned, check_leave, last_moment
from facility_app.modules.absences.domain.moments import check_due
from facility_app.modules.absences.papers.payloads import case_payload
from facility_app.modules.absences.queries.cases import CaseDetail
from facility_app.modules.absences.service.asking import FUNERAL_DAYS
from facility_app.modules.absences.service.keeping import (
    SavedCase,
    expect_back,
    forget_waiting,
    number_of_law,
    require_signer,
    settle,
)
from facility_app.modules.absences.service.papers_made import issue_of_case
from facility_app.modules.absences.tables import AbsenceCase, AbsenceExtension
from facility_app.modules.catalogues.api import find_place, get_facility
from facility_app.modules.correspondence.api import Addressee, AddresseeKind
from facility_app.modules.stays.api import area_of, get_stay

LEAVE, REMOVAL = "V-49", "V-47"
FORM_OF: Final = {CaseKind.FUNERAL: LEAVE, CaseKind.PROCEEDINGS: REMOVAL}


@dataclass(frozen=True, slots=True)
class AllowCase:
    """Somebody may leave: V-49 or V-47 is issued.

    Attributes:
        version: of the case, as the user saw it.
        leave_from: another first day than asked for; with ``leave_to`` and ``travel_days``.
        proposing_unit: theo đề nghị của ai.
    """

    case_id: str
    version: int
    leave_from: date | None = None
    leave_to: date | None = None
    travel_days: int | None = None
    proposing_unit: str = ""


@dataclass(frozen=True, slots=True)
class RefuseCase:
    """Somebody may not leave."""

    case_id: str
    version: int
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ExtendCase:
    """Somebody is to be back on another day.

    Attributes:
        until: the last day away.
        number: of the paper that says so; a body of procedure needs one (Đ111.3).
    """

    case_id: str
    version: int
    until: date | None
    number: str = ""
    issued_on: date | None = None
    body: str = ""
    reason: str = field(default="", repr=False)


def allow_case(uow: UnitOfWork, command: AllowCase, forms: FormLibrary) -> SavedCase:
    """Let somebody leave: the decision gets its number and goes to those the article names.

    Raises:
        UserError: ``step_not_allowed``; ``decided_by_others`` for a case the facility does not decide;
            ``leave_too_long`` and others of the leave; ``form_incomplete``.
        PermissionDenied: ``not_a_signer``.
        ConflictError: ``record_changed``.
    """
    require(uow, DECIDE_ABSENCES)
    require_signer(uow)
    case = uow.get(AbsenceCase, command.case_id, version=command.version)
    form_id = FORM_OF.get(case.kind)
    if form_id is None:
        raise UserError(
            "decided_by_others",
            label("errors", "Hồ sơ này không do cơ sở quyết định. Hãy ghi quyết định của cơ quan có thẩm quyền."),
        )
    state = CASE_LIFE.next_state(case.state, ALLOW)
    with uow.act("absences.allow") as act:
        act.about(case)
        _settle_days(uow, case, command)
        case.state = state
        form, day = forms.get(form_id), local_date(uow.now)
        payload = case_payload(
            uow, form, CaseDetail.of(uow, case), day, {"proposing_unit": command.proposing_unit}
        )
        made = issue_of_case(uow, case, PaperPart.DECISION, form, payload, day, _addressees(uow, case))
        case.decision_number, case.decision_on = made.number, day
        settle(uow, case, DECIDE)
    return SavedCase.of(uow, case, made.paper_id)


def refuse_case(uow: UnitOfWork, command: RefuseCase) -> SavedCase:
    """Do not let somebody leave, for a reason.

    Raises:
        UserError: ``reason_missing``, ``step_not_allowed``.
        PermissionDenied: ``not_a_signer``.
        ConflictError: ``record_changed``.
    """
    require(uow, DECIDE_ABSENCES)
    require_signer(uow)
    case = uow.get(AbsenceCase, command.case_id, version=command.version)
    require_reason(command.reason)
    faults = Faults()
    refusal = faults.line("reason", command.reason)
    faults.refuse()
    with uow.act("absences.refuse", reason=refusal) as act:
        act.about(case)
        case.state = CASE_LIFE.next_state(case.state, REFUSE)
        case.refusal = refusal
        settle(uow, case, DECIDE)
        forget_waiting(uow, case)
    return SavedCase.of(uow, case)


def extend_case(uow: UnitOfWork, command: ExtendCase) -> SavedCase:
    """Expect somebody back on another day.

    Raises:
        UserError: ``not_away``; ``field_missing``; ``due_before_left``; ``leave_too_long`` for a funeral.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_CASES)
    case = uow.get(AbsenceCase, command.case_id, version=command.version)
    if case.state is not CaseState.AWAY or case.left_at is None:
        raise UserError(
            "not_away",
            label("errors", "Chỉ đổi hạn trở lại của người đang vắng mặt. Hãy mở lại hồ sơ rồi xem lại."),
        )
    faults, today = Faults(), local_date(uow.now)
    number = faults.line("number", command.number)
    body, reason = faults.line("body", command.body), faults.line("reason", command.reason)
    faults.past_day("issued_on", command.issued_on, today)
    if command.until is None:
        faults.add("field_missing", "until", label("errors", "Cần ngày phải trở lại."))
    if case.kind is CaseKind.PROCEEDINGS and (number is None or command.issued_on is None):
        faults.add(
            "field_missing",
            "number",
            label("errors", "Gia hạn theo tố tụng cần số, ngày văn bản đồng ý gia hạn (Đ111.3)."),
        )
    if case.kind is CaseKind.FUNERAL:
        most = number_of_law(uow, "funeral_days", FUNERAL_DAYS)
        check_leave(
            faults, case.mourned or Mourned.OTHER, case.leave_from, command.until, case.travel_days or 0, most
        )
    faults.refuse()
    until_at = last_moment(command.until or today)
    check_due(case.left_at, until_at)
    with uow.act("absences.extend", reason=reason) as act:
        act.about(case)
        uow.add(
            AbsenceExtension(
                resident_id=case.resident_id,
                case_id=case.id,
                before_at=case.due_back_at,
                until_at=until_at,
                number=number,
                issued_on=command.issued_on,
                body=body,
                reason=reason,
            )
        )
        case.leave_to = command.until
        expect_back(uow, case, until_at)
    return SavedCase.of(uow, case)


def _settle_days(uow: UnitOfWork, case: AbsenceCase, command: AllowCase) -> None:
    """The days of the decision; as asked where nothing else is said."""
    first, last = command.leave_from or case.leave_from, command.leave_to or case.leave_to
    travel = command.travel_days if command.travel_days is not None else case.travel_days or 0
    faults = Faults()
    if case.kind is CaseKind.FUNERAL:
        most = number_of_law(uow, "funeral_days", FUNERAL_DAYS)
        check_leave(faults, case.mourned or Mourned.OTHER, first, last, travel, most)
    else:
        faults.span("leave_to", first, last)
    faults.refuse()
    case.leave_from, case.leave_to, case.travel_days = first, last, travel
    case.due_back_at = None if last is None else last_moment(last)


def _addressees(uow: UnitOfWork, case: AbsenceCase) -> tuple[Addressee, ...]:
    """Whom V-49 (Đ121.2b) and V-47 (Đ111.1) are sent to."""
    wanted: tuple[tuple[AddresseeKind, str], ...]
    if case.kind is CaseKind.FUNERAL:
        area = area_of(get_stay(uow, case.stay_id).residence_police)
        named = label("papers", "Ủy ban nhân dân {area}").format(area=area) if area else ""
        wanted = ((AddresseeKind.FAMILY, case.applicant_name or ""), (AddresseeKind.COMMITTEE, named))
    else:
        place = find_place(uow, get_facility(uow).province_code)
        province = label("papers", "cấp tỉnh") if place is None else place.province_name
        head = label("papers", "Giám đốc Công an {province}").format(province=province)
        prisons = label(
            "papers", "Cục trưởng Cục Cảnh sát quản lý trại giam, cơ sở giáo dục bắt buộc, trường giáo dưỡng"
        )
        wanted = (
            (AddresseeKind.PROVINCE_POLICE, head),
            (AddresseeKind.OTHER, prisons),
            (AddresseeKind.OTHER, case.basis_body or ""),
        )
    return tuple(Addressee(kind, name) for kind, name in wanted if name)
