"""The table a round is given from: one key for each outcome, a chip for each state, nothing to aim at."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.ui.round_model import COLUMNS, Column, Line, RoundModel
from facility_app.modules.medication.ui.round_words import WHEN_NEEDED
from facility_app.ui.i18n import tr
from facility_app.ui.lists.leaving import ON_SCREEN
from facility_app.ui.theme import Theme, Tone, follow
from facility_app.ui.widgets import chip_size, paint_chip

NAME = label("medication", "Liều của lượt phát thuốc")
ROW, PAD, GAP, MARK = 36, 10, 6, 16
KEPT_CHIPS = 200
KEYS: Final = {
    "t": Outcome.REFUSED,
    "h": Outcome.HELD,
    "v": Outcome.ABSENT,
    "n": Outcome.VOMITED,
    "m": Outcome.LATE,
}
"""Letter → outcome; the space bar gives."""
EFFECT, STRIKE, PART = "e", "x", "d"
SHRINKING: Final = (Column.MEDICINE, Column.PLACE, Column.PERSON, Column.STATE)
"""What may end in an ellipsis, the first as long as it stays readable; a dose and an hour never do."""
LEAST: Final = {Column.MEDICINE: 124, Column.PLACE: 84, Column.PERSON: 104, Column.STATE: 130}
HEAD, SMALLEST = 18, 40
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RoundDelegate(QStyledItemDelegate):
    """Paints a line; who it is stands at the first of their doses."""

    def __init__(self, model: RoundModel, theme: Theme, parent: QObject | None = None) -> None:
        """Of this model."""
        super().__init__(parent)
        self._model, self._theme = model, theme
        follow(theme, self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        # Made once: a mark is painted while the writer is at work, and must not wait for letters.
        theme = self._theme
        weights = {Column.DOSE: QFont.Weight.DemiBold, Column.PERSON: QFont.Weight.Medium}
        self._fonts = {column: theme.font(weight=weights.get(column, QFont.Weight.Normal)) for column in COLUMNS}
        self._metrics = {column: QFontMetrics(font) for column, font in self._fonts.items()}
        self._ink, self._quiet, self._edge = theme.color("ink"), theme.color("quiet"), theme.color("edge")
        self._pad, self._gap = theme.px(PAD), theme.px(GAP)
        self._chips: dict[tuple[str, Tone, float], QPixmap] = {}
        self._alert: dict[float, QPixmap] = {}

    def _words(self, painter: QPainter, room: QRect, row: int, column: Column) -> None:
        # On top of what is scrolled to stands a name, whoever's doses these are.
        is_first = self._model.is_first(row) or room.top() <= 0
        if column in {Column.PERSON, Column.PLACE} and not is_first:
            return
        if column is Column.PERSON and self._model.is_allergic(row):
            room = self._mark_allergic(painter, room)
        text, metrics = self._model.text(row, column), self._metrics[column]
        if metrics.horizontalAdvance(text) >= room.width():
            # Of a bed the end says more: the building is the same for the whole round.
            is_bed = column is Column.PLACE
            side = Qt.TextElideMode.ElideLeft if is_bed else Qt.TextElideMode.ElideRight
            text = metrics.elidedText(text, side, room.width())
        painter.setFont(self._fonts[column])
        painter.setPen(self._quiet if column in {Column.PLACE, Column.HOUR} else self._ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _mark_allergic(self, painter: QPainter, room: QRect) -> QRect:
        side, ratio = self._theme.px(MARK), painter.device().devicePixelRatio()
        if ratio not in self._alert:
            self._alert[ratio] = self._theme.pixmap("alert-octagon", MARK, "danger", ratio)
        painter.drawPixmap(room.right() - side, room.center().y() - side // 2, self._alert[ratio])
        return room.adjusted(0, 0, -side - self._gap, 0)

    def _chip(self, painter: QPainter, room: QRect, row: int, column: Column) -> None:
        told = self._model.chip(row) if column is Column.STATE else self._model.needs(row)
        if told is None:
            return
        ratio = painter.device().devicePixelRatio()
        chip = self._chips.get((*told, ratio))
        if chip is None:
            chip = self._made_chip(*told, ratio)
        size = (chip.size() / ratio).boundedTo(room.size())
        place = QRect(room.left(), room.center().y() - size.height() // 2, size.width(), size.height())
        if size.width() * ratio < chip.width():
            paint_chip(painter, place, self._theme, *told)
        else:
            painter.drawPixmap(place, chip)

    def _made_chip(self, text: str, tone: Tone, ratio: float) -> QPixmap:
        size = chip_size(self._theme, text, tone)
        chip = QPixmap(size * ratio)
        chip.setDevicePixelRatio(ratio)
        chip.fill(Qt.GlobalColor.transparent)
        painter = QPainter(chip)
        paint_chip(painter, QRect(QPoint(), size), self._theme, text, tone)
        painter.end()
        if len(self._chips) >= KEPT_CHIPS:
            self._chips.clear()
        self._chips[text, tone, ratio] = chip
        return chip

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        widget: QWidget | None = option.widget
        # The whole line is the current one, not one cell of it.
        option.state = option.state & ~QStyle.StateFlag.State_HasFocus
        if widget is not None:
            widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        rect: QRect = option.rect
        room, column = rect.adjusted(self._pad, 0, -self._pad // 2, 0), COLUMNS[index.column()]
        painter.save()
        if self._model.is_first(index.row()) and index.row():
            painter.setPen(self._edge)
            painter.drawLine(rect.topLeft(), rect.topRight())
        if column in {Column.STATE, Column.NEEDS}:
            self._chip(painter, room, index.row(), column)
        else:
            self._words(painter, room, index.row(), column)
        painter.restore()

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        line = self._model.line(index.row())
        if event.type() != QEvent.Type.ToolTip or line is None:
            return super().helpEvent(event, view, option, index)
        told = line.refused or self._model.text(index.row(), COLUMNS[index.column()])
        QToolTip.showText(event.globalPos(), told, view, option.rect)
        return True

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        column = COLUMNS[index.column()]
        if column in {Column.STATE, Column.NEEDS}:
            told = self._model.chip(index.row()) if column is Column.STATE else self._model.needs(index.row())
            wide = 0 if told is None else chip_size(self._theme, *told).width()
        else:
            wide = self._metrics[column].horizontalAdvance(self._model.text(index.row(), column))
        return QSize(wide + self._theme.px(2 * PAD), self._theme.px(ROW))


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
        self.setItemDelegate(RoundDelegate(model, theme, self))
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
        model.modelReset.connect(self._fit_columns)
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

    def _fit_columns(self) -> None:
        """All columns in sight: what is missing is taken where words may end in an ellipsis."""
        px, words = self._theme.px, self.fontMetrics().horizontalAdvance
        wanted = {column: px(column.width) for column in COLUMNS}
        # "as needed" is longer than an hour, and most rounds hold nothing to mind.
        wanted[Column.HOUR] = max(wanted[Column.HOUR], words(tr(WHEN_NEEDED)) + px(HEAD))
        if not any(self._round.needs(row) for row in range(self._round.rowCount())):
            wanted[Column.NEEDS] = self.horizontalHeader().sectionSizeHint(COLUMNS.index(Column.NEEDS))
        spare = self.viewport().width() - sum(wanted.values())
        for column in SHRINKING if spare < 0 else ():
            given = min(-spare, max(0, wanted[column] - px(LEAST[column])))
            wanted[column] -= given
            spare += given
        if spare < 0:
            # Large letters in a small window: what the cell cuts is said when it is pointed at.
            wanted[Column.MEDICINE] = max(px(SMALLEST), wanted[Column.MEDICINE] + spare)
        elif spare > 0:
            # What is left over goes to the words that are cut first.
            wanted[Column.MEDICINE] += spare * 2 // 3
            wanted[Column.PERSON] += spare - spare * 2 // 3
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, wanted[column])

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))
        self._fit_columns()

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
        self._fit_columns()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return QWidget.focusNextPrevChild(self, next)
