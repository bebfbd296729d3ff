"""Forms of the medical record: a note, a diagnosis found by its words without marks, and what corrects one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.faults import NOTE_LIMIT
from facility_app.kernel.labels import Label, label
from facility_app.kernel.sex import Sex
from facility_app.kernel.typed_dates import TwoDigitYears
from facility_app.modules.treatment.domain.icd10 import IcdCode, IcdFlag
from facility_app.modules.treatment.domain.record import (
    CERTAINTY_LABELS,
    NOTE_KIND_LABELS,
    RIGHT_TO_NOTE,
    Certainty,
    NoteKind,
)
from facility_app.modules.treatment.queries.record import search_diagnoses
from facility_app.modules.treatment.service.notes import Diagnose, WriteNote, diagnose, write_note
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.forms.beginning import Shown, new_form
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.field import Field
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.lookup_fields import LookupField
from facility_app.ui.forms.picker import Choice
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.forms.time_field import TimeField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

DAY, HOUR = label("treatment", "Ngày xảy ra"), label("treatment", "Giờ")
KIND, TEXT = label("treatment", "Loại mục"), label("treatment", "Nội dung")
CODE, CODE_HINT = (
    label("treatment", "Bệnh theo ICD-10"),
    label("treatment", "Gõ mã hoặc tên, không cần dấu: f11, lo au"),
)
AS_MAIN: Final[dict[IcdFlag, Label]] = {
    IcdFlag.NOT_MAIN: label("treatment", "không được là bệnh chính"),
    IcdFlag.DISCOURAGED: label("treatment", "không nên là bệnh chính"),
}
CERTAINTY = label("treatment", "Mức chắc chắn")
IS_MAIN = label("treatment", "Là chẩn đoán chính (thay cho chẩn đoán chính trước)")
NOTE = label("treatment", "Ghi thêm")
ABOUT = label("treatment", "{name}. Mục đã ghi không sửa, không xóa; ghi nhầm thì gạch bỏ kèm lý do rồi ghi lại.")
CORRECTING = label("treatment", "{name}. Ghi lại cho đúng mục đã gạch bỏ; bản cũ vẫn đọc được.")
DIAGNOSE: Final = label("verbs", "Ghi chẩn đoán")
WRITE: Final = label("verbs", "Ghi bệnh án")
MOST_FOUND: Final = 40
NOTE_LINES: Final = 8


Save = Callable[[Any, Mapping[str, Any]], object]


@dataclass(frozen=True, slots=True)
class Asking:
    """What every form of one person begins with.

    Attributes:
        over: the widget it stands over.
        stay_id: whose record; empty before there is one.
    """

    context: PageContext
    over: QWidget
    resident_id: str
    stay_id: str
    name: str = field(repr=False)
    sex: Sex | None

    def open(
        self, form: Form[Shown], what: str, verb: Label, save: Save, *, about: Label = ABOUT, **begin: object
    ) -> FormDialog[Any]:
        """Open ``form`` at this minute; what is typed is kept under ``what`` until it is written."""
        now = self.context.clock.now().astimezone(LOCAL)
        values = {"happened_at": now.date(), "happened_time": time(now.hour, now.minute), **begin}

        def write(uow: Any, typed: Mapping[str, object], _version: int) -> object:
            return save(uow, typed)

        dialog: FormDialog[Any] = FormDialog(
            self.context.theme,
            self.context.runner,
            self.context.drafts,
            form,
            Filing(key=f"treatment {what}/{self.stay_id or self.resident_id}", save=write),
            title=tr(verb),
            text=tr(about, name=self.name),
            verb=tr(verb),
            parent=self.over,
        )
        dialog.open_with(Shown(values))
        return dialog


def options(labels: Mapping[Any, Label]) -> tuple[tuple[str, Label], ...]:
    """Members and their words, for a field."""
    return tuple((str(one.value), text) for one, text in labels.items())


def moment_fields(context: PageContext, day_head: Label = DAY) -> tuple[Field[Any], Field[Any]]:
    """When it was so; both are filled in with now."""
    today = context.today
    day = DateField("happened_at", day_head, today=today, years=TwoDigitYears.PAST, latest=today, is_required=True)
    return day, TimeField("happened_time", HOUR, is_required=True)


def moment_of(context: PageContext, values: Mapping[str, Any]) -> datetime | None:
    """What was typed of day and hour; None, which is now, where it is this very minute."""
    said = datetime.combine(values["happened_at"], values["happened_time"] or time(), LOCAL)
    now = context.clock.now().astimezone(LOCAL).replace(second=0, microsecond=0)
    return None if said == now else said


def ask_note(
    one: Asking, kind: NoteKind | None, *, text: str = "", corrects_id: str | None = None
) -> FormDialog[Any]:
    """An entry of the record; of ``kind`` where it was chosen already."""
    form, context = new_form(), one.context
    kinds = {each: words for each, words in NOTE_KIND_LABELS.items() if context.may(RIGHT_TO_NOTE[each])}
    form.add(
        CodeField("kind", KIND, options=options(kinds), is_required=True), *moment_fields(context), spans=(6, 4, 2)
    )
    form.add(NoteField("text", TEXT, is_required=True, limit=NOTE_LIMIT, lines=NOTE_LINES))
    shown = kind or (next(iter(kinds)) if len(kinds) == 1 else None)
    verb = WRITE if shown is None else NOTE_VERBS[shown]
    dialog = one.open(
        form,
        "note" if kind is None else f"note {kind}",
        verb,
        partial(_save_note, one, corrects_id),
        about=ABOUT if corrects_id is None else CORRECTING,
        kind=None if shown is None else shown.value,
        text=text or None,
    )
    if shown is not None:
        form.focus_field("text")
    return dialog


def ask_diagnosis(
    one: Asking, *, code: str = "", is_main: bool = True, note: str = "", corrects_id: str | None = None
) -> FormDialog[Any]:
    """A diagnosis."""
    form, context = new_form(), one.context
    form.add(
        LookupField(
            "code",
            CODE,
            runner=context.runner,
            lookup=partial(_codes, one),
            find=_code,
            is_required=True,
            hint=CODE_HINT,
        )
    )
    form.add(
        CodeField("certainty", CERTAINTY, options=options(CERTAINTY_LABELS), is_required=True),
        *moment_fields(context),
        spans=(6, 4, 2),
    )
    form.add(CheckField("is_main", IS_MAIN))
    form.add(NoteField("note", NOTE, limit=NOTE_LIMIT, lines=3))
    return one.open(
        form,
        "diagnosis",
        DIAGNOSE,
        partial(_save_diagnosis, one, corrects_id),
        about=ABOUT if corrects_id is None else CORRECTING,
        code=code or None,
        certainty=Certainty.PROVISIONAL.value,
        is_main=is_main,
        note=note or None,
    )


def _save_note(one: Asking, corrects_id: str | None, uow: Any, values: Mapping[str, Any]) -> object:
    at = moment_of(one.context, values)
    kind, text = NoteKind(values["kind"]), values["text"] or ""
    return write_note(uow, WriteNote(one.stay_id, kind, text, at, corrects_id))


def _save_diagnosis(one: Asking, corrects_id: str | None, uow: Any, values: Mapping[str, Any]) -> object:
    return diagnose(
        uow,
        Diagnose(
            one.stay_id,
            values["code"] or "",
            is_main=bool(values["is_main"]),
            certainty=Certainty(values["certainty"]),
            note=values["note"],
            happened_at=moment_of(one.context, values),
            corrects_id=corrects_id,
        ),
    )


def _codes(one: Asking, uow: Any, text: str) -> Sequence[Choice]:
    found = search_diagnoses(uow, text, local_date(one.context.clock.now()), one.sex)
    # What reveals HIV is written behind its own wall, and is not offered here at all.
    return tuple(choice_of(each) for each in found if not each.is_private)[:MOST_FOUND]


def choice_of(one: IcdCode) -> Choice:
    """A code with what the table says of it as the main diagnosis, before it is chosen."""
    said = next((tr(words) for flag, words in AS_MAIN.items() if flag in one.flags), "")
    return Choice(one.code, tr(one.text), f"{one.code} · {said}" if said else one.code)


def _code(uow: Any, code: str) -> Choice | None:
    found = search_diagnoses(uow, code, local_date(uow.now))
    return next((choice_of(one) for one in found if one.code == code), None)


NOTE_VERBS: Final[dict[NoteKind, Label]] = {
    NoteKind.HISTORY: label("verbs", "Ghi bệnh sử"),
    NoteKind.EXAMINATION: label("verbs", "Ghi khám"),
    NoteKind.PLAN: label("verbs", "Ghi kế hoạch điều trị"),
    NoteKind.PROGRESS: label("verbs", "Ghi diễn biến"),
    NoteKind.PSYCHIATRIC: label("verbs", "Ghi chép tâm thần"),
    NoteKind.CARE: label("verbs", "Ghi chăm sóc"),
}
