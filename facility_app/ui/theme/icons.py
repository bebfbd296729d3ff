"""One family of outline pictures, drawn in whatever colour the theme asks for."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class IconShelf:
    """Pictures of ``folder`` (``<name>.svg`` with ``currentColor``) drawn once per colour and size."""

    def __init__(self, folder: Path) -> None:
        """Read nothing yet: a picture is read when it is first shown."""
        self._folder = folder
        self._vectors: dict[str, QSvgRenderer] = {}
        self._shapes: dict[tuple[str, int], QPixmap] = {}
        self._pixmaps: dict[tuple[str, str, int], QPixmap] = {}
        self._icons: dict[tuple[str, str, str, tuple[int, ...]], QIcon] = {}

    def names(self) -> tuple[str, ...]:
        """Every picture there is."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.svg")))

    def icon(self, name: str, color: QColor, disabled: QColor, pixels: tuple[int, ...]) -> QIcon:
        """An icon sharp at every width of ``pixels``, in ``disabled`` where it cannot be used."""
        key = (name, color.name(), disabled.name(), pixels)
        if key not in self._icons:
            icon = QIcon()
            for width in pixels:
                icon.addPixmap(self.drawn(name, color, width))
                icon.addPixmap(self.drawn(name, disabled, width), QIcon.Mode.Disabled)
            self._icons[key] = icon
        return self._icons[key]

    def pixmap(self, name: str, color: QColor, size: int, ratio: float) -> QPixmap:
        """A picture ``size`` points wide on a screen with ``ratio`` pixels a point."""
        pixmap = QPixmap(self.drawn(name, color, round(size * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def drawn(self, name: str, color: QColor, pixels: int) -> QPixmap:
        """A picture of ``pixels`` × ``pixels`` device pixels."""
        key = (name, color.name(), pixels)
        if key not in self._pixmaps:
            pixmap = QPixmap(self._shape(name, pixels))
            painter = QPainter(pixmap)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            painter.fillRect(pixmap.rect(), color)
            painter.end()
            self._pixmaps[key] = pixmap
        return self._pixmaps[key]

    def _shape(self, name: str, pixels: int) -> QPixmap:
        """The picture in black: read and drawn once, whatever the colours it is asked for in."""
        if (name, pixels) not in self._shapes:
            pixmap = QPixmap(QSize(pixels, pixels))
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._vectors_of(name).render(painter, QRectF(0, 0, pixels, pixels))
            painter.end()
            self._shapes[name, pixels] = pixmap
        return self._shapes[name, pixels]

    def _vectors_of(self, name: str) -> QSvgRenderer:
        if name not in self._vectors:
            source = (self._folder / f"{name}.svg").read_bytes().replace(b"currentColor", b"#000000")
            self._vectors[name] = QSvgRenderer(QByteArray(source))
        return self._vectors[name]
