"""The threads work is done on: one that writes, two that read, two for documents."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

READERS = 2
JOBBERS = 2


class Lane(Protocol):
    """Does work in the order it was given, on as many threads as it has."""

    def start(self, work: Callable[[], None]) -> None:
        """Do ``work`` when its turn comes; it raises nothing."""
        ...

    def close(self) -> None:
        """Take no more work and wait until all that was given is done."""
        ...


class ThreadLane:
    """A lane of ``width`` threads of its own; with one thread, work never overlaps."""

    def __init__(self, name: str, width: int) -> None:
        """Start no thread yet; ``name`` is what a debugger shows."""
        self._threads = ThreadPoolExecutor(width, thread_name_prefix=name)

    def start(self, work: Callable[[], None]) -> None:
        """Queue ``work``."""
        self._threads.submit(work)

    def close(self) -> None:
        """Wait for the queue to run empty and the threads to end."""
        self._threads.shutdown(wait=True)


class InlineLane:
    """Does the work at once, on the caller's thread."""

    def start(self, work: Callable[[], None]) -> None:
        """Do it now."""
        work()

    def close(self) -> None:
        """Nothing is ever left."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """The three lanes of a Runner.

    Attributes:
        reads: queries; several at a time.
        writes: commands and notes; one at a time.
        jobs: documents, exports, backups.
    """

    reads: Lane
    writes: Lane
    jobs: Lane

    def close(self) -> None:
        """Close all three."""
        self.reads.close()
        self.jobs.close()
        self.writes.close()


def thread_lanes() -> Lanes:
    """Lanes on threads, as a window needs them."""
    return Lanes(ThreadLane("read", READERS), ThreadLane("write", 1), ThreadLane("job", JOBBERS))


def inline_lanes() -> Lanes:
    """Lanes that do everything at once."""
    return Lanes(InlineLane(), InlineLane(), InlineLane())
