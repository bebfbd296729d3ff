"""A facility where people work, on the first of February 2027."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facility_app.modules.calendar.module import SPEC as CALENDAR
from facility_app.modules.deposits.module import SPEC as DEPOSITS
from facility_app.modules.labour.module import SPEC as LABOUR
from facility_app.modules.stays.module import SPEC as STAYS
from facility_app.modules.treatment.module import SPEC as TREATMENT
from tests.helpers.facility import founded
from tests.modules.labour.yard import Yard
from tests.modules.stays.house import TODAY, house_in


def yards(folder: Path) -> Iterator[Yard]:
    """One facility in that folder, closed afterwards."""
    for facility in founded(folder, (STAYS, CALENDAR, DEPOSITS, TREATMENT, LABOUR)):
        made = Yard(house_in(facility).facility)
        made.at(TODAY)
        made.furnish()
        yield made


@pytest.fixture
def yard(tmp_path: Path) -> Iterator[Yard]:
    """A facility of the test's own."""
    yield from yards(tmp_path)
