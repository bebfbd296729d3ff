"""The table a round is given from: one key for each outcome, a chip for each state, nothing to aim at."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.ui.round_model import COLUMNS, Column, Line, RoundModel
from facility_app.modules.medication.ui.round_paint import ROW, RoundDelegate
from facility_app.modules.medication.ui.round_words import WHEN_NEEDED
from facility_app.ui.i18n import tr
from facility_app.ui.lists.leaving import ON_SCREEN
from facility_app.ui.theme import Theme, follow

NAME = label("medication", "Liều của lượt phát thuốc")
KEYS: Final = {
    "t": Outcome.REFUSED,
    "h": Outcome.HELD,
    "v": Outcome.ABSENT,
    "n": Outcome.VOMITED,
    "m": Outcome.LATE,
}
"""Letter → outcome; the space bar gives."""
EFFECT, STRIKE, PART = "e", "x", "d"
SHRINKING: Final = (Column.STATE, Column.PLACE, Column.PERSON, Column.MEDICINE)
"""What gives way in a small window, the first at once; a dose and an hour never do."""
LEAST: Final = {Column.MEDICINE: 124, Column.PLACE: 84, Column.PERSON: 104, Column.STATE: 130}
HEAD, SMALLEST = 18, 40
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RoundView(QTableView):
    """Keys become outcomes.

    Signals:
        outcome_asked(Outcome): for the lines chosen.
        part_asked: part of an ampoule was given, the rest destroyed.
        whole_person_asked: Shift+Space: every open dose of this person was given.
        effect_asked: how a dose as needed worked.
        strike_asked: what is written is wrong.
        undo_asked: the last mark was a slip.
        line_changed: another line is the current one.
        copy_refused(str): why what is chosen does not go onto the clipboard.
    """

    outcome_asked = Signal(object)
    part_asked = Signal()
    whole_person_asked = Signal()
    effect_asked = Signal()
    strike_asked = Signal()
    undo_asked = Signal()
    line_changed = Signal()
    copy_refused = Signal(str)

    def __init__(self, model: RoundModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show ``model``."""
        super().__init__(parent)
        self.setObjectName("round_table")
        self.setAccessibleName(tr(NAME))
        self._round, self._theme = model, theme
        self.setModel(model)
        self._painter = RoundDelegate(model, theme, self)
        self.setItemDelegate(self._painter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        model.modelReset.connect(self._fit)
        model.rowsInserted.connect(self._fit_rows)
        follow(theme, self._on_theme_changed)

    def line(self) -> Line | None:
        """The current line."""
        return self._round.line(self.currentIndex().row())

    def chosen(self) -> tuple[Line, ...]:
        """The lines selected, from top to bottom; else the current one."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = [self._round.line(row) for row in rows] or [self.line()]
        return tuple(line for line in lines if line is not None)

    def go_to(self, row: int) -> None:
        """Make a row the current one, and bring it into sight."""
        index = self._round.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def go_on(self) -> None:
        """To the next dose nobody wrote down; where there is none one stays."""
        place = self._round.next_open(self.currentIndex().row())
        if place >= 0:
            self.go_to(place)

    def paint_now(self, rows: Iterable[int]) -> None:
        """Paint these rows before anything else is done: the writer would take the processor first."""
        wide, region = self.viewport().width(), QRegion()
        for row in rows:
            place = self.visualRect(self._round.index(row, 0))
            region += QRect(0, place.top(), wide, place.height())
        self.viewport().repaint(region)

    def take_letter(self, letter: str) -> bool:
        """One key of the legend; False when it is none."""
        key = letter.lower()
        if key in KEYS:
            self.outcome_asked.emit(KEYS[key])
        elif key == EFFECT:
            self.effect_asked.emit()
        elif key == PART:
            self.part_asked.emit()
        elif key == STRIKE:
            self.strike_asked.emit()
        else:
            return False
        return True

    def _on_current_changed(self) -> None:
        self.line_changed.emit()

    def _on_scrolled(self, _value: int) -> None:
        self.viewport().update()

    def _fit(self) -> None:
        self._fit_columns()
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Lines as high as their names are long."""
        widths = {column: self.columnWidth(place) for place, column in enumerate(COLUMNS)}
        for row in range(self._round.rowCount()):
            height = self._painter.height(row, widths)
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)

    def _fit_columns(self) -> None:
        """All columns in sight: what is missing is taken where words go on in a second line."""
        px, words = self._theme.px, self.fontMetrics().horizontalAdvance
        wanted = {column: px(column.width) for column in COLUMNS}
        # "as needed" is longer than an hour, and most rounds hold nothing to mind.
        wanted[Column.HOUR] = max(wanted[Column.HOUR], words(tr(WHEN_NEEDED)) + px(HEAD))
        needs = COLUMNS.index(Column.NEEDS)
        if any(self._round.needs(row) for row in range(self._round.rowCount())):
            # What must be measured before a dose is read whole.
            wanted[Column.NEEDS] = max(wanted[Column.NEEDS], self.sizeHintForColumn(needs))
        else:
            wanted[Column.NEEDS] = self.horizontalHeader().sectionSizeHint(needs)
        spare = self.viewport().width() - sum(wanted.values())
        for column in SHRINKING if spare < 0 else ():
            given = min(-spare, max(0, wanted[column] - self._least(column)))
            wanted[column] -= given
            spare += given
        if spare < 0:
            # Large letters in a small window: then words too go on below.
            wanted[Column.MEDICINE] = max(px(SMALLEST), wanted[Column.MEDICINE] + spare)
        elif spare > 0:
            # What is left over goes to the words that are cut first.
            wanted[Column.MEDICINE] += spare * 2 // 3
            wanted[Column.PERSON] += spare - spare * 2 // 3
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, wanted[column])

    def _least(self, column: Column) -> int:
        """What a column may shrink to: a word of a name stays in one piece, a bed goes on behind a stroke."""
        least = self._theme.px(LEAST[column])
        if column not in {Column.PERSON, Column.MEDICINE}:
            return least
        rows = range(self._round.rowCount())
        return max(least, *(self._painter.longest_word(row, column) for row in rows), 0)

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers()
        if event.key() == Qt.Key.Key_Z and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Copy) and self._is_private_chosen():
            # What lies on the clipboard is there for whoever sits down next.
            self.copy_refused.emit(tr(ON_SCREEN))
        elif modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
            return
        elif event.key() == Qt.Key.Key_Space:
            # A key held down must not give a whole ward.
            if not event.isAutoRepeat():
                self._give(is_whole_person=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in _ENTER:
            self.go_on()
        elif event.key() == Qt.Key.Key_Delete:
            self.strike_asked.emit()
        elif event.text().strip() and event.text().isprintable():
            if not event.isAutoRepeat():
                self.take_letter(event.text())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _is_private_chosen(self) -> bool:
        # Qt copies the current cell, which need not be one of those selected.
        here = self.line()
        return any(line.is_private for line in (*self.chosen(), *(() if here is None else (here,))))

    def _give(self, *, is_whole_person: bool) -> None:
        if is_whole_person:
            self.whole_person_asked.emit()
        else:
            self.outcome_asked.emit(Outcome.GIVEN)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # An input method would turn a key into the beginning of a word.
        text = event.commitString() or event.preeditString()
        event.accept()
        if text.strip():
            self.take_letter(text[0])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return QWidget.focusNextPrevChild(self, next)
