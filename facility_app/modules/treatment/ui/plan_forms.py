"""A schedule of observation as a form: a doctor or the head nurse puts somebody on one, and takes them off."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain.observation import SITUATION_LABELS, Situation
from facility_app.modules.treatment.queries.measured import PlanRow
from facility_app.modules.treatment.queries.person import PersonHealth
from facility_app.modules.treatment.service.scheduling import EndPlan, StartPlan, end_plan, start_plan
from facility_app.modules.treatment.ui.record_forms import Asking, moment_fields, moment_of, options
from facility_app.modules.treatment.ui.record_words import at
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.forms.beginning import new_form
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.text_fields import TextField
from facility_app.ui.i18n import tr

START: Final = label("verbs", "Đặt lịch theo dõi")
END: Final = label("verbs", "Thôi lịch theo dõi")
ABOUT_START = label(
    "treatment",
    "{name}. Việc đo, chấm theo lịch hiện ở trang Sinh hiệu, Chấm thang điểm và Hôm nay của điều dưỡng, tính từ "
    "giờ ghi ở đây.",
)
ABOUT_END = label("treatment", "{name}. Từ bây giờ không nhắc đo, chấm theo lịch này; những lần đã ghi vẫn giữ.")
WHICH = label("treatment", "Lịch theo dõi")
FROM = label("treatment", "Từ ngày")
RUNS_FROM = label("treatment", "{situation}, từ {at}")
WHY = label("treatment", "Vì sao thôi")
REASON_LIMIT: Final = 200
NONE_RUNS = label("treatment", "Chưa có lịch theo dõi nào đang chạy.")
ALL_RUN = label("treatment", "Mọi lịch theo dõi đều đang chạy.")


def running(seen: PersonHealth) -> tuple[PlanRow, ...]:
    """Schedules that hold now."""
    return tuple(one for one in seen.plans if one.ended_at is None and one.written.struck_at is None)


def offered(seen: PersonHealth) -> tuple[Situation, ...]:
    """Schedules somebody is not on yet."""
    taken = {one.situation for one in running(seen)}
    return tuple(one for one in SITUATION_LABELS if one not in taken)


def ask_start(one: Asking, choices: tuple[Situation, ...]) -> FormDialog[Any]:
    """Which schedule, from when."""
    form = new_form()
    named = {each: SITUATION_LABELS[each] for each in choices}
    form.add(
        CodeField("situation", WHICH, options=options(named), is_required=True),
        *moment_fields(one.context, FROM),
        spans=(6, 4, 2),
    )
    return one.open(form, "plan", START, partial(_save_start, one), about=ABOUT_START)


def ask_end(one: Asking, plans: tuple[PlanRow, ...]) -> FormDialog[Any]:
    """Which schedule ends, and why."""
    form = new_form()
    form.add(
        CodeField(
            "plan_id", WHICH, options=[(row.written.entry_id, _named(row)) for row in plans], is_required=True
        )
    )
    form.add(TextField("reason", WHY, is_required=True, limit=REASON_LIMIT))
    versions = {row.written.entry_id: row.written.version for row in plans}
    dialog = one.open(
        form,
        "plan over",
        END,
        partial(_save_end, versions),
        about=ABOUT_END,
        plan_id=plans[0].written.entry_id if len(plans) == 1 else None,
    )
    if len(plans) == 1:
        form.focus_field("reason")
    return dialog


def _named(row: PlanRow) -> Label:
    said = tr(RUNS_FROM, situation=tr(SITUATION_LABELS[row.situation]), at=at(row.written.happened_at))
    return Label("", said)


def _save_start(one: Asking, uow: Any, values: Mapping[str, Any]) -> str:
    return start_plan(uow, StartPlan(one.stay_id, Situation(values["situation"]), moment_of(one.context, values)))


def _save_end(versions: Mapping[str, int], uow: Any, values: Mapping[str, Any]) -> None:
    plan_id = values["plan_id"]
    end_plan(uow, EndPlan(plan_id, versions[plan_id], values["reason"] or ""))
