"""An export is killed before every call that writes: the next day sends each change once, whole, under one number.

What is on the stick is what the file's books say, nothing that verifies falsely is left, and a province that gets
the bundles of before and after takes them and has the facility's own rows.
"""

import shutil
import signal
import tempfile
import time
from pathlib import Path
from random import Random
from typing import Any, Final

from tests.proof import export_worker
from tests.proof.counted import Counted, Scale
from tests.proof.forkserver import ForkServer
from tests.proof.judge import fast_scratch
from tests.proof.warm import warm_server

SEED: Final = 20_261_123
SHORT: Final = 8
LAST: Final = 45
"""Calls after the payload was written: the books, the places."""
EXAMPLES: Final = 5


def export_kills(scale: Scale) -> Counted:
    """Kill at each call, or at some; whatever the next day finds wrong is a fault."""
    began = time.monotonic()
    faults, kills = list[str](), 0
    server = warm_server()
    server.take_in(export_worker.__name__, warm_up=f"{export_worker.__name__}:warm_up")
    with tempfile.TemporaryDirectory(prefix="goi-", dir=fast_scratch()) as folder:
        pattern, whole = Path(folder, "pattern"), Path(folder, "whole")
        _asked(server, "prepare", pattern)
        shutil.copytree(pattern, whole)
        calls = _asked(server, "work", whole).calls
        faults += [f"nobody killed it: {one}" for one in _asked(server, "finish", whole).value]
        chosen = range(1, calls + 1) if scale is Scale.LONG else _some(calls)
        for call in chosen:
            root = Path(folder, f"k{call}")
            shutil.copytree(pattern, root)
            killed = _asked(server, "work", root, kill=call)
            kills += killed.status == -signal.SIGKILL
            faults += [f"call {call} of {calls}: {one}" for one in _asked(server, "finish", root).value]
            shutil.rmtree(root)
    places = len(chosen)
    figures = {"calls": calls, "places": places, "kills": kills, "faults": len(faults)}
    # The number of calls of a run differs by a few: pages of the file fall where chance puts them.
    holds = not faults and kills >= places * 9 // 10
    return Counted("export-kills", figures, holds, time.monotonic() - began, tuple(faults[:EXAMPLES]))


def _some(calls: int) -> list[int]:
    """Half of them where the books are written, the bundle is laid out and carried: at the end."""
    chance, end = Random(SEED), calls - LAST
    return sorted([*chance.sample(range(1, end), SHORT // 2), *chance.sample(range(end, calls + 1), SHORT // 2)])


def _asked(server: ForkServer, function: str, root: Path, *, kill: int = 0) -> Any:
    outcome = server.call(f"{export_worker.__name__}:{function}", str(root), watch=root, kill=kill, timeout_s=120)
    if outcome.status and outcome.status != -signal.SIGKILL:
        message = f"{function} ended with {outcome.status}: {outcome.stderr}"
        raise RuntimeError(message)
    if not kill and outcome.outcome != "done":
        message = f"{function}: {outcome.outcome} {outcome.code} {outcome.text}"
        raise RuntimeError(message)
    return outcome
