"""A facility that teaches: built once, each test works at a copy."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facility_app.modules.calendar.module import SPEC as CALENDAR
from facility_app.modules.education.module import SPEC as EDUCATION
from facility_app.modules.stays.module import SPEC as STAYS
from tests.helpers.facility import founded
from tests.modules.education.school import School, copied, furnish
from tests.modules.stays.house import house_in


@pytest.fixture(scope="session")
def school_pattern(tmp_path_factory: pytest.TempPathFactory) -> School:
    """The facility as it was built; its file is closed."""
    made = founded(tmp_path_factory.mktemp("education"), (STAYS, CALENDAR, EDUCATION))
    facility = next(made)
    house_in(facility)
    school = School(facility)
    furnish(school)
    assert next(made, None) is None
    return school


@pytest.fixture
def school(school_pattern: School, tmp_path: Path) -> Iterator[School]:
    """A facility of the test's own."""
    yield from copied(school_pattern, tmp_path / "facility")
