"""The target of somebody's SpO2 as a form: a doctor sets it for NEWS2's second scale, and takes it back."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from facility_app.kernel.faults import LINE_LIMIT, NOTE_LIMIT
from facility_app.kernel.labels import label
from facility_app.modules.treatment.queries.oxygen import OxygenRow
from facility_app.modules.treatment.service.oxygen import (
    EndOxygenTarget,
    SetOxygenTarget,
    end_oxygen_target,
    set_oxygen_target,
)
from facility_app.modules.treatment.ui.record_forms import Asking, moment_fields, moment_of
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.forms.beginning import new_form
from facility_app.ui.forms.text_fields import NoteField, TextField

SET: Final = label("verbs", "Chỉ định SpO₂ thang 2")
END: Final = label("verbs", "Thôi SpO₂ thang 2")
ABOUT_SET = label(
    "treatment",
    "{name}. Mục tiêu SpO₂ 88–92 %, cho người suy hô hấp tăng CO₂: từ giờ ghi ở đây NEWS2 tính SpO₂ theo thang 2. "
    "Những lần đã đo giữ điểm cũ.",
)
ABOUT_END = label("treatment", "{name}. Từ bây giờ NEWS2 tính SpO₂ theo thang 1; những lần đã đo giữ điểm cũ.")
FROM = label("treatment", "Từ ngày")
WHY, WHY_END = label("treatment", "Vì sao chỉ định"), label("treatment", "Vì sao thôi")
LINES: Final = 3


def ask_set(one: Asking) -> FormDialog[Any]:
    """Why, and from when on."""
    form = new_form()
    form.add(NoteField("reason", WHY, is_required=True, limit=NOTE_LIMIT, lines=LINES))
    form.add(*moment_fields(one.context, FROM), spans=(8, 4))
    dialog = one.open(form, "oxygen", SET, partial(_save_set, one), about=ABOUT_SET)
    form.focus_field("reason")
    return dialog


def ask_end(one: Asking, target: OxygenRow) -> FormDialog[Any]:
    """Why no longer."""
    form = new_form()
    form.add(TextField("reason", WHY_END, is_required=True, limit=LINE_LIMIT))
    return one.open(form, "oxygen over", END, partial(_save_end, target), about=ABOUT_END)


def _save_set(one: Asking, uow: Any, values: Mapping[str, Any]) -> str:
    command = SetOxygenTarget(one.stay_id, values["reason"] or "", moment_of(one.context, values))
    return set_oxygen_target(uow, command)


def _save_end(target: OxygenRow, uow: Any, values: Mapping[str, Any]) -> None:
    written = target.written
    end_oxygen_target(uow, EndOxygenTarget(written.entry_id, written.version, values["reason"] or ""))
