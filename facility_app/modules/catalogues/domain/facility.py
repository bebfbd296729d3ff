"""The facility's own profile: its code, its kind, the title of its head."""

import re
from enum import StrEnum

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import require_text
from facility_app.kernel.text_rules import Said, TextRule

CODE_LIMIT = 35
CODE_SHAPE = re.compile(r"[A-Z0-9]+(\.[A-Z0-9]+)*")
PROVINCE_SHAPE = re.compile(r"[0-9]{2}")
NAME_LIMIT = 200
LINE_LIMIT = 200
_BAD_NAME = Said(
    "bad_facility_name",
    label("errors", "Tên cơ sở cần có từ 1 đến {limit} ký tự."),
    label("errors", "Tên cơ sở trống hoặc quá dài"),
)
_NAME = TextRule(NAME_LIMIT, _BAD_NAME, _BAD_NAME)
_LINE = TextRule(LINE_LIMIT)
PHONE_SHAPE = re.compile(r"\+?[0-9][0-9 .()-]{5,28}[0-9]")


class UnitKind(StrEnum):
    """Kind of facility; it decides the title of its head."""

    PUBLIC = "public"
    REFORM_SCHOOL = "reform_school"
    PRIVATE = "private"


UNIT_KIND_LABELS: dict[UnitKind, Label] = {
    UnitKind.PUBLIC: label("unit_kinds", "Cơ sở cai nghiện ma túy công lập"),
    UnitKind.REFORM_SCHOOL: label("unit_kinds", "Trường giáo dưỡng"),
    UnitKind.PRIVATE: label("unit_kinds", "Cơ sở cai nghiện ma túy tư nhân"),
}
HEAD_TITLES: dict[UnitKind, Label] = {
    UnitKind.PUBLIC: label("head_titles", "Trưởng cơ sở"),
    UnitKind.REFORM_SCHOOL: label("head_titles", "Hiệu trưởng"),
    UnitKind.PRIVATE: label("head_titles", "Người đứng đầu"),
}


def facility_code(typed: str) -> str:
    """The electronic identifier (QĐ 20/2020/QĐ-TTg): up to 35 characters, groups of A–Z and 0–9 joined by dots.

    Raises:
        UserError: ``bad_facility_code``, ``broken_text``.
    """
    require_text(typed, "code")
    code = typed.strip().upper()
    if len(code) > CODE_LIMIT or CODE_SHAPE.fullmatch(code) is None:
        raise UserError(
            "bad_facility_code",
            label(
                "errors",
                "Mã cơ sở “{code}” không đúng dạng mã định danh điện tử (QĐ 20/2020/QĐ-TTg): tối đa {limit} "
                "ký tự, các nhóm chữ A–Z và số nối bằng dấu chấm. Ví dụ: G01.28.12; chưa được cấp thì dùng "
                "X.<tỉnh>.<số>.",
            ),
            fields={"code": label("errors", "Mã cơ sở không đúng dạng")},
            code=code[: CODE_LIMIT + 1],
            limit=CODE_LIMIT,
        )
    return code


def facility_name(typed: str) -> str:
    """The facility's name as kept.

    Raises:
        UserError: ``bad_facility_name`` when empty or longer than 200 characters, ``broken_text``.
    """
    return _NAME.kept(typed, "name")


def province_code(typed: str) -> str:
    """Two-digit province code (QĐ 19/2025/QĐ-TTg).

    Raises:
        UserError: ``bad_province_code``, ``broken_text``.
    """
    require_text(typed, "province")
    code = typed.strip()
    if PROVINCE_SHAPE.fullmatch(code) is None:
        raise UserError(
            "bad_province_code",
            label("errors", "Mã tỉnh “{code}” cần đúng hai chữ số (QĐ 19/2025/QĐ-TTg). Ví dụ: 01 là Hà Nội."),
            fields={"province": label("errors", "Mã tỉnh không đúng dạng")},
            code=code[:8],
        )
    return code


def facility_line(typed: str | None, field: str) -> str | None:
    """One line of the profile that may be empty: the superior body, the place of issue, the address.

    Raises:
        UserError: ``text_too_long``, ``broken_text``.
    """
    return _LINE.kept_or_none(typed, field)


def facility_phone(typed: str | None) -> str | None:
    """The facility's telephone number as kept, or None.

    Raises:
        UserError: ``bad_phone``, ``broken_text``, ``text_too_long``.
    """
    phone = facility_line(typed, "phone")
    if phone is not None and PHONE_SHAPE.fullmatch(phone) is None:
        raise UserError(
            "bad_phone",
            label(
                "errors",
                "Số điện thoại “{phone}” không đúng: chỉ gồm chữ số, có thể có dấu +, cách, chấm. "
                "Ví dụ: 024 3825 5555.",
            ),
            fields={"phone": label("errors", "Số điện thoại không đúng dạng")},
            phone=phone[:30],
        )
    return phone
