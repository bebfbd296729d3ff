"""The shipped lists, to be looked up: which list at the left, its entries at the right."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, QStringListModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSplitter,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import sort_key
from facility_app.modules.catalogues.domain import CODE_LIST_LABELS, CodeList
from facility_app.modules.catalogues.ui.list_specs import PLACE_LIST, PLACES, CodeReads
from facility_app.ui.i18n import tr
from facility_app.ui.lists import ListPanel
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Card

PAGE = "catalogues.lists"
TITLE = label("catalogues_ui", "Danh mục")
WHICH = label("catalogues_ui", "Danh mục nào")
SUBTITLE = label("catalogues_ui", "Kèm theo chương trình, chỉ để tra cứu; thay đổi theo bản cập nhật")
HINT = label("catalogues_ui", "↑↓ chọn danh mục · Tab sang tìm trong danh mục")
PLACES_KEY = "places"
SIDE, LINE = 300, 30


class _Lines(QStyledItemDelegate):
    """Lines far enough apart; the style sheet gives its room to the chosen one only (measured, Qt 6.11)."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), self._theme.px(LINE))


class ListsPage(Page):
    """Every list of codes, and the administrative units.

    Attributes:
        choice: which list.
        panel: the list shown.
    """

    def __init__(self, context: PageContext) -> None:
        """Make the choice; each list is made when it is first shown."""
        super().__init__(context)
        theme = context.theme
        heads: dict[str, Label] = {which.value: text for which, text in CODE_LIST_LABELS.items()}
        heads[PLACES_KEY] = PLACES
        # By their words, as one looks for them; the places first, they are looked up most.
        self._keys = [PLACES_KEY, *sorted((key for key in heads if key != PLACES_KEY), key=_by_words(heads))]
        self._panels: dict[str, ListPanel] = {}
        self.choice = QListView(self)
        self.choice.setObjectName("which_list")
        self.choice.setAccessibleName(tr(WHICH))
        self.choice.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.choice.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choice.setItemDelegate(_Lines(theme, self))
        self.choice.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.choice.setModel(QStringListModel([tr(heads[key]) for key in self._keys], self))
        self.stack = QStackedWidget(self)
        card = Card(theme, tr(WHICH), is_flush=True)
        card.body.addWidget(self.choice)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.px(12))
        splitter.addWidget(card)
        splitter.addWidget(self.stack)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([theme.px(SIDE), theme.px(SIDE * 3)])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(splitter)
        self.choice.selectionModel().currentRowChanged.connect(self._on_row_changed)

    @property
    def panel(self) -> ListPanel | None:
        """The list shown."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, ListPanel) else None

    def show_list(self, key: str) -> None:
        """Show the list of that key; the first one for a key nobody knows."""
        number = self._keys.index(key) if key in self._keys else 0
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.choice.selectionModel().setCurrentIndex(self.choice.model().index(number, 0), flag)

    def _made(self, key: str) -> ListPanel:
        spec = PLACE_LIST if key == PLACES_KEY else CodeReads(CodeList(key)).spec()
        context = self.context
        panel = ListPanel(spec, context.runner, context.theme, context.memory, parent=self)
        panel.summary_changed.connect(self.summary_changed)
        panel.said.connect(self._on_said)
        self.stack.addWidget(panel)
        return panel

    def _on_row_changed(self) -> None:
        key = self._keys[max(0, self.choice.currentIndex().row())]
        if key not in self._panels:
            self._panels[key] = self._made(key)
        self.stack.setCurrentWidget(self._panels[key])
        self.summary_changed.emit(self._panels[key].summary())

    def _on_said(self, text: str, tone: Tone) -> None:
        self.context.say(text, tone)

    @override
    def subtitle_text(self) -> str:
        return tr(SUBTITLE)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if route.record or not self.choice.currentIndex().isValid():
            self.show_list(route.record)

    @override
    def first_focus(self) -> QWidget:
        return self.choice


def _by_words(heads: dict[str, Label]) -> Callable[[str], list[bytes]]:
    """Orders lists by their words as read from the left."""

    def key(which: str) -> list[bytes]:
        return [sort_key(word) for word in tr(heads[which]).split()]

    return key
