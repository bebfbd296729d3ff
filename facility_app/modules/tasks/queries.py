"""Worklists by role, what was done, and the figures of the home page."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

import sqlalchemy as sa

from facility_app.db.page import Listing, chosen, ids, rows_of
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.access.api import count_alarms_to_answer
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.tasks.domain import (
    READ_TASKS,
    Age,
    FigureTone,
    HomeFigure,
    HomeFigures,
    TaskState,
    age_of,
    open_to,
    roles_of,
    start_of_day,
)
from facility_app.modules.tasks.tables import Task

_t = Task.__table__.c
_NAMES = {
    "task_id": _t.id,
    "kind": _t.kind,
    "context": _t.text_context,
    "text": _t.text,
    "params": _t.params,
    "subject_table": _t.subject_table,
    "subject_id": _t.subject_id,
    "occasion": _t.occasion,
    "resident_id": _t.resident_id,
    "role": _t.role,
    "user_id": _t.user_id,
    "due_at": _t.due_at,
    "is_day_due": _t.is_day_due,
    "state": _t.status,
    "closed_at": _t.closed_at,
    "closed_by": _t.closed_by,
    "closed_note": _t.closed_note,
    "may_go_to": _t.may_go_to,
    "version": _t.version,
}
_SORTS = {"due": _t.due_at, "kind": _t.kind, "role": _t.role, "closed": _t.closed_at}


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task as a worklist shows it; ``version`` goes back with the decision about it.

    Attributes:
        text: template of what to do; ``params`` fill it after translation.
        age: how urgent it is; of a closed one, as it was when closed.
        open_to: roles it may be handed over to.
    """

    task_id: str
    kind: str
    text: Label
    params: Mapping[str, str | int] = field(repr=False)
    subject_table: str
    subject_id: str
    occasion: str
    resident_id: str
    role: Role
    user_id: str
    due_at: datetime
    is_day_due: bool
    state: TaskState
    closed_at: datetime | None
    closed_by: str | None
    closed_note: str | None = field(repr=False)
    version: int
    age: Age
    open_to: frozenset[Role] = frozenset()


def list_today_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """What stands on the actor's list now, soonest due first: of the roles, of the account, and reported up.

    Filters: ``urgency`` (``overdue``, ``today``, ``later``), ``role``.

    Raises:
        UserError: ``bad_filter``, ``bad_sort``.
    """
    require(uow, READ_TASKS)
    asked = sa.select(_t.id).where(_t.id.in_(_on_list(uow)))
    if look.filters.get("urgency"):
        asked = asked.where(chosen("urgency", look.filters["urgency"], _due(uow.now).__getitem__))
    if look.filters.get("role"):
        asked = asked.where(_t.role == chosen("role", look.filters["role"], Role))
    return ids(uow.session, Listing(asked, _t.id, {"due": _t.due_at}, (Sort("due"),)), look.sorts)


def list_today_roles(uow: UnitOfWork) -> tuple[Role, ...]:
    """Roles that something on the actor's list is given to, in their own order."""
    require(uow, READ_TASKS)
    asked = sa.select(_t.role).where(_t.id.in_(_on_list(uow))).distinct()
    found = set(uow.session.scalars(asked))
    return tuple(role for role in Role if role in found)


def list_open_subjects(uow: UnitOfWork, kind: str) -> frozenset[str]:
    """Ids of what an open task of a kind is about, whoever it is given to: what is not settled yet."""
    require(uow, READ_TASKS)
    asked = sa.select(_t.subject_id).where(_t.kind == kind, _t.status == TaskState.OPEN, _t.voided_at.is_(None))
    return frozenset(uow.session.scalars(asked))


@dataclass(frozen=True, slots=True)
class OpenWork:
    """What is still to be done about one row of a table, whoever it is given to."""

    kind: str
    subject_id: str
    due_at: datetime


def list_open_work(uow: UnitOfWork, resident_id: str, subject_table: str) -> tuple[OpenWork, ...]:
    """What is open about a person's rows of a table, the soonest due first."""
    require(uow, READ_TASKS)
    asked = sa.select(_t.kind, _t.subject_id, _t.due_at).where(
        _t.resident_id == resident_id,
        _t.subject_table == subject_table,
        _t.status == TaskState.OPEN,
        _t.voided_at.is_(None),
    )
    return tuple(OpenWork(*row) for row in uow.session.execute(asked.order_by(_t.due_at, _t.id)))


def count_overdue(uow: UnitOfWork) -> int:
    """How many tasks on the actor's list are past due, reported upward or not: the red number of the rail."""
    require(uow, READ_TASKS)
    return _count(uow, "overdue")


def get_task(uow: UnitOfWork, task_id: str) -> TaskRow:
    """One task, open or closed.

    Raises:
        UserError: ``task_not_found``, also for one on other people's lists.
    """
    require(uow, READ_TASKS)
    found = rows_of(uow.session, _listing(uow, {"state": "all"}), [task_id], _maker(uow))
    if not found:
        raise UserError(
            "task_not_found",
            label(
                "errors", "Không có việc này trong danh sách của tài khoản đang dùng. Hãy mở lại danh sách việc."
            ),
        )
    return found[0]


def list_task_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Tasks of the actor's roles in any state.

    Filters: ``state`` (open when none is chosen, ``all`` for every state), ``kind``, ``resident``; sorts ``due``,
    ``kind``, ``role``, ``closed``.

    Raises:
        UserError: ``bad_filter``, ``bad_sort``.
    """
    require(uow, READ_TASKS)
    return ids(uow.session, _listing(uow, look.filters), look.sorts)


def list_task_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[TaskRow, ...]:
    """The rows with these ids, in that order."""
    require(uow, READ_TASKS)
    return rows_of(uow.session, _listing(uow, {"state": "all"}), wanted, _maker(uow))


def get_home_figures(uow: UnitOfWork) -> tuple[HomeFigure, ...]:
    """Every number of the home page that the actor may see, in the order of the strip."""
    require(uow, READ_TASKS)
    answers: list[tuple[HomeFigure, ...]] = uow.ask(HomeFigures(uow.now))
    return tuple(sorted(chain.from_iterable(answers), key=lambda one: (one.order, one.id)))


def _task_figures(uow: UnitOfWork, _question: HomeFigures) -> tuple[HomeFigure, ...]:
    if not uow.actor.may(READ_TASKS):
        return ()
    due_today, late = _count(uow, "today"), _count(uow, "overdue")
    today, overdue = label("tasks", "việc đến hạn hôm nay"), label("tasks", "việc quá hạn")
    soon_tone = FigureTone.WARNING if due_today else FigureTone.NEUTRAL
    late_tone = FigureTone.DANGER if late else FigureTone.OK
    return (
        HomeFigure("tasks.today", today, due_today, soon_tone, "tasks.today", {"urgency": "today"}, order=80),
        HomeFigure("tasks.overdue", overdue, late, late_tone, "tasks.today", {"urgency": "overdue"}, order=81),
    )


def _alarm_figures(uow: UnitOfWork, _question: HomeFigures) -> tuple[HomeFigure, ...]:
    """What an emergency opened, until somebody answered for it; nothing to see on a quiet day."""
    red = count_alarms_to_answer(uow)
    if not red:
        return ()
    text, door = label("tasks", "mở khẩn cấp chưa xét"), {"state": "red"}
    return (HomeFigure("tasks.alarms", text, red, FigureTone.DANGER, "access.alarms", door, order=1),)


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {HomeFigures: (_task_figures, _alarm_figures)}


def _due(now: datetime) -> Mapping[str, sa.ColumnElement[bool]]:
    """What is due when, as ``age_of`` says it of one task."""
    tomorrow = start_of_day(local_date(now) + timedelta(days=1))
    return {
        "overdue": _t.due_at < now,
        "today": (_t.due_at >= now) & (_t.due_at < tomorrow),
        "later": (_t.due_at >= now) & (_t.due_at >= tomorrow),
    }


def _count(uow: UnitOfWork, urgency: str) -> int:
    asked = sa.select(sa.func.count()).select_from(Task).where(_t.id.in_(_on_list(uow)), _due(uow.now)[urgency])
    return uow.session.execute(asked).scalar_one()


def _ladder(uow: UnitOfWork) -> tuple[int, ...]:
    return parameter(uow, "task_escalation_days").parts


def _roles(uow: UnitOfWork) -> list[Role]:
    return sorted(Role) if uow.actor.is_system else sorted(uow.actor.roles)


def _on_list(uow: UnitOfWork) -> sa.Select[Any]:
    """Ids of the open tasks on the actor's list; three look-ups, each by its index."""
    now, me, roles = uow.now, uow.actor.user_id, _roles(uow)
    is_open = (_t.status == TaskState.OPEN) & _t.voided_at.is_(None)
    mine = sa.select(_t.id).where(is_open, _t.user_id == me, _t.show_at <= now)
    ours = sa.select(_t.id).where(is_open, _t.role.in_(roles), _t.show_at <= now, _t.user_id == "")
    reported = sa.select(_t.id).where(is_open, _t.escalate_to.in_(roles), _t.escalate_at <= now)
    return sa.select(sa.union(mine, ours, reported).subquery().c.id)


def _listing(uow: UnitOfWork, filters: Mapping[str, str]) -> Listing:
    me, roles = uow.actor.user_id, _roles(uow)
    # A bare datetime inside a function would be written in another form than the column's, and compare wrongly.
    until = sa.func.coalesce(_t.closed_at, sa.literal(uow.now, _t.closed_at.type))
    reported = _t.escalate_to.in_(roles) & (_t.escalate_at <= until)
    theirs = (_t.role.in_(roles) & _t.user_id.in_(["", me])) | (_t.user_id == me) | reported
    asked = sa.select(*_NAMES.values()).where(_t.voided_at.is_(None), theirs)
    state = filters.get("state") or TaskState.OPEN.value
    if state != "all":
        asked = asked.where(_t.status == chosen("state", state, TaskState))
    for key, column in (("kind", _t.kind), ("resident", _t.resident_id)):
        if filters.get(key):
            asked = asked.where(column == filters[key])
    return Listing(asked, _t.id, _SORTS, (Sort("due"),))


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes rows of one moment, so that all of a list agree on what is overdue."""

    now: datetime
    ladder: tuple[int, ...]

    def __call__(self, *columns: Any) -> TaskRow:
        values = dict(zip(_NAMES, columns, strict=True))
        text = Label(values.pop("context"), values.pop("text"))
        params: dict[str, str | int] = json.loads(values.pop("params"))
        age = age_of(values["due_at"], values["closed_at"] or self.now, self.ladder)
        possible = open_to(values["role"], roles_of(values.pop("may_go_to")))
        return TaskRow(text=text, params=params, age=age, open_to=possible, **values)


def _maker(uow: UnitOfWork) -> _Maker:
    return _Maker(uow.now, _ladder(uow))
