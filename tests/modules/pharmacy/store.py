"""A made-up pharmacy: four places, four medicines, a nurse who holds the cabinet, a second person who agrees."""

import itertools
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, TypeVar

import pytest
import sqlalchemy as sa

from facility_app.app.registry import MODULES
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.sex import Sex
from facility_app.modules.access.domain import Countersign
from facility_app.modules.access.service import AddUser, add_user
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import CreateFacility, create_facility
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.pharmacy.domain.classes import DrugClass, PlaceKind
from facility_app.modules.pharmacy.domain.medicines import Flags, MedicineFacts
from facility_app.modules.pharmacy.queries.check import LedgerCheck, verify_ledger
from facility_app.modules.pharmacy.queries.shelf import list_balances
from facility_app.modules.pharmacy.service.cabinets import TakeOverCabinet, take_over_cabinet
from facility_app.modules.pharmacy.service.catalogue import AddMedicine, AddPlace, add_medicine, add_place
from facility_app.modules.pharmacy.service.doses import TakeDose, TakeDoses, Taken, take_doses
from facility_app.modules.pharmacy.service.slips import Arriving, Moved
from facility_app.modules.pharmacy.service.store import (
    LotPart,
    MoveStock,
    ReceiveStock,
    move_stock,
    receive_stock,
)
from facility_app.modules.residents.domain.person import Person
from tests.helpers.facility import DEVICE, Facility
from tests.helpers.fakes import CountingIds, FixedClock
from tests.helpers.probe import HOME, VaultFile, engine_of, migrated_file, rows
from tests.helpers.slots import RecordedSlots
from tests.modules.residents.people import register

T = TypeVar("T")
TODAY: Final = date(2026, 11, 23)
NOW: Final = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Monday 23 November 2026, 09:00 here."""
PHARMACIST: Final = (Role.PHARMACIST,)
NURSE: Final = (Role.NURSE,)
HEAD: Final = (Role.HEAD,)
FIRST: Final = "Quản Trị"
SECOND: Final = "Người Thứ Hai"
METHADONE: Final = MedicineFacts(
    "Methadon",
    "10 mg/ml",
    "Dung dịch uống",
    Unit.ML,
    Unit.MG,
    10_000,
    pack="Chai 1.000 ml",
    atc="N07BC02",
    registration_no="VD-29589-18",
    ask_above=120_000,
)
DIAZEPAM: Final = MedicineFacts("Diazepam", "5 mg", "Viên nén", Unit.TABLET, Unit.MG, 5_000, atc="N05BA01")
HALOPERIDOL: Final = MedicineFacts(
    "Haloperidol", "1,5 mg", "Viên nén", Unit.TABLET, Unit.MG, 1_500, low_below=15_000
)
TLD: Final = MedicineFacts(
    "TDF/3TC/DTG", "300/300/50 mg", "Viên nén", Unit.TABLET, Unit.TABLET, 1_000, flags=Flags(reveals_hiv=True)
)
CLASSED: Final = {
    "methadone": (METHADONE, DrugClass.NARCOTIC),
    "diazepam": (DIAZEPAM, DrugClass.PSYCHOTROPIC),
    "haloperidol": (HALOPERIDOL, DrugClass.ORDINARY),
    "tld": (TLD, DrugClass.ORDINARY),
}
PLACES: Final = {
    "safe": AddPlace("K1", "Tủ khóa kho chính", PlaceKind.CTRL_SAFE),
    "normal": AddPlace("K2", "Kho thuốc thường", PlaceKind.NORMAL),
    "cabinet": AddPlace("T1", "Tủ trực khu A", PlaceKind.CABINET, has_compartment=True),
    "quarantine": AddPlace("K9", "Khu biệt trữ", PlaceKind.QUARANTINE),
}
SHELF_OF: Final = {"methadone": "safe", "diazepam": "safe", "haloperidol": "normal", "tld": "normal"}
LATER: Final = date(2028, 6, 30)


@dataclass
class Pharmacy:
    """A facility with its medicines.

    Attributes:
        ids: places, medicines, lots and people by the tests' own names.
    """

    facility: Facility
    ids: dict[str, str] = field(default_factory=dict)
    given: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def __getitem__(self, name: str) -> str:
        """The id of something by its name."""
        return self.ids[name]

    def actor(self, *roles: Role) -> Actor:
        """The account of the tests in these roles."""
        return self.facility.actor(*roles)

    def write(self, verb: Callable[..., T], *arguments: Any, by: Sequence[Role] = PHARMACIST) -> T:
        """One decision, saved."""
        with self.facility.database.write(self.actor(*by)) as uow:
            answer = verb(uow, *arguments)
            uow.commit()
        return answer

    def read(self, query: Callable[..., T], *arguments: Any, by: Sequence[Role] = PHARMACIST) -> T:
        """One question."""
        with self.facility.database.read(self.actor(*by)) as uow:
            return query(uow, *arguments)

    def refused(self, verb: Callable[..., Any], *arguments: Any, by: Sequence[Role] = PHARMACIST) -> FacilityError:
        """The refusal of one decision: words without a hole, and nothing written."""
        before = self.sql("SELECT count(*) FROM stock_entry")
        with pytest.raises(FacilityError) as told:
            self.write(verb, *arguments, by=by)
        assert "{" not in told.value.message
        assert self.sql("SELECT count(*) FROM stock_entry") == before
        return told.value

    def sql(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """What the file holds below all rules."""
        return rows(self.facility.database, statement, *values)

    def below(self, statement: str) -> str:
        """What the file itself answers to somebody who goes past the program; nothing when it takes it."""
        with engine_of(self.facility.file.path) as engine, engine.begin() as connection:
            try:
                connection.exec_driver_sql(statement)
            except sa.exc.DatabaseError as told:
                return str(told.orig)
        return ""

    def agreed(self, verb: str, roles: Sequence[Role] = (Role.NURSE, Role.HEAD)) -> Countersign:
        """The second person agrees to a verb, just now."""
        now, by = self.facility.file.clock.at, self.facility.admin.user_id
        return Countersign(f"{next(self.given):032}", verb, by, self["second"], SECOND, frozenset(roles), now)

    def receive(self, medicine: str, lot: str, count: int | str, expires: date = LATER, **more: Any) -> Moved:
        """So many of the shelf's unit come."""
        line = Arriving(self[medicine], lot, expires, self.stock(medicine, count))
        place = more.pop("place", SHELF_OF[medicine])
        more.setdefault("countersign", self.agreed("pharmacy.receive_stock"))
        command = ReceiveStock(self[place], (line,), "Công ty Dược Hà Tây", "HĐ 12", **more)
        made = self.write(receive_stock, command)
        ((self.ids[lot],),) = self.sql("SELECT lot_id FROM stock_entry WHERE id = ?", made.entry_ids[0])
        return made

    def move(self, lot: str, count: int | str, medicine: str, to: str = "cabinet", **more: Any) -> Moved:
        """So many of a lot go somewhere."""
        from_place = more.pop("start", SHELF_OF[medicine])
        more.setdefault("countersign", self.agreed("pharmacy.move_stock"))
        part = LotPart(self[lot], self.stock(medicine, count))
        return self.write(move_stock, MoveStock(self[from_place], self[to], (part,), **more))

    def dose(self, medicine: str, number: int | str, dose: str = "d1", **more: Any) -> TakeDose:
        """What a nurse writes for one dose."""
        unit = more.pop("unit", CLASSED[medicine][0].dose_unit)
        place, person = more.pop("place", "cabinet"), more.pop("person", "duc")
        return TakeDose(
            f"{dose:0>32}", self[person], self[medicine], Quantity(Decimal(number), unit), self[place], **more
        )

    def take(self, *doses: TakeDose, by: Sequence[Role] = NURSE, **more: Any) -> tuple[Taken, ...]:
        """A round, with the witness."""
        more.setdefault("countersign", self.agreed("pharmacy.take_dose"))
        return self.write(take_doses, TakeDoses(doses, **more), by=by)

    def stock(self, medicine: str, count: int | str) -> Quantity:
        """So many of the shelf's unit."""
        return Quantity(Decimal(count), CLASSED[medicine][0].stock_unit)

    def left(self) -> dict[tuple[str, str], str]:
        """Place and lot number → what is left, in the shelf's unit."""
        found = self.read(list_balances)
        return {(one.place, one.lot_no): one.measure.stock_text(one.left) for one in found}

    def check(self) -> LedgerCheck:
        """Whether the ledger is as it was written."""
        return self.read(verify_ledger)

    def tasks(self, kind: str) -> list[tuple[Any, ...]]:
        """Open tasks of a kind: occasion, role, due."""
        asked = "SELECT occasion, role, due_at FROM task WHERE kind = ? AND status = 'open' ORDER BY occasion"
        return self.sql(asked, kind)


def furnish(pharmacy: Pharmacy) -> None:
    """Places, medicines, people, and the cabinet taken over; nothing lies anywhere."""

    def build(uow: UnitOfWork) -> None:
        create_facility(uow, CreateFacility(HOME, "Cơ sở cai nghiện ma túy số 1", "01", UnitKind.PUBLIC))
        second = add_user(uow, AddUser(SECOND, ("HEAD", "NURSE"), "mật khẩu dài")).user
        pharmacy.ids["second"] = second.user_id
        for name, place in PLACES.items():
            pharmacy.ids[name] = add_place(uow, place).id
        for name, (facts, drug_class) in CLASSED.items():
            command = AddMedicine(facts, drug_class, date(2017, 1, 1), "TT 18/2026/TT-BYT")
            pharmacy.ids[name] = add_medicine(uow, command).id
        for name, person in PEOPLE.items():
            pharmacy.ids[name] = register(uow, person).resident_id
        take_over_cabinet(uow, TakeOverCabinet(pharmacy["cabinet"]))

    roles = (Role.HEAD, Role.ADMIN, Role.PHARMACIST, Role.NURSE, Role.CLERK)
    with pharmacy.facility.database.write(pharmacy.facility.actor(*roles)) as uow:
        build(uow)
        uow.commit()


PEOPLE: Final = {
    "duc": Person(name="Nguyễn Văn Đức", sex=Sex.MALE, birth_on=date(1990, 5, 17)),
    "hoa": Person(name="Trần Thị Hoa", sex=Sex.FEMALE, birth_year=1992),
}


def opened(folder: Path) -> Generator[Pharmacy, None, None]:
    """A pharmacy of its own, closed at the end."""
    slots = RecordedSlots()
    file = migrated_file(folder, key_slots=slots, modules=MODULES, clock=FixedClock(NOW))
    with closing(file.database()) as database:
        with database.write(Actor("system", frozenset(), DEVICE)) as uow:
            made = add_user(uow, AddUser(FIRST, ("ADMIN", "NURSE"), "mật khẩu dài")).user
            uow.commit()
        pharmacy = Pharmacy(Facility(file, database, slots, Actor(made.user_id, made.roles, DEVICE)))
        furnish(pharmacy)
        yield pharmacy


def again(pattern: Pharmacy, folder: Path) -> Iterator[Pharmacy]:
    """The same pharmacy in a folder it was copied to."""
    slots = RecordedSlots()
    file = VaultFile(folder, ids=CountingIds(100_000), key_slots=slots, modules=MODULES, clock=FixedClock(NOW))
    with closing(file.database()) as database:
        at_work = Facility(file, database, slots, pattern.facility.admin)
        # What was agreed to in the pattern cannot be used again.
        yield Pharmacy(at_work, dict(pattern.ids), itertools.count(1000))
