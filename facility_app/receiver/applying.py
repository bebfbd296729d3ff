"""Rows that wait become rows of the province, in the transaction of whoever calls.

Which state of a row is the later one is said by the rows alone, so what is applied twice, late or in another
order changes nothing (goi-v1 §5, §6.3).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.bulk import load
from facility_app.receiver import books
from facility_app.receiver.entities import KEY, OTHER, PERSON, Catalogue, Entity
from facility_app.receiver.reading import Bad, Source, line_of, read_member
from facility_app.sync.outcomes import BundleRefused, Outcome
from facility_app.sync.receipts import MOST_ROWS, Counts, RowNote
from facility_app.sync.row_codes import RowCode

AGAIN: Final = 2**31 - 1
"""Number under which rows that waited for somebody are read once more."""
_VERSION: Final = ("_ov", "_epoch", "_c")


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose rows are applied.

    Attributes:
        facility, stream, profile: of the bundle.
        epoch: number of its epoch.
        end: the last change of it.
        header_sha: of the bundle that completes the group.
    """

    facility: str
    stream: str
    profile: str
    epoch: int
    end: int
    header_sha: str


@dataclass(slots=True)
class Applied:
    """What became of the rows.

    Attributes:
        counts: by table.
        notes: those not taken.
        remarks: codes of what was odd and taken.
    """

    counts: dict[str, Counts] = field(default_factory=dict)
    notes: list[RowNote] = field(default_factory=list)
    remarks: set[str] = field(default_factory=set)

    def add(self, table: str, counts: Counts) -> None:
        """Count more rows of a table."""
        before = self.counts.get(table, Counts())
        pairs = ((getattr(before, name), getattr(counts, name)) for name in Counts.__slots__)
        self.counts[table] = Counts(*(one + more for one, more in pairs))

    @property
    def changed(self) -> int:
        """Rows that are not what they were."""
        return sum(one.new + one.updated + one.deleted for one in self.counts.values())


def apply_rows(
    connection: sa.Connection, known: Catalogue, jobs: Sequence[int], sender: Sender, now: datetime
) -> Applied:
    """Apply every row of some bundles, and what waited for one of them.

    Args:
        connection: inside the one transaction.
        known: the tables.
        jobs: numbers of the bundles, all parts of one group.
        sender: whose they are.
        now: for the books.

    Raises:
        BundleRefused: ``E_MANIFEST`` for a row that is there twice; ``E_COUNTS`` for more rows not taken than a
            receipt can name. Nothing of this transaction may then be kept.
    """
    done = Applied()
    had_parked = _read_again(connection, known, sender)
    _note_bad(connection, jobs, sender, done, now)
    for entity in known.entities.values():
        _Step(connection, entity, known.entities[PERSON], jobs, sender, now).run(done, had_parked=had_parked)
    if len(done.notes) > MOST_ROWS:
        raise BundleRefused(Outcome.COUNTS, str(len(done.notes)))
    return done


def forget(connection: sa.Connection, known: Catalogue, job: int) -> None:
    """Nothing of a bundle waits any more."""
    for entity in known.entities.values():
        connection.execute(sa.delete(entity.waiting).where(entity.waiting.c["_job"] == job))
    connection.execute(sa.delete(books.BAD).where(books.BAD.c.job == job))


class _Step:
    """One table's rows."""

    def __init__(
        self,
        connection: sa.Connection,
        entity: Entity,
        person: Entity,
        jobs: Sequence[int],
        sender: Sender,
        now: datetime,
    ) -> None:
        self._connection, self._entity, self._person, self._sender = connection, entity, person, sender
        self._now = now
        numbers = ", ".join(str(int(one)) for one in jobs)
        self._own, self._all = f"s._job IN ({numbers})", f"s._job IN ({numbers}, {AGAIN})"
        self._stg, self._core = f'"{entity.waiting.name}"', f'"{entity.core.name}"'
        on = " AND ".join(f"k.{name} = s.{name}" for name in KEY)
        self._joined = f"{self._stg} AS s LEFT JOIN {self._core} AS k ON {on}"

    def run(self, done: Applied, *, had_parked: bool) -> None:
        """Refuse, count, write, and leave nothing waiting."""
        here = f"SELECT count(*), count(DISTINCT s.id) FROM {self._stg} AS s WHERE "
        rows, different = self._one(here + self._own)
        again, _ = self._one(f"{here} s._job = {AGAIN}") if had_parked else (0, 0)
        if rows != different:
            raise BundleRefused(Outcome.MANIFEST, "rows")
        if not rows and not again:
            return
        if again:  # a later state of it came by itself
            twice = f"SELECT 1 FROM {self._stg} AS o WHERE o.id = s.id AND {self._own.replace('s._job', 'o._job')}"
            self._run(f"DELETE FROM {self._stg} AS s WHERE s._job = {AGAIN} AND EXISTS ({twice})")
        self._park(done)
        self._fork(done)
        self._count(done)
        self._write()
        if had_parked:
            self._release()
        self._run(f"DELETE FROM {self._stg} AS s WHERE {self._all}")

    def _one(self, statement: str) -> Any:
        return self._connection.execute(sa.text(statement)).one()

    def _run(self, statement: str) -> None:
        self._connection.execute(sa.text(statement))

    def _park(self, done: Applied) -> None:
        """A row about somebody who is not there waits, and is named in the receipt."""
        if self._entity.name in {PERSON, OTHER}:
            return
        missing = (
            f'SELECT 1 FROM "{self._person.core.name}" AS r '
            "WHERE r._p = s._p AND r.home = s.home AND r.id = s._rid"
        )
        self._set_aside(f"s._rid IS NOT NULL AND NOT EXISTS ({missing})", RowCode.REFERENCE, "/rid", done)

    def _fork(self, done: Applied) -> None:
        """The same change with another content: two files went on from one."""
        same = " AND ".join(f"k.{name} = s.{name}" for name in (*KEY, *_VERSION))
        other = f"SELECT 1 FROM {self._core} AS k WHERE {same} AND k._rh <> s._rh"
        self._set_aside(f"EXISTS ({other})", RowCode.FORK, "/c", done)

    def _set_aside(self, where: str, code: RowCode, pointer: str, done: Applied) -> None:
        columns = self._entity.waiting.c
        names = ", ".join(f's."{one.name}"' for one in columns)
        found = f"SELECT {names} FROM {self._stg} AS s WHERE {self._all} AND {where} LIMIT {MOST_ROWS + 1}"
        rows = self._connection.execute(sa.text(found).columns(*columns)).mappings().all()
        if not rows:
            return
        bad = [_bad(self._entity, row, code, pointer) for row in rows]
        fresh = [one for one, row in zip(bad, rows, strict=True) if row["_job"] != AGAIN]
        _note(self._connection, fresh, self._sender, self._now)
        _tell(fresh, done, is_parked=code is RowCode.REFERENCE)
        self._run(f"DELETE FROM {self._stg} AS s WHERE {self._all} AND {where}")

    def _count(self, done: Applied) -> None:
        newer = _is_newer("s", "k")
        whose = 's."_t"' if self._entity.name == OTHER else f"'{self._entity.name}'"
        kinds = (
            "k.id IS NULL AND s._op = 'U'",
            f"k.id IS NOT NULL AND {newer} AND s._op = 'U' AND k._rh <> s._rh",
            f"s._op = 'D' AND (k.id IS NULL OR ({newer} AND k._op <> 'D'))",
            f"k.id IS NOT NULL AND NOT ({newer}) AND k._rh <> s._rh",
        )
        sums = ", ".join(f"sum(CASE WHEN {one} THEN 1 ELSE 0 END)" for one in kinds)
        counted = f"SELECT {whose} AS t, count(*), {sums} FROM {self._joined} WHERE {self._own} GROUP BY 1"
        for table, *figures in self._connection.execute(sa.text(counted)):
            total, new, updated, deleted, stale = map(int, figures)
            done.add(table, Counts(new, updated, total - new - updated - deleted, deleted))
            if stale:
                done.remarks.add(str(RowCode.STALE))

    def _write(self) -> None:
        names = [one for one in self._entity.names if one != "_job"]
        quoted = ", ".join(f'"{one}"' for one in names)
        taken = ", ".join(f'"{one}" = excluded."{one}"' for one in names if one not in KEY)
        newer = _is_newer("excluded", self._core)
        mine = ", ".join(f's."{one}"' for one in names)
        self._run(
            f"INSERT INTO {self._core} ({quoted}) SELECT {mine} "
            f"FROM {self._stg} AS s WHERE {self._all} "
            f"ON CONFLICT ({', '.join(KEY)}) DO UPDATE SET {taken} WHERE {newer}"
        )

    def _release(self) -> None:
        """What was not taken before and is now is not on the list any more."""
        own = "s.id" if self._entity.name != OTHER else "substr(s.id, length(s._t) + 2)"
        whose = f"'{self._entity.name}'" if self._entity.name != OTHER else 's."_t"'
        taken = (
            f"SELECT 1 FROM {self._stg} AS s WHERE {self._all} "
            f"AND {own} = recv_parked.id AND {whose} = recv_parked.tbl "
            "AND (s._epoch, s._c) >= (recv_parked.epoch_n, recv_parked.c)"
        )
        self._connection.execute(
            sa.text(f"DELETE FROM recv_parked WHERE fac = :fac AND stream = :stream AND EXISTS ({taken})"),
            {"fac": self._sender.facility, "stream": self._sender.stream},
        )


def _is_newer(one: str, other: str) -> str:
    mine, theirs = (", ".join(f"{of}.{name}" for name in _VERSION) for of in (one, other))
    return f"({mine}) > ({theirs})"


def _bad(entity: Entity, row: Mapping[Any, Any], code: RowCode, pointer: str) -> Bad:
    by_name = {str(key): value for key, value in row.items()}
    table, row_id = entity.name, by_name["id"]
    if entity.name == OTHER:
        table, _, row_id = row_id.partition("/")
    return Bad(table, row_id, by_name["_c"], code, pointer, line_of(entity, by_name))


def _tell(bad: Iterable[Bad], done: Applied, *, is_parked: bool) -> None:
    for one in bad:
        done.add(one.table, Counts(parked=1) if is_parked else Counts(rejected=1))
        done.notes.append(RowNote(one.table, one.row_id, one.chg, str(one.code), one.pointer))


def _note_bad(
    connection: sa.Connection, jobs: Sequence[int], sender: Sender, done: Applied, now: datetime
) -> None:
    b = books.BAD
    rows = connection.execute(sa.select(b).where(b.c.job.in_(jobs))).all()
    bad = [Bad(row.tbl, row.id, row.c, RowCode(row.code), row.ptr, row.line) for row in rows]
    _note(connection, bad, sender, now)
    _tell(bad, done, is_parked=False)
    connection.execute(sa.delete(b).where(b.c.job.in_(jobs)))


def _note(connection: sa.Connection, bad: Sequence[Bad], sender: Sender, now: datetime) -> None:
    """Put rows on the list of those not taken; the latest state of each."""
    if not bad:
        return
    p = books.PARKED
    whose = {"fac": sender.facility, "stream": sender.stream}
    connection.execute(
        sa.delete(p).where(
            *(p.c[name] == sa.bindparam(f"b_{name}") for name in ("fac", "stream", "tbl", "id")),
        ),
        [
            {"b_fac": sender.facility, "b_stream": sender.stream, "b_tbl": one.table, "b_id": one.row_id}
            for one in bad
        ],
    )
    latest = {(one.table, one.row_id): one for one in sorted(bad, key=lambda one: one.chg)}
    connection.execute(
        sa.insert(p),
        [
            {
                **whose,
                "tbl": one.table,
                "id": one.row_id,
                "c": one.chg,
                "epoch_n": sender.epoch,
                "code": str(one.code),
                "ptr": one.pointer,
                "line": one.line,
                "header_sha": sender.header_sha,
                "since": now,
            }
            for one in latest.values()
        ],
    )


def _read_again(connection: sa.Connection, known: Catalogue, sender: Sender) -> bool:
    """Let rows that waited for somebody come along; whether anything was on the list at all."""
    p = books.PARKED
    mine = sa.select(p).where(p.c.fac == sender.facility, p.c.stream == sender.stream)
    rows = connection.execute(mine).all()
    for row in rows:
        if row.code != RowCode.REFERENCE:
            continue
        entity = known.of(row.tbl)
        source = Source(AGAIN, sender.facility, sender.profile, row.epoch_n, row.c)
        read = read_member(f"{row.line}\n".encode(), row.tbl, entity, source)
        load(connection, entity.waiting, entity.names, read.rows)
    return bool(rows)
