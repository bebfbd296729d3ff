"""How a cell looks: words, a quiet note behind them, or a chip; painted from the theme, never deciding."""

from dataclasses import dataclass, replace
from html import escape
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from facility_app.ui.models import Align, ColumnSpec, PagedTableModel
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import KeptChips, chip_size
from facility_app.ui.widgets.breaking import few_count, few_lines, longest_word, whole_lines

PAD, GAP, ROW, MOST_LINES = 10, 6, 36, 5
KNOWN = 2_000
"""Cells whose lines are kept."""

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CellWords:
    """What one cell says.

    Attributes:
        column: its column.
        text: the words.
        note: said quietly behind them.
        tone: the tone of the chip they stand in; None for plain words.
        ink: the tone of plain words; None for ink.
        is_struck: whether plain words are crossed out.
    """

    column: ColumnSpec[Any]
    text: str
    note: str = ""
    tone: Tone | None = None
    ink: Tone | None = None
    is_struck: bool = False

    def whole(self) -> str:
        """Words and note."""
        return f"{self.text} {self.note}".strip()


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a ``PagedTableModel``."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Follow ``theme``."""
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def wanted(self, cell: _Index) -> int:
        """How wide a column has to be for this cell to be read whole."""
        words = words_of(cell)
        return (self._needs(words) if words is not None else 0) + 2 * self._pad + 2

    def narrowest(self, cell: _Index) -> int:
        """How narrow a column may be that no word of this cell is broken."""
        words = words_of(cell)
        if words is None:
            return 0
        return longest_word(words.whole(), self._metrics[words.column.is_strong]) + 2 * self._pad + 2

    def lines(self, cell: _Index, width: int) -> list[str]:
        """The lines in which a cell that is so wide says its words; a note beside a single line is not in them."""
        words = words_of(cell)
        return [] if words is None else self._broken(words, width - 2 * self._pad)

    def line_count(self, cell: _Index, width: int) -> int:
        """How many lines that are; told for hundreds of rows at once, so nothing is laid out for it."""
        words, room = words_of(cell), width - 2 * self._pad
        if words is None or not self._goes_on(words, room):
            return 1
        if words.column.is_instruction:
            return len(self._broken(words, room))
        count = few_count(words.text, self._metrics[words.column.is_strong], room, MOST_LINES)
        return count + few_count(words.note, self._metrics[False], room)

    def is_cut(self, cell: _Index, room: QSize) -> bool:
        """Whether something of a cell that is so large cannot be read."""
        words = words_of(cell)
        if words is None:
            return False
        wide, lines = room.width() - 2 * self._pad, self._broken(words, room.width() - 2 * self._pad)
        if len(lines) == 1:
            return self._needs(words) > wide
        metrics = self._metrics[words.column.is_strong]
        whole = "".join(words.whole().split())
        is_wide = any(metrics.horizontalAdvance(line) > wide for line in lines)
        is_high = len(lines) * self.line_height() > room.height()
        return is_wide or is_high or "".join("".join(lines).split()) != whole

    def line_height(self) -> int:
        """How much higher a row is with one more line."""
        return self._metrics[False].lineSpacing()

    def _broken(self, words: CellWords, room: int) -> list[str]:
        if not self._goes_on(words, room):
            return [words.text]
        text, note = self._parts(words, room)
        return [*text, *note]

    def _goes_on(self, words: CellWords, room: int) -> bool:
        return words.column.goes_on and words.tone is None and self._needs(words) > room

    def _parts(self, words: CellWords, room: int) -> tuple[list[str], list[str]]:
        """The lines of words and note where they do not stand in one."""
        column = words.column
        asked = words.text, words.note, column.is_strong, column.is_instruction, room
        found = self._known.get(asked)
        if found is None:
            if len(self._known) >= KNOWN:
                self._known.clear()
            found = self._known[asked] = self._parted(words, room)
        return found

    def _parted(self, words: CellWords, room: int) -> tuple[list[str], list[str]]:
        metrics, quiet = self._metrics[words.column.is_strong], self._metrics[False]
        if words.column.is_instruction:
            note = whole_lines(words.note, quiet, room) if words.note else []
            return whole_lines(words.text, metrics, room), note
        return few_lines(words.text, metrics, room, MOST_LINES), few_lines(words.note, quiet, room)

    def _on_theme_changed(self) -> None:
        # Made once: a table paints hundreds of cells a frame.
        self._known: dict[tuple[str, str, bool, bool, int], tuple[list[str], list[str]]] = {}
        self._plain = self._theme.font()
        self._strong = self._theme.font(weight=QFont.Weight.DemiBold)
        self._letters = {False: self._plain, True: self._strong}
        self._struck = {is_strong: _struck(font) for is_strong, font in self._letters.items()}
        self._metrics = {False: QFontMetrics(self._plain), True: QFontMetrics(self._strong)}
        self._ink = self._theme.color("ink")
        self._quiet = self._theme.color("quiet")
        self._inks = {tone: self._theme.tone(tone)[0] for tone in Tone}
        self._pad, self._gap = self._theme.px(PAD), self._theme.px(GAP)
        self._chips = KeptChips(self._theme)

    def _paint_lines(self, painter: QPainter, room: QRect, words: CellWords) -> None:
        """Words that have no room in one line, one line below the other."""
        high, lines = self.line_height(), self._broken(words, room.width())
        if len(lines) == 1:
            self._paint_words(painter, room, words)
            return
        top = room.top() + (room.height() - high * len(lines)) // 2
        quiet = len(self._parts(words, room.width())[0])
        for place, text in enumerate(lines):
            line = QRect(room.left(), top + place * high, room.width(), high)
            if place >= quiet:
                self._paint_note(painter, line, text)
            else:
                self._paint_words(painter, line, replace(words, text=text, note=""))

    def _paint_words(self, painter: QPainter, room: QRect, words: CellWords) -> None:
        is_strong, align = words.column.is_strong, words.column.align
        metrics = self._metrics[is_strong]
        needs = metrics.horizontalAdvance(words.text)
        wide, text = min(needs, room.width() - self._kept(room, words.note)), words.text
        if needs > wide:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide)
        left = _begin(room, wide, align if not words.note else Align.START)
        painter.setFont((self._struck if words.is_struck else self._letters)[is_strong])
        painter.setPen(self._ink if words.ink is None else self._inks[words.ink])
        painter.drawText(left, room.top(), wide + 1, room.height(), Qt.AlignmentFlag.AlignVCenter, text)
        rest = room.right() - left - wide - self._gap
        if words.note and rest > 0:
            self._paint_note(painter, QRect(room.right() - rest, room.top(), rest, room.height()), words.note)

    def _kept(self, room: QRect, note: str) -> int:
        """What of the room a short note keeps: a code behind a name is read whole or not at all."""
        wide = self._metrics[False].horizontalAdvance(note) + 3 + self._gap if note else 0
        return wide if 2 * wide <= room.width() else 0

    def _paint_note(self, painter: QPainter, room: QRect, note: str) -> None:
        painter.setFont(self._plain)
        painter.setPen(self._quiet)
        elided = self._metrics[False].elidedText(note, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided)

    def _needs(self, words: CellWords) -> int:
        """How wide the cell would like to be."""
        if words.tone is not None and words.text:
            return chip_size(self._theme, words.text, words.tone).width()
        quiet = self._metrics[False].horizontalAdvance(words.note) + 3 + self._gap if words.note else 0
        return self._metrics[words.column.is_strong].horizontalAdvance(words.text) + quiet

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        widget: QWidget | None = option.widget
        if widget is not None:
            style = widget.style()
            style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        words = words_of(index)
        if words is None:
            return
        rect: QRect = option.rect
        room = rect.adjusted(self._pad, 0, -self._pad, 0)
        if words.tone is not None and words.text:
            self._chips.paint(painter, room, words.text, words.tone)
        elif words.column.goes_on and room.height() >= 2 * self.line_height():
            self._paint_lines(painter, room, words)
        else:
            self._paint_words(painter, room, words)

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """What a column is too narrow for is told in full to whoever points at it."""
        words, rect = words_of(index), option.rect
        if event.type() == QEvent.Type.ToolTip and words is not None and self.is_cut(index, rect.size()):
            QToolTip.showText(event.globalPos(), f"<p>{escape(words.whole())}</p>", view, rect)
            return True
        return super().helpEvent(event, view, option, index)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        words = words_of(index)
        wide = self._needs(words) if words is not None else 0
        return QSize(wide + self._theme.px(2 * PAD), self._theme.px(ROW))


def words_of(index: _Index) -> CellWords | None:
    """What a cell says; asked of the model itself, for a tone does not survive a QVariant."""
    model = index.model()
    if not isinstance(model, PagedTableModel):
        return None
    column: ColumnSpec[Any] = model.columns[index.column()]
    text = model.data(index) or ""
    row = model.row(index.row())
    if row is None:
        return CellWords(column, text)
    tone = None if column.tone is None else column.tone(row)
    ink = None if column.ink is None else column.ink(row)
    is_struck = column.is_struck is not None and column.is_struck(row)
    return CellWords(column, text, "" if column.note is None else column.note(row), tone, ink, is_struck)


def _struck(font: QFont) -> QFont:
    made = QFont(font)
    made.setStrikeOut(True)
    return made


def _begin(room: QRect, wide: int, align: Align) -> int:
    if align is Align.END:
        return room.right() - wide
    if align is Align.CENTER:
        return room.left() + (room.width() - wide) // 2
    return room.left()
