"""What a decision of the facility about numbers and days must say: what it rests on, and why."""

from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.text_rules import Said, TextRule

LINE_LIMIT: Final = 200
REASON_LIMIT: Final = 500


def _line(code: str, text: Label, in_field: Label | None = None) -> TextRule:
    """One line that must be there; whether empty or too long, the same is said."""
    said = Said(code, text, in_field)
    return TextRule(LINE_LIMIT, said, said)


ARTICLE: Final = _line(
    "article_missing",
    label("errors", "Căn cứ cần có từ 1 đến {limit} ký tự: số văn bản và điều. Ví dụ: NQ 12/2026/NQ-HĐND Đ3."),
    label("errors", "Cần số văn bản và điều"),
)
DAY_NAME: Final = _line(
    "day_name_missing", label("errors", "Hãy ghi tên ngày, tối đa 200 ký tự. Ví dụ: Nghỉ bù Tết.")
)
SOURCE: Final = _line(
    "source_missing", label("errors", "Hãy ghi số thông báo, tối đa 200 ký tự. Ví dụ: TB 9441/TB-BNV.")
)
REASON: Final = TextRule(REASON_LIMIT, has_lines=True)
"""Why; that there is one is asked where the trail is written."""
