"""Whose hands write the fiction: the account of a role acts, the account of another one signs with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from facility_app.app import outside
from facility_app.app.demo.clock import DemoClock
from facility_app.app.demo.users import NAMES
from facility_app.db.database import Database
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor, Role, system_actor
from facility_app.modules.access.domain import Countersign
from facility_app.modules.access.queries import find_account


def actor_of(database: Database, role: Role) -> Actor:
    """The account of a role, at this machine."""
    device = outside.device_name()
    with database.read(system_actor(device)) as uow:
        account = find_account(uow, NAMES[role])
    if account is None:
        message = f"the demo has no account of role {role}"
        raise LookupError(message)
    return Actor(account.user_id, account.roles, device)


@dataclass(slots=True)
class Hands:
    """The accounts of the demo, each asked for once."""

    database: Database
    clock: DemoClock
    _known: dict[Role, Actor] = field(default_factory=dict)

    def of(self, role: Role) -> Actor:
        """Who acts in a role."""
        if role not in self._known:
            self._known[role] = actor_of(self.database, role)
        return self._known[role]

    @contextmanager
    def by(self, role: Role) -> Iterator[UnitOfWork]:
        """What an account of a role writes, kept at the end."""
        with self.database.write(self.of(role)) as uow:
            yield uow
            uow.commit()

    def agreed(self, uow: UnitOfWork, verb: str, role: Role) -> Countersign:
        """A second person agrees to a verb just now.

        Nobody is asked for a password: that work of the machine is no part of the story.
        """
        second = self.of(role)
        return Countersign(
            uow.new_id(), verb, uow.actor.user_id, second.user_id, NAMES[role], second.roles, uow.now
        )
