"""The figures of the window: cold start, sign-in, hits while typing, the first page of a long list, memory."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.people import found_with_people
from benchmarks.window_frames import FRAME_MS
from facility_app.app.paths import STATE_VARIABLE

PEOPLE = 25_000
STARTS = 5
START_RATIO, SIGN_IN_MS, HITS_MS, PAGE_MS, MEMORY_MB = 1.5, 1000, 50, 100, 300


READ_ALL = "from facility_app.app.window import program; program.read_inside(); program.read_later()"


def window_figures(people: int = PEOPLE) -> list[Figure]:
    """All of them, on one facility with so many people; every program runs in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="bench-window-") as scratch:
        root = Path(scratch)
        found_with_people(root, people)
        # Byte code lies there where the program is installed: compiling it takes memory that is never given back.
        subprocess.run([sys.executable, "-c", READ_ALL], env=_environment(root), check=True)
        answer = subprocess.run(
            [sys.executable, "-m", "benchmarks.window_session", str(root)],
            env=_environment(root),
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        )
        took: dict[str, float] = json.loads(answer.stdout.splitlines()[-1])
        return [
            _cold_start(root),
            _sign_in(took),
            _hits(took, people),
            _first_page(took, people),
            _frames(took),
            _memory(took),
        ]


def _environment(root: Path) -> dict[str, str]:
    """No screen, no keyring of whoever measures, and the state folder of the measured facility.

    Byte code is kept, as where the program is installed: otherwise every start would compile it anew.
    """
    bus = f"unix:path={root / 'no-bus'}"
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **inherited,
        "PYTHONPYCACHEPREFIX": str(root / "bytecode"),
        "QT_QPA_PLATFORM": "offscreen",
        "DBUS_SESSION_BUS_ADDRESS": bus,
        STATE_VARIABLE: str(root / "state"),
    }


def _started(root: Path, *what: str) -> float:
    before = time.perf_counter()
    command = [sys.executable, "-m", "benchmarks.window_start", *what]
    subprocess.run(command, env=_environment(root), check=True)
    return time.perf_counter() - before


def _cold_start(root: Path) -> Figure:
    _started(root, "bare"), _started(root, "login", str(root / "data"))  # files come to the disk's cache
    pairs = [(_started(root, "login", str(root / "data")), _started(root, "bare")) for _ in range(STARTS)]
    ours, bare = (statistics.median(side) for side in zip(*pairs, strict=True))
    return Figure(
        "process start to the login painted, wall",
        f"{ours:.2f} s median of {STARTS}",
        f"a bare window with a table: {bare:.2f} s (×{ours / bare:.2f})",
        f"≤ {START_RATIO}×",
        ours <= START_RATIO * bare,
    )


def _sign_in(took: dict[str, float]) -> Figure:
    ours, floor = took["sign_in"], took["raw_enter"]
    return Figure(
        "password to the first page painted, wall",
        f"{ours / 1000:.2f} s",
        f"unwrapping the key alone: {floor / 1000:.2f} s (×{ours / floor:.1f})",
        "≤ 1 s",
        ours <= SIGN_IN_MS,
    )


def _hits(took: dict[str, float], people: int) -> Figure:
    ours, pause, floor = took["hits"], took["pause"], took["raw_search"]
    return Figure(
        f"a key to its hits among {people:,} people painted, wall",
        f"{ours:.0f} ms p95, of which {pause:.0f} ms wait for the next key",
        f"raw full-text query: {floor:.1f} ms p95 (×{(ours - pause) / floor:.1f} without the wait)",
        f"≤ {HITS_MS} ms",
        ours <= HITS_MS,
    )


def _first_page(took: dict[str, float], people: int) -> Figure:
    ours, floor = took["first_page"], took["raw_ids"]
    return Figure(
        f"{people:,} rows in another order, the first ones painted, wall",
        f"{ours:.0f} ms median",
        f"raw driver, all ids in order: {floor:.0f} ms (×{ours / floor:.1f})",
        f"≤ {PAGE_MS} ms",
        ours <= PAGE_MS,
    )


def _frames(took: dict[str, float]) -> Figure:
    longest, pieces, long = took["frame"], int(took["pieces"]), int(took["long_pieces"])
    return Figure(
        "every page of the rail and a person opened for the first time: the longest turn of the event loop, CPU",
        f"{longest:.0f} ms; {long} of {pieces:,} turns over {FRAME_MS} ms",
        "none",
        f"≤ {FRAME_MS} ms",
        longest <= FRAME_MS,
    )


def _memory(took: dict[str, float]) -> Figure:
    return Figure(
        "memory of the program after all this",
        f"{took['memory']:.0f} MB resident",
        "none",
        f"≤ {MEMORY_MB} MB",
        took["memory"] <= MEMORY_MB,
    )
