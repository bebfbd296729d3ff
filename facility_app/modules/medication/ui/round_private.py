"""Doses behind the wall: opened by a deed that is kept, merged into the round, out of sight when it is left."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import SEE_PRIVATE_LINES
from facility_app.modules.medication.queries.mar import RoundAsked
from facility_app.modules.medication.service.looking import PrivateRound, open_private_round
from facility_app.modules.medication.ui.round_card import BedsideView
from facility_app.modules.medication.ui.round_model import Line, RoundModel
from facility_app.modules.medication.ui.round_words import OPEN_PRIVATE
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner

PRIVATE_OPEN = label("medication", "Liều giữ kín đang mở. Lần xem này đã ghi vào nhật ký.")
LAST: Final = "\uffff"
"""Behind every bed."""


class PrivateDoses(QObject):
    """The closed part of the round that ``asked`` names.

    Attributes:
        banner: says that it is open.

    Signals:
        opened(object): the lines of the round, with what lies behind the wall.
        closed(object): the lines of the round without it.
    """

    opened = Signal(object)
    closed = Signal(object)

    def __init__(
        self,
        context: PageContext,
        model: RoundModel,
        card: BedsideView,
        asked: Callable[[], RoundAsked],
        over: QWidget,
    ) -> None:
        """Closed."""
        super().__init__(over)
        self._context, self._model, self._card, self._asked, self._over = context, model, card, asked, over
        self._is_open = False
        self.banner = Banner(context.theme, tr(PRIVATE_OPEN), Tone.INFO)
        self.banner.hide()

    @property
    def is_kept_back(self) -> bool:
        """Whether there may be doses this account could open and has not."""
        return self._context.may(SEE_PRIVATE_LINES) and not self._is_open

    def open(self) -> None:
        """Open the doses that reveal what is closed; the look is kept."""
        op = self._context.runner.command(self._over, partial(_private, self._asked()))
        op.success(self._on_read).failure(self._on_told).run()

    def close(self) -> None:
        """Out of sight again."""
        was_open, self._is_open = self._is_open, False
        self.banner.hide()
        self._card.show_private(())
        if was_open:
            self.closed.emit(self._open_lines())

    def merged(self, lines: Sequence[Line]) -> list[Line]:
        """``lines`` as read anew, with what of the closed part is in view."""
        return _merged(lines, [line for line in self._model.lines if line.is_private] if self._is_open else [])

    def action(self, why_not: Callable[[], str | None]) -> ActionSpec:
        """Opens them."""
        return ActionSpec(
            "medication.open_private_round", OPEN_PRIVATE, self.open, "lock-open", "Ctrl+Shift+O",
            SEE_PRIVATE_LINES, why_not,
        )  # fmt: skip

    def _open_lines(self) -> list[Line]:
        return [line for line in self._model.lines if not line.is_private]

    def _on_read(self, found: PrivateRound) -> None:
        self._is_open = True
        self.banner.show()
        self._card.show_private(found.allergies)
        self.opened.emit(_merged(self._open_lines(), [Line(row, is_private=True) for row in found.rows]))

    def _on_told(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _merged(lines: Sequence[Line], private: Sequence[Line]) -> list[Line]:
    """Both sides in the order of the beds; doses of one person stand together."""
    people: dict[str, int] = {}
    for line in lines:
        people.setdefault(line.row.resident_id, len(people))
    behind = len(people)

    def order(line: Line) -> tuple[int, str, str, date, str, str, str]:
        row = line.row
        place = people.get(row.resident_id, behind)
        return place, row.place or LAST, row.resident_id, row.due_on, row.slot, row.medicine, row.order_id

    return sorted([*lines, *private], key=order)


def _private(asked: RoundAsked, uow: Any) -> PrivateRound:
    return open_private_round(uow, asked)
