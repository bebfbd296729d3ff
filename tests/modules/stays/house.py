"""Made-up stays for the tests of the slice: people, decisions, a clock that stands where the test wants it."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar

import pytest
import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import LOCAL
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.sex import Sex
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import CreateFacility, create_facility
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.residents.queries.people import list_resident_rows
from facility_app.modules.stays.domain.answer import TermAnswer
from facility_app.modules.stays.domain.decisions import DecisionFacts
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.types import AdmissionReason, EventKind, StayType
from facility_app.modules.stays.queries.detail import EventRow, explain_stay, list_events
from facility_app.modules.stays.queries.stays import StayDetail, get_stay
from facility_app.modules.stays.service.admission import AdmitResident, admit_resident
from facility_app.modules.stays.service.ending import EndStay, end_stay
from facility_app.modules.stays.service.presence import Move
from facility_app.modules.stays.service.saved import SavedStay
from tests.helpers.facility import Facility
from tests.helpers.probe import HOME, engine_of, rows
from tests.modules.residents.people import written

T = TypeVar("T")
TODAY = date(2027, 2, 1)
"""Where the clock of the tests stands; the new law is in force."""
NOW = datetime(2027, 2, 1, 2, 0, tzinfo=UTC)
ADMITTED = date(2026, 8, 1)
COURT = "Tòa án nhân dân khu vực 1 – Hà Nội"
DECIDED = DecisionFacts("12", date(2026, 7, 30), COURT, "QĐ-TA", decided_months=24)
OLD_DECIDED = DecisionFacts("7", date(2026, 5, 4), COURT, "QĐ-TA", decided_months=18)
VOLUNTEERED = DecisionFacts("3", date(2026, 7, 30), "Công an phường Hoàn Kiếm", "QĐ-CAP", decided_months=24)
HELD = DecisionFacts("5", date(2026, 12, 20), "Công an phường Hoàn Kiếm", "QĐ-CAP")
ASSIGNED = DecisionFacts("88", date(2026, 7, 31), "Công an thành phố Hà Nội", "QĐ-CAT")
PAPER: dict[str, Any] = {"paper_number": "12/QĐ-CSCN", "paper_on": date(2026, 10, 2)}
OLD: dict[str, Any] = {
    "admission_reason": AdmissionReason.OLD_LAW,
    "decision": OLD_DECIDED,
    "admitted_on": date(2026, 5, 6),
}
OFFICE = (Role.HEAD, Role.CLERK, Role.DISCHARGE)
FACTS = {
    StayType.COMPULSORY_ADULT: (AdmissionReason.NOT_REGISTERED, DECIDED),
    StayType.COMPULSORY_MINOR: (AdmissionReason.NOT_REGISTERED, DECIDED),
    StayType.VOLUNTARY_PUBLIC: (AdmissionReason.REGISTERED_VOLUNTARY, VOLUNTEERED),
    StayType.VOLUNTARY_PRIVATE: (AdmissionReason.REGISTERED_VOLUNTARY, VOLUNTEERED),
    StayType.TEMPORARY: (AdmissionReason.FILE_IN_PREPARATION, HELD),
    StayType.HOME_PHASES_AT_FACILITY: (AdmissionReason.HOME_PHASES, VOLUNTEERED),
    StayType.SUBSTITUTION: (AdmissionReason.SUBSTITUTION, None),
}
"""Why somebody of each type comes, and on which decision."""


def adult(number: int = 0) -> Person:
    """A grown man; another one for another number."""
    return Person(
        name=f"Nguyễn Văn {'ABCDEĐGHIKLMNOPQ'[number]}", sex=Sex.MALE, birth_on=date(1990 + number, 5, 17)
    )


MINOR = Person(name="Lê Văn Út", sex=Sex.MALE, birth_on=date(2010, 3, 9))


def moment(day: date, hour: int = 8) -> datetime:
    """That hour of that day, here."""
    return datetime.combine(day, time(hour), LOCAL)


@dataclass(frozen=True)
class OwedTask:
    """A task about a stay as the worklists have it."""

    occasion: str
    status: str
    due_at: datetime
    role: str


@dataclass
class House:
    """A facility at work, and the person a test is about."""

    facility: Facility
    people: int = 0
    known: dict[str, str] = field(default_factory=dict)

    def at(self, day: date, hour: int = 9) -> None:
        """It is that day now."""
        self.facility.file.clock.at = moment(day, hour).astimezone(UTC)

    def write(self, verb: Callable[..., T], *arguments: Any, by: Sequence[Role] = OFFICE) -> T:
        """One decision, saved."""
        with self.facility.database.write(self.facility.actor(*by)) as uow:
            answer = verb(uow, *arguments)
            uow.commit()
        return answer

    def read(self, query: Callable[..., T], *arguments: Any, by: Sequence[Role] = (Role.HEAD,)) -> T:
        """One question."""
        with self.facility.database.read(self.facility.actor(*by)) as uow:
            return query(uow, *arguments)

    def refused(self, verb: Callable[..., Any], *arguments: Any, by: Sequence[Role] = OFFICE) -> FacilityError:
        """The refusal of one decision: words without a hole, and nothing written."""
        written = "SELECT (SELECT max(seq) FROM audit_entry), (SELECT count(*) FROM stay_event)"
        before = self.sql(written)
        with pytest.raises(FacilityError) as told:
            self.write(verb, *arguments, by=by)
        assert "{" not in told.value.message
        assert self.sql(written) == before
        return told.value

    def sql(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """What the file holds below all rules."""
        return rows(self.facility.database, statement, *values)

    def below(self, statement: str) -> str:
        """What the file itself answers to a statement of somebody who goes past the program."""
        with engine_of(self.facility.file.path) as engine, engine.begin() as connection:
            with pytest.raises(sa.exc.DatabaseError) as told:
                connection.exec_driver_sql(statement)
            return str(told.value.orig)

    def person(self, facts: Person | None = None) -> str:
        """Somebody new, written down; the id."""
        self.people += 1
        return written(self.facility, facts or adult(self.people - 1)).resident_id

    def command(self, kind: StayType = StayType.COMPULSORY_ADULT, **more: Any) -> AdmitResident:
        """What an officer types about somebody new of a type."""
        reason, decision = FACTS[kind]
        admitted = HELD.issued_on if kind is StayType.TEMPORARY else ADMITTED
        resident = more.pop("resident_id", None) or self.person(MINOR if "MINOR" in kind else None)
        made = AdmitResident(resident, kind, reason, admitted, decision)
        if kind is StayType.COMPULSORY_MINOR:
            made = replace(made, reason="cơ sở có khu riêng")
        return replace(made, **more)

    def begin(self, begin: Callable[..., T], *arguments: Hashable) -> T:
        """The first decisions of many tests: a function of a module that takes the house."""
        return begin(self, *arguments)

    def admit(self, kind: StayType = StayType.COMPULSORY_ADULT, **more: Any) -> SavedStay:
        """Somebody new comes in."""
        return self.write(admit_resident, self.command(kind, **more))

    def old(self, **more: Any) -> SavedStay:
        """Somebody whose decision is of the law of 2021."""
        return self.admit(**{**OLD, **more})

    def move(self, verb: Callable[..., SavedStay], stay_id: str, day: date, **more: Any) -> SavedStay:
        """One arrow, taken at eight on a day."""
        by = more.pop("by", OFFICE)
        return self.write(verb, self.to_move(stay_id, day, **more), by=by)

    def to_move(self, stay_id: str, day: date, **more: Any) -> Move:
        """What is typed for an arrow."""
        return Move(stay_id, self.stay(stay_id).version, moment(day), **more)

    def end(self, stay_id: str, code: ExitCode, on: date | None = None, **more: Any) -> SavedStay:
        """Somebody leaves for good."""
        return self.write(end_stay, self.to_end(stay_id, code, on, **more))

    def to_end(self, stay_id: str, code: ExitCode, on: date | None = None, **more: Any) -> EndStay:
        """What is typed for leaving."""
        return EndStay(stay_id, self.stay(stay_id).version, code, on, **more)

    def stay(self, stay_id: str) -> StayDetail:
        """The stay as it stands."""
        return self.read(get_stay, stay_id)

    def answer(self, stay_id: str, on: date | None = None) -> TermAnswer:
        """What the clock says."""
        return self.read(explain_stay, stay_id, on)

    def event(self, stay_id: str, kind: EventKind) -> EventRow:
        """The one live event of a kind."""
        (found,) = [one for one in self.read(list_events, stay_id) if one.kind is kind]
        return found

    def events(self, stay_id: str) -> list[tuple[str, date, date | None]]:
        """Its live events: kind, first day, day of being back."""
        return [(str(one.kind), one.from_on, one.to_on) for one in self.read(list_events, stay_id)]

    def card(self, stay_id: str) -> tuple[Any, ...]:
        """What the residents' list says: status, stay, type, end."""
        resident = self.stay(stay_id).resident_id
        asked = "SELECT status, stay_id, stay_type, expected_end_on FROM resident_card WHERE id = ?"
        (found,) = self.sql(asked, resident)
        assert self.read(list_resident_rows, [resident])
        return found

    def tasks(self, stay_id: str, status: str = "open") -> dict[str, list[OwedTask]]:
        """Tasks about a stay in one status, by the end of their kind; the earliest first."""
        asked = (
            "SELECT kind, occasion, status, due_at, role FROM task WHERE subject_table = 'stay' "
            "AND subject_id = ? AND status = ? AND voided_at IS NULL ORDER BY due_at, occasion"
        )
        found: dict[str, list[OwedTask]] = {}
        for kind, occasion, state, due_at, role in self.sql(asked, stay_id, status):
            at = datetime.fromisoformat(due_at)
            found.setdefault(kind.partition(".")[2], []).append(OwedTask(occasion, state, at, role))
        return found

    def due_on(self, stay_id: str, what: str) -> list[date]:
        """On which days the open tasks of a kind are due."""
        return [one.due_at.astimezone(LOCAL).date() for one in self.tasks(stay_id).get(what, ())]

    def verbs(self) -> list[str]:
        """Verbs of the trail, the oldest first."""
        return [verb for (verb,) in self.sql("SELECT verb FROM audit_entry ORDER BY seq")]


def days(count: int) -> timedelta:
    """So many days."""
    return timedelta(days=count)


def house_in(facility: Facility, kind: UnitKind = UnitKind.PUBLIC) -> House:
    """The facility with a profile and nobody in it."""

    def furnish(uow: UnitOfWork) -> None:
        create_facility(uow, CreateFacility(HOME, "Cơ sở cai nghiện ma túy số 1", "01", kind))

    with facility.database.write(facility.actor(Role.HEAD, Role.ADMIN)) as uow:
        furnish(uow)
        uow.commit()
    return House(facility)
