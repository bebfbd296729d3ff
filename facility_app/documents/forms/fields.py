"""What a form may be filled with: one declaration for each placeholder, checked before anything is printed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeAlias

_REDUCED: Final = re.compile(r"(\d{4})(?:-(\d\d))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A birth of which papers know the year alone, or month and year: ``…/…/1987``, ``…/05/1987``."""

    year: int
    month: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no calendar has."""
        date(self.year, self.month or 1, 1)

    @property
    def iso(self) -> str:
        """ISO 8601 of reduced precision: ``1987``, ``1987-05``."""
        return f"{self.year:04}" if self.month is None else f"{self.year:04}-{self.month:02}"

    @classmethod
    def of_iso(cls, text: str) -> "PartialDate":
        """What ``iso`` wrote.

        Raises:
            ValueError: for a text of any other form.
        """
        found = _REDUCED.fullmatch(text)
        if found is None:
            message = "not a year, or year and month"
            raise ValueError(message)
        return cls(int(found[1]), None if found[2] is None else int(found[2]))


Cell: TypeAlias = str | int | Decimal | date | datetime | bool | PartialDate | None
Value: TypeAlias = Cell | Sequence[str] | Sequence[Mapping[str, Cell]]
Payload: TypeAlias = Mapping[str, Value]
"""Placeholder name → value; what is missing, ``None`` or empty is printed as dots."""


class FieldType(StrEnum):
    """How a value is given and printed.

    ``birth`` is a date of which the day, or day and month, may be unknown; ``count`` is an integer below ten
    written with a leading 0; ``list`` holds texts, ``rows`` holds one mapping a row, ``choice`` one code,
    ``choices`` several.
    """

    TEXT = "text"
    DATE = "date"
    BIRTH = "birth"
    DATETIME = "datetime"
    INT = "int"
    COUNT = "count"
    DECIMAL = "decimal"
    MONEY = "money"
    CHOICE = "choice"
    CHOICES = "choices"
    LIST = "list"
    ROWS = "rows"
    BOOL = "bool"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table of rows.

    Attributes:
        name: key in each row.
        head: words above it.
        width: relative to the others.
    """

    name: str
    head: str
    width: float


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One placeholder.

    Attributes:
        name: as the wording has it between braces.
        label: Vietnamese words for a person who fills it in.
        type: how it is given.
        record: which record of the facility it comes from.
        is_required: whether the paper may not be issued without it.
        is_quiet: whether nothing, instead of dots, stands where it is empty.
        choices: code → words, for a choice.
        columns: of a table.
        lines: how many dotted lines stand where it is empty.
        dots: how many dots stand at least where it is empty; 0: as its type asks.
        whole: how a value begins that is a body's whole name, as one that is no more has; empty: none is.
        gives_way: words of the form before it that are left out then.
    """

    name: str
    label: str
    type: FieldType
    record: str = ""
    is_required: bool = False
    is_quiet: bool = False
    choices: Mapping[str, str] | None = None
    columns: tuple[Column, ...] = ()
    lines: int = 1
    dots: int = 0
    whole: str = ""
    gives_way: tuple[str, ...] = ()


def is_empty(value: Value) -> bool:
    """Whether nothing was given; ``0`` and ``False`` are given."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, Sequence) and not value)
