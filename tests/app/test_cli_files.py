"""A database file that is no good, of a newer or an older program: told as what it is, nothing written."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers.desk import (
    Desk,
)
from tests.helpers.refused import all_refused, at_every_door, every_door, refused, take_back_a_step


def test_a_plain_sqlite_file_is_not_opened(desk: Desk) -> None:
    desk.folder.database.unlink()
    made = subprocess.run(
        [
            "sqlite3",
            desk.folder.database,
            "CREATE TABLE user_account(name TEXT); INSERT INTO user_account VALUES(1)",
        ],
        check=False,
        capture_output=True,
    )
    assert made.returncode == 0
    assert desk.folder.database.read_bytes().startswith(b"SQLite format 3\x00")
    assert at_every_door(desk, *desk.admin) == {(3, "plain_file")}
    assert "restore" in refused(desk, "check", *desk.admin).message


DATABASES: dict[str, tuple[Callable[[Path], object], str]] = {
    "gone": (Path.unlink, "no_facility"),
    "empty": (lambda path: path.write_bytes(b""), "file_damaged"),
    "cut in its first bytes": (lambda path: path.write_bytes(path.read_bytes()[:7]), "file_damaged"),
    "cut in its first page": (lambda path: path.write_bytes(path.read_bytes()[:2000]), "file_damaged"),
    "damaged in its first page": (
        lambda path: path.write_bytes(path.read_bytes()[:100] + b"\x00" * 50 + path.read_bytes()[150:]),
        "file_damaged",
    ),
    "of another salt": (
        lambda path: path.write_bytes(b"\x01" * 16 + path.read_bytes()[16:]),
        "key_file_swapped",
    ),
}


@pytest.mark.parametrize("what", DATABASES)
def test_a_database_that_is_no_good_is_told_as_what_it_is(desk: Desk, what: str) -> None:
    spoil, code = DATABASES[what]
    spoil(desk.folder.database)
    assert at_every_door(desk, *desk.admin) == {(3, code)}


def test_a_folder_in_place_of_the_database_is_told_in_plain_words(desk: Desk) -> None:
    desk.folder.database.unlink()
    desk.folder.database.mkdir()
    assert at_every_door(desk, *desk.admin) == {(3, "disk_fault")}


def test_a_file_of_a_newer_program_is_refused(desk: Desk) -> None:
    with desk.raw() as raw:
        raw.execute("UPDATE alembic_version SET version_num = '20991231_0000'")
    assert at_every_door(desk, *desk.admin) == {(3, "schema_newer")}
    assert "20991231_0000" in refused(desk, "check", *desk.admin).message


@dataclass(frozen=True)
class Former:
    """A desk as the program before the newest step left it; there, ``moi`` has a one-time password.

    Attributes:
        desk: nobody changes it.
        revision: what the file has.
        newest: what it should have.
        given: the one-time password.
    """

    desk: Desk
    revision: str
    newest: str
    given: str


@pytest.fixture(scope="module")
def former(founded_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Former:
    desk = founded_desk.copy(tmp_path_factory.mktemp("former") / "desk")
    given = desk.done("user", "add", "moi", "--role", "ADMIN", *desk.admin)["one_time_password"]
    return Former(desk, *take_back_a_step(desk), given)


def test_a_file_of_an_older_program_is_refused_until_it_is_migrated(former: Former, tmp_path: Path) -> None:
    desk = former.desk.copy(tmp_path / "desk")
    verbs = every_door(desk, *desk.admin)
    said = all_refused(desk, {verb: words for verb, words in verbs.items() if verb != "migrate"})
    assert {(answer.code, answer.error) for answer in said.values()} == {(3, "schema_older")}
    assert "migrate" in said["check"].message

    done = desk.done(*verbs["migrate"])
    assert (done["from"], done["to"]) == (former.revision, former.newest)
    assert Path(done["backup"]).is_file()
    assert desk.done("check", "--full", *desk.admin)["ok"] is True
    assert desk.trail()[-1] == "upkeep.migrate"
    assert desk.done("backup", "verify", done["backup"], *desk.admin)["verified"] is True
    assert desk.done(*verbs["migrate"]) == {
        "from": former.newest,
        "to": former.newest,
        "backup": None,
    }


def test_a_one_time_password_upgrades_nothing(former: Former, tmp_path: Path) -> None:
    desk = former.desk.copy(tmp_path / "desk")
    answer = desk.ask("migrate", *desk.sign("moi", former.given))
    assert (answer.code, answer.error) == (1, "password_must_change")
    with desk.raw() as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [(former.revision,)]
    desk.done("migrate", *desk.admin)
    assert desk.done("check", *desk.admin)["ok"] is True
