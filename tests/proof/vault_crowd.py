"""Several processes save into one file at once: each waits for the others, none fails, none overlooks another."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.helpers.processes import ROOT, environment
from tests.proof.counted import Counted, Scale
from tests.proof.judge import Finding, fast_scratch
from tests.proof.vault_facility import Place, found_with_pair, save_unit, say, units_of
from tests.proof.vault_scenes import FOLD_EVERY
from tests.proof.vault_verdict import weigh_units

PROCESSES: Final = 4
SAVES: Final = {Scale.SHORT: 30, Scale.LONG: 625}


def work(root: str, saves: int) -> None:
    """Save as often as asked, and fold the log now and then while the others write."""
    with Place(Path(root)).open() as opened:
        for _ in range(saves):
            number = save_unit(opened)
            say(f"ACK {number}")
            if number % FOLD_EVERY == 0:
                opened.database.tend()


def together(root: Path, saves: int) -> list["subprocess.Popen[str]"]:
    """Start every process; they end by themselves."""
    command = [sys.executable, "-m", __name__, str(root), str(saves)]
    pipe = subprocess.PIPE
    return [
        subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=pipe, stderr=pipe, text=True)
        for _ in range(PROCESSES)
    ]


def concurrency(scale: Scale) -> Counted:
    """Every save of every process counts once, in the records, the trail and the outbox."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="vault-", dir=fast_scratch()) as made:
        place = found_with_pair(Path(made))
        ended = [(*running.communicate(), running.returncode) for running in together(place.root, SAVES[scale])]
        acked = [line.removeprefix("ACK ") for out, _, _ in ended for line in out.splitlines()]
        with place.open() as opened:
            verdict = weigh_units(opened, acked)
            saved = len(units_of(opened).made)
    notes = [err.strip() for _, err, status in ended if status] + [verdict.detail] * bool(verdict.detail)
    due = PROCESSES * SAVES[scale]
    counts = {
        "processes": PROCESSES,
        "saves": due,
        "saved": saved,
        "lost updates": due - len(set(acked)),
        "failed processes": sum(status != 0 for _, _, status in ended),
    }
    ok = saved == len(set(acked)) == due and verdict.finding is Finding.WHOLE and not notes
    return Counted("vault-concurrency", counts, ok, time.perf_counter() - began, tuple(notes))


def main(arguments: Sequence[str]) -> None:
    """One of the processes."""
    work(arguments[0], int(arguments[1]))


if __name__ == "__main__":
    main(sys.argv[1:])
