"""What somebody cannot take is written down from their page, and struck out where it was wrong."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.modules.medication.domain.checks import ALLERGY_SEVERITY_LABELS, AllergySeverity
from facility_app.modules.medication.service.allergies import (
    AddAllergy,
    Noted,
    VoidAllergy,
    add_allergy,
    note_no_allergy,
    void_allergy,
    withdraw_no_allergy,
)
from facility_app.ui.dialogs.asking import ask
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.usual import line, past_day
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

ADD: Final = label("verbs", "Ghi dị ứng")
NO_ALLERGY: Final = label("verbs", "Đã hỏi: không có")
WITHDRAW_NONE: Final = label("verbs", "Gạch bỏ lời “không có dị ứng”")
WITHDRAW_TEXT: Final = label(
    "medication", "Ghi vì sao lời “không có dị ứng” không dùng được; người này lại là chưa hỏi."
)
NOTED_NONE: Final = label("medication", "Đã ghi: đã hỏi, không có dị ứng.")
WITHDRAWN: Final = label("medication", "Đã gạch bỏ; người này lại là chưa hỏi dị ứng.")
LISTED: Final = label("medication", "Đã ghi dị ứng trong danh sách này.")
TEXT: Final = label("medication", "Thuốc, chất người này không dùng được; ghi cả điều nghe kể.")


def ask_allergy(
    context: PageContext,
    over: QWidget,
    resident_id: str,
    groups: tuple[tuple[str, Label], ...],
    then: Callable[[Any], None],
    known: Mapping[str, str] | None = None,
) -> FormDialog[Any]:
    """Ask what, how grave, and how it is known; ``known`` is filled in already."""
    form = new_form()
    form.add(line("substance", label("medication", "Thuốc, chất"), is_required=True))
    form.add(
        CodeField(
            "severity",
            label("medication", "Mức"),
            options=tuple((one.value, text) for one, text in ALLERGY_SEVERITY_LABELS.items()),
            is_required=True,
        ),
        past_day(context, "noted_on", label("medication", "Biết từ ngày")),
        spans=(7, 5),
    )
    form.add(CodeField("group", label("medication", "Nhóm dị ứng chéo"), options=groups))
    form.add(line("reaction", label("medication", "Biểu hiện lúc đó")))
    form.add(CheckField("is_certain", label("medication", "Đã thấy hoặc đã thử, không chỉ nghe kể")))
    key = f"medication.allergy/{resident_id}"
    begin = shown(noted_on=context.today(), **(known or {}))
    save = partial(_add_allergy, resident_id)
    dialog = ask(context, over, form, key, ADD, tr(TEXT), begin, save)
    dialog.saved.connect(then)
    return dialog


def _add_allergy(resident_id: str, uow: Any, values: Mapping[str, Any]) -> Noted:
    command = AddAllergy(
        resident_id,
        values["substance"] or "",
        AllergySeverity(values["severity"]),
        values.get("group") or "",
        values.get("reaction") or "",
        bool(values.get("is_certain")),
        values.get("noted_on"),
    )
    return add_allergy(uow, command)


def strike_allergy(command: VoidAllergy, uow: Any) -> None:
    """Strike it out."""
    void_allergy(uow, command)


def asked_none(resident_id: str, uow: Any) -> str:
    """They were asked, and know of none."""
    return note_no_allergy(uow, resident_id)


def withdraw_none(command: VoidAllergy, uow: Any) -> None:
    """That was noted by mistake."""
    withdraw_no_allergy(uow, command)
