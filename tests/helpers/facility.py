"""A facility with real tables in a real file, and key slots that only write down what they are asked for."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from facility_app.db.database import Database
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.spec import ModuleSpec
from facility_app.modules.access.service import AddUser, add_user
from tests.helpers.begun import begun_file
from tests.helpers.probe import VaultFile
from tests.helpers.slots import RecordedSlots

DEVICE = "may-truc-1"


@dataclass
class Facility:
    """An open file with one administrator, "Quản Trị"."""

    file: VaultFile
    database: Database
    slots: RecordedSlots
    admin: Actor

    def actor(self, *roles: Role) -> Actor:
        """The administrator's account with other roles."""
        return Actor(self.admin.user_id, frozenset(roles), DEVICE)


def founded(folder: Path, modules: Iterable[ModuleSpec] = ()) -> Iterator[Facility]:
    """Make it, hand it over, close it; ``modules`` answer, follow events and have settings there."""
    slots = RecordedSlots()
    file, admin = begun_file(folder, _administrator, key_slots=slots, modules=tuple(modules))
    with closing(file.database()) as database:
        yield Facility(file, database, slots, admin)


def _administrator(database: Database) -> Actor:
    with database.write(Actor("system", frozenset(), DEVICE)) as uow:
        made = add_user(uow, AddUser("Quản Trị", ("ADMIN",), "mật khẩu dài")).user
        uow.commit()
    return Actor(made.user_id, made.roles, DEVICE)
