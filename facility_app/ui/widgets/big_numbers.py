"""The strip of numbers above a worklist: each one large, named, explained, and a door to its list."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QWidget
from typing_extensions import override

from facility_app.ui.i18n import shown
from facility_app.ui.theme import Size, Theme, Tone

TILE, SIDE, TOP, SIDE_ROOM = 128, 14, 10, 4
ROOMY, LINE, GAP = 148, 25, 6
"""At 100 %: a large number above small ones, a line of small ones, between a number, its picture and its words."""
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Figure:
    """One number to show.

    Attributes:
        key: what ``BigNumberStrip.activated`` answers with.
        words: what is counted; ``number`` is already written as people read it; ``below`` explains it.
        tone: NEUTRAL for plain ink; a loud tone colours the number and adds its picture.
        span: how many tiles wide it is.
    """

    key: str
    words: str
    number: str
    below: str = ""
    tone: Tone = Tone.NEUTRAL
    span: int = 1


class BigNumber(QAbstractButton):
    """One number; Enter, Space or a click open its list (``clicked``)."""

    def __init__(self, theme: Theme, figure: Figure, parent: QWidget | None = None) -> None:
        """Show ``figure``."""
        super().__init__(parent)
        self._theme = theme
        self._figure = figure
        self._known: dict[tuple[int, float], tuple[int, int, int]] = {}
        self._head_room = 0
        self._is_small = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._on_theme_changed)
        self.set_figure(figure)

    def figure(self) -> Figure:
        """What is shown."""
        return self._figure

    def set_figure(self, figure: Figure) -> None:
        """Show another number."""
        self._figure = figure
        self._known.clear()
        parts = (shown(figure.words), figure.number, shown(figure.below))
        self.setAccessibleName(": ".join(parts[:2]))
        self.setAccessibleDescription(parts[2])
        self.setToolTip(parts[2])
        self.updateGeometry()
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _small(self) -> QFont:
        return self._theme.font(Size.SMALL)

    def _strong(self) -> QFont:
        return self._theme.font(Size.BODY, QFont.Weight.DemiBold)

    def _is_loud(self) -> bool:
        return self._figure.tone not in {Tone.NEUTRAL, Tone.ACCENT}

    def _large(self) -> QFont:
        return self._theme.font(Size.DISPLAY, QFont.Weight.DemiBold)

    def set_small(self, *, is_small: bool) -> None:
        """One line, its words beside the number; or large, as it begins."""
        if is_small is not self._is_small:
            self._is_small = is_small
            self.update()

    def line_width(self) -> int:
        """How wide it is in one line."""
        number, words = self._line_parts()
        return number + words + 2 * self._theme.px(SIDE - SIDE_ROOM)

    def _line_parts(self) -> tuple[int, int]:
        strong, small, px = QFontMetrics(self._strong()), QFontMetrics(self._small()), self._theme.px
        picture = px(14 + GAP) if self._is_loud() else 0
        words = small.horizontalAdvance(shown(self._figure.words)) + 2
        return strong.horizontalAdvance(self._figure.number) + px(GAP) + picture, words

    def set_head_room(self, height: int) -> None:
        """So much stands above the number at least: as much as beside it."""
        if height != self._head_room:
            self._head_room = height
            self.update()

    def number_top(self) -> int:
        """Where the number begins, below the edge."""
        return self._theme.px(TOP) + max(self.heights(self.width())[0], self._head_room)

    def heights(self, width: int) -> tuple[int, int, int]:
        """How high words, number and explanation are in a tile of ``width``."""
        # Kept: a page out of sight is asked for its height at every change of the one in sight.
        key = width, self._theme.scale
        if key not in self._known:
            self._known[key] = self._reckoned(width)
        return self._known[key]

    def width_wanted(self) -> int:
        """What a column under it has to measure so that the number is not cut."""
        number = QFontMetrics(self._large()).horizontalAdvance(self._figure.number)
        room = number + self._theme.px(2 * SIDE + (24 if self._is_loud() else 0))
        return max(self._theme.px(TILE), -(-room // self._figure.span))

    def _reckoned(self, width: int) -> tuple[int, int, int]:
        small, large = QFontMetrics(self._small()), QFontMetrics(self._large())
        inner = QRect(0, 0, max(1, width - 2 * self._theme.px(SIDE)), 10_000)
        heads = small.boundingRect(inner, WRAPPED, shown(self._figure.words)).height()
        below = small.boundingRect(inner, WRAPPED, shown(self._figure.below)).height() if self._figure.below else 0
        return heads, large.ascent() + self._theme.px(4), below

    def _paint_number(self, painter: QPainter, row: QRect) -> None:
        figure, theme = self._figure, self._theme
        painter.setFont(self._large())
        painter.setPen(theme.color("ink" if figure.tone is Tone.NEUTRAL else figure.tone.value))
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, figure.number)
        picture = theme.tone_icon(figure.tone)
        if self._is_loud() and picture:
            left = row.left() + painter.fontMetrics().horizontalAdvance(figure.number) + theme.px(6)
            pixmap = theme.pixmap(picture, 18, figure.tone.value, self.devicePixelRatioF())
            painter.drawPixmap(left, row.bottom() - theme.px(18 + 6), pixmap)

    def _paint_line(self, painter: QPainter) -> None:
        figure, theme = self._figure, self._theme
        row = self.rect().adjusted(theme.px(SIDE - SIDE_ROOM), 0, 0, 0)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._strong())
        painter.setPen(theme.color("ink" if figure.tone is Tone.NEUTRAL else figure.tone.value))
        painter.drawText(row, middle, figure.number)
        picture = theme.tone_icon(figure.tone)
        if self._is_loud() and picture:
            left = row.left() + painter.fontMetrics().horizontalAdvance(figure.number) + theme.px(GAP)
            pixmap = theme.pixmap(picture, 14, figure.tone.value, self.devicePixelRatioF())
            painter.drawPixmap(left, row.center().y() - theme.px(14) // 2, pixmap)
        painter.setFont(self._small())
        painter.setPen(theme.color("quiet"))
        painter.drawText(row.adjusted(self._line_parts()[0], 0, 0, 0), middle, shown(figure.words))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.px(TILE) * self._figure.span
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = max(self.width(), self._theme.px(TILE) * self._figure.span)
        return QSize(self._theme.px(72), self.heightForWidth(width))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if self._is_small:
            return self._theme.px(LINE)
        return sum(self.heights(width)) + 2 * self._theme.px(TOP)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        side, top = theme.px(SIDE), theme.px(TOP)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(3, 3, -3, -3)
        painter.setPen(theme.color("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
        if self.hasFocus() or self.underMouse():
            painter.drawRoundedRect(frame, theme.px(6), theme.px(6))
        if self._is_small:
            self._paint_line(painter)
            painter.end()
            return
        _, number, below = self.heights(self.width())
        heads = self.number_top() - top
        inner = self.rect().adjusted(side, top, -side, -top)
        painter.setFont(self._small())
        painter.setPen(theme.color("quiet"))
        painter.drawText(inner, WRAPPED, shown(self._figure.words))
        under = QRect(inner.left(), inner.top() + heads + number, inner.width(), below + top)
        painter.drawText(under, WRAPPED, shown(self._figure.below))
        self._paint_number(painter, QRect(inner.left(), inner.top() + heads, inner.width(), number))
        painter.end()


class BigNumberStrip(QFrame):
    """Numbers side by side in one card; they take a second row where there is no room.

    One with ``most_rows`` has no more rows of large numbers: those behind stand below, small, a few in a line.

    Signals:
        activated: the key of the number that was pressed.
    """

    activated = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, most_rows: int = 0) -> None:
        """No numbers yet."""
        super().__init__(parent)
        self._theme, self._most_rows = theme, most_rows
        self._tiles: list[BigNumber] = []
        self._large = 0
        self.setProperty("kind", "card")
        # Not fixed: Qt would hold it to the height of one row and cut the second.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._on_theme_changed)

    def set_figures(self, figures: Sequence[Figure]) -> None:
        """Show ``figures``; those with the same keys keep their place and the focus."""
        if [tile.figure().key for tile in self._tiles] == [figure.key for figure in figures]:
            for tile, figure in zip(self._tiles, figures, strict=True):
                tile.set_figure(figure)
            self._place()
            return
        for tile in self._tiles:
            tile.setParent(None)
            tile.deleteLater()
        self._tiles = [BigNumber(self._theme, figure, self) for figure in figures]
        for tile in self._tiles:
            tile.clicked.connect(self._on_tile_clicked)
            tile.show()
        self._place()

    def tiles(self) -> tuple[BigNumber, ...]:
        """The numbers in their order."""
        return tuple(self._tiles)

    def _on_tile_clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, BigNumber):
            self.activated.emit(tile.figure().key)

    def _on_theme_changed(self) -> None:
        self._place()

    def _columns(self, width: int) -> tuple[int, int]:
        """How many columns of large numbers there are, and how many numbers are large."""
        inner = max(1, width - 2 * self._theme.px(SIDE_ROOM))
        spans = sum(tile.figure().span for tile in self._tiles)
        narrowest = max((tile.width_wanted() for tile in self._tiles), default=self._theme.px(TILE))
        fitting = max(1, inner // narrowest)
        if not self._most_rows or spans <= fitting * self._most_rows:
            return max(1, -(-spans // -(-spans // fitting))) if spans else 1, len(self._tiles)
        fitting, room = max(1, inner // max(narrowest, self._theme.px(ROOMY))), 0
        for count, tile in enumerate(self._tiles):
            room += min(tile.figure().span, fitting)
            if room > fitting * self._most_rows:
                return fitting, count
        return fitting, len(self._tiles)

    def _lines(self, width: int, top: int, tiles: Sequence[BigNumber]) -> list[list[tuple[BigNumber, QRect]]]:
        """Where small numbers stand below ``top``, line by line."""
        side, high = self._theme.px(SIDE_ROOM), self._theme.px(LINE)
        top += self._theme.px(TOP) // 2
        lines: list[list[tuple[BigNumber, QRect]]] = []
        left = width
        for tile in tiles:
            wide = min(tile.line_width(), max(1, width - 2 * side))
            if left + wide > width - side:
                left = side
                lines.append([])
            lines[-1].append((tile, QRect(left, top + (len(lines) - 1) * high, wide, high)))
            left += wide
        return lines

    def _rows(self, width: int) -> list[list[tuple[BigNumber, QRect]]]:
        """Where every large tile stands in a strip of ``width``, row by row; reckoned, never asked how it stands.

        A layout would first be asked for its height at a width it does not have yet, and keep that height.
        """
        side = self._theme.px(SIDE_ROOM)
        inner = max(1, width - 2 * side)
        columns, large = self._columns(width)
        rows: list[list[tuple[BigNumber, QRect]]] = []
        top, column = 1, columns
        for tile in self._tiles[:large]:
            span = min(tile.figure().span, columns)
            if column + span > columns:
                top = rows[-1][0][1].bottom() + 1 if rows else top
                rows.append([])
                column = 0
            left, right = inner * column // columns, inner * (column + span) // columns
            rows[-1].append((tile, QRect(side + left, top, right - left, tile.heightForWidth(right - left))))
            column += span
            # One row is as high as its highest parts, so that its numbers stand in one line.
            parts = zip(*(one.heights(place.width()) for one, place in rows[-1]), strict=True)
            tall = sum(max(part) for part in parts) + 2 * self._theme.px(TOP)
            rows[-1] = [(one, QRect(place.topLeft(), QSize(place.width(), tall))) for one, place in rows[-1]]
        return rows

    def _place(self) -> None:
        rows = self._rows(self.width())
        for row in rows:
            heads = max((tile.heights(place.width())[0] for tile, place in row), default=0)
            for tile, place in row:
                tile.set_small(is_small=False)
                tile.set_head_room(heads)
                tile.setGeometry(place)
        self._large = sum(map(len, rows))
        for line in self._lines(self.width(), _end(rows), self._tiles[self._large :]):
            for tile, place in line:
                tile.set_small(is_small=True)
                tile.setGeometry(place)
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        lines = self._lines(width, _end(rows), self._tiles[sum(map(len, rows)) :])
        return _end(lines) + self._theme.px(TOP) // 2 if lines else _end(rows) + 1 if rows else 0

    @override
    def sizeHint(self) -> QSize:
        spans = sum(tile.figure().span for tile in self._tiles)
        width = spans * self._theme.px(TILE) + 2 * self._theme.px(SIDE_ROOM)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(TILE + 2 * SIDE_ROOM), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side, first = self._theme.px(TOP), self._tiles[0].geometry() if self._tiles else QRect()
        painter = QPainter(self)
        painter.setPen(self._theme.color("line"))
        for tile in self._tiles[: self._large]:
            place = tile.geometry()
            if place.left() > first.left():
                painter.drawLine(place.left(), place.top() + side, place.left(), place.bottom() - side)
            elif place.top() > first.top():
                painter.drawLine(side, place.top(), self.width() - side, place.top())
        if self._large < len(self._tiles):
            below = self._tiles[self._large - 1].geometry().bottom() + 1
            painter.drawLine(side, below, self.width() - side, below)
        painter.end()


def _end(rows: Sequence[Sequence[tuple[BigNumber, QRect]]]) -> int:
    """Where the last row ends."""
    return rows[-1][0][1].bottom() + 1 if rows else 1
