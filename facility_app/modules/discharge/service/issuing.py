"""The papers of a release: notice V-51, certificate V-50, V-30 or V-27, receipt V-23, the person's plan V-19."""

from dataclasses import dataclass, field
from datetime import date, datetime

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import find_parameter
from facility_app.modules.correspondence.api import AddresseeKind, Issued, IssuePaper, get_paper, issue_paper
from facility_app.modules.discharge.domain import ISSUE_RELEASE_PAPERS
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.law import (
    PARTIAL_ARTICLE,
    PARTIAL_STAGES,
    certificate_from,
    law_of,
)
from facility_app.modules.discharge.papers.addressees import Parties
from facility_app.modules.discharge.papers.payloads import (
    handed_title,
    is_minor,
    minutes_payload,
    release_payload,
)
from facility_app.modules.discharge.service.keeping import case_for, done
from facility_app.modules.discharge.tables import ReleaseCase
from facility_app.modules.staff.api import list_signatories
from facility_app.modules.stays.api import (
    STAY_TYPE_LABELS,
    DecisionKind,
    StayDetail,
    get_stay,
    known_of,
    list_decisions,
    list_stages,
)

NOTICE, RECEIPT, PLAN = "V-51", "V-23", "V-19"


@dataclass(frozen=True, slots=True)
class IssueNotice:
    """V-51 to everybody its article names.

    Attributes:
        signer_id: who signs; None for the head.
        again_reason: why it is sent once more; needed when there is one that counts.
        typed: what somebody at the form said; wins over what the files say.
    """

    stay_id: str
    signer_id: str | None = None
    issued_on: date | None = None
    again_reason: str = field(default="", repr=False)
    typed: Payload = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class IssueCertificate:
    """V-50, V-30 or V-27, by the type of the stay.

    Attributes:
        is_partial: of a private facility: the time and the stages done, before the end (Đ94.4).
    """

    stay_id: str
    signer_id: str | None = None
    issued_on: date | None = None
    is_partial: bool = False
    typed: Payload = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class IssueReceipt:
    """V-23, the minutes of handing over certificate and decision.

    Attributes:
        started_at: when the handing over began; None for now.
    """

    stay_id: str
    started_at: datetime | None = None
    typed: Payload = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class IssuePlan:
    """V-19 as it stands."""

    stay_id: str
    typed: Payload = field(default_factory=dict, repr=False)


def issue_notice(uow: UnitOfWork, command: IssueNotice, forms: FormLibrary) -> Issued:
    """Give V-51 one number and a line for each addressee the article names.

    Raises:
        UserError: ``no_notice`` for a type that has none; ``notice_made_already``; ``form_incomplete``;
            as ``issue_paper``.
    """
    require(uow, ISSUE_RELEASE_PAPERS)
    stay = get_stay(uow, command.stay_id)
    law, day = law_of(stay.stay_type), command.issued_on or local_date(uow.now)
    if not law.notice_article:
        raise UserError(
            "no_notice",
            label("errors", "Diện “{type}” không có thông báo V-51. Hãy dùng văn bản khác nếu cần báo."),
            type=STAY_TYPE_LABELS[stay.stay_type],
        )
    with uow.act("discharge.issue_notice", reason=command.again_reason or None) as act:
        case = case_for(uow, stay)
        act.about(case)
        if case.notice_id is not None:
            _require_again(command.again_reason)
        form, known = forms.get(NOTICE), known_of(uow, stay.stay_id, day)
        parties = _parties(uow, stay, case, forms, day, known)
        payload = dict(release_payload(uow, form, stay.stay_id, day, command.typed, known=known))
        if not any(one.kind is AddresseeKind.FAMILY for one in parties.of_notice()):
            payload.pop("representative_full_name", None)
        issued = _issue(
            uow, stay, IssuePaper(form, payload, day, addressees=parties.of_notice()), command.signer_id
        )
        case.notice_id, case.notice_received_on = issued.paper_id, None
        done(uow, stay.stay_id, rules.NOTICE)
    return issued


def issue_certificate(uow: UnitOfWork, command: IssueCertificate, forms: FormLibrary) -> Issued:
    """Make the certificate, in the last hours the article gives or at any time after.

    Raises:
        UserError: ``no_certificate``, ``certificate_too_early``, ``certificate_end_unknown``,
            ``certificate_made_already``, ``partial_not_private``, ``partial_too_few``; ``form_incomplete``;
            as ``issue_paper``.
    """
    require(uow, ISSUE_RELEASE_PAPERS)
    stay = get_stay(uow, command.stay_id)
    require_certificate(uow, stay, is_partial=command.is_partial)
    with uow.act("discharge.issue_certificate") as act:
        case = case_for(uow, stay)
        act.about(case)
        return put_certificate(uow, stay, case, command, forms)


def issue_receipt(uow: UnitOfWork, command: IssueReceipt, forms: FormLibrary) -> Issued:
    """Make V-23 about the certificate and the decision on after-care, as far as they are there.

    Raises:
        UserError: ``receipt_made_already``; ``form_incomplete`` when nothing is handed over; as ``issue_paper``.
    """
    require(uow, ISSUE_RELEASE_PAPERS)
    stay = get_stay(uow, command.stay_id)
    with uow.act("discharge.issue_receipt") as act:
        case = case_for(uow, stay)
        act.about(case)
        return put_receipt(uow, stay, case, command, forms)


def issue_plan(uow: UnitOfWork, command: IssuePlan, forms: FormLibrary) -> Issued:
    """Keep V-19 as it stands; one made before stays in the register.

    Raises:
        UserError: ``form_incomplete``; as ``issue_paper``.
    """
    require(uow, ISSUE_RELEASE_PAPERS)
    stay = get_stay(uow, command.stay_id)
    with uow.act("discharge.issue_plan") as act:
        case = case_for(uow, stay)
        act.about(case)
        return put_plan(uow, stay, case, command, forms)


def require_certificate(uow: UnitOfWork, stay: StayDetail, *, is_partial: bool = False) -> None:
    """Refuse a certificate before its time; from the day of leaving on none is too early.

    Raises:
        UserError: as ``issue_certificate``.
    """
    require(uow, ISSUE_RELEASE_PAPERS)
    law = law_of(stay.stay_type)
    if not law.certificate:
        raise UserError(
            "no_certificate",
            label("errors", "Diện “{type}” không có giấy xác nhận hoàn thành. Người đó vẫn ra cơ sở đúng ngày."),
            type=STAY_TYPE_LABELS[stay.stay_type],
        )
    if is_partial:
        _require_partial(uow, stay)
        return
    if not law.has_term:
        # A service done is a service done: V-27 waits for no day (Đ93.1).
        return
    if stay.leave_by is None:
        raise UserError(
            "certificate_end_unknown",
            label(
                "errors",
                "Chưa biết ngày ra cơ sở nên chưa cấp giấy xác nhận được ({article}). Hãy xem phần giải thích "
                "thời hạn để biết còn thiếu gì.",
            ),
            article=law.certificate_article,
        )
    hours = find_parameter(uow, "certificate_hours", on=stay.leave_by)
    first = certificate_from(stay.leave_by, 0 if hours is None else hours.whole)
    if uow.now < first:
        raise UserError(
            "certificate_too_early",
            label(
                "errors",
                "Giấy xác nhận {form} chỉ cấp trong {hours} giờ trước ngày ra cơ sở {day} ({article}). Hãy cấp từ "
                "ngày {first}.",
            ),
            form=law.certificate,
            hours=0 if hours is None else hours.whole,
            day=format_date(stay.leave_by),
            article=law.certificate_article,
            first=format_date(local_date(first)),
        )


def put_certificate(
    uow: UnitOfWork,
    stay: StayDetail,
    case: ReleaseCase,
    command: IssueCertificate,
    forms: FormLibrary,
    known: Payload | None = None,
) -> Issued:
    """The certificate, inside of a verb whose time was asked about.

    Raises:
        UserError: ``certificate_made_already``, ``form_incomplete``; as ``issue_paper``.
    """
    require(uow, ISSUE_RELEASE_PAPERS)
    _require_none(case.certificate_id, "certificate_made_already")
    law, day = law_of(stay.stay_type), command.issued_on or local_date(uow.now)
    known = known_of(uow, stay.stay_id, day) if known is None else known
    form, parties = forms.get(law.certificate), _parties(uow, stay, case, forms, day, known)
    addressees = parties.of_certificate()
    typed, hidden = dict(command.typed), set[str]()
    if not law.is_compulsory:
        typed = {"recipients": tuple(one.name for one in addressees), **typed}
    if command.is_partial or not law.has_term:
        typed = {"served_to_date": stay.exited_on or day, **typed}
    if law.is_compulsory and not parties.is_minor:
        # The article names parents and guardians of minors; of an adult nobody else is told (Đ123.2a).
        hidden = {"representative_full_name"} - typed.keys()
    told = release_payload(uow, form, stay.stay_id, day, typed, known=known)
    payload = {name: value for name, value in told.items() if name not in hidden}
    issued = _issue(uow, stay, IssuePaper(form, payload, day, addressees=addressees), command.signer_id)
    case.certificate_id = issued.paper_id
    done(uow, stay.stay_id, rules.CERTIFICATE)
    return issued


def put_receipt(
    uow: UnitOfWork,
    stay: StayDetail,
    case: ReleaseCase,
    command: IssueReceipt,
    forms: FormLibrary,
    known: Payload | None = None,
) -> Issued:
    """The minutes V-23, inside of a verb.

    Raises:
        UserError: ``receipt_made_already``, ``form_incomplete``; as ``issue_paper``.
    """
    require(uow, ISSUE_RELEASE_PAPERS)
    _require_none(case.receipt_id, "receipt_made_already")
    started_at = command.started_at or uow.now
    number, made_on = "", None
    if case.certificate_id is not None:
        paper = get_paper(uow, case.certificate_id)
        number, made_on = paper.number, paper.issued_on
    own = {**minutes_payload(uow, started_at), "handed_document_title": handed_title(number, made_on, case)}
    day, form = local_date(started_at), forms.get(RECEIPT)
    payload = release_payload(uow, form, stay.stay_id, day, {**own, **command.typed}, known=known)
    issued = _issue(uow, stay, IssuePaper(form, payload, day, copies=2))
    case.receipt_id = issued.paper_id
    done(uow, stay.stay_id, rules.RECEIPT)
    return issued


def put_plan(
    uow: UnitOfWork,
    stay: StayDetail,
    case: ReleaseCase,
    command: IssuePlan,
    forms: FormLibrary,
    known: Payload | None = None,
) -> Issued:
    """V-19 kept as it stands, inside of a verb.

    Raises:
        UserError: ``form_incomplete``; as ``issue_paper``.
    """
    require(uow, ISSUE_RELEASE_PAPERS)
    day, form = local_date(uow.now), forms.get(PLAN)
    payload = release_payload(uow, form, stay.stay_id, day, command.typed, known=known)
    issued = _issue(uow, stay, IssuePaper(form, payload, day))
    case.plan_paper_id = issued.paper_id
    return issued


def _issue(uow: UnitOfWork, stay: StayDetail, paper: IssuePaper, signer_id: str | None = None) -> Issued:
    """The paper of a stay, signed by the head where nobody else is named and the form has a place for it."""
    signs = "signer_name" in paper.form.fields
    first = next(iter(list_signatories(uow, paper.issued_on)), None) if signs and signer_id is None else None
    return issue_paper(
        uow,
        IssuePaper(
            paper.form,
            paper.payload,
            paper.issued_on,
            resident_id=stay.resident_id,
            stay_id=stay.stay_id,
            subject_table="stay",
            subject_id=stay.stay_id,
            signer_id=signer_id or (first.member_id if first is not None else None),
            copies=max(paper.copies, sum(one.copies for one in paper.addressees), 1),
            addressees=paper.addressees,
        ),
    )


def _parties(
    uow: UnitOfWork, stay: StayDetail, case: ReleaseCase, forms: FormLibrary, day: date, known: Payload
) -> Parties:
    told = release_payload(uow, forms.get(NOTICE), stay.stay_id, day, known=known)
    courts = [
        one.facts.authority for one in list_decisions(uow, stay.stay_id) if one.kind is DecisionKind.COMPULSORY
    ]
    return Parties.of(
        law_of(stay.stay_type),
        told,
        court=courts[-1] if courts else "",
        committee=case.residence_committee or "",
        is_minor=is_minor(uow, stay.resident_id, day),
    )


def _require_again(reason: str) -> None:
    if not reason.strip():
        raise UserError(
            "notice_made_already",
            label(
                "errors",
                "Thông báo V-51 của lần cai nghiện này đã lập. Gửi lại, ví dụ vì ngày ra cơ sở đã đổi, thì ghi lý "
                "do.",
            ),
            fields={"again_reason": label("errors", "Cần lý do gửi lại")},
        )
    require_reason(reason)


def _require_none(paper_id: str | None, code: str) -> None:
    if paper_id is not None:
        raise UserError(
            code,
            label(
                "errors",
                "Giấy này đã lập và còn giá trị. Muốn lập lại, hãy hủy giấy cũ trong sổ văn bản đi, có lý do.",
            ),
        )


def _require_partial(uow: UnitOfWork, stay: StayDetail) -> None:
    if not law_of(stay.stay_type).is_private:
        raise UserError(
            "partial_not_private",
            label(
                "errors", "Giấy xác nhận thời gian, quy trình đã thực hiện chỉ dùng ở cơ sở tư nhân ({article})."
            ),
            article=PARTIAL_ARTICLE,
        )
    completed = sum(1 for one in list_stages(uow, stay.stay_id) if one.end_on is not None)
    if completed < PARTIAL_STAGES:
        raise UserError(
            "partial_too_few",
            label(
                "errors",
                "Mới kết thúc {completed} giai đoạn; giấy này cần ít nhất {least} ({article}). Hãy ghi kết thúc "
                "các giai đoạn đã thực hiện.",
            ),
            completed=completed,
            least=PARTIAL_STAGES,
            article=PARTIAL_ARTICLE,
        )
