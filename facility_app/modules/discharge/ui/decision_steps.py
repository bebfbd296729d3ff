"""Steps that rest on what others decided: after-care (V-53), monitoring (I-02), and the device that follows."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from facility_app.kernel.labels import label
from facility_app.modules.discharge.domain import FIT_DEVICE, PREPARE_RELEASE
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.after_care import after_care_months
from facility_app.modules.discharge.queries.board import ReleaseView
from facility_app.modules.discharge.service.decisions import (
    RecordMonitoring,
    RecordPostRehab,
    record_monitoring_decision,
    record_post_rehab_decision,
)
from facility_app.modules.discharge.service.device import FitDevice, fit_device
from facility_app.modules.discharge.ui import words
from facility_app.modules.discharge.ui.press import Press
from facility_app.modules.discharge.ui.steps import CORRECT, Step, StepVerb, past_day
from facility_app.ui.forms.beginning import Shown, new_form
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import line, number_line
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

MONTHS = label("discharge", "{count} tháng")
NUMBER, DECIDED = label("discharge", "Số, ký hiệu quyết định"), label("discharge", "Ngày ban hành")
NO_MONITORING = label(
    "discharge",
    "Chưa ghi quyết định giám sát điện tử (I-02) nên chưa gắn thiết bị (NĐ 163/2026 Đ17.1). Hãy ghi số, ngày của "
    "quyết định trước.",
)
BY_POLICE = label("discharge", "Công an cấp xã gắn")
DEVICE_HINT = label(
    "discharge",
    "Cơ sở công lập gắn thiết bị và lập I-03, I-04 ngay; ở cơ sở tư nhân Công an cấp xã gắn, chương trình chỉ "
    "ghi lại (NĐ 163/2026 Đ16.3, Đ17.4).",
)


def _decision_form(context: PageContext) -> Form[Shown]:
    form = new_form()
    form.add(
        number_line("number", NUMBER, is_required=True),
        past_day(context, "decided_on", DECIDED, is_required=True),
        spans=(8, 4),
    )
    return form


def _post_rehab_form(context: PageContext, _view: ReleaseView) -> Form[Shown]:
    form = _decision_form(context)
    form.add(
        line("authority", label("discharge", "Người, cơ quan ban hành")),
        NumberField("months", label("discharge", "Thời hạn (tháng)"), least=1, most=36),
        spans=(8, 4),
    )
    return form


def _post_rehab_begin(view: ReleaseView, _today: date) -> Mapping[str, object]:
    facts = view.detail.facts
    months = facts.post_rehab_months
    if months is None and facts.post_rehab_number is None:
        months = after_care_months(view.detail.stay.stay_type)
    return {
        "number": facts.post_rehab_number,
        "decided_on": facts.post_rehab_on,
        "authority": facts.post_rehab_authority,
        "months": None if months is None else Decimal(months),
    }


def _post_rehab_save(
    _press: Press, view: ReleaseView, uow: Any, values: Mapping[str, Any], version: int
) -> object:
    months = values["months"]
    return record_post_rehab_decision(
        uow,
        RecordPostRehab(
            view.detail.stay.stay_id,
            version,
            values["number"],
            values["decided_on"],
            values["authority"] or "",
            None if months is None else int(months),
        ),
    )


def _post_rehab_said(view: ReleaseView) -> str:
    facts = view.detail.facts
    months = "" if facts.post_rehab_months is None else tr(MONTHS, count=facts.post_rehab_months)
    paper = words.paper_of(facts.post_rehab_number, facts.post_rehab_on)
    return words.joined(paper, facts.post_rehab_authority, months)


def _monitoring_form(context: PageContext, _view: ReleaseView) -> Form[Shown]:
    form = _decision_form(context)
    form.add(line("police", label("discharge", "Công an cấp xã ra quyết định"), is_required=True))
    return form


def _monitoring_begin(view: ReleaseView, _today: date) -> Mapping[str, object]:
    facts = view.detail.facts
    return {
        "number": facts.monitoring_number,
        "decided_on": facts.monitoring_on,
        "police": facts.monitoring_police or facts.residence_police,
    }


def _monitoring_save(
    _press: Press, view: ReleaseView, uow: Any, values: Mapping[str, Any], version: int
) -> object:
    command = RecordMonitoring(
        view.detail.stay.stay_id, version, values["number"], values["decided_on"], values["police"]
    )
    return record_monitoring_decision(uow, command)


def _monitoring_said(view: ReleaseView) -> str:
    facts = view.detail.facts
    return words.joined(words.paper_of(facts.monitoring_number, facts.monitoring_on), facts.monitoring_police)


def _device_form(_context: PageContext, _view: ReleaseView) -> Form[Shown]:
    form = new_form()
    form.add(
        number_line("device_number", label("discharge", "Số thiết bị"), is_required=True),
        line("position", label("discharge", "Vị trí đeo"), is_required=True),
    )
    form.add(
        line("condition", label("discharge", "Tình trạng thiết bị"), is_required=True),
        line("accessories", label("discharge", "Phụ kiện kèm theo")),
    )
    return form


def _device_begin(view: ReleaseView, _today: date) -> Mapping[str, object]:
    facts = view.detail.facts
    return {
        "device_number": facts.device_number,
        "position": facts.device_position,
        "condition": facts.device_condition,
        "accessories": facts.device_accessories,
    }


def _device_save(press: Press, view: ReleaseView, uow: Any, values: Mapping[str, Any], version: int) -> object:
    command = FitDevice(
        view.detail.stay.stay_id,
        version,
        values["device_number"],
        values["position"],
        values["condition"],
        values["accessories"] or "",
    )
    return fit_device(uow, command, press.forms())


def _device_said(view: ReleaseView) -> str:
    facts = view.detail.facts
    if facts.device_fitted_at is None:
        return ""
    by_police = tr(BY_POLICE) if facts.is_device_by_police else ""
    return words.joined(facts.device_number, words.moment(facts.device_fitted_at), by_police)


def _device_why_not(view: ReleaseView) -> str | None:
    facts = view.detail.facts
    if facts.device_fitted_at is not None:
        return tr(label("discharge", "Đã gắn lúc {moment}."), moment=words.moment(facts.device_fitted_at))
    return tr(NO_MONITORING) if facts.monitoring_number is None else None


def _device_hint(_view: ReleaseView) -> str:
    return tr(DEVICE_HINT)


POST_REHAB = Step(
    code=rules.POST_REHAB,
    said=_post_rehab_said,
    verbs=(
        StepVerb(
            id="discharge.record_post_rehab_decision",
            text=label("verbs", "Ghi quyết định V-53"),
            again=CORRECT,
            title=label("verbs", "Ghi quyết định quản lý sau cai nghiện"),
            permission=PREPARE_RELEASE,
            form=_post_rehab_form,
            begin=_post_rehab_begin,
            save=_post_rehab_save,
            told=label("discharge", "Đã ghi quyết định V-53."),
        ),
    ),
)
MONITORING = Step(
    code=rules.MONITORING,
    said=_monitoring_said,
    verbs=(
        StepVerb(
            id="discharge.record_monitoring_decision",
            text=label("verbs", "Ghi quyết định I-02"),
            again=CORRECT,
            title=label("verbs", "Ghi quyết định giám sát điện tử"),
            permission=PREPARE_RELEASE,
            form=_monitoring_form,
            begin=_monitoring_begin,
            save=_monitoring_save,
            told=label("discharge", "Đã ghi quyết định I-02."),
        ),
    ),
)
DEVICE = Step(
    code=rules.DEVICE,
    said=_device_said,
    verbs=(
        StepVerb(
            id="discharge.fit_device",
            text=label("verbs", "Gắn thiết bị"),
            title=label("verbs", "Gắn thiết bị giám sát điện tử"),
            permission=FIT_DEVICE,
            form=_device_form,
            begin=_device_begin,
            save=_device_save,
            told=label("discharge", "Đã ghi việc gắn thiết bị."),
            why_not=_device_why_not,
            hint=_device_hint,
        ),
    ),
)
