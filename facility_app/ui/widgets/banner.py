"""Words across a page that matter now, and offers that pass: what was done, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.i18n import shown
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets.buttons import IconButton, Loudness, PushButton
from facility_app.ui.widgets.labels import ElidedLabel, IconLabel, words

UNDO = label("ui", "&Hoàn tác")
DISMISS = label("ui", "Đóng thông báo")


class Banner(QWidget):
    """A tinted strip: picture, text, at most one action, and a way to close it.

    Signals:
        action_requested: its action was pressed.
        dismissed: it was closed by hand.
    """

    action_requested = Signal()
    dismissed = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        tone: Tone = Tone.INFO,
        *,
        action: str = "",
        can_dismiss: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``text`` in ``tone``."""
        super().__init__(parent)
        self._theme, self._tone = theme, tone
        self._icon = IconLabel(theme, theme.tone_icon(tone), "ink", 18)
        self._words = words("", is_wrapped=True)
        self._action = PushButton(theme, action, Loudness.PLAIN)
        self._action.clicked.connect(self.action_requested)
        self._close = IconButton(theme, "x", DISMISS, "quiet")
        self._close.clicked.connect(self._on_close_clicked)
        self._close.setVisible(can_dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(8), theme.px(8))
        row.setSpacing(theme.px(10))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        theme.changed.connect(self.update)
        self.set(text, tone, action=action)

    def text(self) -> str:
        """The words."""
        return self._words.text()

    def set(self, text: str, tone: Tone = Tone.INFO, *, action: str = "") -> None:
        """Show other words."""
        self._tone = tone
        self._words.setText(shown(text))
        self._icon.set(self._theme.tone_icon(tone) or "info-circle", _token(tone))
        self._action.set_text(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(shown(text))
        self.update()

    def _on_close_clicked(self) -> None:
        self.hide()
        self.dismissed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ink, ground = self._theme.tone(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink.setAlphaF(0.35)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), self._theme.px(7), self._theme.px(7))
        painter.end()


class UndoOffer(QWidget):
    """One line: what was done, and “Hoàn tác” for as long as it can be undone; for a status line.

    Signals:
        taken: the way back was taken.
        ended: the offer is over, taken or not.
    """

    taken = Signal()
    ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing on offer."""
        super().__init__(parent)
        self._run: Callable[[], None] | None = None
        self._words = ElidedLabel()
        self._words.setProperty("ink", Tone.NEUTRAL.value)
        self._button = PushButton(theme, UNDO, Loudness.LINK)
        self._button.clicked.connect(self._on_button_clicked)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.withdraw)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self._words)
        row.addWidget(self._button)
        row.addStretch(1)
        self.hide()

    def offer(self, text: str, run: Callable[[], None] | None = None, *, for_ms: int = 600_000) -> None:
        """Say ``text``; with ``run``, offer the way back for ``for_ms``. A later offer replaces this one."""
        self._run = run
        self._words.set_text(text)
        self._button.setVisible(run is not None)
        self._timer.start(for_ms)
        self.show()

    def text(self) -> str:
        """What is said."""
        return self._words.whole_text()

    def withdraw(self) -> None:
        """Take the offer away."""
        self._timer.stop()
        self._run = None
        self.hide()
        self.ended.emit()

    def _on_button_clicked(self) -> None:
        run = self._run
        self.taken.emit()
        self.withdraw()
        if run is not None:
            run()


def _token(tone: Tone) -> str:
    return "quiet" if tone is Tone.NEUTRAL else tone.value
