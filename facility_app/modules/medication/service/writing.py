"""What a doctor writes in an order, read and checked: units, days, times, routes, amounts out of the ordinary."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, Final

from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.orders import OrderKind, Route
from facility_app.modules.medication.domain.plan import LONGEST, Plan, PlanPart, check_plan
from facility_app.modules.medication.service.weighing import Answers
from facility_app.modules.pharmacy.api import MedicineRow, Quantity

DAY_MINUTES: Final = 24 * 60
MOST_TIMES: Final = 24


@dataclass(frozen=True, slots=True)
class Part:
    """Some days with one dose, as the doctor writes it; no times where none are fixed."""

    quantity: Quantity
    times: tuple[time, ...] = ()
    first_day: int = 1
    last_day: int | None = None


@dataclass(frozen=True, slots=True)
class OrderWritten:
    """What an order says.

    Attributes:
        starts_at: now when nothing is said.
        is_urgent: once, before the pharmacist verifies it.
        is_sure: an unusual amount is right.
        answers: to what speaks against it.
    """

    medicine_id: str
    kind: OrderKind
    parts: tuple[Part, ...]
    route: Route
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    reason: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    least_minutes: int | None = None
    most_a_day: int | None = None
    is_urgent: bool = False
    is_sure: bool = False
    answers: Answers = field(default_factory=Answers)

    def read(self, medicine: MedicineRow, now: datetime) -> tuple[Plan, dict[str, Any]]:
        """The plan and the other columns as kept; amounts in thousandths of the dose unit."""
        faults = Faults()
        measure = medicine.measure
        parts = [
            PlanPart(one.first_day, one.last_day, measure.of_dose(one.quantity), one.times) for one in self.parts
        ]
        is_timed = self.kind in {OrderKind.REGULAR, OrderKind.TAPER}
        check_plan(faults, parts, needs_times=is_timed)
        kept: dict[str, Any] = {name: faults.line(name, getattr(self, name)) for name in ("reason", "note")}
        _check_kind(faults, self, kept)
        starts_at = self.starts_at or now
        if self.ends_at is not None and self.ends_at <= starts_at:
            faults.add("span_reversed", "ends_at", label("errors", "Y lệnh kết thúc trước khi bắt đầu."))
        if starts_at < now - timedelta(days=1):
            faults.add(
                "starts_in_past",
                "starts_at",
                label("errors", "Y lệnh không ghi lùi quá một ngày. Hãy ghi ngày bắt đầu từ hôm nay."),
            )
        if starts_at > now + timedelta(days=LONGEST):
            faults.add(
                "starts_too_late",
                "starts_at",
                label("errors", "Y lệnh không ghi trước quá một năm. Hãy kiểm tra lại năm của ngày bắt đầu."),
            )
        if self.route.value not in medicine.routes.split():
            faults.add(
                "route_not_of_medicine",
                "route",
                label(
                    "errors", "Thuốc này không có đường dùng đó. Hãy chọn đường dùng khác hoặc dạng thuốc khác."
                ),
            )
        faults.refuse()
        plan = Plan(tuple(parts))
        ends_at = _ends_at(self, plan, starts_at)
        rest = {"least_minutes": self.least_minutes, "most_a_day": self.most_a_day}
        return plan, {**kept, **rest, "starts_at": starts_at, "ends_at": ends_at}

    def require_meant(self, medicine: MedicineRow, plan: Plan) -> None:
        """Ask about a single dose above what is usual: 300 where 30 was meant.

        Asked after everything that is never allowed: nobody confirms a dose to hear then that it is refused.

        Raises:
            UserError: ``amount_unusual`` until it is confirmed.
        """
        most = max(part.amount for part in plan.parts)
        if medicine.ask_above is None or most <= medicine.ask_above or self.is_sure:
            return
        raise UserError(
            "amount_unusual",
            label(
                "errors",
                "{name}: liều {amount} cao hơn mức thường dùng một lần {usual}. Có phải ghi thừa một chữ số? "
                "Hãy sửa lại; nếu đúng thì xác nhận số này.",
            ),
            fields={"plan": label("errors", "Hãy sửa hoặc xác nhận liều")},
            name=medicine.name,
            amount=medicine.measure.dose_text(most),
            usual=medicine.measure.dose_text(medicine.ask_above),
        )


def _check_kind(faults: Faults, written: OrderWritten, kept: dict[str, Any]) -> None:
    is_needed = written.kind is OrderKind.AS_NEEDED
    if is_needed and kept["reason"] is None:
        faults.add("field_missing", "reason", label("errors", "Thuốc dùng khi cần phải ghi dùng khi nào, vì sao."))
    for name, most in (("least_minutes", DAY_MINUTES), ("most_a_day", MOST_TIMES)):
        value = getattr(written, name)
        faults.amount(name, value, 1, most)
        if is_needed and value is None:
            faults.add(
                "field_missing",
                name,
                label(
                    "errors", "Thuốc dùng khi cần phải ghi khoảng cách ít nhất và số lần nhiều nhất trong 24 giờ."
                ),
            )
        elif not is_needed and value is not None:
            faults.add("field_not_used", name, label("errors", "Chỉ thuốc dùng khi cần mới ghi ô này."))
    if written.is_urgent and written.kind is not OrderKind.ONCE:
        faults.add(
            "urgent_not_once",
            "is_urgent",
            label("errors", "Chỉ liều một lần mới cho dùng trước khi dược sĩ duyệt. Hãy bỏ chọn cấp cứu."),
        )
    if written.kind is OrderKind.ONCE and len(written.parts) > 1:
        faults.add("plan_days", "plan", label("errors", "Y lệnh một lần chỉ có một liều."))


def _ends_at(written: OrderWritten, plan: Plan, starts_at: datetime) -> datetime | None:
    """The planned end: as said, or the end of the last day of the plan."""
    if plan.last_day is None or written.kind is OrderKind.ONCE:
        return written.ends_at
    last = datetime.combine(local_date(starts_at), time(), LOCAL) + timedelta(days=plan.last_day)
    return last if written.ends_at is None else min(last, written.ends_at)
