"""The doors to the encrypted file: who gets in, who does not, and what each is told."""

import json
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from argon2.exceptions import HashingError

from facility_app.db.keyslots import DEFAULT_KDF, DeviceSecret, KdfParams, KeyFile, require_password
from facility_app.db.keyslots import kdf as kdf_module
from facility_app.db.keyslots import keyfile as keyfile_module
from facility_app.db.keyslots import storage as storage_module
from facility_app.kernel.errors import EnvironmentFault, FacilityError, UserError
from facility_app.kernel.labels import label
from facility_app.kernel.ports import SecretMode
from tests.db.keyslots_cases import (
    CHEAP,
    DEVICE,
    OTHER_DEVICE,
    OTHER_PASSWORD,
    PASSWORD,
    Facility,
    code_of,
    make_facility,
    new_data_key,
)
from tests.helpers.processes import environment, start_python


@pytest.fixture
def facility(tmp_path: Path) -> Facility:
    return make_facility(tmp_path)


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(FacilityError) as raised:
        call()
    return code_of(raised)


def wrong_try(facility: Facility, user_name: str) -> str:
    return refusal(lambda: facility.file.unlock(user_name, "wrong password", DEVICE))


def test_the_right_password_gives_the_data_key(facility: Facility) -> None:
    unlocked = facility.unlock()
    assert unlocked.current == facility.data_key
    assert (unlocked.older, unlocked.user_name, unlocked.mode) == ((), "an", SecretMode.KEYRING)


def test_names_open_however_they_are_typed_and_passwords_in_either_form(facility: Facility) -> None:
    for name in ("BÌNH", unicodedata.normalize("NFD", "Bình"), "  bình "):
        for password in (OTHER_PASSWORD, unicodedata.normalize("NFD", OTHER_PASSWORD)):
            assert facility.file.unlock(name, password, DEVICE).current == facility.data_key


def test_a_password_in_other_case_is_another_password(facility: Facility) -> None:
    assert refusal(lambda: facility.file.unlock("an", PASSWORD.upper(), DEVICE)) == "wrong_password"


def test_a_password_that_is_no_text_is_a_wrong_one(facility: Facility) -> None:
    assert refusal(lambda: facility.file.unlock("an", "\udcff\ud800", DEVICE)) == "wrong_password"
    assert refusal(lambda: facility.file.unlock("\udcff", PASSWORD, DEVICE)) == "wrong_password"


def test_unknown_user_and_wrong_password_get_the_same_words_and_the_same_work(
    facility: Facility, monkeypatch: pytest.MonkeyPatch
) -> None:
    work: list[KdfParams] = []
    real = kdf_module._argon2id

    def count(secret: bytes, salt: bytes, params: KdfParams) -> bytes:
        work.append(params)
        return real(secret, salt, params)

    monkeypatch.setattr(kdf_module, "_argon2id", count)
    words = []
    for name in ("an", "nobody"):
        with pytest.raises(UserError) as raised:
            facility.file.unlock(name, "wrong password", DEVICE)
        words.append((code_of(raised), raised.value.message))
    assert words[0] == words[1]
    assert work == [CHEAP, CHEAP]


def test_another_device_is_sent_to_the_recovery_key_even_with_the_right_password(facility: Facility) -> None:
    assert refusal(lambda: facility.file.unlock("an", PASSWORD, OTHER_DEVICE)) == "unknown_device"
    assert refusal(lambda: facility.file.unlock("an", PASSWORD, None)) == "unknown_device"


def test_the_device_secret_is_part_of_the_key_not_only_of_the_search(
    facility: Facility, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DeviceSecret, "id", DEVICE.id)
    assert refusal(lambda: facility.file.unlock("an", PASSWORD, OTHER_DEVICE)) == "wrong_password"


def test_an_unknown_name_without_a_device_secret_is_a_wrong_password(facility: Facility) -> None:
    assert refusal(lambda: facility.file.unlock("nobody", PASSWORD, None)) == "wrong_password"


def test_a_slot_on_a_second_device_leaves_the_first_as_it_is(facility: Facility) -> None:
    facility.file.put_slot(facility.unlock(), "an", OTHER_PASSWORD, OTHER_DEVICE)
    assert facility.unlock().mode is SecretMode.KEYRING
    second = facility.file.unlock("an", OTHER_PASSWORD, OTHER_DEVICE)
    assert (second.current, second.mode) == (facility.data_key, SecretMode.FILE)
    doors = facility.file.doors("AN")
    assert {(door.device, door.mode) for door in doors} == {
        (DEVICE.id, SecretMode.KEYRING),
        (OTHER_DEVICE.id, SecretMode.FILE),
    }
    assert facility.file.doors("nobody") == ()


def test_a_new_password_replaces_the_old_one_on_this_device(facility: Facility) -> None:
    facility.file.put_slot(facility.unlock(), "an", "mật khẩu mới của An", DEVICE)
    assert refusal(facility.unlock) == "wrong_password"
    assert facility.file.unlock("an", "mật khẩu mới của An", DEVICE).current == facility.data_key


def test_a_new_password_can_shut_the_other_devices(facility: Facility) -> None:
    facility.file.put_slot(facility.unlock(), "an", OTHER_PASSWORD, OTHER_DEVICE)
    facility.file.put_slot(facility.unlock(), "an", "mật khẩu mới của An", DEVICE, drop_others=True)
    assert refusal(lambda: facility.file.unlock("an", OTHER_PASSWORD, OTHER_DEVICE)) == "unknown_device"
    assert facility.file.unlock("bình", OTHER_PASSWORD, DEVICE).current == facility.data_key


def test_dropped_slots_open_nothing(facility: Facility) -> None:
    unlocked = facility.unlock()
    facility.file.put_slot(unlocked, "bình", OTHER_PASSWORD, OTHER_DEVICE)
    assert facility.file.drop_slots(unlocked, "Bình") == 2
    assert refusal(lambda: facility.file.unlock("bình", OTHER_PASSWORD, DEVICE)) == "wrong_password"
    assert facility.file.drop_slots(unlocked, "bình") == 0


def test_start_up_drops_strangers_and_names_who_has_no_door(facility: Facility) -> None:
    unlocked = facility.unlock()
    assert facility.file.missing(["chi", "AN", "bình"]) == ["chi"]
    assert facility.file.drop_strangers(unlocked, ["an", "chi"]) == 1
    assert facility.file.missing(["an", "bình"]) == ["bình"]
    assert facility.unlock().current == facility.data_key
    assert facility.file.unlock_with_recovery(facility.recovery).current == facility.data_key


def test_the_recovery_key_opens_without_a_device_however_it_is_typed(facility: Facility) -> None:
    for typed in (facility.recovery, facility.recovery.lower().replace("-", "  ")):
        unlocked = facility.file.unlock_with_recovery(typed)
        assert (unlocked.current, unlocked.user_name, unlocked.mode) == (facility.data_key, None, None)


def test_a_new_recovery_key_ends_the_old_one(facility: Facility) -> None:
    text = facility.file.new_recovery(facility.unlock())
    assert refusal(lambda: facility.file.unlock_with_recovery(facility.recovery)) == "wrong_recovery_key"
    assert facility.file.unlock_with_recovery(text).current == facility.data_key


def test_the_recovery_key_of_another_facility_is_refused(facility: Facility, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = make_facility(tmp_path / "other", "another")
    assert refusal(lambda: facility.file.unlock_with_recovery(other.recovery)) == "wrong_recovery_key"


def test_rekey_needs_nobodys_password_and_keeps_the_old_keys(facility: Facility) -> None:
    second, third = new_data_key(), new_data_key()
    unlocked = facility.file.rekey(facility.unlock(), second)
    unlocked = facility.file.rekey(unlocked, third)
    assert (unlocked.current, unlocked.older) == (third, (second, facility.data_key))
    for opened in (
        facility.unlock(),
        facility.file.unlock("bình", OTHER_PASSWORD, DEVICE),
        facility.file.unlock_with_recovery(facility.recovery),
    ):
        assert (opened.current, opened.older) == (third, (second, facility.data_key))
        assert opened.key_for(facility.data_key.salt) == facility.data_key
        assert opened.key_for(third.salt) == third


def test_a_data_key_without_a_new_salt_is_no_new_data_key(facility: Facility) -> None:
    before = facility.file.path.read_bytes()
    with pytest.raises(ValueError, match="new salt"):
        facility.file.rekey(facility.unlock(), replace(new_data_key(), salt=facility.data_key.salt))
    assert facility.file.path.read_bytes() == before


def test_a_swapped_key_file_is_told_by_the_salt_of_the_database(facility: Facility) -> None:
    assert refusal(lambda: facility.unlock().key_for(bytes(16))) == "key_file_swapped"


def test_whoever_holds_a_data_key_of_yesterday_changes_nothing(facility: Facility) -> None:
    stale = facility.unlock()
    facility.file.rekey(stale, new_data_key())
    before = facility.file.path.read_bytes()
    assert refusal(lambda: facility.file.put_slot(stale, "chi", PASSWORD, DEVICE)) == "key_file_changed"
    assert refusal(lambda: facility.file.rekey(stale, new_data_key())) == "key_file_changed"
    assert facility.file.path.read_bytes() == before


def test_a_slot_made_with_other_work_is_wrapped_anew_at_login(facility: Facility) -> None:
    harder = KeyFile(facility.file.path, KdfParams(16, 2, 1))
    assert harder.unlock("an", PASSWORD, DEVICE).current == facility.data_key
    assert json.loads(facility.file.path.read_bytes())["slots"][0]["kdf"] == [16, 2, 1]
    once = facility.file.path.read_bytes()
    assert harder.unlock("an", PASSWORD, DEVICE).current == facility.data_key
    assert facility.file.path.read_bytes() == once
    assert harder.unlock_with_recovery(facility.recovery).current == facility.data_key
    assert harder.unlock_with_recovery(facility.recovery).current == facility.data_key
    assert facility.file.path.read_bytes() != once


def full_disk(*_: object, **__: object) -> None:
    raise EnvironmentFault("disk_full", label("errors", "đầy {file}"), file="facility.keys")


def test_a_full_disk_keeps_nobody_out(facility: Facility, monkeypatch: pytest.MonkeyPatch) -> None:
    harder = KeyFile(facility.file.path, KdfParams(16, 2, 1))
    monkeypatch.setattr(storage_module, "write_whole", full_disk)
    assert harder.unlock("an", PASSWORD, DEVICE).current == facility.data_key


def test_a_refusal_stays_the_answer_when_it_cannot_be_counted(
    facility: Facility, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage_module, "write_whole", full_disk)
    assert refusal(lambda: facility.file.unlock("an", "wrong password", DEVICE)) == "wrong_password"
    assert refusal(lambda: facility.file.unlock("nobody", "wrong password", DEVICE)) == "wrong_password"


def test_a_refusal_does_not_wait_for_a_busy_key_file(facility: Facility, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyfile_module, "COUNT_PATIENCE_S", 0.0)
    with storage_module.KeyStorage(facility.file.path).locked():
        assert refusal(lambda: facility.file.unlock("an", "wrong password", DEVICE)) == "wrong_password"


def test_failed_tries_are_counted_by_name_and_cleared_once_seen(facility: Facility) -> None:
    for name in ("an", "AN", "bình", "nobody", "somebody", "anybody"):
        assert wrong_try(facility, name) == "wrong_password"
    text = facility.file.new_recovery(facility.unlock())
    assert refusal(lambda: facility.file.unlock_with_recovery(facility.recovery)) == "wrong_recovery_key"
    assert facility.file.unlock_with_recovery(text).current == facility.data_key
    seen = facility.file.failed_tries(["An", "bình", "chi"])
    assert (dict(seen.by_user), seen.unknown, seen.recovery, seen.total) == ({"An": 2, "bình": 1}, 3, 1, 7)
    refusal(lambda: facility.file.unlock("an", "wrong password", DEVICE))
    facility.file.clear_failed(seen)
    left = facility.file.failed_tries(["An", "bình"])
    assert (dict(left.by_user), left.unknown, left.recovery) == ({"An": 1}, 0, 0)


def test_tries_against_a_dropped_account_are_not_lost(facility: Facility) -> None:
    refusal(lambda: facility.file.unlock("bình", "wrong password", DEVICE))
    facility.file.drop_slots(facility.unlock(), "bình")
    assert facility.file.failed_tries(["an"]).unknown == 1


def test_a_mistyped_recovery_key_is_not_counted_as_an_attack(facility: Facility) -> None:
    assert refusal(lambda: facility.file.unlock_with_recovery("ABCD")) == "recovery_key_mistyped"
    assert facility.file.failed_tries([]).total == 0


def test_nothing_but_the_counter_is_written_by_a_refusal(facility: Facility) -> None:
    before = facility.file.path.read_text().split('"failed"')[0]
    refusal(lambda: facility.file.unlock("an", "wrong password", DEVICE))
    refusal(lambda: facility.file.unlock("an", PASSWORD, OTHER_DEVICE))
    assert facility.file.path.read_text().split('"failed"')[0] == before


def test_a_key_file_is_never_made_over_another(facility: Facility) -> None:
    before = facility.file.path.read_bytes()
    assert refusal(lambda: facility.file.create(new_data_key(), "chi", PASSWORD, DEVICE)) == "key_file_exists"
    assert facility.file.path.read_bytes() == before


def test_a_missing_key_file_is_told(tmp_path: Path) -> None:
    file = KeyFile(tmp_path / "facility.keys", CHEAP)
    assert refusal(lambda: file.unlock("an", PASSWORD, DEVICE)) == "key_file_missing"
    assert list(tmp_path.iterdir()) == []


def test_the_file_holds_no_name_no_password_and_no_key(facility: Facility) -> None:
    unlocked = facility.file.rekey(facility.unlock(), new_data_key())
    refusal(lambda: facility.file.unlock("an", "wrong password", DEVICE))
    content = facility.file.path.read_bytes()
    secrets = [facility.data_key.key, unlocked.current.key, DEVICE.secret]
    for word in ("bình", PASSWORD, facility.recovery, facility.recovery.replace("-", "")):
        assert word.encode() not in content
    for secret in secrets:
        assert secret not in content
        assert secret.hex().encode() not in content
    assert facility.file.path.stat().st_mode & 0o777 == 0o600


def test_no_repr_shows_a_secret(facility: Facility) -> None:
    unlocked = facility.unlock()
    shown = f"{unlocked!r} {facility.file!r} {DEVICE!r} {facility.file.failed_tries(['an'])!r}"
    assert repr(facility.data_key.key)[2:-1] not in shown
    assert "dddd" not in shown
    assert "'an'" not in shown


@pytest.mark.parametrize(
    "password", ["", "ngắn quá", "aaaaaaaaaaaaaaaa", "Nguyễn Văn An", "nguyen van AN", "a" * 9]
)
def test_a_weak_password_is_refused_at_its_field_and_nothing_written(facility: Facility, password: str) -> None:
    unlocked, before = facility.unlock(), facility.file.path.read_bytes()
    with pytest.raises(UserError) as raised:
        facility.file.put_slot(unlocked, "Nguyễn Văn An", password, DEVICE)
    assert code_of(raised) == "password_weak"
    assert raised.value.fields["password"] is raised.value.template, "translated and filled in like the sentence"
    assert facility.file.path.read_bytes() == before


def test_ten_letters_are_counted_after_composing() -> None:
    require_password("mật khẩu ớ")
    with pytest.raises(UserError):
        require_password(unicodedata.normalize("NFD", "mật khẩu"))


def test_a_weak_first_password_makes_no_file(tmp_path: Path) -> None:
    file = KeyFile(tmp_path / "facility.keys", CHEAP)
    assert refusal(lambda: file.create(new_data_key(), "an", "ngắn", DEVICE)) == "password_weak"
    assert list(tmp_path.iterdir()) == []


def test_a_device_secret_of_another_length_is_a_bug() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        DeviceSecret(b"short", SecretMode.FILE)


PUT_MANY = """
import sys
from pathlib import Path
from facility_app.db.keyslots import DeviceSecret, KdfParams, KeyFile
from facility_app.kernel.ports import SecretMode
file = KeyFile(Path(sys.argv[1]), KdfParams(8, 1, 1))
device = DeviceSecret(b"d" * 32, SecretMode.KEYRING)
unlocked = file.unlock("an", sys.argv[2], device)
for number in range(8):
    file.put_slot(unlocked, f"{sys.argv[3]}{number}", "một mật khẩu dài", device)
    try:
        file.unlock("an", "wrong", device)
    except Exception:
        pass
"""


def test_two_processes_at_once_lose_neither_slots_nor_counts(facility: Facility) -> None:
    others = [start_python(PUT_MANY, facility.file.path, PASSWORD, who) for who in "xy"]
    outputs = [other.communicate() for other in others]
    assert [other.returncode for other in others] == [0, 0], outputs
    assert facility.file.missing([f"{who}{number}" for who in "xy" for number in range(8)]) == []
    assert dict(facility.file.failed_tries(["an"]).by_user) == {"an": 16}
    assert facility.unlock().current == facility.data_key


def test_the_login_knows_no_sqlalchemy() -> None:
    script = "import sys, facility_app.db.keyslots; print('sqlalchemy' in sys.modules, 'PySide6' in sys.modules)"
    answer = subprocess.run(
        [sys.executable, "-c", script], env=environment(), capture_output=True, text=True, check=True
    )
    assert answer.stdout == "False False\n"


def test_the_work_of_the_password_hash_is_the_recommended_one() -> None:
    assert KdfParams(memory_kib=65536, passes=3, lanes=4) == DEFAULT_KDF


def test_a_machine_short_of_memory_is_told_so(facility: Facility, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise HashingError("Memory allocation error")

    monkeypatch.setattr(kdf_module, "hash_secret_raw", fail)
    assert refusal(facility.unlock) == "memory_short"
