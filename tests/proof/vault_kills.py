"""The whole program is killed at any moment: nothing promised is lost, and the next start is quick."""

import shutil
import tempfile
from pathlib import Path
from typing import Final

from tests.proof import vault_worker
from tests.proof.counted import Counted, Scale
from tests.proof.judge import fast_scratch
from tests.proof.kills import KillPlan, KillTally, kills
from tests.proof.recorder import DEFAULT_BUILD_DIR
from tests.proof.vault_facility import found_with_pair
from tests.proof.warm import warm_server

SEED: Final = 20_261_123
SAVES: Final = {Scale.SHORT: 13, Scale.LONG: 30}
CHAIN: Final = 5
RUNS: Final = {Scale.SHORT: 2, Scale.LONG: 1_120}
"""Some runs are over before their moment comes; those are no kills."""
KILLS: Final = {Scale.SHORT: 1, Scale.LONG: 1_000}
WORKERS: Final = {Scale.SHORT: 1, Scale.LONG: 2}
NEXT_START_S: Final = 3.0


def killed(runs: int, saves: int, workers: int) -> KillTally:
    """Kill the program ``runs`` times while it saves ``saves`` units; every folder is a copy of one."""
    with tempfile.TemporaryDirectory(prefix="vault-", dir=fast_scratch()) as made:
        found_with_pair(Path(made))
        plan = KillPlan(
            lambda _folder: [saves],
            vault_worker.verify,
            prepare=lambda folder: shutil.copytree(made, folder, dirs_exist_ok=True),
            chain=CHAIN,
            forked=f"{vault_worker.__name__}:work",
        )
        warm = [warm_server(number) for number in range(workers)]
        return kills(plan, DEFAULT_BUILD_DIR, runs=runs, seed=SEED, warm=warm)


def kill_nine(scale: Scale) -> Counted:
    """SIGKILL of the program at work; the time of a start includes a full check and every backup verified."""
    tally = killed(RUNS[scale], SAVES[scale], WORKERS[scale])
    ok = tally.all_whole and tally.killed >= KILLS[scale] and tally.acked > 0 and tally.slowest_s <= NEXT_START_S
    return Counted("vault-kills", tally.counts(), ok, tally.seconds, tuple(tally.examples))
