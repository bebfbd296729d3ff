"""One decision, one transaction: what a unit of work lets in, writes down and lets out."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from facility_app.db.audit import ValueChange
from facility_app.db.audit_verify import verify
from facility_app.db.database import Database
from facility_app.db.settings_store import setting_value
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Actor, Permission, Role
from facility_app.kernel.errors import ConflictError, EnvironmentFault, PermissionDenied, UserError
from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Privacy
from facility_app.kernel.spec import ModuleSpec
from tests.helpers.probe import (
    HOME,
    OFFICER,
    ProbeBase,
    ProbeLocal,
    ProbeNote,
    ProbePerson,
    VaultFile,
    change,
    decide,
    person,
    rows,
    save,
    unique_ids,
)
from tests.helpers.processes import start_python

PERSONS = ProbeBase.metadata.tables["probe_person"]


def count(database: Database, table: str = "probe_person") -> int:
    return int(rows(database, f"SELECT count(*) FROM {table}")[0][0])


def test_leaving_without_commit_rolls_back(database: Database) -> None:
    with database.write(OFFICER) as uow, uow.act("probe.add"):
        uow.add(person("Trần Văn An"))
        uow.session.flush()
        assert uow.session.scalar(sa.select(sa.func.count()).select_from(ProbePerson)) == 1
    assert count(database) == 0
    assert count(database, "audit_entry") == 0
    assert count(database, "sync_change") == 0


def test_an_error_inside_rolls_back(database: Database) -> None:
    def fail(uow: UnitOfWork) -> None:
        uow.add(person("Trần Văn An"))
        uow.session.flush()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        decide(database, fail)
    assert count(database) == 0


def test_a_read_cannot_write(database: Database) -> None:
    with pytest.raises(EnvironmentFault) as refused, database.read(OFFICER) as uow, uow.act("probe.add"):
        uow.add(person("Trần Văn An"))
    assert refused.value.code == "no_access"
    with database.read(OFFICER) as uow, pytest.raises(RuntimeError, match="commits once"):
        uow.commit()
    with pytest.raises(EnvironmentFault), database.connection() as connection:
        connection.exec_driver_sql("DELETE FROM audit_entry")
    assert count(database) == 0


def test_a_read_sees_one_snapshot(database: Database) -> None:
    save(database, person("Trần Văn An"))
    query = sa.select(sa.func.count()).select_from(ProbePerson)
    with database.read(OFFICER) as uow:
        before = uow.session.scalar(query)
        save(database, person("Lê Thị Bình"))
        assert (before, uow.session.scalar(query)) == (1, 1)
    assert count(database) == 2


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


def test_a_step_after_the_commit_that_is_refused_says_that_the_record_is_saved(database: Database) -> None:
    done: list[str] = []

    def refuse() -> None:
        raise EnvironmentFault("disk_full", label("errors", "Ổ đĩa đã đầy."))

    def unfinished(uow: UnitOfWork) -> None:
        uow.after_commit(refuse)
        uow.after_commit(lambda: done.append("the next one"))
        uow.add(person("Trần Văn An"))

    with pytest.raises(EnvironmentFault) as fault:
        decide(database, unfinished)
    assert fault.value.code == "saved_but_unfinished"
    assert "Ổ đĩa đã đầy." in fault.value.message
    assert done == ["the next one"]
    assert count(database) == 1


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


def test_an_act_inside_another_names_its_cause(database: Database) -> None:
    with database.write(OFFICER) as uow:
        with uow.act("probe.outer") as outer:
            with uow.act("probe.middle") as middle, uow.act("probe.inner"):
                pass
            with uow.act("probe.sister"):
                pass
        with uow.act("probe.after"):
            pass
        uow.commit()
    found = dict(rows(database, "SELECT verb, caused_by FROM audit_entry"))
    assert found == {
        "probe.outer": None,
        "probe.middle": outer.id,
        "probe.inner": middle.id,
        "probe.sister": outer.id,
        "probe.after": None,
    }


def test_a_change_belongs_to_the_innermost_act_it_was_made_in(database: Database) -> None:
    with database.write(OFFICER) as uow:
        with uow.act("probe.outer"):
            uow.add(person("Trần Trước"))
            with uow.act("probe.inner"):
                uow.add(person("Lê Trong"))
            uow.add(person("Bùi Sau"))
        uow.commit()
    found = rows(
        database,
        "SELECT e.verb, v.after FROM audit_entry e JOIN audit_value v ON v.entry_seq = e.seq "
        "WHERE v.column_name = 'name' ORDER BY 1, 2",
    )
    assert found == [("probe.inner", "Lê Trong"), ("probe.outer", "Bùi Sau"), ("probe.outer", "Trần Trước")]


@dataclass(frozen=True)
class Happened:
    what: str


@dataclass
class Heard:
    log: list[str] = field(default_factory=list)

    def handler(self, name: str) -> Any:
        def hear(uow: UnitOfWork, told: Happened) -> None:
            self.log.append(f"{name}:{told.what}")
            uow.add(person(name))

        return hear

    def answer(self, name: str) -> Any:
        return lambda _uow, asked: f"{name}:{asked.what}"

    def modules(self) -> tuple[ModuleSpec, ...]:
        return tuple(
            ModuleSpec(
                name,
                handlers={Happened: (self.handler(f"{name}1"), self.handler(f"{name}2"))},
                answers={Happened: (self.answer(name),)},
            )
            for name in ("zulu", "alpha")
        )


def test_what_is_told_is_heard_in_the_order_of_the_registry_in_the_same_transaction(
    vault_file: VaultFile,
) -> None:
    heard = Heard()
    vault_file.modules = heard.modules()
    with vault_file.opened() as database:
        with database.write(OFFICER) as uow:
            with uow.act("probe.tell"):
                uow.tell(Happened("x"))
                uow.tell("nobody listens to a str")
            uow.commit()
        assert heard.log == ["zulu1:x", "zulu2:x", "alpha1:x", "alpha2:x"]
        assert count(database) == 4


def test_what_is_asked_is_answered_in_the_order_of_the_registry(vault_file: VaultFile) -> None:
    vault_file.modules = Heard().modules()
    with vault_file.opened() as database, database.read(OFFICER) as uow:
        assert uow.ask(Happened("x")) == ["zulu:x", "alpha:x"]
        assert uow.ask("nobody knows") == []


def test_a_listeners_error_rolls_everything_back(vault_file: VaultFile) -> None:
    def refuse(_uow: UnitOfWork, _told: Happened) -> None:
        raise UserError("no", label("errors", "Không được."))

    vault_file.modules = (*Heard().modules(), ModuleSpec("strict", handlers={Happened: (refuse,)}))
    with vault_file.opened() as database:
        with pytest.raises(UserError):
            decide(database, lambda uow: uow.tell(Happened("x")))
        assert (count(database), count(database, "audit_entry")) == (0, 0)


def test_work_after_the_commit_waits_for_it(database: Database) -> None:
    seen: list[int] = []
    with database.write(OFFICER) as uow:
        uow.after_commit(lambda: seen.append(count(database)))
        with uow.act("probe.add"):
            uow.add(person("Trần Văn An"))
        assert seen == []
        uow.commit()
        assert seen == [1]
    assert seen == [1]


def test_work_after_the_commit_is_not_done_without_it(database: Database) -> None:
    seen: list[str] = []
    with database.write(OFFICER) as uow:
        uow.after_commit(lambda: seen.append("done"))
    with database.write(OFFICER) as uow:
        uow.after_commit(lambda: seen.append("done"))
        with uow.act("probe.add"):
            uow.add(ProbeNote(person_id="f" * 32, text="x"))
        with pytest.raises(sa.exc.IntegrityError):
            uow.commit()
    assert seen == []


def test_an_unforeseen_error_after_the_commit_says_that_the_record_is_saved_and_leaves_it_anchored(
    database: Database,
) -> None:
    def fail() -> None:
        message = "mật khẩu 0481"
        raise ZeroDivisionError(message)

    def add(uow: UnitOfWork) -> None:
        uow.add(person("Trần Văn An"))
        uow.after_commit(fail)

    with pytest.raises(EnvironmentFault) as fault:
        decide(database, add)
    assert fault.value.code == "saved_but_unfinished"
    assert "đừng nhập lại" in fault.value.message
    assert "0481" not in fault.value.message
    assert isinstance(fault.value.__cause__, ZeroDivisionError)
    assert count(database) == 1
    mark = database.anchor.read()
    assert mark is not None
    assert (mark.audit_count, mark.last_chg) == (1, 1)


def test_a_unit_of_work_commits_once(database: Database) -> None:
    with database.write(OFFICER) as uow:
        with uow.act("probe.add"):
            uow.add(person("Trần Văn An"))
        uow.commit()
        with pytest.raises(RuntimeError, match="commits once"):
            uow.commit()
    assert count(database, "audit_entry") == 1


def test_the_commit_says_what_it_changed(database: Database) -> None:
    old = person("Trần Văn An")
    save(database, old)
    with database.write(OFFICER) as uow:
        with uow.act("probe.both"):
            uow.get(ProbePerson, old.id).code = "a"
            new = uow.add(ProbeLocal(number=1))
        assert uow.change.records == frozenset()
        uow.commit()
        assert uow.change.records == {("probe_person", old.id), ("probe_local", new.id)}
        assert uow.change.tables == {"probe_person", "probe_local"}
        assert uow.committed is not None
        assert (uow.committed.before.count, uow.committed.after.count, uow.committed.last_chg) == (1, 2, 2)


def test_require_refuses_whoever_may_not(database: Database) -> None:
    right = Permission("probe.do", label("permissions", "Thử"), frozenset({Role.DOCTOR}))
    with database.read(OFFICER) as uow, pytest.raises(PermissionDenied):
        require(uow, right)
    with database.read(Actor("d", frozenset({Role.DOCTOR}), "m")) as uow:
        require(uow, right)
        assert uow.actor.user_id == "d"


def test_a_second_writer_on_the_same_file_waits(vault_file: VaultFile) -> None:
    """Two Database objects stand for two programs: they share no lock in memory."""
    with vault_file.opened() as first, vault_file.opened() as second:
        record = ProbeLocal(number=0)
        save(first, record)
        for database in (first, second) * 10:
            with database.write(OFFICER) as uow:
                with uow.act("probe.count"):
                    uow.get(ProbeLocal, record.id).number += 1
                uow.commit()
        assert rows(second, "SELECT number FROM probe_local") == [(20,)]
        mark = first.anchor.read()
        assert mark is not None
        assert mark.audit_count == 21


COUNTER = """
import sys
from pathlib import Path
from tests.helpers.probe import OFFICER, ProbeLocal, VaultFile, unique_ids

with VaultFile(Path(sys.argv[1]), ids=unique_ids()).opened() as database:
    print("ready", flush=True)
    for _ in range(int(sys.argv[3])):
        with database.write(OFFICER) as uow:
            with uow.act("probe.count"):
                uow.get(ProbeLocal, sys.argv[2]).number += 1
            uow.commit()
"""


def test_two_processes_wait_for_each_other_and_lose_no_update(tmp_path: Path) -> None:
    file, times = VaultFile(tmp_path, ids=unique_ids()), 40
    file.create()
    record = ProbeLocal(number=0)
    with file.opened() as database:
        save(database, record)
    other = start_python(COUNTER, tmp_path, record.id, str(times))
    with file.opened() as database:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n", other.communicate()
        for _ in range(times):
            with database.write(OFFICER) as uow:
                with uow.act("probe.count"):
                    uow.get(ProbeLocal, record.id).number += 1
                uow.commit()
    ending = other.communicate()
    assert other.returncode == 0, ending
    with file.opened() as database:
        assert rows(database, "SELECT number, version FROM probe_local") == [(2 * times, 2 * times + 1)]
        mark = database.anchor.read()
        assert mark is not None
        assert mark.audit_count == count(database, "audit_entry") == 2 * times + 1
        with database.connection() as connection:
            assert verify(connection, mark.head).ok
