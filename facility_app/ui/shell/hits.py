"""What the palette has found, as a list with small titles between the groups, and how each line is painted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QScrollBar, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from facility_app.ui.i18n import shown
from facility_app.ui.shell.spec import ChipText
from facility_app.ui.theme import Size, Theme
from facility_app.ui.widgets import chip_size, paint_chip

AnyIndex = QModelIndex | QPersistentModelIndex
LINE, TITLE, SIDE, ICON = 36, 28, 12, 18


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the palette.

    Attributes:
        text: what it is called.
        note: said quietly behind it: a code and a year, a key.
        icon: its picture.
        run: goes there, or does it.
        group: the title it stands under.
        chip: its state.
        also: other words it is found by.
        record: id of the record it opens, so that one record never stands in two lines; empty for none.
    """

    text: str = field(repr=False)
    note: str = field(repr=False)
    icon: str
    run: Callable[[], object]
    group: str = ""
    chip: ChipText | None = None
    also: str = ""
    record: str = ""


PeopleSource = Callable[[Any, str], Sequence[Hit]]
"""``ask(uow, typed)``: people found; runs on a reading thread."""


class HitModel(QAbstractListModel):
    """The lines, and a title before each group."""

    def __init__(self, parent: QObject | None = None) -> None:
        """No lines yet."""
        super().__init__(parent)
        self._rows: tuple[Hit | str, ...] = ()

    def show(self, hits: Sequence[Hit]) -> None:
        """Replace all lines; those of one group stand together."""
        rows: list[Hit | str] = []
        for group, members in groupby(hits, key=lambda hit: hit.group):
            rows += [group] if group else []
            rows += members
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def hit(self, row: int) -> Hit | None:
        """The line, or None for a title."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Hit) else None

    def hits(self) -> tuple[Hit, ...]:
        """All lines without titles."""
        return tuple(row for row in self._rows if isinstance(row, Hit))

    def heights(self) -> Iterator[int]:
        """How high each row is, in points at 100 %; the view would ask Python about each."""
        return (LINE if isinstance(row, Hit) else TITLE for row in self._rows)

    def row_of(self, hit: Hit | None) -> int:
        """Where a line stands; the first line when it is gone, -1 without lines."""
        if hit is not None and hit in self._rows:
            return self._rows.index(hit)
        return next((number for number, row in enumerate(self._rows) if isinstance(row, Hit)), -1)

    def step(self, row: int, by: int) -> int:
        """The line ``by`` lines further, never past the ends and never a title."""
        lines = [number for number, one in enumerate(self._rows) if isinstance(one, Hit)]
        if not lines:
            return -1
        here = lines.index(row) if row in lines else 0
        return lines[max(0, min(len(lines) - 1, here + by))]

    def title(self, row: int) -> str:
        """The words of a title; empty for a line."""
        found = self._rows[row]
        return found if isinstance(found, str) else ""

    @override
    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        return super().flags(index) if self.hit(index.row()) is not None else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        hit = self.hit(index.row())
        if hit is None:
            return self.title(index.row())
        state = shown(hit.chip.text) if hit.chip is not None else ""
        return ", ".join(part for part in (hit.text, hit.note, state) if part)


class OpaqueBar(QScrollBar):
    """A scroll bar on a ground of its own; the sheet's would let shine through what lies behind."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Upright."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme

    @override
    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() in {QEvent.Type.Polish, QEvent.Type.StyleChange}:
            # The sheet takes it away each time it dresses the bar.
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        return is_done

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QPainter(self)
        ground.fillRect(event.rect(), self._theme.color("surface"))
        ground.end()
        super().paintEvent(event)


class HitView(QListView):
    """The list of the lines. It covers what lies behind it, so that no key has the page below painted again."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Empty, without a model."""
        super().__init__(parent)
        self._theme = theme
        self.setItemDelegate(HitDelegate(theme, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._bar = OpaqueBar(theme, self)
        self.setVerticalScrollBar(self._bar)
        # Viewport and scroll bar fill the view, and each paints its own ground.
        for filled in (self, self.viewport(), self._bar.parentWidget()):
            if filled is not None:
                filled.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QPainter(self.viewport())
        ground.fillRect(event.rect(), self._theme.color("surface"))
        ground.end()
        super().paintEvent(event)


class HitDelegate(QStyledItemDelegate):
    """Paints a line: picture, name, quiet note, state at the right; or a small title."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Paint in ``theme``."""
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        model = index.model()
        is_line = isinstance(model, HitModel) and model.hit(index.row()) is not None
        return QSize(self._theme.px(200), self._theme.px(LINE if is_line else TITLE))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        if not isinstance(model, HitModel):
            return
        place = option.rect
        state = option.state
        hit = model.hit(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if hit is None:
            self._paint_title(painter, place, model.title(index.row()))
        else:
            self._paint_hit(painter, place, hit, is_chosen=bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_title(self, painter: QPainter, place: QRect, words: str) -> None:
        px = self._theme.px
        painter.setFont(self._theme.font(Size.SMALL, QFont.Weight.Medium))
        painter.setPen(self._theme.color("quiet"))
        low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(place.adjusted(px(SIDE), 0, -px(SIDE), -px(4)), low, words)

    def _paint_hit(self, painter: QPainter, place: QRect, hit: Hit, *, is_chosen: bool) -> None:
        theme, px = self._theme, self._theme.px
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_ground"))
            painter.drawRoundedRect(place.adjusted(px(4), 1, -px(4), -1), px(6), px(6))
        ink = "accent" if is_chosen else "quiet"
        side = px(ICON)
        ratio = painter.device().devicePixelRatio()
        top = place.top() + (place.height() - side) // 2
        painter.drawPixmap(place.left() + px(SIDE), top, theme.pixmap(hit.icon, ICON, ink, ratio))
        room = place.adjusted(px(SIDE + ICON + 10), 0, -px(SIDE), 0)
        if hit.chip is not None:
            words = shown(hit.chip.text)
            size = chip_size(theme, words, hit.chip.tone, hit.chip.icon)
            corner = QRect(room.right() - size.width(), place.center().y() - size.height() // 2, 0, 0)
            corner.setSize(size)
            paint_chip(painter, corner, theme, words, hit.chip.tone, hit.chip.icon)
            room.setRight(corner.left() - px(8))
        self._paint_words(painter, room, hit)

    def _paint_words(self, painter: QPainter, room: QRect, hit: Hit) -> None:
        theme = self._theme
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(weight=QFont.Weight.Medium))
        painter.setPen(theme.color("ink"))
        name = painter.fontMetrics().elidedText(hit.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, name)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(name) + theme.px(10))
        if hit.note and room.width() > theme.px(24):
            painter.setFont(theme.font())
            painter.setPen(theme.color("quiet"))
            note = painter.fontMetrics().elidedText(hit.note, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, middle, note)
