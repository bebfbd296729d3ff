"""How private a column is, how a table leaves the facility, how long its rows are kept."""

from dataclasses import dataclass
from enum import StrEnum


class Privacy(StrEnum):
    """Privacy class of one column; a column without one fails the tests."""

    PUBLIC = "public"
    ADMIN = "admin"
    IDENTITY = "identity"
    CLINICAL = "clinical"
    DRUG_TEST = "drugtest"
    HIV = "hiv"
    SECRET = "secret"  # noqa: S105 - the name of a class, not a password


class SearchRole(StrEnum):
    """How a column takes part in full-text search.

    ``TEXT`` columns hold folded words; ``SUFFIX`` columns hold a number written backwards, so that its
    last digits are a prefix.
    """

    TEXT = "text"
    SUFFIX = "suffix"


class Retention(StrEnum):
    """How long rows of a table are kept; the years of each class are a parameter, not a constant."""

    CASE_FILE = "case_file"
    MEDICAL = "medical"
    ACCOUNTING = "accounting"
    SECURITY = "security"
    REFERENCE = "reference"
    TRANSIENT = "transient"


@dataclass(frozen=True, slots=True)
class RowMark:
    """What makes single rows of a table more private than its columns, by what they hold.

    Attributes:
        path: column names that lead from a row to the column that says it, joined by foreign keys, as a
            ``resident_path``; ``column:table`` where a column without a key holds ids of that table.
        privacy: the class of such rows; None where that column names the class itself, a ``Privacy``.
        like: patterns of SQL's LIKE, one of which fits a text that says it; ``()`` where the column is yes or no.
        is_text: the column is a text that somebody typed; ``kernel.hiv`` is asked whether it tells.
        through: table and column of rows that name this one, one of which says it; ``path`` begins in that table.
    """

    path: tuple[str, ...]
    privacy: Privacy | None = Privacy.HIV
    like: tuple[str, ...] = ()
    is_text: bool = False
    through: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Synced:
    """The table travels in bundles.

    Attributes:
        ordinal: the table's number in ``sync_table``; given once, never changed or given again.
        resident_path: column names that lead from a row to the resident's id, joined by foreign keys, first
            column in this table; ``()`` when the row is about no resident, written out so that none is forgotten.
        marks: what makes single rows more private than their columns; a bundle without that class leaves them out.
    """

    ordinal: int
    resident_path: tuple[str, ...]
    marks: tuple[RowMark, ...] = ()


@dataclass(frozen=True, slots=True)
class LocalOnly:
    """The table never leaves this machine; ``reason`` says why, for whoever reviews the list."""

    reason: str


@dataclass(frozen=True, slots=True)
class TableSpec:
    """What the house must know about one table.

    Attributes:
        name: the table.
        sync: whether and how it travels.
        retention: its retention class.
    """

    name: str
    sync: Synced | LocalOnly
    retention: Retention
