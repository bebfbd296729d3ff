"""Old backups go by a rule that always leaves enough."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from facility_app.db.backup import (
    kept_backups,
    thin,
    to_thin,
)
from tests.helpers.backups import names_in, vault_with_attachments
from tests.helpers.vaults import HOME, Vault

NOW = datetime(2026, 3, 20, 5, 0, tzinfo=UTC)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return vault_with_attachments(tmp_path)


def test_thinning_keeps_days_weeks_and_months_and_never_fewer_than_three() -> None:
    half_hours = [NOW - timedelta(minutes=30 * step) for step in range(48 * 500)]
    kept = sorted(set(half_hours) - to_thin(half_hours, NOW), reverse=True)
    assert kept[: 48 * 2] == half_hours[: 48 * 2]
    days = {(time + timedelta(hours=7)).date() for time in kept}
    assert {(NOW + timedelta(hours=7) - timedelta(days=day)).date() for day in range(14)} <= days
    assert 48 * 2 + 12 + 4 + 8 <= len(kept) <= 48 * 2 + 1 + 13 + 6 + 13
    assert NOW - kept[-1] <= timedelta(days=366)
    # Thinning what is thinned takes nothing more.
    assert to_thin(kept, NOW) == frozenset()


def test_thinning_keeps_the_last_three_however_old() -> None:
    old = [NOW - timedelta(days=1000 + day) for day in range(10)]
    assert set(old) - to_thin(old, NOW) == set(old[:3])


def test_thinning_never_takes_what_a_wrong_clock_dated_ahead() -> None:
    ahead = [NOW + timedelta(days=day) for day in range(1, 9)]
    assert to_thin([*ahead, NOW], NOW) == frozenset()


def test_thinning_a_folder_removes_backups_only(vault: Vault) -> None:
    folder = vault.folder.backups
    for day in range(1, 10):
        for second in range(3):
            (folder / f"{HOME}-2026010{day}-00000{second}.sao").write_bytes(b"")
    others = {
        "notes.txt",
        f"{HOME}-20260101-000000.sao.part",
        "20260101-000000.sao",
        f"{HOME}-20261301-000000.sao",
    }
    for name in others:
        (folder / name).write_bytes(b"")
    removed = thin(folder, NOW)
    assert len(removed) == 27 - 3
    assert others < names_in(folder)
    assert [kept.path.name for kept in kept_backups(folder)] == [
        f"{HOME}-20260109-00000{second}.sao" for second in (2, 1, 0)
    ]


def test_a_folder_that_is_not_there_has_no_backups(tmp_path: Path) -> None:
    assert kept_backups(tmp_path / "none") == []
