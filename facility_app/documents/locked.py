"""A PDF nobody reads without its word: AES-256 as ISO 32000-2 has it (revision 6), opened by any reader of today.

The lock is made once of the word and used for every paper after; the word itself is in none of it.
"""

import hashlib
from collections.abc import Callable
from dataclasses import astuple, dataclass, field
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC, ECB
from reportlab.lib.pdfencrypt import StandardEncryption, StandardEncryptionDictionary, hexText
from reportlab.pdfbase.pdfdoc import DummyDoc, PDFDictionary, PDFName
from typing_extensions import override

_BLOCK: Final = 16
_SALT: Final = 8
_LEAST_ROUNDS: Final = 64
_SLACK: Final = 32
_NO_IV: Final = bytes(_BLOCK)
_EVERYTHING: Final = -4
"""Who has the word may print and copy too: in a blackout it is printed from another machine."""
_HASHES: Final = (hashlib.sha256, hashlib.sha384, hashlib.sha512)
_SIZES: Final = (32, 48, 32, 48, 32, 16)


@dataclass(frozen=True, slots=True)
class PdfLock:
    """What stands in each locked file, and the key behind it.

    Attributes:
        key: encrypts the papers; whoever has it needs no word.
        user, user_key, owner, owner_key, permissions: ``U``, ``UE``, ``O``, ``OE``, ``Perms`` of the file.
    """

    key: bytes = field(repr=False)
    user: bytes
    user_key: bytes
    owner: bytes
    owner_key: bytes
    permissions: bytes

    def to_bytes(self) -> bytes:
        """As one value, to be kept."""
        return b"".join(astuple(self))

    @classmethod
    def of_bytes(cls, kept: bytes) -> "PdfLock":
        """Back from ``to_bytes``.

        Raises:
            ValueError: it is not one.
        """
        if len(kept) != sum(_SIZES):
            message = f"a lock has {sum(_SIZES)} bytes, not {len(kept)}"
            raise ValueError(message)
        parts, at = [], 0
        for size in _SIZES:
            parts.append(kept[at : at + size])
            at += size
        return cls(*parts)


def make_lock(word: str, random: Callable[[int], bytes]) -> PdfLock:
    """A new lock that ``word`` opens.

    Args:
        word: ASCII letters; ISO 32000-2 would fold others, and readers differ in how.
        random: so many bytes nobody foresees.
    """
    secret, key = word.encode("ascii"), random(32)
    user, user_key = _side(secret, key, b"", random)
    owner, owner_key = _side(secret, key, user, random)
    rights = _EVERYTHING.to_bytes(4, "little", signed=True) + b"\xff" * 4 + b"Tadb" + random(4)
    encryptor = Cipher(AES(key), ECB()).encryptor()  # noqa: S305 - one block; the format wants it so
    return PdfLock(key, user, user_key, owner, owner_key, encryptor.update(rights) + encryptor.finalize())


def encryption(lock: PdfLock, random: Callable[[int], bytes]) -> StandardEncryption:
    """What a canvas takes as ``encrypt``; for one file."""
    return _Locked(lock, random)


def _side(secret: bytes, key: bytes, user: bytes, random: Callable[[int], bytes]) -> tuple[bytes, bytes]:
    """What checks the word, and the key under it."""
    checking, opening = random(_SALT), random(_SALT)
    said = _hash(secret, checking, user) + checking + opening
    return said, _cbc(_hash(secret, opening, user), _NO_IV, key)


def _hash(secret: bytes, salt: bytes, user: bytes) -> bytes:
    """Algorithm 2.B of ISO 32000-2."""
    made, rounds = hashlib.sha256(secret + salt + user).digest(), 0
    while True:
        rounds += 1
        mixed = _cbc(made[:16], made[16:32], (secret + made + user) * 64)
        made = _HASHES[sum(mixed[:_BLOCK]) % 3](mixed).digest()
        if rounds >= _LEAST_ROUNDS and mixed[-1] <= rounds - _SLACK:
            return made[:32]


def _cbc(key: bytes, begin: bytes, data: bytes) -> bytes:
    encryptor = Cipher(AES(key), CBC(begin)).encryptor()
    return encryptor.update(data) + encryptor.finalize()


class _Locked(StandardEncryption):
    """The library's place for encryption, filled by the lock; its own AES needs a package nobody looks after."""

    def __init__(self, lock: PdfLock, random: Callable[[int], bytes]) -> None:
        super().__init__("")
        self._lock, self._random = lock, random

    @override
    def prepare(self, document: object, overrideID: object = None) -> None:
        # The library asks for the document's id first; a locked file needs one all the same.
        self.prepared = 1

    @override
    def encode(self, t: str | bytes) -> bytes:
        plain = t.encode("utf-8") if isinstance(t, str) else t
        short = _BLOCK - len(plain) % _BLOCK
        begin = self._random(_BLOCK)
        return begin + _cbc(self._lock.key, begin, plain + bytes([short]) * short)

    @override
    def info(self) -> StandardEncryptionDictionary:
        return _Entry(self._lock)


class _Entry(StandardEncryptionDictionary):
    """The dictionary of the lock, in clear as it must be."""

    def __init__(self, lock: PdfLock) -> None:
        super().__init__(b"", b"", b"", b"", 0, b"", 6)
        self._lock = lock

    @override
    def format(self, document: object) -> bytes:
        lock = self._lock
        way = {"CFM": PDFName("AESV3"), "AuthEvent": PDFName("DocOpen"), "Length": 32}
        said: dict[str, object] = {
            "Filter": PDFName("Standard"),
            "V": 5,
            "R": 6,
            "Length": 256,
            "P": _EVERYTHING,
            "U": hexText(lock.user),
            "UE": hexText(lock.user_key),
            "O": hexText(lock.owner),
            "OE": hexText(lock.owner_key),
            "Perms": hexText(lock.permissions),
            "StmF": PDFName("StdCF"),
            "StrF": PDFName("StdCF"),
            "CF": PDFDictionary({"StdCF": PDFDictionary(dict(way))}),
        }
        return PDFDictionary(said).format(DummyDoc())
