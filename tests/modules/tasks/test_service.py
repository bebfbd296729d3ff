"""Tasks are raised once, seen by whom they are for, closed with a trail, reported upward the longer they wait."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
import sqlalchemy as sa

from facility_app.app.registry import MODULES
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor, Role, system_actor
from facility_app.kernel.errors import ConflictError, PermissionDenied, UserError
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.access.service import AddUser, DisableUser, add_user, disable_user
from facility_app.modules.tasks import queries
from facility_app.modules.tasks.domain import HomeFigures, RaiseTask, SettleTasks, TaskState, Urgency, start_of_day
from facility_app.modules.tasks.queries import TaskRow
from facility_app.modules.tasks.service import (
    AcknowledgeTask,
    FinishTask,
    HandOverTask,
    Raised,
    ReopenTask,
    acknowledge_task,
    finish_task,
    hand_over_task,
    raise_task,
    reopen_task,
    settle_tasks,
)
from facility_app.modules.tasks.tables import Task
from tests.helpers.facility import Facility
from tests.helpers.probe import migrated_file, rows

T = TypeVar("T")
TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
WISH = RaiseTask(
    "probe.call",
    label("probe", "Gọi điện lần {count}"),
    "probe",
    "a" * 32,
    due=TODAY,
    role=Role.NURSE,
    params={"count": 2},
    resident_id="r" * 32,
)


def write(facility: Facility, work: Callable[[UnitOfWork], T], *roles: Role) -> T:
    with facility.database.write(facility.actor(*(roles or (Role.NURSE,)))) as uow:
        done = work(uow)
        uow.commit()
    return done


def put(facility: Facility, **changed: Any) -> Raised:
    return write(facility, lambda uow: raise_task(uow, replace(WISH, **changed)))


def listed_today(uow: UnitOfWork, **filters: str) -> tuple[TaskRow, ...]:
    return queries.list_task_rows(uow, queries.list_today_ids(uow, Look(filters=filters)))


def today(facility: Facility, *roles: Role) -> tuple[TaskRow, ...]:
    with facility.database.read(facility.actor(*(roles or (Role.NURSE,)))) as uow:
        return listed_today(uow)


def one(facility: Facility, task_id: str, *roles: Role) -> TaskRow:
    with facility.database.read(facility.actor(*(roles or (Role.NURSE,)))) as uow:
        return queries.get_task(uow, task_id)


def test_a_task_raised_stands_on_the_roles_list(facility: Facility) -> None:
    made = put(facility)
    assert made.is_new
    (row,) = today(facility)
    assert (row.task_id, row.kind, row.resident_id, row.role) == (
        made.task_id,
        "probe.call",
        "r" * 32,
        Role.NURSE,
    )
    assert (row.text, row.text.context, dict(row.params)) == ("Gọi điện lần {count}", "probe", {"count": 2})
    assert (row.state, row.is_day_due, row.age.urgency) == (TaskState.OPEN, True, Urgency.TODAY)
    assert today(facility, Role.GUARD) == ()


def test_raising_again_is_the_same_task_with_the_new_due_time(facility: Facility) -> None:
    first = put(facility)
    again = put(facility, due=TODAY + DAY)
    assert again == Raised(first.task_id, is_new=False)
    (row,) = today(facility)
    assert row.due_at.date() == TODAY + DAY
    entries = rows(facility.database, "SELECT count(*) FROM audit_entry")
    put(facility, due=TODAY + DAY)
    assert rows(facility.database, "SELECT count(*) FROM audit_entry") == entries


def test_an_occasion_or_another_kind_is_another_task(facility: Facility) -> None:
    put(facility)
    put(facility, occasion="2026-04")
    put(facility, kind="probe.write")
    put(facility, subject_id="b" * 32)
    assert len(today(facility)) == 4


def test_what_is_done_or_acknowledged_is_not_raised_again_and_what_was_withdrawn_is(facility: Facility) -> None:
    done, seen, gone = (put(facility, occasion=name).task_id for name in ("done", "seen", "gone"))
    write(facility, lambda uow: finish_task(uow, FinishTask(done, 1)))
    write(facility, lambda uow: acknowledge_task(uow, AcknowledgeTask(seen, 1, "đã chuyển viện")))
    write(facility, lambda uow: settle_tasks(uow, SettleTasks("probe", "a" * 32, occasion="gone", is_done=False)))
    assert [put(facility, occasion=name).is_new for name in ("done", "seen", "gone")] == [False, False, True]
    assert [row.task_id for row in today(facility)] == [gone]
    assert one(facility, gone).closed_at is None


def test_a_done_task_says_who_when_and_what(facility: Facility) -> None:
    made = put(facility).task_id
    write(facility, lambda uow: finish_task(uow, FinishTask(made, 1, " đã gọi, gia đình hẹn mai ")))
    row = one(facility, made)
    assert (row.state, row.closed_by, row.closed_note) == (
        TaskState.DONE,
        facility.admin.user_id,
        "đã gọi, gia đình hẹn mai",
    )
    assert row.closed_at == facility.file.clock.now()
    assert today(facility) == ()
    told = rows(facility.database, "SELECT verb, record_id FROM audit_entry ORDER BY seq DESC LIMIT 1")
    assert told == [("tasks.finish", made)]


def test_acknowledging_needs_a_reason_and_leaves_the_way_to_done_open(facility: Facility) -> None:
    made = put(facility).task_id
    with pytest.raises(UserError) as refused:
        write(facility, lambda uow: acknowledge_task(uow, AcknowledgeTask(made, 1, " ")))
    assert refused.value.code == "reason_missing"
    write(facility, lambda uow: acknowledge_task(uow, AcknowledgeTask(made, 1, "không cần nữa")))
    assert one(facility, made).closed_note == "không cần nữa"
    write(facility, lambda uow: finish_task(uow, FinishTask(made, 2)))
    assert one(facility, made).state is TaskState.DONE


def test_a_closed_task_can_be_reopened(facility: Facility) -> None:
    made = put(facility).task_id
    write(facility, lambda uow: finish_task(uow, FinishTask(made, 1, "nhầm")))
    write(facility, lambda uow: reopen_task(uow, ReopenTask(made, 2)))
    row = one(facility, made)
    assert (row.state, row.closed_at, row.closed_by, row.closed_note) == (TaskState.OPEN, None, None, None)


def test_a_task_changed_by_somebody_else_is_refused(facility: Facility) -> None:
    made = put(facility).task_id
    write(facility, lambda uow: finish_task(uow, FinishTask(made, 1)))
    with pytest.raises(ConflictError):
        write(facility, lambda uow: finish_task(uow, FinishTask(made, 1)))
    with pytest.raises(UserError) as refused:
        write(facility, lambda uow: finish_task(uow, FinishTask(made, 2)))
    assert refused.value.code == "step_not_allowed"


def test_only_whom_it_is_for_closes_it(facility: Facility) -> None:
    made = put(facility).task_id
    with pytest.raises(PermissionDenied) as refused:
        write(facility, lambda uow: finish_task(uow, FinishTask(made, 1)), Role.GUARD)
    assert refused.value.code == "task_of_others"
    assert "Điều dưỡng" in refused.value.message
    facility.file.clock.advance(3 * DAY)
    write(facility, lambda uow: finish_task(uow, FinishTask(made, 1)), Role.HEAD)
    assert one(facility, made).state is TaskState.DONE


def test_a_task_for_one_account_is_on_that_accounts_list_only(facility: Facility) -> None:
    hoa = hired(facility, Role.NURSE)
    nurses = frozenset({Role.NURSE})
    made = put(facility, user_id=facility.admin.user_id, role=Role.DOCTOR, may_go_to=nurses).task_id
    assert [row.task_id for row in today(facility, Role.GUARD)] == [made]
    write(
        facility,
        lambda uow: hand_over_task(uow, HandOverTask(made, 1, Role.NURSE, "nghỉ phép", hoa)),
        Role.HEAD,
    )
    assert today(facility, Role.NURSE) == ()
    assert today(facility, Role.DOCTOR) == ()
    stranger = Actor(hoa, frozenset({Role.GUARD}), "may-2")
    with facility.database.read(stranger) as uow:
        assert [row.task_id for row in listed_today(uow)] == [made]


def hired(facility: Facility, role: Role) -> str:
    """The id of a new account in ``role``."""
    wish = AddUser("Đặng Thị Hoa", (role.name,), "một mật khẩu")
    return write(facility, lambda uow: add_user(uow, wish), Role.ADMIN).user.user_id


def hand(facility: Facility, task_id: str, role: Role, user_id: str = "") -> None:
    version = one(facility, task_id, *Role).version
    command = HandOverTask(task_id, version, role, "đổi ca", user_id)
    write(facility, lambda uow: hand_over_task(uow, command), Role.HEAD)


def test_a_task_goes_only_to_roles_that_may_know_of_it(facility: Facility) -> None:
    made = put(facility, may_go_to=frozenset({Role.DOCTOR})).task_id
    assert one(facility, made).open_to == {Role.NURSE, Role.DOCTOR, Role.HEAD}
    with pytest.raises(UserError) as refused:
        hand(facility, made, Role.GUARD)
    assert refused.value.code == "task_not_for_role"
    assert "Bảo vệ" not in refused.value.message
    hand(facility, made, Role.DOCTOR)
    assert [row.task_id for row in today(facility, Role.DOCTOR)] == [made]


def test_a_task_that_names_no_other_role_goes_to_the_head_and_back(facility: Facility) -> None:
    made = put(facility).task_id
    with pytest.raises(UserError) as refused:
        hand(facility, made, Role.DOCTOR)
    assert refused.value.code == "task_not_for_role"
    hand(facility, made, Role.HEAD)
    hand(facility, made, Role.NURSE)
    assert [row.task_id for row in today(facility)] == [made]


def test_a_task_goes_only_to_an_open_account_in_the_role(facility: Facility) -> None:
    made, hoa = put(facility).task_id, hired(facility, Role.NURSE)
    for role, user_id in ((Role.NURSE, "x" * 32), (Role.HEAD, hoa)):
        with pytest.raises(UserError) as refused:
            hand(facility, made, role, user_id)
        assert refused.value.code == "account_not_in_role"
    hand(facility, made, Role.NURSE, hoa)
    assert today(facility) == ()
    write(facility, lambda uow: disable_user(uow, DisableUser("Đặng Thị Hoa", "nghỉ việc")), Role.ADMIN)
    with pytest.raises(UserError) as refused:
        hand(facility, put(facility, occasion="2").task_id, Role.NURSE, hoa)
    assert refused.value.code == "account_not_in_role"


def test_raising_again_does_not_take_back_what_was_handed_over(facility: Facility) -> None:
    made = put(facility).task_id
    hand(facility, made, Role.HEAD, "")
    assert put(facility, due=TODAY + DAY, params={"count": 3}) == Raised(made, is_new=False)
    row = one(facility, made, Role.HEAD)
    assert (row.role, row.due_at.date(), dict(row.params)) == (Role.HEAD, TODAY + DAY, {"count": 3})
    assert today(facility, Role.NURSE) == ()


def test_what_a_person_writes_about_a_task_stands_in_no_log() -> None:
    said = "nhiễm lao"
    for command in (
        FinishTask("t", 1, said),
        AcknowledgeTask("t", 1, said),
        HandOverTask("t", 1, Role.HEAD, said),
    ):
        assert said not in repr(command)


def test_a_filter_saved_under_another_version_is_refused_in_words(facility: Facility) -> None:
    with facility.database.read(facility.actor(Role.NURSE)) as uow, pytest.raises(UserError) as refused:
        queries.list_task_ids(uow, Look(filters={"state": "burnt"}))
    assert refused.value.code == "bad_filter"


def test_handing_over_needs_a_reason(facility: Facility) -> None:
    made = put(facility, may_go_to=frozenset({Role.GUARD})).task_id
    with pytest.raises(UserError):
        write(facility, lambda uow: hand_over_task(uow, HandOverTask(made, 1, Role.GUARD, "")), Role.HEAD)
    write(facility, lambda uow: hand_over_task(uow, HandOverTask(made, 1, Role.GUARD, "đổi ca")), Role.HEAD)
    assert [row.task_id for row in today(facility, Role.GUARD)] == [made]


def test_only_what_is_open_is_handed_over(facility: Facility) -> None:
    made = put(facility).task_id
    write(facility, lambda uow: finish_task(uow, FinishTask(made, 1)))
    with pytest.raises(UserError) as refused:
        write(facility, lambda uow: hand_over_task(uow, HandOverTask(made, 2, Role.HEAD, "đổi ca")), Role.HEAD)
    assert refused.value.code == "task_not_open"
    assert "Đã xong" in refused.value.message


def test_a_task_shows_some_days_before_it_is_due_or_from_the_day_named(facility: Facility) -> None:
    put(facility, due=TODAY + 7 * DAY)
    put(facility, occasion="later", due=TODAY + 8 * DAY)
    put(facility, occasion="named", due=TODAY + 60 * DAY, show_on=TODAY)
    assert {row.occasion for row in today(facility)} == {"", "named"}
    facility.file.clock.advance(DAY)
    assert {row.occasion for row in today(facility)} == {"", "named", "later"}


def test_an_overdue_task_is_reported_upward_after_the_first_step(facility: Facility) -> None:
    due = facility.file.clock.now()
    put(facility, due=due)
    facility.file.clock.advance(timedelta(hours=23))
    assert today(facility, Role.HEAD) == ()
    facility.file.clock.advance(timedelta(hours=1))
    (row,) = today(facility, Role.HEAD)
    assert (row.age.urgency, row.age.level, row.is_day_due) == (Urgency.ESCALATED, 1, False)
    assert len(today(facility, Role.HEAD, Role.NURSE)) == 1


def test_the_list_is_in_the_order_of_the_due_times(facility: Facility) -> None:
    for place, days in enumerate((3, -5, 0)):
        put(facility, occasion=str(place), due=TODAY + days * DAY)
    assert [row.occasion for row in today(facility)] == ["1", "2", "0"]


def test_the_counts_agree_with_the_list(facility: Facility) -> None:
    for place, days in enumerate((-5, -4, 0, 0, 0, 3)):
        put(facility, occasion=str(place), due=TODAY + days * DAY)
    put(facility, occasion="hour", due=facility.file.clock.now() - timedelta(hours=1))
    put(facility, occasion="this moment", due=facility.file.clock.now())
    put(facility, occasion="midnight", due=start_of_day(TODAY + DAY))
    with facility.database.read(facility.actor(Role.NURSE)) as uow:
        for urgency, wanted in (
            ("overdue", {Urgency.OVERDUE, Urgency.ESCALATED}),
            ("today", {Urgency.TODAY}),
            ("later", {Urgency.LATER}),
        ):
            expected = [row.task_id for row in listed_today(uow) if row.age.urgency in wanted]
            assert [row.task_id for row in listed_today(uow, urgency=urgency)] == expected
        assert queries.count_overdue(uow) == 3
        answered = [one for answer in queries.ANSWERS[HomeFigures] for one in answer(uow, HomeFigures(uow.now))]
        assert {one.id: one.number for one in answered} == {
            "tasks.today": 4,
            "tasks.overdue": 3,
        }


def test_the_red_number_is_of_the_actors_own_list_and_loses_what_is_closed(facility: Facility) -> None:
    late = [put(facility, occasion=name, due=TODAY - 4 * DAY).task_id for name in ("a", "b", "c")]

    def red(*roles: Role) -> int:
        with facility.database.read(facility.actor(*roles)) as uow:
            return queries.count_overdue(uow)

    assert (red(Role.NURSE), red(Role.GUARD), red(Role.HEAD)) == (3, 0, 3)
    write(facility, lambda uow: finish_task(uow, FinishTask(late[0], 1)))
    write(facility, lambda uow: acknowledge_task(uow, AcknowledgeTask(late[1], 1, "đã gọi")))
    assert (red(Role.NURSE), red(Role.HEAD), red(Role.NURSE, Role.HEAD)) == (1, 1, 1)


def test_the_worklist_is_narrowed_to_the_roles_it_holds(facility: Facility) -> None:
    put(facility)
    put(facility, occasion="guards", role=Role.GUARD)
    with facility.database.read(facility.actor(Role.NURSE, Role.GUARD, Role.CLERK)) as uow:
        assert set(queries.list_today_roles(uow)) == {Role.NURSE, Role.GUARD}
        assert [row.occasion for row in listed_today(uow, role="GUARD")] == ["guards"]
        with pytest.raises(UserError) as refused:
            listed_today(uow, urgency="tomorrow")
    assert refused.value.code == "bad_filter"


def test_settling_closes_what_the_slice_names_and_no_more(facility: Facility) -> None:
    put(facility)
    put(facility, kind="probe.write")
    put(facility, occasion="2")
    put(facility, subject_id="b" * 32)
    assert write(facility, lambda uow: settle_tasks(uow, SettleTasks("probe", "a" * 32, "probe.write"))) == 1
    assert write(facility, lambda uow: settle_tasks(uow, SettleTasks("probe", "a" * 32, occasion=""))) == 1
    assert write(facility, lambda uow: settle_tasks(uow, SettleTasks("probe", "a" * 32, is_done=False))) == 1
    assert write(facility, lambda uow: settle_tasks(uow, SettleTasks("probe", "a" * 32))) == 0
    assert [row.subject_id for row in today(facility)] == ["b" * 32]


def test_the_list_of_all_states_is_filtered_and_sorted(facility: Facility) -> None:
    first, second = put(facility).task_id, put(facility, kind="probe.write", due=TODAY + DAY).task_id
    put(facility, occasion="far", due=TODAY + 90 * DAY, resident_id="q" * 32)
    write(facility, lambda uow: finish_task(uow, FinishTask(first, 1)))

    def listed(**filters: str) -> list[str]:
        with facility.database.read(facility.actor(Role.NURSE)) as uow:
            wanted = queries.list_task_ids(uow, Look(filters=filters, sorts=(Sort("due", descending=True),)))
            return [row.occasion or row.kind for row in queries.list_task_rows(uow, wanted)]

    assert listed() == ["far", "probe.write"]
    assert listed(state="done") == ["probe.call"]
    assert listed(state="all") == ["far", "probe.write", "probe.call"]
    assert listed(kind="probe.write") == ["probe.write"]
    assert listed(resident="q" * 32) == ["far"]
    with facility.database.read(facility.actor(Role.GUARD)) as uow:
        assert queries.list_task_ids(uow, Look(filters={"state": "all"})) == ()
        with pytest.raises(UserError) as refused:
            queries.get_task(uow, second)
    assert refused.value.code == "task_not_found"


def test_a_head_sees_in_the_list_of_all_only_what_was_reported(facility: Facility) -> None:
    in_time, late = put(facility).task_id, put(facility, occasion="late").task_id
    write(facility, lambda uow: finish_task(uow, FinishTask(in_time, 1)))
    facility.file.clock.advance(5 * DAY)
    write(facility, lambda uow: finish_task(uow, FinishTask(late, 1)))
    with facility.database.read(facility.actor(Role.HEAD)) as uow:
        found = queries.list_task_ids(uow, Look(filters={"state": "all"}))
    assert found == (late,)


def test_each_way_onto_the_list_is_found_by_an_index(facility: Facility) -> None:
    with facility.database.read(facility.actor(*Role)) as uow:
        asked = queries._on_list(uow)
        sql = str(asked.compile(uow.session.connection(), compile_kwargs={"literal_binds": True}))
        plan = uow.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}").all()
    steps = [str(row[-1]) for row in plan if "task" in str(row[-1])]
    assert steps
    assert [step for step in steps if step.startswith("SCAN task")] == []
    assert {step.split("INDEX ")[1].split(" ")[0] for step in steps if "INDEX" in step} == {
        "ix_task_status_user_id_show_at",
        "ix_task_status_role_user_id_show_at",
        "ix_task_status_escalate_to_escalate_at",
    }


def test_the_file_itself_keeps_a_second_task_of_one_subject_out(facility: Facility) -> None:
    put(facility)
    with facility.database.write(facility.admin) as uow, uow.act("probe.add"):
        found = uow.session.scalars(sa.select(Task)).one()
        kept = {
            name: getattr(found, name)
            for name in Task.__table__.c.keys()  # noqa: SIM118 - columns, not a mapping
            if name not in {"id", "version"}
        }
        uow.add(Task(**kept))
        with pytest.raises(sa.exc.IntegrityError, match="UNIQUE"):
            uow.session.flush()
        uow.session.rollback()
    assert rows(facility.database, "SELECT count(*) FROM task") == [(1,)]


def test_every_slice_answers_with_its_figures_and_nobody_is_refused(tmp_path: Path) -> None:
    file = migrated_file(tmp_path, modules=MODULES)
    with file.opened() as database:
        with database.write(system_actor("may")) as uow:
            raise_task(uow, replace(WISH, due=file.clock.now() - timedelta(hours=1)))
            uow.commit()
        for role in Role:
            with database.read(Actor("0" * 32, frozenset({role}), "may")) as uow:
                figures = queries.get_home_figures(uow)
            assert len({one.id for one in figures}) == len(figures)
            assert [one.order for one in figures] == sorted(one.order for one in figures)
        with database.read(Actor("0" * 32, frozenset({Role.NURSE}), "may")) as uow:
            overdue = {one.id: one for one in queries.get_home_figures(uow)}["tasks.overdue"]
    assert (overdue.number, overdue.tone, overdue.page) == (1, "danger", "tasks.today")


def test_the_program_itself_sees_every_list(facility: Facility) -> None:
    put(facility)
    put(facility, occasion="2", role=Role.GUARD)
    with facility.database.read(system_actor("may")) as uow:
        assert len(listed_today(uow)) == 2
    assert isinstance(facility.file.clock.now(), datetime)
