"""Whatever writes a row, the bundles say it: batches of every kind of statement, and a copy made of bundles alone.

Bundles get lost, come twice and come late; after each that arrives in order the copy is the file's own rows.
"""

import json
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from facility_app.db.capture import last_change, sync_epoch
from facility_app.sync import container, export, history
from facility_app.sync.export import Order
from facility_app.sync.header import Epoch
from facility_app.sync.manifest import Boundary
from facility_app.sync.payload import read_payload
from facility_app.sync.profiles import Profile, profile
from tests.helpers.bundles import PUBLIC, SECRET, Ends
from tests.helpers.probe import PROBE_SPECS, ProbeBase, ProbeKind, ProbeNote, ProbePerson, VaultFile, engine_of
from tests.proof.counted import Counted, Scale

SEED: Final = 20_261_123
BATCHES: Final = {Scale.SHORT: 60, Scale.LONG: 2_000}
WORDS: Final = ("Đỗ Thị Ánh", "", "a\nb", '"\\', "Nguyễn Văn Tuyết", "\x1f", "😀")
NOW: Final = datetime(2026, 11, 23, 1, 2, 3, tzinfo=UTC)
AT: Final = "2026-11-23T01:02:03.000000Z"
TABLES: Final = ("probe_person", "probe_note")
EXAMPLES: Final = 5
_STAMPS: Final = {"home": "G01.79.1", "created_by": "-", "updated_by": "-"}


def bundle_rebuild(scale: Scale) -> Counted:
    """Write, export, carry, compare; a copy that differs is a fault."""
    began = time.monotonic()
    counts: Counter[str] = Counter()
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        file = VaultFile(Path(folder))
        file.create()
        with engine_of(file.path, file.key) as engine:
            walk = _Walk(engine, Path(folder), Random(SEED), counts)
            for number in range(BATCHES[scale]):
                faults += [f"batch {number}: {one}" for one in walk.step()]
            faults += [f"at the end: {one}" for one in walk.deliver(walk.made_bundle())]
    figures = {"batches": BATCHES[scale], **dict(sorted(counts.items())), "faults": len(faults)}
    enough = all(counts[one.__name__.strip("_")] for one in _WRITES) and counts["lost"] and counts["late"]
    return Counted(
        "bundle-rebuild", figures, not faults and bool(enough), time.monotonic() - began, tuple(faults[:EXAMPLES])
    )


@dataclass
class _Walk:
    """A file that is written to, and the copy its bundles make."""

    engine: sa.Engine
    folder: Path
    chance: Random
    counts: Counter[str]
    ends: Ends = field(default_factory=Ends)
    copy: dict[tuple[str, str], tuple[int, dict[str, Any] | None]] = field(default_factory=dict)
    old: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.allowed: Profile = profile("P3", ProbeBase.metadata, PROBE_SPECS)
        with self.engine.connect() as connection:
            life = connection.execute(sa.select(sync_epoch)).one()
        self.epoch = Epoch(life.n, life.id)
        self.known = [Boundary(0, history.beginning(self.epoch))]
        self.acked = self.number = 0

    def step(self) -> list[str]:
        """One batch; sometimes a bundle of it, that is lost, arrives, or is followed by one that is late."""
        write = self.chance.choice(_WRITES)
        self.counts[write.__name__.strip("_")] += 1
        with self._written() as connection:
            write(self, connection)
        if self.chance.random() < 0.5:
            return []
        bundle = self.made_bundle()
        if self.chance.random() < 0.2:
            self.counts["lost"] += 1
            self.old.append(bundle)
            return []
        found = self.deliver(bundle)
        if self.old and self.chance.random() < 0.3:
            self.counts["late"] += 1
            found += self.deliver(self.chance.choice(self.old))
        self.old = [*self.old[-9:], bundle]
        if self.chance.random() < 0.6:
            self.acked = self.known[-1].chg
        return found

    @contextmanager
    def _written(self) -> Iterator[sa.Connection]:
        """A transaction, taken back now and then."""
        with self.engine.connect() as connection, connection.begin() as transaction:
            yield connection
            if self.chance.random() < 0.1:
                self.counts["rolled_back"] += 1
                transaction.rollback()

    def made_bundle(self) -> bytes:
        """What changed since the last receipt, or now and then everything."""
        is_full = self.chance.random() < 0.1 or self.acked == 0
        with self.engine.connect() as connection:
            end = last_change(connection)
            if end != self.known[-1].chg:
                walked = export.walk_on(connection, self.known[-1], end)
                self.known.append(Boundary(end, history.checkpoint(walked, self.chance.randbytes)))
            start = 0 if is_full else self.acked
            boundaries = tuple(one for one in self.known if one.chg >= start)
            self.number += 1
            order = self._order(boundaries, is_full=is_full)
            (part,) = export.write_parts(connection, order, self.folder)
            connection.rollback()
        self.counts["bundles"] += 1
        return part.path.read_bytes()

    def _order(self, boundaries: tuple[Boundary, ...], *, is_full: bool) -> Order:
        return Order(
            app="facility_app/0",
            facility="G01.79.1",
            stream="P3@province",
            profile=self.allowed,
            epoch=self.epoch,
            is_full=is_full,
            boundaries=boundaries,
            sticky=(),
            group_id=f"{self.number:032x}",
            first_seq=self.number,
            prev=None if self.number == 1 else "0" * 64,
            parent=None,
            created=NOW,
            clock="ok",
            export_user="-",
            secret=SECRET,
            recipients=tuple(self.ends.recipients()),
        )

    def deliver(self, bundle: bytes) -> list[str]:
        """Take a bundle into the copy and compare it with the file, where it is the newest."""
        path = self.folder / "carried.goi"
        path.write_bytes(bundle)
        found: dict[str, bytes] = {}
        with path.open("rb") as source:
            verified = container.read_bundle(source, lambda _header: PUBLIC)
            payload = container.PayloadFile(source, verified)
            said = read_payload(payload, verified.header, [self.ends.province[0]], found.__setitem__)
        for name, data in found.items():
            for raw in data.splitlines() if name.startswith("data/") else ():
                line = json.loads(raw)
                key = (line["t"], line["id"])
                if line["c"] >= self.copy.get(key, (-1, None))[0]:
                    self.copy[key] = (line["c"], line.get("d"))
        return self._differences() if said.end == self.known[-1].chg else []

    def _differences(self) -> list[str]:
        here = {key: row for key, (_chg, row) in self.copy.items() if row is not None}
        there: dict[tuple[str, str], dict[str, Any]] = {}
        with self.engine.connect() as connection:
            for table in TABLES:
                for row in connection.exec_driver_sql(f"SELECT * FROM {table}").mappings():
                    there[table, row["id"]] = {name: value for name, value in row.items() if value is not None}
            connection.rollback()
        self.counts["compared"] += len(there)
        return [f"{key} differs" for key in sorted(here.keys() | there.keys()) if here.get(key) != there.get(key)]

    def some_id(self, kind: str = "a") -> str:
        """One of few ids, so that rows meet each other."""
        return f"{kind}{self.chance.randrange(40):031x}"

    def facts(self) -> dict[str, Any]:
        """Columns of somebody."""
        word = self.chance.choice(WORDS)
        return {
            **_STAMPS,
            "created_at": AT,
            "updated_at": AT,
            "version": self.chance.randrange(1, 9),
            "name": word,
            "name_fold": word,
            "code": self.chance.choice((None, *map(str, range(20)))),
            "balance": self.chance.choice((None, 0, -5, 2**40)),
            "kind": self.chance.choice((None, "one", "two")),
            "born": self.chance.choice((None, "1990-05-17")),
        }


def _orm(walk: _Walk, connection: sa.Connection) -> None:
    with Session(connection, join_transaction_mode="rollback_only") as session:
        for one in session.scalars(sa.select(ProbePerson).limit(3)):
            one.name, one.kind = walk.chance.choice(WORDS), ProbeKind.SECOND
        for number in range(2):
            key = f"{walk.chance.randrange(16**8):08x}{number:024x}"
            facts = {"created_at": NOW, "updated_at": NOW}
            session.add(ProbePerson(id=key, name="ORM", name_fold="orm", **_STAMPS, **facts))
        session.flush()


def _core_bulk(walk: _Walk, connection: sa.Connection) -> None:
    names = connection.execute(sa.select(ProbePerson.id).limit(5)).scalars().all()
    connection.execute(
        sa.update(ProbePerson).where(ProbePerson.id.in_(names)).values(name=walk.chance.choice(WORDS))
    )


def _raw_sql(walk: _Walk, connection: sa.Connection) -> None:
    rows = [{**walk.facts(), "id": walk.some_id(), "code": None} for _ in range(5)]
    _insert(connection, "INSERT OR IGNORE", rows)
    connection.exec_driver_sql("UPDATE probe_person SET version = version + 1 WHERE rowid % 3 = 0")


def _notes(walk: _Walk, connection: sa.Connection) -> None:
    people = connection.execute(sa.select(ProbePerson.id)).scalars().all()
    for _ in range(4 if people else 0):
        told = {"person_id": walk.chance.choice(people), "text": walk.chance.choice(WORDS), "version": 1}
        row = {**_STAMPS, "created_at": NOW, "updated_at": NOW, "id": walk.some_id("b"), **told}
        made = upsert(ProbeNote).values(row)
        connection.execute(made.on_conflict_do_update(index_elements=["id"], set_={"text": row["text"]}))


def _cascade(walk: _Walk, connection: sa.Connection) -> None:
    connection.exec_driver_sql("DELETE FROM probe_person WHERE id = ?", (walk.some_id(),))
    connection.exec_driver_sql("DELETE FROM probe_person WHERE id IN (SELECT person_id FROM probe_note LIMIT 1)")


def _replace(walk: _Walk, connection: sa.Connection) -> None:
    _insert(connection, "INSERT OR REPLACE", [{**walk.facts(), "id": walk.some_id()} for _ in range(4)])


def _upsert(walk: _Walk, connection: sa.Connection) -> None:
    rows = [{**walk.facts(), "id": walk.some_id(), "code": None} for _ in range(3)]
    _insert(connection, "INSERT", rows, " ON CONFLICT (id) DO UPDATE SET name = excluded.name, born = NULL")


def _empty(walk: _Walk, connection: sa.Connection) -> None:
    connection.exec_driver_sql("DELETE FROM probe_note")
    if walk.chance.random() < 0.3:
        connection.exec_driver_sql("DELETE FROM probe_person")


def _insert(connection: sa.Connection, verb: str, rows: list[dict[str, Any]], tail: str = "") -> None:
    names = ", ".join(rows[0])
    marks = ", ".join(f":{one}" for one in rows[0])
    connection.execute(sa.text(f"{verb} INTO probe_person ({names}) VALUES ({marks}){tail}"), rows)


_WRITES: Final[tuple[Callable[[_Walk, sa.Connection], None], ...]] = (
    *(_orm, _core_bulk, _raw_sql, _notes, _notes, _cascade, _replace, _upsert, _empty),
)
