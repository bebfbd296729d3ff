"""Every proof of ``prove`` in its short, seeded form: it holds, and what it counted is kept."""

import os
import sys
from pathlib import Path

import pytest

from facility_app.db.locks import FileLock
from tests.helpers.demo import small_demo
from tests.proof.__main__ import keep, main
from tests.proof.counted import Scale
from tests.proof.recorder import DEFAULT_BUILD_DIR
from tests.proof.registry import PROOFS

RESULTS_VARIABLE = "FACILITY_RESULTS"
"""Set by the test command to the file the figures are kept in; a developer's own pytest keeps none."""


@pytest.mark.parametrize("name", list(PROOFS))
def test_the_proof_holds(name: str) -> None:
    counted = PROOFS[name](Scale.SHORT)
    sys.stdout.write(counted.line() + "\n")
    wanted = os.environ.get(RESULTS_VARIABLE)
    if wanted:
        DEFAULT_BUILD_DIR.mkdir(parents=True, exist_ok=True)
        with FileLock(DEFAULT_BUILD_DIR / "results.lock").exclusive():
            keep(counted, Scale.SHORT, Path(wanted))
    assert counted.ok, counted.notes


def test_shares_are_compared_at_a_facility_that_is_there_and_no_other_proof_is(tmp_path: Path) -> None:
    root, results = small_demo(tmp_path), tmp_path / "results.md"
    asked = ("--facility", str(root), "--results", str(results))
    assert main(["share-counts", *asked]) == 0
    assert main(["vault-kills", *asked]) == 1
    assert not results.exists()
