"""Steps that make papers: the notice V-51, the plan V-19, the certificate, the receipt V-23."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from facility_app.kernel.labels import label
from facility_app.modules.discharge.domain import ISSUE_RELEASE_PAPERS
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.law import PARTIAL_ARTICLE
from facility_app.modules.discharge.queries.board import ReleaseView
from facility_app.modules.discharge.service.certificates import IssueCertificate, issue_certificate
from facility_app.modules.discharge.service.notices import IssueNotice, issue_notice
from facility_app.modules.discharge.ui import words
from facility_app.modules.discharge.ui.press import Press
from facility_app.modules.discharge.ui.steps import Step, StepVerb, note, past_day
from facility_app.ui.forms.beginning import Shown, new_form
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.lookup_fields import LookupField
from facility_app.ui.forms.picker import Choice, ranked
from facility_app.ui.i18n import refusal, tr
from facility_app.ui.shell.spec import PageContext

ISSUE = label("verbs", "Lập")
ISSUED_ON = label("discharge", "Ngày lập")
SIGNER = label("discharge", "Người ký")
SIGNER_HINT = label("discharge", "Để trống là người đứng đầu cơ sở")
RECEIVED = label("discharge", "Công an cấp xã nhận {day}")
SENT_UNRECEIVED = label("discharge", "đã lập, chưa ghi ngày nhận")
NOTICE_HINT = label(
    "discharge",
    "Gửi Công an cấp xã nơi cư trú; có quyết định của Tòa án thì thêm Tòa án; cha, mẹ hoặc gia đình ({article}).",
)
NOTICE_AGAIN = label("discharge", "Đã có thông báo {paper}. Gửi lại thì ghi lý do; bản trước vẫn nằm trong sổ.")
NOTICE_FIRST = label(
    "discharge", "Chưa lập V-51 nên chưa có ngày nhận. Hãy lập thông báo trước (NĐ 163/2026 Đ134.1)."
)
CERTIFICATE_HINT = label(
    "discharge",
    "Giấy lấy số, ký hiệu ngay khi lập và đóng nội dung; sai thì hủy có lý do rồi lập lại ({article}).",
)
PARTIAL = label("discharge", "Giấy xác nhận thời gian, quy trình đã thực hiện, chưa hoàn thành")
MADE = label("discharge", "Đã lập {paper}. Muốn lập lại, hãy hủy giấy cũ trong sổ văn bản đi, có lý do.")


def paper_words(view: ReleaseView, paper_id: str | None) -> str:
    """An issued paper of this stay by number and day; empty without one or for whoever may not read papers."""
    found = next((one for one in view.detail.papers if one.paper_id == paper_id), None)
    return "" if found is None else words.paper_of(found.number, found.issued_on)


def _signed_form(context: PageContext, view: ReleaseView) -> Form[Shown]:
    form = new_form()
    known = tuple(Choice(member_id, name) for member_id, name in view.signers)
    form.add(
        past_day(context, "issued_on", ISSUED_ON, is_required=True),
        LookupField(
            "signer",
            SIGNER,
            runner=context.runner,
            lookup=partial(_signers, known),
            find=partial(_signer, known),
            hint=SIGNER_HINT,
        ),
        spans=(4, 8),
    )
    return form


def _signers(known: Sequence[Choice], _uow: Any, typed: str) -> Sequence[Choice]:
    return ranked(known, typed)


def _signer(known: Sequence[Choice], _uow: Any, member_id: str) -> Choice | None:
    return next((one for one in known if one.id == member_id), None)


def _notice_form(context: PageContext, view: ReleaseView) -> Form[Shown]:
    form = _signed_form(context, view)
    if view.detail.facts.notice_id is not None:
        form.add(note("again_reason", label("discharge", "Lý do gửi lại"), is_required=True, lines=2))
    return form


def _issue_begin(_view: ReleaseView, today: date) -> Mapping[str, object]:
    return {"issued_on": today}


def _notice_save(press: Press, view: ReleaseView, uow: Any, values: Mapping[str, Any], _version: int) -> object:
    command = IssueNotice(
        view.detail.stay.stay_id,
        values["signer"] or None,
        values["issued_on"],
        values.get("again_reason") or "",
    )
    return issue_notice(uow, command, press.forms())


def _notice_said(view: ReleaseView) -> str:
    return paper_words(view, view.detail.facts.notice_id)


def _notice_paper(view: ReleaseView) -> str | None:
    return view.detail.facts.notice_id


def _notice_hint(view: ReleaseView) -> str:
    if view.detail.facts.notice_id is not None:
        return tr(NOTICE_AGAIN, paper=_notice_said(view))
    return tr(NOTICE_HINT, article=view.detail.law.notice_article)


def _received_said(view: ReleaseView) -> str:
    facts = view.detail.facts
    if facts.notice_received_on is not None:
        return tr(RECEIVED, day=words.day(facts.notice_received_on))
    return tr(SENT_UNRECEIVED if facts.notice_id is not None else NOTICE_FIRST)


def _certificate_form(context: PageContext, view: ReleaseView) -> Form[Shown]:
    form = _signed_form(context, view)
    if view.detail.law.is_private:
        form.add(CheckField("is_partial", PARTIAL, hint=label("discharge", "Cần kết thúc ít nhất ba giai đoạn")))
    return form


def _certificate_save(
    press: Press, view: ReleaseView, uow: Any, values: Mapping[str, Any], _version: int
) -> object:
    command = IssueCertificate(
        view.detail.stay.stay_id,
        values["signer"] or None,
        values["issued_on"],
        is_partial=bool(values.get("is_partial")),
    )
    return issue_certificate(uow, command, press.forms())


def _certificate_said(view: ReleaseView) -> str:
    return paper_words(view, view.detail.facts.certificate_id)


def _certificate_paper(view: ReleaseView) -> str | None:
    return view.detail.facts.certificate_id


def _certificate_why_not(view: ReleaseView) -> str | None:
    if view.detail.facts.certificate_id is not None:
        return tr(MADE, paper=_certificate_said(view))
    # Whoever did three stages at a private facility gets a paper about those before the end.
    if view.certificate_refusal is None or view.detail.law.is_private:
        return None
    return refusal(view.certificate_refusal)


def _certificate_hint(view: ReleaseView) -> str:
    article = view.detail.law.certificate_article
    return tr(CERTIFICATE_HINT, article=PARTIAL_ARTICLE if view.detail.law.is_private else article)


NOTICE = Step(
    code=rules.NOTICE,
    said=_notice_said,
    paper=_notice_paper,
    verbs=(
        StepVerb(
            id="discharge.issue_notice",
            text=ISSUE,
            again=label("verbs", "Gửi lại"),
            title=label("verbs", "Thông báo chuẩn bị hoàn thành (V-51)"),
            permission=ISSUE_RELEASE_PAPERS,
            form=_notice_form,
            begin=_issue_begin,
            save=_notice_save,
            told=label(
                "discharge", "Đã lập thông báo V-51. Gửi đi rồi ghi ngày gửi, ngày nhận trong sổ văn bản đi."
            ),
            hint=_notice_hint,
        ),
    ),
)
NOTICE_RECEIVED = Step(code=rules.NOTICE_UNRECEIVED, said=_received_said, paper=_notice_paper)
CERTIFICATE = Step(
    code=rules.CERTIFICATE,
    said=_certificate_said,
    paper=_certificate_paper,
    verbs=(
        StepVerb(
            id="discharge.issue_certificate",
            text=label("verbs", "Cấp"),
            title=label("verbs", "Cấp giấy xác nhận hoàn thành"),
            permission=ISSUE_RELEASE_PAPERS,
            form=_certificate_form,
            begin=_issue_begin,
            save=_certificate_save,
            told=label("discharge", "Đã cấp giấy xác nhận."),
            why_not=_certificate_why_not,
            hint=_certificate_hint,
        ),
    ),
)
