"""A scan as large as the window allows, picture or PDF: larger and smaller, page by page, all by keyboard too."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QResizeEvent, QShortcut, QTransform
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.ui.dialogs.frame import DialogFrame
from facility_app.ui.i18n import tr
from facility_app.ui.printing.pdf_view import PdfView
from facility_app.ui.tasks import Failure, Runner
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import IconButton, words

CLOSE = label("verbs", "Đóng")
LARGER = label("residents", "Phóng to (+)")
SMALLER = label("residents", "Thu nhỏ (−)")
FIT = label("residents", "Vừa khung (0)")
TURN = label("residents", "Xoay (R)")
EARLIER = label("residents", "Trang trước (Ctrl+PgUp)")
LATER = label("residents", "Trang sau (Ctrl+PgDn)")
PAGE = label("ui", "Trang {page} / {total}")
LOGGED = label("residents", "Lần mở này được ghi nhật ký.")
NOT_SHOWN = label("residents", "Tệp này không đọc được. Hãy đính kèm lại bản gốc.")
STEP: Final = 1.25
LEAST, MOST = 0.1, 8.0
SHARE: Final = 0.92
QUARTER: Final = 90


class Viewer(DialogFrame):
    """What looking at any scan has: tools with a key each above it, and nearly the whole window for itself."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        """Make an empty one; whoever comes puts in what is seen, then its tools."""
        super().__init__(theme, title, parent=parent)
        self._tools = QHBoxLayout()
        self._tools.addWidget(words(LOGGED, ink=Tone.NEUTRAL), 1)
        self.body.addLayout(self._tools)
        self.add_refusal(CLOSE).setDefault(True)
        self.resize(parent.window().size() * SHARE)

    def _put(self, view: QWidget) -> None:
        self.body.addWidget(view, 1)
        view.setFocus()

    def _add_tool(self, icon: str, text: Label, slot: Callable[[], None], *keys: str) -> None:
        button = IconButton(self.theme, icon, text, parent=self)
        button.clicked.connect(slot)
        self._tools.addWidget(button)
        for key in keys:
            QShortcut(QKeySequence(key), self).activated.connect(slot)


class PictureViewer(Viewer):
    """One picture. ``+``, ``-``, ``0`` and ``R`` from the keyboard; arrows scroll."""

    def __init__(self, theme: Theme, title: str, image: QImage, parent: QWidget) -> None:
        """Show ``image``, already turned as the camera held it."""
        super().__init__(theme, title, parent)
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
        self._add_tool("zoom-out", SMALLER, self.smaller, "-")
        self._add_tool("zoom-in", LARGER, self.larger, "+", "=")
        self._add_tool("maximize", FIT, self.fit_window, "0")
        self._add_tool("rotate", TURN, self.turn, "R")
        self._put(self._area)

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


class PdfViewer(Viewer):
    """The pages of a PDF, one under the other. Page keys and arrows scroll, with Ctrl from page to page."""

    def __init__(self, theme: Theme, runner: Runner, title: str, pdf: bytes, parent: QWidget) -> None:
        """Show ``pdf`` from its first page."""
        super().__init__(theme, title, parent)
        self.setObjectName("pdf_viewer")
        self.view = PdfView(runner, theme, self)
        self.view.opened.connect(self._on_page_changed)
        self.view.page_changed.connect(self._on_page_changed)
        self.view.failed.connect(self._on_failed)
        self.page_label = words("", ink=Tone.NEUTRAL)
        self._tools.addWidget(self.page_label)
        self._add_tool("chevron-up", EARLIER, self.earlier, "Ctrl+PgUp")
        self._add_tool("chevron-down", LATER, self.later, "Ctrl+PgDown")
        self._add_tool("zoom-out", SMALLER, self.view.zoom_out, "-")
        self._add_tool("zoom-in", LARGER, self.view.zoom_in, "+", "=")
        self._add_tool("maximize", FIT, self.view.fit_width, "0")
        self._put(self.view)
        self.view.show_pdf(pdf)

    def earlier(self) -> None:
        """The page before."""
        self.view.go_to(self.view.page() - 1)

    def later(self) -> None:
        """The page after."""
        self.view.go_to(self.view.page() + 1)

    def _on_page_changed(self, _page: int) -> None:
        self.page_label.setText(tr(PAGE, page=self.view.page() + 1, total=self.view.page_count()))

    def _on_failed(self, _failure: Failure) -> None:
        # The print house says "lập lại" of its own papers; this one came from outside.
        self.show_error(tr(NOT_SHOWN))


def _fitted(size: QSize, room: QSize) -> QSize:
    return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
