"""A form that asks for a decision, opened over a page in one step."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.forms.beginning import Shown
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

Save: TypeAlias = Callable[[Any, Mapping[str, Any]], object]
"""Writes what was typed, by the names of the fields."""


def ask(
    context: PageContext,
    over: QWidget,
    form: Form[Shown],
    key: str,
    verb: Label,
    text: str,
    begin: Shown,
    save: Save,
) -> FormDialog[Any]:
    """Open ``form`` over ``over``; what is typed is kept under ``key`` until it is written."""
    dialog: FormDialog[Any] = FormDialog(
        context.theme,
        context.runner,
        context.drafts,
        form,
        Filing(key=key, save=partial(_save, save)),
        title=tr(verb).replace("&", ""),
        text=text,
        verb=tr(verb),
        parent=over,
    )
    dialog.open_with(begin)
    return dialog


def _save(save: Save, uow: Any, values: Mapping[str, object], _version: int) -> object:
    return save(uow, values)
