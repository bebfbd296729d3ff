"""A made-up ward: a man and a woman inside, a third person at the door, a clock that stands where a test wants."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final, TypeVar

import pytest

from facility_app.app.registry import MODULES
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.sex import Sex
from facility_app.modules.access.domain.grants import GrantKind
from facility_app.modules.access.service import AddUser, GiveGrant, add_user, give_grant
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import CreateFacility, create_facility
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.stays.domain.decisions import DecisionFacts
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.types import AdmissionReason, StayType
from facility_app.modules.stays.queries.stays import get_stay
from facility_app.modules.stays.service.admission import AdmitResident, admit_resident
from facility_app.modules.stays.service.ending import EndStay, end_stay
from facility_app.modules.treatment.domain import VitalSign
from facility_app.modules.treatment.service.measuring import Measured, MeasureVitals, measure_vitals
from facility_app.modules.treatment.service.scoring import Scored, ScoreInstrument, score_instrument
from tests.helpers.facility import DEVICE, Facility
from tests.helpers.fakes import CountingIds, FixedClock
from tests.helpers.probe import HOME, VaultFile, migrated_file, rows
from tests.helpers.slots import RecordedSlots
from tests.modules.residents.people import register

T = TypeVar("T")
NOW: Final = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Monday 23 November 2026, 09:00 here."""
ADMITTED: Final = date(2026, 11, 20)
DOCTOR: Final = (Role.DOCTOR,)
NURSE: Final = (Role.NURSE,)
HEAD: Final = (Role.HEAD,)
GUARD: Final = (Role.GUARD,)
OFFICE: Final = (Role.HEAD, Role.CLERK, Role.INTAKE)
COUNSELLOR: Final = (Role.COUNSELLOR,)
COURT: Final = DecisionFacts(
    "12", date(2026, 11, 18), "Tòa án nhân dân khu vực 1 – Hà Nội", "QĐ-TA", decided_months=24
)
MAN: Final = Person(name="Nguyễn Văn Đức", sex=Sex.MALE, birth_on=date(1990, 5, 17))
WOMAN: Final = Person(name="Trần Thị Hoa", sex=Sex.FEMALE, birth_on=date(1996, 2, 3))
NEWCOMER: Final = Person(name="Lê Văn Út", sex=Sex.MALE, birth_on=date(1999, 3, 9))
WELL: Final = {"temp": "36,8", "pulse": "72", "rr": "16", "sbp": "120", "dbp": "80", "spo2": "98"}


@dataclass
class Ward:
    """A facility with people in it.

    Attributes:
        ids: stays and people by the tests' own names.
    """

    facility: Facility
    ids: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        """The id of something by its name."""
        return self.ids[name]

    def actor(self, *roles: Role, who: str = "") -> Actor:
        """The account of the tests, or another one, in these roles."""
        return Actor(self.ids.get(who, self.facility.admin.user_id), frozenset(roles), DEVICE)

    def write(self, verb: Callable[..., T], *arguments: Any, by: Sequence[Role] = DOCTOR, who: str = "") -> T:
        """One decision, saved."""
        with self.facility.database.write(self.actor(*by, who=who)) as uow:
            answer = verb(uow, *arguments)
            uow.commit()
        return answer

    def read(self, query: Callable[..., T], *arguments: Any, by: Sequence[Role] = DOCTOR, **more: Any) -> T:
        """One question."""
        with self.facility.database.read(self.actor(*by)) as uow:
            return query(uow, *arguments, **more)

    def refused(
        self, verb: Callable[..., Any], *arguments: Any, by: Sequence[Role] = DOCTOR, who: str = ""
    ) -> FacilityError:
        """The refusal of one decision: words without a hole, and nothing written."""
        before = self.sql("SELECT max(seq) FROM audit_entry")
        with pytest.raises(FacilityError) as told:
            self.write(verb, *arguments, by=by, who=who)
        assert "{" not in told.value.message
        assert self.sql("SELECT max(seq) FROM audit_entry") == before
        return told.value

    def sql(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """What the file holds below all rules."""
        return rows(self.facility.database, statement, *values)

    def later(self, minutes: int) -> datetime:
        """So many minutes go by."""
        self.facility.file.clock.at += timedelta(minutes=minutes)
        return self.facility.file.clock.at

    @property
    def now(self) -> datetime:
        """What the clock says."""
        return self.facility.file.clock.at

    def tasks(self, kind: str, status: str = "open") -> list[tuple[Any, ...]]:
        """Tasks of a kind: role, text, parameters, due."""
        asked = "SELECT role, text, params, due_at FROM task WHERE kind = ? AND status = ? ORDER BY due_at, id"
        return self.sql(asked, f"treatment.{kind}", status)

    def measure(self, typed: dict[str, str] | None = None, stay: str = "duc", **more: Any) -> Measured:
        """A nurse measures."""
        values = {VitalSign(name): text for name, text in (WELL if typed is None else typed).items()}
        return self.write(measure_vitals, MeasureVitals(self[stay], values, **more), by=NURSE)

    def score(self, instrument: str, answers: dict[str, object], stay: str = "duc", **more: Any) -> Scored:
        """A nurse scores."""
        return self.write(score_instrument, ScoreInstrument(self[stay], instrument, answers, **more), by=NURSE)

    def grant(self, kind: GrantKind = GrantKind.HIV_TREATING, person: str = "man") -> None:
        """The account of the tests may know, given by another head."""
        today = local_date(self.now)
        command = GiveGrant("Quản Trị", kind, self[person], "điều trị", today, today + timedelta(days=7))
        self.write(give_grant, command, by=HEAD, who="second")

    def admit(self, name: str) -> str:
        """Somebody is taken in; the stay's id."""
        return self.write(admit_resident, admission(self[name]), by=OFFICE).stay_id

    def leave(self, code: ExitCode = ExitCode.DEATH, stay: str = "duc") -> None:
        """Somebody is there no more."""
        version = self.read(get_stay, self[stay]).version
        today = local_date(self.now)
        command = EndStay(self[stay], version, code, today, "7/QĐ", today)
        self.write(end_stay, command, by=(Role.HEAD, Role.DISCHARGE))


def admission(resident_id: str) -> AdmitResident:
    """What an officer types about somebody sent by the court."""
    return AdmitResident(resident_id, StayType.COMPULSORY_ADULT, AdmissionReason.NOT_REGISTERED, ADMITTED, COURT)


def furnish(ward: Ward, kind: UnitKind) -> None:
    """A profile, a second account, three people, two of them admitted."""

    def build(uow: UnitOfWork) -> None:
        create_facility(uow, CreateFacility(HOME, "Cơ sở cai nghiện ma túy số 1", "01", kind))
        ward.ids["second"] = add_user(uow, AddUser("Người Thứ Hai", ("HEAD",), "mật khẩu dài")).user.user_id
        for name, person in {"man": MAN, "woman": WOMAN, "newcomer": NEWCOMER}.items():
            ward.ids[name] = register(uow, person).resident_id
        for stay, name in {"duc": "man", "hoa": "woman"}.items():
            ward.ids[stay] = admit_resident(uow, admission(ward[name])).stay_id

    roles = (Role.HEAD, Role.ADMIN, Role.CLERK, Role.INTAKE)
    with ward.facility.database.write(ward.facility.actor(*roles)) as uow:
        build(uow)
        uow.commit()


def opened(folder: Path, kind: UnitKind = UnitKind.PUBLIC) -> Iterator[Ward]:
    """A ward of its own, closed at the end."""
    slots = RecordedSlots()
    file = migrated_file(folder, key_slots=slots, modules=MODULES, clock=FixedClock(NOW))
    with closing(file.database()) as database:
        with database.write(Actor("system", frozenset(), DEVICE)) as uow:
            made = add_user(uow, AddUser("Quản Trị", ("ADMIN", "DOCTOR"), "mật khẩu dài")).user
            uow.commit()
        ward = Ward(Facility(file, database, slots, Actor(made.user_id, made.roles, DEVICE)))
        furnish(ward, kind)
        yield ward


def copied(pattern: Ward, folder: Path) -> Iterator[Ward]:
    """The same ward in a folder of the test's own."""
    shutil.copytree(pattern.facility.file.folder, folder)
    slots = RecordedSlots()
    file = VaultFile(folder, ids=CountingIds(100_000), key_slots=slots, modules=MODULES, clock=FixedClock(NOW))
    with closing(file.database()) as database:
        yield Ward(Facility(file, database, slots, pattern.facility.admin), dict(pattern.ids))
