"""A task with the names of whoever it is about: what both lists of tasks show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from facility_app.kernel.actor import ROLE_LABELS
from facility_app.kernel.paging import Look
from facility_app.modules.tasks.domain import TASK_STATE_LABELS
from facility_app.modules.tasks.queries import (
    TaskRow,
    list_task_ids,
    list_task_rows,
    list_today_ids,
    list_today_roles,
)
from facility_app.modules.tasks.ui import words
from facility_app.modules.tasks.ui.house import House, Named
from facility_app.ui.i18n import tr
from facility_app.ui.models import FilterOption
from facility_app.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One row.

    Attributes:
        task: the task.
        now: the instant it was read at; what is overdue is so of this instant.
        person: whom it is about, where the actor may know.
        account: whom alone it is for; None for everyone in the role.
        closer: who closed it.
    """

    task: TaskRow
    now: datetime
    person: Named | None
    account: Named | None
    closer: Named | None


@dataclass(frozen=True, slots=True)
class TaskReads:
    """The reads of both lists, with names of the house in their rows."""

    house: House

    def today_ids(self, uow: Any, look: Look) -> tuple[str, ...]:
        """What stands on the actor's list now, narrowed by ``urgency`` and ``role``."""
        return list_today_ids(uow, look)

    def all_ids(self, uow: Any, look: Look) -> tuple[str, ...]:
        """Every task the actor may see."""
        return list_task_ids(uow, look)

    def rows(self, uow: Any, wanted: Sequence[str]) -> tuple[WorkRow, ...]:
        """The rows of these ids."""
        tasks = list_task_rows(uow, wanted)
        people = self.house.people(uow, [task.resident_id for task in tasks if task.resident_id])
        accounts = self._accounts(uow, tasks)
        return tuple(
            WorkRow(
                task,
                uow.now,
                people.get(task.resident_id),
                accounts.get(task.user_id),
                accounts.get(task.closed_by or ""),
            )
            for task in tasks
        )

    def _accounts(self, uow: Any, tasks: Sequence[TaskRow]) -> Mapping[str, Named]:
        wanted = {one for task in tasks for one in (task.user_id, task.closed_by) if one}
        return self.house.accounts(uow, sorted(wanted)) if wanted else {}


def roles_today(uow: Any) -> Sequence[FilterOption]:
    """Roles that something on the list is given to."""
    return [FilterOption(role, ROLE_LABELS[role]) for role in list_today_roles(uow)]


def row_id(row: WorkRow) -> str:
    """The row's id."""
    return row.task.task_id


def due_of(row: WorkRow) -> str:
    """When it is due; of a closed one, its due day."""
    return words.due_in_full(row.task) if row.task.closed_at is not None else words.due_text(row.task, row.now)


def due_day(row: WorkRow) -> str:
    """The due day behind what is said from now: ``quá 7 ngày`` names none."""
    said = words.due_in_full(row.task)
    return "" if due_of(row) == said else said


def due_value(row: WorkRow) -> datetime:
    """The due instant, for spreadsheets."""
    return row.task.due_at


def due_ink(row: WorkRow) -> Tone | None:
    """Red when over, amber today."""
    return None if row.task.closed_at is not None else words.URGENCY_TONES[row.task.age.urgency]


def what_of(row: WorkRow) -> str:
    """What to do."""
    return words.what(row.task)


def person_of(row: WorkRow) -> str:
    """Whom it is about."""
    return "" if row.person is None else row.person.name


def code_of(row: WorkRow) -> str:
    """Their number."""
    return "" if row.person is None else row.person.code


def given_to(row: WorkRow) -> str:
    """Whose it is: an account by name, or a role."""
    return row.account.name if row.account is not None else tr(ROLE_LABELS[row.task.role])


def urgency_of(row: WorkRow) -> str:
    """The word of its urgency."""
    return words.urgency_text(row.task, row.now)


def urgency_tone(row: WorkRow) -> Tone | None:
    """The tone of that word."""
    return words.URGENCY_TONES[row.task.age.urgency]


def state_of(row: WorkRow) -> str:
    """How it stands."""
    return tr(TASK_STATE_LABELS[row.task.state])


def state_tone(row: WorkRow) -> Tone | None:
    """The tone of that word."""
    return words.STATE_TONES[row.task.state]


def closed_at_of(row: WorkRow) -> str:
    """When it was closed."""
    return "" if row.task.closed_at is None else words.moment(row.task.closed_at)


def closed_at_value(row: WorkRow) -> datetime | None:
    """When it was closed, for spreadsheets."""
    return row.task.closed_at


def closer_of(row: WorkRow) -> str:
    """Who closed it."""
    return "" if row.closer is None else row.closer.name


def closed_by(row: WorkRow) -> str:
    """Who closed it and when, in one breath; empty while it is open."""
    return " · ".join(text for text in (closer_of(row), closed_at_of(row)) if text)


def note_of(row: WorkRow) -> str:
    """What they wrote."""
    return row.task.closed_note or ""
