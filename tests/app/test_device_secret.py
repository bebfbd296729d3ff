"""The device secret: kept by the keyring, else by a private file, and never made twice out of impatience."""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.errors import InitError, KeyringLocked
from typing_extensions import override

from facility_app.app import secret_stores
from facility_app.app.device_secret import SECRET_NAME, DeviceSecrets
from facility_app.app.secret_stores import FileStore, KeyringStore, allowed_backends, find_keyring
from facility_app.db.keyslots import DeviceSecret, SlotDoor
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.ports import SecretMode, SecretStore
from tests.helpers.desk import ADMIN, NURSE, NURSE_PASSWORD, Desk
from tests.helpers.processes import environment


class MemoryKeyring(KeyringBackend):
    """A keyring in memory; ``error`` makes every call fail."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # the library leaves it untyped
        self.held: dict[tuple[str, str], str] = {}
        self.error: Exception | None = None
        self.forgets = False

    @override
    def get_password(self, service: str, username: str) -> str | None:
        if self.error is not None:
            raise self.error
        return self.held.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        if self.error is not None:
            raise self.error
        if not self.forgets:
            self.held[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        if self.error is not None:
            raise self.error
        del self.held[service, username]


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def secrets(tmp_path: Path, keyring: MemoryKeyring) -> DeviceSecrets:
    return DeviceSecrets(tmp_path / "state", lambda: keyring)


def without_keyring(state_dir: Path) -> DeviceSecrets:
    return DeviceSecrets(state_dir, lambda: None)


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(EnvironmentFault) as raised:
        call()
    assert "{" not in raised.value.message
    return raised.value.code


def door(secret: DeviceSecret) -> SlotDoor:
    return SlotDoor(secret.id, secret.mode)


def test_a_secret_is_made_once_and_found_again(secrets: DeviceSecrets, keyring: MemoryKeyring) -> None:
    made = secrets.make()
    assert (len(made.secret), made.mode) == (32, SecretMode.KEYRING)
    assert secrets.make() == made
    assert secrets.for_login([door(made)]) == made
    assert len(keyring.held) == 1
    assert not (secrets.state_dir / SECRET_NAME).exists()


def test_a_login_makes_no_secret(secrets: DeviceSecrets, keyring: MemoryKeyring) -> None:
    elsewhere = SlotDoor("ab" * 8, SecretMode.KEYRING)
    for doors in ([], [elsewhere], [SlotDoor("ab" * 8, SecretMode.FILE)]):
        assert secrets.for_login(doors) is None
    assert keyring.held == {}
    assert not secrets.state_dir.exists()


def test_without_a_keyring_an_owner_only_file_keeps_it(tmp_path: Path) -> None:
    secrets = without_keyring(tmp_path / "deep" / "state")
    made = secrets.make()
    assert made.mode is SecretMode.FILE
    path = secrets.state_dir / SECRET_NAME
    assert (path.stat().st_mode & 0o777, secrets.state_dir.stat().st_mode & 0o777) == (0o600, 0o700)
    assert secrets.make() == secrets.for_login([door(made)]) == made


def test_rights_given_to_others_are_taken_back(tmp_path: Path) -> None:
    secrets = without_keyring(tmp_path)
    made = secrets.make()
    (tmp_path / SECRET_NAME).chmod(0o644)
    assert secrets.for_login([door(made)]) == made
    assert (tmp_path / SECRET_NAME).stat().st_mode & 0o777 == 0o600


def test_a_slot_of_the_keyring_never_falls_to_the_file(tmp_path: Path) -> None:
    secrets = without_keyring(tmp_path)
    in_file = secrets.make()
    of_keyring = SlotDoor("ab" * 8, SecretMode.KEYRING)
    assert refusal(lambda: secrets.for_login([of_keyring])) == "keyring_absent"
    assert refusal(lambda: secrets.make(SecretMode.KEYRING)) == "keyring_absent"
    assert secrets.for_login([of_keyring, door(in_file)]) == in_file


def test_a_slot_of_the_file_still_opens_when_a_keyring_comes_later(
    secrets: DeviceSecrets, keyring: MemoryKeyring
) -> None:
    in_file = without_keyring(secrets.state_dir).make()
    keyring.error = KeyringLocked()
    assert secrets.for_login([door(in_file)]) == in_file


def test_the_file_can_be_chosen_in_so_many_words(secrets: DeviceSecrets, keyring: MemoryKeyring) -> None:
    assert secrets.make(SecretMode.FILE).mode is SecretMode.FILE
    assert keyring.held == {}


def test_an_unknown_name_takes_the_same_way_as_a_known_one(secrets: DeviceSecrets) -> None:
    made = secrets.make()
    assert secrets.for_login([]) == made


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyringLocked("x"), "keyring_locked"),
        (InitError("Prompt dismissed"), "keyring_failed"),
        (RuntimeError("D-Bus"), "keyring_failed"),
        (ConnectionResetError(), "keyring_failed"),
        (AssertionError(), "keyring_failed"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "x"), "keyring_failed"),
    ],
)
def test_a_keyring_that_fails_is_told_and_no_secret_is_made(
    secrets: DeviceSecrets, keyring: MemoryKeyring, error: Exception, code: str
) -> None:
    known = door(secrets.make())
    before = dict(keyring.held)
    keyring.error = error
    assert refusal(lambda: secrets.for_login([known])) == code
    assert refusal(lambda: secrets.for_login([])) == code
    assert refusal(secrets.make) == code
    assert keyring.held == before
    assert not (secrets.state_dir / SECRET_NAME).exists()


def test_a_refusal_of_the_keyring_shows_the_two_ways_on_and_no_words_of_the_library(
    secrets: DeviceSecrets, keyring: MemoryKeyring
) -> None:
    for error in (KeyringLocked("/srv2/an"), InitError("/srv2/an")):
        keyring.error = error
        with pytest.raises(EnvironmentFault) as raised:
            secrets.make()
        assert "mở khóa kho" in raised.value.message
        assert "khóa khôi phục" in raised.value.message
        assert "/srv2/an" not in raised.value.message


def test_a_keyring_that_never_answers_is_given_up(tmp_path: Path, keyring: MemoryKeyring) -> None:
    nobody_types = threading.Event()

    class Silent(MemoryKeyring):
        @override
        def get_password(self, service: str, username: str) -> str | None:
            nobody_types.wait()
            return None

    secrets = DeviceSecrets(tmp_path, Silent, patience=0.05)
    try:
        assert refusal(secrets.make) == "keyring_failed"
    finally:
        nobody_types.set()


def test_a_keyring_that_keeps_nothing_is_not_believed(secrets: DeviceSecrets, keyring: MemoryKeyring) -> None:
    keyring.forgets = True
    assert refusal(secrets.make) == "keyring_failed"


@pytest.mark.parametrize("kept", ["", "zz", "00", "00" * 31, "ünlesbar"])
def test_a_damaged_secret_is_told_and_left_alone(
    secrets: DeviceSecrets, keyring: MemoryKeyring, kept: str
) -> None:
    made = secrets.make()
    place = next(iter(keyring.held))
    keyring.held[place] = kept
    assert refusal(lambda: secrets.for_login([door(made)])) == "device_secret_damaged"
    assert refusal(secrets.make) == "device_secret_damaged"
    assert keyring.held == {place: kept}
    in_file = without_keyring(secrets.state_dir)
    (secrets.state_dir / SECRET_NAME).write_text(kept)
    assert refusal(in_file.make) == "device_secret_damaged"
    assert (secrets.state_dir / SECRET_NAME).read_text() == kept


@pytest.mark.parametrize("kept", ["zz", "00", "00" * 31, "ünlesbar"])
def test_a_damaged_secret_is_put_aside_whole_and_makes_room(
    secrets: DeviceSecrets, keyring: MemoryKeyring, kept: str
) -> None:
    former = secrets.make()
    place = next(iter(keyring.held))
    in_file = secrets.state_dir / SECRET_NAME
    for turn in (1, 2):
        keyring.held[place] = kept
        in_file.write_text(kept)
        aside = f"{SECRET_NAME}.damaged-{turn}"
        assert secrets.put_damaged_aside() == [aside, aside]
        assert keyring.held == {(place[0], f"{SECRET_NAME}.damaged-{count}"): kept for count in range(1, turn + 1)}
        assert (secrets.state_dir / aside).read_text() == kept
        assert not in_file.exists()
        assert secrets.make() != former
        del keyring.held[place]


def test_a_sound_or_missing_secret_is_never_put_aside(secrets: DeviceSecrets, keyring: MemoryKeyring) -> None:
    assert secrets.put_damaged_aside() == []
    assert not secrets.state_dir.exists()
    made, in_file = secrets.make(), without_keyring(secrets.state_dir).make()
    assert secrets.put_damaged_aside() == []
    assert (secrets.make(), without_keyring(secrets.state_dir).make()) == (made, in_file)


@pytest.mark.parametrize(
    ("error", "code"), [(KeyringLocked("x"), "keyring_locked"), (RuntimeError("x"), "keyring_failed")]
)
def test_a_locked_or_failing_keyring_keeps_its_secret_and_gets_no_new_one(
    secrets: DeviceSecrets, keyring: MemoryKeyring, error: Exception, code: str
) -> None:
    secrets.make()
    (secrets.state_dir / SECRET_NAME).write_text("zz")
    before, keyring.error = dict(keyring.held), error
    assert refusal(secrets.put_damaged_aside) == code
    assert keyring.held == before
    assert (secrets.state_dir / SECRET_NAME).read_text() == "zz", "nothing is moved then"


def test_a_keyring_that_does_not_keep_the_copy_loses_nothing(
    secrets: DeviceSecrets, keyring: MemoryKeyring
) -> None:
    secrets.make()
    place = next(iter(keyring.held))
    keyring.held[place], keyring.forgets = "zz", True
    assert refusal(secrets.put_damaged_aside) == "keyring_failed"
    assert keyring.held == {place: "zz"}


def test_the_recovery_key_leads_out_of_a_damaged_device_secret(desk: Desk) -> None:
    kept, paper = desk.state / SECRET_NAME, ("--recovery-key-file", desk.recovery_note)
    kept.write_text("zz")
    refused = desk.ask("check", *desk.admin)
    assert (refused.code, refused.error) == (3, "device_secret_damaged")
    assert "user reset TÊN --recovery-key-file TỆP" in refused.message
    assert desk.ask("user", "add", "moi", "--role", "NURSE", *paper).error == "device_secret_damaged"
    assert kept.read_text() == "zz", "only the verb that says so moves it"
    reset = desk.ask("user", "reset", ADMIN, *paper, "--new-password-file", desk.note(NURSE_PASSWORD))
    assert (reset.code, f"{SECRET_NAME}.damaged-1" in reset.err) == (0, True)
    assert (desk.state / f"{SECRET_NAME}.damaged-1").read_text() == "zz"
    assert desk.done("check", *desk.sign(ADMIN, NURSE_PASSWORD))["ok"] is True
    assert desk.ask("check", *desk.nurse).error == "unknown_device"


def test_a_reset_by_password_moves_no_device_secret(desk: Desk) -> None:
    before = (desk.state / SECRET_NAME).read_text()
    desk.done("user", "reset", NURSE, *desk.admin)
    assert (desk.state / SECRET_NAME).read_text() == before
    assert [path.name for path in desk.state.iterdir() if "damaged" in path.name] == []


def test_a_state_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(b"")
    assert refusal(without_keyring(tmp_path / "state" / "deeper").make) == "disk_fault"
    (tmp_path / SECRET_NAME).mkdir()
    assert refusal(without_keyring(tmp_path).make) == "disk_fault"


def test_two_threads_that_find_none_make_one(secrets: DeviceSecrets) -> None:
    made: list[DeviceSecret] = []
    threads = [threading.Thread(target=lambda: made.append(secrets.make())) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 6
    assert len({secret.secret for secret in made}) == 1


def test_both_stores_are_the_port(tmp_path: Path, keyring: MemoryKeyring) -> None:
    stores: list[SecretStore] = [KeyringStore(keyring), FileStore(tmp_path)]
    for store in stores:
        assert store.get("other") is None
        store.put("other", b"secret")
        assert store.get("other") == b"secret"


def test_only_keyrings_that_encrypt_are_trusted() -> None:
    trusted = {*allowed_backends("GNOME"), *allowed_backends("KDE")}
    assert {module for module, _ in trusted} <= {
        f"keyring.backends.{name}" for name in ("SecretService", "kwallet", "libsecret", "Windows", "macOS")
    }
    if sys.platform == "linux":
        assert allowed_backends("GNOME")[0] == ("keyring.backends.SecretService", "Keyring")
        assert allowed_backends("ubuntu:KDE")[0] == ("keyring.backends.kwallet", "DBusKeyring")


def test_a_keyring_that_breaks_while_it_is_looked_for_is_no_missing_keyring(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Broken(FailKeyring):
        error: type[Exception] = ConnectionResetError

    def probe(call: Callable[[], object], seconds: float) -> object:
        raise Broken.error

    monkeypatch.setattr(secret_stores, "_bounded", probe)
    assert refusal(find_keyring) == "keyring_failed"
    Broken.error = TimeoutError
    assert refusal(find_keyring) == "keyring_failed"
    Broken.error = RuntimeError
    assert find_keyring() is None


# From here on: the real thing, each in its own process, home and session.

ASK = """
import json, sys
from pathlib import Path
from facility_app.app.device_secret import DeviceSecrets
from facility_app.db.keyslots import SlotDoor
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.ports import SecretMode

def answer(call):
    try:
        found = call()
    except EnvironmentFault as fault:
        return fault.code
    return [found.secret.hex(), found.mode] if found else None

secrets = DeviceSecrets(Path(sys.argv[1]), patience=20)
doors = [SlotDoor("ab" * 8, SecretMode.KEYRING)]
print(json.dumps({
    "login": answer(lambda: secrets.for_login(doors)),
    "made": answer(secrets.make),
    "again": answer(lambda: secrets.for_login(doors)),
}))
"""


class Session:
    """A home of its own for a real session; ``ask`` runs the program in it."""

    def __init__(self, root: Path) -> None:
        self.home = root / "home"
        self.state = root / "state"
        runtime = root / "run"
        for folder in (self.home, runtime):
            folder.mkdir(mode=0o700)
        self._environment = environment(HOME=str(self.home), XDG_RUNTIME_DIR=str(runtime))
        for name in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            self._environment.pop(name, None)

    def ask(self, *before: str, **changes: str) -> dict[str, Any]:
        """Run the program, inside the command ``before`` if there is one."""
        command = [*before, sys.executable, "-c", ASK, str(self.state)]
        done = subprocess.run(
            command, env={**self._environment, **changes}, capture_output=True, text=True, check=True, timeout=120
        )
        answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return answer

    def ask_with_daemon(self, *, unlock: bool) -> dict[str, Any]:
        """Run it in a session with a real gnome-keyring, its login keyring unlocked or locked."""
        feed = "printf 'a password' | " if unlock else ""
        options = "--unlock" if unlock else "--start"
        start = f'{feed}gnome-keyring-daemon {options} --components=secrets >/dev/null 2>&1; exec "$@"'
        return self.ask("dbus-run-session", "--", "bash", "-c", start, "bash")


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(tmp_path)


def test_the_packages_of_the_real_keyring_are_installed() -> None:
    # The command that runs the tests installs them; without them the rules below would stand untried.
    assert sys.platform != "linux" or (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon"))


def test_a_real_keyring_keeps_the_secret_over_sessions(session: Session) -> None:
    first = session.ask_with_daemon(unlock=True)
    assert first["login"] is None
    assert first["made"][1] == "keyring"
    assert first["again"] == first["made"]
    second = session.ask_with_daemon(unlock=True)
    assert second["login"] == second["made"] == first["made"]
    assert not (session.state / SECRET_NAME).exists()
    secret = first["made"][0].encode()
    kept = [path.read_bytes() for path in session.home.rglob("*") if path.is_file()]
    assert kept
    assert not any(secret in content or bytes.fromhex(secret.decode()) in content for content in kept)


def test_a_real_locked_keyring_is_told_and_no_secret_is_made(session: Session) -> None:
    first = session.ask_with_daemon(unlock=True)
    locked = session.ask_with_daemon(unlock=False)
    assert locked == {"login": "keyring_locked", "made": "keyring_locked", "again": "keyring_locked"}
    assert not (session.state / SECRET_NAME).exists()
    assert session.ask_with_daemon(unlock=True)["login"] == first["made"]


def test_a_real_keyring_nobody_can_set_up_is_told_and_no_secret_is_made(session: Session) -> None:
    answer = session.ask_with_daemon(unlock=False)
    assert answer == {"login": "keyring_failed", "made": "keyring_failed", "again": "keyring_failed"}
    assert not (session.state / SECRET_NAME).exists()


def test_with_no_bus_at_all_the_secret_goes_to_the_file(session: Session) -> None:
    answer = session.ask()
    assert (answer["login"], answer["again"]) == ("keyring_absent", "keyring_absent")
    assert answer["made"][1] == "file"
    assert (session.state / SECRET_NAME).stat().st_mode & 0o777 == 0o600
    assert session.ask()["made"] == answer["made"]


def test_a_bus_without_any_keyring_service_is_no_keyring(session: Session, tmp_path: Path) -> None:
    config = tmp_path / "bus.conf"
    config.write_text(
        '<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" '
        '"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd"><busconfig><type>session</type>'
        f'<listen>unix:dir={tmp_path}</listen><policy context="default"><allow eavesdrop="true"/>'
        '<allow send_destination="*" eavesdrop="true"/><allow own="*"/></policy></busconfig>'
    )
    answer = session.ask("dbus-run-session", f"--config-file={config}", "--")
    assert (answer["login"], answer["made"][1]) == ("keyring_absent", "file")


def test_a_bus_that_has_died_is_no_keyring(session: Session, tmp_path: Path) -> None:
    answer = session.ask(DBUS_SESSION_BUS_ADDRESS=f"unix:path={tmp_path / 'gone'}")
    assert (answer["login"], answer["made"][1]) == ("keyring_absent", "file")


@pytest.mark.parametrize("name", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"])
def test_a_keyring_named_from_outside_is_not_used(session: Session, name: str) -> None:
    answer = session.ask(PYTHON_KEYRING_BACKEND=name)
    assert answer["made"][1] == "file"


def test_no_daemon_of_these_tests_stays_behind(session: Session) -> None:
    session.ask_with_daemon(unlock=True)
    homes = [
        content
        for process in Path("/proc").glob("[0-9]*")
        if (content := _environ(process)) and str(session.home).encode() in content
    ]
    assert homes == []


def _environ(process: Path) -> bytes:
    try:
        return (process / "environ").read_bytes() if process.name != str(os.getpid()) else b""
    except OSError:
        return b""
