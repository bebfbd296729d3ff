"""The same promises on real threads, and the stop of a read on the real driver."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from typing_extensions import override

from facility_app.db.driver import DataKey, connect
from facility_app.ui.tasks import Runner
from facility_app.ui.tasks.ticket import Kind, Ticket
from tests.ui.tasks.held import Heard, MemoryPlace, PlainWork

SECONDS = 20


@pytest.fixture
def place() -> MemoryPlace:
    return MemoryPlace()


@pytest.fixture
def runner(qtbot: QtBot, place: MemoryPlace) -> Iterator[Runner]:
    made = Runner(place)
    yield made
    made.close()
    assert not made.is_busy


@pytest.fixture
def owner() -> QObject:
    return QObject()


def settled(qtbot: QtBot, runner: Runner) -> None:
    qtbot.waitUntil(partial(_is_idle, runner), timeout=SECONDS * 1000)


def _is_idle(runner: Runner) -> bool:
    return not runner.is_busy


def test_answers_come_on_the_thread_of_the_windows(
    runner: Runner, place: MemoryPlace, owner: QObject, qtbot: QtBot
) -> None:
    seen: list[tuple[int, int]] = []

    def note(where: int) -> None:
        seen.append((where, threading.get_ident()))

    runner.query(owner, _where).success(note).run()
    runner.command(owner, _where).success(note).run()
    settled(qtbot, runner)
    assert len(seen) == 2
    assert all(told == threading.get_ident() != did for did, told in seen)
    assert threading.get_ident() not in place.threads


def _where(_uow: object) -> int:
    return threading.get_ident()


def test_the_writer_takes_one_at_a_time_in_order(runner: Runner, owner: QObject, qtbot: QtBot) -> None:
    inside, most, done = 0, 0, []

    def write(number: int, _uow: object) -> None:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        done.append(number)
        inside -= 1

    for number in range(200):
        (runner.command if number % 2 else runner.jot)(owner, partial(write, number)).run()
    settled(qtbot, runner)
    assert most == 1
    assert done == list(range(200))


def test_two_reads_go_on_beside_a_write(runner: Runner, owner: QObject, qtbot: QtBot) -> None:
    together = threading.Barrier(3, timeout=SECONDS)

    def meet(_uow: object) -> None:
        together.wait()

    for ask in (runner.query(owner, meet, topic="a"), runner.query(owner, meet, topic="b")):
        ask.run()
    runner.command(owner, meet).run()
    settled(qtbot, runner)
    assert not together.broken


def test_closing_waits_for_the_write_under_way_and_those_behind_it(
    qtbot: QtBot, place: MemoryPlace, owner: QObject
) -> None:
    runner, heard, begun, go_on = Runner(place), Heard(), threading.Event(), threading.Event()

    def slow(_uow: object) -> str:
        begun.set()
        assert go_on.wait(SECONDS)
        return "slow"

    runner.command(owner, slow).success(heard.success).run()
    runner.command(owner, partial(_touch, "2")).success(heard.success).run()
    assert begun.wait(SECONDS)
    opener = threading.Timer(0.05, go_on.set)
    opener.start()
    runner.close()
    opener.join()
    assert heard.told == ["slow", "2"]
    assert [unit.commits for unit in place.units] == [1, 1]


def test_waiting_for_a_note_ends_when_it_is_written_and_no_sooner(runner: Runner, owner: QObject) -> None:
    written: list[str] = []
    tickets = [runner.jot(owner, partial(_append, written, word)).run() for word in ("a", "b")]
    runner.wait_for(tickets[-1])
    assert written == ["a", "b"]


def test_a_note_that_is_not_written_holds_nobody_for_ever(owner: QObject) -> None:
    assert not Ticket(Kind.WRITE, owner).wait_landed(0)


def _append(written: list[str], word: str, _notes: object) -> None:
    written.append(word)


def _touch(record: str, uow: PlainWork) -> str:
    uow.touched.add(("thing", record))
    return record


def test_a_destroyed_owner_stops_its_read_under_way(runner: Runner, place: MemoryPlace, qtbot: QtBot) -> None:
    owner, heard, begun = QObject(), Heard(), threading.Event()

    def wait_for_stop(_uow: object) -> None:
        begun.set()
        assert place.stopping.wait(SECONDS)

    runner.query(owner, wait_for_stop).success(heard.success).failure(heard.failure).run()
    assert begun.wait(SECONDS)
    shiboken6.delete(owner)
    settled(qtbot, runner)
    assert place.stops == ["stopped"]
    assert heard.told == []


class DriverPlace(MemoryPlace):
    """Reads that count up to a number no machine reaches, on the real driver."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.connection = connect(path, DataKey(bytes(32), bytes(16)))
        self.begun = threading.Event()
        self.connection.create_function("begun", 0, self.begun.set)

    @override
    def stopper(self, _uow: object) -> Callable[[], None]:
        return self.connection.interrupt

    def count_for_ever(self, _uow: object) -> object:
        numbers = "WITH RECURSIVE n(k) AS (SELECT begun() UNION ALL SELECT coalesce(k, 0) + 1 FROM n)"
        endless = f"{numbers} SELECT count(*) FROM n"
        return self.connection.execute(endless).fetchall()


def test_cancelling_interrupts_the_statement_of_the_driver(tmp_path: Path, qtbot: QtBot, owner: QObject) -> None:
    place, heard = DriverPlace(tmp_path / "a.db"), Heard()
    runner = Runner(place)
    ticket = runner.query(owner, place.count_for_ever).success(heard.success).failure(heard.failure).run()
    assert place.begun.wait(SECONDS)
    assert ticket.cancel()
    runner.close()
    place.connection.close()
    assert heard.told == []
