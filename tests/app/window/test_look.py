"""Dark or light, small or large: chosen once, it holds at the next start, before anybody signed in."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facility_app.app.paths import resources_folder
from facility_app.app.window.look import FILE, KeptLook
from facility_app.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("qapp")


def started(state: Path) -> Theme:
    theme = Theme(resources_folder())
    KeptLook(theme, state)
    return theme


def test_what_was_chosen_holds_at_the_next_start(tmp_path: Path) -> None:
    state = tmp_path / "not there yet"
    started(state).set(dark=True, scale=1.5)
    again = started(state)
    assert (again.is_dark, again.scale) == (True, 1.5)
    again.set(dark=False)
    last = started(state)
    assert (last.is_dark, last.scale) == (False, 1.5)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"dark": "yes", "scale": 40}', '{"dark": 1, "scale": [1.5]}', '{"scale": NaN}'],
)
def test_a_file_that_says_nothing_sensible_costs_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    theme = started(tmp_path)
    assert (theme.is_dark, theme.scale) == (False, 1.0)


def test_a_place_that_cannot_be_written_keeps_nobody_from_changing_the_look(tmp_path: Path, qtbot: QtBot) -> None:
    blocked = tmp_path / "state"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    theme = started(blocked)
    with qtbot.waitSignal(theme.changed):
        theme.set(dark=True)
    assert theme.is_dark
