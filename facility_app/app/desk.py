"""What the screens work at: the open file and whoever is signed in, without a word of SQL."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from facility_app.db.database import Database, interrupt_of
from facility_app.db.notes import Notes
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor

T = TypeVar("T")


class Desk:
    """The ``Workplace`` of the kit over a real file.

    Attributes:
        actor: who is signed in; a fast user switch makes a new desk over the same file.
    """

    def __init__(self, database: Database, actor: Actor) -> None:
        """Sit down at an open file."""
        self.actor = actor
        self._database = database

    @contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        """A reading unit of work."""
        with self._database.read(self.actor) as uow:
            yield uow

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        """The unit of work of one decision; the runner commits."""
        with self._database.write(self.actor) as uow:
            yield uow

    def stopper(self, uow: UnitOfWork) -> Callable[[], None]:
        """What stops the statement ``uow`` runs; from any thread."""
        return interrupt_of(uow.session.connection())

    def jot(self, work: Callable[[Notes], T]) -> T:
        """Local notes: drafts, columns, pins."""
        return self._database.jot(self.actor, work)
