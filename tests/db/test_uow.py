"""One decision, one transaction: what a unit of work lets in, writes down and lets out."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from facility_app.db.audit_verify import verify
from facility_app.db.database import Database
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Actor, Permission, Role
from facility_app.kernel.errors import EnvironmentFault, PermissionDenied
from facility_app.kernel.labels import label
from tests.helpers.probe import (
    OFFICER,
    ProbeBase,
    ProbeLocal,
    ProbeNote,
    ProbePerson,
    VaultFile,
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


def test_a_question_is_asked_once_where_nothing_can_change_and_anew_where_it_can(database: Database) -> None:
    asked: list[str] = []

    def read() -> int:
        asked.append("x")
        return len(asked)

    with database.read(OFFICER) as uow:
        assert [uow.once("x", read), uow.once("x", read)] == [1, 1]
        assert uow.once("y", read) == 2
    with database.read(OFFICER) as uow:
        assert uow.once("x", read) == 3
    with database.write(OFFICER) as uow:
        assert [uow.once("x", read), uow.once("x", read)] == [4, 5]


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
