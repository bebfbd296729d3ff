"""``python -m tests.proof``: runs the proofs, prints a line for each and keeps the figures in the results file."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from facility_app.db.driver import sqlite_version
from tests.proof.counted import Counted, Proof, Scale
from tests.proof.judge import PROJECT
from tests.proof.recorder import ProofUnavailableError
from tests.proof.registry import OF_FACILITY, PROOFS
from tests.proof.results import machine_line, record_section

RESULTS = PROJECT / "benchmarks" / "RESULTS.md"


def main(arguments: Sequence[str]) -> int:
    """Run the proofs asked for; 0 when all hold."""
    asked = _parse(arguments)
    if asked.list:
        _say("\n".join(PROOFS))
        return 0
    if asked.facility is not None:
        return _ask(asked.names, asked.facility)
    scale = Scale.LONG if asked.long else Scale.SHORT
    if sys.platform != "linux":
        _say("The proofs watch system calls, which only Linux allows; run them there.")
        return 1
    try:
        held = [_run(PROOFS[name], scale, asked.results) for name in asked.names or PROOFS]
    except ProofUnavailableError as lacking:
        _say(str(lacking))
        return 1
    _say(f"{sum(held)} of {len(held)} proofs hold")
    return 0 if all(held) else 1


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.proof", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *PROOFS], metavar="NAME", help="only these; see --list")
    parser.add_argument("--long", action="store_true", help="the full figures instead of the short ones")
    parser.add_argument("--list", action="store_true", help="print the names")
    parser.add_argument(
        "--facility", type=Path, help=f"a demo's folder (data, state), for {', '.join(OF_FACILITY)}; only read"
    )
    parser.add_argument("--results", type=Path, default=RESULTS, help="Markdown file the figures are kept in")
    return parser.parse_args(arguments)


def _ask(names: Sequence[str], facility: Path) -> int:
    """Ask proofs of a facility that is there; its figures are told, not kept."""
    counted = [OF_FACILITY[name](facility) for name in names or OF_FACILITY if name in OF_FACILITY]
    for one in counted:
        _say(one.line())
        _say("\n".join(f"       {note}" for note in one.notes))
    return 0 if counted and all(one.ok for one in counted) else 1


def _run(proof: Proof, scale: Scale, results: Path) -> bool:
    counted = proof(scale)
    _say(counted.line())
    if not counted.ok:
        _say("\n".join(f"       {note}" for note in counted.notes))
    keep(counted, scale, results)
    return counted.ok


def keep(counted: Counted, scale: Scale, results: Path) -> None:
    """Put what was counted into its section of the results file."""
    # A short run must not write over the figures of the long one.
    section = counted.name if scale is Scale.LONG else f"{counted.name}.short"
    machine = machine_line(".".join(map(str, sqlite_version())))
    record_section(results, section, counted.markdown(scale, machine))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
