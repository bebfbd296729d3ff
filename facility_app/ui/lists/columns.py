"""The heads of a table: which columns, in which order, how wide, and by which the rows are sorted."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from math import ceil
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QMenu

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.ui.i18n import tr
from facility_app.ui.lists.saved import ColumnLayout, default_layout
from facility_app.ui.models import PagedTableModel
from facility_app.ui.theme import Theme

RESET = label("ui", "Cột như lúc đầu")
PAUSE_MS = 400
HEAD_PAD = 22


class ColumnKeeper(QObject):
    """Arranges the heads of a view as a ``ColumnLayout`` says, and tells when the user arranged them anew.

    Signals:
        arranged: order, width or visibility changed by the user, a moment ago.
    """

    arranged = Signal()

    def __init__(self, header: QHeaderView, model: PagedTableModel[Any], theme: Theme) -> None:
        """Take over ``header``; made after the view has the model."""
        super().__init__(header)
        self._header = header
        self._model = model
        self._theme = theme
        self._layout = default_layout(model.spec)
        # The scale the sections were sized for: a new sheet moves them before the theme says that it changed.
        self._scale = theme.scale
        self._is_arranging = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.arranged)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSortIndicatorShown(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_menu_requested)
        header.sectionResized.connect(self._on_user_arranged)
        header.sectionMoved.connect(self._on_user_arranged)
        header.sortIndicatorChanged.connect(self._on_sort_indicator_changed)
        model.looked.connect(self._on_looked)
        theme.changed.connect(self._on_theme_changed)
        self.apply(self._layout)
        self._on_looked(model.look)

    def layout(self) -> ColumnLayout:
        """How the columns are now."""
        header, columns = self._header, self._model.columns
        seen = [header.logicalIndex(place) for place in range(header.count())]
        shown = [number for number in seen if not header.isSectionHidden(number)]
        # The last one shown fills the room: what it measures is not what anybody set.
        widths = {columns[number].key: round(header.sectionSize(number) / self._scale) for number in shown[:-1]}
        return ColumnLayout(
            tuple(columns[number].key for number in seen),
            frozenset(columns[number].key for number in seen if number not in shown),
            {**self._layout.widths, **widths},
        )

    def apply(self, layout: ColumnLayout) -> None:
        """Arrange the columns."""
        self._scale = self._theme.scale
        self._layout = layout = self._roomy(layout)
        numbers = {column.key: number for number, column in enumerate(self._model.columns)}
        with self._arranging():
            for place, key in enumerate(layout.order):
                number = numbers[key]
                self._header.moveSection(self._header.visualIndex(number), place)
                self._header.setSectionHidden(number, key in layout.hidden)
                self._header.resizeSection(number, self._theme.px(layout.widths[key]))

    def _roomy(self, layout: ColumnLayout) -> ColumnLayout:
        """A column nobody made narrower is wide enough for its head, whatever the language."""
        usual = default_layout(self._model.spec).widths
        widths = dict(layout.widths)
        for column in self._model.columns:
            if widths[column.key] == usual[column.key]:
                # Not Qt's own hint: it keeps room for the mark of the order in every column.
                words = self._header.fontMetrics().horizontalAdvance(tr(column.head)) / self._scale
                widths[column.key] = max(widths[column.key], ceil(words) + HEAD_PAD)
        return ColumnLayout(layout.order, layout.hidden, widths)

    def set_shown(self, key: str, is_shown: bool) -> None:
        """Show a column, or take it away; the last one stays."""
        layout = self.layout()
        hidden = layout.hidden - {key} if is_shown else layout.hidden | {key}
        if len(hidden) < len(layout.order):
            self.apply(ColumnLayout(layout.order, hidden, layout.widths))
            self._pause.start()

    def reset(self) -> None:
        """The list's own columns again."""
        self.apply(default_layout(self._model.spec))
        self._pause.start()

    def fill_menu(self, menu: QMenu) -> None:
        """Put the choice of columns into ``menu``."""
        hidden = self.layout().hidden
        for column in self._model.columns:
            action = menu.addAction(tr(column.head))
            action.setCheckable(True)
            action.setChecked(column.key not in hidden)
            action.toggled.connect(partial(self.set_shown, column.key))
        menu.addSeparator()
        menu.addAction(tr(RESET)).triggered.connect(self.reset)

    @contextmanager
    def _arranging(self) -> Iterator[None]:
        self._is_arranging = True
        try:
            yield
        finally:
            self._is_arranging = False

    def _on_user_arranged(self) -> None:
        # A reset of the model and a wider window resize sections too; only what differs is remembered.
        if not self._is_arranging and self.layout() != self._layout:
            self._layout = self.layout()
            self._pause.start()

    def _on_theme_changed(self) -> None:
        self.apply(self._layout)

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        menu = QMenu(self._header)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(self._header.mapToGlobal(place))

    def _on_sort_indicator_changed(self, section: int, order: Qt.SortOrder) -> None:
        if self._is_arranging:
            return
        columns = self._model.columns
        if 0 <= section < len(columns) and columns[section].sort is not None:
            self._model.sort(section, order)
        else:
            self._on_looked(self._model.look)

    @Slot(object)
    def _on_looked(self, look: Look) -> None:
        """Show in the heads what the rows are sorted by."""
        first = look.sorts[0] if look.sorts else None
        sorts = [column.sort for column in self._model.columns]
        section = sorts.index(first.key) if first is not None and first.key in sorts else -1
        is_down = first is not None and first.descending
        order = Qt.SortOrder.DescendingOrder if is_down else Qt.SortOrder.AscendingOrder
        with self._arranging():
            self._header.setSortIndicator(section, order)
