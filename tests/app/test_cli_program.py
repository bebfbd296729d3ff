"""The program as it is started: whole, outside its environment, stopped while it is still being read."""

import json
import subprocess
import sys

import pytest

from facility_app.app.cli.bare import is_library
from facility_app.db.keyslots.refusals import wrong_password
from tests.helpers.desk import (
    ADMIN,
    ADMIN_PASSWORD,
    INIT,
    NURSE,
    Answer,
    Desk,
)
from tests.helpers.processes import ROOT, environment
from tests.helpers.warm import NOBODY_READS, WarmProgram


def test_the_real_program_founds_checks_and_refuses_and_says_what_nobody_could_read(
    desk: Desk, empty_desk: Desk
) -> None:
    """One process is begun from nothing; the others begin where everything is read already."""
    note = empty_desk.note(ADMIN_PASSWORD)
    init = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *INIT, "--password-file", note, "--secret-mode", "file", "--json"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(**empty_desk.environment, LC_ALL="C", PYTHONIOENCODING="ascii"),
        check=False,
        timeout=120,
    )
    assert (init.returncode, json.loads(init.stdout)["facility"]["name"]) == (0, "Cơ sở cai nghiện số 1")
    with WarmProgram() as program:
        founds_checks_and_refuses(program, empty_desk)
        the_package_starts_like_the_program(program, empty_desk)
        a_reader_that_goes_away_is_no_crash(program, empty_desk)
        a_password_nobody_was_shown_is_told(program, desk)


def founds_checks_and_refuses(program: WarmProgram, desk: Desk) -> None:
    check = program.call(desk.environment, "check", "--full", *desk.admin, "--json")
    assert (check.code, json.loads(check.out)["ok"], check.err) == (0, True, b"")
    wrong = program.call(desk.environment, "check", *desk.sign(ADMIN, "sai mật khẩu rồi"))
    assert (wrong.code, wrong.out) == (1, b"")
    assert wrong.err.decode() == wrong_password().message + "\n"
    nowhere = program.call(desk.environment, "check", *desk.admin, "--data", desk.root / "none")
    assert (nowhere.code, b"Traceback" in nowhere.err) == (3, False)


def the_package_starts_like_the_program(program: WarmProgram, desk: Desk) -> None:
    asked = program.call(desk.environment, "check")
    assert (asked.code, "--user" in asked.err.decode()) == (2, True)
    assert program.call(desk.environment, "check", start="facility_app") == asked


def a_reader_that_goes_away_is_no_crash(program: WarmProgram, desk: Desk) -> None:
    ended = program.call(desk.environment, "audit", "list", *desk.admin, out=NOBODY_READS)
    assert (ended.code, ended.err) == (1, b"")
    assert list(desk.folder.logs.iterdir()) == []


def a_password_nobody_was_shown_is_told(program: WarmProgram, desk: Desk) -> None:
    for what, out in {"a full disk": "/dev/full", "a reader that went away": NOBODY_READS}.items():
        ended = program.call(desk.environment, "user", "reset", NURSE, *desk.admin, "--json", out=out)
        told = ended.err.decode()
        assert (ended.code, f"user reset {NURSE}" in told, told.count("\n")) == (3, True, 1), what


STOPPED_WHILE_READ = """
import sys

class Stop:
    def find_spec(self, name, *_):
        if name == "sqlalchemy":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Stop())
before = {*sys.modules}
from facility_app.app.cli import main
assert not {"click", "json", "re", "sqlalchemy", "typing"} & (sys.modules.keys() - before)
main()
"""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("check",), "Đã dừng theo yêu cầu."),
        (("check", "--lang", "en"), "Stopped as asked."),
        (("check", "--lang=en", "--json"), "Stopped as asked."),
    ],
)
def test_stopping_while_the_program_is_still_being_read_is_no_crash(
    empty_desk: Desk, words: tuple[str, ...], told: str
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", STOPPED_WHILE_READ, *words],
        capture_output=True,
        env=environment(**empty_desk.environment, LC_ALL="C", PYTHONIOENCODING="ascii"),
        cwd=ROOT,
        check=False,
        timeout=60,
    )
    answer = Answer(ended.returncode, ended.stdout.decode(), ended.stderr.decode())
    assert answer.code == 1
    if "--json" in words:
        assert (answer.error, answer.message, answer.err) == ("stopped", told, "")
    else:
        assert (answer.out, answer.err) == ("", f"{told}\n")


BARE = """
import runpy, sys
sys.argv[1:] = [{words}]
sys.path[:] = [place for place in sys.path if "site-packages" not in place]
sys.path.insert(0, ".")
runpy.run_{how}({what!r}, run_name="__main__")
"""


@pytest.mark.parametrize(("how", "what"), [("path", "main.py"), ("module", "facility_app")])
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("'check'", "Thiếu thư viện của chương trình"),
        ("'check', '--lang', 'en'", "A library of the program is missing"),
        ("'check', '--json'", "Thiếu thư viện của chương trình"),
    ],
)
def test_outside_the_environment_one_sentence_names_the_way_into_it(
    how: str, what: str, words: str, told: str
) -> None:
    command = [sys.executable, "-S", "-c", BARE.format(words=words, how=how, what=what)]
    ended = subprocess.run(
        command, capture_output=True, env=environment(PYTHONPATH=""), cwd=ROOT, check=False, timeout=60
    )
    answer = Answer(ended.returncode, ended.stdout.decode(), ended.stderr.decode())
    assert answer.code == 3
    sentence = answer.message if "--json" in words else answer.err
    assert sentence.startswith(told)
    assert "python3 installer/dev.py setup" in sentence
    assert "Traceback" not in answer.err
    assert "--json" not in words or (answer.error, answer.err) == ("libraries_missing", "")


def test_a_module_of_our_own_that_is_missing_is_no_missing_library() -> None:
    assert [is_library(name) for name in ("click", "sqlcipher3.dbapi2", "facility_app.app.care", None)] == [
        *(True, True, False, False),
    ]
