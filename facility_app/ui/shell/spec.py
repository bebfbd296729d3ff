"""Pages, parts and actions as data: what a slice offers the window, without the window knowing any noun."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

from facility_app.kernel.actor import Actor, Permission, Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label
from facility_app.kernel.ports import Clock
from facility_app.ui.forms.draft_store import DraftStore
from facility_app.ui.tasks import Runner
from facility_app.ui.theme import Theme, Tone

if TYPE_CHECKING:
    from facility_app.ui.shell.page import Page


@dataclass(frozen=True, slots=True)
class Route:
    """A place in the program.

    Attributes:
        page: the page's id.
        record: which record, where the page shows one.
        args: what else it should begin with, e.g. a filter.
    """

    page: str
    record: str = ""
    args: Mapping[str, str] = field(default_factory=dict)


class Memory(Protocol):
    """Small JSON per list or view for one user; ``get`` never waits. ``ListMemory`` of the lists is one."""

    def get(self, key: str) -> Mapping[str, object] | None:
        """What was put last under ``key``, or None."""
        ...

    def put(self, key: str, body: Mapping[str, object]) -> None:
        """Keep ``body``; a copy of it, soon."""
        ...


class Saying(Protocol):
    """Tells the user that something was done, or could not be."""

    def __call__(self, text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        """Say ``text``; ``undo`` is offered for ten minutes."""
        ...


@dataclass(frozen=True, slots=True)
class PageContext:
    """What a page works with; handed to it, never looked up.

    Attributes:
        runner: asks and decides.
        actor: who is signed in.
        theme: the look.
        clock: the time.
        go: opens another place.
        say: tells what was done.
        memory: columns, filters, views of lists.
        drafts: what was being typed.
        called: announces the name of the record shown, for the title and the list of recent ones.
        stage: where pages are shown, their owner from the first moment on; None where a page stands alone.
        show_help: opens the guide at an anchor: ``<page>#<heading>``.
    """

    runner: Runner
    actor: Actor
    theme: Theme
    clock: Clock
    go: Callable[[Route], None]
    say: Saying
    memory: Memory
    drafts: DraftStore
    called: Callable[[Route, str], None] = lambda _route, _name: None
    stage: QWidget | None = None
    show_help: Callable[[str], None] = lambda _anchor: None

    def may(self, permission: Permission | None) -> bool:
        """Whether the person signed in holds ``permission``; None is everyone's."""
        return permission is None or self.actor.may(permission)

    def today(self) -> date:
        """The day it is here, asked anew each time."""
        return local_date(self.clock.now())


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """Something a user can do here.

    Attributes:
        id: the verb's id, or a name of the page's own.
        text: a verb, with an access key where one is free.
        run: does it; takes nothing.
        icon: of the shipped pictures.
        shortcut: e.g. ``Ctrl+N``.
        permission: the right it needs; None for everyone.
        why_not: why it cannot be done now, or None when it can.
        is_dangerous: undoing it is hard.
        is_in_menu: stands behind the ⋯ even where there is room for a button.
        is_yielding: its key is left to whatever else in view has the same one; where nothing has, the page's
            own ``keyPressEvent`` hears it (``ActionBar.hear``).
        is_quiet: never loud, not even where it stands first: it leads back, or the loud button is elsewhere.
    """

    id: str
    text: Label
    run: Callable[[], None]
    icon: str = ""
    shortcut: str = ""
    permission: Permission | None = None
    why_not: Callable[[], str | None] = lambda: None
    is_dangerous: bool = False
    is_in_menu: bool = False
    is_yielding: bool = False
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page.

    Attributes:
        id: ``<slice>.<what>``.
        title: its name in rail and palette.
        section: the group of the rail it stands in; empty for a page reached only from others.
        icon: its picture.
        permission: who may open it; None for everyone.
        make: builds it.
        order: place in its section.
        shortcut: opens it from anywhere.
        help: where the guide speaks of it: ``<page>#<heading>``; empty for the guide's first page.
        beneath: id of the page of the rail it belongs to, when it stands in no section itself.
        also: other words people look for it by, for the palette; a page beneath another is found there with some.
        count: reads how much waits there, for the rail: ``count(uow)``; 0 shows nothing, more is red.
        tables: a commit that touches one of these counts again.
        daily: roles whose day is spent here: its section never folds away by itself for them.
    """

    id: str
    title: Label
    section: Label | None
    icon: str
    permission: Permission | None
    make: Callable[[PageContext], "Page"]
    order: int = 100
    shortcut: str = ""
    help: str = ""
    beneath: str = ""
    also: tuple[Label, ...] = ()
    count: Callable[[Any], int] | None = None
    tables: frozenset[str] = frozenset()
    daily: frozenset[Role] = frozenset()

    def is_open_to(self, actor: Actor) -> bool:
        """Whether ``actor`` finds it at all."""
        return self.permission is None or actor.may(self.permission)


@dataclass(frozen=True, slots=True)
class PartSpec:
    """A tab that a slice adds to a record's page.

    Attributes:
        id: ``<slice>.<what>``.
        title: the tab's name.
        permission: a tab the role may not see is not there.
        make: builds it for a record, when it is first shown.
        order: place among the tabs.
        count: reads the number beside the tab's name: ``count(uow, record_id)``; 0 shows none.
        tables: a commit that touches one of these counts again.
        help: where the guide speaks of it, while the tab is in view; empty leaves it to the page.
        prints: whether Ctrl+P prints something of every record, so that the status line may say so.
    """

    id: str
    title: Label
    permission: Permission | None
    make: Callable[[PageContext, str], QWidget]
    order: int = 100
    count: Callable[[Any, str], int] | None = None
    tables: frozenset[str] = frozenset()
    help: str = ""
    prints: bool = False


@dataclass(frozen=True, slots=True)
class ChipText:
    """A short state in a record's header.

    Attributes:
        text: the state in a word or two.
        tone: what it means.
        icon: a picture; None for the tone's own.
        why: a sentence for whoever points at it.
    """

    text: str
    tone: Tone = Tone.NEUTRAL
    icon: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class ChipSource:
    """Chips that a slice adds to a record's header.

    Attributes:
        permission: who sees them.
        ask: reads them: ``ask(uow, record_id)``.
        order: place among the chips.
        tables: a commit that touches one of these reads them again.
    """

    permission: Permission | None
    ask: Callable[[Any, str], Sequence[ChipText]]
    order: int = 100
    tables: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class StripSpec:
    """A picture that a slice adds to a record's header, under the facts: a bar of the term, for instance.

    Attributes:
        permission: who sees it.
        make: builds it for a record.
        order: place among the strips.
    """

    permission: Permission | None
    make: Callable[[PageContext, str], QWidget]
    order: int = 100


@dataclass(frozen=True, slots=True)
class VerbSpec:
    """A decision that can be begun from anywhere: the palette opens the place where it is taken.

    Attributes:
        id: the verb's id.
        text: what the user reads, a verb.
        route: the place, with what it should begin with.
        icon: its picture.
        permission: the right it needs; a verb the role may not use is not offered.
        shortcut: e.g. ``Ctrl+Shift+N``.
        also: other words people look for it by.
    """

    id: str
    text: Label
    route: Route
    icon: str = "arrow-right"
    permission: Permission | None = None
    shortcut: str = ""
    also: tuple[Label, ...] = ()
