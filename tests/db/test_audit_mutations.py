"""Whatever raw SQL does to the trail, verifying finds it; the short run of the proof."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from facility_app.db import audit
from facility_app.db.audit import Head, packed
from facility_app.db.audit_verify import verify
from tests.proof.audit_attacks import ATTACKS, rechain
from tests.proof.audit_mutations import attacked, everything, run


def test_every_mutation_is_found_and_the_first_entry_touched_is_named() -> None:
    # ``prove`` makes 5,000.
    tally = run(len(ATTACKS) * 4, seed=1)
    assert tally.missed == []
    assert tally.misnamed == []
    assert tally.done.total() == len(ATTACKS) * 4
    assert set(tally.done) == set(ATTACKS)


def test_a_verify_without_the_anchor_fails_the_proof() -> None:
    tally = run(len(ATTACKS) * 3, seed=1, judge=lambda connection, _anchored: verify(connection, None))
    assert {told.split(" (")[0] for told in tally.missed} >= {"delete the tail", "edit and rechain"}


def test_the_same_seed_makes_the_same_attacks() -> None:
    assert run(24, seed=3) == run(24, seed=3)


def test_an_honest_trail_rechained_is_the_same_trail(tmp_path: Path) -> None:
    with attacked(tmp_path) as connection:
        before = everything(connection)
        rechain(connection)
        assert everything(connection) == before


def test_entries_appended_beyond_the_anchor_are_the_documented_limit(tmp_path: Path) -> None:
    with attacked(tmp_path) as connection:
        head = audit.head(connection)
        connection.exec_driver_sql(
            "INSERT INTO audit_entry (seq, id, at, user_id, roles, device, verb, values_digest, hash) "
            "VALUES (?, 'forged', 't', 'u', 'r', 'd', 'v', x'', x'')",
            (head.count + 1,),
        )
        assert verify(connection, head).first_bad == head.count + 1
        rechain(connection)
        assert verify(connection, head).ok
        assert not verify(connection, Head(head.count + 1, b"the anchor of another program")).ok


def test_a_gap_in_the_numbers_is_named_though_every_hash_fits(tmp_path: Path) -> None:
    with attacked(tmp_path) as connection:
        for table, column in (("audit_entry", "seq"), ("audit_value", "entry_seq")):
            connection.exec_driver_sql(f"UPDATE {table} SET {column} = -{column} WHERE {column} > 6")
            connection.exec_driver_sql(f"UPDATE {table} SET {column} = 1 - {column} WHERE {column} < 0")
        rechain(connection)
        assert verify(connection, None).first_bad == 7


@pytest.mark.parametrize(("owner", "named"), [(0, 1), (-5, 1)])
def test_a_value_before_all_entries_is_named_at_the_first(tmp_path: Path, owner: int, named: int) -> None:
    with attacked(tmp_path) as connection:
        connection.exec_driver_sql(
            "INSERT INTO audit_value SELECT ?, ord, table_name, record_id, column_name, privacy, before, after, "
            "salt, digest FROM audit_value WHERE entry_seq = 1 AND ord = 1",
            (owner,),
        )
        assert verify(connection, None).first_bad == named


@pytest.mark.parametrize("column", ["verb", "device", "record_id"])
def test_text_that_is_no_text_is_named_and_not_stumbled_over(tmp_path: Path, column: str) -> None:
    with attacked(tmp_path) as connection:
        connection.exec_driver_sql(f"UPDATE audit_entry SET {column} = CAST(x'ff41' AS TEXT) WHERE seq = 3")
        assert verify(connection, None).first_bad == 3
        with pytest.raises(sa.exc.OperationalError, match="UTF-8"):
            connection.exec_driver_sql(f"SELECT {column} FROM audit_entry").all()


def test_a_blob_never_packs_like_the_text_that_describes_it() -> None:
    assert packed([b"An"]) != packed(["b'An'"])
    assert packed(["Có\udcff"]) != packed(["Có?"])
    assert len({packed([value]) for value in (None, 0, 0.0, "0", b"0", "null", "", b"")}) == 8
