"""A step of a release as data: what is known of it, and the verbs that do it, each with its small form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label, label
from facility_app.modules.discharge.queries.board import ReleaseView
from facility_app.modules.discharge.ui.press import Press
from facility_app.modules.discharge.ui.seeing import see_release
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog, Kept
from facility_app.ui.forms.beginning import Shown
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

CORRECT = label("verbs", "Sửa")


def _case_version(view: ReleaseView) -> int:
    return view.detail.facts.version


def _always(_view: ReleaseView) -> None:
    return


def _no_words(_view: ReleaseView) -> str:
    return ""


def _no_paper(_view: ReleaseView) -> None:
    return


@dataclass(frozen=True, slots=True, kw_only=True)
class StepVerb:
    """One decision about a release, asked for with a form.

    Attributes:
        id: the verb's id.
        text: on its button; ``title`` above its form.
        form: makes the form without its own bar.
        begin: what the form begins with.
        save: the decision: ``(press, view, uow, values, version)``; on the writer's thread.
        told: said when it is done.
        version: of what is decided about; the case's unless told.
        again: on its button once the step is done; the same text unless told.
        why_not: why it cannot be done now, with the article; None when it can.
        hint: a sentence above the form.
    """

    id: str
    text: Label
    title: Label
    permission: Permission
    form: Callable[[PageContext, ReleaseView], Form[Any]]
    begin: Callable[[ReleaseView, date], Mapping[str, object]]
    save: Callable[[Press, ReleaseView, Any, Mapping[str, Any], int], object]
    told: Label
    version: Callable[[ReleaseView], int] = _case_version
    again: Label | None = None
    why_not: Callable[[ReleaseView], str | None] = _always
    hint: Callable[[ReleaseView], str] = _no_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step.

    Attributes:
        code: as the gate names it.
        said: what is known of it, in one line; empty for nothing.
        verbs: what can be done; the last one is the likeliest.
        paper: id of the paper the step is about, whose page has more; None without one.
    """

    code: str
    said: Callable[[ReleaseView], str]
    verbs: tuple[StepVerb, ...] = ()
    paper: Callable[[ReleaseView], str | None] = _no_paper


def past_day(
    context: PageContext, name: str, head: Label, *, is_required: bool = False, hint: Label | None = None
) -> DateField:
    """A day that has come."""
    today = context.today
    return DateField(name, head, today=today, latest=today, is_required=is_required, hint=hint)


def note(
    name: str, head: Label, *, is_required: bool = False, hint: Label | None = None, lines: int = 3
) -> NoteField:
    """A few sentences."""
    return NoteField(name, head, is_required=is_required, hint=hint, lines=lines)


def ask(context: PageContext, press: Press, parent: QWidget, view: ReleaseView, verb: StepVerb) -> FormDialog[Any]:
    """Open the form of a verb; its draft is kept, a conflict is shown field by field."""
    today = context.today()
    stay_id = view.detail.stay.stay_id
    filing: Filing[Any] = Filing(
        key=f"{verb.id}/{stay_id}",
        save=partial(_save, press, verb, view),
        again=partial(_again, verb, stay_id, today),
    )
    dialog: FormDialog[Any] = FormDialog(
        context.theme,
        context.runner,
        context.drafts,
        verb.form(context, view),
        filing,
        title=tr(verb.title),
        text=verb.hint(view),
        verb=tr(verb.text),
        parent=parent,
    )
    dialog.setObjectName(f"dialog_{verb.id}")
    dialog.open_with(Shown(verb.begin(view, today)), verb.version(view))
    return dialog


def _save(
    press: Press, verb: StepVerb, view: ReleaseView, uow: Any, values: Mapping[str, Any], version: int
) -> object:
    return verb.save(press, view, uow, values, version)


def _again(verb: StepVerb, stay_id: str, today: date, uow: Any) -> Kept[Any]:
    view = see_release(uow, stay_id)
    return Kept(Shown(verb.begin(view, today)), verb.version(view))
