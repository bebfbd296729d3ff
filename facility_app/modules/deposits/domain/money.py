"""Sổ lưu ký: the kinds of rows, which way each goes, what its receipt is called, what may not be written."""

from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.money import Money

LARGEST: Final = Money(1_000_000_000)
"""More than anybody hands over: a slip of the keyboard."""


class EntryKind(StrEnum):
    """Loại dòng của sổ lưu ký."""

    INTAKE = "intake"
    VISIT = "visit"
    POST = "post"
    LABOUR_SHARE = "labour_share"
    CANTEEN = "canteen"
    CONTACT = "contact"
    SENT_HOME = "sent_home"
    RETURNED = "returned"
    CORRECTION = "correction"

    @property
    def adds(self) -> bool:
        """Whether money comes in; a correction goes whichever way it must."""
        return self in RECEIVED

    @property
    def is_told(self) -> bool:
        """Whether it comes without the person, who is told afterwards (Đ118.2, Đ120.3)."""
        return self in {EntryKind.POST, EntryKind.LABOUR_SHARE}


RECEIVED: Final = (EntryKind.INTAKE, EntryKind.VISIT, EntryKind.POST, EntryKind.LABOUR_SHARE)
PAID: Final = (EntryKind.CANTEEN, EntryKind.CONTACT, EntryKind.SENT_HOME, EntryKind.RETURNED)

ENTRY_KIND_LABELS: dict[EntryKind, Label] = {
    EntryKind.INTAKE: label("terms", "Nhận khi tiếp nhận"),
    EntryKind.VISIT: label("terms", "Thân nhân gửi khi thăm gặp"),
    EntryKind.POST: label("terms", "Nhận qua bưu điện"),
    EntryKind.LABOUR_SHARE: label("terms", "Phần kết quả lao động trị liệu"),
    EntryKind.CANTEEN: label("terms", "Mua hàng căng tin"),
    EntryKind.CONTACT: label("terms", "Gửi thư, gọi điện thoại"),
    EntryKind.SENT_HOME: label("terms", "Gửi về cho thân nhân"),
    EntryKind.RETURNED: label("terms", "Trả lại khi ra cơ sở"),
    EntryKind.CORRECTION: label("terms", "Điều chỉnh"),
}
ENTRY_ARTICLES: Final[dict[EntryKind, str]] = {
    EntryKind.INTAKE: "NĐ 163/2026 Đ120.3",
    EntryKind.VISIT: "NĐ 163/2026 Đ120.3",
    EntryKind.POST: "NĐ 163/2026 Đ120.3",
    EntryKind.LABOUR_SHARE: "NĐ 163/2026 Đ118.2",
    EntryKind.CANTEEN: "NĐ 163/2026 Đ120.3",
    EntryKind.CONTACT: "NĐ 163/2026 Đ120.3",
    EntryKind.SENT_HOME: "NĐ 163/2026 Đ120.3",
    EntryKind.RETURNED: "NĐ 163/2026 Đ123.3",
    EntryKind.CORRECTION: "",
}


class Series(StrEnum):
    """Sổ số of custody receipts, one for each way money goes.

    They are no papers that leave the office, so they take no number from its book (NĐ 30/2020): a treasurer's
    receipts run by themselves, by the year and without a gap.
    """

    IN = "in"
    OUT = "out"
    FIX = "fix"


SERIES_CODES: Final[dict[Series, str]] = {Series.IN: "LKT", Series.OUT: "LKC", Series.FIX: "LKĐ"}


def series_of(kind: EntryKind) -> Series:
    """Which series the receipt of a row runs in."""
    if kind is EntryKind.CORRECTION:
        return Series.FIX
    return Series.IN if kind.adds else Series.OUT


def receipt_no(code: str, number: int, year: int) -> str:
    """A receipt's number as people read it: ``LKT-0007/2026``."""
    return f"{code}-{number:04}/{year}"


def signed(kind: EntryKind, amount: Money) -> Money:
    """The amount as the row holds it: money that goes is negative."""
    return amount if kind.adds else -amount


def require_amount(amount: Money) -> None:
    """Refuse nothing, less than nothing, and more than anybody hands over.

    Raises:
        UserError: ``bad_deposit_amount``.
    """
    if not Money(0) < amount <= LARGEST:
        raise UserError(
            "bad_deposit_amount",
            label("errors", "Số tiền phải lớn hơn 0 và không quá {most}. Hãy gõ lại số tiền."),
            fields={"amount": label("errors", "Số tiền phải lớn hơn 0 và không quá {most}")},
            most=LARGEST.text(),
        )


def too_little(balance: Money, wanted: Money) -> UserError:
    """The refusal of a row that would take more than is there."""
    return UserError(
        "deposit_too_small",
        label(
            "errors",
            "Số dư lưu ký là {balance}, không đủ để trừ {wanted}. Hãy sửa số tiền, hoặc ghi khoản đã nhận trước.",
        ),
        fields={"amount": label("errors", "Số dư chỉ còn {balance}")},
        balance=balance.text(),
        wanted=wanted.text(),
    )


def too_little_then(balance: Money, wanted: Money, day: date) -> UserError:
    """The refusal of a row on an earlier day that would take what came only later."""
    return UserError(
        "deposit_too_small",
        label(
            "errors",
            "Từ ngày {day} có lúc số dư lưu ký chỉ là {balance}, không đủ để trừ {wanted}: tiền không thể đi "
            "trước khi đến. Hãy sửa ngày hoặc số tiền, hoặc ghi khoản đã nhận trước.",
        ),
        fields={"happened_on": label("errors", "Từ ngày này số dư có lúc chỉ còn {balance}")},
        day=format_date(day),
        balance=balance.text(),
        wanted=wanted.text(),
    )


def month_is_closed(closed_until: date) -> UserError:
    """The refusal of a day that lies in a closed month."""
    return UserError(
        "month_closed",
        label(
            "errors",
            "Sổ lưu ký đã khóa đến hết ngày {day}. Hãy ghi ngày sau đó; sai sót của tháng đã khóa thì ghi một "
            "dòng điều chỉnh đề ngày hôm nay.",
        ),
        fields={"happened_on": label("errors", "Sổ đã khóa đến hết ngày {day}")},
        day=format_date(closed_until),
    )
