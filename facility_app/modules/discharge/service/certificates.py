"""The certificate of a release, V-50, V-30 or V-27: when it may be made, and what it says."""

from dataclasses import dataclass, field
from datetime import date

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import find_parameter
from facility_app.modules.correspondence.api import Issued, IssuePaper
from facility_app.modules.discharge.domain import ISSUE_RELEASE_PAPERS
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.law import (
    PARTIAL_ARTICLE,
    PARTIAL_STAGES,
    certificate_from,
    law_of,
)
from facility_app.modules.discharge.domain.once import require_none
from facility_app.modules.discharge.papers.payloads import CERTIFIED, certified_of, release_payload
from facility_app.modules.discharge.service.keeping import case_for, done
from facility_app.modules.discharge.service.signed import issue_signed, parties_of
from facility_app.modules.discharge.tables import ReleaseCase
from facility_app.modules.stays.api import (
    STAY_TYPE_LABELS,
    StayDetail,
    get_stay,
    known_of,
    list_stages,
)


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


def issue_certificate(uow: UnitOfWork, command: IssueCertificate, forms: FormLibrary) -> Issued:
    """Make the certificate, in the last hours the article gives or at any time after.

    Raises:
        UserError: ``no_certificate``, ``certificate_too_early``, ``certificate_dated_early``,
            ``certificate_end_unknown``, ``certificate_made_already``, ``partial_not_private``,
            ``partial_too_few``; ``form_incomplete``; as ``issue_paper``.
    """
    require(uow, ISSUE_RELEASE_PAPERS)
    stay = get_stay(uow, command.stay_id)
    require_certificate(uow, stay, command.issued_on, is_partial=command.is_partial)
    with uow.act("discharge.issue_certificate") as act:
        case = case_for(uow, stay)
        act.about(case)
        return put_certificate(uow, stay, case, command, forms)


def require_certificate(
    uow: UnitOfWork, stay: StayDetail, issued_on: date | None = None, *, is_partial: bool = False
) -> None:
    """Refuse a certificate before its time, and one that bears a day before it; later none is too early.

    Args:
        uow: the unit of work.
        stay: whose.
        issued_on: the day it bears; None for today.
        is_partial: of the time and the stages done (Đ94.4).

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
    if is_partial or not law.has_term:
        # What was done is done: it waits for no day (Đ93.1, Đ94.4), and was not done before anybody came.
        _require_day(stay, issued_on, stay.admitted_on)
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
    _require_day(stay, issued_on, local_date(first))


def _require_day(stay: StayDetail, issued_on: date | None, first: date) -> None:
    """Refuse a day on the paper that lies before the paper could be made."""
    if issued_on is not None and issued_on < first:
        law = law_of(stay.stay_type)
        raise UserError(
            "certificate_dated_early",
            label(
                "errors",
                "Giấy xác nhận {form} không thể ghi ngày {day}: sớm nhất là ngày {first} ({article}). Hãy ghi từ "
                "ngày đó trở đi.",
            ),
            fields={"issued_on": label("errors", "Sớm hơn ngày được cấp giấy")},
            form=law.certificate,
            day=format_date(issued_on),
            first=format_date(first),
            article=law.certificate_article,
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
    require_none(case.certificate_id, "certificate_made_already")
    law, day = law_of(stay.stay_type), command.issued_on or local_date(uow.now)
    known = known_of(uow, stay.stay_id, day) if known is None else known
    form, parties = forms.get(law.certificate), parties_of(uow, stay, case, forms, day, known)
    addressees = parties.of_certificate()
    typed, hidden = dict(command.typed), set[str]()
    if CERTIFIED in form.fields:
        typed = {CERTIFIED: certified_of(law, is_partial=command.is_partial), **typed}
    if not law.is_compulsory:
        typed = {"recipients": tuple(one.name for one in addressees), **typed}
    if command.is_partial or not law.has_term:
        typed = {"served_to_date": stay.exited_on or day, **typed}
    if law.is_compulsory and not parties.is_minor:
        # The article names parents and guardians of minors; of an adult nobody else is told (Đ123.2a).
        hidden = {"representative_full_name"} - typed.keys()
    told = release_payload(uow, form, stay.stay_id, day, typed, known=known)
    payload = {name: value for name, value in told.items() if name not in hidden}
    issued = issue_signed(uow, stay, IssuePaper(form, payload, day, addressees=addressees), command.signer_id)
    case.certificate_id = issued.paper_id
    done(uow, stay.stay_id, rules.CERTIFICATE)
    return issued


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
