"""The code on a Phiếu gửi gói dữ liệu: a scan of the paper proves the file it came with (goi-v1 §3.14)."""

import base64
import binascii
from dataclasses import dataclass
from typing import Final

from nacl.signing import SigningKey

from facility_app.sync.fields import FACILITY, HEX_64
from facility_app.sync.signing import SIGNATURE_BYTES, holds

_NAME: Final = "GOI1"
_DOMAIN: Final = b"GOI-SLIP-v1\0"
_FIELDS: Final = 6


@dataclass(frozen=True, slots=True)
class Slip:
    """What a paper says of one bundle.

    Attributes:
        facility: who sent it.
        epoch: which life of its file.
        seq: of the bundle.
        sha256: of the file, hex.
    """

    facility: str
    epoch: int
    seq: int
    sha256: str


def written(slip: Slip, secret: bytes) -> str:
    """The text of the code: ``GOI1|facility|epoch|seq|sha256|signature``, the last in base64url without ``=``."""
    said = _said(slip)
    signature = SigningKey(secret).sign(_DOMAIN + said.encode("ascii")).signature
    return f"{said}|{base64.urlsafe_b64encode(signature).decode().rstrip('=')}"


def read(text: str, public: bytes) -> Slip:
    """What a code says, when the holder of ``public`` signed it.

    Raises:
        ValueError: it is no such code, or somebody else's.
    """
    parts = text.split("|")
    if len(parts) != _FIELDS or parts[0] != _NAME or FACILITY.fullmatch(parts[1]) is None:
        msg = "no code of a bundle"
        raise ValueError(msg)
    if not (parts[2].isascii() and parts[2].isdigit() and parts[3].isascii() and parts[3].isdigit()):
        msg = "no code of a bundle"
        raise ValueError(msg)
    slip = Slip(parts[1], int(parts[2]), int(parts[3]), parts[4])
    try:
        signature = base64.b64decode(parts[5] + "==", altchars=b"-_", validate=True)
    except binascii.Error as error:
        msg = "no code of a bundle"
        raise ValueError(msg) from error
    is_whole = HEX_64.fullmatch(slip.sha256) is not None and len(signature) == SIGNATURE_BYTES
    if not is_whole or not holds(_DOMAIN + _said(slip).encode("ascii"), signature, public):
        msg = "not signed by that facility"
        raise ValueError(msg)
    return slip


def _said(slip: Slip) -> str:
    return f"{_NAME}|{slip.facility}|{slip.epoch}|{slip.seq}|{slip.sha256}"
