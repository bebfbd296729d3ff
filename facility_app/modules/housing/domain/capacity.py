"""How many people a room may hold: what was approved, what is in use, never more than that."""

from typing import Final

from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label

MOST_BEDS: Final = 200


def require_capacity(certified: int, working: int) -> None:
    """Refuse a capacity that cannot be; asked before anything is read."""
    faults = Faults()
    faults.amount("certified", certified, 0, MOST_BEDS)
    if not 0 <= working <= certified:
        faults.add(
            "capacity_odd",
            "working",
            label("errors", "Sức chứa đang dùng phải từ 0 đến sức chứa được duyệt. Hãy sửa một trong hai số."),
        )
    faults.refuse()
