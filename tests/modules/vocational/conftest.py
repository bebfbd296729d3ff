"""A facility that teaches trades, on the first of February 2027."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facility_app.modules.calendar.module import SPEC as CALENDAR
from facility_app.modules.stays.module import SPEC as STAYS
from facility_app.modules.vocational.module import SPEC as VOCATIONAL
from tests.helpers.facility import founded
from tests.modules.stays.house import TODAY, house_in
from tests.modules.vocational.school import School


def schools(folder: Path) -> Iterator[School]:
    """One facility in that folder, closed afterwards."""
    for facility in founded(folder, (CALENDAR, STAYS, VOCATIONAL)):
        made = School(house_in(facility).facility)
        made.at(TODAY)
        yield made


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    """A facility of the test's own."""
    yield from schools(tmp_path)
