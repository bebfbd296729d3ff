"""To the newest schema: all steps in one transaction on their own connection, after a verified backup.

Foreign keys are off while tables are rebuilt (a batch step drops the old table, and ON DELETE CASCADE would
silently empty its children); they are checked before the commit. There is no way back but the backup.
"""

import ast
import importlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from facility_app.db import schema_objects
from facility_app.db.driver import DataKey, connect, driver_module
from facility_app.db.durable import OWNER_ONLY
from facility_app.db.faults import plain_words
from facility_app.db.schema_objects import Schema
from facility_app.db.search import search_row
from facility_app.db.vault import revision_of
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label

if TYPE_CHECKING:
    from facility_app.db.step_walk import StepWalk

_LINK = re.compile(r"^(revision|down_revision)\b[^=\n]*= *(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Migrated:
    """What a migration did; ``before`` is None for a new file."""

    before: str | None
    after: str


class Scripts:
    """The migration steps that came with the program.

    The chain is read from two lines of each file: every start asks for its end, and what runs the steps is as
    much memory as a dozen pages.
    """

    def __init__(self, folder: Path) -> None:
        """Read the chain of steps in ``folder``."""
        self._folder = folder
        self._chain = tuple(map(_links, sorted((folder / "versions").glob("*.py"))))

    @property
    def head(self) -> str:
        """The newest revision."""
        former = {before for _, before in self._chain}
        (head,) = (revision for revision, _ in self._chain if revision not in former)
        return head

    def knows(self, revision: str) -> bool:
        """Whether ``revision`` is one of the steps."""
        return any(revision == known for known, _ in self._chain)

    def loses_rows(self, since: str | None) -> frozenset[str]:
        """Tables whose steps after ``since`` say they remove rows."""
        return self._walk.loses_rows(self.head, since)

    def upgrade(self, connection: sa.Connection, metadata: sa.MetaData) -> None:
        """Run every step the file lacks, inside the caller's transaction."""
        self._walk.upgrade(connection, metadata)

    @cached_property
    def _walk(self) -> "StepWalk":
        walk: StepWalk = importlib.import_module("facility_app.db.step_walk").StepWalk(self._folder)
        return walk


def _links(step: Path) -> tuple[str, str | None]:
    """A step's own revision and the one before it."""
    told = dict(_LINK.findall(step.read_text("utf-8")))
    return ast.literal_eval(told["revision"]), ast.literal_eval(told["down_revision"])


@cache
def scripts_in(folder: Path) -> Scripts:
    """The steps in ``folder``, read once a process; each start asks twice."""
    return Scripts(folder)


def require_known(scripts: Scripts, revision: str | None) -> None:
    """Refuse a file made by a newer program; nothing is written.

    Raises:
        EnvironmentFault: ``schema_newer``.
    """
    if revision is not None and not scripts.knows(revision):
        raise EnvironmentFault(
            "schema_newer",
            label(
                "errors",
                "Tệp dữ liệu do bản chương trình mới hơn tạo (cấu trúc {revision}); chưa có gì bị thay đổi. Hãy "
                "cài bản chương trình mới nhất.",
            ),
            revision=revision,
        )


def migrate(
    path: Path,
    data_key: DataKey,
    scripts: Scripts,
    schema: Schema,
    *,
    finish: Callable[[sa.Connection, Migrated], None],
) -> Migrated:
    """Bring the file to the newest schema, or leave it exactly as it was.

    The caller has made a verified backup and holds the vault's lock alone.

    Args:
        path: the database file; made when absent.
        data_key: its key.
        scripts: the steps.
        schema: what the file must hold beyond tables.
        finish: called inside the transaction at the end (identity of a new file, audit entry).

    Raises:
        EnvironmentFault: ``schema_newer``, ``migration_broke`` (rows lost or references broken), disk faults.
    """
    # SQLite would make the file readable for the whole machine; its log files take over these rights.
    path.touch(mode=OWNER_ONLY)
    engine = sa.create_engine(
        "sqlite://",
        module=driver_module(),
        creator=lambda: _connect(path, data_key),
        poolclass=NullPool,
        hide_parameters=True,
    )

    @sa.event.listens_for(engine, "begin")
    def _on_begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    try:
        with plain_words(), engine.begin() as connection:
            before = revision_of(connection)
            require_known(scripts, before)
            counts = row_counts(connection)
            lossy = scripts.loses_rows(before)
            scripts.upgrade(connection, schema.metadata)
            schema_objects.install(connection, schema)
            done = Migrated(before, scripts.head)
            finish(connection, done)
            _require_whole(connection, counts, lossy)
        return done
    finally:
        engine.dispose()


def row_counts(connection: sa.Connection) -> dict[str, int]:
    """Rows of every table of the file, the full-text indexes left out."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        "AND name NOT LIKE '%\\_fts%' ESCAPE '\\' ORDER BY name"
    )
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()
        for name in names.scalars().all()
    }


def _connect(path: Path, data_key: DataKey) -> Any:
    connection = connect(path, data_key)
    connection.execute("PRAGMA foreign_keys=OFF")
    return connection


def _require_whole(connection: sa.Connection, counts: dict[str, int], lossy: frozenset[str]) -> None:
    now = row_counts(connection)
    kept = counts.keys() - lossy - {search_row.name}  # its rows follow those of the searched tables
    fewer = sorted(name for name in kept if now.get(name, 0) < counts[name])
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    ill = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    if fewer or broken or ill != ["ok"]:
        raise EnvironmentFault(
            "migration_broke",
            label(
                "errors",
                "Việc nâng cấp không giữ được mọi dòng dữ liệu ({tables}) nên đã hủy; tệp dữ liệu vẫn như cũ. "
                "Hãy gửi tệp ghi sự cố (thư mục logs) cho người hỗ trợ.",
            ),
            tables=", ".join(fewer) or label("errors", "liên kết giữa các bảng"),
        )
