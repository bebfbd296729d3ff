"""``discharge``: what is open with its cure, and the packet as files of one person."""

import hashlib
from pathlib import Path

import pytest

from tests.app.leaving import HEAD, HEAD_PASSWORD, stay_at
from tests.helpers.desk import Desk


@pytest.fixture(scope="module")
def leaving(founded_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, str]:
    """A desk with somebody whose day of leaving is today; with the stay's code."""
    desk = founded_desk.copy(tmp_path_factory.mktemp("discharge") / "desk")
    return desk, stay_at(desk)


def test_the_gate_tells_everything_open_and_stops_nobody_on_the_day(leaving: tuple[Desk, str]) -> None:
    desk, code = leaving
    found = desk.done("discharge", "gate", code, *desk.sign(HEAD, HEAD_PASSWORD))["open"]
    assert {"notice", "plan_missing"} <= {one["code"] for one in found}
    assert [one["code"] for one in found if one["stops_exit"]] == []
    assert all(one["message"] and one["where"]["page"] and one["where"]["record"] for one in found)


def test_a_resident_code_finds_the_open_stay(leaving: tuple[Desk, str]) -> None:
    desk, code = leaving
    of_person = code.rpartition(".")[0]
    who = desk.sign(HEAD, HEAD_PASSWORD)
    assert desk.done("discharge", "gate", of_person, *who) == desk.done("discharge", "gate", code, *who)


def test_people_read_the_gate_as_a_table(leaving: tuple[Desk, str]) -> None:
    desk, code = leaving
    answer = desk.say("discharge", "gate", code, *desk.sign(HEAD, HEAD_PASSWORD))
    assert (answer.code, "Chưa gửi thông báo" in answer.out) == (0, True)


def test_the_packet_is_written_part_by_part_with_digests(leaving: tuple[Desk, str], tmp_path: Path) -> None:
    desk, code = leaving
    out = tmp_path / "ban-giao"
    told = desk.done("discharge", "packet", code, "--out", out, *desk.sign(HEAD, HEAD_PASSWORD))
    parts = [one["part"] for one in told["files"]]
    assert (parts[0], parts[-1], "police" in parts) == ("index", "health", True)
    assert [one["sha256"] for one in told["files"]] == [
        hashlib.sha256(Path(one["file"]).read_bytes()).hexdigest() for one in told["files"]
    ]
    assert sorted(path.name for path in out.iterdir()) == sorted(Path(one["file"]).name for one in told["files"])
    assert told["seconds"] > 0


def test_a_stay_nobody_knows_is_refused(leaving: tuple[Desk, str]) -> None:
    desk, _ = leaving
    answer = desk.ask("discharge", "gate", "99-9999", *desk.sign(HEAD, HEAD_PASSWORD))
    assert (answer.code, answer.error) == (1, "stay_unknown")


def test_whoever_may_not_prepare_releases_leaves_no_folder(leaving: tuple[Desk, str], tmp_path: Path) -> None:
    desk, code = leaving
    answer = desk.ask("discharge", "packet", code, "--out", tmp_path / "khong", *desk.nurse)
    assert (answer.code, (tmp_path / "khong").exists()) == (1, False)


def test_a_packet_goes_into_no_folder_that_holds_other_papers_and_none_it_cannot_write(
    leaving: tuple[Desk, str], tmp_path: Path
) -> None:
    desk, code = leaving
    who = desk.sign(HEAD, HEAD_PASSWORD)
    used = tmp_path / "bo-truoc"
    used.mkdir()
    (used / "07-y-te.pdf").write_bytes(b"%PDF-1.4 of somebody else")
    before = desk.trail()
    answer = desk.ask("discharge", "packet", code, "--out", used, *who)
    assert (answer.code, answer.error) == (1, "packet_folder_used")
    answer = desk.ask("discharge", "packet", code, "--out", desk.data / "files", *who)
    assert (answer.code, answer.error) == (1, "target_inside_data")
    assert desk.trail() == before
    assert [one.name for one in used.iterdir()] == ["07-y-te.pdf"]
