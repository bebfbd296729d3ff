"""The heads of a table: which columns, in which order, how wide, and by which the rows are sorted."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from heapq import nlargest
from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QMenu
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.ui.i18n import tr
from facility_app.ui.lists.column_room import closest, shared, too_wide
from facility_app.ui.lists.saved import ColumnLayout, default_layout
from facility_app.ui.models import PagedTableModel
from facility_app.ui.theme import Theme

RESET = label("ui", "Cột như lúc đầu")
NO_ROOM = label("ui", "{column} (ẩn vì không đủ chỗ)")
PAUSE_MS = 400
HEAD_PAD, MARK = 22, 16
"""Beside a head's words, and for the mark of the order in the column that has it."""
READ, MEASURED = 200, 40
"""Rows whose words are looked at, as many as come at once; and how many of the longest words are measured."""


class ColumnKeeper(QObject):
    """Arranges the heads of a view as a ``ColumnLayout`` says, and tells when the user arranged them anew.

    Signals:
        arranged: order, width or visibility changed by the user, a moment ago.
        fitted: columns may be wider or narrower than they were, or other rows stand in them.
    """

    arranged = Signal()
    fitted = Signal()

    def __init__(
        self,
        header: QHeaderView,
        model: PagedTableModel[Any],
        theme: Theme,
        measure: Callable[[QModelIndex], int] = lambda _cell: 0,
        narrowest: Callable[[QModelIndex], int] = lambda _cell: 0,
    ) -> None:
        """Take over ``header``; made after the view has the model.

        ``measure`` says how wide a cell would be, ``narrowest`` how narrow it may be with every word whole.
        """
        super().__init__(header)
        self._header = header
        self._model = model
        self._theme = theme
        self._measure = measure
        self._narrowest = narrowest
        self._needs: dict[str, int] = {}
        # What the longest word needs of columns that go on below; known of instructions alone.
        self._bends = {column.key: 0 for column in model.columns if column.goes_on}
        # An instruction would rather keep its width than see less important columns beside it.
        self._short = {column.key: 0 for column in model.columns if column.wraps}
        self._instructions = {
            column.key: place for place, column in enumerate(model.columns) if column.is_instruction
        }
        self._layout = default_layout(model.spec)
        # The scale the sections were sized for: a new sheet moves them before the theme says that it changed.
        self._scale = theme.scale
        self._is_arranging = False
        self._narrowed: frozenset[str] = frozenset()
        self._fitted: dict[str, int] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.arranged)
        # Qt stretches the last column after everything else: rows as high as their words are fitted once more.
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self.fitted)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSortIndicatorShown(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_menu_requested)
        header.sectionResized.connect(self._on_user_arranged)
        header.sectionResized.connect(self._on_section_resized)
        header.sectionMoved.connect(self._on_user_arranged)
        header.sortIndicatorChanged.connect(self._on_sort_indicator_changed)
        model.looked.connect(self._on_looked)
        model.modelReset.connect(self._on_rows_reset)
        model.dataChanged.connect(self._on_rows_changed)
        theme.changed.connect(self._on_theme_changed)
        self.apply(self._layout)
        self._on_looked(model.look)
        header.installEventFilter(self)

    @property
    def narrowed(self) -> frozenset[str]:
        """Columns hidden because there is no room for them."""
        return self._narrowed

    def layout(self) -> ColumnLayout:
        """How the columns are now."""
        header, columns = self._header, self._model.columns
        seen = [header.logicalIndex(place) for place in range(header.count())]
        shown = [number for number in seen if not header.isSectionHidden(number)]
        # The last one shown fills the room: what it measures is not what anybody set.
        sizes = {columns[number].key: header.sectionSize(number) for number in shown[:-1]}
        # Nor what was given or taken so that nothing is cut.
        widths = {key: round(size / self._scale) for key, size in sizes.items() if self._fitted.get(key) != size}
        return ColumnLayout(
            tuple(columns[number].key for number in seen),
            frozenset(columns[number].key for number in seen if number not in shown) - self._narrowed,
            {**self._layout.widths, **widths},
            self._layout.kept,
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
            self._narrowed, self._fitted = frozenset(), {}
            self._make_room()

    def _make_room(self) -> None:
        """Hide what has no room, the least important first; show again what has."""
        if not self._header.isVisible():
            return  # never laid out yet: it is asked again when it is shown
        room = int(self._header.width() / self._scale)
        free, whole, layout = self._free(), self._whole(), self._unbroken(self._layout)
        layout = replace(layout, widths={**layout.widths, **whole})
        narrowed = too_wide(
            self._model.columns, closest(layout, self._needs, free - whole.keys(), self._short), room
        )
        with self._arranging():
            if narrowed != self._narrowed:
                self._hide(narrowed)
            self._share(room, free - whole.keys(), whole)
        self.fitted.emit()

    def _hide(self, narrowed: frozenset[str]) -> None:
        for number, column in enumerate(self._model.columns):
            if column.key in narrowed:
                self._header.setSectionHidden(number, True)
            elif column.key in self._narrowed:
                self._header.setSectionHidden(number, column.key in self._layout.hidden)
                self._header.resizeSection(number, self._theme.px(self._layout.widths[column.key]))
        self._narrowed = narrowed

    def _share(self, room: int, free: frozenset[str], whole: Mapping[str, int]) -> None:
        """Give each column what it needs, as far as there is room; ``whole`` ones have it already."""
        numbers = {column.key: number for number, column in enumerate(self._model.columns)}
        widths = self._layout.widths
        least = self._unbroken(self._layout).widths
        gone = self._layout.hidden | self._narrowed
        shown = {key: whole.get(key, least[key]) for key in numbers if key not in gone}
        made, before = shared(shown, self._needs, free, room - 1, self._bends), self._fitted
        # Cut off, not rounded: together they may be no wider than the table.
        self._fitted = {key: int(made[key] * self._scale) for key in made if made[key] != widths[key]}
        for key in before.keys() | self._fitted.keys():
            size = self._fitted.get(key, self._theme.px(widths[key]))
            self._header.resizeSection(numbers[key], size)

    def _free(self) -> frozenset[str]:
        """Columns as wide as the list has them: nobody arranged them."""
        usual, widths = default_layout(self._model.spec).widths, self._layout.widths
        return frozenset(key for key in widths if widths[key] in {usual[key], max(usual[key], self._head(key))})

    def _whole(self) -> dict[str, int]:
        """How wide the columns are that are read whole or not at all; a chip, of one line, is one of them."""
        free, widths = self._free(), self._layout.widths
        kept = [column for column in self._model.columns if column.key in free]
        needs = {one.key: self._needs.get(one.key, 0) for one in kept if one.is_whole or one.tone is not None}
        whole = {one.key for one in kept if one.is_whole}
        return {key: max(widths[key], need) for key, need in needs.items() if key in whole or need > widths[key]}

    def _unbroken(self, layout: ColumnLayout) -> ColumnLayout:
        """``layout`` with no instruction narrower than its longest word, whoever made it narrow."""
        least = {key: max(layout.widths[key], self._bends[key]) for key in self._instructions}
        return replace(layout, widths={**layout.widths, **least})

    def _head(self, key: str) -> int:
        """How wide a head is at 100 %. Not Qt's own hint: it keeps room for the mark in every column."""
        head = next(column.head for column in self._model.columns if column.key == key)
        return ceil(self._header.fontMetrics().horizontalAdvance(tr(head)) / self._scale) + HEAD_PAD

    def _measured(self) -> dict[str, int]:
        """What the first rows need, column by column; nothing while there are none."""
        rows = [(n, row) for n in range(min(READ, self._model.rowCount())) if (row := self._model.row(n))]
        sorts = {one.key for one in self._model.look.sorts[:1]}
        found = {}
        for place, column in enumerate(self._model.columns if rows else ()):
            # A list says the same few things over and over: each is measured once; a loud chip has a picture too.
            told: dict[object, dict[str, int]] = {}
            for number, row in rows:
                told.setdefault(column.tone and column.tone(row), {})[column.plain(row)] = number
            longest = (said[one] for said in told.values() for one in nlargest(MEASURED, said, len))
            words = max(self._measure(self._model.index(number, place)) for number in longest)
            mark = MARK if column.sort in sorts else 0
            found[column.key] = max(self._head(column.key) + mark, ceil(words / self._scale) + 1)
        return found

    def _roomy(self, layout: ColumnLayout) -> ColumnLayout:
        """A column nobody made narrower is wide enough for its head, whatever the language."""
        usual = default_layout(self._model.spec).widths
        widths = dict(layout.widths)
        for column in self._model.columns:
            if widths[column.key] == usual[column.key]:
                widths[column.key] = max(widths[column.key], self._head(column.key))
        return replace(layout, widths=widths)

    def set_shown(self, key: str, is_shown: bool) -> None:
        """Show a column, or take it away; the last one stays."""
        layout = self.layout()
        hidden = layout.hidden - {key} if is_shown else layout.hidden | {key}
        kept = layout.kept | {key} if is_shown else layout.kept - {key}
        if len(hidden) < len(layout.order):
            self.apply(replace(layout, hidden=hidden, kept=kept))
            self._pause.start()

    def reset(self) -> None:
        """The list's own columns again."""
        self.apply(default_layout(self._model.spec))
        self._pause.start()

    def fill_menu(self, menu: QMenu) -> None:
        """Put the choice of columns into ``menu``."""
        hidden = self.layout().hidden
        for column in self._model.columns:
            has_room = column.key not in self._narrowed
            action = menu.addAction(tr(column.head) if has_room else tr(NO_ROOM, column=tr(column.head)))
            action.setCheckable(True)
            action.setChecked(has_room and column.key not in hidden)
            action.toggled.connect(partial(self.set_shown, column.key))
        menu.addSeparator()
        menu.addAction(tr(RESET)).triggered.connect(self.reset)

    @contextmanager
    def _arranging(self) -> Iterator[None]:
        was_arranging, self._is_arranging = self._is_arranging, True
        try:
            yield
        finally:
            self._is_arranging = was_arranging

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._make_room()
        return False

    @Slot(int, int, int)
    def _on_section_resized(self, section: int, _before: int, _now: int) -> None:
        if self._model.columns[section].key in self._bends:
            self._settling.start()

    def _on_user_arranged(self) -> None:
        # A reset of the model and a wider window resize sections too; only what differs is remembered.
        if not self._is_arranging and self.layout() != self._layout:
            self._layout = self.layout()
            self._pause.start()
            if self._unbroken(self._layout) != self._layout:
                self._make_room()
            self.fitted.emit()

    def _take(self, needs: Mapping[str, int], first: int, end: int) -> None:
        """Make room for ``needs`` and for the longest words of these rows once; said whatever came of it."""
        before = self._needs, dict(self._bends)
        self._needs = dict(needs) or self._needs
        self._take_words(first, end)
        if before != (self._needs, self._bends):
            self._make_room()
        else:
            self.fitted.emit()

    def _take_words(self, first: int, end: int) -> None:
        """Note how wide the longest word of an instruction is in these rows."""
        rows = [(n, row) for n in range(first, end) if (row := self._model.row(n))] if self._instructions else []
        for key, place in self._instructions.items() if rows else ():
            told = {self._model.columns[place].plain(row): number for number, row in rows}
            words = max(self._narrowest(self._model.index(one, place)) for one in told.values())
            self._bends[key] = max(self._bends[key], ceil(words / self._scale) + 1)

    @Slot()
    def _on_rows_reset(self) -> None:
        self._take(self._measured(), 0, min(READ, self._model.rowCount()))

    @Slot(QModelIndex, QModelIndex)
    def _on_rows_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        # Rows further down arrive while one scrolls: the columns stay where they are.
        found = self._measured() if first.row() == 0 else {}
        needs = {key: max(need, self._needs.get(key, 0)) for key, need in found.items()}
        self._take(needs, first.row(), min(last.row() + 1, first.row() + READ))

    def _on_theme_changed(self) -> None:
        self._needs, self._bends = {}, dict.fromkeys(self._bends, 0)
        self.apply(self._layout)
        self._on_rows_reset()

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
        """Show in the heads what the rows are sorted by: the first order that has a head."""
        sorts = [column.sort for column in self._model.columns]
        first = next((one for one in look.sorts if one.key in sorts), None)
        section = sorts.index(first.key) if first is not None else -1
        is_down = first is not None and first.descending
        order = Qt.SortOrder.DescendingOrder if is_down else Qt.SortOrder.AscendingOrder
        with self._arranging():
            self._header.setSortIndicator(section, order)
