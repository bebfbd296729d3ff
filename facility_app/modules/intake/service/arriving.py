"""Taking in at once: person, decision, stay, bed, money and things in one transaction, for one or for forty."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.housing.api import (
    PLACE_PEOPLE,
    PlaceResident,
    find_bed,
    find_bed_by_label,
    place_resident,
)
from facility_app.modules.intake.domain.rights import RECEIVE
from facility_app.modules.intake.queries.arriving import Arrival
from facility_app.modules.intake.service.custody import Brought, put_brought
from facility_app.modules.intake.tables import IntakeCase
from facility_app.modules.residents.api import RegisterResident, register_resident
from facility_app.modules.stays.api import (
    AdmissionReason,
    AdmitResident,
    DecisionFacts,
    StayType,
    admit_resident,
)

MOST = 200
"""People of one delivery; a longer list comes from a spreadsheet."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What everybody of one delivery has in common.

    Attributes:
        decision: the decision, or its authority and day where each person has a number of their own.
        delivered_at: when they were handed over; with who delivered them, for the minutes.
        reason: why findings of the law are gone over.
    """

    stay_type: StayType
    admission_reason: AdmissionReason
    admitted_on: date | None
    decision: DecisionFacts | None = None
    assignment: DecisionFacts | None = None
    delivered_at: datetime | None = None
    delivering_name: str | None = field(default=None, repr=False)
    delivering_position: str | None = None
    delivering_agency: str | None = None
    contract_number: str | None = None
    contract_end_on: date | None = None
    custody_until: date | None = None
    reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ReceivePerson:
    """The fast case: one person from a paper decision.

    Attributes:
        brought: money and things; None for later.
        condition_seen: what the receiving officer saw, for the minutes.
        is_checked: whether person, file and identity papers were compared.
    """

    arrival: Arrival
    delivery: Delivery
    brought: Brought | None = None
    condition_seen: str | None = field(default=None, repr=False)
    is_checked: bool = False


@dataclass(frozen=True, slots=True)
class ReceiveMany:
    """A delivery of several people, under one head."""

    arrivals: tuple[Arrival, ...] = field(repr=False)
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class Received:
    """Somebody taken in.

    Attributes:
        code: of the stay.
        bed: as people say it; empty where none was chosen.
        findings: what the law, or a rule of the house, would have otherwise, in words.
    """

    case_id: str
    resident_id: str
    stay_id: str
    code: str
    bed: str = ""
    findings: tuple[str, ...] = ()


def receive_person(uow: UnitOfWork, command: ReceivePerson) -> Received:
    """Take one person in; all of it or nothing.

    Raises:
        UserError: ``similar_residents``, ``paper_number_taken``, ``stay_open_already``, ``stay_reason_needed``,
            ``bed_unknown``; as ``register_resident``, ``admit_resident``, ``place_resident``, ``take_in_at_door``.
    """
    require(uow, RECEIVE)
    faults = Faults()
    condition = faults.line("condition_seen", command.condition_seen)
    faults.refuse()
    with uow.act("intake.receive_person") as act:
        received, case = _taken(uow, command.arrival, command.delivery, frozenset())
        act.about(case)
        case.condition_seen = condition
        if command.is_checked:
            case.checked_on = local_date(uow.now)
        if command.brought is not None:
            put_brought(uow, case, command.brought)
        received = _in_bed(uow, received, command.arrival.bed)
        uow.session.flush()
    return received


def receive_many(uow: UnitOfWork, command: ReceiveMany) -> tuple[Received, ...]:
    """Take everybody of a delivery in; one who is refused keeps all of them out, and is named.

    Raises:
        UserError: ``no_arrivals``, ``too_many_arrivals``; ``arrival_refused`` with the line and what is wrong.
    """
    require(uow, RECEIVE)
    if not command.arrivals:
        raise UserError("no_arrivals", label("errors", "Chưa ghi người nào. Hãy ghi ít nhất một dòng."))
    if len(command.arrivals) > MOST:
        raise UserError(
            "too_many_arrivals",
            label(
                "errors", "Mỗi lần tiếp nhận tối đa {most} người. Hãy chia thành nhiều lần, hoặc nhập từ Excel."
            ),
            most=MOST,
        )
    made: list[Received] = []
    with uow.act("intake.receive_many"):
        for place, one in enumerate(command.arrivals, start=1):
            # People of one evening look alike among themselves: those above were typed by the same hand.
            seen = frozenset(earlier.resident_id for earlier in made)
            try:
                taken = _taken(uow, one, command.delivery, seen)[0]
                made.append(_in_bed(uow, taken, one.bed))
            except UserError as error:
                raise _refused(place, error) from error
        uow.session.flush()
    return tuple(made)


def _refused(place: int, error: UserError) -> UserError:
    """The refusal of one line of a sheet."""
    return UserError(
        "arrival_refused",
        label("errors", "Dòng {row}: {why} Chưa ghi ai cả; hãy sửa dòng này rồi lưu lại."),
        row=place,
        why=error.message,
    )


def _taken(
    uow: UnitOfWork, arrival: Arrival, delivery: Delivery, seen: frozenset[str]
) -> tuple[Received, IntakeCase]:
    resident_id = arrival.resident_id
    if not resident_id:
        _require_sex(arrival)
        order = RegisterResident(arrival.person, papers=arrival.papers, not_same=arrival.not_same | seen)
        resident_id = register_resident(uow, order).resident_id
    saved = admit_resident(uow, _admission(resident_id, arrival, delivery))
    wanted = sa.select(IntakeCase).where(IntakeCase.stay_id == saved.stay_id, IntakeCase.voided_at.is_(None))
    case = uow.session.scalars(wanted).one()
    case.delivered_at = delivery.delivered_at
    case.delivering_name = delivery.delivering_name
    case.delivering_position = delivery.delivering_position
    case.delivering_agency = delivery.delivering_agency
    uow.session.flush()
    said = tuple(one.text.format(**one.params) for one in saved.findings)
    return Received(case.id, resident_id, saved.stay_id, saved.code, findings=said), case


def _admission(resident_id: str, arrival: Arrival, delivery: Delivery) -> AdmitResident:
    return AdmitResident(
        resident_id,
        delivery.stay_type,
        delivery.admission_reason,
        delivery.admitted_on,
        _decision(arrival, delivery.decision),
        delivery.assignment,
        contract_number=delivery.contract_number,
        contract_end_on=delivery.contract_end_on,
        custody_until=delivery.custody_until,
        reason=delivery.reason,
    )


def _decision(arrival: Arrival, shared: DecisionFacts | None) -> DecisionFacts | None:
    """The shared decision with the number and the months of this person, where the line has its own."""
    if shared is None:
        return None
    number, _, symbol = arrival.number_text.strip().partition("/")
    return replace(
        shared,
        number=number or shared.number,
        symbol=symbol or shared.symbol,
        decided_months=arrival.months if arrival.months is not None else shared.decided_months,
    )


def _require_sex(arrival: Arrival) -> None:
    if arrival.sex is None:
        raise UserError(
            "field_missing",
            label("errors", "Cần giới tính như trên giấy tờ."),
            fields={"sex": label("errors", "Cần giới tính như trên giấy tờ.")},
        )


def _in_bed(uow: UnitOfWork, taken: Received, bed: str) -> Received:
    """Give the bed that was chosen, and say what speaks against it; somebody known who has one keeps it.

    Raises:
        UserError: ``bed_unknown``; as ``place_resident``.
    """
    if not bed.strip():
        return taken
    require(uow, PLACE_PEOPLE)
    if find_bed(uow, taken.resident_id) is not None:
        return taken
    placed = place_resident(uow, PlaceResident(taken.resident_id, find_bed_by_label(uow, bed)))
    told = tuple(one.error.message for one in placed.warnings)
    return replace(taken, bed=placed.bed, findings=(*taken.findings, *told))
