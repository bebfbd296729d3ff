"""Lines as typed rows: what is not as its column says is refused by itself, the rows around it are taken.

A line that cannot even be named (no table, no id) makes the whole bundle wrong: a receipt could not say that it
was left out.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from facility_app.db.bulk import Value
from facility_app.db.carried import Shape
from facility_app.kernel.dates import utc_text
from facility_app.kernel.typed import MOST_EXACT
from facility_app.receiver.entities import OTHER, Entity
from facility_app.sync.fields import HEX_32
from facility_app.sync.outcomes import BundleRefused, Outcome
from facility_app.sync.row_codes import RowCode

WHY: Final = ("error", "merge", "erasure")
"""Compared, not looked up: what a line says there may be a list."""
_LEAST, _MOST = -(2**63), 2**63 - 1
_DIGITS: Final = re.compile(r"-?[0-9]{16,19}")
_INSTANT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z")
_BYTES: Final = re.compile(r"([0-9a-f]{2})*")
_BEGIN, _END = b',"d":', b',"h":"'


class RowRefusedError(Exception):
    """A row that is not taken: its code, and where in the line the fault is."""

    def __init__(self, code: RowCode, pointer: str) -> None:
        """Keep both."""
        super().__init__(code)
        self.code, self.pointer = code, pointer


@dataclass(frozen=True, slots=True)
class Source:
    """Whose lines they are.

    Attributes:
        job: number of the bundle among those that wait.
        facility, profile: of the sender and its stream.
        epoch: number of the sender's epoch.
        end: the last change the bundle may name.
    """

    job: int
    facility: str
    profile: str
    epoch: int
    end: int


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that was not taken, with its line, for people and for another try."""

    table: str
    row_id: str
    chg: int
    code: RowCode
    pointer: str
    line: str


@dataclass(frozen=True, slots=True)
class Read:
    """What one data member held.

    Attributes:
        entity: whose rows they are.
        rows: cells in the order of ``entity.names``.
        bad: those not taken.
        has_unknown: whether some row had a column this program does not know; kept as it came.
    """

    entity: Entity
    rows: list[tuple[Value, ...]]
    bad: list[Bad]
    has_unknown: bool


def read_member(data: bytes, table: str, entity: Entity, source: Source) -> Read:
    """Every line of a data member.

    Args:
        data: lines, each with its line feed.
        table: whose the member says they are.
        entity: that takes them.
        source: whose bundle it is.

    Raises:
        BundleRefused: ``E_MANIFEST``: a line that is none.
    """
    reader = _Reader(table, entity, source)
    rows, bad = [], []
    for raw in data.splitlines():
        line = _named(raw, table, source.end)
        try:
            rows.append(reader.row(line, raw))
        except RowRefusedError as refused:
            bad.append(Bad(table, line["id"], line["c"], refused.code, refused.pointer, raw.decode()))
    return Read(entity, rows, bad, reader.has_unknown)


def line_of(entity: Entity, row: Mapping[str, Any]) -> str:
    """A row that waits, as the line it came as (its columns are those that were read)."""
    said: dict[str, Any] = {
        "c": row["_c"],
        "h": row["home"],
        "id": _own_id(entity, row["id"]),
        "o": row["_o"],
        "op": row["_op"],
        "ov": row["_ov"],
        "t": _own_table(entity, row["id"]),
    }
    if row["_op"] == "U":
        said["d"] = columns_of(entity, row)
        said["at"] = said["d"].get("updated_at", "")
    else:
        said["why"] = "error"
    if row["_rid"] is not None:
        said["rid"] = row["_rid"]
    return _written(said)


def columns_of(entity: Entity, row: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a row as a line has them: the other way of what reading does."""
    said: dict[str, Any] = {} if row["_extra"] is None else json.loads(row["_extra"])
    if entity.name == OTHER:
        return said
    said |= {"home": row["home"], "id": row["id"]}
    for column in entity.columns:
        value = row[column.name]
        if value is not None:
            as_said = _AS_SAID.get(column.shape)
            said[column.name] = value if as_said is None else as_said(value)
    return said


def _own_id(entity: Entity, row_id: str) -> str:
    return row_id.partition("/")[2] if entity.name == OTHER else row_id


def _own_table(entity: Entity, row_id: str) -> str:
    return row_id.partition("/")[0] if entity.name == OTHER else entity.name


def _written(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _named(raw: bytes, table: str, end: int) -> dict[str, Any]:
    """A line whose row can be named in a receipt."""
    try:
        line = json.loads(raw.decode())
    except (ValueError, RecursionError):
        raise BundleRefused(Outcome.MANIFEST, table) from None
    if not isinstance(line, dict) or line.get("t") != table:
        raise BundleRefused(Outcome.MANIFEST, table)
    row_id, chg = line.get("id"), line.get("c")
    is_named = isinstance(row_id, str) and HEX_32.fullmatch(row_id) is not None
    if not is_named or type(chg) is not int or not 0 <= chg <= end:
        raise BundleRefused(Outcome.MANIFEST, table)
    return line


class _Reader:
    """Reads the lines of one table of one bundle."""

    def __init__(self, table: str, entity: Entity, source: Source) -> None:
        self._table, self._entity, self._source = table, entity, source
        self._places = {one.name: at for at, one in enumerate(entity.columns)}
        self._read = {one.name: _READ[one.shape] for one in entity.columns}
        self._allowed = entity.allowed.get(source.profile, frozenset())
        self._needed = [one.name for one in entity.columns if not one.is_optional and one.name in self._allowed]
        self._is_other = entity.name == OTHER
        self._empty: list[Value] = [table] if self._is_other else [None] * len(entity.columns)
        self.has_unknown = False

    def row(self, line: Mapping[str, Any], raw: bytes) -> tuple[Value, ...]:
        """Cells of a line.

        Raises:
            RowRefusedError: it is not taken.
        """
        owner = self._owner(line)
        if not self._allowed and not self._is_other:
            raise RowRefusedError(RowCode.PRIVACY, "/t")
        rid = line.get("rid")
        if rid is not None and not (isinstance(rid, str) and HEX_32.fullmatch(rid)):
            raise RowRefusedError(RowCode.SCHEMA, "/rid")
        operation = line.get("op")
        values, extra = self._empty, None
        if operation == "U":
            values, extra = self._values(line)
        elif operation != "D" or "d" in line or line.get("why") not in WHY:
            raise RowRefusedError(RowCode.SCHEMA, "/op")
        row_id = f"{self._table}/{line['id']}" if self._is_other else line["id"]
        of = self._source
        stamps = (of.job, of.profile, of.facility, owner, 1, of.epoch, line["c"], operation, rid)
        return (*stamps, _hash(raw, line), extra, owner, row_id, *values)

    def _owner(self, line: Mapping[str, Any]) -> str:
        """The sender, who alone writes its rows: nobody was ever handed over yet (``ownership`` is critical)."""
        sender = self._source.facility
        if line.get("h") != sender or line.get("o") != sender or line.get("ov") != 1 or line["ov"] is True:
            raise RowRefusedError(RowCode.OWNER, "/o")
        return sender

    def _values(self, line: Mapping[str, Any]) -> tuple[list[Value], str | None]:
        said = line.get("d")
        if not isinstance(said, dict):
            raise RowRefusedError(RowCode.SCHEMA, "/d")
        if self._is_other:
            self.has_unknown = True
            return self._empty, _kept(said)
        if said.get("id") != line["id"] or said.get("home") != line["h"]:
            raise RowRefusedError(RowCode.SCHEMA, "/d/id")
        values, unknown = self._empty.copy(), {}
        for name, value in said.items():
            place = self._places.get(name)
            if place is None:
                if name not in {"id", "home"}:
                    unknown[name] = value
                continue
            if name not in self._allowed:
                raise RowRefusedError(RowCode.PRIVACY, f"/d/{name}")
            try:
                values[place] = self._read[name](value)
            except OverflowError:
                raise RowRefusedError(RowCode.RANGE, f"/d/{name}") from None
            except (ValueError, TypeError):
                raise RowRefusedError(RowCode.SCHEMA, f"/d/{name}") from None
        for name in self._needed:
            if name not in said:
                raise RowRefusedError(RowCode.SCHEMA, f"/d/{name}")
        return values, self._unknown(unknown)

    def _unknown(self, unknown: Mapping[str, Any]) -> str | None:
        if not unknown:
            return None
        self.has_unknown = True
        return _kept(unknown)


def _kept(unknown: Mapping[str, Any]) -> str:
    try:
        text = _written(unknown)
        text.encode()  # half a character is none
    except (ValueError, RecursionError):
        raise RowRefusedError(RowCode.SCHEMA, "/d") from None
    return text


def _hash(raw: bytes, line: Mapping[str, Any]) -> bytes:
    """SHA-256 of what the line says of the row; of a line in its form that is a piece of it as it stands."""
    if "d" not in line:
        return hashlib.sha256(b"D").digest()
    begin, end = raw.find(_BEGIN), raw.rfind(_END)
    piece = raw[begin + len(_BEGIN) : end]
    # A quote inside a text has a stroke before it, so both marks stand where keys do.
    if begin < 0 or not piece.startswith(b"{") or not piece.endswith(b"}"):
        piece = _written(line["d"]).encode()
    return hashlib.sha256(piece).digest()


def _text(value: Any) -> Value:
    if not isinstance(value, str) or "\0" in value:
        raise ValueError
    value.encode()  # half a character is none
    return value


def _whole(value: Any) -> Value:
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    if not _LEAST <= value <= _MOST:
        raise OverflowError
    return value


def _yes_no(value: Any) -> Value:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _day(value: Any) -> Value:
    if date.fromisoformat(value).isoformat() != value:
        raise ValueError
    return str(value)


def _instant(value: Any) -> Value:
    if not _INSTANT.fullmatch(value):
        raise ValueError
    datetime.fromisoformat(value)
    return str(value)


def _bytes(value: Any) -> Value:
    if not _BYTES.fullmatch(value):
        raise ValueError
    return bytes.fromhex(value)


def _same(value: Any) -> Any:
    return value


def _number_said(value: int) -> int | str:
    return value if abs(value) <= MOST_EXACT else str(value)


_AS_SAID: Final[Mapping[Shape, Callable[[Any], Any]]] = {
    Shape.NUMBER: _number_said,
    Shape.MONEY: _number_said,
    Shape.DAY: date.isoformat,
    Shape.INSTANT: utc_text,
    Shape.BYTES: bytes.hex,
}
_READ: Final[Mapping[Shape, Callable[[Any], Value]]] = {
    Shape.TEXT: _text,
    Shape.NUMBER: _whole,
    Shape.MONEY: _whole,
    Shape.YES_NO: _yes_no,
    Shape.DAY: _day,
    Shape.INSTANT: _instant,
    Shape.BYTES: _bytes,
}
