"""A form whose decision may need a second person: asked for when it is refused for that, then sent again."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label
from facility_app.modules.medication.ui.order_asking import Agreeing
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.forms.beginning import Shown
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure

NEED_SECOND: Final = frozenset({"order_needs_second", "countersign_missing"})
SignedSave = Callable[[Any, Mapping[str, Any], Any], object]
"""``save(uow, values, countersign)``."""


class SignedDialog(FormDialog[Shown]):
    """As every form over a page; a refusal for want of a signature asks for it."""

    def __init__(
        self,
        context: PageContext,
        form: Form[Shown],
        key: str,
        verb_id: str,
        save: SignedSave,
        *,
        verb: Label,
        text: str,
        sign_text: str,
        parent: QWidget,
    ) -> None:
        """Put ``form`` under the verb; ``verb_id`` is signed, ``sign_text`` says what it is."""
        self._agreed: Any = None
        self._save_signed, self._verb_id, self._sign_text = save, verb_id, sign_text
        super().__init__(
            context.theme,
            context.runner,
            context.drafts,
            form,
            Filing(key=key, save=self._save_with_signature),
            title=tr(verb).replace("&", ""),
            text=text,
            verb=tr(verb),
            parent=parent,
        )
        self._agreeing = Agreeing(context, self)

    def _save_with_signature(self, uow: Any, values: Mapping[str, object], _version: int) -> object:
        return self._save_signed(uow, values, self._agreed)

    def _on_signed(self, agreed: Any) -> None:
        self._agreed = agreed
        self.form.submit()

    @override
    def _on_refused(self, failure: Failure) -> None:
        super()._on_refused(failure)
        self._agreed = None  # a signature holds for one try
        if failure.code in NEED_SECOND:
            self._agreeing.ask(self._verb_id, self._sign_text, self._on_signed)


def ask_signed(
    context: PageContext,
    over: QWidget,
    form: Form[Shown],
    key: str,
    verb_id: str,
    save: SignedSave,
    begin: Shown,
    *,
    verb: Label,
    text: str,
    sign_text: str,
    then: Callable[[Any], None],
) -> SignedDialog:
    """Open it over a page; ``then`` hears the answer of the decision."""
    dialog = SignedDialog(
        context, form, key, verb_id, save, verb=verb, text=text, sign_text=sign_text, parent=over
    )
    dialog.saved.connect(partial(_tell, then))
    dialog.open_with(begin)
    return dialog


def _tell(then: Callable[[Any], None], answer: object) -> None:
    then(answer)
