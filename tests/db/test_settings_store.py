"""Settings: a default until somebody stores a value of the right kind, for the right owner, with a trail."""

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa

from facility_app.db.database import Database
from facility_app.db.settings_store import get_setting, put_setting, setting_value
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.settings import Setting, SettingScope
from facility_app.kernel.spec import ModuleSpec
from tests.helpers.probe import OFFICER, VaultFile, decide, rows

TITLE = Setting("probe.title", "Trại", label("settings", "Tên ngắn"), SettingScope.FACILITY)
SIZE = Setting(
    "probe.size", 11, label("settings", "Cỡ chữ"), SettingScope.USER, accepts=lambda size: 8 <= size <= 32
)
LOUD = Setting("probe.loud", True, label("settings", "Có tiếng"), SettingScope.DEVICE)


@pytest.fixture
def database(vault_file: VaultFile) -> Iterator[Database]:
    """A file of a program in which a slice declares the settings."""
    vault_file.modules = [ModuleSpec("probe", settings=(TITLE, SIZE, LOUD))]
    with vault_file.opened() as opened:
        yield opened


def read(database: Database, setting: Setting[Any], actor: Actor = OFFICER) -> object:
    with database.read(actor) as uow:
        found: object = get_setting(uow, setting)
    return found


def put(database: Database, setting: Setting[Any], value: Any) -> None:
    with database.write(OFFICER) as uow:
        with uow.act("probe.put") as act:
            put_setting(uow, act, setting, value)
        uow.commit()


def test_the_default_counts_until_a_value_is_stored(database: Database) -> None:
    assert (read(database, TITLE), read(database, SIZE), read(database, LOUD)) == ("Trại", 11, True)
    put(database, TITLE, "Cơ sở")
    put(database, LOUD, False)
    assert (read(database, TITLE), read(database, SIZE), read(database, LOUD)) == ("Cơ sở", 11, False)


def test_the_last_value_stored_counts_alone(database: Database) -> None:
    for size in (9, 10, 12):
        put(database, SIZE, size)
    assert read(database, SIZE) == 12
    assert rows(database, "SELECT value FROM setting_value") == [("12",)]


@pytest.mark.parametrize(
    ("setting", "same_user", "same_device"),
    [(TITLE, "mới", "mới"), (SIZE, 12, 11), (LOUD, True, False)],
    ids=["facility", "user", "device"],
)
def test_a_value_holds_where_its_scope_says(
    database: Database, setting: Setting[Any], same_user: object, same_device: object
) -> None:
    new = {TITLE.key: "mới", SIZE.key: 12, LOUD.key: False}[setting.key]
    put(database, setting, new)
    elsewhere = Actor(OFFICER.user_id, OFFICER.roles, "another device")
    someone = Actor("f" * 32, frozenset({Role.NURSE}), OFFICER.device)
    assert read(database, setting, elsewhere) == same_user
    assert read(database, setting, someone) == same_device


@pytest.mark.parametrize("value", [7, 33, True, "11", None])
def test_a_value_the_setting_does_not_allow_is_refused(database: Database, value: int) -> None:
    with pytest.raises(UserError) as refused:
        put(database, SIZE, value)
    assert refused.value.code == "bad_setting"
    assert "Cỡ chữ" in refused.value.message
    assert rows(database, "SELECT * FROM setting_value") == []


def test_a_stored_value_of_another_type_counts_as_none(database: Database) -> None:
    row = {"key": SIZE.key, "owner": OFFICER.user_id, "value": '"twelve"'}
    decide(database, lambda uow: uow.session.execute(sa.insert(setting_value).values(**row)))
    assert read(database, SIZE) == 11


def test_the_trail_says_what_the_value_was_and_is(database: Database) -> None:
    put(database, SIZE, 12)
    assert rows(database, "SELECT verb FROM audit_entry") == [("probe.put",)]
    values = rows(database, "SELECT record_id, column_name, before, after FROM audit_value")
    assert values == [(SIZE.key, "value", "11", "12")]


def test_a_setting_nobody_declared_is_a_fault(database: Database) -> None:
    stray = Setting("probe.stray", 1, label("settings", "Lạc"), SettingScope.FACILITY)
    with pytest.raises(LookupError):
        read(database, stray)
    with pytest.raises(LookupError):
        put(database, stray, 2)
