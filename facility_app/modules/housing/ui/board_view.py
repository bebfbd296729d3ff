"""The bed board as one painted view: arrows walk it, a reader hears each bed, a drag carries somebody."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.rules import Level
from facility_app.modules.housing.queries.board import Board, BoardBed, BoardRoom
from facility_app.modules.housing.ui import words
from facility_app.modules.housing.ui.board_layout import Layout, Measure
from facility_app.modules.housing.ui.board_model import BedModel
from facility_app.modules.housing.ui.board_paint import Brushes, Look, head_width, paint_board
from facility_app.modules.housing.ui.board_walk import walked
from facility_app.modules.housing.ui.drag import Drag
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme

NAME = label("housing", "Sơ đồ giường")
MARGIN: Final = 16


class BedBoard(QAbstractItemView):
    """Everybody's bed. Arrows walk from bed to bed, Page keys from zone to zone.

    Signals:
        chosen(object): the keyboard came to a bed (``BoardBed``), or None.
        entered(object): Enter or a double click on a bed.
        move_asked: M on a bed somebody has.
        searched(str): a letter or digit was typed.
        put_down: Esc.
        picked_up(object): a drag began at a bed somebody has.
        hovered(object): the drag is over another bed.
        dropped(object): the drag ended over a bed, or over None.
    """

    chosen = Signal(object)
    entered = Signal(object)
    move_asked = Signal()
    searched = Signal(str)
    put_down = Signal()
    picked_up = Signal(object)
    hovered = Signal(object)
    dropped = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """An empty board."""
        super().__init__(parent)
        self._theme = theme
        self._board: Board | None = None
        self._layout = Layout()
        self._look = Look()
        self._names: list[str] = []
        self._brushes = Brushes(theme)
        self._drag = Drag()
        self.beds = BedModel(self)
        self.setModel(self.beds)
        self.setObjectName("bed_board")
        self.setProperty("kind", "page")
        self.setAccessibleName(tr(NAME))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # A key here is a command or begins a search; nothing is composed on the board itself.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self._on_double_clicked)
        theme.changed.connect(self._on_theme_changed)

    def show_board(self, board: Board) -> None:
        """Show another board; the keyboard stays on its bed."""
        here = self.bed()
        self._board = board
        self._names = [words.zone_line(zone) for zone in board.zones]
        self.beds.show_board(board)
        self._set()
        place = self.beds.place_of(here.bed_id) if here is not None else None
        self._go_to(place or 0)

    def bed(self) -> BoardBed | None:
        """The bed with the keyboard."""
        found = self.place()
        return None if found is None else found[0]

    def place(self) -> tuple[BoardBed, BoardRoom] | None:
        """It with its room."""
        row = self.currentIndex().row()
        return self.beds.beds[row] if 0 <= row < len(self.beds.beds) else None

    def select_bed(self, bed_id: str) -> bool:
        """Bring the keyboard to a bed; False when it is not here."""
        place = self.beds.place_of(bed_id)
        if place is None:
            return False
        self._go_to(place)
        return True

    def select_person(self, resident_id: str) -> bool:
        """Bring the keyboard to somebody's bed; False when they have none here."""
        place = self.beds.place_of_person(resident_id)
        if place is None:
            return False
        self._go_to(place)
        return True

    def show_judged(self, judged: Mapping[str, Level | None], held: str = "") -> None:
        """Mark every bed by the hardest rule against it; nothing takes the marks away."""
        self._look.judged, self._look.held = judged, held
        self.viewport().update()

    def _go_to(self, place: int) -> None:
        if 0 <= place < self.beds.rowCount():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.beds.index(place), flags)
            self.scrollTo(self.currentIndex())

    def _set(self) -> None:
        if self._board is None:
            return
        heads = zip(self._board.zones, self._names, strict=True)
        widest = max((head_width(self._brushes, zone, name) for zone, name in heads), default=0)
        measure = Measure(self.viewport().width(), self._theme.scale)
        self._layout = measure.of(self._board, self._names, widest)
        self.updateGeometries()
        self.viewport().update()

    def _on_theme_changed(self) -> None:
        self._brushes = Brushes(self._theme)
        self._set()

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.entered.emit(self.bed())

    def _bed_at(self, place: int) -> BoardBed | None:
        return self.beds.beds[place][0] if place >= 0 else None

    def _end_drag(self, *, is_let_go: bool) -> None:
        over = self._drag.end()
        if over is not None:
            self.viewport().unsetCursor()
            self.dropped.emit(self._bed_at(over) if is_let_go else None)

    @override
    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._theme.px(40))
        bar.setRange(0, max(0, self._layout.height - self.viewport().height()))
        super().updateGeometries()

    @override
    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        if not 0 <= index.row() < len(self._layout.cells):
            return QRect()
        return self._layout.cells[index.row()].rect.translated(0, -self.verticalOffset())

    @override
    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        rect, bar, edge = self.visualRect(index), self.verticalScrollBar(), self._theme.px(MARGIN)
        # A room's head and its zone's are wanted with its first line of beds.
        top = rect.top() - self._theme.px(MARGIN * 5)
        if top < 0:
            bar.setValue(bar.value() + top)
        elif rect.bottom() + edge > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() + edge - self.viewport().height())

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        at = point + QPoint(0, self.verticalOffset())
        for box in self._layout.rooms:
            if box.rect.contains(at):
                for place in range(box.first, box.last):
                    if self._layout.cells[place].rect.contains(at):
                        return self.beds.index(place)
                break
        return QModelIndex()

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        place = walked(self._layout, self.currentIndex().row(), cursorAction)
        return QModelIndex() if place < 0 else self.beds.index(place)

    @override
    def horizontalOffset(self) -> int:
        return 0

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def isIndexHidden(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return False

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        self.selectionModel().select(self.indexAt(rect.topLeft()), command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region = region.united(self.visualRect(index))
        return region

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self._look.current = current.row()
        self.viewport().update()
        self.chosen.emit(self.bed())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = self.verticalOffset()
        painter.fillRect(event.rect(), self._brushes.ground)
        painter.translate(0, -offset)
        self._look.has_focus = self.hasFocus()
        paint_board(painter, self._brushes, self._layout, self._look, event.rect().translated(0, offset))
        painter.end()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bare = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.bed() is not None:
            self.entered.emit(self.bed())
        elif key == Qt.Key.Key_Escape:
            self._end_drag(is_let_go=False)
            self.put_down.emit()
        elif key == Qt.Key.Key_M and bare:
            self.move_asked.emit()
        elif bare and event.text().strip() and event.text().isprintable():
            self.searched.emit(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        bed = self._bed_at(self.indexAt(at).row())
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._drag.press(at if is_left and bed is not None and bed.occupant is not None else None)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        began = self._drag.began_at(at)
        if began is not None:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.picked_up.emit(self._bed_at(self.indexAt(began).row()))
        over = self.indexAt(at).row()
        if self._drag.comes_to(over):
            self.hovered.emit(self._bed_at(over))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._end_drag(is_let_go=True)
        super().mouseReleaseEvent(event)
