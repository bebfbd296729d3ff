"""A small bundle with keys of its own, whole or twisted."""

import hashlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from nacl.signing import SigningKey

from facility_app.sync import container, members, sealing, signing
from facility_app.sync import manifest as manifests
from facility_app.sync.container import Bundle
from facility_app.sync.header import Epoch, Group, Header, Kind
from facility_app.sync.manifest import Boundary, FileEntry, Manifest, Tally
from facility_app.sync.outcomes import BundleRefused, Outcome
from facility_app.sync.payload import read_payload, write_payload

SECRET = bytes(range(32))
PUBLIC = bytes(SigningKey(SECRET).verify_key)
FACILITY = "G01.79.1"
STREAM = "P2@province"
Twist = Callable[[Header], Header]


def attachment(data: bytes) -> tuple[str, bytes]:
    """A member that carries ``data`` under the name it must have."""
    return f"blobs/{hashlib.sha256(data).hexdigest()}", data


ROWS = (("data/resident/00000.jsonl", b'{"c":1}\n{"c":2}\n'), attachment(bytes(100)))


@dataclass(frozen=True)
class Ends:
    """Two recipients: the province and the sealed envelope."""

    province: tuple[str, str] = field(default_factory=sealing.new_identity)
    escrow: tuple[str, str] = field(default_factory=sealing.new_identity)

    def recipients(self) -> list[str]:
        return [self.province[1], self.escrow[1]]

    def ids(self) -> tuple[str, ...]:
        return tuple(map(sealing.recipient_id, self.recipients()))


def header_of(ends: Ends) -> Header:
    """A header that fits no payload yet."""
    return Header(
        app="facility_app/0.1.0",
        bundle_id="01" * 16,
        clock="ok",
        created=datetime(2026, 11, 23, 1, 2, 3, tzinfo=UTC),
        crit=(),
        epoch=Epoch(1, "9f" * 16),
        facility=FACILITY,
        group=Group("02" * 16, 1, 1),
        kind=Kind.DATA,
        payload_sha256="0" * 64,
        payload_size=1,
        prev=None,
        seq=1,
        signer=signing.key_id(PUBLIC),
        stream=STREAM,
        suite=signing.SUITE,
        to=ends.ids(),
    )


def manifest_of(header: Header, files: Sequence[FileEntry]) -> Manifest:
    """What fits ``ROWS`` and the header."""
    return Manifest(
        facility=header.facility,
        stream=header.stream,
        epoch=header.epoch,
        seq=header.seq,
        signer=header.signer,
        to=header.to,
        group=header.group,
        profile="P2",
        profile_rev=1,
        schema=("vn.facility", "1.0"),
        start=0,
        end=2,
        boundaries=(Boundary(0, "00" * 32), Boundary(2, "11" * 32)),
        is_full=False,
        files=tuple(files),
        counts={"resident": Tally(2, 0)},
        blobs_sent=tuple(one.name.removeprefix("blobs/") for one in files if one.name.startswith("blobs/")),
    )


def bundle_of(
    ends: Ends,
    *,
    content: Sequence[tuple[str, bytes]] = ROWS,
    inside: Callable[[Manifest], Manifest] = lambda manifest: manifest,
    outside: Twist = lambda header: header,
    secret: bytes = SECRET,
) -> bytes:
    """A signed bundle; ``inside`` and ``outside`` twist manifest and header before they are sealed and signed."""
    header, payload = header_of(ends), io.BytesIO()
    sealed, _made = write_payload(
        content, lambda files: inside(manifest_of(header, files)), ends.recipients(), payload
    )
    return _signed(outside, header, sealed, payload, secret)


def bundle_around(ends: Ends, opened: bytes, *, outside: Twist = lambda header: header) -> bytes:
    """A signed bundle that opens to ``opened``, whatever that is."""
    payload = io.BytesIO()
    sealed = sealing.seal([opened], ends.recipients(), payload)
    return _signed(outside, header_of(ends), sealed, payload, SECRET)


def archive_of(content: Sequence[tuple[str, bytes]], manifest: bytes) -> bytes:
    """What is under the seal before it is compressed: members as they are, the manifest last."""
    written = (members.written(name, data) for name, data in (*content, (manifests.NAME, manifest)))
    return b"".join([*(piece for member in written for piece in member), members.END])


def _signed(outside: Twist, header: Header, sealed: sealing.Sealed, payload: io.BytesIO, secret: bytes) -> bytes:
    payload.seek(0)
    whole = io.BytesIO()
    header = outside(replace(header, payload_sha256=sealed.sha256, payload_size=sealed.size))
    container.write_bundle(whole, header, secret, payload)
    return whole.getvalue()


def known_key(header: Header) -> bytes:
    """The one key that is enrolled."""
    if header.signer != signing.key_id(PUBLIC):
        raise BundleRefused(Outcome.KEY_UNKNOWN, header.signer)
    return PUBLIC


def verified(data: bytes) -> Bundle:
    """What a reader makes of ``data``."""
    return container.read_bundle(io.BytesIO(data), known_key)


def opened(data: bytes, identity: str) -> tuple[Manifest, dict[str, bytes]]:
    """Manifest and members of a verified bundle."""
    source = io.BytesIO(data)
    bundle = container.read_bundle(source, known_key)
    found: dict[str, bytes] = {}
    manifest = read_payload(container.PayloadFile(source, bundle), bundle.header, [identity], found.__setitem__)
    return manifest, found
