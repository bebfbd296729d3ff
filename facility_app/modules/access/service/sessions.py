"""Sitting down and leaving, written to the trail; and the facility's choices about safety."""

from dataclasses import dataclass

from facility_app.db.settings_store import put_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.access.domain import (
    BREAK_GLASS_MINUTES,
    EDIT_SECURITY,
    ENTER,
    GRANT_DAYS,
    LOCK_MINUTES,
    SessionStep,
)
from facility_app.modules.access.queries import SecurityRow, get_security


@dataclass(frozen=True, slots=True)
class EditSecurity:
    """Other choices about safety.

    Attributes:
        lock_minutes: an unused screen locks after so many minutes.
        break_glass_minutes: an emergency lasts so long.
        grant_days: a grant lasts at most so long.
    """

    lock_minutes: int
    break_glass_minutes: int
    grant_days: int


def record_session(uow: UnitOfWork, step: SessionStep) -> None:
    """Write down that the actor sat down, locked the screen, unlocked it or left."""
    require(uow, ENTER)
    with uow.act(step.value) as act:
        act.table, act.record_id = "user_account", uow.actor.user_id


def edit_security(uow: UnitOfWork, command: EditSecurity) -> SecurityRow:
    """Change the facility's choices about safety.

    Raises:
        UserError: ``bad_setting``.
    """
    require(uow, EDIT_SECURITY)
    with uow.act("access.edit_security") as act:
        put_setting(uow, act, LOCK_MINUTES, command.lock_minutes)
        put_setting(uow, act, BREAK_GLASS_MINUTES, command.break_glass_minutes)
        put_setting(uow, act, GRANT_DAYS, command.grant_days)
    return get_security(uow)
