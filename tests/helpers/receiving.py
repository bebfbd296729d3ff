"""A facility and a receiver that believe each other: what leaves the one is brought to the other."""

import json
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from facility_app.app.demo.users import PASSWORD as DEMO_PASSWORD
from facility_app.app.outside import Walls
from facility_app.app.receiving import known_tables, open_station
from facility_app.app.registry import table_specs
from facility_app.app.start import Password, enter
from facility_app.db.base import Base
from facility_app.db.bulk import fold
from facility_app.db.carried import Column, Shape
from facility_app.db.driver import KEY_BYTES, SALT_BYTES, DataKey, connect
from facility_app.db.folder import DataFolder
from facility_app.kernel.actor import Actor, Role
from facility_app.modules.exchange.queries.status import PublicKeys
from facility_app.modules.exchange.service.keys import TakeTrust, make_keys, take_trust
from facility_app.modules.exchange.service.receipts import take_receipt
from facility_app.receiver import store
from facility_app.receiver.entities import Entity
from facility_app.receiver.identity import Identity
from facility_app.receiver.place import Place
from facility_app.receiver.reading import columns_of
from facility_app.receiver.station import Station, Taken
from facility_app.sync import trust
from facility_app.sync.answers import Answer, read_answer
from facility_app.sync.export import Part
from facility_app.sync.outcomes import BundleRefused
from facility_app.sync.profiles import described
from facility_app.sync.profiles import profile as allow_list
from facility_app.sync.receipts import Receipt
from tests.helpers.canary import rules_lifted
from tests.helpers.desk import CHEAP
from tests.helpers.exchange import PINNED, RECEIVER, RECEIVER_SECRET, SENDER, Province, exported
from tests.helpers.facility import DEVICE, Facility
from tests.helpers.odd_rows import AT, HOME, Reference, row_id, synced_tables
from tests.helpers.probe import VaultFile
from tests.helpers.slots import RecordedSlots

HEAD = "truongcoso"
"""Whose password opens a demo facility."""
NOON = datetime(2026, 11, 23, 5, tzinfo=UTC)


@dataclass
class MovingClock:
    """A clock that is one second later each time."""

    at: datetime = NOON

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@dataclass
class Bench:
    """Both ends.

    Attributes:
        facility: sends.
        keys: its public keys.
        province: signs trust lists and holds the identity bundles are encrypted to.
        spool: where bundles are made.
    """

    facility: Facility
    spool: Path
    province: Province = field(default_factory=Province)

    def __post_init__(self) -> None:
        self.spool.mkdir(exist_ok=True)
        database = self.facility.database
        with database.write(SENDER) as uow:
            self.keys: PublicKeys = make_keys(uow)
            take_trust(uow, TakeTrust(self.trust_list(), PINNED))
            uow.commit()

    @property
    def home(self) -> str:
        return self.facility.database.home

    def trust_list(self, **changed: Any) -> bytes:
        """A list in which both believe each other."""
        plain = json.loads(self.province.trust_list(self.home, self.keys))["signed"]["recipients"]
        said: dict[str, Any] = {
            "recipients": [*plain, {"age": self.keys.recipient, "use": self.home, "from": "2026-01-01"}],
        }
        return self.province.trust_list(self.home, self.keys, **(said | changed))

    def believed_with(self, others: "Sequence[Bench]") -> dict[str, Any]:
        """What a trust list says, beside the usual, that believes other facilities of the province too."""
        lists = [json.loads(one.trust_list())["signed"] for one in (self, *others)]
        recipients = {one["age"] + one["use"]: one for said in lists for one in said["recipients"]}
        return {
            "facilities": [one for said in lists for one in said["facilities"]],
            "recipients": [*recipients.values()],
        }

    def identity(self, url: str | None = None) -> Identity:
        """Who receives."""
        return _identity(self.province, url)

    def export(self, *, is_full: bool = False, stream: str = "P2@province", **more: Any) -> tuple[Part, ...]:
        """Make the bundles of an export."""
        return exported(self.facility.database, self.spool, stream, is_full=is_full, **more)

    def take_in(self, answers: Sequence[Answer]) -> None:
        """The facility reads receipts; one it took before changes nothing."""
        for answer in answers:
            with suppress(BundleRefused), self.facility.database.write(SENDER) as uow:
                take_receipt(uow, answer)
                uow.commit()

    def own_rows(self, profile: str = "P2") -> dict[str, dict[str, dict[str, Any]]]:
        """Table → id → columns of what may go, read from the file by Python alone."""
        with plain_connection(self.facility) as connection:
            here = Reference.of(connection)
        tables = {one.name: one for one in allow_list(profile, Base.metadata, table_specs()).tables}
        lines = {name: [json.loads(line) for line in here.lines(one, 1)] for name, one in tables.items()}
        return {name: {one["id"]: one["d"] for one in found} for name, found in lines.items() if found}

    @contextmanager
    def receiver(
        self, root: Path, url: str | None = None, *, reached: Callable[[str], None] | None = None, **changed: Any
    ) -> "Iterator[Receiver]":
        """A receiver at work in ``root``."""
        place, chance = Place(root), random.Random(3)
        place.create()
        if url is None and not place.database.exists():
            place.database.write_bytes(_made_ready())
        walls = Walls(MovingClock(), _Ids(), chance.randbytes)
        with open_station(place, self.identity(url), walls) as opened:
            if opened.station.trust is None:
                store.take_trust(opened.engine, self.trust_list(**changed), PINNED, NOON)
            believed = store.believed(opened.engine)
            answerer = replace(opened.station.answerer, trust=believed)
            station = replace(opened.station, trust=believed, answerer=answerer)
            if reached is not None:
                station = replace(station, reached=reached)
            # The identity made here does not hold the facility's side; receipts are read with its own key.
            yield Receiver(station, self)


@contextmanager
def demo_bench(data: DataFolder, state_dir: Path, spool: Path) -> Iterator[Bench]:
    """A demo facility as the one end, opened below its accounts."""
    file = VaultFile(data.root, enter(data, Password(HEAD, DEMO_PASSWORD), state_dir, CHEAP).data_key)
    with closing(file.database()) as database:
        clerk = Actor(HEAD, frozenset({Role.ADMIN}), DEVICE)
        yield Bench(Facility(file, database, RecordedSlots(), clerk), spool)


def _identity(province: Province, url: str | None = None) -> Identity:
    key = DataKey(bytes(KEY_BYTES), bytes(range(SALT_BYTES)))
    secret, recipient = province.ends.province
    return Identity(RECEIVER, RECEIVER_SECRET, secret, recipient, key, url)


@cache
def _made_ready() -> bytes:
    """The file of a receiver nothing was brought to: three hundred tables are made once a process."""
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        place.create()
        with open_station(place, _identity(Province()), Walls(MovingClock(), _Ids(), bytes)) as opened:
            fold(opened.engine)
        return place.database.read_bytes()


class _Ids:
    def __init__(self) -> None:
        self.made = 0

    def new(self) -> str:
        self.made += 1
        return f"{self.made:032x}"


@dataclass
class Receiver:
    """A station and what it holds, read by plain statements."""

    station: Station
    bench: Bench

    def take(self, *parts: Part | Path) -> tuple[Taken, ...]:
        """Bring bundles."""
        return self.station.ingest([one if isinstance(one, Path) else one.path for one in parts])

    def believe(self, document: bytes) -> None:
        """Take a newer trust list."""
        new = store.take_trust(self.station.engine, document, PINNED, NOON)
        answerer = replace(self.station.answerer, trust=new)
        self.station = replace(self.station, trust=new, answerer=answerer)

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        with self.station.engine.begin() as connection:
            return [tuple(row) for row in connection.execute(sa.text(statement))]

    def count(self, table: str) -> int:
        (row,) = self.rows(f'SELECT count(*) FROM "{table}"')
        return int(row[0])

    def receipts(self) -> list[Receipt]:
        """Every receipt laid out, read as the facility reads it, in their order."""
        return [one.receipt for one in self.answers()]

    def answers(self, bench: Bench | None = None) -> list[Answer]:
        """Every receipt laid out for a facility, in their order."""
        bench = bench or self.bench
        with bench.facility.database.read(SENDER) as uow:
            secret = uow.session.connection().exec_driver_sql("SELECT age_identity FROM sync_key").scalar_one()
        found = []
        for file in sorted((self.station.place.receipts / bench.home).glob("*.goi")):
            believed = trust.believed(bench.trust_list())
            with file.open("rb") as source:
                found.append(read_answer(source, believed.receiver_key, bench.home, [secret]))
        return found

    def held(self, profile: str = "P2", home: str | None = None) -> dict[str, dict[str, dict[str, Any]]]:
        """Table → id → columns, of every row that is there, of one facility or of all."""
        return {
            name: found
            for name, entity in known_tables().entities.items()
            if (found := self._rows(entity, profile, home))
        }

    def _rows(self, entity: Entity, profile: str, home: str | None) -> dict[str, dict[str, Any]]:
        core = entity.core
        wanted = sa.select(core).where(core.c["_p"] == profile, core.c["_op"] == "U")
        if home is not None:
            wanted = wanted.where(core.c["home"] == home)
        with self.station.engine.begin() as connection:
            rows = [
                {str(key): value for key, value in row.items()} for row in connection.execute(wanted).mappings()
            ]
        return {row["id"]: columns_of(entity, row) for row in rows}


def sent_rows(bench: Bench, parts: Sequence[Part]) -> dict[str, dict[str, dict[str, Any]]]:
    """Table → id → columns, as the lines of some bundles say."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for line in bench.province.lines([part.path for part in parts], bench.keys.signing):
        if line["op"] == "U":
            found.setdefault(line["t"], {})[line["id"]] = line["d"]
    return found


def moved_home(facility: Facility, home: str) -> Facility:
    """The same file as another facility's: what was founded there is that facility's."""
    with plain_connection(facility) as connection:
        with rules_lifted(connection):
            for table in synced_tables():
                connection.execute(f'UPDATE "{table.name}" SET home = ?', (home,))
        connection.execute("UPDATE vault SET home = ?", (home,))
        connection.commit()
    facility.database.home = home
    return facility


def plain_connection(facility: Facility) -> Any:
    """The facility's file below all rules of the program."""
    return closing(connect(facility.file.path, facility.file.key))


FAIR: dict[Shape, tuple[Any, ...]] = {
    Shape.TEXT: ("", "Đỗ Thị Ánh", "a\tb\n\r\\", '"\\/', "😀𝔘", "\\N", "\\.", "x" * 3000, "\x1f\x01\x7f"),
    Shape.NUMBER: (0, 1, -1, 2**53 - 1, 2**53, -(2**63), 2**63 - 1),
    Shape.MONEY: (0, -500_000, 2**53 + 1),
    Shape.YES_NO: (0, 1),
    Shape.DAY: ("1990-05-17", "2026-02-28", "0001-01-01", "9999-12-31"),
    Shape.INSTANT: ("2026-11-23T01:02:03.000000Z", "2026-11-23T01:02:03.000004Z", "1970-01-01T00:00:00.999999Z"),
    Shape.BYTES: (b"", b"\x00\xff\\", b"abc"),
}
"""What a column of each shape may hold, the odd ones first."""


def plant_fair_rows(facility: Facility, rows: int, seed: int = 8) -> None:
    """Put rows whose columns are of their kind into every table that travels, with no rule looking on."""
    chance = random.Random(seed)
    with plain_connection(facility) as connection:
        with rules_lifted(connection):
            for table in synced_tables():
                columns = described(table)
                for n in range(rows):
                    values = {one.name: _fair(one, chance, rows) for one in columns}
                    values |= {"id": row_id(table.name, n), "home": HOME, "created_at": AT, "updated_at": AT}
                    values |= {"voided_at": None} if "voided_at" in values else {}
                    names, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" for _ in values)
                    sql = f'INSERT OR IGNORE INTO "{table.name}" ({names}) VALUES ({marks})'
                    connection.execute(sql, tuple(values.values()))
        connection.execute("UPDATE housing_zone SET version = 2")  # what the outbox hears of
        connection.commit()


def _fair(column: Column, chance: random.Random, rows: int) -> Any:
    if column.is_optional and chance.random() < 0.3:
        return None
    if column.refers_to is not None:
        return row_id(column.refers_to, chance.randrange(rows))
    return chance.choice(column.codes or FAIR[column.shape])
