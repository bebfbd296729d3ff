"""A second person agrees to what the first decides: asked over a page or a form, known on a working thread."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import Label, label
from facility_app.ui.dialogs.countersign import CountersignDialog
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure

TITLE: Final = label("ui", "Người thứ hai xác nhận")
SIGN: Final = label("verbs", "Xác nhận")
Agree = Callable[[Any, str, str], object]
"""``(unit of work, account name, password)`` → what the second person gave, or the refusal."""
AgreeTo = Callable[[Any, str, frozenset[Role], str, str], object]
"""``(unit of work, verb, roles, account name, password)`` → the agreement of somebody of ``roles`` to ``verb``."""


class SecondPerson(QObject):
    """Asks for a second person over one widget."""

    def __init__(self, context: PageContext, over: QWidget) -> None:
        """Over ``over``."""
        super().__init__(over)
        self._context, self._over = context, over
        self._agreed: Any = None

    def ask(
        self, agree: Agree, text: str, then: Callable[[Any], None], *, title: Label = TITLE, sign: Label = SIGN
    ) -> CountersignDialog:
        """Ask; ``then`` gets what ``agree`` answered once, ``text`` says what the second person signs."""
        self._agreed = None
        check = partial(self._check, agree)
        dialog = CountersignDialog(self._context.theme, tr(title), text, check=check, verb=sign, parent=self._over)
        dialog.signed.connect(partial(self._on_signed, then))
        dialog.open()
        return dialog

    def _check(self, agree: Agree, name: str, password: str, answer: Callable[[str], None]) -> None:
        asked = partial(_agreed, agree, name, password)
        op = self._context.runner.query(self, asked, topic="agree")
        op.success(partial(self._on_agreed, answer)).failure(partial(_refused, answer)).run()

    def _on_agreed(self, answer: Callable[[str], None], agreed: object) -> None:
        self._agreed = agreed
        answer("")

    def _on_signed(self, then: Callable[[Any], None], _name: str) -> None:
        agreed, self._agreed = self._agreed, None
        then(agreed)


def _agreed(agree: Agree, name: str, password: str, uow: Any) -> object:
    return agree(uow, name, password)


def _refused(answer: Callable[[str], None], failure: Failure) -> None:
    answer(failure.words)


def agreeing_to(agree: AgreeTo, verb: str, roles: frozenset[Role]) -> Agree:
    """How a second person of ``roles`` agrees to ``verb``."""
    return partial(_agree_to, agree, verb, roles)


def _agree_to(agree: AgreeTo, verb: str, roles: frozenset[Role], uow: Any, name: str, password: str) -> object:
    return agree(uow, verb, roles, name, password)
