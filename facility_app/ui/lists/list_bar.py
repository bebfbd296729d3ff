"""What stands above a list: search, filters, count, buttons; in two lines where one has no room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.ui.lists.filter_bar import FilterBar
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import SearchBox

SEARCH_LEAST, SEARCH_MOST = 220, 420


class ListBar(QWidget):
    """One line where there is room for it, else two."""

    def __init__(
        self,
        theme: Theme,
        search: SearchBox,
        filters: FilterBar,
        count: QLabel,
        buttons: Sequence[QWidget],
        parent: QWidget | None = None,
    ) -> None:
        """Put them in a line."""
        super().__init__(parent)
        self._theme = theme
        self._search, self._filters = search, filters
        self._ends = (count, *buttons)
        self._is_split = False
        self._line = QHBoxLayout()
        self._line.addWidget(search, 2)
        self._line.addWidget(filters)
        self._line.addStretch(1)
        for one in self._ends:
            self._line.addWidget(one)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addLayout(self._line)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def is_split(self) -> bool:
        """Whether the filters have a line of their own."""
        return self._is_split

    def _wanted(self) -> int:
        """How wide one line is at its least; only of what is in it, never of how it stands now."""
        shown = [one for one in (self._search, self._filters, *self._ends) if not one.isHidden()]
        widths = [self._search.minimumWidth() if one is self._search else one.sizeHint().width() for one in shown]
        return sum(widths) + self._line.spacing() * len(shown)

    def _arrange(self) -> None:
        has_both = not self._search.isHidden() and not self._filters.isHidden()
        is_split = has_both and self._wanted() > self.width()
        if is_split is self._is_split:
            return
        self._is_split = is_split
        if is_split:
            self._line.removeWidget(self._filters)
            self._lines.addWidget(self._filters)
        else:
            self._lines.removeWidget(self._filters)
            self._line.insertWidget(1, self._filters)

    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._line.setSpacing(px(8))
        self._lines.setSpacing(px(4))
        self._search.setMinimumWidth(px(SEARCH_LEAST))
        self._search.setMaximumWidth(px(SEARCH_MOST))
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            # A choice made is a longer chip.
            self._arrange()
        return super().event(event)
