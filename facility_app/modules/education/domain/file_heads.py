"""What the columns of the files are called that a timetable and an attendance sheet come in."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label


class WeekColumn(StrEnum):
    """A column of a timetable."""

    CODE = "code"
    NAME = "name"
    WEEKDAY = "weekday"
    STARTS = "starts"
    ENDS = "ends"
    ROOM = "room"
    FROM = "from"
    REASON = "reason"


WEEK_HEADS: dict[WeekColumn, Label] = {
    WeekColumn.CODE: label("papers", "Mã lớp"),
    WeekColumn.NAME: label("papers", "Tên lớp"),
    WeekColumn.WEEKDAY: label("papers", "Thứ"),
    WeekColumn.STARTS: label("papers", "Giờ vào lớp"),
    WeekColumn.ENDS: label("papers", "Giờ tan"),
    WeekColumn.ROOM: label("papers", "Phòng"),
    WeekColumn.FROM: label("papers", "Từ ngày"),
    WeekColumn.REASON: label("papers", "Lý do vẫn xếp dù trùng lịch"),
}
_MORE: Final[Mapping[WeekColumn, tuple[str, ...]]] = {
    WeekColumn.CODE: ("Lớp", "Mã số lớp"),
    WeekColumn.WEEKDAY: ("Ngày trong tuần",),
    WeekColumn.STARTS: ("Vào lớp", "Bắt đầu", "Giờ bắt đầu", "Từ giờ"),
    WeekColumn.ENDS: ("Kết thúc", "Giờ kết thúc", "Đến giờ", "Giờ ra", "Tan lớp"),
    WeekColumn.ROOM: ("Phòng học", "Địa điểm"),
    WeekColumn.FROM: ("Áp dụng từ", "Ngày bắt đầu"),
    WeekColumn.REASON: ("Lý do",),
}
WEEK_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    one.value: (head, *_MORE.get(one, ())) for one, head in WEEK_HEADS.items()
}
"""Column → what it may be called in a file of somebody else's."""
OF_CLASS: Final = label("papers", "Mã lớp: {code}")
"""The line of an attendance file that says whose it is."""
