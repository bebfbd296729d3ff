"""A furnished pharmacy: made once, each test works at a copy."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facility_app.ui.theme import Theme
from tests.modules.pharmacy.screens import Desk
from tests.modules.pharmacy.store import Pharmacy, again, opened


@pytest.fixture(scope="session")
def pharmacy_pattern(tmp_path_factory: pytest.TempPathFactory) -> Pharmacy:
    """With 1.000 ml of methadone in the safe, 300 of them in the cabinet, and tablets of three kinds."""
    made = opened(tmp_path_factory.mktemp("pharmacy"))
    pharmacy = next(made)
    pharmacy.receive("methadone", "M01", 1000)
    pharmacy.receive("diazepam", "D01", 100)
    pharmacy.receive("haloperidol", "H01", 200)
    pharmacy.receive("tld", "L01", 60)
    pharmacy.move("M01", 300, "methadone")
    pharmacy.move("D01", 40, "diazepam")
    pharmacy.move("L01", 30, "tld")
    assert next(made, None) is None
    return pharmacy


@pytest.fixture
def pharmacy(pharmacy_pattern: Pharmacy, tmp_path: Path) -> Iterator[Pharmacy]:
    """A pharmacy of the test's own."""
    shutil.copytree(pharmacy_pattern.facility.file.folder, tmp_path / "pharmacy")
    yield from again(pharmacy_pattern, tmp_path / "pharmacy")


@pytest.fixture
def desk(pharmacy: Pharmacy, dressed: Theme, qtbot: QtBot) -> Desk:
    """The pharmacist at the screens."""
    return Desk(pharmacy, dressed, qtbot)
