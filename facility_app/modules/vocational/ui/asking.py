"""A question in a dialog, answered by a verb."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label
from facility_app.ui.dialogs import Filing, FormDialog, ReasonDialog
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

Save = Callable[[Any, Mapping[str, Any], int], object]
Told = Callable[[Any], None]


def ask(
    context: PageContext,
    over: QWidget,
    form: Form[Any],
    *,
    key: str,
    verb: Label,
    begin: Any,
    save: Save,
    done: Told,
    text: str = "",
    version: int = 0,
) -> None:
    """Show a form; what is typed is kept under ``key`` until it is saved, then ``done`` hears the answer."""
    filing: Filing[Any] = Filing(key=key, save=save)
    dialog: FormDialog[Any] = FormDialog(
        context.theme,
        context.runner,
        context.drafts,
        form,
        filing,
        title=tr(verb),
        text=text,
        verb=verb,
        parent=over,
    )
    dialog.saved.connect(done)
    dialog.open_with(begin, version)


def ask_reason(
    context: PageContext, over: QWidget, *, verb: Label, text: str, save: Callable[[Any, str], object], done: Told
) -> None:
    """Ask why; ``save(uow, reason)`` decides."""
    dialog = ReasonDialog(context.theme, tr(verb), text, verb=tr(verb), is_dangerous=True, parent=over)
    dialog.given.connect(partial(_decide, context, over, save, done))
    dialog.open()


def _decide(
    context: PageContext, over: QWidget, save: Callable[[Any, str], object], done: Told, reason: str
) -> None:
    op = context.runner.command(over, partial(_strike, save, reason))
    op.success(done).failure(partial(_refused, context)).run()


def _strike(save: Callable[[Any, str], object], reason: str, uow: Any) -> object:
    return save(uow, reason)


def _refused(context: PageContext, failure: Failure) -> None:
    context.say(failure.words, Tone.DANGER)
