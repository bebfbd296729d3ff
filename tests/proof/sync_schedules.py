"""Real facilities, a real receiver, sticks lost, doubled and mixed up: in the end both hold the same rows (R7).

Three facilities write and export, sometimes in parts; each bundle is brought never, once or several times, in any
order; half of the receipts are lost. A last round in order, and the receiver's rows are the facilities' own, none
twice, and nobody was told of a restore that never was.
"""

import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final
from unittest.mock import patch

import sqlalchemy as sa

from facility_app.sync import export
from facility_app.sync.export import Part
from tests.helpers.exchange import Province
from tests.helpers.facility import founded
from tests.helpers.odd_rows import AT, row_id
from tests.helpers.receiving import Bench, Receiver, moved_home
from tests.proof.counted import Counted, Scale
from tests.proof.judge import fast_scratch

SEED: Final = 20_261_123
SCHEDULES: Final = {Scale.SHORT: 1, Scale.LONG: 500}
EXPORTS: Final = {Scale.SHORT: 4, Scale.LONG: 6}
FACILITIES: Final = ("G01.28.1", "G01.28.2", "G01.28.3")
ROWS: Final = 12
PART: Final = 250_000
"""Bytes of a part here; the least one may ask for is four times that."""
SLIGHT, BULKY, BULKS = 30, 20_000, 0.15
"""Letters of a row's name; of so many works the rows are bulky."""
EXAMPLES: Final = 5


def sync_schedules(scale: Scale) -> Counted:
    """Play the schedules; a facility whose rows are not the receiver's is a fault."""
    began = time.monotonic()
    counts, faults = Counter[str](), list[str]()
    with patch.object(export, "LEAST_PART", PART):
        for number in range(SCHEDULES[scale]):
            with _walk(Random(SEED + number), counts) as walk:
                for _ in range(EXPORTS[scale] * len(FACILITIES)):
                    walk.step()
                faults += [f"schedule {number}: {one}" for one in walk.settle()]
    figures = {"schedules": SCHEDULES[scale], **dict(sorted(counts.items())), "faults": len(faults)}
    enough = all(counts[name] for name in ("lost", "doubled", "receipts lost", "in parts"))
    return Counted(
        "sync-schedules", figures, not faults and enough, time.monotonic() - began, tuple(faults[:EXAMPLES])
    )


@dataclass
class _Walk:
    benches: list[Bench]
    receiver: Receiver
    chance: Random
    counts: Counter[str]
    way: list[Part] = field(default_factory=list)

    def step(self) -> None:
        """Somebody works and exports; some sticks arrive; some receipts do."""
        chance = self.chance
        bench = chance.choice(self.benches)
        self.work(bench)
        parts = bench.export(most=PART, is_full=chance.random() < 0.1)
        self.counts["exports"] += 1
        self.counts["in parts"] += len(parts) > 1
        for part in parts:
            times = chance.choice((0, 1, 1, 2, 3))
            self.counts["lost"] += times == 0
            self.counts["doubled"] += times > 1
            self.way += [part] * times
        chance.shuffle(self.way)
        arriving, self.way = self.way[: len(self.way) // 2], self.way[len(self.way) // 2 :]
        if arriving:
            self.receiver.take(*arriving)
            self.counts["brought"] += len(arriving)
        for one in self.benches:
            written = self.receiver.answers(one)
            answers = [answer for answer in written if chance.random() < 0.5]
            self.counts["receipts lost"] += len(written) - len(answers)
            one.take_in(answers)

    def work(self, bench: Bench) -> None:
        """Rows written, written over, and taken away."""
        chance, zones = self.chance, range(ROWS)
        told = {"created_at": AT, "created_by": "-", "updated_at": AT, "updated_by": "-", "version": 1}
        told |= {"kind": "a", "order_no": 1, "home": bench.home}
        size = BULKY if chance.random() < BULKS else SLIGHT
        rows = [
            {**told, "id": row_id("housing_zone", at), "code": f"Z{at}", "name": _name(chance, size)}
            for at in chance.sample(zones, chance.randint(1, 8))
        ]
        names, marks = ", ".join(rows[0]), ", ".join(f":{one}" for one in rows[0])
        statement = (
            f"INSERT INTO housing_zone ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET name = :name"
        )
        with bench.facility.database.write(bench.facility.admin) as uow:
            connection = uow.session.connection()
            connection.execute(sa.text(statement), rows)
            if chance.random() < 0.4:
                gone = row_id("housing_zone", chance.choice(zones))
                connection.execute(sa.text("DELETE FROM housing_zone WHERE id = :id"), {"id": gone})
            uow.commit()

    def settle(self) -> Iterator[str]:
        """One export of each arrives, in order; then both ends are looked at."""
        for bench in self.benches:
            self.receiver.take(*bench.export(most=PART))
            held = self.receiver.held(home=bench.home)
            if held != bench.own_rows():
                yield f"{bench.home} differs"
        for fac, frozen in self.receiver.rows("SELECT fac, frozen FROM recv_stream WHERE frozen IS NOT NULL"):
            yield f"{fac} was stopped: {frozen}"
        for table in ("recv_parked", "stg_housing_zone"):
            if self.receiver.count(table):
                yield f"{table} is not empty"


def _name(chance: Random, size: int) -> str:
    """Words that do not compress, so that a few long rows fill a part."""
    return "".join(map(chr, chance.choices(range(0x4E00, 0x9000), k=size)))


@contextmanager
def _walk(chance: Random, counts: Counter[str]) -> Iterator[_Walk]:
    with tempfile.TemporaryDirectory(dir=fast_scratch()) as folder, ExitStack() as stack:
        benches: list[Bench] = []
        province = Province()
        for home in FACILITIES:
            made = Path(folder, home)
            made.mkdir()
            facility = next(founded(made))
            stack.callback(facility.database.close)
            benches.append(Bench(moved_home(facility, home), Path(folder, f"spool {home}"), province))
        receiver = stack.enter_context(
            benches[0].receiver(Path(folder, "there"), **benches[0].believed_with(benches[1:]))
        )
        yield _Walk(benches, receiver, chance, counts)
