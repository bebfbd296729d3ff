"""Lệnh áp giải, đưa đón: ordered with officers and vehicle, then when the person was handed over."""

from dataclasses import dataclass, field
from datetime import datetime

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.absences.domain import KEEP_CASES
from facility_app.modules.absences.domain.escort import Way
from facility_app.modules.absences.tables import AbsenceCase, AbsenceEscort


@dataclass(frozen=True, slots=True)
class Escorting:
    """Who goes along.

    Attributes:
        officers: names, one a line; the first is in charge.
        measures: what they are told to take care of.
        planned_at: when they set out; None for now.
    """

    officers: str = field(repr=False)
    vehicle: str = ""
    measures: str = field(default="", repr=False)
    planned_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OrderEscort:
    """An escort order for one way of a case."""

    case_id: str
    way: Way
    escort: Escorting


@dataclass(frozen=True, slots=True)
class RecordHandover:
    """The escort handed the person over.

    Attributes:
        version: of the order, as the user saw it.
    """

    escort_id: str
    version: int
    handed_to: str = field(repr=False)
    handed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Ordered:
    """The escort order as it stands."""

    escort_id: str
    version: int


def order_escort(uow: UnitOfWork, command: OrderEscort) -> Ordered:
    """Name who goes along, in what.

    Raises:
        UserError: ``not_found``, ``field_missing``, ``text_too_long``.
    """
    require(uow, KEEP_CASES)
    case = uow.get(AbsenceCase, command.case_id)
    with uow.act("absences.order_escort") as act:
        act.about(case)
        made = put_escort(uow, case, command.way, command.escort, is_needed=True)
        uow.session.flush()
        return Ordered(made.id, made.version) if made is not None else Ordered("", 0)


def put_escort(
    uow: UnitOfWork, case: AbsenceCase, way: Way, escort: Escorting | None, *, is_needed: bool = False
) -> AbsenceEscort | None:
    """The order within a verb; none where nobody is named and none is needed.

    Raises:
        UserError: ``field_missing``, ``text_too_long``.
    """
    require(uow, KEEP_CASES)
    typed = escort or Escorting("")
    faults = Faults()
    officers = faults.note("officers", "\n".join(filter(None, map(str.strip, typed.officers.splitlines()))))
    if officers is None and is_needed:
        faults.add("field_missing", "officers", label("errors", "Cần họ tên cán bộ áp giải, mỗi người một dòng."))
    vehicle, measures = faults.line("vehicle", typed.vehicle), faults.line("measures", typed.measures)
    faults.refuse()
    if officers is None:
        return None
    return uow.add(
        AbsenceEscort(
            resident_id=case.resident_id,
            case_id=case.id,
            way=way,
            officers=officers,
            vehicle=vehicle,
            measures=measures,
            planned_at=typed.planned_at or uow.now,
        )
    )


def record_handover(uow: UnitOfWork, command: RecordHandover) -> Ordered:
    """Write down when the person was handed over, and to whom.

    Raises:
        UserError: ``field_missing``, ``handed_in_future``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_CASES)
    escort = uow.get(AbsenceEscort, command.escort_id, version=command.version)
    at, faults = command.handed_at or uow.now, Faults()
    handed_to = faults.line(
        "handed_to", command.handed_to, needed=label("errors", "Cần giao cho ai: họ tên, đơn vị.")
    )
    faults.refuse()
    if at > uow.now:
        raise UserError(
            "handed_in_future",
            label("errors", "Thời điểm bàn giao ở tương lai. Hãy sửa ngày, giờ bàn giao."),
            fields={"handed_at": label("errors", "Không thể ở tương lai")},
        )
    with uow.act("absences.record_handover") as act:
        act.about(escort)
        escort.handed_at, escort.handed_to = at, handed_to
    uow.session.flush()
    return Ordered(escort.id, escort.version)
