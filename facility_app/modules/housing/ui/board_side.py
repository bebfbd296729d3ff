"""What stands beside the board: the bed with the keyboard, whoever is in hand, or who has no bed."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from facility_app.modules.housing.queries.board import BoardBed, BoardRoom, HistoryRow, list_bed_history
from facility_app.modules.housing.ui.bed_card import BedCard
from facility_app.modules.housing.ui.bedless_card import BedlessCard
from facility_app.modules.housing.ui.ranking import RankingCard
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card

LEAST: Final = 210
HISTORY_MS: Final = 250


class BoardSide(Card):
    """One of three at a time.

    Attributes:
        bed: the bed with the keyboard, and who had it before once the keyboard rests there.
        ranking: whoever is in hand with every room for them.
        bedless: who is inside without a bed.
    """

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """The bed."""
        theme = context.theme
        super().__init__(theme, parent=parent)
        self._context = context
        self._bed_id = ""
        self.bed, self.ranking, self.bedless = BedCard(theme), RankingCard(theme), BedlessCard(theme)
        self._faces = QStackedWidget(self)
        for one in (self.bed, self.ranking, self.bedless):
            self._faces.addWidget(one)
        self.body.addWidget(self._faces)
        self.setMinimumWidth(theme.px(LEAST))
        self._history = QTimer(self)
        self._history.setSingleShot(True)
        self._history.setInterval(HISTORY_MS)
        self._history.timeout.connect(self._on_history_due)

    def face(self) -> QWidget | None:
        """The one shown."""
        return self._faces.currentWidget()

    def show_face(self, face: QWidget) -> None:
        """Show one of the three."""
        self._faces.setCurrentWidget(face)

    def show_bed(self, found: tuple[BoardBed, BoardRoom] | None) -> None:
        """The keyboard came to another bed."""
        self._bed_id = "" if found is None else found[0].bed_id
        self.bed.show_bed(found)
        if self._bed_id and self.face() is self.bed:
            self._history.start()

    def _on_history_due(self) -> None:
        if self._bed_id:
            op = self._context.runner.query(self, partial(_history, self._bed_id), topic="history")
            op.success(self.bed.show_history).failure(self._on_told).run()

    def _on_told(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _history(bed_id: str, uow: Any) -> Sequence[HistoryRow]:
    return list_bed_history(uow, bed_id)
