"""Rooms where people meet: classrooms, workshops, the yard, the library."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label

CODE_LIMIT: Final = 20
SEATS_LIMIT: Final = 5_000


class RoomKind(StrEnum):
    """Loại phòng."""

    CLASSROOM = "classroom"
    WORKSHOP = "workshop"
    HALL = "hall"
    LIBRARY = "library"
    YARD = "yard"
    COUNSELLING = "counselling"
    OTHER = "other"


ROOM_KIND_LABELS: dict[RoomKind, Label] = {
    RoomKind.CLASSROOM: label("room_kinds", "Phòng học"),
    RoomKind.WORKSHOP: label("room_kinds", "Xưởng"),
    RoomKind.HALL: label("room_kinds", "Hội trường"),
    RoomKind.LIBRARY: label("room_kinds", "Thư viện"),
    RoomKind.YARD: label("room_kinds", "Sân"),
    RoomKind.COUNSELLING: label("room_kinds", "Phòng tư vấn"),
    RoomKind.OTHER: label("room_kinds", "Nơi khác"),
}


@dataclass(frozen=True, slots=True)
class RoomFacts:
    """What is kept about a room.

    Attributes:
        code: short and unique: “PH-01”.
        seats: how many people it holds; None when it does not matter.
        is_shared: whether several things are done there at once, so that it is never taken twice.
    """

    code: str
    name: str
    kind: RoomKind
    seats: int | None = None
    is_shared: bool = False
    note: str | None = None


def checked_room(facts: RoomFacts) -> RoomFacts:
    """The facts as kept.

    Raises:
        UserError: ``field_missing``, ``text_too_long``, ``number_out_of_range``, ``bad_fields`` for several.
    """
    faults = Faults()
    missing = label("errors", "Cần ký hiệu và tên phòng. Hãy gõ vào.")
    code = faults.line("code", facts.code, needed=missing) or ""
    if len(code) > CODE_LIMIT:
        faults.add("text_too_long", "code", label("errors", "Mã quá dài: tối đa 20 ký tự. Hãy viết ngắn lại."))
    name = faults.line("name", facts.name, needed=missing) or ""
    seats = faults.amount("seats", facts.seats, 1, SEATS_LIMIT)
    note = faults.line("note", facts.note)
    faults.refuse()
    return RoomFacts(code, name, RoomKind(facts.kind), seats, facts.is_shared, note)
