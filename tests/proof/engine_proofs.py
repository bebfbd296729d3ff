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
STATES = {Scale.SHORT: 400, Scale.LONG: 20_000}
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


def _power_cut(synchronous: str, scale: Scale) -> Tally:
    return replayed(synchronous, commits=COMMITS[scale], count=STATES[scale], build_dir=DEFAULT_BUILD_DIR)


def power_loss(scale: Scale) -> Counted:
    """FULL: no state is corrupt, short of a commit, or half, and they were not the same few disks."""
    tally = _power_cut("FULL", scale)
    ok = tally.all_whole and tally.states == STATES[scale] and len(tally.digests) > tally.states // 4
    return Counted("driver-power-loss", tally.counts(), ok, tally.seconds, tuple(tally.examples))


def power_loss_normal(scale: Scale) -> Counted:
    """NORMAL loses acknowledged commits and corrupts nothing; a harness that misses that proves nothing."""
    tally = _power_cut("NORMAL", scale)
    ok = tally.found[Finding.LOST] > 0 == tally.found[Finding.CORRUPT]
    return Counted("driver-power-loss-normal-must-fail", tally.counts(), ok, tally.seconds)


def power_loss_off(scale: Scale) -> Counted:
    """OFF loses acknowledged commits and corrupts."""
    tally = _power_cut("OFF", scale)
    ok = tally.found[Finding.LOST] > 0 < tally.found[Finding.CORRUPT]
    return Counted("driver-power-loss-off-must-fail", tally.counts(), ok, tally.seconds)


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
    """Every counted call of three commits fails once in every way, and not every failure is swallowed."""
    tally = sweep(FAULT_PLAN, DEFAULT_BUILD_DIR, every=3 if scale is Scale.SHORT else 1)
    ok = tally.all_borne and tally.outcomes["done"] < tally.runs
    return Counted("driver-faults", tally.counts(), ok, tally.seconds, tuple(tally.complaints))


KILL_PLAN = KillPlan(lambda folder: program(folder, "FULL", KILL_COMMITS), verify, chain=5)


def kill_nine(scale: Scale) -> Counted:
    """SIGKILL at random moments and calls loses no acknowledged pair, and the next start is quick."""
    tally = kills(KILL_PLAN, DEFAULT_BUILD_DIR, runs=KILLS[scale], seed=SEED)
    ok = tally.all_whole and tally.acked > 0 and tally.slowest_s <= NEXT_START_S
    return Counted("driver-kills", tally.counts(), ok, tally.seconds, tuple(tally.examples))
