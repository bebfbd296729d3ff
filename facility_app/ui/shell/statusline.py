"""The line below every page: what is counted, when it was last saved, and the way back from the last save."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.theme.tokens import Size
from facility_app.ui.widgets import ElidedLabel, Rule, UndoOffer, words

HEIGHT = 28
SAVED = label("ui", "Lần lưu cuối {time}")
HINT = label("ui", "F1 trợ giúp · Ctrl+L khóa màn hình")
UNDO_MS = 600_000


class StatusLine(QFrame):
    """Count, last save, undo at the left; keys that help at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """An empty line."""
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._theme = theme
        self.summary_label = ElidedLabel()
        self.summary_label.setObjectName("summary_label")
        self.saved_label = words("", size=Size.SMALL, ink=Tone.NEUTRAL)
        self.saved_label.setObjectName("saved_label")
        self.hint_label = ElidedLabel()
        self.hint_label.setObjectName("hint_label")
        for quiet in (self.summary_label, self.hint_label):
            quiet.setProperty("letters", Size.SMALL.name.lower())
            quiet.setProperty("ink", Tone.NEUTRAL.value)
        self.undo = UndoOffer(theme, self)
        self._row = QHBoxLayout()
        for said in self.undo.findChildren(QLabel):
            said.setProperty("letters", Size.SMALL.name.lower())
        middle = Qt.AlignmentFlag.AlignVCenter
        for part in (self.summary_label, self.saved_label, self.undo):
            self._row.addWidget(part, 0, middle)
        self._row.addStretch(1)
        self._row.addWidget(self.hint_label, 0, middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Rule())
        whole.addLayout(self._row, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.show_hint("")
        self.show_summary("")

    def show_summary(self, text: str) -> None:
        """Count, selection, sums."""
        self.summary_label.set_text(text)
        self.summary_label.setVisible(bool(text))

    def show_saved(self, time: str) -> None:
        """When something was last saved, ``07:30``."""
        self.saved_label.setText(tr(SAVED, time=time))

    def show_hint(self, text: str) -> None:
        """Keys that help on the page shown; empty shows those that help everywhere."""
        self.hint_label.set_text(text or tr(HINT))

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Ten minutes to think better of it."""
        self.undo.offer(text, undo, for_ms=UNDO_MS)

    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(18), 0, px(18), 0)
        self._row.setSpacing(px(18))
