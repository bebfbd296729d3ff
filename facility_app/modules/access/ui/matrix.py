"""The page of who may do what: read from the program itself, changed nowhere."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.actor import ROLE_LABELS, Role
from facility_app.kernel.labels import label
from facility_app.kernel.typed import number_text
from facility_app.modules.access.domain import role_matrix
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.matrix_model import MatrixModel
from facility_app.modules.access.ui.matrix_view import MatrixView
from facility_app.ui.i18n import tr
from facility_app.ui.lists.filter_bar import FilterBar
from facility_app.ui.models import FilterOption, FilterSpec
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import SearchBox, StateStack, words

TITLE = label("access", "Bảng quyền")
SUBTITLE = label("access", "Vai trò nào được làm gì; bảng này đọc từ chương trình, không sửa được.")
SEARCH = label("access", "Tìm việc…")
ROLE = label("roles", "Vai trò")
COUNT = label("access", "{count} việc")
NONE_FOUND = label("access", "Không có việc nào khớp với điều đang tìm.")
SHOW_ALL = label("access", "Bỏ tìm và lọc")
TABLE = label("access", "Bảng quyền theo vai trò")
HINT = label("access", "Phím mũi tên đi từng ô; dòng dưới cùng đọc ô đó bằng chữ")


class MatrixPage(Page):
    """A search box, a filter by role, and the table."""

    def __init__(self, house: House, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context)
        theme = context.theme
        self.model = MatrixModel(role_matrix(house.specs), self)
        self.search = SearchBox(theme, SEARCH, parent=self)
        self.search.setObjectName("search_box")
        self.search.setMaximumWidth(theme.px(360))
        roles = tuple(FilterOption(role.value, ROLE_LABELS[role]) for role in Role)
        self.filters = FilterBar((FilterSpec("role", ROLE, roles),), context.runner, theme, self)
        self.count_label = words("", ink=Tone.NEUTRAL)
        self.table = MatrixView(theme, self.model, self)
        self.table.setObjectName("table")
        self.table.setAccessibleName(tr(TABLE))
        self.states = StateStack(theme, self.table, self)
        self._lay_out()
        self.search.searched.connect(self._narrow)
        self.search.stepped.connect(self._on_search_stepped)
        self.filters.filtered.connect(self._narrow)
        self.states.action_requested.connect(self.show_all)
        self.table.selectionModel().currentChanged.connect(self._on_current_changed)
        self._narrow()

    def show_all(self) -> None:
        """Take search and filter away."""
        self.filters.set_values({})
        self.search.set_text("")
        self._narrow()

    def _lay_out(self) -> None:
        px = self.context.theme.px
        bar = QHBoxLayout()
        bar.setSpacing(px(8))
        bar.addWidget(self.search, 2)
        bar.addWidget(self.filters, 3)
        bar.addWidget(self.count_label)
        card = QFrame(self)
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, px(4), 1, px(4))
        inside.addWidget(self.states)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(8))
        box.addLayout(bar)
        box.addWidget(card, 1)

    def _narrow(self) -> None:
        role = self.filters.values().get("role")
        self.model.narrow(self.search.searched_text(), None if role is None else Role(role))
        count = self.model.rowCount()
        self.count_label.setText(tr(COUNT, count=number_text(count)))
        self.summary_changed.emit(tr(COUNT, count=number_text(count)))
        if count:
            self.states.show_content()
        else:
            self.states.show_empty(NONE_FOUND, SHOW_ALL, icon="search")

    def _on_search_stepped(self, _step: int) -> None:
        if self.model.rowCount():
            self.table.setFocus()
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _on_current_changed(self) -> None:
        here = self.table.currentIndex()
        if here.isValid():
            self.summary_changed.emit(self.model.sentence(here.row(), here.column()))

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def subtitle_text(self) -> str:
        return tr(SUBTITLE)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def first_focus(self) -> QWidget:
        return self.search
