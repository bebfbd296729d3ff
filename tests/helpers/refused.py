"""Calls that must be refused and write nothing, and a file brought back to an older program."""

import contextlib
import shutil
from collections.abc import Mapping
from pathlib import Path

import sqlalchemy as sa

from facility_app.app.paths import migrations_folder
from facility_app.db.driver import Connection, connect
from facility_app.db.migrate import Scripts, migrate
from facility_app.db.schema_objects import Schema
from tests.helpers.desk import (
    Answer,
    Desk,
    files_of,
)

Words = tuple[str | Path, ...]


def refused(desk: Desk, *words: str | Path) -> Answer:
    """A call that must be refused and write nothing into the data folder and the state folder."""
    return all_refused(desk, {"": words})[""]


def all_refused(desk: Desk, verbs: Mapping[str, Words]) -> dict[str, Answer]:
    """The same for several calls, one after the other; the folders are looked at before and after them all."""
    before = files_of(desk.data, desk.state)
    said = {verb: desk.ask(*words) for verb, words in verbs.items()}
    for verb, answer in said.items():
        assert answer.code in {1, 3}, verb
        assert answer.err == "", verb
        assert len(answer.message) > 20, verb
    assert files_of(desk.data, desk.state) == before, f"one of {', '.join(verbs)} wrote"
    return said


def every_door(desk: Desk, *who: str) -> dict[str, Words]:
    """A call of every verb that opens the facility."""
    reason = ("--reason", "thử")
    return {
        "check": ("check", *who),
        "user list": ("user", "list", *who),
        "backup now": ("backup", "now", *who),
        "audit verify": ("audit", "verify", *who),
        "rekey": ("rekey", *reason, *who),
        "migrate": ("migrate", *who),
    }


def at_every_door(desk: Desk, *who: str) -> set[tuple[int, str]]:
    """What every verb answers; one word for all when the vault speaks with one voice."""
    said = all_refused(desk, every_door(desk, *who))
    return {(answer.code, answer.error) for answer in said.values()}


def take_back_a_step(desk: Desk) -> tuple[str, str]:
    """Make the file as the program before the newest step left it; (the revision it has then, the newest)."""
    newest = Scripts(migrations_folder())
    former = desk.root / "former"
    shutil.copytree(migrations_folder() / "versions", former / "versions", ignore=shutil.ignore_patterns("__py*"))
    (step,) = (
        path for path in (former / "versions").iterdir() if f'revision = "{newest.head}"' in path.read_text()
    )
    step.unlink()
    scripts, older, data_key = Scripts(former), desk.root / "older.db", desk.data_key
    migrate(older, data_key, scripts, Schema(sa.MetaData(), ()), finish=lambda *_: None)
    with desk.raw() as source, contextlib.closing(connect(older, data_key)) as target:
        target.execute("PRAGMA foreign_keys=OFF")
        there, due = columns(source), columns(target)
        for table in due.keys() & there.keys() - {"alembic_version"}:
            names = ", ".join(f'"{name}"' for name in due[table] if name in there[table])
            rows = source.execute(f'SELECT {names} FROM "{table}"').fetchall()
            target.execute(f'DELETE FROM "{table}"')
            target.executemany(
                f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * (names.count(",") + 1))})', rows
            )
    older.replace(desk.folder.database)
    shutil.rmtree(former)
    return scripts.head, newest.head


def columns(file: Connection) -> dict[str, list[str]]:
    """Names of the columns of each ordinary table; full-text indexes are made anew by every migration."""
    found = file.execute(
        "SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c "
        "WHERE t.type = 'table' AND t.schema = 'main' AND t.name NOT LIKE 'sqlite%' AND c.hidden = 0 "
        "AND t.name NOT LIKE '%\\_fts%' ESCAPE '\\' ORDER BY c.cid"
    ).fetchall()
    tables: dict[str, list[str]] = {}
    for table, column in found:
        tables.setdefault(table, []).append(column)
    return tables
