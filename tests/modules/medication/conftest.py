"""A furnished ward: made once, each test works at a copy."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.modules.medication.ward import Ward, again, opened


@pytest.fixture(scope="session")
def ward_pattern(tmp_path_factory: pytest.TempPathFactory) -> Ward:
    """With something of each medicine in the cabinet; its file is closed."""
    made = opened(tmp_path_factory.mktemp("ward"))
    ward = next(made)
    made.close()
    return ward


@pytest.fixture
def ward(ward_pattern: Ward, tmp_path: Path) -> Iterator[Ward]:
    """A ward of the test's own, on Monday 23 November 2026, 09:00."""
    yield from again(ward_pattern, tmp_path / "ward")
