"""Where things stand in the window: rail at the left, bar above, page between, status line below."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.ui.shell.furnishing import Furnishing
from facility_app.ui.shell.rail import Rail
from facility_app.ui.shell.statusline import StatusLine
from facility_app.ui.shell.title_row import TitleRow
from facility_app.ui.shell.topbar import TopBar

NARROW_BELOW = 860
"""Fewer points at 100 % than this, and the rail folds in to pictures by itself."""
REMEMBERED = "shell.rail"
SIDE = 18
FOOT = 10
"""Between the page and the status line."""


class ShellFrame(QWidget):
    """Everything the lock hides at once; its keys sleep with it.

    Attributes:
        rail: the pages.
        top: search, states, user.
        title_row: name and actions of the page.
        stack: the page.
        status_line: the line below.
    """

    def __init__(self, made_of: Furnishing, parent: QWidget) -> None:
        """An empty frame."""
        super().__init__(parent)
        theme = self._theme = made_of.theme
        self._lifted = 0
        self._memory = made_of.memory
        noted = made_of.memory.get(REMEMBERED) or {}
        chosen, sections = noted.get("narrow"), noted.get("sections")
        self._wish = chosen if isinstance(chosen, bool) else None
        self._sections = dict(sections) if isinstance(sections, Mapping) else {}
        self.rail = Rail(made_of.open_pages(), theme, daily=made_of.daily_sections())
        if made_of.facility:
            self.rail.set_facility(made_of.facility, made_of.facility_note)
        self.top = TopBar(theme, made_of.user, made_of.language)
        self.title_row = TitleRow(theme, made_of.actor)
        self.stack = QStackedWidget()
        self.status_line = StatusLine(theme)
        self._middle = QVBoxLayout()
        self._middle.addWidget(self.title_row)
        self._middle.addWidget(self.stack, 1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(self._middle, 1)
        column.addWidget(self.status_line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.rail.set_section_wishes(self._sections)
        self.rail.folded.connect(self._on_rail_folded)
        self.rail.section_folded.connect(self._on_section_folded)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def strip(self, least: int) -> QRect:
        """The status line beside its undo and the free points above it; only those where that is too narrow."""
        line, px = self.status_line, self._theme.px
        for layout in (self.layout(), line.layout()):
            if layout is not None:
                layout.activate()
        whole = QRect(line.mapTo(self, QPoint(0, 0)), line.size()).adjusted(px(SIDE), -px(FOOT) + 1, -px(SIDE), -1)
        undo = line.undo
        if undo.isHidden():
            return whole
        beside = QRect(whole)
        beside.setLeft(undo.mapTo(self, QPoint(undo.width(), 0)).x() + px(SIDE))
        if beside.width() >= least:
            return beside
        whole.setHeight(px(FOOT) - 1)
        return whole

    def lift(self, height: int) -> None:
        """Hold the page so many pixels higher: what is said below it needs more than the strip."""
        if height != self._lifted:
            self._lifted = height
            self._set_margins()

    def _set_margins(self) -> None:
        px = self._theme.px
        self._middle.setContentsMargins(px(SIDE), px(12), px(SIDE), px(FOOT) + self._lifted)

    def _fold(self) -> None:
        self.rail.set_window_width(self.width())
        has_no_room = self.width() < self._theme.px(NARROW_BELOW)
        is_narrow = has_no_room if self._wish is None else self._wish
        if is_narrow is not self.rail.is_narrow():
            self.rail.set_narrow(is_narrow=is_narrow)

    def _on_rail_folded(self, is_narrow: bool) -> None:
        self._wish = is_narrow
        self._remember()

    def _on_section_folded(self, section: str, is_folded: bool) -> None:
        self._sections[section] = is_folded
        self._remember()

    def _remember(self) -> None:
        self._memory.put(REMEMBERED, {"narrow": self._wish, "sections": self._sections})

    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._set_margins()
        self._middle.setSpacing(px(10))
        self._fold()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
