"""Cells copied from a spreadsheet: lines parted by tabs, quoted where a cell holds a tab or a new line."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

Place: TypeAlias = tuple[int, int]
"""Row, and place among the columns to fill in."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What became of a paste.

    Attributes:
        cells: cells written.
        left_out: cells that had no place in the sheet or stand in a closed row.
        troubles: cells written that are not understood.
    """

    cells: int
    left_out: int
    troubles: int


def placed(text: str, at: Sequence[Place]) -> dict[Place, str]:
    """Where each copied cell goes: from the upper left of ``at`` on; one copied cell fills all of ``at``."""
    lines = list(csv.reader(text.rstrip("\r\n").splitlines(keepends=True), dialect="excel-tab"))
    if not lines or not at:
        return {}
    top, left = min(at)
    cells = {(top + row, left + place): cell for row, line in enumerate(lines) for place, cell in enumerate(line)}
    return dict.fromkeys(at, next(iter(cells.values()))) if len(cells) == 1 else cells


def quoted(cell: str) -> str:
    """A cell as a spreadsheet takes it back."""
    return '"' + cell.replace('"', '""') + '"' if any(char in cell for char in '\t\n"') else cell
