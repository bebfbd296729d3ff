"""``python -m benchmarks.packet``: a release's packet from the press of the key to the files, one and fifty."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple, TypeVar

from benchmarks.figures import Figure
from facility_app.db.driver import sqlite_version
from facility_app.modules.discharge.papers.packet import PacketFile
from facility_app.modules.discharge.papers.packet_files import render_packet
from facility_app.modules.discharge.service.packets import MakePacket, make_packet
from facility_app.modules.residents.domain.person import Person
from tests.modules.discharge.leaving import DUC, FONTS, FORMS, House, copied, found
from tests.proof.results import machine_line, record_section

T = TypeVar("T")
RESULTS = Path(__file__).parent / "RESULTS.md"
END = date(2026, 9, 1)
GOAL_ONE_S, GOAL_FIFTY_S = 1.0, 25.0


class Cost(NamedTuple):
    """Seconds by the clock and of the processor."""

    wall: float
    cpu: float


def figures(people: int) -> list[Figure]:
    """One packet with the engine warm, then those of a day."""
    with _house() as house:
        stays = [house.admit(person=_named(place)) for place in range(people + 2)]
        house.at(END - timedelta(days=1))
        first, one, *day = stays
        _made(house, first)
        alone, _ = _timed(lambda: _made(house, one))
        many, papers = _timed(lambda: _of_a_day(house, day))
    return [
        _figure("one packet: papers issued, sealed, committed, set, digested", alone, GOAL_ONE_S),
        _figure(f"{people} packets of a day ({papers} files), each in its own transaction", many, GOAL_FIFTY_S),
    ]


def _figure(what: str, cost: Cost, goal: float) -> Figure:
    # As the other figures of papers: whatever else runs on the machine does not count.
    told = f"{cost.cpu:.2f} s ({cost.wall:.2f} s by the clock)"
    return Figure(f"{what}, CPU", told, "", f"≤ {goal:.0f} s", cost.cpu <= goal)


@contextmanager
def _house() -> Iterator[House]:
    with tempfile.TemporaryDirectory() as root:
        pattern = Path(root) / "pattern"
        pattern.mkdir()
        yield from copied(found(pattern), Path(root) / "facility")


def _named(place: int) -> Person:
    return replace(DUC, name=f"Nguyễn Văn {'Abcdeghiklmnopqrstuvxy'[place % 22].upper()}{'a' * (place // 22 + 1)}")


def _made(house: House, stay: str) -> tuple[PacketFile, ...]:
    return render_packet(house.write(make_packet, MakePacket(stay), FORMS), FORMS, FONTS)


def _of_a_day(house: House, stays: list[str]) -> int:
    return sum(len(_made(house, stay)) for stay in stays)


def _timed(work: Callable[[], T]) -> tuple[Cost, T]:
    wall, cpu = time.perf_counter(), time.process_time()
    made = work()
    return Cost(time.perf_counter() - wall, time.process_time() - cpu), made


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description="Measure how fast a handover packet is made.")
    parser.add_argument("--people", type=int, default=50, help="releases of the day")
    parser.add_argument("--results", type=Path, default=RESULTS, help="file to write to")
    asked = parser.parse_args()
    measured = figures(asked.people)
    machine = machine_line(".".join(map(str, sqlite_version())))
    heads = ["| What | Measured | Floor | Goal | Holds |", "|---|---|---|---|---|"]
    text = "\n".join(["## Packets", "", machine, "", *heads, *(figure.row() for figure in measured)])
    print(text)
    record_section(asked.results, "figures-packets", text)
    return 0 if all(figure.holds for figure in measured) else 1


if __name__ == "__main__":
    sys.exit(main())
