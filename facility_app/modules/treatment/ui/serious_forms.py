"""Forms of a serious event: what happened, what was done about it, how it ended."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.dates import LOCAL
from facility_app.kernel.faults import NOTE_LIMIT
from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain.serious import (
    EVENT_KIND_LABELS,
    EVENT_STEP_LABELS,
    HARM_LABELS,
    EventKind,
    EventStep,
    Harm,
)
from facility_app.modules.treatment.queries.serious import EventLine
from facility_app.modules.treatment.service.serious import (
    CloseEvent,
    RecordEvent,
    RecordEventStep,
    close_event,
    record_event,
    record_event_step,
)
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

RECORD: Final = label("verbs", "Ghi sự việc nghiêm trọng")
STEP: Final = label("verbs", "Ghi việc đã làm")
CLOSE: Final = label("verbs", "Kết thúc hồ sơ")
RECORD_TEXT: Final = label(
    "treatment",
    "Ghi điều đã thấy, không đổ lỗi: người báo sai sót không bị xử lý vì đã báo. Người chết thì ghi thêm ở Vắng "
    "mặt: “Ghi người chết”.",
)
STEP_TEXT: Final = label("treatment", "{name}. Còn thiếu: {missing}.")
STEP_WHOLE: Final = label("treatment", "{name}. Hồ sơ đã đủ các việc.")
CLOSE_TEXT: Final = label("treatment", "{name}. Hồ sơ kết thúc thì không sửa nữa.")
AT_DAY, DONE_DAY = label("treatment", "Phát hiện ngày"), label("treatment", "Làm ngày")
REASON: Final = label("treatment", "Vì sao không làm: {missing}")


def ask_record(
    context: PageContext, over: QWidget, stay_id: str = "", known: Mapping[str, str] | None = None
) -> FormDialog[Any]:
    """Something happened; ``stay_id`` where it is known to whom, ``known`` what is filled in already."""
    form = new_form()
    if not stay_id:
        form.add(patient_field(context))
    form.add(
        CodeField("kind", label("treatment", "Sự việc"), options=options(EVENT_KIND_LABELS), is_required=True),
        CodeField("harm", label("treatment", "Mức tổn hại"), options=options(HARM_LABELS), is_required=True),
        spans=(6, 6),
    )
    form.add(*moment_fields(context, AT_DAY), spans=(8, 4))
    form.add(
        line("place", label("treatment", "Nơi xảy ra"), is_required=True),
        line("found_by", label("treatment", "Người phát hiện"), is_required=True),
        spans=(6, 6),
    )
    form.add(_note("account", label("treatment", "Diễn biến"), is_required=True))
    form.add(_note("measures", label("treatment", "Xử trí ngay"), is_required=True))
    form.add(_note("present", label("treatment", "Người có mặt, mỗi người một dòng"), lines=2))
    now = context.clock.now()
    begin = shown(happened_at=context.today(), happened_time=_hour(now), **(known or {}))
    key = f"treatment.event/{stay_id}"
    return ask(context, over, form, key, RECORD, tr(RECORD_TEXT), begin, partial(_record, context, stay_id))


def ask_step(context: PageContext, over: QWidget, row: EventLine) -> FormDialog[Any]:
    """Something was done about it; the first thing that is missing is chosen already."""
    form = new_form()
    form.add(CodeField("step", label("treatment", "Việc"), options=options(EVENT_STEP_LABELS), is_required=True))
    form.add(*moment_fields(context, DONE_DAY), spans=(8, 4))
    form.add(
        line("whom", label("treatment", "Báo ai, ai lập")),
        line("how", label("treatment", "Cách báo, số giấy tờ")),
        spans=(6, 6),
    )
    missing = ", ".join(tr(EVENT_STEP_LABELS[one]) for one in row.missing)
    text = tr(STEP_TEXT, name=row.name, missing=missing) if missing else tr(STEP_WHOLE, name=row.name)
    first = row.missing[0].value if row.missing else None
    begin = shown(step=first, happened_at=context.today(), happened_time=_hour(context.clock.now()))
    key = f"treatment.event_step/{row.event_id}"
    return ask(context, over, form, key, STEP, text, begin, partial(_step, context, row.event_id))


def ask_close(context: PageContext, over: QWidget, row: EventLine) -> FormDialog[Any]:
    """The dossier is over; what is missing is answered with a reason."""
    form = new_form()
    form.add(_note("outcome", label("treatment", "Kết quả, biện pháp khắc phục"), is_required=True))
    if row.missing:
        missing = ", ".join(tr(EVENT_STEP_LABELS[one]) for one in row.missing)
        head = Label(REASON.context, tr(REASON, missing=missing))
        form.add(line("reason", head, is_required=True))
    key = f"treatment.event_close/{row.event_id}"
    return ask(context, over, form, key, CLOSE, tr(CLOSE_TEXT, name=row.name), shown(), partial(_close, row))


def _note(name: str, head: Label, *, is_required: bool = False, lines: int = 3) -> NoteField:
    return NoteField(name, head, is_required=is_required, limit=NOTE_LIMIT, lines=lines)


def _hour(now: Any) -> Any:
    return now.astimezone(LOCAL).time().replace(second=0, microsecond=0)


def _record(context: PageContext, stay_id: str, uow: Any, values: Mapping[str, Any]) -> str:
    command = RecordEvent(
        stay_id or str(values["stay_id"] or ""),
        EventKind(values["kind"]),
        Harm(values["harm"]),
        values["place"] or "",
        values["found_by"] or "",
        values["account"] or "",
        values["measures"] or "",
        values["present"] or "",
        moment_of(context, values),
    )
    return record_event(uow, command)


def _step(context: PageContext, event_id: str, uow: Any, values: Mapping[str, Any]) -> str:
    command = RecordEventStep(
        event_id,
        EventStep(values["step"]),
        values["whom"] or "",
        values["how"] or "",
        moment_of(context, values),
    )
    return record_event_step(uow, command)


def _close(row: EventLine, uow: Any, values: Mapping[str, Any]) -> None:
    close_event(uow, CloseEvent(row.event_id, row.version, values["outcome"] or "", values.get("reason") or ""))
