"""What goes into a column comes out of it, and lies in the file in a form whose order is its meaning's."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from facility_app.db.database import Database
from facility_app.db.types import MoneyVnd, UtcDatetime
from facility_app.kernel.money import Money
from tests.helpers.probe import OFFICER, ProbeKind, ProbePerson, person, rows, save

AT = datetime(2026, 3, 2, 8, 30, 0, 5, tzinfo=timezone(timedelta(hours=7)))


def test_every_type_survives_the_file(database: Database) -> None:
    made = person(
        "Nguyễn Thị Ánh",
        born=date(1990, 2, 28),
        seen_at=AT,
        balance=Money(-12_345_678_901),
        kind=ProbeKind.SECOND,
    )
    save(database, made)
    with database.read(OFFICER) as uow:
        found = uow.get(ProbePerson, made.id)
    assert (found.name, found.born, found.seen_at, found.balance, found.kind) == (
        "Nguyễn Thị Ánh",
        date(1990, 2, 28),
        AT,
        Money(-12_345_678_901),
        ProbeKind.SECOND,
    )
    assert found.seen_at is not None
    assert found.seen_at.tzinfo is UTC


def test_the_file_holds_utc_text_whole_money_and_stable_words(database: Database) -> None:
    save(database, person("An", born=date(1990, 2, 28), seen_at=AT, balance=Money(5), kind=ProbeKind.FIRST))
    held = rows(database, "SELECT born, seen_at, balance, typeof(balance), kind FROM probe_person")
    assert held == [("1990-02-28", "2026-03-02T01:30:00.000005Z", 5, "integer", "one")]


def test_nothing_stays_nothing(database: Database) -> None:
    made = person("An")
    save(database, made)
    with database.read(OFFICER) as uow:
        found = uow.get(ProbePerson, made.id)
        assert (found.born, found.seen_at, found.balance, found.kind) == (None, None, None, None)


def test_an_instant_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="without a zone"):
        save(database, person("An", seen_at=datetime(2026, 3, 2)))  # noqa: DTZ001 - the fault itself
    assert rows(database, "SELECT count(*) FROM probe_person") == [(0,)]


def test_a_word_outside_the_closed_set_is_refused(database: Database) -> None:
    with pytest.raises(LookupError):
        save(database, person("An", kind="three"))
    assert rows(database, "SELECT count(*) FROM probe_person") == [(0,)]


INSTANTS = st.datetimes(
    min_value=datetime(1900, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=7)), timezone(timedelta(hours=-5))]),
)


@given(INSTANTS, INSTANTS)
def test_order_of_the_text_is_order_of_time(one: datetime, other: datetime) -> None:
    column, dialect = UtcDatetime(), sa.create_mock_engine("sqlite://", lambda *_a: None).dialect
    first, second = column.process_bind_param(one, dialect), column.process_bind_param(other, dialect)
    assert first is not None
    assert second is not None
    assert (first < second) == (one < other)
    assert column.process_result_value(first, dialect) == one


@given(st.integers(-(2**62), 2**62))
def test_money_is_whole_to_the_last_dong(vnd: int) -> None:
    column, dialect = MoneyVnd(), sa.create_mock_engine("sqlite://", lambda *_a: None).dialect
    bound = column.process_bind_param(Money(vnd), dialect)
    assert bound == vnd
    assert column.process_result_value(bound, dialect) == Money(vnd)
