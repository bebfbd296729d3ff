"""Each mark by itself holds its row back: a row nothing else tells of, with one text or one yes that does."""

import json
import unicodedata
from collections.abc import Iterator
from contextlib import closing

import pytest
import sqlalchemy as sa

from facility_app.app.registry import schema
from facility_app.db.carried import Watched
from facility_app.db.driver import connect
from facility_app.kernel.hiv import Brands
from facility_app.kernel.privacy import Privacy, RowMark, Synced
from facility_app.sync.lines import Lines
from facility_app.sync.profiles import profile, said
from tests.helpers.canary import rules_lifted
from tests.helpers.odd_rows import HOME, row_id
from tests.helpers.probe import engine_of, migrated_file
from tests.sync.test_canaries import OPEN, plant

CHG = 1
DECOMPOSED = unicodedata.normalize("NFD", "Suy Giảm Miễn Dịch Mắc Phải, đang dùng TDF/3TC/EFV")
TABLES = {one.name: one for one in profile("P3", schema().metadata, schema().specs).tables}


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sa.Connection]:
    """A file with one row of every day in each table, and no rule that keeps a test from changing it."""
    file = migrated_file(tmp_path_factory.mktemp("marks"))
    with closing(connect(file.path, file.key)) as raw, rules_lifted(raw):
        plant(raw)
        raw.commit()
        triggers = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        assert triggers == []
        order = row_id("medicine_order", OPEN)
        raw.execute(f"UPDATE order_override SET order_id = '{order}'")
        raw.commit()
        with engine_of(file.path, file.key) as engine, engine.connect() as found:
            found.exec_driver_sql("PRAGMA foreign_keys = OFF")
            found.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
            yield found
            found.rollback()


def marks() -> list[tuple[str, RowMark]]:
    """Table and mark, of everything that tells of HIV by a text, a code or a medicine."""
    found = []
    for spec in schema().specs:
        if isinstance(spec.sync, Synced) and spec.name in TABLES:
            found += [(spec.name, one) for one in spec.sync.marks if one.through is None]
    return [(name, one) for name, one in found if one.privacy is Privacy.HIV]


def goes(connection: sa.Connection, table: str) -> bool:
    """Whether the row of every day goes."""
    wanted = row_id(table, OPEN).encode()
    return any(wanted in one.data for one in Lines(connection, HOME).all_of(TABLES[table], CHG))


def test_one_text_one_code_or_one_medicine_that_tells_is_enough_for_each_mark(connection: sa.Connection) -> None:
    silent, checked = [], 0
    for name, mark in marks():
        end = said(schema().metadata.tables[name], mark.path)
        where = end.steps[-1].table if end.steps else name
        target = f'UPDATE "{where}" SET "{end.column}" = :told WHERE id = :id'
        begin = f'SELECT "{end.column}" FROM "{where}" WHERE id = :id'
        which = {"id": row_id(where, OPEN)}
        before = connection.execute(sa.text(begin), which).scalar_one()
        assert goes(connection, name), (name, mark.path)
        told: object = 1
        if mark.is_text:
            # In capitals and composed of parts, as no pattern of SQL would know it.
            told = "B24" if mark.path[-1] == "code" else DECOMPOSED
        connection.execute(sa.text(target), {**which, "told": told})
        if goes(connection, name):
            silent.append((name, mark.path))
        connection.execute(sa.text(target), {**which, "told": before})
        checked += 1
    assert silent == []
    assert checked > 60


def test_a_text_that_tells_in_any_other_table_stays_and_its_row_goes(connection: sa.Connection) -> None:
    """Each text of each table in each bundle, with the disease and with a trade name; also a table to come."""
    silent, checked = [], 0
    brands: Brands = {("acriptega",): frozenset({"tenofovir"})}
    for name in ("P2", "P3"):
        for table in profile(name, schema().metadata, schema().specs).tables:
            watched = [one for one in table.columns if one.watched is not Watched.NOT]
            of, which = f'"{table.name}"', {"id": row_id(table.name, OPEN)}
            for column in watched:
                before = connection.execute(sa.text(f'SELECT "{column.name}" FROM {of} WHERE id = :id'), which)
                kept = before.scalar_one()
                for told in (DECOMPOSED, "uống ACRIPTEGA mỗi tối"):
                    change = sa.text(f'UPDATE {of} SET "{column.name}" = :told WHERE id = :id')
                    connection.execute(change, {**which, "told": told})
                    said = [json.loads(one.data) for one in Lines(connection, HOME, brands).all_of(table, CHG)]
                    (mine,) = [one for one in said if one["id"] == which["id"]] or [None]
                    # The row goes without it; where a mark of the slice holds the row, it stays whole.
                    is_kept = mine is None and table.hidden
                    if not is_kept and (mine is None or mine["d"].get(column.name, "–") != "–"):
                        silent.append((name, table.name, column.name))
                    connection.execute(change, {**which, "told": kept})
                checked += 1
    assert silent == []
    assert checked > 150


def test_every_text_of_care_in_the_slices_of_medicine_has_its_mark() -> None:
    missing = []
    for spec in schema().specs:
        if not isinstance(spec.sync, Synced) or spec.name not in OWN:
            continue
        marked = {one.path[-1] for one in spec.sync.marks if len(one.path) == 1}
        for column in schema().metadata.tables[spec.name].columns:
            is_text = isinstance(column.type, sa.String) and not isinstance(column.type, sa.Enum)
            length = (column.type.length or 1000) if isinstance(column.type, sa.String) else 0
            is_free = is_text and length >= FREE and not column.foreign_keys and column.name != "void_reason"
            if is_free and column.info["privacy"] is Privacy.CLINICAL and column.name not in marked:
                missing.append((spec.name, column.name))
    assert set(missing) == NOT_TYPED


FREE = 200
"""A column as long holds what somebody typed."""
OWN = {
    *("absence_case", "absence_extension", "absence_escort", "absence_step"),
    *("door_triage", "red_flag", "medical_note", "diagnosis", "observation_plan", "placement_reason"),
    *("self_harm_watch", "watch_look", "oxygen_target", "infection_test", "work_fitness"),
    *("medicine_allergy", "protocol_run", "substitution_programme", "medicine_order", "order_hold"),
    *("order_override", "medicine_dose", "external_medicine"),
}
NOT_TYPED = {
    ("external_medicine", "lot"),
    ("external_medicine", "warned_by"),
    ("infection_test", "guardian_name"),
    ("medicine_order", "plan"),
    ("substitution_programme", "file_number"),
    ("substitution_programme", "outside_paper"),
}
"""Numbers of papers and boxes, names, and what the program writes."""
