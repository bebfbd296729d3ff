"""The tabs of a record: each is made when it is first shown, and a failing one takes nothing else with it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QTabBar, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import PartSpec
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import Chip, IconButton

NUMBERED = 9
NOT_COUNTED = "…"
ALL_TABS = label("ui", "Mọi thẻ của hồ sơ")


class RecordTabs(QTabBar):
    """The row of tabs; what they show stands in ``stack``.

    Ctrl+1 to Ctrl+9 and Ctrl+PgUp, Ctrl+PgDown change the tab from anywhere on the page.

    Attributes:
        stack: put it under the row.
        list_button: every tab in a menu; put it beside the row, it is there when the row has no room for all.

    Signals:
        shown_part: id of the tab now shown.
    """

    shown_part = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """No tabs yet; ``parent`` is the page the shortcuts belong to."""
        super().__init__(parent)
        # First: Qt asks for the row's width while it is being set up.
        self.list_button = IconButton(theme, "chevron-down", ALL_TABS, "quiet", parent)
        self.list_button.setObjectName("list_button")
        self.list_button.clicked.connect(self._on_list_clicked)
        self.list_button.hide()
        # What has no room is reached by the keys and by that button; arrows beside it would be a third way.
        self.setProperty("kind", "listed")
        self._theme = theme
        self._covers = (TabCover(theme, self), TabCover(theme, self))
        self._parts: tuple[PartSpec, ...] = ()
        self._made: dict[str, QWidget] = {}
        self._make: Callable[[PartSpec], QWidget] | None = None
        self.stack = QStackedWidget(parent)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setDrawBase(False)
        self.currentChanged.connect(self._on_current_changed)
        self._shortcuts = [self._shortcut(f"Ctrl+{n + 1}", n) for n in range(NUMBERED)]
        for keys, slot in (("Ctrl+PgDown", self.go_next), ("Ctrl+PgUp", self.go_before)):
            QShortcut(QKeySequence(keys), parent).activated.connect(slot)

    def set_parts(self, parts: Sequence[PartSpec], make: Callable[[PartSpec], QWidget], first: str = "") -> None:
        """Begin anew with ``parts``; ``first`` is the id of the one to show, else the first."""
        self.drop_panes()
        if self._parts != tuple(parts):
            self._name(tuple(parts))
        self._make = make
        if self._parts:
            self._turn(self._number(first) or 0)

    def drop_panes(self) -> None:
        """Take away what the tabs showed; their names stay for another record with the same."""
        for widget in self._made.values():
            self.stack.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._made = {}
        # Until there are parts again no key makes a tab of them.
        self._make = None
        for number in range(self.count()):
            chip = self.tabButton(number, QTabBar.ButtonPosition.RightSide)
            if isinstance(chip, Chip):
                # The number is another record's; taking it away would lay out the whole row, and so would another.
                chip.set(NOT_COUNTED, icon="")

    def _name(self, parts: tuple[PartSpec, ...]) -> None:
        """A tab for each part."""
        self.clear()
        self._parts = parts
        was_blocked = self.blockSignals(True)
        for number, part in enumerate(self._parts):
            self.addTab(tr(part.title).replace("&", "&&"))
            if number < NUMBERED:
                self.setTabToolTip(number, f"{tr(part.title)} (Ctrl+{number + 1})")
        self.blockSignals(was_blocked)

    def clear(self) -> None:
        """Take all tabs away, with what they showed."""
        self.drop_panes()
        was_blocked = self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        self.blockSignals(was_blocked)
        self._parts = ()

    def part_id(self) -> str:
        """Id of the tab shown; empty without tabs."""
        return self._parts[self.currentIndex()].id if self._parts else ""

    def show_part(self, part_id: str) -> None:
        """Turn to a tab; one that is not there is not turned to."""
        number = self._number(part_id)
        if number is not None:
            self._turn(number)

    def set_count(self, part_id: str, count: int) -> None:
        """The number beside a tab's name; 0 shows none."""
        number = self._number(part_id)
        if number is None:
            return
        side = QTabBar.ButtonPosition.RightSide
        chip = self.tabButton(number, side)
        if isinstance(chip, Chip) and count:
            chip.set(f"{count}", icon="")
            return
        made = Chip(self._theme, f"{count}", icon="", parent=self) if count else None
        # An empty widget where there is no number: a tab's button can be replaced, not taken away.
        self.setTabButton(number, side, made or _no_chip(self))
        if chip is not None:
            chip.deleteLater()

    def count_of(self, part_id: str) -> int:
        """The number shown; 0 for none."""
        number = self._number(part_id)
        chip = None if number is None else self.tabButton(number, QTabBar.ButtonPosition.RightSide)
        return int(chip.text()) if isinstance(chip, Chip) and chip.text() != NOT_COUNTED else 0

    def panes(self) -> tuple[tuple[str, Pane], ...]:
        """The tabs made so far that may hold what was typed."""
        return tuple((part_id, widget) for part_id, widget in self._made.items() if isinstance(widget, Pane))

    def go_next(self) -> None:
        """The tab to the right, from the last to the first."""
        self._turn((self.currentIndex() + 1) % max(1, self.count()))

    def go_before(self) -> None:
        """The tab to the left."""
        self._turn((self.currentIndex() - 1) % max(1, self.count()))

    def _number(self, part_id: str) -> int | None:
        return next((number for number, part in enumerate(self._parts) if part.id == part_id), None)

    def _turn(self, number: int) -> None:
        if self.currentIndex() == number:
            self._on_current_changed(number)
        else:
            self.setCurrentIndex(number)

    def _shortcut(self, keys: str, number: int) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self.parentWidget() or self)
        shortcut.setObjectName(str(number))
        shortcut.activated.connect(self._on_number_pressed)
        return shortcut

    def _show_list_button(self) -> None:
        wanted = sum(self.tabSizeHint(number).width() for number in range(self.count()))
        self.list_button.setVisible(wanted > self.width())

    def _cover_cut(self) -> None:
        """Half a name is no name: a tab that the edge of the row cuts is not seen at all."""
        rects = [self.tabRect(number) for number in range(self.count()) if number != self.currentIndex()]
        edges = (
            (one for one in rects if one.left() < 0 <= one.right()),
            (one for one in rects if one.left() < self.width() <= one.right()),
        )
        for cover, cut in zip(self._covers, edges, strict=True):
            place = next((one.intersected(self.rect()) for one in cut), None)
            if place is None:
                cover.hide()
            elif cover.isHidden() or cover.geometry() != place:
                cover.setGeometry(place)
                cover.show()
                cover.raise_()

    def _on_list_clicked(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("tab_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        for number, part in enumerate(self._parts):
            count = self.count_of(part.id)
            action = menu.addAction(f"{tr(part.title)} ({count})" if count else tr(part.title))
            action.setCheckable(True)
            action.setChecked(number == self.currentIndex())
            action.setData(part.id)
        menu.triggered.connect(self._on_list_chosen)
        menu.popup(self.list_button.mapToGlobal(QPoint(0, self.list_button.height())))

    def _on_list_chosen(self, action: QAction) -> None:
        self.show_part(action.data())

    def _on_number_pressed(self) -> None:
        number = int(self.sender().objectName())
        if number < len(self._parts):
            self._turn(number)

    def _on_current_changed(self, number: int) -> None:
        if not 0 <= number < len(self._parts) or self._make is None:
            return
        part = self._parts[number]
        if part.id not in self._made:
            self._made[part.id] = self._make(part)
            self.stack.addWidget(self._made[part.id])
        self.stack.setCurrentWidget(self._made[part.id])
        self.shown_part.emit(part.id)

    @override
    def tabLayoutChange(self) -> None:
        super().tabLayoutChange()
        self._show_list_button()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_list_button()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # Where the row stands is known nowhere else: Qt moves it by keys, by the wheel and by itself.
        self._cover_cut()
        super().paintEvent(event)


class TabCover(QWidget):
    """As the row of tabs where no tab is; what lies below cannot be pressed unseen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Unseen."""
        super().__init__(parent)
        self._theme = theme
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.end()


def _no_chip(parent: QWidget) -> QWidget:
    """Nothing, and as wide: a widget never laid out is a hundred points wide, and the tab would be so too."""
    made = QWidget(parent)
    made.setFixedSize(0, 0)
    return made
