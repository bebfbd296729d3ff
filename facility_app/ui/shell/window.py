"""The main window: rail, bars and the page between them, what is said, and the lock over it all."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.actor import Actor
from facility_app.kernel.change import Change
from facility_app.kernel.dates import format_time
from facility_app.kernel.labels import label
from facility_app.kernel.ports import Clock
from facility_app.ui.actions import commit_typing
from facility_app.ui.forms.draft_store import DraftStore
from facility_app.ui.i18n import shown, tr
from facility_app.ui.shell.keys import KEYS
from facility_app.ui.shell.lock_cover import LockCover
from facility_app.ui.shell.navigator import Navigator
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.palette import Palette, PeopleSource
from facility_app.ui.shell.places import Place, Places
from facility_app.ui.shell.rail import Rail
from facility_app.ui.shell.spec import Memory, PageContext, PageSpec, Route, VerbSpec
from facility_app.ui.shell.statusline import StatusLine
from facility_app.ui.shell.title_row import TitleRow
from facility_app.ui.shell.topbar import TopBar
from facility_app.ui.shell.within_reach import within_reach
from facility_app.ui.tasks import Failure, Runner
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Toast

FEWEST_PIXELS = (1024, 640)
NARROW_BELOW = 880
"""Fewer pixels at 100 % than this, and the rail folds in by itself."""
NO_WAY = label("ui", "Tài khoản này không mở được trang đó.")
PINNED = label("ui", "Đã ghim “{name}”: mở bằng Alt+{number}.")
UNPINNED = label("ui", "Đã bỏ ghim “{name}”.")
STILL_LOCKED = label("ui", "Màn hình đang khóa: mở khóa rồi mới thoát được, để chữ đang gõ không mất.")


@dataclass(frozen=True, slots=True)
class Furnishing:
    """What a window is made of.

    Attributes:
        runner: asks and decides, for whoever is signed in.
        actor: who is signed in.
        user: their name and role in words, ``name · roles``.
        theme: the look.
        clock: the time.
        pages: every page of the program, in the order of the rail.
        home: id of the first page.
        memory: columns, filters, places.
        drafts: what was being typed.
        people: finds people for the palette; None where the role may not.
        verbs: what can be begun from anywhere, for every role; the window sifts them.
        facility: whose program it is; ``facility_note``: a quiet line below.
        language: of the screens, ``vi`` or ``en``.
    """

    runner: Runner
    actor: Actor
    user: str
    theme: Theme
    clock: Clock
    pages: tuple[PageSpec, ...]
    home: str
    memory: Memory
    drafts: DraftStore
    people: PeopleSource | None = None
    verbs: tuple[VerbSpec, ...] = ()
    facility: str = ""
    facility_note: str = ""
    language: str = "vi"


class Shell(QMainWindow):
    """One window for one signed-in person.

    Attributes:
        top: the top bar; ``top.show_chips`` says how safe the data is.
        rail: ``rail.set_count`` says what waits on a page.
        cover: the lock; ``cover.refuse`` and ``cover.uncover`` answer ``unlock_asked``.

    Signals:
        lock_asked, switch_asked, password_asked: the menu of the top bar, and Ctrl+L.
        language_asked(str): ``vi`` or ``en``.
        help_asked(str): F1, with the anchor of the page shown.
        unlock_asked(str): the password typed on the cover.
        closing: nothing unsaved keeps the window; whoever opened it ends the program.
    """

    lock_asked = Signal()
    switch_asked = Signal()
    password_asked = Signal()
    language_asked = Signal(str)
    help_asked = Signal(str)
    unlock_asked = Signal(str)
    closing = Signal()

    def __init__(self, made_of: Furnishing, parent: QWidget | None = None) -> None:
        """Build the frame; ``go`` shows the first page."""
        super().__init__(parent)
        self._made_of = made_of
        self._theme, self._runner = made_of.theme, made_of.runner
        self._may_close = False
        self._is_folded_by_hand: bool | None = None
        self._undo: Callable[[], None] | None = None
        self._names: dict[tuple[str, str], str] = {}
        self.places = Places(made_of.memory)
        self._lay_out()
        self._listen()
        self._set_title()

    @property
    def page(self) -> Page | None:
        """The page shown."""
        return self.navigator.page

    def go(self, route: Route) -> None:
        """Open another place; what is typed and not saved is asked about first."""
        if self.navigator.can_open(route):
            self.navigator.go(route)
        else:
            self.say(tr(NO_WAY), Tone.WARNING)

    def go_home(self) -> None:
        """The first page."""
        self.go(Route(self._made_of.home))

    def say(self, text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        """Tell that something was done, or could not be; ``undo`` stays on offer for ten minutes."""
        words = shown(text)
        take_back = None
        if undo is not None:
            self._undo = undo
            take_back = self._take_back
            self.status_line.offer_undo(words, take_back)
        self.toast.show_message(words, tone, take_back)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def lock(self) -> None:
        """Cover everything; nothing typed is lost."""
        if self.cover.is_locked:
            return
        commit_typing()
        self.palette_box.dismiss()
        for page in self.navigator.pages():
            page.flush()
        self.cover.cover(self._made_of.user, format_time(self._made_of.clock.now()))
        # The name of the person on the page stays out of the task bar.
        self.setWindowTitle(self._made_of.user)

    def close_at_once(self) -> None:
        """Close without asking the page again."""
        self._may_close = True
        self.close()

    def open_palette(self) -> None:
        """Ctrl+K; pressed again it goes away."""
        if self.palette_box.isVisible():
            self.palette_box.dismiss()
            return
        commit_typing()
        made_of = self._made_of
        verbs = [one for one in made_of.verbs if one.permission is None or made_of.actor.may(one.permission)]
        page = self.page
        near = [place for place in self.places.at_hand() if self.navigator.can_open(place.route)]
        own = page.main_actions() if page is not None else ()
        hits = within_reach(near, own, made_of.actor, verbs, self.navigator.specs.values(), self.go)
        self.palette_box.know(hits, made_of.people)
        self.palette_box.open(self.top.search_button)

    def toggle_pin(self) -> None:
        """Keep the record shown at hand, or let it go."""
        page = self.page
        if page is None or not page.route.record:
            return
        name = self._names.get((page.route.page, page.route.record), page.title_text())
        place = Place(page.route.page, page.route.record, name)
        if self.places.toggle_pin(place):
            self.say(tr(PINNED, name=name, number=self.places.pinned.index(place) + 1))
        else:
            self.say(tr(UNPINNED, name=name), Tone.INFO)

    def _make_context(self) -> PageContext:
        m = self._made_of
        return PageContext(
            m.runner, m.actor, m.theme, m.clock, self.go, self.say, m.memory, m.drafts, self._on_called
        )

    def _lay_out(self) -> None:
        made_of = self._made_of
        whole = QWidget(self)
        whole.setProperty("kind", "page")
        # One child holds all that the lock hides; its keys sleep while it is hidden.
        self._body = QWidget(whole)
        specs = [spec for spec in made_of.pages if spec.is_open_to(made_of.actor)]
        self.stack = QStackedWidget()
        self.navigator = Navigator(specs, self.stack, self._make_context(), self)
        self.rail = Rail(specs, self._theme)
        if made_of.facility:
            self.rail.set_facility(made_of.facility, made_of.facility_note)
        self.top = TopBar(self._theme, made_of.user, made_of.language)
        self.title_row = TitleRow(self._theme, made_of.actor)
        self.status_line = StatusLine(self._theme)
        self._middle = QVBoxLayout()
        self._middle.addWidget(self.title_row)
        self._middle.addWidget(self.stack, 1)
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self.top, self._middle, self.status_line):
            column.addLayout(part, 1) if isinstance(part, QVBoxLayout) else column.addWidget(part)
        row = QHBoxLayout(self._body)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        outer = QVBoxLayout(whole)
        outer.addWidget(self._body)
        for box in (row, outer):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        self.setCentralWidget(whole)
        self.toast = Toast(self._theme, self._body)
        self.palette_box = Palette(self._runner, self._theme, self._body)
        self.cover = LockCover(self._theme, whole)
        self.setMinimumSize(*FEWEST_PIXELS)
        self._on_theme_changed()

    def _listen(self) -> None:
        self.rail.chosen.connect(self._on_rail_chosen)
        self.rail.folded.connect(self._on_rail_folded)
        self.title_row.back_asked.connect(self.navigator.back)
        for asked in (self.top.lock_asked, self.top.switch_asked, self.top.password_asked, self.top.language_asked):
            pass
        self.top.search_asked.connect(self.open_palette)
        self.top.lock_asked.connect(self.lock_asked)
        self.top.switch_asked.connect(self.switch_asked)
        self.top.password_asked.connect(self.password_asked)
        self.top.language_asked.connect(self.language_asked)
        self.top.leave_asked.connect(self.close)
        self.cover.unlock_asked.connect(self.unlock_asked)
        self.cover.switch_asked.connect(self.switch_asked)
        self.navigator.made.connect(self._on_page_made)
        self.navigator.entered.connect(self._on_page_entered)
        self._runner.changed.connect(self._on_changed)
        self._runner.unheard.connect(self._on_unheard)
        self._theme.changed.connect(self._on_theme_changed)
        slots = {
            "palette": self.open_palette,
            "lock": self.lock_asked.emit,
            "back": self.navigator.back,
            "forward": self.navigator.forward,
            "home": self.go_home,
            "pin": self.toggle_pin,
            "help": self._on_help_pressed,
            "rail": self._on_rail_pressed,
        }
