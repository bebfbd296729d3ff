"""The key file as text and back; whatever a damaged file holds, it is refused, never believed."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from facility_app.db.driver import SALT_BYTES
from facility_app.db.keyslots.kdf import SLOT_SALT_BYTES, KdfParams
from facility_app.db.keyslots.refusals import key_file_damaged, key_file_newer
from facility_app.kernel.ports import SecretMode

FORMAT: Final = 1
FILE_SALT_BYTES: Final = 32
MAC_BYTES: Final = 32
OWNER_BYTES: Final = 32
DEVICE_BYTES: Final = 8
PUBLIC_BYTES: Final = 32
WRAPPED_BYTES: Final = 24 + 32 + 16
"""A nonce, 32 bytes under XChaCha20, a Poly1305 tag."""
SEALED_BYTES: Final = 32 + 16 + 32 + SALT_BYTES
"""A sealed box: its one-time public key, a tag, data key and salt."""

Json = dict[str, Any]


class SlotKind(StrEnum):
    """Who opens a slot."""

    USER = "user"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    """One door: a key pair whose private half is wrapped, and the data key sealed to its public half.

    Attributes:
        kind: a user's or the recovery key's.
        owner: hex of the keyed hash of the user name; empty for the recovery key.
        device: short name of the device secret it needs, hex; empty for the recovery key.
        mode: where that device secret is kept; None for the recovery key.
        kdf: work of the password hash.
        salt: its salt.
        private: wrapped private key.
        public: public key.
        sealed: data key and database salt, sealed to ``public``.
    """

    kind: SlotKind
    owner: str
    device: str
    mode: SecretMode | None
    kdf: KdfParams
    salt: bytes
    private: bytes
    public: bytes
    sealed: bytes

    @property
    def check(self) -> str:
        """Checksum of everything above; tells damage from a wrong password."""
        return hashlib.sha256(_canonical(self.body())).hexdigest()[:32]

    def body(self) -> Json:
        """The slot as JSON, without its checksum."""
        return {
            "kind": self.kind.value,
            "owner": self.owner,
            "device": self.device,
            "mode": self.mode.value if self.mode else "",
            "kdf": [self.kdf.memory_kib, self.kdf.passes, self.kdf.lanes],
            "salt": self.salt.hex(),
            "private": self.private.hex(),
            "public": self.public.hex(),
            "sealed": self.sealed.hex(),
        }


@dataclass(frozen=True, slots=True)
class DamagedSlot:
    """A slot that cannot be believed; it is carried along as it is, opened and sealed to never.

    Attributes:
        raw: what stands in the file.
        due_check: the checksum its contents would need; empty when they are not even well formed.
    """

    raw: Json
    due_check: str = ""

    @property
    def is_recovery(self) -> bool:
        """Whether it says it is the recovery key's."""
        return self._text("kind") == SlotKind.RECOVERY

    @property
    def owner(self) -> str:
        """Whose it says it is."""
        return self._text("owner")

    @property
    def device(self) -> str:
        """Which device it says it needs."""
        return self._text("device")

    @property
    def check(self) -> str:
        """The checksum it carries; wrong, or right over damaged contents."""
        return self._text("check")

    def _text(self, name: str) -> str:
        value = self.raw.get(name)
        return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class OldKey:
    """A data key of former days, wrapped under the present one.

    Attributes:
        salt: first bytes of the database files it opens.
        wrapped: the key.
    """

    salt: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class KeyDocument:
    """The whole key file.

    Attributes:
        file_salt: key of the hashes that stand for user names.
        current: salt of the database file the present data key opens.
        older: former data keys.
        slots: the doors, in the order they were made.
        generation: counts changes of the list of doors; an older list put back has a lower one.
        mac: over all of the above, by a key only the data key gives.
        failed: owner (or ``recovery``, or ``unknown``) → tries that failed since they were last cleared.
    """

    file_salt: bytes
    current: bytes
    older: tuple[OldKey, ...]
    slots: tuple[Slot | DamagedSlot, ...]
    generation: int = 0
    mac: bytes = b""
    failed: Mapping[str, int] = field(default_factory=dict)

    def signed_part(self) -> bytes:
        """What ``mac`` covers; the slots stand for themselves by their checksums."""
        return self._signed([slot.check for slot in self.slots])

    def signed_part_by_contents(self) -> bytes:
        """The same when only the checksum of a slot was damaged: then its contents still give the right one."""
        return self._signed([slot.check if isinstance(slot, Slot) else slot.due_check for slot in self.slots])

    def to_bytes(self) -> bytes:
        """The file's content: JSON text."""
        head = {**self._head(), "mac": self.mac.hex()}
        slots = [
            {**slot.body(), "check": slot.check} if isinstance(slot, Slot) else slot.raw for slot in self.slots
        ]
        whole = {**head, "check": _head_check(head), "slots": slots, "failed": dict(self.failed)}
        return json.dumps(whole, indent=1).encode() + b"\n"

    def _signed(self, checks: list[str]) -> bytes:
        return _canonical([self._head(), checks])

    def _head(self) -> Json:
        older = [{"salt": old.salt.hex(), "wrapped": old.wrapped.hex()} for old in self.older]
        return {
            "format": FORMAT,
            "file_salt": self.file_salt.hex(),
            "current": self.current.hex(),
            "older": older,
            "generation": self.generation,
        }


def parse(content: bytes, file: str) -> KeyDocument:
    """Read a key file.

    Args:
        content: its bytes.
        file: its name, for messages.

    Raises:
        EnvironmentFault: ``key_file_damaged`` or ``key_file_newer``.
    """
    try:
        whole = json.loads(content)
        written_as = _whole_number(whole["format"])
        if written_as > FORMAT:
            raise key_file_newer(file)
        return _document(whole)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise key_file_damaged(file) from error


def _document(whole: Json) -> KeyDocument:
    head = {name: whole[name] for name in ("format", "file_salt", "current", "older", "generation", "mac")}
    if whole["check"] != _head_check(head):
        message = "checksum of the head"
        raise ValueError(message)
    return KeyDocument(
        file_salt=_bytes(whole["file_salt"], FILE_SALT_BYTES),
        current=_bytes(whole["current"], SALT_BYTES),
        older=tuple(
            OldKey(_bytes(old["salt"], SALT_BYTES), _bytes(old["wrapped"], WRAPPED_BYTES)) for old in head["older"]
        ),
        slots=tuple(_slot(raw) for raw in _list(whole["slots"])),
        generation=_whole_number(whole["generation"]),
        mac=_bytes(whole["mac"], MAC_BYTES),
        failed={owner: _whole_number(count) for owner, count in _dict(whole["failed"]).items()},
    )


def _slot(raw: object) -> Slot | DamagedSlot:
    """A slot, believed only when everything in it is well formed and matches its checksum."""
    fields = _flat(raw)
    try:
        slot = _well_formed_slot(fields)
    except (ValueError, TypeError, KeyError):
        return DamagedSlot(fields)
    is_whole = {**slot.body(), "check": slot.check} == fields and slot.kdf.is_sane
    return slot if is_whole else DamagedSlot(fields, slot.check)


def _well_formed_slot(raw: Json) -> Slot:
    kind = SlotKind(raw["kind"])
    is_user = kind is SlotKind.USER
    memory_kib, passes, lanes = map(_whole_number, raw["kdf"])
    return Slot(
        kind=kind,
        owner=_bytes(raw["owner"], OWNER_BYTES if is_user else 0).hex(),
        device=_bytes(raw["device"], DEVICE_BYTES if is_user else 0).hex(),
        mode=SecretMode(raw["mode"]) if is_user else None,
        kdf=KdfParams(memory_kib, passes, lanes),
        salt=_bytes(raw["salt"], SLOT_SALT_BYTES),
        private=_bytes(raw["private"], WRAPPED_BYTES),
        public=_bytes(raw["public"], PUBLIC_BYTES),
        sealed=_bytes(raw["sealed"], SEALED_BYTES),
    )


def _flat(raw: object) -> Json:
    """A slot as it stands: texts, and lists of numbers; anything deeper is not carried along."""
    fields = _dict(raw)
    for value in fields.values():
        for part in value if isinstance(value, list) else (value,):
            if not isinstance(part, str | int):
                message = "a flat slot expected"
                raise TypeError(message)
    return fields


def _head_check(head: Json) -> str:
    return hashlib.sha256(_canonical(head)).hexdigest()[:32]


def _canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def _bytes(value: object, length: int) -> bytes:
    found = bytes.fromhex(_text(value))
    if len(found) != length:
        message = f"{length} bytes expected"
        raise ValueError(message)
    return found


def _text(value: object) -> str:
    if not isinstance(value, str):
        message = "a text expected"
        raise TypeError(message)
    return value


def _dict(value: object) -> Json:
    if not isinstance(value, dict):
        message = "an object expected"
        raise TypeError(message)
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        message = "a list expected"
        raise TypeError(message)
    return value


def _whole_number(value: object) -> int:
    if type(value) is not int or value < 0:
        message = "a whole number expected"
        raise ValueError(message)
    return value
