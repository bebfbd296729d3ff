"""Steps of a release that the person takes part in: their own plan V-19, and the minutes V-23."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.labels import label
from facility_app.modules.discharge.domain import ISSUE_RELEASE_PAPERS, WRITE_REINTEGRATION
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.marks import StepMark
from facility_app.modules.discharge.domain.plan import REINTEGRATION_PLACES
from facility_app.modules.discharge.queries.board import ReleaseView
from facility_app.modules.discharge.service.plans import SaveReintegrationPlan, save_reintegration_plan
from facility_app.modules.discharge.service.receipts import IssueReceipt, issue_receipt
from facility_app.modules.discharge.ui import words
from facility_app.modules.discharge.ui.paper_steps import ISSUE, MADE, paper_words
from facility_app.modules.discharge.ui.press import Press
from facility_app.modules.discharge.ui.steps import CORRECT, Step, StepVerb, note
from facility_app.ui.forms.beginning import Shown, new_form
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.time_field import TimeField
from facility_app.ui.forms.usual import line
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

RECEIPT_FIRST = label(
    "discharge",
    "Chưa có giấy xác nhận và chưa nhận quyết định V-53 nên chưa có gì để giao nhận ({article}).",
)
RECEIVER_HINT = label("discharge", "Để trống: người ra cơ sở; dưới 18 tuổi: người đại diện")
GIVER_HINT = label("discharge", "Để trống là cán bộ gắn với tài khoản đang dùng")
HOUR: Final = "handed_time"
RECEIPT_ARTICLE: Final = rules.STEP_ARTICLES[rules.RECEIPT]
PLAN_HINT = label("discharge", "Người sắp ra tự làm kế hoạch, cán bộ tư vấn giúp ghi (NĐ 163/2026 Đ88.5).")
PLAN_DONE = label("discharge", "đã ghi")


def _receipt_form(_context: PageContext, _view: ReleaseView) -> Form[Shown]:
    form = new_form()
    form.add(
        line("receiving_name", label("discharge", "Người nhận"), hint=RECEIVER_HINT),
        line("receiving_relationship", label("discharge", "Quan hệ với người ra cơ sở")),
    )
    form.add(line("delivering_name", label("discharge", "Người giao"), hint=GIVER_HINT))
    form.add(TimeField(HOUR, label("discharge", "Giờ giao, nhận hôm nay (để trống: ghi tay khi giao)")))
    return form


def _receipt_begin(_view: ReleaseView, _today: date) -> Mapping[str, object]:
    return {}


def _receipt_save(press: Press, view: ReleaseView, uow: Any, values: Mapping[str, Any], _version: int) -> object:
    typed = {name: value for name, value in values.items() if value and name != HOUR}
    hour = values.get(HOUR)
    started_at = None if hour is None else datetime.combine(local_date(uow.now), hour, LOCAL)
    return issue_receipt(uow, IssueReceipt(view.detail.stay.stay_id, started_at, typed), press.forms())


def _receipt_said(view: ReleaseView) -> str:
    return paper_words(view, view.detail.facts.receipt_id)


def _receipt_paper(view: ReleaseView) -> str | None:
    return view.detail.facts.receipt_id


def _receipt_why_not(view: ReleaseView) -> str | None:
    facts = view.detail.facts
    if facts.receipt_id is not None:
        return tr(MADE, paper=_receipt_said(view))
    is_empty = facts.certificate_id is None and facts.post_rehab_number is None
    return tr(RECEIPT_FIRST, article=RECEIPT_ARTICLE) if is_empty else None


def _plan_form(_context: PageContext, _view: ReleaseView) -> Form[Shown]:
    form = new_form()
    for name, head in REINTEGRATION_PLACES.items():
        form.add(note(name, head, lines=2))
    return form


def _plan_begin(view: ReleaseView, _today: date) -> Mapping[str, object]:
    return dict(view.plan.texts) if view.plan is not None else {}


def _plan_save(_press: Press, view: ReleaseView, uow: Any, values: Mapping[str, Any], version: int) -> object:
    return save_reintegration_plan(uow, SaveReintegrationPlan(view.detail.stay.stay_id, version, values))


def _plan_version(view: ReleaseView) -> int:
    return 0 if view.plan is None else view.plan.version


def _plan_said(view: ReleaseView) -> str:
    issued = paper_words(view, view.detail.facts.plan_paper_id)
    is_written = view.marks[rules.PLAN] is StepMark.DONE
    if issued and not is_written:
        # What was printed is the empty form: without this the step reads as done, and the gate says it is not.
        return tr(words.BLANK_PAPER, paper=issued)
    return words.joined(tr(PLAN_DONE) if is_written else "", issued)


def _plan_paper(view: ReleaseView) -> str | None:
    return view.detail.facts.plan_paper_id


def _plan_hint(_view: ReleaseView) -> str:
    return tr(PLAN_HINT)


PLAN = Step(
    code=rules.PLAN,
    said=_plan_said,
    paper=_plan_paper,
    verbs=(
        StepVerb(
            id="discharge.save_reintegration_plan",
            text=label("verbs", "Lập kế hoạch"),
            again=CORRECT,
            title=label("verbs", "Lập kế hoạch tái hòa nhập cộng đồng"),
            permission=WRITE_REINTEGRATION,
            form=_plan_form,
            begin=_plan_begin,
            save=_plan_save,
            told=label("discharge", "Đã ghi kế hoạch V-19."),
            version=_plan_version,
            hint=_plan_hint,
        ),
    ),
)
RECEIPT = Step(
    code=rules.RECEIPT,
    said=_receipt_said,
    paper=_receipt_paper,
    verbs=(
        StepVerb(
            id="discharge.issue_receipt",
            text=ISSUE,
            title=label("verbs", "Lập biên bản giao nhận (V-23)"),
            permission=ISSUE_RELEASE_PAPERS,
            form=_receipt_form,
            begin=_receipt_begin,
            save=_receipt_save,
            told=label("discharge", "Đã lập biên bản V-23."),
            why_not=_receipt_why_not,
        ),
    ),
)
