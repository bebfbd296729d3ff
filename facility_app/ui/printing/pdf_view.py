"""The PDF as it will come out of the printer, page under page; drawn on another thread while one scrolls."""

from collections import OrderedDict
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr
from facility_app.ui.printing.pdf import PageSize, page_image, page_sizes
from facility_app.ui.tasks import Failure, Progress, Runner, Ticket
from facility_app.ui.theme import Theme

SCREEN_DPI: Final = 96
ZOOMS: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
GAP, MARGIN = 12, 16
KEPT: Final = 12
SPOKEN = label("ui", "Trang {page} trong {total}")


class PdfView(QAbstractScrollArea):
    """Pages of one PDF. Only what is seen is drawn, and a page that was scrolled past before it was drawn is not.

    Signals:
        opened(int): the PDF is understood; how many pages it has.
        page_changed(int): the page most in sight, from 0.
        zoom_changed: another zoom.
        failed: a ``Failure``; nothing is shown.
    """

    opened = Signal(int)
    page_changed = Signal(int)
    zoom_changed = Signal()
    failed = Signal(object)

    def __init__(self, runner: Runner, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._runner, self._theme = runner, theme
        self._pdf = b""
        self._sizes: tuple[PageSize, ...] = ()
        self._zoom: float | None = None
        self._page = 0
        self._drawn: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._asked: dict[tuple[int, int], Ticket] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self.viewport().update)

    def show_pdf(self, pdf: bytes) -> None:
        """Show another PDF from its first page."""
        for ticket in self._asked.values():
            ticket.cancel()
        self._pdf, self._sizes, self._page = pdf, (), 0
        self._asked.clear()
        self._drawn.clear()
        self.viewport().update()
        op = self._runner.job(self, partial(_sizes, pdf))
        op.success(partial(self._on_sizes, pdf)).failure(partial(self._on_failed, pdf)).run()

    def page_count(self) -> int:
        """How many pages there are; 0 until ``opened``."""
        return len(self._sizes)

    def page(self) -> int:
        """The page most in sight, from 0."""
        return self._page

    def is_drawn(self, page: int) -> bool:
        """Whether that page is drawn at the zoom in force."""
        return (page, self._dpi()) in self._drawn

    def go_to(self, page: int) -> None:
        """Scroll to a page."""
        places = self._places()
        if 0 <= page < len(places):
            self.verticalScrollBar().setValue(places[page].top() - self._theme.px(MARGIN))
            self._tell_page()

    def zoom(self) -> float:
        """How large: 1.0 is paper size."""
        if self._zoom is not None or not self._sizes:
            return self._zoom or 1.0
        room = self.viewport().width() - 2 * self._theme.px(MARGIN)
        return max(0.2, room / (max(size.width for size in self._sizes) / 72 * SCREEN_DPI))

    def is_fitted(self) -> bool:
        """Whether pages are as wide as the view."""
        return self._zoom is None

    def fit_width(self) -> None:
        """As wide as the view, also when that changes."""
        self._set_zoom(None)

    def zoom_in(self) -> None:
        """One step larger."""
        self._set_zoom(next((step for step in ZOOMS if step > self.zoom() * 1.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """One step smaller."""
        self._set_zoom(next((step for step in reversed(ZOOMS) if step < self.zoom() * 0.99), ZOOMS[0]))

    def _set_zoom(self, zoom: float | None) -> None:
        page = self._page
        self._zoom = zoom
        self._measure()
        self.go_to(page)
        self.viewport().update()
        self.zoom_changed.emit()

    def _dpi(self) -> int:
        return round(self.zoom() * SCREEN_DPI * self.devicePixelRatioF())

    def _size_of(self, size: PageSize) -> QSize:
        dots = self.zoom() * SCREEN_DPI / 72
        return QSize(round(size.width * dots), round(size.height * dots))

    def _places(self) -> list[QRect]:
        """Where every page stands on the whole sheet, before scrolling."""
        places, top = [], self._theme.px(MARGIN)
        room = self.viewport().width()
        for size in self._sizes:
            shown = self._size_of(size)
            left = max(self._theme.px(MARGIN), (room - shown.width()) // 2)
            places.append(QRect(left, top, shown.width(), shown.height()))
            top += shown.height() + self._theme.px(GAP)
        return places

    def _measure(self) -> None:
        places, margin = self._places(), self._theme.px(MARGIN)
        height = places[-1].bottom() + margin if places else 0
        width = max((place.width() for place in places), default=0) + 2 * margin
        room = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, height - room.height()))
        down.setPageStep(room.height())
        down.setSingleStep(self._theme.px(48))
        across.setRange(0, max(0, width - room.width()))
        across.setPageStep(room.width())

    def _seen(self) -> list[tuple[int, QRect]]:
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        window = self.viewport().rect()
        moved = [place.translated(-across, -down) for place in self._places()]
        return [(number, place) for number, place in enumerate(moved) if place.intersects(window)]

    def _tell_page(self) -> None:
        window = self.viewport().rect()
        seen = [(place.intersected(window).height(), -number) for number, place in self._seen()]
        page = -max(seen)[1] if seen else 0
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self.setAccessibleName(tr(SPOKEN, page=page + 1, total=len(self._sizes)))

    def _want(self, wanted: set[tuple[int, int]]) -> None:
        for key in [key for key in self._asked if key not in wanted]:
            self._asked.pop(key).cancel()
        for key in wanted - self._asked.keys() - self._drawn.keys():
            op = self._runner.job(self, partial(_image, self._pdf, *key))
            op.success(partial(self._on_drawn, self._pdf, key)).failure(partial(self._on_failed, self._pdf))
            self._asked[key] = op.run()

    def _on_sizes(self, pdf: bytes, sizes: tuple[PageSize, ...]) -> None:
        if pdf is self._pdf:
            self._sizes = sizes
            self._measure()
            self.verticalScrollBar().setValue(0)
            self._tell_page()
            self.viewport().update()
            self.opened.emit(len(sizes))

    def _on_drawn(self, pdf: bytes, key: tuple[int, int], image: QImage) -> None:
        self._asked.pop(key, None)
        if pdf is self._pdf:
            self._drawn[key] = image
            while len(self._drawn) > KEPT:
                self._drawn.popitem(last=False)
            self.viewport().update()

    def _on_failed(self, pdf: bytes, failure: Failure) -> None:
        if pdf is self._pdf:
            self._sizes = ()
            self.viewport().update()
            self.failed.emit(failure)

    def _on_scrolled(self) -> None:
        self._tell_page()
        self.viewport().update()

    def _stand_in(self, number: int) -> QImage | None:
        """The same page at another zoom, until the right one is drawn."""
        return next((image for (page, _), image in reversed(self._drawn.items()) if page == number), None)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.color("muted_ground"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        dpi = self._dpi()
        seen = self._seen()
        for number, place in seen:
            painter.fillRect(place, Qt.GlobalColor.white)
            image = self._drawn.get((number, dpi)) or self._stand_in(number)
            if image is not None:
                painter.drawImage(place, image)
            painter.setPen(QPen(self._theme.color("line"), 1))
            painter.drawRect(place)
        painter.end()
        self._want({(number, dpi) for number, _ in seen})

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self._page
        self._measure()
        if self._zoom is None and page:
            self.go_to(page)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.page_count() - 1}
        if event.key() in ends:
            self.go_to(ends[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)


def _sizes(pdf: bytes, _progress: Progress) -> tuple[PageSize, ...]:
    return page_sizes(pdf)


def _image(pdf: bytes, number: int, dpi: int, progress: Progress) -> QImage:
    progress.check()
    return page_image(pdf, number, dpi)
