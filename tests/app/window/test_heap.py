"""Memory one thread gave back is there for the others, and a window put away keeps none for its picture."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facility_app.app.window.front import Front
from facility_app.app.window.program import Program
from facility_app.ui.theme import Theme
from tests.helpers.desk import Desk

HEAPS = """
import ctypes, sys, tempfile, threading
from facility_app.app.window.heap import share_one_heap
share_one_heap()
libc = ctypes.CDLL(None)
if not hasattr(libc, "malloc_info"):
    print(1)
    sys.exit()
libc.malloc.restype = ctypes.c_void_p
libc.fopen.restype = ctypes.c_void_p
libc.malloc_info.argtypes = [ctypes.c_int, ctypes.c_void_p]
libc.fclose.argtypes = [ctypes.c_void_p]
together = threading.Barrier(4)
def take():
    together.wait()
    libc.malloc(4096)
    together.wait()
threads = [threading.Thread(target=take) for _ in range(4)]
for one in threads:
    one.start()
for one in threads:
    one.join()
with tempfile.NamedTemporaryFile() as told:
    kept = libc.fopen(told.name.encode(), b"w")
    libc.malloc_info(0, kept)
    libc.fclose(kept)
    print(told.read().count(b"<heap nr"))
"""


def test_all_threads_take_their_memory_from_one_heap() -> None:
    done = subprocess.run([sys.executable, "-c", HEAPS], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == ["1"]


def test_the_program_settles_that_before_a_thread_reads_it(
    qapp: QApplication, dressed: Theme, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    for name in ("share_one_heap", "read_inside"):
        monkeypatch.setattr(f"facility_app.app.window.program.{name}", partial(told.append, name))
    program = Program(qapp, dressed, desk.folder, desk.state)
    program._begin_reading()
    qtbot.waitUntil(lambda: program.is_inside_read)
    program.close()
    assert told == ["share_one_heap", "read_inside"]


def test_a_window_put_away_has_no_picture_of_itself_and_comes_back_as_it_was(dressed: Theme, qtbot: QtBot) -> None:
    front = Front(dressed, Path("data"))
    qtbot.addWidget(front)
    front.resize(900, 640)
    with qtbot.waitExposed(front):
        front.begin()
    assert front.testAttribute(Qt.WidgetAttribute.WA_WState_Created)
    front.put_away()
    assert front.isHidden()
    assert not front.testAttribute(Qt.WidgetAttribute.WA_WState_Created)
    with qtbot.waitExposed(front):
        front.begin()
    assert (front.width(), front.height()) == (900, 640)
    assert front.login.isVisible()


HELD = """
from pathlib import Path
from facility_app.app.window.heap import HeapKeeper
def resident():
    lines = Path("/proc/self/status").read_text("ascii").splitlines() if Path("/proc/self/status").exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
pieces = [bytes(4096) for _ in range(20_000)]
stays = [bytearray(4096) for _ in range(2)]
del pieces
before = resident()
HeapKeeper().give_back()
print(resident() < before - 40_000 or not before)
"""


def test_free_memory_between_what_is_kept_is_given_back() -> None:
    done = subprocess.run([sys.executable, "-c", HELD], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == ["True"]
