"""Pictures and scans beside the database: sealed one by one, found by what they hold, unreadable without the key.

A file's name is a keyed hash of its content: the same content is stored once, and a stolen disk does not even tell
whether a known document is there. The key of each file comes from the data key and that name. The file says in its
first bytes which data key it was, so after a rekey the older ones, still in the key file, open it.

A file is sealed before the record that names it is committed: no record ever names one that is not there. Between
the two a mark in ``files/new`` says so; what a crash leaves marked and unnamed is swept at the next start.
"""

import hashlib
import hmac
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError

from facility_app.db.driver import SALT_BYTES, DataKey
from facility_app.db.durable import as_fault, write_whole
from facility_app.db.folder import make_durable
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import label
from facility_app.kernel.ports import FileStore, SealedFile

LARGEST_MB: Final = 20
LARGEST_BYTES: Final = LARGEST_MB * 1024 * 1024

_MAGIC: Final = b"FACFILE1"
_NONCE_BYTES: Final = 24
_HEADER_BYTES: Final = len(_MAGIC) + SALT_BYTES + _NONCE_BYTES
_NAME_DIGITS: Final = 40
_MARKS: Final = "new"
_FOLDER_DIGITS: Final = 2
_NAMING: Final = b"name of an attachment 1"
_SEALING: Final = b"key of an attachment 1"
_KINDS: Final = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"%PDF-", "application/pdf"),
)


@dataclass(frozen=True, slots=True)
class NamedFiles:
    """The question which contents records name, struck-out records too; each answer is their hashes.

    A slice whose records name sealed files answers it: what nobody names is swept after a crash.
    """


class AttachmentStore:
    """The sealed files of one data folder; a ``FileStore``. Safe to call from any thread."""

    def __init__(
        self, folder: Path, current: DataKey, random: Callable[[int], bytes], older: tuple[DataKey, ...] = ()
    ) -> None:
        """Work below ``folder``, the data folder's ``files``.

        Args:
            folder: made when the first file comes.
            current: the data key new files are sealed with.
            random: gives n random bytes.
            older: former data keys of this facility.
        """
        self._folder = folder
        self._keys = (current, *older)
        self._random = random

    def weigh(self, size_bytes: int, beginning: bytes) -> str:
        """What a file of this size that begins so is; nothing is written.

        Raises:
            UserError: ``file_too_large``, ``file_kind_unknown``, ``file_empty``.
        """
        _require_size(size_bytes)
        return _media_type(beginning)

    def seal(self, content: bytes) -> SealedFile:
        """Keep ``content`` durably, marked as new until ``settle``; the same content twice is one file.

        Raises:
            UserError: as ``weigh``.
            EnvironmentFault: what the disk says.
        """
        media_type = self.weigh(len(content), content)
        made = SealedFile(hashlib.sha256(content).hexdigest(), len(content), media_type)
        if self._find(made.sha256) is None:
            self._write(made.sha256, content)
        return made

    def settle(self, sha256: str) -> None:
        """The record that names this content is committed: it is new no longer."""
        for key in self._keys:
            # One that stays is no harm: the next start asks whether a record names the file.
            with suppress(OSError):
                self._mark(_name(sha256, key)).unlink(missing_ok=True)

    def has_unsettled(self) -> bool:
        """Whether a crash, or somebody working at this moment, left a file marked as new."""
        return next(iter(self._marks()), None) is not None

    def sweep(self, named: Iterable[str]) -> int:
        """Remove every file marked as new that no record names; answers how many.

        For whoever holds the one writing transaction: nobody else is then between a file and its record.

        Args:
            named: hashes of all contents that records name.

        Raises:
            EnvironmentFault: what the disk says.
        """
        held = {_name(sha256, key) for sha256 in named for key in self._keys}
        swept = 0
        for mark in self._marks():
            try:
                if mark.name not in held:
                    self._path(mark.name).unlink(missing_ok=True)
                    swept += 1
                # The mark goes last: a sweep that is cut off is done again.
                mark.unlink(missing_ok=True)
            except OSError as error:
                raise as_fault(error, mark.name) from error
        return swept

    def open(self, sha256: str) -> bytes:
        """The content with this hash.

        Raises:
            EnvironmentFault: ``attachment_missing``, ``attachment_damaged``; what the disk says.
        """
        found = self._find(sha256)
        if found is None:
            raise EnvironmentFault(
                "attachment_missing",
                label(
                    "errors",
                    "Không thấy tệp đính kèm này trong thư mục dữ liệu. Hãy khôi phục từ bản sao lưu có nó (lệnh "
                    "restore), hoặc đính kèm lại bản gốc.",
                ),
            )
        path, key = found
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise as_fault(error, path.name) from error
        content = _unsealed(raw, path.parent.name + path.name, key)
        if content is None or hashlib.sha256(content).hexdigest() != sha256:
            raise EnvironmentFault(
                "attachment_damaged",
                label(
                    "errors",
                    "Tệp đính kèm này bị hỏng trên ổ đĩa. Hãy khôi phục từ bản sao lưu (lệnh restore), hoặc đính "
                    "kèm lại bản gốc.",
                ),
            )
        return content

    def holds(self, sha256: str) -> bool:
        """Whether the content with this hash is here."""
        return self._find(sha256) is not None

    def _find(self, sha256: str) -> tuple[Path, DataKey] | None:
        for key in self._keys:
            path = self._path(_name(sha256, key))
            if path.exists():
                return path, key
        return None

    def _path(self, name: str) -> Path:
        return self._folder / name[:_FOLDER_DIGITS] / name[_FOLDER_DIGITS:]

    def _mark(self, name: str) -> Path:
        return self._folder / _MARKS / name

    def _marks(self) -> list[Path]:
        try:
            found = sorted((self._folder / _MARKS).iterdir())
        except FileNotFoundError:
            return []
        return [path for path in found if len(path.name) == _NAME_DIGITS]

    def _write(self, sha256: str, content: bytes) -> None:
        key = self._keys[0]
        name = _name(sha256, key)
        path, mark = self._path(name), self._mark(name)
        for folder in (mark.parent, path.parent):
            try:
                make_durable(folder)
            except OSError as error:
                raise as_fault(error, folder.name) from error
        write_whole(mark, b"")
        write_whole(path, _sealed(content, name, key, self._random(_NONCE_BYTES)))


def file_store(uow: UnitOfWork) -> FileStore:
    """Where this file's pictures and scans lie.

    Raises:
        EnvironmentFault: ``no_file_store``.
    """
    if uow.ports.files is None:
        raise EnvironmentFault(
            "no_file_store",
            label("errors", "Chưa mở được kho ảnh và bản quét của cơ sở. Hãy đóng chương trình rồi mở lại."),
        )
    return uow.ports.files


def keep_file(uow: UnitOfWork, content: bytes) -> SealedFile:
    """Seal ``content`` within the decision whose record will name it; the last thing before that record.

    Raises:
        UserError: ``file_too_large``, ``file_kind_unknown``, ``file_empty``.
        EnvironmentFault: ``no_file_store``; what the disk says.
    """
    store = file_store(uow)
    made = store.seal(content)
    uow.after_commit(partial(store.settle, made.sha256))
    return made


def _require_size(size: int) -> None:
    if size == 0:
        raise UserError(
            "file_empty", label("errors", "Tệp này trống. Hãy chọn lại, hoặc chụp, quét lại rồi đính kèm.")
        )
    if size > LARGEST_BYTES:
        raise UserError(
            "file_too_large",
            label(
                "errors",
                "Tệp này nặng {size_mb} MB, nhiều nhất được {limit_mb} MB. Hãy chụp ở cỡ nhỏ hơn, quét 200–300 "
                "dpi, hoặc tách thành nhiều tệp.",
            ),
            size_mb=-(-size // (1024 * 1024)),
            limit_mb=LARGEST_MB,
        )


def _media_type(content: bytes) -> str:
    """What the content itself says it is; a name ending says nothing."""
    for beginning, media_type in _KINDS:
        if content.startswith(beginning):
            return media_type
    raise UserError(
        "file_kind_unknown",
        label(
            "errors", "Chỉ đính kèm được ảnh JPEG, PNG và tệp PDF. Hãy xuất tệp này sang một trong các loại đó."
        ),
    )


def _name(sha256: str, key: DataKey) -> str:
    return hmac.digest(hmac.digest(key.key, _NAMING, "sha256"), sha256.encode(), "sha256").hex()[:_NAME_DIGITS]


def _file_key(name: str, key: DataKey) -> bytes:
    return hmac.digest(hmac.digest(key.key, _SEALING, "sha256"), name.encode(), "sha256")


def _sealed(content: bytes, name: str, key: DataKey, nonce: bytes) -> bytes:
    header = _MAGIC + key.salt + nonce
    return header + crypto_aead_xchacha20poly1305_ietf_encrypt(content, header, nonce, _file_key(name, key))


def _unsealed(raw: bytes, name: str, key: DataKey) -> bytes | None:
    header, encrypted = raw[:_HEADER_BYTES], raw[_HEADER_BYTES:]
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC + key.salt):
        return None
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(
            encrypted, header, header[-_NONCE_BYTES:], _file_key(name, key)
        )
    except CryptoError:
        return None
