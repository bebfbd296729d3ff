"""Kills a whole program with SIGKILL, at a random moment or just before a random call, and asks what is left.

The program prints ``READY`` once its work begins and ``ACK text`` (flushed) for each promise it made.
"""

import os
import selectors
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from random import Random
from typing import TypeAlias

from tests.proof.forkserver import ForkServer
from tests.proof.judge import EXAMPLES, Finding, Verdict, Verifier, fast_scratch, verdict_of
from tests.proof.recorder import ProgramFailedError, build_shim, shim_environment

READ_SIZE = 65_536


@dataclass(frozen=True, slots=True)
class KillPlan:
    """A program to be killed.

    Attributes:
        argv: the program for a given folder; with ``forked`` what follows the folder's name in the call.
        verify: looks at the folder afterwards; the texts are all that were acknowledged in it.
        prepare: fills a fresh folder first.
        env: variables on top of this process's own.
        chain: how often in a row one folder's program is killed; it must be able to go on where it was.
        timeout_s: a run that lasts longer counts as failed.
        forked: run this ``module:function`` in children of warm servers instead: the start of the interpreter,
            which touches no file of ours, is not waited for a thousand times.
    """

    argv: Callable[[Path], Sequence[str | int]]
    verify: Verifier
    prepare: Callable[[Path], object] = lambda _folder: None
    env: Mapping[str, str] = field(default_factory=dict)
    chain: int = 1
    timeout_s: float = 120
    forked: str = ""


@dataclass(slots=True)
class KillTally:
    """What was counted.

    Attributes:
        found: folders looked at, per finding.
        killed: runs that the signal ended.
        finished: runs that were done before it came.
        acked: promises made before the kills.
        most_lost: most promises missing in one folder.
        slowest_s: the longest time a verifier took (the next start).
        examples: the first that were not whole.
        seconds: time on the clock.
    """

    found: Counter[str] = field(default_factory=Counter)
    killed: int = 0
    finished: int = 0
    acked: int = 0
    most_lost: int = 0
    slowest_s: float = 0.0
    examples: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def all_whole(self) -> bool:
        """Whether something was killed and every folder was whole after it."""
        return self.killed > 0 and self.found[Finding.WHOLE] == self.found.total()

    def counts(self) -> dict[str, int]:
        """Figures for a report."""
        return {
            "kills": self.killed,
            "finished": self.finished,
            "acked": self.acked,
            "corrupt": self.found[Finding.CORRUPT],
            "lost": self.found[Finding.LOST],
            "half": self.found[Finding.HALF],
            "slowest_start_ms": round(self.slowest_s * 1000),
        }


@dataclass(frozen=True, slots=True)
class _Run:
    status: int
    acked: tuple[str, ...]
    seconds: float
    stderr: str
    calls: int


_Start: TypeAlias = Callable[[Path, int, float | None], _Run]


@dataclass(frozen=True, slots=True)
class _Moments:
    """When to kill: before a call of a whole run, or some seconds after READY."""

    chance: Random
    calls: int
    seconds: float

    def draw(self, index: int) -> tuple[int, float | None]:
        if index % 2:
            return self.chance.randint(1, max(1, self.calls)), None
        return 0, self.chance.uniform(0, self.seconds)


@dataclass(frozen=True, slots=True)
class _Look:
    how: str
    killed: bool
    acked: tuple[str, ...]
    verdict: Verdict
    seconds: float


def kills(
    plan: KillPlan,
    build_dir: Path,
    *,
    runs: int,
    seed: int,
    workers: int = 2,
    scratch: Path | None = None,
    warm: Sequence[ForkServer] = (),
) -> KillTally:
    """Kill the program ``runs`` times: even runs at a random moment, odd runs just before a random counted call.

    Args:
        plan: the program.
        build_dir: where the compiled shim is kept.
        runs: how many.
        seed: of the moments and calls; moments depend on the machine's speed as well.
        workers: programs at a time.
        scratch: where folders are made; by default in memory when the machine has ``/dev/shm``.
        warm: the servers of a ``forked`` program, each at work at the same time; they go on standing.

    Raises:
        ProgramFailedError: the program fails when nobody kills it.
    """
    began = time.perf_counter()
    tally = KillTally()
    start = _starter(plan, warm) if plan.forked else partial(_run, plan, build_shim(build_dir))
    with tempfile.TemporaryDirectory(prefix="kill-", dir=scratch or fast_scratch()) as folder:
        made = Path(folder)
        calls, seconds = _measure(plan, start, made)
        chains = [(first, min(plan.chain, runs - first)) for first in range(0, runs, plan.chain)]

        def one(chain: tuple[int, int]) -> list[_Look]:
            moments = _Moments(Random(f"{seed}:{chain[0]}"), calls, seconds)
            return _chain(plan, start, made / f"c{chain[0]}", range(chain[0], sum(chain)), moments)

        with ThreadPoolExecutor(len(warm) or workers) as pool:
            for looks in pool.map(one, chains):
                for look in looks:
                    _count(tally, look)
    tally.seconds = time.perf_counter() - began
    return tally


def _starter(plan: KillPlan, warm: Sequence[ForkServer]) -> _Start:
    """How a forked program is started: ``(folder, at_call, delay)``, 0 and None for no kill."""
    servers: SimpleQueue[ForkServer] = SimpleQueue()
    for one in warm:
        one.take_in(plan.forked.partition(":")[0])
        servers.put(one)

    def fork(folder: Path, at_call: int, delay: float | None) -> _Run:
        server = servers.get()
        try:
            ended = server.call(
                plan.forked,
                str(folder),
                *plan.argv(folder),
                watch=folder,
                kill=at_call,
                timeout_s=plan.timeout_s,
                ready_s=plan.timeout_s if delay is None else delay,
            )
        finally:
            servers.put(server)
        return _Run(ended.status, _acked(ended.stdout), ended.seconds, ended.stderr, ended.calls)

    return fork


def _measure(plan: KillPlan, start: _Start, made: Path) -> tuple[int, float]:
    """Counted calls of a run that nobody kills, and the seconds in which it may be killed."""
    folder = made / "measured"
    folder.mkdir(mode=0o700)
    plan.prepare(folder)
    run = start(folder, 0, None)
    verdict = verdict_of(plan.verify, folder, run.acked)
    if run.status or verdict.finding is not Finding.WHOLE:
        message = f"unkilled, it ended with {run.status}, {verdict.finding} {verdict.detail}: {run.stderr}"
        raise ProgramFailedError(message)
    return run.calls, run.seconds


def _chain(plan: KillPlan, start: _Start, folder: Path, indices: range, moments: _Moments) -> list[_Look]:
    folder.mkdir(mode=0o700)
    plan.prepare(folder)
    acked: tuple[str, ...] = ()
    looks: list[_Look] = []
    for index in indices:
        at_call, delay = moments.draw(index)
        run = start(folder, at_call, delay)
        acked += run.acked
        how = f"run {index}, before call {at_call}" if at_call else f"run {index}, {delay:.3f} s after READY"
        if run.status not in {0, -signal.SIGKILL}:
            verdict = Verdict(Finding.CORRUPT, f"ended by itself with {run.status}: {run.stderr}")
            looks.append(_Look(how, killed=False, acked=run.acked, verdict=verdict, seconds=0.0))
            break
        began = time.perf_counter()
        verdict = verdict_of(plan.verify, folder, acked)
        took = time.perf_counter() - began
        looks.append(_Look(how, run.status < 0, run.acked, verdict, took))
    shutil.rmtree(folder)
    return looks


def _run(plan: KillPlan, shim: Path, folder: Path, at_call: int, delay: float | None) -> _Run:
    with tempfile.TemporaryFile() as err, tempfile.NamedTemporaryFile() as count:
        extra = {"PROOF_COUNT": count.name} | ({"PROOF_KILL": str(at_call)} if at_call else {})
        process = subprocess.Popen(
            list(map(str, plan.argv(folder))),
            env={**shim_environment(shim, [folder]), **plan.env, **extra},
            stdout=subprocess.PIPE,
            stderr=err,
            start_new_session=True,
        )
        try:
            printed, ready = _watch(process, delay, time.monotonic() + plan.timeout_s)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
        rest = process.communicate()[0] or b""
        seconds = time.monotonic() - ready
        err.seek(0)
        stderr = err.read().decode(errors="replace")
        counted = count.read().split()
    calls = int(counted[0]) if counted else 0
    return _Run(process.returncode, _acked((printed + rest).decode(errors="replace")), seconds, stderr, calls)


def _acked(printed: str) -> tuple[str, ...]:
    """What was promised on lines printed to their end."""
    whole_lines = printed.split("\n")[:-1]
    return tuple(line.removeprefix("ACK ") for line in whole_lines if line.startswith("ACK "))


def _watch(process: "subprocess.Popen[bytes]", delay: float | None, deadline: float) -> tuple[bytes, float]:
    """Read until the output ends or the moment to kill has come; returns it and when READY was read."""
    if process.stdout is None:
        message = "the program has no output"
        raise RuntimeError(message)
    printed = b""
    ready = time.monotonic()
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        until = deadline
        seen = False
        while selector.select(max(0.0, until - time.monotonic())):
            part = os.read(process.stdout.fileno(), READ_SIZE)
            if not part:
                process.wait()
                break
            printed += part
            if not seen and b"READY\n" in printed:
                seen = True
                ready = time.monotonic()
                until = ready + delay if delay is not None else deadline
    return printed, ready


def _count(tally: KillTally, look: _Look) -> None:
    tally.killed += look.killed
    tally.finished += not look.killed
    tally.acked += len(look.acked) * look.killed
    tally.found[look.verdict.finding] += 1
    tally.most_lost = max(tally.most_lost, look.verdict.lost)
    tally.slowest_s = max(tally.slowest_s, look.seconds)
    if look.verdict.finding is not Finding.WHOLE and len(tally.examples) < EXAMPLES:
        tally.examples.append(f"{look.how}: {look.verdict.finding} {look.verdict.detail}")
