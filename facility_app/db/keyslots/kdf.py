"""From what a person knows and a device holds to the key that opens one slot."""

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import Final

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw

from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold, nfc
from facility_app.kernel.passwords import SHORTEST_PASSWORD
from facility_app.kernel.ports import SecretMode

KEK_BYTES: Final = 32
SLOT_SALT_BYTES: Final = 16
DEVICE_SECRET_BYTES: Final = 32

# A damaged or forged file must not be able to ask for all the memory or a year of work.
MOST_MEMORY_KIB: Final = 1024 * 1024
MOST_PASSES: Final = 64
MOST_LANES: Final = 64
KIB_PER_LANE: Final = 8


@dataclass(frozen=True, slots=True)
class KdfParams:
    """How much work Argon2id does.

    Attributes:
        memory_kib: memory in KiB, at least 8 per lane.
        passes: how often it goes over the memory.
        lanes: how many threads share the work; part of the result.
    """

    memory_kib: int
    passes: int
    lanes: int

    @property
    def is_sane(self) -> bool:
        """Whether Argon2 accepts them and the work stays bearable."""
        return (
            0 < self.lanes <= MOST_LANES
            and KIB_PER_LANE * self.lanes <= self.memory_kib <= MOST_MEMORY_KIB
            and 0 < self.passes <= MOST_PASSES
        )


DEFAULT_KDF: Final = KdfParams(memory_kib=64 * 1024, passes=3, lanes=4)
"""RFC 9106, second recommendation."""


@dataclass(frozen=True, slots=True)
class DeviceSecret:
    """What one account of the operating system on one machine adds to every password typed there.

    Attributes:
        secret: 32 random bytes.
        mode: where they are kept.
    """

    secret: bytes = field(repr=False)
    mode: SecretMode

    def __post_init__(self) -> None:
        """Refuse a wrong length early: it would make slots that open nowhere else."""
        if len(self.secret) != DEVICE_SECRET_BYTES:
            message = "a device secret is 32 bytes"
            raise ValueError(message)

    @property
    def id(self) -> str:
        """Short name of the device in the key file, hex; says nothing about the secret."""
        return hashlib.blake2b(self.secret, digest_size=8, person=b"facility device").hexdigest()


def user_kek(password: str, device_secret: bytes, salt: bytes, params: KdfParams) -> bytes:
    """The key that wraps one user's slot on one device.

    Args:
        password: as typed; NFC is made here.
        device_secret: 32 bytes this device keeps for the account of the operating system.
        salt: 16 random bytes of the slot.
        params: the work.
    """
    stretched = _argon2id(_utf8(nfc(password)), salt, params)
    return hashlib.blake2b(stretched, digest_size=KEK_BYTES, key=device_secret, person=b"facility user").digest()


def recovery_kek(secret: bytes, salt: bytes, params: KdfParams) -> bytes:
    """The key that wraps the recovery slot; it needs no device."""
    stretched = _argon2id(secret, salt, params)
    return hashlib.blake2b(stretched, digest_size=KEK_BYTES, person=b"facility paper").digest()


def owner_id(file_salt: bytes, user_name: str) -> str:
    """How a slot says whose it is without saying the name: hex of a keyed hash of the folded name."""
    return hmac.digest(file_salt, _utf8(fold(user_name)), "sha256").hex()


def require_password(text: str, user_name: str = "") -> None:
    """Refuse a password that is guessed at once.

    Raises:
        UserError: ``password_weak``; the reason stands at the field ``password`` too.
    """
    password = nfc(text)
    if len(password) < SHORTEST_PASSWORD:
        reason = label("errors", "Mật khẩu phải có ít nhất {least} ký tự. Hãy chọn mật khẩu dài hơn.")
    elif len(set(password)) == 1:
        reason = label("errors", "Mật khẩu không được chỉ gồm một ký tự lặp lại. Hãy chọn mật khẩu khác.")
    elif user_name and fold(password) == fold(user_name):
        reason = label("errors", "Mật khẩu không được trùng với tên tài khoản. Hãy chọn mật khẩu khác.")
    else:
        return
    raise UserError("password_weak", reason, fields={"password": reason}, least=SHORTEST_PASSWORD)


def _argon2id(secret: bytes, salt: bytes, params: KdfParams) -> bytes:
    try:
        return hash_secret_raw(secret, salt, params.passes, params.memory_kib, params.lanes, KEK_BYTES, Type.ID)
    except HashingError as error:
        raise EnvironmentFault(
            "memory_short",
            label(
                "errors",
                "Máy không còn đủ bộ nhớ để kiểm tra mật khẩu (cần {mebibytes} MB). Hãy đóng bớt chương trình "
                "khác rồi làm lại.",
            ),
            mebibytes=params.memory_kib // 1024,
        ) from error


def _utf8(text: str) -> bytes:
    # Arguments of a command may carry bytes that are no text at all; they are a wrong password, not a crash.
    return text.encode("utf-8", "surrogatepass")
