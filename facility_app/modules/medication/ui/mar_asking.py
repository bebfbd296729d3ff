"""Which days of somebody's MAR are printed: seven or fourteen, of any time."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.labels import Label, label
from facility_app.modules.medication.papers.sheets import PAGE_DAYS, MarPage
from facility_app.modules.medication.service.printing import print_mar
from facility_app.ui.dialogs.asking import ask
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import Sheets
from facility_app.ui.shell.spec import PageContext

MAR: Final = label("verbs", "In phiếu theo dõi dùng thuốc")
MAR_FILE: Final = "phieu theo doi dung thuoc"
TO_ON: Final = label("medication", "Đến hết ngày")
DAYS: Final = label("medication", "Số ngày trên tờ")
DAY_LABELS: Final[tuple[tuple[str, Label], ...]] = tuple(
    (str(one), text)
    for one, text in zip(PAGE_DAYS, (label("medication", "7 ngày"), label("medication", "14 ngày")), strict=True)
)
TEXT: Final = label(
    "medication",
    "In được mọi ngày đã qua: gõ ngày cuối của tờ, hoặc -14 cho tờ hết vào hai tuần trước. Lần in được ghi lại.",
)


def ask_mar(
    context: PageContext, over: QWidget, sheets: Sheets, resident_id: str, to_on: date, name: str = ""
) -> FormDialog[Any]:
    """Ask for the last day and how many; then the page is taken and shown.

    Args:
        context: of the page.
        over: what the form stands over.
        sheets: shows the page.
        resident_id: whose.
        to_on: the last day it begins with.
        name: whose, where the page below does not say it already.
    """
    form = new_form()
    form.add(
        DateField("to_on", TO_ON, today=context.today, is_required=True),
        CodeField("days", DAYS, options=DAY_LABELS, is_required=True),
        spans=(6, 6),
    )
    dialog = ask(
        context,
        over,
        form,
        f"medication.print_mar/{resident_id}",
        MAR,
        "\n".join(filter(None, (name, tr(TEXT)))),
        shown(to_on=to_on, days=DAY_LABELS[-1][0]),
        partial(_take, resident_id),
    )
    dialog.saved.connect(partial(sheets.show_paper, MAR_FILE))
    return dialog


def _take(resident_id: str, uow: Any, values: Mapping[str, Any]) -> PlainPaper:
    days = int(values["days"])
    return print_mar(uow, MarPage(resident_id, values["to_on"] - timedelta(days=days - 1), days))
