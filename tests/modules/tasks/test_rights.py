"""Every verb and query of the slice against every role."""

from dataclasses import replace
from datetime import date

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look
from facility_app.modules.tasks import queries, service
from facility_app.modules.tasks.domain import SettleTasks
from facility_app.modules.tasks.service import (
    AcknowledgeTask,
    FinishTask,
    ForgetTasks,
    HandOverTask,
    OweTasks,
    ReopenTask,
    owe_tasks,
    raise_task,
)
from tests.helpers.facility import Facility
from tests.helpers.rights import EVERYONE, NOBODY, Call, missteps, public_functions
from tests.modules.tasks.test_service import WISH

MANAGERS = frozenset({Role.ADMIN, Role.HEAD})
NURSES = frozenset({Role.NURSE})
IDS: dict[str, str] = {}
CALLS = (
    Call("raise_task", EVERYONE, lambda uow: raise_task(uow, replace(WISH, occasion="new"))),
    Call(
        "owe_tasks", EVERYONE, lambda uow: owe_tasks(uow, OweTasks(WISH.subject_table, WISH.subject_id, "x.", ()))
    ),
    Call("raise_first_tasks", EVERYONE, lambda uow: service.raise_first_tasks(uow, [WISH], date(2026, 1, 1))),
    Call(
        "forget_tasks",
        EVERYONE,
        lambda uow: service.forget_tasks(uow, ForgetTasks(WISH.subject_table, (WISH.subject_id,), ("x.",))),
    ),
    Call("settle_tasks", EVERYONE, lambda uow: service.settle_tasks(uow, SettleTasks("probe", "a" * 32))),
    # A task of the nurses: others may close tasks too, but not this one.
    Call("finish_task", NURSES, lambda uow: service.finish_task(uow, FinishTask(IDS["open"], 1))),
    Call(
        "acknowledge_task",
        NURSES,
        lambda uow: service.acknowledge_task(uow, AcknowledgeTask(IDS["open"], 1, "x")),
    ),
    Call("reopen_task", NURSES, lambda uow: service.reopen_task(uow, ReopenTask(IDS["done"], 2))),
    Call(
        "hand_over_task",
        MANAGERS,
        lambda uow: service.hand_over_task(uow, HandOverTask(IDS["open"], 1, Role.HEAD, "x")),
    ),
    Call("list_today_ids", EVERYONE, lambda uow: queries.list_today_ids(uow, Look())),
    Call("list_today_roles", EVERYONE, queries.list_today_roles),
    Call("count_overdue", EVERYONE, queries.count_overdue),
    Call("list_open_subjects", EVERYONE, lambda uow: queries.list_open_subjects(uow, "labour.find_tool")),
    Call("list_open_work", EVERYONE, lambda uow: queries.list_open_work(uow, "0" * 32, "absence_case")),
    Call("list_task_ids", EVERYONE, lambda uow: queries.list_task_ids(uow, Look())),
    Call("list_task_rows", EVERYONE, lambda uow: queries.list_task_rows(uow, [IDS["open"]])),
    Call("get_home_figures", EVERYONE, queries.get_home_figures),
)
OWN = Call("get_task", NOBODY, lambda uow: queries.get_task(uow, IDS["open"]))


@pytest.fixture(scope="module")
def filled(shared_facility: Facility) -> Facility:
    nurse = shared_facility.actor(Role.NURSE)
    with shared_facility.database.write(nurse) as uow:
        for name in ("open", "done"):
            IDS[name] = raise_task(uow, replace(WISH, occasion=name)).task_id
        service.finish_task(uow, FinishTask(IDS["done"], 1))
        uow.commit()
    return shared_facility


def test_the_table_names_every_verb_and_query() -> None:
    assert sorted(call.name for call in (*CALLS, OWN)) == sorted(public_functions(service, queries))


def test_a_role_may_what_the_table_says_and_no_more(filled: Facility) -> None:
    for role in Role:
        assert missteps(filled.database, filled.actor(role), CALLS) == [], role


def test_nobody_without_a_role_may_anything(filled: Facility) -> None:
    assert missteps(filled.database, filled.actor(), (*CALLS, OWN)) == []
