"""Which calls ask for the window; a machine without a screen is told so in one sentence."""

import subprocess
import sys

import pytest

from facility_app.app.window.asked import WindowCall, has_screen, window_call
from tests.helpers.desk import Desk


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], WindowCall()),
        (["--data", "D:/x"], WindowCall("D:/x")),
        (["--data=D:/x", "--lang=en"], WindowCall("D:/x", "en")),
        (["check"], None),
        (["--help"], None),
        (["--data"], None),
        (["--data", ""], None),
        (["--lang", "fr"], None),
        (["--json"], None),
    ],
)
def test_only_a_call_without_a_verb_asks_for_the_window(arguments: list[str], expected: WindowCall | None) -> None:
    assert window_call(arguments) == expected


def test_a_screen_is_known_by_its_variables() -> None:
    assert has_screen({"DISPLAY": ":0"})
    assert has_screen({"QT_QPA_PLATFORM": "offscreen"})
    assert has_screen({}) is (sys.platform != "linux")


def test_without_a_screen_one_sentence_says_so(empty_desk: Desk) -> None:
    environment = {**empty_desk.environment, "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-m", "facility_app"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "không có màn hình" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_login_is_painted_before_the_database_library_is_read() -> None:
    probe = (
        "import sys, facility_app.app.window.program;"
        "sys.exit(','.join(m for m in ('sqlalchemy', 'alembic', 'click', 'reportlab') if m in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (0, "")
