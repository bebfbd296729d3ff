"""The walls of the program: what it needs from outside, as protocols; the adapters are wired in ``app``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeVar

T = TypeVar("T")


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
    """The doors to the encrypted file, one per account and machine, for whoever manages accounts.

    The costly part and every refusal come at once; the change itself is a step to run after the commit.
    """

    def ready(self) -> None:
        """Ask the system for the device secret now: its prompt must not keep a transaction open."""
        ...

    def prepare(self, user_name: str, password: str, *, closing_others: bool = False) -> Callable[[], None]:
        """Make a slot for ``user_name`` on this machine; the step returned puts it in place of its former one.

        Args:
            user_name: the account's name.
            password: at least as strong as the rule asks.
            closing_others: also drop the account's slots of other machines.

        Raises:
            UserError: ``password_weak``.
        """
        ...

    def closing(self, user_name: str) -> Callable[[], None]:
        """The step that removes every slot of ``user_name``; no error when there is none."""
        ...

    def check(self, user_name: str, password: str) -> bool:
        """Whether the password opens the account's slot on this machine; a wrong one counts as a failed try.

        Raises:
            EnvironmentFault: ``unknown_device`` when the account has doors, but none on this machine.
        """
        ...


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A picture or a scan that lies sealed beside the database.

    Attributes:
        sha256: of its content, in hex; the store finds it by that.
        size_bytes: of its content.
        media_type: what it is: ``image/jpeg``, ``image/png``, ``application/pdf``.
    """

    sha256: str
    size_bytes: int
    media_type: str


class FileStore(Protocol):
    """Keeps pictures and scans, each encrypted by itself. A record in the database says whose they are."""

    def weigh(self, size_bytes: int, beginning: bytes) -> str:
        """What a file of this size that begins so is, e.g. ``image/jpeg``; nothing is written.

        Raises:
            UserError: ``file_too_large``, ``file_kind_unknown``, ``file_empty``.
        """
        ...

    def seal(self, content: bytes) -> SealedFile:
        """Keep ``content`` durably, as new until ``settle``; the same content twice is one file.

        Raises:
            UserError: as ``weigh``.
            EnvironmentFault: what the disk says.
        """
        ...

    def settle(self, sha256: str) -> None:
        """The record that names this content is committed; one that never is, is swept at the next start."""
        ...

    def open(self, sha256: str) -> bytes:
        """The content with this hash.

        Raises:
            EnvironmentFault: ``attachment_missing``, ``attachment_damaged``; what the disk says.
        """
        ...


class Shelf(Protocol):
    """The lists that came with the program (``resources``), read once and kept while it runs."""

    def take(self, name: str, read: Callable[[str], T]) -> T:
        """What ``read`` makes of the list's text; it is called on first use only, and must not change.

        Args:
            name: of a list in ``resources/catalogues``, or folder and name: ``clinical/icd10``.
            read: makes the value.

        Raises:
            EnvironmentFault: ``list_unreadable``: the file is missing or damaged; the program must be put back.
        """
        ...

    def take_all(self, folder: str, read: Callable[[str], T]) -> Mapping[str, T]:
        """What ``read`` makes of each file of a folder of ``resources``, by the file's name: ``instruments``.

        Raises:
            EnvironmentFault: as ``take``; it names the file.
        """
        ...
