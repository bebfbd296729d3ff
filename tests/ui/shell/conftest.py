"""A window for every test of the shell, closed again whatever was typed in it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from facility_app.ui.shell.window import Shell
from facility_app.ui.theme import Theme
from tests.ui.shell.kit import Place


@pytest.fixture
def place(dressed: Theme) -> Place:
    return Place(dressed)


@pytest.fixture
def shell(place: Place, qtbot: QtBot) -> Iterator[Shell]:
    made = place.shell()
    with qtbot.waitExposed(made):
        made.activateWindow()
    yield made
    made.close_at_once()
    made.deleteLater()
