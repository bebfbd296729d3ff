"""Ways to tamper with the audit trail by raw SQL, with the key in hand and the triggers dropped."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

import sqlalchemy as sa

from facility_app.db import audit
from facility_app.db.audit import FIELDS, entry_hash, value_digest, values_digest_of

ERASED = ((1, 0), (5, 1))
"""Values of the trail that were erased by right: a reason, and a value beside a reason."""

ENTRY_COLUMNS = (*FIELDS, "values_digest", "hash")
VALUE_COLUMNS = (
    "entry_seq", "ord", "table_name", "record_id", "column_name", "privacy", "before", "after", "salt", "digest",
)  # fmt: skip
NO_TEXT = b"\xff\xfe not UTF-8"


@dataclass
class Trail:
    """The trail under attack, inside a transaction that will be rolled back.

    Attributes:
        connection: raw SQL, no triggers, no foreign keys.
        draw: the seeded chance.
        length: entries of the whole trail.
        values: keys of its value rows.
    """

    connection: sa.Connection
    draw: random.Random
    length: int
    values: list[tuple[int, int]]

    def sql(self, statement: str, *values: Any) -> None:
        """Run it."""
        self.connection.exec_driver_sql(statement, values)

    def one(self, statement: str, *values: Any) -> Any:
        """The first column of its first row."""
        return self.connection.exec_driver_sql(statement, values).scalars().first()

    def seq(self) -> int:
        """Any entry."""
        return self.draw.randint(1, self.length)

    def two(self) -> tuple[int, int]:
        """Any two entries, the earlier first."""
        one, other = sorted(self.draw.sample(range(1, self.length + 1), 2))
        return one, other

    def forged(self, now: Any, other: Any) -> tuple[str, Any]:
        """SQL and parameter of what to put in place of ``now``; ``other`` stands in the same column elsewhere."""
        draw = self.draw
        as_bytes = now if isinstance(now, bytes) else str(now).encode()
        plain = [None, 0, -1, 7, 2**62, 1.5, "", "x", "null", b"", b"\0" * 32, draw.randbytes(32), other]
        twisted = [as_bytes, as_bytes.hex(), f"{now}", f"{now} ", f"{now}\0", repr(as_bytes), as_bytes[:-1]]
        kind = draw.random()
        if kind < 0.05:
            return "CAST(? AS TEXT)", NO_TEXT
        return "?", draw.choice(plain if kind < 0.6 else twisted)


Attack: TypeAlias = Callable[[Trail], int | None]
"""Changes the trail; returns the entry that must be named, or None when any may be."""


def edit_entry(trail: Trail) -> int:
    seq, column = trail.seq(), trail.draw.choice(ENTRY_COLUMNS[1:])
    now = trail.one(f"SELECT {column} FROM audit_entry WHERE seq = ?", seq)
    other = trail.one(f"SELECT {column} FROM audit_entry WHERE seq = ?", trail.seq())
    sql, value = trail.forged(now, other)
    trail.sql(f"UPDATE audit_entry SET {column} = {sql} WHERE seq = ?", value, seq)
    return seq


def edit_value(trail: Trail) -> int:
    key, column = trail.draw.choice(trail.values), trail.draw.choice(VALUE_COLUMNS[2:])
    where = "entry_seq = ? AND ord = ?"
    now = trail.one(f"SELECT {column} FROM audit_value WHERE {where}", *key)
    other = trail.one(f"SELECT {column} FROM audit_value WHERE {where}", *trail.draw.choice(trail.values))
    sql, value = trail.forged(now, other)
    trail.sql(f"UPDATE audit_value SET {column} = {sql} WHERE {where}", value, *key)
    return key[0]


def edit_value_key(trail: Trail) -> None:
    key, column = trail.draw.choice(trail.values), trail.draw.choice(VALUE_COLUMNS[:2])
    value = trail.draw.choice([-1, 0, 1, trail.seq(), trail.length + 3, 2**62, 1.5, "x", b"x", "", NO_TEXT])
    trail.sql(f"UPDATE audit_value SET {column} = ? WHERE entry_seq = ? AND ord = ?", value, *key)


def delete_entries(trail: Trail) -> int | None:
    many = trail.draw.choice([1, 1, 2, trail.draw.randint(1, trail.length)])
    gone = trail.draw.sample(range(1, trail.length + 1), many)
    with_values = trail.draw.random() < 0.5
    for seq in gone:
        trail.sql("DELETE FROM audit_entry WHERE seq = ?", seq)
        if with_values:
            trail.sql("DELETE FROM audit_value WHERE entry_seq = ?", seq)
    return min(gone) if trail.one("SELECT max(seq) FROM audit_entry") == trail.length else None


def delete_tail(trail: Trail) -> None:
    first = trail.seq()
    trail.sql("DELETE FROM audit_entry WHERE seq >= ?", first)
    trail.sql("DELETE FROM audit_value WHERE entry_seq >= ?", first)


def delete_everything(trail: Trail) -> None:
    for table in trail.draw.choice([("audit_entry",), ("audit_value",), ("audit_entry", "audit_value")]):
        trail.sql(f"DELETE FROM {table}")


def delete_values(trail: Trail) -> int:
    gone = trail.draw.sample(trail.values, trail.draw.choice([1, 1, 1, 3, 10]))
    for key in gone:
        trail.sql("DELETE FROM audit_value WHERE entry_seq = ? AND ord = ?", *key)
    return min(seq for seq, _ in gone)


def delete_last_values(trail: Trail) -> int:
    seq = trail.draw.choice(trail.values)[0]
    last = trail.one("SELECT max(ord) FROM audit_value WHERE entry_seq = ?", seq)
    trail.sql("DELETE FROM audit_value WHERE entry_seq = ? AND ord = ?", seq, last)
    return seq


def shift(trail: Trail, first: int, by: int) -> None:
    """Renumber entries and values from ``first`` on, by way of numbers nobody has."""
    for table, column in (("audit_entry", "seq"), ("audit_value", "entry_seq")):
        trail.sql(f"UPDATE {table} SET {column} = {column} + 1000000 WHERE {column} >= ?", first)
        trail.sql(f"UPDATE {table} SET {column} = {column} - 1000000 + ? WHERE {column} >= 1000000", by)


def copy_entry(trail: Trail, source: int, seq: int, *, with_values: bool) -> None:
    """A forged entry made from an honest one."""
    columns = ", ".join(ENTRY_COLUMNS[2:])
    forged_id = f"{trail.draw.getrandbits(128):032x}"
    trail.sql(
        f"INSERT INTO audit_entry (seq, id, {columns}) SELECT ?, ?, {columns} FROM audit_entry WHERE seq = ?",
        seq,
        forged_id,
        source,
    )
    if with_values:
        columns = ", ".join(VALUE_COLUMNS[1:])
        trail.sql(
            f"INSERT INTO audit_value (entry_seq, {columns}) SELECT ?, {columns} FROM audit_value "
            "WHERE entry_seq = ?",
            seq,
            source,
        )


def insert_entry(trail: Trail) -> int:
    place = trail.draw.choice([trail.seq(), trail.seq(), trail.length + 1])
    shift(trail, place, 1)
    source = trail.draw.choice([seq for seq in range(1, trail.length + 1) if seq != place])
    copy_entry(trail, source, place, with_values=trail.draw.random() < 0.7)
    return place


def insert_entry_outside(trail: Trail) -> None:
    place = trail.draw.choice([0, -1, -(2**40), trail.length + 2, 2**62])
    copy_entry(trail, trail.seq(), place, with_values=trail.draw.random() < 0.5)


def insert_value(trail: Trail) -> int:
    seq, source = trail.seq(), trail.draw.choice(trail.values)
    last = trail.one("SELECT max(ord) FROM audit_value WHERE entry_seq = ?", seq)
    place = trail.draw.choice([-1, 0 if last is None else last + 1, 99])
    columns = ", ".join(VALUE_COLUMNS[2:])
    trail.sql(
        f"INSERT INTO audit_value (entry_seq, ord, {columns}) SELECT ?, ?, {columns} FROM audit_value "
        "WHERE entry_seq = ? AND ord = ?",
        seq,
        place,
        *source,
    )
    return seq


def insert_value_outside(trail: Trail) -> None:
    owner = trail.draw.choice([0, -1, trail.length + 1, trail.length + 9, 2**62, 1.5, "x", b"x"])
    columns = ", ".join(VALUE_COLUMNS[1:])
    trail.sql(
        f"INSERT INTO audit_value (entry_seq, {columns}) SELECT ?, {columns} FROM audit_value "
        "WHERE entry_seq = ? AND ord = ?",
        owner,
        *trail.draw.choice(trail.values),
    )


def swap(trail: Trail, one: int, other: int, table: str, column: str) -> None:
    """Exchange two numbers in a column."""
    for now, then in ((one, -7), (other, one), (-7, other)):
        trail.sql(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", then, now)


def swap_entries(trail: Trail) -> int:
    one, other = trail.two()
    swap(trail, one, other, "audit_entry", "seq")
    if trail.draw.random() < 0.5:
        swap(trail, one, other, "audit_value", "entry_seq")
    return one


def swap_entry_columns(trail: Trail) -> int:
    one, other = trail.two()
    column = trail.draw.choice(ENTRY_COLUMNS[2:])
    found = [trail.one(f"SELECT {column} FROM audit_entry WHERE seq = ?", seq) for seq in (one, other)]
    for seq, value in zip((other, one), found, strict=True):
        trail.sql(f"UPDATE audit_entry SET {column} = ? WHERE seq = ?", value, seq)
    return one


def swap_values(trail: Trail) -> int:
    (seq, place), other = sorted(trail.draw.sample(trail.values, 2))
    for now, then in (((seq, place), (-7, -7)), (other, (seq, place)), ((-7, -7), other)):
        trail.sql("UPDATE audit_value SET entry_seq = ?, ord = ? WHERE entry_seq = ? AND ord = ?", *then, *now)
    return seq


def swap_all_values(trail: Trail) -> int:
    one, other = trail.two()
    swap(trail, one, other, "audit_value", "entry_seq")
    return one


def renumber(trail: Trail) -> int:
    first = trail.seq()
    shift(trail, first, trail.draw.choice([1, 2, 1000]))
    return first


def close_the_gap(trail: Trail) -> int | None:
    gone = trail.seq()
    trail.sql("DELETE FROM audit_entry WHERE seq = ?", gone)
    trail.sql("DELETE FROM audit_value WHERE entry_seq = ?", gone)
    shift(trail, gone + 1, -1)
    return gone if gone < trail.length else None


def erase_by_stealth(trail: Trail) -> int:
    key = trail.draw.choice([key for key in trail.values if key not in ERASED])
    trail.sql(
        "UPDATE audit_value SET before = NULL, after = NULL, salt = NULL WHERE entry_seq = ? AND ord = ?", *key
    )
    return key[0]


def refill(trail: Trail) -> int:
    key = trail.draw.choice(ERASED)
    salt = trail.draw.choice([None, b"", b"x" * 16])
    trail.sql("UPDATE audit_value SET after = 'x', salt = ? WHERE entry_seq = ? AND ord = ?", salt, *key)
    return key[0]


def rechained(attack: Attack) -> Attack:
    """The attack by an insider who then computes every digest and hash anew; only the anchor tells."""

    def attack_and_rechain(trail: Trail) -> None:
        attack(trail)
        rechain(trail.connection)

    return attack_and_rechain


def rechain(connection: sa.Connection) -> None:
    """Make the whole chain consistent again, as far as the columns allow."""
    columns = f"{', '.join(FIELDS)}"
    previous = audit.GENESIS
    for entry in connection.exec_driver_sql(f"SELECT {columns} FROM audit_entry ORDER BY seq").all():
        rows = connection.exec_driver_sql(
            f"SELECT rowid, {', '.join(VALUE_COLUMNS)} FROM audit_value WHERE entry_seq = ? ORDER BY ord",
            (entry.seq,),
        ).all()
        told = []
        for row in rows:
            digest = row.digest if row.salt is None else value_digest(row.salt, row.before, row.after)
            connection.exec_driver_sql("UPDATE audit_value SET digest = ? WHERE rowid = ?", (digest, row.rowid))
            told.append([row.table_name, row.record_id, row.column_name, row.privacy, digest.hex()])
        values_digest = values_digest_of(told)
        previous = entry_hash(previous, list(entry), values_digest)
        connection.exec_driver_sql(
            "UPDATE audit_entry SET values_digest = ?, hash = ? WHERE seq = ?",
            (values_digest, previous, entry.seq),
        )


def edit_plainly(trail: Trail) -> None:
    if trail.draw.random() < 0.5:
        column = trail.draw.choice(("user_id", "roles", "device", "verb", "at", "caused_by"))
        trail.sql(f"UPDATE audit_entry SET {column} = 'forged' WHERE seq = ?", trail.seq())
    else:
        key = trail.draw.choice([key for key in trail.values if key not in ERASED])
        trail.sql("UPDATE audit_value SET after = 'forged' WHERE entry_seq = ? AND ord = ?", *key)


def drop_value_plainly(trail: Trail) -> None:
    seq = trail.draw.choice(trail.values)[0]
    trail.sql("DELETE FROM audit_value WHERE entry_seq = ? AND ord > 0", seq)
    trail.sql("UPDATE audit_entry SET verb = 'forged' WHERE seq = ?", seq)


def insert_entry_within(trail: Trail) -> None:
    place = trail.draw.randint(1, trail.length)
    shift(trail, place, 1)
    copy_entry(trail, place + 1, place, with_values=True)


ATTACKS: Mapping[str, Attack] = MappingProxyType(
    {
        "edit an entry": edit_entry,
        "edit a value": edit_value,
        "edit a value's place": edit_value_key,
        "delete entries": delete_entries,
        "delete the tail": delete_tail,
        "delete everything": delete_everything,
        "delete values": delete_values,
        "delete the last value of an entry": delete_last_values,
        "insert an entry": insert_entry,
        "insert an entry outside the numbers": insert_entry_outside,
        "insert a value": insert_value,
        "insert a value of no entry": insert_value_outside,
        "swap entries": swap_entries,
        "swap a column of two entries": swap_entry_columns,
        "swap values": swap_values,
        "swap all values of two entries": swap_all_values,
        "renumber": renumber,
        "delete and close the gap": close_the_gap,
        "erase by stealth": erase_by_stealth,
        "refill an erased value": refill,
        "edit and rechain": rechained(edit_plainly),
        "insert and rechain": rechained(insert_entry_within),
        "delete, close the gap and rechain": rechained(close_the_gap),
        "drop values and rechain": rechained(drop_value_plainly),
        "swap and rechain": rechained(swap_entries),
    }
)
