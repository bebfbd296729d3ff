"""Decisions about accounts, grants, emergencies and the trail."""

from facility_app.modules.access.service.accounts import (
    AddUser,
    ChangeRoles,
    DisableUser,
    PasswordGiven,
    ResetPassword,
    add_user,
    change_roles,
    disable_user,
    found_account,
    reset_password,
)
from facility_app.modules.access.service.countersigning import AskCountersign, countersign, require_countersign
from facility_app.modules.access.service.grants import GiveGrant, UseGrant, give_grant, revoke_grant, use_grant
from facility_app.modules.access.service.lending import (
    AcknowledgeBreakGlass,
    BreakTheGlass,
    acknowledge_break_glass,
    break_glass,
    give_back,
    under_break_glass,
)
from facility_app.modules.access.service.own_password import ChangeOwnPassword, change_own_password
from facility_app.modules.access.service.sessions import EditSecurity, edit_security, record_session
from facility_app.modules.access.service.trail import (
    erase_audit_value,
    record_failed_tries,
    record_mended_slots,
)

__all__ = [
    "AcknowledgeBreakGlass",
    "AddUser",
    "AskCountersign",
    "BreakTheGlass",
    "ChangeOwnPassword",
    "ChangeRoles",
    "DisableUser",
    "EditSecurity",
    "GiveGrant",
    "PasswordGiven",
    "ResetPassword",
    "UseGrant",
    "acknowledge_break_glass",
    "add_user",
    "break_glass",
    "change_own_password",
    "change_roles",
    "countersign",
    "disable_user",
    "edit_security",
    "erase_audit_value",
    "found_account",
    "give_back",
    "give_grant",
    "record_failed_tries",
    "record_mended_slots",
    "record_session",
    "require_countersign",
    "reset_password",
    "revoke_grant",
    "under_break_glass",
    "use_grant",
]
