"""What of a table leaves the facility, and how its values look: plain facts a bundle's allow-list is made of."""

from dataclasses import dataclass
from enum import StrEnum

from facility_app.kernel.privacy import Privacy


class Shape(StrEnum):
    """What a value of a column looks like in a line."""

    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes_no"
    DAY = "day"
    INSTANT = "instant"
    MONEY = "money"
    BYTES = "bytes"


class Watched(StrEnum):
    """What somebody typed may tell more than its class: such a value stays, and its row goes."""

    NOT = ""
    WORDS = "words"
    WORDS_AND_CODES = "codes"


@dataclass(frozen=True, slots=True)
class Column:
    """One column as it travels.

    Attributes:
        name: of the column, also the key in the line.
        shape: what its values look like.
        privacy: its class.
        is_optional: whether the key may be absent.
        codes: the words it may hold, where it holds codes.
        refers_to: the table whose row it names.
        length: of a text, where it has a limit.
        watched: whether each value is looked at before it goes, and how.
    """

    name: str
    shape: Shape
    privacy: Privacy
    is_optional: bool
    codes: tuple[str, ...] = ()
    refers_to: str | None = None
    length: int | None = None
    watched: Watched = Watched.NOT


@dataclass(frozen=True, slots=True)
class Step:
    """One join on the way to what another row says: ``column`` names a row of ``table``."""

    column: str
    table: str


@dataclass(frozen=True, slots=True)
class Said:
    """Where a row says whom it is about, or how private it is.

    Attributes:
        steps: joins that lead there.
        column: what says it, in the last table.
    """

    steps: tuple[Step, ...]
    column: str


@dataclass(frozen=True, slots=True)
class Hidden:
    """Rows that stay.

    Attributes:
        said: what says it.
        like: patterns of which one fits; ``()``: the column is yes, or see ``is_text`` and ``allowed``.
        is_text: the column is a text, and whoever exports knows which texts stay.
        allowed: where the column names a class, the classes that may go; None elsewhere.
        through: table and column of rows that name this one.
    """

    said: Said
    like: tuple[str, ...]
    is_text: bool
    allowed: tuple[str, ...] | None
    through: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Table:
    """One table as it travels.

    Attributes:
        name, ordinal: of the table.
        columns: by name, those that may go.
        withheld: by name, those that stay.
        resident: where a row says whom it is about; None where it is about nobody.
        hidden: rows that stay.
    """

    name: str
    ordinal: int
    columns: tuple[Column, ...]
    withheld: tuple[str, ...]
    resident: Said | None
    hidden: tuple[Hidden, ...]
