"""Decisions about tasks: raised and settled by slices, done, acknowledged, reopened and handed over by people."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import sqlalchemy as sa

from facility_app.db.audit import plain_facts
from facility_app.db.base import Base
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
    found, content = _find(uow, command), _Times.now(uow).content(command)
    if found is None:
        with uow.act("tasks.raise") as act:
            made = uow.add(Task(**_identity(command), **content, status=TaskState.OPEN))
            act.about(made)
        return Raised(made.id, is_new=True)
    is_back, changed = _news(found, content)
    if is_back or changed:
        with uow.act("tasks.raise") as act:
            act.about(found)
            _renew(uow, found, changed, is_back=is_back)
    return Raised(found.id, is_back)


def _news(found: Task, content: dict[str, object]) -> tuple[bool, dict[str, object]]:
    """Whether a task there is back on the list, and what of it is another; one done or acknowledged stays so."""
    is_back = found.status is TaskState.WITHDRAWN
    if not is_back and found.status is not TaskState.OPEN:
        return False, {}
    # Whose it is may have been decided by a person meanwhile; what is open keeps that.
    wanted = {name: value for name, value in content.items() if is_back or name in RAISED_ANEW}
    return is_back, {name: value for name, value in wanted.items() if getattr(found, name) != value}


def _renew(uow: UnitOfWork, found: Task, changed: dict[str, object], *, is_back: bool) -> None:
    for name, value in changed.items():
        setattr(found, name, value)
    if is_back:
        _move(uow, found, "tasks.raise")


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
    if command.due_before is not None:
        asked = asked.where(Task.due_at < start_of_day(command.due_before))
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


@dataclass(frozen=True, slots=True)
class _Times:
    """When tasks are shown and reported upward, in days; read once however many are raised."""

    first_step: int
    soon: int

    @classmethod
    def now(cls, uow: UnitOfWork) -> "_Times":
        return cls(
            min(parameter(uow, "task_escalation_days").parts),
            parameter(uow, "task_soon_days").whole,
        )

    def content(self, command: RaiseTask) -> dict[str, object]:
        due_at = due_instant(command.due)
        shown_on = command.show_on or local_date(due_at) - timedelta(days=self.soon)
        return {
            **_texts(command),
            "due_at": due_at,
            "is_day_due": not isinstance(command.due, datetime),
            "show_at": start_of_day(shown_on),
            "escalate_at": due_at + timedelta(days=self.first_step),
        }


def _texts(command: RaiseTask) -> dict[str, object]:
    return {
        "text_context": command.text.context,
        "text": str(command.text),
        "params": json.dumps(dict(command.params), ensure_ascii=False, sort_keys=True),
        "resident_id": command.resident_id,
        "role": command.role,
        "user_id": command.user_id,
        "escalate_to": command.escalate_to,
        "may_go_to": roles_as_kept(command.may_go_to),
    }


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
        tasks: what is owed; each is about this subject, its kind begins so.
    """

    subject_table: str
    subject_id: str
    prefix: str
    tasks: tuple[RaiseTask, ...]


def owe_tasks(uow: UnitOfWork, command: OweTasks) -> None:
    """Raise what a subject owes and withdraw what it no longer owes; one done or acknowledged stays so.

    However many there are, they are read once, and stand in the trail as one decision of each kind.
    """
    require(uow, RAISE_TASKS)
    asked = sa.select(Task).where(
        Task.subject_table == command.subject_table,
        Task.subject_id == command.subject_id,
        Task.kind.startswith(command.prefix, autoescape=True),
        Task.voided_at.is_(None),
    )
    there = {(task.kind, task.occasion): task for task in uow.session.scalars(asked.order_by(Task.id)).all()}
    _raise_owed(uow, command.tasks, there)
    wanted = {(one.kind, one.occasion) for one in command.tasks}
    gone = [task for key, task in there.items() if key not in wanted and task.status is TaskState.OPEN]
    if gone:
        with uow.act("tasks.withdraw") as act:
            act.about(gone[0])
            for task in gone:
                _move(uow, task, "tasks.withdraw")


@dataclass(frozen=True, slots=True)
class ForgetTasks:
    """Many subjects were written down by mistake: nothing is owed about them any more.

    Attributes:
        subject_table: table of what they are about.
        subject_ids: their ids, some hundreds at once.
        prefixes: beginnings of the kinds that are meant.
    """

    subject_table: str
    subject_ids: tuple[str, ...]
    prefixes: tuple[str, ...]


def forget_tasks(uow: UnitOfWork, command: ForgetTasks) -> int:
    """Withdraw what is open about many subjects, read once and one decision in the trail; answers how many."""
    require(uow, RAISE_TASKS)
    asked = sa.select(Task).where(
        Task.subject_table == command.subject_table,
        Task.subject_id.in_(command.subject_ids),
        sa.or_(*(Task.kind.startswith(one, autoescape=True) for one in command.prefixes)),
        Task.status == TaskState.OPEN,
        Task.voided_at.is_(None),
    )
    found = uow.session.scalars(asked.order_by(Task.id)).all()
    if found:
        with uow.act("tasks.withdraw") as act:
            act.about(found[0])
            for task in found:
                _move(uow, task, "tasks.withdraw")
    return len(found)


def raise_first_tasks(
    uow: UnitOfWork, tasks: Sequence[RaiseTask], settled_before: date, open_kinds: frozenset[str] = frozenset()
) -> int:
    """Put what many new subjects owe on the worklists at once; what was due before a day counts as done.

    They follow from the subjects' own records, which stand in the trail: a list of a thousand people would bury
    these under ten thousand tasks. So the trail has one entry with their number.

    Args:
        uow: the unit of work.
        tasks: of subjects about which no task was ever raised.
        settled_before: the day.
        open_kinds: what is still to be done, however long it has been due.
    """
    require(uow, RAISE_TASKS)
    if not tasks:
        return 0
    times, now, user_id, open_from = _Times.now(uow), uow.now, uow.actor.user_id, start_of_day(settled_before)
    stamps = {"created_at": now, "created_by": user_id, "updated_at": now, "updated_by": user_id, "version": 1}
    rows: list[dict[str, object]] = []
    for one in tasks:
        content = times.content(one)
        is_done = due_instant(one.due) < open_from and one.kind not in open_kinds
        closed = {"closed_at": now if is_done else None, "closed_by": user_id if is_done else None}
        status = TaskState.DONE if is_done else TaskState.OPEN
        rows.append({"id": uow.new_id(), **stamps, **_identity(one), **content, **closed, "status": status})
    with uow.act("tasks.raise") as act:
        for fact in plain_facts({"count": str(len(rows))}):
            act.note(fact)
        # Into the table: as records, rows with other empty columns would be one statement each.
        uow.session.execute(sa.insert(Base.metadata.tables[Task.__tablename__]), rows)
        uow.touched("task", str(rows[0]["id"]))
    return len(rows)


def _raise_owed(uow: UnitOfWork, owed: Sequence[RaiseTask], there: dict[tuple[str, str], Task]) -> None:
    if not owed:
        return
    times = _Times.now(uow)
    contents = [(one, there.get((one.kind, one.occasion)), times.content(one)) for one in owed]
    new = [
        Task(**_identity(one), **content, status=TaskState.OPEN) for one, kept, content in contents if kept is None
    ]
    news = [(kept, *_news(kept, content)) for _, kept, content in contents if kept is not None]
    renewed = [(kept, is_back, changed) for kept, is_back, changed in news if is_back or changed]
    if new or renewed:
        with uow.act("tasks.raise") as act:
            made = [uow.add(task) for task in new]
            act.about(made[0] if made else renewed[0][0])
            for kept, is_back, changed in renewed:
                _renew(uow, kept, changed, is_back=is_back)
