"""What a decision may still ask for: a second person beside the first, and whether an odd number is meant."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain.rights import WITNESSES
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.ui.dialogs.question import Choice, Question
from facility_app.ui.dialogs.second_person import SecondPerson, agreeing_to
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Loudness

SURE_TITLE = label("pharmacy", "Số này có đúng không?")
SURE, MEND = label("verbs", "Đúng, ghi như vậy"), label("verbs", "Sửa lại")
NEEDED: Final = "countersign_missing"
ASKED: Final = frozenset(
    {"amount_unusual", "lot_differs", "count_stale", "council_too_small", "authority_missing"}
)
"""Refusals that are questions: the same again, confirmed, goes through where nothing binding forbids it."""


@dataclass(frozen=True, slots=True)
class Given:
    """What was agreed to so far.

    Attributes:
        countersign: of the second person; None when nobody was asked.
        is_sure: whether what was asked about was confirmed.
    """

    countersign: Any = None
    is_sure: bool = False


class Assent(QObject):
    """Asks over one widget for what one verb still needs, then lets it be tried again.

    Attributes:
        given: what there is by now.
    """

    def __init__(
        self,
        press: Press,
        context: PageContext,
        over: QWidget,
        verb: str,
        *,
        roles: frozenset[Role] = WITNESSES,
        text: str = "",
    ) -> None:
        """For ``verb``; ``text`` says what the second person signs."""
        super().__init__(over)
        self._press, self._context, self._over = press, context, over
        self._verb, self._roles, self._text = verb, roles, text
        self._second = SecondPerson(context, over)
        self.given = Given()

    def forget(self) -> None:
        """Begin anew: what was agreed to was for what is done."""
        self.given = Given()

    def takes(self, failure: Failure, again: Callable[[], None]) -> bool:
        """Whether the refusal is one that is asked about; ``again`` runs when the answer is yes."""
        if failure.code == NEEDED:
            self._ask_second(again)
            return True
        if failure.code in ASKED and not self.given.is_sure:
            self._ask_sure(failure.words, again)
            return True
        return False

    def _ask_second(self, again: Callable[[], None]) -> None:
        agree = agreeing_to(self._press.agree, self._verb, self._roles)
        self._second.ask(agree, self._text, partial(self._on_signed, again))

    def _ask_sure(self, text: str, again: Callable[[], None]) -> None:
        choices = (Choice("sure", SURE, Loudness.PRIMARY),)
        dialog = Question(
            self._context.theme,
            tr(SURE_TITLE),
            text,
            choices,
            refusal=MEND,
            tone=Tone.WARNING,
            parent=self._over,
        )
        dialog.answered.connect(partial(self._on_sure, again))
        dialog.open()

    def _on_signed(self, again: Callable[[], None], agreed: Any) -> None:
        self.given = Given(agreed, self.given.is_sure)
        again()

    def _on_sure(self, again: Callable[[], None], _answer: str) -> None:
        self.given = Given(self.given.countersign, is_sure=True)
        again()
