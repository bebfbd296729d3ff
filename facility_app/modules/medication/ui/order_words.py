"""Words of orders, doses and rules as these screens show them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from facility_app.kernel.dates import format_date, format_moment, format_time
from facility_app.kernel.labels import Label, label
from facility_app.modules.medication.domain.checks import PIECES, Finding, Need
from facility_app.modules.medication.domain.orders import (
    ORDER_END_LABELS,
    ORDER_STATE_LABELS,
    ROUTE_LABELS,
    OrderEnd,
    OrderKind,
    OrderState,
)
from facility_app.modules.medication.domain.outcomes import OUTCOME_LABELS, Outcome
from facility_app.modules.medication.domain.plan import AS_NEEDED, ONCE
from facility_app.modules.medication.domain.times import whole_hours
from facility_app.modules.medication.queries.history import Asked, DoseRow
from facility_app.modules.medication.queries.orders import OrderRow
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

STATE_TONES: Final = {
    OrderState.ORDERED: Tone.WARNING,
    OrderState.VERIFIED: Tone.OK,
    OrderState.HELD: Tone.INFO,
    OrderState.ENDED: Tone.NEUTRAL,
}
OUTCOME_TONES: Final = {
    Outcome.GIVEN: Tone.OK,
    Outcome.LATE: Tone.WARNING,
    Outcome.REFUSED: Tone.WARNING,
    Outcome.HELD: Tone.INFO,
    Outcome.ABSENT: Tone.NEUTRAL,
    Outcome.VOMITED: Tone.DANGER,
}
PRIVATE: Final = label("medication", "Giữ kín")
CODE_BED: Final = label("medication", "Mã, giường")
TIMES: Final = label("medication", "{dose} × {count} ({times})")
AT_ONE: Final = label("medication", "{dose} lúc {times}")
ONE_TIME: Final = label("medication", "{dose}, một lần")
NEEDED: Final = label("medication", "{dose} khi cần, cách ít nhất {gap}, không quá {most} lần trong 24 giờ")
DAYS: Final = label("medication", "ngày {first}–{last}: {dose}")
ONE_DAY: Final = label("medication", "ngày {first}: {dose}")
FROM_DAY: Final = label("medication", "từ ngày {first}: {dose}")
HOURS: Final = label("medication", "{count} giờ")
MINUTES: Final = label("medication", "{count} phút")
NOT_ASKED: Final = label("medication", "CHƯA HỎI dị ứng: hỏi trước khi kê, trước khi cho thuốc")
ASKED_NONE: Final = label("medication", "không có (hỏi {at}, {who})")
"""As the record says it: a dash might be read as none."""
STRUCK: Final = label("medication", "Đã gạch bỏ")
VOMITED_LATER: Final = label("medication", "nôn lúc {time}")
AS_NEEDED_TIME: Final = label("medication", "khi cần")
ONCE_TIME: Final = label("medication", "một lần")
NEEDS_REASON: Final = label("medication", "Cần lý do")
NEEDS_SECOND: Final = label("medication", "Cần lý do và người thứ hai ký")
ONLY_TOLD: Final = label("medication", "Chỉ để biết")
LOOK_AGAIN: Final = label("medication", "Cần xem lại")
DRAFT: Final = label("medication", "quy tắc chưa phê duyệt")


def joined(*parts: str) -> str:
    """Those that say something, with a dot between."""
    return " · ".join(part for part in parts if part)


def day(value: date | None) -> str:
    """A day; empty for none."""
    return "" if value is None else format_date(value)


def moment(value: datetime | None) -> str:
    """``23/11/2026 07:30``; empty for none."""
    return "" if value is None else format_moment(value)


def plan(row: OrderRow) -> str:
    """What is taken when: ``500 mg × 3 (08:00, 14:00, 20:00)``."""
    measure = row.medicine.measure
    if row.kind is OrderKind.AS_NEEDED:
        gap = duration(row.least_minutes or 0)
        return tr(NEEDED, dose=measure.dose_text(row.plan.most_a_time), gap=gap, most=row.most_a_day or 1)
    if row.kind is OrderKind.ONCE:
        return tr(ONE_TIME, dose=measure.dose_text(row.plan.most_a_time))
    said = [
        (
            part.first_day,
            part.last_day,
            times(measure.dose_text(part.amount), [f"{at:%H:%M}" for at in part.times]),
        )
        for part in row.plan.parts
    ]
    if len(said) == 1:
        return said[0][2]
    return "; ".join(days(first, last, dose) for first, last, dose in said)


def times(dose: str, hours: Sequence[str]) -> str:
    """A dose with its hours."""
    if len(hours) == 1:
        return tr(AT_ONE, dose=dose, times=hours[0])
    return tr(TIMES, dose=dose, count=len(hours), times=", ".join(hours)) if hours else dose


def days(first: int, last: int | None, dose: str) -> str:
    """A dose with its days, counted from 1."""
    if last is None:
        return tr(FROM_DAY, first=first, dose=dose)
    return tr(ONE_DAY if last == first else DAYS, first=first, last=last, dose=dose)


def duration(minutes: int) -> str:
    """``4 giờ``, ``90 phút``."""
    hours = whole_hours(minutes)
    return tr(MINUTES, count=minutes) if hours is None else tr(HOURS, count=hours)


def route(row: OrderRow) -> str:
    """How it is taken."""
    return tr(ROUTE_LABELS[row.route])


def state(row: OrderRow) -> str:
    """Where an order stands: why it ended, where somebody ended it."""
    if row.state is OrderState.ENDED and row.end_kind is not None:
        return tr(ORDER_END_LABELS[row.end_kind])
    return tr(ORDER_STATE_LABELS[row.state])


def state_tone(row: OrderRow) -> Tone:
    """The same as a tone."""
    return Tone.DANGER if row.end_kind is OrderEnd.REFUSED else STATE_TONES[row.state]


def slot(row: DoseRow) -> str:
    """When a dose was due, within its day."""
    return slot_name(row.slot)


def slot_name(name: str) -> str:
    """The name of a dose within its day, for people."""
    if name.startswith(AS_NEEDED):
        return tr(AS_NEEDED_TIME)
    return tr(ONCE_TIME) if name == ONCE else name


def outcome(row: DoseRow) -> str:
    """What became of a dose."""
    if row.struck_at is not None:
        return tr(STRUCK)
    said = tr(OUTCOME_LABELS[row.outcome])
    if row.vomited_at is not None and row.outcome is not Outcome.VOMITED:
        return joined(said, tr(VOMITED_LATER, time=format_time(row.vomited_at)))
    return said


def outcome_tone(row: DoseRow) -> Tone:
    """The same as a tone."""
    if row.struck_at is not None:
        return Tone.NEUTRAL
    return Tone.DANGER if row.vomited_at is not None else OUTCOME_TONES[row.outcome]


def finding(one: Finding) -> str:
    """The sentence that speaks against an order, in the language of the screens."""
    return tr(one.text, **one.params)


def need(one: Finding) -> str:
    """What it takes to go on."""
    words: dict[Need, Label] = {
        Need.NOTHING: LOOK_AGAIN if _is_warning(one) else ONLY_TOLD,
        Need.REASON: NEEDS_REASON,
        Need.SECOND: NEEDS_SECOND,
    }
    return joined(tr(words[one.need]), "" if one.is_approved else tr(DRAFT))


def need_tone(one: Finding) -> Tone:
    """The same as a tone."""
    told = Tone.WARNING if _is_warning(one) else Tone.INFO
    return {Need.NOTHING: told, Need.REASON: Tone.WARNING, Need.SECOND: Tone.DANGER}[one.need]


def _is_warning(one: Finding) -> bool:
    """Whether it asks for nothing and is no mere note: a draft of a rule is one, arithmetic is not."""
    return one.key == PIECES


def no_allergy(asked: Asked | None) -> tuple[str, Tone | None]:
    """Of somebody without a listed allergy: that nobody asked, loudly, or who heard when that there is none."""
    if asked is None:
        return tr(NOT_ASKED), Tone.DANGER
    return tr(ASKED_NONE, at=format_moment(asked.at), who=asked.by), None
