"""An older file brought to the newest schema: it is the old one to the last row, or the new one with every row."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from alembic.script import ScriptDirectory

from facility_app.app import care, outside
from facility_app.app.device_secret import DeviceSecrets
from facility_app.app.paths import migrations_folder
from facility_app.app.start import RecoveryKey, enter
from facility_app.db import capture
from facility_app.db.database import Database
from facility_app.db.digest import file_digest
from facility_app.db.driver import KEY_BYTES, SALT_BYTES, Connection, DataKey, connect
from facility_app.db.keyslots import KeyFile
from facility_app.db.messages import Messages
from facility_app.db.migrate import Migrated, Scripts, migrate
from facility_app.db.schema_objects import Schema
from facility_app.db.uow import Ports, UnitOfWork
from facility_app.db.vault import vault
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.ports import SecretMode
from facility_app.modules.access.tables import UserAccount, UserRole
from tests.proof.judge import Finding, Verdict
from tests.proof.vault_facility import ADMIN, CHEAP, CODE, PASSWORD, Place, promise
from tests.proof.vault_verdict import weigh

DUE: Final = "due.json"
"""What the older file held and its recovery key, beside the facility."""
ACCOUNTS: Final = 60
MADE_BY_STEPS: Final = frozenset({"alembic_version", "search_row", "sync_table"})


def prepare(root: str, revision: str) -> None:
    """A facility as the program of ``revision`` left it, with rows in its tables."""
    place = Place(Path(root))
    place.folder.create()
    data_key = DataKey(os.urandom(KEY_BYTES), os.urandom(SALT_BYTES))
    device = DeviceSecrets(place.state_dir).make(SecretMode.FILE)
    paper = KeyFile(place.folder.keys, CHEAP).create(data_key, ADMIN, PASSWORD, device)
    with _steps_to(revision) as scripts:
        migrate(place.folder.database, data_key, scripts, Schema(sa.MetaData(), ()), finish=_begin)
    _fill(place, data_key)
    with closing(connect(place.folder.database, data_key)) as connection:
        due = {"paper": paper, "digest": file_digest(connection).digest, "tables": _tables(connection)}
    (place.root / DUE).write_text(json.dumps(due), encoding="utf-8")


@contextmanager
def _steps_to(revision: str) -> Iterator[Scripts]:
    """The migration steps as they were when ``revision`` was the newest."""
    steps = ScriptDirectory(str(migrations_folder())).walk_revisions("base", revision)
    with tempfile.TemporaryDirectory() as made:
        (Path(made) / "versions").mkdir()
        for step in steps:
            shutil.copy(step.path, Path(made) / "versions")
        yield Scripts(Path(made))


def _begin(connection: sa.Connection, _done: Migrated) -> None:
    now, ids = outside.SystemClock().now(), outside.system_ids()
    connection.execute(vault.insert().values(only=1, db_uuid=ids.new(), home=CODE, created_at=now))
    connection.execute(capture.sync_epoch.insert().values(n=1, id=ids.new(), started_at=now, reason="init"))
    for number in range(ACCOUNTS):
        connection.exec_driver_sql("INSERT INTO setting_value VALUES (?, '', ?)", (f"proof.{number}", "x" * 50))


def _fill(place: Place, data_key: DataKey) -> None:
    """Rows by the program's own unit of work, as far as the older file has tables for them."""
    ports = Ports(outside.SystemClock(), outside.system_ids(), outside.random_bytes)
    database = Database(place.folder.database, data_key, ports, Messages(), place.state_dir)
    with closing(database):
        database.identify()
        if not database.anchor.exists:
            database.begin_anchor()
        with database.write(system_actor("proof")) as uow:
            has_accounts = sa.inspect(uow.session.connection()).has_table(UserAccount.__tablename__)
            for number in range(ACCOUNTS):
                with uow.act("proof.fill", reason=f"dòng {number}"):
                    if has_accounts:
                        _add_account(uow, f"nguoi.{number}")
            uow.commit()


def _add_account(uow: UnitOfWork, name: str) -> None:
    made = uow.add(UserAccount(name=name, name_fold=name, is_disabled=False, must_change_password=False))
    uow.add(UserRole(user_id=made.id, role=Role.NURSE))


def _tables(connection: Connection) -> dict[str, list[Any]]:
    """Table → its columns, how many rows it has, and their digest."""
    names = connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    due: dict[str, list[Any]] = {}
    for (name,) in names.fetchall():
        if name not in MADE_BY_STEPS and not str(name).startswith("sqlite_"):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})").fetchall()]
            count = connection.execute(f"SELECT count(*) FROM {name}").fetchall()[0][0]
            due[str(name)] = [columns, count, _rows_digest(connection.execute(_rows(str(name), columns, count)))]
    return due


def _rows(table: str, columns: Sequence[object], count: int) -> str:
    """SQL for the first ``count`` rows: steps and what they note only ever append."""
    return f"SELECT {', '.join(map(str, columns))} FROM {table} ORDER BY rowid LIMIT {count}"


def _rows_digest(rows: Any) -> str:
    return hashlib.sha256("\n".join(repr(tuple(row)) for row in rows).encode()).hexdigest()


def play_upgrade(root: str) -> None:
    """What ``migrate`` of the command line does: a verified backup, then every step at once."""
    place = Place(Path(root))
    care.upgrade(place.folder, RecoveryKey(_due(place)["paper"]), place.state_dir, CHEAP)
    promise(place, "upgraded")


def verify_upgrade(folder: Path, acked: Sequence[str]) -> Verdict:
    """The file is old to the last row, and can be upgraded again, or new with every row."""
    place, due = Place(folder), _due(Place(folder))
    who = RecoveryKey(due["paper"])
    try:
        place.open(who).close()
    except EnvironmentFault as fault:
        if fault.code != "schema_older":
            raise
        if acked:
            return Verdict(Finding.LOST, "the older schema is back", 1)
        changed = _changed_in_old(place, who, due)
        if changed:
            return Verdict(Finding.HALF, changed)
        care.upgrade(place.folder, who, place.state_dir, CHEAP)
    with place.open(who) as opened:
        with opened.database.connection() as connection:
            changed = " ".join(
                name
                for name, (columns, count, digest) in due["tables"].items()
                if _rows_digest(connection.exec_driver_sql(_rows(name, columns, count))) != digest
            )
        return weigh(opened, half=changed)


def _changed_in_old(place: Place, who: RecoveryKey, due: dict[str, Any]) -> str:
    entered = enter(place.folder, who, place.state_dir, CHEAP)
    with closing(connect(place.folder.database, entered.data_key, query_only=True)) as connection:
        pages = connection.execute("PRAGMA integrity_check").fetchall()
        if pages != [("ok",)]:
            return str(pages)
        return "" if file_digest(connection).digest == due["digest"] else "the old file holds something else"


def _due(place: Place) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((place.root / DUE).read_text(encoding="utf-8"))
    return found
