"""What a subject owes, told as a whole: raised together, moved, withdrawn, and never again once done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.tasks.domain import RaiseTask, SettleTasks
from facility_app.modules.tasks.service import OweTasks, owe_tasks, settle_tasks
from tests.helpers.facility import Facility
from tests.helpers.probe import rows

SUBJECT = "a" * 32
DUE = date(2026, 3, 20)
ONE = RaiseTask("probe.one", label("tasks", "Việc thử {n}"), "probe", SUBJECT, DUE, Role.CLERK, params={"n": 1})
TWO = replace(ONE, kind="probe.two", due=DUE + timedelta(days=10))


def owe(facility: Facility, *tasks: RaiseTask) -> None:
    with facility.database.write(facility.actor(Role.CLERK)) as uow:
        owe_tasks(uow, OweTasks("probe", SUBJECT, "probe.", tasks))
        uow.commit()


def settle(facility: Facility, command: SettleTasks) -> int:
    with facility.database.write(facility.actor(Role.CLERK)) as uow:
        found = settle_tasks(uow, command)
        uow.commit()
    return found


def kept(facility: Facility) -> Sequence[tuple[object, ...]]:
    return rows(facility.database, "SELECT kind, status, substr(due_at, 1, 10) FROM task ORDER BY kind")


def test_all_of_it_is_one_decision_of_the_trail(facility: Facility) -> None:
    owe(facility, ONE, TWO)
    assert kept(facility) == [("probe.one", "open", "2026-03-20"), ("probe.two", "open", "2026-03-30")]
    assert rows(facility.database, "SELECT count(*) FROM audit_entry WHERE verb = 'tasks.raise'") == [(1,)]


def test_told_again_nothing_is_written(facility: Facility) -> None:
    owe(facility, ONE, TWO)
    before = rows(facility.database, "SELECT max(seq) FROM audit_entry")
    owe(facility, ONE, TWO)
    assert rows(facility.database, "SELECT max(seq) FROM audit_entry") == before


def test_a_day_that_moves_moves_its_task_and_what_is_owed_no_more_is_withdrawn(facility: Facility) -> None:
    owe(facility, ONE, TWO)
    owe(facility, replace(ONE, due=DUE + timedelta(days=1)))
    assert kept(facility) == [("probe.one", "open", "2026-03-21"), ("probe.two", "withdrawn", "2026-03-30")]
    owe(facility, ONE, TWO)
    assert kept(facility) == [("probe.one", "open", "2026-03-20"), ("probe.two", "open", "2026-03-30")]


def test_what_was_done_stays_done_wherever_the_day_moves(facility: Facility) -> None:
    owe(facility, ONE, TWO)
    assert settle(facility, SettleTasks("probe", SUBJECT, "probe.one")) == 1
    owe(facility, replace(ONE, due=DUE + timedelta(days=5)))
    assert kept(facility) == [("probe.one", "done", "2026-03-20"), ("probe.two", "withdrawn", "2026-03-30")]


def test_tasks_of_another_kind_or_subject_are_left_alone(facility: Facility) -> None:
    owe(facility, ONE)
    with facility.database.write(facility.actor(Role.CLERK)) as uow:
        owe_tasks(uow, OweTasks("probe", SUBJECT, "other.", ()))
        owe_tasks(uow, OweTasks("probe", "b" * 32, "probe.", ()))
        uow.commit()
    assert kept(facility) == [("probe.one", "open", "2026-03-20")]


def test_what_was_due_before_a_day_is_settled_alone(facility: Facility) -> None:
    owe(facility, ONE, TWO)
    assert settle(facility, SettleTasks("probe", SUBJECT, due_before=DUE)) == 0
    assert settle(facility, SettleTasks("probe", SUBJECT, due_before=DUE + timedelta(days=1))) == 1
    assert [status for _, status, _ in kept(facility)] == ["done", "open"]
