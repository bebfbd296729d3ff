"""Asking for a decision about a stay with a form: its draft, its conflict, what is told when it is done."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.ui.dialogs.form_dialog import Filing, FormDialog, Kept
from facility_app.ui.forms.beginning import Shown
from facility_app.ui.forms.form import Form
from facility_app.ui.shell.spec import PageContext

Save = Callable[[Any, Mapping[str, Any], int], object]
Again = Callable[[Any], Kept[Any]]


def ask(
    context: PageContext,
    parent: QWidget,
    form: Form[Any],
    *,
    key: str,
    title: str,
    verb: str,
    save: Save,
    value: Shown,
    version: int = 0,
    again: Again | None = None,
    text: str = "",
) -> FormDialog[Any]:
    """Open the form in a dialog.

    Args:
        context: what a page works with.
        parent: the widget it stands over.
        form: made without its own bar.
        key: what the draft is kept under.
        title: above the form.
        verb: on the main button.
        save: the decision.
        value: what the form begins with.
        version: of what is decided about.
        again: reads it after somebody else decided first.
        text: a sentence under the title.
    """
    filing: Filing[Any] = Filing(key=key, save=save, again=again)
    dialog: FormDialog[Any] = FormDialog(
        context.theme,
        context.runner,
        context.drafts,
        form,
        filing,
        title=title,
        text=text,
        verb=verb,
        parent=parent,
    )
    dialog.open_with(value, version)
    return dialog
