"""A facility in whose safe things lie: founded once, each test works at a copy."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.modules.deposits.custody import House, People, copied, found, with_people


@pytest.fixture(scope="session")
def custody_pattern(tmp_path_factory: pytest.TempPathFactory) -> tuple[House, People]:
    """A public facility with two people inside."""
    return with_people(found(tmp_path_factory.mktemp("custody")))


@pytest.fixture
def house(custody_pattern: tuple[House, People], tmp_path: Path) -> Iterator[House]:
    """A facility of the test's own."""
    yield from copied(custody_pattern[0], tmp_path / "facility")


@pytest.fixture
def people(custody_pattern: tuple[House, People]) -> People:
    """Who is inside."""
    return custody_pattern[1]
