"""Who made a bundle: Ed25519 over the header, which holds the hash of the payload (goi-v1 §3.3, suite S1)."""

import base64
import binascii
import hashlib
from typing import Final

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

SUITE: Final = "S1"
SIGNATURE_BYTES: Final = 64
_DOMAIN: Final = b"GOI-SIG-v1\0"


def key_id(public: bytes) -> str:
    """How headers name a signing key: ``ed25519:`` and the first 16 hex digits of its SHA-256."""
    return f"ed25519:{hashlib.sha256(public).hexdigest()[:16]}"


def public_of(secret: bytes) -> bytes:
    """The public half of a signing key, 32 bytes."""
    return bytes(SigningKey(secret).verify_key)


def sign(header: bytes, secret: bytes) -> bytes:
    """The content of ``header.sig``.

    Args:
        header: the bytes of ``header.json``.
        secret: 32 bytes.
    """
    return base64.b64encode(SigningKey(secret).sign(_DOMAIN + header).signature) + b"\n"


def is_signed(header: bytes, signature: bytes, public: bytes) -> bool:
    """Whether ``signature`` is the one form of a signature of ``header`` by the holder of ``public``."""
    try:
        raw = base64.b64decode(signature.removesuffix(b"\n"), validate=True)
    except (binascii.Error, ValueError):
        return False
    if len(raw) != SIGNATURE_BYTES or base64.b64encode(raw) + b"\n" != signature:
        return False
    return holds(_DOMAIN + header, raw, public)


def holds(said: bytes, signature: bytes, public: bytes) -> bool:
    """Whether the holder of ``public`` signed ``said``; what is no key signed nothing."""
    try:
        VerifyKey(public).verify(said, signature)
    except (BadSignatureError, ValueError):
        return False
    return True
