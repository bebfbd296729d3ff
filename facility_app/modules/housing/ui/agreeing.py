"""Who agrees to a verb of the house: somebody of the roles named, beside whoever decides."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import Label, label
from facility_app.modules.housing.ui.press import Press
from facility_app.ui.dialogs.second_person import SIGN, SecondPerson, agreeing_to
from facility_app.ui.shell.spec import PageContext

ASK = label("verbs", "Nhờ người thứ hai xác nhận")


class Agreeing:
    """Asks for a second person over one page."""

    def __init__(self, press: Press, context: PageContext, over: QWidget) -> None:
        """Over ``over``."""
        self._agree, self._second = press.agree, SecondPerson(context, over)

    def ask(
        self, verb: str, roles: frozenset[Role], text: str, then: Callable[[Any], None], sign: Label = SIGN
    ) -> None:
        """Ask; ``then`` gets what the second person gave, ``text`` says what they sign."""
        self._second.ask(agreeing_to(self._agree, verb, roles), text, then, sign=sign)
