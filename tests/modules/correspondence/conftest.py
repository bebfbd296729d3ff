"""A facility that issues and receives papers: founded once, each test works at a copy."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers.facility import Facility, founded
from tests.helpers.fakes import CountingIds
from tests.helpers.probe import VaultFile
from tests.helpers.slots import RecordedSlots
from tests.modules.correspondence.papers import Office, office_in


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The facility as it was founded; its file is closed."""
    made = founded(tmp_path_factory.mktemp("papers"))
    office = office_in(next(made))
    assert next(made, None) is None
    return office


@pytest.fixture
def office(pattern: Office, tmp_path: Path) -> Iterator[Office]:
    """A facility of the test's own, at work."""
    folder = tmp_path / "facility"
    shutil.copytree(pattern.facility.file.folder, folder)
    # Ids are counted: those of the pattern must not be given again.
    file, slots = VaultFile(folder, ids=CountingIds(100_000)), RecordedSlots()
    with closing(file.database()) as database:
        facility = Facility(file, database, slots, pattern.facility.admin)
        yield Office(facility, pattern.head, pattern.deputy, pattern.resident)
