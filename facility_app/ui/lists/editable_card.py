"""A short list in a card whose rows are added and decided about, each verb made of data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label
from facility_app.ui.dialogs import Filing, FormDialog, ReasonDialog
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_page import CHOOSE_ONE
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.lists.warned import answered
from facility_app.ui.models import ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardVerb(Generic[RowT]):
    """One verb of a card, for a new row or the one selected; what takes a unit of work runs on working threads.

    Attributes:
        id: ``<slice>.<verb>``, stable.
        text: what stands on its button and above its question.
        permission: whose right it is.
        icon: beside its words.
        told: what is said when it is done.
        shortcut: its key.
        needs_row: whether it is about the row selected.
        is_dangerous: whether it is painted as such.
        why_not: why it cannot be done to a row, asked of None for a verb that needs none; None when it can.
        answer_id: the id, in what the decision answers, of the row to select; text answers are one themselves.
        warnings: what of the answer is to be thought about, in words.
    """

    id: str
    text: Label
    permission: Permission
    icon: str
    told: Label
    shortcut: str = ""
    needs_row: bool = True
    is_dangerous: bool = False
    why_not: Callable[[RowT], Label | None] | None = None
    answer_id: Callable[[Any], str] | None = None
    warnings: Callable[[Any], Sequence[Label]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormVerb(CardVerb[RowT]):
    """A verb that asks with a form.

    Attributes:
        form: makes the form, without its own bar.
        begin: ``begin(context, row)``: what the form shows; the row is None for a verb that needs none.
        save: ``save(uow, row id, version, values by name)``; the row id is empty for a verb that needs none.
        version: the version of a row; None where nothing is overwritten.
        about: what stands above the form, of the row it is about.
    """

    form: Callable[[PageContext], Form[Any]]
    begin: Callable[[PageContext, RowT | None], Any]
    save: Callable[[Any, str, int, Mapping[str, Any]], object]
    version: Callable[[RowT], int] | None = None
    about: Callable[[RowT], str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonVerb(CardVerb[RowT]):
    """A verb that asks for nothing but a reason.

    Attributes:
        title: what the question is called.
        about: what it says of the row.
        button: what stands on its button.
        save: ``save(uow, row, reason)``.
    """

    title: Label
    about: Callable[[RowT], str]
    button: Label
    save: Callable[[Any, RowT, str], object]


class EditableCard(ListCard):
    """The list and its verbs."""

    def __init__(
        self,
        context: PageContext,
        spec: ListSpec[RowT],
        verbs: Sequence[FormVerb[RowT] | ReasonVerb[RowT]],
        *,
        owner: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show ``spec``.

        Args:
            context: what a page works with.
            spec: the list.
            verbs: what can be done, the main one first.
            owner: id of whom the list is about, so that what is half typed comes back to the right one.
            parent: Qt's owner.
        """
        super().__init__(context, spec, parent=parent)
        self.context = context
        self._owner = owner
        self._verbs: dict[str, FormVerb[Any] | ReasonVerb[Any]] = {one.id: one for one in verbs}
        self.set_actions([self._action(one) for one in verbs])

    def run(self, verb_id: str) -> None:
        """Ask what the verb asks."""
        verb, row = self._verbs[verb_id], self.row()
        if verb.needs_row and row is None:
            return
        if isinstance(verb, ReasonVerb):
            self._ask_reason(verb, row)
        else:
            self._ask_form(verb, row if verb.needs_row else None)

    def _action(self, verb: FormVerb[Any] | ReasonVerb[Any]) -> ActionSpec:
        return ActionSpec(
            verb.id, verb.text, partial(self.run, verb.id), verb.icon, verb.shortcut, verb.permission,
            partial(self._why_not, verb), is_dangerous=verb.is_dangerous,
        )  # fmt: skip

    def _why_not(self, verb: CardVerb[Any]) -> str | None:
        row = self.row() if verb.needs_row else None
        if verb.needs_row and row is None:
            return tr(CHOOSE_ONE)
        reason = None if verb.why_not is None else verb.why_not(row)
        return None if reason is None else tr(reason)

    def _ask_form(self, verb: FormVerb[Any], row: Any) -> None:
        context = self.context
        row_id = "" if row is None else self.spec.row_id(row)
        key = f"{verb.id} {row_id or self._owner}".strip()
        filing: Filing[Any] = Filing(key=key, save=partial(_save, verb, row_id))
        about = "" if row is None or verb.about is None else verb.about(row)
        dialog: FormDialog[Any] = FormDialog(
            context.theme, context.runner, context.drafts, verb.form(context), filing,
            title=tr(verb.text), text=about, verb=verb.text, parent=self,
        )  # fmt: skip
        dialog.saved.connect(partial(self._on_done, verb))
        version = 0 if row is None or verb.version is None else verb.version(row)
        dialog.open_with(verb.begin(context, row), version)

    def _ask_reason(self, verb: ReasonVerb[Any], row: Any) -> None:
        dialog = ReasonDialog(
            self.context.theme, tr(verb.title), verb.about(row), verb=verb.button,
            is_dangerous=verb.is_dangerous, parent=self,
        )  # fmt: skip
        dialog.given.connect(partial(self._on_reason_given, verb, row))
        dialog.open()

    def _on_reason_given(self, verb: ReasonVerb[Any], row: Any, reason: str) -> None:
        op = self.context.runner.command(self, partial(_strike, verb, row, reason))
        op.success(partial(self._on_done, verb)).failure(self._on_failed).run()

    def _on_done(self, verb: CardVerb[Any], answer: object) -> None:
        self.context.say(tr(verb.told))
        answer = answered(self.context, answer)
        made = answer if verb.answer_id is None else verb.answer_id(answer)
        if isinstance(made, str):
            self.select_when_here(made)
        for warning in () if verb.warnings is None else verb.warnings(answer):
            self.context.say(tr(warning), Tone.WARNING)

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)


def _save(verb: FormVerb[Any], row_id: str, uow: Any, values: Mapping[str, Any], version: int) -> object:
    return verb.save(uow, row_id, version, values)


def _strike(verb: ReasonVerb[Any], row: Any, reason: str, uow: Any) -> object:
    return verb.save(uow, row, reason)
