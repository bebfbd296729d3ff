"""Taking a backup at its word: every byte checked, the database restored and read to the last row."""

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol

from facility_app.db.backup import container, manifest
from facility_app.db.backup.container import DATABASE, KEYS, MANIFEST, DamagedError, Place, Seal
from facility_app.db.backup.manifest import Manifest, NewerFormatError
from facility_app.db.backup.refusals import backup_damaged, backup_missing, backup_newer
from facility_app.db.backup.staging import FreeSpace, free_space, require_space, staging
from facility_app.db.digest import FileDigest, file_digest
from facility_app.db.driver import SALT_BYTES, Connection, DatabaseError, DataKey, connect
from facility_app.db.durable import OWNER_ONLY, as_fault
from facility_app.db.faults import known_fault
from facility_app.db.folder import FOLDER_MODE, DataFolder
from facility_app.db.keyslots.document import parse as parse_keys
from facility_app.db.keyslots.sealing import ForgedError, is_signed, unwrap_old
from facility_app.kernel.errors import EnvironmentFault

TRIAL: Final = "trial"
LARGEST_KEYS: Final = 8 * 1024 * 1024
OF_THE_DISK: Final = frozenset({"disk_full", "no_access", "disk_fault", "database_busy"})
"""Faults met while trying a copy out that say nothing against the copy."""


class KeyRing(Protocol):
    """Data keys by the salt that names them; ``keyslots.Unlocked`` is one."""

    def key_for(self, salt: bytes) -> DataKey:
        """The key named by ``salt``; ``EnvironmentFault`` when there is none."""
        ...


Opener = Callable[[Path], KeyRing]
"""Gives the keys, from the key file at the path (a copy of the backup's own) or from elsewhere."""


@dataclass(frozen=True, slots=True)
class BackupVerified:
    """A backup that was restored for trial and found whole.

    Attributes:
        file: the backup.
        bytes: its size.
        manifest: its description, now believed.
        counts: rows by table.
    """

    file: Path
    bytes: int
    manifest: Manifest
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Inside:
    """What stands where in an open backup; nothing of it is believed yet.

    Attributes:
        source: the open file.
        size: its size in bytes.
        places: its members.
        manifest: its description.
        keys: its key file.
        salt: the first bytes of its database.
        seal: its end.
    """

    source: BinaryIO
    size: int
    places: list[Place]
    manifest: Manifest
    keys: bytes = field(repr=False)
    salt: bytes
    seal: Seal

    def require_whole(self) -> None:
        """Read everything and refuse unless it has the sealed digest.

        Raises:
            DamagedError: it has not.
        """
        whole = hashlib.sha256()
        for _place, data in container.stretches(self.source, self.places, self.size):
            whole.update(data)
        if whole.digest() != self.seal.digest:
            raise DamagedError


@dataclass(frozen=True, slots=True)
class Contents:
    """What a restored database holds; ``is_sound`` says whether its pages and references hold together."""

    digest: FileDigest
    is_sound: bool


@contextmanager
def damage_in_plain_words(file: str, what: str = "") -> Iterator[None]:
    """Whatever shows that a backup is not what was written, and what the disk says, as ``EnvironmentFault``.

    Args:
        file: name of the backup.
        what: what the disk may complain about; the backup unless said otherwise.
    """
    try:
        yield
    except DamagedError as error:
        raise backup_damaged(file) from error
    except NewerFormatError as error:
        raise backup_newer(file) from error
    except FileNotFoundError as error:
        raise backup_missing(file) from error
    except OSError as error:
        raise as_fault(error, what or file) from error


@contextmanager
def opened(file: Path) -> Iterator[Inside]:
    """Look into a backup.

    Raises:
        DamagedError: it is none.
        OSError: it cannot be read.
    """
    with file.open("rb") as source:
        size = source.seek(0, os.SEEK_END)
        seal = container.read_seal(source, size)
        found = container.places(source, size)
        described = manifest.parse(container.content(source, found[-1], manifest.LARGEST_BYTES))
        described.require_lists(found)
        keys = container.content(source, found[0], LARGEST_KEYS)
        source.seek(found[1].offset)
        salt = source.read(min(SALT_BYTES, found[1].size))
        yield Inside(source, size, found, described, keys, salt, seal)


def read_manifest(file: Path) -> Manifest:
    """What a backup says of itself, without any key; believe it only once the backup is verified.

    Raises:
        EnvironmentFault: ``backup_damaged``, ``backup_newer``, ``backup_missing``; what the disk says.
    """
    with damage_in_plain_words(file.name), opened(file) as inside:
        return inside.manifest


def verify_backup(
    file: Path, ring: KeyRing, folder: DataFolder, *, free: FreeSpace = free_space
) -> BackupVerified:
    """Restore a backup into a temporary folder and read it to the last row.

    Args:
        file: the backup, anywhere.
        ring: keys of the facility; former ones serve for former backups.
        folder: the data folder; the trial happens on its disk.
        free: how to ask for free space.

    Raises:
        EnvironmentFault: ``backup_damaged``, ``backup_newer``, ``backup_missing``, ``key_file_swapped`` (whole,
            but of another facility), ``disk_full``, ``vault_busy``; what the disk says.
    """
    with damage_in_plain_words(file.name), staging(folder) as place, opened(file) as inside:
        require_space(folder.root, inside.size, free)
        contents = try_out(inside, ring, place / TRIAL)
        if contents.digest.digest != inside.manifest.digest or not contents.is_sound:
            raise DamagedError
        return BackupVerified(file, inside.size, inside.manifest, contents.digest.counts)


def try_out(inside: Inside, ring: KeyRing, into: Path) -> Contents:
    """Restore a backup to the folder ``into``, which is made here, and read what it holds.

    Raises:
        DamagedError: it cannot be restored.
        EnvironmentFault: ``key_file_swapped``; what the disk says.
    """
    data_key = data_key_of(inside, ring)
    unpack(inside, into)
    return read_contents(into / DATABASE, data_key)


def data_key_of(inside: Inside, ring: KeyRing) -> DataKey:
    """The key of the backup's database, as its own key file gives it to whoever holds a slot there.

    Raises:
        EnvironmentFault: ``key_file_swapped`` when the backup is whole but of another facility.
        DamagedError: it is not whole, or was put together by someone without the data key.
    """
    try:
        document = parse_keys(inside.keys, KEYS)
    except EnvironmentFault as fault:
        raise DamagedError from fault
    try:
        current = ring.key_for(document.current)
    except EnvironmentFault:
        # A flipped bit in the name of the key is damage, not a foreign backup.
        inside.require_whole()
        raise
    if not is_signed(document, current):
        raise DamagedError
    keys = {document.current: current}
    with contextlib.suppress(ForgedError):
        keys |= {old.salt: unwrap_old(old, current) for old in document.older}
    data_key = keys.get(inside.salt)
    if data_key is None or not inside.seal.is_of(data_key):
        raise DamagedError
    return data_key


def unpack(inside: Inside, into: Path, *, durable: bool = False) -> None:
    """Write every member but the manifest below ``into``, which is made here.

    Args:
        inside: the open backup, its seal already checked.
        into: a folder that does not exist yet.
        durable: wait for the disk after each file.

    Raises:
        DamagedError: a byte differs from what was sealed.
        OSError: the disk refuses.
    """
    into.mkdir(mode=FOLDER_MODE)
    whole = hashlib.sha256()
    writer = _Writer(into, {member.name: member.sha256 for member in inside.manifest.members}, durable=durable)
    try:
        for place, data in container.stretches(inside.source, inside.places, inside.size):
            whole.update(data)
            if place is not None and place.name != MANIFEST:
                writer.write(place.name, data)
        # A member of no bytes has no stretch of its own.
        for place in inside.places:
            if not place.size and place.name != MANIFEST:
                writer.write(place.name, b"")
    finally:
        writer.close()
    if whole.digest() != inside.seal.digest or not writer.all_fit:
        raise DamagedError


def read_contents(path: Path, data_key: DataKey) -> Contents:
    """Read a database nobody else has open, to the last row.

    Raises:
        DamagedError: it cannot be read to the last row.
        EnvironmentFault: what the disk says.
    """
    try:
        connection = connect(path, data_key)
        try:
            connection.execute("BEGIN")
            contents = Contents(file_digest(connection), is_sound=holds_together(connection))
            connection.execute("ROLLBACK")
            return contents
        finally:
            connection.close()
    except DatabaseError as error:
        known = known_fault(error)
        if known is not None and known.code in OF_THE_DISK:
            raise known from error
        raise DamagedError from error


def holds_together(connection: Connection) -> bool:
    """Whether pages, indexes and references of the file agree."""
    pages = connection.execute("PRAGMA quick_check(1)").fetchall()
    return pages == [("ok",)] and connection.execute("PRAGMA foreign_key_check").fetchone() is None


class _Writer:
    """The files of one backup, written one after the other."""

    def __init__(self, into: Path, due: Mapping[str, str], *, durable: bool) -> None:
        self._into = into
        self._due = due
        self._durable = durable
        self._name = ""
        self._handle = -1
        self._own: Any = hashlib.sha256()
        self.all_fit = True

    def write(self, name: str, data: bytes) -> None:
        """Append to the file ``name``, which is made at its first bytes."""
        if name != self._name:
            self.close()
            path = self._into.joinpath(*name.split("/"))
            path.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            self._handle = os.open(path, flags, OWNER_ONLY)
            self._name, self._own = name, hashlib.sha256()
        self._own.update(data)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self._handle, rest) :]

    def close(self) -> None:
        """End the file under way and compare it with its due hash."""
        if self._handle >= 0:
            handle, self._handle = self._handle, -1
            try:
                if self._durable:
                    os.fsync(handle)
            finally:
                os.close(handle)
            self.all_fit = self.all_fit and self._own.hexdigest() == self._due.get(self._name)
