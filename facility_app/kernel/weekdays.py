"""Names of the days of the week, Monday first, for screens and papers alike."""

from typing import Final

from facility_app.kernel.labels import Label, label

WEEKDAYS: Final[tuple[Label, ...]] = (
    label("ui", "Thứ Hai"),
    label("ui", "Thứ Ba"),
    label("ui", "Thứ Tư"),
    label("ui", "Thứ Năm"),
    label("ui", "Thứ Sáu"),
    label("ui", "Thứ Bảy"),
    label("ui", "Chủ Nhật"),
)
SHORT_WEEKDAYS: Final[tuple[Label, ...]] = (
    label("ui", "T2"),
    label("ui", "T3"),
    label("ui", "T4"),
    label("ui", "T5"),
    label("ui", "T6"),
    label("ui", "T7"),
    label("ui", "CN"),
)
"""As calendars write them, where a column has no room for more."""
HOLIDAY: Final = label("terms", "Nghỉ lễ: {name}")
"""What is said of a day off by law, with its name."""
