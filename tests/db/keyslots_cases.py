"""A key file of a facility with three doors, for the tests of the key file."""

import os
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from facility_app.db.driver import DataKey
from facility_app.db.durable import OWNER_ONLY
from facility_app.db.keyslots import DeviceSecret, KdfParams, KeyFile, Unlocked
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.ports import SecretMode

CHEAP = KdfParams(memory_kib=8, passes=1, lanes=1)
PASSWORD = "mật khẩu của An"
OTHER_PASSWORD = "mật khẩu của Bình"
DEVICE = DeviceSecret(b"d" * 32, SecretMode.KEYRING)
OTHER_DEVICE = DeviceSecret(b"e" * 32, SecretMode.FILE)


def new_data_key() -> DataKey:
    """Another data key each time."""
    return DataKey(os.urandom(32), os.urandom(16))


@dataclass(frozen=True)
class Facility:
    """A key file with the slots of ``an`` (here) and ``bình`` (here) and a recovery key."""

    file: KeyFile
    data_key: DataKey
    recovery: str

    def unlock(self) -> Unlocked:
        """Open it as ``an`` does."""
        return self.file.unlock("an", PASSWORD, DEVICE)


def make_facility(folder: Path, name: str = "this") -> Facility:
    """Make one in ``folder``; those of the same name are copies of one, of another strangers to it."""
    made, content = _pattern(name)
    file = KeyFile(folder / "facility.keys", CHEAP)
    file.path.write_bytes(content)
    file.path.chmod(OWNER_ONLY)
    return Facility(file, made.data_key, made.recovery)


@cache
def _pattern(_name: str) -> tuple[Facility, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        file, data_key = KeyFile(Path(folder, "facility.keys"), CHEAP), new_data_key()
        recovery = file.create(data_key, "an", PASSWORD, DEVICE)
        made = Facility(file, data_key, recovery)
        file.put_slot(made.unlock(), "bình", OTHER_PASSWORD, DEVICE)
        return made, file.path.read_bytes()


def code_of(raised: pytest.ExceptionInfo[FacilityError]) -> str:
    """The refusal's code, once its words prove to be whole."""
    assert "{" not in raised.value.message
    return raised.value.code
