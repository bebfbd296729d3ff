"""What is read before the login is painted, and what waits until it was."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facility_app.app.paths import resources_folder
from facility_app.app.window.first_paint import FirstPaint
from facility_app.ui.theme import Theme
from tests.helpers.desk import Desk

HEAVY = {
    "sqlalchemy", "alembic", "click", "reportlab", "keyring", "nacl", "argon2", "sqlcipher3", "logging.handlers",
    "xml.etree.ElementTree", "facility_app.db.keyslots", "facility_app.ui.tasks", "facility_app.ui.widgets",
}  # fmt: skip
PROBE = """
import os, sys
from pathlib import Path
from facility_app.app.window import program, run
from facility_app.db.folder import DataFolder

def painted(_program):
    print(" ".join(sys.modules), flush=True)
    os._exit(0)

program.Program._begin_reading = painted
run.open_window(DataFolder(Path(sys.argv[1])), Path(sys.argv[2]))
"""


def test_the_login_is_painted_before_keyring_ciphers_and_database_are_read(empty_desk: Desk) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(empty_desk.data), str(empty_desk.state)],
        env={**empty_desk.environment, "QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    read = set(done.stdout.split())
    assert "facility_app.app.window.login" in read
    assert read & HEAVY == set()


READING = """
import linecache, sys
from facility_app.app.window.program import read_inside
read_inside()
print(*[name for name in linecache.cache if "facility_app/modules/" in name.replace("\\\\", "/")])
print(*[name for name in ("alembic", "reportlab", "PIL", "pypdfium2", "xlsxwriter") if name in sys.modules])
"""


def test_reading_the_program_keeps_no_source_and_reads_no_library_of_single_pages(empty_desk: Desk) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READING],
        env={**empty_desk.environment, "QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert done.stdout.split() == []


def test_it_is_told_once_and_only_when_it_stands_there(qtbot: QtBot) -> None:
    widget, told = QWidget(), list[int]()
    qtbot.addWidget(widget)
    paint = FirstPaint(widget)
    paint.painted.connect(lambda: told.append(1))
    assert told == []
    with qtbot.waitSignal(paint.painted):
        widget.show()
    widget.repaint()
    assert told == [1]


@pytest.mark.usefixtures("qapp")
def test_a_theme_in_haste_loads_only_the_letters_of_the_first_window(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []

    def load(path: str) -> int:
        loaded.append(Path(path).stem)
        return 0

    monkeypatch.setattr(QFontDatabase, "addApplicationFont", load)
    theme = Theme(resources_folder(), in_haste=True)
    assert sorted(loaded) == ["BeVietnamPro-Medium", "BeVietnamPro-Regular", "BeVietnamPro-SemiBold"]
    theme.load_the_rest()
    theme.load_the_rest()
    assert len(loaded) == len(set(loaded)) == 9
