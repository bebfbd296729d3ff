"""The program as processes that need not read it anew: one interpreter has read it and forks for each call.

As a program (``python -m tests.helpers.warm``) it is that interpreter; ``WarmProgram`` starts and asks it.
"""

import json
import os
import runpy
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.helpers.processes import ROOT, environment

MAIN = "main.py"
PATIENCE_S = 120
NOBODY_READS = ""
"""In place of a file: a pipe whose reader went away."""


@dataclass(frozen=True)
class Ended:
    """How a call ended: its exit code, or minus the signal, and the bytes it wrote."""

    code: int
    out: bytes
    err: bytes


class WarmProgram:
    """Calls of the program with nobody at the keyboard, in a place without UTF-8; a context manager."""

    def __enter__(self) -> Self:
        """Read the program."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.warm"],
            cwd=ROOT,
            env=environment(LC_ALL="C", PYTHONIOENCODING="ascii"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        self._process.communicate()

    def call(
        self, variables: Mapping[str, str], *words: str | Path, start: str = MAIN, out: str | None = None
    ) -> Ended:
        """Run it once.

        Args:
            variables: added to the environment.
            *words: what stands behind the program's name.
            start: a file of the checkout, or the name of a package.
            out: a file its answer goes to, or ``NOBODY_READS``; kept and returned unless told.
        """
        with tempfile.TemporaryDirectory() as folder:
            told, complained = Path(folder, "out"), Path(folder, "err")
            request = {
                "start": start,
                "words": [str(word) for word in words],
                "variables": {**variables},
                "out": str(told) if out is None else out,
                "err": str(complained),
            }
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
            code = int(self._process.stdout.readline())
            return Ended(code, told.read_bytes() if out is None else b"", complained.read_bytes())


def _put(place: str, descriptor: int) -> None:
    """Let ``descriptor`` write to ``place``."""
    if place == NOBODY_READS:
        reading, opened = os.pipe()
        os.close(reading)
    else:
        opened = os.open(place, os.O_WRONLY | os.O_CREAT)
    os.dup2(opened, descriptor)
    os.close(opened)


def _become(request: Mapping[str, Any]) -> None:
    """Be the program from here to the end of the process."""
    os.setpgid(0, 0)
    signal.alarm(PATIENCE_S)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    _put(request["out"], 1)
    _put(request["err"], 2)
    os.environ.update(request["variables"])
    sys.argv = [request["start"], *request["words"]]
    if request["start"] == MAIN:
        runpy.run_path(str(ROOT / MAIN), run_name="__main__")
    else:
        runpy.run_module(request["start"], run_name="__main__")


def main() -> None:
    """Answer one line with an exit code for each line with a call, until stdin ends."""
    import facility_app.app.cli.call  # noqa: F401 - whoever only asks need not read it

    # Not written to by the calls: what stdout itself held back, the fork would write again.
    answers = os.fdopen(os.dup(1), "w")
    while line := sys.stdin.readline():
        child = os.fork()
        if child == 0:
            _become(json.loads(line))
            return
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code == -signal.SIGALRM:
            # Out of patience: nor may what it started go on.
            with suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)
        answers.write(f"{code}\n")
        answers.flush()


if __name__ == "__main__":
    main()
