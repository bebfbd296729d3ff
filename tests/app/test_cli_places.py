"""Paths nobody can use are told as what they are, in one plain sentence, and nothing is written anywhere."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from facility_app.app.cli.places import require_place
from facility_app.kernel.errors import EnvironmentFault
from tests.helpers.desk import ADMIN_PASSWORD, INIT, Desk, files_of


def a_loop(root: Path) -> Path:
    (root / "loop").symlink_to(root / "loop")
    return root / "loop"


def a_file(root: Path) -> Path:
    (root / "letter.txt").write_text("mine", encoding="utf-8")
    return root / "letter.txt"


def a_dead_link(root: Path) -> Path:
    (root / "link").symlink_to(root / "gone")
    return root / "link"


PLACES: dict[str, tuple[Callable[[Path], Path], int, str, str]] = {
    "a name of 300 letters": (lambda root: root / ("ư" * 300), 3, "path_impossible", "tên quá dài"),
    "a path of 5000 letters": (lambda root: root.joinpath(*["abcdefgh"] * 600), 3, "path_impossible", "quá dài"),
    "a loop of links": (a_loop, 3, "path_impossible", "vòng quanh"),
    "a name behind a loop of links": (lambda root: a_loop(root) / "x", 3, "path_impossible", "vòng quanh"),
    "a link to nowhere": (a_dead_link, 3, "path_impossible", "không còn"),
    "a file": (a_file, 3, "path_is_file", "letter.txt là một tệp"),
    "a name behind a file": (lambda root: a_file(root) / "a" / "b", 3, "path_is_file", "letter.txt là một tệp"),
    "a name with NUL": (lambda root: root / "a\0b", 2, "wrong_usage", "--data"),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_data_folder_that_cannot_be_is_told_as_what_it_is(desk: Desk, place: str) -> None:
    make, code, error, words = PLACES[place]
    root = desk.root / "places"
    root.mkdir()
    data, before = make(root), files_of(desk.root)
    names = sorted(path.name for path in root.iterdir())
    init = (*INIT, "--password-file", desk.note(ADMIN_PASSWORD), "--secret-mode", "file")
    for verb in (("check",), ("migrate",), ("user", "list"), ("backup", "now"), init):
        answer = desk.ask(*verb, *(() if verb is init else desk.admin), "--data", data)
        assert (answer.code, answer.error) == (code, error), verb
        assert words in answer.message
        assert answer.err == ""
    assert sorted(path.name for path in root.iterdir()) == names
    assert files_of(desk.root) == {**before, **files_of(desk.root / "drawer")}


@pytest.mark.parametrize("place", PLACES)
def test_the_variable_of_the_data_folder_is_looked_at_like_the_option(desk: Desk, place: str) -> None:
    make, _, error, words = PLACES[place]
    data = make(desk.root)
    if "\0" in str(data):
        with pytest.raises(EnvironmentFault) as refusal:
            require_place(data)
        assert refusal.value.code == "path_impossible"
        return
    answer = desk.say("check", *desk.admin, "--json", FACILITY_APP_DATA=str(data))
    assert (answer.error, words in answer.message) == (error, True)


@pytest.mark.parametrize("inside", [False, True])
def test_a_folder_one_may_not_look_into_is_told_as_that(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, inside: bool
) -> None:
    real, forbidden = Path.stat, desk.root / "forbidden"
    forbidden.mkdir()
    shut = forbidden / "facility.db" if inside else forbidden

    def stat(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if self == shut:
            raise PermissionError(13, "Permission denied")
        return real(self, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)
    answer = desk.ask("check", *desk.admin, "--data", forbidden)
    assert (answer.code, answer.error, str(shut) in answer.message) == (3, "no_access", True)


def test_no_folder_named_at_all_is_not_the_folder_one_stands_in(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    init = (*INIT, "--password-file", desk.note(ADMIN_PASSWORD), "--secret-mode", "file")
    answer = desk.ask(*init, "--data", "")
    assert (answer.code, answer.error, "--data" in answer.message) == (2, "wrong_usage", True)
    assert not (tmp_path / "facility.db").exists()


@pytest.mark.parametrize("option", ["--user", "--password-file", "--recovery-key-file", "--data"])
def test_a_value_with_nul_is_wrong_usage_that_names_the_option(desk: Desk, option: str) -> None:
    answer = desk.ask("check", *desk.admin, option, "a\0b")
    assert (answer.code, answer.error, option in answer.message) == (2, "wrong_usage", True)


def test_a_backup_goes_only_to_a_folder_that_is_there(desk: Desk, tmp_path: Path) -> None:
    before = files_of(desk.data, desk.state)
    missing = desk.ask("backup", "now", "--to", tmp_path / "usb", *desk.admin)
    assert (missing.code, missing.error, str(tmp_path / "usb") in missing.message) == (1, "target_missing", True)
    assert "cắm ổ" in missing.message
    assert not (tmp_path / "usb").exists()
    assert desk.ask("backup", "now", "--to", a_file(tmp_path), *desk.admin).error == "path_is_file"
    assert desk.ask("backup", "now", "--to", a_loop(tmp_path), *desk.admin).error == "path_impossible"
    assert files_of(desk.data, desk.state) == before


def test_a_backup_on_the_same_disk_is_warned_about(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "usb").mkdir()
    here = desk.ask("backup", "now", "--to", tmp_path / "usb", *desk.admin)
    assert (here.code, here.document["same_disk"], "cùng ổ đĩa" in here.err) == (0, True, True)
    monkeypatch.setattr("facility_app.app.care.is_same_disk", lambda *_: False)
    there = desk.ask("backup", "now", "--to", tmp_path / "usb", *desk.admin)
    assert (there.code, there.document["same_disk"], there.err) == (0, False, "")
    usual = desk.ask("backup", "now", *desk.admin)
    assert (usual.code, usual.document["same_disk"], usual.err) == (0, False, "")


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda root: root, "path_is_folder"),
        (a_loop, "path_impossible"),
        (lambda root: root / ("x" * 300), "path_impossible"),
        (lambda root: a_file(root) / "x", "path_is_file"),
        (lambda root: root / "none.sao", "backup_missing"),
    ],
)
def test_a_backup_that_cannot_be_a_file_is_told_as_what_it_is(
    desk: Desk, tmp_path: Path, make: Callable[[Path], Path], error: str
) -> None:
    file = make(tmp_path)
    for words in (("backup", "verify", file), ("restore", file, "--into", tmp_path / "into")):
        answer = desk.ask(*words, *desk.admin)
        assert (answer.error, answer.err) == (error, "")
    assert not (tmp_path / "into").exists()


def test_a_refused_restore_leaves_no_folder_behind(desk: Desk, tmp_path: Path) -> None:
    backup = desk.done("backup", "now", *desk.admin)["file"]
    (tmp_path / "there").mkdir()
    for into in (tmp_path / "q" / "w" / "e", tmp_path / "there" / "w" / "e"):
        answer = desk.ask("restore", backup, "--into", into, *desk.nurse)
        assert answer.error == "permission_denied"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["desk", "there"]
        assert list((tmp_path / "there").iterdir()) == []
    desk.done("restore", backup, "--into", tmp_path / "q" / "w" / "e", *desk.admin)
    assert (tmp_path / "q" / "w" / "e" / "facility.db").is_file()


def test_a_backup_with_a_name_in_an_older_encoding_is_restored_all_the_same(desk: Desk, tmp_path: Path) -> None:
    backup = desk.done("backup", "now", *desk.admin)["file"]
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xe1n sao.sao"))
    odd.write_bytes(Path(backup).read_bytes())
    assert desk.ask("backup", "verify", odd, *desk.admin).code == 0
    assert desk.ask("restore", odd, "--into", tmp_path / "into", *desk.admin).code == 0
