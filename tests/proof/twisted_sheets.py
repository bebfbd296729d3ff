"""Foreign spreadsheets gone bad in every way: each is read or refused in words, none takes the program along."""

import time
from collections import Counter
from random import Random
from typing import Final

from tests.proof.counted import Counted, Scale
from tests.sheets.twisted import originals, twisted
from tests.sheets.twisted_reading import outcome

SEED: Final = 20_261_122
FILES: Final = {Scale.SHORT: 150, Scale.LONG: 20_000}
SLOWEST_S: Final = 20
EXAMPLES: Final = 5


def twisted_sheets(scale: Scale) -> Counted:
    """Read every file as the import does; whatever is raised besides a refusal in words is a fault."""
    began = time.monotonic()
    chance, files = Random(SEED), originals()
    outcomes: Counter[str] = Counter()
    faults: list[str] = []
    for number in range(FILES[scale]):
        content, name = twisted(files, chance)
        before = time.process_time()
        try:
            found = outcome(content, name)
        except Exception as error:  # noqa: BLE001 - the proof is that there is none
            found = "fault"
            faults.append(f"file {number} ({name}): {error!r}"[:200])
        if found == "unfilled" or time.process_time() - before > SLOWEST_S:
            faults.append(f"file {number} ({name}): {found}, {time.process_time() - before:.1f} s")
        outcomes["read" if found == "read" else "refused"] += found != "fault"
    counts = {
        "files": FILES[scale],
        "read": outcomes["read"],
        "refused": outcomes["refused"],
        "faults": len(faults),
    }
    holds = not faults and outcomes["read"] > 0 and outcomes["refused"] > 0
    return Counted("twisted-sheets", counts, holds, time.monotonic() - began, tuple(faults[:EXAMPLES]))
