"""Rows as lines: the last state of each, its texts in NFC; what is gone is a tombstone (goi-v1 §3.5).

A row struck out is a row like any other, with its void fields; ``D`` says that there is no row any more.
"""

import json
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import sqlalchemy as sa

from facility_app.db import row_lines
from facility_app.db.capture import sync_change, sync_ownership
from facility_app.db.carried import Table
from facility_app.kernel.hiv import NO_BRANDS, Brands, reveals_hiv
from facility_app.sync.canonical import Json

AT_ONCE: Final = 2_000
"""Rows asked for in one statement."""
_REMEMBERED: Final = 8_192
LOST: Final = "error"
"""Why a row is gone where nobody wrote it down."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, with its line feed; ``is_gone`` for a tombstone."""

    data: bytes
    is_gone: bool


class Lines:
    """Reads lines out of one snapshot of a file.

    Args:
        connection: inside its read transaction.
        home: code of the facility, for rows that are gone and cannot say it.
        brands: trade names by which a text tells of HIV, besides the words the program knows.
    """

    def __init__(self, connection: sa.Connection, home: str, brands: Brands = NO_BRANDS) -> None:
        """Look whether anybody was ever handed over."""
        row_lines.give_judge(connection, _judge(brands))
        self._connection, self._home = connection, home
        owned = connection.execute(sa.select(sa.exists().select_from(sync_ownership))).scalar_one()
        self._has_owners = bool(owned)

    def all_of(self, table: Table, chg: int) -> Iterator[Line]:
        """Every row of a table that may go, then its tombstones.

        Args:
            table: as it is carried.
            chg: the place in the log each line names.
        """
        sql = row_lines.all_lines(table, has_owners=self._has_owners)
        for rows in self._connection.execute(sa.text(sql), {"chg": chg}).partitions(AT_ONCE):
            yield from (Line(in_nfc(row[0]), is_gone=False) for row in rows)
        for row_id, why in self._connection.execute(sa.text(row_lines.all_gone(table))):
            yield self._gone(table, row_id, chg, why)

    def some_of(self, table: Table, changed: Sequence[tuple[str, int]]) -> Iterator[Line]:
        """The rows of a table that changed, in the order of their last change.

        Args:
            table: as it is carried.
            changed: id and place in the log of each.
        """
        statement = sa.text(row_lines.some_lines(table, has_owners=self._has_owners))
        for begin in range(0, len(changed), AT_ONCE):
            wanted = json.dumps(changed[begin : begin + AT_ONCE])
            for row_id, chg, line, why in self._connection.execute(statement, {"wanted": wanted}):
                if line is None:
                    yield self._gone(table, row_id, chg, why or LOST)
                elif line:
                    yield Line(in_nfc(line), is_gone=False)

    def _gone(self, table: Table, row_id: str, chg: int, why: str) -> Line:
        said: Json = {
            "c": chg,
            "h": self._home,
            "id": row_id,
            "o": self._home,
            "op": "D",
            "ov": 1,
            "t": table.name,
            "why": why,
        }
        return Line(in_nfc(_written(said)), is_gone=True)


def _judge(brands: Brands) -> Callable[[str, bool], bool]:
    """Whether a text stays; most texts come again and again."""

    @lru_cache(maxsize=_REMEMBERED)
    def tells(text: str, with_codes: bool) -> bool:
        return reveals_hiv(text, brands=brands, codes=with_codes)

    return tells


def changed_rows(connection: sa.Connection, start: int, end: int) -> dict[int, list[tuple[str, int]]]:
    """Ordinal of a table → id and last place in the log of each row that changed in (start, end], in order."""
    of, last = sync_change.c, sa.func.max(sync_change.c.seq)
    statement = (
        sa.select(of.tbl, of.row_id, last)
        .where(of.seq > start, of.seq <= end)
        .group_by(of.tbl, of.row_id)
        .order_by(last)
    )
    found: dict[int, list[tuple[str, int]]] = {}
    for ordinal, row_id, chg in connection.execute(statement):
        found.setdefault(ordinal, []).append((row_id, chg))
    return found


def in_nfc(line: str) -> bytes:
    """A line with its line feed, its texts in NFC.

    A line that is in NFC as a whole is so in each of its texts; of another one each text is put right by itself,
    or a mark would join the letter of an escape before it.
    """
    if not line.isascii() and not unicodedata.is_normalized("NFC", line):
        line = _written(_normal(json.loads(line)))
    return f"{line}\n".encode()


def _normal(value: Json) -> Json:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {key: _normal(one) for key, one in value.items()}
    return value


def _written(value: Json) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
