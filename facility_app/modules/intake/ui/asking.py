"""A small form about a case: its fields, what it begins with, the decision it makes; its draft is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.forms.beginning import Shown
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A form about a case.

    Attributes:
        id: of the form and its draft.
        save: ``(uow, values)``.
        told: said when it is written; ``{answer}`` is what the decision answers.
    """

    id: str
    title: Label
    verb: Label
    make: Callable[[], Form[Any]]
    begin: Shown
    save: Callable[[Any, Mapping[str, Any]], object]
    told: Label
    text: str = ""


def ask(context: PageContext, over: QWidget, case_id: str, asked: Asked) -> FormDialog[Any]:
    """Open it; its draft is kept."""
    filing: Filing[Any] = Filing(key=f"{asked.id}/{case_id}", save=partial(_save, asked))
    dialog: FormDialog[Any] = FormDialog(
        context.theme,
        context.runner,
        context.drafts,
        asked.make(),
        filing,
        title=tr(asked.title),
        text=asked.text,
        verb=tr(asked.verb),
        parent=over,
    )
    dialog.setObjectName(f"dialog_{asked.id}")
    dialog.open_with(asked.begin)
    return dialog


def _save(asked: Asked, uow: Any, values: Mapping[str, Any], _version: int) -> object:
    return asked.save(uow, values)
