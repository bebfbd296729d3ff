"""What is asked about a watch: a level with its reason, its end, and a look with words or at another time."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain.watch import SEEN_LABELS, WATCH_LEVEL_LABELS, Seen, WatchLevel
from facility_app.modules.treatment.queries.watches import WatchedRow
from facility_app.modules.treatment.service.watching import RecordLook, SetWatch, record_look, set_watch
from facility_app.modules.treatment.ui.ward_fields import patient_field
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NoteField, TextField
from facility_app.ui.forms.time_field import TimeField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

BEGIN, CHANGE, LOOK = (
    label("verbs", "Bắt đầu theo dõi"),
    label("verbs", "Đổi mức theo dõi"),
    label("verbs", "Ghi lần trông"),
)
LEVEL, REASON = label("treatment", "Mức theo dõi"), label("terms", "Lý do")
REVIEW_ON = label("treatment", "Bác sĩ xem lại ngày")
REVIEW_AT = label("treatment", "Giờ")
SEEN, NOTE, HOUR = (
    label("treatment", "Tình trạng"),
    label("terms", "Ghi chú"),
    label("treatment", "Giờ trông (bỏ trống: bây giờ)"),
)
BEGIN_TEXT = label(
    "treatment",
    "Lý do chỉ đứng trong hồ sơ bệnh án; người trực chỉ thấy mức và giờ. Giảm mức do bác sĩ quyết định.",
)
LOOK_TEXT = label("treatment", "{name} · {code}")
REVIEW_HOUR: Final = time(8)
AHEAD: Final = timedelta(minutes=5)


def ask_watch(
    context: PageContext, over: QWidget, row: WatchedRow | None = None, stay_id: str = ""
) -> FormDialog[Any]:
    """Ask how closely somebody is watched from now on: ``row`` for a change, nobody for somebody else."""
    form: Form[Any] = Form(dict, with_bar=False)
    if row is None:
        form.add(patient_field(context))
    levels = tuple((one.value, text) for one, text in WATCH_LEVEL_LABELS.items())
    form.add(CodeField("level", LEVEL, options=levels, is_required=True))
    form.add(NoteField("reason", REASON, is_required=True, limit=500, lines=3))
    today = partial(_today, context)
    form.add(
        DateField("review_on", REVIEW_ON, today=today, earliest=today),
        TimeField("review_hour", REVIEW_AT),
        spans=(7, 5),
    )
    whose = row.stay_id if row is not None else stay_id
    verb = BEGIN if row is None else CHANGE
    text = tr(BEGIN_TEXT) if row is None else f"{tr(LOOK_TEXT, name=row.name, code=row.code)}\n{tr(BEGIN_TEXT)}"
    return _open(context, over, form, partial(_set, whose), f"treatment.watch {whose}", verb, text)


def ask_look(context: PageContext, over: QWidget, row: WatchedRow) -> FormDialog[Any]:
    """Ask for a look with a note, or one of an earlier hour."""
    form: Form[Any] = Form(dict, with_bar=False)
    seen = tuple((one.value, text) for one, text in SEEN_LABELS.items())
    form.add(CodeField("seen", SEEN, options=seen, is_required=True), TimeField("hour", HOUR), spans=(7, 5))
    form.add(TextField("note", NOTE, limit=200))
    text = tr(LOOK_TEXT, name=row.name, code=row.code)
    save = partial(_look, row.stay_id, context)
    return _open(context, over, form, save, f"treatment.look {row.stay_id}", LOOK, text)


def _open(
    context: PageContext, over: QWidget, form: Form[Any], save: Any, key: str, verb: Label, text: str
) -> FormDialog[Any]:
    dialog: FormDialog[Any] = FormDialog(
        context.theme,
        context.runner,
        context.drafts,
        form,
        Filing(key=key, save=save),
        title=tr(verb),
        text=text,
        verb=verb,
        parent=over,
    )
    dialog.open_with(None)
    return dialog


def _today(context: PageContext) -> date:
    return context.today()


def _set(stay_id: str, uow: Any, values: Mapping[str, Any], _version: int) -> str:
    day, hour = values["review_on"], values["review_hour"]
    review = None if day is None else datetime.combine(day, hour or REVIEW_HOUR, LOCAL)
    whose = stay_id or str(values["stay_id"])
    return set_watch(uow, SetWatch(whose, WatchLevel(values["level"]), str(values["reason"] or ""), review))


def _look(stay_id: str, context: PageContext, uow: Any, values: Mapping[str, Any], _version: int) -> str:
    hour, at = values["hour"], None
    if hour is not None:
        now = context.clock.now()
        at = datetime.combine(local_date(now), hour, LOCAL)
        at = at if at <= now + AHEAD else at - timedelta(days=1)
    return record_look(uow, RecordLook(stay_id, Seen(values["seen"]), values["note"], at))
