"""A receipt accounts for every row that was sent, or it is not believed."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from facility_app.sync import canonical, receipts
from facility_app.sync.header import Epoch
from facility_app.sync.manifest import Tally
from facility_app.sync.outcomes import BundleRefused, Outcome
from facility_app.sync.receipts import Counts, Receipt, Result, RowNote, Stage
from tests.helpers.cases import each

ROW = RowNote("stay", "0a" * 16, 12, "E_REF", "/d/resident_id")
RECEIPT = Receipt(
    bundle_id="01" * 16,
    header_sha256="02" * 32,
    for_seq=4,
    for_epoch=Epoch(1, "9f" * 16),
    group="03" * 16,
    stage=Stage.APPLIED,
    result=Result.PARTIAL,
    cursor_epoch="9f" * 16,
    cursor=12,
    digest="04" * 32,
    receiver="79.PROV",
    receiver_epoch="05" * 16,
    expected=12,
    time=datetime(2026, 11, 23, 7, tzinfo=UTC),
    trust_version=3,
    seq=2,
    prev="06" * 32,
    codes=("W_CLOCK",),
    counts={"resident": Counts(new=2, updated=1), "stay": Counts(same=1, deleted=1, parked=1)},
    rows=(ROW,),
    want_blobs=("07" * 32,),
    want_tables=("stay",),
    want_parts=(2,),
    skew_s=-312,
)
SENT = {"resident": Tally(3, 0), "stay": Tally(2, 1)}


def test_a_receipt_is_read_as_it_was_written() -> None:
    assert receipts.decode(receipts.encode(RECEIPT)) == RECEIPT


@each(
    "receipt",
    [
        replace(RECEIPT, counts={"resident": Counts(new=3)}),
        replace(RECEIPT, counts={**RECEIPT.counts, "resident": Counts(new=2)}),
        replace(RECEIPT, counts={**RECEIPT.counts, "dose": Counts(new=1)}),
        replace(RECEIPT, counts={**RECEIPT.counts, "stay": Counts(same=2, deleted=1)}),
        replace(RECEIPT, rows=()),
        replace(RECEIPT, rows=(ROW, ROW)),
        replace(RECEIPT, rows=(replace(ROW, table="resident"),)),
    ],
)
def test_a_receipt_that_forgets_a_row_does_not_add_up(receipt: Receipt) -> None:
    assert receipts.adds_up(RECEIPT, SENT)
    assert not receipts.adds_up(receipt, SENT)


def test_tables_without_rows_need_no_word() -> None:
    assert receipts.adds_up(RECEIPT, {**SENT, "dose": Tally(0, 0)})
    assert receipts.adds_up(replace(RECEIPT, counts={**RECEIPT.counts, "dose": Counts()}), SENT)


@each(
    ("key", "value"),
    [
        ("stage", "lost"),
        ("result", ""),
        ("codes", ["nonsense"]),
        ("codes", ["W_CLOCK", "W_CLOCK"]),
        ("skew_s", 10**12),
        ("prev", None),
        ("seq", 0),
        ("time", "2026-11-23T07:00:00+07:00"),
        ("counts", {"Bảng": {}}),
        ("counts", {"stay": {"new": -1}}),
        ("rows", [{"t": "stay", "id": "0a" * 16, "c": 1, "code": "E_REF", "ptr": "Nguyễn Văn A"}]),
        ("want", {"blobs": [], "tables": [], "parts": [0]}),
        ("cursor", {"chg": 1, "digest": "x", "epoch_id": "9f" * 16}),
        ("expected", None),
    ],
)
def test_a_receipt_that_makes_no_sense_is_told_by_its_field(key: str, value: Any) -> None:
    said = canonical.decode(receipts.encode(RECEIPT))
    assert isinstance(said, dict)
    said[key] = value
    try:
        data = canonical.encode(said)
    except ValueError:
        return
    with pytest.raises(BundleRefused) as refused:
        receipts.decode(data)
    assert refused.value.outcome is Outcome.MANIFEST
    assert f"/{key}" in refused.value.message
