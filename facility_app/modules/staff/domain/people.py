"""Who works here: what they are called, and what is well formed about one person."""

import re
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import require_text, wrong_letter
from facility_app.kernel.text_rules import Said, TextRule

LINE_LIMIT: Final = 200
CODE_LIMIT: Final = 40
EARLIEST: Final = date(1900, 1, 1)
LINE: Final = TextRule(LINE_LIMIT)
NUMBER: Final = TextRule(CODE_LIMIT)
"""Numbers a person is known by or called at."""
FULL_NAME: Final = TextRule(LINE_LIMIT, Said("field_missing", label("errors", "Hãy ghi họ và tên.")))
_PERSONAL_NO: Final = re.compile(r"[0-9]{12}|[0-9]{9}", re.ASCII)


class StaffKind(StrEnum):
    """Đối tượng cán bộ, nhân viên."""

    POLICE = "police"
    CONTRACT = "contract"
    SECONDED = "seconded"


STAFF_KIND_LABELS: dict[StaffKind, Label] = {
    StaffKind.POLICE: label("terms", "Sĩ quan, hạ sĩ quan Công an"),
    StaffKind.CONTRACT: label("terms", "Lao động hợp đồng"),
    StaffKind.SECONDED: label("terms", "Cộng tác viên, biệt phái"),
}


def full_name(typed: str | None) -> str:
    """A person's name as kept.

    Raises:
        UserError: ``field_missing``, ``text_too_long``; ``bad_name`` for a digit or a sign no name has.
    """
    name = FULL_NAME.kept(typed, "full_name")
    letter = wrong_letter(name)
    if letter is not None:
        raise UserError(
            "bad_name",
            label("errors", "Họ và tên có ký tự “{letter}”, tên người không viết như vậy. Hãy xem lại ô họ tên."),
            fields={"full_name": label("errors", "Có ký tự “{letter}”")},
            letter=letter,
        )
    return name


def personal_no(typed: str | None) -> str | None:
    """The personal number as kept: 12 digits, or the old card's 9.

    Raises:
        UserError: ``bad_personal_no``; the number itself is not repeated.
    """
    require_text(typed or "", "personal_no")
    digits = re.sub(r"[\s.\-]", "", typed or "")
    if digits and _PERSONAL_NO.fullmatch(digits) is None:
        raise UserError(
            "bad_personal_no",
            label(
                "errors",
                "Số định danh cần 12 chữ số (chứng minh nhân dân cũ: 9 chữ số), đang có {length}. Hãy xem lại "
                "trên thẻ.",
            ),
            fields={"personal_no": label("errors", "Cần 12 hoặc 9 chữ số")},
            length=len(digits),
        )
    return digits or None


def require_span(first: date, last: date | None, field_name: str) -> None:
    """Refuse a span that ends before it begins.

    Raises:
        UserError: ``bad_span``.
    """
    if last is not None and last < first:
        raise UserError(
            "bad_span",
            label("errors", "Ngày kết thúc {last} đứng trước ngày bắt đầu {first}. Hãy sửa một trong hai."),
            fields={field_name: label("errors", "Đứng trước ngày bắt đầu")},
            first=format_date(first),
            last=format_date(last),
        )


def require_birth(born_on: date | None, today: date) -> None:
    """Refuse a birth in the future or before 1900.

    Raises:
        UserError: ``bad_birth_date``.
    """
    if born_on is not None and not EARLIEST <= born_on <= today:
        raise UserError(
            "bad_birth_date",
            label("errors", "Ngày sinh {day} không thể đúng: phải từ 01/01/1900 đến hôm nay. Hãy xem lại."),
            fields={"born_on": label("errors", "Ngày sinh không thể đúng")},
            day=format_date(born_on),
        )
