"""The program's warm servers of one process: starting one costs more than most short proofs that use it."""

import atexit
import os
import sys
from collections.abc import Callable
from functools import cache, partial
from typing import Final

from tests.proof.forkserver import ForkServer
from tests.proof.recorder import DEFAULT_BUILD_DIR

SCENES: Final = "tests.proof.vault_scenes"


@cache
def warm_server(number: int = 0) -> ForkServer:
    """The ``number``-th server with the program imported and used once; it ends with this process."""
    server = ForkServer(SCENES, DEFAULT_BUILD_DIR, warm_up=f"{SCENES}:warm_up")
    atexit.register(server.close)
    return server


def at_once(work: Callable[[int], object], count: int) -> list[int]:
    """Do ``work(0)``, ``work(1)`` … in processes of their own at the same time; returns how each ended.

    For children of a warm server only: a fork takes nothing along but this thread.
    """
    children = [_forked(partial(work, number)) for number in range(count)]
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def _forked(work: Callable[[], object]) -> int:
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    except BaseException:  # noqa: BLE001 - whatever it is stands on stderr, and the status tells
        sys.excepthook(*sys.exc_info())
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
