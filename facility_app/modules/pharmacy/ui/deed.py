"""A form over a window whose decision may want a second person, or a question answered, before it is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import Label
from facility_app.modules.pharmacy.domain.rights import WITNESSES
from facility_app.modules.pharmacy.ui.assent import Assent, Given
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog, Kept
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure

Save = Callable[[Any, Mapping[str, Any], Given, int], object]
"""``(unit of work, values by name, what was agreed to, version)`` → the verb's answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A decision as its dialog needs it.

    Attributes:
        verb: the verb's id; the draft is kept under it and ``record``.
        title: stands over the form; ``button`` on it, the title again where nothing is said.
        text: what is to be known before.
        save: the decision, on a working thread.
        roles: who may be the second person.
        again: reads the record after somebody else saved it.
    """

    verb: str
    title: Label
    save: Save
    record: str = ""
    button: Label | None = None
    text: str = ""
    roles: frozenset[Role] = WITNESSES
    again: Callable[[Any], Kept[Any]] | None = None


class DeedDialog(FormDialog[Any]):
    """Opened with ``open_with``; stays open with everything typed until it is written."""

    def __init__(self, press: Press, context: PageContext, form: Form[Any], deed: Deed, parent: QWidget) -> None:
        """Over ``parent``."""
        self._given = [Given()]
        filing: Filing[Any] = Filing(
            key=f"{deed.verb} {deed.record}".strip(),
            save=partial(_save, deed.save, self._given),
            again=deed.again,
        )
        super().__init__(
            context.theme,
            context.runner,
            context.drafts,
            form,
            filing,
            title=tr(deed.title),
            text=deed.text,
            verb=tr(deed.button or deed.title),
            parent=parent,
        )
        signs = f"{tr(deed.title)}. {deed.text}" if deed.text else tr(deed.title)
        self.assent = Assent(press, context, self, deed.verb, roles=deed.roles, text=signs)

    @override
    def _on_submitted(self, values: Mapping[str, object]) -> None:
        self._given[0] = self.assent.given
        super()._on_submitted(values)

    @override
    def _on_refused(self, failure: Failure) -> None:
        if self.assent.takes(failure, self.form.submit):
            self._hold(is_saving=False)
        else:
            super()._on_refused(failure)


def _save(save: Save, given: list[Given], uow: Any, values: Mapping[str, Any], version: int) -> object:
    return save(uow, values, given[0], version)
