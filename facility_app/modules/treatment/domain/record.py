"""What stands in a medical record (hồ sơ bệnh án): triage at the door, notes, diagnoses; how late is late."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.actor import Permission
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.settings import Setting, SettingScope
from facility_app.modules.treatment.domain.rights import WRITE_CARE, WRITE_RECORD

AHEAD: Final = timedelta(minutes=5)
"""Clocks of two machines may differ by so much."""
_A_WEEK: Final = 7 * 24 * 60
LATE_MINUTES: Final = Setting(
    "treatment.late_minutes",
    60,
    label("settings", "Mục ghi sau sự việc bao nhiêu phút thì đánh dấu ghi muộn"),
    SettingScope.FACILITY,
    lambda minutes: 5 <= minutes <= _A_WEEK,  # noqa: PLR2004 - five minutes at least
)


class TriageFlag(StrEnum):
    """Dấu hiệu nguy hiểm khi phân loại."""

    WITHDRAWAL = "withdrawal"
    OVERDOSE = "overdose"
    PSYCHOSIS = "psychosis"
    SUICIDE = "suicide"
    TB = "tb"
    PREGNANCY = "pregnancy"


TRIAGE_FLAG_LABELS: dict[TriageFlag, Label] = {
    TriageFlag.WITHDRAWAL: label("terms", "Hội chứng cai"),
    TriageFlag.OVERDOSE: label("terms", "Nghi quá liều, ngộ độc"),
    TriageFlag.PSYCHOSIS: label("terms", "Loạn thần, kích động"),
    TriageFlag.SUICIDE: label("terms", "Nguy cơ tự hại, tự sát"),
    TriageFlag.TB: label("terms", "Nghi lao"),
    TriageFlag.PREGNANCY: label("terms", "Mang thai hoặc nghi mang thai"),
}
AT_ONCE: Final = frozenset(TriageFlag) - {TriageFlag.TB, TriageFlag.PREGNANCY}
"""A doctor looks now; the others today."""


class NoteKind(StrEnum):
    """Loại mục trong hồ sơ bệnh án."""

    HISTORY = "history"
    EXAMINATION = "examination"
    PLAN = "plan"
    PROGRESS = "progress"
    PSYCHIATRIC = "psychiatric"
    CARE = "care"


NOTE_KIND_LABELS: dict[NoteKind, Label] = {
    NoteKind.HISTORY: label("terms", "Bệnh sử, quá trình sử dụng chất"),
    NoteKind.EXAMINATION: label("terms", "Khám"),
    NoteKind.PLAN: label("terms", "Kế hoạch điều trị"),
    NoteKind.PROGRESS: label("terms", "Diễn biến bệnh"),
    NoteKind.PSYCHIATRIC: label("terms", "Ghi chép tâm thần"),
    NoteKind.CARE: label("terms", "Theo dõi, chăm sóc"),
}
RIGHT_TO_NOTE: Final[dict[NoteKind, Permission]] = {
    kind: WRITE_CARE if kind is NoteKind.CARE else WRITE_RECORD for kind in NoteKind
}
"""Who writes what."""


class EntryKind(StrEnum):
    """Loại mục có thể gạch bỏ."""

    NOTE = "note"
    DIAGNOSIS = "diagnosis"
    VITALS = "vitals"
    SCORE = "score"
    PLAN = "plan"
    OXYGEN = "oxygen"
    LOOK = "look"
    PLACEMENT = "placement"
    HEALTH_CHECK = "health_check"


ENTRY_KIND_LABELS: dict[EntryKind, Label] = {
    EntryKind.NOTE: label("terms", "Mục hồ sơ bệnh án"),
    EntryKind.DIAGNOSIS: label("terms", "Chẩn đoán"),
    EntryKind.VITALS: label("terms", "Lần đo dấu hiệu sinh tồn"),
    EntryKind.SCORE: label("terms", "Lần chấm thang đánh giá"),
    EntryKind.PLAN: label("terms", "Lịch theo dõi"),
    EntryKind.OXYGEN: label("terms", "Chỉ định SpO₂ thang 2"),
    EntryKind.LOOK: label("terms", "Lần trông"),
    EntryKind.PLACEMENT: label("terms", "Lý do y tế của chỗ ở"),
    EntryKind.HEALTH_CHECK: label("terms", "Lần khám sức khỏe"),
}


class Certainty(StrEnum):
    """Mức chắc chắn của chẩn đoán."""

    PROVISIONAL = "provisional"
    CONFIRMED = "confirmed"


CERTAINTY_LABELS: dict[Certainty, Label] = {
    Certainty.PROVISIONAL: label("terms", "Sơ bộ"),
    Certainty.CONFIRMED: label("terms", "Xác định"),
}


@dataclass(frozen=True, slots=True)
class ChartSpan:
    """When somebody's chart is written in.

    Attributes:
        from_on: the first day of the stay.
        to_on: the day somebody left; None while they are here.
        is_dead: whether that was by death: the chart is closed then.
    """

    from_on: date
    to_on: date | None = None
    is_dead: bool = False

    def require_alive(self) -> None:
        """Refuse any change of a chart that death closed.

        Raises:
            UserError: ``chart_closed``.
        """
        if self.is_dead and self.to_on is not None:
            raise UserError(
                "chart_closed",
                label(
                    "errors",
                    "Người này đã tử vong ngày {day}: hồ sơ bệnh án đã khóa, không ghi thêm. Việc còn lại hãy ghi "
                    "ở hồ sơ tử vong.",
                ),
                day=format_date(self.to_on),
            )

    def require_open(self, happened_at: datetime, now: datetime) -> None:
        """Refuse what cannot have happened in this stay.

        Raises:
            UserError: ``chart_closed``, ``time_in_future``, ``time_before_stay``, ``time_after_stay``.
        """
        at_time = {"happened_at": label("errors", "Hãy xem lại giờ, ngày")}
        self.require_alive()
        if happened_at > now + AHEAD:
            raise UserError(
                "time_in_future",
                label("errors", "Thời điểm này chưa đến. Hãy ghi giờ đã xảy ra, hoặc để trống nếu là bây giờ."),
                fields=at_time,
            )
        day = local_date(happened_at)
        if day < self.from_on:
            raise UserError(
                "time_before_stay",
                label(
                    "errors",
                    "Ngày {day} trước ngày tiếp nhận {first}. Hãy xem lại ngày, hoặc chọn đúng lần cai nghiện.",
                ),
                fields=at_time,
                day=format_date(day),
                first=format_date(self.from_on),
            )
        if self.to_on is not None and day > self.to_on:
            raise UserError(
                "time_after_stay",
                label(
                    "errors",
                    "Người này đã ra cơ sở ngày {last}: không ghi việc xảy ra sau ngày đó ({day}). Hãy xem lại "
                    "ngày, hoặc chọn lần cai nghiện đang mở.",
                ),
                fields=at_time,
                day=format_date(day),
                last=format_date(self.to_on),
            )


def is_late(happened_at: datetime, now: datetime, late_minutes: int) -> bool:
    """Whether an entry is written so long after the fact that it is marked."""
    return now - happened_at > timedelta(minutes=late_minutes)
