"""Several processes save into one file at once: each waits for the others, none fails, none overlooks another."""

import tempfile
import time
from pathlib import Path
from typing import Final

from tests.proof.counted import Counted, Scale
from tests.proof.judge import Finding, fast_scratch
from tests.proof.vault_facility import Place, found_with_pair, save_unit, say, units_of
from tests.proof.vault_scenes import FOLD_EVERY
from tests.proof.vault_verdict import weigh_units
from tests.proof.warm import at_once, warm_server

MODULE: Final = "tests.proof.vault_crowd"
TIMEOUT_S: Final = 600
PROCESSES: Final = 4
SAVES: Final = {Scale.SHORT: 15, Scale.LONG: 625}


def work(root: str, saves: int) -> None:
    """Save as often as asked, and fold the log now and then while the others write."""
    with Place(Path(root)).open() as opened:
        for _ in range(saves):
            number = save_unit(opened)
            say(f"ACK {number}")
            if number % FOLD_EVERY == 0:
                opened.database.tend()


def together(root: str, saves: int) -> list[int]:
    """Every process at once; how each ended."""
    return at_once(lambda _number: work(root, saves), PROCESSES)


def concurrency(scale: Scale) -> Counted:
    """Every save of every process counts once, in the records, the trail and the outbox."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="vault-", dir=fast_scratch()) as made:
        place = found_with_pair(Path(made))
        ended = warm_server().call(f"{MODULE}:together", str(place.root), SAVES[scale], timeout_s=TIMEOUT_S)
        acked = [line.removeprefix("ACK ") for line in ended.stdout.splitlines()]
        with place.open() as opened:
            verdict = weigh_units(opened, acked)
            saved = len(units_of(opened).made)
    failed = sum(map(bool, ended.value)) if ended.done else PROCESSES
    notes = [ended.stderr.strip()] * bool(failed) + [verdict.detail] * bool(verdict.detail)
    due = PROCESSES * SAVES[scale]
    counts = {
        "processes": PROCESSES,
        "saves": due,
        "saved": saved,
        "lost updates": due - len(set(acked)),
        "failed processes": failed,
    }
    ok = saved == len(set(acked)) == due and verdict.finding is Finding.WHOLE and not failed and not notes
    return Counted("vault-concurrency", counts, ok, time.perf_counter() - began, tuple(notes))
