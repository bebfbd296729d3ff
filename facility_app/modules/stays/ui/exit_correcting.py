"""Another reason in place of the one a stay was written down to have ended by."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.exits import EXIT_CODE_LABELS, ExitCode
from facility_app.modules.stays.domain.exits_seen import SEEN_EXIT_LABELS
from facility_app.modules.stays.queries.overview import StayOverview
from facility_app.modules.stays.queries.stays import get_stay
from facility_app.modules.stays.service.exit_correcting import CorrectExit, correct_exit
from facility_app.modules.stays.ui import words
from facility_app.modules.stays.ui.asking import ask
from facility_app.modules.stays.ui.fields import reason_note
from facility_app.ui.dialogs.form_dialog import FormDialog, Kept
from facility_app.ui.forms.beginning import Shown, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

CORRECT = label("verbs", "Sửa lý do ra")
SAVE = label("verbs", "Lưu")
TEXT = label(
    "stays", "{name}. Đã ghi: {exit}, ngày {day}. Ngày ra không đổi; lý do cũ vẫn còn, gạch bỏ, trong nhật ký."
)


def ask_correction(context: PageContext, parent: QWidget, seen: StayOverview, name: str) -> FormDialog[Any]:
    """Ask for the right reason, and how anybody knows."""
    stay = seen.stay
    form: Form[Any] = Form(shown, with_bar=False)
    exits = {code: EXIT_CODE_LABELS[code] for code in seen.exits if code != stay.exit_code}
    form.add(CodeField("exit_code", label("stays", "Lý do ra"), options=words.options(exits), is_required=True))
    form.add(reason_note(is_required=True))
    told = "" if stay.exit_code is None else tr(SEEN_EXIT_LABELS[stay.exit_code])
    view = shown()
    return ask(
        context, parent, form, key=f"stays.correct_exit/{stay.stay_id}", title=tr(CORRECT), verb=SAVE,
        save=partial(_save, stay.stay_id), value=view, version=stay.version,
        again=partial(_again, stay.stay_id, view),
        text=tr(TEXT, name=name, exit=told, day=words.day(stay.exited_on)),
    )  # fmt: skip


def _save(stay_id: str, uow: Any, values: Mapping[str, Any], version: int) -> object:
    order = CorrectExit(stay_id, version, ExitCode(values["exit_code"]), values["reason"] or "")
    return correct_exit(uow, order)


def _again(stay_id: str, view: Shown, uow: Any) -> Kept[Shown]:
    return Kept(view, get_stay(uow, stay_id).version)
