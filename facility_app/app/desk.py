"""What the screens work at: the open file and whoever is signed in, without a word of SQL."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from facility_app.db.anchor import Mark
from facility_app.db.database import Database, interrupt_of
from facility_app.db.notes import Notes
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor
from facility_app.modules.access.service import under_break_glass

T = TypeVar("T")


class Desk:
    """The ``Workplace`` of the kit over a real file.

    Attributes:
        actor: who is signed in; a fast user switch makes a new desk over the same file.
        database: the open file.
    """

    def __init__(self, database: Database, actor: Actor) -> None:
        """Sit down at an open file."""
        self.actor = actor
        self.database = database

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
