"""The prescriber orders a medicine, or writes an order anew: the former version ends and stays readable."""

from dataclasses import dataclass, field

from facility_app.db.uow import Act, UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import PRESCRIBE, SEE_PRIVATE_LINES
from facility_app.modules.medication.domain.checks import Finding, open_findings
from facility_app.modules.medication.domain.orders import OrderEnd
from facility_app.modules.medication.queries.charts import Charts, OrderFact
from facility_app.modules.medication.service.people import Present
from facility_app.modules.medication.service.standing import Ordered, Standing
from facility_app.modules.medication.service.weighing import Weighing
from facility_app.modules.medication.service.writing import OrderWritten


@dataclass(frozen=True, slots=True)
class OrderMedicine:
    """A new order."""

    resident_id: str
    written: OrderWritten
    run_id: str | None = None
    line_key: str | None = None


@dataclass(frozen=True, slots=True)
class ReplaceOrder:
    """The order is another one from now on: a new version, the former one ends."""

    order_id: str
    version: int
    written: OrderWritten
    reason: str = field(repr=False)


def order_medicine(uow: UnitOfWork, command: OrderMedicine) -> Ordered:
    """Order a medicine for somebody.

    Raises:
        OrderRefusedError: ``order_checks``, ``order_needs_second``.
        UserError: ``no_open_stay``, ``not_found``, ``unit_mismatch``, ``amount_wrong``, ``amount_unusual``,
            ``plan_days``, ``plan_times``, ``route_not_of_medicine``, ``field_missing``, ``bad_fields``,
            ``no_programme``, ``first_dose_too_high``, ``increase_too_high``; as ``require_countersign``.
    """
    require(uow, PRESCRIBE)
    with uow.act("medication.order_medicine") as act:
        return Ordering(Charts(uow), act).order(command)


def replace_order(uow: UnitOfWork, command: ReplaceOrder) -> Ordered:
    """Write an order anew; the former version ends at once and stays readable.

    Raises:
        UserError: as ``order_medicine``; ``order_ended_already``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, PRESCRIBE)
    require_reason(command.reason)
    charts = Charts(uow)
    former = Standing.of(charts, command.order_id, command.version)
    with uow.act("medication.replace_order", reason=command.reason) as act:
        former.end(OrderEnd.REPLACED, command.reason)
        row = former.found.row
        made = OrderMedicine(row.resident_id, command.written, row.run_id, row.line_key)
        return Ordering(charts, act).order(made, former.found)


def open_checks(uow: UnitOfWork, command: OrderMedicine) -> tuple[Finding, ...]:
    """What would speak against an order, before it is written; a look, because it may tell what somebody takes.

    Raises:
        UserError: as ``order_medicine``, but for what speaks against it.
    """
    require(uow, SEE_PRIVATE_LINES)
    charts = Charts(uow)
    with uow.act("medication.open_checks") as act:
        act.table, act.record_id = "resident", command.resident_id
        medicine = charts.medicine(command.written.medicine_id)
        written = command.written
        plan, _ = written.read(medicine, uow.now)
        written.require_meant(medicine, plan)
        new = charts.taking(medicine, plan, written.kind, written.route, written.most_a_day)
        return Weighing(charts, command.resident_id).findings(new)


@dataclass(frozen=True, slots=True)
class Ordering:
    """Writing an order within a verb under way."""

    charts: Charts
    act: Act

    def order(self, command: OrderMedicine, former: OrderFact | None = None) -> Ordered:
        """Write one order down; refusals as ``order_medicine``."""
        charts, uow, written = self.charts, self.charts.uow, command.written
        stay = Present.of(charts, {command.resident_id}).require_stay(command.resident_id)
        medicine = charts.medicine(written.medicine_id)
        side = charts.side_of(medicine)
        if former is not None and side is not former.side:
            raise UserError(
                "medicine_other_kind",
                label(
                    "errors",
                    "Y lệnh mới là thuốc thuộc mức bảo mật khác. Hãy ngừng y lệnh cũ rồi ra y lệnh mới.",
                ),
            )
        plan, kept = written.read(medicine, uow.now)
        weighing = Weighing(charts, command.resident_id)
        weighing.require_substitution(medicine, plan, written.most_a_day)
        written.require_meant(medicine, plan)
        new = charts.taking(medicine, plan, written.kind, written.route, written.most_a_day)
        found = weighing.findings(new, () if former is None else (former.order_id,))
        weighed = weighing.require_answered(self.act, found, written.answers)
        made = side.order(
            id=uow.new_id(),
            resident_id=command.resident_id,
            stay_id=stay.stay_id,
            version_no=1 if former is None else former.row.version_no + 1,
            replaces_id=None if former is None else former.order_id,
            medicine_id=medicine.medicine_id,
            kind=written.kind,
            plan=plan.text,
            route=written.route,
            is_urgent=written.is_urgent,
            run_id=command.run_id,
            line_key=command.line_key,
            prescriber_id=uow.actor.user_id,
            prescriber_name=charts.officer(),
            **kept,
        )
        made.chain_id = made.id if former is None else former.row.chain_id
        uow.add(made)
        self.act.about(made)
        uow.session.flush()
        weighing.keep(made.id, weighed, written.answers)
        uow.session.flush()
        return Ordered(made.id, made.version, open_findings(weighed.findings))
