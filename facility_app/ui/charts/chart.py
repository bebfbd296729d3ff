"""What all painted pictures share: hover and arrow keys tell why, a reader hears it, a file keeps it."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from facility_app.sheets.whole_file import write_whole
from facility_app.ui.charts.canvas import Canvas, paper_canvas, screen_canvas
from facility_app.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of the picture and what it says when the pointer or the arrow keys rest on it."""

    rect: QRectF
    says: str


class Chart(QWidget):
    """A painted picture. Subclasses paint on a ``Canvas`` and answer the spots that speak.

    Left and Right walk from spot to spot; the sentence of the current one is shown and is the accessible
    description. ``title`` is its accessible name.
    """

    HEIGHT = 160

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        """Nothing to show yet."""
        super().__init__(parent)
        self._theme = theme
        self._spots: tuple[Spot, ...] = ()
        self._current = -1
        self.setAccessibleName(title)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._on_theme_changed)

    @abstractmethod
    def paint(self, canvas: Canvas, room: QRectF) -> Sequence[Spot]:
        """Paint everything into ``room``; answers the spots, in reading order."""

    def says(self) -> tuple[str, ...]:
        """Everything the picture tells, in reading order, for a reader that cannot see it."""
        image = QImage(max(1, self.width()), max(1, self.height()), QImage.Format.Format_ARGB32_Premultiplied)
        painter = QPainter(image)
        spots = self.paint(screen_canvas(painter, self._theme), self._room())
        painter.end()
        return tuple(spot.says for spot in spots if spot.says)

    def picture(self, size: QSize | None = None, *, density: float = 2.0) -> QImage:
        """The picture for paper: light, hatched, on white, ``density`` pixels a point."""
        points = size or self.size().expandedTo(self.minimumSizeHint())
        image = QImage(points * density, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(density, density)
        self.paint(paper_canvas(painter), QRectF(0, 0, points.width(), points.height()))
        painter.end()
        # So that a paper sets it at its own size.
        image.setDotsPerMeterX(round(96 * density / 0.0254))
        image.setDotsPerMeterY(round(96 * density / 0.0254))
        return image

    def to_png(self, path: Path, size: QSize | None = None, *, density: float = 2.0) -> None:
        """Write ``picture`` to ``path``, whole or not at all.

        Raises:
            UserError: ``not_a_file``.
            EnvironmentFault: ``disk_full``, ``file_not_written``.
        """
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.picture(size, density=density).save(buffer, "PNG")  # type: ignore[call-overload]
        content = buffer.data().data()

        def fill(made: Path) -> None:
            made.write_bytes(content)

        write_whole(path, fill)

    def refresh(self) -> None:
        """What is shown has changed."""
        self._current = -1
        self.setAccessibleDescription(". ".join(self.says()))
        self.updateGeometry()
        self.update()

    def _room(self) -> QRectF:
        # Around it the focus frame is drawn.
        edge = self._theme.px(4)
        return QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _tell(self, number: int, at: QPoint) -> None:
        if number == self._current:
            return
        self._current = number
        said = self._spots[number].says if number >= 0 else ""
        if said:
            self.setAccessibleDescription(said)
            QToolTip.showText(self.mapToGlobal(at), said, self)
        else:
            QToolTip.hideText()
        self.update()

    def _under(self, at: QPoint) -> int:
        # The last painted lies on top.
        found = (n for n, spot in enumerate(self._spots) if spot.says and spot.rect.contains(at.toPointF()))
        return max(found, default=-1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(360), self._theme.px(self.HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(self.HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._spots = tuple(self.paint(screen_canvas(painter, self._theme), self._room()))
        if 0 <= self._current < len(self._spots) and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("ink"), self._theme.px(1.5)))
            painter.drawRoundedRect(self._spots[self._current].rect.adjusted(-2, -2, 2, 2), 3, 3)
        elif self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        painter.end()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._tell(self._under(event.position().toPoint()), event.position().toPoint())

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._tell(-1, QPoint())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._tell(-1, QPoint())
        super().focusOutEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        speaking = [number for number, spot in enumerate(self._spots) if spot.says]
        if step is None or not speaking:
            super().keyPressEvent(event)
            return
        place = speaking.index(self._current) + step if self._current in speaking else min(0, step)
        number = speaking[place % len(speaking)]
        self._tell(number, self._spots[number].rect.bottomRight().toPoint())
