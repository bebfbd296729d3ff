"""Two spans of one bed never share a night, however the row gets in."""

from collections.abc import Iterator
from datetime import date

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from facility_app.db import overlap
from facility_app.db.database import Database
from facility_app.db.driver import Connection, DataKey, connect
from facility_app.db.overlap import OVERLAP_MESSAGE
from facility_app.kernel.errors import UserError
from tests.helpers.probe import BEDS, ProbeSpan, VaultFile, decide, engine_of, rows, save


def night(day: int) -> date:
    return date(2026, 3, day)


def span(bed: str, first: int, until: int | None) -> ProbeSpan:
    return ProbeSpan(bed=bed, from_day=night(first), to_day=None if until is None else night(until))


def refused_of(database: Database, *spans: ProbeSpan) -> str:
    with pytest.raises(UserError) as refused:
        save(database, *spans)
    assert refused.value.template is OVERLAP_MESSAGE
    return refused.value.code


def test_a_span_may_begin_on_the_day_another_ends(database: Database) -> None:
    save(database, span("A", 5, 8), span("A", 8, 10), span("A", 1, 5), span("A", 10, None))
    assert rows(database, "SELECT count(*) FROM probe_span") == [(4,)]


def test_another_bed_does_not_compete(database: Database) -> None:
    save(database, span("A", 1, None), span("B", 1, None))
    assert rows(database, "SELECT count(*) FROM probe_span") == [(2,)]


@pytest.mark.parametrize(
    ("first", "until"), [(4, 6), (7, 9), (5, 8), (6, 7), (1, 20), (7, None), (1, None)], ids=str
)
def test_a_span_over_another_is_refused_in_plain_words(database: Database, first: int, until: int | None) -> None:
    save(database, span("A", 5, 8))
    assert refused_of(database, span("A", first, until)) == "overlap"
    assert rows(database, "SELECT count(*) FROM probe_span") == [(1,)]


def test_an_open_span_fills_all_days_to_come(database: Database) -> None:
    save(database, span("A", 5, None))
    assert refused_of(database, span("A", 28, None)) == "overlap"
    assert refused_of(database, span("A", 28, 29)) == "overlap"
    save(database, span("A", 1, 5))
    assert rows(database, "SELECT count(*) FROM probe_span") == [(2,)]


def test_a_span_cannot_grow_over_another(database: Database) -> None:
    grown = span("A", 1, 5)
    save(database, grown, span("A", 5, 8))
    with pytest.raises(UserError) as refused:
        decide(database, lambda uow: setattr(uow.get(ProbeSpan, grown.id), "to_day", night(6)))
    assert refused.value.code == "overlap"
    decide(database, lambda uow: setattr(uow.get(ProbeSpan, grown.id), "to_day", night(4)))
    assert rows(database, "SELECT to_day FROM probe_span WHERE id = ?", grown.id) == [("2026-03-04",)]


def test_a_span_cannot_move_to_a_taken_bed(database: Database) -> None:
    moved = span("B", 1, 5)
    save(database, moved, span("A", 2, 3))
    with pytest.raises(UserError) as refused:
        decide(database, lambda uow: setattr(uow.get(ProbeSpan, moved.id), "bed", "A"))
    assert refused.value.code == "overlap"


def test_a_span_does_not_compete_with_itself(database: Database) -> None:
    kept = span("A", 1, 5)
    save(database, kept)
    decide(database, lambda uow: setattr(uow.get(ProbeSpan, kept.id), "to_day", night(9)))
    assert rows(database, "SELECT to_day FROM probe_span") == [("2026-03-09",)]


def test_a_struck_out_span_does_not_compete_until_it_returns(database: Database) -> None:
    gone = span("A", 1, 5)
    save(database, gone)
    decide(database, lambda uow: uow.void(uow.get(ProbeSpan, gone.id), "ghi nhầm"))
    save(database, span("A", 2, 4))
    with pytest.raises(UserError) as refused:
        decide(database, lambda uow: setattr(uow.session.get_one(ProbeSpan, gone.id), "voided_at", None))
    assert refused.value.code == "overlap"


def test_a_struck_out_span_may_still_be_corrected_where_another_is(database: Database) -> None:
    gone = span("A", 1, 5)
    save(database, gone)
    decide(database, lambda uow: uow.void(uow.get(ProbeSpan, gone.id), "ghi nhầm"))
    save(database, span("A", 2, 4))
    decide(database, lambda uow: setattr(uow.session.get_one(ProbeSpan, gone.id), "void_reason", "trùng"))
    assert rows(database, "SELECT void_reason FROM probe_span WHERE id = ?", gone.id) == [("trùng",)]


@pytest.mark.parametrize("how", ["INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE", "REPLACE", "INSERT OR FAIL"])
def test_no_way_of_inserting_gets_past_the_rule(vault_file: VaultFile, how: str) -> None:
    columns = "id, bed, from_day, to_day, created_at, created_by, updated_at, updated_by, version"
    values = "'x', 'A', '2026-03-06', '2026-03-07', 't', 'u', 't', 'u', 1"
    with vault_file.opened() as database:
        save(database, span("A", 5, 8))
    with engine_of(vault_file.path) as engine:
        with engine.connect() as connection, pytest.raises(sa.exc.DBAPIError, match="no_overlap"):
            connection.exec_driver_sql(f"{how} INTO probe_span ({columns}) VALUES ({values})")
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM probe_span").scalar_one() == 1


def test_replacing_a_span_by_itself_is_no_overlap(vault_file: VaultFile) -> None:
    kept = span("A", 5, 8)
    with vault_file.opened() as database:
        save(database, kept)
    with engine_of(vault_file.path) as engine, engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO probe_span SELECT * FROM probe_span WHERE id = ?", (kept.id,)
        )
        assert connection.exec_driver_sql("SELECT count(*) FROM probe_span").scalar_one() == 1


@pytest.fixture(scope="module")
def beds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """One small table with the rule; each example rolls back what it put there."""
    connection = connect(tmp_path_factory.mktemp("beds") / "beds.db", DataKey(bytes(32), b"salt of the beds"))
    connection.execute(
        "CREATE TABLE probe_span "
        "(id TEXT PRIMARY KEY, bed TEXT, from_day, to_day, voided_at, UNIQUE (bed, from_day))"
    )
    for statement in overlap.triggers((BEDS,)).values():
        connection.execute(statement)
    yield connection
    connection.close()


def test_replacing_another_record_is_no_way_around(beds: Connection) -> None:
    """A check after the fact would find the other span already gone."""
    beds.execute("BEGIN")
    beds.execute("INSERT INTO probe_span VALUES ('1', 'A', '05', '08', NULL)")
    with pytest.raises(Exception, match="no_overlap"):
        beds.execute("INSERT OR REPLACE INTO probe_span VALUES ('2', 'A', '05', '06', NULL)")
    assert beds.execute("SELECT id FROM probe_span").fetchall() == [("1",)]
    beds.rollback()


SPANS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 8) | st.none()).map(
        lambda pair: (pair[0], None if pair[1] is None else pair[0] + pair[1])
    ),
    max_size=8,
)


def clash(one: tuple[int, int | None], other: tuple[int, int | None]) -> bool:
    first, last = (range(start, 99 if end is None else end) for start, end in (one, other))
    return bool(set(first) & set(last))


@given(SPANS)
def test_the_rule_agrees_with_counting_nights(beds: Connection, spans: list[tuple[int, int | None]]) -> None:
    taken: list[tuple[int, int | None]] = []
    beds.execute("BEGIN")
    try:
        for number, (start, end) in enumerate(spans):
            row = (str(number), "A", f"{start:02}", None if end is None else f"{end:02}")
            is_free = not any(clash((start, end), other) for other in taken)
            if is_free:
                beds.execute("INSERT INTO probe_span VALUES (?, ?, ?, ?, NULL)", row)
                taken.append((start, end))
            else:
                with pytest.raises(Exception, match="no_overlap"):
                    beds.execute("INSERT INTO probe_span VALUES (?, ?, ?, ?, NULL)", row)
        assert beds.execute("SELECT count(*) FROM probe_span").fetchone() == (len(taken),)
    finally:
        beds.rollback()
