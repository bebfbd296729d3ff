"""What a task is, who sees it, how urgent it is, and the figures of the home page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.actor import ROLE_LABELS, Permission, Role
from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.errors import PermissionDenied, UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.state_machine import StateMachine, Transition
from facility_app.kernel.text_rules import TextRule

READ_TASKS = Permission(
    "tasks.read", label("permissions", "Xem việc được giao và số liệu trang Hôm nay"), frozenset(Role)
)
DO_TASKS = Permission("tasks.do", label("permissions", "Làm xong hoặc ghi nhận việc được giao"), frozenset(Role))
RAISE_TASKS = Permission(
    "tasks.raise", label("permissions", "Tạo và rút việc (từ nghiệp vụ khác)"), frozenset(Role)
)
MANAGE_TASKS = Permission(
    "tasks.manage", label("permissions", "Giao việc cho người khác"), frozenset({Role.ADMIN, Role.HEAD})
)

NOTE_LIMIT: Final = 1000
NOTE: Final = TextRule(NOTE_LIMIT, has_lines=True)
"""What a person writes to a task: a note, a reason."""
_ALMOST_A_DAY: Final = timedelta(days=1) - timedelta(microseconds=1)


class TaskState(StrEnum):
    """Trạng thái của việc."""

    OPEN = "open"
    DONE = "done"
    ACKNOWLEDGED = "acknowledged"
    WITHDRAWN = "withdrawn"


TASK_STATE_LABELS: dict[TaskState, Label] = {
    TaskState.OPEN: label("task_states", "Chưa làm"),
    TaskState.DONE: label("task_states", "Đã xong"),
    TaskState.ACKNOWLEDGED: label("task_states", "Đã ghi nhận, không làm"),
    TaskState.WITHDRAWN: label("task_states", "Không còn cần"),
}
TASK_LIFE: Final = StateMachine(
    frozenset(
        {
            Transition(TaskState.OPEN, "tasks.finish", TaskState.DONE, DO_TASKS),
            Transition(TaskState.OPEN, "tasks.acknowledge", TaskState.ACKNOWLEDGED, DO_TASKS),
            Transition(TaskState.OPEN, "tasks.withdraw", TaskState.WITHDRAWN, RAISE_TASKS),
            Transition(TaskState.ACKNOWLEDGED, "tasks.finish", TaskState.DONE, DO_TASKS),
            Transition(TaskState.ACKNOWLEDGED, "tasks.reopen", TaskState.OPEN, DO_TASKS),
            Transition(TaskState.DONE, "tasks.reopen", TaskState.OPEN, DO_TASKS),
            Transition(TaskState.WITHDRAWN, "tasks.raise", TaskState.OPEN, RAISE_TASKS),
        }
    ),
    TASK_STATE_LABELS,
    {
        "tasks.finish": label("verbs", "Làm xong việc"),
        "tasks.acknowledge": label("verbs", "Ghi nhận việc, nêu lý do"),
        "tasks.withdraw": label("verbs", "Rút việc"),
        "tasks.reopen": label("verbs", "Mở lại việc"),
        "tasks.raise": label("verbs", "Tạo việc"),
    },
)


class Urgency(StrEnum):
    """Mức gấp của việc."""

    LATER = "later"
    TODAY = "today"
    OVERDUE = "overdue"
    ESCALATED = "escalated"


URGENCY_LABELS: dict[Urgency, Label] = {
    Urgency.LATER: label("urgencies", "Sắp đến hạn"),
    Urgency.TODAY: label("urgencies", "Đến hạn hôm nay"),
    Urgency.OVERDUE: label("urgencies", "Quá hạn"),
    Urgency.ESCALATED: label("urgencies", "Quá hạn, đã báo cấp trên"),
}


@dataclass(frozen=True, slots=True)
class Age:
    """How a task stands to its due time.

    Attributes:
        urgency: the word for it.
        level: steps of the ladder it has passed; 0 until it is reported upward.
        days_over: whole days since it was due, 0 before.
    """

    urgency: Urgency
    level: int
    days_over: int


def age_of(due_at: datetime, now: datetime, ladder: Sequence[int]) -> Age:
    """How urgent a task is.

    Args:
        due_at: when it is due.
        now: the instant now.
        ladder: days after which an overdue task is reported upward, step by step.
    """
    if now <= due_at:
        is_today = local_date(due_at) <= local_date(now)
        return Age(Urgency.TODAY if is_today else Urgency.LATER, 0, 0)
    over = now - due_at
    level = sum(over >= timedelta(days=step) for step in ladder)
    return Age(Urgency.ESCALATED if level else Urgency.OVERDUE, level, over.days)


def due_instant(due: date | datetime) -> datetime:
    """The last instant to do it in: a day ends with its last moment here."""
    return due if isinstance(due, datetime) else datetime.combine(due, time(), LOCAL) + _ALMOST_A_DAY


def start_of_day(day: date) -> datetime:
    """The first moment of a day here."""
    return datetime.combine(day, time(), LOCAL)


@dataclass(frozen=True, slots=True)
class RaiseTask:
    """What another slice asks to be done.

    Attributes:
        kind: ``<slice>.<what>``, stable; with subject and occasion it names the task: raised twice, it is one.
        text: what to do, with ``{name}`` placeholders; no name of a person, screens have it from ``resident_id``.
        subject_table: table of what it is about.
        subject_id: its id.
        due: a day, or an instant for a deadline in hours.
        role: whose worklist it stands on.
        params: values of the placeholders.
        resident_id: the person it is about, empty for none.
        user_id: one account it is for, empty for everyone in the role.
        escalate_to: the role it is reported to once overdue long enough.
        show_on: from which day it stands on the list; None for some days before it is due.
        occasion: keeps repeated tasks about one subject apart: ``2026-12``.
        may_go_to: other roles that may know of it, so that it may be handed over to them; without any it goes only
            to the head, and back to whose it was.
    """

    kind: str
    text: Label
    subject_table: str
    subject_id: str
    due: date | datetime
    role: Role
    params: Mapping[str, str | int] = field(default_factory=dict, repr=False)
    resident_id: str = ""
    user_id: str = ""
    escalate_to: Role = Role.HEAD
    show_on: date | None = None
    occasion: str = ""
    may_go_to: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class SettleTasks:
    """What became of tasks about a subject, said by the slice that raised them.

    Attributes:
        subject_table: table of what they are about.
        subject_id: its id.
        kind: only this kind; empty for all.
        occasion: only this occasion; None for all.
        due_before: only what was due before that day; None for all.
        is_done: whether it was done; False when it is no longer needed.
    """

    subject_table: str
    subject_id: str
    kind: str = ""
    occasion: str | None = None
    is_done: bool = True
    due_before: date | None = None


class FigureTone(StrEnum):
    """How loud a number of the strip is; the names are those of the kit's tones."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    OK = "ok"
    WARNING = "warning"
    DANGER = "danger"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class HomeFigures:
    """The question a slice answers with its numbers for the home page.

    An answer is a tuple of ``HomeFigure``; whoever may not see a number is answered with ``()``, never refused.

    Attributes:
        now: the instant the figures are of.
    """

    now: datetime


@dataclass(frozen=True, slots=True)
class HomeFigure:
    """One number of the strip.

    Attributes:
        id: ``<slice>.<what>``, stable.
        text: the words under it.
        number: the number; None when it is not known.
        tone: how loud it is.
        page: id of the page its list is on; empty for none.
        args: what that page is opened with.
        shown: what stands instead of the number: ``07:10``.
        order: place in the strip.
    """

    id: str
    text: Label
    number: int | None
    tone: FigureTone = FigureTone.NEUTRAL
    page: str = ""
    args: Mapping[str, str] = field(default_factory=dict)
    shown: str = ""
    order: int = 100

    @property
    def is_warning(self) -> bool:
        """Whether it counts something that is wrong or missing now."""
        return self.tone in {FigureTone.WARNING, FigureTone.DANGER} and bool(self.number)


def roles_as_kept(roles: frozenset[Role]) -> str | None:
    """Roles as one column keeps them."""
    return " ".join(sorted(roles)) or None


def roles_of(kept: str | None) -> frozenset[Role]:
    """Roles as they were kept."""
    return frozenset(Role(one) for one in (kept or "").split())


def open_to(role: Role, may_go_to: frozenset[Role]) -> frozenset[Role]:
    """The roles a task of ``role`` may be handed over to."""
    return may_go_to | {role, Role.HEAD}


def not_for_that_role(roles: frozenset[Role]) -> UserError:
    """The refusal to hand a task over to a role that may not know of it."""
    return UserError(
        "task_not_for_role",
        label("errors", "Việc này không giao được cho vai trò đã chọn. Giao được cho: {roles}."),
        fields={"role": label("errors", "Hãy chọn vai trò khác")},
        roles=tuple(sorted(ROLE_LABELS[role] for role in roles)),
    )


def not_in_that_role(role: Role) -> UserError:
    """The refusal to hand a task over to an account that is closed or has other roles."""
    return UserError(
        "account_not_in_role",
        label(
            "errors",
            "Tài khoản được chọn đã khóa hoặc không có vai trò {role}. Hãy chọn tài khoản khác, hoặc giao cho cả "
            "vai trò.",
        ),
        fields={"user_id": label("errors", "Hãy chọn tài khoản khác")},
        role=ROLE_LABELS[role],
    )


def not_open_any_more(state: TaskState) -> UserError:
    """The refusal to hand over a task that is closed."""
    return UserError(
        "task_not_open",
        label("errors", "Việc này không còn mở ({state}) nên không giao lại được. Hãy mở lại việc trước."),
        state=TASK_STATE_LABELS[state],
    )


def not_your_task(role: Label) -> PermissionDenied:
    """The refusal for a task on somebody else's list."""
    return PermissionDenied(
        "task_of_others",
        label("errors", "Việc này giao cho: {role}. Hãy báo người đó, hoặc nhờ người đứng đầu giao lại."),
        role=role,
    )
