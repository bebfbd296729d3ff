"""The command line as someone at a desk uses it: a data folder, an account of the system, secrets in files."""

import contextlib
import hashlib
import io
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import sqlalchemy as sa

from facility_app.app.bootstrap import OpenFacility, open_facility
from facility_app.app.cli.call import run
from facility_app.app.paths import DATA_VARIABLE, STATE_VARIABLE
from facility_app.app.start import Password, enter
from facility_app.db.backup.make import copy_database
from facility_app.db.driver import Connection, DataKey, connect
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import KdfParams
from facility_app.db.migrate import Migrated, Scripts
from facility_app.db.schema_objects import Schema
from tests.helpers.probe import PROBE_KEY, engine_of, newest_schema

CHEAP = KdfParams(memory_kib=8, passes=1, lanes=1)
ADMIN = "quan.tri"
ADMIN_PASSWORD = "Khóa cửa bằng then gỗ"
NURSE = "Điều dưỡng Hạnh"
NURSE_PASSWORD = "Nắng chiều bên sông Mã"
FACILITY = "Cơ sở cai nghiện số 1"
INIT = ("init", "--name", FACILITY, "--code", "G01.28.12", "--province", "01", "--admin", ADMIN)


@contextmanager
def tables_at_hand() -> Iterator[None]:
    """Found with tables the steps made once for all tests of the process; a founding is little else."""
    with patch("facility_app.app.founding.migrate", _put_tables):
        yield


def _put_tables(
    path: Path,
    data_key: DataKey,
    scripts: Scripts,
    _schema: Schema,
    *,
    finish: Callable[[sa.Connection, Migrated], None],
) -> Migrated:
    """What ``migrate`` leaves of a new file."""
    with tempfile.TemporaryDirectory() as folder:
        pattern = Path(folder, "pattern.db")
        pattern.write_bytes(newest_schema(PROBE_KEY))
        with closing(connect(pattern, PROBE_KEY)) as source:
            copy_database(source, path, data_key)
    done = Migrated(None, scripts.head)
    with engine_of(path, data_key) as engine, engine.begin() as connection:
        finish(connection, done)
    return done


@dataclass(frozen=True)
class Answer:
    """What one call said."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """The one JSON document on stdout; anything beside it fails here."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found

    @property
    def error(self) -> str:
        """Code of the refusal."""
        code = self.document["error"]["code"]
        assert isinstance(code, str)
        return code

    @property
    def message(self) -> str:
        """Sentence of the refusal, fit to be read."""
        message = self.document["error"]["message"]
        assert isinstance(message, str)
        assert "{" not in message
        return message


@dataclass(frozen=True)
class Desk:
    """A data folder, an account's state folder, and a drawer of password files, all below ``root``."""

    root: Path

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.root / "data"

    @property
    def state(self) -> Path:
        """The account's state folder."""
        return self.root / "state"

    @property
    def folder(self) -> DataFolder:
        """The data folder with its parts."""
        return DataFolder(self.data)

    @property
    def environment(self) -> dict[str, str]:
        """Variables of a call; no bus, so that no test ever asks the keyring of whoever runs it."""
        bus = f"unix:path={self.root / 'no-bus'}"
        return {DATA_VARIABLE: str(self.data), STATE_VARIABLE: str(self.state), "DBUS_SESSION_BUS_ADDRESS": bus}

    def note(self, text: str | bytes, name: str = "") -> Path:
        """A file with a secret in its first line."""
        raw = text if isinstance(text, bytes) else f"{text}\n".encode()
        drawer = self.root / "drawer"
        drawer.mkdir(parents=True, exist_ok=True)
        path = drawer / (name or hashlib.sha256(raw).hexdigest()[:16])
        path.write_bytes(raw)
        return path

    def sign(self, user: str, password: str | bytes) -> tuple[str, ...]:
        """The options that sign ``user`` in."""
        return "--user", user, "--password-file", str(self.note(password))

    @property
    def admin(self) -> tuple[str, ...]:
        """The options that sign the administrator in."""
        return self.sign(ADMIN, ADMIN_PASSWORD)

    @property
    def nurse(self) -> tuple[str, ...]:
        """The options that sign the nurse in."""
        return self.sign(NURSE, NURSE_PASSWORD)

    @property
    def recovery_note(self) -> Path:
        """The file the recovery key was written to."""
        return self.root / "drawer" / "recovery"

    @property
    def recovery_key(self) -> str:
        """The recovery key."""
        return self.recovery_note.read_text(encoding="utf-8").strip()

    def say(self, *words: str | Path, **environment: str) -> Answer:
        """Call the program in this process, without a terminal."""
        out, err = io.StringIO(), io.StringIO()
        with (
            patch.dict(os.environ, {**self.environment, **environment}),
            patch("sys.stdin", io.StringIO()),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            code = run([str(word) for word in words], CHEAP)
        return Answer(code, out.getvalue(), err.getvalue())

    def ask(self, *words: str | Path) -> Answer:
        """The same with ``--json``; never a traceback."""
        answer = self.say(*words, "--json")
        assert "Traceback" not in answer.err
        return answer

    def done(self, *words: str | Path) -> dict[str, Any]:
        """The same for what must succeed; its document."""
        answer = self.ask(*words)
        assert answer.code == 0, answer
        return answer.document

    def found(self) -> None:
        """Make the facility, the recovery key in the drawer, and a nurse with a password of her own."""
        drawer = self.note("-").parent
        init = (*INIT, "--password-file", self.note(ADMIN_PASSWORD), "--recovery-out", drawer / "recovery")
        with tables_at_hand():
            self.done(*init, "--secret-mode", "file")
        self.add_user(NURSE, NURSE_PASSWORD, "NURSE")

    def add_user(self, name: str, password: str, role: str) -> None:
        """An account that has already changed its one-time password."""
        made = self.done("user", "add", name, "--role", role, *self.admin)
        first = self.sign(name, made["one_time_password"])
        self.done("user", "password", *first, "--new-password-file", self.note(password))

    def copy(self, root: Path) -> "Desk":
        """The same desk elsewhere."""
        shutil.copytree(self.root, root, dirs_exist_ok=True)
        return Desk(root)

    def elsewhere(self, name: str) -> "Desk":
        """A desk with its own folders beside this one."""
        return Desk(self.root / name)

    def open(self, user: str = ADMIN, password: str = ADMIN_PASSWORD) -> OpenFacility:
        """The facility as the program opens it; use it as a context."""
        with patch.dict(os.environ, self.environment):
            return open_facility(self.folder, Password(user, password), self.state, CHEAP)

    @property
    def data_key(self) -> DataKey:
        """The key of the database file."""
        with patch.dict(os.environ, self.environment):
            return enter(self.folder, Password(ADMIN, ADMIN_PASSWORD), self.state, CHEAP).data_key

    @contextmanager
    def raw(self) -> Iterator[Connection]:
        """The file below all rules of the program."""
        connection = connect(self.folder.database, self.data_key)
        try:
            yield connection
        finally:
            connection.close()

    def trail(self) -> list[str]:
        """Verbs of the audit trail, oldest first."""
        entries = self.done("audit", "list", "--limit", "1000", *self.admin)["entries"]
        return [entry["verb"] for entry in reversed(entries)]


def files_of(*folders: Path) -> Mapping[str, str]:
    """Every file with its hash, lock files left out; no SQLite connection may be open in this process."""
    found = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in found
        if not path.name.endswith(".lock")
    }


def without_counter(desk: Desk) -> Mapping[str, object]:
    """The data folder as ``files_of``, the key file without its count of failed tries."""
    keys = json.loads(desk.folder.keys.read_bytes())
    return {**files_of(desk.data), str(desk.folder.keys): {**keys, "failed": None}}
