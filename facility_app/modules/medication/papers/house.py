"""What every sheet of this slice begins and ends with, and the words it has for doses."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Footer, PlainPaper
from facility_app.kernel.dates import LOCAL, format_date, format_moment, local_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.orders import OrderKind
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.domain.plan import Plan, PlanPart
from facility_app.modules.medication.domain.times import whole_hours
from facility_app.modules.medication.queries.history import Asked
from facility_app.modules.medication.queries.orders import OrderRow
from facility_app.modules.pharmacy.api import Measure
from facility_app.modules.staff.api import Imprint, get_imprint

CONFIDENTIAL: Final = label(
    "papers", "TỜ GIỮ KÍN: chỉ người được giao cho thuốc xem; không để ở buồng, không dán, không gửi kèm tờ khác"
)
OUTCOME_MARKS: Final[dict[Outcome, Label]] = {
    Outcome.GIVEN: label("papers", "Đ"),
    Outcome.LATE: label("papers", "M"),
    Outcome.REFUSED: label("papers", "TC"),
    Outcome.HELD: label("papers", "H"),
    Outcome.ABSENT: label("papers", "V"),
    Outcome.VOMITED: label("papers", "N"),
}
"""What stands in a small cell; every sheet explains them at its foot."""
MARKS_TOLD: Final = label(
    "papers",
    "Ký hiệu: Đ – đã dùng; M – dùng không đúng giờ; TC – từ chối; H – hoãn; V – vắng; N – nôn; để trống – "
    "chưa ghi; – : không có liều.",
)
NOTHING: Final = "–"
NOT_ASKED: Final = label("papers", "CHƯA HỎI")


def read_imprint(uow: UnitOfWork) -> Imprint:
    """Whose facility it is, who prints, and when."""
    require(uow, VIEW_MAR)
    return get_imprint(uow)


def house_paper(
    title: str,
    blocks: Sequence[Block],
    imprint: Imprint,
    below: str = "",
    *,
    is_private: bool = False,
    is_wide: bool = True,
) -> PlainPaper:
    """A sheet of the house; one that reveals a status says at the foot of each page who may see it."""
    footer = Footer(imprint.printed_by, imprint.printed_at, str(CONFIDENTIAL) if is_private else "")
    return PlainPaper(title, tuple(blocks), footer, imprint.facility_name, below, is_landscape=is_wide)


def no_allergy_text(asked: Asked | None) -> str:
    """Of somebody without a listed allergy: that nobody asked, or who heard when that there is none."""
    if asked is None:
        return str(NOT_ASKED)
    return label("papers", "không có (hỏi {at}, {who})").format(at=at_text(asked.at), who=asked.by)


def at_text(at: datetime | None) -> str:
    """``21/11/2026 07:30``; empty when it is not known."""
    return "" if at is None else format_moment(at)


def plan_text(plan: Plan, measure: Measure, first_on: date) -> str:
    """What is taken when, in words: ``20 mg lúc 08:00, 20:00``; a taper part by part, by the calendar.

    Args:
        plan: days are counted from the first.
        measure: units of the medicine.
        first_on: the first day.
    """
    parts = [_part_text(part, measure) for part in plan.parts]
    if len(parts) == 1 and plan.parts[0].last_day is None:
        return parts[0]
    return "; ".join(f"{_days_text(part, first_on)}: {said}" for part, said in zip(plan.parts, parts, strict=True))


def order_text(one: OrderRow) -> str:
    """Dose and hours of an order in words; of one as needed, when and how often."""
    said = plan_text(one.plan, one.medicine.measure, local_date(one.starts_at))
    if one.kind is OrderKind.AS_NEEDED:
        said = label("papers", "{dose} khi {reason}; cách ít nhất {gap}, tối đa {most} lần/24 giờ").format(
            dose=said,
            reason=_within(one.reason or NOTHING),
            gap=_gap_text(one.least_minutes or 0),
            most=one.most_a_day or 0,
        )
    return "\n".join(filter(None, (said, one.note)))


def _within(reason: str) -> str:
    """A reason as it stands in the middle of a sentence; ``HA > 160`` stays as it is."""
    return reason[:1].lower() + reason[1:] if reason[1:2].islower() else reason


def _part_text(part: PlanPart, measure: Measure) -> str:
    dose = measure.dose_text(part.amount)
    hours = ", ".join(f"{one:%H:%M}" for one in part.times)
    return label("papers", "{dose} lúc {hours}").format(dose=dose, hours=hours) if hours else dose


def _gap_text(minutes: int) -> str:
    hours = whole_hours(minutes)
    if hours is None:
        return label("papers", "{count} phút").format(count=minutes)
    return label("papers", "{count} giờ").format(count=hours)


def _days_text(part: PlanPart, first_on: date) -> str:
    # Whoever reads the sheet on the ward knows the date, not which day of the order it is.
    first = format_date(first_on + timedelta(days=part.first_day - 1))
    if part.last_day is None:
        return label("papers", "từ {first}").format(first=first)
    if part.last_day == part.first_day:
        return first
    last = format_date(first_on + timedelta(days=part.last_day - 1))
    return label("papers", "{first} đến {last}").format(first=first, last=last)


def short_names(names: Iterable[str]) -> dict[str, str]:
    """A short sign of everybody, told apart: the given name, with what is before it where two share one."""
    wanted = sorted({one for one in names if one and one != NOTHING})
    for words in range(1, max((len(one.split()) for one in wanted), default=0) + 1):
        found = {one: " ".join(one.split()[-words:]) for one in wanted}
        if len(set(found.values())) == len(wanted):
            return found
    return {one: one for one in wanted}


def span_text(first: datetime, last: datetime) -> str:
    """``21/11/2026 07:00 – 22/11/2026 07:00``."""
    return f"{at_text(first)} – {at_text(last)}"


def day_text(at: datetime) -> str:
    """The day of a moment."""
    return format_date(at.astimezone(LOCAL).date())
