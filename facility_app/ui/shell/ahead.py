"""Pages made while nobody does anything, one small step at a time, so that the first visit finds them ready."""

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from facility_app.ui.shell.navigator import Navigator
from facility_app.ui.shell.page import Page
from facility_app.ui.tasks import Runner

REST_MS = 1500
"""So long nothing was pressed and nothing read before the next page is made."""
STEP_MS = 40
"""Between two steps, so that what comes in is heard first."""
MOST_BENEATH = 4
"""So many pages that stand in no rail wait unseen; those made first go: each is as much memory as one in use."""


class Ahead(QObject):
    """Makes the pages of the rail in their order, as many as stay made; before them those beneath the page shown.

    A page is made in three turns (built, dressed, laid out), each far shorter than the whole.
    """

    def __init__(self, navigator: Navigator, runner: Runner, parent: QObject) -> None:
        """Make nothing before ``begin``."""
        super().__init__(parent)
        self._navigator, self._runner = navigator, runner
        self._pages: deque[str] = deque()
        self._also: frozenset[str] = frozenset()
        self._near: deque[str] = deque()
        self._beneath: list[str] = []
        self._is_begun = False
        self._steps: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

        navigator.entered.connect(self._on_entered)

    def begin(self, also: Sequence[str] = ()) -> None:
        """Every page of the rail and those of ``also`` that are not there yet, from the next rest on."""
        specs = self._navigator.specs
        rail = [page_id for page_id, spec in specs.items() if spec.section is not None]
        self._pages = deque([*rail, *(page_id for page_id in also if page_id in specs)])
        self._also, self._is_begun = frozenset(also), True
        self._look_beneath()
        self._timer.start(REST_MS)

    def wait(self) -> None:
        """Somebody does something: go on when they rest."""
        if self._timer.isActive():
            self._timer.start(REST_MS)

    def end(self) -> None:
        """Make no more."""
        self._is_begun = False
        self._timer.stop()
        self._pages.clear()
        self._near.clear()
        self._steps.clear()

    def _on_entered(self, _page: Page) -> None:
        if self._is_begun:
            self._look_beneath()
            self._timer.start(REST_MS)

    def _look_beneath(self) -> None:
        """What is opened from the page shown is wanted before any page of the rail."""
        spec = self._navigator.spec
        here = "" if spec is None else spec.beneath or spec.id
        self._near = deque(
            one.id
            for one in self._navigator.specs.values()
            if here and one.section is None and one.beneath == here and one.id not in self._also
        )

    def _on_time(self) -> None:
        if self._runner.is_busy:
            self._timer.start(REST_MS)
            return
        if not self._steps:
            self._take_next()
        if self._steps:
            # Before the step: a page that cannot be made is told as any fault is, and keeps no other waiting.
            self._timer.start(STEP_MS)
            self._steps.popleft()()

    def _take_next(self) -> None:
        while self._near or self._pages:
            is_near = bool(self._near)
            if not is_near and not self._navigator.has_room:
                return
            page_id = (self._near or self._pages).popleft()
            if self._navigator.has(page_id):
                continue
            ready = self._navigator
            self._steps.extend(
                partial(step, page_id) for step in (ready.make_ready, ready.dress_ready, ready.lay_out_ready)
            )
            if is_near:
                self._keep_few(page_id)
            return

    def _keep_few(self, page_id: str) -> None:
        self._beneath = [*(one for one in self._beneath if self._navigator.is_ready(one)), page_id]
        while len(self._beneath) > MOST_BENEATH:
            self._navigator.drop_ready(self._beneath.pop(0))
