"""A facility in which every word about somebody's health is a token that can be found wherever it comes out.

Which columns these are follows from their privacy classes, so a new column is among them by itself.
"""

import re
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Final

import sqlalchemy as sa

from facility_app.app.registry import MODULES
from facility_app.db.base import Base
from facility_app.db.driver import Connection
from facility_app.db.types import UtcDatetime
from facility_app.kernel.privacy import Privacy

HEALTH: Final = frozenset({Privacy.CLINICAL, Privacy.DRUG_TEST, Privacy.HIV})
CARE_SLICES: Final = frozenset({"treatment", "medication", "pharmacy"})
ELSEWHERE: Final = frozenset(
    {
        ("absence_case", "cause"),
        ("absence_case", "proofs"),
        ("issued_paper", "medical_json"),
        ("received_paper", "medical_json"),
        ("intake_health", "note"),
        ("intake_health", "signs"),
        ("intake_health", "treatment"),
        ("resident_card", "health_alerts"),
    }
)
"""Words about health that other slices keep; their other clinical columns hold words of the office too."""
WORKING: Final = frozenset(
    {
        ("work_fitness", "limits"),
        *(("medicine_order", one) for one in ("line_key", "plan")),
        *(("private_medicine_order", one) for one in ("line_key", "plan")),
        *((table, "rule_key") for table in ("order_override", "private_order_override")),
        *((table, "slot") for table in ("medicine_dose", "private_medicine_dose")),
        *(("instrument_score", one) for one in ("answers", "subscores", "alerts", "instrument", "digest")),
        *(("instrument_score", one) for one in ("language", "band", "band_set")),
        *(("vital_reading", one) for one in ("confirmed", "news2_band", "news2_digest")),
        *(("medicine", one) for one in ("routes", "atc")),
        *((table, "medical_json") for table in ("issued_paper", "received_paper")),
        ("intake_health", "signs"),
        ("drug_test_result", "panel"),
        ("medicine_allergy", "group_code"),
        ("external_medicine", "unit"),
        ("placement_reason", "need"),
        ("resident_card", "health_alerts"),
        ("protocol_run", "protocol_code"),
    }
)
"""Words the program itself reads, which must stay what they are where somebody is to work with them."""
TELLING: Final = "HIV ARV TLD B24 Z21 F11.2"
"""What stands beside each token: the words themselves."""
WORDS: Final = re.compile(
    r"(?i)\b(HIV|AIDS|ARV|TLD|(?:private[ _])?B2[0-4](?:\.\d)?|Z21|F1\d\.\d|\w*(?:efavirenz|tenofovir|dolutegravir"
    r"|lamivudin|nevirapin|lopinavir)\w*|giang mai|viêm gan|HBsAg|(?:anti-)?HCV|lao phổi)\b"
)
TOKEN: Final = re.compile(r"(?i)zq(\d{3})xj")
TRAIL, BEDSIDE, DRAFT = 999, 998, 997
"""Numbers of what the trail keeps of any of them, of what is to be done at the bedside, of what another types."""
HEALTH_ROLES: Final = ("DOCTOR", "CHIEF_NURSE", "NURSE", "PHARMACIST")
WHEN: Final = "2026-11-20T02:00:00.000000Z"


def token(number: int) -> str:
    """The token of the column of that number."""
    return f"zq{number:03d}xj"


def health_columns() -> tuple[sa.Column[Any], ...]:
    """Every column of free words or codes about health, in the order of their numbers."""
    home = {spec.name: one.id for one in MODULES for spec in one.tables}
    return tuple(
        column
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if _is_words(column)
        and (
            (column.info.get("privacy") in HEALTH and home.get(table.name) in CARE_SLICES)
            or (table.name, column.name) in ELSEWHERE
        )
    )


OPEN: Final = frozenset(
    {
        *(("bed_placement", one) for one in ("reason", "end_reason", "overridden")),
        *(("roll_tick", one) for one in ("reason", "explanation")),
        ("stay_stage", "override_reason"),
    }
)
"""Words of care's class that guards read: of beds, the roll, stages; a text that tells of HIV is refused there."""
READ_BY_THE_PROGRAM: Final = frozenset({"task", "resident_card"})
FREE: Final = 200
"""Signs: a column as long holds what somebody typed."""


def office_columns() -> tuple[sa.Column[Any], ...]:
    """Every other free text of care's class, of every slice: notes and reasons that are not for guards."""
    known = {(one.table.name, one.name) for one in health_columns()}
    return tuple(
        column
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if _is_words(column)
        and column.info.get("privacy") in HEALTH
        and (getattr(column.type, "length", None) or FREE) >= FREE
        and table.name not in READ_BY_THE_PROGRAM
        and column.name != "void_reason"
        and (table.name, column.name) not in known
    )


def _is_words(column: sa.Column[Any]) -> bool:
    is_text = isinstance(column.type, sa.String) and not isinstance(column.type, sa.Enum)
    return is_text and not column.foreign_keys and not column.name.endswith("_id")


@dataclass
class Planted:
    """What was planted where.

    Attributes:
        places: number of a token → ``table.column``.
        hiv: numbers of tokens of what reveals HIV.
        office: number of a token → ``table.column``, of free texts of the other slices.
    """

    places: dict[int, str] = field(default_factory=dict)
    hiv: set[int] = field(default_factory=set)
    office: dict[int, str] = field(default_factory=dict)

    def found(self, text: str) -> set[str]:
        """Where the tokens in ``text`` were planted."""
        return {self.places[number] for number in map(int, TOKEN.findall(text)) if number in self.places}

    def found_of_office(self, text: str) -> set[str]:
        """The same of what the other slices keep."""
        return {self.office[number] for number in map(int, TOKEN.findall(text)) if number in self.office}

    def found_hiv(self, text: str) -> set[str]:
        """The same of what reveals HIV."""
        return {self.places[number] for number in map(int, TOKEN.findall(text)) if number in self.hiv}


def plant(connection: Connection, *, spared: Set[tuple[str, str]] = frozenset()) -> Planted:
    """Put a token into each of ``health_columns`` in every row; a table without a row gets one first.

    Args:
        connection: the file below all rules of the program.
        spared: columns that keep what they say.
    """
    planted = Planted({999: "audit trail"})
    with rules_lifted(connection):
        for table in dict.fromkeys(column.table for column in health_columns()):
            if connection.execute(f"SELECT count(*) FROM {table.name}").fetchone() == (0,):
                _add_row(connection, table)
        for number, column in enumerate(health_columns()):
            place = (column.table.name, column.name)
            planted.places[number] = ".".join(place)
            if column.info["privacy"] is Privacy.HIV:
                planted.hiv.add(number)
            if place not in spared:
                said = f"'{token(number)} {TELLING} ' || rowid"
                connection.execute(f"UPDATE {place[0]} SET {place[1]} = {said}")
        # Where somebody is to work, the office keeps its words.
        for number, column in enumerate(() if spared else office_columns(), len(planted.places) + 1):
            planted.office[number] = f"{column.table.name}.{column.name}"
            said = f"'{token(number)} ' || rowid"
            asked = f"UPDATE {column.table.name} SET {column.name} = {said} WHERE {column.name} IS NOT NULL"
            connection.execute(asked)
        _plant_tasks_and_trail(connection)
        connection.commit()
    return planted


def _plant_tasks_and_trail(connection: Connection) -> None:
    """What is to be done at the bedside, and what the trail says of any health table."""
    care = " OR ".join(f"kind LIKE '{one}.%'" for one in sorted(CARE_SLICES))
    own = ", ".join(f"'{one}'" for one in HEALTH_ROLES)
    said = f"'{token(BEDSIDE)} {TELLING}'"
    # What health asks of an office (tell the family of an event) is that office's, with what it notes of it.
    connection.execute(f"UPDATE task SET text = {said}, closed_note = {said} WHERE ({care}) AND role IN ({own})")
    classes = ", ".join(f"'{one}'" for one in sorted(HEALTH))
    tables = ", ".join(f"'{one.name}'" for spec in MODULES if spec.id in CARE_SLICES for one in spec.tables)
    told, said = f"privacy IN ({classes}) AND table_name IN ({tables})", f"'{token(TRAIL)} {TELLING}'"
    for side in ("before", "after"):
        connection.execute(f"UPDATE audit_value SET {side} = {said} WHERE {told} AND {side} NOT NULL")
    touched = f"SELECT entry_seq FROM audit_value WHERE {told} AND column_name <> 'void_reason'"
    connection.execute(
        f"UPDATE audit_value SET after = {said} WHERE table_name = 'audit_entry' AND entry_seq IN ({touched})"
    )


def _add_row(connection: Connection, table: sa.Table) -> None:
    """One row with something in every column that needs it, about whom and what there is."""
    values = {column.name: _something(connection, column) for column in table.columns}
    given: dict[str, Any] = {name: value for name, value in values.items() if value is not None}
    marks = ", ".join("?" for _ in given)
    connection.execute(f"INSERT INTO {table.name} ({', '.join(given)}) VALUES ({marks})", tuple(given.values()))


def _something(connection: Connection, column: sa.Column[Any]) -> object:
    for key in column.foreign_keys:
        wanted = f"SELECT {key.column.name} FROM {key.column.table.name} LIMIT 1"
        row = connection.execute(wanted).fetchone()
        if row is None and not column.nullable:
            _add_row(connection, key.column.table)
            row = connection.execute(wanted).fetchone()
        return None if row is None else row[0]
    if column.nullable:
        return None
    kind = column.type
    if isinstance(kind, sa.Enum):
        return kind.enums[0]
    known = {UtcDatetime: WHEN, sa.Date: WHEN[:10], sa.String: "0" * 32, sa.Boolean: 0}
    return next((value for one, value in known.items() if isinstance(kind, one)), 1)


@contextmanager
def rules_lifted(connection: Connection) -> Iterator[None]:
    """Without triggers, checks and foreign keys; the triggers come back as they were."""
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _, sql in triggers:
        connection.execute(sql)


def words_of(thing: object, _depth: int = 0) -> Iterator[str]:
    """Every word somebody could read in an answer, also what its ``repr`` leaves out."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, bytes):
        yield from _readable(thing)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for one in fields(thing):
            yield from words_of(getattr(thing, one.name, None), _depth + 1)
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            yield from words_of(key, _depth + 1)
            yield from words_of(value, _depth + 1)
    elif isinstance(thing, tuple | list | set | frozenset):
        for value in thing:
            yield from words_of(value, _depth + 1)


def _readable(raw: bytes) -> Iterator[str]:
    """A text as it is; of anything else what reads as words: in a seal three letters stand together by chance."""
    try:
        yield raw.decode("utf-8")
    except UnicodeDecodeError:
        yield from (run.decode("ascii") for run in re.findall(rb"[ -~]{12,}", raw))
