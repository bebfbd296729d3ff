"""The trail says who did what to which record, what it was and is, and why; only its values can be erased."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from facility_app.db import audit
from facility_app.db.audit import GENESIS, Head, ValueChange
from facility_app.db.audit_verify import CHUNK, Verdict, verify
from facility_app.db.database import Database
from facility_app.db.driver import connect
from facility_app.kernel.actor import Actor, Role, system_actor
from facility_app.kernel.dates import utc_text
from facility_app.kernel.errors import UserError
from facility_app.kernel.money import Money
from facility_app.kernel.privacy import Privacy
from facility_app.modules.access.service import erase_audit_value
from tests.helpers.probe import (
    OFFICER,
    PROBE_KEY,
    ProbeKind,
    ProbeLocal,
    ProbePerson,
    VaultFile,
    change,
    decide,
    engine_of,
    person,
    rows,
    save,
)

VALUES = "SELECT column_name, privacy, before, after FROM audit_value WHERE entry_seq = ? ORDER BY ord"


def verdict(database: Database, head: Head | None = None) -> Verdict:
    with database.connection() as connection:
        return verify(connection, head)


def erase(database: Database, seq: int, place: int) -> None:
    with database.write(OFFICER) as uow:
        erase_audit_value(uow, seq, place, "theo yêu cầu của đương sự")
        uow.commit()


def test_an_entry_says_who_when_where_in_which_roles_and_what(database: Database, vault_file: VaultFile) -> None:
    made = person("Trần Văn An")
    save(database, made, verb="probe.admit")
    vault_file.clock.advance(timedelta(seconds=1))
    decide(database, lambda _uow: None, actor=system_actor("máy chủ"), verb="probe.tick")
    found = rows(
        database, "SELECT seq, at, user_id, roles, device, verb, caused_by, table_name, record_id FROM audit_entry"
    )
    now = vault_file.clock.now()
    assert found == [
        (
            *(1, utc_text(now - timedelta(seconds=1)), OFFICER.user_id, "ADMIN HEAD", OFFICER.device),
            *("probe.admit", None, "probe_person", made.id),
        ),
        (2, utc_text(now), "system", "", "máy chủ", "probe.tick", None, None, None),
    ]


def test_a_new_record_is_told_with_every_value_it_has_and_its_class(database: Database) -> None:
    save(
        database,
        person("Đỗ Ánh", "1234", born=date(1990, 2, 28), balance=Money(5), kind=ProbeKind.SECOND, code=None),
    )
    assert rows(database, VALUES, 1) == [
        ("name", "identity", None, "Đỗ Ánh"),
        ("name_fold", "identity", None, "do anh"),
        ("number_rev", "identity", None, "4321"),
        ("born", "identity", None, "1990-02-28"),
        ("balance", "admin", None, "5"),
        ("kind", "public", None, "two"),
    ]


def test_a_change_is_told_with_what_was_and_is_and_nothing_else(database: Database, vault_file: VaultFile) -> None:
    made = person("Trần Văn An", code="a", seen_at=vault_file.clock.now())
    save(database, made)

    def edit(record: ProbePerson) -> None:
        record.code, record.seen_at, record.name = None, vault_file.clock.now(), "Trần Văn Ân"

    change(database, made.id, edit)
    assert rows(database, VALUES, 2) == [
        ("name", "identity", "Trần Văn An", "Trần Văn Ân"),
        ("code", "admin", "a", None),
    ]


def test_a_value_not_yet_loaded_is_told_with_what_it_was(database: Database) -> None:
    made = person("Trần Văn An")
    save(database, made)
    with database.write(OFFICER) as uow:
        with uow.act("probe.change"):
            record = uow.get(ProbePerson, made.id)
            uow.session.expire(record)
            record.name = "Khác"
        uow.commit()
    assert rows(database, VALUES, 2) == [("name", "identity", "Trần Văn An", "Khác")]


def test_striking_out_is_told_with_its_reason_as_private_as_can_be(database: Database) -> None:
    made = person("Trần Văn An")
    save(database, made)
    decide(database, lambda uow: uow.void(uow.get(ProbePerson, made.id), "trùng hồ sơ"))
    told = {column: (privacy, after) for column, privacy, _, after in rows(database, VALUES, 2)}
    assert told["void_reason"] == ("clinical", "trùng hồ sơ")
    assert set(told) == {"voided_at", "voided_by", "void_reason"}


def test_a_reason_is_an_erasable_value_of_its_entry(database: Database) -> None:
    save(database, ProbeLocal(number=1), reason="vì thử")
    assert rows(database, VALUES, 1) == [("reason", "clinical", None, "vì thử"), ("number", "admin", None, "1")]
    (entry_id,) = rows(database, "SELECT id FROM audit_entry")[0]
    held = rows(database, "SELECT table_name, record_id FROM audit_value WHERE ord = 0")
    assert held == [("audit_entry", entry_id)]


def test_there_is_one_entry_for_each_act_and_none_besides(database: Database) -> None:
    with database.write(OFFICER) as uow:
        with uow.act("probe.outer"):
            for number in range(3):
                uow.add(ProbeLocal(number=number))
                uow.session.flush()
            with uow.act("probe.inner"):
                pass
        uow.commit()
    found = rows(database, "SELECT seq, verb FROM audit_entry ORDER BY seq")
    assert found == [(1, "probe.outer"), (2, "probe.inner")]
    assert rows(database, "SELECT count(*) FROM audit_value") == [(3,)]


def test_an_act_is_about_its_first_record_unless_it_says_otherwise(database: Database) -> None:
    with database.write(OFFICER) as uow:
        with uow.act("probe.one") as act:
            uow.add(ProbeLocal(number=1))
            act.about(uow.add(person("Trần Văn An")))
        uow.commit()
    assert rows(database, "SELECT table_name FROM audit_entry") == [("probe_person",)]


def test_a_noted_change_is_told_too(database: Database) -> None:
    value = ValueChange("probe_person", "x", "code", Privacy.DRUG_TEST, "a", "b")
    with database.write(OFFICER) as uow:
        with uow.act("probe.bulk") as act:
            act.note(value)
        uow.commit()
    assert rows(database, VALUES, 1) == [("code", "drugtest", "a", "b")]


def test_the_chain_of_an_empty_file_begins_at_the_genesis(database: Database) -> None:
    with database.connection() as connection:
        assert audit.head(connection) == Head(0, GENESIS)
        assert audit.hash_at(connection, 0) == GENESIS
        assert audit.hash_at(connection, 1) is None
    assert verdict(database, Head(0, GENESIS)) == Verdict(0, None)


def test_the_chain_verifies_to_its_head(database: Database) -> None:
    for number in range(5):
        save(database, ProbeLocal(number=number))
    with database.connection() as connection:
        head = audit.head(connection)
        assert audit.hash_at(connection, 5) == head.hash
    assert verdict(database, head) == Verdict(5, None)
    assert verdict(database, Head(6, head.hash)) == Verdict(5, None, missing_tail=True)
    assert verdict(database, Head(5, GENESIS)) == Verdict(5, 5)
    assert not verdict(database, Head(3, head.hash)).ok


def test_a_chain_longer_than_one_read_verifies(database: Database) -> None:
    with database.write(OFFICER) as uow:
        for number in range(CHUNK + 5):
            with uow.act("probe.many") as act:
                act.note(ValueChange("t", "r", "c", Privacy.ADMIN, None, str(number)))
        uow.commit()
    assert verdict(database) == Verdict(CHUNK + 5, None)


def test_equal_values_have_unequal_digests(database: Database) -> None:
    save(database, ProbeLocal(number=7), ProbeLocal(number=7))
    digests = rows(database, "SELECT digest FROM audit_value")
    assert len(set(digests)) == 2


def test_erasing_a_value_leaves_the_chain_whole_and_the_words_gone(vault_file: VaultFile, tmp_path: Path) -> None:
    made = person("Nguyễn Thị Hồng Nhung")
    with vault_file.opened() as database:
        save(database, made, reason="đã khai là Nhung")
        change(database, made.id, lambda record: setattr(record, "name", "X"))
        change(database, made.id, lambda record: setattr(record, "name_fold", "x"))
        for seq, place in ((1, 0), (1, 1), (1, 2), (2, 0), (3, 0)):
            erase(database, seq, place)
        assert verdict(database, database.anchor.read().head).ok  # type: ignore[union-attr]
        told = rows(database, "SELECT before, after, salt FROM audit_value WHERE entry_seq <= 3")
        assert told == [(None, None, None)] * 5
        verbs = rows(database, "SELECT verb, table_name, record_id FROM audit_entry WHERE seq > 3")
        assert verbs[0] == ("audit.erase_value", "audit_value", "1:0")
        assert len(verbs) == 5
    assert not vault_file.path.with_name("facility.db-wal").exists()
    words = held_words(vault_file)
    assert "theo yêu cầu" in words
    assert not any(word in words.casefold() for word in ("nhung", "hồng"))


def held_words(file: VaultFile) -> str:
    """Everything the file's tables say; what was deleted is overwritten in its pages (secure_delete)."""
    connection = connect(file.path, PROBE_KEY)
    try:
        assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return repr([connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in names])
    finally:
        connection.close()


def test_a_value_that_is_not_there_cannot_be_erased(database: Database) -> None:
    save(database, ProbeLocal(number=1))
    with pytest.raises(UserError) as refused:
        erase(database, 1, 9)
    assert refused.value.code == "not_found"
    assert rows(database, "SELECT count(*) FROM audit_entry") == [(1,)]


def test_a_value_emptied_without_an_entry_of_the_erasure_is_found(vault_file: VaultFile) -> None:
    with vault_file.opened() as database:
        save(database, ProbeLocal(number=1))
        save(database, ProbeLocal(number=2))
    with engine_of(vault_file.path) as engine, engine.begin() as connection:
        connection.exec_driver_sql("UPDATE audit_value SET before = NULL, after = NULL, salt = NULL")
        assert verify(connection, None).first_bad == 1


def test_an_erased_value_cannot_be_filled_in_again(vault_file: VaultFile) -> None:
    with vault_file.opened() as database:
        save(database, ProbeLocal(number=1))
        before = rows(database, "SELECT after, salt FROM audit_value")[0]
        erase(database, 1, 0)
    with engine_of(vault_file.path) as engine, engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER append_only_audit_value_update")
        connection.exec_driver_sql("UPDATE audit_value SET after = ?, salt = ? WHERE entry_seq = 1", before)
        assert verify(connection, None).first_bad == 1


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit_entry",
        "DELETE FROM audit_value",
        "UPDATE audit_entry SET verb = 'x'",
        "UPDATE audit_entry SET verb = verb",
        "UPDATE OR IGNORE audit_entry SET hash = x''",
        "UPDATE audit_value SET after = 'x'",
        "UPDATE audit_value SET after = NULL",
        "UPDATE audit_value SET before = NULL, after = NULL, salt = NULL, digest = x''",
        "UPDATE audit_value SET before = NULL, after = NULL, salt = NULL, entry_seq = 9",
        "UPDATE audit_value SET before = NULL, after = NULL, salt = NULL, privacy = 'public'",
        "REPLACE INTO audit_entry SELECT * FROM audit_entry",
        "REPLACE INTO audit_value SELECT * FROM audit_value",
        "INSERT INTO audit_entry SELECT * FROM audit_entry WHERE true ON CONFLICT DO UPDATE SET verb = 'x'",
    ],
)
def test_the_trail_can_be_neither_changed_nor_deleted(vault_file: VaultFile, statement: str) -> None:
    with vault_file.opened() as database:
        save(database, person("Trần Văn An"))
    with engine_of(vault_file.path) as engine, engine.connect() as connection:
        with pytest.raises(sa.exc.IntegrityError, match="is append-only"):
            connection.exec_driver_sql(statement)
        connection.rollback()
        assert verify(connection, None) == Verdict(1, None)
        assert connection.exec_driver_sql("SELECT verb FROM audit_entry").scalar_one() == "probe.save"


def test_whoever_reads_finds_the_roles_in_one_order(database: Database) -> None:
    actor = Actor("u", frozenset({Role.NURSE, Role.ADMIN, Role.GUARD}), "d")
    decide(database, lambda uow: uow.add(ProbeLocal(number=1)), actor=actor)
    assert rows(database, "SELECT roles FROM audit_entry") == [("ADMIN GUARD NURSE",)]
