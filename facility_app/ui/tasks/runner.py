"""Everything a screen waits for goes through here, off the thread of the windows, and comes back on it."""

import sys
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary, WeakSet

from PySide6.QtCore import QMetaMethod, QObject, QTimer, Signal, SignalInstance, Slot
from typing_extensions import override

from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.ui.tasks.failure import Failure, failure_of
from facility_app.ui.tasks.lanes import Lane, Lanes, inline_lanes, thread_lanes
from facility_app.ui.tasks.ticket import Kind, Progress, Step, StoppedError, Ticket
from facility_app.ui.tasks.tidy import GarbageKeeper
from facility_app.ui.tasks.workplace import StopsReads, Workplace

T = TypeVar("T")
UNFINISHED = "saved_but_unfinished"
PATIENCE_S = 2.0
"""How long the window stands still for a note that must be on the disk before the next is begun."""
"""The code of a commit that stands while a step after it does not."""


class Op(Generic[T]):
    """Something to ask for: say who hears the answer, then ``run`` it. Runs once."""

    def __init__(self, ticket: Ticket, start: Callable[[Ticket], None]) -> None:
        """Made by the Runner."""
        self._ticket = ticket
        self._start = start

    def success(self, callback: Callable[[T], None]) -> "Op[T]":
        """Call ``callback`` with the answer, on the thread of the windows."""
        self._ticket.on_success.append(callback)
        return self

    def failure(self, callback: Callable[[Failure], None]) -> "Op[T]":
        """Call ``callback`` when it was refused or went wrong; without one, ``Runner.unheard`` tells it."""
        self._ticket.on_failure.append(callback)
        return self

    def progress(self, callback: Callable[[Step], None]) -> "Op[T]":
        """Call ``callback`` while a job goes on, some twenty times a second at most."""
        self._ticket.on_progress.append(callback)
        return self

    def ended(self, callback: Callable[[], None]) -> "Op[T]":
        """Call ``callback`` after the answer or the failure was told; not when it was cancelled."""
        self._ticket.on_end.append(callback)
        return self

    def run(self) -> Ticket:
        """Begin."""
        self._start(self._ticket)
        return self._ticket


class Runner(QObject):
    """Runs what screens ask for: queries on reading threads, commands on the one writer, jobs beside both.

    Answers come back on this object's thread, one per turn of the event loop. A destroyed owner hears nothing;
    what it wrote stays written, is told by ``changed``, and a refusal of it by ``unheard``.

    Signals:
        changed(Change, QObject | None): after every commit; who asked for it, if it is still there.
        busy_changed(bool): something is under way, or nothing is any more.
        fault(Failure): the program itself is at fault; told beside the callback. Unconnected: ``sys.excepthook``.
        unfinished(BaseException): saved, but a step after the commit broke; told beside the callback.
        unheard(Failure): a refusal nobody asked to hear of. Unconnected: ``sys.excepthook``.
    """

    changed = Signal(object, object)
    busy_changed = Signal(bool)
    fault = Signal(object)
    unfinished = Signal(object)
    unheard = Signal(object)
    is_inline = False
    """Whether what is asked for is done when ``run`` returns, as in tests of widgets."""
    _landed = Signal()
    _stepped = Signal(object, object)

    def __init__(self, workplace: Workplace, parent: QObject | None = None, *, lanes: Lanes | None = None) -> None:
        """Work at ``workplace``; ``close`` before it is gone.

        Args:
            workplace: the file and who is signed in; may be replaced when another signs in.
            parent: Qt's owner.
            lanes: the threads; its own unless told.
        """
        super().__init__(parent)
        self.workplace = workplace
        self._lanes = lanes or thread_lanes()
        self._tidy = GarbageKeeper(self) if lanes is None else None
        if self._tidy is not None:
            self._tidy.begin()
        self._under_way: set[Ticket] = set()
        self._answers: deque[Ticket] = deque()
        self._latest: WeakKeyDictionary[QObject, dict[str, Ticket]] = WeakKeyDictionary()
        self._watched: WeakSet[QObject] = WeakSet()
        self._is_retired = False
        self._giving = QTimer(self)
        self._giving.setSingleShot(True)
        self._giving.timeout.connect(self._give)
        self._landed.connect(self._on_landed)
        self._stepped.connect(self._on_stepped)

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._under_way)

    @property
    def is_writing(self) -> bool:
        """Whether a command or a note waits or is under way: what closing has to wait for."""
        return any(ticket.kind is Kind.WRITE for ticket in self._under_way)

    def query(self, owner: QObject, fn: Callable[[Any], T], *, topic: str = "") -> Op[T]:
        """Read: ``fn(uow)`` on a reading thread.

        Once it runs, an earlier query of the same owner and topic is stopped and its answer never comes; two
        queries of one owner that may be under way together need two topics.
        """
        ticket = Ticket(Kind.READ, owner)
        ticket.topic = topic
        ticket.work = partial(_read, ticket, self.workplace, fn)
        return Op(ticket, self._start_query)

    def command(self, owner: QObject, fn: Callable[[Any], T]) -> Op[T]:
        """Decide: ``fn(uow)`` on the writer's thread, in one unit of work that is committed when it returns."""
        ticket = Ticket(Kind.WRITE, owner)
        ticket.work = partial(_write, ticket, self.workplace, fn)
        return Op(ticket, partial(self._start, self._lanes.writes))

    def jot(self, owner: QObject, fn: Callable[[Any], T]) -> Op[T]:
        """Note: ``fn(notes)`` on the writer's thread; drafts, columns, pins."""
        ticket = Ticket(Kind.WRITE, owner)
        ticket.work = partial(_jot, self.workplace, fn)
        return Op(ticket, partial(self._start, self._lanes.writes))

    def job(self, owner: QObject, fn: Callable[[Progress], T]) -> Op[T]:
        """Make: ``fn(progress)`` on a thread for documents, exports and backups; it has no unit of work."""
        ticket = Ticket(Kind.JOB, owner)
        ticket.work = partial(fn, Progress(ticket, self._stepped.emit))
        return Op(ticket, partial(self._start, self._lanes.jobs))

    def wait_for(self, ticket: Ticket) -> None:
        """Return when the work of ``ticket`` is done; the window stands still as long, so only where it must.

        Behind a writer that is held for long, as by an import, the window goes on after ``PATIENCE_S``.
        """
        ticket.wait_landed(PATIENCE_S)

    def retire(self) -> None:
        """Take nothing new, stop reads and jobs; writes go on. ``busy_changed(False)`` says that they are done."""
        self._is_retired = True
        for ticket in list(self._under_way):
            if ticket.kind is not Kind.WRITE:
                ticket.cancel()

    def close(self) -> None:
        """Take nothing new, wait for the writer, and give the answers that came."""
        self.retire()
        self._lanes.close()
        self._giving.stop()
        while self._answers:
            self._deliver(self._answers.popleft())
        if self._tidy is not None:
            self._tidy.end()
            self._tidy = None

    def _start_query(self, ticket: Ticket) -> None:
        owner = ticket.owner
        if owner is not None:
            latest = self._latest.setdefault(owner, {})
            earlier = latest.get(ticket.topic)
            if earlier is not None:
                earlier.cancel()
            latest[ticket.topic] = ticket
        self._start(self._lanes.reads, ticket)

    def _start(self, lane: Lane, ticket: Ticket) -> None:
        if self._is_retired:
            ticket.land(None, _closing())
            self._deliver(ticket)
            return
        self._watch(ticket.owner)
        self._under_way.add(ticket)
        if len(self._under_way) == 1:
            self.busy_changed.emit(True)
        lane.start(partial(self._work, ticket))

    def _watch(self, owner: QObject | None) -> None:
        if owner is not None and owner not in self._watched:
            owner.destroyed.connect(self._on_owner_destroyed)
            self._watched.add(owner)

    def _work(self, ticket: Ticket) -> None:
        """On the working thread: do it and hand the outcome over, whatever it is."""
        answer, caught = None, None
        work = ticket.work
        if work is not None and ticket.begin():
            try:
                answer = work()
            except BaseException as error:  # noqa: BLE001 - nothing raised on a thread may be lost
                caught = error
        del work
        ticket.land(answer, caught)
        self._land(ticket)

    def _land(self, ticket: Ticket) -> None:
        self._answers.append(ticket)
        self._landed.emit()

    def _deliver(self, ticket: Ticket) -> None:
        self._under_way.discard(ticket)
        try:
            self._tell(ticket)
        finally:
            owner = ticket.owner
            self._forget(owner, ticket)
            if ticket.change.records:
                self.changed.emit(ticket.change, owner)
            if not self._under_way:
                self.busy_changed.emit(False)

    def _forget(self, owner: QObject | None, ticket: Ticket) -> None:
        ticket.finish()
        latest = self._latest.get(owner, {}) if owner is not None else {}
        if latest.get(ticket.topic) is ticket:
            del latest[ticket.topic]

    def _tell(self, ticket: Ticket) -> None:
        # A copy: what is told may destroy the owner, and with it who else was to hear.
        is_heard = not ticket.is_dropped and ticket.owner is not None
        ended = list(ticket.on_end) if is_heard else []
        if ticket.error is not None:
            self._tell_failure(ticket, list(ticket.on_failure) if is_heard else [])
        elif is_heard:
            for callback in list(ticket.on_success):
                callback(ticket.answer)
        for end in ended:
            end()

    def _tell_failure(self, ticket: Ticket, callbacks: list[Callable[[Failure], None]]) -> None:
        error = ticket.error
        if error is None or isinstance(error, StoppedError) or (ticket.is_dropped and ticket.was_stopped):
            return  # a stopped read ends with an error of the database: it is what was asked for
        failure = failure_of(error)
        if failure.code == UNFINISHED:
            self.unfinished.emit(error)
        if failure.is_fault:
            self._say(self.fault, failure)
        elif not callbacks and not (ticket.kind is Kind.READ and (ticket.is_dropped or ticket.owner is None)):
            self._say(self.unheard, failure)
        for callback in callbacks:
            callback(failure)

    def _say(self, signal: SignalInstance, failure: Failure) -> None:
        if self.isSignalConnected(QMetaMethod.fromSignal(signal)):
            signal.emit(failure)
        else:
            error = failure.error
            sys.excepthook(type(error), error, error.__traceback__)

    @Slot()
    def _on_landed(self) -> None:
        # On a busy machine several come while the window works, and all are told of in one turn: each draws
        # something, and together they would keep the keys waiting.
        if not self._giving.isActive():
            self._give()

    @Slot()
    def _give(self) -> None:
        if self._answers:
            ticket = self._answers.popleft()
            if self._answers:
                self._giving.start(0)
            self._deliver(ticket)

    @Slot(object, object)
    def _on_stepped(self, ticket: Ticket, step: Step) -> None:
        if not ticket.is_over and ticket.owner is not None:
            for callback in list(ticket.on_progress):
                callback(step)

    @Slot()
    def _on_owner_destroyed(self) -> None:
        # Python may have emptied a runner already that is garbage together with the owner.
        for ticket in list(self.__dict__.get("_under_way", ())):
            if ticket.owner is None:
                ticket.forsake()


class InlineRunner(Runner):
    """Does everything at once on the caller's thread, for tests of widgets: ``run`` returns when all is told."""

    is_inline = True

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        """Work at ``workplace``."""
        super().__init__(workplace, parent, lanes=inline_lanes())

    @override
    def _land(self, ticket: Ticket) -> None:
        # Not by signal: an assertion that fails in a callback must reach the test.
        self._deliver(ticket)


def _read(ticket: Ticket, workplace: Workplace, fn: Callable[[Any], T]) -> T:
    with workplace.read() as uow:
        if not isinstance(workplace, StopsReads):
            return fn(uow)
        with ticket.stoppable(workplace.stopper(uow)):
            return fn(uow)


def _write(ticket: Ticket, workplace: Workplace, fn: Callable[[Any], T]) -> T:
    with workplace.write() as uow:
        answer = fn(uow)
        try:
            uow.commit()
        finally:
            # Also when a step after the durable commit is refused: what is saved is told.
            ticket.change = uow.change
        return answer


def _jot(workplace: Workplace, fn: Callable[[Any], T]) -> T:
    return workplace.jot(fn)


def _closing() -> EnvironmentFault:
    return EnvironmentFault(
        "closing", label("errors", "Chương trình đang đóng nên không nhận việc mới. Hãy mở lại rồi làm tiếp.")
    )
