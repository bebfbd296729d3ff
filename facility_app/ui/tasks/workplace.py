"""Where the work of a screen is done: the open file and whoever is signed in, as the kit sees them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeVar, runtime_checkable

from facility_app.kernel.actor import Actor

T = TypeVar("T")


class Workplace(Protocol):
    """What a Runner works at; ``app`` wires it to the open file and the signed-in actor.

    Every method is called on a working thread, never on the thread of the windows.
    """

    @property
    def actor(self) -> Actor:
        """Who is signed in."""
        ...

    def read(self) -> AbstractContextManager[Any]:
        """A unit of work over one snapshot of the file."""
        ...

    def write(self) -> AbstractContextManager[Any]:
        """The unit of work of one decision; the Runner commits it, once."""
        ...

    def jot(self, work: Callable[[Any], T]) -> T:
        """Read and write local notes: drafts, columns, pins; no decision, so no trail."""
        ...


@runtime_checkable
class StopsReads(Protocol):
    """A workplace that can stop a read under way."""

    def stopper(self, uow: Any) -> Callable[[], None]:
        """What stops the statement ``uow`` runs, to be called from any thread.

        Asked for on the reading thread. The Runner calls the answer only while the unit of work is open.
        """
        ...
