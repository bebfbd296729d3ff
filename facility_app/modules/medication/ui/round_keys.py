"""What the keys of the round do, for whoever may give medicines; and the way back from a slip."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from facility_app.modules.medication.domain import GIVE_MEDICINES
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.ui import round_asked
from facility_app.modules.medication.ui.round_asked import Asking
from facility_app.modules.medication.ui.round_bar import SPACE_KEY, ProgressCard
from facility_app.modules.medication.ui.round_model import Key, RoundModel
from facility_app.modules.medication.ui.round_view import RoundView
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

KEPT_UNDO: Final = 200


class RoundKeys(QObject):
    """Between the table and what a key means.

    Signals:
        told(str): why a key does nothing.
    """

    told = Signal(str)

    def __init__(
        self, context: PageContext, model: RoundModel, view: RoundView, progress: ProgressCard, asking: Asking
    ) -> None:
        """Listens to ``view`` and to the keys painted on ``progress``."""
        super().__init__(view)
        self._context, self._model, self._view, self._asking = context, model, view, asking
        self._written: list[Key] = []
        progress.pressed.connect(self._on_key_clicked)
        view.outcome_asked.connect(self._on_outcome)
        view.whole_person_asked.connect(self._on_whole_person)
        view.part_asked.connect(self._on_part)
        view.effect_asked.connect(self._on_effect)
        view.strike_asked.connect(self._on_strike)
        view.undo_asked.connect(self._on_undo)

    def hear_written(self, keys: tuple[Key, ...]) -> None:
        """These doses are on the disk now, and can be undone."""
        self._written = [*self._written, *keys][-KEPT_UNDO:]

    def _may_give(self) -> bool:
        if not self._context.may(GIVE_MEDICINES):
            self.told.emit(tr(round_asked.NOT_GIVING))
            return False
        return True

    def _undo(self) -> None:
        """Strike out the last mark of this sitting."""
        while self._written:
            line = self._model.line(self._model.place(self._written.pop()))
            if line is not None and line.is_done:
                self._view.go_to(self._model.place(line.key))
                self._asking.strike(line)
                return
        self.told.emit(tr(round_asked.NOTHING_TO_UNDO))

    def _on_outcome(self, outcome: Outcome) -> None:
        lines = self._view.chosen()
        if lines and self._may_give():
            self._asking.outcome(lines, outcome)

    def _on_part(self) -> None:
        lines = self._view.chosen()
        if lines and self._may_give():
            self._asking.part(lines)

    def _on_key_clicked(self, key: str) -> None:
        self._view.setFocus()
        if key == SPACE_KEY:
            self._on_outcome(Outcome.GIVEN)
        else:
            self._view.take_letter(key)

    def _on_whole_person(self) -> None:
        line = self._view.line()
        if line is None or not self._may_give():
            return
        mine = self._model.of_person(line.row.resident_id)
        if mine:
            self._asking.outcome(mine, Outcome.GIVEN)
        else:
            self.told.emit(tr(round_asked.NOTHING_DUE))

    def _on_effect(self) -> None:
        if self._may_give():
            self._asking.effect(self._view.line())

    def _on_strike(self) -> None:
        if self._may_give():
            self._asking.strike(self._view.line())

    def _on_undo(self) -> None:
        if self._may_give():
            self._undo()
