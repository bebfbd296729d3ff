"""A form asked over a page, filled with what it begins with."""

from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext


def ask_form(
    context: PageContext,
    over: QWidget,
    form: Form[Any],
    filing: Filing[Any],
    *,
    title: Label,
    text: str,
    verb: Label,
    begin: object,
) -> FormDialog[Any]:
    """Open ``form`` over ``over``; the answer is told by the dialog's ``saved``."""
    dialog: FormDialog[Any] = FormDialog(
        context.theme, context.runner, context.drafts, form, filing, title=tr(title), text=text, verb=verb,
        parent=over,
    )  # fmt: skip
    dialog.open_with(begin)
    return dialog
