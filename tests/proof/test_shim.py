"""The shim sees everything, and the replay knows which of it a power cut may take back."""

import errno
import os
import select
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proof.disk import Disk
from tests.proof.forkserver import TIMEOUT, Fail, ForkServer
from tests.proof.log import ACK_NAME, Log, OpaqueLogError, OpKind
from tests.proof.probes import NAME, NEW, OLD
from tests.proof.recorder import DEFAULT_BUILD_DIR, ProgramFailedError, build_shim, record, recording
from tests.proof.replay import FEW, Model, State, states


@pytest.fixture(scope="module")
def server() -> Iterator[ForkServer]:
    with ForkServer("tests.proof.probes", DEFAULT_BUILD_DIR) as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "watched"
    made.mkdir()
    (made / NAME).write_bytes(OLD)
    return made


def recorded(server: ForkServer, folder: Path, function: str) -> Log:
    with recording(folder, DEFAULT_BUILD_DIR) as session:
        outcome = server.call(function, str(folder), watch=folder, log=session.log_path)
        assert outcome.done, outcome.stderr
        return session.finish()


def contents(folder: Path) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(folder)): None if path.is_dir() else path.read_bytes()
        for path in folder.rglob("*")
        if path.name != ACK_NAME
    }


def rebuilt(state: State, tmp_path: Path) -> dict[str, bytes | None]:
    place = tmp_path / f"state{state.index}"
    place.mkdir()
    state.write_to(place)
    held = contents(place)
    shutil.rmtree(place)
    return held


def every(
    log: Log, tmp_path: Path, *, new_names_follow: bool = False
) -> list[tuple[State, dict[str, bytes | None]]]:
    found = states(log, count=200, seed=3, new_names_follow=new_names_follow)
    return [(state, rebuilt(state, tmp_path)) for state in found]


@pytest.mark.parametrize("function", ["move_about", "copy_by_library", "write_from_everywhere", "replace_safely"])
def test_everything_kept_is_what_the_folder_really_holds(
    server: ForkServer, folder: Path, tmp_path: Path, function: str
) -> None:
    log = recorded(server, folder, function)
    every_point = len(Model) * (len(log.ops) + 1)
    last = [state for state in states(log, count=every_point, seed=1) if state.model is Model.KEPT][-1]
    assert last.point == len(log.ops)
    assert rebuilt(last, tmp_path) == contents(folder)


def test_a_file_replaced_in_place_can_come_back_empty(server: ForkServer, folder: Path, tmp_path: Path) -> None:
    seen = [held[NAME] for _, held in every(recorded(server, folder, "replace_in_place"), tmp_path)]
    assert b"" in seen
    assert OLD in seen
    assert NEW in seen


def test_a_rename_without_file_sync_can_leave_an_empty_file(
    server: ForkServer, folder: Path, tmp_path: Path
) -> None:
    seen = [held[NAME] for _, held in every(recorded(server, folder, "replace_without_file_sync"), tmp_path)]
    assert b"" in seen


def test_a_rename_without_folder_sync_can_break_its_promise_but_no_file(
    server: ForkServer, folder: Path, tmp_path: Path
) -> None:
    judged = every(recorded(server, folder, "replace_without_folder_sync"), tmp_path)
    assert {held[NAME] for _, held in judged} == {OLD, NEW}
    assert any(held[NAME] == OLD for state, held in judged if state.acked)


def test_the_safe_replacement_keeps_its_promise_in_every_state(
    server: ForkServer, folder: Path, tmp_path: Path
) -> None:
    judged = every(recorded(server, folder, "replace_safely"), tmp_path)
    assert {held[NAME] for _, held in judged} == {OLD, NEW}
    assert all(held[NAME] == NEW for state, held in judged if state.acked)


def test_the_name_of_a_new_file_needs_its_folder_unless_the_milder_rule_is_asked_for(
    server: ForkServer, folder: Path, tmp_path: Path
) -> None:
    log = recorded(server, folder, "new_file_without_folder_sync")
    strict = [held for state, held in every(log, tmp_path) if state.acked]
    milder = [held for state, held in every(log, tmp_path, new_names_follow=True) if state.acked]
    assert any("fresh" not in held for held in strict)
    assert all(held["fresh"] == NEW for held in milder)


def test_unsynced_names_come_back_in_their_order(server: ForkServer, folder: Path) -> None:
    log = recorded(server, folder, "move_about")
    disk = Disk(log)
    for op in log.ops:
        disk.step(op)
    trees = [{path for _, path, _ in disk.tree(kept)} for kept in range(len(disk.journal) + 1)]
    assert trees[0] == {NAME}
    assert trees[-1] == set(contents(folder))
    assert all({"a/b/one", "c/two"} - tree for tree in trees), "a moved file shows under one name only"


def test_a_file_written_through_a_shared_map_is_not_judged(server: ForkServer, folder: Path) -> None:
    log = recorded(server, folder, "write_through_map")
    with pytest.raises(OpaqueLogError, match="mmap"):
        next(states(log, count=1, seed=1))


def test_the_same_seed_gives_the_same_states(server: ForkServer, folder: Path) -> None:
    log = recorded(server, folder, "move_about")
    first, second = ([state.digest() for state in states(log, count=60, seed=9)] for _ in range(2))
    assert first == second
    assert len(set(first)) > 10


def test_a_few_states_are_each_of_another_moment_half_of_them_right_after_a_promise(
    server: ForkServer, folder: Path
) -> None:
    log = recorded(server, folder, "replace_safely")
    few = list(states(log, count=FEW, seed=9))
    after_promise = [state for state in few if log.ops[state.point - 1].kind is OpKind.ACK]
    assert len(few) == FEW
    assert 0 not in {state.point for state in few}
    assert FEW // 2 <= len(after_promise) < FEW
    assert {state.model for state in after_promise} == set(Model) == {state.model for state in few}


def test_the_chosen_call_fails_and_is_named(server: ForkServer, folder: Path) -> None:
    outcome = server.call("replace_safely", str(folder), watch=folder, fail=Fail(3, errno.EIO))
    assert (outcome.outcome, outcome.status, outcome.calls) == ("OSError", 1, 3)
    assert outcome.hit == f"fsync {folder / NAME}.new"
    assert (folder / NAME).read_bytes() == OLD


def test_a_short_write_comes_before_its_failure(server: ForkServer, folder: Path) -> None:
    outcome = server.call("write_twice", str(folder), watch=folder, fail=Fail(2, errno.ENOSPC, short=True))
    assert outcome.outcome == "OSError"
    assert (folder / "raw").read_bytes() == b"1234"


def test_a_disk_that_stays_full_still_lets_one_delete(server: ForkServer, folder: Path) -> None:
    outcome = server.call("write_then_remove", str(folder), watch=folder, fail=Fail(1, errno.ENOSPC, sticky=True))
    assert outcome.done, outcome.stderr
    assert outcome.value == "No space left on device"
    assert not (folder / NAME).exists()


def test_the_kill_comes_just_before_the_chosen_call(server: ForkServer, folder: Path) -> None:
    outcome = server.call("replace_safely", str(folder), watch=folder, kill=4)
    assert (outcome.outcome, outcome.status) == ("killed", -9)
    assert (folder / NAME).read_bytes() == OLD
    assert (folder / f"{NAME}.new").read_bytes() == NEW


def test_calls_and_syncs_are_counted_apart(server: ForkServer, folder: Path) -> None:
    outcome = server.call("replace_safely", str(folder), watch=folder)
    assert (outcome.calls, outcome.syncs) == (5, 2)


def test_what_lies_outside_is_neither_counted_nor_logged(server: ForkServer, folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with recording(elsewhere, DEFAULT_BUILD_DIR) as session:
        outcome = server.call("replace_safely", str(folder), watch=elsewhere, log=session.log_path)
        assert outcome.calls == 0
        assert session.finish().ops == ()


def test_a_failing_program_is_no_recording(tmp_path: Path) -> None:
    with pytest.raises(ProgramFailedError, match="ended with 1"):
        record(["/bin/false"], tmp_path, {}, DEFAULT_BUILD_DIR)


def test_the_shim_is_built_once_per_source() -> None:
    built = build_shim(DEFAULT_BUILD_DIR)
    stamp = built.stat().st_mtime_ns
    assert build_shim(DEFAULT_BUILD_DIR) == built
    assert built.stat().st_mtime_ns == stamp


def test_out_of_time_a_child_goes_with_all_it_started(server: ForkServer, tmp_path: Path) -> None:
    pipe = tmp_path / "held"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert server.call("starts_what_outlives_it", str(pipe), timeout_s=2).outcome == TIMEOUT
        # Its end comes when nobody is left to write.
        assert select.select([reading], [], [], 20)[0] == [reading]
    finally:
        os.close(reading)
