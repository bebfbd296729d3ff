"""Ctrl+K: to any person, page or verb by a few letters, marks or none, even while a word is being composed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.ui.i18n import tr
from facility_app.ui.tasks import Failure, Runner
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets.labels import words
from facility_app.ui.widgets.search_box import SearchBox

WIDTH, ROWS = 620, 10
MOST = 30
NOTE_ROLE = int(Qt.ItemDataRole.UserRole) + 1

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the palette.

    Attributes:
        text: what it is called.
        note: said quietly behind it.
        icon: its picture.
        run: goes there, or does it.
    """

    text: str
    note: str
    icon: str
    run: Callable[[], None]


PeopleSource = Callable[[Any, str], Sequence[Hit]]
"""``ask(uow, typed)``: people found; runs on a reading thread."""


class HitModel(QAbstractListModel):
    """The lines as a list."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """No lines yet."""
        super().__init__(parent)
        self._theme = theme
        self._hits: tuple[Hit, ...] = ()

    def show(self, hits: Sequence[Hit]) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def hit(self, row: int) -> Hit | None:
        """The line, or None."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    @override
    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hit(index.row())
        if hit is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{hit.text}   {hit.note}" if hit.note else hit.text
        return self._theme.icon(hit.icon, "quiet") if role == Qt.ItemDataRole.DecorationRole else None


class Palette(QFrame):
    """The box and its lines, over the window."""

    def __init__(self, runner: Runner, theme: Theme, parent: QWidget) -> None:
        """Make it, hidden, over ``parent``."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._runner, self._theme = runner, theme
        self._places: tuple[Hit, ...] = ()
        self._people: PeopleSource | None = None
        self._before: QWidget | None = None
        self.search = SearchBox(theme, label("ui", "Tên, mã, số giấy tờ, trang hoặc việc"), parent=self)
        self.search.setObjectName("palette_edit")
        self.search.searched.connect(self._on_searched)
        self.search.installEventFilter(self)
        self.model = HitModel(theme, self)
        self.view = QListView(self)
        self.view.setObjectName("palette_list")
        self.view.setModel(self.model)
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.activated.connect(self._on_row_chosen)
        self.view.clicked.connect(self._on_row_chosen)
        self.none_label = words("", ink=Tone.NEUTRAL, parent=self)
        rows = QVBoxLayout(self)
        rows.addWidget(self.search)
        rows.addWidget(self.view)
        rows.addWidget(self.none_label)
        self.hide()

    def know(self, places: Sequence[Hit], people: PeopleSource | None) -> None:
        """What can be found: pages and verbs by their words, people by asking."""
        self._places, self._people = tuple(places), people

    def open(self) -> None:
        """Show it, empty, the cursor in the box."""
        over = self.parentWidget()
        if over is None:
            return
        if self.isHidden():
            self._before = over.window().focusWidget()
        width = min(self._theme.px(WIDTH), over.width() - self._theme.px(32))
        height = min(self._theme.px(34 * ROWS + 90), over.height() - self._theme.px(80))
        self.setGeometry((over.width() - width) // 2, self._theme.px(56), width, height)
        self.search.set_text("")
        self._show(self._places[:MOST], "")
        self.show()
        self.raise_()
        self.search.setFocus()

    def dismiss(self) -> None:
        """Put it away; the cursor goes back where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def _on_searched(self, typed: str) -> None:
        wanted = fold(typed).split()
        found = [hit for hit in self._places if _fits(wanted, fold(hit.text))]
        self._show(found[:MOST], typed)
        if self._people is not None and wanted:
            ask = partial(_ask, self._people, typed)
            op = self._runner.query(self, ask, topic="people")
            op.success(partial(self._on_people_found, found, typed)).failure(self._on_failed).run()

    def _on_people_found(self, found: list[Hit], typed: str, people: Sequence[Hit]) -> None:
        self._show([*people, *found][:MOST], typed)

    def _on_failed(self, failure: Failure) -> None:
        self.none_label.setText(failure.words)
        self.none_label.show()

    def _show(self, hits: Sequence[Hit], typed: str) -> None:
        self.model.show(hits)
        self.none_label.setText(
            tr(label("ui", "Không thấy “{typed}”. Thử ít chữ hơn, hoặc bốn số cuối của giấy tờ."), typed=typed)
        )
        self.none_label.setVisible(not hits)
        if hits:
            self.view.setCurrentIndex(self.model.index(0))

    def _on_row_chosen(self, index: QModelIndex) -> None:
        hit = self.model.hit(index.row())
        if hit is not None:
            self.dismiss()
            hit.run()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._hear(event)
        return super().eventFilter(watched, event)

    def _hear(self, event: QKeyEvent) -> bool:
        key, row, last = event.key(), self.view.currentIndex().row(), self.model.rowCount() - 1
        moves = {
            Qt.Key.Key_Down: row + 1,
            Qt.Key.Key_Up: row - 1,
            Qt.Key.Key_PageDown: row + ROWS,
            Qt.Key.Key_PageUp: row - ROWS,
        }
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_row_chosen(self.view.currentIndex())
        elif key in moves:
            self.view.setCurrentIndex(self.model.index(max(0, min(last, moves[Qt.Key(key)]))))
        else:
            return False
        return True


def _ask(people: PeopleSource, typed: str, uow: Any) -> Sequence[Hit]:
    return people(uow, typed)


def _fits(wanted: Sequence[str], text: str) -> bool:
    have = text.split()
    return all(any(word.startswith(part) for word in have) for part in wanted)
