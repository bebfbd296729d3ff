"""The cryptography of the key file: how slots close and open, and who may have written them."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from facility_app.db.driver import KEY_BYTES, DataKey
from facility_app.db.keyslots.document import FORMAT, KeyDocument, OldKey, Slot, SlotKind
from facility_app.db.keyslots.kdf import SLOT_SALT_BYTES, DeviceSecret, KdfParams, recovery_kek, user_kek

NONCE_BYTES: Final = 24
PRIVATE_BYTES: Final = 32
_MAC: Final = b"facility.keys list of slots 1"
_OLDER: Final = b"facility.keys older keys 1"

Random = Callable[[int], bytes]


class WrongKekError(Exception):
    """The key does not open the slot: a wrong password, device or recovery key."""


class ForgedError(Exception):
    """The slot opens, but what is in it was not put there by the program."""


@dataclass(frozen=True, slots=True)
class UserDoor:
    """Whose slot is to be made, and what it shall open.

    Attributes:
        owner: hex of the keyed hash of the user name.
        data_key: the data key.
    """

    owner: str
    data_key: DataKey


@dataclass(frozen=True, slots=True)
class OpenedSlot:
    """A slot that gave up its secrets.

    Attributes:
        slot: which.
        private: its private key.
        data_key: the data key sealed to it.
    """

    slot: Slot
    private: bytes = field(repr=False)
    data_key: DataKey


def user_slot(door: UserDoor, password: str, device: DeviceSecret, params: KdfParams, random: Random) -> Slot:
    """A new slot that opens with ``password`` on ``device``."""
    salt = random(SLOT_SALT_BYTES)
    blank = Slot(SlotKind.USER, door.owner, device.id, device.mode, params, salt, b"", b"", b"")
    return close_slot(blank, user_kek(password, device.secret, salt, params), door.data_key, random)


def recovery_slot(data_key: DataKey, secret: bytes, params: KdfParams, random: Random) -> Slot:
    """A new slot that opens with the recovery key alone."""
    salt = random(SLOT_SALT_BYTES)
    blank = Slot(SlotKind.RECOVERY, "", "", None, params, salt, b"", b"", b"")
    return close_slot(blank, recovery_kek(secret, salt, params), data_key, random)


def close_slot(blank: Slot, kek: bytes, data_key: DataKey, random: Random) -> Slot:
    """``blank`` with a fresh key pair wrapped by ``kek`` and ``data_key`` sealed to it."""
    private = random(PRIVATE_BYTES)
    public = bytes(PrivateKey(private).public_key)
    return seal_to(wrap_again(replace(blank, public=public), private, kek, random), data_key)


def wrap_again(slot: Slot, private: bytes, kek: bytes, random: Random) -> Slot:
    """``slot`` with the same key pair under another key."""
    return replace(slot, private=_encrypt(private, _slot_context(slot), kek, random))


def seal_to(slot: Slot, data_key: DataKey) -> Slot:
    """``slot`` with another data key; nobody's password is needed."""
    return replace(slot, sealed=SealedBox(PublicKey(slot.public)).encrypt(data_key.key + data_key.salt))


def open_slot(slot: Slot, kek: bytes) -> OpenedSlot:
    """Unwrap the private key and unseal the data key.

    Raises:
        WrongKekError: ``kek`` is not this slot's.
        ForgedError: nothing of ours is sealed to it. (A public key that is not its own shows in the MAC.)
    """
    private = _decrypt(slot.private, _slot_context(slot), kek)
    if private is None:
        raise WrongKekError
    pair = PrivateKey(private)
    try:
        opened = SealedBox(pair).decrypt(slot.sealed)
    except CryptoError as error:
        raise ForgedError from error
    return OpenedSlot(slot, private, DataKey(opened[:KEY_BYTES], opened[KEY_BYTES:]))


def sign(document: KeyDocument, data_key: DataKey) -> KeyDocument:
    """``document`` with the MAC only a holder of the data key can make."""
    return replace(document, mac=_mac(document.signed_part(), data_key))


def is_signed(document: KeyDocument, data_key: DataKey) -> bool:
    """Whether a holder of ``data_key`` wrote this list of slots."""
    parts = (document.signed_part(), document.signed_part_by_contents())
    return any(hmac.compare_digest(document.mac, _mac(part, data_key)) for part in parts)


def wrap_old(old: DataKey, current: DataKey, random: Random) -> OldKey:
    """A former data key under the present one."""
    return OldKey(old.salt, _encrypt(old.key, _old_context(old.salt), _older_key(current), random))


def unwrap_old(old: OldKey, current: DataKey) -> DataKey:
    """The former data key back.

    Raises:
        ForgedError: it was not wrapped under ``current``.
    """
    key = _decrypt(old.wrapped, _old_context(old.salt), _older_key(current))
    if key is None:
        raise ForgedError
    return DataKey(key, old.salt)


def _mac(part: bytes, data_key: DataKey) -> bytes:
    return hmac.digest(hmac.digest(data_key.key, _MAC, "sha256"), part, "sha256")


def _older_key(current: DataKey) -> bytes:
    return hmac.digest(current.key, _OLDER, "sha256")


def _slot_context(slot: Slot) -> bytes:
    return f"facility.keys/{FORMAT}/{slot.kind}/{slot.owner}/{slot.device}".encode()


def _old_context(salt: bytes) -> bytes:
    return f"facility.keys/{FORMAT}/older/{salt.hex()}".encode()


def _encrypt(secret: bytes, context: bytes, key: bytes, random: Random) -> bytes:
    nonce = random(NONCE_BYTES)
    return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(secret, context, nonce, key)


def _decrypt(wrapped: bytes, context: bytes, key: bytes) -> bytes | None:
    nonce, encrypted = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(encrypted, context, nonce, key)
    except CryptoError:
        return None
