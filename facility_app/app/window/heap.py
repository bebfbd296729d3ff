"""How the system's library keeps memory for the threads of the program."""

import ctypes
import sys

M_ARENA_MAX = -8
"""glibc's name for how many heaps there may be."""


def share_one_heap() -> None:
    """Let all threads begun from now on take their memory from one heap.

    WORKAROUND(measured, glibc 2.36): every thread gets a heap of its own, and what a reading thread once needed
    for 25,000 rows stays in it: some 20 MB that no other thread can use. Where there is no such choice nothing is
    done.
    """
    if sys.platform == "linux":
        choose = getattr(ctypes.CDLL(None), "mallopt", None)
        if choose is not None:
            choose(M_ARENA_MAX, 1)
