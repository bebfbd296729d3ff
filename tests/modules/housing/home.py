"""A small facility with a zone of each kind, people to put into its beds, and a second person who agrees."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.sex import Sex
from facility_app.modules.access.domain import Countersign
from facility_app.modules.access.service import AddUser, add_user
from facility_app.modules.housing.domain.places import RoomPurpose, ZoneKind
from facility_app.modules.housing.queries.board import Board, get_board
from facility_app.modules.housing.queries.check import check_house
from facility_app.modules.housing.queries.roll import StrengthReport, get_strength
from facility_app.modules.housing.service.places import AddZone
from facility_app.modules.housing.service.placing import Placed, PlaceResident, place_resident
from facility_app.modules.housing.service.takeover import (
    PlanBuilding,
    PlanRoom,
    PlanZone,
    TakeOverHouse,
    take_over_house,
)
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.stays.domain.types import StayType
from tests.helpers.facility import Facility
from tests.modules.stays.house import NOW, House, adult

KEEPERS = (Role.HEAD, Role.TEAM_OFFICER)
WOMAN = Person(name="Trần Thị Hoa", sex=Sex.FEMALE, birth_on=date(1992, 2, 3))
BOY = Person(name="Lê Văn Út", sex=Sex.MALE, birth_on=date(2010, 3, 9))


def _zone(code: str, kind: ZoneKind, sex: Sex | None, *rooms: PlanRoom) -> PlanZone:
    buildings = (PlanBuilding("N1", "Nhà 1", rooms),) if rooms else ()
    return PlanZone(AddZone(code, f"Khu {code}", kind, sex), buildings)


PLAN = TakeOverHouse(
    (
        _zone(
            "A",
            ZoneKind.RESIDENTS,
            Sex.MALE,
            PlanRoom("P1", 4, area_m2=24),
            PlanRoom("P2", 4, area_m2=8),
            PlanRoom("P9", 2, purpose=RoomPurpose.SEPARATE, area_m2=20),
        ),
        _zone("F", ZoneKind.RESIDENTS, Sex.FEMALE, PlanRoom("P1", 4, area_m2=24)),
        _zone("M", ZoneKind.MINORS, None, PlanRoom("P1", 4, Sex.MALE, area_m2=24)),
        _zone("I", ZoneKind.INFECTION, None, PlanRoom("P1", 4, Sex.MALE, RoomPurpose.INFECTION, 40)),
        _zone("V", ZoneKind.VIOLATORS, None, PlanRoom("P1", 2, Sex.MALE, RoomPurpose.VIOLATORS, 20)),
        _zone("T", ZoneKind.TEMPORARY, Sex.MALE, PlanRoom("P1", 4, area_m2=24)),
        _zone("Y", ZoneKind.MEDICAL, None, PlanRoom("P1", 2, Sex.MALE, RoomPurpose.DETOX, 20)),
        _zone("H", ZoneKind.ADMINISTRATION, None),
    ),
    "bản vẽ thử",
)


@dataclass
class Home(House):
    """The facility of the stays' tests with beds in it."""

    beds: dict[str, str] = field(default_factory=dict)
    second_id: str = ""
    given: int = 0

    def lives(self, person: Person | None = None, kind: StayType = StayType.COMPULSORY_ADULT) -> str:
        """Somebody new with an open stay; the resident's id."""
        resident_id = self.person(person or adult(self.people % 13))
        if person is BOY:
            kind = StayType.COMPULSORY_MINOR
        self.admit(kind, resident_id=resident_id)
        return resident_id

    def bed(self, label: str) -> str:
        """The id of a bed."""
        return self.beds[label]

    def agreed(self, verb: str, roles: Sequence[Role] = (Role.HEAD,)) -> Countersign:
        """The second person agrees to a verb, just now."""
        self.given += 1
        clock = self.facility.file.clock.at
        name, by = "Trưởng Ca", self.facility.admin.user_id
        return Countersign(f"{self.given:032}", verb, by, self.second_id, name, frozenset(roles), clock)

    def place(self, resident_id: str, label: str, at: datetime | None = None, **more: Any) -> Placed:
        """Somebody gets that bed."""
        return self.write(place_resident, PlaceResident(resident_id, self.bed(label), at, **more), by=KEEPERS)

    def code(self, resident_id: str) -> str:
        """How messages name somebody."""
        ((code,),) = self.sql("SELECT code FROM resident WHERE id = ?", resident_id)
        return str(code)

    def board(self, at: datetime | None = None) -> Board:
        """The board."""
        return self.read(get_board, at)

    def sleeps(self, at: datetime | None = None) -> dict[str, str]:
        """Person → bed, as the board has it."""
        return {bed.occupant.resident_id: bed.label for bed in self.board(at).beds if bed.occupant is not None}

    def strength(self) -> StrengthReport:
        """Quân số now."""
        return self.read(get_strength)

    def broken(self) -> list[str]:
        """Codes of what is not right."""
        return [one.code for one in self.read(check_house)]


def furnish(facility: Facility) -> None:
    """The plan built, and an account for the second person."""

    def build(uow: UnitOfWork) -> None:
        add_user(uow, AddUser("Trưởng Ca", ("HEAD",), "mật khẩu dài"))
        take_over_house(uow, PLAN)

    with facility.database.write(facility.actor(Role.HEAD, Role.ADMIN)) as uow:
        build(uow)
        uow.commit()


def home_in(facility: Facility) -> Home:
    """The facility with its beds by their labels."""
    home = Home(facility)
    home.beds = {str(label): str(one) for one, label in home.sql("SELECT id, label FROM housing_bed")}
    ((home.second_id,),) = home.sql("SELECT id FROM user_account WHERE name = 'Trưởng Ca'")
    assert facility.file.clock.at == NOW
    return home
