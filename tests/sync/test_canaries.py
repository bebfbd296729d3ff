"""A token in every column of every table that travels: a decrypted bundle holds none that its profile forbids.

What is forbidden is worked out here from classes and references alone, not from the marks the slices declare: a
new table that names a medicine and forgets to say so fails.
"""

import re
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import pytest
import sqlalchemy as sa

from facility_app.app.registry import schema
from facility_app.db.driver import Connection, connect, driver_module
from facility_app.kernel.privacy import Privacy, Retention, Synced, TableSpec
from facility_app.modules.exchange.service.exporting import begin_export
from facility_app.sync.export import write_parts
from tests.helpers.canary import rules_lifted
from tests.helpers.cases import each
from tests.helpers.exchange import SENDER, Province, enrolled, exported, wanted
from tests.helpers.facility import Facility, founded
from tests.helpers.odd_rows import HOME, row_id, synced_tables

OPEN, TELLING = 0, 1
"""Rows of each table: one of every day, one that reveals HIV by what it holds."""
TOKEN: Final = re.compile(rb"zq(\d{3})x(\d{3})x(\d)")
OFFICE: Final = frozenset({Privacy.PUBLIC, Privacy.ADMIN, Privacy.IDENTITY})
CLASSES: Final = {"P2": OFFICE, "P3": OFFICE | {Privacy.CLINICAL}}
SAYS: Final[dict[tuple[str, str], tuple[object, object]]] = {
    ("medicine", "reveals_hiv"): (0, 1),
    ("diagnosis", "code"): ("F11.2", "B20.1"),
    ("absence_case", "cause"): ("gãy tay", "nhập viện vì B24"),
    ("attachment", "privacy"): ("identity", "hiv"),
    ("paper_scan", "privacy"): ("identity", "hiv"),
    ("issued_paper", "paper_class"): ("personal", "health"),
    ("received_paper", "paper_class"): ("personal", "health"),
}
"""What an open row and a telling one hold where the program reads it: no token stands there."""
TELL_BY_THEMSELVES: Final = {"medicine", "diagnosis", "absence_case", "attachment", "paper_scan"}
HEADS: Final = {"stock_slip": "stock_entry", "requisition": "requisition_line", "destruction": "destruction_line"}
OF_HEALTH_PAPERS: Final = {"issued_paper", "received_paper", "paper_delivery", "paper_print", "absence_paper"}
WALLED: Final = (
    *("hiv_test", "private_diagnosis", "private_medicine_order", "private_medicine_dose", "private_dose_supply"),
    *("private_order_hold", "private_order_override", "private_medicine_allergy", "medicine_return_line"),
    *("drug_test", "drug_test_result", "custody_step"),
)
SPECS: Final = {spec.name: spec for spec in schema().specs}
TABLES: Final = synced_tables()


def token(table: int, column: int, row: int) -> str:
    return f"zq{table:03d}x{column:03d}x{row}"


def plant(connection: Connection) -> None:
    """Both rows into each table; each names the row of its own kind."""
    for at, table in enumerate(TABLES):
        for row in (OPEN, TELLING):
            values = {one.name: _planted(one, at, number, row) for number, one in enumerate(table.columns)}
            values |= {"id": row_id(table.name, row), "home": HOME}
            names, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" for _ in values)
            # One of a kind in the house: the open row is there.
            with suppress(driver_module().IntegrityError):
                connection.execute(
                    f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', tuple(values.values())
                )


def _planted(column: sa.Column[Any], table: int, number: int, row: int) -> Any:
    said = SAYS.get((column.table.name, column.name))
    if said is not None:
        return said[row]
    for key in column.foreign_keys:
        return row_id(key.column.table.name, row)
    return token(table, number, row)


def leads_to(table: sa.Table, goals: set[str], seen: frozenset[str] = frozenset()) -> bool:
    """Whether a row names, over whatever rows between, one of the tables."""
    targets = {key.column.table for key in table.foreign_keys} - {table}
    return table.name in goals or any(
        leads_to(one, goals, seen | {table.name}) for one in targets if one.name not in seen
    )


def reveals(table: sa.Table, profile: str) -> bool:
    """Whether the telling row of a table tells."""
    is_of_medicine = leads_to(table, {"medicine", "absence_case"})
    is_of_paper = profile == "P2" and table.name in OF_HEALTH_PAPERS
    return is_of_medicine or is_of_paper or table.name in TELL_BY_THEMSELVES | set(HEADS)


def allowed(profile: str) -> dict[str, tuple[str, int]]:
    """Token → table and row, of all that may go."""
    found: dict[str, tuple[str, int]] = {}
    for at, table in enumerate(TABLES):
        if profile == "P2" and SPECS[table.name].retention is Retention.MEDICAL:
            continue
        for number, column in enumerate(table.columns):
            is_planted = not column.foreign_keys and column.name not in {"id", "home"}
            if is_planted and (table.name, column.name) not in SAYS and column.info["privacy"] in CLASSES[profile]:
                rows = (OPEN,) if reveals(table, profile) else (OPEN, TELLING)
                found |= {token(at, number, row): (table.name, row) for row in rows}
    return found


@dataclass
class House:
    """A facility full of tokens, and a province that opens its bundles."""

    facility: Facility
    province: Province
    public: bytes

    def heard(self, bundle: Path) -> bytes:
        """Everything whoever holds the province's key can read."""
        _manifest, members = self.province.opened(bundle, self.public)
        return bundle.read_bytes() + b"".join(members.values())


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    for facility in founded(tmp_path_factory.mktemp("canaries")):
        province = Province()
        keys = enrolled(facility.database, province)
        with closing(connect(facility.file.path, facility.file.key)) as connection:
            with rules_lifted(connection):
                plant(connection)
            connection.commit()
        yield House(facility, province, keys.signing)


def tokens_in(said: bytes) -> set[str]:
    return {met.group().decode() for met in TOKEN.finditer(said)}


@each("profile", ("P2", "P3"))
def test_a_bundle_holds_no_token_its_profile_forbids_and_all_it_allows(
    profile: str, house: House, tmp_path_factory: pytest.TempPathFactory
) -> None:
    spool = tmp_path_factory.mktemp("spool")
    (part,) = exported(house.facility.database, spool, f"{profile}@province", is_full=True)
    said = house.heard(part.path)
    found, may = tokens_in(said), allowed(profile)
    assert {places()[one] for one in found - may.keys()} == set()
    # Nothing is proved by a bundle that says nothing: what may go is there, but what would be references alone.
    heard = {may[one][0] for one in found}
    silent = {table for table, row in may.values() if row == OPEN} - heard
    assert silent == SILENT[profile]
    missing = {places()[one] for one, (table, row) in may.items() if table in heard and one not in found}
    assert {one for one in missing if one[2] == OPEN} == set()
    assert len(found) > 1000
    for table in WALLED:
        for row in (OPEN, TELLING):
            assert row_id(table, row).encode() not in said, table


SILENT: Final = {
    "P2": {
        *("counselling_person", "medicine_class", "rehab_history", "rehab_plan", "reintegration_plan"),
        *("resident_alert", "substance_use"),
    },
    "P3": {*WALLED},
}


def places() -> dict[str, tuple[str, str, int]]:
    """Token → where it was planted."""
    return {
        token(at, number, row): (table.name, column.name, row)
        for at, table in enumerate(TABLES)
        for number, column in enumerate(table.columns)
        for row in (OPEN, TELLING)
    }


def without_marks(spec: TableSpec) -> TableSpec:
    return replace(spec, sync=replace(spec.sync, marks=())) if isinstance(spec.sync, Synced) else spec


def test_the_canary_sings_where_a_slice_forgets_to_say_what_reveals(house: House, tmp_path: Path) -> None:
    forgetful = replace(wanted("P3@province", is_full=True), specs=tuple(map(without_marks, schema().specs)))
    with house.facility.database.read(SENDER) as uow:
        order = begin_export(uow, forgetful)
        (part,) = write_parts(uow.session.connection(), order, tmp_path)
    told = {places()[one][0] for one in tokens_in(house.heard(part.path)) - allowed("P3").keys()}
    assert told >= {
        "medicine",
        "medicine_lot",
        "stock_entry",
        "stock_slip",
        "diagnosis",
        "absence_case",
        "attachment",
    }
    assert told >= {"medicine_order", "medicine_dose", "dose_supply", "requisition_line", "absence_escort"}
