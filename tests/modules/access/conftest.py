"""A facility whose accounts have the program's own settings and questions, and doors that know passwords."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from typing_extensions import override

from facility_app.app.registry import MODULES
from facility_app.db.database import Database
from facility_app.kernel.actor import Actor, Role, system_actor
from facility_app.modules.access.service import AddUser, ChangeOwnPassword, add_user, change_own_password
from tests.helpers.begun import begun_file
from tests.helpers.facility import DEVICE, Facility
from tests.helpers.slots import RecordedSlots

FIRST = "mật khẩu dài"


@dataclass
class KnownSlots(RecordedSlots):
    """Doors that open with the password last put.

    Attributes:
        tried: the names somebody gave a password for.
    """

    tried: list[str] = field(default_factory=list)

    @override
    def check(self, user_name: str, password: str) -> bool:
        """Whether it is the password last put."""
        self.tried.append(user_name)
        put = [step[2] for step in (*self.prepared, *self.done) if step[:2] == ("put", user_name)]
        return (put or [FIRST if user_name == "Quản Trị" else ""])[-1] == password


def founded(folder: Path) -> Iterator[Facility]:
    slots = KnownSlots()
    file, admin = begun_file(folder, _administrator, key_slots=slots, modules=MODULES)
    with closing(file.database()) as database:
        yield Facility(file, database, slots, admin)


def _administrator(database: Database) -> Actor:
    with database.write(system_actor(DEVICE)) as uow:
        made = add_user(uow, AddUser("Quản Trị", ("ADMIN",), FIRST)).user
        uow.commit()
    return Actor(made.user_id, made.roles, DEVICE)


@pytest.fixture
def facility(tmp_path: Path) -> Iterator[Facility]:
    """A facility of the test's own."""
    yield from founded(tmp_path)


@pytest.fixture(scope="module")
def shared_facility(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facility]:
    """One facility for the tests of a file, which all roll back."""
    yield from founded(tmp_path_factory.mktemp("facility"))


@dataclass(frozen=True)
class Staff:
    """People with accounts of their own, whose password is their name and "-mk"."""

    facility: Facility

    def hire(self, name: str, *roles: Role) -> Actor:
        """Somebody who has signed in and changed the password handed over."""
        with self.facility.database.write(self.facility.admin) as uow:
            made = add_user(uow, AddUser(name, tuple(roles), "tạm")).user
            uow.commit()
        actor = Actor(made.user_id, made.roles, DEVICE)
        with self.facility.database.write(actor) as uow:
            change_own_password(uow, ChangeOwnPassword("tạm", f"{name}-mk"))
            uow.commit()
        return actor


@pytest.fixture
def staff(facility: Facility) -> Staff:
    """People to be hired into the facility of the test."""
    return Staff(facility)
