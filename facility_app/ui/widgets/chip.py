"""A state in a word: tinted ground, ink of the tone, and a picture, so that it is never told by colour alone."""

from math import ceil

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from facility_app.ui.i18n import shown
from facility_app.ui.theme import Size, Theme, Tone

ICON, GAP, SIDE, HEIGHT = 14, 4, 8, 24
KEPT = 200


def chip_size(theme: Theme, text: str, tone: Tone, icon: str | None = None) -> QSize:
    """How much room ``paint_chip`` wants; for delegates as for the widget."""
    words = ceil(QFontMetricsF(_font(theme)).horizontalAdvance(text)) + 2
    picture = ICON + GAP if _icon(theme, tone, icon) else 0
    return QSize(words + theme.px(2 * SIDE + picture), theme.px(HEIGHT))


def paint_chip(
    painter: QPainter, rect: QRect, theme: Theme, text: str, tone: Tone, icon: str | None = None
) -> None:
    """Paint a chip into ``rect``; a text too long for it ends in an ellipsis.

    ``icon`` is a picture's name, ``""`` for none, None for the tone's own.
    """
    ink, ground = theme.tone(tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(rect), theme.px(6), theme.px(6))
    inner = rect.adjusted(theme.px(SIDE), 0, -theme.px(SIDE), 0)
    name = _icon(theme, tone, icon)
    if name:
        side = theme.px(ICON)
        token = "quiet" if tone is Tone.NEUTRAL else tone.value
        pixmap = theme.pixmap(name, ICON, token, painter.device().devicePixelRatio())
        painter.drawPixmap(inner.left(), rect.center().y() - side // 2 + 1, pixmap)
        inner.setLeft(inner.left() + side + theme.px(GAP))
    painter.setFont(_font(theme))
    painter.setPen(ink)
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
    painter.restore()


class KeptChips:
    """Chips painted once: a list says the same few states over and over."""

    def __init__(self, theme: Theme) -> None:
        """None yet; made anew with every look."""
        self._theme = theme
        self._chips: dict[tuple[str, Tone, float], QPixmap] = {}

    def paint(self, painter: QPainter, room: QRect, text: str, tone: Tone) -> None:
        """Paint a chip at the left of ``room``; a text too long for it ends in an ellipsis."""
        ratio = painter.device().devicePixelRatio()
        chip = self._chips.get((text, tone, ratio))
        if chip is None:
            chip = self._made(text, tone, ratio)
        size = (chip.size() / ratio).boundedTo(room.size())
        place = QRect(room.left(), room.center().y() - size.height() // 2, size.width(), size.height())
        if size.width() * ratio < chip.width():
            paint_chip(painter, place, self._theme, text, tone)
        else:
            painter.drawPixmap(place, chip)

    def _made(self, text: str, tone: Tone, ratio: float) -> QPixmap:
        size = chip_size(self._theme, text, tone)
        chip = QPixmap(size * ratio)
        chip.setDevicePixelRatio(ratio)
        chip.fill(Qt.GlobalColor.transparent)
        painter = QPainter(chip)
        paint_chip(painter, QRect(QPoint(), size), self._theme, text, tone)
        painter.end()
        if len(self._chips) >= KEPT:
            self._chips.clear()
        self._chips[text, tone, ratio] = chip
        return chip


class Chip(QWidget):
    """One chip. ``icon`` is a picture's name, ``""`` for none, None for the tone's own."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        tone: Tone = Tone.NEUTRAL,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``text`` in ``tone``."""
        super().__init__(parent)
        self._theme = theme
        self._text, self._tone, self._icon = "", tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)
        self.set(text, tone, icon)

    def text(self) -> str:
        """The words."""
        return self._text

    def tone(self) -> Tone:
        """The tone."""
        return self._tone

    def set(self, text: str, tone: Tone = Tone.NEUTRAL, icon: str | None = None) -> None:
        """Show other words in another tone."""
        self._text, self._tone, self._icon = shown(text), tone, icon
        self.setAccessibleName(self._text)
        self.setToolTip(self._text)
        self.updateGeometry()
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return chip_size(self._theme, self._text, self._tone, self._icon)

    @override
    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), self._theme.px(64)), whole.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self._theme, self._text, self._tone, self._icon)
        painter.end()


def _font(theme: Theme) -> QFont:
    return theme.font(Size.SMALL, QFont.Weight.Medium)


def _icon(theme: Theme, tone: Tone, icon: str | None) -> str:
    return theme.tone_icon(tone) if icon is None else icon
