"""What a receipt changes: how far is known to have arrived, what goes along again, what stops a stream."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from facility_app.kernel.errors import UserError
from facility_app.modules.exchange.domain import Acked, SentState
from facility_app.modules.exchange.queries.answers import list_receipts, list_sticky, read_receipt
from facility_app.modules.exchange.queries.sent import list_arrived, list_sent
from facility_app.modules.exchange.queries.status import PublicKeys, StreamRow, get_status
from facility_app.modules.exchange.service.receipts import (
    NotePaper,
    TakenReceipt,
    note_paper,
    send_all_again,
    take_receipt,
)
from facility_app.modules.exchange.tables import SyncReceipt
from facility_app.modules.upkeep.service import begin_epoch
from facility_app.sync import history, sealing
from facility_app.sync.export import LEAST_PART, Part
from facility_app.sync.header import Epoch, Kind
from facility_app.sync.outcomes import BundleRefused, Outcome
from facility_app.sync.receipts import Counts, Receipt, Result, RowNote, Stage
from tests.helpers.exchange import SENDER, Province, enrolled, exported
from tests.helpers.facility import Facility, founded
from tests.helpers.odd_rows import row_id
from tests.modules.exchange.test_export import write_much, write_rows

PROVINCE = Province()
ZONE = "housing_zone"


class Desk:
    """One facility, its spool, and a province that answers."""

    def __init__(self, facility: Facility, spool: Path) -> None:
        self.facility, self.spool = facility, spool
        self.keys: PublicKeys = enrolled(facility.database, PROVINCE)

    def export(self, **how: Any) -> tuple[Part, ...]:
        return exported(self.facility.database, self.spool, **how)

    def receipt(self, parts: tuple[Part, ...], seq: int = 1, **changed: Any) -> Receipt:
        return PROVINCE.receipt(parts, self.keys.signing, seq, **changed)

    def take(self, receipt: Receipt | bytes, **how: Any) -> TakenReceipt:
        data = receipt if isinstance(receipt, bytes) else self.written(receipt, **how)
        with self.facility.database.write(SENDER) as uow:
            taken = take_receipt(uow, read_receipt(uow, io.BytesIO(data)))
            uow.commit()
        return taken

    def written(self, receipt: Receipt, **how: Any) -> bytes:
        return PROVINCE.answer(receipt, self.keys.recipient, self.facility.database.home, **how)

    def refused(self, receipt: Receipt | bytes, **how: Any) -> Outcome:
        before = self.stream
        with pytest.raises(BundleRefused) as refused:
            self.take(receipt, **how)
        assert self.stream == before
        return refused.value.outcome

    @property
    def stream(self) -> StreamRow:
        with self.facility.database.read(SENDER) as uow:
            return get_status(uow).streams[0]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    spool = tmp_path / "spool"
    spool.mkdir()
    for facility in founded(tmp_path):
        yield Desk(facility, spool)


def test_the_next_export_begins_where_an_applied_receipt_ends(desk: Desk) -> None:
    write_rows(desk.facility, range(3))
    first = desk.export()
    stored = desk.receipt(first, stage=Stage.STORED, counts={}, cursor=0, digest=_beginning(first), expected=0)
    assert desk.take(stored).acked == 0
    assert desk.export()[0].header.kind is Kind.FULL
    taken = desk.take(desk.receipt(first, 2, prev=_named(desk)))
    assert (taken.acked_before, taken.not_taken, desk.stream.acked_kind) == (0, 0, Acked.DIGITAL)
    write_rows(desk.facility, range(2, 4), "Khu hai")
    (second,) = desk.export()
    said, _members = PROVINCE.opened(second.path, desk.keys.signing)
    assert (second.header.kind, said.start, said.counts[ZONE].upserts) == (Kind.DATA, taken.acked, 2)
    with desk.facility.database.read(SENDER) as uow:
        states = [one.state for one in list_sent(uow)]
        assert states == [SentState.WRITTEN, SentState.APPLIED, SentState.APPLIED]
        assert len(list_arrived(uow, uow.now + timedelta(days=1))) == 2
        assert list_arrived(uow, uow.now - timedelta(days=30)) == ()
        assert [one.seq for one in list_receipts(uow)] == [2, 1]


def test_a_row_that_was_not_taken_goes_along_until_it_is(desk: Desk) -> None:
    write_rows(desk.facility, range(3))
    first = desk.export()
    bad = RowNote(ZONE, row_id(ZONE, 1), 5, "E_RANGE", "/d/name")
    whole = desk.receipt(first)
    counts = {**whole.counts, ZONE: Counts(new=2, rejected=1)}
    assert desk.take(replace(whole, result=Result.PARTIAL, counts=counts, rows=(bad,))).not_taken == 1
    with desk.facility.database.read(SENDER) as uow:
        (row,) = list_sticky(uow)
    assert (row.table, row.row_id, row.code, row.pointer) == (ZONE, bad.row_id, "E_RANGE", "/d/name")
    again: tuple[Part, ...] = ()
    for seq in (2, 3):
        again = desk.export()
        lines = PROVINCE.lines([again[0].path], desk.keys.signing)
        assert [(one["id"], one["c"]) for one in lines] == [(bad.row_id, 5)]
        assert desk.stream.sticky == 1
        if seq == 2:
            stubborn = desk.receipt(again, 2, prev=_named(desk), rows=(replace(bad, code="E_REF"),))
            desk.take(replace(stubborn, result=Result.PARTIAL, counts={ZONE: Counts(parked=1)}))
    desk.take(desk.receipt(again, 3, prev=_named(desk)))
    assert desk.stream.sticky == 0
    assert desk.export()[0].rows == 0


def test_rows_named_in_a_lost_receipt_are_not_passed(desk: Desk) -> None:
    write_rows(desk.facility, range(2))
    first = desk.export()
    desk.take(desk.receipt(first))
    acked = desk.stream.acked
    write_rows(desk.facility, range(3))
    second = desk.export()
    write_rows(desk.facility, range(4))
    third = desk.export()
    # Both were applied; the receipt of the third is lost, that of the second says where the receiver stands now.
    end = desk.receipt(third)
    desk.take(desk.receipt(second, 3, cursor=end.cursor, digest=end.digest))
    assert acked < desk.stream.acked < end.cursor


def test_a_receipt_is_taken_once_and_an_old_one_moves_nothing(desk: Desk) -> None:
    write_rows(desk.facility, range(2))
    first = desk.export()
    one, old = desk.receipt(first, 4), desk.receipt(first, 2)
    data = desk.written(one)
    desk.take(data)
    assert desk.refused(data) is Outcome.DUPLICATE
    assert desk.refused(old) is Outcome.OLD
    assert desk.refused(replace(one, skew_s=1)) is Outcome.FORK
    assert desk.refused(desk.receipt(first, 5, prev="0e" * 32)) is Outcome.FORK
    assert desk.refused(desk.receipt(first, 5, receiver_epoch="0f" * 16), life=Epoch(1, "0f" * 16)) is Outcome.FORK


def test_a_receipt_that_is_late_still_tells_what_nothing_else_told(desk: Desk) -> None:
    write_rows(desk.facility, range(2))
    first = desk.export()
    late = desk.receipt(first, 1)
    desk.take(desk.receipt(first, 2, stage=Stage.STORED, counts={}))
    assert desk.stream.acked == 0
    assert desk.take(late).acked == late.cursor


def test_forged_and_strangers_receipts_are_refused(desk: Desk) -> None:
    write_rows(desk.facility, range(2))
    first = desk.export()
    said = desk.receipt(first)
    assert desk.refused(said, secret=bytes([22]) * 32) is Outcome.KEY_UNKNOWN
    assert desk.refused(replace(said, receiver="28.OTHER")) is Outcome.KEY_UNKNOWN
    other = PROVINCE.answer(said, sealing.new_identity()[1], "G01.99.9")
    with desk.facility.database.read(SENDER) as uow, pytest.raises(BundleRefused) as refused:
        read_receipt(uow, io.BytesIO(other))
    assert refused.value.outcome is Outcome.RECIPIENT


def test_a_receipt_that_forgets_a_part_or_a_row_is_not_believed(desk: Desk) -> None:
    write_rows(desk.facility, range(2))
    first = desk.export()
    said = desk.receipt(first)
    short = {name: one for name, one in said.counts.items() if name != ZONE}
    assert desk.refused(replace(said, counts=short)) is Outcome.COUNTS
    write_much(desk.facility)
    many = desk.export(most=LEAST_PART)
    assert len(many) > 1
    assert desk.refused(desk.receipt(many[:1])) is Outcome.COUNTS
    assert desk.take(desk.receipt(many)).acked > 0


def test_a_receiver_that_was_put_back_is_sent_what_it_lost(desk: Desk) -> None:
    write_rows(desk.facility, range(2))
    first = desk.export()
    was = desk.receipt(first, 7)
    desk.take(was)
    write_rows(desk.facility, range(3))
    second = desk.export()
    desk.take(desk.receipt(second, 8, prev=_named(desk)))
    life = Epoch(2, "6b" * 16)
    back = desk.receipt(second, 1, receiver_epoch=life.id, cursor=was.cursor, digest=was.digest)
    assert desk.take(replace(back, stage=Stage.STORED, counts={}), life=life).acked == was.cursor
    assert desk.refused(desk.receipt(second, 9)) is Outcome.OLD
    (third,) = desk.export()
    assert PROVINCE.opened(third.path, desk.keys.signing)[0].start == was.cursor


def test_a_place_this_file_was_never_at_stops_the_stream(desk: Desk) -> None:
    write_rows(desk.facility, range(2))
    first = desk.export()
    said = desk.receipt(first, digest="ab" * 32)
    assert desk.take(said).frozen is Outcome.ROLLBACK
    stopped = desk.stream
    assert stopped.frozen == "E_ROLLBACK"
    with pytest.raises(UserError) as refused:
        desk.export()
    assert refused.value.code == "stream_frozen"
    with desk.facility.database.write(desk.facility.admin) as uow:
        begin_epoch(uow, "khôi phục")
        uow.commit()
    (after,) = desk.export()
    assert (after.header.kind, after.header.epoch.n, desk.stream.frozen) == (Kind.FULL, 2, None)
    assert desk.refused(desk.receipt(first, 2, prev=_named(desk))) is Outcome.OLD


def test_a_bundle_the_books_do_not_know_and_what_the_receiver_froze_stop_it_too(desk: Desk) -> None:
    write_rows(desk.facility, range(2))
    first = desk.export()
    unknown = desk.receipt(first, header_sha256="cd" * 32)
    assert desk.take(unknown).frozen is Outcome.ROLLBACK
    frozen = desk.receipt(first, 2, stage=Stage.STORED, result=Result.REJECTED, counts={}, codes=("E_FORK",))
    assert desk.take(replace(frozen, prev=_named(desk))).frozen is Outcome.FORK


def test_paper_signed_by_the_province_counts_and_a_new_base_may_be_asked_for(desk: Desk) -> None:
    write_rows(desk.facility, range(2))
    (first,) = desk.export()
    said, _members = PROVINCE.opened(first.path, desk.keys.signing)
    assert said.paper_number == "1.1/P2"
    with desk.facility.database.write(SENDER) as uow:
        for number, sha in (("1.1/P2", "0" * 64), ("2.1/P2", first.sha256), ("1.1/P2", first.sha256[:7])):
            with pytest.raises(UserError):
                note_paper(uow, NotePaper(number, sha))
        spaced = " ".join((first.sha256[:4].upper(), first.sha256[4:8]))
        assert note_paper(uow, NotePaper(" 1.1/P2", spaced)) == said.end
        send_all_again(uow, "P2@province")
        uow.commit()
    assert desk.stream.acked_kind is Acked.PAPER
    assert [desk.export()[0].header.kind for _ in range(2)] == [Kind.FULL, Kind.DATA]


def test_rows_named_in_a_late_answer_to_what_was_signed_for_on_paper_go_along(desk: Desk) -> None:
    write_rows(desk.facility, range(3))
    first = desk.export()
    bad = RowNote(ZONE, row_id(ZONE, 1), 5, "E_RANGE", "/d/name")
    whole = desk.receipt(first)
    counts = {**whole.counts, ZONE: Counts(new=2, rejected=1)}
    late = replace(whole, result=Result.PARTIAL, counts=counts, rows=(bad,))
    with desk.facility.database.write(SENDER) as uow:
        note_paper(uow, NotePaper("1.1/P2", first[0].sha256))
        uow.commit()
    write_rows(desk.facility, range(3, 4))
    desk.take(desk.receipt(desk.export(), 2))  # begins behind the first, so it says nothing of that row
    acked = desk.stream.acked
    assert desk.take(late).not_taken == 1
    assert (desk.stream.acked, desk.stream.sticky) == (acked, 1)
    lines = PROVINCE.lines([desk.export()[0].path], desk.keys.signing)
    assert bad.row_id in {one["id"] for one in lines}


def _beginning(parts: tuple[Part, ...]) -> str:
    return history.beginning(parts[0].header.epoch)


def _named(desk: Desk) -> str:
    """The name of the last receipt that was taken."""
    with desk.facility.database.read(SENDER) as uow:
        found = uow.session.scalar(sa.select(SyncReceipt.header_sha).order_by(SyncReceipt.seq.desc()).limit(1))
    assert found is not None
    return found
