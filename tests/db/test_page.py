"""Pages laid end to end are the whole list, in its order, whatever the order and the size."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from facility_app.db.database import Database
from facility_app.db.page import Listing, count, page
from facility_app.kernel.errors import UserError
from facility_app.kernel.money import Money
from facility_app.kernel.paging import Cursor, PageRequest, Sort
from tests.helpers.probe import (
    OFFICER,
    ProbeBase,
    ProbeKind,
    ProbePerson,
    VaultFile,
    decide,
    engine_of,
    person,
    save,
)

T = ProbeBase.metadata.tables["probe_person"]
AT = datetime(2026, 3, 2, tzinfo=UTC)
KEYS: dict[str, sa.ColumnElement[Any]] = {
    "name": T.c.name_fold,
    "code": T.c.code,
    "born": T.c.born,
    "seen": T.c.seen_at,
    "balance": T.c.balance,
    "kind": T.c.kind,
}
HOW_MANY = 24


@dataclass(frozen=True)
class Row:
    id: str
    name: str


LISTING = Listing(sa.select(T.c.id, T.c.name), T.c.id, KEYS, (Sort("name"),))


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """People with ties and gaps in every sort key."""
    file = VaultFile(tmp_path_factory.mktemp("people"))
    file.create()
    with closing(file.database()) as database:
        decide(database, lambda uow: [uow.add(somebody(n)) for n in range(HOW_MANY)])
        yield database


def somebody(n: int) -> ProbePerson:
    return person(
        f"Tên {n * 7 % 5}",
        id=f"{n * 17 % HOW_MANY:032x}",
        code=None if n % 4 == 0 else f"C{n:02}",
        born=None if n % 3 == 0 else date(1990, 1, 1 + n % 4),
        seen_at=None if n % 5 == 0 else AT + timedelta(hours=n % 3),
        balance=None if n % 6 == 0 else Money(n % 4 - 2),
        kind=[None, ProbeKind.FIRST, ProbeKind.SECOND][n % 3],
    )


def in_pages(database: Database, sort: tuple[Sort, ...], size: int) -> list[str]:
    """Ids of all pages; each mark goes out and comes back as text, as on the command line."""
    ids: list[str] = []
    after: Cursor | None = None
    while True:
        with database.read(OFFICER) as uow:
            got = page(uow.session, LISTING, PageRequest(size, after, sort), Row)
        ids += [row.id for row in got.rows]
        assert len(got.rows) == size or got.next is None
        if got.next is None:
            return ids
        after = Cursor.decode(got.next.encode())


def whole(database: Database, sort: tuple[Sort, ...]) -> list[str]:
    sort = sort or LISTING.default
    order = [KEYS[key.key].desc() if key.descending else KEYS[key.key].asc() for key in sort]
    tail = T.c.id.desc() if sort[-1].descending else T.c.id.asc()
    with database.read(OFFICER) as uow:
        return list(uow.session.scalars(sa.select(T.c.id).order_by(*order, tail)))


SORTS = st.lists(st.builds(Sort, st.sampled_from(sorted(KEYS)), st.booleans()), max_size=3).map(tuple)


@settings(max_examples=40)
@given(sort=SORTS, size=st.integers(1, HOW_MANY + 2))
def test_pages_end_to_end_are_the_whole_list(people: Database, sort: tuple[Sort, ...], size: int) -> None:
    assert in_pages(people, sort, size) == whole(people, sort)


@pytest.mark.parametrize("key", sorted(KEYS))
@pytest.mark.parametrize("descending", [False, True])
def test_every_key_alone_both_ways_row_by_row(people: Database, key: str, descending: bool) -> None:
    sort = (Sort(key, descending),)
    assert in_pages(people, sort, 1) == whole(people, sort)


def test_rows_are_what_the_list_says(people: Database) -> None:
    with people.read(OFFICER) as uow:
        got = page(uow.session, LISTING, PageRequest(3), Row)
        assert count(uow.session, LISTING) == HOW_MANY
    assert {row.name for row in got.rows} == {"Tên 0"}


def test_a_row_that_comes_before_the_mark_does_not_shift_the_next_page(database: Database) -> None:
    save(database, *(person(f"T{n}") for n in range(4)))
    with database.read(OFFICER) as uow:
        first = page(uow.session, LISTING, PageRequest(2), Row)
    save(database, person("A0"))
    with database.read(OFFICER) as uow:
        second = page(uow.session, LISTING, PageRequest(2, first.next), Row)
    assert [row.name for row in (*first.rows, *second.rows)] == ["T0", "T1", "T2", "T3"]


def test_a_key_the_list_does_not_have_is_refused_by_name(people: Database) -> None:
    with people.read(OFFICER) as uow, pytest.raises(UserError) as refused:
        page(uow.session, LISTING, PageRequest(sort=(Sort("id; DROP TABLE x"),)), Row)
    assert refused.value.code == "bad_sort"
    assert "balance, born, code" in refused.value.message


def test_a_mark_of_another_order_is_refused(people: Database) -> None:
    with people.read(OFFICER) as uow, pytest.raises(UserError) as refused:
        page(uow.session, LISTING, PageRequest(after=Cursor(("a", "b"), "0" * 32)), Row)
    assert refused.value.code == "bad_cursor"


@pytest.mark.parametrize("key", ["name", "code"])
@pytest.mark.parametrize("after", [None, "C05"])
def test_a_page_by_an_indexed_key_is_read_off_the_index(
    vault_file: VaultFile, key: str, after: str | None
) -> None:
    statements: list[tuple[str, Any]] = []
    with vault_file.opened() as database, database.read(OFFICER) as uow:
        connection = uow.session.connection()
        sa.event.listen(
            connection,
            "before_cursor_execute",
            lambda _c, _cur, statement, parameters, *_rest: statements.append((statement, parameters)),
        )
        cursor = None if after is None else Cursor((after,), "0" * 32)
        page(uow.session, LISTING, PageRequest(50, cursor, (Sort(key),)), Row)
        statement, parameters = statements[-1]
    column = KEYS[key].key
    with engine_of(vault_file.path) as engine, engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE INDEX ix_page ON probe_person ({column}, id)")
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        steps = [row.detail for row in plan]
    assert not any("TEMP B-TREE" in step for step in steps), steps
    assert any("ix_page" in step for step in steps), steps
    assert after is None or all("SEARCH" in step for step in steps), steps
