"""Stored values of settings; what a setting is, its slice declares (``kernel/settings.py``)."""

import json
from typing import TypeVar

import sqlalchemy as sa

from facility_app.db.audit import ValueChange
from facility_app.db.base import Base, info
from facility_app.db.uow import Act, UnitOfWork
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.privacy import LocalOnly, Privacy, Retention, TableSpec
from facility_app.kernel.settings import Setting, SettingScope

T = TypeVar("T", str, int, bool)

FACILITY_OWNER = ""

setting_value = sa.Table(
    "setting_value",
    Base.metadata,
    sa.Column("key", sa.String(80), primary_key=True, info=info(Privacy.ADMIN)),
    sa.Column("owner", sa.String(80), primary_key=True, info=info(Privacy.ADMIN)),
    sa.Column("value", sa.Text, nullable=False, info=info(Privacy.ADMIN)),
)
"""``owner`` is empty for the facility, else the user's id or the device's name."""

SPECS = (TableSpec("setting_value", LocalOnly("how this installation behaves"), Retention.TRANSIENT),)


def owner_of(uow: UnitOfWork, scope: SettingScope) -> str:
    """Whose value counts for the actor."""
    return {
        SettingScope.FACILITY: FACILITY_OWNER,
        SettingScope.USER: uow.actor.user_id,
        SettingScope.DEVICE: uow.actor.device,
    }[scope]


def get_setting(uow: UnitOfWork, setting: Setting[T]) -> T:
    """The stored value for the actor, or the default; a stored value of another type counts as none.

    Raises:
        LookupError: no slice of the registry declares the setting; a fault of the program.
    """
    _require_declared(uow, setting)
    stored = uow.session.execute(
        sa.select(setting_value.c.value).where(
            setting_value.c.key == setting.key, setting_value.c.owner == owner_of(uow, setting.scope)
        )
    ).scalar_one_or_none()
    value = None if stored is None else json.loads(stored)
    return value if type(value) is type(setting.default) else setting.default


def put_setting(uow: UnitOfWork, act: Act, setting: Setting[T], value: T) -> None:
    """Store a value as part of the calling slice's verb, which has checked the right.

    Args:
        uow: the unit of work.
        act: the verb under way; the trail names the setting in it.
        setting: which.
        value: the new value.

    Raises:
        UserError: ``bad_setting`` when the setting does not allow the value.
        LookupError: no slice of the registry declares the setting; a fault of the program.
    """
    if type(value) is not type(setting.default) or not setting.accepts(value):
        raise UserError(
            "bad_setting",
            label("errors", "“{text}” không nhận giá trị {value}. Hãy chọn một giá trị khác."),
            text=setting.text,
            value=value,
        )
    before, owner = get_setting(uow, setting), owner_of(uow, setting.scope)
    key = {"key": setting.key, "owner": owner}
    uow.session.execute(sa.delete(setting_value).filter_by(**key))
    uow.session.execute(sa.insert(setting_value).values(**key, value=json.dumps(value)))
    uow.touched(setting_value.name, setting.key)
    act.note(ValueChange("setting_value", setting.key, "value", Privacy.ADMIN, str(before), str(value)))


def _require_declared(uow: UnitOfWork, setting: Setting[T]) -> None:
    if not uow.declares(setting.key):
        raise LookupError(setting.key)
