"""A facility with rows of every kind in every table, and its first bundle; made once, nothing of it changes."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import sqlalchemy as sa

from facility_app.app.receiving import known_tables
from facility_app.db.bulk import server_engine
from facility_app.receiver import books, store
from facility_app.sync.export import Part
from tests.helpers.facility import founded
from tests.helpers.receiving import Bench, plant_fair_rows


@dataclass(frozen=True)
class Filled:
    """A facility and what it sent first."""

    bench: Bench
    parts: tuple[Part, ...]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    for facility in founded(tmp_path_factory.mktemp("filled")):
        bench = Bench(facility, tmp_path_factory.mktemp("spool"))
        plant_fair_rows(facility, 6)
        yield Filled(bench, bench.export(is_full=True))


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """A facility of one's own, nearly empty."""
    for facility in founded(tmp_path_factory.mktemp("facility")):
        yield Bench(facility, tmp_path_factory.mktemp("spool"))


def tables_made(url: str) -> None:
    """Every table of the receiver in a new database, without an epoch of its own."""
    engine = server_engine(url)
    books.METADATA.create_all(engine)
    known_tables().metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(
            sa.insert(books.STATION), {"name": store.SHAPE, "value": store.shape_of(known_tables())}
        )
    engine.dispose()
