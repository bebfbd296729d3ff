"""Raw SQL against the audit trail: is every change found, and the first entry touched named?

Not part of it, because no anchor can tell: entries appended after the anchored one with rightly computed hashes
are what the program itself would have written.
"""

import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeAlias

import sqlalchemy as sa

from facility_app.db import audit
from facility_app.db.audit import Head
from facility_app.db.audit_verify import Verdict, verify
from facility_app.db.database import Database
from facility_app.modules.access.service import erase_audit_value
from tests.helpers.probe import OFFICER, ProbePerson, VaultFile, change, engine_of, person, save, scratch_file
from tests.proof.audit_attacks import ATTACKS, ENTRY_COLUMNS, ERASED, VALUE_COLUMNS, Trail
from tests.proof.counted import Counted, Scale

COUNTS = {Scale.SHORT: 100, Scale.LONG: 5_000}
SEED = 20_260_902
PEOPLE = 9

UNRIGHTED = frozenset(seq for seq, _ in ERASED)
"""An attack on the entry of an erasure leaves the erased value without its right: an earlier entry to name."""

Judge: TypeAlias = Callable[[sa.Connection, Head | None], Verdict]


@dataclass
class Tally:
    """What became of the attacks.

    Attributes:
        done: attacks by kind that changed something.
        missed: what verify did not find, in words.
        misnamed: what it found, but at another entry than the first one touched.
    """

    done: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    misnamed: list[str] = field(default_factory=list)

    def add(self, kind: str, named: int | None, verdict: Verdict) -> None:
        """Count one attack; ``named`` is the entry that had to be named, if any."""
        self.done[kind] += 1
        told = f"{kind} (attack {self.done.total()}): {verdict}, to be named: {named}"
        if verdict.ok:
            self.missed.append(told)
        elif named is not None and verdict.first_bad not in {named, *UNRIGHTED}:
            self.misnamed.append(told)


def run(count: int, seed: int, judge: Judge = verify) -> Tally:
    """Attack the trail ``count`` times, each time the whole one, and let ``judge`` verify it."""
    tally, draw = Tally(), random.Random(seed)
    with tempfile.TemporaryDirectory() as folder, attacked(Path(folder)) as connection:
        anchored, whole = audit.head(connection), everything(connection)
        keys = connection.exec_driver_sql("SELECT entry_seq, ord FROM audit_value ORDER BY 1, 2")
        values = [(row.entry_seq, row.ord) for row in keys]
        for number in range(count):
            kind = list(ATTACKS)[number % len(ATTACKS)]
            named = _attack(Trail(connection, draw, anchored.count, values), kind, whole)
            verdict = judge(connection, anchored)
            connection.rollback()
            tally.add(kind, named, verdict)
    return tally


def _attack(trail: Trail, kind: str, whole: bytes) -> int | None:
    """One attack that changes something; a draw that does not, or that the file's rules refuse, is redrawn."""
    while True:
        try:
            named = ATTACKS[kind](trail)
        except sa.exc.IntegrityError:
            trail.connection.rollback()
            continue
        if everything(trail.connection) != whole:
            return named
        trail.connection.rollback()


def everything(connection: sa.Connection) -> bytes:
    """Both tables as they are, types told apart."""
    parts = []
    for table, columns in (("audit_entry", ENTRY_COLUMNS), ("audit_value", VALUE_COLUMNS)):
        row = " || ',' || ".join(f"typeof({column}) || hex({column})" for column in columns)
        sql = f"SELECT group_concat(line, char(10)) FROM (SELECT {row} AS line FROM {table} ORDER BY line)"
        parts.append(str(connection.exec_driver_sql(sql).scalar_one()))
    return "\n\n".join(parts).encode()


@contextmanager
def attacked(folder: Path) -> Iterator[sa.Connection]:
    """A connection to a file with a trail of every kind of entry, its triggers dropped, foreign keys off."""
    file = VaultFile(folder)
    file.path.write_bytes(_trail())
    with engine_of(file.path) as engine:
        sa.event.listen(engine, "connect", lambda raw, _record: raw.execute("PRAGMA foreign_keys=OFF"))
        with engine.connect() as connection:
            yield connection


@cache
def _trail() -> bytes:
    """Such a file; written once a process."""
    with scratch_file() as path:
        file = VaultFile(path.parent)
        file.create()
        with file.opened() as database:
            _write_trail(database)
        with engine_of(file.path) as engine, engine.begin() as connection:
            names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for name in names.scalars().all():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        return file.path.read_bytes()


def _write_trail(database: Database) -> None:
    """Entries with and without values and reasons, nested, of empty, long, odd and erased values."""
    names = ["b'An'", "", "null", "[1]", "Đỗ Thị Ánh", "x\ny", '"quoted"', "9" * 300]
    for number in range(PEOPLE):
        made = person(names[number % len(names)], str(number) * 6, code=f"C{number}")
        save(database, made, reason=None if number % 3 else f"lý do {number}")
        change(database, made.id, _renamed)
        with database.write(OFFICER) as uow:
            with uow.act("probe.outer"), uow.act("probe.inner"):
                pass
            uow.commit()
        if number == PEOPLE // 3:
            _erase(database)


def _erase(database: Database) -> None:
    for seq, place in ERASED:
        with database.write(OFFICER) as uow:
            erase_audit_value(uow, seq, place, "theo yêu cầu")
            uow.commit()


def _renamed(record: ProbePerson) -> None:
    record.name, record.code = f"{record.name}!", None


def mutations(scale: Scale) -> Counted:
    """Every attack is found, and the first entry touched is the one named."""
    began, count = time.monotonic(), COUNTS[scale]
    tally = run(count, SEED)
    wrong = [*tally.missed, *tally.misnamed]
    figures = {
        "mutations": tally.done.total(),
        "kinds": len(tally.done),
        "found": count - len(tally.missed),
        "misnamed": len(tally.misnamed),
    }
    return Counted("audit-mutations", figures, not wrong, time.monotonic() - began, tuple(wrong[:10]))
