"""What the receiver answers: stored, applied, and what became of each row, never a value of one (goi-v1 §3.12)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from facility_app.sync import canonical
from facility_app.sync.canonical import Json
from facility_app.sync.fields import CODE, HEX_32, HEX_64, TABLE, Fields, document, instant_text
from facility_app.sync.header import Epoch, epoch_said, read_epoch
from facility_app.sync.manifest import MOST_BLOBS, Tally
from facility_app.sync.outcomes import BundleRefused, Outcome

MEMBER: Final = "data/receipt/00000.jsonl"
"""Receipts travel as one line of data in a bundle of their own kind."""
MOST_ROWS: Final = 50_000
MOST_CODES: Final = 50
MOST_SKEW_S: Final = 100 * 366 * 86_400
_OUTCOME: Final = re.compile(r"[EHWD]_[A-Z_]{2,30}")
_POINTER: Final = re.compile(r"(/[A-Za-z0-9_]{1,60}){0,4}")


class Stage(StrEnum):
    """How far the bundle came: kept safe, or dealt with."""

    STORED = "stored"
    APPLIED = "applied"


class Result(StrEnum):
    """What became of the bundle as a whole."""

    OK = "OK"
    PARTIAL = "PARTIAL"
    DUPLICATE = "DUPLICATE"
    HELD = "HELD"
    REJECTED = "REJECTED"
    QUARANTINED = "QUARANTINED"


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the rows of one table; together they are the rows that were sent."""

    new: int = 0
    updated: int = 0
    same: int = 0
    deleted: int = 0
    parked: int = 0
    rejected: int = 0

    @property
    def total(self) -> int:
        """Rows that are accounted for."""
        return self.new + self.updated + self.same + self.deleted + self.parked + self.rejected


@dataclass(frozen=True, slots=True)
class RowNote:
    """A row that was not taken.

    Attributes:
        pointer: where in the line the fault is; never what stands there.
    """

    table: str
    row_id: str
    chg: int
    code: str
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """One answer to one bundle.

    Attributes:
        bundle_id, header_sha256, for_seq, for_epoch, group: which bundle it answers.
        codes: why it was held, refused or frozen.
        cursor: the last change the receiver has applied, and the digest it knows there.
        receiver, receiver_epoch: who answers; the epoch changes when its database was restored.
        expected: where the next bundle may begin at the latest.
        counts: by table.
        rows: those not taken.
        want_blobs, want_tables, want_parts: what is asked for again.
        skew_s: the facility's clock against the receiver's, in seconds.
        seq, prev: the receipts of one receiver's epoch make a chain.
    """

    bundle_id: str
    header_sha256: str
    for_seq: int
    for_epoch: Epoch
    group: str
    stage: Stage
    result: Result
    cursor_epoch: str
    cursor: int
    digest: str
    receiver: str
    receiver_epoch: str
    expected: int
    time: datetime
    trust_version: int
    seq: int
    prev: str | None
    codes: tuple[str, ...] = ()
    counts: Mapping[str, Counts] = field(default_factory=dict)
    rows: tuple[RowNote, ...] = ()
    want_blobs: tuple[str, ...] = ()
    want_tables: tuple[str, ...] = ()
    want_parts: tuple[int, ...] = ()
    skew_s: int = 0


def encode(receipt: Receipt) -> bytes:
    """The line, without its line feed."""
    said: dict[str, object] = {
        "codes": list(receipt.codes),
        "counts": {name: _counts_said(one) for name, one in receipt.counts.items()},
        "cursor": {"chg": receipt.cursor, "digest": receipt.digest, "epoch_id": receipt.cursor_epoch},
        "expected": {"from": receipt.expected},
        "for": {
            "bundle_id": receipt.bundle_id,
            "epoch": epoch_said(receipt.for_epoch),
            "group": receipt.group,
            "header_sha256": receipt.header_sha256,
            "seq": receipt.for_seq,
        },
        "prev": receipt.prev,
        "receiver": {"epoch": receipt.receiver_epoch, "id": receipt.receiver},
        "result": str(receipt.result),
        "rows": [
            {"c": row.chg, "code": row.code, "id": row.row_id, "ptr": row.pointer, "t": row.table}
            for row in receipt.rows
        ],
        "seq": receipt.seq,
        "skew_s": receipt.skew_s,
        "stage": str(receipt.stage),
        "time": instant_text(receipt.time),
        "trust_ver": receipt.trust_version,
        "want": {
            "blobs": list(receipt.want_blobs),
            "parts": list(receipt.want_parts),
            "tables": list(receipt.want_tables),
        },
    }
    return canonical.encode(said)


def decode(data: bytes) -> Receipt:
    """Read a receipt.

    Raises:
        BundleRefused: ``E_MANIFEST`` with the path of what is wrong.
    """
    try:
        return _read(document(data))
    except ValueError as error:
        raise BundleRefused(Outcome.MANIFEST, str(error)) from error


def adds_up(receipt: Receipt, sent: Mapping[str, Tally]) -> bool:
    """Whether the answer accounts for every row that was sent, and names every row it did not take.

    A receipt that forgets rows is not believed: what it does not name would never be sent again.
    """
    rows = {name: one.upserts + one.deletions for name, one in sent.items() if one.upserts + one.deletions}
    counted = {name: one.total for name, one in receipt.counts.items() if one.total}
    left: dict[str, int] = {}
    for row in receipt.rows:
        left[row.table] = left.get(row.table, 0) + 1
    refused = {
        name: one.parked + one.rejected for name, one in receipt.counts.items() if one.parked + one.rejected
    }
    return rows == counted and left == refused


def _read(fields: Fields) -> Receipt:
    about, cursor, want = fields.of("for"), fields.of("cursor"), fields.of("want")
    receiver = fields.of("receiver")
    receipt = Receipt(
        bundle_id=about.text("bundle_id", HEX_32),
        header_sha256=about.text("header_sha256", HEX_64),
        for_seq=about.number("seq", 1),
        for_epoch=read_epoch(about.of("epoch")),
        group=about.text("group", HEX_32),
        stage=Stage(fields.one_of("stage", frozenset(Stage))),
        result=Result(fields.one_of("result", frozenset(Result))),
        cursor_epoch=cursor.text("epoch_id", HEX_32),
        cursor=cursor.number("chg"),
        digest=cursor.text("digest", HEX_64),
        receiver=receiver.text("id", CODE),
        receiver_epoch=receiver.text("epoch", HEX_32),
        expected=fields.of("expected").number("from"),
        time=fields.instant("time"),
        trust_version=fields.number("trust_ver"),
        seq=fields.number("seq", 1),
        prev=fields.text_or_none("prev", HEX_64),
        codes=fields.texts("codes", _OUTCOME, most=MOST_CODES),
        counts=fields.named("counts", TABLE, _read_counts),
        rows=fields.items("rows", _read_row, most=MOST_ROWS),
        want_blobs=want.texts("blobs", HEX_64, most=MOST_BLOBS),
        want_tables=want.texts("tables", TABLE, most=MOST_BLOBS),
        want_parts=want.items("parts", _read_part, most=MOST_BLOBS),
        skew_s=fields.number("skew_s", -MOST_SKEW_S, MOST_SKEW_S),
    )
    if (receipt.seq == 1) is not (receipt.prev is None):
        msg = "/prev"
        raise ValueError(msg)
    return receipt


def _counts_said(counts: Counts) -> dict[str, Json]:
    return {
        "del": counts.deleted,
        "new": counts.new,
        "park": counts.parked,
        "rej": counts.rejected,
        "same": counts.same,
        "upd": counts.updated,
    }


def _read_counts(fields: Fields, table: str) -> Counts:
    one = fields.of(table)
    return Counts(*(one.number(key) for key in ("new", "upd", "same", "del", "park", "rej")))


def _read_row(item: Json, path: str) -> RowNote:
    row = Fields(item, path)
    pointer = row.raw("ptr")
    if not isinstance(pointer, str) or _POINTER.fullmatch(pointer) is None:
        msg = f"{path}/ptr"
        raise ValueError(msg)
    return RowNote(
        row.text("t", TABLE), row.text("id", HEX_32), row.number("c"), row.text("code", _OUTCOME), pointer
    )


def _read_part(item: Json, path: str) -> int:
    if isinstance(item, bool) or not isinstance(item, int) or item < 1:
        raise ValueError(path)
    return item
