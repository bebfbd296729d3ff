"""Which papers of TT 18/2026/TT-BYT a facility owes, the form of each, and when one is done with."""

from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label


class DueKind(StrEnum):
    """What is owed."""

    SIGN_BOOK = "sign_book"
    PRINT_BOOK = "print_book"
    YEAR = "year"
    LOSS = "loss"
    DESTRUCTION = "destruction"
    REQUISITION = "requisition"
    SLIP = "slip"
    RETURN = "return"


DUE_LABELS: dict[DueKind, Label] = {
    DueKind.SIGN_BOOK: label("terms", "Ký, khóa trang sổ"),
    DueKind.PRINT_BOOK: label("terms", "In trang sổ"),
    DueKind.YEAR: label("terms", "Báo cáo năm"),
    DueKind.LOSS: label("terms", "Báo cáo thất thoát"),
    DueKind.DESTRUCTION: label("terms", "Báo cáo hủy thuốc"),
    DueKind.REQUISITION: label("terms", "In phiếu lĩnh"),
    DueKind.SLIP: label("terms", "In phiếu xuất kho"),
    DueKind.RETURN: label("terms", "In biên bản nhận lại"),
}
FORM_OF: Final[dict[DueKind, str]] = {
    DueKind.PRINT_BOOK: "T18-VIII",
    DueKind.YEAR: "T18-IX",
    DueKind.LOSS: "T18-XI",
    DueKind.REQUISITION: "T18-XII",
    DueKind.SLIP: "T18-XV",
    DueKind.RETURN: "T18-XVIII",
}
"""Form of the paper; a page that is not signed has none yet, a destruction is reported by letter."""
_KEPT: Final = frozenset({DueKind.PRINT_BOOK, DueKind.REQUISITION, DueKind.SLIP, DueKind.RETURN})
_SENT: Final = frozenset({DueKind.YEAR, DueKind.LOSS, DueKind.DESTRUCTION})


def is_kept(kind: DueKind) -> bool:
    """Whether the paper is only printed, signed and kept in the facility."""
    return kind in _KEPT


def is_sent(kind: DueKind) -> bool:
    """Whether it goes out, and is done with when the number it went out under is written down."""
    return kind in _SENT


class Urgency(StrEnum):
    """How pressing it is."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"


URGENCY_LABELS: dict[Urgency, Label] = {
    Urgency.LATE: label("terms", "Quá hạn"),
    Urgency.TODAY: label("terms", "Đến hạn"),
    Urgency.SOON: label("terms", "Sắp đến hạn"),
}
