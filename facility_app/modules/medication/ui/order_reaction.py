"""A medicine stopped because of what it did: the allergy and the event are offered, filled in."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import fold
from facility_app.modules.medication.domain import KEEP_ALLERGIES
from facility_app.modules.medication.queries.telling import EVENT_RIGHTS
from facility_app.modules.medication.ui.order_allergy import ask_allergy
from facility_app.modules.medication.ui.order_columns import OrderShown
from facility_app.ui.dialogs import Choice, Question
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Loudness

EVENTS: Final = "treatment.events"
REACTION: Final = label("medication", "Phản ứng khi dùng thuốc: ")
"""Offered to begin the reason with."""
TITLE: Final = label("medication", "Ghi luôn phản ứng này?")
TEXT: Final = label(
    "medication",
    "{medicine} đã ngừng: {reason}. Dị ứng ghi vào đây thì lần kê sau được cảnh báo; sự việc thì có hồ sơ và việc "
    "phải làm.",
)
NOTE_ALLERGY: Final = label("verbs", "Ghi dị ứng")
NOTE_EVENT: Final = label("verbs", "Ghi sự việc nghiêm trọng")
ACCOUNT: Final = label("medication", "Sau khi dùng {medicine}: {reason}. Thuốc đã ngừng.")
ALLERGY, EVENT = "allergy", "event"
_STEMS: Final = (
    *(
        "di ung",
        "phan ung",
        "phan ve",
        "phat ban",
        "noi ban",
        "me day",
        "man ngua",
        "noi man",
        "phu mat",
        "phu moi",
    ),
    *("kho tho", "tac dung phu", "tac dung khong mong muon"),
)
"""How a reason that tells of a reaction is worded; what is offered then is refused by one key."""


def is_reaction(reason: str) -> bool:
    """Whether a reason tells of a reaction, typed with marks or without."""
    told = fold(reason)
    return any(one in told for one in _STEMS)


class Reactions:
    """What is offered after an order was stopped, over one tab."""

    def __init__(
        self,
        context: PageContext,
        over: QWidget,
        groups: Callable[[], tuple[tuple[str, Label], ...]],
        noted: Callable[[Any], None],
    ) -> None:
        """Over ``over``; ``groups`` are the cross-allergy groups, ``noted`` hears of an allergy written down."""
        self._context, self._over, self._groups, self._noted = context, over, groups, noted

    def offer(self, one: OrderShown, reason: str, done: str = "") -> None:
        """Offer what the actor may write down but for ``done``; nothing where no reaction is told."""
        choices = []
        if done != ALLERGY and self._context.may(KEEP_ALLERGIES):
            choices.append(Choice(ALLERGY, tr(NOTE_ALLERGY), Loudness.PRIMARY))
        # The event of a medicine that is kept apart is told in words of the doctor's own.
        if all(map(self._context.may, EVENT_RIGHTS)) and not one.is_private:
            choices.append(Choice(EVENT, tr(NOTE_EVENT), Loudness.QUIET))
        if not is_reaction(reason) or not choices:
            return
        text = tr(TEXT, medicine=one.row.medicine.name, reason=reason.rstrip("."))
        question = Question(
            self._context.theme, tr(TITLE), text, tuple(choices), tone=Tone.WARNING, parent=self._over
        )
        question.answered.connect(partial(self._on_answered, one, reason))
        question.open()

    def _on_answered(self, one: OrderShown, reason: str, answer: str) -> None:
        resident_id, medicine = one.row.resident_id, one.row.medicine
        if answer == ALLERGY:
            then = partial(self._on_noted, one, reason)
            begin = {"substance": medicine.generic, "reaction": reason}
            ask_allergy(self._context, self._over, resident_id, self._groups(), then, begin)
            return
        account = tr(ACCOUNT, medicine=medicine.name, reason=reason.rstrip("."))
        args = {"about": resident_id, "kind": "allergy", "account": account}
        self._context.go(Route(EVENTS, "", args))

    def _on_noted(self, one: OrderShown, reason: str, noted: Any) -> None:
        self._noted(noted)
        self.offer(one, reason, ALLERGY)
