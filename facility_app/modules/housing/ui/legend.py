"""What the colours of the board mean, each with its word."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from facility_app.modules.housing.ui.board_paint import FACE_TONES, Brushes, paint_face
from facility_app.modules.housing.ui.words import FACE_WORDS, BedFace
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import words

SHOWN = (BedFace.TAKEN, BedFace.FREE, BedFace.KEPT, BedFace.CLOSED, BedFace.BEYOND)


class Swatch(QWidget):
    """A bed of one state."""

    def __init__(self, theme: Theme, face: BedFace, parent: QWidget | None = None) -> None:
        """As the board paints it."""
        super().__init__(parent)
        self._theme, self._face = theme, face
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(18), self._theme.px(18))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        brushes = Brushes(self._theme)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_face(painter, brushes, rect, self._face, *brushes.tones[FACE_TONES[self._face]])
        painter.end()


class Legend(QWidget):
    """All states in a row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make them."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(2), 0, 0, 0)
        row.setSpacing(theme.px(6))
        for face in SHOWN:
            row.addWidget(Swatch(theme, face, self))
            row.addWidget(words(FACE_WORDS[face], size=Size.SMALL, ink=Tone.NEUTRAL))
            row.addSpacing(theme.px(6))
        row.addStretch(1)
