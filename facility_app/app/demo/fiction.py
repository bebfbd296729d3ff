"""A whole fictional facility: founded for good, peopled by the verbs of the slices, the same for the same seed."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from facility_app.app import outside, registry
from facility_app.app.bootstrap import open_database
from facility_app.app.demo.absences import write_absences
from facility_app.app.demo.access import write_access
from facility_app.app.demo.calendar import write_calendar
from facility_app.app.demo.care import write_care
from facility_app.app.demo.chance import Chance
from facility_app.app.demo.clock import BEGINS_AT, ENDS_AT, DemoClock
from facility_app.app.demo.deposits import write_deposits
from facility_app.app.demo.education import write_education
from facility_app.app.demo.hands import Hands
from facility_app.app.demo.housing import write_housing, write_roll
from facility_app.app.demo.intake import write_intake
from facility_app.app.demo.labour import write_labour
from facility_app.app.demo.papers import write_papers
from facility_app.app.demo.people import People
from facility_app.app.demo.residents import write_residents
from facility_app.app.demo.sizes import Size, groups_more
from facility_app.app.demo.staff import write_staff
from facility_app.app.demo.stays import Came, write_stays
from facility_app.app.demo.tasks import write_tasks
from facility_app.app.demo.users import LEAVER, PASSWORD, USERS
from facility_app.app.demo.vocational import write_vocational
from facility_app.app.founding import Founding, found
from facility_app.app.start import Password, enter
from facility_app.db.base import Base
from facility_app.db.database import Database
from facility_app.db.digest import content_digest
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import DEFAULT_KDF, KdfParams
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import RECOVERY_USER, Actor, Role, system_actor
from facility_app.kernel.dates import local_date
from facility_app.kernel.ids import OrderedIds
from facility_app.kernel.ports import SecretMode
from facility_app.kernel.privacy import Synced
from facility_app.modules.access.service import AddUser, add_user
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.queries import get_facility, list_communes, list_provinces
from facility_app.modules.catalogues.service import EditFacility, edit_facility

NAME = "Cơ sở cai nghiện ma túy số 1 (dữ liệu giả định)"
CODE, PROVINCE = "G01.28.12", "01"
PLACE, PARENT, ABBREVIATION = "Hà Nội", "Công an thành phố Hà Nội", "CSCN1"
ADDRESS, PHONE = "số 1, đường Giả Định, Hà Nội", "02400000000"
A_LIST = 25
"""People of one list: they arrive at one moment, and are written with one decision."""
A_BATCH = 4 * A_LIST
"""People written in one transaction; one list each would cost too many waits for the disk."""


@dataclass(frozen=True, slots=True)
class DemoUser:
    """An account to try the program with."""

    user: str
    password: str = field(repr=False)
    role: str


@dataclass(frozen=True, slots=True)
class DemoMade:
    """What was made.

    Attributes:
        rows: live rows of synced tables.
        digest: content digest, equal for equal size and seed.
        seconds: how long it took.
    """

    residents: int
    stays_active: int
    rows: int
    digest: str
    seconds: float
    users: tuple[DemoUser, ...]


def make_demo(
    folder: DataFolder,
    size: Size,
    seed: int,
    state_dir: Path,
    params: KdfParams = DEFAULT_KDF,
    told: Callable[[int, int], None] = lambda _done, _all: None,
) -> DemoMade:
    """Make the facility in ``folder``, which must be new.

    Args:
        folder: the data folder.
        size: how many people.
        seed: the same seed gives the same facility.
        state_dir: the user's state folder.
        params: work of a key slot.
        told: people written so far, and of how many.
    """
    began = time.monotonic()
    chance, clock = Chance(seed), DemoClock()
    ids = OrderedIds(lambda: int(clock.at.timestamp() * 1000), chance.bytes)
    walls = outside.Walls(clock, ids, outside.random_bytes)
    with founded(folder, state_dir, params, walls) as database:
        inside = _people(database, chance, clock, size, told)
        digest, rows = _content(database)
    users = tuple(DemoUser(user.name, PASSWORD, user.role.value) for user in USERS)
    return DemoMade(size.people, inside, rows, digest, time.monotonic() - began, users)


@contextmanager
def founded(
    folder: DataFolder,
    state_dir: Path,
    params: KdfParams = DEFAULT_KDF,
    walls: outside.Walls | None = None,
    secret_mode: SecretMode | None = None,
) -> Iterator[Database]:
    """A new facility with the demo's accounts and nobody in it: no resident, no staff, no work.

    Args:
        folder: the data folder, which must be new.
        state_dir: the user's state folder.
        params: work of a key slot.
        walls: time, ids and chance; this machine's unless told.
        secret_mode: where the device secret goes; the best place there is unless told.
    """
    admin = USERS[0]
    wish = Founding(CODE, NAME, PROVINCE, UnitKind.PUBLIC, admin.name, PASSWORD, secret_mode=secret_mode)
    found(folder, wish, state_dir, params, walls=walls)
    entered = enter(folder, Password(admin.name, PASSWORD), state_dir, params)
    with closing(open_database(folder, entered, state_dir, walls)) as database:
        _add_users(database)
        yield database


def _add_users(database: Database) -> None:
    # The holder of the recovery key gives passwords that need no change at the first sign-in.
    actor = Actor(RECOVERY_USER, frozenset({Role.ADMIN}), outside.device_name())
    for user in (*USERS[1:], LEAVER):
        with database.write(actor) as uow:
            add_user(uow, AddUser(user.name, (user.role.value,), PASSWORD))
            uow.commit()


def _people(
    database: Database, chance: Chance, clock: DemoClock, size: Size, told: Callable[[int, int], None]
) -> int:
    """Everybody, with what there is to do; answers how many are inside."""
    actor = system_actor(outside.device_name())
    with database.read(actor) as uow:
        today = local_date(ENDS_AT)
        communes = [place for one in list_provinces(uow, today) for place in list_communes(uow, one.code, today)]
    people, came = People(chance, communes), list[Came]()
    for first in range(0, size.people, A_BATCH):
        last = min(first + A_BATCH, size.people)
        with database.write(actor) as uow:
            for begin in range(first, last, A_LIST):
                places = range(begin, min(begin + A_LIST, last))
                clock.at = BEGINS_AT + (ENDS_AT - BEGINS_AT) / size.people * places[-1]
                arrived = write_residents(uow, [people.next(local_date(clock.at)) for _ in places])
                came += [Came(one, local_date(clock.at)) for one in arrived]
            uow.commit()
        told(last, size.people)
    clock.at, ids = ENDS_AT + timedelta(minutes=1), [one.resident_id for one in came]
    with database.write(actor) as uow:
        _write_profile(uow)
        write_staff(uow, chance, local_date(clock.at))
        write_tasks(uow, chance, ids, local_date(clock.at))
        uow.commit()
    write_access(database, next(iter(ids), None))
    inside = write_stays(database, actor, chance, came, size.inside, [place.full_name for place in communes])
    write_housing(database, actor)
    hands, more = Hands(database, clock), groups_more(size.inside)
    write_calendar(hands, chance, more)
    write_care(hands, chance)
    write_papers(database, actor, chance)
    write_deposits(database, actor, chance)
    write_absences(database, actor, chance)
    write_vocational(database, actor, chance, more)
    write_labour(hands, chance, more)
    write_intake(database, actor, chance)
    write_education(database, actor, more)
    write_roll(database, actor)
    return inside


def _write_profile(uow: UnitOfWork) -> None:
    """What a facility writes down before its first paper; without it papers have dots there."""
    now = get_facility(uow)
    told = EditFacility(
        now.version,
        now.name,
        now.unit_kind,
        now.province_code,
        parent_name=PARENT,
        abbreviation=ABBREVIATION,
        place_name=PLACE,
        address=ADDRESS,
        phone=PHONE,
    )
    edit_facility(uow, told)


def _content(database: Database) -> tuple[str, int]:
    """The content digest, and how many rows it covers."""
    specs = registry.table_specs()
    with database.connection() as connection:
        digest = content_digest(connection, Base.metadata, specs)
        rows = sum(_live_rows(connection, spec.name) for spec in specs if isinstance(spec.sync, Synced))
    return digest, rows


def _live_rows(connection: sa.Connection, name: str) -> int:
    table = Base.metadata.tables[name]
    return connection.execute(
        sa.select(sa.func.count()).select_from(table).where(table.c.voided_at.is_(None))
    ).scalar_one()
