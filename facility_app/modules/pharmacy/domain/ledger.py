"""The ledger: kinds of rows, which way each goes, the chain over the book of controlled medicines."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import utc_text
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.modules.pharmacy.domain.amounts import Measure

GENESIS: Final = hashlib.sha256(b"facility-pharmacy-1").hexdigest()
HASH_LENGTH: Final = 64


class EntryKind(StrEnum):
    """Loại dòng sổ."""

    OPENING = "opening"
    RECEIVED = "received"
    MOVED_OUT = "moved_out"
    MOVED_IN = "moved_in"
    GIVEN = "given"
    GIVEN_BACK = "given_back"
    HANDED_IN = "handed_in"
    BROKEN = "broken"
    DESTROYED = "destroyed"
    COUNT_LESS = "count_less"
    COUNT_MORE = "count_more"
    CORRECTION = "correction"


ENTRY_KIND_LABELS: dict[EntryKind, Label] = {
    EntryKind.OPENING: label("terms", "Tồn đầu kỳ"),
    EntryKind.RECEIVED: label("terms", "Nhập mua"),
    EntryKind.MOVED_OUT: label("terms", "Xuất sang nơi khác"),
    EntryKind.MOVED_IN: label("terms", "Nhập từ nơi khác"),
    EntryKind.GIVEN: label("terms", "Xuất cho người bệnh"),
    EntryKind.GIVEN_BACK: label("terms", "Trả lại liều không dùng"),
    EntryKind.HANDED_IN: label("terms", "Nhận lại thuốc người bệnh không dùng hết"),
    EntryKind.BROKEN: label("terms", "Vỡ, hỏng"),
    EntryKind.DESTROYED: label("terms", "Hủy thuốc"),
    EntryKind.COUNT_LESS: label("terms", "Kiểm đếm thiếu"),
    EntryKind.COUNT_MORE: label("terms", "Kiểm đếm thừa"),
    EntryKind.CORRECTION: label("terms", "Điều chỉnh dòng ghi sai"),
}
INWARDS: Final = frozenset(
    {
        EntryKind.OPENING,
        EntryKind.RECEIVED,
        EntryKind.MOVED_IN,
        EntryKind.GIVEN_BACK,
        EntryKind.HANDED_IN,
        EntryKind.COUNT_MORE,
    }
)
LOST: Final = frozenset({EntryKind.BROKEN, EntryKind.DESTROYED, EntryKind.COUNT_LESS})
"""What the yearly report calls loss: broken, expired, missing."""
_CORRECTABLE: Final = frozenset(
    {
        EntryKind.OPENING,
        EntryKind.RECEIVED,
        EntryKind.MOVED_OUT,
        EntryKind.MOVED_IN,
        EntryKind.HANDED_IN,
        EntryKind.BROKEN,
        EntryKind.COUNT_LESS,
        EntryKind.COUNT_MORE,
    }
)
"""A dose is given back by its own verb; what is destroyed is no more."""
REST_OF_PIECE: Final = label("terms", "Phần còn lại của ống, lọ đã mở sau khi dùng: hủy tại chỗ")
"""The reason of the row of what is left of a piece opened for a dose; the program alone writes it."""


def signed(kind: EntryKind, amount: int) -> int:
    """What a row of that kind adds to the shelf."""
    return amount if kind in INWARDS else -amount


def chained(previous: str, fields: Sequence[object]) -> str:
    """The hash of one row of the book over the row before it; fields are texts, whole numbers and None."""
    packed = json.dumps(list(fields), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{previous}{packed}".encode()).hexdigest()


CHAINED: Final = (
    "chain_no", "id", "medicine_id", "lot_id", "place_id", "kind", "happened_at", "booked_on", "amount",
    "shelf_no", "shelf_after", "book_no", "book_after", "slip_id", "other_place_id", "pair_id", "counterpart",
    "paper_number", "officer_name", "witness_id", "witness_name", "cancels_id", "reason", "created_by",
)  # fmt: skip
"""Columns the hash of a row covers, in this order."""


def plain(value: object) -> object:
    """A column's value as the chain takes it."""
    if isinstance(value, datetime):
        return utc_text(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, EntryKind) else value


@dataclass(frozen=True, slots=True)
class Bad:
    """The first row of the book that is not as it was written.

    Attributes:
        what: ``gap``, ``hash``, ``shelf_sum``, ``book_sum``, ``not_chained``, ``below_zero``, ``signed_page``,
            ``dose_sum``.
        chain_no: of the row; 0 where it has none.
    """

    what: str
    entry_id: str
    chain_no: int


def too_little(name: str, place: str, measure: Measure, there: int, wanted: int) -> UserError:
    """The refusal to take more than lies there."""
    return UserError(
        "stock_too_small",
        label(
            "errors",
            "{name} ở {place} còn {there}, không đủ {wanted}. Hãy giảm số lượng, chọn nơi khác, lĩnh thêm, "
            "hoặc kiểm đếm lại nếu sổ không đúng.",
        ),
        fields={"quantity": label("errors", "Không đủ thuốc ở nơi này")},
        name=name,
        place=place,
        there=measure.stock_text(there),
        wanted=measure.stock_text(wanted),
    )


def lot_expired(lot_no: str, expires: str) -> UserError:
    """The refusal to give or issue of an expired lot."""
    return UserError(
        "lot_expired",
        label(
            "errors",
            "Lô {lot} đã hết hạn ngày {day}, không được dùng. Hãy chọn lô khác và chuyển lô này vào khu biệt trữ.",
        ),
        fields={"lot": label("errors", "Lô đã hết hạn")},
        lot=lot_no,
        day=expires,
    )


def why_not_corrected(kind: EntryKind, *, is_waste_of_dose: bool, is_cancelled: bool) -> UserError | None:
    """Why a row is not taken back by a counter-row; None where it may be.

    Args:
        kind: of the row.
        is_waste_of_dose: whether what broke was a dose, or the rest of a piece opened for one.
        is_cancelled: whether it was taken back before.
    """
    if kind not in _CORRECTABLE:
        return UserError(
            "entry_not_correctable",
            label(
                "errors",
                "Dòng “{kind}” không điều chỉnh theo cách này. Liều đã lấy thì dùng việc trả lại liều; "
                "dòng điều chỉnh ghi sai thì ghi lại dòng đúng.",
            ),
            kind=ENTRY_KIND_LABELS[kind],
        )
    if is_waste_of_dose:
        return UserError(
            "waste_of_dose",
            label(
                "errors",
                "Dòng này là phần đã hủy của một liều thuốc, không đưa trở lại tủ bằng dòng điều chỉnh. Liều ghi "
                "nhầm thì điều dưỡng gạch bỏ liều; tủ thừa thuốc thì kiểm đếm lại và giải trình chênh lệch.",
            ),
        )
    if is_cancelled:
        return UserError(
            "entry_cancelled",
            label("errors", "Dòng này đã được điều chỉnh trước đó. Hãy mở lại sổ để xem dòng điều chỉnh."),
        )
    return None
