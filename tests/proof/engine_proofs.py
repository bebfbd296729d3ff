"""The engines proved on the driver alone: nothing lost with FULL, and losses found where there must be some."""

import sys
import tempfile
from pathlib import Path

from tests.proof.counted import Counted, Scale
from tests.proof.faults import FaultPlan, sweep
from tests.proof.forkserver import ForkServer, Outcome
from tests.proof.judge import Finding, Tally, fast_scratch, judge
from tests.proof.kills import KillPlan, kills
from tests.proof.paired import verify
from tests.proof.recorder import DEFAULT_BUILD_DIR, record

MODULE = "tests.proof.paired"
SEED = 20_260_901
STATES = {Scale.SHORT: 600, Scale.LONG: 20_000}
COMMITS = {Scale.SHORT: 40, Scale.LONG: 80}
KILLS = {Scale.SHORT: 6, Scale.LONG: 200}
KILL_COMMITS = 200
NEXT_START_S = 3.0


def program(folder: Path, synchronous: str, commits: int) -> list[str]:
    """The command that writes pairs into ``folder``."""
    return [sys.executable, "-m", MODULE, str(folder), synchronous, str(commits)]


def replayed(synchronous: str, *, commits: int, count: int, build_dir: Path) -> Tally:
    """Record a run with this ``synchronous`` and judge the disks that power cuts could leave."""
    with tempfile.TemporaryDirectory(dir=fast_scratch()) as made:
        log = record(program(Path(made), synchronous, commits), Path(made), {}, build_dir)
    return judge(log, f"{MODULE}:verify", count=count, seed=SEED)


def _power_loss(name: str, synchronous: str, scale: Scale, *, must_fail: bool) -> Counted:
    commits, count = COMMITS[scale], STATES[scale]
    tally = replayed(synchronous, commits=commits, count=count, build_dir=DEFAULT_BUILD_DIR)
    ok = tally.found[Finding.LOST] > 0 if must_fail else tally.all_whole
    notes = () if must_fail else tuple(tally.examples)
    return Counted(name, tally.counts(), ok, tally.seconds, notes)


def power_loss(scale: Scale) -> Counted:
    """FULL: no state is corrupt, short of a commit, or half."""
    return _power_loss("driver-power-loss", "FULL", scale, must_fail=False)


def power_loss_normal(scale: Scale) -> Counted:
    """NORMAL loses acknowledged commits; a harness that misses that proves nothing."""
    return _power_loss("driver-power-loss-normal-must-fail", "NORMAL", scale, must_fail=True)


def power_loss_off(scale: Scale) -> Counted:
    """OFF loses acknowledged commits and corrupts."""
    return _power_loss("driver-power-loss-off-must-fail", "OFF", scale, must_fail=True)


def borne(server: ForkServer, outcome: Outcome, folder: Path) -> str | None:
    """After a fault: every pair acknowledged on stdout is there, whole, and the program ended by itself."""
    if outcome.outcome in {"killed", "timeout"}:
        return outcome.outcome
    acked = [line.removeprefix("ACK ") for line in outcome.stdout.splitlines() if line.startswith("ACK ")]
    looked = server.call("look", str(folder), acked)
    if not looked.done:
        return f"cannot be opened: {looked.text}"
    return None if looked.value[0] == Finding.WHOLE else " ".join(looked.value)


FAULT_PLAN = FaultPlan(MODULE, "write_three_pairs", borne)


def faults(scale: Scale) -> Counted:
    """Every counted call of three commits fails once in every way."""
    tally = sweep(FAULT_PLAN, DEFAULT_BUILD_DIR, every=5 if scale is Scale.SHORT else 1)
    return Counted("driver-faults", tally.counts(), tally.all_borne, tally.seconds, tuple(tally.complaints))


KILL_PLAN = KillPlan(lambda folder: program(folder, "FULL", KILL_COMMITS), verify, chain=5)


def kill_nine(scale: Scale) -> Counted:
    """SIGKILL at random moments and calls loses no acknowledged pair, and the next start is quick."""
    tally = kills(KILL_PLAN, DEFAULT_BUILD_DIR, runs=KILLS[scale], seed=SEED)
    ok = tally.all_whole and tally.slowest_s <= NEXT_START_S
    return Counted("driver-kills", tally.counts(), ok, tally.seconds, tuple(tally.examples))
