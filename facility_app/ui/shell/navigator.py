"""Which page is shown, how one goes on and comes back, and that nothing typed is lost on the way."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from facility_app.ui.actions import commit_typing
from facility_app.ui.shell.coming import Coming
from facility_app.ui.shell.kept_place import KeptPlace, place_on, put_back
from facility_app.ui.shell.leftover import has_leftover, keeps_drafts
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, PageSpec, Route

MOST_BEHIND = 50
MOST_MADE = 8
"""So many pages out of sight stay made: each is some two megabytes, and there are some sixty."""
REST_MS = 100
"""After a page was entered, before one is let go."""
BETWEEN_MS = 20
"""Between two that are let go: whoever walks fast leaves many."""


class Navigator(QObject):
    """Makes each page when it is first entered, or ahead of that, and keeps those seen last.

    One not seen for long is unmade, and made anew where it was left when it is entered again. Never one in which
    something typed stands or something is open, nor one that keeps drafts, nor any while something is under way.
    One that cannot be made leaves nothing behind: who asked for it stays where they are, and is told of the fault.

    Attributes:
        specs: the pages the role may open, by id.

    Signals:
        made(Page): a page was made; before it is entered for the first time.
        entered(Page): another place is shown.
    """

    made = Signal(object)
    entered = Signal(object)

    def __init__(
        self,
        specs: Iterable[PageSpec],
        stack: QStackedWidget,
        context: PageContext,
        parent: QObject,
        *,
        is_needed: Callable[[], bool] = lambda: False,
    ) -> None:
        """Show pages in ``stack``; none yet. While ``is_needed`` says so, no page is unmade."""
        super().__init__(parent)
        self.specs = {spec.id: spec for spec in specs}
        # Made where they will stand: a page that moves there with all in it is dressed twice.
        self._stack, self._context = stack, replace(context, stage=stack)
        self._pages: dict[str, Page] = {}
        self._ready: dict[str, Page] = {}
        self._left: dict[str, KeptPlace] = {}
        self._behind: list[Route] = []
        self._ahead: list[Route] = []
        self._here = ""
        self._is_needed = is_needed
        self._coming = Coming(stack)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._on_rest)

    @property
    def page(self) -> Page | None:
        """The page shown."""
        return self._pages.get(self._here)

    @property
    def spec(self) -> PageSpec | None:
        """The spec of the page shown."""
        return self.specs.get(self._here)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return bool(self._behind)

    @property
    def is_on_the_way(self) -> bool:
        """Whether a page is being made for somebody who will be there in a moment."""
        return self._coming.is_under_way

    def pages(self) -> tuple[Page, ...]:
        """Every page entered so far."""
        return tuple(self._pages.values())

    def has(self, page_id: str) -> bool:
        """Whether the page is made."""
        return page_id in self._pages or page_id in self._ready

    def is_ready(self, page_id: str) -> bool:
        """Whether the page is made and nobody has entered it yet."""
        return page_id in self._ready

    @property
    def has_room(self) -> bool:
        """Whether another page can be made ahead and none let go for it."""
        return len(self._ready) + len(self._plain()) < MOST_MADE

    def drop_ready(self, page_id: str) -> None:
        """Unmake a page nobody has entered: nothing was typed there."""
        page = self._ready.pop(page_id, None)
        if page is not None:
            self._unmake(page)

    def let_go(self) -> bool:
        """Unmake one page where more are made than stay; whether there was one.

        Of those nobody entered the first, else the one not seen for longest.
        """
        plain = self._plain()
        over = len(self._ready) + len(plain) - MOST_MADE
        if over <= 0 or self._is_needed():
            return False
        if self._ready:
            self.drop_ready(next(iter(self._ready)))
            return True
        for page_id in plain[:over]:
            if not has_leftover(self._pages[page_id]):
                page = self._pages.pop(page_id)
                self._left[page_id] = place_on(page)
                self._unmake(page)
                return True
        return False

    def make_ready(self, page_id: str) -> None:
        """Make a page that nobody has asked for yet; it reads nothing before it is entered."""
        if not self.has(page_id):
            self._ready[page_id] = self._made(page_id)

    def dress_ready(self, page_id: str) -> None:
        """Let the sheet dress it."""
        if page_id in self._ready:
            self._ready[page_id].ensurePolished()

    def lay_out_ready(self, page_id: str) -> None:
        """Give everything in it the place it will have."""
        page = self._ready.get(page_id)
        layout = page.layout() if page is not None else None
        if page is not None and layout is not None:
            page.resize(self._stack.size())
            layout.activate()

    def can_open(self, route: Route) -> bool:
        """Whether the role may open the place."""
        return route.page in self.specs

    def go(self, route: Route) -> None:
        """Open a place; what is typed and not saved is asked about first.

        One whose page is not made yet is entered some turns later, or as soon as somebody presses anything.
        """
        self.leave_then(partial(self._come, route, partial(self._enter_new, route)))

    def back(self) -> None:
        """The place before this one."""
        self.arrive()
        if self._behind:
            self.leave_then(partial(self._come, self._behind[-1], self._enter_behind))

    def forward(self) -> None:
        """The place ``back`` came from."""
        self.arrive()
        if self._ahead:
            self.leave_then(partial(self._come, self._ahead[-1], self._enter_ahead))

    def arrive(self) -> None:
        """Be now where one is on the way to."""
        self._coming.arrive()

    def stay(self) -> None:
        """Go nowhere any more: the window closes."""
        self._coming.stop()

    def leave_then(self, go: Callable[[], None]) -> None:
        """Call ``go`` when the page shown may be left."""
        self.arrive()
        commit_typing()
        page = self.page
        if page is None:
            go()
        else:
            page.leave(go)

    def _place(self) -> Route | None:
        """Where one is, with the tab or filter chosen meanwhile."""
        page = self.page
        return page.route if page is not None else None

    def _come(self, route: Route, enter: Callable[[], None]) -> None:
        """Enter where the page is made; else make, dress and lay it out first, each in a turn of its own."""
        if self.has(route.page) or self._context.runner.is_inline:
            enter()
            return
        steps = (self.make_ready, self.dress_ready, self.lay_out_ready)
        self._coming.begin([*(partial(step, route.page) for step in steps), enter])

    def _enter_new(self, route: Route) -> None:
        # Made before anything is forgotten: one that cannot be made changes nothing.
        page, place = self._page_of(route), self._place()
        if place is not None and place != route:
            self._behind = [*self._behind, place][-MOST_BEHIND:]
            self._ahead.clear()
        self._enter(page, route)

    def _enter_behind(self) -> None:
        page, place = self._page_of(self._behind[-1]), self._place()
        if place is not None:
            self._ahead.append(place)
        self._enter(page, self._behind.pop())

    def _enter_ahead(self) -> None:
        page, place = self._page_of(self._ahead[-1]), self._place()
        if place is not None:
            self._behind.append(place)
        self._enter(page, self._ahead.pop())

    def _page_of(self, route: Route) -> Page:
        return self._pages.get(route.page) or self._make(route.page)

    def _enter(self, page: Page, route: Route) -> None:
        # Those seen last stand last.
        self._pages[route.page] = self._pages.pop(route.page)
        self._here = route.page
        self._stack.setCurrentWidget(page)
        page.open(route)
        if (page.route.page, page.route.record) != (route.page, route.record):
            page.route = route
        left = self._left.pop(route.page, None)
        if left is not None:
            put_back(page, left)
        self.entered.emit(page)
        self._rest.start(REST_MS)

    def _plain(self) -> list[str]:
        """The pages out of sight that may be made anew, the one not seen for longest first."""
        return [one for one, page in self._pages.items() if one != self._here and not keeps_drafts(page)]

    def _on_rest(self) -> None:
        # What is under way may belong to a page, wherever it stands: its answer is waited for.
        if self.is_on_the_way or self._context.runner.is_busy or self.let_go():
            self._rest.start(BETWEEN_MS)

    def _unmake(self, page: Page) -> None:
        self._stack.removeWidget(page)
        page.deleteLater()

    def _make(self, page_id: str) -> Page:
        page = self._ready.pop(page_id) if page_id in self._ready else self._made(page_id)
        self._pages[page_id] = page
        self.made.emit(page)
        return page

    def _made(self, page_id: str) -> Page:
        before = self._standing()
        try:
            page = self.specs[page_id].make(self._context)
        except Exception:
            # Half a page has timers and ears too, and nobody who will ever unmake it.
            for half in self._standing():
                if half not in before:
                    half.hide()
                    half.deleteLater()
            raise
        page.setObjectName(page_id)
        self._stack.addWidget(page)
        return page

    def _standing(self) -> list[QWidget]:
        return self._stack.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
