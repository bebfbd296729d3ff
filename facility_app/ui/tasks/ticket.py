"""One thing a screen asked for, from the asking to the answer; known to both threads, so it keeps a lock."""

import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from facility_app.kernel.change import Change
from facility_app.kernel.labels import Label
from facility_app.ui.tasks.failure import Failure

STEP_SECONDS = 0.05
"""A job tells its progress at most this often: each telling is an event of the window."""


class Kind(Enum):
    """What was asked for."""

    READ = auto()
    WRITE = auto()
    JOB = auto()


class Stage(Enum):
    """How far it is; stages only move down this list."""

    WAITING = auto()
    RUNNING = auto()
    ANSWERED = auto()
    OVER = auto()


class StoppedError(Exception):
    """The user stopped the work; nobody is told."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a job is.

    Attributes:
        done: parts done.
        total: parts in all; None when nobody knows.
        words: what it is doing.
    """

    done: int
    total: int | None = None
    words: Label | None = None


class Ticket:
    """Something under way. Keep it to ``cancel``; dropping it cancels nothing.

    Attributes:
        kind: read, write or job.
        topic: what a query is about; a later one of its owner takes its place.
        answer: what came back, once it did.
        error: what was raised instead.
        change: what its commit changed.
    """

    def __init__(self, kind: Kind, owner: QObject) -> None:
        """Something ``owner`` asks for; it is waiting."""
        self.kind = kind
        self.topic = ""
        self.answer: Any = None
        self.error: BaseException | None = None
        self.change = Change(frozenset())
        self.work: Callable[[], Any] | None = None
        self.on_success: list[Callable[[Any], None]] = []
        self.on_failure: list[Callable[[Failure], None]] = []
        self.on_progress: list[Callable[[Step], None]] = []
        self.on_end: list[Callable[[], None]] = []
        self._owner = weakref.ref(owner)
        self._lock = threading.Lock()
        self._stage = Stage.WAITING
        self._is_dropped = False
        self._was_stopped = False
        self._stop: Callable[[], None] | None = None
        self._landed = threading.Event()

    @property
    def owner(self) -> QObject | None:
        """Who asked, while it lives."""
        owner = self._owner()
        return owner if owner is not None and isValid(owner) else None

    @property
    def is_over(self) -> bool:
        """Whether the answer was given, or will never be."""
        return self._is_dropped or self._stage is Stage.OVER

    @property
    def is_dropped(self) -> bool:
        """Whether nobody waits for the answer any more."""
        return self._is_dropped

    @property
    def was_stopped(self) -> bool:
        """Whether it was stopped half-way, so that an error of it means nothing."""
        return self._was_stopped

    def cancel(self) -> bool:
        """Ask for no answer; a read under way is stopped, what still waits is never begun.

        Returns:
            Whether it was in time. A write under way is not cancelled, and its answer comes.
        """
        with self._lock:
            if self.is_over or (self.kind is Kind.WRITE and self._stage is not Stage.WAITING):
                return False
            self._drop()
            return True

    def forsake(self) -> None:
        """Whoever asked is gone: stop a read, let a write go on, call nobody back."""
        with self._lock:
            if self.kind is Kind.READ and self._stage is not Stage.OVER:
                self._drop()
        self._forget_callers()

    def begin(self) -> bool:
        """Called by the working thread: whether there is still something to do."""
        with self._lock:
            if self._is_dropped:
                return False
            self._stage = Stage.RUNNING
            return True

    def land(self, answer: Any, error: BaseException | None) -> None:
        """Called by the working thread: what came of it."""
        with self._lock:
            self._stage = Stage.ANSWERED
            self.answer, self.error = answer, error
        self._landed.set()

    @property
    def has_landed(self) -> bool:
        """Whether the work is done, well or not."""
        return self._landed.is_set()

    def wait_landed(self, patience_s: float) -> bool:
        """Return when the work is done, well or not, or patience is: whether it is done.

        The answer comes later, in its turn.
        """
        return self._landed.wait(patience_s)

    def finish(self) -> None:
        """Called by the window's thread after the answer was given or dropped."""
        with self._lock:
            self._stage = Stage.OVER
        # Here, not on the working thread: what these hold may be widgets, which must die where they live.
        self.work = self.answer = self.error = None
        self._forget_callers()

    @contextmanager
    def stoppable(self, stop: Callable[[], None]) -> Iterator[None]:
        """While inside, cancelling calls ``stop``; never a moment later, when the connection is someone else's.

        Raises:
            StoppedError: it was cancelled before.
        """
        with self._lock:
            if self._is_dropped:
                raise StoppedError
            self._stop = stop
        try:
            yield
        finally:
            with self._lock:
                self._stop = None

    def check(self) -> None:
        """Go on only if it was not cancelled.

        Raises:
            StoppedError: it was.
        """
        if self._is_dropped:
            raise StoppedError

    def _drop(self) -> None:
        self._is_dropped = True
        if self._stage is Stage.RUNNING:
            self._was_stopped = True
        if self._stop is not None:
            self._stop()

    def _forget_callers(self) -> None:
        for callers in (self.on_success, self.on_failure, self.on_progress, self.on_end):
            callers.clear()


class Progress:
    """Handed to a job: where it tells how far it is, and hears that it should stop."""

    def __init__(self, ticket: Ticket, tell: Callable[[Ticket, Step], None]) -> None:
        """Tell steps of ``ticket`` to ``tell``."""
        self._ticket = ticket
        self._tell = tell
        self._told_at = -STEP_SECONDS

    def check(self) -> None:
        """Go on only if the user did not stop the job.

        Raises:
            StoppedError: clean up and let it out.
        """
        self._ticket.check()

    def tell(self, done: int, total: int | None = None, words: Label | None = None) -> None:
        """Say how far the job is; cheap enough for every row.

        Raises:
            StoppedError: as ``check``.
        """
        self._ticket.check()
        now = time.monotonic()
        if done == total or now - self._told_at >= STEP_SECONDS:
            self._told_at = now
            self._tell(self._ticket, Step(done, total, words))
