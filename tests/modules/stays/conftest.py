"""A facility that keeps stays: founded once, each test works at a copy."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from facility_app.modules.correspondence.module import SPEC as CORRESPONDENCE
from facility_app.modules.stays.module import SPEC as STAYS
from tests.helpers.facility import Facility, founded
from tests.helpers.fakes import CountingIds, FixedClock
from tests.helpers.probe import VaultFile
from tests.helpers.slots import RecordedSlots
from tests.modules.stays.house import NOW, House, house_in


@pytest.fixture(scope="session")
def stays_pattern(tmp_path_factory: pytest.TempPathFactory) -> Facility:
    """The facility as it was founded; its file is closed."""
    made = founded(tmp_path_factory.mktemp("stays"))
    facility = next(made)
    house_in(facility)
    assert next(made, None) is None
    return facility


@pytest.fixture(scope="module")
def shared_facility(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facility]:
    """One facility for the tests of a file, which all roll back; this slice has its settings there."""
    yield from founded(tmp_path_factory.mktemp("facility"), (STAYS,))


@pytest.fixture
def house(stays_pattern: Facility, tmp_path: Path) -> Iterator[House]:
    """A facility of the test's own, on the first of February 2027."""
    folder = tmp_path / "facility"
    shutil.copytree(stays_pattern.file.folder, folder)
    # Ids are counted: those of the pattern must not be given again.
    # The law's numbers are followed, and papers answer whether one speaks of a stay.
    file = VaultFile(folder, clock=FixedClock(NOW), ids=CountingIds(100_000), modules=(STAYS, CORRESPONDENCE))
    slots = RecordedSlots()
    with closing(file.database()) as database:
        yield House(Facility(file, database, slots, stays_pattern.admin))
