"""The main window: which page is shown, how one goes and comes back, what is said, and the lock over it all."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.actor import Actor
from facility_app.kernel.change import Change
from facility_app.kernel.dates import format_time
from facility_app.kernel.labels import label
from facility_app.kernel.ports import Clock
from facility_app.ui.forms.draft_store import DraftStore
from facility_app.ui.i18n import tr
from facility_app.ui.lists.memory import ListMemory
from facility_app.ui.shell.lock_cover import LockCover
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.palette import Hit, Palette, PeopleSource
from facility_app.ui.shell.places import Place, Places
from facility_app.ui.shell.rail import Rail
from facility_app.ui.shell.spec import PageContext, PageSpec, Route
from facility_app.ui.shell.statusline import StatusLine
from facility_app.ui.shell.title_row import TitleRow
from facility_app.ui.shell.topbar import TopBar
from facility_app.ui.tasks import Failure, Runner
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets.banner import Toast

FEWEST_PIXELS = (1024, 640)


@dataclass(frozen=True, slots=True)
class Furnishing:
    """What a window is made of.

    Attributes:
        runner: asks and decides, for whoever is signed in.
        actor: who is signed in.
        user: their name and role in words.
        theme: the look.
        clock: the time.
        pages: every page of the program, in the order of the rail.
        home: id of the first page.
        memory: columns, filters, places.
        drafts: what was being typed.
        people: finds people for the palette; None where the role may not.
    """

    runner: Runner
    actor: Actor
    user: str
    theme: Theme
    clock: Clock
    pages: tuple[PageSpec, ...]
    home: str
    memory: ListMemory
    drafts: DraftStore
    people: PeopleSource | None = None


class Shell(QMainWindow):
    """One window for one signed-in person.

    Signals:
        lock_asked, switch_asked, password_asked: the menu of the top bar, and Ctrl+L.
        language_asked(str): ``vi`` or ``en``.
        unlock_asked(str): the password typed on the cover.
        closing: nothing unsaved keeps the window; whoever opened it ends the program.
    """

    lock_asked = Signal()
    switch_asked = Signal()
    password_asked = Signal()
    language_asked = Signal(str)
    unlock_asked = Signal(str)
    closing = Signal()

    def __init__(self, made_of: Furnishing, parent: QWidget | None = None) -> None:
        """Build the frame; ``go`` shows the first page."""
        super().__init__(parent)
        self._made_of = made_of
        self._theme, self._runner = made_of.theme, made_of.runner
        self._specs = {spec.id: spec for spec in made_of.pages if spec.is_open_to(made_of.actor)}
        self._pages: dict[str, Page] = {}
        self._behind: list[Route] = []
        self._ahead: list[Route] = []
        self._here: Route | None = None
        self._may_close = False
        self.places = Places(made_of.memory)
        self._context = self._make_context()
        self._lay_out()
        self._listen()
        self._set_title("")

    @property
    def page(self) -> Page | None:
        """The page shown."""
        return self._pages.get(self._here.page) if self._here is not None else None

    def go(self, route: Route) -> None:
        """Open another place; what is typed and not saved is asked about first."""
        if route.page not in self._specs:
            self.say(tr(label("ui", "Tài khoản này không mở được trang đó.")), Tone.WARNING)
            return
        self._leave_then(partial(self._enter_new, route))

    def go_home(self) -> None:
        """The first page."""
        self.go(Route(self._made_of.home))

    def back(self) -> None:
        """The place before this one."""
        if self._behind:
            self._leave_then(self._enter_behind)

    def forward(self) -> None:
        """The place ``back`` came from."""
        if self._ahead:
            self._leave_then(self._enter_ahead)

    def say(self, text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        """Tell that something was done, or could not be; ``undo`` stays on offer for ten minutes."""
        self.toast.show_message(text, tone)
        if tone is Tone.OK:
            self.status_line.show_saved(format_time(self._made_of.clock.now()))
        if undo is not None:
            self.status_line.offer_undo(text, undo)

    def lock(self) -> None:
        """Cover everything; nothing typed is lost."""
        self.palette_box.hide()
        self.cover.cover(self._made_of.user)

    def close_at_once(self) -> None:
        """Close without asking the page again."""
        self._may_close = True
        self.close()

    def _make_context(self) -> PageContext:
        m = self._made_of
        return PageContext(
            m.runner, m.actor, m.theme, m.clock, self.go, self.say, m.memory, m.drafts, self._on_called
        )

    def _lay_out(self) -> None:
        whole = QWidget(self)
        whole.setProperty("kind", "page")
        px = self._theme.px
        self.rail = Rail([*self._specs.values()], self._theme, whole)
        self.top = TopBar(self._theme, self._made_of.user, whole)
        self.title_row = TitleRow(self._theme, self._made_of.actor, whole)
        self.stack = QStackedWidget(whole)
        self.status_line = StatusLine(self._theme, whole)
        middle = QVBoxLayout()
        middle.setContentsMargins(px(20), px(12), px(20), px(12))
        middle.setSpacing(px(12))
        middle.addWidget(self.title_row)
        middle.addWidget(self.stack, 1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.status_line)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(whole)
        self.toast = Toast(self._theme, whole)
        self.palette_box = Palette(self._runner, self._theme, whole)
        self.cover = LockCover(self._theme, whole)
        self.setMinimumSize(*FEWEST_PIXELS)

    def _listen(self) -> None:
        self.rail.chosen.connect(self._on_rail_chosen)
        self.top.search_asked.connect(self.open_palette)
        self.top.lock_asked.connect(self.lock_asked)
        self.top.switch_asked.connect(self.switch_asked)
        self.top.password_asked.connect(self.password_asked)
        self.top.language_asked.connect(self.language_asked)
        self.top.leave_asked.connect(self.close)
        self.cover.unlock_asked.connect(self.unlock_asked)
        self.cover.switch_asked.connect(self.switch_asked)
        self.title_row.back_button.clicked.connect(self.back)
        self._runner.changed.connect(self._on_changed)
        self._runner.unheard.connect(self._on_unheard)
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+K": self.open_palette,
            "Ctrl+L": self._on_lock_key,
            "Alt+Left": self.back,
            "Alt+Right": self.forward,
            "Alt+Home": self.go_home,
        }
        keys |= {f"Alt+{n + 1}": partial(self._open_at_hand, n) for n in range(9)}
        keys |= {spec.shortcut: partial(self.go, Route(spec.id)) for spec in self._specs.values() if spec.shortcut}
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    def open_palette(self) -> None:
        """Ctrl+K."""
        if self.cover.is_locked:
            return
        QGuiApplication.inputMethod().commit()
        self.palette_box.know(self._hits(), self._made_of.people)
        self.palette_box.open()

    def _hits(self) -> list[Hit]:
        """Records at hand, pages, and what can be done on this page."""
        near = [Hit(one.name, "", "history", partial(self.go, one.route)) for one in self.places.at_hand()]
        pages = [
            Hit(tr(spec.title), tr(spec.section), spec.icon, partial(self.go, Route(spec.id)))
            for spec in self._specs.values()
            if spec.section is not None
        ]
        page = self.page
        verbs = (
            []
            if page is None
            else [
                Hit(tr(one.text).replace("&", ""), one.shortcut, one.icon or "chevron-right", one.run)
                for one in page.main_actions()
                if one.why_not() is None and (one.permission is None or self._made_of.actor.may(one.permission))
            ]
        )
        return [*near, *verbs, *pages]

    def _leave_then(self, go: Callable[[], None]) -> None:
        QGuiApplication.inputMethod().commit()
        page = self.page
        if page is None:
            go()
        else:
            page.leave(go)

    def _enter_new(self, route: Route) -> None:
        if self._here is not None and self._here != route:
            self._behind.append(self._here)
            self._ahead.clear()
        self._enter(route)

    def _enter_behind(self) -> None:
        if self._here is not None:
            self._ahead.append(self._here)
        self._enter(self._behind.pop())

    def _enter_ahead(self) -> None:
        if self._here is not None:
            self._behind.append(self._here)
        self._enter(self._ahead.pop())

    def _enter(self, route: Route) -> None:
        self._here = route
        page = self._pages.get(route.page) or self._made(route.page)
        self.stack.setCurrentWidget(page)
        self.rail.mark(route.page)
        self.status_line.show_summary("")
        self.title_row.back_button.setVisible(bool(self._behind))
        page.open(route)
        self._show_title()
        self._show_actions()
        page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, page_id: str) -> Page:
        page = self._specs[page_id].make(self._context)
        page.setObjectName(page_id)
        self._pages[page_id] = page
        self.stack.addWidget(page)
        page.title_changed.connect(self._show_title)
        page.actions_changed.connect(self._show_actions)
        page.summary_changed.connect(self.status_line.show_summary)
        return page

    def _show_title(self) -> None:
        page = self.page
        if page is None or self._here is None:
            return
        title = page.title_text() or tr(self._specs[self._here.page].title)
        self.title_row.title.set_text(title)
        self._set_title(title)

    def _show_actions(self) -> None:
        if self.page is not None:
            self.title_row.show_actions(self.page.main_actions())

    def _set_title(self, place: str) -> None:
        self.setWindowTitle(" – ".join(part for part in (place, self._made_of.user) if part))

    def _open_at_hand(self, place: int) -> None:
        at_hand = self.places.at_hand()
        if place < len(at_hand) and not self.cover.is_locked:
            self.go(at_hand[place].route)

    def _on_called(self, route: Route, name: str) -> None:
        self.places.visited(Place(route.page, route.record, name))

    def _on_rail_chosen(self, page_id: str) -> None:
        self.go(Route(page_id))

    def _on_lock_key(self) -> None:
        self.lock_asked.emit()

    def _on_changed(self, change: Change, _initiator: object) -> None:
        for page in self._pages.values():
            page.refresh(change)

    def _on_unheard(self, failure: Failure) -> None:
        self.say(failure.words, Tone.DANGER)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            super().closeEvent(event)
            self.closing.emit()
            return
        event.ignore()
        self._leave_then(self.close_at_once)
