"""A bundle that was brought is applied whole, once, and answered twice; what is in it is there as it was sent."""

from pathlib import Path

import pytest

from facility_app.receiver.states import State
from facility_app.sync.header import Kind
from facility_app.sync.receipts import Result, Stage
from tests.helpers.odd_rows import row_id
from tests.helpers.receiving import Bench, plain_connection, plant_fair_rows, sent_rows
from tests.helpers.server import prepared_database
from tests.receiver.conftest import Filled, tables_made


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_every_row_of_a_full_bundle_is_there_as_the_facility_has_it(
    engine: str, filled: Filled, tmp_path: Path
) -> None:
    url = None if engine == "sqlite" else prepared_database(tables_made)
    with filled.bench.receiver(tmp_path, url) as receiver:
        (taken,) = receiver.take(*filled.parts)
        assert (taken.state, taken.code) == (State.ARCHIVED, None)
        sent = sent_rows(filled.bench, filled.parts)
        assert len(sent) > 90
        assert receiver.held() == sent == filled.bench.own_rows()
        assert receiver.count("recv_parked") == 0
        stored, applied = receiver.receipts()
        assert (stored.stage, stored.result) == (Stage.STORED, Result.OK)
        assert (applied.stage, applied.result, applied.rows) == (Stage.APPLIED, Result.OK, ())
        assert sum(one.new for one in applied.counts.values()) == taken.rows == sum(map(len, sent.values()))


def test_bringing_a_full_bundle_again_changes_no_row_and_gives_the_same_answers(
    filled: Filled, tmp_path: Path
) -> None:
    with filled.bench.receiver(tmp_path) as receiver:
        receiver.take(*filled.parts)
        files = sorted((tmp_path / "receipts").rglob("*.goi"))
        said = [one.read_bytes() for one in files]
        before = receiver.held()
        for one in files:
            one.unlink()
        (taken,) = receiver.take(*filled.parts)
        assert taken.state is State.ARCHIVED
        assert receiver.held() == before
        assert [one.read_bytes() for one in sorted((tmp_path / "receipts").rglob("*.goi"))] == said
        assert receiver.rows("SELECT deliveries FROM recv_bundle") == [(2,)]


def test_what_changed_since_the_receipt_goes_alone_and_both_ends_are_equal_again(
    bench: Bench, tmp_path: Path
) -> None:
    plant_fair_rows(bench.facility, 3)
    with bench.receiver(tmp_path) as receiver:
        receiver.take(*bench.export())
        bench.take_in(receiver.answers())
        with plain_connection(bench.facility) as connection:
            connection.execute("UPDATE resident SET name = 'Đổi tên' WHERE id = ?", (row_id("resident", 1),))
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute("DELETE FROM housing_zone WHERE id = ?", (row_id("housing_zone", 2),))
            connection.commit()
        (part,) = bench.export()
        assert (part.header.kind, part.rows) == (Kind.DATA, 2)
        receiver.take(part)
        assert receiver.held() == bench.own_rows()
        counts = receiver.receipts()[-1].counts
        assert (counts["resident"].updated, counts["housing_zone"].deleted) == (1, 1)
