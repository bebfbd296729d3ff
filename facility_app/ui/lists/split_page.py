"""A list with what is selected in it told in full beside it; where the window is narrow, in its place."""

from abc import abstractmethod
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.widgets import Card, Loudness, PushButton, Scrolled, StateStack

NOTHING_CHOSEN: Final = label("ui", "Chọn một dòng để xem đầy đủ.")
BACK: Final = label("ui", "Về danh sách (Esc)")
BY_PARTS: Final = (5, 3)
ALIKE: Final = (1, 1)
NARROW: Final = 760
NARROWEST: Final = 320


class SplitPage(ListPage):
    """The base of pages whose rows say more than a line can. Enter goes to the detail, Esc back to the list.

    Attributes:
        card: holds the detail.
        detail: the four faces of the detail.
        detail_box: what stands in it; subclasses fill it.
        inside: what those parts are made in.
    """

    def __init__(
        self,
        context: PageContext,
        spec: ListSpec[Any],
        head: Label,
        *,
        actions: tuple[ActionSpec, ...] = (),
        shares: tuple[int, int] | None = None,
        selects_first: bool = False,
    ) -> None:
        """Put the list of ``spec`` beside a card called ``head``.

        Args:
            context: what a page works with.
            spec: the list.
            head: what the detail is of.
            actions: what can be done here; the first is also offered by the empty list.
            shares: widths at 100 % to begin with, and a wider window gives to both alike; five parts and three
                where none are named.
            selects_first: whether the first row is selected while none is.
        """
        super().__init__(context, spec, actions=actions)
        theme = context.theme
        self._row: Any = None
        self._is_narrow = self._is_opened = False
        self.card = Card(theme, tr(head), is_flush=True, parent=self.splitter)
        self.back_button = PushButton(theme, BACK, Loudness.LINK, "arrow-left", self.card)
        self.back_button.setObjectName("back_to_list")
        self.back_button.clicked.connect(self.close_detail)
        self.card.body.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.detail = StateStack(theme, parent=self.card)
        self.card.body.addWidget(self.detail)
        self.inside = QWidget()
        self.inside.setProperty("kind", "scrolled")
        self._scrolled = Scrolled(self.inside, self.detail, takes_keyboard=True)
        self.detail.hold(self._scrolled)
        self.detail_box = QVBoxLayout(self.inside)
        self.detail_box.setContentsMargins(theme.px(14), theme.px(4), theme.px(14), theme.px(10))
        self.detail_box.setSpacing(theme.px(10))
        box = self.layout()
        if isinstance(box, QVBoxLayout):
            box.setStretchFactor(self.splitter, 1)
        self.splitter.addWidget(self.panel)
        self.splitter.addWidget(self.card)
        for place, part in enumerate(BY_PARTS if shares is None else ALIKE):
            self.splitter.setStretchFactor(place, part)
        if shares is not None:
            self.splitter.setSizes([theme.px(share) for share in shares])
        if selects_first:
            self.panel.model.counted.connect(self._on_counted)
        self.panel.row_activated.connect(self.open_detail)
        self.panel.selection_changed.connect(self._on_selection_changed)
        self.panel.model.dataChanged.connect(self._on_selection_changed)
        self.panel.model.modelReset.connect(self._on_selection_changed)
        # Side by side they must not keep the window from becoming narrow: then one takes the other's place.
        self.setMinimumWidth(theme.px(NARROWEST))
        self._on_selection_changed()
        self._arrange()

    @override
    def seat(self) -> QWidget:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(self.context.theme.px(12))
        return self.splitter

    def open_detail(self) -> None:
        """Bring the keyboard to the detail, and the detail into sight."""
        self._is_opened = True
        self._arrange()
        self._scrolled.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_detail(self) -> None:
        """Back to the list."""
        self._is_opened = False
        self._arrange()
        self.panel.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def selected(self) -> Any:
        """The one row selected, when it is here."""
        ids = self.selected_ids()
        return self.panel.model.row_of(ids[0]) if len(ids) == 1 else None

    @abstractmethod
    def show_row(self, row: Any) -> None:
        """Tell ``row`` in full, and let ``detail`` show its content once it is here."""

    def _arrange(self) -> None:
        self.panel.setVisible(not (self._is_narrow and self._is_opened))
        self.card.setVisible(self._is_opened or not self._is_narrow)
        self.back_button.setVisible(self._is_narrow)

    def _on_counted(self, count: int) -> None:
        if count and not self.selected_ids():
            # Something is always selected, so that the verbs above mean something.
            self.panel.table.select_ids(self.panel.model.ids[:1])

    def _on_selection_changed(self) -> None:
        row = self.selected()
        if row is None:
            self._row = None
            self._is_opened = False
            self._arrange()
            self.detail.show_empty(NOTHING_CHOSEN, icon="list-details")
        elif row != self._row:
            self._row = row
            self.show_row(row)
        self.actions_changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self.context.theme.px(NARROW)
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_opened:
            self.close_detail()
            return
        super().keyPressEvent(event)
