"""Who is believed: ``trust.json``, signed by several offline root keys, and never an older one (goi-v1 §3.11).

A list is ``{"signatures": [{"id", "sig"}], "signed": {…}}`` in the one form of JSON; what is signed is the form of
``signed`` behind a name of its own, so that no header can be passed off as a list.
"""

import hashlib
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, TypeVar

from nacl.signing import SigningKey

from facility_app.sync import canonical, sealing
from facility_app.sync.canonical import Json
from facility_app.sync.fields import CODE, FACILITY, HEX_64, SCHEMA, SIGNER, STREAM, SUITE, Fields, document
from facility_app.sync.header import Header
from facility_app.sync.outcomes import BundleRefused, Outcome
from facility_app.sync.signing import holds, key_id

Read = TypeVar("Read")
MOST_ROOTS: Final = 9
MOST_FACILITIES: Final = 1_000
MOST_KEYS: Final = 50
MOST_BYTES: Final = 4 * 1024 * 1024
_DOMAIN: Final = b"GOI-TRUST-v1\0"
_SIGNATURE: Final = re.compile(r"[0-9a-f]{128}")
_AGE: Final = re.compile(r"age1[02-9ac-hj-np-z]{58}")
USES: Final = ("province", "health", "escrow")


@dataclass(frozen=True, slots=True)
class FacilityKey:
    """A signing key of a facility.

    Attributes:
        key: 32 bytes.
        since: first day it may sign.
        until: last day; None while it goes on.
        revoked: when it was taken away; None while it holds.
        last_seq: the last bundle believed of a revoked key.
    """

    key: bytes
    since: date
    until: date | None = None
    revoked: datetime | None = None
    last_seq: int = 0


@dataclass(frozen=True, slots=True)
class TrustedFacility:
    """A facility that is enrolled.

    Attributes:
        keys: its signing keys, old ones too.
        streams: what it may send.
        authority: stream → legal basis with document number; a stream without one is not sent.
    """

    keys: tuple[FacilityKey, ...]
    streams: tuple[str, ...]
    authority: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom bundles are encrypted to.

    Attributes:
        age: ``age1…``.
        use: what it may read: ``province``, ``health`` or ``escrow``, or a facility's code.
        since: first day.
        until: last day; None while it goes on.
    """

    age: str
    use: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Trust:
    """A list whose signatures hold.

    Attributes:
        version: never lower than the last one seen.
        roots: public keys that sign lists.
        threshold: how many of them must.
        receivers: code → public key of who signs receipts.
        schema: the newest schema the province takes.
        suites: cipher suites that are allowed.
    """

    version: int
    issued: datetime
    expires: datetime
    roots: tuple[bytes, ...]
    threshold: int
    facilities: Mapping[str, TrustedFacility]
    recipients: tuple[Recipient, ...]
    receivers: Mapping[str, bytes]
    schema: str
    suites: tuple[str, ...]

    def signing_key(self, header: Header) -> bytes:
        """The key a bundle names, when its facility has it and it held for that bundle.

        Raises:
            BundleRefused: ``E_KEY_UNKNOWN``, ``E_KEY_REVOKED`` or ``E_SUITE``.
        """
        if header.suite not in self.suites:
            raise BundleRefused(Outcome.SUITE, header.suite)
        facility = self.facilities.get(header.facility)
        found = [one for one in facility.keys if key_id(one.key) == header.signer] if facility else []
        if not found:
            raise BundleRefused(Outcome.KEY_UNKNOWN, header.signer)
        if found[0].revoked is not None and header.seq > found[0].last_seq:
            raise BundleRefused(Outcome.KEY_REVOKED, header.signer)
        return found[0].key

    def receiver_key(self, header: Header) -> bytes:
        """The key of a receiver, when the bundle names it: only receivers answer and give back.

        Raises:
            BundleRefused: ``E_KEY_UNKNOWN`` or ``E_SUITE``.
        """
        if header.suite not in self.suites:
            raise BundleRefused(Outcome.SUITE, header.suite)
        key = self.receivers.get(header.facility)
        if key is None or key_id(key) != header.signer:
            raise BundleRefused(Outcome.KEY_UNKNOWN, header.signer)
        return key

    def recipients_of(self, uses: Collection[str], day: date) -> tuple[str, ...]:
        """Whom a bundle of ``day`` is encrypted to: all that stand for one of ``uses`` then, each once."""
        standing = (
            one.age
            for one in self.recipients
            if one.use in uses and one.since <= day and (one.until is None or day <= one.until)
        )
        return tuple(dict.fromkeys(standing))


def sign(signed: Json, secrets: Sequence[bytes]) -> bytes:
    """A list with its signatures.

    Args:
        signed: what it says, as :func:`read` takes it.
        secrets: root keys, 32 bytes each.
    """
    said = _DOMAIN + canonical.encode(signed)
    signatures = [
        {"id": key_id(bytes(key.verify_key)), "sig": key.sign(said).signature.hex()}
        for key in map(SigningKey, secrets)
    ]
    return canonical.encode({"signatures": signatures, "signed": signed})


def accept(data: bytes, current: Trust | None, pinned: Collection[bytes], threshold: int) -> Trust:
    """Take a list in.

    A list that changes the roots is signed by enough of the old ones and by enough of the new ones.

    Args:
        data: the document.
        current: the list in use; None before the first.
        pinned: root keys compared on paper, for the first list.
        threshold: how many of the pinned keys must have signed the first list.

    Raises:
        BundleRefused: ``H_TRUST``; the list in use stays.
    """
    if len(data) > MOST_BYTES:
        raise BundleRefused(Outcome.HELD_TRUST, "/")
    try:
        whole = document(data)
        signed = whole.raw("signed")
        signatures = whole.items("signatures", _read_signature, least=1, most=MOST_ROOTS)
        new = read(signed)
        said = _DOMAIN + canonical.encode(signed)
    except ValueError as error:
        raise BundleRefused(Outcome.HELD_TRUST, str(error)) from error
    believed = (pinned, threshold) if current is None else (current.roots, current.threshold)
    for roots, wanted in (believed, (new.roots, new.threshold)):
        if _signers(said, signatures, roots) < wanted:
            raise BundleRefused(Outcome.HELD_TRUST, "/signatures")
    if current is not None and new != current and new.version <= current.version:
        raise BundleRefused(Outcome.HELD_TRUST, "/signed/version")
    return new


def believed(data: bytes) -> Trust:
    """A list that was accepted before, read again from where this place keeps it.

    Raises:
        ValueError: it is not the list any more.
    """
    return read(document(data).raw("signed"))


def fingerprint(signing: bytes, recipient: str) -> str:
    """What two people compare on paper before a facility's keys are believed: eight groups of four hex digits.

    Args:
        signing: public signing key, 32 bytes.
        recipient: ``age1…``.
    """
    told = hashlib.sha256(b"GOI-KEYS-v1\0" + signing + recipient.encode("ascii")).hexdigest()[:32]
    return " ".join(told[at : at + 4] for at in range(0, len(told), 4))


def read(signed: Json) -> Trust:
    """What a list says, its signatures aside.

    Raises:
        ValueError: the path of what is wrong.
    """
    fields = Fields(signed, "/signed")
    roots = tuple(bytes.fromhex(one) for one in fields.texts("roots", HEX_64, least=1, most=MOST_ROOTS))
    accepts = fields.of("accepts")
    trust = Trust(
        version=fields.number("version", 1),
        issued=fields.instant("issued"),
        expires=fields.instant("expires"),
        roots=roots,
        threshold=fields.number("threshold", 1, len(roots)),
        facilities=_by_code(fields, "facilities", "fac", FACILITY, _read_facility),
        recipients=fields.items("recipients", _read_recipient, most=MOST_FACILITIES),
        receivers=_by_code(fields, "receivers", "id", CODE, lambda one: bytes.fromhex(one.text("key", HEX_64))),
        schema=accepts.text("schema", SCHEMA),
        suites=accepts.texts("suites", SUITE, least=1, most=9),
    )
    if trust.expires <= trust.issued:
        msg = "/signed/expires"
        raise ValueError(msg)
    return trust


def _by_code(
    fields: Fields, key: str, name: str, pattern: re.Pattern[str], read_one: Callable[[Fields], Read]
) -> dict[str, Read]:
    def pair(item: Json, path: str) -> tuple[str, Read]:
        one = Fields(item, path)
        return one.text(name, pattern), read_one(one)

    found = fields.items(key, pair, most=MOST_FACILITIES)
    if len(dict(found)) != len(found):
        msg = f"/signed/{key}"
        raise ValueError(msg)
    return dict(found)


def _read_facility(fields: Fields) -> TrustedFacility:
    authority = fields.named("authority", STREAM, Fields.text)
    keys = fields.items("keys", _read_key, least=1, most=MOST_KEYS)
    if len({one.key for one in keys}) != len(keys):  # the one that is not revoked would win over the one that is
        raise ValueError(fields.path("keys"))
    return TrustedFacility(keys, fields.texts("streams", STREAM, most=MOST_KEYS), authority)


def _read_key(item: Json, path: str) -> FacilityKey:
    fields = Fields(item, path)
    revoked = fields.of("revoked") if fields.has("revoked") else None
    return FacilityKey(
        key=bytes.fromhex(fields.text("key", HEX_64)),
        since=fields.day("from"),
        until=fields.day("to") if fields.has("to") else None,
        revoked=revoked.instant("at") if revoked else None,
        last_seq=revoked.number("last_seq") if revoked else 0,
    )


def _read_recipient(item: Json, path: str) -> Recipient:
    fields = Fields(item, path)
    use = fields.text("use")
    if use not in USES and FACILITY.fullmatch(use) is None:
        raise ValueError(fields.path("use"))
    until = fields.day("to") if fields.has("to") else None
    age = fields.text("age", _AGE)
    if not sealing.is_recipient(age):  # one letter mistyped: found now, not when the next export fails
        raise ValueError(fields.path("age"))
    return Recipient(age, use, fields.day("from"), until)


def _read_signature(item: Json, path: str) -> tuple[str, bytes]:
    fields = Fields(item, path)
    return fields.text("id", SIGNER), bytes.fromhex(fields.text("sig", _SIGNATURE))


def _signers(said: bytes, signatures: Sequence[tuple[str, bytes]], roots: Collection[bytes]) -> int:
    """How many of ``roots`` signed; a root counts once."""
    named = {(name, root): signature for name, signature in signatures for root in roots if key_id(root) == name}
    return len({root for (_name, root), signature in named.items() if holds(said, signature, root)})
