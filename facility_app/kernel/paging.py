"""Lists in pages by keyset: what is asked, one page of the answer, and the mark where the next page begins."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Generic, Self, TypeAlias, TypeVar

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label

RowT = TypeVar("RowT")
SortValue: TypeAlias = str | int | bytes | None

PAGE_SIZE: Final = 200


@dataclass(frozen=True, slots=True)
class Sort:
    """One key of an order.

    Attributes:
        key: the sort key's name, as the list declares it; never a piece of SQL.
        descending: largest first.
    """

    key: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last row of a page: its sort values and its id.

    The values may be names, so they stay out of ``repr`` and of logs.

    Attributes:
        values: one value per ``Sort``, in the same order.
        id: the row's id, always the last key of the order.
    """

    values: tuple[SortValue, ...] = field(repr=False)
    id: str

    def encode(self) -> str:
        """The cursor as text: letters, digits, ``-`` and ``_`` only."""
        body = [self.id, *map(_to_json, self.values)]
        raw = json.dumps(body, separators=(",", ":")).encode("ascii")
        return base64.urlsafe_b64encode(raw).decode("ascii").rstrip("=")

    @classmethod
    def decode(cls, text: str) -> Self:
        """The cursor ``encode`` made.

        Raises:
            UserError: ``bad_cursor`` when ``text`` is not such a text.
        """
        try:
            raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
            body = json.loads(raw)
            made = cls._from_json(body)
            # The decoder forgives much; what would not be written this way was not written by us.
            if made.encode() == text:
                return made
        except (ValueError, RecursionError):
            pass
        raise UserError(
            "bad_cursor",
            label("errors", "Dấu trang của danh sách không hợp lệ. Hãy mở lại danh sách từ trang đầu."),
        )

    @classmethod
    def _from_json(cls, body: object) -> Self:
        match body:
            case [str(row_id), *values]:
                return cls(tuple(map(_from_json, values)), row_id)
            case _:
                raise ValueError("cursor")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which page of a list.

    Attributes:
        size: rows at most, at least 1.
        after: the last row already had; None for the first page.
        sort: the order wanted; the id is always added as its last key. Empty: the list's own order.
        search: what the user typed, as typed; may be a name, so it stays out of ``repr``.
    """

    size: int = PAGE_SIZE
    after: Cursor | None = None
    sort: tuple[Sort, ...] = ()
    search: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a page that could never hold a row."""
        if self.size < 1:
            message = f"a page of {self.size} rows"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Look:
    """What a list on the screen is asked for: all of it is known by ids, its rows come as they are painted.

    Attributes:
        text: what stands in the search box, as typed; may be a name, so it stays out of ``repr``.
        filters: filter key → the chosen value.
        sorts: the order wanted; the id is always added as its last key. Empty: the list's own order.
    """

    text: str = field(default="", repr=False)
    filters: Mapping[str, str] = field(default_factory=dict, repr=False)
    sorts: tuple[Sort, ...] = ()


@dataclass(frozen=True, slots=True)
class Page(Generic[RowT]):
    """One page of a list.

    Attributes:
        rows: the rows, in the order asked for.
        next: where the following page begins; None when this is the last.
        total: rows of the whole list, when it was counted.
    """

    rows: tuple[RowT, ...] = field(repr=False)
    next: Cursor | None = None
    total: int | None = None


def _to_json(value: SortValue) -> object:
    if isinstance(value, bytes):
        return [value.hex()]
    return value


def _from_json(value: object) -> SortValue:
    match value:
        case None | str():
            return value
        case int() if not isinstance(value, bool):
            return value
        case [str(digits)]:
            return bytes.fromhex(digits)
        case _:
            raise ValueError("sort value")
