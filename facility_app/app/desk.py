"""What the screens work at: the open file and whoever is signed in, without a word of SQL."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TypeVar

from facility_app.db.anchor import Mark
from facility_app.db.database import Database, interrupt_of
from facility_app.db.folder import DataFolder
from facility_app.db.notes import Notes
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor
from facility_app.modules.access.service import under_break_glass

T = TypeVar("T")


class Desk:
    """The ``Workplace`` of the kit over a real file; a fast user switch makes a new desk over the same file.

    Lending comes from the thread of the windows, units of work begin on others: between them stands a lock.

    Attributes:
        database: the open file.
    """

    def __init__(self, database: Database, actor: Actor) -> None:
        """Sit down at an open file."""
        self.database = database
        self._own = self._now = actor
        self._turn = Lock()

    @property
    def actor(self) -> Actor:
        """Who decides from the next unit of work on: whoever is signed in, with what is lent to them."""
        with self._turn:
            return self._now

    @property
    def folder(self) -> DataFolder:
        """The folder the file lies in."""
        return DataFolder(self.database.path.parent)

    def lend(self, actor: Actor) -> None:
        """Go on with what an emergency lends to whoever sits here.

        Raises:
            ValueError: it was lent to somebody else.
        """
        if actor.user_id != self._own.user_id:
            message = "what is lent to somebody else is not theirs who sit here"
            raise ValueError(message)
        with self._turn:
            self._now = actor

    def give_back(self) -> None:
        """Go on without anything lent."""
        with self._turn:
            self._now = self._own

    @contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        """A reading unit of work."""
        with self.database.read(self.actor) as uow:
            yield uow

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        """The unit of work of one decision; the runner commits."""
        # What is done with a lent right names the emergency it was lent for.
        with self.database.write(self.actor) as uow, under_break_glass(uow):
            yield uow

    def anchored(self) -> Mark | None:
        """What is remembered of the file outside it; asked before the snapshot it is held against is taken."""
        return self.database.anchor.read()

    def stopper(self, uow: UnitOfWork) -> Callable[[], None]:
        """What stops the statement ``uow`` runs; from any thread."""
        return interrupt_of(uow.session.connection())

    def jot(self, work: Callable[[Notes], T]) -> T:
        """Local notes: drafts, columns, pins."""
        return self.database.jot(self.actor, work)
