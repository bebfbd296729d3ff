"""Stand-ins for threads and for the file: work that waits until the test lets it go, and a workplace in memory."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.change import Change
from facility_app.ui.tasks import Lanes, Runner

T = TypeVar("T")
ACTOR = Actor("user", frozenset({Role.INTAKE}), "desk")


@dataclass
class HeldLane:
    """A lane whose work is done when the test says so, on the test's own thread."""

    waiting: list[Callable[[], None]] = field(default_factory=list)

    def start(self, work: Callable[[], None]) -> None:
        """Keep it."""
        self.waiting.append(work)

    def step(self, number: int = 0) -> None:
        """Do the ``number``-th of what waits."""
        self.waiting.pop(number)()

    def step_elsewhere(self) -> None:
        """Do the first on another thread: what comes of it waits for the event loop."""
        thread = threading.Thread(target=self.waiting.pop(0))
        thread.start()
        thread.join()

    def close(self) -> None:
        """Do what is left, as a lane of threads would."""
        while self.waiting:
            self.step()


@dataclass
class PlainWork:
    """A unit of work that only counts."""

    touched: set[tuple[str, str]] = field(default_factory=set)
    commits: int = 0
    trouble: Exception | None = None
    change: Change = field(default_factory=partial(Change, frozenset()))

    def commit(self) -> None:
        """Count, and know the change; afterwards fail when told to."""
        self.commits += 1
        self.change = Change(frozenset(self.touched))
        if self.trouble is not None:
            raise self.trouble


@dataclass
class MemoryPlace:
    """A workplace that opens plain units of work and remembers them."""

    actor: Actor = ACTOR
    units: list[PlainWork] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)
    next_unit: PlainWork | None = None
    notes: dict[str, object] = field(default_factory=dict)
    stops: list[str] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def read(self) -> Iterator[PlainWork]:
        """A unit that is never committed."""
        yield self._open()

    @contextmanager
    def write(self) -> Iterator[PlainWork]:
        """A unit of one decision."""
        yield self._open()

    def jot(self, work: Callable[[Any], T]) -> T:
        """Notes are a dictionary."""
        self.threads.add(threading.get_ident())
        return work(self.notes)

    def stopper(self, _uow: object) -> Callable[[], None]:
        """Note that a read was stopped."""
        return self._stop

    def _stop(self) -> None:
        self.stops.append("stopped")
        self.stopping.set()

    def _open(self) -> PlainWork:
        unit, self.next_unit = self.next_unit or PlainWork(), None
        self.units.append(unit)
        self.threads.add(threading.get_ident())
        return unit


@dataclass
class Held:
    """A runner on three held lanes."""

    runner: Runner
    place: MemoryPlace
    reads: HeldLane
    writes: HeldLane
    jobs: HeldLane


def held_runner(parent: QObject | None = None) -> Held:
    """A runner whose work waits for the test."""
    place, reads, writes, jobs = MemoryPlace(), HeldLane(), HeldLane(), HeldLane()
    return Held(Runner(place, parent, lanes=Lanes(reads, writes, jobs)), place, reads, writes, jobs)


@dataclass
class Heard:
    """Everything a screen was told, in order."""

    told: list[Any] = field(default_factory=list)

    def success(self, answer: object) -> None:
        """An answer."""
        self.told.append(answer)

    def failure(self, failure: object) -> None:
        """A failure."""
        self.told.append(failure)

    def end(self) -> None:
        """The end."""
        self.told.append("end")

    def change(self, change: Change, initiator: QObject | None) -> None:
        """A change and who made it."""
        self.told.append((change, initiator))
