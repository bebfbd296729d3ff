"""The harness can fail, so its zeros mean something: the driver alone with FULL, NORMAL and OFF."""

import errno
import sys
from pathlib import Path

from tests.proof.engine_proofs import FAULT_PLAN, KILL_PLAN, SEED, program, replayed
from tests.proof.faults import Fault, sweep
from tests.proof.judge import Finding, Tally
from tests.proof.kills import kills
from tests.proof.paired import verify, write_pairs
from tests.proof.recorder import DEFAULT_BUILD_DIR, record

STATES = 400
COMMITS = 40


def counted(synchronous: str) -> Tally:
    tally = replayed(synchronous, commits=COMMITS, count=STATES, build_dir=DEFAULT_BUILD_DIR)
    sys.stdout.write(f"{synchronous}: {tally.counts()}\n")
    return tally


def test_full_sync_loses_nothing_at_any_power_cut() -> None:
    tally = counted("FULL")
    assert tally.all_whole, tally.examples
    assert tally.states == STATES
    assert len(tally.digests) > STATES // 4


def test_normal_sync_is_caught_losing_acknowledged_commits() -> None:
    tally = counted("NORMAL")
    assert tally.found[Finding.LOST] > 0
    assert tally.found[Finding.CORRUPT] == 0


def test_no_sync_is_caught_losing_and_corrupting() -> None:
    tally = counted("OFF")
    assert tally.found[Finding.LOST] > 0
    assert tally.found[Finding.CORRUPT] > 0


def test_every_counted_call_may_fail_with_a_full_disk() -> None:
    tally = sweep(FAULT_PLAN, DEFAULT_BUILD_DIR, faults=[Fault(errno.ENOSPC)])
    sys.stdout.write(f"ENOSPC: {tally.counts()} {dict(tally.outcomes)}\n")
    assert tally.all_borne, tally.complaints
    assert tally.outcomes["done"] < tally.runs


def test_one_commit_is_one_sync(tmp_path: Path) -> None:
    log = record(program(tmp_path, "FULL", 4), tmp_path, {}, DEFAULT_BUILD_DIR)
    first, *later, _closing = log.syncs_between_acks()
    assert first > 1
    assert later == [1, 1, 1]


def test_a_killed_program_keeps_every_acknowledged_commit() -> None:
    tally = kills(KILL_PLAN, DEFAULT_BUILD_DIR, runs=6, seed=SEED)
    sys.stdout.write(f"kills: {tally.counts()}\n")
    assert tally.all_whole, tally.examples
    assert tally.acked > 0


def test_the_verifier_itself_fails_when_a_promise_is_not_there(tmp_path: Path) -> None:
    write_pairs(str(tmp_path), "FULL", 2)
    assert verify(tmp_path, ["1", "2"]).finding is Finding.WHOLE
    assert verify(tmp_path, ["1", "2", "3"]).finding is Finding.LOST
