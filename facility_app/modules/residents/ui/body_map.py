"""A body from the front and from behind, with the marks seen on it: painted, so that it prints and scales."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.residents.domain.body import BODY_SIDE_LABELS, MAP_SIZE, BodySide
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Size, Theme

NAME = label("residents", "Hình cơ thể, mặt trước và mặt sau")
SPOT_TEXT = label("residents", "{side}, ngang {x}, dọc {y}")
NO_SPOT = label("residents", "chưa đặt điểm")
_MIDDLE: Final = 500
# Right half of the outline from the neck down, as (steps from the middle, steps from the top).
_OUTLINE: Final = (
    *((34, 150), (44, 178), (120, 196), (160, 226), (178, 300), (196, 400), (222, 500), (236, 560), (252, 610)),
    *((246, 650), (226, 640), (212, 580), (194, 510), (166, 420), (140, 310), (130, 300), (124, 370), (116, 430)),
    *((134, 510), (146, 600), (132, 700), (112, 760), (116, 830), (96, 920), (92, 950), (112, 982), (60, 988)),
    *((48, 950), (56, 850), (40, 760), (34, 660), (8, 545)),
)
_HEAD: Final = (58, 72, 92)
"""Half width, half height, and middle of the head from the top."""
_DOT: Final = 9
_NEAR: Final = 40
_STEP, _LEAP = 10, 50


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on one of the two pictures; steps from its left and from its top."""

    side: BodySide
    x: int
    y: int

    def words(self) -> str:
        """Where it is, for whoever hears the screen."""
        return tr(SPOT_TEXT, side=tr(BODY_SIDE_LABELS[self.side]), x=self.x, y=self.y)


@dataclass(frozen=True, slots=True)
class MapMark:
    """A mark on the map.

    Attributes:
        number: painted beside it, the same as in the list.
    """

    mark_id: str
    number: int
    spot: Spot
    words: str = field(repr=False)


class BodyMap(QWidget):
    """Both pictures side by side. A click on a mark chooses it; where points can be set, a click sets one.

    The arrows move a point (with Shift in leaps), Space takes it to the other picture, Delete takes it away.

    Signals:
        chosen(str): a mark was clicked.
        pointed(Spot | None): the point was set, moved or taken away.
    """

    chosen = Signal(str)
    pointed = Signal(object)

    def __init__(self, theme: Theme, *, can_point: bool = False, parent: QWidget | None = None) -> None:
        """No marks yet."""
        super().__init__(parent)
        self._theme, self._can_point = theme, can_point
        self._marks: tuple[MapMark, ...] = ()
        self._current = ""
        self._spot: Spot | None = None
        self.setAccessibleName(tr(NAME))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if can_point:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.CrossCursor)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_marks(self, marks: Sequence[MapMark], current: str = "") -> None:
        """Show others; ``current`` stands out."""
        self._marks, self._current = tuple(marks), current
        self.setAccessibleDescription("; ".join(f"{one.number}. {one.words}" for one in marks))
        self.update()

    def spot(self) -> Spot | None:
        """The point set."""
        return self._spot

    def set_spot(self, spot: Spot | None) -> None:
        """Show a point without telling it."""
        self._spot = spot
        self.setAccessibleDescription(spot.words() if spot is not None else tr(NO_SPOT))
        self.update()

    def place_of(self, spot: Spot) -> QPointF:
        """Where a point lies in the widget."""
        room = self._room(spot.side)
        return QPointF(
            room.left() + room.width() * spot.x / MAP_SIZE, room.top() + room.height() * spot.y / MAP_SIZE
        )

    def _point(self, spot: Spot | None) -> None:
        self.set_spot(spot)
        self.pointed.emit(spot)

    def _room(self, side: BodySide) -> QRectF:
        head = self._theme.px(22)
        height = self.height() - head
        # The map is a square of steps; a body fills the middle of it.
        width = min(self.width() / 2, height * 0.62)
        left = self.width() / 2 - width if side is BodySide.FRONT else self.width() / 2
        return QRectF(left + (width - height) / 2, head, height, height)

    def _spot_at(self, place: QPointF) -> Spot:
        side = BodySide.FRONT if place.x() < self.width() / 2 else BodySide.BACK
        room = self._room(side)
        x = round((place.x() - room.left()) / room.width() * MAP_SIZE)
        y = round((place.y() - room.top()) / room.height() * MAP_SIZE)
        return Spot(side, min(max(x, 0), MAP_SIZE), min(max(y, 0), MAP_SIZE))

    def _mark_at(self, spot: Spot) -> MapMark | None:
        near = [
            (abs(one.spot.x - spot.x) + abs(one.spot.y - spot.y), one)
            for one in self._marks
            if one.spot.side is spot.side
        ]
        best = min(near, key=lambda pair: pair[0], default=None)
        return best[1] if best is not None and best[0] <= _NEAR else None

    def _paint_side(self, painter: QPainter, side: BodySide) -> None:
        theme, room = self._theme, self._room(side)
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(theme.color("quiet"))
        head = QRectF(room.left(), 0, room.width(), theme.px(20))
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, tr(BODY_SIDE_LABELS[side]))
        painter.save()
        painter.translate(room.topLeft())
        painter.scale(room.width() / MAP_SIZE, room.height() / MAP_SIZE)
        pen = QPen(theme.color("edge"), 1.4)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(theme.color("muted_ground"))
        painter.drawPath(outline())
        self._paint_inner(painter, side)
        painter.restore()

    def _paint_inner(self, painter: QPainter, side: BodySide) -> None:
        """A few lines that tell front from back."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        lines = QPainterPath()
        if side is BodySide.FRONT:
            for way in (-1, 1):
                lines.moveTo(_MIDDLE + way * 28, 84)
                lines.lineTo(_MIDDLE + way * 14, 84)
                lines.moveTo(_MIDDLE + way * 90, 290)
                lines.quadTo(_MIDDLE + way * 50, 316, _MIDDLE + way * 12, 292)
            lines.moveTo(_MIDDLE - 16, 124)
            lines.quadTo(_MIDDLE, 132, _MIDDLE + 16, 124)
            lines.addEllipse(QPointF(_MIDDLE, 430), 5, 5)
        else:
            lines.moveTo(_MIDDLE, 190)
            lines.lineTo(_MIDDLE, 440)
            for way in (-1, 1):
                lines.moveTo(_MIDDLE + way * 36, 240)
                lines.quadTo(_MIDDLE + way * 84, 270, _MIDDLE + way * 70, 330)
                lines.moveTo(_MIDDLE + way * 6, 470)
                lines.quadTo(_MIDDLE + way * 20, 560, _MIDDLE + way * 110, 548)
        painter.drawPath(lines)

    def _paint_mark(self, painter: QPainter, one: MapMark) -> None:
        theme, place = self._theme, self.place_of(one.spot)
        is_current = one.mark_id == self._current
        side = theme.px(_DOT)
        painter.setPen(QPen(theme.color("surface"), theme.px(1.5)))
        painter.setBrush(theme.color("accent" if is_current else "danger"))
        painter.drawEllipse(place, side, side)
        painter.setPen(theme.color("on_accent" if is_current else "surface"))
        painter.setFont(theme.font(11, QFont.Weight.DemiBold))
        room = QRectF(place.x() - side, place.y() - side, 2 * side, 2 * side)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(one.number))

    def _paint_spot(self, painter: QPainter, spot: Spot) -> None:
        place, side = self.place_of(spot), self._theme.px(12)
        painter.setPen(QPen(self._theme.color("danger"), self._theme.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place, side / 2, side / 2)
        painter.drawLine(QPointF(place.x() - side, place.y()), QPointF(place.x() + side, place.y()))
        painter.drawLine(QPointF(place.x(), place.y() - side), QPointF(place.x(), place.y() + side))

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(300 if self._can_point else 400))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.height(), self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for side in BodySide:
            self._paint_side(painter, side)
        for one in self._marks:
            self._paint_mark(painter, one)
        if self._spot is not None:
            self._paint_spot(painter, self._spot)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            corner = self._theme.px(6)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), corner, corner)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        if self._can_point:
            self._point(spot)
            return
        mark = self._mark_at(spot)
        if mark is not None:
            self.chosen.emit(mark.mark_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        key, spot = Qt.Key(event.key()), self._spot or Spot(BodySide.FRONT, _MIDDLE, 300)
        if not self._can_point or (key not in ways and key not in {Qt.Key.Key_Space, Qt.Key.Key_Delete}):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Delete:
            self._point(None)
        elif key == Qt.Key.Key_Space:
            other = BodySide.BACK if spot.side is BodySide.FRONT else BodySide.FRONT
            self._point(Spot(other, MAP_SIZE - spot.x, spot.y) if self._spot is not None else spot)
        else:
            step = _LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            x, y = spot.x + ways[key][0] * step, spot.y + ways[key][1] * step
            self._point(Spot(spot.side, min(max(x, 0), MAP_SIZE), min(max(y, 0), MAP_SIZE)))


def outline() -> QPainterPath:
    """The body in steps, both halves alike."""
    right = [QPointF(_MIDDLE + x, y) for x, y in _OUTLINE]
    points = [*right, *(QPointF(2 * _MIDDLE - point.x(), point.y()) for point in reversed(right))]
    path = QPainterPath()
    path.moveTo((points[-1] + points[0]) / 2)
    for here, then in zip(points, [*points[1:], points[0]], strict=True):
        path.quadTo(here, (here + then) / 2)
    path.closeSubpath()
    head = QPainterPath()
    half_width, half_height, middle = _HEAD
    head.addEllipse(QPointF(_MIDDLE, middle), half_width, half_height)
    return path.united(head)
