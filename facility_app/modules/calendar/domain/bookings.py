"""What is entered by hand: a gathering, a visit, an authority's interview, an appointment with the doctor."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from facility_app.kernel.dates import format_moment, format_time
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.modules.calendar.domain.clashes import Clash, ClashAbout
from facility_app.modules.calendar.domain.slots import SLOT_KIND_LABELS, Slot, SlotKind

BOOKED_KINDS: Final = (
    SlotKind.GATHERING, SlotKind.VISIT, SlotKind.AUTHORITY, SlotKind.HEALTH, SlotKind.OTHER
)  # fmt: skip
"""What is entered by hand; every other kind belongs to a slice that keeps its records."""
LONGEST: Final = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class BookingFacts:
    """What is kept about an entry made by hand.

    Attributes:
        kind: one of ``BOOKED_KINDS``.
        title: what people call it; None for health, which says no more than that.
        room_id: the meeting room; None for none.
        staff_id: who of the staff is there; None for nobody in particular.
        resident_ids: who is to come.
    """

    kind: SlotKind
    from_at: datetime
    to_at: datetime
    title: str | None = field(default=None, repr=False)
    room_id: str | None = None
    staff_id: str | None = None
    note: str | None = field(default=None, repr=False)
    resident_ids: tuple[str, ...] = ()


def checked_booking(facts: BookingFacts) -> BookingFacts:
    """The facts as kept.

    Raises:
        UserError: ``span_reversed``, ``booking_too_long``, ``health_says_more``, ``booking_kind``,
            ``field_missing``, ``text_too_long``, ``booking_of_nobody``, ``bad_fields`` for several.
    """
    faults = Faults()
    if facts.kind not in BOOKED_KINDS:
        faults.add(
            "booking_kind",
            "kind",
            label("errors", "Loại việc này có sổ riêng. Hãy ghi ở sổ đó, lịch sẽ tự có."),
        )
    if facts.to_at <= facts.from_at:
        faults.add(
            "span_reversed", "to_at", label("errors", "Giờ kết thúc phải sau giờ bắt đầu. Hãy sửa lại giờ.")
        )
    elif facts.to_at - facts.from_at > LONGEST:
        faults.add(
            "booking_too_long", "to_at", label("errors", "Một lịch hẹn dài tối đa 31 ngày. Hãy sửa lại ngày.")
        )
    is_health = facts.kind is SlotKind.HEALTH
    needed = label("errors", "Cần tên việc để mọi người biết. Hãy gõ vào.")
    title = faults.line("title", facts.title, needed=None if is_health else needed)
    note = faults.line("note", facts.note)
    if is_health and title:
        faults.add("health_says_more", "title", _NO_MORE)
    if is_health and note:
        faults.add("health_says_more", "note", _NO_MORE)
    if not facts.resident_ids and not facts.room_id and not facts.staff_id:
        faults.add("booking_of_nobody", "resident_ids", label("errors", "Cần người, cán bộ hoặc phòng. Hãy chọn."))
    faults.refuse()
    people = tuple(sorted(set(facts.resident_ids)))
    return BookingFacts(facts.kind, facts.from_at, facts.to_at, title, facts.room_id, facts.staff_id, note, people)


_NO_MORE = label(
    "errors", "Lịch ai cũng đọc được nên hẹn y tế chỉ ghi là y tế. Hãy bỏ trống ô này; nội dung ghi ở hồ sơ y tế."
)


def booked_slot(booking_id: str, facts: BookingFacts) -> Slot:
    """The slot an entry takes."""
    return Slot(
        facts.kind,
        facts.from_at,
        facts.to_at,
        ("booking", booking_id),
        frozenset(facts.resident_ids),
        frozenset({facts.staff_id} if facts.staff_id else ()),
        facts.room_id or "",
        facts.title or "",
        page="calendar.bookings",
        args=(("record", booking_id),),
    )


REFUSED: Final[dict[ClashAbout, Label]] = {
    ClashAbout.PERSON: label(
        "errors",
        "Trùng lịch: {first} và {second} cùng lúc {from_at}–{to_at}, {ids} người cai nghiện phải ở cả hai nơi. "
        "Tổng số chỗ trùng: {count}. Hãy đổi giờ, hoặc nêu lý do để vẫn giữ.",
    ),
    ClashAbout.STAFF: label(
        "errors",
        "Trùng lịch: {first} và {second} cùng lúc {from_at}–{to_at}, cùng một cán bộ. Tổng số chỗ trùng: {count}. "
        "Hãy đổi giờ, hoặc nêu lý do để vẫn giữ.",
    ),
    ClashAbout.ROOM: label(
        "errors",
        "Trùng lịch: {first} và {second} cùng lúc {from_at}–{to_at}, cùng một phòng. Tổng số chỗ trùng: {count}. "
        "Hãy đổi giờ, hoặc nêu lý do để vẫn giữ.",
    ),
}
"""What is said of a clash, by what is taken twice."""


def clashes_refused(found: Sequence[Clash]) -> UserError:
    """The refusal of something that clashes, naming the first clash and how many there are.

    For whoever plans: refuse with it, or take a reason to do it nevertheless. It names nobody, only how many.
    """
    first = found[0]
    return UserError(
        "calendar_clash",
        REFUSED[first.about],
        first=named(first.first),
        second=named(first.second),
        from_at=format_moment(first.from_at),
        to_at=format_time(first.to_at),
        ids=len(first.ids),
        count=len(found),
    )


def named(slot: Slot) -> str:
    """What people call a slot: its name, or what it is."""
    return slot.name or SLOT_KIND_LABELS[slot.kind]
