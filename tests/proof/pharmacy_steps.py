"""Random days of a pharmacy against a plain model: shelf, book and chain agree, each thousandth is somewhere."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.modules.pharmacy.store import Pharmacy, opened
from tests.modules.pharmacy.waste_steps import machine
from tests.proof.counted import Counted, Scale
from tests.proof.judge import fast_scratch

RUNS: Final = {Scale.SHORT: (2, 25), Scale.LONG: (1_200, 100)}
"""Runs, and steps of each; a run begins with empty shelves."""


@contextmanager
def at_work(folder: Path) -> Iterator[Pharmacy]:
    """A furnished pharmacy in which nothing lies anywhere."""
    with closing(opened(folder)) as made:
        yield next(made)


def pharmacy_steps(scale: Scale) -> Counted:
    """Take every step twice, in the file and in the model, and compare both after each."""
    began = time.monotonic()
    runs, steps = RUNS[scale]
    notes: tuple[str, ...] = ()
    how = settings(
        max_examples=runs,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    with (
        tempfile.TemporaryDirectory(prefix="pharmacy-", dir=fast_scratch()) as made,
        at_work(Path(made)) as pharmacy,
    ):
        at_this_pharmacy = machine(pharmacy)
        try:
            run_state_machine_as_test(at_this_pharmacy, settings=how)
        except AssertionError as told:
            notes = (f"{told}", *getattr(told, "__notes__", ()))
        tally = at_this_pharmacy.tally
    counts = {
        "runs": tally.runs,
        "steps": tally.steps,
        "done": tally.done,
        "refused by both": tally.refused,
        "doses": tally.doses,
        "handed in": tally.handed_in,
        "destroyed": tally.destroyed,
        "rows verified": tally.rows,
    }
    ok = not notes and min(tally.doses, tally.refused, tally.rows, tally.handed_in, tally.destroyed) > 0
    return Counted("pharmacy-steps", counts, ok, time.monotonic() - began, notes)
