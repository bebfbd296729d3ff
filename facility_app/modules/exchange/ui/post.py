"""What the screens of the exchange must be told: who counts, makes and carries bundles and takes answers in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What would go; nothing is written for it.

    Attributes:
        is_full: everything, not only what changed.
        start, end: numbers of changes it begins after and ends with.
        counts: table → lines new or changed, and lines of what is no more.
        columns: privacy class → how many columns of it travel.
        size: bytes of the lines, before they are compressed.
        recipients: how many keys can open it.
    """

    is_full: bool
    start: int
    end: int
    counts: Mapping[str, tuple[int, int]]
    columns: Mapping[str, int]
    size: int
    recipients: int

    @property
    def lines(self) -> int:
        """Of all tables together."""
        return sum(sum(one) for one in self.counts.values())


@dataclass(frozen=True, slots=True)
class Made:
    """What was made.

    Attributes:
        paper_number: of the paper that goes along.
        lines: of all its parts.
        size: of all its files, in bytes.
        names: of its files.
        folder: where they lie: on the stick, or in ``outbox``.
        is_carried: whether they lie on a stick, read again there and the same.
        is_clock_doubted: whether the clock of this machine seems wrong; the bundle says so.
    """

    paper_number: str
    lines: int
    size: int
    names: tuple[str, ...]
    folder: str
    is_carried: bool
    is_clock_doubted: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """What became of the receipts of a stick.

    Attributes:
        taken: how many were taken in.
        known: how many had been before, or were for somebody else.
        not_taken: lines the province did not take, of all of them together.
        refused: file → why not, in words to be filled.
    """

    taken: int
    known: int
    not_taken: int
    refused: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Post:
    """All of it runs on working threads and is handed the runner's workplace: each asks for its own right.

    Attributes:
        rehearse: stream, whether everything → what would go.
        send: stream, whether everything, folder of a stick or nothing → what was made.
        take_in: a file, or the folder of a stick → what the receipts there said.
        serial: the serial of the volume a folder lies on; empty where nobody tells it.
    """

    rehearse: Callable[[Any, str, bool], Rehearsal]
    send: Callable[[Any, str, bool, str], Made]
    take_in: Callable[[Any, str], Answers]
    serial: Callable[[str], str]
