"""The key file on disk: read as a whole, changed as a whole, by one process at a time."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from facility_app.db.driver import DataKey
from facility_app.db.durable import as_fault, write_whole
from facility_app.db.keyslots import refusals
from facility_app.db.keyslots.document import KeyDocument, parse
from facility_app.db.keyslots.sealing import is_signed, sign
from facility_app.db.locks import PATIENCE_S, FileLock, HeldLock

LARGEST_BYTES: Final = 8 * 1024 * 1024

Edit = Callable[[KeyDocument], KeyDocument]
"""Gives the changed document, or the very same object when nothing is to be written."""


@dataclass(frozen=True, slots=True)
class KeyStorage:
    """Where the key file lies.

    Attributes:
        path: the file; its lock stands beside it.
    """

    path: Path

    @property
    def name(self) -> str:
        """The file's name, for messages."""
        return self.path.name

    def locked(self, timeout: float = PATIENCE_S) -> HeldLock:
        """Keep other processes from changing the file for a while."""
        return FileLock(self.path.with_name(self.name + ".lock")).exclusive(timeout)

    def read(self) -> KeyDocument:
        """The file as it stands; a rename replaces it whole, so no lock is needed.

        Raises:
            EnvironmentFault: ``key_file_missing``, ``key_file_damaged``, ``key_file_newer``; what the disk says.
        """
        try:
            with self.path.open("rb") as source:
                content = source.read(LARGEST_BYTES + 1)
        except FileNotFoundError as error:
            raise refusals.key_file_missing(self.name) from error
        except OSError as error:
            raise as_fault(error, self.name) from error
        if len(content) > LARGEST_BYTES:
            raise refusals.key_file_damaged(self.name)
        return parse(content, self.name)

    def write(self, document: KeyDocument) -> None:
        """Replace the file; the caller holds the lock.

        Raises:
            EnvironmentFault: what the disk says; the former file stands.
        """
        write_whole(self.path, document.to_bytes())

    def change(self, data_key: DataKey, edit: Edit, *, new_key: DataKey | None = None) -> None:
        """Change the list of slots under the lock.

        Args:
            data_key: the present data key; it proves that nobody else wrote the list.
            edit: the change.
            new_key: the data key that signs from now on, when the change makes another one current.

        Raises:
            EnvironmentFault: ``key_file_changed``, ``key_file_tampered``, or as ``read`` and ``write``.
        """
        with self.locked():
            document = self.read()
            if document.current != data_key.salt:
                raise refusals.key_file_changed(self.name)
            if not is_signed(document, data_key):
                raise refusals.key_file_tampered(self.name)
            edited = edit(document)
            if edited is not document:
                later = replace(edited, generation=document.generation + 1)
                self.write(sign(later, new_key or data_key))
