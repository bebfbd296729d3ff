"""What may leave follows from classes: what nobody can place is a fault, what is in no list stays."""

from typing import Any

import pytest
import sqlalchemy as sa

from facility_app.app.registry import schema
from facility_app.db.base import info
from facility_app.kernel.errors import UserError
from facility_app.kernel.privacy import LocalOnly, Privacy, Retention, RowMark, Synced, TableSpec
from facility_app.sync.profiles import RULES, Profile, described, profile, require_sendable
from tests.helpers.cases import each

HOUSE = schema()
FOUND = {name: profile(name, HOUSE.metadata, HOUSE.specs) for name in RULES}
OFFICE = {Privacy.PUBLIC, Privacy.ADMIN, Privacy.IDENTITY}
SPECS = {spec.name: spec for spec in HOUSE.specs}


def carried(found: Profile) -> set[tuple[str, str]]:
    return {(table.name, column.name) for table in found.tables for column in table.columns}


def test_every_column_of_every_synced_table_can_be_placed() -> None:
    synced = [spec.name for spec in HOUSE.specs if isinstance(spec.sync, Synced)]
    placed = {name: described(HOUSE.metadata.tables[name]) for name in synced}
    assert len(placed) > 100
    assert {len(HOUSE.metadata.tables[name].columns) - len(columns) for name, columns in placed.items()} == {0}


@each(
    ("name", "classes"), [("P2", OFFICE), ("P3", OFFICE | {Privacy.CLINICAL}), ("P4", OFFICE | {Privacy.CLINICAL})]
)
def test_a_profile_carries_columns_of_its_classes_and_of_no_other(name: str, classes: set[Privacy]) -> None:
    assert {column.privacy for table in FOUND[name].tables for column in table.columns} <= classes
    for table in FOUND[name].tables:
        there = {column.name for column in table.columns}
        left = {one.name for one in described(HOUSE.metadata.tables[table.name]) if one.privacy not in classes}
        assert left == set(table.withheld)
        assert there | left == set(HOUSE.metadata.tables[table.name].columns.keys())


def test_no_medical_table_is_in_p2_and_no_local_one_in_any() -> None:
    for name, found in FOUND.items():
        for table in found.tables:
            assert not isinstance(SPECS[table.name].sync, LocalOnly), (name, table.name)
    assert [one.name for one in FOUND["P2"].tables if SPECS[one.name].retention is Retention.MEDICAL] == []


def test_what_is_behind_the_wall_is_in_no_list_but_the_annex_and_drug_tests_in_none() -> None:
    walled = {"hiv_test", "private_diagnosis", "private_medicine_order", "private_medicine_dose"}
    walled |= {"private_dose_supply", "private_order_hold", "private_order_override", "private_medicine_allergy"}
    tests = {"drug_test", "drug_test_result", "custody_step"}
    for name in ("P2", "P3", "P4"):
        assert {one.name for one in FOUND[name].tables}.isdisjoint(walled | tests)
    assert walled <= {one.name for one in FOUND["P4"].annex}
    assert tests.isdisjoint(one.name for one in FOUND["P4"].annex)


def test_each_profile_is_the_one_before_and_more() -> None:
    assert carried(FOUND["P2"]) < carried(FOUND["P3"])
    assert carried(FOUND["P3"]) == carried(FOUND["P4"])


def test_rows_come_after_the_rows_they_refer_to() -> None:
    for found in FOUND.values():
        seen: set[str] = set()
        for table in found.tables:
            names = {one.name for one in found.tables} - {table.name}
            assert {one.refers_to for one in table.columns if one.refers_to in names} <= seen
            seen.add(table.name)


def test_another_list_has_another_revision() -> None:
    assert len({one.revision for one in FOUND.values()}) == len(FOUND)
    less = [spec for spec in HOUSE.specs if spec.name != "team_member"]
    assert profile("P2", HOUSE.metadata, less).revision != FOUND["P2"].revision
    assert profile("P2", HOUSE.metadata, HOUSE.specs).revision == FOUND["P2"].revision


@each(
    ("name", "code"),
    [("P0", "profile_not_yet"), ("P1", "profile_not_yet"), ("PH", "profile_not_yet"), ("P9", "profile_unknown")],
)
def test_a_profile_that_is_not_built_is_refused_in_plain_words(name: str, code: str) -> None:
    with pytest.raises(UserError) as refused:
        profile(name, HOUSE.metadata, HOUSE.specs)
    assert refused.value.code == code


def test_the_annex_is_listed_and_cannot_be_sent_yet() -> None:
    with pytest.raises(UserError) as refused:
        require_sendable("P4")
    assert refused.value.code == "profile_not_yet"
    require_sendable("P2")


def made(kind: sa.types.TypeEngine[Any], told: dict[str, object], *marks: RowMark) -> Profile:
    metadata = sa.MetaData()
    key = sa.Column("id", sa.String(32), primary_key=True, info=info(Privacy.ADMIN))
    sa.Table("thing", metadata, key, sa.Column("what", kind, info=told))
    return profile("P2", metadata, [TableSpec("thing", Synced(1, (), marks), Retention.CASE_FILE)])


@each(
    ("kind", "told", "marks"),
    [
        (sa.Float(), info(Privacy.ADMIN), ()),
        (sa.Text(), {}, ()),
        (sa.Text(), info(Privacy.ADMIN), (RowMark(("nowhere",)),)),
        (sa.Text(), info(Privacy.ADMIN), (RowMark(("what", "reveals_hiv")),)),
    ],
)
def test_what_nobody_can_place_is_a_fault(
    kind: sa.types.TypeEngine[Any], told: dict[str, object], marks: tuple[RowMark, ...]
) -> None:
    assert [one.name for one in made(sa.Text(), info(Privacy.ADMIN)).tables] == ["thing"]
    with pytest.raises(ValueError, match=r"thing\b"):
        made(kind, told, *marks)


def test_a_table_with_nothing_of_its_own_to_say_stays() -> None:
    assert made(sa.Text(), info(Privacy.CLINICAL)).tables == ()
