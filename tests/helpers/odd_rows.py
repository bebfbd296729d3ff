"""Rows nobody would type, in every table that travels; and what their lines must be, written without any SQL."""

import json
import random
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from facility_app.app.registry import schema
from facility_app.db.carried import Column, Hidden, Said, Shape, Table, Watched
from facility_app.db.driver import Connection, driver_module
from facility_app.kernel.privacy import Privacy, Synced

HOME: Final = "G01.28.12"
AT: Final = "2026-11-20T02:00:00.000000Z"
EXACT: Final = 2**53 - 1
TEXTS: Final = (
    *("", " ", "Đỗ Thị Ánh", unicodedata.normalize("NFD", "Nguyễn Văn Tuyết"), "a\u0301", "e\u0323\u0302"),
    *("\u0301đầu dòng", "\n\u0301", "\x1e\u0301", "\x1f\x00\x01\b\f\n\r\t\x7f", '"\\/', "\u2028\u2029\ufeff"),
    *("😀𝔘", '{"a":1}', "null", "1e3", "٣", "x" * 3000, "\u1100\u1161\u11a8", "K\u212b\ufb01", ":chg :wanted"),
)
HIV, CODE = "hiv âm tính", "B24"
"""The texts among them that tell: one by a word, one by a code."""
NUMBERS: Final = (0, 1, -1, EXACT, EXACT + 1, -EXACT, -EXACT - 1, 2**63 - 1, -(2**63), 500_000_000)
AMISS: Final = ("không phải số", 1.5, -0.0, 1e300, b"\x00\xff", "2026-13-40", 7)
"""What a column of another type may hold all the same: SQLite keeps it."""


def synced_tables() -> list[sa.Table]:
    """Every table that travels, by name."""
    names = sorted(spec.name for spec in schema().specs if isinstance(spec.sync, Synced))
    return [schema().metadata.tables[name] for name in names]


def row_id(table: str, n: int) -> str:
    """The id of the n-th row of a table."""
    return f"{list(schema().metadata.tables).index(table):08x}{n:024x}"


def plant_odd_rows(connection: Connection, chance: random.Random, rows: int) -> None:
    """Put ``rows`` rows into every table that travels, with no rule of the program looking on."""
    for table in synced_tables():
        for n in range(rows):
            values: dict[str, Any] = {column.name: _value(column, chance, rows) for column in table.columns}
            values |= {"id": row_id(table.name, n), "home": HOME, "created_at": AT, "updated_at": AT}
            values |= {name: values[name] or "-" for name in ("created_by", "updated_by")} | {"version": 1}
            names = ", ".join(f'"{name}"' for name in values)
            marks = ", ".join("?" for _ in values)
            # Two rows may happen to share what must be unique; the second is not needed.
            with suppress(driver_module().IntegrityError):
                sql = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'
                connection.execute(sql, tuple(values.values()))


def _value(column: sa.Column[Any], chance: random.Random, rows: int) -> object:
    kind = column.type
    if column.nullable and chance.random() < 0.3:
        return None
    for key in column.foreign_keys:
        return row_id(key.column.table.name, chance.randrange(rows))
    if column.name == "privacy":
        return chance.choice([one.value for one in Privacy])
    if chance.random() < 0.1:
        return chance.choice(AMISS)
    if isinstance(kind, sa.Enum):
        return chance.choice(kind.enums)
    return next(make for of, make in _MAKERS if isinstance(kind, of))(chance)


_MAKERS: Final[tuple[tuple[type[Any], Callable[[random.Random], object]], ...]] = (
    (sa.Boolean, lambda chance: chance.choice((0, 1))),
    (sa.Integer, lambda chance: chance.choice(NUMBERS)),
    (sa.LargeBinary, lambda chance: chance.randbytes(chance.randrange(9))),
    (sa.types.TypeEngine, lambda chance: chance.choice((*TEXTS, CODE, HIV, "J05AF"))),
)


@dataclass
class Reference:
    """What lines say, by Python alone.

    Attributes:
        rows: table → id → row, as the file keeps them.
    """

    rows: Mapping[str, Mapping[str, Mapping[str, Any]]]

    @classmethod
    def of(cls, connection: Connection) -> "Reference":
        """Read every table that travels."""
        found = {}
        for table in synced_tables():
            cursor = connection.execute(f'SELECT * FROM "{table.name}"')
            names = [one[0] for one in cursor.description or ()]
            read = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
            found[table.name] = {row["id"]: row for row in read}
        return cls(found)

    def lines(self, table: Table, chg: int) -> list[bytes]:
        """Every row of a table that may go, by id."""
        going = [row for _id, row in sorted(self.rows[table.name].items()) if not self.stays(table, row)]
        return [self.line(table, row, chg) for row in going]

    def line(self, table: Table, row: Mapping[str, Any], chg: int) -> bytes:
        """One row."""
        told = {one.name: _goes(row[one.name], one) for one in table.columns if row[one.name] is not None}
        told = {name: value for name, value in told.items() if value is not None}
        said: dict[str, Any] = {"at": row["updated_at"], "c": chg, "d": told, "h": row["home"], "id": row["id"]}
        said |= {"o": row["home"], "op": "U", "ov": 1, "t": table.name}
        resident = None if table.resident is None else self.says(row, table.resident)
        if resident is not None:
            said["rid"] = _json(resident, Shape.TEXT)
        return json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"

    def stays(self, table: Table, row: Mapping[str, Any]) -> bool:
        """Whether a row is more private than its columns."""
        return any(self._held(row, rule) for rule in table.hidden)

    def _held(self, row: Mapping[str, Any], rule: Hidden) -> bool:
        if rule.through is None:
            return _tells(self.says(row, rule.said), rule)
        other, column = rule.through
        naming = [one for one in self.rows[other].values() if one[column] == row["id"]]
        return any(_tells(self.says(one, rule.said), rule) for one in naming)

    def says(self, row: Mapping[str, Any], said: Said) -> object:
        """What a row, or one it leads to, says."""
        here: Mapping[str, Any] | None = row
        for step in said.steps:
            here = self.rows[step.table].get((here or {}).get(step.column, ""))
        return None if here is None else here[said.column]


def _goes(value: object, column: Column) -> object:
    """The value as it goes: where it tells too much, none, or a dash where one must stand."""
    tells = (column.watched is not Watched.NOT and value == HIV) or (
        column.watched is Watched.WORDS_AND_CODES and value == CODE
    )
    return (None if column.is_optional else "–") if tells else _json(value, column.shape)


def _tells(value: object, rule: Hidden) -> bool:
    if rule.is_text:
        return value in {HIV, CODE}
    if rule.allowed is not None:
        return value not in rule.allowed
    if rule.like:
        text = str(value).lower() if isinstance(value, str) else ""
        return any(_fits(text, pattern.lower()) for pattern in rule.like)
    # What is neither yes nor no is no word for it that the row may go.
    return value is not None and value != 0


def _fits(text: str, pattern: str) -> bool:
    word = pattern.strip("%")
    return word in text if pattern.startswith("%") else text.startswith(word) if "%" in pattern else text == word


def _json(value: object, shape: Shape) -> object:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, float):
        return {1.5: "1.5", -0.0: "0.0", 1e300: "1.0e+300"}[value]
    assert isinstance(value, int)
    if shape is Shape.YES_NO and value in (0, 1):
        return bool(value)
    in_numbers = shape in {Shape.NUMBER, Shape.MONEY, Shape.YES_NO} and abs(value) <= EXACT
    return value if in_numbers else str(value)
