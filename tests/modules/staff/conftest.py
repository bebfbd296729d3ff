"""The screens of this slice over a real file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facility_app.ui.theme import Theme
from tests.helpers.screens import House, furnished
from tests.ui.conftest import dressed, install, one_theme, theme

__all__ = ["dressed", "install", "one_theme", "theme"]


@pytest.fixture
def desks(tmp_path: Path, dressed: Theme, qtbot: QtBot) -> Iterator[House]:
    """A facility whose screens people sit down at."""
    for facility in furnished(tmp_path):
        made = House(facility, dressed, qtbot)
        yield made
        made.close()
