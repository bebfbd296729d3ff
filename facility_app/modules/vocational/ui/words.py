"""How the screens of trades and jobs say things: days, hours of a day, scores, states."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed_times import hours_text
from facility_app.modules.vocational.domain.courses import CourseState, EnrolmentState, LessonState
from facility_app.modules.vocational.domain.queue import ASKS, HOLD_LABELS, STOPS, Hold
from facility_app.modules.vocational.queries.results import ResultRow
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

NEXT: Final = label("vocational", "đến lượt")
WAITS: Final = label("vocational", "chờ người đứng trước")
LATE: Final = label("vocational", "quá ngày, chưa kết thúc")
AHEAD: Final = label("vocational", "sắp mở")
RUNNING: Final = label("vocational", "đang học")
FINISHED: Final = label("vocational", "đã kết thúc")
CANCELLED: Final = label("vocational", "đã hủy")
MISSING: Final = label("vocational", "thiếu điểm danh")
HOURS: Final = label("vocational", "{count} giờ")


def day(value: date | None) -> str:
    """``21/11/2026``; empty when it is not known."""
    return "" if value is None else format_date(value)


def span(first: date, last: date) -> str:
    """From a day to another."""
    return f"{format_date(first)} – {format_date(last)}"


def clock(minutes: int) -> str:
    """``07:30`` of minutes since midnight."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def score(value: Decimal | None) -> str:
    """``7,5``; empty when there is none."""
    return "" if value is None else f"{value:.1f}".replace(".", ",")


def hours(count: int) -> str:
    """So many hours."""
    return tr(HOURS, count=count)


def options(labels: Mapping[Any, Label]) -> tuple[tuple[str, Label], ...]:
    """Codes with their words, for a field that chooses one."""
    return tuple((str(code), text) for code, text in labels.items())


def course_state(state: CourseState, first_on: date, today: date, *, is_late: bool) -> str:
    """Where a course stands today."""
    if state is CourseState.CANCELLED:
        return tr(CANCELLED)
    if state is CourseState.FINISHED:
        return tr(FINISHED)
    if is_late:
        return tr(LATE)
    return tr(AHEAD if first_on > today else RUNNING)


def course_tone(state: CourseState, *, is_late: bool) -> Tone:
    """Amber for what somebody must end."""
    if is_late:
        return Tone.WARNING
    return Tone.OK if state is CourseState.OPEN else Tone.NEUTRAL


def holds(reasons: tuple[Hold, ...], *, is_next: bool) -> str:
    """Why somebody stands where they stand."""
    first = () if STOPS & set(reasons) or ASKS & set(reasons) else (tr(NEXT if is_next else WAITS),)
    return " · ".join((*first, *(tr(HOLD_LABELS[one]) for one in reasons)))


def hold_tone(reasons: tuple[Hold, ...], *, is_next: bool) -> Tone:
    """Green for who is next, red for who may not, amber for whom the head decides about."""
    if STOPS & set(reasons):
        return Tone.DANGER
    if ASKS & set(reasons):
        return Tone.WARNING
    return Tone.OK if is_next else Tone.NEUTRAL


ENROLMENT_TONES: Final = {
    EnrolmentState.WAITING: Tone.INFO,
    EnrolmentState.ENROLLED: Tone.OK,
    EnrolmentState.DONE: Tone.ACCENT,
    EnrolmentState.LEFT: Tone.NEUTRAL,
    EnrolmentState.WITHDRAWN: Tone.NEUTRAL,
}
LESSON_TONES: Final = {
    LessonState.PLANNED: Tone.NEUTRAL,
    LessonState.HELD: Tone.OK,
    LessonState.CANCELLED: Tone.NEUTRAL,
}


def sat(row: ResultRow) -> str:
    """``84/120``: the hours somebody was at, of those of the programme."""
    return f"{hours_text(row.sat_minutes)}/{row.hours}"
