"""When the program itself is at fault: a report that says where, never what; and logs that never speak up."""

import logging
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facility_app.app import care
from facility_app.app.crash import LogFile, log_kept, write_report
from tests.helpers.desk import Desk, files_of

SECRET = "Nguyễn Thị Bí Mật 079201001234"
AT = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)


class StrangeError(Exception):
    """A fault nobody foresaw, with somebody's data in its words."""


def raise_deeply() -> None:
    try:
        int(SECRET)
    except ValueError as error:
        raise StrangeError(SECRET) from error


def caught() -> StrangeError:
    with pytest.raises(StrangeError) as raised:
        raise_deeply()
    return raised.value


def test_a_report_names_kinds_and_places_of_the_whole_chain_and_no_value(tmp_path: Path) -> None:
    report = write_report(caught(), tmp_path / "logs", AT)
    assert report == tmp_path / "logs" / "crash-20260302-013000-000000.txt"
    text = report.read_text(encoding="utf-8")
    assert f"{__name__}.StrangeError\n" in text
    assert "builtins.ValueError\n" in text
    assert text.count("raise_deeply") == 2
    assert "test_crash.py:" in text
    for part in (*SECRET.split(), str(tmp_path), str(Path(__file__).parent)):
        assert part not in text


def test_a_disk_that_refuses_the_report_is_no_second_crash(tmp_path: Path) -> None:
    (tmp_path / "logs").write_bytes(b"a file in the way")
    assert write_report(caught(), tmp_path / "logs", AT) is None


@pytest.fixture
def broken(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A program with a fault in one of its verbs."""

    def fail(*_: object) -> None:
        raise_deeply()

    monkeypatch.setattr(care, "make_backup", fail)
    return desk


def test_an_unforeseen_fault_ends_in_one_sentence_and_a_report(broken: Desk) -> None:
    plain = broken.say("backup", "now", *broken.admin)
    assert (plain.code, plain.out, plain.err.count("\n")) == (3, "", 1)
    answer = broken.ask("backup", "now", *broken.admin)
    assert (answer.code, answer.error, answer.err) == (3, "program_fault", "")
    reports = sorted(broken.folder.logs.iterdir())
    assert [path.name.startswith("crash-") for path in reports] == [True, True]
    assert str(reports[1]) in answer.message
    for text in (plain.err, answer.out, *(path.read_text(encoding="utf-8") for path in reports)):
        assert "Traceback" not in text
        assert not any(part in text for part in SECRET.split())
    assert broken.done("check", *broken.admin)["ok"] is True


def test_the_report_of_a_mistyped_data_folder_does_not_make_that_folder(
    broken: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise_deeply()

    monkeypatch.setattr("facility_app.app.cli.frame.open_facility", fail)
    nowhere = broken.root / "nowhere"
    before = files_of(broken.data)
    answer = broken.ask("check", "--data", nowhere, *broken.admin)
    assert (answer.code, answer.error) == (3, "program_fault")
    assert not nowhere.exists()
    assert files_of(broken.data) == before
    assert [path.name[:6] for path in (broken.state / "logs").iterdir()] == ["crash-"]


def test_the_log_takes_the_program_s_channels_and_lets_go(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with log_kept(tmp_path):
        logging.getLogger("facility.db").warning("something of the file")
        logging.getLogger("elsewhere").warning("something of a library")
    logging.getLogger("facility.db").warning("after the end")
    caplog.clear()
    lines = (tmp_path / "facility.log").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1
    assert lines[0].endswith("WARNING facility.db something of the file")
    assert logging.getLogger("facility").handlers == []


def test_a_log_that_cannot_be_written_says_nothing_on_stderr(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "facility.log").mkdir()
    for folder in (tmp_path, tmp_path / "not there"):
        with log_kept(folder):
            logging.getLogger("facility.db").warning("the disk is full")
    caplog.clear()
    assert capsys.readouterr().err == ""
    assert not (tmp_path / "not there").exists()


def test_the_log_does_not_grow_for_ever(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with log_kept(tmp_path):
        handler = next(h for h in logging.getLogger("facility").handlers if isinstance(h, LogFile))
    assert (handler.maxBytes, handler.backupCount) == (1_000_000, 5)
    assert caplog.records == []
