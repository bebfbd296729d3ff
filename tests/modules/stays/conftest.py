"""A facility that keeps stays: founded once, each test works at a copy."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from facility_app.modules.stays.module import SPEC as STAYS
from tests.helpers.facility import Facility, founded
from tests.modules.stays.beginning import Beginning, Patterns
from tests.modules.stays.house import House, house_in


@pytest.fixture(scope="session")
def stays_patterns(tmp_path_factory: pytest.TempPathFactory) -> Patterns:
    """The facility as it was founded, and with somebody inside."""
    made = founded(tmp_path_factory.mktemp("stays"))
    facility = next(made)
    house_in(facility)
    assert next(made, None) is None
    return Patterns(facility, lambda: tmp_path_factory.mktemp("stays"))


@pytest.fixture(scope="module")
def shared_facility(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facility]:
    """One facility for the tests of a file, which all roll back; this slice has its settings there."""
    yield from founded(tmp_path_factory.mktemp("facility"), (STAYS,))


@pytest.fixture
def house(stays_patterns: Patterns, tmp_path: Path) -> Iterator[House]:
    """A facility of the test's own, on the first of February 2027."""
    with ExitStack() as stack:
        yield Beginning(stays_patterns, tmp_path / "facility", stack)
