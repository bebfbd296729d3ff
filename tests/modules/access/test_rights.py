"""Every verb and query of the slice against every role."""

import pytest

from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.paging import PageRequest
from facility_app.modules.access import queries, service
from facility_app.modules.access.service import AddUser, DisableUser, ResetPassword, add_user
from tests.helpers.facility import Facility
from tests.helpers.rights import EVERYONE, NOBODY, Call, Outcome, outcome, public_functions

ADMINS = frozenset({Role.ADMIN})
AUDITORS = frozenset({Role.ADMIN, Role.HEAD, Role.AUDITOR})
HOA = "Đặng Thị Hoa"
CALLS = (
    Call("add_user", ADMINS, lambda uow: add_user(uow, AddUser("Mới", ("GUARD",), "mật khẩu"))),
    Call("reset_password", ADMINS, lambda uow: service.reset_password(uow, ResetPassword(HOA, "mật khẩu"))),
    Call("disable_user", ADMINS, lambda uow: service.disable_user(uow, DisableUser(HOA, "nghỉ"))),
    Call("erase_audit_value", ADMINS, lambda uow: service.erase_audit_value(uow, 1, 0, "yêu cầu")),
    Call("change_own_password", EVERYONE, lambda uow: service.change_own_password(uow, "mật khẩu")),
    Call("found_account", NOBODY, lambda uow: service.found_account(uow, AddUser("Mới", ("ADMIN",), "x"))),
    Call("record_failed_tries", NOBODY, lambda uow: service.record_failed_tries(uow, {HOA: 1}, 1)),
    Call("record_mended_slots", NOBODY, lambda uow: service.record_mended_slots(uow, 1, (HOA,))),
    Call("list_users", ADMINS, queries.list_users),
    Call("list_audit", AUDITORS, lambda uow: queries.list_audit(uow, PageRequest())),
    Call("get_entry", AUDITORS, lambda uow: queries.get_entry(uow, 1)),
    Call("verify_audit", AUDITORS, lambda uow: queries.verify_audit(uow, None)),
    Call("find_account", NOBODY, lambda uow: queries.find_account(uow, HOA)),
    Call("list_active_names", NOBODY, queries.list_active_names),
)


@pytest.fixture(scope="module")
def staffed(shared_facility: Facility) -> Facility:
    with shared_facility.database.write(shared_facility.admin) as uow:
        add_user(uow, AddUser(HOA, ("NURSE",), "mật khẩu"))
        uow.commit()
    shared_facility.slots.done.clear()
    return shared_facility


def test_the_table_names_every_verb_and_query() -> None:
    assert sorted(call.name for call in CALLS) == sorted(public_functions(service, queries))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_a_role_may_what_the_table_says_and_no_more(staffed: Facility, call: Call, role: Role) -> None:
    staffed.slots.prepared.clear()
    staffed.slots.done.clear()
    found = outcome(staffed.database, staffed.actor(role), call)
    assert found.allowed is (role in call.roles)
    if not found.allowed:
        assert found == Outcome(allowed=False, rows_written=0)
        assert staffed.slots.prepared == []
        assert staffed.slots.done == []


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_nobody_without_a_role_may_anything(staffed: Facility, call: Call) -> None:
    assert outcome(staffed.database, staffed.actor(), call) == Outcome(allowed=False, rows_written=0)


@pytest.mark.parametrize("call", [one for one in CALLS if one.name != "change_own_password"], ids=lambda c: c.name)
def test_the_program_itself_may_what_it_does(staffed: Facility, call: Call) -> None:
    assert outcome(staffed.database, system_actor("d"), call).allowed
