"""The pharmacy of the demo: a few medicines, four places, what came, went to the cabinet and was counted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from facility_app.app.demo.clock import day_of
from facility_app.app.demo.hands import Hands
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.pharmacy.domain.classes import PlaceKind
from facility_app.modules.pharmacy.domain.medicines import SHELF, read_medicines
from facility_app.modules.pharmacy.queries.shelf import list_balances
from facility_app.modules.pharmacy.service.cabinets import TakeOverCabinet, take_over_cabinet
from facility_app.modules.pharmacy.service.catalogue import (
    AddMedicine,
    AddPlace,
    ApproveMedicine,
    Saved,
    add_medicine,
    add_place,
    approve_medicine,
)
from facility_app.modules.pharmacy.service.counts import Found, RecordCount, record_count
from facility_app.modules.pharmacy.service.days import CloseDay, close_day
from facility_app.modules.pharmacy.service.destroying import AskDestruction, ask_destruction
from facility_app.modules.pharmacy.service.requests import (
    AskRequisition,
    DecideRequisition,
    IssueRequisition,
    Wanted,
    approve_requisition,
    ask_requisition,
    issue_requisition,
)
from facility_app.modules.pharmacy.service.slips import Arriving
from facility_app.modules.pharmacy.service.store import (
    LotPart,
    MoveStock,
    ReceiveStock,
    move_stock,
    receive_stock,
)

METHADONE, HIV_MEDICINE = "methadone-10mg-ml", "tld"
LOPERAMIDE: Final = "loperamide-2mg"


@dataclass(frozen=True, slots=True)
class Lot:
    """What came of one medicine, how it was packed, and how much went on to the cabinet, in units of the shelf."""

    number: str
    expires_on: date
    unit: Unit
    count: int
    to_cabinet: int
    pack: str

    def of(self, number: int) -> Quantity:
        """So many of the unit of the shelf."""
        return Quantity(Decimal(number), self.unit)


BOTTLE, JAR, BOX = (
    str(label("demo", "Chai 1.000 ml")),
    str(label("demo", "Lọ 30 viên")),
    str(label("demo", "Hộp 10 vỉ × 10 viên")),
)
LOTS: Final = {
    METHADONE: Lot("MTD2603", date(2028, 3, 31), Unit.ML, 2_000, 200, BOTTLE),
    HIV_MEDICINE: Lot("TLD8812", date(2028, 1, 31), Unit.TABLET, 90, 60, JAR),
    "clonidine-150mcg": Lot("CLN0417", date(2028, 5, 31), Unit.TABLET, 300, 100, BOX),
    LOPERAMIDE: Lot("LPR1190", date(2027, 9, 30), Unit.CAPSULE, 200, 40, BOX),
    "paracetamol-500mg": Lot("PAR7731", date(2029, 2, 28), Unit.TABLET, 1_000, 100, BOX),
    "thiamine-100mg": Lot("THI2255", date(2028, 8, 31), Unit.TABLET, 500, 100, BOX),
    # So that something ends soon, and something is short.
    "omeprazole-20mg": Lot("OME3140", date(2026, 12, 15), Unit.CAPSULE, 60, 20, BOX),
}
LOW: Final = {"omeprazole-20mg": 2_000_000}
"""In thousandths of a milligram: a hundred capsules."""
TO_BE_APPROVED: Final = frozenset({"omeprazole-20mg"})
SAFE, STORE, CABINET, QUARANTINE = "K1", "K2", "T1", "K9"
PLACES: Final = (
    AddPlace(SAFE, str(label("demo", "Tủ khóa thuốc phải kiểm soát")), PlaceKind.CTRL_SAFE),
    AddPlace(STORE, str(label("demo", "Kho thuốc thường")), PlaceKind.NORMAL),
    AddPlace(CABINET, str(label("demo", "Tủ trực khu điều trị")), PlaceKind.CABINET, has_compartment=True),
    AddPlace(QUARANTINE, str(label("demo", "Khu biệt trữ chờ hủy")), PlaceKind.QUARANTINE),
)
SUPPLIER: Final = label("demo", "Công ty dược phẩm Giả Định")
DEPARTMENT: Final = label("demo", "Khoa điều trị")
TAKE_DOSE: Final = "pharmacy.take_dose"


@dataclass(frozen=True, slots=True)
class Stocked:
    """Medicines and places by code."""

    medicines: Mapping[str, str]
    places: Mapping[str, str]


def write_pharmacy(hands: Hands) -> Stocked:
    """Three days before the last: the catalogue, what came, and what lies in the cabinet a nurse holds."""
    hands.clock.turn(3, 7)
    with hands.by(Role.PHARMACIST) as uow:
        medicines = _add_medicines(uow)
        places = {place.code: add_place(uow, place).id for place in PLACES}
        stocked = Stocked({code: one.id for code, one in medicines.items()}, places)
        _receive(hands, uow, stocked)
    with hands.by(Role.DOCTOR) as uow:
        for code, one in medicines.items():
            if code not in TO_BE_APPROVED:
                approve_medicine(uow, ApproveMedicine(one.id, one.version))
    with hands.by(Role.NURSE) as uow:
        take_over_cabinet(uow, TakeOverCabinet(places[CABINET]))
    _fill_cabinet(hands, stocked)
    return stocked


def close_books(hands: Hands, stocked: Stocked) -> None:
    """A day of the book is signed, the next ones wait; a count misses two capsules; methadone is asked for."""
    hands.clock.turn(1, 17)
    with hands.by(Role.PHARMACIST) as uow:
        for code in (SAFE, CABINET):
            second = hands.agreed(uow, "pharmacy.close_day", Role.DOCTOR)
            close_day(uow, CloseDay(stocked.places[code], second, day_of(3)))
        missing = {stocked.medicines[LOPERAMIDE]: 2}
        found = tuple(
            Found(lot_id, lot.of(lot.count - lot.to_cabinet - missing.get(medicine_id, 0)))
            for lot_id, medicine_id, lot in _in_store(uow, stocked)
        )
        record_count(uow, RecordCount(stocked.places[STORE], found))
        _set_apart(uow, stocked)
    with hands.by(Role.CHIEF_NURSE) as uow:
        _ask(uow, stocked)


def _set_apart(uow: UnitOfWork, stocked: Stocked) -> None:
    """What got wet is taken out of the store, and it is asked to be destroyed."""
    wet = stocked.medicines[LOPERAMIDE]
    part = next(LotPart(lot_id, lot.of(5)) for lot_id, one, lot in _in_store(uow, stocked) if one == wet)
    move_stock(uow, MoveStock(stocked.places[STORE], stocked.places[QUARANTINE], (part,)))
    why, how = (
        str(label("demo", "Vỏ hộp bị ẩm ướt")),
        str(label("demo", "Nghiền nát, trộn chất hấp phụ, chôn lấp")),
    )
    ask_destruction(uow, AskDestruction(stocked.places[QUARANTINE], (part,), why, how))


def _add_medicines(uow: UnitOfWork) -> dict[str, Saved]:
    shelf = uow.ports.shelf
    shipped = () if shelf is None else shelf.take(SHELF, read_medicines)
    return {
        one.code: add_medicine(
            uow,
            AddMedicine(
                replace(one.facts, low_below=LOW.get(one.code), pack=LOTS[one.code].pack),
                one.classes[-1].drug_class,
                one.classes[-1].valid_from,
                one.classes[-1].article,
            ),
        )
        for one in shipped
        if one.code in LOTS
    }


def _receive(hands: Hands, uow: UnitOfWork, stocked: Stocked) -> None:
    for place in (SAFE, STORE):
        lines = tuple(
            Arriving(stocked.medicines[code], lot.number, lot.expires_on, lot.of(lot.count))
            for code, lot in LOTS.items()
            if (code == METHADONE) is (place == SAFE)
        )
        second = hands.agreed(uow, "pharmacy.receive_stock", Role.CHIEF_NURSE) if place == SAFE else None
        receive_stock(
            uow, ReceiveStock(stocked.places[place], lines, str(SUPPLIER), f"00012{place}", countersign=second)
        )


def _fill_cabinet(hands: Hands, stocked: Stocked) -> None:
    """What is controlled by a requisition of four people, the rest as the pharmacist moves it."""
    with hands.by(Role.CHIEF_NURSE) as uow:
        asked = _ask(uow, stocked)
    with hands.by(Role.HEAD) as uow:
        version = approve_requisition(uow, DecideRequisition(asked, 1))
    with hands.by(Role.PHARMACIST) as uow:
        second = hands.agreed(uow, "pharmacy.issue_requisition", Role.NURSE)
        issue_requisition(uow, IssueRequisition(asked, version, second))
        parts = tuple(LotPart(lot_id, lot.of(lot.to_cabinet)) for lot_id, _, lot in _in_store(uow, stocked))
        move_stock(uow, MoveStock(stocked.places[STORE], stocked.places[CABINET], parts))


def _ask(uow: UnitOfWork, stocked: Stocked) -> str:
    lot = LOTS[METHADONE]
    line = Wanted(stocked.medicines[METHADONE], lot.of(lot.to_cabinet))
    return ask_requisition(
        uow, AskRequisition(str(DEPARTMENT), stocked.places[SAFE], stocked.places[CABINET], (line,))
    )


def _in_store(uow: UnitOfWork, stocked: Stocked) -> list[tuple[str, str, Lot]]:
    """The lots of the ordinary store: id, medicine, and what came of it."""
    lots = {stocked.medicines[code]: lot for code, lot in LOTS.items()}
    there = list_balances(uow, stocked.places[STORE])
    return [(one.lot_id, one.medicine_id, lots[one.medicine_id]) for one in there]
