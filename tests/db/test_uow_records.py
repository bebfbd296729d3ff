"""Records in a unit of work: no change outside an act, none deleted, nobody saves over another."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from facility_app.db.audit import ValueChange
from facility_app.db.database import Database
from facility_app.db.settings_store import setting_value
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.errors import ConflictError, UserError
from facility_app.kernel.privacy import Privacy
from tests.db.test_uow import PERSONS, count
from tests.helpers.probe import (
    HOME,
    OFFICER,
    ProbeLocal,
    ProbeNote,
    ProbePerson,
    VaultFile,
    change,
    decide,
    person,
    rows,
    save,
)


def test_a_change_outside_any_act_is_refused(database: Database) -> None:
    with database.write(OFFICER) as uow:
        uow.add(person("Trần Văn An"))
        with pytest.raises(RuntimeError, match="outside of any verb"):
            uow.commit()
    with database.write(OFFICER) as uow:
        uow.add(person("Trần Văn An"))
        with pytest.raises(RuntimeError, match="outside of any verb"), uow.act("probe.late"):
            pass
    assert count(database) == 0


@pytest.mark.parametrize(
    "statement",
    [
        sa.update(sa.table("setting_value", sa.column("value"))).values(value="x"),
        sa.insert(ProbeLocal).values(number=1),
        sa.delete(sa.table("setting_value")),
    ],
    ids=["update", "insert", "delete"],
)
def test_a_bulk_change_outside_any_act_is_refused(database: Database, statement: sa.Executable) -> None:
    with (
        pytest.raises(RuntimeError, match="outside of any verb"),
        database.write(OFFICER) as uow,
    ):
        uow.session.execute(statement)


def test_a_bulk_insert_inside_an_act_is_let_in(database: Database) -> None:
    with database.write(OFFICER) as uow:
        with uow.act("probe.bulk") as act:
            act.note(ValueChange("setting_value", "", "value", Privacy.ADMIN, None, "1"))
            uow.session.execute(sa.insert(setting_value).values(key="k", owner="", value="1"))
        uow.commit()
    assert rows(database, "SELECT value FROM setting_value") == [("1",)]


@pytest.mark.parametrize(
    "statement",
    [
        sa.update(ProbePerson).values(code="x"),
        sa.update(PERSONS).values(code="x"),
        sa.text("UPDATE probe_person SET code = 'x'"),
        sa.text("DELETE FROM probe_person"),
    ],
    ids=["update of records", "update of their table", "text update", "text delete"],
)
def test_records_are_not_changed_past_the_trail_and_the_version(
    database: Database, statement: sa.Executable
) -> None:
    save(database, person("Trần Văn An"))
    with (
        pytest.raises(RuntimeError, match="passes by"),
        database.write(OFFICER) as uow,
        uow.act("probe.bulk"),
    ):
        uow.session.execute(statement)
    assert rows(database, "SELECT code FROM probe_person") == [(None,)]


def test_a_record_is_never_deleted(database: Database) -> None:
    made = person("Trần Văn An")
    save(database, made)
    with pytest.raises(RuntimeError, match="never deleted"), database.write(OFFICER) as uow, uow.act("probe.drop"):
        uow.session.delete(uow.get(ProbePerson, made.id))
    for everyone in (sa.delete(ProbePerson), sa.delete(PERSONS)):
        with (
            pytest.raises(RuntimeError, match="never deleted"),
            database.write(OFFICER) as uow,
            uow.act("probe.drop"),
        ):
            uow.session.execute(everyone)
    assert count(database) == 1


def test_striking_out_keeps_the_record_with_who_when_and_why(database: Database, vault_file: VaultFile) -> None:
    made = person("Trần Văn An")
    save(database, made)
    vault_file.clock.advance(timedelta(hours=1))
    with database.write(OFFICER) as uow:
        with uow.act("probe.void", reason="ghi nhầm"):
            uow.void(uow.get(ProbePerson, made.id), "ghi nhầm")
        uow.commit()
    with database.read(OFFICER) as uow:
        found = uow.session.get_one(ProbePerson, made.id)
        assert (found.voided_at, found.voided_by, found.void_reason) == (
            vault_file.clock.now(),
            OFFICER.user_id,
            "ghi nhầm",
        )


def test_a_record_struck_out_is_not_handed_out_again(database: Database) -> None:
    made = person("Trần Văn An")
    save(database, made)
    decide(database, lambda uow: uow.void(uow.get(ProbePerson, made.id), "ghi nhầm"))
    with pytest.raises(UserError) as refused, database.read(OFFICER) as uow:
        uow.get(ProbePerson, made.id)
    assert refused.value.code == "not_found"


def test_striking_out_asks_for_a_reason_and_happens_once(database: Database) -> None:
    made = person("Trần Văn An")
    save(database, made)
    with pytest.raises(UserError) as refused:
        decide(database, lambda uow: uow.void(uow.get(ProbePerson, made.id), "  "))
    assert refused.value.code == "reason_missing"
    decide(database, lambda uow: uow.void(uow.get(ProbePerson, made.id), "ghi nhầm"))
    with pytest.raises(UserError) as again:
        decide(database, lambda uow: uow.void(uow.session.get_one(ProbePerson, made.id), "lại"))
    assert again.value.code == "already_voided"


def test_a_copy_seen_before_anothers_save_is_refused(database: Database) -> None:
    made = person("Trần Văn An")
    save(database, made)
    seen = made.version
    change(database, made.id, lambda record: setattr(record, "code", "mới"))
    with pytest.raises(ConflictError) as refused, database.write(OFFICER) as uow:
        uow.get(ProbePerson, made.id, version=seen)
    assert refused.value.code == "record_changed"
    with database.write(OFFICER) as uow:
        assert uow.get(ProbePerson, made.id, version=seen + 1).code == "mới"


def test_a_save_over_a_row_that_changed_meanwhile_is_a_conflict(database: Database) -> None:
    made = person("Trần Văn An")
    save(database, made)

    def overtaken(uow: UnitOfWork) -> None:
        record = uow.get(ProbePerson, made.id)
        uow.session.connection().execute(sa.update(PERSONS).where(PERSONS.c.id == made.id).values(version=9))
        record.code = "mới"

    with pytest.raises(ConflictError) as refused:
        decide(database, overtaken)
    assert refused.value.code == "record_changed"
    assert rows(database, "SELECT code, version FROM probe_person") == [(None, 1)]


def test_an_unknown_record_is_named(database: Database) -> None:
    with pytest.raises(UserError) as refused, database.read(OFFICER) as uow:
        uow.get(ProbePerson, "f" * 32)
    assert refused.value.code == "not_found"
    assert "f" * 32 in refused.value.message


def test_stamps_say_who_and_when_and_home_is_the_files(database: Database, vault_file: VaultFile) -> None:
    made = person("Trần Văn An", home="X.99.999", created_by="someone else")
    made_at = vault_file.clock.now()
    save(database, made)
    other = Actor("0" * 31 + "2", frozenset({Role.CLERK}), "may-2")
    vault_file.clock.advance(timedelta(minutes=5))
    with database.write(other) as uow:
        with uow.act("probe.change"):
            uow.get(ProbePerson, made.id).code = "a"
        uow.commit()
    with database.read(OFFICER) as uow:
        found = uow.get(ProbePerson, made.id)
    assert found.home == HOME == database.home
    assert (found.created_by, found.created_at) == (OFFICER.user_id, made_at)
    assert (found.updated_by, found.updated_at) == (other.user_id, made_at + timedelta(minutes=5))
    assert found.version == 2


def test_a_save_that_changes_nothing_stamps_nothing(database: Database, vault_file: VaultFile) -> None:
    made = person("Trần Văn An")
    save(database, made)
    vault_file.clock.advance(timedelta(minutes=5))
    change(database, made.id, lambda record: setattr(record, "name", "Trần Văn An"))
    with database.read(OFFICER) as uow:
        found = uow.get(ProbePerson, made.id)
    assert (found.version, found.updated_at) == (1, made.updated_at)
    assert count(database, "sync_change") == 1


def test_an_id_is_given_at_once_and_a_given_one_is_kept(database: Database) -> None:
    with database.write(OFFICER) as uow, uow.act("probe.add"):
        assert len(uow.add(person("Trần Văn An")).id) == 32
        assert uow.add(person("Lê Thị Bình", id="e" * 32)).id == "e" * 32


def test_child_and_parent_may_be_added_in_one_decision(database: Database) -> None:
    """ProbeNote comes before ProbePerson in the alphabet, and so in a flush."""
    with database.write(OFFICER) as uow:
        with uow.act("probe.add"):
            made = uow.add(person("Trần Văn An"))
            uow.add(ProbeNote(person_id=made.id, text="ghi chú"))
        uow.commit()
    assert count(database, "probe_note") == 1


def test_a_reference_to_nothing_is_refused_at_the_commit(database: Database) -> None:
    with database.write(OFFICER) as uow:
        with uow.act("probe.add"):
            uow.add(ProbeNote(person_id="f" * 32, text="ghi chú"))
        with pytest.raises(sa.exc.IntegrityError, match="FOREIGN KEY"):
            uow.commit()
    assert count(database, "probe_note") == 0
    assert count(database, "audit_entry") == 0


def test_a_fault_of_the_program_shows_no_values(database: Database) -> None:
    save(database, person("Trần Văn An", code="một"))
    with pytest.raises(sa.exc.IntegrityError) as broken:
        save(database, person("Nguyễn Bí Mật", code="một"))
    assert "Bí Mật" not in str(broken.value)
