"""Phiếu phòng mất điện: when it is written, how old it may be, what its word is like, what is told when it fails.

No law names shifts' hours or the age of such a sheet; both are the facility's own choice.
"""

from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import Final

from facility_app.kernel.dates import LOCAL
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.settings import Setting, SettingScope

OLD_AFTER: Final = timedelta(hours=12)
"""An older sheet stands red on the home page."""
MOST_SHIFTS: Final = 6
WORD_BYTES: Final = 20
WORD_GROUP: Final = 4
MISSING_TASK: Final = "medication.kit_missing"


def _are_hours(text: str) -> bool:
    try:
        hours = [time.fromisoformat(one) for one in text.split()]
    except ValueError:
        return False
    return 1 <= len(hours) <= MOST_SHIFTS and all(one < later for one, later in pairwise(hours))


SHIFT_HOURS: Final = Setting(
    "medication.shift_hours",
    "06:00 18:00",
    label("settings", "Giờ đổi ca, cách nhau bằng dấu cách"),
    SettingScope.FACILITY,
    _are_hours,
)


def shift_begun(now: datetime, hours: str) -> datetime:
    """When the shift under way began.

    Args:
        now: the instant now.
        hours: of ``SHIFT_HOURS``.
    """
    starts = [time.fromisoformat(one) for one in hours.split()]
    here = now.astimezone(LOCAL)
    days = (here.date() - timedelta(days=1), here.date())
    return max(at for day in days for one in starts if (at := datetime.combine(day, one, LOCAL)) <= here)


def is_due(written_at: datetime | None, now: datetime, hours: str) -> bool:
    """Whether nothing was written since the shift began."""
    return written_at is None or written_at < shift_begun(now, hours)


def is_old(written_at: datetime | None, now: datetime) -> bool:
    """Whether what lies on the medium tells too little of the next hours."""
    return written_at is None or now - written_at > OLD_AFTER


def word_of(random: bytes, alphabet: str) -> str:
    """A code word of 100 bits, in groups people read aloud; an alphabet of 32 letters.

    Chance makes it: a lost stick is tried by machines, and what people think of is found.
    """
    letters = [alphabet[one % len(alphabet)] for one in random[:WORD_BYTES]]
    return "-".join("".join(letters[at : at + WORD_GROUP]) for at in range(0, WORD_BYTES, WORD_GROUP))


def no_kit() -> UserError:
    """The refusal where nobody has named a medium."""
    return UserError(
        "kit_not_named",
        label(
            "errors",
            "Chưa đặt nơi ghi phiếu phòng mất điện. Người đứng đầu đặt ở trang Phiếu phòng mất điện (mục Y tế).",
        ),
    )
