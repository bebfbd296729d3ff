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

    def _large(self) -> QFont:
        return self._theme.font(Size.DISPLAY, QFont.Weight.DemiBold)

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
        is_loud = self._figure.tone not in {Tone.NEUTRAL, Tone.ACCENT}
        room = number + self._theme.px(2 * SIDE + (24 if is_loud else 0))
        return max(self._theme.px(TILE), -(-room // self._figure.span))

    def _reckoned(self, width: int) -> tuple[int, int, int]:
        small, large = QFontMetrics(self._small()), QFontMetrics(self._large())
        inner = QRect(0, 0, max(1, width - 2 * self._theme.px(SIDE)), 10_000)
        heads = small.boundingRect(inner, WRAPPED, shown(self._figure.words)).height()
        below = small.boundingRect(inner, WRAPPED, shown(self._figure.below)).height() if self._figure.below else 0
        return heads, large.ascent() + self._theme.px(4), below

    def _paint_number(self, painter: QPainter, row: QRect) -> None:
        figure, theme = self._figure, self._theme
        is_loud = figure.tone not in {Tone.NEUTRAL, Tone.ACCENT}
        painter.setFont(self._large())
        painter.setPen(theme.color("ink" if figure.tone is Tone.NEUTRAL else figure.tone.value))
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, figure.number)
        picture = theme.tone_icon(figure.tone)
        if is_loud and picture:
            left = row.left() + painter.fontMetrics().horizontalAdvance(figure.number) + theme.px(6)
            pixmap = theme.pixmap(picture, 18, figure.tone.value, self.devicePixelRatioF())
            painter.drawPixmap(left, row.bottom() - theme.px(18 + 6), pixmap)

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

    Signals:
        activated: the key of the number that was pressed.
    """

    activated = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """No numbers yet."""
        super().__init__(parent)
        self._theme = theme
        self._tiles: list[BigNumber] = []
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

    def _rows(self, width: int) -> list[list[tuple[BigNumber, QRect]]]:
        """Where every tile stands in a strip of ``width``, row by row; reckoned, never asked of how it stands now.

        A layout would first be asked for its height at a width it does not have yet, and keep that height.
        """
        side = self._theme.px(SIDE_ROOM)
        inner = max(1, width - 2 * side)
        spans = sum(tile.figure().span for tile in self._tiles)
        narrowest = max((tile.width_wanted() for tile in self._tiles), default=self._theme.px(TILE))
        fitting = max(1, inner // narrowest)
        columns = max(1, -(-spans // -(-spans // fitting))) if spans else 1
        rows: list[list[tuple[BigNumber, QRect]]] = []
        top, column = 1, columns
        for tile in self._tiles:
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
        for row in self._rows(self.width()):
            heads = max((tile.heights(place.width())[0] for tile, place in row), default=0)
            for tile, place in row:
                tile.set_head_room(heads)
                tile.setGeometry(place)
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        return rows[-1][0][1].bottom() + 2 if rows else 0

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
        for tile in self._tiles:
            place = tile.geometry()
            if place.left() > first.left():
                painter.drawLine(place.left(), place.top() + side, place.left(), place.bottom() - side)
            elif place.top() > first.top():
                painter.drawLine(side, place.top(), self.width() - side, place.top())
        painter.end()
