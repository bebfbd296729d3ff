"""A slot: people, staff or a room taken from one moment to another; and the question for slots."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from facility_app.kernel.dates import moment_of
from facility_app.kernel.labels import Label, label


class SlotKind(StrEnum):
    """Việc trong lịch."""

    CLASS = "class"
    COUNSELLING = "counselling"
    LESSON = "lesson"
    LABOUR = "labour"
    HEALTH = "health"
    VISIT = "visit"
    AUTHORITY = "authority"
    GATHERING = "gathering"
    AWAY = "away"
    RELEASE = "release"
    OTHER = "other"


SLOT_KIND_LABELS: dict[SlotKind, Label] = {
    SlotKind.CLASS: label("slot_kinds", "Lớp học"),
    SlotKind.COUNSELLING: label("slot_kinds", "Tư vấn"),
    SlotKind.LESSON: label("slot_kinds", "Học nghề"),
    SlotKind.LABOUR: label("slot_kinds", "Lao động trị liệu"),
    SlotKind.HEALTH: label("slot_kinds", "Y tế"),
    SlotKind.VISIT: label("slot_kinds", "Thăm gặp"),
    SlotKind.AUTHORITY: label("slot_kinds", "Làm việc với cơ quan"),
    SlotKind.GATHERING: label("slot_kinds", "Sinh hoạt chung"),
    SlotKind.AWAY: label("slot_kinds", "Ở ngoài cơ sở"),
    SlotKind.RELEASE: label("slot_kinds", "Ra khỏi cơ sở"),
    SlotKind.OTHER: label("slot_kinds", "Việc khác"),
}
_SAYS_NOTHING_MORE = frozenset({SlotKind.HEALTH})


@dataclass(frozen=True, slots=True)
class Slot:
    """Who is taken, from when until when, where, by what.

    A slot of health says that and no more, whoever answers it: neither what for nor where, because everybody
    inside may read the calendar and it hangs on doors (the clinical wall of the house).

    Attributes:
        kind: what it is; its label is what everybody reads.
        from_at: an instant with a zone; ``to_at`` is after it, and no longer taken.
        source: table and id of the record it comes from; two slots of one source are never a clash.
        resident_ids: who is taken.
        staff_ids: which members of staff are.
        room_id: the meeting room taken, empty for none.
        name: what people call it: “Xóa mù chữ A1”; empty for health.
        place: where, in people's words, when it is no meeting room; empty for health.
        is_outside: whether it is outside the facility.
        is_study: whether it counts among the class hours of whoever sits there.
        page: the page of the record, to go there; empty for none.
        args: what that page is opened with, as pairs.

    Raises:
        ValueError: it ends before it begins, or a slot of health says more than that.
    """

    kind: SlotKind
    from_at: datetime
    to_at: datetime
    source: tuple[str, str]
    resident_ids: frozenset[str] = frozenset()
    staff_ids: frozenset[str] = frozenset()
    room_id: str = ""
    name: str = field(default="", repr=False)
    place: str = ""
    is_outside: bool = False
    is_study: bool = False
    page: str = ""
    args: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no slot is."""
        if not self.from_at < self.to_at:
            message = "a slot ends after it begins"
            raise ValueError(message)
        if self.kind in _SAYS_NOTHING_MORE and (self.name or self.place):
            message = "a slot of health says no more than that"
            raise ValueError(message)

    def meets(self, from_at: datetime, to_at: datetime) -> bool:
        """Whether it takes any of that time; touching ends do not."""
        return self.from_at < to_at and from_at < self.to_at


@dataclass(frozen=True, slots=True)
class OccupiedAsked:
    """The question who is taken between two moments; an answer is a sequence of ``Slot``.

    Each slice answers what it keeps: what is planned and what was held, never what was cancelled. It may answer
    more than was asked (the calendar sifts with ``wants``), never less, and may use the ids to read less. What has
    no end ends where the question does. No answer depends on who asks: whoever plans must hear of every
    clash, and a slot says nothing that not everybody inside may know. The question itself is put for
    ``VIEW_CALENDAR`` only.

    Attributes:
        from_at: an instant with a zone; ``to_at`` is after it.
        resident_ids: slots that take one of these; None for everybody.
        staff_ids: or one of these; None for everybody.
        room_ids: or one of these; None for every room.
    """

    from_at: datetime
    to_at: datetime
    resident_ids: frozenset[str] | None = None
    staff_ids: frozenset[str] | None = None
    room_ids: frozenset[str] | None = None

    @classmethod
    def of_days(cls, first: date, days: int) -> "OccupiedAsked":
        """About everybody, from the first moment of a day on, so many days."""
        return cls(moment_of(first, 0), moment_of(first + timedelta(days=days), 0))

    @property
    def is_about_everybody(self) -> bool:
        """Whether no person, member of staff or room is named: all slots of the time are wanted."""
        return self.resident_ids is None and self.staff_ids is None and self.room_ids is None

    def wants(self, slot: Slot) -> bool:
        """Whether the slot is an answer."""
        if not slot.meets(self.from_at, self.to_at):
            return False
        return (
            self.is_about_everybody
            or not slot.resident_ids.isdisjoint(self.resident_ids or ())
            or not slot.staff_ids.isdisjoint(self.staff_ids or ())
            or slot.room_id in (self.room_ids or ())
        )


@dataclass(frozen=True, slots=True)
class ZonesAsked:
    """The question who sleeps in which zone now; an answer is a sequence of ``ZoneOf``. Put for ``VIEW_CALENDAR``.

    Attributes:
        resident_ids: these people; None for everybody.
    """

    resident_ids: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class ZoneOf:
    """Where somebody sleeps.

    Attributes:
        zone: its name; ``order`` its place among the zones, as boards have them.
        place: the bed, as people say it.
    """

    resident_id: str
    zone_id: str
    zone: str
    order: int
    place: str


def occupied_by(wished: Sequence[Slot]) -> OccupiedAsked | None:
    """The question about everybody and everything that these slots would take; None for no slot."""
    if not wished:
        return None
    return OccupiedAsked(
        min(one.from_at for one in wished),
        max(one.to_at for one in wished),
        frozenset[str]().union(*(one.resident_ids for one in wished)),
        frozenset[str]().union(*(one.staff_ids for one in wished)),
        frozenset(one.room_id for one in wished if one.room_id),
    )
