"""What the colours of the board mean, each with its word: of beds, and of beds for whoever is in hand."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.modules.housing.domain.rules import Level
from facility_app.modules.housing.ui.board_paint import FACE_TONES, FAINT, JUDGED, Brushes, paint_face
from facility_app.modules.housing.ui.words import FACE_WORDS, BedFace
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import words
from facility_app.ui.widgets.flow_layout import FlowLayout

JUDGED_WORDS: Final[dict[Level | None, Label]] = {
    None: label("housing", "xếp được"),
    Level.OVERRIDABLE: label("housing", "cần người thứ hai"),
    Level.HARD: label("housing", "không xếp được"),
}


class Swatch(QWidget):
    """A bed of one state."""

    def __init__(
        self, theme: Theme, face: BedFace, tone: Tone, *, is_faint: bool = False, parent: QWidget | None = None
    ) -> None:
        """As the board paints it."""
        super().__init__(parent)
        self._theme, self._face, self._tone, self._is_faint = theme, face, tone, is_faint
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(18), self._theme.px(18))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(FAINT if self._is_faint else 1)
        brushes = Brushes(self._theme)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_face(painter, brushes, rect, self._face, *brushes.tones[self._tone])
        painter.end()


class Legend(QWidget):
    """States of beds in a row; verdicts instead, while somebody is in hand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make both."""
        super().__init__(parent)
        self._theme = theme
        row = FlowLayout(self, gap=theme.px(12))
        row.setContentsMargins(theme.px(2), 0, 0, 0)
        self._faces = [self._entry(face, FACE_TONES[face], text) for face, text in FACE_WORDS.items()]
        self._verdicts = [self._verdict(level, text) for level, text in JUDGED_WORDS.items()]
        for one in (*self._faces, *self._verdicts):
            row.addWidget(one)
        self.show_judging(is_judging=False)

    def show_judging(self, *, is_judging: bool) -> None:
        """Say what the colours mean while somebody is judged, or while nobody is."""
        for one in self._faces:
            one.setVisible(not is_judging)
        for one in self._verdicts:
            one.setVisible(is_judging)

    def _verdict(self, level: Level | None, text: Label) -> QWidget:
        is_hard = level is Level.HARD
        tone = FACE_TONES[BedFace.FREE] if is_hard else JUDGED[level]
        return self._entry(BedFace.FREE, tone, text, is_faint=is_hard)

    def _entry(self, face: BedFace, tone: Tone, text: Label, *, is_faint: bool = False) -> QWidget:
        entry = QWidget(self)
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(6))
        row.addWidget(Swatch(self._theme, face, tone, is_faint=is_faint))
        row.addWidget(words(text, size=Size.SMALL, ink=Tone.NEUTRAL))
        return entry
