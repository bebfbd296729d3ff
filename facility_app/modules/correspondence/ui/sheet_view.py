"""A paper as it comes out of the printer, with a button for each of its files."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facility_app.documents.forms.spec import WALL_LABELS, Wall
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.ui.press import Press, Sheet
from facility_app.ui.i18n import tr
from facility_app.ui.printing.pdf_view import PdfView
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure, Progress
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import IconButton, Loudness, PushButton, StateStack, words

LARGER, SMALLER, FIT = label("ui", "Phóng to"), label("ui", "Thu nhỏ"), label("ui", "Vừa chiều ngang")
NOTHING = label("correspondence", "Không có phần nào của văn bản mà vai trò của bạn được xem.")
PAGE = label("ui", "Trang {page} / {total}")
LEAST_HEIGHT = 220


class SheetView(QFrame):
    """Shows sheets made on working threads.

    Attributes:
        view: the pages.
        sheet: what is shown; None until it is made.
        pdf: of it.

    Signals:
        shown: another sheet is on the screen.
    """

    shown = Signal()

    def __init__(self, press: Press, context: PageContext, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._press, self._context = press, context
        self._make: Callable[[Wall], Sheet] | None = None
        self._walls: tuple[Wall, ...] = ()
        self.sheet: Sheet | None = None
        self.pdf = b""
        theme = context.theme
        px = theme.px
        self.view = PdfView(context.runner, theme, self)
        self.view.setMinimumHeight(px(LEAST_HEIGHT))
        self.view.opened.connect(self._on_page_changed)
        self.view.page_changed.connect(self._on_page_changed)
        self.view.failed.connect(self._on_failed)
        self.states = StateStack(theme, self.view, self)
        self.states.retry_requested.connect(self._on_retry_requested)
        self.page_label = words("", ink=Tone.NEUTRAL)
        self._buttons = QHBoxLayout()
        self._group = QButtonGroup(self)
        head = QHBoxLayout()
        head.setContentsMargins(px(10), px(4), px(8), 0)
        head.addLayout(self._buttons)
        head.addStretch(1)
        head.addWidget(self.page_label)
        tools = (("zoom-out", SMALLER, self.view.zoom_out), ("zoom-in", LARGER, self.view.zoom_in))
        for icon, text, slot in (*tools, ("maximize", FIT, self.view.fit_width)):
            button = IconButton(theme, icon, text, parent=self)
            button.clicked.connect(slot)
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addWidget(self.states, 1)

    def show_walls(self, walls: tuple[Wall, ...], make: Callable[[Wall], Sheet]) -> None:
        """Offer ``walls`` and show the one shown before, else the first; ``make`` runs on a working thread."""
        self._make = make
        if walls != self._walls:
            self._walls = walls
            self._show_buttons()
        before = self.sheet.wall if self.sheet is not None else None
        wanted = before if before in walls else (walls[0] if walls else None)
        if wanted is not None:
            self.show_wall(wanted)
        else:
            self.states.show_empty(tr(NOTHING), icon="lock")

    def show_wall(self, wall: Wall) -> None:
        """Make the sheet of one file and show it."""
        if self._make is None:
            return
        if self.sheet is None:
            self.states.show_loading()
        op = self._context.runner.job(self, partial(_made, self._press, self._make, wall))
        op.success(self._on_made).failure(self._on_failed).run()

    def _show_buttons(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if len(self._walls) < 2:  # noqa: PLR2004 - nothing to choose
            return
        for wall in self._walls:
            button = PushButton(self._context.theme, tr(WALL_LABELS[wall]), Loudness.QUIET, parent=self)
            button.setObjectName(f"wall_{wall}")
            button.setCheckable(True)
            button.setChecked(wall is self._walls[0])
            button.clicked.connect(partial(self._on_wall_clicked, wall))
            self._group.addButton(button)
            self._buttons.addWidget(button)

    def _on_wall_clicked(self, wall: Wall, _checked: bool) -> None:
        self.show_wall(wall)

    def _on_made(self, made: tuple[Sheet, bytes]) -> None:
        self.sheet, self.pdf = made
        self.states.show_content()
        self.view.show_pdf(self.pdf)
        self.shown.emit()

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_retry_requested(self) -> None:
        self.show_wall(self.sheet.wall if self.sheet is not None else self._walls[0])

    def _on_page_changed(self, _page: int) -> None:
        count = self.view.page_count()
        self.page_label.setText(tr(PAGE, page=self.view.page() + 1, total=count) if count else "")


def _made(press: Press, make: Callable[[Wall], Sheet], wall: Wall, _progress: Progress) -> tuple[Sheet, bytes]:
    sheet = make(wall)
    return sheet, press.pdf(sheet)
