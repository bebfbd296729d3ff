"""A furnished ward: made once, each story works at a copy."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.modules.treatment.ward import Ward, copied, opened


@pytest.fixture(scope="session")
def ward_pattern(tmp_path_factory: pytest.TempPathFactory) -> Ward:
    """The ward as it was furnished; its file is closed."""
    made = opened(tmp_path_factory.mktemp("ward"))
    ward = next(made)
    assert next(made, None) is None
    return ward


@pytest.fixture
def ward(ward_pattern: Ward, tmp_path: Path) -> Iterator[Ward]:
    """A ward of the test's own, on the fourth day of two stays."""
    yield from copied(ward_pattern, tmp_path / "ward")
