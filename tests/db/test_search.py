"""A person is found by any words of the name, in any order, begun or whole, and by the end of a number."""

import random
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from facility_app.db import schema_objects, search
from facility_app.db.database import Database
from facility_app.kernel.names import fold
from tests.helpers.probe import (
    OFFICER,
    ProbeBase,
    ProbePerson,
    VaultFile,
    change,
    decide,
    engine_of,
    person,
    probe_schema,
    rows,
    save,
)

PERSONS = ProbeBase.metadata.tables["probe_person"]


def found(database: Database, typed: str) -> list[str]:
    with database.read(OFFICER) as uow:
        statement = sa.select(PERSONS.c.name).where(search.matches(PERSONS, typed)).order_by(PERSONS.c.name)
        return list(uow.session.scalars(statement))


@pytest.fixture
def three(database: Database) -> Database:
    save(
        database,
        person("Đỗ Thị Ánh Nguyệt", "079201001234"),
        person("Đặng Văn Đức", "001090123456"),
        person("Nguyễn Thị Ánh", "079201994321"),
    )
    return database


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Đỗ Thị Ánh Nguyệt", ["Đỗ Thị Ánh Nguyệt"]),
        ("nguyệt đỗ", ["Đỗ Thị Ánh Nguyệt"]),
        ("anh thi", ["Nguyễn Thị Ánh", "Đỗ Thị Ánh Nguyệt"]),
        ("ngu", ["Nguyễn Thị Ánh", "Đỗ Thị Ánh Nguyệt"]),
        ("ng th", ["Nguyễn Thị Ánh", "Đỗ Thị Ánh Nguyệt"]),
        ("đ", ["Đặng Văn Đức", "Đỗ Thị Ánh Nguyệt"]),
        ("DUC", ["Đặng Văn Đức"]),
        ("ĐUC dang", ["Đặng Văn Đức"]),
        ("uyet", []),
        ("duc anh", []),
    ],
)
def test_words_in_any_order_begun_or_whole(three: Database, typed: str, expected: list[str]) -> None:
    assert found(three, typed) == expected


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ["đỗ thị", "ĐỖ THỊ", "Đỗ"])
def test_any_keyboard_finds_the_same(three: Database, form: str, typed: str) -> None:
    assert found(three, unicodedata.normalize(form, typed)) == ["Đỗ Thị Ánh Nguyệt"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1234", ["Đỗ Thị Ánh Nguyệt"]),
        ("001234", ["Đỗ Thị Ánh Nguyệt"]),
        ("079201001234", ["Đỗ Thị Ánh Nguyệt"]),
        ("do 1234", ["Đỗ Thị Ánh Nguyệt"]),
        ("234", []),
        ("0792", []),
        ("9201", []),
        ("duc 1234", []),
        ("1234 4321", []),
    ],
)
def test_a_number_is_found_by_its_end_from_four_digits_on(
    three: Database, typed: str, expected: list[str]
) -> None:
    assert found(three, typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        '"',
        "'",
        "*",
        "NEAR(",
        "AND",
        "()",
        "words:",
        "^",
        "-",
        "+",
        "--;",
        "\0",
        "%_",
        "{}",
        '"" ""',
        "\u0300",
    ],
)
def test_signs_of_the_query_language_are_harmless(three: Database, typed: str) -> None:
    assert found(three, typed) == []
    assert found(three, f"{typed} duc {typed}") in ([], ["Đặng Văn Đức"])


@pytest.mark.parametrize("word", ["and", "or", "not", "near", "numbers", "words"])
def test_words_of_the_query_language_are_only_words(database: Database, word: str) -> None:
    save(database, person(f"{word} Văn An"), person("Lê Thị Bình"))
    assert found(database, f"{word} an") == [f"{word} Văn An"]
    assert found(database, f"{word.upper()}*") == [f"{word} Văn An"]


def test_one_statement_may_search_twice(three: Database) -> None:
    both = search.matches(PERSONS, "do") & search.matches(PERSONS, "duc")
    either = search.matches(PERSONS, "do") | search.matches(PERSONS, "duc")
    with three.read(OFFICER) as uow:
        assert list(uow.session.scalars(sa.select(PERSONS.c.name).where(both))) == []
        assert len(uow.session.scalars(sa.select(PERSONS.c.name).where(either)).all()) == 2


def test_a_new_name_is_found_and_the_old_one_no_more(three: Database) -> None:
    (record_id,) = rows(three, "SELECT id FROM probe_person WHERE name = 'Đặng Văn Đức'")[0]

    def rename(record: ProbePerson) -> None:
        record.name, record.name_fold, record.number_rev = "Vũ Bá Long", fold("Vũ Bá Long"), "8888"

    change(three, record_id, rename)
    assert (found(three, "duc"), found(three, "3456")) == ([], [])
    assert (found(three, "long ba"), found(three, "8888")) == (["Vũ Bá Long"], ["Vũ Bá Long"])


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM probe_person WHERE name = 'Đặng Văn Đức'",
        "UPDATE probe_person SET name_fold = 'x y', number_rev = NULL WHERE name = 'Đặng Văn Đức'",
        "INSERT OR REPLACE INTO probe_person (id, home, name, name_fold, created_at, created_by, updated_at, "
        "updated_by, version) SELECT id, home, 'X Y', 'x y', created_at, created_by, updated_at, updated_by, 2 "
        "FROM probe_person WHERE name = 'Đặng Văn Đức'",
        "INSERT INTO probe_person SELECT * FROM probe_person WHERE name = 'Đặng Văn Đức' "
        "ON CONFLICT (id) DO UPDATE SET name = 'X Y', name_fold = 'x y', number_rev = NULL",
    ],
    ids=["delete", "update", "replace", "upsert"],
)
def test_the_index_keeps_in_step_with_every_way_of_writing(
    vault_file: VaultFile, three: Database, statement: str
) -> None:
    with engine_of(vault_file.path) as engine, engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert (found(three, "duc"), found(three, "3456")) == ([], [])
    still = rows(three, "SELECT name FROM probe_person WHERE name_fold = 'x y'")
    assert [(name,) for name in found(three, "y x")] == still
    assert rows(three, "SELECT count(*) FROM search_row") == rows(three, "SELECT count(*) FROM probe_person")
    assert rows(three, "SELECT count(*) FROM probe_person_fts") == rows(three, "SELECT count(*) FROM probe_person")


def test_the_right_person_is_found_after_a_migration_copied_the_table(
    vault_file: VaultFile, three: Database
) -> None:
    with engine_of(vault_file.path) as engine, engine.begin() as connection:
        before = rowids(connection)
        connection.exec_driver_sql("CREATE TABLE kept AS SELECT * FROM probe_person")
        for name in probe_schema().triggers:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql("DELETE FROM probe_person")
        connection.exec_driver_sql("INSERT INTO probe_person SELECT * FROM kept ORDER BY name_fold DESC")
        connection.exec_driver_sql("DROP TABLE kept")
        after = rowids(connection)
        schema_objects.install(connection, probe_schema())
    assert before != after
    assert found(three, "duc") == found(three, "3456") == ["Đặng Văn Đức"]
    assert found(three, "nguyet") == found(three, "1234") == ["Đỗ Thị Ánh Nguyệt"]
    change(three, rows(three, "SELECT id FROM probe_person WHERE name_fold = 'dang van duc'")[0][0], long)
    assert (found(three, "duc"), found(three, "long")) == ([], ["Long"])


def rowids(connection: sa.Connection) -> list[tuple[Any, ...]]:
    return sorted(tuple(row) for row in connection.exec_driver_sql("SELECT id, rowid FROM probe_person"))


def long(record: ProbePerson) -> None:
    record.name, record.name_fold = "Long", "long"


SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn"
MIDDLES = "Văn Thị Đức Minh Ngọc Hữu Quang Thanh Xuân Bá Kim Như"
GIVEN = "An Ánh Bình Châu Dũng Đạt Đức Giang Hà Hạnh Hoa Hùng Khánh Lan Long Mai Nga Oanh Quý Sơn Yến"


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, list[str]]]:
    """800 people with seeded names."""
    draw = random.Random(2026)
    surnames, middles, given_names = SURNAMES.split(), MIDDLES.split(), GIVEN.split()
    file = VaultFile(tmp_path_factory.mktemp("crowd"))
    file.create()
    names = [
        " ".join([draw.choice(surnames), *draw.sample(middles, draw.randint(0, 2)), draw.choice(given_names)])
        for _ in range(800)
    ]
    with closing(file.database()) as database:
        people = [person(name, f"0{draw.randrange(10**11):011}") for name in names]
        decide(database, lambda uow: [uow.add(one) for one in people])
        yield database, names


def by_scan(folded: list[tuple[str, list[str]]], typed: str) -> list[str]:
    words = fold(typed).split()
    return sorted(
        name for name, parts in folded if all(any(part.startswith(word) for part in parts) for word in words)
    )


def test_nobody_is_missed_and_nobody_else_found(crowd: tuple[Database, list[str]]) -> None:
    database, names = crowd
    draw = random.Random(7)
    folded = [(name, fold(name).split()) for name in names]
    for _ in range(120):
        _, parts = draw.choice(folded)
        chosen = draw.sample(parts, draw.randint(1, len(parts)))
        typed = " ".join(word[: draw.randint(1, len(word))] for word in chosen)
        assert sorted(found(database, typed)) == by_scan(folded, typed), typed


@given(st.text(max_size=40))
def test_whatever_is_typed_the_search_answers(crowd: tuple[Database, list[str]], typed: str) -> None:
    database, names = crowd
    assert set(found(database, typed)) <= set(names)
