"""Which state of a row is the later one, what is not taken and why, and what waits for whom; on both engines."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from facility_app.receiver.states import State
from facility_app.sync.receipts import Counts, Result, Stage
from tests.helpers.receiving import Bench, Receiver
from tests.helpers.server import prepared_database
from tests.receiver.conftest import tables_made
from tests.receiver.forge import Forge, Line, gone, line, resident, stay


@pytest.fixture
def forge(bench: Bench) -> Forge:
    return Forge(bench)


@contextmanager
def receiver_of(forge: Forge, folder: Path, engine: str) -> Iterator[Receiver]:
    """A new receiver on the engine of that name."""
    url = None if engine == "sqlite" else prepared_database(tables_made)
    with forge.bench.receiver(folder / engine, url) as receiver:
        yield receiver


ENGINES = pytest.mark.parametrize("engine", ["sqlite", "postgresql"])


def people(receiver: Receiver) -> dict[str, str]:
    return {one["code"]: one["name"] for one in receiver.held().get("resident", {}).values()}


@ENGINES
def test_the_later_state_wins_in_whatever_order_they_come(engine: str, forge: Forge, tmp_path: Path) -> None:
    first = forge.bundle([resident(1, c=1, name="Một", code="A"), resident(2, c=2, name="Hai", code="B")], end=10)
    again = forge.bundle([resident(1, c=15, name="Sau", code="A"), gone("resident", 2, 16)], start=0, end=20)
    with receiver_of(forge, tmp_path, engine) as receiver:
        receiver.take(again)
        (taken,) = receiver.take(first)
        assert taken.state is State.ARCHIVED
        assert people(receiver) == {"A": "Sau"}
        assert receiver.rows("SELECT count(*) FROM core_resident") == [(2,)]  # the stub of what is gone stays
        full = forge.bundle([resident(1, c=30, name="Sau", code="A")], end=30, is_full=True)
        receiver.take(full)
        assert receiver.receipts()[-1].counts == {"resident": Counts(same=1)}
        assert receiver.rows("SELECT _c FROM core_resident WHERE _op = 'U'") == [(30,)]
        stale = forge.bundle([resident(1, c=5, name="Cũ", code="A")], start=30, end=31)
        receiver.take(stale)
        assert people(receiver) == {"A": "Sau"}
        assert receiver.receipts()[-1].codes == ("W_STALE",)


@ENGINES
def test_a_row_about_somebody_who_is_not_there_waits_and_goes_in_with_them(
    engine: str, forge: Forge, tmp_path: Path
) -> None:
    early = forge.bundle([stay(1, of=1), line("housing_zone", 1)], end=10)
    person = forge.bundle([resident(1, c=12)], start=10, end=20)
    with receiver_of(forge, tmp_path, engine) as receiver:
        receiver.take(early)
        answer = receiver.receipts()[-1]
        assert (answer.result, answer.stage) == (Result.PARTIAL, Stage.APPLIED)
        assert answer.counts == {"stay": Counts(parked=1), "housing_zone": Counts(new=1)}
        assert [(row.table, row.code, row.pointer, row.chg) for row in answer.rows] == [
            ("stay", "E_REF", "/rid", 1)
        ]
        assert receiver.count("core_stay") == 0
        receiver.take(person)
        assert receiver.receipts()[-1].counts == {"resident": Counts(new=1)}
        assert [one["code"] for one in receiver.held()["stay"].values()] == ["LC1"]
        assert receiver.count("recv_parked") == receiver.count("stg_stay") == 0


BAD: list[tuple[Line, str, str]] = [
    (resident(1, birth_year="chín mươi"), "E_SCHEMA", "/d/birth_year"),
    (resident(1, birth_on="2026-02-30"), "E_SCHEMA", "/d/birth_on"),
    (resident(1, name="a\0b"), "E_SCHEMA", "/d/name"),
    (resident(1, name=None), "E_SCHEMA", "/d/name"),
    (resident(1, voided_at="2026-11-23 01:02"), "E_SCHEMA", "/d/voided_at"),
    (resident(1, code_no=2**63), "E_RANGE", "/d/code_no"),
    (resident(1, code_no=True), "E_SCHEMA", "/d/code_no"),
    ({**resident(1), "d": {"id": resident(1)["id"]}}, "E_SCHEMA", "/d/id"),
    ({**resident(1), "d": {**resident(2)["d"]}}, "E_SCHEMA", "/d/id"),
    ({**resident(1), "o": "G09.1"}, "E_OWNER", "/o"),
    ({**resident(1), "h": "G09.1"}, "E_OWNER", "/o"),
    ({**resident(1), "ov": 2}, "E_OWNER", "/o"),
    ({**resident(1), "rid": "not an id"}, "E_SCHEMA", "/rid"),
    ({**resident(1), "op": "X"}, "E_SCHEMA", "/op"),
    ({**gone("resident", 1, 1), "why": "mood"}, "E_SCHEMA", "/op"),
    ({**gone("resident", 1, 1), "why": ["error"]}, "E_SCHEMA", "/op"),
]


@ENGINES
def test_a_row_that_is_wrong_is_named_and_the_rows_around_it_are_taken(
    engine: str, forge: Forge, tmp_path: Path
) -> None:
    with receiver_of(forge, tmp_path, engine) as receiver:
        for at, (bad, code, pointer) in enumerate(BAD):
            start, end = (10 * at, 10 * at + 10)
            lines = [{**bad, "c": end}, line("housing_zone", at, c=end)]
            receiver.take(forge.bundle(lines, start=start, end=end))
            answer = receiver.receipts()[-1]
            assert [(row.code, row.pointer, row.chg) for row in answer.rows] == [(code, pointer, end)]
            assert answer.counts == {"resident": Counts(rejected=1), "housing_zone": Counts(new=1)}
        assert receiver.count("core_resident") == 0
        assert receiver.count("recv_parked") == 1
        end = 10 * len(BAD)
        receiver.take(forge.bundle([resident(1, c=end + 1)], start=end, end=end + 10))
        assert receiver.count("recv_parked") == 0  # put right, it is not on the list any more
        assert receiver.count("stg_bad") == 0


def test_half_a_character_in_a_column_nobody_knows_refuses_its_row_alone(forge: Forge, tmp_path: Path) -> None:
    known, unknown = resident(1, later="\ud800"), {**line("housing_zone", 2), "t": "future_table"}
    unknown["d"] = {"text": "\ud800", "home": unknown["h"], "id": unknown["id"]}
    lines = [resident(2), known, unknown]
    # As a line may have it: written out, it is plain ASCII.
    content = [
        (f"data/{table}/00000.jsonl", b"".join(_in_ascii(one) for one in lines if one["t"] == table))
        for table in ("resident", "future_table")
    ]
    with forge.bench.receiver(tmp_path / "there") as receiver:
        (taken,) = receiver.take(forge.bundle(lines, content=content))
        assert taken.state is State.ARCHIVED
        answer = receiver.receipts()[-1]
        assert [(row.table, row.code, row.pointer) for row in answer.rows] == [
            ("resident", "E_SCHEMA", "/d"),
            ("future_table", "E_SCHEMA", "/d"),
        ]
        assert answer.counts["resident"] == Counts(new=1, rejected=1)


def _in_ascii(said: Line) -> bytes:
    return json.dumps(said, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def test_a_column_its_profile_does_not_carry_is_refused_and_one_nobody_knows_is_kept(
    forge: Forge, tmp_path: Path
) -> None:
    carried = line("housing_zone", 1, future_column="mới", other=[1, {"a": True}])
    unknown: Line = {**line("housing_zone", 2), "t": "future_table"}
    told: dict[str, Any] = {"text": "x", "home": carried["h"], "id": unknown["id"]}
    unknown["d"] = told
    told_of_health = {**line("housing_zone", 3), "t": "diagnosis"}
    with forge.bench.receiver(tmp_path / "there") as receiver:
        receiver.take(forge.bundle([carried, told_of_health, unknown]))
        answer = receiver.receipts()[-1]
        assert [(row.table, row.code) for row in answer.rows] == [("diagnosis", "E_PRIVACY")]
        assert answer.codes == ("W_UNKNOWN_FIELD",)
        assert receiver.count("core_diagnosis") == 0
        held = receiver.held()
        assert next(iter(held["housing_zone"].values())) == carried["d"]
        assert list(held["other"].values()) == [told]
        assert answer.counts["future_table"] == Counts(new=1)


@ENGINES
def test_another_content_for_the_same_change_is_not_taken(engine: str, forge: Forge, tmp_path: Path) -> None:
    with receiver_of(forge, tmp_path, engine) as receiver:
        receiver.take(forge.bundle([resident(1, c=3, name="Một", code="A")]))
        receiver.take(forge.bundle([resident(1, c=3, name="Hai", code="A")], start=10, end=20))
        assert people(receiver) == {"A": "Một"}
        assert [row.code for row in receiver.receipts()[-1].rows] == ["E_FORK"]


@ENGINES
def test_a_row_that_is_there_twice_in_one_export_refuses_all_of_it(
    engine: str, forge: Forge, tmp_path: Path
) -> None:
    with receiver_of(forge, tmp_path, engine) as receiver:
        (taken,) = receiver.take(forge.bundle([resident(1, c=1), resident(1, c=2), line("housing_zone", 1)]))
        assert (taken.state, taken.code) == (State.QUARANTINED, "E_MANIFEST")
        assert receiver.count("core_housing_zone") == receiver.count("stg_housing_zone") == 0
        assert receiver.receipts()[-1].result is Result.QUARANTINED
