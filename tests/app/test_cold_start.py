"""The program as a process that has read nothing before: other tests of the command line fork a warm one."""

import subprocess
import sys
from pathlib import Path

from tests.helpers.cases import each
from tests.helpers.desk import Desk
from tests.helpers.processes import ROOT, environment

PATIENCE_S = 120


def cold(desk: Desk, *words: str | Path) -> str:
    """What a new process answers that ends well and complains of nothing."""
    done = subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=ROOT,
        env=environment(**desk.environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE_S,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@each("start", [("-m", "facility_app"), ("main.py",)])
def test_a_fresh_process_tells_how_it_is_used(start: tuple[str, ...], empty_desk: Desk) -> None:
    assert "check" in cold(empty_desk, *start, "--help")


def test_a_fresh_process_checks_a_facility_in_full(desk: Desk) -> None:
    assert '"ok": true' in cold(desk, "main.py", "check", "--full", *desk.admin, "--json")
