"""Hours of the week, and the lessons they make on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.kernel.weekdays import WEEKDAYS
from facility_app.modules.education.domain.classes import CLASS_ARTICLES, ClassKind

MINUTES_OF_DAY: Final = 24 * 60
LEAST_MINUTES, MOST_MINUTES = 10, 300
"""A lesson outside of these was typed wrong; the law names no length."""
WEEKDAY_LABELS: Final[dict[int, Label]] = dict(enumerate(WEEKDAYS, 1))


@dataclass(frozen=True, slots=True)
class Hour:
    """One hour of a class in the week.

    Attributes:
        weekday: 1 Monday to 7 Sunday.
        starts: minutes after midnight; ``ends`` is no longer taught.
        from_on: the first day it counts.
        to_on: the last day; None while it goes on.
    """

    weekday: int
    starts: int
    ends: int
    from_on: date
    to_on: date | None = None

    def falls_on(self, day: date) -> bool:
        """Whether there is a lesson that day."""
        return (
            day.isoweekday() == self.weekday and self.from_on <= day and (self.to_on is None or day <= self.to_on)
        )

    def meets(self, other: "Hour") -> bool:
        """Whether some week has both at one time; touching ends do not meet."""
        return (
            self.weekday == other.weekday
            and self.starts < other.ends
            and other.starts < self.ends
            and (self.to_on is None or other.from_on <= self.to_on)
            and (other.to_on is None or self.from_on <= other.to_on)
        )


def clock_text(minute: int) -> str:
    """``07:30`` of minutes after midnight."""
    return f"{minute // 60:02}:{minute % 60:02}"


def lesson_id(class_id: str, day: date, starts: int) -> str:
    """What a lesson is known by before it has a record."""
    return f"{class_id} {day.isoformat()} {starts}"


def lesson_of(known_by: str) -> tuple[str, date, int] | None:
    """Class, day and minute of what ``lesson_id`` made; None for any other text."""
    try:
        class_id, day, starts = known_by.split(" ")
        return class_id, date.fromisoformat(day), int(starts)
    except ValueError:
        return None


def check_hour(hour: Hour, kind: ClassKind, others: Iterable[Hour]) -> None:
    """Refuse an hour that cannot be, or that a class of this kind may not have beside its others.

    Raises:
        UserError: ``span_reversed``, ``lesson_length``, ``bad_weekday``, ``hour_taken``, ``scripture_weekly``;
            ``bad_fields`` for several.
    """
    check_times(hour.starts, hour.ends)
    faults = Faults()
    if hour.weekday not in WEEKDAY_LABELS:
        faults.add("bad_weekday", "weekday", label("errors", "Ngày trong tuần phải từ thứ hai đến chủ nhật."))
    faults.span("to_on", hour.from_on, hour.to_on)
    faults.refuse()
    rest = list(others)
    if any(hour.meets(one) for one in rest):
        raise UserError(
            "hour_taken",
            label("errors", "Lớp đã có giờ học vào lúc này. Hãy chọn giờ khác, hoặc thôi giờ học cũ trước."),
            fields={"starts": label("errors", "Trùng giờ đã có")},
        )
    if kind is ClassKind.SCRIPTURE and any(_same_weeks(hour, one) for one in rest):
        raise UserError(
            "scripture_weekly",
            label(
                "errors",
                "Kinh sách được sử dụng mỗi tuần một lần ({article}); lớp này đã có một giờ trong tuần. Hãy "
                "thôi giờ cũ trước.",
            ),
            article=CLASS_ARTICLES[kind],
        )


def check_times(starts: int, ends: int) -> None:
    """Refuse a lesson that ends before it begins, or lasts what no lesson lasts.

    Raises:
        UserError: ``span_reversed``, ``lesson_length``.
    """
    if not 0 <= starts < ends <= MINUTES_OF_DAY:
        raise UserError(
            "span_reversed",
            label("errors", "Giờ tan phải sau giờ vào lớp. Hãy sửa lại giờ."),
            fields={"ends": label("errors", "Phải sau giờ vào lớp")},
        )
    if not LEAST_MINUTES <= ends - starts <= MOST_MINUTES:
        raise UserError(
            "lesson_length",
            label("errors", "Một buổi dài từ {least} đến {most} phút. Hãy sửa lại giờ."),
            fields={"ends": label("errors", "Buổi học quá ngắn hoặc quá dài")},
            least=LEAST_MINUTES,
            most=MOST_MINUTES,
        )


def _same_weeks(one: Hour, other: Hour) -> bool:
    return (one.to_on is None or other.from_on <= one.to_on) and (
        other.to_on is None or one.from_on <= other.to_on
    )


def days_between(first: date, last: date) -> Sequence[date]:
    """Every day of a span, both ends included."""
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]
