"""A walk through the whole program that keeps every word it meets: pages, dialogs, clipboard, spreadsheets."""

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    Qt,
)
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from facility_app.app.desk import Desk as Workplace
from facility_app.app.pages import PAGES
from facility_app.kernel.actor import Actor
from facility_app.kernel.paging import Look
from facility_app.ui.actions import why_not
from facility_app.ui.lists.export import ExportOrder, write_list
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.shell.spec import Route
from facility_app.ui.shell.window import Shell
from facility_app.ui.tasks import InlineRunner
from facility_app.ui.theme import Theme
from tests.app.canary_house import House
from tests.helpers.canary import (
    WORDS,
    Planted,
    words_of,
)
from tests.helpers.windows import window

SEEN = (
    *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole),
    *(Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.StatusTipRole),
)
PHRASES = (
    # A legal parameter and the law it comes from: read by everybody, about nobody.
    *("Luật phòng chống HIV/AIDS (sửa đổi 2020)", "Tự đồng ý xét nghiệm HIV từ đủ"),
    # Names of rights and of verbs, in the table of rights and in the trail; whom it was about is not said.
    *("(phần HIV)", "phần HIV", "Xem thông tin HIV khi được cấp quyền"),
    # The wording of an official form that everybody may print empty (V-17).
    "(HIV, lao, gan mật",
)
"""Where the words may stand."""


@dataclass
class Walk:
    """What came out while somebody went through the program: where → words."""

    heard: dict[str, str] = field(default_factory=dict)
    faults: list[object] = field(default_factory=list)

    def hear(self, where: str, words: Iterable[str]) -> None:
        self.heard[where] = self.heard.get(where, "") + "\n" + "\n".join(words)

    def tokens(self, planted: Planted) -> dict[str, set[str]]:
        """Where tokens came out, and of what."""
        return {where: found for where, text in self.heard.items() if (found := planted.found(text))}

    def office(self, planted: Planted) -> set[str]:
        """What came out of the free texts of the other slices."""
        return {one for text in self.heard.values() for one in planted.found_of_office(text)}

    def hiv(self, planted: Planted) -> dict[str, set[str]]:
        return {where: found for where, text in self.heard.items() if (found := planted.found_hiv(text))}

    def told(self) -> dict[str, set[str]]:
        """Where a word came out that tells of HIV or a diagnosis."""
        return {
            where: {text[max(0, one.start() - 50) : one.end() + 30] for one in WORDS.finditer(text)}
            for where, said in self.heard.items()
            if WORDS.search(text := without(said, PHRASES))
        }


def without(text: str, phrases: Iterable[str]) -> str:
    for one in phrases:
        text = text.replace(one, "")
    return text


def is_shown(one: QWidget) -> bool:
    """Whether it stands on the tab in front."""
    return one.isVisible()


def words_on(widget: QWidget, counts: Callable[[QWidget], bool] = lambda _one: True) -> Iterator[str]:
    """Everything a widget and what stands in it says, to eyes, to a pointer and to a screen reader."""
    for one in filter(counts, [widget, *widget.findChildren(QWidget)]):
        for ask in ("text", "toolTip", "placeholderText", "accessibleName", "accessibleDescription", "title"):
            said = getattr(one, ask, None)
            if callable(said):
                yield str(said())
        yield one.windowTitle()
        if isinstance(one, QPlainTextEdit | QTextEdit):
            yield one.toPlainText()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(place) for place in range(one.count()))
        elif isinstance(one, QTabBar):
            yield from (one.tabText(place) for place in range(one.count()))
        elif isinstance(one, QAbstractItemView):
            yield from words_in(one.model())


def words_in(model: QAbstractItemModel | None, below: QModelIndex | None = None) -> Iterator[str]:
    """Every cell of a model, as shown, as typed in, as pointed at, as read aloud."""
    if model is None:
        return
    under = below or QModelIndex()
    is_list, is_table = isinstance(model, QAbstractListModel), isinstance(model, QAbstractTableModel)
    for row in range(model.rowCount(under)):
        for column in range(1 if is_list else model.columnCount(under)):
            cell = model.index(row, column, under)
            yield from (str(model.data(cell, role) or "") for role in SEEN)
        if not (is_list or is_table):
            yield from words_in(model, model.index(row, 0, under))


@contextmanager
def overhearing(walk: Walk) -> Iterator[Callable[[str], None]]:
    """Also hear whatever is answered to the screens and set on paper, shown or not; give it the place."""
    here = ["start"]
    land = InlineRunner._land

    def listen(self: InlineRunner, ticket: Any) -> None:
        walk.hear(here[0], words_of(ticket.answer))
        walk.hear(here[0], (str(ticket.error),) if ticket.error is not None else ())
        land(self, ticket)

    def at(place: str) -> None:
        here[0] = place

    with patch.object(InlineRunner, "_land", listen):
        yield at


def walk_through(
    made: House, actor: Actor, theme: Theme, tmp_path: Path, only: Callable[[str], bool] | None = None
) -> Walk:
    """Every page and tab and dialog, every list as a spreadsheet and on the clipboard, every search."""
    walk = Walk()
    with overhearing(walk) as at, window(made.database, actor, theme) as (shell, watch):
        opened = {spec.id for spec in PAGES if spec.is_open_to(actor)}
        for number, route in enumerate(one for one in made.routes if one.page in opened):
            if only is not None and not only(route.page):
                continue
            place = f"{route.page} {number}"
            at(place)
            shell.go(route)
            QCoreApplication.sendPostedEvents()
            assert shell.page is not None
            walk.hear(place, (*words_on(shell.title_row), *words_on(shell.page)))
            open_parts(shell, walk, place)
            copy_tables(shell.page, walk, f"{place} clipboard")
            if isinstance(shell.page, ListPage):
                walk.hear(f"{place} xlsx", xlsx_of(made, actor, shell.page, tmp_path / f"{number}.xlsx"))
            # Who treats may open what is closed, as a deed of its own: that is no opening of a page.
            if only is None:
                ask_all(shell, route, walk, place)
        walk.hear("window", words_on(shell.rail))
        walk.faults += [one.text if hasattr(one, "text") else one for one in watch.failures]
    return walk


def open_parts(shell: Shell, walk: Walk, place: str) -> None:
    """Every tab of the page, and the tabs that come with one."""
    page = shell.page
    assert page is not None
    done: set[QTabBar] = set()
    while bars := [one for one in page.findChildren(QTabBar) if one not in done]:
        for bar in bars:
            done.add(bar)
            for number in range(bar.count()):
                bar.setCurrentIndex(number)
                QCoreApplication.sendPostedEvents()
                walk.hear(f"{place} tab {number}", words_on(page, is_shown))
                copy_tables(page, walk, f"{place} tab {number} clipboard")


def copy_tables(widget: QWidget, walk: Walk, place: str) -> None:
    """Every table's rows on the clipboard."""
    for table in filter(is_shown, widget.findChildren(QTableView)):
        QApplication.clipboard().clear()
        table.selectAll()
        QTest.keySequence(table, QKeySequence(QKeySequence.StandardKey.Copy))
        kept = QApplication.clipboard().mimeData()
        if kept is not None:
            walk.hear(place, (kept.text(), kept.html()))


def xlsx_of(made: House, actor: Actor, page: ListPage, path: Path) -> Iterator[str]:
    desk = Workplace(made.database, actor)
    untold: Any = Untold()
    with desk.read() as uow:
        ids = tuple(page.spec.ids(uow, Look()))
    write_list(desk, page.spec, ExportOrder(path, tuple(page.spec.columns), ids), untold)
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            yield re.sub(r"<[^>]+>", " ", book.read(name).decode("utf-8", "replace"))


class Untold:
    """Progress nobody looks at."""

    def tell(self, *_told: object) -> None:
        """Nothing."""


def ask_all(shell: Shell, route: Route, walk: Walk, place: str) -> None:
    """What every action of the page asks and says."""
    page = shell.page
    assert page is not None
    for action in page.main_actions():
        if why_not(action, page.context.actor) is None:
            if shell.page is not page or page.route.record != route.record:
                shell.go(route)
            action.run()
            for dialog in page.findChildren(QDialog):
                walk.hear(f"{place} {action.id}", words_on(dialog))
                dialog.done(QDialog.DialogCode.Rejected)
                dialog.setParent(None)
                dialog.deleteLater()
