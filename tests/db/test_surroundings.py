"""``check`` looks at clock, disk, library, keys and backups by values alone."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from facility_app.db import surroundings
from facility_app.db.integrity import Finding
from facility_app.kernel.ports import SecretMode

NOW = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
BUILT = datetime(2026, 1, 1, tzinfo=UTC)
GB = 1_000_000_000


def codes(findings: list[Finding]) -> list[str]:
    """Codes; every sentence must be complete."""
    for finding in findings:
        assert not re.search(r"[{}]", finding.message)
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("now", "last", "expected"),
    [
        (NOW, None, []),
        (NOW, NOW - timedelta(days=300), []),
        (NOW, NOW + timedelta(minutes=1), []),
        (NOW, NOW + timedelta(hours=1), ["clock_behind_trail"]),
        (datetime(2000, 1, 1, tzinfo=UTC), NOW, ["clock_behind_program"]),
        (datetime(2099, 1, 1, tzinfo=UTC), NOW, ["clock_far_ahead"]),
        (datetime(2098, 12, 31, tzinfo=UTC), NOW, []),
    ],
)
def test_a_clock_that_cannot_be_right_is_told(now: datetime, last: datetime | None, expected: list[str]) -> None:
    assert codes(surroundings.clock(now, last, BUILT)) == expected


@pytest.mark.parametrize(
    ("free", "data", "expected"),
    [
        (10 * GB, GB, []),
        (2 * GB, GB, ["disk_short"]),
        (GB // 2, GB, ["disk_nearly_full"]),
        (400_000_000, 1_000_000, ["disk_short"]),
    ],
)
def test_room_for_the_next_backup_is_asked_for(free: int, data: int, expected: list[str]) -> None:
    assert codes(surroundings.disk_space(free, data)) == expected


def test_a_library_that_loses_commits_is_an_error() -> None:
    assert codes(surroundings.sqlite_library((3, 51, 2))) == ["sqlite_too_old"]
    assert codes(surroundings.sqlite_library((3, 51, 3))) == ["sqlite_version"]


def test_the_weaker_place_of_the_device_secret_is_named() -> None:
    assert codes(surroundings.secret_mode(SecretMode.FILE)) == ["secret_in_file"]
    assert codes(surroundings.secret_mode(SecretMode.KEYRING)) == []
    assert codes(surroundings.secret_mode(None)) == []


def test_an_unfinished_change_of_keys_is_told() -> None:
    assert codes(surroundings.rekey_state(is_unfinished=True)) == ["rekey_unfinished"]
    assert codes(surroundings.rekey_state(is_unfinished=False)) == []


def test_accounts_and_slots_that_do_not_match_are_counted() -> None:
    assert codes(surroundings.key_slots(0, 0)) == []
    found = surroundings.key_slots(2, 3, damaged=1)
    assert codes(found) == ["accounts_without_slot", "slots_without_account", "slots_damaged"]
    assert [finding.params["count"] for finding in found] == [2, 3, 1]


@pytest.mark.parametrize(
    ("newest", "expected"),
    [
        (None, ["backup_none"]),
        (NOW - timedelta(hours=23), []),
        (NOW - timedelta(days=3), ["backup_stale"]),
        (NOW - timedelta(days=30), ["backup_old"]),
        (NOW + timedelta(days=1), []),
    ],
)
def test_the_age_of_the_newest_backup_is_told(newest: datetime | None, expected: list[str]) -> None:
    assert codes(surroundings.backup_age(newest, NOW)) == expected
