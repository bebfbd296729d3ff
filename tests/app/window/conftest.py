"""The look for the windows before there is a session, and the program over a real file."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facility_app.app.window.program import Program
from facility_app.ui.theme import Theme
from tests.helpers.desk import CHEAP, Desk
from tests.ui.conftest import compose, dressed, one_theme, theme

__all__ = ["compose", "dressed", "one_theme", "theme"]


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, dressed: Theme, desk: Desk) -> Iterator[Program]:
    """The program at its login."""
    made = Program(qapp, dressed, desk.folder, desk.state, CHEAP)
    made.begin()
    yield made
    made.close()
    made.front.close()
    made.front.deleteLater()
