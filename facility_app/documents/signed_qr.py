"""The mark a paper carries: whose it is and what it says, signed, so that any copy of the program verifies it."""

import base64
import os
import uuid
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label

PREFIX = "FAC1."
"""Names the format; a later one gets another number."""
MOST_LETTERS = 300
"""Of a sealed text: more would not be read off a code of 24 mm."""
LONGEST_PART = 0xFF
"""Bytes of a text in the mark: its length is one byte."""
KEY_BYTES = 32
_DIGEST, _SIGNATURE, _UUID, _DAY = 32, 64, 16, 4


@dataclass(frozen=True, slots=True)
class PaperMark:
    """What a code on a paper says.

    Attributes:
        facility_code: of the facility that issued it.
        paper_id: UUID of the paper, as text.
        form_id: e.g. ``V-50``.
        number: number and symbol; empty where a paper has none.
        issued_on: the day on the paper.
        digest: SHA-256 of the frozen payload, in hexadecimal.
    """

    facility_code: str
    paper_id: str
    form_id: str
    number: str
    issued_on: date
    digest: str


def new_signing_key(random: Callable[[int], bytes] = os.urandom) -> bytes:
    """A secret key; whoever has it issues papers in the facility's name."""
    return bytes(SigningKey(random(KEY_BYTES)))


def public_key(key: bytes) -> bytes:
    """What others verify with; it may be published."""
    return bytes(SigningKey(key).verify_key)


def seal(mark: PaperMark, key: bytes) -> str:
    """The mark as a text for a code: capitals, digits and a full stop, the densest a code can hold.

    Raises:
        ValueError: a part is too long, or id or digest are none.
    """
    body = _packed(mark)
    text = PREFIX + base64.b32encode(body + SigningKey(key).sign(body).signature).decode().rstrip("=")
    if len(text) > MOST_LETTERS:
        message = f"the mark is {len(text)} letters long, {MOST_LETTERS} at most"
        raise ValueError(message)
    return text


def verify(text: str, public_keys: Mapping[str, Collection[bytes]]) -> PaperMark:
    """Read a code and verify who made it, without any connection.

    Args:
        text: as scanned or typed; blanks and small letters do not matter.
        public_keys: facility code → every key it has or had.

    Raises:
        UserError: ``paper_code_malformed``, ``paper_code_unknown_facility`` or ``paper_code_forged``.
    """
    body, signature = _parts("".join(text.split()).upper())
    mark = _unpacked(body)
    known = public_keys.get(mark.facility_code, ())
    if not known:
        raise UserError(
            "paper_code_unknown_facility",
            label(
                "errors",
                "Mã ghi là giấy của cơ sở {facility}, nhưng chương trình chưa có khóa công khai của cơ sở đó. "
                "Hãy xin khóa công khai của cơ sở rồi quét lại; chưa có khóa thì chưa thể coi giấy này là thật.",
            ),
            facility=mark.facility_code,
        )
    if not any(_is_by(key, body, signature) for key in known):
        raise UserError(
            "paper_code_forged",
            label(
                "errors",
                "Mã trên giấy không do cơ sở {facility} lập: chữ ký không khớp. Hãy giữ giấy lại và gọi điện cho "
                "cơ sở để đối chiếu số {number}.",
            ),
            facility=mark.facility_code,
            number=mark.number or "–",
        )
    return mark


def _is_by(key: bytes, body: bytes, signature: bytes) -> bool:
    try:
        VerifyKey(key).verify(body, signature)
    except BadSignatureError:
        return False
    return True


def _packed(mark: PaperMark) -> bytes:
    number = b"".join(_short(text) for text in (mark.facility_code, mark.form_id, mark.number))
    whole = bytes.fromhex(mark.digest)
    if len(whole) != _DIGEST:
        message = "a digest is 32 bytes in hexadecimal"
        raise ValueError(message)
    day = mark.issued_on.toordinal().to_bytes(_DAY, "big")
    return number + uuid.UUID(mark.paper_id).bytes + day + whole


def _short(text: str) -> bytes:
    raw = text.encode()
    if len(raw) > LONGEST_PART:
        message = "a part of the mark is too long"
        raise ValueError(message)
    return bytes((len(raw),)) + raw


def _parts(text: str) -> tuple[bytes, bytes]:
    """(what is signed, the signature)."""
    letters = text.removeprefix(PREFIX)
    if letters == text or len(text) > MOST_LETTERS:
        raise _malformed()
    try:
        whole = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError as error:
        raise _malformed() from error
    return whole[:-_SIGNATURE], whole[-_SIGNATURE:]


def _unpacked(body: bytes) -> PaperMark:
    try:
        facility, form, number = texts = tuple(_texts(body))
        rest = body[sum(len(text.encode()) + 1 for text in texts) :]
        if len(rest) != _UUID + _DAY + _DIGEST:
            raise _malformed()
        day = date.fromordinal(int.from_bytes(rest[_UUID : _UUID + _DAY], "big"))
    except (IndexError, ValueError, OverflowError) as error:
        raise _malformed() from error
    return PaperMark(facility, str(uuid.UUID(bytes=rest[:_UUID])), form, number, day, rest[-_DIGEST:].hex())


def _texts(body: bytes) -> Iterator[str]:
    start = 0
    for _ in range(3):
        end = start + 1 + body[start]
        yield body[start + 1 : end].decode()
        start = end


def _malformed() -> UserError:
    return UserError(
        "paper_code_malformed",
        label(
            "errors",
            "Đây không phải mã của một giấy do chương trình này in, hoặc mã bị thiếu. Hãy quét lại cả ô mã ở cuối "
            "trang đầu; nếu vẫn không đọc được, hãy nhập số của giấy để tra trong sổ.",
        ),
    )
