"""The board's look: a state is a colour and a pattern, so that it is told on a poor screen too."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from facility_app.modules.housing.domain.rules import Level
from facility_app.modules.housing.queries.board import BoardZone
from facility_app.modules.housing.ui import words
from facility_app.modules.housing.ui.board_layout import ROOM_HEAD, SIDE, ZONE_HEAD, Cell, Head, Layout, RoomBox
from facility_app.modules.housing.ui.words import BedFace
from facility_app.ui.theme import Size, Theme, Tone

FACE_TONES: Final = {
    BedFace.TAKEN: Tone.INFO,
    BedFace.FREE: Tone.OK,
    BedFace.KEPT: Tone.WARNING,
    BedFace.CLOSED: Tone.NEUTRAL,
    BedFace.BEYOND: Tone.NEUTRAL,
}
HATCHES: Final = {
    BedFace.KEPT: Qt.BrushStyle.Dense6Pattern,
    BedFace.CLOSED: Qt.BrushStyle.BDiagPattern,
}
JUDGED: Final = {None: Tone.OK, Level.WARN: Tone.OK, Level.OVERRIDABLE: Tone.WARNING, Level.HARD: Tone.DANGER}
FAINT: Final = 0.35
BESIDE: Final = 12


@dataclass(slots=True)
class Look:
    """What is marked on the board.

    Attributes:
        current: place of the bed with the keyboard; −1 for none.
        judged: bed → the hardest rule against it, while somebody is in hand; empty otherwise.
        held: the bed somebody in hand comes from.
        has_focus: whether the board has the keyboard.
    """

    current: int = -1
    judged: Mapping[str, Level | None] = field(default_factory=dict)
    held: str = ""
    has_focus: bool = False


class Brushes:
    """Colours and letters of one theme, made once."""

    def __init__(self, theme: Theme) -> None:
        """As the theme is now."""
        self.theme = theme
        self.line, self.surface, self.ground = (theme.color(one) for one in ("line", "surface", "ground"))
        self.ink, self.quiet = theme.color("ink"), theme.color("quiet")
        self.accent, self.on_accent = theme.color("accent"), theme.color("on_accent")
        self.tones = {tone: theme.tone(tone) for tone in Tone}
        self.small = theme.font(Size.SMALL)
        self.bed = theme.font(Size.SMALL, QFont.Weight.Medium)
        self.strong = theme.font(Size.BODY, QFont.Weight.DemiBold)
        self.heading = theme.font(Size.HEADING, QFont.Weight.DemiBold)
        self.thin, self.thick = theme.px(1), theme.px(2)
        self.round = theme.px(5)
        self._tiles: dict[tuple[BedFace, Tone, str, float], QPixmap] = {}

    def tile(self, face: BedFace, tone: Tone, code: str, size: QSize, ratio: float) -> QPixmap:
        """A bed with its number, painted once: thousands differ in little."""
        key = (face, tone, code, ratio)
        made = self._tiles.get(key)
        if made is None:
            made = self._tiles[key] = QPixmap(size * ratio)
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = QRect(QPoint(0, 0), size)
            ink = self.tones[tone][0]
            paint_face(painter, self, QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), face, ink, self.tones[tone][1])
            painter.setFont(self.bed)
            painter.setPen(ink)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, code)
            painter.end()
        return made


def paint_board(painter: QPainter, brushes: Brushes, layout: Layout, look: Look, seen: QRect) -> int:
    """Paint what lies in ``seen``; answers how many beds that were."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for head in layout.heads:
        if head.rect.intersects(seen):
            _head(painter, brushes, head)
    painted = 0
    for box in layout.rooms:
        if not box.rect.intersects(seen):
            continue
        _room(painter, brushes, box, is_current=box.first <= look.current < box.last)
        painter.setFont(brushes.bed)
        for place in range(box.first, box.last):
            _bed(painter, brushes, layout.cells[place], look, is_current=place == look.current)
        painted += box.last - box.first
    return painted


def _head(painter: QPainter, brushes: Brushes, head: Head) -> None:
    painter.setFont(brushes.heading if head.is_zone else brushes.small)
    painter.setPen(brushes.ink if head.is_zone else brushes.quiet)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    px, first = brushes.theme.px, QRect(head.rect)
    if head.is_zone:
        first.setHeight(px(ZONE_HEAD))
    name = painter.fontMetrics().elidedText(head.text, Qt.TextElideMode.ElideRight, first.width())
    painter.drawText(first, flags, name)
    if not head.is_zone:
        return
    used = painter.fontMetrics().horizontalAdvance(name) + px(BESIDE)
    painter.setFont(brushes.small)
    painter.setPen(brushes.quiet)
    room = first.adjusted(used, px(4), 0, 0)
    if head.rect.height() > first.height():
        # Below the name, where both have no room in one line: counts cut short count nothing.
        room = QRect(first.left(), first.bottom() - px(3), first.width(), head.rect.height() - first.height())
    counts = painter.fontMetrics().elidedText(
        words.zone_counts(head.zone), Qt.TextElideMode.ElideRight, max(0, room.width())
    )
    painter.drawText(room, flags, counts)


def head_width(brushes: Brushes, zone: BoardZone, name: str) -> int:
    """How wide the head of a zone is with its counts beside its name."""
    counts = QFontMetrics(brushes.small).horizontalAdvance(words.zone_counts(zone))
    return QFontMetrics(brushes.heading).horizontalAdvance(name) + brushes.theme.px(BESIDE) + counts


def _room(painter: QPainter, brushes: Brushes, box: RoomBox, *, is_current: bool) -> None:
    px = brushes.theme.px
    pen = QPen(brushes.accent, brushes.thick) if is_current else QPen(brushes.line, brushes.thin)
    painter.setPen(pen)
    painter.setBrush(brushes.surface)
    painter.drawRoundedRect(QRectF(box.rect).adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8))
    inner = QRect(
        box.rect.left() + px(SIDE), box.rect.top() + px(3), box.rect.width() - 2 * px(SIDE), px(ROOM_HEAD) - px(5)
    )
    painter.setFont(brushes.strong)
    painter.setPen(brushes.ink)
    metrics = painter.fontMetrics()
    count = f"{box.room.taken}/{box.room.working}"
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, box.room.name)
    used = metrics.horizontalAdvance(box.room.name) + px(8)
    painter.setFont(brushes.small)
    painter.setPen(brushes.tones[Tone.WARNING][0] if box.room.closed else brushes.quiet)
    painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
    note = words.room_note(box.room, box.zone)
    if note:
        room = inner.adjusted(used, 0, -painter.fontMetrics().horizontalAdvance(count) - px(6), 0)
        shown = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _bed(painter: QPainter, brushes: Brushes, cell: Cell, look: Look, *, is_current: bool) -> None:
    bed, rect = cell.bed, QRectF(cell.rect)
    face = words.face_of(bed, cell.room)
    if is_current:
        painter.setPen(QPen(brushes.ink if look.has_focus else brushes.accent, brushes.thick))
        painter.setBrush(brushes.accent)
        painter.drawRoundedRect(rect, brushes.round, brushes.round)
        painter.setPen(brushes.on_accent)
        painter.drawText(cell.rect, Qt.AlignmentFlag.AlignCenter, bed.code)
    else:
        tone, is_faint = _judged(bed.bed_id, face, look)
        tile = brushes.tile(face, tone, bed.code, cell.rect.size(), painter.device().devicePixelRatio())
        painter.setOpacity(FAINT if is_faint else 1)
        painter.drawPixmap(cell.rect.topLeft(), tile)
        painter.setOpacity(1)
    if bed.occupant is not None and bed.occupant.overridden:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brushes.tones[Tone.DANGER][0])
        side = brushes.theme.px(7)
        painter.drawEllipse(QRectF(rect.right() - side * 0.7, rect.top() - side * 0.3, side, side))
    if look.held and bed.bed_id == look.held:
        painter.setPen(QPen(brushes.accent, brushes.thick, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, brushes.round, brushes.round)


def _judged(bed_id: str, face: BedFace, look: Look) -> tuple[Tone, bool]:
    """The tone of a bed, and whether it is out of the question for whoever is in hand."""
    tone = FACE_TONES[face]
    if not look.judged or bed_id == look.held:
        return tone, False
    level = look.judged.get(bed_id)
    if level is Level.HARD:
        return tone, True
    return (JUDGED[level] if face is BedFace.FREE else tone), False


def paint_face(
    painter: QPainter, brushes: Brushes, rect: QRectF, face: BedFace, ink: QColor, ground: QColor
) -> None:
    """A bed of one state."""
    if face is BedFace.FREE:
        painter.setPen(QPen(ink, brushes.theme.px(1.4)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    elif face is BedFace.BEYOND:
        painter.setPen(QPen(ink, brushes.thin, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
    painter.drawRoundedRect(rect, brushes.round, brushes.round)
    if face in HATCHES:
        hatch = QColor(ink)
        hatch.setAlphaF(0.45)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(hatch, HATCHES[face]))
        painter.drawRoundedRect(rect, brushes.round, brushes.round)
