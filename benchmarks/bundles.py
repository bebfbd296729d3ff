"""``python -m benchmarks.bundles``: what leaving for the province costs, and what taking it in costs there.

B is ``sqlite3 .dump | zstd -3 | age`` over a plain copy of the same facility, made before the clock starts.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final, TypeVar

from benchmarks.figures import Figure
from facility_app.app.demo.fiction import make_demo
from facility_app.app.demo.sizes import Size
from facility_app.db.driver import DatabaseError, sqlite_version
from facility_app.db.folder import DataFolder
from facility_app.sync.export import Part
from tests.helpers.desk import CHEAP
from tests.helpers.facility import Facility
from tests.helpers.odd_rows import synced_tables
from tests.helpers.receiving import Bench, demo_bench, plain_connection
from tests.helpers.server import new_database
from tests.proof.results import machine_line, record_section

T = TypeVar("T")
RESULTS: Final = Path(__file__).parent / "RESULTS.md"
SEED: Final = 20_261_123
CHANGES: Final = 20_000
MOST_B, MOST_SIZE, MOST_GROWTH = 2.0, 1.2, 1.2
FIRST_S, A_ROW_US, NOTHING_S, MOST_MB = 0.05, 80, 0.1, 200
LEAST_ROWS_S: Final = 20_000


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock and of the processor."""

    wall: float
    cpu: float

    def told(self) -> str:
        """Both."""
        return f"{self.cpu:.2f} s CPU, {self.wall:.2f} s by the clock"


def figures() -> list[Figure]:
    """A facility of the usual size, and a small one to see what size costs."""
    with _facility(Size.S) as small, _facility(Size.M) as usual:
        few = _incremental(small)
        floor, size = _floor(usual)
        parts, full = _timed(lambda: usual.export(is_full=True))
        memory = _memory(usual)
        rows, bytes_ = sum(one.rows for one in parts), sum(one.size for one in parts)
        taken = _taken(usual, parts, rows)
        many = _incremental(usual)
        _none, nothing = _timed(usual.export)
        grown = many.cpu / few.cpu
        limit = FIRST_S + CHANGES * A_ROW_US / 1_000_000
        return [
            Figure(
                f"full export of {rows} rows",
                full.told(),
                f"B: {floor.wall:.2f} s by the clock (×{full.wall / floor.wall:.2f})",
                f"≤ {MOST_B:g} B",
                full.wall <= MOST_B * floor.wall,
            ),
            Figure(
                "its size",
                f"{bytes_ / 1e6:.2f} MB",
                f"B: {size / 1e6:.2f} MB (×{bytes_ / size:.2f})",
                f"≤ {MOST_SIZE:g} B",
                bytes_ <= MOST_SIZE * size,
            ),
            Figure(
                "memory of a process that exports all",
                f"{memory:.0f} MB",
                "",
                f"≤ {MOST_MB} MB",
                memory <= MOST_MB,
            ),
            Figure(
                f"export of {CHANGES} changes",
                many.told(),
                f"allowed: {limit:.2f} s",
                f"≤ {FIRST_S} s + {A_ROW_US} µs a row",
                many.cpu <= limit,
            ),
            Figure(
                "the same from a facility five times as large",
                f"×{grown:.2f}",
                few.told(),
                f"≤ ×{MOST_GROWTH:g}",
                grown <= MOST_GROWTH,
            ),
            Figure("export of nothing new", nothing.told(), "", f"≤ {NOTHING_S} s", nothing.cpu <= NOTHING_S),
            *taken,
        ]


def _floor(bench: Bench) -> tuple[Cost, int]:
    """B of a facility, and its bytes."""
    with tempfile.TemporaryDirectory() as folder:
        plain, made = Path(folder, "plain.db"), Path(folder, "b")
        with plain_connection(bench.facility) as connection:
            connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
            connection.execute("SELECT sqlcipher_export('plain')")
            connection.execute("DETACH DATABASE plain")
        recipient = bench.province.ends.province[1]
        line = f"sqlite3 '{plain}' .dump | zstd -3 -q | age -r {recipient} > '{made}'"
        _done, cost = _timed(lambda: subprocess.run(line, shell=True, check=True))
        return cost, made.stat().st_size


def _incremental(bench: Bench) -> Cost:
    """Everything arrived; then so many rows change, here and there, and travel."""
    with bench.receiver(bench.spool / "receiver") as receiver:
        receiver.take(*bench.export(is_full=True))
        bench.take_in(receiver.answers())
        _change(bench.facility, CHANGES)
        parts, cost = _timed(bench.export)
        sent = sum(one.rows for one in parts)
        if not CHANGES * 0.8 <= sent <= CHANGES * 1.2:
            message = f"{sent} rows went, not {CHANGES}"
            raise RuntimeError(message)
        receiver.take(*parts)
        bench.take_in(receiver.answers())
    return cost


def _change(facility: Facility, wanted: int) -> None:
    """Rows of every table that lets itself be written to, in its share."""
    chance = Random(SEED)
    with plain_connection(facility) as connection:
        crowd: list[tuple[str, str]] = []
        for table in synced_tables():
            try:
                connection.execute(
                    f'UPDATE "{table.name}" SET updated_at = updated_at WHERE id IS NULL OR rowid = 1'
                )
            except DatabaseError:
                connection.rollback()  # what is never written over
                continue
            connection.rollback()
            crowd += [(table.name, row_id) for (row_id,) in connection.execute(f'SELECT id FROM "{table.name}"')]
        for name, row_id in chance.sample(crowd, min(wanted, len(crowd))):
            connection.execute(f'UPDATE "{name}" SET version = version + 1 WHERE id = ?', (row_id,))
        connection.commit()


def _taken(bench: Bench, parts: tuple[Part, ...], rows: int) -> list[Figure]:
    """A full bundle into PostgreSQL, and once more."""
    with tempfile.TemporaryDirectory() as folder, bench.receiver(Path(folder, "pg"), new_database()) as receiver:
        _first, first = _timed(lambda: receiver.take(*parts))
        held = receiver.held()
        receiver.take(*parts)
        rate = rows / first.wall
        same = sum(map(len, held.values())) == rows and receiver.held() == held
        return [
            Figure(
                "taking it in on PostgreSQL",
                f"{rate:,.0f} rows/s",
                first.told(),
                f"≥ {LEAST_ROWS_S:,} rows/s",
                rate >= LEAST_ROWS_S,
            ),
            Figure(
                "the same bundles brought again", "no row changed" if same else "rows changed", "", "no row", same
            ),
        ]


def _memory(bench: Bench) -> float:
    """MB of a process of its own that exports everything."""
    file = bench.facility.file
    command = [sys.executable, "-m", "benchmarks.weighing", str(file.folder), str(bench.spool)]
    key = (file.key.key + file.key.salt).hex()
    return float(subprocess.run(command, input=key, capture_output=True, text=True, check=True).stdout)


@contextmanager
def _facility(size: Size) -> Iterator[Bench]:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        root = Path(folder)
        make_demo(DataFolder(root / "data"), size, 1, root / "state", CHEAP)
        yield stack.enter_context(demo_bench(DataFolder(root / "data"), root / "state", root / "spool"))


def _timed(work: Callable[[], T]) -> tuple[T, Cost]:
    wall, cpu = time.perf_counter(), time.process_time()
    made = work()
    return made, Cost(time.perf_counter() - wall, time.process_time() - cpu)


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description="Measure bundles on both ends.")
    parser.add_argument("--results", type=Path, default=RESULTS, help="file to write to")
    asked = parser.parse_args()
    measured = figures()
    machine = machine_line(".".join(map(str, sqlite_version())))
    head = [
        "## Figures of bundles",
        "",
        machine,
        "",
        "| What | Measured | Floor | Goal | Holds |",
        "|---|---|---|---|---|",
    ]
    text = "\n".join([*head, *(one.row() for one in measured)])
    print(text)
    record_section(asked.results, "figures-bundles", text)
    return 0 if all(one.holds for one in measured) else 1


if __name__ == "__main__":
    sys.exit(main())
