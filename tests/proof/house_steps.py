"""Random days of a house against a plain model: nobody in two beds, no bed with two, everybody counted."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from facility_app.modules.housing.module import SPEC as HOUSING
from tests.helpers.facility import Facility, founded
from tests.helpers.fakes import CountingIds, FixedClock
from tests.helpers.probe import VaultFile
from tests.helpers.slots import RecordedSlots
from tests.modules.housing.home import Home, furnish, home_in
from tests.modules.housing.steps import machine, people_for
from tests.modules.stays.house import NOW, house_in
from tests.proof.counted import Counted, Scale
from tests.proof.judge import fast_scratch

RUNS: Final = {Scale.SHORT: (3, 50), Scale.LONG: (1_200, 100)}
"""Runs, and steps of each; a run begins with the house as it was furnished."""


@contextmanager
def at_home(folder: Path) -> Iterator[Home]:
    """A small house with people in it and no bed given yet."""
    made = founded(folder)
    facility = next(made)
    house_in(facility)
    furnish(facility)
    assert next(made, None) is None
    file = VaultFile(facility.file.folder, clock=FixedClock(NOW), ids=CountingIds(100_000), modules=(HOUSING,))
    with closing(file.database()) as database:
        home = home_in(Facility(file, database, RecordedSlots(), facility.admin))
        people_for(home)
        yield home


def house_steps(scale: Scale) -> Counted:
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
    with tempfile.TemporaryDirectory(prefix="house-", dir=fast_scratch()) as made, at_home(Path(made)) as home:
        at_this_house = machine(home)
        try:
            run_state_machine_as_test(at_this_house, settings=how)
        except AssertionError as told:
            notes = (f"{told}", *getattr(told, "__notes__", ()))
        tally = at_this_house.tally
    counts = {"runs": tally.runs, "steps": tally.steps, "done": tally.done, "refused by both": tally.refused}
    ok = not notes and tally.done > 0 < tally.refused
    return Counted("house-steps", counts, ok, time.monotonic() - began, notes)
