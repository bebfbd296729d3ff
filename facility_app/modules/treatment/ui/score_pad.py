"""One scoring on the screen: questions left, answers and result right; what is answered is kept as a draft."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facility_app.modules.treatment.domain.instrument_items import Option
from facility_app.modules.treatment.domain.instrument_library import InstrumentLibrary
from facility_app.modules.treatment.ui.score_items import ItemsModel, ItemsView
from facility_app.modules.treatment.ui.score_options import OptionsCard
from facility_app.modules.treatment.ui.score_result import ResultCard
from facility_app.modules.treatment.ui.score_state import Scoring
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import Card, Scrolled

LEFT, RIGHT = 6, 5


class ScorePad(QWidget):
    """The scoring.

    Attributes:
        scoring: its answers.
        items, options, result: its three parts.

    Signals:
        edited, settled, was_saved: as a form's, for the draft.
        save_asked: Ctrl+Enter.
    """

    edited = Signal()
    settled = Signal()
    was_saved = Signal()
    save_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing to score yet."""
        super().__init__(parent)
        self._theme = theme
        self._library: InstrumentLibrary | None = None
        self._is_saved = False
        self.scoring: Scoring | None = None
        self.model = ItemsModel(theme, self)
        self.items = ItemsView(self.model, theme, self)
        self.options = OptionsCard(theme, self)
        self.result = ResultCard(theme, self)
        left = Card(theme, is_flush=True, parent=self)
        left.body.addWidget(self.items)
        side = QWidget(self)
        side.setProperty("kind", "page")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.options)
        column.addWidget(self.result)
        column.addStretch(1)
        area = Scrolled(side, self, takes_keyboard=True)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(left, LEFT)
        row.addWidget(area, RIGHT)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(row, 1)
        self.items.key_given.connect(self.press)
        self.items.cleared.connect(self._on_cleared)
        self.items.moved.connect(self._on_moved)
        self.items.save_asked.connect(self.save_asked)
        self.items.value_wanted.connect(self._on_value_wanted)
        self.options.chosen.connect(self._on_chosen)
        self.options.value_typed.connect(self._on_value_typed)
        theme.changed.connect(self._show)

    def begin(self, scoring: Scoring, library: InstrumentLibrary) -> None:
        """Score by an instrument; the first open question is current."""
        self.scoring, self._library, self._is_saved = scoring, library, False
        self.result.show_marks(scoring.instrument, scoring.band_set)
        self.model.show(scoring)
        self.items.go_to(scoring.next_open(-1) or 0)
        self._show()

    def close_saved(self) -> None:
        """What is shown was saved and stays as it is."""
        self._is_saved = True
        self.was_saved.emit()

    def press(self, key: str) -> None:
        """One key: answer the current question and go on, or say why it is no answer."""
        item = self.model.item(self.items.currentIndex().row())
        if self.scoring is None or item is None or self._is_saved:
            return
        refused = self.scoring.press(item, key)
        if refused is None:
            self._go_on()
        else:
            self.options.refuse(refused)

    def draft(self) -> dict[str, str]:
        """Answers given and not saved."""
        return {} if self.scoring is None or self._is_saved else self.scoring.draft()

    def restore(self, draft: Mapping[str, str]) -> tuple[str, ...]:
        """Bring answers back; returns the names there is no question for."""
        if self.scoring is None:
            return tuple(draft)
        left_out = self.scoring.restore(draft)
        self.model.changed()
        self.items.go_to(self.scoring.next_open(-1) or 0)
        self._show()
        return left_out

    def set_held(self, *, is_held: bool) -> None:
        """Close it while a question about a draft stands."""
        self.items.setEnabled(not is_held)
        self.options.setEnabled(not is_held)

    def show_top(self, widget: QWidget) -> None:
        """Put ``widget`` above everything else."""
        self._column.insertWidget(0, widget)

    def is_dirty(self) -> bool:
        """Whether anything is answered and not saved."""
        return bool(self.draft())

    def _go_on(self) -> None:
        assert self.scoring is not None  # noqa: S101 - an answer was just given
        here = self.items.currentIndex().row()
        self.model.changed()
        following = self.scoring.next_open(here)
        if following is None:
            self._show()
        else:
            self.items.go_to(following)
        self._tell()

    def _tell(self) -> None:
        self._show_result()
        self.edited.emit()
        self.settled.emit()

    def _show(self) -> None:
        if self.scoring is None:
            return
        item = self.model.item(self.items.currentIndex().row())
        self.options.show_item(self.scoring, item)
        self._show_result()

    def _show_result(self) -> None:
        if self.scoring is not None and self.model.score is not None:
            self.result.show_score(self._library, self.scoring.instrument, self.model.score)

    def _on_moved(self) -> None:
        self._show()

    def _on_chosen(self, option: Option) -> None:
        item = self.model.item(self.items.currentIndex().row())
        if self.scoring is not None and item is not None and not self._is_saved:
            self.scoring.choose(item, option)
            self._go_on()
            self.items.setFocus()

    def _on_cleared(self) -> None:
        item = self.model.item(self.items.currentIndex().row())
        if self.scoring is not None and item is not None and not self._is_saved:
            self.scoring.clear(item)
            self.model.changed()
            self._show()
            self._tell()

    def _on_value_wanted(self) -> None:
        item = self.model.item(self.items.currentIndex().row())
        if item is not None and item.measure is not None:
            self.options.value_edit.setFocus()
            self.options.value_edit.selectAll()
        elif item is not None:
            self.items.go_to(min(self.items.currentIndex().row() + 1, self.model.rowCount() - 1))

    def _on_value_typed(self, typed: str) -> None:
        item = self.model.item(self.items.currentIndex().row())
        if self.scoring is None or item is None or self._is_saved:
            return
        refused = self.scoring.type_in(item, typed)
        if refused is not None:
            self.options.refuse(refused)
            return
        self._go_on()
        self.items.setFocus()
