"""A facility with one person inside under a court's decision: founded once, each test works at a copy."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.modules.absences.away import House, copied, found, with_duc


@pytest.fixture(scope="session")
def absence_pattern(tmp_path_factory: pytest.TempPathFactory) -> tuple[House, str]:
    """A public facility with a man inside until 01/09/2026."""
    return with_duc(found(tmp_path_factory.mktemp("absences")))


@pytest.fixture
def house(absence_pattern: tuple[House, str], tmp_path: Path) -> Iterator[House]:
    """A facility of the test's own."""
    yield from copied(absence_pattern[0], tmp_path / "facility")


@pytest.fixture
def stay(absence_pattern: tuple[House, str]) -> str:
    """The stay of whoever is inside."""
    return absence_pattern[1]
