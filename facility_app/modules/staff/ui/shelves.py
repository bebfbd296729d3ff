"""A tab of one list about one person: the card, its verbs, and the dialogs they open."""

from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import Label, label
from facility_app.modules.staff.ui.fields import day_field, reason_field
from facility_app.ui.dialogs import Filing, FormDialog
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.models import ListSpec
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

CHOOSE_ONE = label("staff", "Hãy chọn một dòng trước.")
ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True)
class Ending:
    """What a dialog about an end asks for."""

    to_on: Any = None
    reason: str | None = None


class ListPane(Pane):
    """One list in a card.

    Attributes:
        card: the list.
        member_id: whose.
    """

    def __init__(
        self, context: PageContext, member_id: str, spec: ListSpec[Any], empty_action: Label | None = None
    ) -> None:
        """Show ``spec``; subclasses add verbs with ``card.set_actions``."""
        super().__init__()
        self.context, self.member_id = context, member_id
        offered = empty_action
        self.card = ListCard(context, spec, empty_action=offered, parent=self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.card)

    def ask(
        self,
        form: Form[ValueT],
        filing: Filing[ValueT],
        value: ValueT,
        *,
        title: Label,
        told: Label,
        version: int = 0,
        text: str = "",
    ) -> FormDialog[ValueT]:
        """Open ``form`` over the tab; ``told`` is said when it is saved."""
        context = self.context
        dialog: FormDialog[ValueT] = FormDialog(
            context.theme, context.runner, context.drafts, form, filing,
            title=tr(title), text=text, verb=title, parent=self,
        )  # fmt: skip
        dialog.saved.connect(partial(self.on_saved, told))
        dialog.open_with(value, version)
        return dialog

    def on_saved(self, told: Label, answer: object) -> None:
        """It is written."""
        self.context.say(tr(told))
        if isinstance(answer, str):
            self.card.select_when_here(answer)

    def on_failed(self, failure: Failure) -> None:
        """It was refused."""
        self.context.say(failure.words, Tone.DANGER)

    @override
    def refresh(self, change: Change) -> None:
        """The list follows by itself."""

    @override
    def first_focus(self) -> QWidget:
        return self.card.table


def ending_form(context: PageContext, head: Label) -> Form[Ending]:
    """The last day, and why."""
    form: Form[Ending] = Form(Ending, with_bar=False)
    form.add(day_field(context, "to_on", head, is_required=True))
    form.add(reason_field())
    return form
