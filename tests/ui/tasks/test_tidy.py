"""No widget dies on a working thread, however much the work there allocates."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from facility_app.ui.tasks import InlineRunner, Runner
from facility_app.ui.tasks.tidy import GarbageKeeper
from tests.ui.tasks.held import MemoryPlace


class Cycle(QObject):
    """An object only a collection can destroy; notes on which thread it went."""

    def __init__(self, gone: list[int]) -> None:
        super().__init__()
        self.itself = self
        self.gone = gone
        QTimer(self).start(1000)

    def __del__(self) -> None:
        self.gone.append(threading.get_ident())


@pytest.fixture
def collecting() -> Iterator[None]:
    """Python collects by itself, as it does before the program's runner is made."""
    gc.enable()
    yield
    gc.disable()


@pytest.fixture
def keeper(qtbot: QtBot) -> Iterator[GarbageKeeper]:
    made = GarbageKeeper()
    made.begin()
    yield made
    made.end()


def allocate() -> list[list[int]]:
    """Enough for Python to collect several times on the thread it happens."""
    return [[number] for number in range(20_000)]


def test_a_working_thread_collects_nothing_and_the_windows_thread_does(keeper: GarbageKeeper) -> None:
    gone: list[int] = []
    for _ in range(50):
        Cycle(gone)
    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert gone == []
    kept = allocate()
    keeper.collect_due()
    assert len(kept) == 20_000
    assert gone == [threading.get_ident()] * 50


def test_nothing_is_collected_before_it_is_due(keeper: GarbageKeeper) -> None:
    gc.collect()
    gone: list[int] = []
    Cycle(gone)
    keeper.collect_due()
    assert gone == []
    gc.collect()
    assert len(gone) == 1


def test_a_runner_keeps_the_garbage_until_it_is_closed(collecting: None, qtbot: QtBot) -> None:
    assert gc.isenabled()
    runner = Runner(MemoryPlace())
    assert not gc.isenabled()
    runner.close()
    assert gc.isenabled()
    runner.close()
    assert gc.isenabled()


def test_an_inline_runner_leaves_collecting_alone(collecting: None, qtbot: QtBot) -> None:
    InlineRunner(MemoryPlace())
    assert gc.isenabled()
