"""A receipt is a bundle like any other, for one facility, and says inside what it says outside."""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from nacl.signing import SigningKey

from facility_app.kernel.labels import Label
from facility_app.sync import container, receipts, sealing
from facility_app.sync import header as headers
from facility_app.sync.answers import Answer, Writer, read_answer, write_answer
from facility_app.sync.header import Epoch, Header
from facility_app.sync.outcomes import SENTENCES, BundleRefused, Outcome
from facility_app.sync.receipts import Receipt
from facility_app.sync.row_codes import ROW_SENTENCES, RowCode, sentence_of
from tests.helpers.cases import each
from tests.sync.test_receipts import RECEIPT

SECRET = b"\x07" * 32
PUBLIC = bytes(SigningKey(SECRET).verify_key)
FACILITY = "G01.79.1"
WRITER = Writer("facility_app/0", RECEIPT.receiver, Epoch(1, RECEIPT.receiver_epoch), SECRET)


def written(receipt: Receipt, recipient: str, facility: str = FACILITY) -> bytes:
    whole = io.BytesIO()
    name = write_answer(whole, WRITER, receipt, facility, [recipient], "0b" * 16)
    assert name == container.read_bundle(io.BytesIO(whole.getvalue()), lambda _header: PUBLIC).header_sha256
    return whole.getvalue()


def read(data: bytes, identity: str, facility: str = FACILITY) -> Answer:
    return read_answer(io.BytesIO(data), lambda _header: PUBLIC, facility, [identity])


def test_a_receipt_comes_out_of_its_bundle_as_it_went_in() -> None:
    identity, recipient = sealing.new_identity()
    found = read(written(RECEIPT, recipient), identity)
    assert found.receipt == RECEIPT
    head = found.bundle.header
    assert (head.facility, head.stream, head.seq, head.prev) == (
        RECEIPT.receiver,
        f"R@{FACILITY}",
        2,
        RECEIPT.prev,
    )


def test_a_receipt_for_somebody_else_is_refused() -> None:
    identity, recipient = sealing.new_identity()
    stranger, _other = sealing.new_identity()
    for data, key in (
        (written(RECEIPT, recipient, "G01.79.2"), identity),
        (written(RECEIPT, recipient), stranger),
    ):
        with pytest.raises(BundleRefused) as refused:
            read(data, key)
        assert refused.value.outcome is Outcome.RECIPIENT


@each(
    "twist",
    [
        lambda head: replace(head, facility="79.OTHER"),
        lambda head: replace(head, epoch=Epoch(1, "0c" * 16)),
        lambda head: replace(head, seq=3),
        lambda head: replace(head, prev="0d" * 32),
        lambda head: replace(head, created=head.created.replace(second=1)),
        lambda head: replace(head, kind=headers.Kind.DATA),
    ],
)
def test_what_is_said_outside_and_inside_is_one_thing(
    twist: Callable[[Header], Header], monkeypatch: pytest.MonkeyPatch
) -> None:
    identity, recipient = sealing.new_identity()
    encode: Any = headers.encode
    monkeypatch.setattr(headers, "encode", lambda head: encode(twist(head)))
    whole = io.BytesIO()
    write_answer(whole, WRITER, RECEIPT, FACILITY, [recipient], "0b" * 16)
    with pytest.raises(BundleRefused) as refused:
        read(whole.getvalue(), identity)
    assert refused.value.outcome is Outcome.ENVELOPE


def test_a_writer_signs_in_its_own_name_only() -> None:
    _identity, recipient = sealing.new_identity()
    with pytest.raises(ValueError, match="another receiver"):
        write_answer(io.BytesIO(), WRITER, replace(RECEIPT, receiver="79.OTHER"), FACILITY, [recipient], "0b" * 16)


def test_a_bundle_of_another_member_is_no_receipt(monkeypatch: pytest.MonkeyPatch) -> None:
    identity, recipient = sealing.new_identity()
    monkeypatch.setattr(receipts, "MEMBER", "data/receipt/00001.jsonl")
    data = written(RECEIPT, recipient)
    monkeypatch.undo()
    with pytest.raises(BundleRefused) as refused:
        read(data, identity)
    assert refused.value.outcome is Outcome.MANIFEST


def test_each_code_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Outcome)
    assert set(ROW_SENTENCES) == set(RowCode)
    assert isinstance(sentence_of("E_OF_A_LATER_DAY"), Label)
