"""What an order says, and the states it goes through: ordered, verified, held, ended; never overwritten."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import format_moment, format_time
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label


class OrderKind(StrEnum):
    """Loại y lệnh."""

    REGULAR = "regular"
    AS_NEEDED = "prn"
    ONCE = "once"
    TAPER = "taper"


ORDER_KIND_LABELS: dict[OrderKind, Label] = {
    OrderKind.REGULAR: label("terms", "Dùng đều"),
    OrderKind.AS_NEEDED: label("terms", "Khi cần"),
    OrderKind.ONCE: label("terms", "Một lần"),
    OrderKind.TAPER: label("terms", "Theo ngày, giảm dần"),
}


class OrderState(StrEnum):
    """Trạng thái y lệnh."""

    ORDERED = "ordered"
    VERIFIED = "verified"
    HELD = "held"
    ENDED = "ended"


ORDER_STATE_LABELS: dict[OrderState, Label] = {
    OrderState.ORDERED: label("terms", "Chờ dược sĩ duyệt"),
    OrderState.VERIFIED: label("terms", "Đang dùng"),
    OrderState.HELD: label("terms", "Tạm ngừng"),
    OrderState.ENDED: label("terms", "Đã kết thúc"),
}


class OrderEnd(StrEnum):
    """Vì sao kết thúc."""

    STOPPED = "stopped"
    REPLACED = "replaced"
    REFUSED = "refused"


ORDER_END_LABELS: dict[OrderEnd, Label] = {
    OrderEnd.STOPPED: label("terms", "Bác sĩ ngừng"),
    OrderEnd.REPLACED: label("terms", "Thay bằng y lệnh mới"),
    OrderEnd.REFUSED: label("terms", "Dược sĩ không duyệt"),
}


class Route(StrEnum):
    """Đường dùng."""

    ORAL = "O"
    SUBLINGUAL = "SL"
    INTRAMUSCULAR = "IM"
    INTRAVENOUS = "IV"
    SUBCUTANEOUS = "SC"
    NASAL = "IN"
    EXTERNAL = "EXT"


ROUTE_LABELS: dict[Route, Label] = {
    Route.ORAL: label("terms", "Uống"),
    Route.SUBLINGUAL: label("terms", "Ngậm dưới lưỡi"),
    Route.INTRAMUSCULAR: label("terms", "Tiêm bắp"),
    Route.INTRAVENOUS: label("terms", "Tiêm tĩnh mạch"),
    Route.SUBCUTANEOUS: label("terms", "Tiêm dưới da"),
    Route.NASAL: label("terms", "Xịt mũi"),
    Route.EXTERNAL: label("terms", "Dùng ngoài"),
}
INJECTED: Final = frozenset({Route.INTRAMUSCULAR, Route.INTRAVENOUS, Route.SUBCUTANEOUS})


@dataclass(frozen=True, slots=True)
class OrderLife:
    """What decides whether an order may be given from at a moment.

    Attributes:
        starts_at: the first moment it may be given.
        ends_at: the planned end; None for none.
        verified_at: when the pharmacist released it.
        ended_at: when it was stopped, replaced or refused.
        holds: spans it was held, the open one without an end.
        is_urgent: may be given before it is verified.
    """

    starts_at: datetime
    ends_at: datetime | None = None
    verified_at: datetime | None = None
    ended_at: datetime | None = None
    holds: tuple[tuple[datetime, datetime | None], ...] = field(default=())
    is_urgent: bool = False

    @property
    def until(self) -> datetime | None:
        """The moment nothing of it is due any more."""
        return min((one for one in (self.ends_at, self.ended_at) if one is not None), default=None)

    def is_held(self, at: datetime) -> bool:
        """Whether a doctor had paused it then."""
        return any(begin <= at and (end is None or at < end) for begin, end in self.holds)

    def state(self, at: datetime) -> OrderState:
        """Where it stands at a moment."""
        if self.until is not None and self.until <= at:
            return OrderState.ENDED
        if self.is_held(at):
            return OrderState.HELD
        return OrderState.ORDERED if self.verified_at is None else OrderState.VERIFIED

    def require_givable(self, name: str, at: datetime, *, is_from_paper: bool = False) -> None:
        """Refuse a dose the order does not allow at a moment.

        Args:
            name: of the medicine.
            at: when it was given.
            is_from_paper: in a blackout the pharmacist too signs on paper, so their hour is a later one here.

        Raises:
            UserError: ``order_not_started``, ``order_ended``, ``order_held``, ``order_not_verified``,
                ``order_not_verified_then``.
        """
        if at < self.starts_at:
            raise _not_now("order_not_started", _EARLY, name)
        if self.until is not None and at >= self.until:
            raise _not_now("order_ended", _OVER, name)
        if self.is_held(at):
            raise _not_now("order_held", _HELD, name)
        if self.verified_at is None and not self.is_urgent:
            raise _not_now("order_not_verified", _UNVERIFIED, name)
        if self.verified_at is not None and at < self.verified_at and not (self.is_urgent or is_from_paper):
            raise UserError(
                "order_not_verified_then",
                _VERIFIED_LATER,
                fields={"given_at": label("errors", "Trước khi dược sĩ duyệt")},
                name=name,
                at=format_time(at),
                verified=format_moment(self.verified_at),
            )


_EARLY: Final = label("errors", "{name}: y lệnh chưa đến ngày bắt đầu. Hãy xem lại ngày giờ của liều.")
_OVER: Final = label(
    "errors",
    "{name}: y lệnh đã kết thúc trước thời điểm này, không cho dùng nữa. Cần thì nhờ bác sĩ ra y lệnh mới.",
)
_HELD: Final = label(
    "errors", "{name}: bác sĩ đang cho tạm ngừng y lệnh này. Hãy ghi liều là “Hoãn”, hoặc hỏi bác sĩ."
)
_VERIFIED_LATER: Final = label(
    "errors",
    "{name}: lúc {at} dược sĩ chưa duyệt y lệnh này (duyệt lúc {verified}), nên chưa được cho dùng. Hãy sửa giờ "
    "dùng; liều đã cho theo giấy khi mất điện thì ghi ở trang ghi lại từ giấy.",
)
_UNVERIFIED: Final = label(
    "errors",
    "{name}: dược sĩ chưa duyệt y lệnh này. Hãy nhờ dược sĩ duyệt rồi cho dùng; liều cấp cứu do bác sĩ ghi rõ.",
)


def _not_now(code: str, text: Label, name: str) -> UserError:
    return UserError(code, text, name=name)


def require_another_person(users: Iterable[str | None], user_id: str, what: Label) -> None:
    """Refuse somebody who had another part in the same order: prescriber, pharmacist, nurse are three people.

    Raises:
        UserError: ``same_person_twice``.
    """
    if user_id in users:
        raise UserError(
            "same_person_twice",
            label(
                "errors",
                "{what}: người kê, người duyệt và người cho dùng phải là ba người khác nhau. "
                "Hãy để người khác làm bước này.",
            ),
            what=what,
        )


def not_found(record_id: str) -> UserError:
    """The refusal for what is not there, or not for this actor."""
    return UserError(
        "not_found",
        label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
        id=record_id,
    )
