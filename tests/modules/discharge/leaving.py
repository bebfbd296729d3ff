"""Made-up stays for the tests of releases: a public facility in summer 2026, people about to leave it."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest

from facility_app.app.paths import resources_folder
from facility_app.app.registry import MODULES
from facility_app.db.database import Database
from facility_app.db.uow import UnitOfWork
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.typeface import Fonts
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.dates import add_months
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.sex import Sex
from facility_app.modules.access.service import AddUser, add_user
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import (
    CreateFacility,
    EditFacility,
    create_facility,
    edit_facility,
)
from facility_app.modules.discharge.service.preparing import SettleResidence, settle_residence
from facility_app.modules.residents.domain.family import Address, AddressKind, Alias, Relation, Relative
from facility_app.modules.residents.domain.papers import Paper, PaperKind
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.staff.domain import PostKind, StaffKind
from facility_app.modules.staff.service import GivePost, MemberWish, add_staff_member, give_post
from facility_app.modules.stays.domain.decisions import DecisionFacts
from facility_app.modules.stays.domain.types import AdmissionReason, StayType
from facility_app.modules.stays.queries.stays import StayDetail, get_stay
from facility_app.modules.stays.service.admission import AdmitResident, admit_resident
from tests.helpers.fakes import CountingIds, FixedClock
from tests.helpers.probe import HOME, VaultFile, migrated_file
from tests.helpers.slots import RecordedSlots
from tests.modules.residents.people import register

T = TypeVar("T")
FORMS = FormLibrary.load(resources_folder() / "forms")
FONTS = Fonts.in_folder(resources_folder() / "fonts/liberation-serif")
DEVICE = "may-truc-1"
NOW = datetime(2026, 8, 3, 2, 0, tzinfo=UTC)
"""Monday 3 August 2026, 09:00 here, a month after the decree came into force."""
TODAY = date(2026, 8, 3)

DUC = Person(
    name="Nguyễn Văn Đức",
    sex=Sex.MALE,
    birth_on=date(1990, 5, 17),
    ethnicity="01",
    education_level=None,
    occupation="thợ hồ",
)
MINOR = Person(name="Lê Minh Khôi", sex=Sex.MALE, birth_on=date(2009, 10, 2))
CARD = Paper(
    kind=PaperKind.CITIZEN_CARD,
    number="001090005678",
    issued_on=date(2021, 4, 15),
    issued_by="Cục Cảnh sát QLHC về TTXH",
)
HOME_ADDRESS = Address(AddressKind.PERMANENT, "số 5, ngõ 2", commune_code="00070", place_text="Phường Hoàn Kiếm")
BIRTH_PLACE = Address(AddressKind.BIRTH, None, place_text="Hà Nội")
NATIVE = Address(AddressKind.NATIVE, None, place_text="Xã Xuân Mai, Hà Nội")
FATHER = Relative(
    relation=Relation.FATHER,
    name="Nguyễn Văn Bình",
    birth_year=1962,
    occupation="hưu trí",
    phone="0912345678",
    address="số 5, ngõ 2, phường Hoàn Kiếm",
    is_contact=True,
)
COURT = "Tòa án nhân dân khu vực 1 – Hà Nội"
OLD_COURT = "Tòa án nhân dân quận Hoàn Kiếm"
BY_COURT = DecisionFacts(
    "12",
    date(2024, 8, 1),
    OLD_COURT,
    symbol="QĐ-TA",
    decided_months=24,
    subject="áp dụng biện pháp đưa vào cơ sở cai nghiện bắt buộc",
)
BY_POLICE = DecisionFacts(
    "7", date(2025, 8, 1), "Trưởng Công an phường Hoàn Kiếm", symbol="QĐ-CAX", decided_months=12
)


@dataclass
class House:
    """A facility at work.

    Attributes:
        head: staff member who is the head, and the account of the tests.
    """

    file: VaultFile
    database: Database
    admin: Actor
    head: str

    @property
    def clock(self) -> FixedClock:
        """The clock of the tests."""
        return self.file.clock

    def actor(self, *roles: Role) -> Actor:
        """The account of the tests in these roles."""
        return Actor(self.admin.user_id, frozenset(roles), DEVICE)

    def write(self, verb: Callable[..., T], *arguments: Any, by: tuple[Role, ...] = (Role.DISCHARGE,)) -> T:
        """One decision, saved."""
        with self.database.write(self.actor(*by)) as uow:
            answer = verb(uow, *arguments)
            uow.commit()
        return answer

    def read(self, query: Callable[..., T], *arguments: Any, by: tuple[Role, ...] = (Role.DISCHARGE,)) -> T:
        """One question."""
        with self.database.read(self.actor(*by)) as uow:
            return query(uow, *arguments)

    def refused(
        self, verb: Callable[..., Any], *arguments: Any, by: tuple[Role, ...] = (Role.DISCHARGE,)
    ) -> FacilityError:
        """The refusal of one decision; its sentence is complete."""
        with pytest.raises(FacilityError) as told:
            self.write(verb, *arguments, by=by)
        assert "{" not in told.value.message
        return told.value

    def stay(self, stay_id: str) -> StayDetail:
        """A stay as it is kept."""
        return self.read(get_stay, stay_id)

    def at(self, day: date, hour: int = 9) -> None:
        """Let it be that hour, here, of that day."""
        self.clock.at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC) - timedelta(hours=7)

    def admit(
        self,
        stay_type: StayType = StayType.COMPULSORY_ADULT,
        person: Person = DUC,
        *,
        end_on: date | None = date(2026, 9, 1),
        months: int = 24,
        facts: Mapping[str, Any] | None = None,
        **more: Any,
    ) -> str:
        """A stay of somebody written down for it, that ends on ``end_on``; answers its id."""

        def open_stay(uow: UnitOfWork) -> str:
            known: dict[str, Any] = {
                "papers": (CARD,) if person is DUC else (),
                "addresses": (HOME_ADDRESS, BIRTH_PLACE, NATIVE),
                "relatives": (FATHER,),
                "aliases": (Alias("Đức Cống"),) if person is DUC else (),
            }
            resident_id = register(uow, person, **{**known, **(facts or {})}).resident_id
            start = add_months(end_on, -months) if end_on is not None else date(2026, 7, 20)
            command = AdmitResident(
                resident_id,
                stay_type,
                REASONS[stay_type],
                start,
                _decision(stay_type, months, start),
                term_start_on=start,
                residence_police=None,
                reason="hồ sơ của phép thử",
            )
            return admit_resident(uow, replace(command, **more)).stay_id

        return self.write(open_stay, by=(Role.HEAD, Role.CLERK, Role.INTAKE))

    def settle(self, stay_id: str) -> None:
        """Write down where the person will live."""
        self.write(
            settle_residence,
            SettleResidence(
                stay_id, 0, "số 5, ngõ 2, phường Hoàn Kiếm", "Công an phường Hoàn Kiếm", "UBND phường Hoàn Kiếm"
            ),
        )


REASONS = {
    StayType.COMPULSORY_ADULT: AdmissionReason.NOT_REGISTERED,
    StayType.COMPULSORY_MINOR: AdmissionReason.NOT_REGISTERED,
    StayType.VOLUNTARY_PUBLIC: AdmissionReason.REGISTERED_VOLUNTARY,
    StayType.VOLUNTARY_PRIVATE: AdmissionReason.REGISTERED_VOLUNTARY,
    StayType.TEMPORARY: AdmissionReason.FILE_IN_PREPARATION,
    StayType.HOME_PHASES_AT_FACILITY: AdmissionReason.HOME_PHASES,
    StayType.SUBSTITUTION: AdmissionReason.SUBSTITUTION,
}


def _decision(stay_type: StayType, months: int, start: date) -> DecisionFacts | None:
    if stay_type is StayType.SUBSTITUTION:
        return None
    facts = BY_COURT if stay_type.is_compulsory else BY_POLICE
    return replace(
        facts, issued_on=start - timedelta(days=5), decided_months=months if stay_type.has_term else None
    )


def found(folder: Path, kind: UnitKind = UnitKind.PUBLIC) -> House:
    """A facility with a profile and a head whose account the tests use; its file is closed."""
    file = migrated_file(folder, key_slots=RecordedSlots(), modules=MODULES, clock=FixedClock(NOW))
    with closing(file.database()) as database:
        with database.write(Actor("system", frozenset(), DEVICE)) as uow:
            made = add_user(uow, AddUser("Quản Trị", ("ADMIN",), "mật khẩu dài")).user
            uow.commit()
        with database.write(Actor(made.user_id, frozenset({Role.HEAD, Role.ADMIN}), DEVICE)) as uow:
            head = _furnish(uow, made.user_id, kind)
            uow.commit()
        return House(file, database, Actor(made.user_id, made.roles, DEVICE), head)


def copied(pattern: House, folder: Path) -> Iterator[House]:
    """The same facility, at work in a folder of its own."""
    shutil.copytree(pattern.file.folder, folder)
    # Ids are counted: those of the pattern must not be given again.
    file = VaultFile(
        folder, ids=CountingIds(100_000), key_slots=RecordedSlots(), modules=MODULES, clock=FixedClock(NOW)
    )
    with closing(file.database()) as database:
        yield House(file, database, pattern.admin, pattern.head)


def _furnish(uow: UnitOfWork, user_id: str, kind: UnitKind) -> str:
    name = NAMES[kind]
    made = create_facility(uow, CreateFacility(HOME, name, "01", kind))
    profile = EditFacility(
        made.version,
        name,
        kind,
        "01",
        parent_name="Công an thành phố Hà Nội",
        abbreviation="CSCN1",
        place_name="Hà Nội",
        address="thôn 3, xã Xuân Mai, Hà Nội",
        phone="02433123456",
    )
    edit_facility(uow, profile)
    joined = date(2020, 1, 1)
    head = add_staff_member(uow, MemberWish("Lê Thị Hằng", StaffKind.POLICE, joined, user_id=user_id))
    give_post(uow, GivePost(head, PostKind.HEAD, joined))
    return head


NAMES = {
    UnitKind.PUBLIC: "Cơ sở cai nghiện ma túy số 1",
    UnitKind.PRIVATE: "Cơ sở cai nghiện ma túy Bình Minh",
    UnitKind.REFORM_SCHOOL: "Trường giáo dưỡng số 2",
}
