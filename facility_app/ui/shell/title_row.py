"""A page's name with what can be done there, above the page."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.actor import Actor
from facility_app.ui.actions import ActionBar
from facility_app.ui.shell.spec import ActionSpec
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import ElidedLabel

NAME_ROOM, LEAST = 300, 44


class TitleRow(QWidget):
    """Title and subtitle at the left, actions at the right."""

    def __init__(self, theme: Theme, actor: Actor, parent: QWidget | None = None) -> None:
        """An empty row."""
        super().__init__(parent)
        self._theme = theme
        # A second line before a word is lost: a heading cut short names nothing.
        self.title = ElidedLabel(most_lines=2)
        self.title.setProperty("letters", Size.HEADING.name.lower())
        self.title.setProperty("weight", "strong")
        self.title.setObjectName("page_title")
        self.subtitle = ElidedLabel(most_lines=2)
        self.subtitle.setProperty("ink", Tone.NEUTRAL.value)
        self.subtitle.setObjectName("page_subtitle")
        self.bar = ActionBar(theme, actor, is_loud=True)
        names = QVBoxLayout()
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        # As high as its lines: a page short of room takes it from below, not out of the heading's letters.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(names, 1)
        self._row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_names(self, title: str, subtitle: str) -> None:
        """Another title."""
        self.title.set_text(title)
        self.subtitle.set_text(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self._on_theme_changed()

    def show_actions(self, specs: Sequence[ActionSpec]) -> None:
        """Replace all buttons and shortcuts."""
        self.bar.set_actions(specs)

    def tell_reasons(self) -> None:
        """Ask every action again whether it can be done now."""
        self.bar.recheck()

    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._row.setSpacing(px(8))
        # The title keeps its room; buttons go behind the dots before it is shortened.
        wide = max(self.title.sizeHint().width(), self.subtitle.sizeHint().width())
        self.title.setMinimumWidth(min(px(NAME_ROOM), wide))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, self._theme.px(LEAST)))

    @override
    def minimumSizeHint(self) -> QSize:
        # Not a minimum height: Qt would take it for enough where the heading has two lines.
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
