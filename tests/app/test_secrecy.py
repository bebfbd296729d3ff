"""A stolen computer gives nothing: no name, number or secret of a used facility stands in any of its files."""

import itertools
import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from facility_app.kernel.names import digits_reversed, fold
from facility_app.modules.access.service import DisableUser, disable_user
from tests.helpers.desk import ADMIN, ADMIN_PASSWORD, Desk

FACILITY_NAME = "Cơ sở cai nghiện Suối Đá Trắng"
OFFICER = "Đặng Quỳnh Hươngg 079201001234"
LEAVER = "Bế Văn Đàng 0912345678"
REASON = "chuyển công tác về Xã Nậm Cắn, quyết định 4477/QĐ-CSCN"
REKEY_REASON = "người cũ Lò Thị Pấng nghỉ việc"
PASSWORD = "Trâu gặm cỏ non 1975"
NEXT_PASSWORD = "Mưa rào tháng Bảy 1986"
WRONG_PASSWORD = "Mật khẩu gõ nhầm 5512"
UNKNOWN_USER = "Kẻ Lạ Mặt Rình"
BROKEN_NOTE = "Một câu bí mật trong lỗi"
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def spellings(secret: str) -> set[str]:
    """The forms a careless program could have written: as typed, taken apart, folded, in capitals, its number."""
    digits = re.sub(r"\D", "", secret)
    forms = {unicodedata.normalize(form, case) for form in ("NFC", "NFD") for case in (secret, secret.upper())}
    forms |= {fold(secret), fold(secret).replace(" ", "_"), secret.replace("-", "")}
    if len(digits) >= 9:
        forms |= {digits, digits_reversed(secret)}
    return forms


def needles(secrets: list[str]) -> dict[bytes, str]:
    return {
        spelling.encode(encoding): spelling
        for secret in secrets
        for spelling in spellings(secret)
        for encoding in ENCODINGS
    }


def found_raw(files: list[Path], secrets: list[str]) -> list[str]:
    """Where any spelling of a secret stands, byte by byte."""
    due = needles(secrets)
    contents = ((path, path.read_bytes()) for path in files)
    return [f"{path.name}: {text}" for path, raw in contents for needle, text in due.items() if needle in raw]


def found_by_strings(files: list[Path], secrets: list[str]) -> list[str]:
    """The same as anybody with ``strings`` would look: ASCII words, then both widths of UTF-16."""
    words = {spelling for secret in secrets for spelling in spellings(secret) if spelling.isascii()}
    hits = []
    for width, path in itertools.product(("S", "l", "b"), files):
        told = subprocess.run(["strings", "-n", "6", "-e", width, path], capture_output=True, check=True).stdout
        text = told.decode("utf-8", "replace").casefold()
        hits += [f"{path.name}: {word}" for word in words if len(word) >= 6 and word.casefold() in text]
    return hits


def files_below(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]


class UsedFacility:
    """A facility after a full first day, and every secret that was spoken in it."""

    def __init__(self, root: Path) -> None:
        self.desk = Desk(root)
        self.outside = root / "usb"
        self.restored = root / "restored"
        self.secrets: list[str] = []
        self._live_a_day()

    def _live_a_day(self) -> None:
        desk, admin = self.desk, self.desk.admin
        desk.note("-")
        words = ("--name", FACILITY_NAME, "--code", "G01.28.12", "--province", "01", "--admin", ADMIN)
        password = ("--password-file", desk.note(ADMIN_PASSWORD), "--secret-mode", "file")
        desk.done("init", *words, *password, "--recovery-out", desk.recovery_note)
        first = [
            desk.done("user", "add", name, "--role", "NURSE", *admin)["one_time_password"]
            for name in (OFFICER, LEAVER)
        ]
        own = desk.note(PASSWORD)
        desk.done("user", "password", *desk.sign(OFFICER, first[0]), "--new-password-file", own)
        desk.ask("check", *desk.sign(OFFICER, WRONG_PASSWORD))
        desk.ask("check", *desk.sign(UNKNOWN_USER, WRONG_PASSWORD))
        desk.ask("user", "add", LEAVER, "--role", "NURSE", *admin)
        desk.done("user", "disable", LEAVER, "--reason", REASON, *admin)
        made = desk.done("backup", "now", *admin)["file"]
        self.outside.mkdir()
        desk.done("backup", "now", "--to", self.outside, *admin)
        desk.done("rekey", "--reason", REKEY_REASON, *admin)
        again = desk.done("user", "reset", OFFICER, *admin)["one_time_password"]
        next_own = desk.note(NEXT_PASSWORD)
        desk.done("user", "password", *desk.sign(OFFICER, again), "--new-password-file", next_own)
        desk.done("backup", "verify", made, *admin)
        desk.done("restore", made, "--into", self.restored, *admin)
        desk.done("check", "--full", *admin)
        desk.done("check", *admin, "--data", self.restored)
        paper = self.desk.root / "drawer" / "paper"
        desk.done("rekey", "--recovery", "--reason", REKEY_REASON, *admin, "--recovery-out", paper)
        self._crash()
        keys = [desk.recovery_key, paper.read_text(encoding="utf-8").strip()]
        one_time = [*first, again]
        said = [ADMIN, FACILITY_NAME, OFFICER, LEAVER, REASON, REKEY_REASON, UNKNOWN_USER, BROKEN_NOTE]
        passwords = [ADMIN_PASSWORD, PASSWORD, NEXT_PASSWORD, WRONG_PASSWORD]
        self.secrets = [*said, *passwords, *one_time, *keys]

    def _crash(self) -> None:
        def fail(*_: object) -> None:
            raise ValueError(BROKEN_NOTE, OFFICER)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("facility_app.app.care.make_backup", fail)
            assert self.desk.ask("backup", "now", *self.desk.admin).error == "program_fault"

    @property
    def files(self) -> list[Path]:
        """Everything but the drawer, where people keep their own notes."""
        return files_below(self.desk.data, self.desk.state, self.outside, self.restored)


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> UsedFacility:
    """A facility after a full first day; nobody changes it."""
    return UsedFacility(tmp_path_factory.mktemp("used"))


@pytest.fixture
def opened_files(used: UsedFacility, tmp_path: Path) -> Iterator[list[Path]]:
    """Copies of the files as they lie while the facility is open and was just written to."""
    desk = used.desk.copy(tmp_path / "open")
    with desk.open() as opened, opened.database.write(opened.actor) as uow:
        disable_user(uow, DisableUser(OFFICER, REASON))
        uow.commit()
        # Another process copies: closing a descriptor of the file in this one would drop SQLite's locks.
        subprocess.run(["cp", "-r", desk.data, tmp_path / "seen"], check=True)
        yield files_below(tmp_path / "seen")


def test_the_day_left_every_kind_of_file(used: UsedFacility) -> None:
    kinds = {path.suffix or path.name for path in used.files}
    assert kinds >= {".db", ".keys", ".sao", ".anchor", ".txt", "device-secret"}
    assert len([path for path in used.files if path.suffix == ".sao"]) >= 3
    assert len(used.secrets) == len(set(used.secrets)) == 17


def test_no_secret_stands_in_any_file_in_any_spelling(used: UsedFacility) -> None:
    assert found_raw(used.files, used.secrets) == []


def test_strings_finds_no_secret_in_any_file(used: UsedFacility) -> None:
    assert found_by_strings(used.files, used.secrets) == []


def test_no_secret_is_the_name_of_a_file(used: UsedFacility) -> None:
    names = fold(" ".join(str(path.relative_to(used.desk.root)) for path in used.files))
    assert [secret for secret in used.secrets if fold(secret) in names] == []


def test_no_secret_stands_in_log_and_memory_files_while_the_facility_is_open(
    used: UsedFacility, opened_files: list[Path]
) -> None:
    names = {path.name for path in opened_files}
    assert {"facility.db-wal", "facility.db-shm"} <= names
    assert next(path for path in opened_files if path.name == "facility.db-wal").stat().st_size > 4096
    assert found_raw(opened_files, used.secrets) == []
    assert found_by_strings(opened_files, used.secrets) == []


def test_the_search_finds_what_is_there(used: UsedFacility, tmp_path: Path) -> None:
    """A search that finds nothing anywhere would prove nothing."""
    for place, secret in enumerate(used.secrets):
        for encoding in ENCODINGS:
            (tmp_path / f"{place}.{encoding}").write_bytes(b"\x00\x01" + fold(secret).encode(encoding) + b"\xff")
    planted = sorted(tmp_path.iterdir())
    assert {hit.split(":")[0] for hit in found_raw(planted, used.secrets)} == {path.name for path in planted}
    assert {hit.split(":")[0] for hit in found_by_strings(planted, used.secrets)} == {
        path.name for path in planted
    }


def test_logs_hold_no_name_and_no_address(used: UsedFacility) -> None:
    logs = files_below(used.desk.folder.logs, used.restored / "logs")
    assert [path.name[:6] for path in logs] == ["crash-"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in logs)
    words = {word for secret in used.secrets for word in secret.split() if len(word) >= 4}
    assert [word for word in words if word in text] == []
    assert str(used.desk.root) not in text


def test_the_stock_sqlite_command_opens_no_database(used: UsedFacility, tmp_path: Path) -> None:
    databases = [path for path in used.files if path.suffix == ".db"]
    assert len(databases) == 2
    for number, path in enumerate(databases):
        copy = tmp_path / f"{number}.db"
        shutil.copy(path, copy)
        for statement in (".tables", "SELECT * FROM user_account", "PRAGMA integrity_check"):
            told = subprocess.run(["sqlite3", copy, statement], capture_output=True, text=True, check=False)
            assert "file is not a database" in told.stderr
            assert told.stdout == ""


def test_no_file_gives_away_its_key(used: UsedFacility) -> None:
    key = used.desk.data_key
    secret = (used.desk.state / "device-secret").read_text(encoding="ascii").strip()
    outside = [path for path in used.files if path.name != "device-secret"]
    for hidden in (key.key, bytes.fromhex(secret)):
        spelled = (hidden, hidden.hex().encode(), hidden.hex().upper().encode())
        assert [path.name for path in outside for form in spelled if form in path.read_bytes()] == []
    assert not any(bytes.fromhex(secret) in path.read_bytes() for path in files_below(used.outside)), (
        "nor a backup"
    )


def test_everything_but_a_person_s_own_copy_is_for_its_owner_alone(used: UsedFacility) -> None:
    places = [used.desk.data, used.desk.state, used.restored]
    open_to_others = [
        str(path)
        for folder in places
        for path in (folder, *folder.rglob("*"))
        if path.is_dir() and os.name == "posix" and path.stat().st_mode & 0o077 and path.parent not in places
    ]
    assert open_to_others == []
    databases = [path for path in used.files if path.suffix in {".db", ".keys", ".sao", ".anchor"}]
    assert [path.name for path in databases if path.stat().st_mode & 0o077] == []
