"""A facility with a team of forty men past detox, built once; what it begins with is no part of the story."""

import itertools
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import add_months
from facility_app.kernel.sex import Sex
from facility_app.modules.calendar.domain.rooms import RoomFacts, RoomKind
from facility_app.modules.calendar.service.rooms import add_room
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
from facility_app.modules.labour.service.people import RegisterForLabour, register_for_labour
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.staff.domain import StaffKind
from facility_app.modules.staff.service import MemberWish, add_staff_member
from facility_app.modules.stays.api import list_whereabouts
from facility_app.modules.stays.domain.decisions import DecisionFacts
from facility_app.modules.stays.domain.stages import Stage
from facility_app.modules.stays.domain.types import AdmissionReason, StayType
from facility_app.modules.stays.service.admission import AdmitResident, admit_resident
from facility_app.modules.stays.tables import StayStage
from facility_app.modules.treatment.domain.fitness import WorkVerdict
from facility_app.modules.treatment.service.fitness import DecideFitness, decide_fitness
from facility_app.modules.vocational.domain.people import GuidanceFacts, Health
from facility_app.modules.vocational.service.people import add_guidance
from tests.helpers.probe import rows
from tests.modules.discharge.leaving import COURT, House, copied, found
from tests.modules.residents.people import register

MONDAY: Final = date(2026, 8, 24)
"""The week of the stories; 2 September is a holiday, so the month is closed on the first."""
ADMITTED: Final = date(2026, 5, 4)
COUNT: Final = 40
TEACHER, OFFICER, TRADE = "Phạm Thị Dạy", "Lê Văn An", "Đỗ Văn Thợ"
ROOM, YARD, SHOP = "Phòng học 1", "Xưởng đan", "Xưởng may"
BY: Final = (
    Role.HEAD, Role.ADMIN, Role.CLERK, Role.INTAKE, Role.DOCTOR, Role.LABOUR, Role.TEACHER, Role.DISCHARGE,
)  # fmt: skip
_LAST = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi")
_FIRST = ("Văn Hải", "Đức Long", "Quốc Bảo", "Hữu Thọ", "Minh Quân")
NAMES: Final = tuple(f"{last} {first}" for first, last in itertools.product(_FIRST, _LAST))
PLAN: Final = TakeOverHouse(
    (
        PlanZone(
            AddZone("A", "Khu A", ZoneKind.RESIDENTS, Sex.MALE),
            (PlanBuilding("N1", "Nhà 1", tuple(PlanRoom(f"P{one}", 5, area_m2=30) for one in range(1, 10))),),
        ),
    ),
    "bản vẽ thử",
)


def forty_in(folder: Path, *, at_labour: bool = False, at_trade: bool = False) -> House:
    """The facility, on the morning of the Monday; its file is closed.

    At labour all are fit for it and registered; at a trade all were guided to one.
    """
    house = found(folder)
    house.at(MONDAY - timedelta(days=3))
    with closing(house.file.database()) as database:
        at_work = House(house.file, database, house.admin, house.head)
        at_work.write(take_over_house, PLAN, by=(Role.HEAD,))
        beds = [str(one) for (one,) in rows(database, "SELECT id FROM housing_bed ORDER BY id")]
        at_work.write(_furnish, beds, by=BY)
        if at_labour:
            at_work.write(_may_work, by=BY)
        if at_trade:
            at_work.write(_are_guided, by=BY)
    house.at(MONDAY, 7)
    return house


def at_work(pattern: House, folder: Path) -> Iterator[House]:
    """A copy of it, on the morning of the Monday."""
    for house in copied(pattern, folder):
        house.at(MONDAY, 7)
        yield house


def residents(house: House) -> list[str]:
    """The forty, by name as lists have them."""
    return [str(one) for (one,) in rows(house.database, "SELECT id FROM resident ORDER BY id")]


def _furnish(uow: UnitOfWork, beds: list[str]) -> None:
    joined = date(2020, 1, 1)
    for name in (TEACHER, OFFICER, TRADE):
        add_staff_member(uow, MemberWish(name, StaffKind.POLICE, joined))
    for code, name, kind in (
        ("P1", ROOM, RoomKind.CLASSROOM), ("X1", YARD, RoomKind.WORKSHOP), ("X2", SHOP, RoomKind.WORKSHOP),
    ):  # fmt: skip
        add_room(uow, RoomFacts(code, name, kind))
    for place, name in enumerate(NAMES):
        resident_id = _admit(uow, Person(name=name, sex=Sex.MALE, birth_on=date(1980 + place % 20, 5, 17)))
        place_resident(uow, PlaceResident(resident_id, beds[place]))


def _may_work(uow: UnitOfWork) -> None:
    for stay in list_whereabouts(uow):
        fit = DecideFitness(stay.stay_id, WorkVerdict.FIT, date(2026, 12, 31), decided_on=ADMITTED)
        decide_fitness(uow, fit)
        register_for_labour(uow, RegisterForLabour(stay.resident_id, "Người ký", registered_on=ADMITTED))


def _are_guided(uow: UnitOfWork) -> None:
    for stay in list_whereabouts(uow):
        add_guidance(uow, stay.resident_id, GuidanceFacts(date(2026, 7, 1), "May", Health.YES, "Lớp 9/12"))


def _admit(uow: UnitOfWork, person: Person) -> str:
    resident_id = register(uow, person).resident_id
    decision = DecisionFacts("118", ADMITTED - timedelta(days=5), COURT, symbol="QĐ-TA", decided_months=24)
    stay_id = admit_resident(
        uow,
        AdmitResident(
            resident_id, StayType.COMPULSORY_ADULT, AdmissionReason.NOT_REGISTERED, ADMITTED, decision,
            term_start_on=ADMITTED, residence_police="Công an phường Hoàn Kiếm", reason="hồ sơ của phép thử",
        ),
    ).stay_id  # fmt: skip
    with uow.act("tests.detox"):
        uow.add(
            StayStage(
                stay_id=stay_id, resident_id=resident_id, stage=Stage.DETOX, start_on=ADMITTED,
                end_on=add_months(ADMITTED, 1),
            )
        )  # fmt: skip
    return resident_id
