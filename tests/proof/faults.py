"""Lets every counted call of a scenario fail once, in every way asked for, and asks whether it was borne."""

import errno
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue

from typing_extensions import override

from tests.proof.forkserver import Fail, ForkServer, Outcome
from tests.proof.judge import EXAMPLES, fast_scratch


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to fail; see ``forkserver.Fail``."""

    errno: int
    sticky: bool = False
    short: bool = False

    @override
    def __str__(self) -> str:
        """For example ``ENOSPC sticky``."""
        return " ".join([errno.errorcode[self.errno], *(["sticky"] * self.sticky), *(["short"] * self.short)])


EVERY_FAULT = (
    Fault(errno.EIO),
    Fault(errno.ENOSPC),
    Fault(errno.EACCES),
    Fault(errno.ENOSPC, sticky=True, short=True),
)


@dataclass(slots=True)
class FaultTally:
    """What was counted.

    Attributes:
        calls: counted calls of the run without a fault.
        runs: faulted runs.
        hits: runs in which the call was reached and failed.
        outcomes: how the runs ended.
        complaints: what the check found, with the call and the fault.
        bad: how many runs had a complaint.
        seconds: time on the clock.
    """

    calls: int = 0
    runs: int = 0
    hits: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    complaints: list[str] = field(default_factory=list)
    bad: int = 0
    seconds: float = 0.0

    @property
    def all_borne(self) -> bool:
        """Whether every call failed in every way and nothing was found wrong."""
        return self.runs > 0 and self.hits == self.runs and self.bad == 0

    def counts(self) -> dict[str, int]:
        """Figures for a report."""
        return {"calls": self.calls, "runs": self.runs, "hit": self.hits, "bad": self.bad}


@dataclass(frozen=True, slots=True)
class FaultPlan:
    """A scenario to be faulted.

    Attributes:
        module: imported by the server; must be safe to fork.
        function: of that module; called with the run's folder as text.
        check: ``(server, outcome, folder) -> complaint or None``, run without faults; ``server.call`` helps when
            the check itself opens the database.
        prepare: fills the fresh folder before the run, outside the faults.
        warm_up: ``forkserver.ForkServer``'s.
    """

    module: str
    function: str
    check: Callable[[ForkServer, Outcome, Path], str | None]
    prepare: Callable[[Path], object] = lambda _folder: None
    warm_up: str = ""


def sweep(
    plan: FaultPlan,
    build_dir: Path,
    *,
    faults: Sequence[Fault] = EVERY_FAULT,
    every: int = 1,
    workers: int = 2,
    scratch: Path | None = None,
    warm: Sequence[ForkServer] = (),
) -> FaultTally:
    """Fail call 1, 2, 3 … of the scenario with each fault.

    Args:
        plan: the scenario.
        build_dir: where the compiled shim is kept.
        faults: ways to fail; ``errno.errorcode`` knows their names.
        every: visit only every n-th call (1: all of them), beginning with the middle of the first n.
        workers: servers at work.
        scratch: where folders are made; by default in memory when the machine has ``/dev/shm``.
        warm: servers of ``plan.module`` that stand already and go on standing, instead of ``workers`` new ones.

    Raises:
        RuntimeError: the scenario fails without any fault.
    """
    began = time.perf_counter()
    tally = FaultTally()
    with ExitStack() as stack:
        made = Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="fault-", dir=scratch or fast_scratch()))
        )
        servers: SimpleQueue[ForkServer] = SimpleQueue()
        for server in warm or [
            stack.enter_context(ForkServer(plan.module, build_dir, warm_up=plan.warm_up)) for _ in range(workers)
        ]:
            servers.put(server)
        outcome, complaint = _run(plan, servers, made / "clean", None)
        if not outcome.done or complaint:
            message = f"without any fault: {outcome.outcome} {outcome.text} {complaint or ''}\n{outcome.stderr}"
            raise RuntimeError(message)
        tally.calls = outcome.calls
        jobs = [(k, fault) for k in range(1 + every // 2, outcome.calls + 1, every) for fault in faults]

        def one(number: int) -> tuple[Outcome, str | None]:
            k, fault = jobs[number]
            fail = Fail(k, fault.errno, sticky=fault.sticky, short=fault.short)
            return _run(plan, servers, made / f"r{number}", fail)

        with ThreadPoolExecutor(servers.qsize()) as pool:
            for (k, fault), (outcome, complaint) in zip(jobs, pool.map(one, range(len(jobs))), strict=True):
                _count(tally, k, fault, outcome, complaint)
    tally.seconds = time.perf_counter() - began
    return tally


def _run(
    plan: FaultPlan, servers: "SimpleQueue[ForkServer]", folder: Path, fail: Fail | None
) -> tuple[Outcome, str | None]:
    folder.mkdir(mode=0o700)
    plan.prepare(folder)
    server = servers.get()
    try:
        outcome = server.call(plan.function, str(folder), watch=folder, fail=fail)
        complaint = plan.check(server, outcome, folder)
    finally:
        servers.put(server)
    shutil.rmtree(folder)
    return outcome, complaint


def _count(tally: FaultTally, k: int, fault: Fault, outcome: Outcome, complaint: str | None) -> None:
    tally.runs += 1
    tally.hits += bool(outcome.hit)
    tally.outcomes[f"{outcome.outcome} {outcome.code}".strip()] += 1
    if complaint:
        tally.bad += 1
        if len(tally.complaints) < EXAMPLES:
            tally.complaints.append(f"call {k} ({outcome.hit}), {fault}, ended {outcome.outcome}: {complaint}")
