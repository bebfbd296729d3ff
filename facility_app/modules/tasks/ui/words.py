"""How these screens say when something is due and how urgent it is; a colour never says it alone."""

from datetime import datetime, timedelta
from typing import Final

from facility_app.kernel.dates import LOCAL, format_date, format_moment, format_time, local_date
from facility_app.kernel.labels import label
from facility_app.kernel.weekdays import WEEKDAYS
from facility_app.modules.tasks.domain import TaskState, Urgency
from facility_app.modules.tasks.queries import TaskRow
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

URGENCY_TONES: Final[dict[Urgency, Tone | None]] = {
    Urgency.LATER: None,
    Urgency.TODAY: Tone.WARNING,
    Urgency.OVERDUE: Tone.DANGER,
    Urgency.ESCALATED: Tone.DANGER,
}
STATE_TONES: Final[dict[TaskState, Tone]] = {
    TaskState.OPEN: Tone.INFO,
    TaskState.DONE: Tone.OK,
    TaskState.ACKNOWLEDGED: Tone.WARNING,
    TaskState.WITHDRAWN: Tone.NEUTRAL,
}
TODAY = label("tasks", "hôm nay")
TODAY_AT = label("tasks", "hôm nay {time}")
TOMORROW = label("tasks", "ngày mai")
DAY_OF_WEEK = label("tasks", "{weekday} {day}")
OVER_DAYS = label("tasks", "quá {count} ngày")
OVER_HOURS = label("tasks", "quá {count} giờ")
OVER_MINUTES = label("tasks", "quá {count} phút")
LEFT_HOURS = label("tasks", "còn {count} giờ")
LEFT_MINUTES = label("tasks", "còn {count} phút")
OVERDUE = label("tasks", "quá hạn")
ESCALATED = label("tasks", "đã báo cấp trên")
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


def what(task: TaskRow) -> str:
    """What to do, in the language of the screens."""
    return tr(task.text, **task.params)


def moment(instant: datetime) -> str:
    """``22/11/2026 07:30``."""
    return format_moment(instant)


def due_in_full(task: TaskRow) -> str:
    """The due day, with its time for a deadline in hours."""
    return format_date(local_date(task.due_at)) if task.is_day_due else moment(task.due_at)


def due_text(task: TaskRow, now: datetime) -> str:
    """When it is due, as one says it at ``now``: what is over first."""
    if task.age.urgency in {Urgency.OVERDUE, Urgency.ESCALATED}:
        return _over(task, now)
    day, today = local_date(task.due_at), local_date(now)
    if day == today:
        return tr(TODAY) if task.is_day_due else tr(TODAY_AT, time=format_time(task.due_at))
    if (day - today).days == 1:
        return tr(TOMORROW)
    short = f"{day.day:02}/{day.month:02}" if day.year == today.year else format_date(day)
    return tr(DAY_OF_WEEK, weekday=WEEKDAYS[day.weekday()], day=short)


def urgency_text(task: TaskRow, now: datetime) -> str:
    """The word in the chip; empty for what has time."""
    urgency = task.age.urgency
    if urgency is Urgency.ESCALATED:
        return tr(ESCALATED)
    if urgency is Urgency.OVERDUE:
        return tr(OVERDUE)
    if urgency is Urgency.LATER:
        return ""
    left = task.due_at - now
    if task.is_day_due:
        return tr(TODAY)
    return tr(LEFT_HOURS, count=left // _HOUR) if left >= _HOUR else tr(LEFT_MINUTES, count=left.seconds // 60)


def _over(task: TaskRow, now: datetime) -> str:
    over = now - task.due_at
    if task.is_day_due or over >= _DAY:
        days = (now.astimezone(LOCAL).date() - local_date(task.due_at)).days
        return tr(OVER_DAYS, count=max(1, days))
    return tr(OVER_HOURS, count=over // _HOUR) if over >= _HOUR else tr(OVER_MINUTES, count=over.seconds // 60)
