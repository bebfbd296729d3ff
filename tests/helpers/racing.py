"""Processes of the program that want one thing at the same moment, forked from one that has imported it."""

from collections.abc import Callable, Sequence
from functools import cache
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext, ForkServerContext
from multiprocessing.synchronize import Barrier

WAIT_S = 120
WARM = (
    "tests.modules.labour.crowd",
    "tests.modules.medication.crowd",
    "tests.modules.pharmacy.crowd",
    "tests.modules.vocational.crowd",
)
"""What the racers of all tests run; imported once for all of them."""


@cache
def _context() -> BaseContext:
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    made: ForkServerContext = get_context("forkserver")
    made.set_forkserver_preload([*WARM])
    return made


def race(function: Callable[..., str], *racers: Sequence[object]) -> list[str]:
    """What ``function`` answers in as many new processes as there are lists of arguments, all begun together."""
    context = _context()
    line = context.Barrier(len(racers), timeout=WAIT_S)
    running = []
    for arguments in racers:
        answers, telling = context.Pipe(duplex=False)
        process = context.Process(target=_run, args=(line, telling, function, arguments))  # type: ignore[attr-defined]
        process.start()
        telling.close()
        running.append((process, answers))
    said: list[str] = []
    for process, answers in running:
        with answers:
            assert answers.poll(WAIT_S), f"racer {len(said)} is silent"
            said.append(str(answers.recv()))
        process.join(WAIT_S)
        assert process.exitcode == 0
        process.close()
    return said


def _run(line: Barrier, telling: Connection, function: Callable[..., str], arguments: Sequence[object]) -> None:
    line.wait()
    with telling:
        telling.send(function(*arguments))
