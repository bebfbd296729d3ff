"""Days as screens say them: the weekday belongs to a date whoever plans by it reads."""

from datetime import date

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.kernel.weekdays import WEEKDAYS
from facility_app.ui.i18n import tr

DAY_FORM = label("ui", "ngày/tháng/năm")
"""How a date is typed, in an empty box."""
HOUR_FORM = label("ui", "giờ:phút")
WHOLE = label("ui", "{weekday}, {day}")


def weekday_text(day: date) -> str:
    """``Thứ Bảy``."""
    return tr(WEEKDAYS[day.weekday()])


def whole_day(day: date) -> str:
    """``Thứ Bảy, 21/11/2026``."""
    return tr(WHOLE, weekday=WEEKDAYS[day.weekday()], day=format_date(day))
