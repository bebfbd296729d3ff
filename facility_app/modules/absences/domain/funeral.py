"""Chịu tang (Đ121): for whom, on what evidence, for how many days."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import LOCAL
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label

ARTICLE: Final = "NĐ 163/2026 Đ121.1"
MOST_TRAVEL_DAYS: Final = 30
_ONE_DAY: Final = timedelta(days=1)


class Mourned(StrEnum):
    """Người chết là gì của người cai nghiện (Đ121.1)."""

    FATHER = "father"
    MOTHER = "mother"
    FATHER_IN_LAW = "father_in_law"
    MOTHER_IN_LAW = "mother_in_law"
    SPOUSE = "spouse"
    CHILD = "child"
    OTHER = "other"


MOURNED_LABELS: dict[Mourned, Label] = {
    Mourned.FATHER: label("terms", "Bố"),
    Mourned.MOTHER: label("terms", "Mẹ"),
    Mourned.FATHER_IN_LAW: label("terms", "Bố vợ, bố chồng"),
    Mourned.MOTHER_IN_LAW: label("terms", "Mẹ vợ, mẹ chồng"),
    Mourned.SPOUSE: label("terms", "Vợ, chồng"),
    Mourned.CHILD: label("terms", "Con"),
    Mourned.OTHER: label("terms", "Người khác"),
}


class Evidence(StrEnum):
    """Giấy tờ kèm đơn (Đ121.2a)."""

    DEATH_CERTIFICATE = "death_certificate"
    POLICE_CONFIRMATION = "police_confirmation"


EVIDENCE_LABELS: dict[Evidence, Label] = {
    Evidence.DEATH_CERTIFICATE: label("terms", "Giấy chứng tử"),
    Evidence.POLICE_CONFIRMATION: label("terms", "Xác nhận của Trưởng Công an cấp xã nơi tổ chức tang lễ"),
}


def leave_days(first: date, last: date, travel_days: int) -> int:
    """Days of the leave itself, both ends counted, the way there and back left out."""
    return (last - first).days + 1 - travel_days


def last_moment(day: date) -> datetime:
    """The last moment of a day here."""
    return datetime.combine(day + _ONE_DAY, time(), LOCAL) - timedelta(minutes=1)


def check_leave(
    faults: Faults, mourned: Mourned, first: date | None, last: date | None, travel_days: int, most_days: int
) -> None:
    """Note what Đ121.1 does not allow.

    Args:
        faults: where ``not_mourned``, ``span_reversed``, ``leave_too_long``, ``number_out_of_range`` are noted.
        mourned: who died.
        first: first day of the leave.
        last: its last day.
        travel_days: of them, days on the way.
        most_days: as the law of the day has it.
    """
    if mourned is Mourned.OTHER:
        faults.add(
            "not_mourned",
            "mourned",
            label(
                "errors",
                "Chỉ được về chịu tang bố, mẹ (cả bên vợ, chồng), vợ hoặc chồng, con ({article}). Nếu là một "
                "trong những người đó, hãy chọn lại; nếu không, trả lời gia đình là không thuộc trường hợp "
                "được phép.",
            ),
            article=ARTICLE,
        )
    faults.amount("travel_days", travel_days, 0, MOST_TRAVEL_DAYS)
    if first is None or last is None:
        return
    faults.span("leave_to", first, last)
    days = leave_days(first, last, travel_days)
    if last >= first and days > most_days:
        faults.add(
            "leave_too_long",
            "leave_to",
            label(
                "errors",
                "Thời gian chịu tang là {days} ngày, tối đa {most} ngày không kể đi đường ({article}). Hãy "
                "rút ngày về, hoặc ghi số ngày đi đường.",
            ),
            days=days,
            most=most_days,
            article=ARTICLE,
        )
    if last >= first and days < 1:
        faults.add(
            "leave_all_travel",
            "travel_days",
            label("errors", "Số ngày đi đường bằng hoặc nhiều hơn cả đợt. Hãy sửa số ngày đi đường hoặc ngày về."),
        )
