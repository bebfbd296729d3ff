"""Two clocks of the term, one slow and plain and knowing nothing of the other, agree on random histories."""

import tempfile
import time
from pathlib import Path
from random import Random
from typing import Final

from tests.modules.stays.clockwork import answers, disagreements, ledger_faults
from tests.modules.stays.histories import history
from tests.proof.counted import Counted, Scale

SEED: Final = 20_261_122
HISTORIES: Final = {Scale.SHORT: 300, Scale.LONG: 10_000}
EXAMPLES: Final = 5


def term_clocks(scale: Scale) -> Counted:
    """Compare every answer, and every ledger with its own sums."""
    began = time.monotonic()
    chance = Random(SEED)
    cases = [history(chance, number) for number in range(HISTORIES[scale])]
    with tempfile.TemporaryDirectory(prefix="term-") as made:
        different = disagreements(cases, Path(made))
        faults = [fault for answer in answers(cases, Path(made)) for fault in ledger_faults(answer)]
    counts = {
        "histories": len(cases),
        "events": sum(len(case["events"]) for case in cases),
        "different": len(different),
        "ledger faults": len(faults),
    }
    notes = (*different[:EXAMPLES], *faults[:EXAMPLES])
    return Counted("term-clocks", counts, not different and not faults, time.monotonic() - began, notes)
