"""Roles change by somebody else's hand, with a reason, and never so that nobody could change them any more."""

import pytest

from facility_app.kernel.actor import RECOVERY_USER, Actor, Role
from facility_app.kernel.errors import UserError
from facility_app.modules.access.queries import list_users, require_admitted
from facility_app.modules.access.service import ChangeRoles, DisableUser, change_roles, disable_user
from tests.helpers.facility import Facility
from tests.helpers.probe import rows
from tests.modules.access.conftest import Staff
from tests.modules.access.deeds import asked, done, refused, trail, values

HOLDER = Actor(RECOVERY_USER, frozenset({Role.ADMIN}), "d")


def test_roles_taken_are_struck_out_and_roles_given_are_added(facility: Facility, staff: Staff) -> None:
    hoa = staff.hire("Hoa", Role.NURSE, Role.TEACHER)
    changed = done(facility, facility.admin, change_roles, ChangeRoles("HOA", ("nurse", "doctor"), "đổi việc"))
    assert changed.roles == {Role.NURSE, Role.DOCTOR}
    assert trail(facility)[-1] == ("access.change_roles", "user_account", hoa.user_id)
    assert ("reason", "clinical", "đổi việc") in values(facility)
    held = rows(facility.database, "SELECT role, void_reason FROM user_role WHERE user_id = ?", hoa.user_id)
    assert sorted(held, key=str) == sorted([("NURSE", None), ("TEACHER", "đổi việc"), ("DOCTOR", None)], key=str)


def test_a_role_taken_can_be_given_again(facility: Facility, staff: Staff) -> None:
    staff.hire("Hoa", Role.NURSE, Role.TEACHER)
    for roles in (("NURSE",), ("NURSE", "TEACHER"), ("NURSE",), ("TEACHER",)):
        changed = done(facility, facility.admin, change_roles, ChangeRoles("hoa", roles, "đổi việc"))
        assert sorted(changed.roles) == sorted(roles)


def test_whoever_loses_a_role_is_signed_out_and_whoever_gains_one_is_not(facility: Facility, staff: Staff) -> None:
    hoa = staff.hire("Hoa", Role.NURSE)
    done(facility, facility.admin, change_roles, ChangeRoles("hoa", ("NURSE", "TEACHER"), "thêm việc"))
    asked(facility, hoa, require_admitted)
    done(facility, facility.admin, change_roles, ChangeRoles("hoa", ("TEACHER",), "đổi việc"))
    with pytest.raises(UserError) as told:
        asked(facility, hoa, require_admitted)
    assert told.value.code == "signed_out"


def test_the_same_roles_again_change_nothing(facility: Facility, staff: Staff) -> None:
    staff.hire("Hoa", Role.NURSE)
    before = trail(facility)
    assert done(facility, facility.admin, change_roles, ChangeRoles("hoa", ("NURSE",), "x")).roles == {Role.NURSE}
    assert trail(facility) == before


NOT_TO_BE_DONE = (
    (ChangeRoles("Quản Trị", ("ADMIN", "HEAD"), "thử"), "own_roles"),
    (ChangeRoles("không có", ("NURSE",), "thử"), "no_such_user"),
    (ChangeRoles("Hoa", ("NURSE",), " "), "reason_missing"),
    (ChangeRoles("Hoa", ("KING",), "thử"), "bad_role"),
    (ChangeRoles("Hoa", (), "thử"), "no_role"),
    (ChangeRoles("Nghỉ", ("NURSE",), "thử"), "user_disabled"),
)


def test_what_cannot_be_done_to_roles_is_refused(facility: Facility, staff: Staff) -> None:
    staff.hire("Hoa", Role.GUARD)
    staff.hire("Nghỉ", Role.GUARD)
    done(facility, facility.admin, disable_user, DisableUser("nghi", "nghỉ việc"))
    for command, code in NOT_TO_BE_DONE:
        assert refused(facility, facility.admin, change_roles, command).code == code, command


def test_nobody_takes_the_last_administrator_away(facility: Facility, staff: Staff) -> None:
    """Only whoever holds the printed key could try: an administrator never works on their own account."""
    away = ChangeRoles("Quản Trị", ("HEAD",), "đổi việc")
    assert refused(facility, HOLDER, change_roles, away).code == "last_admin"
    assert refused(facility, HOLDER, disable_user, DisableUser("quan tri", "nghỉ")).code == "last_admin"
    second = staff.hire("Bình", Role.ADMIN)
    assert done(facility, second, change_roles, away).roles == {Role.HEAD}
    assert refused(facility, HOLDER, disable_user, DisableUser("binh", "nghỉ")).code == "last_admin"


def test_a_closed_administrator_does_not_count(facility: Facility, staff: Staff) -> None:
    staff.hire("Bình", Role.ADMIN)
    done(facility, facility.admin, disable_user, DisableUser("binh", "nghỉ việc"))
    assert refused(facility, HOLDER, disable_user, DisableUser("quan tri", "nghỉ")).code == "last_admin"
    assert [row.is_disabled for row in asked(facility, facility.admin, list_users)] == [True, False]
