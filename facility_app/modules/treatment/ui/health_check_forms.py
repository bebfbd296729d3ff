"""A health check as a form: what a doctor found of body and mind, the conclusion, what is to be done next."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.dates import LOCAL
from facility_app.kernel.faults import NOTE_LIMIT
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.health_check import (
    HEALTH_CHECK_KIND_LABELS,
    HEALTH_VERDICT_LABELS,
    HealthCheckKind,
    HealthVerdict,
)
from facility_app.modules.treatment.service.health_checks import RecordHealthCheck, record_health_check
from facility_app.modules.treatment.ui.record_forms import moment_fields, moment_of, options
from facility_app.modules.treatment.ui.ward_fields import patient_field
from facility_app.ui.dialogs.asking import ask
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.forms.usual import line
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

RECORD: Final = label("verbs", "Ghi khám sức khỏe")
ABOUT: Final = label(
    "treatment",
    "Mạch, huyết áp, cân nặng đo ở trang Sinh hiệu; phiếu in lấy số đo của ngày khám. Khám trước khi ra cơ sở "
    "luôn ghi hướng điều trị tiếp.",
)
KIND, EXAMINER = label("treatment", "Loại khám"), label("treatment", "Bác sĩ khám")
EXAMINER_HINT: Final = label("treatment", "Để trống nếu là người đang ghi")
AT_DAY: Final = label("treatment", "Ngày khám")
BODY, MIND = label("treatment", "Sức khỏe thể chất"), label("treatment", "Sức khỏe tâm thần")
VERDICT, ADVICE = label("treatment", "Kết luận"), label("treatment", "Hướng xử trí, điều trị tiếp")


def ask_record(
    context: PageContext, over: QWidget, stay_id: str = "", name: str = "", kind: HealthCheckKind | None = None
) -> FormDialog[Any]:
    """A doctor examined somebody.

    Args:
        context: of the page.
        over: the widget it stands over.
        stay_id: of whom; empty where the form asks.
        name: of them.
        kind: which examination they are due for, when it is known.
    """
    form = new_form()
    if not stay_id:
        form.add(patient_field(context))
    form.add(
        CodeField("kind", KIND, options=options(HEALTH_CHECK_KIND_LABELS), is_required=True),
        *moment_fields(context, AT_DAY),
        spans=(6, 4, 2),
    )
    form.add(line("examiner", EXAMINER, hint=EXAMINER_HINT))
    form.add(NoteField("body", BODY, is_required=True, limit=NOTE_LIMIT, lines=3))
    form.add(NoteField("mind", MIND, is_required=True, limit=NOTE_LIMIT, lines=3))
    form.add(CodeField("verdict", VERDICT, options=options(HEALTH_VERDICT_LABELS), is_required=True))
    form.add(NoteField("advice", ADVICE, limit=NOTE_LIMIT, lines=3))
    now = context.clock.now().astimezone(LOCAL).time().replace(second=0, microsecond=0)
    chosen = HealthCheckKind.YEARLY if kind is None else kind
    begin = shown(kind=chosen.value, happened_at=context.today(), happened_time=now)
    key = f"treatment.health_check/{stay_id}"
    text = f"{name}. {tr(ABOUT)}" if name else tr(ABOUT)
    dialog = ask(context, over, form, key, RECORD, text, begin, partial(_record, context, stay_id))
    if stay_id and kind is not None:
        form.focus_field("body")
    return dialog


def _record(context: PageContext, stay_id: str, uow: Any, values: Mapping[str, Any]) -> str:
    command = RecordHealthCheck(
        stay_id or str(values["stay_id"] or ""),
        HealthCheckKind(values["kind"]),
        values["body"] or "",
        values["mind"] or "",
        HealthVerdict(values["verdict"]),
        values["advice"] or "",
        values["examiner"] or "",
        moment_of(context, values),
    )
    return record_health_check(uow, command)
