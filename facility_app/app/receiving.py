"""The receiver put together: its folder, its database, the tables this program knows, the machine's clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from facility_app import __version__
from facility_app.app import registry
from facility_app.app.outside import Walls, real_walls
from facility_app.db import bulk
from facility_app.db.base import Base
from facility_app.db.faults import plain_words
from facility_app.db.keyslots import DEFAULT_KDF, KdfParams
from facility_app.receiver import store
from facility_app.receiver.answering import Answerer
from facility_app.receiver.enrolment import ROOTS, Founded, first_list
from facility_app.receiver.entities import Catalogue, catalogue
from facility_app.receiver.identity import Identity, found, unlock
from facility_app.receiver.place import Place
from facility_app.receiver.station import Station
from facility_app.sync.answers import Writer
from facility_app.sync.profiles import NOT_YET, RULES, profile
from facility_app.sync.signing import public_of

APP: Final = f"facility_app/{__version__}"
ROOT_BYTES: Final = 32


@cache
def known_tables() -> Catalogue:
    """The tables of every profile that can be sent."""
    specs = registry.table_specs()
    return catalogue([profile(name, Base.metadata, specs) for name in sorted(RULES) if name not in NOT_YET])


@dataclass(frozen=True, slots=True)
class OpenReceiver:
    """A receiver, open.

    Attributes:
        identity: who it is.
        station: at work.
        walls: time, ids and chance.
    """

    identity: Identity = field(repr=False)
    station: Station
    walls: Walls

    @property
    def engine(self) -> sa.Engine:
        """Of its database."""
        return self.station.engine


def found_receiver(
    root: Path,
    code: str,
    password: str,
    *,
    url: str | None = None,
    landing: Path | None = None,
    kdf: KdfParams = DEFAULT_KDF,
) -> tuple[Identity, Founded]:
    """Make a receiver: keys, tables, and the first trust list, which it believes.

    Args:
        root: its folder.
        code: its name in trust lists.
        password: that opens its keys.
        url: of a PostgreSQL server; None for an encrypted file in the folder.
        landing: where accepted lines land in clear; None for nowhere.
        kdf: work of the password.

    Returns:
        Who it is, and what a ceremony must put into safe places: root keys and the sealed envelope's.

    Raises:
        UserError: as ``identity.found``.
        EnvironmentFault: disk, database.
    """
    place, walls = Place(root), real_walls()
    place.create()
    if url is not None:
        bulk.server_engine(url).dispose()  # a wrong address is told before anything is made
    lands_in = None if landing is None else str(landing.absolute())
    identity = found(place, code, url, lands_in, password, kdf, walls.random)
    founded = first_list(identity, [walls.random(ROOT_BYTES) for _ in range(ROOTS)], walls.clock.now())
    with open_station(place, identity, walls) as opened:
        pinned = opened_roots(founded)
        store.take_trust(opened.engine, founded.document, pinned, walls.clock.now())
    return identity, founded


def opened_roots(founded: Founded) -> tuple[bytes, ...]:
    """The public halves of a ceremony's root keys."""
    return tuple(map(public_of, founded.roots))


@contextmanager
def open_receiver(root: Path, password: str) -> Iterator[OpenReceiver]:
    """The receiver of a folder.

    Raises:
        UserError: ``wrong_password``.
        EnvironmentFault: ``no_receiver``, ``keys_damaged``, disk, database.
    """
    place = Place(root)
    with open_station(place, unlock(place, password), real_walls()) as opened:
        yield opened


@contextmanager
def open_station(place: Place, identity: Identity, walls: Walls) -> Iterator[OpenReceiver]:
    """A receiver whose keys are at hand.

    Raises:
        EnvironmentFault: disk, database.
    """
    if identity.url is None:
        engine = bulk.encrypted_engine(place.database, identity.data_key)
    else:
        engine = bulk.server_engine(identity.url)
    try:
        with bulk.server_words(), plain_words(place.root):
            known = known_tables()
            epoch = store.prepare(engine, known, walls.random)
            trust = store.believed(engine)
            writer = Writer(APP, identity.code, epoch, identity.secret)
            answerer = Answerer(writer, trust, walls.ids.new, place.receipts)
            landing = None if identity.landing is None else Path(identity.landing)
            station = Station(place, engine, known, trust, (identity.identity,), answerer, walls.clock, landing)
            yield OpenReceiver(identity, station, walls)
    finally:
        engine.dispose()


def believing(opened: OpenReceiver) -> Station:
    """The station with the trust list that is in use now."""
    trust = store.believed(opened.engine)
    return replace(opened.station, trust=trust, answerer=replace(opened.station.answerer, trust=trust))
