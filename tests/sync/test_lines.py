"""Lines made inside SQLite are byte for byte what Python makes of the same rows, whatever they hold."""

import json
import random
from collections.abc import Iterator
from contextlib import closing

import pytest
import sqlalchemy as sa

from facility_app.app.registry import schema
from facility_app.db.capture import sync_ownership
from facility_app.db.driver import connect
from facility_app.sync.lines import Lines, changed_rows, in_nfc
from facility_app.sync.profiles import profile
from tests.helpers.canary import rules_lifted
from tests.helpers.odd_rows import AT, HOME, Reference, plant_odd_rows, row_id
from tests.helpers.probe import VaultFile, engine_of, migrated_file

ROWS = 12
CHG = 4711
PROFILES = [profile(name, schema().metadata, schema().specs) for name in ("P2", "P3")]


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> VaultFile:
    """A file with odd rows in every table that travels."""
    file = migrated_file(tmp_path_factory.mktemp("odd"))
    with closing(connect(file.path, file.key)) as connection:
        with rules_lifted(connection):
            plant_odd_rows(connection, random.Random(20261123), ROWS)
        connection.commit()
    return file


@pytest.fixture
def connection(odd: VaultFile) -> Iterator[sa.Connection]:
    with engine_of(odd.path, odd.key) as engine, engine.connect() as found:
        yield found
        found.rollback()


def test_lines_of_every_table_are_what_python_makes_of_its_rows(odd: VaultFile, connection: sa.Connection) -> None:
    with closing(connect(odd.path, odd.key)) as raw:
        reference = Reference.of(raw)
    lines, held_back, sent = Lines(connection, HOME), 0, 0
    for found in PROFILES:
        for table in found.tables:
            made = [one.data for one in lines.all_of(table, CHG)]
            assert made == reference.lines(table, CHG), table.name
            wanted = [(one, CHG) for one in sorted(reference.rows[table.name])]
            assert [one.data for one in lines.some_of(table, wanted)] == made, table.name
            held_back += len(wanted) - len(made)
            sent += len(made)
    assert held_back > 100
    assert sent > 1000


def test_every_line_is_in_the_one_form_of_its_json(connection: sa.Connection) -> None:
    lines = Lines(connection, HOME)
    for table in PROFILES[1].tables:
        for line in lines.all_of(table, CHG):
            said = json.loads(line.data)
            again = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            assert again.encode() + b"\n" == line.data
            assert line.data.count(b"\n") == 1


def test_a_text_is_put_right_by_itself_and_not_with_the_escape_before_it() -> None:
    assert in_nfc('{"a":"e\u0301"}') == '{"a":"é"}\n'.encode()
    assert in_nfc('{"a":"\\n\u0301 e\u0301"}') == '{"a":"\\n\u0301 é"}\n'.encode()


def test_a_row_that_is_gone_is_a_tombstone_and_one_struck_out_a_row(connection: sa.Connection) -> None:
    table = next(one for one in PROFILES[0].tables if one.name == "resident_alias")
    gone, struck = row_id(table.name, 0), row_id(table.name, 1)
    start = connection.exec_driver_sql("SELECT coalesce(max(seq), 0) FROM sync_change").scalar_one()
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    connection.exec_driver_sql(f"UPDATE resident_alias SET voided_at = '{AT}', version = 2 WHERE id = '{struck}'")
    connection.exec_driver_sql(f"UPDATE resident_alias SET version = 2 WHERE id = '{gone}'")
    connection.exec_driver_sql(f"DELETE FROM resident_alias WHERE id = '{gone}'")
    changed = changed_rows(connection, start, start + 99)
    assert changed == {table.ordinal: [(struck, start + 1), (gone, start + 3)]}
    first, second = Lines(connection, HOME).some_of(table, changed[table.ordinal])
    assert (first.is_gone, second.is_gone) == (False, True)
    assert json.loads(first.data)["op"] == "U"
    assert json.loads(first.data)["d"]["voided_at"] == AT
    assert json.loads(second.data) == {
        "c": start + 3,
        "h": HOME,
        "id": gone,
        "o": HOME,
        "op": "D",
        "ov": 1,
        "t": "resident_alias",
        "why": "error",
    }
    whole = list(Lines(connection, HOME).all_of(table, CHG))
    assert [json.loads(one.data)["id"] for one in whole if one.is_gone] == [gone]


def test_whoever_was_handed_over_last_stands_in_every_line_about_the_person(connection: sa.Connection) -> None:
    table = next(one for one in PROFILES[0].tables if one.name == "resident_alias")
    about = row_id("resident", 0)
    connection.exec_driver_sql(f"UPDATE resident_alias SET resident_id = '{about}'")
    for number, (state, to) in enumerate((("ACCEPTED", "G02"), ("OFFERED", "G03")), 2):
        values = {"transfer_id": row_id("stay", number), "own_ver": number, "state": state, "resident_id": about}
        told = {"from_home": HOME, "to_home": to, "decision_no": "1/QĐ", "at": AT}
        columns = {name: sa.literal(value) for name, value in {**values, **told}.items()}
        connection.execute(sync_ownership.insert().from_select([*columns], sa.select(*columns.values())))
    said = [json.loads(one.data) for one in Lines(connection, HOME).all_of(table, CHG)]
    assert {(one["o"], one["ov"], one["rid"], one["h"]) for one in said} == {("G02", 2, about, HOME)}
