"""Orders of the fiction and what became of their doses: given, refused, vomited, late; some wait for a round."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from facility_app.app.demo.clock import day_of
from facility_app.app.demo.hands import Hands
from facility_app.app.demo.patients import (
    ALCOHOL,
    ALLERGY,
    CLOSED_LIST,
    HELD,
    OPIOIDS,
    SUBSTITUTION,
    WAITING,
    Patients,
)
from facility_app.app.demo.pharmacy import CABINET, HIV_MEDICINE, METHADONE, Stocked
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.checks import AllergySeverity
from facility_app.modules.medication.domain.orders import OrderKind, Route
from facility_app.modules.medication.domain.outcomes import TAKEN, Outcome
from facility_app.modules.medication.domain.rules import SHIPPED, RuleList
from facility_app.modules.medication.service.allergies import AddAllergy, add_allergy
from facility_app.modules.medication.service.deciding import hold_order, verify_order
from facility_app.modules.medication.service.giving import RecordDoses, record_doses
from facility_app.modules.medication.service.orders import OrderMedicine, order_medicine
from facility_app.modules.medication.service.preparing import DoseSaid
from facility_app.modules.medication.service.programmes import StartProgramme, start_programme
from facility_app.modules.medication.service.protocols import StartProtocol, start_protocol
from facility_app.modules.medication.service.rules import ApproveRule, approve_rule
from facility_app.modules.medication.service.standing import DecideOrder
from facility_app.modules.medication.service.writing import OrderWritten, Part
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit

PROTOCOL: Final = "opioid_symptomatic"
CLONIDINE, LOPERAMIDE, PARACETAMOL, THIAMINE, SUBSTITUTE, PRIVATE = range(6)
"""The orders doses are given of: the first three are the lines of the protocol."""


@dataclass(frozen=True, slots=True)
class Daily:
    """A dose at one hour of each day."""

    story: int
    medicine: str
    number: int
    unit: Unit
    hour: int


ORDERS: Final = {
    THIAMINE: Daily(ALCOHOL, "thiamine-100mg", 100, Unit.MG, 6),
    SUBSTITUTE: Daily(SUBSTITUTION, METHADONE, 20, Unit.MG, 8),
    PRIVATE: Daily(CLOSED_LIST, HIV_MEDICINE, 1, Unit.TABLET, 20),
}
NOT_VERIFIED: Final = Daily(WAITING, "omeprazole-20mg", 20, Unit.MG, 6)
PAUSED: Final = Daily(HELD, "paracetamol-500mg", 500, Unit.MG, 14)
REASONS: Final = {
    Outcome.REFUSED: label("demo", "Nói hết đau, không muốn uống; đã giải thích, báo bác sĩ"),
    Outcome.VOMITED: label("demo", "Nôn ra sau 10 phút, thấy viên thuốc; báo bác sĩ"),
    Outcome.LATE: label("demo", "Đi khám chuyên khoa về muộn"),
    Outcome.HELD: label("demo", "Đang sốt cao, chờ bác sĩ khám"),
}
NEEDED: Final = {LOPERAMIDE: "15:00", PARACETAMOL: "16:00"}
GIVEN: Final = {
    3: {(CLONIDINE, "20:00"): Outcome.GIVEN},
    2: {
        (CLONIDINE, "06:00"): Outcome.GIVEN, (THIAMINE, "06:00"): Outcome.GIVEN,
        (SUBSTITUTE, "08:00"): Outcome.GIVEN, (CLONIDINE, "14:00"): Outcome.GIVEN,
        (LOPERAMIDE, "prn"): Outcome.GIVEN, (CLONIDINE, "20:00"): Outcome.REFUSED,
        (PRIVATE, "20:00"): Outcome.GIVEN,
    },
    1: {
        (CLONIDINE, "06:00"): Outcome.GIVEN, (THIAMINE, "06:00"): Outcome.HELD,
        (SUBSTITUTE, "08:00"): Outcome.LATE, (CLONIDINE, "14:00"): Outcome.VOMITED,
        (PARACETAMOL, "prn"): Outcome.GIVEN, (CLONIDINE, "20:00"): Outcome.GIVEN,
        (PRIVATE, "20:00"): Outcome.GIVEN,
    },
    0: {(CLONIDINE, "06:00"): Outcome.GIVEN, (THIAMINE, "06:00"): Outcome.GIVEN},
}  # fmt: skip
"""Days before the last one → what became of which dose; those of the last morning wait for their round."""
SOON, LATE = timedelta(minutes=5), timedelta(minutes=95)


@dataclass(slots=True)
class Orders:
    """The orders as they stand, by the number they have here."""

    hands: Hands
    patients: Patients
    stocked: Stocked
    ids: dict[int, str] = field(default_factory=dict)
    held_id: str = ""

    def write(self, uow: UnitOfWork) -> None:
        """A doctor stands by a protocol and starts it, opens a programme, and orders the rest."""
        second = self.hands.agreed(uow, "medication.approve_rule", Role.PHARMACIST)
        approve_rule(uow, ApproveRule(RuleList.PROTOCOL, PROTOCOL, SHIPPED, second))
        somebody = self.patients.of_story(OPIOIDS).resident_id
        started = start_protocol(uow, StartProtocol(somebody, PROTOCOL, counselled_on=local_date(uow.now)))
        self.ids.update(enumerate(started.order_ids))
        person = self.patients.of_story(SUBSTITUTION)
        consent = str(label("demo", "Mẹ của người cai nghiện")) if person.is_minor else person.name
        methadone = self.stocked.medicines[METHADONE]
        start_programme(
            uow,
            StartProgramme(person.resident_id, methadone, "09/2026", consent, day_of(4), person.is_minor),
        )
        self.ids.update({number: self._order(uow, wanted) for number, wanted in ORDERS.items()})
        self._order(uow, NOT_VERIFIED)
        self.held_id = self._order(uow, PAUSED)

    def verify(self, uow: UnitOfWork) -> None:
        """The pharmacist releases them, but for one that came too late."""
        for order_id in (*self.ids.values(), self.held_id):
            verify_order(uow, DecideOrder(order_id, 1))

    def hold(self, uow: UnitOfWork) -> None:
        """The doctor pauses one."""
        hold_order(uow, DecideOrder(self.held_id, 2, str(REASONS[Outcome.HELD])))

    def give(self, uow: UnitOfWork, days_ago: int) -> None:
        """A nurse writes down what became of the doses of a day, before a witness."""
        said = tuple(
            self._said(number, days_ago, slot, outcome) for (number, slot), outcome in GIVEN[days_ago].items()
        )
        record_doses(uow, RecordDoses(said, self.hands.agreed(uow, "pharmacy.take_dose", Role.CHIEF_NURSE)))

    def _order(self, uow: UnitOfWork, wanted: Daily) -> str:
        written = OrderWritten(
            self.stocked.medicines[wanted.medicine],
            OrderKind.REGULAR,
            (Part(Quantity(Decimal(wanted.number), wanted.unit), (time(wanted.hour),)),),
            Route.ORAL,
        )
        person = self.patients.of_story(wanted.story)
        return order_medicine(uow, OrderMedicine(person.resident_id, written)).order_id

    def _said(self, number: int, days_ago: int, slot: str, outcome: Outcome) -> DoseSaid:
        day = day_of(days_ago)
        due_at = datetime.combine(day, time.fromisoformat(NEEDED.get(number, slot)), LOCAL)
        return DoseSaid(
            self.ids[number],
            day,
            slot,
            outcome,
            (due_at + (LATE if outcome is Outcome.LATE else SOON)).astimezone(UTC),
            place_id=self.stocked.places[CABINET] if outcome in TAKEN else None,
            reason=str(REASONS.get(outcome, "")),
        )


def write_allergy(uow: UnitOfWork, patients: Patients) -> None:
    """Somebody cannot take a group of medicines."""
    reaction = str(label("demo", "Nổi mề đay toàn thân sau khi tiêm"))
    person = patients.of_story(ALLERGY).resident_id
    add_allergy(
        uow,
        AddAllergy(person, "Penicilin", AllergySeverity.SEVERE, "penicillins", reaction, is_certain=True),
    )
