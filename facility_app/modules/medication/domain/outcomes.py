"""What became of a dose, and what has to be said with it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import format_moment
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.modules.medication.domain.times import whole_hours


class Outcome(StrEnum):
    """Kết quả liều."""

    GIVEN = "given"
    REFUSED = "refused"
    HELD = "held"
    ABSENT = "absent"
    VOMITED = "vomited"
    LATE = "late"


OUTCOME_LABELS: dict[Outcome, Label] = {
    Outcome.GIVEN: label("terms", "Đã dùng"),
    Outcome.REFUSED: label("terms", "Từ chối"),
    Outcome.HELD: label("terms", "Hoãn"),
    Outcome.ABSENT: label("terms", "Vắng"),
    Outcome.VOMITED: label("terms", "Nôn"),
    Outcome.LATE: label("terms", "Dùng không đúng giờ"),
}
TAKEN: Final = frozenset({Outcome.GIVEN, Outcome.LATE, Outcome.VOMITED})
"""The medicine left the stock."""
_NEED_REASON: Final = frozenset({Outcome.REFUSED, Outcome.HELD, Outcome.ABSENT, Outcome.VOMITED, Outcome.LATE})
_TOO_SOON: Final = label(
    "errors", "{name}: hai lần dùng phải cách nhau ít nhất {minutes} phút. Hãy chờ đủ giờ, hoặc hỏi bác sĩ."
)
_HOURS_TOO_SOON: Final = label(
    "errors", "{name}: hai lần dùng phải cách nhau ít nhất {hours} giờ. Hãy chờ đủ giờ, hoặc hỏi bác sĩ."
)
EARLY_CLOCK: Final = timedelta(minutes=5)
"""Two machines' clocks may differ by so much."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What an order as needed asks between doses.

    Attributes:
        least_minutes: between two.
        most: times within 24 hours.
    """

    least_minutes: int
    most: int

    def require(self, name: str, before: list[datetime], at: datetime) -> None:
        """Refuse a dose too soon after the last, or one too many.

        Args:
            name: of the medicine.
            before: when it was given before, in any order.
            at: when it would be given.

        Raises:
            UserError: ``prn_too_soon``, ``prn_too_many``.
        """
        near = [one for one in before if abs(at - one) < timedelta(minutes=self.least_minutes)]
        if near:
            hours = whole_hours(self.least_minutes)
            raise UserError(
                "prn_too_soon",
                _TOO_SOON if hours is None else _HOURS_TOO_SOON,
                name=name,
                minutes=self.least_minutes,
                hours=hours,
            )
        # Written down late, it falls among doses that came after it: no 24 hours with it hold one too many.
        day, taken = timedelta(hours=24), [*before, at]
        most = max(sum(end - day < one <= end for one in taken) for end in taken if at <= end < at + day) - 1
        if most >= self.most:
            raise UserError(
                "prn_too_many",
                label(
                    "errors",
                    "{name}: trong 24 giờ đã dùng {count} lần, bằng mức cao nhất của y lệnh. Hãy hỏi bác sĩ.",
                ),
                name=name,
                count=most,
            )


@dataclass(frozen=True, slots=True)
class Said:
    """What is written down of a dose.

    Attributes:
        at: when it was given, or when it was settled that it is not.
        reason: why it was not, or not in time; of a dose as needed, what for.
    """

    outcome: Outcome
    at: datetime
    reason: str | None = field(default=None, repr=False)


def is_off_hour(at: datetime, due_at: datetime | None, late_minutes: int) -> bool:
    """Whether a dose is given so long before or after its hour that a reason is asked for."""
    return due_at is not None and abs(at - due_at) > timedelta(minutes=late_minutes)


def check_said(faults: Faults, said: Said, *, due_at: datetime | None, now: datetime, late_minutes: int) -> None:
    """Say what is missing of an outcome."""
    if said.at > now + EARLY_CLOCK:
        faults.add("time_in_future", "given_at", label("errors", "Thời điểm này chưa đến. Hãy xem lại giờ."))
    if said.reason is None and said.outcome in _NEED_REASON:
        faults.add("reason_missing", "reason", label("errors", "Kết quả này cần lý do: vì sao, ai đã báo."))
    if said.outcome is Outcome.GIVEN and due_at is not None and is_off_hour(said.at, due_at, late_minutes):
        faults.add(
            "dose_late",
            "outcome",
            label(
                "errors",
                "Giờ dùng {at} lệch giờ của y lệnh {due} quá {minutes} phút (quy ước của cơ sở). Hãy ghi kết quả "
                "“Dùng không đúng giờ” kèm lý do, hoặc sửa giờ.",
            ),
            at=format_moment(said.at),
            due=format_moment(due_at),
            minutes=late_minutes,
        )
