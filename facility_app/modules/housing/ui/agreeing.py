"""A second person agrees to one verb: the dialog, the check on a working thread, then the deed."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import Label, label
from facility_app.modules.housing.ui.press import Press
from facility_app.ui.dialogs import CountersignDialog
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure

TITLE = label("housing", "Người thứ hai xác nhận")
SIGN = label("verbs", "Xác nhận")
ASK = label("verbs", "Nhờ người thứ hai xác nhận")


class Agreeing(QObject):
    """Asks for a second person over one page."""

    def __init__(self, press: Press, context: PageContext, over: QWidget) -> None:
        """Over ``over``."""
        super().__init__(over)
        self._press, self._context, self._over = press, context, over
        self._agreed: Any = None

    def ask(
        self, verb: str, roles: frozenset[Role], text: str, then: Callable[[Any], None], sign: Label = SIGN
    ) -> None:
        """Ask; ``then`` gets what the second person gave, ``text`` says what they sign."""
        self._agreed = None
        check = partial(self._check, verb, roles)
        dialog = CountersignDialog(self._context.theme, tr(TITLE), text, check=check, verb=sign, parent=self._over)
        dialog.signed.connect(partial(self._on_signed, then))
        dialog.open()

    def _check(
        self, verb: str, roles: frozenset[Role], name: str, password: str, answer: Callable[[str], None]
    ) -> None:
        asked = partial(_agreed, self._press, verb, roles, name, password)
        op = self._context.runner.query(self, asked, topic="agree")
        op.success(partial(self._on_agreed, answer)).failure(partial(_refused, answer)).run()

    def _on_agreed(self, answer: Callable[[str], None], agreed: object) -> None:
        self._agreed = agreed
        answer("")

    def _on_signed(self, then: Callable[[Any], None], _name: str) -> None:
        agreed, self._agreed = self._agreed, None
        then(agreed)


def _agreed(press: Press, verb: str, roles: frozenset[Role], name: str, password: str, uow: Any) -> object:
    return press.agree(uow, verb, roles, name, password)


def _refused(answer: Callable[[str], None], failure: Failure) -> None:
    answer(failure.words)
