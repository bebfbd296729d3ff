"""``check`` finds what is wrong with the file, says it in whole sentences, and changes nothing."""

import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facility_app.app.paths import migrations_folder
from facility_app.app.registry import schema
from facility_app.db import capture, integrity
from facility_app.db.anchor import Mark
from facility_app.db.audit_verify import Verdict, verify
from facility_app.db.database import make_engine
from facility_app.db.digest import file_digest
from facility_app.db.driver import connect
from facility_app.db.faults import plain_words
from facility_app.db.integrity import Finding, Level, is_ok
from facility_app.db.migrate import Scripts
from facility_app.db.schema_objects import Schema
from facility_app.kernel.errors import EnvironmentFault
from tests.helpers.vaults import Tables, Vault, few_tables, make_vault

SCRIPTS = Scripts(migrations_folder())


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return saved_in(tmp_path)


def saved_in(root: Path, tables: Tables = Tables.FEW) -> Vault:
    """A vault in which something was saved."""
    made = make_vault(root, tables=tables)
    made.rename_facility("Một", "Hai")
    return made


def raw(vault: Vault, *statements: str) -> None:
    """What somebody does to the file outside of the program."""
    with closing(connect(vault.folder.database, vault.unlocked.current)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            connection.execute(statement)


def codes(findings: list[Finding]) -> list[str]:
    """Codes; every sentence must be complete, and an error must not be called ok."""
    for finding in findings:
        assert not re.search(r"[{}]", finding.message)
    assert is_ok(findings) == (Level.ERROR not in {finding.level for finding in findings})
    return [finding.code for finding in findings]


def looked_at(vault: Vault, *, full: bool, whole: Schema | None = None) -> list[str]:
    whole = whole or few_tables()
    with vault.open() as database:
        known = database.anchor.read()
        with database.connection() as connection:
            found = [
                *integrity.schema_revision(connection, SCRIPTS),
                *integrity.pages(connection, full=full),
                *integrity.foreign_keys(connection),
                *integrity.triggers(connection, whole),
                *integrity.anchor(connection, known, database.mark(connection), exists=database.anchor.exists),
                *integrity.audit_chain(verify(connection, None if known is None else known.head)),
            ]
        with database.trial() as connection:
            found += integrity.capture_canary(connection, whole)
    return codes(found)


@pytest.mark.parametrize("full", [False, True])
def test_a_sound_file_has_no_findings(tmp_path: Path, full: bool) -> None:
    assert looked_at(saved_in(tmp_path, Tables.ALL), full=full, whole=schema()) == []


def test_looking_changes_nothing(vault: Vault) -> None:
    with closing(connect(vault.folder.database, vault.unlocked.current)) as connection:
        before = file_digest(connection)
    looked_at(vault, full=True)
    with closing(connect(vault.folder.database, vault.unlocked.current)) as connection:
        assert file_digest(connection) == before


@pytest.mark.parametrize(("revision", "code"), [("0001", "schema_older"), ("9999", "schema_unknown")])
def test_another_schema_is_named(vault: Vault, revision: str, code: str) -> None:
    raw(vault, f"UPDATE alembic_version SET version_num = '{revision}'")
    assert looked_at(vault, full=False) == [code]


def test_broken_references_are_counted_by_table(vault: Vault) -> None:
    raw(
        vault,
        "CREATE TABLE orphan (id TEXT REFERENCES facility_profile(id))",
        "INSERT INTO orphan VALUES ('a'), ('b'), ('c')",
    )
    with vault.open() as database, database.connection() as connection:
        found = integrity.foreign_keys(connection)
    assert [(finding.code, finding.params) for finding in found] == [
        ("broken_reference", {"table": "orphan", "count": 3})
    ]


@pytest.mark.parametrize("full", [False, True])
def test_a_damaged_page_is_found_or_refused_and_never_a_crash(vault: Vault, full: bool) -> None:
    raw(vault, "CREATE TABLE gone AS SELECT zeroblob(40000)", "DROP TABLE gone")
    content = bytearray(vault.folder.database.read_bytes())
    pages = len(content) // 4096
    # Every third one, the schema's own and unused ones among them: ``prove`` damages 3,000 places.
    hurt = range(1, pages, 3)
    found = 0
    for page in hurt:
        damaged = bytearray(content)
        damaged[page * 4096 + 2000] ^= 1
        vault.folder.database.write_bytes(damaged)
        found += _is_found(vault, full=full)
    # Without ``full`` a damaged page that nothing uses passes.
    assert found == len(hurt) if full else len(hurt) * 3 // 4 <= found < len(hurt)


def _is_found(vault: Vault, *, full: bool) -> bool:
    key = vault.unlocked.current
    engine = make_engine(vault.folder.database, key, begin="BEGIN", size=1, query_only=True)
    try:
        with plain_words(), engine.connect() as connection:
            return codes(integrity.pages(connection, full=full)) == ["file_damaged"]
    except EnvironmentFault as fault:
        # Damage in the schema's own pages shows at opening.
        return fault.code == "file_damaged"
    finally:
        engine.dispose()


def test_a_dropped_trigger_is_named_and_its_table_is_dead_to_the_outbox(vault: Vault) -> None:
    raw(vault, "DROP TRIGGER sync_facility_profile_cu")
    assert looked_at(vault, full=False) == ["triggers_missing", "capture_dead"]


def test_an_altered_trigger_counts_as_missing(vault: Vault) -> None:
    raw(
        vault,
        "DROP TRIGGER sync_facility_profile_cu",
        "CREATE TRIGGER sync_facility_profile_cu AFTER UPDATE ON facility_profile BEGIN SELECT 1; END",
    )
    assert looked_at(vault, full=False) == ["triggers_missing", "capture_dead"]


def test_a_trigger_of_a_stranger_that_eats_changes_is_found(vault: Vault) -> None:
    raw(
        vault,
        "CREATE TRIGGER eat AFTER INSERT ON sync_change BEGIN DELETE FROM sync_change WHERE seq = NEW.seq; END",
    )
    assert looked_at(vault, full=False) == ["capture_dead"]


def test_the_canary_sings_in_an_empty_file_too(vault: Vault) -> None:
    raw(
        vault,
        "DROP TRIGGER sync_facility_profile_cd",
        "DELETE FROM facility_profile",
        capture.triggers(few_tables().specs)["sync_facility_profile_cd"],
    )
    with vault.open() as database, database.trial() as connection:
        assert integrity.capture_canary(connection, few_tables()) == []
    raw(vault, "DROP TRIGGER sync_facility_profile_ci")
    with vault.open() as database, database.trial() as connection:
        assert codes(integrity.capture_canary(connection, few_tables())) == ["capture_dead"]


def test_the_first_bad_entry_of_the_trail_is_named(vault: Vault) -> None:
    raw(vault, "DROP TRIGGER append_only_audit_entry_update", "UPDATE audit_entry SET verb = 'x' WHERE seq = 2")
    found = looked_at(vault, full=False)
    assert found == ["triggers_missing", "audit_broken"]


def test_what_reading_the_trail_says_becomes_findings() -> None:
    assert codes(integrity.audit_chain(Verdict(10, None))) == []
    assert codes(integrity.audit_chain(Verdict(10, 3))) == ["audit_broken"]
    assert codes(integrity.audit_chain(Verdict(10, None, missing_tail=True))) == ["audit_tail_missing"]


def test_a_file_put_back_is_behind_its_anchor(vault: Vault) -> None:
    former = vault.folder.database.read_bytes()
    vault.rename_facility("Ba")
    vault.folder.database.write_bytes(former)
    assert looked_at(vault, full=False) == ["anchor_ahead", "audit_tail_missing"]


def marked(vault: Vault, **changes: Any) -> list[str]:
    """Findings with a mark that differs from the file's state by ``changes``."""
    with vault.open() as database, database.connection() as connection:
        now = database.mark(connection)
        known: Mark = replace(now, **changes)
        return codes(integrity.anchor(connection, known, now, exists=True))


def test_a_mark_of_another_trail_disagrees(vault: Vault) -> None:
    assert marked(vault) == []
    assert marked(vault, audit_head="00" * 32) == ["anchor_disagrees"]
    assert marked(vault, epoch_id="0" * 32) == ["anchor_ahead"]
    assert marked(vault, last_chg=10**6) == ["anchor_ahead"]


def test_a_mark_that_lags_is_only_told(vault: Vault) -> None:
    with vault.open() as database, database.connection() as connection:
        early = connection.exec_driver_sql("SELECT hash FROM audit_entry WHERE seq = 1").scalar_one()
    assert marked(vault, audit_count=1, audit_head=early.hex()) == ["anchor_behind"]


def test_a_missing_mark_is_a_warning_and_a_damaged_one_an_error(vault: Vault) -> None:
    with vault.open() as database, database.connection() as connection:
        now = database.mark(connection)
        missing = integrity.anchor(connection, None, now, exists=False)
        damaged = integrity.anchor(connection, None, now, exists=True)
    assert codes(missing) == ["anchor_missing"]
    assert codes(damaged) == ["anchor_damaged"]
    assert (missing[0].level, damaged[0].level) == (Level.WARNING, Level.ERROR)
