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
from facility_app.ui.dialogs import CountersignDialog
from facility_app.ui.dialogs.question import Choice, Question
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Loudness

SECOND = label("pharmacy", "Người thứ hai xác nhận")
SIGN = label("verbs", "Xác nhận")
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
        self._agreed: Any = None
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
        dialog = CountersignDialog(
            self._context.theme, tr(SECOND), self._text, check=self._check, verb=SIGN, parent=self._over
        )
        dialog.signed.connect(partial(self._on_signed, again))
        dialog.open()

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

    def _check(self, name: str, password: str, answer: Callable[[str], None]) -> None:
        asked = partial(_agreed, self._press, self._verb, self._roles, name, password)
        op = self._context.runner.query(self, asked, topic="agree")
        op.success(partial(self._on_agreed, answer)).failure(partial(_refused, answer)).run()

    def _on_agreed(self, answer: Callable[[str], None], agreed: object) -> None:
        self._agreed = agreed
        answer("")

    def _on_signed(self, again: Callable[[], None], _name: str) -> None:
        self.given = Given(self._agreed, self.given.is_sure)
        again()

    def _on_sure(self, again: Callable[[], None], _answer: str) -> None:
        self.given = Given(self.given.countersign, is_sure=True)
        again()


def _agreed(press: Press, verb: str, roles: frozenset[Role], name: str, password: str, uow: Any) -> object:
    return press.agree(uow, verb, roles, name, password)


def _refused(answer: Callable[[str], None], failure: Failure) -> None:
    answer(failure.words)
