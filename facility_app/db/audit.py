"""The audit trail: who did what to which record and why, chained by hash, its values erasable without a break.

One entry per verb; its before/after values stand in a side table with their columns' privacy class. The chain
runs over salted digests of the values and of the reason, so erasing a value (a data-subject's right) removes the
words and leaves the chain whole. A missing tail shows against the anchor outside the file (``anchor.py``).
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from json.encoder import encode_basestring
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.base import Base, info
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.dates import utc_text
from facility_app.kernel.privacy import LocalOnly, Privacy, Retention, TableSpec

SALT_BYTES = 16
GENESIS = hashlib.sha256(b"facility-audit-1").digest()
ERASE_VERB = "audit.erase_value"

audit_entry = sa.Table(
    "audit_entry",
    Base.metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False, info=info(Privacy.ADMIN)),
    sa.Column("id", sa.String(ID_LENGTH), nullable=False, unique=True, info=info(Privacy.ADMIN)),
    sa.Column("at", UtcDatetime, nullable=False, info=info(Privacy.ADMIN)),
    sa.Column("user_id", sa.String(ID_LENGTH), nullable=False, info=info(Privacy.ADMIN)),
    sa.Column("roles", sa.Text, nullable=False, info=info(Privacy.ADMIN)),
    sa.Column("device", sa.Text, nullable=False, info=info(Privacy.ADMIN)),
    sa.Column("verb", sa.String(80), nullable=False, info=info(Privacy.ADMIN)),
    sa.Column("caused_by", sa.String(ID_LENGTH), info=info(Privacy.ADMIN)),
    sa.Column("table_name", sa.String(80), info=info(Privacy.ADMIN)),
    sa.Column("record_id", sa.String(ID_LENGTH), info=info(Privacy.ADMIN)),
    sa.Column("values_digest", sa.LargeBinary, nullable=False, info=info(Privacy.ADMIN)),
    sa.Column("hash", sa.LargeBinary, nullable=False, info=info(Privacy.ADMIN)),
    sa.Index("ix_audit_entry_table_name_record_id", "table_name", "record_id"),
    sa.Index("ix_audit_entry_at", "at"),
    sa.Index("ix_audit_entry_verb_seq", "verb", "seq"),
)

audit_value = sa.Table(
    "audit_value",
    Base.metadata,
    sa.Column(
        "entry_seq", sa.Integer, sa.ForeignKey("audit_entry.seq"), primary_key=True, info=info(Privacy.ADMIN)
    ),
    sa.Column("ord", sa.Integer, primary_key=True, info=info(Privacy.ADMIN)),
    sa.Column("table_name", sa.String(80), nullable=False, info=info(Privacy.ADMIN)),
    sa.Column("record_id", sa.String(ID_LENGTH), nullable=False, info=info(Privacy.ADMIN)),
    sa.Column("column_name", sa.String(80), nullable=False, info=info(Privacy.ADMIN)),
    sa.Column("privacy", sa.String(16), nullable=False, info=info(Privacy.ADMIN)),
    sa.Column("before", sa.Text, info=info(Privacy.SECRET)),
    sa.Column("after", sa.Text, info=info(Privacy.SECRET)),
    sa.Column("salt", sa.LargeBinary, info=info(Privacy.SECRET)),
    sa.Column("digest", sa.LargeBinary, nullable=False, info=info(Privacy.ADMIN)),
    sa.Index("ix_audit_value_table_name_record_id", "table_name", "record_id"),
)
"""``before`` and ``after`` are SECRET here because the row's own ``privacy`` says who may read them."""

SPECS = (
    TableSpec(
        "audit_entry",
        LocalOnly("the trail stays where the work was done; its head is printed"),
        Retention.SECURITY,
    ),
    TableSpec("audit_value", LocalOnly("before and after values of every class"), Retention.SECURITY),
)

FIELDS = (
    "seq", "id", "at", "user_id", "roles", "device", "verb", "caused_by", "table_name", "record_id",
)  # fmt: skip
"""The columns an entry's hash covers, in this order."""

REASON_COLUMN = "reason"
"""A verb's reason is free text, so it is kept as an erasable value of the entry itself."""


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One column of one record before and after, as text; None is "no value"."""

    table: str
    record_id: str
    column: str
    privacy: Privacy
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One verb to be written to the trail."""

    id: str
    at: datetime
    user_id: str
    roles: str
    device: str
    verb: str
    caused_by: str | None
    table: str | None
    record_id: str | None
    reason: str | None
    values: tuple[ValueChange, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain ends: the number of entries and the hash of the last one."""

    count: int
    hash: bytes


def packed(parts: Sequence[object]) -> bytes:
    """One unambiguous byte form of plain values; what a tamperer put there of another type still has one."""
    # Part by part: nearly all are texts, and the encoder's way to them is ten times as long.
    written = [encode_basestring(part) if type(part) is str else _written(part) for part in parts]
    return f"[{','.join(written)}]".encode(errors="surrogateescape")


def _written(value: object) -> str:
    return "null" if value is None else _AS_JSON(value)


def _packed_bytes(value: object) -> list[str]:
    """A form no text has: an honest text that reads like a blob's ``repr`` must not stand for the blob."""
    return [repr(value)]


# Made once: a list of some hundred people has ten thousand values.
_AS_JSON: Callable[[object], str] = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), default=_packed_bytes
).encode


def value_digest(salt: bytes, before: object, after: object) -> bytes:
    """Salted digest of one value's before and after."""
    return hashlib.sha256(salt + packed([before, after])).digest()


def values_digest_of(rows: Iterable[Sequence[object]]) -> bytes:
    """Digest over an entry's values: (table, record id, column, privacy, salted digest in hex) each."""
    total = hashlib.sha256()
    for row in rows:
        total.update(packed(row) + b"\n")
    return total.digest()


def entry_hash(previous: bytes, fields: Sequence[object], values_digest: bytes) -> bytes:
    """Hash of one entry: the previous hash, its fields in column order, the digest of its values."""
    return hashlib.sha256(previous + packed(fields) + values_digest).digest()


def head(connection: sa.Connection) -> Head:
    """The end of the chain as the file has it."""
    row = connection.execute(
        sa.select(audit_entry.c.seq, audit_entry.c.hash).order_by(audit_entry.c.seq.desc()).limit(1)
    ).one_or_none()
    return Head(0, GENESIS) if row is None else Head(row.seq, row.hash)


def hash_at(connection: sa.Connection, seq: int) -> bytes | None:
    """Hash of entry ``seq``; the genesis hash for 0; None when there is no such entry."""
    if seq == 0:
        return GENESIS
    found: bytes | None = connection.execute(
        sa.select(audit_entry.c.hash).where(audit_entry.c.seq == seq)
    ).scalar_one_or_none()
    return found


def append(connection: sa.Connection, end: Head, entries: Sequence[Entry], random: Callable[[int], bytes]) -> Head:
    """Write ``entries`` at the end of the chain, in the caller's transaction.

    Args:
        connection: inside BEGIN IMMEDIATE, so that nobody else extends the chain meanwhile.
        end: where the chain ends now, as ``head`` says inside this transaction.
        entries: in the order the verbs began.
        random: gives n random bytes; one salt per value.

    Returns:
        The new end of the chain.
    """
    entry_rows: list[dict[str, object]] = []
    value_rows: list[dict[str, object]] = []
    for seq, entry in enumerate(entries, end.count + 1):
        changes = all_values(entry)
        # Asked for at once: a list of some hundred people has ten thousand values.
        salts = random(SALT_BYTES * len(changes))
        values = [
            _value_row(seq, place, value, salts[SALT_BYTES * place : SALT_BYTES * (place + 1)])
            for place, value in enumerate(changes)
        ]
        digest = values_digest_of(
            [v["table_name"], v["record_id"], v["column_name"], v["privacy"], v["digest"].hex()] for v in values
        )
        fields = [
            seq, entry.id, utc_text(entry.at), entry.user_id, entry.roles, entry.device,
            entry.verb, entry.caused_by, entry.table, entry.record_id,
        ]  # fmt: skip
        end = Head(seq, entry_hash(end.hash, fields, digest))
        entry_rows.append(
            dict(zip(FIELDS, fields, strict=True)) | {"at": entry.at, "values_digest": digest, "hash": end.hash}
        )
        value_rows.extend(values)
    if entry_rows:
        connection.execute(audit_entry.insert(), entry_rows)
    if value_rows:
        # Straight to the driver: a long list has a hundred thousand values, and every one is plain already.
        connection.exec_driver_sql(_INSERT_VALUE, [tuple(row.values()) for row in value_rows])
    return end


_INSERT_VALUE: Final = (
    "INSERT INTO audit_value (entry_seq, ord, table_name, record_id, column_name, privacy, before, after, salt, "
    "digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
"""In the order of ``_value_row``."""


def _value_row(seq: int, place: int, value: ValueChange, salt: bytes) -> dict[str, Any]:
    return {
        "entry_seq": seq,
        "ord": place,
        "table_name": value.table,
        "record_id": value.record_id,
        "column_name": value.column,
        "privacy": str(value.privacy),
        "before": value.before,
        "after": value.after,
        "salt": salt,
        "digest": value_digest(salt, value.before, value.after),
    }


def plain_facts(facts: Mapping[str, str]) -> tuple[ValueChange, ...]:
    """Facts about the file itself (a file name, a size, a count; nothing personal) as values of an entry."""
    return tuple(ValueChange("vault", "", name, Privacy.ADMIN, None, facts[name]) for name in sorted(facts))


def all_values(entry: Entry) -> tuple[ValueChange, ...]:
    """The entry's values, its reason first when it has one."""
    if entry.reason is None:
        return entry.values
    reason = ValueChange("audit_entry", entry.id, REASON_COLUMN, Privacy.CLINICAL, None, entry.reason)
    return (reason, *entry.values)


def erasure_name(seq: int, place: int) -> str:
    """How the entry of an erasure names the value it erased."""
    return f"{seq}:{place}"
