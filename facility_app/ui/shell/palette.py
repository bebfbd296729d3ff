"""Ctrl+K: to any person, page or verb by a few letters, marks or none, even while a word is being composed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.ui.i18n import tr
from facility_app.ui.shell.hits import Hit, HitModel, HitView, PeopleSource
from facility_app.ui.tasks import Failure, Runner
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import KeyCap, Rule, words
from facility_app.ui.widgets.flow_layout import FlowLayout
from facility_app.ui.widgets.search_box import SearchBox

WIDTH, HEIGHT, INSET = 620, 480, 7
PAGE = 8
MOST = 40
LATE_MS = 80
PLACEHOLDER = label("ui", "Tên, mã, số giấy tờ, trang hoặc việc")
PEOPLE = label("ui", "Người")
NONE = label("ui", "Không thấy “{typed}”. Thử ít chữ hơn, hoặc bốn số cuối của giấy tờ.")
LOOKING = label("ui", "Đang tìm “{typed}”…")
KEYS = (
    ("↑ ↓", label("ui", "chọn")),
    ("Enter", label("ui", "mở")),
    ("Esc", label("ui", "đóng")),
    ("Alt+1…9", label("ui", "mở mục ghim và vừa xem")),
)

__all__ = ["Hit", "Palette", "PeopleSource"]


class Palette(QFrame):
    """The box and its lines, over the window. The keyboard stays in the box; the arrows choose.

    Enter waits for the answer to what stands in the box: it never opens what was found for other letters.
    """

    def __init__(self, runner: Runner, theme: Theme, parent: QWidget) -> None:
        """Make it, hidden, over ``parent``."""
        super().__init__(parent)
        self.setObjectName("palette")
        self.setProperty("kind", "card")
        self._runner, self._theme = runner, theme
        self._places: tuple[Hit, ...] = ()
        self._words: dict[int, tuple[str, ...]] = {}
        self._people: PeopleSource | None = None
        self._before: QWidget | None = None
        self._typed = ""
        self._is_asking = self._is_entered = self._has_moved = False
        self._most_height = theme.px(HEIGHT)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE_MS)
        self._late.timeout.connect(self._show_here)
        self.search = SearchBox(theme, PLACEHOLDER, pause_ms=0, parent=self)
        self.search.setObjectName("palette_edit")
        self.search.searched.connect(self._on_searched)
        self.search.installEventFilter(self)
        self.model = HitModel(self)
        self.view = HitView(theme, self)
        self.view.setObjectName("palette_list")
        self.view.setModel(self.model)
        self.view.clicked.connect(self._on_row_clicked)
        self.none_label = words("", ink=Tone.NEUTRAL, is_wrapped=True, parent=self)
        self.none_label.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        self.none_label.hide()
        self._lay_out()
        self.hide()

    def know(self, places: Sequence[Hit], people: PeopleSource | None) -> None:
        """What can be found: pages and verbs by their words, people by asking."""
        self._places, self._people = tuple(places), people
        # Folded once for each opening, not once for each key.
        self._words = {at: tuple(fold(f"{hit.text} {hit.also}").split()) for at, hit in enumerate(self._places)}

    def open(self, anchor: QWidget | None = None) -> None:
        """Show it, empty, the cursor in the box; over ``anchor``'s left edge, else in the middle."""
        over = self.parentWidget()
        if over is None:
            return
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._forget()
        self._place(over, anchor)
        self.search.set_text("")
        self._show(self._places)
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def return_to(self, widget: QWidget) -> None:
        """Give the cursor to ``widget`` when it is put away: a page came beneath it."""
        self._before = widget

    def dismiss(self) -> None:
        """Put it away; the cursor goes back where it was."""
        before, self._before = self._before, None
        self._forget()
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        self._late.stop()
        self._typed = ""
        self._is_asking = self._is_entered = self._has_moved = False

    def _lay_out(self) -> None:
        px = self._theme.px
        hints = QWidget(self)
        flow = FlowLayout(hints, gap=px(6), line_gap=px(4))
        for key, meaning in KEYS:
            flow.addWidget(KeyCap(key, hints))
            flow.addWidget(words(meaning, ink=Tone.NEUTRAL, parent=hints))
        hints.setContentsMargins(px(12), 0, px(12), 0)
        flow.setContentsMargins(px(12), px(7), px(12), px(7))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(INSET), px(INSET), px(INSET), 0)
        rows.setSpacing(px(4))
        rows.addWidget(self.search)
        rows.addWidget(self.none_label)
        rows.addWidget(self.view, 1)
        rows.addWidget(Rule())
        rows.addWidget(hints)

    def _place(self, over: QWidget, anchor: QWidget | None) -> None:
        px = self._theme.px
        width = min(px(WIDTH), over.width() - px(24))
        self._most_height = min(px(HEIGHT), over.height() - px(40))
        corner = QPoint((over.width() - width) // 2, px(44))
        if anchor is not None:
            # The box comes to lie exactly over what looked like one.
            corner = anchor.mapTo(over, QPoint(0, 0)) - QPoint(px(INSET) + 1, px(INSET) + 1)
        left = max(px(8), min(corner.x(), over.width() - width - px(8)))
        self.setGeometry(left, max(0, corner.y()), width, self._most_height)

    def _show(self, hits: Sequence[Hit]) -> None:
        chosen = self.model.hit(self.view.currentIndex().row()) if self._has_moved else None
        self.model.show(hits[:MOST])
        self._choose(self.model.row_of(chosen))
        wanted = LOOKING if self._is_asking else NONE
        self.none_label.setText(tr(wanted, typed=self._typed))
        self.none_label.setVisible(not hits and bool(self._typed))
        self._fit()

    def _fit(self) -> None:
        """As high as what was found, up to a point."""
        lines = sum(self._theme.px(points) for points in self.model.heights())
        self.view.setFixedHeight(min(lines + 4, self._most_height - self._theme.px(100)))
        self.view.setVisible(lines > 0)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.heightForWidth(self.width()))

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))
            # The title above the first line comes into sight with it.
            self.view.scrollTo(self.model.index(max(0, row - 1) if not self.model.hit(row - 1) else row))

    def _found_here(self, typed: str) -> list[Hit]:
        wanted = fold(typed).split()
        found = [hit for at, hit in enumerate(self._places) if _fits(wanted, self._words[at])]
        name = " ".join(wanted)
        meant = [hit for hit in found if fold(hit.text) == name]
        groups = list(dict.fromkeys(hit.group for hit in (*meant, *found)))
        # Whoever types a whole name means that place, not the one before it that is also found by these words.
        return sorted(found, key=lambda hit: (groups.index(hit.group), hit not in meant))

    def _on_searched(self, typed: str) -> None:
        self._typed, self._has_moved = typed, False
        people = self._people
        self._is_asking = people is not None and bool(fold(typed).split())
        # An answer mostly comes before the eye sees: one painting for each key, not two.
        if self._is_asking:
            self._late.start()
        else:
            self._show_here()
        if people is not None and self._is_asking:
            op = self._runner.query(self, partial(_ask, people, typed), topic="people")
            op.success(partial(self._on_people_found, typed)).failure(partial(self._on_failed, typed)).run()
        elif self._is_entered:
            self._enter()

    def _show_here(self) -> None:
        self._late.stop()
        self._show(self._found_here(self._typed))

    def _on_people_found(self, typed: str, people: Sequence[Hit]) -> None:
        if typed != self._typed or self.isHidden():
            return
        self._is_asking = False
        self._late.stop()
        grouped = [hit if hit.group else _in_group(hit) for hit in people]
        asked = {hit.record for hit in people if hit.record}
        self._show([*grouped, *(hit for hit in self._found_here(typed) if hit.record not in asked)])
        if self._is_entered:
            self._enter()

    def _on_failed(self, typed: str, failure: Failure) -> None:
        if typed == self._typed:
            self._is_asking = self._is_entered = False
            self._show_here()
            self.none_label.setText(failure.words)
            self.none_label.show()

    def _on_row_clicked(self, index: QModelIndex) -> None:
        self._run(self.model.hit(index.row()))

    def _enter(self) -> None:
        self._is_entered = False
        self._run(self.model.hit(self.view.currentIndex().row()))

    def _run(self, hit: Hit | None) -> None:
        if hit is not None:
            self.dismiss()
            hit.run()

    def _hear(self, event: QKeyEvent) -> bool:
        """Whether the key was the list's, not the box's."""
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: PAGE, Qt.Key.Key_PageUp: -PAGE}
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._is_entered = True
            if self.search.searched_text() != self._typed:
                return False  # the box tells its letters now, and the answer opens it
            if not self._is_asking:
                self._enter()
        elif key in steps:
            if self._late.isActive():
                self._show_here()  # what is chosen among is what the letters found
            self._has_moved = True
            self._choose(self.model.step(self.view.currentIndex().row(), steps[Qt.Key(key)]))
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            pass  # there is nowhere else to go inside
        else:
            self._is_entered = False
            return False
        return True

    def _on_focus_lost(self, event: QFocusEvent) -> None:
        kept = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
        if self.isVisible() and event.reason() not in kept:
            self._before = None
            self._forget()
            self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._hear(event)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self._on_focus_lost(event)
        return super().eventFilter(watched, event)


def _ask(people: PeopleSource, typed: str, uow: Any) -> Sequence[Hit]:
    return people(uow, typed)


def _in_group(hit: Hit) -> Hit:
    return replace(hit, group=tr(PEOPLE))


def _fits(wanted: Sequence[str], have: Sequence[str]) -> bool:
    return all(any(word.startswith(part) for word in have) for part in wanted)
