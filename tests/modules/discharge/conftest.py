"""Facilities from which people leave: founded once, each test works at a copy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facility_app.modules.catalogues.domain import UnitKind
from facility_app.ui.theme import Theme
from tests.modules.discharge.desk import Screen, at_screens
from tests.modules.discharge.leaving import House, copied, found


@pytest.fixture(scope="session")
def public_pattern(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A public facility; nobody works here."""
    return found(tmp_path_factory.mktemp("public"))


@pytest.fixture(scope="session")
def private_pattern(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A private one."""
    return found(tmp_path_factory.mktemp("private"), UnitKind.PRIVATE)


@pytest.fixture
def house(public_pattern: House, tmp_path: Path) -> Iterator[House]:
    """A public facility of the test's own."""
    yield from copied(public_pattern, tmp_path / "facility")


@pytest.fixture
def private_house(private_pattern: House, tmp_path: Path) -> Iterator[House]:
    """A private one."""
    yield from copied(private_pattern, tmp_path / "private")


@pytest.fixture
def screen(house: House, tmp_path: Path, dressed: Theme, qtbot: QtBot) -> Iterator[Screen]:
    """Whoever prepares releases, at the screens; with a place for scans."""
    yield from at_screens(house, tmp_path, dressed, qtbot)
