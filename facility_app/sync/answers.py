"""A receipt on its way: one line in a bundle of its own kind, signed by the receiver, sealed for one facility.

The receiver writes with :func:`write_answer`, the facility reads with :func:`read_answer`; header, manifest and
line say the same thing, or the bundle is refused.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from facility_app.sync import container, history, receipts, sealing, signing
from facility_app.sync import header as headers
from facility_app.sync.container import Bundle, KeyOf
from facility_app.sync.header import Epoch, Group, Header, Kind
from facility_app.sync.manifest import Boundary, FileEntry, Manifest, Tally
from facility_app.sync.outcomes import BundleRefused, Outcome
from facility_app.sync.payload import read_payload, write_payload
from facility_app.sync.receipts import Receipt

SCHEMA: Final = ("vn.receipt", "1.0")
PROFILE: Final = "P0"
"""A receipt holds no value of any record."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who answers.

    Attributes:
        app: program and version.
        code: of the receiver, as the trust list has it.
        epoch: one life of the receiver's database.
        secret: its signing key.
        user: who runs it, as an account's id; ``-`` for nobody.
    """

    app: str
    code: str
    epoch: Epoch
    secret: bytes = field(repr=False)
    user: str = "-"


@dataclass(frozen=True, slots=True)
class Answer:
    """A receipt whose bundle holds.

    Attributes:
        bundle: verified; ``bundle.header_sha256`` is what the next receipt names as ``prev``.
        receipt: what it says.
    """

    bundle: Bundle
    receipt: Receipt


def stream_of(facility: str) -> str:
    """The stream in which a receiver answers a facility; its receipts are a chain of their own."""
    return f"R@{facility}"


def write_answer(
    target: BinaryIO, writer: Writer, receipt: Receipt, facility: str, recipients: Sequence[str], bundle_id: str
) -> str:
    """Write a receipt as a bundle.

    Args:
        target: the new file.
        writer: who answers; its code and epoch are those the receipt names.
        receipt: whose ``seq`` and ``prev`` are the bundle's too, counted in ``stream_of(facility)``.
        facility: whom it is for.
        recipients: ``age1…`` of that facility.
        bundle_id: 32 hex digits, new.

    Returns:
        SHA-256 of its ``header.json``, hex: ``prev`` of the next one.

    Raises:
        ValueError: the receipt names another receiver or epoch than the writer's.
    """
    if (receipt.receiver, receipt.receiver_epoch) != (writer.code, writer.epoch.id):
        msg = "a receipt of another receiver"
        raise ValueError(msg)
    signer, to = signing.key_id(signing.public_of(writer.secret)), tuple(map(sealing.recipient_id, recipients))
    stream, group = stream_of(facility), Group(bundle_id, 1, 1)

    def manifest(files: Sequence[FileEntry]) -> Manifest:
        return Manifest(
            facility=writer.code,
            stream=stream,
            epoch=writer.epoch,
            seq=receipt.seq,
            signer=signer,
            to=to,
            group=group,
            profile=PROFILE,
            profile_rev=0,
            schema=SCHEMA,
            start=0,
            end=0,
            boundaries=(Boundary(0, history.beginning(writer.epoch)),),
            is_full=False,
            files=tuple(files),
            counts={"receipt": Tally(1, 0)},
            export_user=writer.user,
        )

    payload = io.BytesIO()
    line = receipts.encode(receipt) + b"\n"
    sealed, _said = write_payload([(receipts.MEMBER, line)], manifest, recipients, payload)
    payload.seek(0)
    head = Header(
        app=writer.app,
        bundle_id=bundle_id,
        clock="ok",
        created=receipt.time,
        crit=(),
        epoch=writer.epoch,
        facility=writer.code,
        group=group,
        kind=Kind.RECEIPT,
        payload_sha256=sealed.sha256,
        payload_size=sealed.size,
        prev=receipt.prev,
        seq=receipt.seq,
        signer=signer,
        stream=stream,
        suite=signing.SUITE,
        to=to,
    )
    return headers.hash_of(container.write_bundle(target, head, writer.secret, payload))


def read_answer(source: BinaryIO, key_of: KeyOf, facility: str, identities: Sequence[str]) -> Answer:
    """Verify and open a receipt.

    Args:
        source: a whole file, at its beginning.
        key_of: finds the receiver's key.
        facility: whom it must be for.
        identities: secret identities of that facility.

    Raises:
        BundleRefused: with the code of the first thing that is wrong; ``E_RECIPIENT`` for another facility's,
            ``E_ENVELOPE`` for a bundle that is no receipt or whose line says something else than its header.
    """
    bundle = container.read_bundle(source, key_of)
    head = bundle.header
    if head.kind is not Kind.RECEIPT:
        raise BundleRefused(Outcome.ENVELOPE, "kind")
    if head.stream != stream_of(facility):
        raise BundleRefused(Outcome.RECIPIENT, head.stream)
    found: dict[str, bytes] = {}
    said = read_payload(container.PayloadFile(source, bundle), head, identities, found.__setitem__)
    if list(found) != [receipts.MEMBER] or said.counts != {"receipt": Tally(1, 0)}:
        raise BundleRefused(Outcome.MANIFEST, "members")
    receipt = receipts.decode(found[receipts.MEMBER].removesuffix(b"\n"))
    pairs: Sequence[tuple[str, object, object]] = (
        ("receiver", receipt.receiver, head.facility),
        ("epoch", receipt.receiver_epoch, head.epoch.id),
        ("seq", receipt.seq, head.seq),
        ("prev", receipt.prev, head.prev),
        ("time", receipt.time, head.created),
    )
    for name, inside, outside in pairs:
        if inside != outside:
            raise BundleRefused(Outcome.ENVELOPE, name)
    return Answer(bundle, receipt)
