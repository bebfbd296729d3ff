"""A facility that takes lists over; founded once, each test that writes works at a copy."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from facility_app.app.registry import MODULES
from facility_app.kernel.spec import ModuleSpec
from tests.helpers.facility import Facility, founded
from tests.helpers.fakes import CountingIds, FixedClock
from tests.helpers.probe import VaultFile
from tests.helpers.slots import RecordedSlots
from tests.modules.stays.house import NOW, House, house_in


@pytest.fixture(scope="session")
def intake_pattern(tmp_path_factory: pytest.TempPathFactory) -> Facility:
    """The facility as it was founded; its file is closed."""
    made = founded(tmp_path_factory.mktemp("intake"))
    facility = next(made)
    house_in(facility)
    assert next(made, None) is None
    return facility


@pytest.fixture
def gate(intake_pattern: Facility, tmp_path: Path) -> Iterator[House]:
    """A facility of the test's own, on the first of February 2027."""
    yield from opened(intake_pattern, tmp_path / "facility")


@pytest.fixture
def door(intake_pattern: Facility, tmp_path: Path) -> Iterator[House]:
    """The same with every slice hearing of the others, as in the program."""
    yield from opened(intake_pattern, tmp_path / "facility", MODULES)


def opened(pattern: Facility, folder: Path, modules: Iterable[ModuleSpec] = ()) -> Iterator[House]:
    """A copy of the pattern, closed at the end."""
    shutil.copytree(pattern.file.folder, folder)
    # Ids are counted: those of the pattern must not be given again.
    slots = RecordedSlots()
    file = VaultFile(folder, clock=FixedClock(NOW), ids=CountingIds(100_000), modules=modules)
    with closing(file.database()) as database:
        yield House(Facility(file, database, slots, pattern.admin))
