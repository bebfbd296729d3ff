"""A face, or the letters a name begins with."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from facility_app.ui.theme import Theme


class Avatar(QWidget):
    """A photo cut to a rounded frame; without one, initials. ``is_portrait`` is 4 high to 3 wide, else round."""

    def __init__(
        self, theme: Theme, size: int = 32, *, is_portrait: bool = False, parent: QWidget | None = None
    ) -> None:
        """``size`` points high; empty."""
        super().__init__(parent)
        self._theme, self._size, self._is_portrait = theme, size, is_portrait
        self._name, self._caption = "", ""
        self._photo: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_person(self, name: str, photo: QPixmap | None = None, caption: str = "") -> None:
        """Show ``photo``, or the initials of ``name`` with a small ``caption`` below them."""
        self._name, self._caption = name, caption
        self._photo = photo if photo is not None and not photo.isNull() else None
        self.setAccessibleName(name)
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        height = self._theme.px(self._size)
        return QSize(height * 4 // 5 if self._is_portrait else height, height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, frame = self._theme, QRectF(self.rect())
        corner = theme.px(6) if self._is_portrait else frame.height() / 2
        shape = QPainterPath()
        shape.addRoundedRect(frame, corner, corner)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(shape)
        if self._photo is not None:
            painter.drawPixmap(frame, self._photo, QRectF(_middle(self._photo.size(), frame)))
        else:
            painter.fillPath(shape, theme.color("accent_ground"))
            self._paint_letters(painter)
        painter.end()

    def _paint_letters(self, painter: QPainter) -> None:
        theme, room = self._theme, self.rect()
        painter.setPen(theme.color("accent"))
        share = 0.28 if self._is_portrait else 0.42
        painter.setFont(theme.font(round(self._size * share), QFont.Weight.DemiBold))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, initials(self._name))
        if self._caption:
            painter.setPen(theme.color("quiet"))
            painter.setFont(theme.font(11))
            foot = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(room.adjusted(0, 0, 0, -theme.px(6)), foot, self._caption)


def initials(name: str) -> str:
    """The letter of the family name and of the given name: NA for Nguyễn Văn An; one word gives one letter."""
    parts = name.split()
    first_and_last = parts[:1] + parts[1:][-1:]
    return "".join(part[0].upper() for part in first_and_last)


def _middle(photo: QSize, frame: QRectF) -> QRect:
    """The largest part of ``photo`` with the shape of ``frame``, centred, a little above the middle for faces."""
    part = QSize(round(frame.width()), round(frame.height()))
    part.scale(photo, Qt.AspectRatioMode.KeepAspectRatio)
    return QRect(
        (photo.width() - part.width()) // 2, (photo.height() - part.height()) // 3, part.width(), part.height()
    )
