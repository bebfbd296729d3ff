"""The steps as they were shipped: one line, alone, in step with the records, and no row lost on any way up."""

import ast
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from typing_extensions import override

from facility_app.app.paths import migrations_folder
from facility_app.app.registry import schema
from facility_app.db import search
from facility_app.db.migrate import Migrated, Scripts, migrate, row_counts
from facility_app.db.schema_objects import Schema
from facility_app.db.vault import revision_of
from tests.helpers.probe import (
    ProbeBase,
    VaultFile,
    engine_of,
    migrated_file,
)
from tests.helpers.steps import VERSIONS, nothing_more

NAME = re.compile(r"20\d{6}_\d{4}_(?P<slice>[a-z]+)_\w+\.py")


def unlike(connection: sa.Connection, metadata: sa.MetaData) -> list[Any]:
    """What autogenerate would write into a new step."""

    def is_ours(_thing: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
        return not (kind == "table" and name is not None and ("_fts" in name or name == "alembic_version"))

    options = {"compare_type": True, "compare_server_default": True, "include_object": is_ours}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))


def test_steps_and_records_agree(tmp_path: Path) -> None:
    with engine_of(migrated_file(tmp_path).path) as engine, engine.connect() as connection:
        assert unlike(connection, schema().metadata) == []


def test_a_column_or_a_type_without_a_step_is_found(vault_file: VaultFile) -> None:
    metadata = sa.MetaData()
    for table in ProbeBase.metadata.tables.values():
        table.to_metadata(metadata)
    with engine_of(vault_file.path) as engine, engine.connect() as connection:
        assert unlike(connection, metadata) == []
        metadata.tables["vault"].append_column(sa.Column("extra", sa.Integer))
        metadata.tables["audit_entry"].columns["verb"].type = sa.Integer()
        sa.Table("nowhere", metadata, sa.Column("id", sa.Integer, primary_key=True))
        assert len(unlike(connection, metadata)) == 3


def test_steps_are_one_line_with_one_end() -> None:
    directory = ScriptDirectory(str(migrations_folder()))
    walked = list(directory.walk_revisions())
    assert len(directory.get_heads()) == 1
    assert [step.revision for step in walked if step.is_branch_point or step.is_merge_point] == []
    assert len(walked) == len(VERSIONS)


@pytest.mark.parametrize("path", VERSIONS, ids=lambda path: path.stem)
def test_a_step_stands_alone_and_says_what_it_is_for(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names])
    }
    assert not any(name.split(".")[0] == "facility_app" for name in imported)
    assert ast.get_docstring(tree)
    assert NAME.fullmatch(path.name)
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert "upgrade" in functions
    assert "downgrade" not in functions


ORDER_OPEN = ("ends_at", "verified_by")
FILLING: dict[str, object] = {
    "only": 1,
    "op": "I",
    "state": "OFFERED",
    "k": 999,
    # A month closed before the day of the ledger's row, and no row that takes another one back.
    "last_on": "2026-01-01",
    "cancels_id": None,
    "valid_to": None,
    # A page of the book signed before the day of its row.
    "stock_day.booked_on": "2026-01-01",
    # An order that goes on, verified by another person; a dose that was given.
    **{f"{name}.{column}": None for name in ("medicine_order", "private_medicine_order") for column in ORDER_OPEN},
    "medicine_dose.outcome": "given",
    "private_medicine_dose.outcome": "given",
    # A certificate that stands: only a counter-row has a reason.
    "course_certificate.reason": None,
    # An hour of a class is over after it began.
    "ends": "2",
    # A class that goes on: the month above was closed before it began.
    "school_class.last_on": None,
    # A month of labour whose parts make its surplus, somebody who worked.
    "labour_month.income_vnd": 5,
    "labour_mark.mark": "worked",
}
MADE_AGAIN = {"alembic_version", search.search_row.name}


def fill(connection: sa.Connection, _done: Migrated) -> None:
    """One row in every table there is."""
    names = connection.exec_driver_sql(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    there = set(names.scalars()) - MADE_AGAIN
    looks = [f"SELECT '{name}' AS name, EXISTS (SELECT 1 FROM {name}) AS has" for name in there]
    empty = connection.exec_driver_sql(f"SELECT name FROM ({' UNION ALL '.join(looks)}) WHERE NOT has")
    for name in sorted(empty.scalars(), key=parents_first().__getitem__):
        columns = connection.exec_driver_sql(f"SELECT name, upper(type) FROM pragma_table_info('{name}')").all()
        values = tuple(value_for(name, column, declared) for column, declared in columns)
        connection.exec_driver_sql(f"INSERT INTO {name} VALUES ({', '.join('?' * len(values))})", values)


@cache
def parents_first() -> dict[str, int]:
    """Where each table stands in the order in which rows can be written."""
    return {table.name: place for place, table in enumerate(schema().metadata.sorted_tables)}


def value_for(table: str, column: str, declared: str) -> object:
    for name in (f"{table}.{column}", column):
        if name in FILLING:
            return FILLING[name]
    if declared == "DATE":
        return "2026-01-02"
    if declared == "BLOB":
        return b"x"
    if declared in {"INTEGER", "BIGINT", "BOOLEAN"}:
        return 1
    return "2026-03-02T01:30:00.000000Z" if column.endswith("_at") else "1"


class StepByStep(Scripts):
    """Steps that tell ``known`` which tables there are after them, before triggers are made for them."""

    def __init__(self, folder: Path, known: Schema) -> None:
        super().__init__(folder)
        self.known = known

    @override
    def upgrade(self, connection: sa.Connection, metadata: sa.MetaData) -> None:
        super().upgrade(connection, metadata)
        there, whole, known = set(sa.inspect(connection).get_table_names()), schema(), self.known.metadata
        for name in known.tables.keys() - there:
            known.remove(known.tables[name])
        for name in there & whole.metadata.tables.keys() - known.tables.keys():
            whole.metadata.tables[name].to_metadata(known)
        # Frozen for the program, which knows what it makes; here it depends on the step.
        object.__setattr__(self.known, "specs", tuple(spec for spec in whole.specs if spec.name in there))


class Ladder:
    """A file that goes up step by step, with a row in every table there is."""

    def __init__(self, folder: Path) -> None:
        self.file = VaultFile(folder)
        self.steps = folder / "some"
        self.metadata = sa.MetaData()
        (self.steps / "versions").mkdir(parents=True)

    def climb(self, step: Path) -> frozenset[str]:
        """One step up; the tables whose rows it says it loses."""
        shutil.copy(step, self.steps / "versions" / step.name)
        known = Schema(self.metadata, ())
        scripts = StepByStep(self.steps, known)
        done = migrate(self.file.path, self.file.key, scripts, known, finish=fill)
        return scripts.loses_rows(done.before)


def by_revision() -> list[Path]:
    """The files of the steps in the order they are run."""
    walked = ScriptDirectory(str(migrations_folder())).walk_revisions()
    return [Path(step.path) for step in walked][::-1]


def counted(file: VaultFile) -> dict[str, int]:
    with engine_of(file.path) as engine, engine.connect() as connection:
        return row_counts(connection)


AT_ONCE = (1, len(VERSIONS) // 3, len(VERSIONS) * 2 // 3)


def test_every_step_ever_shipped_keeps_every_row_and_so_do_all_of_them_at_once(tmp_path: Path) -> None:
    ladder, lost = Ladder(tmp_path), list[str]()
    before: dict[str, int] = {}
    older: list[VaultFile] = []
    for done, step in enumerate(by_revision(), start=1):
        lossy = ladder.climb(step)
        after = counted(ladder.file)
        lost += [f"{step.stem}: {name}" for name, count in fewer(before, after).items() if name not in lossy]
        before = after
        if done in AT_ONCE:
            older.append(VaultFile(place(tmp_path / f"at {done}")))
            shutil.copy(ladder.file.path, older[-1].path)
    assert lost == []
    assert [name for name, count in before.items() if count == 0 and name not in MADE_AGAIN] == []
    new = written_in(migrated_file(place(tmp_path / "new")))
    for file in (*older, ladder.file):
        assert written_in(gone_to_the_newest(file)) == new


def fewer(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    """Rows each table lost."""
    return {name: count - after[name] for name, count in before.items() if after[name] < count}


def place(folder: Path) -> Path:
    folder.mkdir()
    return folder


def gone_to_the_newest(file: VaultFile) -> VaultFile:
    """All steps it lacks at once; no row is lost that none of them says it loses."""
    before, newest = counted(file), Scripts(migrations_folder())
    with engine_of(file.path) as engine, engine.connect() as connection:
        revision = revision_of(connection)
    migrate(file.path, file.key, newest, schema(), finish=nothing_more)
    assert fewer(before, counted(file)).keys() <= newest.loses_rows(revision), revision
    return file


def written_in(file: VaultFile) -> set[tuple[str, str | None]]:
    """Every table, index and trigger, word for word."""
    with engine_of(file.path) as engine, engine.connect() as connection:
        return {(row.name, row.sql) for row in connection.exec_driver_sql("SELECT name, sql FROM sqlite_master")}
