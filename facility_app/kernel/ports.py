"""The walls of the program: what it needs from outside, as protocols; the adapters are wired in ``app``."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """The instant now, aware, in UTC."""
        ...


class Ids(Protocol):
    """New record ids."""

    def new(self) -> str:
        """A new UUIDv7, lower-case hex without dashes (32 characters), never given before."""
        ...


class SecretMode(StrEnum):
    """Where the operating-system account keeps the device secret."""

    KEYRING = "keyring"
    FILE = "file"


class SecretStore(Protocol):
    """Keeps one small secret per name for this operating-system account.

    Every method raises ``EnvironmentFault`` (code ``keyring_locked`` or ``keyring_failed``) when the store is
    there but cannot be used now; it never answers ``None`` in that case.
    """

    @property
    def mode(self) -> SecretMode:
        """Which kind of store this is; ``FILE`` is the weaker one."""
        ...

    def get(self, name: str) -> bytes | None:
        """The secret, or None when the store works and holds none."""
        ...

    def put(self, name: str, secret: bytes) -> None:
        """Keep ``secret`` under ``name``, durably."""
        ...


class KeySlots(Protocol):
    """The doors to the encrypted file, one per account (``db/keyslots.py``), for whoever manages accounts."""

    def put(self, user_name: str, password: str) -> None:
        """Give ``user_name`` a slot for this device, replacing its former one on this device."""
        ...

    def drop(self, user_name: str) -> None:
        """Remove every slot of ``user_name``; no error when there is none."""
        ...
