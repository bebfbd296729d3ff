"""A doctor's form: what is typed becomes an order; what speaks against it is told while it is being typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign
from facility_app.modules.medication.domain import PRESCRIBE
from facility_app.modules.medication.domain.checks import Finding, Need, open_findings
from facility_app.modules.medication.domain.orders import OrderKind, Route
from facility_app.modules.medication.domain.plan import THOUSANDTHS
from facility_app.modules.medication.domain.rounds import LATE_MINUTES, ROUND_HOURS
from facility_app.modules.medication.domain.times import read_steps, read_times
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.service.orders import (
    OrderMedicine,
    ReplaceOrder,
    order_medicine,
    replace_order,
)
from facility_app.modules.medication.service.standing import Ordered
from facility_app.modules.medication.service.weighing import Answers, Weighing
from facility_app.modules.medication.service.writing import OrderWritten, Part
from facility_app.modules.pharmacy.api import MedicineRow, Quantity, Unit

PIECES: Final = frozenset({Unit.TABLET, Unit.CAPSULE, Unit.SACHET, Unit.PATCH})
"""What a doctor may count a dose in: so many pieces are so many mg. Never ml, which is taken for mg too easily."""


@dataclass(frozen=True, slots=True)
class OrderTyped:
    """What stands in the form.

    Attributes:
        unit: code of the unit of ``number``; empty for the medicine's own unit of doses.
        times: hours or rounds, as written.
        days: how many; None until it is stopped.
        steps: of a taper, a line for each stretch of days, in place of ``number``, ``times`` and ``days``.
        starts_on: today when nothing is said.
        reasons: key of what speaks against it → why it stands all the same.
        replaces_id, version: the order it takes the place of.
        replace_reason: why.
    """

    resident_id: str
    medicine_id: str
    kind: OrderKind
    number: Decimal | None
    unit: str = ""
    route: Route | None = None
    times: str = ""
    days: int | None = None
    starts_on: date | None = None
    reason: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    least_minutes: int | None = None
    most_a_day: int | None = None
    is_urgent: bool = False
    is_sure: bool = False
    reasons: Mapping[str, str] = field(default_factory=dict, repr=False)
    countersign: Countersign | None = None
    replaces_id: str = ""
    version: int = 0
    replace_reason: str = field(default="", repr=False)
    steps: str = ""

    def unanswered(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """Those that need a reason and have none."""
        return tuple(
            one
            for one in findings
            if one.need is not Need.NOTHING and not (self.reasons.get(one.key) or "").strip()
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """What the form comes to.

    Attributes:
        dose: with the rate: ``2 viên = 1000 mg``; empty while it cannot be told.
        of_day: what a whole day comes to.
        findings: what speaks against it, the gravest first.
        refusal: why it cannot be ordered so at all.
    """

    dose: str = ""
    of_day: str = ""
    findings: tuple[Finding, ...] = ()
    refusal: UserError | None = None


@dataclass(frozen=True, slots=True)
class Prescribed:
    """What became of it; ``ordered`` is None while something is not answered."""

    findings: tuple[Finding, ...]
    ordered: Ordered | None = None

    @property
    def needs_second(self) -> bool:
        """Whether somebody else signs, too."""
        return any(one.need is Need.SECOND for one in self.findings)


def preview_order(uow: UnitOfWork, typed: OrderTyped) -> Preview:
    """What an order would come to, and what speaks against it; nothing that would tell of HIV, which is a look."""
    require(uow, PRESCRIBE)
    charts = Charts(uow, is_open_side_only=True)
    medicine = charts.medicine(typed.medicine_id)
    dose = of_day = ""
    try:
        parts = _parts(uow, typed, medicine)
        kept = max(medicine.measure.of_dose(part.quantity) for part in parts)
        dose = _dose_text(medicine, kept)
        written = _written(typed, medicine, parts, uow.now)
        plan, _ = written.read(medicine, uow.now)
        weighing = Weighing(charts, typed.resident_id)
        new = charts.taking(medicine, plan, written.kind, written.route, written.most_a_day)
        of_day = medicine.measure.dose_text(new.of_day)
        weighing.require_substitution(medicine, plan, written.most_a_day)
        written.require_meant(medicine, plan)
        found = weighing.findings(new, (typed.replaces_id,))
        return Preview(dose, of_day, tuple(one for one in found if not one.is_private))
    except UserError as told:
        return Preview(dose, of_day, refusal=told)


def prescribe(uow: UnitOfWork, typed: OrderTyped) -> Prescribed:
    """Order what stands in the form; what is not answered yet is told and nothing is ordered.

    What would tell of HIV is told too, because a prescriber must know it; that it was told leaves a trail.

    Raises:
        UserError: as ``order_medicine`` and ``replace_order``; ``times_unread``.
        ConflictError: ``record_changed``.
    """
    require(uow, PRESCRIBE)
    charts = Charts(uow)
    medicine = charts.medicine(typed.medicine_id)
    written = _written(typed, medicine, _parts(uow, typed, medicine), uow.now)
    plan, _ = written.read(medicine, uow.now)
    weighing = Weighing(charts, typed.resident_id)
    weighing.require_substitution(medicine, plan, written.most_a_day)
    written.require_meant(medicine, plan)
    new = charts.taking(medicine, plan, written.kind, written.route, written.most_a_day)
    found = weighing.findings(new, (typed.replaces_id,) if typed.replaces_id else ())
    told = Prescribed(found)
    if typed.unanswered(found) or (told.needs_second and typed.countersign is None):
        # Written down whatever was found: an entry only for some would tell whose medicines the closed list keeps.
        with uow.act("medication.open_checks") as act:
            act.table, act.record_id = "resident", typed.resident_id
        return told
    if typed.replaces_id:
        anew = ReplaceOrder(typed.replaces_id, typed.version, written, typed.replace_reason)
        return Prescribed(open_findings(found), replace_order(uow, anew))
    return Prescribed(open_findings(found), order_medicine(uow, OrderMedicine(typed.resident_id, written)))


def _parts(uow: UnitOfWork, typed: OrderTyped, medicine: MedicineRow) -> tuple[Part, ...]:
    """What is taken on which days."""
    hours, minutes = get_setting(uow, ROUND_HOURS), get_setting(uow, LATE_MINUTES)
    if typed.kind is OrderKind.TAPER:
        steps = read_steps(typed.steps, hours, minutes)
        if not steps:
            raise UserError(
                "field_missing",
                label("errors", "Cần liều của từng ngày."),
                fields={"steps": label("errors", "Cần liều của từng ngày.")},
            )
        return tuple(
            Part(_quantity(one.number, typed, medicine), one.times, one.first_day, one.last_day) for one in steps
        )
    is_regular = typed.kind is OrderKind.REGULAR
    times = read_times(typed.times, hours, minutes) if is_regular else ()
    return (Part(_quantity(typed.number, typed, medicine), times, last_day=typed.days if is_regular else None),)


def _quantity(number: Decimal | None, typed: OrderTyped, medicine: MedicineRow) -> Quantity:
    """The dose as ordered: in the medicine's unit of doses; so many pieces are turned into it."""
    measure = medicine.measure
    if number is None:
        raise UserError(
            "field_missing",
            label("errors", "Cần ghi liều một lần."),
            fields={"number": label("errors", "Cần ghi liều một lần.")},
        )
    unit = Unit(typed.unit) if typed.unit else measure.dose_unit
    if unit is measure.stock_unit and unit in PIECES:
        kept = measure.of_stock(Quantity(number, unit))
        return Quantity(Decimal(kept) / THOUSANDTHS, measure.dose_unit)
    return Quantity(number, unit)


def _dose_text(medicine: MedicineRow, kept: int) -> str:
    measure = medicine.measure
    if measure.stock_unit is measure.dose_unit:
        return measure.dose_text(kept)
    return f"{measure.stock_text(kept)} = {measure.dose_text(kept)}"


def _written(typed: OrderTyped, medicine: MedicineRow, parts: tuple[Part, ...], now: datetime) -> OrderWritten:
    routes = [one for one in Route if one.value in medicine.routes.split()]
    is_needed = typed.kind is OrderKind.AS_NEEDED
    more: dict[str, Any] = {"least_minutes": typed.least_minutes, "most_a_day": typed.most_a_day}
    return OrderWritten(
        medicine.medicine_id,
        typed.kind,
        parts,
        typed.route or routes[0],
        starts_at=_starts_at(typed, now),
        reason=typed.reason,
        note=typed.note,
        is_urgent=typed.is_urgent and typed.kind is OrderKind.ONCE,
        is_sure=typed.is_sure,
        answers=Answers(typed.reasons, typed.countersign),
        **(more if is_needed else {}),
    )


def _starts_at(typed: OrderTyped, now: datetime) -> datetime | None:
    if typed.starts_on is None or typed.starts_on == local_date(now):
        return None
    return datetime.combine(typed.starts_on, time(), LOCAL)
