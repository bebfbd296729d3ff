"""What the Runner promises a screen, with work that waits for the test."""

import gc
import weakref
from collections.abc import Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import label
from facility_app.ui.tasks import Failure, InlineRunner, Progress, Runner, Step
from facility_app.ui.tasks.runner import PATIENCE_S
from tests.ui.tasks.held import Heard, Held, MemoryPlace, PlainWork, held_runner

REFUSAL = UserError(
    "late", label("errors", "Muộn {minutes} phút."), fields={"at": label("errors", "{minutes} phút")}, minutes=5
)


@pytest.fixture
def held(qtbot: QtBot) -> Iterator[Held]:
    made = held_runner()
    yield made
    made.runner.close()
    assert not made.runner.is_busy


@pytest.fixture
def owner() -> QObject:
    return QObject()


@pytest.fixture
def heard() -> Heard:
    return Heard()


def say(word: object, _uow: object = None) -> object:
    return word


def fail(error: BaseException, _uow: object = None) -> None:
    raise error


def touch(record: str, uow: PlainWork) -> str:
    uow.touched.add(("thing", record))
    return record


def is_idle(held: Held) -> bool:
    return not held.runner.is_busy


def test_an_answer_comes_once(held: Held, owner: QObject, heard: Heard) -> None:
    ticket = held.runner.query(owner, partial(say, "a")).success(heard.success).ended(heard.end).run()
    assert heard.told == []
    held.reads.step()
    assert heard.told == ["a", "end"]
    assert ticket.is_over
    assert not ticket.cancel()


def test_a_later_query_of_the_same_topic_drops_the_earlier_answer(
    held: Held, owner: QObject, heard: Heard
) -> None:
    for word in ("a", "ab", "abc"):
        held.runner.query(owner, partial(say, word), topic="search").success(heard.success).run()
    held.reads.step(1)
    held.reads.step(1)
    held.reads.step(0)
    assert heard.told == ["abc"]
    assert len(held.place.units) == 1, "a query nobody waits for is never begun"


def test_an_answer_that_landed_before_the_later_query_is_dropped_too(
    held: Held, owner: QObject, heard: Heard, qtbot: QtBot
) -> None:
    for word in ("a", "b"):
        held.runner.query(owner, partial(say, word)).success(heard.success).run()
        held.reads.step_elsewhere()
    qtbot.waitUntil(partial(is_idle, held))
    assert heard.told == ["b"]


def test_answers_that_came_while_the_window_worked_are_told_in_turns_of_their_own(qtbot: QtBot) -> None:
    runner, owner, heard = Runner(MemoryPlace()), QObject(), Heard()
    asked = [runner.query(owner, partial(say, one), topic=one).success(heard.success).run() for one in "abc"]
    assert all(ticket.wait_landed(PATIENCE_S) for ticket in asked)
    QCoreApplication.sendPostedEvents()
    assert len(heard.told) == 1, "whatever is pressed now comes before the others"
    qtbot.waitUntil(lambda: sorted(heard.told) == ["a", "b", "c"])
    runner.close()


def test_other_topics_and_other_owners_keep_their_answers(held: Held, owner: QObject, heard: Heard) -> None:
    other = QObject()
    held.runner.query(owner, partial(say, "ids"), topic="ids").success(heard.success).run()
    held.runner.query(owner, partial(say, "rows"), topic="rows").success(heard.success).run()
    held.runner.query(other, partial(say, "other"), topic="ids").success(heard.success).run()
    for _ in range(3):
        held.reads.step()
    assert heard.told == ["ids", "rows", "other"]


def test_a_destroyed_owner_hears_nothing(held: Held, heard: Heard) -> None:
    owner = QObject()
    held.runner.query(owner, partial(say, "a")).success(heard.success).failure(heard.failure).run()
    held.runner.query(owner, partial(fail, REFUSAL), topic="b").failure(heard.failure).run()
    shiboken6.delete(owner)
    held.reads.step()
    held.reads.step()
    assert heard.told == []
    assert held.place.units == []


def test_a_waiting_answer_does_not_keep_its_owner(held: Held) -> None:
    owner = QObject()
    seen = weakref.ref(owner)
    held.runner.query(owner, partial(say, "a")).run()
    del owner
    gc.collect()
    assert seen() is None
    held.reads.step()
    assert not held.runner.is_busy


def test_a_write_of_a_destroyed_owner_stands_and_is_told(held: Held, heard: Heard) -> None:
    owner = QObject()
    held.runner.changed.connect(heard.change)
    held.runner.command(owner, partial(touch, "1")).success(heard.success).run()
    shiboken6.delete(owner)
    held.writes.step()
    [(change, initiator)] = heard.told
    assert change.records == {("thing", "1")}
    assert initiator is None


def test_a_refused_write_of_a_destroyed_owner_is_not_lost(held: Held, heard: Heard) -> None:
    owner = QObject()
    held.runner.unheard.connect(heard.failure)
    held.runner.command(owner, partial(fail, REFUSAL)).failure(heard.failure).run()
    shiboken6.delete(owner)
    held.writes.step()
    [failure] = heard.told
    assert isinstance(failure, Failure)
    assert failure.error is REFUSAL


def test_the_runner_commits_exactly_once_and_tells_the_change_after_the_answer(
    held: Held, owner: QObject, heard: Heard
) -> None:
    held.runner.changed.connect(heard.change)
    held.runner.command(owner, partial(touch, "1")).success(heard.success).run()
    held.writes.step()
    assert [unit.commits for unit in held.place.units] == [1]
    answer, (change, initiator) = heard.told
    assert answer == "1"
    assert change.tables == {"thing"}
    assert initiator is owner


def test_a_read_is_not_committed(held: Held, owner: QObject) -> None:
    held.runner.query(owner, partial(say, "a")).run()
    held.reads.step()
    assert [unit.commits for unit in held.place.units] == [0]


def test_a_refused_command_is_not_committed(held: Held, owner: QObject, heard: Heard) -> None:
    held.runner.changed.connect(heard.change)
    held.runner.command(owner, partial(fail, REFUSAL)).failure(heard.failure).ended(heard.end).run()
    held.writes.step()
    assert [unit.commits for unit in held.place.units] == [0]
    failure, end = heard.told
    assert isinstance(failure, Failure)
    assert failure.words == "Muộn 5 phút."
    assert failure.fields == {"at": "5 phút"}
    assert (failure.code, failure.is_fault, failure.is_retryable) == ("late", False, False)
    assert end == "end"


def test_what_is_saved_is_told_even_when_a_step_after_the_commit_is_refused(
    held: Held, owner: QObject, heard: Heard
) -> None:
    unfinished = EnvironmentFault("saved_but_unfinished", label("errors", "Đã lưu"))
    held.place.next_unit = PlainWork(trouble=unfinished)
    held.runner.changed.connect(heard.change)
    held.runner.command(owner, partial(touch, "1")).failure(heard.failure).run()
    held.writes.step()
    failure, told = heard.told
    assert isinstance(failure, Failure)
    assert failure.error is unfinished
    assert told[0].tables == {"thing"}


def test_nothing_is_told_to_have_changed_when_nothing_did(held: Held, owner: QObject, heard: Heard) -> None:
    held.runner.changed.connect(heard.change)
    held.runner.command(owner, partial(say, "nothing")).run()
    held.writes.step()
    assert heard.told == []


def test_a_fault_of_the_program_is_told_twice(held: Held, owner: QObject, heard: Heard) -> None:
    faults = Heard()
    held.runner.fault.connect(faults.failure)
    held.runner.query(owner, partial(fail, ZeroDivisionError("secret 12"))).failure(heard.failure).run()
    held.reads.step()
    assert heard.told == faults.told
    [failure] = heard.told
    assert isinstance(failure, Failure)
    assert failure.is_fault
    assert failure.code == "ZeroDivisionError"
    assert "test_runner.py" in failure.details
    assert "secret" not in failure.details, "what was raised may name a person"


def test_a_fault_nobody_listens_to_reaches_the_hook(held: Held, owner: QObject, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        held.runner.query(owner, partial(fail, ZeroDivisionError())).run()
        held.reads.step()
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_a_refusal_nobody_listens_to_reaches_the_hook(held: Held, owner: QObject, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        held.runner.query(owner, partial(fail, REFUSAL)).run()
        held.reads.step()
    assert [error for _, error, _ in caught] == [REFUSAL]


def test_a_fault_of_a_dropped_query_is_still_told(held: Held, owner: QObject, heard: Heard, qtbot: QtBot) -> None:
    held.runner.fault.connect(heard.failure)
    ticket = held.runner.query(owner, partial(fail, ZeroDivisionError())).run()
    held.reads.step_elsewhere()
    assert ticket.cancel()
    qtbot.waitUntil(partial(is_idle, held))
    assert len(heard.told) == 1


def test_a_waiting_command_can_be_cancelled_and_is_never_begun(held: Held, owner: QObject, heard: Heard) -> None:
    ticket = held.runner.command(owner, partial(touch, "1")).success(heard.success).run()
    assert ticket.cancel()
    held.writes.step()
    assert held.place.units == []
    assert heard.told == []


def test_a_command_under_way_is_not_cancelled(held: Held, owner: QObject, heard: Heard) -> None:
    tickets: list[object] = []

    def cancel_inside(uow: PlainWork) -> str:
        tickets.append(ticket.cancel())
        return touch("1", uow)

    ticket = held.runner.command(owner, cancel_inside).success(heard.success).run()
    held.writes.step()
    assert tickets == [False]
    assert heard.told == ["1"]


def test_cancelling_a_read_under_way_stops_its_statement(held: Held, owner: QObject, heard: Heard) -> None:
    def cancel_inside(_uow: object) -> str:
        assert ticket.cancel()
        raise RuntimeError("interrupted")

    ticket = held.runner.query(owner, cancel_inside).success(heard.success).failure(heard.failure).run()
    held.reads.step()
    assert held.place.stops == ["stopped"]
    assert heard.told == []


def test_a_connection_given_back_is_never_stopped(held: Held, owner: QObject) -> None:
    ticket = held.runner.query(owner, partial(say, "a")).run()
    held.reads.step_elsewhere()
    assert ticket.cancel()
    assert held.place.stops == []


def test_notes_go_through_the_writer(held: Held, owner: QObject, heard: Heard) -> None:
    held.runner.jot(owner, partial(_note, "draft", "a")).success(heard.success).run()
    assert held.runner.is_writing
    held.writes.step()
    assert held.place.notes == {"draft": "a"}
    assert heard.told == ["a"]


def _note(key: str, body: str, notes: dict[str, object]) -> str:
    notes[key] = body
    return body


def test_a_job_tells_how_far_it_is(held: Held, owner: QObject, heard: Heard) -> None:
    def count(progress: Progress) -> int:
        for number in range(1000):
            progress.tell(number, 999)
        return 1000

    held.runner.job(owner, count).progress(heard.success).success(heard.success).run()
    held.jobs.step()
    assert heard.told[0] == Step(0, 999)
    assert heard.told[-2:] == [Step(999, 999), 1000]
    assert len(heard.told) < 100, "one telling is one event of the window"


def test_a_stopped_job_ends_without_a_word(held: Held, owner: QObject, heard: Heard) -> None:
    def stop_inside(progress: Progress) -> None:
        progress.check()
        ticket.cancel()
        progress.tell(1)

    ticket = held.runner.job(owner, stop_inside).success(heard.success).failure(heard.failure).run()
    held.jobs.step()
    assert heard.told == []


def test_busy_is_told_when_it_begins_and_ends(held: Held, owner: QObject, heard: Heard) -> None:
    held.runner.busy_changed.connect(heard.success)
    held.runner.query(owner, partial(say, "a")).run()
    held.runner.job(owner, say).run()
    held.reads.step()
    held.jobs.step()
    assert heard.told == [True, False]


def test_a_failing_callback_leaves_the_runner_in_order(
    held: Held, owner: QObject, heard: Heard, qtbot: QtBot
) -> None:
    held.runner.changed.connect(heard.change)
    with qtbot.captureExceptions() as caught:
        held.runner.command(owner, partial(touch, "1")).success(partial(fail, KeyError())).run()
        held.writes.step()
    assert [kind for kind, _, _ in caught] == [KeyError]
    assert len(heard.told) == 1
    assert not held.runner.is_busy


def test_closing_does_the_writes_and_drops_the_reads(held: Held, owner: QObject, heard: Heard) -> None:
    held.runner.query(owner, partial(say, "read")).success(heard.success).run()
    held.runner.command(owner, partial(touch, "1")).success(heard.success).run()
    held.runner.job(owner, say).success(heard.success).run()
    held.runner.close()
    assert heard.told == ["1"]
    assert [unit.commits for unit in held.place.units] == [1]


def test_a_closed_runner_refuses_in_words(held: Held, owner: QObject, heard: Heard) -> None:
    held.runner.close()
    ticket = held.runner.command(owner, partial(touch, "1")).failure(heard.failure).run()
    [failure] = heard.told
    assert isinstance(failure, Failure)
    assert failure.code == "closing"
    assert ticket.is_over
    assert held.place.units == []


def test_the_inline_runner_does_it_at_once(owner: QObject, heard: Heard, qtbot: QtBot) -> None:
    place = MemoryPlace()
    runner = InlineRunner(place)
    runner.changed.connect(heard.change)
    runner.command(owner, partial(touch, "1")).success(heard.success).run()
    assert heard.told[0] == "1"
    assert len(heard.told) == 2
    assert [unit.commits for unit in place.units] == [1]


def test_an_assertion_in_a_callback_of_the_inline_runner_reaches_the_test(owner: QObject, qtbot: QtBot) -> None:
    runner = InlineRunner(MemoryPlace())
    with pytest.raises(AssertionError):
        runner.query(owner, say).success(partial(fail, AssertionError())).run()
    assert not runner.is_busy
