"""The tour: every page in its states, light, dark, large and in English, as pictures somebody can look through.

It also looks by itself: nothing may be clipped or wider than its place, and no label may lack its English.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from facility_app.app import outside, pages
from facility_app.app.bootstrap import open_database
from facility_app.app.demo.fiction import NAME
from facility_app.app.demo.users import PASSWORD, USERS
from facility_app.app.start import Password, enter
from facility_app.app.window.program import dress, english
from facility_app.app.window.session import backup_chip, roles_in_words
from facility_app.app.window.tour_look import Seen, WatchedWords, fits
from facility_app.app.window.tour_places import ARGS, Face, HeldDesk, Houses, empty_house, record_of
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import DEFAULT_KDF, KdfParams
from facility_app.kernel.actor import Actor, Role
from facility_app.ui.forms.draft_store import RunnerDrafts
from facility_app.ui.lists.memory import PassingMemory
from facility_app.ui.record_page import RecordPage
from facility_app.ui.shell.spec import PageSpec, Route
from facility_app.ui.shell.window import Furnishing, Shell
from facility_app.ui.tasks import Runner
from facility_app.ui.tasks.turns import Turns
from facility_app.ui.theme import Theme

SCREEN = (1366, 768)
SETTLING_MS, TURNS, LAST_TURNS = 15, 3, 20
LOADING_MS = 450
PATIENCE_MS = 20_000


@dataclass(frozen=True, slots=True)
class Variant:
    """One look of every page."""

    name: str
    is_dark: bool = False
    scale: float = 1.0
    lang: str = "vi"


VARIANTS = (Variant("light"), Variant("dark", is_dark=True), Variant("large", scale=1.5), Variant("en", lang="en"))


@dataclass(frozen=True, slots=True)
class Tour:
    """Who looks at what.

    Attributes:
        variants: the looks.
        faces: the states.
        specs: the pages.
    """

    variants: Sequence[Variant] = VARIANTS
    faces: Sequence[Face] = tuple(Face)
    specs: Sequence[PageSpec] = pages.PAGES

    def seen_by(self, user_name: str) -> list[PageSpec]:
        """The pages the first account is this one that may open them: each is pictured once."""
        return [spec for spec in self.specs if _first_to_see(spec) == user_name]


def take_tour(folder: DataFolder, state_dir: Path, out: Path, params: KdfParams = DEFAULT_KDF) -> Seen:
    """Take the pictures of a demo's pages into ``out``, and look at them."""
    return look_around(folder, state_dir, out, params)


def look_around(
    folder: DataFolder,
    state_dir: Path,
    out: Path,
    params: KdfParams = DEFAULT_KDF,
    app: QApplication | None = None,
    tour: Tour | None = None,
) -> Seen:
    """Open every page of a demo in every look and state.

    Args:
        folder: a demo's data folder.
        state_dir: the user's state folder.
        out: where the pictures go; made when absent.
        params: work of a key slot.
        app: Qt's application; its own unless there is one.
        tour: which pages, looks and states; all unless told.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out.mkdir(parents=True, exist_ok=True)
    application = app or QApplication([])
    theme = dress(application)
    tour, seen = tour or Tour(), Seen()
    entered = enter(folder, Password(USERS[0].name, PASSWORD), state_dir, params)
    with closing(open_database(folder, entered, state_dir)) as full, empty_house() as empty:
        for variant in tour.variants:
            with _spoken(application, variant, seen):
                theme.set(dark=variant.is_dark, scale=variant.scale)
                _Walk(theme, Houses(full, empty), out, tour, variant, seen).go()
    theme.take_off()
    return seen


@contextmanager
def _spoken(app: QApplication, variant: Variant, seen: Seen) -> Iterator[None]:
    if variant.lang == "vi":
        yield
        return
    words = WatchedWords(english(), app)
    app.installTranslator(words)
    try:
        yield
    finally:
        app.removeTranslator(words)
        seen.untranslated |= words.missing


@dataclass(frozen=True, slots=True)
class _Walk:
    """Every page in one look."""

    theme: Theme
    houses: Houses
    out: Path
    tour: Tour
    variant: Variant
    seen: Seen

    def go(self) -> None:
        """As one account after another, in one state after another."""
        for user in USERS:
            mine = self.tour.seen_by(user.name)
            for face in self.tour.faces if mine else ():
                self._look_as(user.name, face, mine)

    def _look_as(self, user: str, face: Face, mine: list[PageSpec]) -> None:
        desk = self.houses.desk(face, user)
        runner = Runner(desk)
        shell = self._shell(runner, desk.actor, user)
        routes = [
            Route(spec.id, record, ARGS.get(spec.id, {}))
            for spec in mine
            if (record := record_of(desk.database, spec)) is not None
        ]
        if isinstance(desk, HeldDesk):
            self._look_at_waiting(shell, routes)
            desk.release()
        else:
            for route in routes:
                shell.go(route)
                _settle(runner, shell)
                self._take(shell, f"{route.page}-{face}")
                if face is Face.CONTENT:
                    self._look_at_tabs(shell, runner, route)
        shell.close_at_once()
        runner.close()
        shell.deleteLater()
        _wait(0)

    def _look_at_waiting(self, shell: Shell, routes: list[Route]) -> None:
        """All wait together: each shows after a moment that it does."""
        for route in routes:
            shell.go(route)
        _wait(LOADING_MS)
        for route in routes:
            shell.go(route)
            _lay_out()
            self._take(shell, f"{route.page}-{Face.LOADING}")

    def _look_at_tabs(self, shell: Shell, runner: Runner, route: Route) -> None:
        """What the other slices say of a record."""
        page = shell.page
        if not isinstance(page, RecordPage):
            return
        for _ in range(page.tabs.count() - 1):
            page.tabs.go_next()
            _settle(runner, shell)
            self._take(shell, f"{route.page}+{page.tabs.part_id()}-{Face.CONTENT}")

    def _take(self, shell: Shell, name: str) -> None:
        # On a busy machine the last turn of a layout may still be to come; what stays cut is a fault.
        for _ in range(LAST_TURNS):
            if fits(shell):
                break
            _wait(SETTLING_MS)
        self.seen.keep(shell, self.out / f"{name}-{self.variant.name}.png")

    def _shell(self, runner: Runner, actor: Actor, name: str) -> Shell:
        shell = Shell(
            Furnishing(
                runner,
                actor,
                f"{name} · {roles_in_words(actor.roles)}",
                self.theme,
                outside.SystemClock(),
                pages.PAGES,
                pages.HOME,
                PassingMemory(),
                RunnerDrafts(runner),
                facility=NAME,
                language=self.variant.lang,
            )
        )
        # What the top bar says of a house that was never backed up.
        shell.top.show_chips([backup_chip(None, outside.SystemClock().now())])
        shell.resize(*SCREEN)
        shell.show()
        return shell


def _first_to_see(spec: PageSpec) -> str:
    """Who is pictured on a page; the administrator, who has the least to see there, after all others."""
    wanted, last = spec.permission, Role.ADMIN
    seeing = sorted(USERS, key=lambda user: user.role is last)
    return next((user.name for user in seeing if wanted is None or user.role in wanted.roles), "")


def _settle(runner: Runner, shell: Shell) -> None:
    """Let the window work until nothing is under way, and what was answered last is drawn and laid out."""
    _lay_out()
    patience = QElapsedTimer()
    patience.start()
    # By the clock, not by turns: beside other work a page is drawn in more of them.
    while patience.elapsed() < PATIENCE_MS:
        if not runner.is_busy and not _is_drawing(shell):
            return
        if not runner.is_busy:
            _lay_out()
            continue
        waiting = QEventLoop()
        runner.busy_changed.connect(partial(_quit_when_idle, waiting))
        QTimer.singleShot(PATIENCE_MS, waiting.quit)
        waiting.exec()
        # What was laid out may ask for more: a list asks for the rows it paints.
        _lay_out()


def _is_drawing(shell: Shell) -> bool:
    """Whether a page is still made or drawn in turns."""
    if shell.navigator.is_on_the_way:
        return True
    return shell.page is not None and any(one.is_drawing for one in shell.page.findChildren(Turns))


def _lay_out() -> None:
    """Several turns of the event loop: what is laid out asks for room again, and a busy machine needs them all."""
    for _ in range(TURNS):
        _wait(SETTLING_MS)


def _wait(least_ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(least_ms, loop.quit)
    loop.exec()


def _quit_when_idle(loop: QEventLoop, is_busy: bool) -> None:
    if not is_busy:
        loop.quit()
