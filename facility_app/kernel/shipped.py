"""How a list that ships with the program is written, how sure its author was of each row, and when a row holds."""

import csv
import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from facility_app.kernel.labels import Label, label
from facility_app.kernel.ports import Shelf

T = TypeVar("T")


class Evidence(StrEnum):
    """How a value is known: text read, memory, the program's own proposal, or the facility's decision."""

    READ = "read"
    MEMORY = "memory"
    DESIGN = "design"
    FACILITY = "facility"

    @property
    def is_binding(self) -> bool:
        """Whether the program may refuse because of it; what was not read in the law only warns."""
        return self in {Evidence.READ, Evidence.FACILITY}


EVIDENCE_LABELS: dict[Evidence, Label] = {
    Evidence.READ: label("terms", "Đã đọc văn bản"),
    Evidence.MEMORY: label("terms", "Chưa đối chiếu văn bản"),
    Evidence.DESIGN: label("terms", "Chương trình đề xuất, chờ quy định"),
    Evidence.FACILITY: label("terms", "Cơ sở quyết định"),
}


def rows_of_list(text: str) -> Iterator[Mapping[str, str]]:
    """The rows of a shipped list by the names of its columns; lines with ``#`` before the head are notes."""
    lines = itertools.dropwhile(lambda line: line.startswith("#"), text.splitlines())
    return csv.DictReader(lines, strict=True)


def day_of(text: str) -> date | None:
    """A day of a list, None where the cell is empty.

    Raises:
        ValueError: for any other text than ``YYYY-MM-DD``.
    """
    return date.fromisoformat(text) if text else None


@dataclass(frozen=True, slots=True)
class Span:
    """Days something is in force, both ends counted in; None is open.

    Attributes:
        first: first day.
        last: last day.
    """

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether ``day`` lies within."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def span_of(row: Mapping[str, str]) -> Span:
    """The validity of a list's row."""
    return Span(day_of(row["valid_from"]), day_of(row["valid_to"]))


def from_shelf(shelf: Shelf | None, name: str, read: Callable[[str], T]) -> T:
    """What a shipped list says.

    Raises:
        RuntimeError: nobody wired a shelf; a fault of the program.
    """
    if shelf is None:
        message = f"no shelf to take {name} from"
        raise RuntimeError(message)
    return shelf.take(name, read)
