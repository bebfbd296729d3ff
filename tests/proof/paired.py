"""The smallest program worth proving: pairs of rows that only ever come together, by the real driver alone.

It proves the engines, not the product: with FULL nothing may be lost, with NORMAL and OFF something must be.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from facility_app.db.driver import Connection, DataKey, connect
from tests.proof.judge import Finding, Verdict
from tests.proof.recorder import acknowledge

KEY = DataKey(bytes(range(32)), bytes(range(100, 116)))
FILE = "facility.db"
CHECKPOINT_PAGES = 30
ROW_BYTES = 2_000


def write_pairs(folder: str, synchronous: str, commits: int) -> int:
    """Commit ``commits`` pairs after those already there and acknowledge each; returns the last number."""
    connection = connect(Path(folder, FILE), KEY)
    connection.execute(f"PRAGMA synchronous={synchronous}")
    connection.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT_PAGES}")
    for table in ("lefts", "rights"):
        connection.execute(f"CREATE TABLE IF NOT EXISTS {table} (n INTEGER PRIMARY KEY, filling BLOB)")
    first = max(_numbers(connection, "lefts"), default=0) + 1
    _say("READY")
    for number in range(first, first + commits):
        _commit_pair(connection, number)
        acknowledge(Path(folder), str(number))
        _say(f"ACK {number}")
    connection.close()
    return first + commits - 1


def write_three_pairs(folder: str) -> None:
    """What is faulted: a new database and three commits."""
    write_pairs(folder, "FULL", 3)


def _commit_pair(connection: Connection, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for table in ("lefts", "rights"):
            connection.execute(f"INSERT INTO {table} VALUES (?, randomblob({ROW_BYTES}))", (number,))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def verify(folder: Path, acked: Sequence[str]) -> Verdict:
    """Open what is left as the next start would, and compare it with what was promised."""
    if not (folder / FILE).exists():
        return Verdict(Finding.LOST, "no file", len(acked)) if acked else Verdict()
    connection = connect(folder / FILE, KEY)
    try:
        damage = connection.execute("PRAGMA integrity_check").fetchall()
        if damage != [("ok",)]:
            return Verdict(Finding.CORRUPT, str(damage[0]))
        lefts, rights = (_numbers(connection, table) for table in ("lefts", "rights"))
    finally:
        connection.close()
    missing = {int(text) for text in acked} - (lefts | rights)
    if missing:
        return Verdict(Finding.LOST, f"first lost: {min(missing)}", len(missing))
    if lefts != rights:
        return Verdict(Finding.HALF, f"without its pair: {sorted(lefts ^ rights)}")
    return Verdict()


def _numbers(connection: Connection, table: str) -> set[int]:
    known = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchall()
    return {int(row[0]) for row in connection.execute(f"SELECT n FROM {table}")} if known else set()


def look(folder: str, acked: list[str]) -> list[str]:
    """``verify`` for the fork server: finding and detail."""
    verdict = verify(Path(folder), acked)
    return [verdict.finding, verdict.detail]


if __name__ == "__main__":
    write_pairs(sys.argv[1], sys.argv[2], int(sys.argv[3]))
