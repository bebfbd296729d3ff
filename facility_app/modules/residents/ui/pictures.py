"""Pictures made small on a working thread: a photo of twenty megabytes must not reach the windows as it is."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

FACE: Final = 320
SCREEN: Final = 2400
_QUALITY: Final = 88


def scaled(content: bytes, side: int) -> QImage:
    """The picture, turned as the camera held it, ``side`` pixels at most; a null image when it is none."""
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > side:
        # Read at its small size: a decoder skips what nobody will see.
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def small_jpeg(content: bytes, side: int = FACE) -> bytes | None:
    """The picture made small, encoded again; None when it is none."""
    image = scaled(content, side)
    if image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpg"))
    writer.setQuality(_QUALITY)
    writer.write(image)
    return bytes(buffer.data().data())
