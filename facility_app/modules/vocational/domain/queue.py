"""The waiting list of a course in a fair order, with the reason of every place.

The order: whoever may not learn now stands last; before them whoever leaves before the course ends, or was never
guided; before them whoever learnt a trade in an earlier stay (the budget of C62/2022 did not pay a second time: a
default, not a rule of the law in force); else by the day they asked, then by code.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.modules.vocational.domain.people import Health


class Hold(StrEnum):
    """Vì sao một người đứng ở chỗ ấy trong danh sách chờ."""

    GONE = "gone"
    AWAY = "away"
    IN_DETOX = "in_detox"
    UNFIT = "unfit"
    LEAVES_BEFORE = "leaves_before"
    NOT_GUIDED = "not_guided"
    TRAINED_BEFORE = "trained_before"
    ELSEWHERE = "in_other_course"
    LIMITS = "limits"


HOLD_LABELS: dict[Hold, Label] = {
    Hold.GONE: label("terms", "đã ra khỏi cơ sở"),
    Hold.AWAY: label("terms", "đang vắng mặt"),
    Hold.IN_DETOX: label("terms", "chưa kết thúc giai đoạn cắt cơn, giải độc (khoản 3 Điều 87 NĐ 163/2026)"),
    Hold.UNFIT: label("terms", "hướng nghiệp ghi sức khỏe không phù hợp"),
    Hold.LEAVES_BEFORE: label("terms", "ra cơ sở trước ngày kết thúc khóa"),
    Hold.NOT_GUIDED: label("terms", "chưa có phiếu hướng nghiệp (khoản 2 Điều 87 NĐ 163/2026)"),
    Hold.TRAINED_BEFORE: label("terms", "đã học nghề ở lần cai nghiện trước, xếp sau"),
    Hold.ELSEWHERE: label("terms", "đang học khóa khác cùng thời gian"),
    Hold.LIMITS: label("terms", "sức khỏe có giới hạn, xem phiếu hướng nghiệp"),
}
STOPS: Final = frozenset({Hold.GONE, Hold.IN_DETOX, Hold.UNFIT})
"""Nobody may go past these, not even the head."""
ASKS: Final = frozenset({Hold.AWAY, Hold.LEAVES_BEFORE, Hold.NOT_GUIDED, Hold.ELSEWHERE})
"""Only the head may, with a reason."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What of somebody who waits decides their place.

    Attributes:
        is_gone: no open stay, or gone of their own will.
        is_away: in hospital, at court …
        detox_over_on: the day after the last of stage 2; None while it runs or was never written down.
        leave_by: the day of leaving; None when it is not known.
        health: of the last guidance; None when there is none.
        trained_before: learnt a trade in an earlier stay.
        in_other_course: in a course whose days overlap with this one's.
    """

    enrolment_id: str
    code: str
    asked_on: date
    is_gone: bool = False
    is_away: bool = False
    detox_over_on: date | None = None
    leave_by: date | None = None
    health: Health | None = None
    trained_before: bool = False
    in_other_course: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the queue.

    Attributes:
        number: from 1.
        holds: every reason, the gravest first.
        is_next: whether they may be enrolled without the head: nobody who may stands before them.
    """

    enrolment_id: str
    number: int
    holds: tuple[Hold, ...]
    is_next: bool

    @property
    def is_stopped(self) -> bool:
        """Whether nobody may enrol them now."""
        return not STOPS.isdisjoint(self.holds)


def holds_of(one: Candidate, first_on: date, last_on: date) -> tuple[Hold, ...]:
    """What holds somebody back from a course of these days, the gravest first."""
    found = (
        (Hold.GONE, one.is_gone),
        # A course may begin after stage 2 has ended: what counts is its first day.
        (Hold.IN_DETOX, not one.is_gone and (one.detox_over_on is None or one.detox_over_on > first_on)),
        (Hold.UNFIT, one.health is Health.NO),
        (Hold.AWAY, one.is_away and not one.is_gone),
        (Hold.LEAVES_BEFORE, one.leave_by is not None and one.leave_by < last_on),
        (Hold.NOT_GUIDED, one.health is None),
        (Hold.ELSEWHERE, one.in_other_course),
        (Hold.TRAINED_BEFORE, one.trained_before),
        (Hold.LIMITS, one.health is Health.LIMITS),
    )
    return tuple(hold for hold, holds in found if holds)


def queue_of(people: Iterable[Candidate], first_on: date, last_on: date) -> tuple[Place, ...]:
    """Everybody who waits for a course of these days, in the fair order."""
    judged = [(one, holds_of(one, first_on, last_on)) for one in people]
    judged.sort(key=lambda pair: _key(*pair))
    places, is_free = [], True
    for number, (one, holds) in enumerate(judged, 1):
        may = STOPS.isdisjoint(holds) and ASKS.isdisjoint(holds)
        places.append(Place(one.enrolment_id, number, holds, is_next=may and is_free))
        is_free = is_free and not may
    return tuple(places)


def _key(one: Candidate, holds: tuple[Hold, ...]) -> tuple[bool, bool, bool, date, str]:
    held = frozenset(holds)
    return not STOPS.isdisjoint(held), not ASKS.isdisjoint(held), one.trained_before, one.asked_on, one.code
