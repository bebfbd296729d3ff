"""Looks at replayed disks with the program's own eyes, on several processors, and counts what it finds."""

import importlib
import json
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias

from tests.proof.log import Log
from tests.proof.replay import State, states

PROJECT = Path(__file__).resolve().parents[2]
FAST_SCRATCH = Path("/dev/shm")
"""Memory, for thousands of small throw-away folders."""
EXAMPLES = 5


class Finding(StrEnum):
    """What a verifier says of one folder."""

    WHOLE = "whole"
    CORRUPT = "corrupt"
    LOST = "lost"
    HALF = "half"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verifier's answer.

    Attributes:
        finding: whole, corrupt, an acknowledged commit lost, or half a transaction there.
        detail: what was seen, for the report.
        lost: how many acknowledged commits are missing.
    """

    finding: Finding = Finding.WHOLE
    detail: str = ""
    lost: int = 0


Verifier: TypeAlias = Callable[[Path, Sequence[str]], Verdict]
"""Looks at a folder and the texts acknowledged before; an exception counts as corrupt."""


@dataclass(slots=True)
class Tally:
    """What was counted.

    Attributes:
        found: states per finding.
        by_model: states per "model finding".
        digests: of the different disks seen.
        most_lost: the most acknowledged commits missing in one state.
        examples: the first states that were not whole.
        seconds: time on the clock.
    """

    found: Counter[str] = field(default_factory=Counter)
    by_model: Counter[str] = field(default_factory=Counter)
    digests: set[str] = field(default_factory=set)
    most_lost: int = 0
    examples: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def states(self) -> int:
        """How many states were judged."""
        return self.found.total()

    @property
    def all_whole(self) -> bool:
        """Whether there were states and none was corrupt, short of a commit, or half."""
        return self.states > 0 and self.found[Finding.WHOLE] == self.states

    def counts(self) -> dict[str, int]:
        """Figures for a report."""
        return {
            "states": self.states,
            "different": len(self.digests),
            "corrupt": self.found[Finding.CORRUPT],
            "lost": self.found[Finding.LOST],
            "half": self.found[Finding.HALF],
            "most_lost": self.most_lost,
        }

    def add(self, other: "Tally") -> None:
        """Take in another part's figures; the slowest part's time counts."""
        self.found += other.found
        self.by_model += other.by_model
        self.digests |= other.digests
        self.most_lost = max(self.most_lost, other.most_lost)
        self.examples = (self.examples + other.examples)[:EXAMPLES]
        self.seconds = max(self.seconds, other.seconds)


def judge(
    log: Log,
    verifier: str,
    *,
    count: int,
    seed: int,
    workers: int = 2,
    scratch: Path | None = None,
    new_names_follow: bool = False,
) -> Tally:
    """Judge ``count`` states of ``log`` in ``workers`` processes.

    Args:
        log: the recording.
        verifier: ``package.module:function``, a ``Verifier``; named, since other processes import it.
        count: how many states.
        seed: the same seed gives the same states.
        workers: processes; 1 judges in this one.
        scratch: where the folders are made; by default in memory when the machine has ``/dev/shm``.
        new_names_follow: the milder rule for names, see ``disk.py``.
    """
    began = time.perf_counter()
    log.require_transparent()
    with tempfile.TemporaryDirectory(prefix="proof-", dir=scratch or fast_scratch()) as made:
        plan = _Plan(log, verifier, count, seed, workers, new_names_follow)
        scratch = Path(made)
        total = _judge_part(plan, 0, scratch) if workers <= 1 else _judge_in_processes(plan, scratch)
    total.seconds = time.perf_counter() - began
    return total


def fast_scratch() -> Path | None:
    """Memory-backed folder for throw-away files, or None for the system's choice."""
    return FAST_SCRATCH if FAST_SCRATCH.is_dir() else None


def resolve(name: str) -> Callable[..., Any]:
    """The function that ``package.module:function`` names."""
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return found


def verdict_of(verifier: Verifier, folder: Path, acked: Sequence[str]) -> Verdict:
    """The verifier's answer; whatever it raises means that the folder could not be read."""
    try:
        return verifier(folder, acked)
    except Exception as error:  # noqa: BLE001 - any failure to read is the finding itself
        return Verdict(Finding.CORRUPT, f"{type(error).__name__}: {error}")


@dataclass(frozen=True, slots=True)
class _Plan:
    log: Log
    verifier: str
    count: int
    seed: int
    parts: int
    new_names_follow: bool


def _judge_part(plan: _Plan, part: int, scratch: Path) -> Tally:
    tally = Tally()
    verifier: Verifier = resolve(plan.verifier)
    known: dict[tuple[bytes, int], Verdict] = {}
    for state in states(plan.log, count=plan.count, seed=plan.seed, new_names_follow=plan.new_names_follow):
        digest = state.digest()
        if digest[0] % plan.parts != part:
            continue
        # Different moments may leave the same disk; with the same promises it need not be looked at again.
        promised = (digest, len(state.acked))
        verdict = known.get(promised)
        if verdict is None:
            verdict = known[promised] = _judge_one(state, verifier, scratch / f"s{state.index}")
        tally.found[verdict.finding] += 1
        tally.by_model[f"{state.model} {verdict.finding}"] += 1
        tally.digests.add(digest.hex())
        tally.most_lost = max(tally.most_lost, verdict.lost)
        if verdict.finding is not Finding.WHOLE and len(tally.examples) < EXAMPLES:
            tally.examples.append(f"{state}: {verdict.finding} {verdict.detail}")
    return tally


def _judge_one(state: State, verifier: Verifier, folder: Path) -> Verdict:
    folder.mkdir(mode=0o700)
    state.write_to(folder)
    verdict = verdict_of(verifier, folder, state.acked)
    shutil.rmtree(folder)
    return verdict


def _judge_in_processes(plan: _Plan, scratch: Path) -> Tally:
    """Fresh processes instead of forks: the caller may have threads and open databases."""
    saved = scratch / "plan"
    saved.write_bytes(pickle.dumps(plan))
    # Not -m: the module would be there twice, once as __main__, with findings that are not each other.
    start = "import sys; from tests.proof.judge import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", start, str(saved)]
    running = [
        subprocess.Popen([*command, str(part)], cwd=PROJECT, stdout=subprocess.PIPE, text=True)
        for part in range(plan.parts)
    ]
    answers = [process.communicate()[0] for process in running]
    if any(process.returncode for process in running):
        message = "a judging process failed; its own message stands above"
        raise RuntimeError(message)
    total = Tally()
    for answer in answers:
        total.add(_from_json(answer))
    return total


def _to_json(tally: Tally) -> str:
    return json.dumps(
        {
            "found": tally.found,
            "by_model": tally.by_model,
            "digests": sorted(tally.digests),
            "most_lost": tally.most_lost,
            "examples": tally.examples,
        }
    )


def _from_json(text: str) -> Tally:
    read = json.loads(text)
    return Tally(
        Counter(read["found"]),
        Counter(read["by_model"]),
        set(read["digests"]),
        read["most_lost"],
        read["examples"],
    )


def main(arguments: Sequence[str]) -> None:
    """Judge one part of a saved plan and print its tally."""
    saved = Path(arguments[0])
    part = int(arguments[1])
    plan: _Plan = pickle.loads(saved.read_bytes())
    scratch = saved.parent / f"part{part}"
    scratch.mkdir()
    # What a verifier prints must not get into the answer.
    with os.fdopen(os.dup(1), "w") as answer:
        os.dup2(2, 1)
        answer.write(_to_json(_judge_part(plan, part, scratch)))
