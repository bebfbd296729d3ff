"""A picture as large as the screen allows: fitted at first, larger and smaller, turned, all by keyboard too."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.dialogs.frame import DialogFrame
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import IconButton, words

CLOSE = label("verbs", "Đóng")
LARGER = label("residents", "Phóng to (+)")
SMALLER = label("residents", "Thu nhỏ (−)")
FIT = label("residents", "Vừa khung (0)")
TURN = label("residents", "Xoay (R)")
LOGGED = label("residents", "Lần mở này được ghi nhật ký.")
STEP: Final = 1.25
LEAST, MOST = 0.1, 8.0
SHARE: Final = 0.92
QUARTER: Final = 90


class PictureViewer(DialogFrame):
    """One picture. ``+``, ``-``, ``0`` and ``R`` from the keyboard; arrows scroll."""

    def __init__(self, theme: Theme, title: str, image: QImage, parent: QWidget) -> None:
        """Show ``image``, already turned as the camera held it."""
        super().__init__(theme, title, parent=parent)
        self.setObjectName("picture_viewer")
        self._image, self._zoom, self._turned = image, 0.0, 0
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setAccessibleName(title)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._label)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout()
        row.addWidget(words(LOGGED, ink=Tone.NEUTRAL), 1)
        made = (
            ("zoom-out", SMALLER, self.smaller),
            ("zoom-in", LARGER, self.larger),
            ("maximize", FIT, self.fit_window),
            ("rotate", TURN, self.turn),
        )
        for icon, text, slot in made:
            button = IconButton(theme, icon, tr(text), parent=self)
            button.clicked.connect(slot)
            row.addWidget(button)
        self.body.addLayout(row)
        self.body.addWidget(self._area, 1)
        self.add_refusal(CLOSE).setDefault(True)
        self.resize(parent.window().size() * SHARE)
        self._area.setFocus()

    def zoom(self) -> float:
        """How large it is shown; 0.0 fits the window."""
        return self._zoom

    def larger(self) -> None:
        """A step larger."""
        self._set_zoom(min(self._scale() * STEP, MOST))

    def smaller(self) -> None:
        """A step smaller."""
        self._set_zoom(max(self._scale() / STEP, LEAST))

    def fit_window(self) -> None:
        """As large as the window allows."""
        self._set_zoom(0.0)

    def turn(self) -> None:
        """A quarter to the right."""
        self._turned = (self._turned + QUARTER) % 360
        self._show()

    def _scale(self) -> float:
        shown = self._label.pixmap().width()
        whole = self._turned_image().width()
        return shown / whole if whole else 1.0

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self._show()

    def _turned_image(self) -> QImage:
        return self._image.transformed(QTransform().rotate(self._turned)) if self._turned else self._image

    def _show(self) -> None:
        image = self._turned_image()
        room = self._area.viewport().size()
        wanted = image.size() * self._zoom if self._zoom else image.size().boundedTo(_fitted(image.size(), room))
        mode = Qt.TransformationMode.SmoothTransformation
        shown = image.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio, mode)
        self._label.setPixmap(QPixmap.fromImage(shown))
        self._label.setMinimumSize(shown.size() if self._zoom else QSize(1, 1))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._zoom:
            self._show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            Qt.Key.Key_Plus: self.larger,
            Qt.Key.Key_Equal: self.larger,
            Qt.Key.Key_Minus: self.smaller,
            Qt.Key.Key_0: self.fit_window,
            Qt.Key.Key_R: self.turn,
        }
        action = keys.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            action()


def _fitted(size: QSize, room: QSize) -> QSize:
    return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
