"""Decisions about tasks: raised and settled by slices, done, acknowledged, reopened and handed over by people."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.actor import ROLE_LABELS, Role
from facility_app.kernel.dates import local_date
from facility_app.modules.access.api import is_in_role
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.tasks.domain import (
    DO_TASKS,
    MANAGE_TASKS,
    NOTE,
    RAISE_TASKS,
    TASK_LIFE,
    RaiseTask,
    SettleTasks,
    TaskState,
    due_instant,
    not_for_that_role,
    not_in_that_role,
    not_open_any_more,
    not_your_task,
    open_to,
    roles_as_kept,
    roles_of,
    start_of_day,
)
from facility_app.modules.tasks.tables import Task

RAISED_ANEW = frozenset({"text_context", "text", "params", "due_at", "is_day_due", "show_at", "escalate_at"})
"""What an open task takes from being raised again."""


@dataclass(frozen=True, slots=True)
class Raised:
    """The task after it was raised; ``is_new`` when it was not there, or had been withdrawn."""

    task_id: str
    is_new: bool


def raise_task(uow: UnitOfWork, command: RaiseTask) -> Raised:
    """Put something on a worklist, once per kind, subject and occasion.

    One still open takes the new text and times, and stays with whom it was handed over to; one done or
    acknowledged stays so; one withdrawn is open again.
    """
    require(uow, RAISE_TASKS)
    found = _find(uow, command)
    if found is None:
        with uow.act("tasks.raise") as act:
            made = uow.add(Task(**_identity(command), **_content(uow, command), status=TaskState.OPEN))
            act.about(made)
        return Raised(made.id, is_new=True)
    is_back = found.status is TaskState.WITHDRAWN
    # Whose it is may have been decided by a person meanwhile; what is open keeps that.
    wanted = {name: value for name, value in _content(uow, command).items() if is_back or name in RAISED_ANEW}
    changed = {name: value for name, value in wanted.items() if getattr(found, name) != value}
    if is_back or (found.status is TaskState.OPEN and changed):
        with uow.act("tasks.raise") as act:
            act.about(found)
            for name, value in changed.items():
                setattr(found, name, value)
            if is_back:
                _move(uow, found, "tasks.raise")
    return Raised(found.id, is_back)


def settle_tasks(uow: UnitOfWork, command: SettleTasks) -> int:
    """Close the open tasks about a subject: done, or no longer needed.

    Returns:
        How many were open.
    """
    require(uow, RAISE_TASKS)
    asked = sa.select(Task).where(
        Task.subject_table == command.subject_table,
        Task.subject_id == command.subject_id,
        Task.status == TaskState.OPEN,
        Task.voided_at.is_(None),
    )
    if command.kind:
        asked = asked.where(Task.kind == command.kind)
    if command.occasion is not None:
        asked = asked.where(Task.occasion == command.occasion)
    found = uow.session.scalars(asked.order_by(Task.id)).all()
    for task in found:
        if command.is_done:
            with uow.act("tasks.finish") as act:
                act.about(task)
                _move(uow, task, "tasks.finish")
        else:
            with uow.act("tasks.withdraw") as act:
                act.about(task)
                _move(uow, task, "tasks.withdraw")
    return len(found)


@dataclass(frozen=True, slots=True)
class FinishTask:
    """A task is done."""

    task_id: str
    version: int
    note: str = field(default="", repr=False)


def finish_task(uow: UnitOfWork, command: FinishTask) -> None:
    """Say that a task is done.

    Raises:
        UserError: ``not_found``, ``step_not_allowed``, ``text_too_long``.
        PermissionDenied: ``task_of_others``.
        ConflictError: ``record_changed``.
    """
    require(uow, DO_TASKS)
    task = _mine(uow, command.task_id, command.version)
    note = NOTE.kept(command.note, "note")
    with uow.act("tasks.finish") as act:
        act.about(task)
        _move(uow, task, "tasks.finish", note)


@dataclass(frozen=True, slots=True)
class AcknowledgeTask:
    """A task was seen and will not be done, for a reason."""

    task_id: str
    version: int
    reason: str = field(repr=False)


def acknowledge_task(uow: UnitOfWork, command: AcknowledgeTask) -> None:
    """Take a task off the list with a reason; it is no longer red, and can still be done or reopened.

    Raises:
        UserError: as ``finish_task``; ``reason_missing``.
        PermissionDenied: ``task_of_others``.
        ConflictError: ``record_changed``.
    """
    require(uow, DO_TASKS)
    task = _mine(uow, command.task_id, command.version)
    reason = NOTE.kept(command.reason, "reason")
    require_reason(reason)
    with uow.act("tasks.acknowledge", reason=reason) as act:
        act.about(task)
        _move(uow, task, "tasks.acknowledge", reason)


@dataclass(frozen=True, slots=True)
class ReopenTask:
    """A task was closed by mistake."""

    task_id: str
    version: int


def reopen_task(uow: UnitOfWork, command: ReopenTask) -> None:
    """Put a closed task back on the list; the undo of finishing and acknowledging.

    Raises:
        UserError: ``not_found``, ``step_not_allowed``.
        PermissionDenied: ``task_of_others``.
        ConflictError: ``record_changed``.
    """
    require(uow, DO_TASKS)
    task = _mine(uow, command.task_id, command.version)
    with uow.act("tasks.reopen") as act:
        act.about(task)
        _move(uow, task, "tasks.reopen")


@dataclass(frozen=True, slots=True)
class HandOverTask:
    """A task goes to another role, or to one account in it."""

    task_id: str
    version: int
    role: Role
    reason: str = field(repr=False)
    user_id: str = ""


def hand_over_task(uow: UnitOfWork, command: HandOverTask) -> None:
    """Give a task to somebody else who may know of it.

    Raises:
        UserError: ``not_found``, ``task_not_open``, ``reason_missing``, ``task_not_for_role``,
            ``account_not_in_role``.
        ConflictError: ``record_changed``.
    """
    require(uow, MANAGE_TASKS)
    task = uow.get(Task, command.task_id, version=command.version)
    if task.status is not TaskState.OPEN:
        raise not_open_any_more(task.status)
    reason = NOTE.kept(command.reason, "reason")
    require_reason(reason)
    possible = open_to(task.role, roles_of(task.may_go_to))
    if command.role not in possible:
        raise not_for_that_role(possible)
    if command.user_id and not is_in_role(uow, command.user_id, command.role):
        raise not_in_that_role(command.role)
    with uow.act("tasks.hand_over", reason=reason) as act:
        act.about(task)
        # Whose it was may have it back.
        task.may_go_to = roles_as_kept(possible)
        task.role, task.user_id = command.role, command.user_id


def _find(uow: UnitOfWork, command: RaiseTask) -> Task | None:
    asked = sa.select(Task).filter_by(**_identity(command)).where(Task.voided_at.is_(None))
    return uow.session.scalars(asked).one_or_none()


def _identity(command: RaiseTask) -> dict[str, str]:
    return {
        "kind": command.kind,
        "subject_table": command.subject_table,
        "subject_id": command.subject_id,
        "occasion": command.occasion,
    }


def _content(uow: UnitOfWork, command: RaiseTask) -> dict[str, object]:
    due_at = due_instant(command.due)
    first_step = min(parameter(uow, "task_escalation_days").parts)
    return {
        "text_context": command.text.context,
        "text": str(command.text),
        "params": json.dumps(dict(command.params), ensure_ascii=False, sort_keys=True),
        "resident_id": command.resident_id,
        "role": command.role,
        "user_id": command.user_id,
        "escalate_to": command.escalate_to,
        "due_at": due_at,
        "is_day_due": not isinstance(command.due, datetime),
        "show_at": _show_at(uow, command, due_at),
        "escalate_at": due_at + timedelta(days=first_step),
        "may_go_to": roles_as_kept(command.may_go_to),
    }


def _show_at(uow: UnitOfWork, command: RaiseTask, due_at: datetime) -> datetime:
    if command.show_on is not None:
        return start_of_day(command.show_on)
    return start_of_day(local_date(due_at) - timedelta(days=parameter(uow, "task_soon_days").whole))


def _mine(uow: UnitOfWork, task_id: str, version: int) -> Task:
    """The task, when it stands or stood on the actor's list."""
    task, actor = uow.get(Task, task_id, version=version), uow.actor
    is_for_me = task.user_id == actor.user_id if task.user_id else task.role in actor.roles
    is_reported = task.escalate_to in actor.roles and task.escalate_at <= uow.now
    if actor.is_system or is_for_me or is_reported:
        return task
    raise not_your_task(ROLE_LABELS[task.role])


def _move(uow: UnitOfWork, task: Task, verb: str, note: str = "") -> None:
    task.status = TASK_LIFE.next_state(task.status, verb)
    is_open = task.status is TaskState.OPEN
    task.closed_at = None if is_open else uow.now
    task.closed_by = None if is_open else uow.actor.user_id
    task.closed_note = None if is_open else note or None


@dataclass(frozen=True, slots=True)
class OweTasks:
    """Everything a subject owes now; what of these kinds was owed and no longer is, is withdrawn.

    Attributes:
        subject_table: table of what they are about.
        subject_id: its id.
        prefix: beginning of the kinds this answer is whole for.
        tasks: what is owed.
    """

    subject_table: str
    subject_id: str
    prefix: str
    tasks: tuple[RaiseTask, ...]


def owe_tasks(uow: UnitOfWork, command: OweTasks) -> None:
    """Raise what a subject owes and withdraw what it no longer owes; one done or acknowledged stays so."""
    require(uow, RAISE_TASKS)
    wanted = {(one.kind, one.occasion) for one in command.tasks}
    for one in command.tasks:
        raise_task(uow, one)
    open_now = uow.session.scalars(
        sa.select(Task).where(
            Task.subject_table == command.subject_table,
            Task.subject_id == command.subject_id,
            Task.kind.startswith(command.prefix, autoescape=True),
            Task.status == TaskState.OPEN,
            Task.voided_at.is_(None),
        )
    ).all()
    for task in open_now:
        if (task.kind, task.occasion) not in wanted:
            with uow.act("tasks.withdraw") as act:
                act.about(task)
                _move(uow, task, "tasks.withdraw")
