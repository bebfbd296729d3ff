"""A facility with the calendar at work, on a Monday."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, TypeVar

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import LOCAL
from facility_app.modules.calendar.module import SPEC as CALENDAR
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import CreateFacility, create_facility
from tests.helpers.facility import Facility, founded
from tests.helpers.probe import HOME
from tests.modules.residents.people import named, written

T = TypeVar("T")
MONDAY = date(2027, 2, 1)


def at(hour: float, day: date = MONDAY) -> datetime:
    """That hour of that day, here."""
    return datetime.combine(day, time(int(hour), round(hour % 1 * 60)), LOCAL)


@dataclass
class Desk:
    """A facility, and what is asked and decided there."""

    facility: Facility

    def write(self, verb: Callable[..., T], *arguments: Any, by: Role = Role.HEAD) -> T:
        """One decision, saved."""
        with self.facility.database.write(self.facility.actor(by)) as uow:
            answer = verb(uow, *arguments)
            uow.commit()
        return answer

    def read(self, query: Callable[..., T], *arguments: Any, by: Role = Role.HEAD) -> T:
        """One question."""
        with self.facility.database.read(self.facility.actor(by)) as uow:
            return query(uow, *arguments)

    def person(self, name: str) -> str:
        """Somebody written down."""
        return written(self.facility, named(name)).resident_id


def seated(facility: Facility) -> Desk:
    """At its desk, seven in the morning of that Monday."""
    facility.file.clock.at = at(7).astimezone(UTC)
    with facility.database.write(facility.admin) as uow:
        create_facility(uow, CreateFacility(HOME, "Cơ sở cai nghiện ma túy số 1", "01", UnitKind.PUBLIC))
        uow.commit()
    return Desk(facility)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A facility of the test's own."""
    for facility in founded(tmp_path, (CALENDAR,)):
        yield seated(facility)


@pytest.fixture(scope="module")
def shared_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One facility for the tests of a file, which all roll back."""
    for facility in founded(tmp_path_factory.mktemp("calendar"), (CALENDAR,)):
        yield seated(facility)
