"""A made-up ward: the pharmacy of its tests, two people in their beds, a doctor, a pharmacist, a nurse."""

import itertools
import shutil
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, TypeVar

import pytest

from facility_app.app.registry import MODULES
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.dates import LOCAL
from facility_app.kernel.errors import FacilityError
from facility_app.modules.access.api import GrantKind
from facility_app.modules.access.domain import Countersign
from facility_app.modules.access.service import AddUser, GiveGrant, add_user, give_grant
from facility_app.modules.housing.domain.places import ZoneKind
from facility_app.modules.housing.service.places import AddZone
from facility_app.modules.housing.service.placing import PlaceResident, place_resident
from facility_app.modules.housing.service.takeover import (
    PlanBuilding,
    PlanRoom,
    PlanZone,
    TakeOverHouse,
    take_over_house,
)
from facility_app.modules.medication.domain.orders import OrderKind, Route
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.queries.mar import DueRow, RoundAsked, list_round
from facility_app.modules.medication.service.deciding import verify_order
from facility_app.modules.medication.service.giving import RecordDoses, Recorded, record_doses
from facility_app.modules.medication.service.orders import OrderMedicine, order_medicine
from facility_app.modules.medication.service.preparing import DoseSaid
from facility_app.modules.medication.service.programmes import StartProgramme, start_programme
from facility_app.modules.medication.service.rules import ApproveRule, approve_rule
from facility_app.modules.medication.service.standing import DecideOrder, Ordered
from facility_app.modules.medication.service.weighing import Answers
from facility_app.modules.medication.service.writing import OrderWritten, Part
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.pharmacy.domain.classes import DrugClass
from facility_app.modules.pharmacy.domain.medicines import Flags, MedicineFacts
from facility_app.modules.pharmacy.service.catalogue import AddMedicine, add_medicine
from facility_app.modules.pharmacy.service.slips import Arriving
from facility_app.modules.pharmacy.service.store import ReceiveStock, receive_stock
from facility_app.modules.staff.domain import StaffKind
from facility_app.modules.staff.service import MemberWish, add_staff_member
from facility_app.modules.stays.domain.decisions import DecisionFacts
from facility_app.modules.stays.domain.types import AdmissionReason, StayType
from facility_app.modules.stays.service.admission import AdmitResident, admit_resident
from tests.helpers.facility import DEVICE, Facility
from tests.helpers.fakes import CountingIds, FixedClock
from tests.helpers.probe import VaultFile
from tests.helpers.slots import RecordedSlots
from tests.modules.pharmacy.store import CLASSED, LATER, NOW, TODAY, Pharmacy
from tests.modules.pharmacy.store import opened as pharmacy_opened

T = TypeVar("T")
PARACETAMOL: Final = MedicineFacts(
    "Paracetamol", "500 mg", "Viên nén", Unit.TABLET, Unit.MG, 500_000, atc="N02BE01", ask_above=1_000_000
)
EFAVIRENZ: Final = MedicineFacts(
    "TDF/FTC/EFV",
    "300/200/600 mg",
    "Viên nén",
    Unit.TABLET,
    Unit.TABLET,
    1000,
    atc="J05AR06",
    flags=Flags(reveals_hiv=True),
)
CLONIDINE: Final = MedicineFacts("Clonidin", "0,15 mg", "Viên nén", Unit.TABLET, Unit.MCG, 150_000, atc="C02AC01")
LOPERAMIDE: Final = MedicineFacts("Loperamid", "2 mg", "Viên nang", Unit.CAPSULE, Unit.MG, 2000, atc="A07DA03")
MORE: Final = {
    "paracetamol": (PARACETAMOL, DrugClass.ORDINARY),
    "efavirenz": (EFAVIRENZ, DrugClass.ORDINARY),
    "clonidine": (CLONIDINE, DrugClass.ORDINARY),
    "loperamide": (LOPERAMIDE, DrugClass.ORDINARY),
}
FACTS: Final = {**CLASSED, **MORE}
STAFF: Final = {
    "doctor": ("Bác Sĩ Lan", Role.DOCTOR),
    "other doctor": ("Bác Sĩ Minh", Role.DOCTOR),
    "chemist": ("Dược Sĩ Tú", Role.PHARMACIST),
    "chief": ("Điều Dưỡng Trưởng", Role.CHIEF_NURSE),
    "head": ("Giám Đốc Hà", Role.HEAD),
    "clerk": ("Văn Thư Mai", Role.CLERK),
    "guard": ("Bảo Vệ Sơn", Role.GUARD),
    "auditor": ("Kiểm Tra Nga", Role.AUDITOR),
}
DECIDED: Final = DecisionFacts("12", date(2026, 7, 30), "Tòa án nhân dân khu vực 1", "QĐ-TA", decided_months=24)
PLAN: Final = TakeOverHouse(
    (
        PlanZone(
            AddZone("A", "Khu A", ZoneKind.RESIDENTS, None), (PlanBuilding("N1", "Nhà 1", (PlanRoom("P1", 4),)),)
        ),
        PlanZone(
            AddZone("B", "Khu B", ZoneKind.RESIDENTS, None), (PlanBuilding("N1", "Nhà 1", (PlanRoom("P1", 4),)),)
        ),
    ),
    "bản vẽ thử",
)
MORNING: Final = time(8)


@dataclass
class Ward:
    """The facility; ``at`` sets the hour, ``by`` names who acts."""

    pharmacy: Pharmacy
    ids: dict[str, str]
    given: Iterator[int] = field(default_factory=lambda: itertools.count(5000))

    def __getitem__(self, name: str) -> str:
        """The id of somebody or something by the tests' own name."""
        return self.ids.get(name) or self.pharmacy.ids[name]

    @property
    def facility(self) -> Facility:
        """The facility."""
        return self.pharmacy.facility

    def at(self, hour: int, minute: int = 0, day: date = TODAY) -> datetime:
        """It is that time here now."""
        self.facility.file.clock.at = datetime.combine(day, time(hour, minute), LOCAL).astimezone(UTC)
        return self.facility.file.clock.at

    def actor(self, who: str) -> Actor:
        """Whoever acts; the nurse holds the cabinet."""
        if who == "nurse":
            return self.facility.actor(Role.NURSE)
        return Actor(self.ids[who], frozenset({STAFF[who][1]}), DEVICE)

    def write(self, verb: Callable[..., T], *arguments: Any, by: str = "doctor") -> T:
        """One decision, saved."""
        with self.facility.database.write(self.actor(by)) as uow:
            answer = verb(uow, *arguments)
            uow.commit()
        return answer

    def read(self, query: Callable[..., T], *arguments: Any, by: str = "doctor") -> T:
        """One question."""
        with self.facility.database.read(self.actor(by)) as uow:
            return query(uow, *arguments)

    def refused(self, verb: Callable[..., Any], *arguments: Any, by: str = "doctor") -> FacilityError:
        """The refusal of one decision: words without a hole, and nothing written."""
        asked = "SELECT (SELECT max(seq) FROM audit_entry), (SELECT count(*) FROM stock_entry)"
        before = self.sql(asked)
        with pytest.raises(FacilityError) as told:
            self.write(verb, *arguments, by=by)
        assert "{" not in told.value.message
        assert self.sql(asked) == before
        return told.value

    def sql(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """What the file holds below all rules."""
        return self.pharmacy.sql(statement, *values)

    def agreed(self, verb: str, by: str = "nurse") -> Countersign:
        """The second person agrees to a verb of somebody, just now."""
        now, user = self.facility.file.clock.at, self.actor(by).user_id
        roles = frozenset({Role.NURSE, Role.HEAD})
        return Countersign(f"{next(self.given):032}", verb, user, self["second"], "Người Thứ Hai", roles, now)

    def written(self, medicine: str, number: int | str, *hours: int, **more: Any) -> OrderWritten:
        """What a doctor writes; regular when hours are named, as needed when a reason is."""
        unit = more.pop("unit", None) or FACTS[medicine][0].dose_unit
        kind = more.pop("kind", OrderKind.REGULAR if hours else OrderKind.AS_NEEDED)
        parts = more.pop("parts", (Part(Quantity(Decimal(number), unit), tuple(time(one) for one in hours)),))
        if kind is OrderKind.AS_NEEDED:
            more = {"reason": "đau", "least_minutes": 240, "most_a_day": 4, **more}
        reasons = more.pop("reasons", {})
        more.setdefault("answers", Answers(reasons, more.pop("countersign", None)))
        return OrderWritten(self[medicine], kind, parts, more.pop("route", Route.ORAL), **more)

    def order(self, medicine: str, number: int | str, *hours: int, person: str = "duc", **more: Any) -> Ordered:
        """An order that stands, verified unless said otherwise."""
        is_verified = more.pop("verified", True)
        command = OrderMedicine(self[person], self.written(medicine, number, *hours, **more))
        made = self.write(order_medicine, command)
        return (
            self.write(verify_order, DecideOrder(made.order_id, made.version), by="chemist")
            if is_verified
            else made
        )

    def said(self, order: Ordered, slot: str, outcome: Outcome = Outcome.GIVEN, **more: Any) -> DoseSaid:
        """What a nurse says of a dose of today."""
        place = None if outcome in {Outcome.REFUSED, Outcome.HELD, Outcome.ABSENT} else self["cabinet"]
        return DoseSaid(
            order.order_id, more.pop("day", TODAY), slot, outcome, place_id=more.pop("place", place), **more
        )

    def record(self, *doses: DoseSaid, by: str = "nurse", **more: Any) -> tuple[Recorded, ...]:
        """Doses written down, with the witness."""
        more.setdefault("countersign", self.agreed("pharmacy.take_dose", by))
        return self.write(record_doses, RecordDoses(doses, **more), by=by)

    def no(self, *doses: DoseSaid, by: str = "nurse", **more: Any) -> FacilityError:
        """The refusal of a dose."""
        more.setdefault("countersign", self.agreed("pharmacy.take_dose", by))
        return self.refused(record_doses, RecordDoses(doses, **more), by=by)

    def round(self, by: str = "nurse", **more: Any) -> tuple[DueRow, ...]:
        """The doses of today."""
        return self.read(list_round, RoundAsked(more.pop("day", TODAY), **more), by=by)

    def approve(self, rule_list: RuleList, *codes: str, by: str = "other doctor") -> None:
        """Rules as they came along, approved."""
        for code in codes:
            self.write(approve_rule, self.approving(rule_list, code, 0, by), by=by)

    def approving(self, rule_list: RuleList, code: str, version: int, by: str = "other doctor") -> ApproveRule:
        """Somebody stands by a version of a rule, and a second person with them."""
        return ApproveRule(rule_list, code, version, self.agreed("medication.approve_rule", by))

    def grant(self, by: str = "doctor", person: str = "duc") -> None:
        """Somebody of the care team may know, for today."""
        who = "Quản Trị" if by == "nurse" else STAFF[by][0]
        command = GiveGrant(who, GrantKind.HIV_TREATING, self[person], "điều trị", TODAY, TODAY)
        self.write(give_grant, command, by="head")

    def programme(self, person: str = "duc", **more: Any) -> str:
        """A substitution programme with methadone."""
        command = StartProgramme(self[person], self["methadone"], "09/2026", "Nguyễn Văn Đức", TODAY, **more)
        return self.write(start_programme, command).programme_id


def furnish(pharmacy: Pharmacy) -> Ward:
    """Accounts with their people, two zones, two residents in beds, more medicines in the cabinet."""
    ward = Ward(pharmacy, {})

    def build(uow: UnitOfWork) -> None:
        for name, (who, role) in STAFF.items():
            ward.ids[name] = add_user(uow, AddUser(who, (role.value,), "mật khẩu dài")).user.user_id
        people = {**{one: ward.ids[key] for key, (one, _) in STAFF.items()}}
        people["Điều Dưỡng Vân"] = pharmacy.facility.admin.user_id
        for who, user_id in people.items():
            add_staff_member(uow, MemberWish(who, StaffKind.CONTRACT, date(2020, 1, 1), user_id=user_id))
        take_over_house(uow, PLAN)
        for name, (facts, drug_class) in MORE.items():
            command = AddMedicine(facts, drug_class, date(2017, 1, 1), "Luật Dược 105/2016/QH13")
            pharmacy.ids[name] = add_medicine(uow, command).id
        for person in ("duc", "hoa"):
            stay = (StayType.COMPULSORY_ADULT, AdmissionReason.NOT_REGISTERED, date(2026, 8, 1), DECIDED)
            ward.ids[f"{person}'s stay"] = admit_resident(uow, AdmitResident(pharmacy[person], *stay)).stay_id

    roles = (Role.HEAD, Role.ADMIN, Role.PHARMACIST, Role.CLERK, Role.INTAKE)
    with pharmacy.facility.database.write(pharmacy.facility.actor(*roles)) as uow:
        build(uow)
        uow.commit()
    beds = {label: one for one, label in ward.sql("SELECT id, label FROM housing_bed ORDER BY label")}
    for person, bed in zip(("duc", "hoa"), (sorted(beds)[0], sorted(beds)[-1]), strict=True):
        with pharmacy.facility.database.write(pharmacy.facility.actor(Role.HEAD)) as uow:
            place_resident(uow, PlaceResident(pharmacy[person], beds[bed], reason="nhận vào"))
            uow.commit()
    return ward


def stock(pharmacy: Pharmacy) -> None:
    """Something of each in the cabinet."""
    for medicine, lot, count in (("methadone", "M01", 100), ("diazepam", "D01", 40), ("tld", "L01", 30)):
        pharmacy.receive(medicine, lot, count)
        pharmacy.move(lot, count, medicine)
    for medicine, lot in (
        ("paracetamol", "P01"),
        ("efavirenz", "E01"),
        ("clonidine", "C01"),
        ("loperamide", "O01"),
    ):
        quantity = Quantity(Decimal(50), FACTS[medicine][0].stock_unit)
        line = Arriving(pharmacy[medicine], lot, LATER, quantity)
        pharmacy.write(receive_stock, ReceiveStock(pharmacy["cabinet"], (line,), "Công ty Dược", "HĐ 12"))


def opened(folder: Path) -> Generator[Ward, None, None]:
    """A ward of its own, closed at the end."""
    made = pharmacy_opened(folder)
    pharmacy = next(made)
    ward = furnish(pharmacy)
    stock(pharmacy)
    yield ward
    made.close()


def again(pattern: Ward, folder: Path) -> Iterator[Ward]:
    """The same ward in a folder it was copied to."""
    shutil.copytree(pattern.facility.file.folder, folder)
    slots = RecordedSlots()
    file = VaultFile(folder, ids=CountingIds(100_000), key_slots=slots, modules=MODULES, clock=FixedClock(NOW))
    with closing(file.database()) as database:
        at_work = Facility(file, database, slots, pattern.facility.admin)
        pharmacy = Pharmacy(at_work, dict(pattern.pharmacy.ids), itertools.count(1000))
        yield Ward(pharmacy, dict(pattern.ids))


ANYBODY: Final[Sequence[str]] = (*STAFF, "nurse")
