"""The keyboard of an entry sheet: one key per row, arrows, Enter down, Tab right, paste, undo."""

from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.grid.pasting import Pasted, Place, quoted
from facility_app.ui.grid.sheet_model import SheetModel
from facility_app.ui.i18n import tr
from facility_app.ui.widgets.breaking import longest_word, whole_lines

_PAD = 10
"""Beside the words of a given cell."""
_HAS_SIGN = QStyleOptionViewItem.ViewItemFeature.HasDecoration
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellDelegate(QStyledItemDelegate):
    """Edits a cell in a line that keeps its composition; what is given stands whole, in as many lines as it takes.

    Attributes:
        enter_step: (down, right) of Enter: down a column, or right where lines are typed one by one.

    Signals:
        typing: what the eye sees in the open editor changed.
        moved: (down, right): Enter and Tab leave the cell.
    """

    typing = Signal()
    moved = Signal(int, int)
    enter_step = (1, 0)

    def lines(self, text: str, letters: QFontMetrics, width: int) -> list[str]:
        """The words of a given cell that is so wide; nothing of them is left out."""
        return whole_lines(text, letters, width - 2 * _PAD)

    def narrowest(self, text: str, letters: QFontMetrics) -> int:
        """How narrow a given cell may be that none of its words is broken."""
        return longest_word(text, letters) + 2 * _PAD

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, SheetModel) or model.column_of(index) is not None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        widget: QWidget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        # A sign stands before the words, never under them.
        sign = option.decorationSize.width() if option.features & _HAS_SIGN else 0
        lines = self.lines(text, option.fontMetrics, option.rect.width() - sign)
        high = option.fontMetrics.lineSpacing()
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(option.palette.ColorRole.Text))
        room = option.rect.adjusted(_PAD + sign, 0, -_PAD, 0)
        top = room.top() + (room.height() - high * len(lines)) // 2
        for place, line in enumerate(lines):
            painter.drawText(room.left(), top + place * high, room.width(), high, option.displayAlignment, line)
        painter.restore()

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        line = ComposingLine(parent)
        line.setObjectName("cell_edit")
        line.textChanged.connect(self.typing)
        line.composed.connect(self.typing)
        return line

    @override
    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        cast("ComposingLine", editor).setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    @override
    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = cast("ComposingLine", editor)
        line.commit_ime()
        model.setData(index, line.text())

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(editor, ComposingLine):
            key = cast("QKeyEvent", event).key()
            steps = {Qt.Key.Key_Tab: (0, 1), Qt.Key.Key_Backtab: (0, -1)} | dict.fromkeys(
                _ENTER_KEYS, self.enter_step
            )
            steps |= {Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Up: (-1, 0)}
            step = steps.get(Qt.Key(key))
            if step is not None:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self.moved.emit(*step)
                return True
        return super().eventFilter(editor, event)


class SheetView(QTableView):
    """The table of an entry sheet.

    Attributes:
        goes_right: whether one key of a column leads to the next column, where lines are typed one by one.

    Signals:
        pasted: what became of a paste.
        unknown_key: a key the column's codes do not have.
        save_asked: Ctrl+Enter.
        fill_asked: Ctrl+Shift+F.
        typing: what the eye sees in an open editor changed.
    """

    pasted = Signal(object)
    unknown_key = Signal(str)
    save_asked = Signal()
    fill_asked = Signal()
    typing = Signal()

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        """Show ``model``."""
        super().__init__(parent)
        self.setObjectName("sheet")
        self._sheet = model
        self._corner = QLabel(tr(model.lead), self)
        self._corner.setObjectName("sheet_lead")
        self._corner.setProperty("kind", "lead")
        self._corner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.goes_right = False
        self._delegate = CellDelegate(self)
        self._delegate.moved.connect(self.move_by)
        self._delegate.typing.connect(self.typing)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)

    def narrowest(self, column: int) -> int:
        """How narrow a given column may be that no word in it is broken."""
        letters = self.fontMetrics()
        told = {row.heads[column + 1] for row in self._sheet.rows()}
        return max((self._delegate.narrowest(text, letters) for text in told if text), default=0)

    def told(self, row: int, column: int) -> list[str]:
        """The lines in which a given cell says its words."""
        text = self._sheet.rows()[row].heads[column + 1]
        return self._delegate.lines(text, self.fontMetrics(), self.columnWidth(column))

    def fit_rows(self) -> None:
        """Make each row as high as what is given in it."""
        usual, high = self.verticalHeader().defaultSectionSize(), self.fontMetrics().lineSpacing()
        given = range(len(self._sheet.heads))
        for row in range(self._sheet.rowCount()):
            lines = max((len(self.told(row, column)) for column in given), default=1)
            self.setRowHeight(row, usual + (lines - 1) * high)

    def go_line_by_line(self) -> None:
        """Enter and the keys of a column lead right: each line is typed whole before the next."""
        self.goes_right = True
        self._delegate.enter_step = (0, 1)

    def commit_cell(self) -> None:
        """Finish the open editor: its text, composition included, is in the sheet then."""
        editor = self.open_editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def open_editor(self) -> ComposingLine | None:
        """The editor that is open now."""
        return cast("ComposingLine | None", self.indexWidget(self.currentIndex()))

    def move_by(self, down: int, right: int) -> None:
        """Go to another cell; beyond the last column the next row begins, over given columns nothing stops."""
        current = self.currentIndex()
        row, column = current.row() + down, current.column() + right
        first, last = len(self._sheet.heads), self._sheet.columnCount() - 1
        if right and column > last:
            row, column = row + 1, first
        elif right and column < first:
            row, column = row - 1, last
        row = min(max(row, 0), self._sheet.rowCount() - 1)
        target = self._sheet.index(row, min(max(column, first), last))
        self.selectionModel().setCurrentIndex(target, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(target)
        self._begin_with_whole_column()

    def _begin_with_whole_column(self) -> None:
        """Scroll on to where a column begins: half an hour or half a code beside the names is read as another."""
        header, bar = self.horizontalHeader(), self.horizontalScrollBar()
        begins = (header.sectionPosition(column) for column in range(self.currentIndex().column() + 1))
        bar.setValue(min((one for one in begins if one >= bar.value()), default=bar.value()))

    def _step_or_leave(self, right: int) -> None:
        """Tab through the cells; before the first and behind the last one the keyboard leaves the sheet."""
        last = self._sheet.index(self._sheet.rowCount() - 1, self._sheet.columnCount() - 1)
        end = last if right > 0 else self._sheet.index(0, len(self._sheet.heads))
        if self.currentIndex() != end or not super().focusNextPrevChild(right > 0):
            self.move_by(0, right)

    def places(self) -> list[Place]:
        """The cells to fill in that are selected, the current one if none."""
        indexes = self.selectedIndexes() or [self.currentIndex()]
        places = [self._sheet.place_of(index) for index in indexes if index.isValid()]
        return sorted(place for place in places if place[1] >= 0)

    def take_key(self, text: str) -> bool:
        """Fill the current cell by one key of its column and go down; False when the column has no keys."""
        column = self._sheet.column_of(self.currentIndex())
        place = self._sheet.place_of(self.currentIndex())
        if column is None or not column.keys or self._sheet.rows()[place[0]].why_not is not None:
            return False
        stroke = text.lower()
        if stroke in column.keys:
            self._sheet.set_value(place, column.keys[stroke])
            self.move_by(*((0, 1) if self.goes_right else (1, 0)))
        else:
            self.unknown_key.emit(text)
        return True

    def paste(self) -> None:
        """Write the clipboard from the current cell on."""
        result: Pasted = self._sheet.paste(QGuiApplication.clipboard().text(), self.places())
        self.pasted.emit(result)

    def copy(self) -> None:
        """Put the selected cells on the clipboard, given ones included."""
        indexes = sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        rows: dict[int, list[str]] = {}
        for index in indexes:
            rows.setdefault(index.row(), []).append(quoted(str(index.data() or "")))
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows.values()))

    def copy_from_above(self) -> None:
        """Ctrl+D: the text of the row above, into each selected column's cells."""
        texts = {}
        for row, column in self.places():
            if row > 0:
                texts[row, column] = self._sheet.text(self._sheet.index_of((row - 1, column)))
        self._sheet.set_texts(texts)
        self.move_by(1, 0)

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        self._sheet.set_texts(dict.fromkeys(self.places(), ""))

    def _take_command(self, event: QKeyEvent) -> bool:
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._sheet.undo()
        elif with_control and event.key() == Qt.Key.Key_D:
            self.copy_from_above()
        elif with_control and event.key() in _ENTER_KEYS:
            self.save_asked.emit()
        elif with_control and with_shift and event.key() == Qt.Key.Key_F:
            self.fill_asked.emit()
        else:
            return False
        return True

    def _take_step(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER_KEYS:
            self.move_by(*self._delegate.enter_step)
        elif event.key() == Qt.Key.Key_Tab:
            self._step_or_leave(1)
        elif event.key() == Qt.Key.Key_Backtab:
            self._step_or_leave(-1)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.clear_cells()
        else:
            return False
        return True

    @override
    def updateGeometries(self) -> None:
        # Qt has no words for the corner; without them nobody is told what the column of names is.
        self.verticalHeader().setMinimumWidth(self._corner.sizeHint().width())
        super().updateGeometries()
        edge = self.frameWidth()
        self._corner.setGeometry(edge, edge, self.verticalHeader().width(), self.horizontalHeader().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._take_command(event) or self._take_step(event):
            event.accept()
            return
        text = event.text()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if plain and text.strip() and text.isprintable() and self.take_key(text):
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab goes through the cells and leaves by itself at their ends.
        return False

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # In a column of keys an input method would turn "x" or "w" into the beginning of a word.
        text = event.commitString() or event.preeditString()
        column = self._sheet.column_of(self.currentIndex())
        if column is not None and column.keys and self.open_editor() is None:
            event.accept()
            if text.strip():
                QGuiApplication.inputMethod().reset()
                self.take_key(text[0])
            return
        is_closed, before = (
            self.open_editor() is None,
            str(self.currentIndex().data(Qt.ItemDataRole.EditRole) or ""),
        )
        super().inputMethodEvent(event)
        editor = self.open_editor()
        if is_closed and editor is not None and event.commitString() and editor.text() == before:
            # WORKAROUND: a letter an input method hands over at once opens the editor, and Qt drops the letter.
            editor.selectAll()
            editor.insert(event.commitString())
