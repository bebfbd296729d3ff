"""Cases of ``term`` gone bad in every way: each is answered or refused in words, none ends the program."""

import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Final

from tests.modules.stays.twisted import outcome, twisted
from tests.proof.counted import Counted, Scale

SEED: Final = 20_261_123
CASES: Final = {Scale.SHORT: 300, Scale.LONG: 40_000}
EXAMPLES: Final = 5


def term_twisted(scale: Scale) -> Counted:
    """Ask the clock about every case; whatever is raised besides a refusal in words is a fault."""
    began = time.monotonic()
    chance = Random(SEED)
    found: Counter[str] = Counter()
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="term-") as made:
        for number in range(CASES[scale]):
            case = twisted(chance, number)
            try:
                found[outcome(case, Path(made))] += 1
            except Exception as error:  # noqa: BLE001 - the proof is that there is none
                faults.append(f"case {number}: {error!r} in {case}"[:400])
    answered = found.pop("answered", 0)
    counts = {
        "cases": CASES[scale],
        "answered": answered,
        "refused": found.total(),
        "rules that refused": len(found),
        "faults": len(faults),
    }
    holds = not faults and answered > 0 and found["term_date_range"] > 0
    return Counted("term-twisted", counts, holds, time.monotonic() - began, tuple(faults[:EXAMPLES]))
