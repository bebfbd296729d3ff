"""To the newest schema in one piece: nothing lost on the way, nothing changed when a step fails."""

import shutil
import sys
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from facility_app.app.paths import migrations_folder
from facility_app.app.registry import schema
from facility_app.db import schema_objects, search
from facility_app.db.database import Database
from facility_app.db.driver import connect
from facility_app.db.migrate import Migrated, Scripts, migrate, row_counts
from facility_app.db.schema_objects import Schema
from facility_app.db.vault import revision_of
from facility_app.kernel.errors import EnvironmentFault
from tests.helpers.fakes import CountingIds
from tests.helpers.probe import (
    HOUSE_TABLES,
    PROBE_KEY,
    ProbeBase,
    ProbeNote,
    ProbePerson,
    VaultFile,
    change,
    engine_of,
    everything,
    migrated_file,
    person,
    probe_schema,
    rows,
    save,
    scratch_file,
    write_identity,
)
from tests.helpers.steps import VERSIONS, nothing_more

STEP = '''"""A step of a test."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = {before!r}
branch_labels = None
depends_on = None
{constants}

def upgrade() -> None:
{body}
'''


class Steps:
    """A folder of steps: the house's own first, the probe's tables, then what a test adds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "versions").mkdir(parents=True)
        shutil.copy(VERSIONS[0], folder / "versions" / VERSIONS[0].name)
        self.last = "0001"
        house = {table.name for table in HOUSE_TABLES}
        own = [table for table in ProbeBase.metadata.sorted_tables if table.name not in house]
        made: list[CreateTable | CreateIndex] = [CreateTable(table) for table in own]
        made += [CreateIndex(index) for table in own for index in table.indexes]
        self.add(*(f'op.execute("""{statement.compile(dialect=sqlite.dialect())}""")' for statement in made))

    def add(self, *lines: str, constants: str = "") -> str:
        """One step more."""
        revision = f"probe{len(list((self.folder / 'versions').glob('*.py'))):03}"
        body = "\n".join(f"    {line}" for text in lines for line in text.splitlines())
        step = STEP.format(revision=revision, before=self.last, constants=constants, body=body)
        (self.folder / "versions" / f"{revision}.py").write_text(step, encoding="utf-8")
        self.last = revision
        return revision

    def run(self, file: VaultFile, whole: Schema | None = None) -> Migrated:
        """Bring the file to the last step."""
        return migrate(file.path, file.key, Scripts(self.folder), whole or probe_schema(), finish=nothing_more)


@pytest.fixture
def steps(tmp_path: Path) -> Steps:
    return Steps(tmp_path / "migrations")


@cache
def made_by_the_first_steps() -> tuple[bytes, int, bool]:
    """A person, notes about them, a trail and an outbox; the ids given; whether the file is the owner's alone."""
    with scratch_file() as path:
        ids = CountingIds()
        file = VaultFile(path.parent, ids=ids)
        migrate(
            path,
            file.key,
            Scripts(Steps(path.parent / "migrations").folder),
            probe_schema(),
            finish=lambda connection, _done: write_identity(connection, file.ids, file.clock),
        )
        with file.opened() as database:
            made = person("Đỗ Thị Ánh", "079201001234", id="a" * 32)
            save(database, made, person("Bùi Văn Bình", "001090123456", id="b" * 32))
            save(database, *(ProbeNote(person_id=made.id, text=f"ghi chú {n}") for n in range(3)))
        is_owners = sys.platform == "win32" or path.stat().st_mode & 0o777 == 0o600
        return path.read_bytes(), ids.made, is_owners


@pytest.fixture
def filled(tmp_path: Path) -> VaultFile:
    """A file at the step before the test's own; made once for all tests."""
    content, ids_made, _ = made_by_the_first_steps()
    file = VaultFile(tmp_path, ids=CountingIds(ids_made))
    file.path.write_bytes(content)
    return file


def contents(file: VaultFile) -> dict[str, list[tuple[Any, ...]]]:
    with engine_of(file.path) as engine, engine.connect() as connection:
        return everything(connection)


def test_a_new_file_comes_to_the_newest_schema_and_again_is_nothing(tmp_path: Path) -> None:
    head, told = Scripts(migrations_folder()).head, list[Migrated]()
    file = migrated_file(tmp_path)
    with engine_of(file.path) as engine, engine.connect() as connection:
        assert revision_of(connection) == head
        assert schema_objects.missing(connection, schema()) == []
    before = contents(file)
    again = migrate(
        file.path,
        file.key,
        Scripts(migrations_folder()),
        schema(),
        finish=lambda _connection, done: told.append(done),
    )
    assert again == Migrated(head, head)
    assert told == [again]
    assert contents(file) == before


def test_a_new_file_is_the_owners_alone() -> None:
    _, _, is_owners = made_by_the_first_steps()
    assert is_owners


def test_a_file_of_a_newer_program_is_refused_and_untouched(filled: VaultFile, steps: Steps) -> None:
    with engine_of(filled.path) as engine, engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'from the future'")
    before = filled.path.read_bytes()
    with pytest.raises(EnvironmentFault) as refused:
        steps.run(filled)
    assert refused.value.code == "schema_newer"
    assert "from the future" in refused.value.message
    assert filled.path.read_bytes() == before
    assert not filled.path.with_name("facility.db-wal").exists()


@pytest.mark.parametrize(
    "fault", ["op.execute('NO SQL')", "1 / 0", "op.execute('INSERT INTO vault SELECT * FROM vault')"]
)
def test_a_failing_step_leaves_the_file_as_it_was(filled: VaultFile, steps: Steps, fault: str) -> None:
    steps.add(
        "op.add_column('probe_person', sa.Column('first', sa.Integer))", "op.execute('DELETE FROM probe_note')"
    )
    steps.add("op.drop_table('probe_local')", fault)
    before, held = filled.path.read_bytes(), contents(filled)
    with pytest.raises((sa.exc.DBAPIError, ZeroDivisionError)):
        steps.run(filled)
    assert contents(filled) == held
    assert filled.path.read_bytes() == before


def test_a_failing_finish_leaves_the_file_as_it_was(filled: VaultFile, steps: Steps) -> None:
    steps.add("op.add_column('probe_person', sa.Column('first', sa.Integer))")
    before = contents(filled)

    def fail(_connection: sa.Connection, _done: Migrated) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        migrate(filled.path, filled.key, Scripts(steps.folder), probe_schema(), finish=fail)
    assert contents(filled) == before


REBUILD = "with op.batch_alter_table('probe_person', recreate='always') as batch:\n    batch.add_column({})"
ADD_HEIGHT = REBUILD.format("sa.Column('height', sa.Integer)")


def triggers_in(file: VaultFile) -> dict[str, str]:
    with engine_of(file.path) as engine, engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return {row.name: row.sql for row in found}


def test_a_rebuilt_parent_keeps_its_children_and_its_guards(filled: VaultFile, steps: Steps) -> None:
    before = contents(filled)
    revision = steps.add(ADD_HEIGHT)
    assert steps.run(filled).after == revision
    after = contents(filled)
    assert len(after["probe_note"]) == 3
    assert after["probe_note"] == before["probe_note"]
    assert [row[:-1] for row in after["probe_person"]] == before["probe_person"]
    assert after["sync_change"] == before["sync_change"]
    assert triggers_in(filled) == probe_schema().triggers


def test_after_a_rebuild_capture_search_and_cascade_go_on(filled: VaultFile, steps: Steps) -> None:
    steps.add(ADD_HEIGHT)
    steps.run(filled)
    with filled.opened() as database:
        last = rows(database, "SELECT max(seq) FROM sync_change")[0][0]
        change(database, "a" * 32, rename)
        assert rows(database, "SELECT op FROM sync_change WHERE seq > ?", last) == [("U",)]
        assert found_by(database, "mai") == found_by(database, "1234") == ["Mai"]
        assert found_by(database, "binh") == ["Bùi Văn Bình"]
    with engine_of(filled.path) as engine, engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM probe_person WHERE name = 'Mai'")
        assert row_counts(connection)["probe_note"] == 0


def rename(record: ProbePerson) -> None:
    record.name, record.name_fold = "Mai", "mai"


def found_by(database: Database, typed: str) -> list[str]:
    table = ProbeBase.metadata.tables["probe_person"]
    with database.connection() as connection:
        return list(connection.scalars(sa.select(table.c.name).where(search.matches(table, typed))))


def test_a_data_step_after_a_rebuild_is_captured(filled: VaultFile, steps: Steps) -> None:
    """The rebuild drops the capture triggers; without mending them the province would never hear of it."""
    steps.add(ADD_HEIGHT)
    steps.add("op.execute(\"UPDATE probe_person SET code = 'new' WHERE name_fold = 'do thi anh'\")")
    with filled.opened() as database:
        last = rows(database, "SELECT max(seq) FROM sync_change")[0][0]
    steps.run(filled)
    with filled.opened() as database:
        changes = rows(database, "SELECT tbl, row_id, op FROM sync_change WHERE seq > ?", last)
    assert changes == [(901, "a" * 32, "U")]


def test_a_step_that_loses_rows_is_refused(filled: VaultFile, steps: Steps) -> None:
    steps.add("op.execute('DELETE FROM probe_note WHERE text = \"ghi chú 1\"')".replace('\\"', "'"))
    before = contents(filled)
    with pytest.raises(EnvironmentFault) as refused:
        steps.run(filled)
    assert refused.value.code == "migration_broke"
    assert "probe_note" in refused.value.message
    assert contents(filled) == before


def test_a_dropped_table_with_rows_is_refused(filled: VaultFile, steps: Steps) -> None:
    steps.add("op.drop_table('probe_note')")
    with pytest.raises(EnvironmentFault) as refused:
        steps.run(filled, without("probe_note"))
    assert refused.value.code == "migration_broke"


def without(name: str) -> Schema:
    whole = probe_schema()
    return Schema(whole.metadata, tuple(spec for spec in whole.specs if spec.name != name), whole.no_overlap)


@pytest.mark.parametrize("table", ["probe_note", "probe_person"])
def test_a_step_may_lose_the_rows_it_says_it_loses(filled: VaultFile, steps: Steps, table: str) -> None:
    revision = steps.add(
        f"op.execute('DELETE FROM {table} WHERE id IN (SELECT id FROM {table} ORDER BY id DESC LIMIT 1)')",
        constants=f"LOSES_ROWS = ({table!r},)\n",
    )
    before = len(contents(filled)[table])
    assert steps.run(filled).after == revision
    assert len(contents(filled)[table]) == before - 1


def test_a_loss_declared_by_a_step_already_done_does_not_excuse_another(filled: VaultFile, steps: Steps) -> None:
    steps.add("pass", constants="LOSES_ROWS = ('probe_note',)\n")
    steps.run(filled)
    steps.add("op.execute('DELETE FROM probe_note')")
    with pytest.raises(EnvironmentFault) as refused:
        steps.run(filled)
    assert refused.value.code == "migration_broke"


def test_a_step_that_breaks_references_is_refused(filled: VaultFile, steps: Steps) -> None:
    steps.add("op.execute('UPDATE probe_note SET person_id = id')")
    before = contents(filled)
    with pytest.raises(EnvironmentFault) as refused:
        steps.run(filled)
    assert refused.value.code == "migration_broke"
    assert "liên kết" in refused.value.message
    assert contents(filled) == before


def test_the_triggers_of_an_old_file_become_those_of_a_new_one(tmp_path: Path) -> None:
    old = migrated_file(tmp_path)
    new = triggers_in(old)
    with engine_of(old.path) as engine, engine.begin() as connection:
        for name in list(schema().triggers)[::2]:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql("CREATE TRIGGER fts_old AFTER UPDATE ON vault BEGIN SELECT 1; END")
    migrate(old.path, old.key, Scripts(migrations_folder()), schema(), finish=nothing_more)
    assert triggers_in(old) == new == schema().triggers


def test_references_are_off_only_while_migrating(filled: VaultFile, steps: Steps) -> None:
    seen: list[Any] = []
    migrate(
        filled.path,
        filled.key,
        Scripts(steps.folder),
        probe_schema(),
        finish=lambda connection, _done: seen.append(
            connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one()
        ),
    )
    assert seen == [0]
    with closing(connect(filled.path, PROBE_KEY)) as connection:
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_the_chain_read_from_the_files_is_the_one_that_is_run(steps: Steps) -> None:
    steps.add("pass")
    for folder in (migrations_folder(), steps.folder):
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        run, read = ScriptDirectory.from_config(config), Scripts(folder)
        assert read.head == run.get_current_head()
        assert all(read.knows(step.revision) for step in run.walk_revisions())
        assert not read.knows("0000")
