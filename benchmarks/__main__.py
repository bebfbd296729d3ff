"""``python -m benchmarks``: measure the figures and write them to ``benchmarks/RESULTS.md`` with the machine."""

import argparse
import sys
from pathlib import Path

from benchmarks.attendance import attendance_figures
from benchmarks.bedside import bedside_figures
from benchmarks.bulk import Bench
from benchmarks.calendar import clash_figure
from benchmarks.figures import Figure, measure
from benchmarks.full_house import full_house_figures
from benchmarks.house import house_figures
from benchmarks.rosters import roster_figure
from benchmarks.scoring import scoring_figure
from benchmarks.shares import shares_figure
from benchmarks.sheets import sheets_figure
from benchmarks.stays import stays_figures
from benchmarks.syncs import syncs_per_save
from benchmarks.term import term_figure
from benchmarks.window import PEOPLE, window_figures
from facility_app.app.outside import SystemClock
from facility_app.db.backup import Source, make_backup
from facility_app.db.driver import sqlite_version
from facility_app.db.keyslots import KeyFile
from tests.proof.results import machine_line, record_section

RESULTS = Path(__file__).parent / "RESULTS.md"
ROWS = 650_000
"""About 300 MB."""


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description="Measure the figures README quotes.")
    parser.add_argument("--rows", type=int, default=ROWS, help="people in the measured file")
    parser.add_argument("--people", type=int, default=PEOPLE, help="people in the facility the window opens")
    parser.add_argument("--only-window", action="store_true", help="the figures of the window alone")
    parser.add_argument("--results", type=Path, default=RESULTS, help="file to write to")
    parser.add_argument(
        "--only-full-house", action="store_true", help="the figures of 3.5 million past doses alone"
    )
    parser.add_argument("--only-attendance", action="store_true", help="the figures of 6 million marks alone")
    asked = parser.parse_args()
    if asked.only_attendance:
        return _kept(attendance_figures(), asked.results, "figures-attendance")
    if asked.only_full_house:
        # Half an hour and 5 GB: never beside the others.
        return _kept(full_house_figures(), asked.results, "figures-full-house")
    figures = []
    if not asked.only_window:
        figures = [
            syncs_per_save(),
            term_figure(),
            scoring_figure(),
            clash_figure(),
            shares_figure(),
            *stays_figures(),
            sheets_figure(),
            roster_figure(),
            *house_figures(),
            *bedside_figures(),
        ]
        figures += measure(_verified_backup, asked.rows)
    figures += window_figures(asked.people)
    return _kept(figures, asked.results, "figures-window" if asked.only_window else "figures")


def _kept(figures: list[Figure], results: Path, section: str) -> int:
    text = _table(figures)
    print(text)
    record_section(results, section, text)
    return 0 if all(figure.holds for figure in figures) else 1


def _verified_backup(bench: Bench, target: Path) -> object:
    unlocked = KeyFile(bench.folder.keys).unlock(*bench.login)
    return make_backup(Source(bench.folder, bench.data_key, unlocked), SystemClock(), target)


def _table(figures: list[Figure]) -> str:
    machine = machine_line(".".join(map(str, sqlite_version())))
    rows = [figure.row() for figure in figures]
    return "\n".join(
        [
            "## Figures",
            "",
            machine,
            "",
            "| What | Measured | Floor | Goal | Holds |",
            "|---|---|---|---|---|",
            *rows,
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
