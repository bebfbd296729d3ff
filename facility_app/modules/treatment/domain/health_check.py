"""Khám sức khỏe định kỳ (NĐ 163/2026/NĐ-CP Đ114.1) and the examination before leaving (Đ88.1).

No national form of either was found: what Đ88.1 asks for, the state of body and of mind, is asked for; the
conclusion and what follows from it are ways of the program.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import add_months
from facility_app.kernel.labels import Label, label


class HealthCheckKind(StrEnum):
    """Loại lần khám."""

    YEARLY = "yearly"
    RELEASE = "release"


HEALTH_CHECK_KIND_LABELS: Final[dict[HealthCheckKind, Label]] = {
    HealthCheckKind.YEARLY: label("terms", "Khám sức khỏe định kỳ"),
    HealthCheckKind.RELEASE: label("terms", "Khám, đánh giá sức khỏe trước khi ra cơ sở"),
}
HEALTH_CHECK_ARTICLES: Final[dict[HealthCheckKind, str]] = {
    HealthCheckKind.YEARLY: "NĐ 163/2026/NĐ-CP Đ114.1",
    HealthCheckKind.RELEASE: "NĐ 163/2026/NĐ-CP Đ88.1",
}


class HealthVerdict(StrEnum):
    """Kết luận của lần khám."""

    WELL = "well"
    CARE = "care"
    HOSPITAL = "hospital"
    RELIEF = "relief"


HEALTH_VERDICT_LABELS: Final[dict[HealthVerdict, Label]] = {
    HealthVerdict.WELL: label("terms", "Không có bệnh cần điều trị"),
    HealthVerdict.CARE: label("terms", "Cần điều trị, theo dõi tại Tổ Y tế"),
    HealthVerdict.HOSPITAL: label("terms", "Vượt khả năng của Tổ Y tế: chuyển bệnh viện"),
    HealthVerdict.RELIEF: label("terms", "Bệnh nặng, bệnh hiểm nghèo hoặc mang thai: xem căn cứ V-46"),
}
MONTHS, AHEAD_DAYS = "health_check_months", "health_check_ahead_days"
"""Dated parameters: how often, and how long before it is due somebody stands on the list."""
_A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OfPerson:
    """What the list of who is due is made from; one open stay.

    Attributes:
        leave_by: the day of leaving; None when it is not known or far off.
        last_on: the last examination of this stay, of either kind.
        is_released: whether the examination before leaving was made.
    """

    admitted_on: date
    leave_by: date | None = None
    last_on: date | None = None
    is_released: bool = False


def health_checks_due(one: OfPerson, months: int, until: date) -> Mapping[HealthCheckKind, date]:
    """Which examinations somebody is due for, each with its last day.

    The yearly one counts from the last examination, or from admission; whoever leaves before it is due is
    examined for leaving only. That one is due on the eve of leaving.

    Args:
        one: the stay.
        months: between two of them, in force today.
        until: how far ahead is looked.
    """
    due: dict[HealthCheckKind, date] = {}
    yearly = add_months(one.last_on or one.admitted_on, months)
    if yearly <= until and (one.leave_by is None or yearly < one.leave_by):
        due[HealthCheckKind.YEARLY] = yearly
    if one.leave_by is not None and not one.is_released and one.leave_by - _A_DAY <= until:
        due[HealthCheckKind.RELEASE] = one.leave_by - _A_DAY
    return due
