"""Đồ vật lưu ký: what an act does with things, what must be said of it, what may not be handed back."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label

MOST_PIECES: Final = 10_000
ACT_CODE: Final = "LKV"
"""Code of the numbers of acts about belongings: one series a year for all of them."""


class ActKind(StrEnum):
    """Việc với đồ vật lưu ký."""

    TAKEN_IN = "taken_in"
    HANDED_BACK = "handed_back"
    SENT_HOME = "sent_home"
    GIVEN_UP = "given_up"
    DESTROYED = "destroyed"
    RESEALED = "resealed"
    RETURNED = "returned"


ACT_KIND_LABELS: dict[ActKind, Label] = {
    ActKind.TAKEN_IN: label("terms", "Nhận giữ đồ vật"),
    ActKind.HANDED_BACK: label("terms", "Trả cho người cai nghiện dùng"),
    ActKind.SENT_HOME: label("terms", "Giao cho thân nhân"),
    ActKind.GIVEN_UP: label("terms", "Chuyển cơ quan có thẩm quyền"),
    ActKind.DESTROYED: label("terms", "Tiêu hủy"),
    ActKind.RESEALED: label("terms", "Niêm phong lại, chuyển chỗ"),
    ActKind.RETURNED: label("terms", "Trả lại khi ra cơ sở"),
}
OUT: Final = (
    ActKind.HANDED_BACK,
    ActKind.SENT_HOME,
    ActKind.GIVEN_UP,
    ActKind.DESTROYED,
)
"""What somebody chooses among when things go out; what is given back at the end is a verb of its own."""
BY_MINUTES: Final = frozenset({ActKind.GIVEN_UP, ActKind.DESTROYED})
"""Rests on minutes, a reason and a second person."""


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """One thing as it was taken in.

    Attributes:
        what: the thing, one kind in each line (ghi rõ từng loại).
        quantity: how many.
        description: make, colour, number.
        condition: tình trạng.
        is_sealed: whether it lies in the sealed bag of this act.
        is_forbidden: a thing nobody inside may have: it leaves only with minutes.
    """

    what: str = field(repr=False)
    quantity: int = 1
    description: str = field(default="", repr=False)
    condition: str = field(default="", repr=False)
    is_sealed: bool = True
    is_forbidden: bool = False
