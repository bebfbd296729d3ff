"""Triage at the door as a form of ticks, and what a doctor found and did about a red flag."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from facility_app.kernel.faults import NOTE_LIMIT
from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain.record import TRIAGE_FLAG_LABELS, TriageFlag
from facility_app.modules.treatment.queries.record import FlagRow
from facility_app.modules.treatment.service.triage import AnswerFlag, TriagePerson, answer_flag, triage_person
from facility_app.modules.treatment.ui.record_forms import Asking, moment_fields, moment_of
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.forms.beginning import new_form
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.text_fields import NoteField

TRIAGE: Final = label("verbs", "Phân loại khi đến")
ANSWER: Final = label("verbs", "Ghi xử trí dấu hiệu")
ABOUT_TRIAGE = label(
    "treatment",
    "{name}. Đánh dấu mọi dấu hiệu nguy hiểm nhìn thấy hoặc hỏi được; không có thì để trống rồi lưu. Mỗi dấu hiệu "
    "thành một việc của bác sĩ; người ngoài y tế chỉ biết là đã phân loại.",
)
ABOUT_ANSWER = label("treatment", "{name}. Ghi đã khám thấy gì, xử trí thế nào; ghi rồi không ghi đè.")
SEEN = label("treatment", "Ghi thêm: đã thấy, đã làm ngay")
WHICH = label("treatment", "Dấu hiệu")
FOUND = label("treatment", "Khám thấy")
SO, NOT_SO = label("treatment", "Đúng có dấu hiệu này"), label("treatment", "Không phải")
DONE = label("treatment", "Khám thấy gì, xử trí thế nào")
YES, NO = "yes", "no"
PREFIX: Final = "flag_"
IN_A_ROW: Final = 2


def ask_triage(one: Asking) -> FormDialog[Any]:
    """What was seen of somebody who comes."""
    form = new_form()
    flags = [CheckField(f"{PREFIX}{flag.value}", text) for flag, text in TRIAGE_FLAG_LABELS.items()]
    for place in range(0, len(flags), IN_A_ROW):
        form.add(*flags[place : place + IN_A_ROW])
    form.add(NoteField("note", SEEN, limit=NOTE_LIMIT, lines=3))
    form.add(*moment_fields(one.context), spans=(8, 4))
    return one.open(form, "triage", TRIAGE, partial(_save_triage, one), about=ABOUT_TRIAGE)


def ask_answer(one: Asking, flags: tuple[FlagRow, ...]) -> FormDialog[Any]:
    """What was found and done about one of the flags nobody answered yet."""
    form = new_form()
    options: tuple[tuple[str, Label], ...] = tuple((row.flag_id, TRIAGE_FLAG_LABELS[row.flag]) for row in flags)
    form.add(
        CodeField("flag_id", WHICH, options=options, is_required=True),
        CodeField("is_confirmed", FOUND, options=((YES, SO), (NO, NOT_SO)), is_required=True),
    )
    form.add(NoteField("answer", DONE, is_required=True, limit=NOTE_LIMIT, lines=6))
    return one.open(
        form,
        "flag",
        ANSWER,
        partial(_save_answer, {row.flag_id: row.version for row in flags}),
        about=ABOUT_ANSWER,
        flag_id=flags[0].flag_id,
        is_confirmed=YES,
    )


def _save_triage(one: Asking, uow: Any, values: Mapping[str, Any]) -> object:
    flags = frozenset(flag for flag in TriageFlag if values[f"{PREFIX}{flag.value}"])
    return triage_person(uow, TriagePerson(one.resident_id, flags, values["note"], moment_of(one.context, values)))


def _save_answer(versions: Mapping[str, int], uow: Any, values: Mapping[str, Any]) -> None:
    flag_id = values["flag_id"]
    command = AnswerFlag(flag_id, versions[flag_id], values["is_confirmed"] == YES, values["answer"] or "")
    answer_flag(uow, command)
