"""A facility whose every word about health is a token, and the accounts that go through it."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from facility_app.app.bootstrap import open_database
from facility_app.app.demo.users import NAMES, PASSWORD
from facility_app.app.pages import PAGES
from facility_app.app.start import Entered, Password, enter
from facility_app.app.window.tour_places import ARGS, RECORDS, actor_of
from facility_app.db.database import Database
from facility_app.db.driver import connect
from facility_app.db.folder import DataFolder
from facility_app.db.notes import NoteKind, Notes
from facility_app.db.settings_store import put_setting
from facility_app.kernel.actor import RECOVERY_USER, Actor, Role, system_actor
from facility_app.modules.access.service import AddUser, add_user
from facility_app.modules.medication.domain.revealing import LOOKED_AT_BY, names_digest
from facility_app.modules.medication.queries.brands import known_brands
from facility_app.modules.residents.queries.people import list_resident_rows
from facility_app.ui.shell.spec import Route
from tests.helpers.canary import (
    DRAFT,
    Planted,
    plant,
    token,
)
from tests.helpers.demo import small_demo
from tests.helpers.desk import CHEAP

R = Role
BLIND = frozenset(
    {
        R.GUARD,
        R.TEAM_OFFICER,
        R.INTAKE,
        R.CLERK,
        R.TEACHER,
        R.LABOUR,
        R.TREASURER,
        R.DISCHARGE,
        R.ADMIN,
        R.EXCHANGE,
    }
)
"""Offices outside health: no line of the table of access names them (clinical.md §7.2, §7.3)."""
OUTSIDE_HEALTH, EVERYBODY = "ngoai.y.te", "moi.vai.tro"


@dataclass
class House:
    """The facility with its tokens, open."""

    root: Path
    database: Database
    planted: Planted
    routes: tuple[Route, ...]
    closed: Path
    code: str

    def actor(self, name: str) -> Actor:
        """Who signs in with that account."""
        return actor_of(self.database, name)


def leave_drafts(notes: Notes) -> None:
    """What somebody who treats was typing on every page, and had pinned there."""
    for kind in NoteKind:
        for spec in PAGES:
            notes.put(kind, spec.id, {"text": token(DRAFT), "values": {"note": token(DRAFT)}})


@contextmanager
def house(root: Path, spared: frozenset[tuple[str, str]]) -> Iterator[House]:
    """The demo at ``root``, planted but for the columns ``spared``; one account for each side of the wall."""
    small_demo(root)
    folder = DataFolder(root / "data")
    door = enter(folder, Password(NAMES[Role.ADMIN], PASSWORD), root / "state", CHEAP)
    with closing(open_database(folder, door, root / "state")) as database:
        with database.write(Actor(RECOVERY_USER, frozenset({Role.ADMIN}), "canary")) as uow:
            add_user(uow, AddUser(OUTSIDE_HEALTH, tuple(BLIND), PASSWORD))
            add_user(uow, AddUser(EVERYBODY, tuple(Role), PASSWORD))
            uow.commit()
        shown = tuple(routes(database))
        with database.read(system_actor("canary")) as uow:
            (person,) = list_resident_rows(
                uow, [next(one.record for one in shown if one.page == "residents.person")]
            )
        code = person.code
        for other in (Role.DOCTOR, Role.NURSE):
            database.jot(actor_of(database, NAMES[other]), leave_drafts)
    connection = connect(folder.database, door.data_key)
    planted = plant(connection, spared=spared)
    connection.close()
    _take_names_as_known(folder, door, root)
    closed = root.with_name(f"{root.name}-closed")
    shutil.copytree(root, closed)
    with closing(open_database(folder, door, root / "state")) as database:
        yield House(root, database, planted, shown, closed, code)


def _take_names_as_known(folder: DataFolder, door: Entered, root: Path) -> None:
    """As a facility that was opened with these names of medicines: what is planted stays where it is planted."""
    with (
        closing(open_database(folder, door, root / "state")) as database,
        database.write(system_actor("canary")) as uow,
    ):
        with uow.act("medication.hide_allergies") as act:
            put_setting(uow, act, LOOKED_AT_BY, names_digest(known_brands(uow)))
        uow.commit()


def routes(database: Database) -> Iterator[Route]:
    """Every page, those about one record with the one that most is told about."""
    with database.read(system_actor("canary")) as uow:
        records = {page: find(uow) or "" for page, find in RECORDS.items()}
    for spec in PAGES:
        yield Route(spec.id, records.get(spec.id, ""), ARGS.get(spec.id, {}))
