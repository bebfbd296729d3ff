"""The four figures of the vault: one save, one opening, one page, one verified backup."""

import secrets
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from benchmarks.bulk import PASSWORD, USER, Bench, fill, make_vault, measured_person
from facility_app.app.bootstrap import open_facility
from facility_app.app.founding import Founding, found
from facility_app.app.start import Password
from facility_app.db.driver import connect
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import DEFAULT_KDF, KeyFile
from facility_app.db.page import Listing, page
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.paging import PageRequest, Sort
from facility_app.kernel.ports import SecretMode
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import CreateFacility, create_facility
from facility_app.modules.catalogues.tables import FacilityProfile

PAGE = 100
SAVE_MS = 5
OPEN_S = 0.5


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    Attributes:
        name: what was measured.
        value: with its unit.
        floor: what it is compared with, measured in the same run.
        goal: what was promised.
        holds: whether the promise held in this run.
    """

    name: str
    value: str
    floor: str
    goal: str
    holds: bool

    def row(self) -> str:
        """One row of the results table."""
        return f"| {self.name} | {self.value} | {self.floor} | {self.goal} | {'yes' if self.holds else '**no**'} |"


def save(bench: Bench, rounds: int = 300) -> Figure:
    """CPU of one save: one changed record with audit entry, values, capture and anchor."""
    actor = Actor("bench", frozenset({Role.ADMIN}), "bench")
    with bench.database.write(actor) as uow:
        create_facility(uow, CreateFacility("X.01.001", "Cơ sở để đo", "01", UnitKind.PUBLIC))
        uow.commit()

    def once(number: int) -> float:
        before = time.process_time()
        with bench.database.write(actor) as uow:
            with uow.act("bench.save", reason="đo"):
                uow.session.scalars(sa.select(FacilityProfile)).one().name = f"Cơ sở {number}"
            uow.commit()
        return time.process_time() - before

    costs = [once(number) for number in range(rounds)]
    median = statistics.median(costs) * 1000
    floor = _raw_save(bench, rounds) * 1000
    return Figure(
        "one save with audit and capture, CPU",
        f"{median:.2f} ms median of {rounds}",
        f"raw driver, the same row alone: {floor:.2f} ms (×{median / floor:.1f})",
        "≤ 5 ms",
        median <= SAVE_MS,
    )


def _raw_save(bench: Bench, rounds: int) -> float:
    with closing(connect(bench.folder.database, bench.data_key)) as raw:
        raw.execute("CREATE TABLE IF NOT EXISTS floor_row (id TEXT PRIMARY KEY, name TEXT)")
        raw.execute("INSERT OR IGNORE INTO floor_row VALUES ('1', '')")

        def once(number: int) -> float:
            before = time.process_time()
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("UPDATE floor_row SET name = ? WHERE id = '1'", (f"Cơ sở {number}",))
            raw.execute("COMMIT")
            return time.process_time() - before

        return statistics.median(once(number) for number in range(rounds))


def opening(bench: Bench, root: Path, rounds: int = 7) -> Figure:
    """Wall time of a sign-in through the program: the slot's real work, the file, the mending, the canary."""
    folder, state = DataFolder(root / "founded"), root / "founded-state"
    wish = Founding("X.01.002", "Cơ sở để đo", "01", UnitKind.PUBLIC, USER, PASSWORD, SecretMode.FILE)
    found(folder, wish, state)

    def once() -> float:
        before = time.perf_counter()
        open_facility(folder, Password(USER, PASSWORD), state).close()
        return time.perf_counter() - before

    def floor_once() -> float:
        before = time.perf_counter()
        KeyFile(bench.folder.keys, DEFAULT_KDF).unlock(USER, PASSWORD, bench.device)
        return time.perf_counter() - before

    median = statistics.median(once() for _ in range(rounds))
    floor = statistics.median(floor_once() for _ in range(rounds))
    return Figure(
        "sign in and open through the program, wall",
        f"{median:.3f} s median of {rounds}",
        f"unwrapping the key alone: {floor:.3f} s (×{median / floor:.1f})",
        "≤ 0.5 s",
        median <= OPEN_S,
    )


def keyset_page(bench: Bench, rounds: int = 200) -> Figure:
    """CPU of one page of 100 rows by name, through ``db.page``, against the same statement on the raw driver."""
    t = measured_person.c
    listing = Listing(sa.select(t.id, t.name, t.born_on, t.number), t.id, {"name": t.name_sort}, (Sort("name"),))
    actor = Actor("bench", frozenset({Role.ADMIN}), "bench")
    with bench.database.read(actor) as uow:
        middle = page(uow.session, listing, PageRequest(PAGE * 100), tuple_of).next

        def once() -> float:
            before = time.process_time()
            page(uow.session, listing, PageRequest(PAGE, after=middle), tuple_of)
            return time.process_time() - before

        costs = [once() for _ in range(rounds)]
    assert middle is not None
    key, row_id = middle.values[0], middle.id
    with closing(connect(bench.folder.database, bench.data_key)) as raw:

        def floor_once() -> float:
            before = time.process_time()
            raw.execute(
                "SELECT id, name, born_on, number, name_sort, id FROM measured_person "
                "WHERE (name_sort, id) > (?, ?) ORDER BY name_sort, id LIMIT 101",
                (key, row_id),
            ).fetchall()
            return time.process_time() - before

        floor = statistics.median(floor_once() for _ in range(rounds)) * 1000
    median = statistics.median(costs) * 1000
    return Figure(
        f"encrypted keyset page of {PAGE}, CPU",
        f"{median:.2f} ms median of {rounds}",
        f"raw driver: {floor:.2f} ms (×{median / floor:.1f})",
        "≤ 3×",
        median <= 3 * floor,
    )


def tuple_of(*columns: object) -> tuple[object, ...]:
    """A row as it comes."""
    return columns


def backup(bench: Bench, make: Callable[[Path], object]) -> Figure:
    """Wall time of a verified backup against a plain copy and an integrity check of the same file."""
    size = bench.folder.database.stat().st_size
    with tempfile.TemporaryDirectory(dir=bench.folder.root) as scratch:
        floor = _copy_and_check(bench, Path(scratch))
        before = time.perf_counter()
        make(Path(scratch))
        taken = time.perf_counter() - before
    return Figure(
        f"verified backup of {size / 1e6:.0f} MB, wall",
        f"{taken:.1f} s",
        f"plain copy + integrity check: {floor:.1f} s (×{taken / floor:.1f})",
        "≤ 3×",
        taken <= 3 * floor,
    )


def _copy_and_check(bench: Bench, scratch: Path) -> float:
    copy = scratch / "copy.db"
    before = time.perf_counter()
    shutil.copyfile(bench.folder.database, copy)
    with closing(connect(copy, bench.data_key)) as raw:
        raw.execute("PRAGMA integrity_check").fetchall()
    taken = time.perf_counter() - before
    copy.unlink()
    return taken


def measure(make_backup: Callable[[Bench, Path], object], rows: int) -> list[Figure]:
    """All figures on one vault with ``rows`` people (about 0.45 kB each)."""
    root = Path(tempfile.mkdtemp(prefix=f"bench-{secrets.token_hex(2)}-"))
    try:
        bench = make_vault(root)
        with closing(bench.database):
            fill(bench, rows)
            return [
                save(bench),
                opening(bench, root),
                keyset_page(bench),
                backup(bench, lambda scratch: make_backup(bench, scratch)),
            ]
    finally:
        shutil.rmtree(root)
