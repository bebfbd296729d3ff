"""Số, ký hiệu: how a paper's number is written, which series it runs in, and what a paper may be dated.

NĐ 30/2020, Phụ lục I, mục II.3: numbers run from 01 on 1 January to 31 December, a number below 10 takes a leading
0, "/" stands between number and symbol and "-" between the groups of the symbol, without blanks.
"""

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import nfc, require_text

SYMBOL_LIMIT: Final = 40
LARGEST_NUMBER: Final = 99_999
_GROUP: Final = re.compile(r"[^\W_]+(-[^\W_]+)*")
_AHEAD: Final = timedelta(days=1)


class Book(StrEnum):
    """Sổ số: papers that leave have one series for each symbol, papers that come one for all."""

    OUT = "out"
    IN = "in"


BOOK_LABELS: dict[Book, Label] = {
    Book.OUT: label("terms", "Văn bản đi"),
    Book.IN: label("terms", "Văn bản đến"),
}


class NumberDoubt(StrEnum):
    """What somebody should look at; nothing is refused for it."""

    OUT_OF_ORDER = "out_of_order"


NUMBER_DOUBT_LABELS: dict[NumberDoubt, Label] = {
    NumberDoubt.OUT_OF_ORDER: label(
        "terms", "Văn bản này đề ngày trước văn bản mang số liền trước. Hãy kiểm tra lại ngày ban hành."
    ),
}


def symbol_of(type_code: str, abbreviation: str) -> str:
    """The symbol of a kind of paper: ``QĐ-CSCN``; a kind without a code has the abbreviation alone.

    Args:
        type_code: abbreviation of the kind, may be empty.
        abbreviation: of the issuing body; blanks and what no symbol holds are left out.

    Raises:
        UserError: ``bad_symbol``, ``broken_text``.
    """
    body = "-".join(re.findall(r"[^\W_]+", "".join(abbreviation.split())))
    return checked_symbol("-".join(part for part in (type_code.strip(), body) if part))


def checked_symbol(typed: str) -> str:
    """A symbol as kept: capitals, groups joined by "-".

    Raises:
        UserError: ``bad_symbol``, ``broken_text``.
    """
    require_text(typed, "symbol")
    symbol = nfc(typed).strip().upper()
    if len(symbol) > SYMBOL_LIMIT or _GROUP.fullmatch(symbol) is None:
        raise UserError(
            "bad_symbol",
            label(
                "errors",
                "Ký hiệu “{symbol}” không đúng: chỉ gồm chữ và số, các nhóm nối bằng dấu “-”, tối đa {limit} ký "
                "tự. Ví dụ: QĐ-CSCN.",
            ),
            fields={"symbol": label("errors", "Ký hiệu không đúng dạng")},
            symbol=symbol[: SYMBOL_LIMIT + 1],
            limit=SYMBOL_LIMIT,
        )
    return symbol


def plain_number(number: int) -> str:
    """The number alone as papers print it: ``05``, ``128``."""
    return f"{number:02}"


def number_text(number: int, symbol: str) -> str:
    """Number and symbol: ``05/QĐ-CSCN``."""
    return f"{plain_number(number)}/{symbol}"


def require_issue_day(day: date, today: date, reason: str) -> None:
    """Refuse a date a paper cannot bear.

    A paper may be made the evening before its day, since a release begins at midnight. One dated in a year that is
    over takes a number of that year, so somebody says why.

    Raises:
        UserError: ``issue_day_ahead``, ``issue_day_past_year``.
    """
    if day > today + _AHEAD:
        raise UserError(
            "issue_day_ahead",
            label(
                "errors",
                "Ngày ban hành {day} còn ở phía trước; chỉ lấy số trước nhiều nhất một ngày. Hãy sửa ngày ban "
                "hành, hoặc đợi đến ngày đó.",
            ),
            fields={"issued_on": label("errors", "Ngày ban hành ở phía trước quá một ngày")},
            day=format_date(day),
        )
    if day.year < today.year and not reason.strip():
        raise UserError(
            "issue_day_past_year",
            label(
                "errors",
                "Ngày ban hành {day} thuộc năm cũ nên văn bản lấy số của năm {year}. Hãy ghi lý do, hoặc sửa ngày "
                "ban hành.",
            ),
            fields={"reason": label("errors", "Cần lý do lấy số của năm cũ")},
            day=format_date(day),
            year=day.year,
        )


def require_first_number(number: int) -> None:
    """Refuse a number no series begins with.

    Raises:
        UserError: ``bad_first_number``.
    """
    if not 1 <= number <= LARGEST_NUMBER:
        raise UserError(
            "bad_first_number",
            label("errors", "Số bắt đầu phải từ 1 đến {most}. Hãy xem số cuối cùng trong sổ giấy rồi cộng một."),
            fields={"first_number": label("errors", "Số bắt đầu không đúng")},
            most=LARGEST_NUMBER,
        )
