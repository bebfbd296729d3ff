"""A facility with beds: built once, each test works at a copy."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facility_app.modules.housing.module import SPEC as HOUSING
from facility_app.ui.theme import Theme
from tests.helpers.facility import Facility, founded
from tests.helpers.fakes import CountingIds, FixedClock
from tests.helpers.probe import VaultFile
from tests.helpers.slots import RecordedSlots
from tests.modules.housing.desk import Desk
from tests.modules.housing.home import Home, furnish, home_in
from tests.modules.stays.house import NOW, house_in


@pytest.fixture(scope="session")
def home_pattern(tmp_path_factory: pytest.TempPathFactory) -> Facility:
    """The facility as it was built; its file is closed."""
    made = founded(tmp_path_factory.mktemp("housing"))
    facility = next(made)
    house_in(facility)
    furnish(facility)
    assert next(made, None) is None
    return facility


def copied(pattern: Facility, folder: Path) -> Iterator[Home]:
    """A copy of its own, on the first of February 2027."""
    shutil.copytree(pattern.file.folder, folder)
    # Ids are counted: those of the pattern must not be given again.
    file = VaultFile(folder, clock=FixedClock(NOW), ids=CountingIds(100_000), modules=(HOUSING,))
    slots = RecordedSlots()
    with closing(file.database()) as database:
        yield home_in(Facility(file, database, slots, pattern.admin))


@pytest.fixture
def home(home_pattern: Facility, tmp_path: Path) -> Iterator[Home]:
    """A facility of the test's own."""
    yield from copied(home_pattern, tmp_path / "facility")


@pytest.fixture
def desk(home: Home, dressed: Theme, qtbot: QtBot) -> Desk:
    """Somebody at the screens of that facility."""
    return Desk(home, dressed, qtbot)
