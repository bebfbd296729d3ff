"""What the proofs of the driver stand on: their program syncs once a commit, their verifier can fail.

That FULL loses nothing while NORMAL and OFF do, and that faults and kills are borne, is proved in short as well.
"""

from pathlib import Path

from tests.proof.engine_proofs import program
from tests.proof.judge import Finding
from tests.proof.paired import verify, write_pairs
from tests.proof.recorder import DEFAULT_BUILD_DIR, record


def test_one_commit_is_one_sync(tmp_path: Path) -> None:
    log = record(program(tmp_path, "FULL", 4), tmp_path, {}, DEFAULT_BUILD_DIR)
    first, *later, _closing = log.syncs_between_acks()
    assert first > 1
    assert later == [1, 1, 1]


def test_the_verifier_itself_fails_when_a_promise_is_not_there(tmp_path: Path) -> None:
    write_pairs(str(tmp_path), "FULL", 2)
    assert verify(tmp_path, ["1", "2"]).finding is Finding.WHOLE
    assert verify(tmp_path, ["1", "2", "3"]).finding is Finding.LOST
