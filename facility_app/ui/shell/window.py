"""The main window: what is shown, what is said, the way to anything, and the lock over it all."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.dates import format_time
from facility_app.kernel.labels import label
from facility_app.ui.actions import ActionBar, commit_typing
from facility_app.ui.i18n import shown, tr
from facility_app.ui.shell.ahead import Ahead
from facility_app.ui.shell.frame import ShellFrame
from facility_app.ui.shell.furnishing import Furnishing
from facility_app.ui.shell.hits import Hit
from facility_app.ui.shell.keys import AT_HAND, bind, bind_key
from facility_app.ui.shell.lock_cover import LockCover
from facility_app.ui.shell.navigator import Navigator
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.palette import Palette
from facility_app.ui.shell.places import Place, Places
from facility_app.ui.shell.rail_counts import RailCounts
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.shell.within_reach import (
    commands_within_reach,
    pages_within_reach,
    places_within_reach,
    verbs_within_reach,
)
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import StateStack, Toast

__all__ = ["Furnishing", "Shell"]

FEWEST_PIXELS = (1024, 640)
NO_WAY = label("ui", "Tài khoản này không mở được trang đó.")
PINNED = label("ui", "Đã ghim “{name}”: mở bằng Alt+{number}.")
UNPINNED = label("ui", "Đã bỏ ghim “{name}”.")


class Shell(QMainWindow):
    """One window for one signed-in person.

    Attributes:
        top: the top bar; ``top.show_chips`` says how safe the data is.
        rail: ``rail.set_count`` says what waits on a page.
        ahead: pages made before they are asked for; ``ahead.begin`` starts it, ``ahead.wait`` holds it back.
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
        self._may_close = False
        self._undo: Callable[[], None] | None = None
        self._undo_words = ""
        self.places = Places(made_of.memory)
        whole = QWidget(self)
        whole.setProperty("kind", "page")
        self.frame = ShellFrame(made_of, whole)
        self.top, self.rail = self.frame.top, self.frame.rail
        self.title_row, self.status_line = self.frame.title_row, self.frame.status_line
        self.navigator = Navigator(
            made_of.open_pages(), self.frame.stack, self.context(), self, is_needed=self._is_undo_on_offer
        )
        self.ahead = Ahead(self.navigator, made_of.runner, self)
        self.counts = RailCounts(self.rail, made_of.open_pages(), made_of.runner, self)
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.frame)
        self.setCentralWidget(whole)
        self.toast = Toast(made_of.theme, self.frame, self.frame)
        self.palette_box = Palette(made_of.runner, made_of.theme, self.frame)
        self.cover = LockCover(made_of.theme, whole)
        self.setMinimumSize(*FEWEST_PIXELS)
        self._listen()
        self._bind_keys()
        self._show_names()
        self.counts.begin()

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
        said = shown(text)
        if tone is Tone.DANGER and self._is_told_on_page(said):
            return
        self._hand_over_undo()
        if undo is not None:
            self._undo, self._undo_words = undo, said
            # One way back at a time is seen: the toast's, then for ten minutes the status line's.
            self.status_line.undo.withdraw()
        self.toast.show_message(said, tone, self._take_back if undo is not None else None)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _is_told_on_page(self, said: str) -> bool:
        """Whether a failed face of the page in view says it: told a second time it would only cover buttons."""
        stacks = [] if self.page is None else self.page.findChildren(StateStack)
        return any(one.told_error() == said for one in stacks)

    def lock(self) -> None:
        """Cover everything; nothing typed is lost."""
        if self.cover.is_locked:
            return
        self.navigator.arrive()
        commit_typing()
        self.palette_box.dismiss()
        for page in self.navigator.pages():
            page.flush()
        self.cover.cover(self._made_of.user, format_time(self._made_of.clock.now()))
        self._show_names()

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
        self.palette_box.know(self._within_reach(), self._made_of.people)
        self.palette_box.open(self.top.search_button)

    def toggle_pin(self) -> None:
        """Keep the record shown at hand, or let it go."""
        page = self.page
        if page is None or not page.route.record:
            return
        place = Place(page.route.page, page.route.record, page.title_text())
        if self.places.toggle_pin(place):
            number = self.places.pinned.index(place) + 1
            self.say(tr(PINNED, name=place.name, number=number))
        else:
            self.say(tr(UNPINNED, name=place.name), Tone.INFO)

    def action_bar(self) -> ActionBar:
        """Where the actions of the page shown stand: above it, or in its own head."""
        page = self.page
        own = page.findChild(ActionBar) if page is not None and page.has_own_head else None
        return own if isinstance(own, ActionBar) else self.title_row.bar

    def context(self) -> PageContext:
        """What pages and dialogs of this window work with."""
        m = self._made_of
        return PageContext(
            m.runner,
            m.actor,
            m.theme,
            m.clock,
            self.go,
            self.say,
            m.memory,
            m.drafts,
            self._on_called,
            show_help=self.help_asked.emit,
        )

    def _listen(self) -> None:
        runner = self._made_of.runner
        self.rail.chosen.connect(self._on_rail_chosen)
        self.top.back_asked.connect(self.navigator.back)
        self.top.search_asked.connect(self.open_palette)
        self.top.lock_asked.connect(self.lock_asked)
        self.top.switch_asked.connect(self.switch_asked)
        self.top.password_asked.connect(self.password_asked)
        self.top.language_asked.connect(self.language_asked)
        self.top.leave_asked.connect(self.close)
        self.cover.unlock_asked.connect(self.unlock_asked)
        self.cover.switch_asked.connect(self.switch_asked)
        self.cover.uncovered.connect(self._show_names)
        self.toast.gone.connect(self._hand_over_undo)
        self.closing.connect(self.counts.end)
        self.closing.connect(self.ahead.end)
        self.closing.connect(self.navigator.stay)
        self.navigator.made.connect(self._on_page_made)
        self.navigator.entered.connect(self._on_page_entered)
        runner.changed.connect(self._on_changed)
        runner.unheard.connect(self._on_unheard)

    def _bind_keys(self) -> None:
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
        bind(self.frame, slots)
        for number, key in enumerate(AT_HAND):
            bind_key(self.frame, key, partial(self._open_at_hand, number))
        for spec in self.navigator.specs.values():
            if spec.shortcut:
                bind_key(self.frame, spec.shortcut, partial(self.go, Route(spec.id)))
        for verb in self._made_of.open_verbs():
            if verb.shortcut:
                bind_key(self.frame, verb.shortcut, partial(self.go, verb.route))

    def _at_hand(self) -> tuple[Place, ...]:
        return tuple(place for place in self.places.at_hand() if self.navigator.can_open(place.route))

    def _within_reach(self) -> tuple[Hit, ...]:
        pinned = frozenset(place.record for place in self.places.pinned)
        return (
            *places_within_reach(self._at_hand(), pinned, self.go),
            *commands_within_reach(self.action_bar().commands()),
            *verbs_within_reach(self._made_of.open_verbs(), self.go),
            *pages_within_reach(self.navigator.specs.values(), self.go),
        )

    def _open_at_hand(self, number: int) -> None:
        at_hand = self._at_hand()
        if number < len(at_hand):
            self.go(at_hand[number].route)

    def _show_names(self) -> None:
        page, spec = self.page, self.navigator.spec
        title = "" if page is None or spec is None else page.title_text() or tr(spec.title)
        self.title_row.setVisible(page is None or not page.has_own_head)
        self.title_row.show_names(title, page.subtitle_text() if page is not None else "")
        # Locked, the name of the person on the page stays out of the task bar.
        place = "" if self.cover.is_locked else title
        self.setWindowTitle(" – ".join(part for part in (place, self._made_of.user) if part))

    def _show_actions(self) -> None:
        page = self.page
        if page is not None:
            # One with a head of its own takes away those of the page before, which may be unmade.
            self.title_row.show_actions(page.head_actions())

    def _on_page_made(self, page: Page) -> None:
        page.title_changed.connect(self._show_names)
        page.actions_changed.connect(self._show_actions)
        page.hint_changed.connect(self._on_hint_changed)
        page.summary_changed.connect(self._on_summary_changed)

    def _on_page_entered(self, page: Page) -> None:
        spec = self.navigator.spec
        self.rail.mark(spec.beneath or spec.id if spec is not None else "")
        self.top.back_button.setEnabled(self.navigator.can_go_back)
        self.status_line.show_summary(page.summary_text())
        self.status_line.show_hint(page.hint_text())
        self._show_names()
        self._show_actions()
        if self.palette_box.isVisible():
            # Opened before the page was there: its letters go on.
            self.palette_box.return_to(page.first_focus())
        else:
            page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_hint_changed(self) -> None:
        page = self.page
        if page is not None and self.sender() is page:
            self.status_line.show_hint(page.hint_text())

    def _on_summary_changed(self, text: str) -> None:
        if self.sender() is self.page:
            self.status_line.show_summary(text)

    def _on_called(self, route: Route, name: str) -> None:
        self.places.visited(Place(route.page, route.record, name))

    def _on_rail_chosen(self, page_id: str) -> None:
        self.go(Route(page_id))

    def _on_rail_pressed(self) -> None:
        if self.page is not None:
            self.rail.turn_from(self.page.first_focus())

    def _on_help_pressed(self) -> None:
        spec, page = self.navigator.spec, self.page
        in_view = page.help_anchor() if page is not None else ""
        self.help_asked.emit(in_view or (spec.help if spec is not None else ""))

    def _on_changed(self, change: Change, _initiator: object) -> None:
        self.status_line.show_saved(format_time(self._made_of.clock.now()))
        for page in self.navigator.pages():
            page.refresh(change)

    def _on_unheard(self, failure: Failure) -> None:
        self.say(failure.words, Tone.DANGER)

    def _hand_over_undo(self) -> None:
        """The status line goes on offering what the toast offered."""
        said, self._undo_words = self._undo_words, ""
        if said:
            self.status_line.offer_undo(said, self._take_back)

    def _is_undo_on_offer(self) -> bool:
        """Whether the toast or the status line offers a way back: it may lead through any page."""
        return bool(self._undo_words) or not self.status_line.undo.isHidden()

    def _take_back(self) -> None:
        """Once, whichever of the two offers was taken."""
        undo, self._undo, self._undo_words = self._undo, None, ""
        self.status_line.undo.withdraw()
        self.toast.put_away()
        if undo is not None:
            undo()

    def _close_soon(self) -> None:
        # Not here: Qt ignores a close asked for while it closes.
        QTimer.singleShot(0, self.close_at_once)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            super().closeEvent(event)
            self.closing.emit()
            return
        event.ignore()
        if self.cover.is_locked:
            # What is typed below was kept as a draft when the lock came; nobody is held captive by it.
            self._close_soon()
        else:
            self.navigator.leave_then(self._close_soon)
