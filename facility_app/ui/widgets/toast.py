"""What was just done, said for a few seconds where nothing is pressed."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets.banner import UNDO, Banner

TOAST_MS = 6_000
LEAST, MOST = 300, 900
SIDE, EDGE = 12, 2


class ToastRoom(Protocol):
    """Where a toast may stand."""

    def strip(self, least: int) -> QRect:
        """A strip at the foot, at least so many pixels wide, with nothing in it to press or to type into."""
        ...

    def lift(self, height: int) -> None:
        """Keep so many pixels free above the strip as well; 0 gives them back."""
        ...


class Toast(Banner):
    """A banner that stands at the foot of ``over`` and goes by itself; it waits while the pointer rests on it.

    It covers no button, no field and no row: what it says at more length than the strip has room for lifts what
    stands above.

    Signals:
        gone: it was put away, by itself or by hand.
    """

    gone = Signal()

    def __init__(self, theme: Theme, over: QWidget, room: ToastRoom) -> None:
        """Belongs to ``over``, follows its size, and stands in ``room``."""
        super().__init__(theme, "", Tone.INFO, can_dismiss=True, parent=over)
        self._over, self._room = over, room
        self._run: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.put_away)
        self.action_requested.connect(self._on_undo_requested)
        self.dismissed.connect(self.put_away)
        theme.changed.connect(self._place)
        over.installEventFilter(self)
        self.hide()

    def show_message(
        self, text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None, *, for_ms: int = TOAST_MS
    ) -> None:
        """Say ``text``; with ``undo``, its button stands beside it."""
        self._run = undo
        self.set(text, tone, action=UNDO if undo else "")
        self._timer.start(for_ms)
        self.show()
        self.raise_()
        self._place()

    def put_away(self) -> None:
        """Say it no longer."""
        self._timer.stop()
        self.hide()
        self._room.lift(0)
        self.gone.emit()

    def _on_undo_requested(self) -> None:
        run, self._run = self._run, None
        self.put_away()
        if run is not None:
            run()

    def _place(self) -> None:
        layout = self.layout()
        if self.isHidden() or layout is None:
            return
        px = self._theme.px
        layout.setContentsMargins(px(SIDE), px(EDGE), px(EDGE), px(EDGE))
        strip = self._room.strip(px(LEAST))
        wanted = layout.sizeHint().width() - self._words.sizeHint().width() + self._one_line()
        width = min(strip.width(), px(MOST), max(wanted, px(LEAST)))
        height = max(layout.heightForWidth(width), strip.height())
        self._room.lift(height - strip.height())
        self.setGeometry(strip.right() + 1 - width, strip.bottom() + 1 - height, width, height)

    def _one_line(self) -> int:
        """How wide the words are in one line, and a little for rounding."""
        return self._words.fontMetrics().horizontalAdvance(self.text()) + self._theme.px(4)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            # After its layout has followed: the strip moves with it.
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEvent) -> None:
        self._timer.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start(TOAST_MS)
