"""A receiver that takes the same few bundles in, killed where a proof wants it, and what is left told as text."""

import json
import os
import random
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from facility_app.app.outside import Walls, system_ids
from facility_app.app.receiving import known_tables, open_station
from facility_app.db.driver import KEY_BYTES, SALT_BYTES, DataKey
from facility_app.receiver import books
from facility_app.receiver.identity import Identity
from facility_app.receiver.place import Place
from facility_app.receiver.station import Station
from tests.helpers.fakes import FixedClock

SECRETS: Final = "secrets.json"
BUNDLES: Final = "bundles"
HERE: Final = "receiver"
NEVER: Final = 10**9
APPLIED: Final = "applied, not committed"
"""What the end of a judging is called that applied rows: the most dangerous moment of all."""


def work(root: str, kill_at: int, url: str | None = None) -> list[str]:
    """Take every bundle in; killed when the ``kill_at``-th step is reached.

    Returns:
        The steps that were reached.
    """
    counter = _Counter(kill_at)
    with open_station(Place(Path(root, HERE)), _identity(Path(root), url), walls()) as opened:
        run(opened.station, Path(root), counter)
    return counter.steps


def warm_up(_folder: Path) -> None:
    """The tables are worked out from the program once, not by each child."""
    known_tables()


def finish(root: str) -> dict[str, Any]:
    """The next run, which nobody kills, and what it leaves."""
    work(root, NEVER)
    return left(root)


def run(station: Station, root: Path, reached: Callable[[str], None]) -> None:
    """One run over all the bundles, in the order of their names."""
    station.reached, station.landing = reached, landing_of(root)
    station.ingest(sorted((root / BUNDLES).glob("*.goi")))


def left(root: str, url: str | None = None) -> dict[str, Any]:
    """Everything the receiver holds that does not depend on chance, as JSON knows it."""
    place = Place(Path(root, HERE))
    with open_station(place, _identity(Path(root), url), walls()) as opened, opened.engine.begin() as connection:
        return {
            "rows": _rows(connection),
            "bundles": _told(connection, books.BUNDLE, "file_sha", "state", "code", "row_count"),
            "streams": _told(connection, books.STREAM, "fac", "cursor", "epoch_id", "frozen"),
            "boundaries": _told(connection, books.BOUNDARY, "fac", "chg", "digest"),
            "applied": _told(
                connection, books.APPLY, "header_sha", "tbl", "new", "upd", "same", "del", "park", "rej"
            ),
            "parked": _told(connection, books.PARKED, "tbl", "id", "code"),
            # One answer for each thing that happened: never none, never two.
            "receipts": _told(connection, books.RECEIPT, "header_sha", "stage", "result", "codes"),
            "answers": sorted(one.name for one in place.receipts.rglob("*.goi")),
            "archive": sorted(one.name for one in place.archive.glob("*")),
            "quarantine": sorted(one.name for one in place.quarantine.glob("*")),
            "incoming": sorted(one.name for one in place.incoming.glob("*")),
            "landed": sorted(one.relative_to(root).as_posix() for one in landing_of(Path(root)).rglob("*")),
        }


def landing_of(root: Path) -> Path:
    """Where accepted lines land."""
    return root / HERE / "landing"


@dataclass
class _Counter:
    kill_at: int
    steps: list[str]

    def __init__(self, kill_at: int) -> None:
        self.kill_at, self.steps = kill_at, []

    def __call__(self, step: str) -> None:
        has_applied = step == "judged, not committed" and self.steps[-1:] == ["validated"]
        self.steps.append(APPLIED if has_applied else step)
        if len(self.steps) == self.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)


def walls() -> Walls:
    """Time that stands, ids, and chance that is the same each time."""
    return Walls(FixedClock(), system_ids(), random.Random(5).randbytes)


def _identity(root: Path, url: str | None) -> Identity:
    said = json.loads((root / SECRETS).read_text(encoding="utf-8"))
    key = DataKey(bytes(KEY_BYTES), bytes(range(SALT_BYTES)))
    return Identity(said["code"], bytes.fromhex(said["secret"]), said["identity"], said["recipient"], key, url)


def _rows(connection: sa.Connection) -> dict[str, list[list[str]]]:
    found = {}
    for name, entity in known_tables().entities.items():
        core = entity.core
        rows = connection.execute(sa.select(core).order_by(core.c["_p"], core.c.home, core.c.id)).all()
        if rows:
            found[name] = [[_text(value) for value in row] for row in rows]
        waiting = connection.execute(sa.select(sa.func.count()).select_from(entity.waiting)).scalar_one()
        if waiting:
            found[f"waiting {name}"] = [[str(waiting)]]
    return found


def _text(value: Any) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)


def _told(connection: sa.Connection, table: sa.Table, *names: str) -> list[list[str]]:
    rows = connection.execute(sa.select(*(table.c[name] for name in names)))
    return sorted([str(value) for value in row] for row in rows)
