"""A doctor starts a detox protocol for somebody: each line becomes an order; it ends once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import RUN_PROGRAMMES
from facility_app.modules.medication.domain.checks import Finding
from facility_app.modules.medication.domain.orders import OrderEnd
from facility_app.modules.medication.domain.plan import THOUSANDTHS, Plan
from facility_app.modules.medication.domain.protocols import Protocol, ProtocolLine
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.queries.rules import list_protocols
from facility_app.modules.medication.queries.treated import Treated
from facility_app.modules.medication.service.orders import Ordering, OrderMedicine
from facility_app.modules.medication.service.people import Present
from facility_app.modules.medication.service.standing import Standing
from facility_app.modules.medication.service.weighing import Answers
from facility_app.modules.medication.service.writing import OrderWritten, Part
from facility_app.modules.medication.tables import SIDES, ProtocolRun
from facility_app.modules.pharmacy.api import MedicineRow, Quantity


@dataclass(frozen=True, slots=True)
class StartProtocol:
    """Somebody begins a detox protocol today.

    Attributes:
        products: key of a line → the medicine of the catalogue; needed where several would do.
        left_out: keys of lines not to be ordered; a deviation that is seen.
        answers: to what speaks against the orders.
        counselled_on: when the person was counselled; ``uncounselled_why`` why they could not be yet.
    """

    resident_id: str
    code: str
    products: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    note: str = field(default="", repr=False)
    answers: Answers = field(default_factory=Answers)
    is_sure: bool = False
    counselled_on: date | None = None
    uncounselled_why: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class EndProtocol:
    """It ends, with the reason; what of its orders still runs is stopped."""

    run_id: str
    version: int
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Started:
    """What was ordered."""

    run_id: str
    version: int
    order_ids: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def start_protocol(uow: UnitOfWork, command: StartProtocol) -> Started:
    """Start a protocol that somebody of the facility approved; its orders wait for the pharmacist as any other.

    Raises:
        UserError: ``protocol_unknown``, ``protocol_not_approved``, ``protocol_running``, ``product_unclear``,
            ``no_open_stay``, ``not_counselled``, ``day_out_of_range``, ``before_admission``; as ``order_medicine``
            and ``require_countersign``.
    """
    require(uow, RUN_PROGRAMMES)
    charts = Charts(uow)
    stay = Present.of(charts, {command.resident_id}).require_stay(command.resident_id)
    protocol = next((one for one in list_protocols(uow) if one.code == command.code), None)
    _require_ready(charts, protocol, command)
    assert protocol is not None  # noqa: S101 - refused above
    faults = Faults()
    note = faults.line("note", command.note)
    counselled = _counselled(faults, command, stay.admitted_on, charts.today)
    faults.refuse()
    with uow.act("medication.start_protocol") as act:
        run = ProtocolRun(
            resident_id=command.resident_id,
            stay_id=stay.stay_id,
            protocol_code=protocol.code,
            protocol_version=protocol.row.version,
            started_on=charts.today,
            doctor_name=charts.officer(),
            note=note,
            **counselled,
        )
        uow.add(run)
        uow.session.flush()
        ordering = Ordering(charts, act)
        made = []
        for line in protocol.lines:
            if line.key not in command.left_out:
                written = _written(charts, line, command)
                made.append(ordering.order(OrderMedicine(command.resident_id, written, run.id, line.key)))
        act.about(run)
        found = tuple(one for ordered in made for one in ordered.findings)
        return Started(run.id, run.version, tuple(one.order_id for one in made), found)


def end_protocol(uow: UnitOfWork, command: EndProtocol) -> Started:
    """End a protocol, and stop what of its orders still runs.

    Raises:
        UserError: ``reason_missing``, ``protocol_ended``.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_PROGRAMMES)
    require_reason(command.reason)
    charts = Charts(uow)
    run = uow.get(ProtocolRun, command.run_id, version=command.version)
    if run.ended_on is not None:
        raise UserError("protocol_ended", label("errors", "Phác đồ này đã kết thúc. Hãy mở lại danh sách."))
    faults = Faults()
    reason = faults.line("reason", command.reason)
    faults.refuse()
    with uow.act("medication.end_protocol", reason=command.reason) as act:
        act.about(run)
        run.ended_on, run.end_reason, run.ended_name = charts.today, reason, charts.officer()
        uow.session.flush()
        ended = tuple(
            Standing(charts, one).end(OrderEnd.STOPPED, command.reason).order_id
            for one in charts.orders(SIDES[0], [run.resident_id], uow.now, None)
            if one.row.run_id == run.id
        )
        return Started(run.id, run.version, ended)


def _counselled(faults: Faults, command: StartProtocol, admitted_on: date, today: date) -> dict[str, object]:
    """Nobody is detoxified before they were counselled (NĐ 163/2026 Đ85.3); what cannot wait says why."""
    on = faults.past_day("counselled_on", command.counselled_on, today)
    why = faults.line("uncounselled_why", command.uncounselled_why)
    if on is None and not why:
        faults.add(
            "not_counselled",
            "counselled_on",
            label(
                "errors",
                "Phải tư vấn tâm lý trước khi điều trị cắt cơn (NĐ 163/2026 Đ85.3). Hãy ghi ngày đã tư vấn; tình "
                "trạng không chờ được thì ghi vì sao chưa tư vấn.",
            ),
        )
    elif on is not None and on < admitted_on and not why:
        faults.add(
            "before_admission",
            "counselled_on",
            label(
                "errors",
                "Vào cơ sở ngày {day}: tư vấn trước ngày đó là của lần khác (NĐ 163/2026 Đ85.3). Hãy tư vấn lại "
                "và ghi ngày, hoặc ghi vì sao chưa tư vấn.",
            ),
            day=format_date(admitted_on),
        )
    return {"counselled_on": on, "uncounselled_why": why}


def _require_ready(charts: Charts, protocol: Protocol | None, command: StartProtocol) -> None:
    if protocol is None:
        raise UserError(
            "protocol_unknown",
            label("errors", "Không có phác đồ {code}. Hãy chọn trong danh sách phác đồ."),
            code=command.code,
        )
    if not protocol.row.is_approved:
        raise UserError(
            "protocol_not_approved",
            label(
                "errors",
                "Phác đồ “{name}” chưa phê duyệt: chưa bắt đầu được. Hãy nhờ bác sĩ hoặc dược sĩ của cơ sở xem, "
                "sửa và phê duyệt; trong khi chờ, ra từng y lệnh.",
            ),
            name=protocol.row.text,
        )
    if Treated(charts).run_of(command.resident_id, protocol.code) is not None:
        raise UserError(
            "protocol_running",
            label("errors", "Người này đang theo phác đồ “{name}”. Hãy kết thúc lần đó trước."),
            name=protocol.row.text,
        )


def _written(charts: Charts, line: ProtocolLine, command: StartProtocol) -> OrderWritten:
    medicine = _product(charts, line, command.products.get(line.key))
    plan = line.plan_in(medicine.measure.dose_unit.value)
    assert plan is not None  # noqa: S101 - the product was chosen by it
    return OrderWritten(
        medicine.medicine_id,
        line.kind,
        tuple(_parts(plan, medicine)),
        line.route,
        reason=line.reason,
        least_minutes=line.least_minutes,
        most_a_day=line.most_a_day,
        is_sure=command.is_sure,
        answers=command.answers,
    )


def _parts(plan: Plan, medicine: MedicineRow) -> list[Part]:
    return [
        Part(
            Quantity(Decimal(part.amount) / THOUSANDTHS, medicine.measure.dose_unit),
            part.times,
            part.first_day,
            part.last_day,
        )
        for part in plan.parts
    ]


def _product(charts: Charts, line: ProtocolLine, chosen: str | None) -> MedicineRow:
    """The product of a line: the one named, else the only one that would do."""
    fitting = [
        one
        for one in charts.medicines.values()
        if one.atc == line.atc
        and line.route.value in one.routes.split()
        and line.plan_in(one.measure.dose_unit.value) is not None
        and not one.flags.reveals_hiv
    ]
    found = [one for one in fitting if chosen in {None, one.medicine_id}]
    if len(found) != 1:
        raise UserError(
            "product_unclear",
            label(
                "errors",
                "{name}: danh mục thuốc có {count} thuốc hợp với dòng này của phác đồ. Hãy chọn một thuốc, hoặc "
                "thêm thuốc vào danh mục.",
            ),
            fields={line.key: label("errors", "Hãy chọn thuốc")},
            name=line.name,
            count=len(found),
        )
    return found[0]
