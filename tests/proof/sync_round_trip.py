"""A whole facility travels: exported in full, taken in on SQLite and on PostgreSQL, both ends hold the same rows.

Then a crowd of random changes travels alone, and both ends are equal again. What the facility should have sent is
read from its file by Python alone; P3 goes under an authority made for the test.
"""

import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, Final
from uuid import UUID

from facility_app.app.demo.fiction import make_demo
from facility_app.app.demo.sizes import Size
from facility_app.db.driver import DatabaseError
from facility_app.db.folder import DataFolder
from tests.helpers.demo import small_demo
from tests.helpers.desk import CHEAP
from tests.helpers.facility import Facility
from tests.helpers.odd_rows import synced_tables
from tests.helpers.receiving import Bench, Receiver, demo_bench, plain_connection
from tests.helpers.server import new_database
from tests.proof.counted import Counted, Scale
from tests.proof.judge import fast_scratch

SEED: Final = 20_261_123
CHANGES: Final = {Scale.SHORT: 40, Scale.LONG: 1_000}
PROFILES: Final = ("P2", "P3")
EXAMPLES: Final = 5
_NEVER: Final = frozenset({"id", "home", "created_at", "created_by", "version"})


def sync_round_trip(scale: Scale) -> Counted:
    """Send, take in on both engines, compare; change, send what changed, compare again."""
    began = time.monotonic()
    figures: dict[str, int] = {}
    with _at_work(scale) as (bench, receivers):
        faults = [one for profile in PROFILES for one in _travel(bench, receivers, profile, figures, "full")]
        figures["changes"] = _changed(bench.facility, Random(SEED), CHANGES[scale])
        faults += [one for profile in PROFILES for one in _travel(bench, receivers, profile, figures, "changes")]
    # What changed travels alone, however large the facility is.
    is_little = all(figures[f"{one} changes"] <= 2 * figures["changes"] for one in PROFILES)
    figures["faults"] = len(faults)
    holds = not faults and is_little and figures["changes"] == CHANGES[scale]
    return Counted("sync-round-trip", figures, holds, time.monotonic() - began, tuple(faults[:EXAMPLES]))


def _travel(
    bench: Bench, receivers: dict[str, Receiver], profile: str, figures: dict[str, int], what: str
) -> Iterator[str]:
    parts = bench.export(stream=f"{profile}@province")
    figures[f"{profile} {what}"] = sum(one.rows for one in parts)
    own = bench.own_rows(profile)
    if what == "full":
        figures[f"{profile} rows"] = sum(map(len, own.values()))
    for engine, receiver in receivers.items():
        for one in receiver.take(*parts):
            if one.code is not None:
                yield f"{profile} {what}, {engine}: {one.code} {one.part}"
        held = receiver.held(profile)
        for table in sorted(own.keys() | held.keys()):
            here, there = own.get(table, {}), held.get(table, {})
            if here != there:
                odd = sum(here.get(name) != there.get(name) for name in here.keys() | there.keys())
                yield f"{profile} {what}, {engine}: {odd} rows of {table} differ"
    first, *_others = receivers.values()
    bench.take_in(first.answers())


def _changed(facility: Facility, chance: Random, wanted: int) -> int:
    """Change rows here and there, the file's own rules looking on; how many changes stood."""
    done, ids = 0, count(1)
    with plain_connection(facility) as connection:
        crowd = _rows(connection)
        for _ in range(60 * wanted):
            if done == wanted:
                break
            table, row_id = chance.choice(crowd)
            _other, other_id = chance.choice([one for one in crowd if one[0] == table])
            try:
                connection.execute(*_statement(connection, table, row_id, other_id, chance, next(ids)))
            except DatabaseError:
                connection.rollback()  # a rule of the file refused it
            else:
                connection.commit()
                done += 1
    return done


def _rows(connection: Any) -> list[tuple[str, str]]:
    names = [table.name for table in synced_tables()]
    return [(name, row_id) for name in names for (row_id,) in connection.execute(f'SELECT id FROM "{name}"')]


def _statement(
    connection: Any, table: str, row_id: str, other_id: str, chance: Random, number: int
) -> tuple[str, tuple[str, ...]]:
    """One value becomes another row's, a row stands twice under another id, or a row goes."""
    names = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    draw = chance.random()
    if draw < 0.1:
        return f'DELETE FROM "{table}" WHERE id = ?', (row_id,)
    if draw < 0.2:
        told = ", ".join(f'"{name}"' if name != "id" else "?" for name in names)
        fresh = UUID(int=number).hex
        return f'INSERT INTO "{table}" SELECT {told} FROM "{table}" WHERE id = ?', (fresh, row_id)
    column = chance.choice([name for name in names if name not in _NEVER])
    of_other = f'(SELECT "{column}" FROM "{table}" WHERE id = ?)'
    return f'UPDATE "{table}" SET "{column}" = {of_other} WHERE id = ?', (other_id, row_id)


@contextmanager
def _at_work(scale: Scale) -> Iterator[tuple[Bench, dict[str, Receiver]]]:
    with tempfile.TemporaryDirectory(prefix="trip-", dir=fast_scratch()) as folder, ExitStack() as stack:
        root = Path(folder)
        if scale is Scale.SHORT:
            small_demo(root)
        else:
            make_demo(DataFolder(root / "data"), Size.M, 1, root / "state", CHEAP)
        bench = stack.enter_context(demo_bench(DataFolder(root / "data"), root / "state", root / "spool"))
        urls = {"SQLite": None, "PostgreSQL": new_database()}
        receivers = {name: stack.enter_context(bench.receiver(root / name, url)) for name, url in urls.items()}
        yield bench, receivers
