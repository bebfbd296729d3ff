"""The tour: every page in its states, light, dark, large and in English, as pictures somebody can look through.

It also looks by itself: nothing may be clipped, and no label may lack its English.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from typing_extensions import override

from facility_app.app import outside, pages
from facility_app.app.bootstrap import open_database
from facility_app.app.demo.users import PASSWORD, USERS
from facility_app.app.desk import Desk
from facility_app.app.start import Password, enter
from facility_app.app.window.program import dress, english
from facility_app.db.database import Database
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import DEFAULT_KDF, KdfParams
from facility_app.kernel.actor import ROLE_LABELS, Actor, system_actor
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.access.queries import find_account
from facility_app.modules.catalogues.queries import list_parameter_ids
from facility_app.modules.residents.queries.people import list_resident_ids
from facility_app.modules.staff.queries import list_staff_ids
from facility_app.ui.forms.draft_store import RunnerDrafts
from facility_app.ui.i18n import WordsTranslator, tr
from facility_app.ui.lists.memory import PassingMemory
from facility_app.ui.shell.spec import PageSpec, Route
from facility_app.ui.shell.window import Furnishing, Shell
from facility_app.ui.tasks import Runner
from facility_app.ui.theme import Theme

SCREEN = (1366, 768)
SETTLING_MS = 60
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


class WatchedWords(WordsTranslator):
    """English that remembers what it was asked for and did not have."""

    def __init__(self, entries: dict[tuple[str, str], str], parent: QApplication) -> None:
        """Take the catalogue."""
        super().__init__(entries, parent)
        self._known = entries
        self.missing: set[tuple[str, str]] = set()

    @override
    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if (context, sourceText) not in self._known and not sourceText.isascii():
            self.missing.add((context, sourceText))
        return super().translate(context, sourceText, disambiguation, n)


@dataclass(slots=True)
class Seen:
    """What the tour saw.

    Attributes:
        pictures: in the order taken.
        clipped: picture and text of what did not fit.
        untranslated: labels without English.
    """

    pictures: list[Path] = field(default_factory=list)
    clipped: list[str] = field(default_factory=list)
    untranslated: set[tuple[str, str]] = field(default_factory=set)


def take_tour(folder: DataFolder, state_dir: Path, out: Path, params: KdfParams = DEFAULT_KDF) -> list[Path]:
    """Take the pictures of a demo's pages into ``out``; answers their paths."""
    return look_around(folder, state_dir, out, params).pictures


def look_around(
    folder: DataFolder,
    state_dir: Path,
    out: Path,
    params: KdfParams = DEFAULT_KDF,
    app: QApplication | None = None,
    variants: tuple[Variant, ...] = VARIANTS,
) -> Seen:
    """Open every page of a demo in every look and state.

    Args:
        folder: a demo's data folder.
        state_dir: the user's state folder.
        out: where the pictures go; made when absent.
        params: work of a key slot.
        app: Qt's application; its own unless there is one.
        variants: the looks.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out.mkdir(parents=True, exist_ok=True)
    application = app or QApplication([])
    theme = dress(application)
    seen = Seen()
    entered = enter(folder, Password(USERS[0].name, PASSWORD), state_dir, params)
    with closing(open_database(folder, entered, state_dir)) as database:
        for variant in variants:
            with _spoken(application, variant, seen):
                theme.set(dark=variant.is_dark, scale=variant.scale)
                _look_at_all(_Camera(theme, database, out, variant, seen))
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


@dataclass(slots=True)
class _Camera:
    theme: Theme
    database: Database
    out: Path
    variant: Variant
    seen: Seen

    def take(self, widget: QWidget, name: str) -> None:
        """One picture, and a look whether anything does not fit."""
        path = self.out / f"{name}-{self.variant.name}.png"
        widget.grab().save(str(path))
        self.seen.pictures.append(path)
        self.seen.clipped += [f"{path.name}: {text}" for text in clipped(widget)]


def _look_at_all(camera: _Camera) -> None:
    for user in USERS:
        actor = _actor(camera.database, user.name)
        mine = [spec for spec in pages.PAGES if spec.is_open_to(actor) and _first_to_see(spec) == user.name]
        if mine:
            _look_as(camera, actor, user.name, mine)


def _first_to_see(spec: PageSpec) -> str:
    """The first account of the demo that may open a page: each is pictured once."""
    wanted = spec.permission
    return next((user.name for user in USERS if wanted is None or user.role in wanted.roles), "")


def _look_as(camera: _Camera, actor: Actor, name: str, mine: list[PageSpec]) -> None:
    for state, place in _places(Desk(camera.database, actor)):
        runner = Runner(place)
        shell = _shell(camera, runner, actor, name)
        shell.resize(*SCREEN)
        shell.show()
        for spec in mine:
            record = _record(camera.database, spec)
            if record is None:
                continue
            shell.go(Route(spec.id, record))
            _wait(LOADING_MS if state == "loading" else SETTLING_MS, runner if state != "loading" else None)
            # Once more: what was answered last still has to be laid out.
            _wait(SETTLING_MS, None)
            camera.take(shell, f"{spec.id}-{state}")
        if isinstance(place, _HeldDesk):
            place.release()
        shell.close_at_once()
        runner.close()
        shell.deleteLater()
        _wait(0, None)


def _shell(camera: _Camera, runner: Runner, actor: Actor, name: str) -> Shell:
    roles = ", ".join(tr(ROLE_LABELS[role]) for role in sorted(actor.roles))
    return Shell(
        Furnishing(
            runner,
            actor,
            f"{name} · {roles}",
            camera.theme,
            outside.SystemClock(),
            pages.PAGES,
            pages.HOME,
            PassingMemory(),
            RunnerDrafts(runner),
        )
    )


def _places(desk: Desk) -> Iterator[tuple[str, Any]]:
    """The states a page is looked at in, each with the workplace that brings it about."""
    yield "content", desk
    yield "loading", _HeldDesk(desk)
    yield "error", _BrokenDesk(desk)


class _HeldDesk(Desk):
    """A slow disk: nothing is answered before ``release``."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.database, desk.actor)
        self._go = Event()

    def release(self) -> None:
        """Answer now."""
        self._go.set()

    @override
    @contextmanager
    def read(self) -> Iterator[Any]:
        self._go.wait()
        with super().read() as uow:
            yield uow


class _BrokenDesk(Desk):
    """A disk that fails."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.database, desk.actor)
        self.is_broken = True

    @override
    @contextmanager
    def read(self) -> Iterator[Any]:
        if self.is_broken:
            raise EnvironmentFault("disk_fault", BROKEN)
        with super().read() as uow:
            yield uow


BROKEN = label(
    "errors",
    "Ổ đĩa báo lỗi, chưa ghi được gì. Hãy kiểm tra ổ đĩa, sao lưu ra ổ khác (lệnh backup now --to) rồi làm lại.",
)


def _record(database: Database, spec: PageSpec) -> str | None:
    """A record for pages that show one; None for a page whose record the demo lacks."""
    if spec.section is not None or spec.id not in RECORDS:
        return ""
    with database.read(system_actor(outside.device_name())) as uow:
        return RECORDS[spec.id](uow)


def _first_resident(uow: Any) -> str | None:
    return next(iter(list_resident_ids(uow, Look())), None)


def _first_parameter(uow: Any) -> str | None:
    return next(iter(list_parameter_ids(uow, Look())), None)


def _first_member(uow: Any) -> str | None:
    return next(iter(list_staff_ids(uow, Look())), None)


RECORDS: dict[str, Callable[[Any], str | None]] = {
    "residents.person": _first_resident,
    "catalogues.parameter": _first_parameter,
    "staff.person": _first_member,
}


def _actor(database: Database, name: str) -> Actor:
    device = outside.device_name()
    with database.read(system_actor(device)) as uow:
        account = find_account(uow, name)
    if account is None:
        message = f"the demo has no account {name}"
        raise LookupError(message)
    return Actor(account.user_id, account.roles, device)


def _wait(least_ms: int, runner: Runner | None) -> None:
    """Let the window work: at least so long, and until nothing is under way."""
    loop = QEventLoop()
    QTimer.singleShot(least_ms, loop.quit)
    loop.exec()
    if runner is not None and runner.is_busy:
        waiting = QEventLoop()
        runner.busy_changed.connect(partial(_quit_when_idle, waiting))
        QTimer.singleShot(PATIENCE_MS, waiting.quit)
        waiting.exec()
        _wait(SETTLING_MS, None)


def _quit_when_idle(loop: QEventLoop, is_busy: bool) -> None:
    if not is_busy:
        loop.quit()


def clipped(widget: QWidget) -> list[str]:
    """Texts of labels and buttons that do not fit where they stand."""
    found = []
    for one in widget.findChildren(QLabel) + widget.findChildren(QPushButton):
        if not one.isVisibleTo(widget) or not one.text() or one.visibleRegion().isEmpty():
            continue
        if isinstance(one, QLabel) and (one.wordWrap() or hasattr(one, "whole_text")):
            continue
        if one.minimumSizeHint().width() > one.width() + 1:
            found.append(one.text())
    return found
