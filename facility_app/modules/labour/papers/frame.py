"""What every paper of labour has: its heads, its numbers in words, whose it is and who signs."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from facility_app.db.uow import UnitOfWork
from facility_app.documents.payload import Block, Footer, PlainPaper
from facility_app.kernel.labels import Label, label
from facility_app.kernel.money import Money
from facility_app.kernel.typed import number_text
from facility_app.modules.staff.api import get_imprint

NUMBER, CODE, NAME = label("papers", "TT"), label("papers", "Mã"), label("papers", "Họ và tên")
NOTE, SIGN = label("papers", "Ghi chú"), label("papers", "Ký tên")
HEAD: Final = label("papers", "Người đứng đầu cơ sở")
OFFICER: Final = label("papers", "Cán bộ phụ trách tổ")
TREASURER: Final = label("papers", "Thủ quỹ")
WRITER: Final = label("papers", "Người lập")
MILLI: Final = 1000


def paper(
    uow: UnitOfWork, title: Label, blocks: Sequence[Block], below: str = "", *, is_landscape: bool = False
) -> PlainPaper:
    """A paper of this facility, printed by whoever is signed in."""
    imprint = get_imprint(uow)
    footer = Footer(imprint.printed_by, imprint.printed_at)
    return PlainPaper(title, tuple(blocks), footer, imprint.facility_name, below, is_landscape)


def month_text(first_on: date) -> str:
    """“Tháng 10/2026”."""
    return label("papers", "Tháng {month}").format(month=f"{first_on:%m/%Y}")


def money_text(amount: Money) -> str:
    """The amount; a minus stands before a loss."""
    return amount.text() if amount >= Money(0) else f"−{(-amount).text()}"


def output_text(milli: int | None) -> str:
    """Thousandths as they are written: ``12``, ``12,5``; empty for nothing counted."""
    if milli is None:
        return ""
    return number_text(Decimal(milli) / MILLI)
