"""Which page is shown, how one goes on and comes back, and that nothing typed is lost on the way."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from facility_app.ui.actions import commit_typing
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, PageSpec, Route

MOST_BEHIND = 50


class Navigator(QObject):
    """Makes each page when it is first entered, or ahead of that, and keeps it.

    Attributes:
        specs: the pages the role may open, by id.

    Signals:
        made(Page): a page was made; before it is entered for the first time.
        entered(Page): another place is shown.
    """

    made = Signal(object)
    entered = Signal(object)

    def __init__(
        self, specs: Iterable[PageSpec], stack: QStackedWidget, context: PageContext, parent: QObject
    ) -> None:
        """Show pages in ``stack``; none yet."""
        super().__init__(parent)
        self.specs = {spec.id: spec for spec in specs}
        # Made where they will stand: a page that moves there with all in it is dressed twice.
        self._stack, self._context = stack, replace(context, stage=stack)
        self._pages: dict[str, Page] = {}
        self._ready: dict[str, Page] = {}
        self._behind: list[Route] = []
        self._ahead: list[Route] = []
        self._here = ""

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

    def pages(self) -> tuple[Page, ...]:
        """Every page entered so far."""
        return tuple(self._pages.values())

    def has(self, page_id: str) -> bool:
        """Whether the page is made."""
        return page_id in self._pages or page_id in self._ready

    def is_ready(self, page_id: str) -> bool:
        """Whether the page is made and nobody has entered it yet."""
        return page_id in self._ready

    def drop_ready(self, page_id: str) -> None:
        """Unmake a page nobody has entered: nothing was typed there."""
        page = self._ready.pop(page_id, None)
        if page is not None:
            self._stack.removeWidget(page)
            page.deleteLater()

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
        """Open a place; what is typed and not saved is asked about first."""
        self.leave_then(partial(self._enter_new, route))

    def back(self) -> None:
        """The place before this one."""
        if self._behind:
            self.leave_then(self._enter_behind)

    def forward(self) -> None:
        """The place ``back`` came from."""
        if self._ahead:
            self.leave_then(self._enter_ahead)

    def leave_then(self, go: Callable[[], None]) -> None:
        """Call ``go`` when the page shown may be left."""
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

    def _enter_new(self, route: Route) -> None:
        place = self._place()
        if place is not None and place != route:
            self._behind = [*self._behind, place][-MOST_BEHIND:]
            self._ahead.clear()
        self._enter(route)

    def _enter_behind(self) -> None:
        place = self._place()
        if place is not None:
            self._ahead.append(place)
        self._enter(self._behind.pop())

    def _enter_ahead(self) -> None:
        place = self._place()
        if place is not None:
            self._behind.append(place)
        self._enter(self._ahead.pop())

    def _enter(self, route: Route) -> None:
        page = self._pages.get(route.page) or self._make(route.page)
        self._here = route.page
        self._stack.setCurrentWidget(page)
        page.open(route)
        if (page.route.page, page.route.record) != (route.page, route.record):
            page.route = route
        self.entered.emit(page)

    def _make(self, page_id: str) -> Page:
        page = self._ready.pop(page_id) if page_id in self._ready else self._made(page_id)
        self._pages[page_id] = page
        self.made.emit(page)
        return page

    def _made(self, page_id: str) -> Page:
        page = self.specs[page_id].make(self._context)
        page.setObjectName(page_id)
        self._stack.addWidget(page)
        return page
