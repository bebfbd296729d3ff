"""Trust lists: the first one, and the next one with a facility whose fingerprint two people compared (§3.11).

Root keys sign lists and nothing else; they are kept apart, and two of three are needed. The receiver itself keeps
none of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.receiver.identity import Identity
from facility_app.sync import sealing, signing, trust
from facility_app.sync.canonical import Json
from facility_app.sync.fields import FACILITY, STREAM, document, instant_text
from facility_app.sync.profiles import SCHEMA

ROOTS: Final = 3
THRESHOLD: Final = 2
VALID: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Founded:
    """What a ceremony leaves, each to be kept in a place of its own.

    Attributes:
        document: the first trust list.
        roots: secret root keys.
        escrow: the identity in the sealed envelope.
    """

    document: bytes
    roots: tuple[bytes, ...] = field(repr=False)
    escrow: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Enrol:
    """A facility to believe.

    Attributes:
        facility: its code.
        signing, recipient: its keys, as ``sync keys`` prints them.
        fingerprint: as it stands on the facility's paper.
        streams: what it may send.
        authority: stream → legal basis with the document's number.
    """

    facility: str
    signing: bytes
    recipient: str
    fingerprint: str
    streams: tuple[str, ...]
    authority: Mapping[str, str]


def first_list(identity: Identity, roots: Sequence[bytes], now: datetime) -> Founded:
    """The list that believes nobody yet, signed by all the roots."""
    escrow, recipient = sealing.new_identity()
    day = now.date().isoformat()
    said: dict[str, Json] = {
        "version": 1,
        "issued": instant_text(now),
        "expires": instant_text(now + VALID),
        "roots": [signing.public_of(one).hex() for one in roots],
        "threshold": THRESHOLD,
        "facilities": [],
        "recipients": [
            {"age": identity.recipient, "from": day, "use": "province"},
            {"age": recipient, "from": day, "use": "escrow"},
        ],
        "receivers": [{"id": identity.code, "key": identity.public.hex()}],
        "accepts": {"schema": SCHEMA[1], "suites": [signing.SUITE]},
    }
    return Founded(trust.sign(said, roots), tuple(roots), escrow)


def next_list(current: bytes, command: Enrol, roots: Sequence[bytes], now: datetime) -> bytes:
    """The list after ``current`` that believes one facility more; a facility's new key joins its older ones.

    Raises:
        UserError: ``fingerprint_differs``; ``bad_enrolment`` for a code, key or stream that is none;
            ``too_few_roots``.
    """
    is_well_formed = (
        FACILITY.fullmatch(command.facility) is not None
        and sealing.is_recipient(command.recipient)
        and all(STREAM.fullmatch(one) for one in command.streams)
    )
    if not is_well_formed:
        raise UserError(
            "bad_enrolment",
            label(
                "receiver", "Mã cơ sở, khóa nhận hoặc luồng không đúng quy cách. Hãy chép lại từ lệnh sync keys."
            ),
        )
    if _plain(trust.fingerprint(command.signing, command.recipient)) != _plain(command.fingerprint):
        raise UserError(
            "fingerprint_differs",
            label(
                "receiver",
                "Vân tay trên giấy không khớp hai khóa đã nhập: khóa chép nhầm, hoặc không phải của cơ sở này. "
                "Chưa ghi danh; hãy so lại từng nhóm với cơ sở.",
            ),
        )
    said: Any = document(current).raw("signed")
    known = {bytes.fromhex(one) for one in said["roots"]}
    if len({signing.public_of(one) for one in roots} & known) < said["threshold"]:
        raise UserError(
            "too_few_roots",
            label("receiver", "Cần ít nhất hai khóa gốc của tỉnh để ký danh sách mới (--root-key, ghi hai lần)."),
        )
    return trust.sign(_with(said, command, now), roots)


def _with(said: dict[str, Any], command: Enrol, now: datetime) -> Json:
    day = now.date().isoformat()
    others = [one for one in said["facilities"] if one["fac"] != command.facility]
    ours: dict[str, Any] = next(
        (one for one in said["facilities"] if one["fac"] == command.facility), {"keys": []}
    )
    keys = [one for one in ours["keys"] if one["key"] != command.signing.hex()]
    enrolled = {
        "fac": command.facility,
        "keys": [*keys, {"key": command.signing.hex(), "from": day}],
        "streams": list(command.streams),
        "authority": dict(command.authority),
    }
    recipients = [one for one in said["recipients"] if one["age"] != command.recipient]
    return {
        **said,
        "version": said["version"] + 1,
        "issued": instant_text(now),
        "expires": instant_text(now + VALID),
        "facilities": [*others, enrolled],
        "recipients": [*recipients, {"age": command.recipient, "from": day, "use": command.facility}],
    }


def _plain(fingerprint: str) -> str:
    return "".join(fingerprint.split()).lower()
