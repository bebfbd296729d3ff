"""A file somebody asked for stands whole or not at all, and takes the place of no device, folder or link."""

import errno
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from facility_app.kernel.errors import EnvironmentFault, FacilityError, UserError
from facility_app.sheets.whole_file import write_whole


def new(made: Path) -> int:
    return made.write_bytes(b"new")


def refusal(path: Path, fill: Callable[[Path], object] = new) -> FacilityError:
    with pytest.raises(FacilityError) as told:
        write_whole(path, fill)
    return told.value


def test_what_was_written_stands_there_and_nothing_else(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "a.pdf", new) == 3
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]


def test_an_old_file_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def fill(made: Path) -> bytes:
        made.write_bytes(b"new")
        return path.read_bytes()

    assert write_whole(path, fill) == b"old"
    assert path.read_bytes() == b"new"


def test_parts_lie_where_only_their_owner_looks(tmp_path: Path) -> None:
    def fill(made: Path) -> tuple[Path, int]:
        made.write_bytes(b"new")
        return made.parent.parent, made.parent.stat().st_mode & 0o077

    folder, others = write_whole(tmp_path / "a.pdf", fill)
    assert folder == tmp_path
    assert others == 0 or sys.platform == "win32"


def no_room(made: Path) -> None:
    made.write_bytes(b"ne")
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_leaves_the_old_file_as_it_was_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    told = refusal(path, no_room)
    assert isinstance(told, EnvironmentFault)
    assert told.code == "disk_full"
    assert "a.pdf" in told.message
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]


def test_a_disk_that_says_so_only_at_the_end_is_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", late)
    assert refusal(tmp_path / "a.pdf").code == "disk_full"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    told = refusal(tmp_path / "a.pdf")
    assert isinstance(told, UserError)
    assert (told.code, "thư mục" in told.message) == ("not_a_file", True)
    assert (tmp_path / "a.pdf").is_dir()


def test_a_folder_that_is_gone_is_told_in_words(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone" / "a.pdf").code == "file_not_written"


def test_a_name_taken_meanwhile_by_a_folder_is_not_replaced(tmp_path: Path) -> None:
    def fill(made: Path) -> None:
        made.write_bytes(b"new")
        (tmp_path / "a.pdf").mkdir()

    assert refusal(tmp_path / "a.pdf", fill).code == "not_a_file"
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]


def test_what_stops_the_writing_goes_on_as_it_is(tmp_path: Path) -> None:
    def stop(made: Path) -> None:
        made.write_bytes(b"new")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.pdf", stop)
    assert list(tmp_path.iterdir()) == []


if sys.platform != "win32":

    def test_a_device_is_refused_and_nothing_is_written_to_it(tmp_path: Path) -> None:
        link = tmp_path / "a.pdf"
        link.symlink_to("/dev/null")
        for path in (Path("/dev/null"), link):
            told = refusal(path)
            assert (told.code, "thiết bị" in told.message) == ("not_a_file", True)
        assert link.is_symlink()
        assert Path("/dev/null").is_char_device()

    def test_a_pipe_is_refused_without_waiting_for_a_reader(tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.pdf")
        assert refusal(tmp_path / "a.pdf").code == "not_a_file"
        assert (tmp_path / "a.pdf").is_fifo()

    def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)  # the name of a socket may not be long
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("a.pdf")
            assert refusal(Path("a.pdf")).code == "not_a_file"
            assert Path("a.pdf").is_socket()

    @pytest.mark.parametrize("target", ["a.pdf", "gone.pdf"], ids=["a ring", "nothing"])
    def test_a_link_that_leads_to_no_file_is_refused(tmp_path: Path, target: str) -> None:
        (tmp_path / "a.pdf").symlink_to(target)
        told = refusal(tmp_path / "a.pdf")
        assert (told.code, "liên kết" in told.message) == ("not_a_file", True)
        assert (tmp_path / "a.pdf").is_symlink()

    def test_a_link_to_a_file_stays_and_its_file_is_replaced(tmp_path: Path) -> None:
        (tmp_path / "far").mkdir()
        (tmp_path / "far" / "b.pdf").write_bytes(b"old")
        (tmp_path / "a.pdf").symlink_to(tmp_path / "far" / "b.pdf")
        write_whole(tmp_path / "a.pdf", new)
        assert (tmp_path / "a.pdf").is_symlink()
        assert (tmp_path / "far" / "b.pdf").read_bytes() == b"new"
        assert sorted(one.name for one in tmp_path.rglob("*")) == ["a.pdf", "b.pdf", "far"]
