"""The line below every page: what is counted, when it was last saved, and the way back from the last save."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.theme.tokens import Size
from facility_app.ui.widgets.banner import UndoOffer
from facility_app.ui.widgets.labels import words

HEIGHT = 34


class StatusLine(QFrame):
    """Count, last save, undo."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """An empty line."""
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._theme = theme
        self.summary_label = words("", size=Size.SMALL, ink=Tone.NEUTRAL, parent=self)
        self.summary_label.setObjectName("summary_label")
        self.saved_label = words("", size=Size.SMALL, ink=Tone.NEUTRAL, parent=self)
        self.saved_label.setObjectName("saved_label")
        self.undo = UndoOffer(theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.addWidget(self.summary_label, 1)
        row.addWidget(self.undo)
        row.addWidget(self.saved_label)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_summary(self, text: str) -> None:
        """Count, selection, sums."""
        self.summary_label.setText(text)

    def show_saved(self, time: str) -> None:
        """When something was last saved, ``07:30``."""
        self.saved_label.setText(tr(label("ui", "Đã lưu lúc {time}"), time=time))

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Ten minutes to think better of it."""
        self.undo.offer(text, undo)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
