"""A facility for the tests of the slices."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.facility import Facility, founded
from tests.ui.conftest import dressed, one_theme, theme

__all__ = ["dressed", "facility", "one_theme", "shared_facility", "theme"]


@pytest.fixture
def facility(tmp_path: Path) -> Iterator[Facility]:
    """A facility of the test's own."""
    yield from founded(tmp_path)


@pytest.fixture(scope="module")
def shared_facility(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facility]:
    """One facility for the tests of a file, which all roll back."""
    yield from founded(tmp_path_factory.mktemp("facility"))
