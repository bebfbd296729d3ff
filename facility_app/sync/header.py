"""``header.json``: what anybody may read on a bundle; no name, no count, no range (goi-v1 §3.2)."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from facility_app.sync import canonical
from facility_app.sync.canonical import Json
from facility_app.sync.fields import (
    FACILITY,
    HEX_32,
    HEX_64,
    RECIPIENT,
    SIGNER,
    STREAM,
    SUITE,
    Fields,
    document,
    instant_text,
)

FORMAT: Final = 1
MOST_BYTES: Final = 64 * 1024
MOST_PAYLOAD: Final = 2**32 - 2**20
MOST_PARTS: Final = 999
MOST_RECIPIENTS: Final = 20
MOST_CRIT: Final = 20
MOST_NUMBER: Final = 2**31 - 1
"""Of a bundle or an epoch: one a minute for four thousand years, and what any database keeps."""
CLOCKS: Final = ("ok", "suspect")
_WORD: Final = re.compile(r"[a-z][a-z0-9-]{0,39}")
_APP: Final = re.compile(r"[A-Za-z0-9_.+/-]{1,80}")


class Kind(StrEnum):
    """What a bundle is for (goi-v1 §3.8)."""

    DATA = "data"
    FULL = "full"
    STATS = "stats"
    HANDOVER = "handover"
    RETURN = "return"
    RECEIPT = "receipt"
    REFDATA = "refdata"
    TRUST = "trust"
    KEYREQ = "keyreq"
    RESEND = "resend"


@dataclass(frozen=True, slots=True)
class Epoch:
    """One life of one database.

    Attributes:
        n: 1 for the first.
        id: 32 hex digits by chance.
    """

    n: int
    id: str


@dataclass(frozen=True, slots=True)
class Group:
    """One export of one part or more.

    Attributes:
        id: of the export, 32 hex digits.
        n: which part this is, from 1.
        of: how many there are.
    """

    id: str
    n: int
    of: int


@dataclass(frozen=True, slots=True)
class Parent:
    """Where a new epoch branched off: the last boundary the file still knows of the epoch before."""

    epoch: Epoch
    seq: int
    header_sha256: str
    digest: str


@dataclass(frozen=True, slots=True)
class Header:
    """The public part of a bundle.

    Attributes:
        app: program and version that wrote it.
        bundle_id: 32 hex digits.
        clock: ``ok``, or ``suspect`` where the computer's clock cannot be right.
        created: UTC, for people only: it orders nothing.
        crit: features a reader must understand, or hold the bundle.
        facility: electronic identifier of the sender.
        payload_sha256, payload_size: of ``payload.age`` as it lies in the file.
        prev: SHA-256 of the header before in this stream and epoch; None for the first.
        seq: from 1 within epoch and stream.
        signer: id of the signing key.
        to: ids of the recipients.
        parent: in full bundles of a new epoch, until one of them is known to have arrived.
    """

    app: str
    bundle_id: str
    clock: str
    created: datetime
    crit: tuple[str, ...]
    epoch: Epoch
    facility: str
    group: Group
    kind: Kind
    payload_sha256: str
    payload_size: int
    prev: str | None
    seq: int
    signer: str
    stream: str
    suite: str
    to: tuple[str, ...]
    parent: Parent | None = None


def encode(header: Header) -> bytes:
    """The bytes that are signed."""
    said: dict[str, object] = {
        "app": header.app,
        "bundle_id": header.bundle_id,
        "clock": header.clock,
        "created": instant_text(header.created),
        "crit": list(header.crit),
        "epoch": epoch_said(header.epoch),
        "fac": header.facility,
        "goi": FORMAT,
        "group": group_said(header.group),
        "kind": str(header.kind),
        "payload": {"sha256": header.payload_sha256, "size": header.payload_size},
        "prev": header.prev,
        "seq": header.seq,
        "signer": header.signer,
        "stream": header.stream,
        "suite": header.suite,
        "to": list(header.to),
    }
    if header.parent is not None:
        parent = header.parent
        said["parent"] = {
            "digest": parent.digest,
            "epoch": epoch_said(parent.epoch),
            "hash": parent.header_sha256,
            "seq": parent.seq,
        }
    return canonical.encode(said)


def decode(data: bytes) -> Header:
    """Read ``header.json``; fields a later writer added are let be, they were signed with the rest.

    Raises:
        ValueError: not canonical, or a field missing or out of its range; the message is the field's path.
    """
    fields = document(data)
    fields.number("goi", FORMAT, FORMAT)
    payload = fields.of("payload")
    header = Header(
        app=fields.text("app", _APP),
        bundle_id=fields.text("bundle_id", HEX_32),
        clock=fields.one_of("clock", CLOCKS),
        created=fields.instant("created"),
        crit=fields.texts("crit", _WORD, most=MOST_CRIT),
        epoch=read_epoch(fields.of("epoch")),
        facility=fields.text("fac", FACILITY),
        group=read_group(fields.of("group")),
        kind=Kind(fields.one_of("kind", frozenset(Kind))),
        payload_sha256=payload.text("sha256", HEX_64),
        payload_size=payload.number("size", 1, MOST_PAYLOAD),
        prev=fields.text_or_none("prev", HEX_64),
        seq=fields.number("seq", 1, MOST_NUMBER),
        signer=fields.text("signer", SIGNER),
        stream=fields.text("stream", STREAM),
        suite=fields.text("suite", SUITE),
        to=fields.texts("to", RECIPIENT, least=1, most=MOST_RECIPIENTS),
        parent=_read_parent(fields.of("parent")) if fields.has("parent") else None,
    )
    if (header.seq == 1) is not (header.prev is None):
        msg = "/prev"
        raise ValueError(msg)
    return header


def hash_of(data: bytes) -> str:
    """SHA-256 of ``header.json``, hex: the bundle's name in chains, receipts and the receiver's tables."""
    return hashlib.sha256(data).hexdigest()


def epoch_said(epoch: Epoch) -> Mapping[str, Json]:
    """As documents write it."""
    return {"id": epoch.id, "n": epoch.n}


def group_said(group: Group) -> Mapping[str, Json]:
    """As documents write it."""
    return {"id": group.id, "n": group.n, "of": group.of}


def read_epoch(fields: Fields) -> Epoch:
    """The other way.

    Raises:
        ValueError: the path of what is wrong.
    """
    return Epoch(fields.number("n", 1, MOST_NUMBER), fields.text("id", HEX_32))


def read_group(fields: Fields) -> Group:
    """The other way; part ``n`` is one of ``of``.

    Raises:
        ValueError: the path of what is wrong.
    """
    parts = fields.number("of", 1, MOST_PARTS)
    return Group(fields.text("id", HEX_32), fields.number("n", 1, parts), parts)


def _read_parent(fields: Fields) -> Parent:
    return Parent(
        read_epoch(fields.of("epoch")),
        fields.number("seq", 1),
        fields.text("hash", HEX_64),
        fields.text("digest", HEX_64),
    )
