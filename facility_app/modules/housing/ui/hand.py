"""Whoever is taken in hand over the board: judged in every bed, put into one by key, by list or by drag."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.rules import Level
from facility_app.modules.housing.queries.board import BoardBed, Occupant
from facility_app.modules.housing.queries.screens import ToPlace, get_to_place
from facility_app.modules.housing.queries.sleeping import BedChoice, check_bed
from facility_app.modules.housing.ui.board_view import BedBoard
from facility_app.modules.housing.ui.placing import Placer, Who
from facility_app.modules.housing.ui.press import Press
from facility_app.modules.housing.ui.ranking import RankingCard
from facility_app.modules.housing.ui.words import finding_line
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

HERE_OK = label("housing", "{bed}: xếp được")
HERE_NOT = label("housing", "{bed}: {why}")


class Hand(QObject):
    """One person at most, and the way into a bed.

    Attributes:
        who: whoever is in hand; None for nobody.
        placer: every placement goes through it.

    Signals:
        changed: somebody was taken, or put down.
    """

    changed = Signal()

    def __init__(
        self,
        press: Press,
        context: PageContext,
        board: BedBoard,
        ranking: RankingCard,
        why_not: Callable[[], str | None],
        over: QWidget,
    ) -> None:
        """Nobody; ``why_not`` says why nobody may be placed now."""
        super().__init__(over)
        self._context, self._board, self._ranking, self._why_not = context, board, ranking, why_not
        self.who: ToPlace | None = None
        self._dragged: BoardBed | None = None
        self.placer = Placer(press, context, over)
        board.picked_up.connect(self._on_picked_up)
        board.hovered.connect(self._on_hovered)
        board.dropped.connect(self._on_dropped)
        ranking.taken.connect(self._on_bed_taken)

    @property
    def is_dragging(self) -> bool:
        """Whether the mouse carries them."""
        return self._dragged is not None

    def take(self, resident_id: str) -> None:
        """Take somebody: every bed is judged for them."""
        op = self._context.runner.query(self, partial(_to_place, resident_id), topic="hand")
        op.success(self._on_taken).failure(self._on_told).run()

    def judge_again(self) -> None:
        """The board changed: judge it anew."""
        if self.who is not None:
            self.take(self.who.resident_id)

    def put_down(self) -> None:
        """Nobody is in hand any more."""
        self.who = self._dragged = None
        self._board.show_judged({})
        self.changed.emit()

    def put(self, bed: BoardBed) -> None:
        """Into that bed; with whoever has it, they change beds."""
        who, there = self.who, bed.occupant
        if who is None or (there is not None and there.resident_id == who.resident_id):
            return
        if there is not None and who.place:
            self.placer.swap(Who(who.resident_id, who.name), _who(there))
        else:
            self.placer.place(Who(who.resident_id, who.name), bed.bed_id)

    def _on_taken(self, who: ToPlace) -> None:
        self.who = who
        held = next((one.bed_id for one in who.choices if one.bed == who.place), "")
        self._board.show_judged({one.bed_id: one.level for one in who.choices}, held)
        self._ranking.show_person(who)
        self.changed.emit()

    def _on_bed_taken(self, bed_id: str) -> None:
        if self.who is not None:
            self.placer.place(Who(self.who.resident_id, self.who.name), bed_id)

    def _on_picked_up(self, bed: BoardBed) -> None:
        if bed.occupant is not None and self._why_not() is None:
            self._dragged = bed
            self.take(bed.occupant.resident_id)

    def _on_hovered(self, bed: BoardBed | None) -> None:
        if self._dragged is None or self._dragged.occupant is None or bed is None:
            return
        asked = partial(_check, self._dragged.occupant.resident_id, bed.bed_id)
        op = self._context.runner.query(self, asked, topic="hover")
        op.success(self._on_checked).failure(self._on_told).run()

    def _on_checked(self, choice: BedChoice) -> None:
        if choice.is_free:
            self._ranking.show_verdict(tr(HERE_OK, bed=choice.bed), Tone.OK)
            return
        why = " ".join(map(finding_line, choice.findings))
        tone = Tone.DANGER if choice.level is Level.HARD else Tone.WARNING
        self._ranking.show_verdict(tr(HERE_NOT, bed=choice.bed, why=why), tone)

    def _on_dropped(self, bed: BoardBed | None) -> None:
        dragged, self._dragged = self._dragged, None
        if dragged is None or dragged.occupant is None:
            return
        if bed is None or bed.bed_id == dragged.bed_id:
            self.put_down()
        elif bed.occupant is not None:
            self.placer.swap(_who(dragged.occupant), _who(bed.occupant))
        else:
            self.placer.place(_who(dragged.occupant), bed.bed_id)

    def _on_told(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _who(one: Occupant) -> Who:
    return Who(one.resident_id, one.name)


def _to_place(resident_id: str, uow: Any) -> ToPlace:
    return get_to_place(uow, resident_id)


def _check(resident_id: str, bed_id: str, uow: Any) -> BedChoice:
    return check_bed(uow, resident_id, bed_id)
