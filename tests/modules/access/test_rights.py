"""Every verb and query of the slice against every role."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.errors import UserError
from facility_app.kernel.paging import Look, PageRequest
from facility_app.modules.access import queries, service
from facility_app.modules.access.domain import GrantKind, SessionStep, WhatMayBeLent
from facility_app.modules.access.queries import accounts, audit, grants, lending, looks
from facility_app.modules.access.service import (
    AcknowledgeBreakGlass,
    AddUser,
    AskCountersign,
    BreakTheGlass,
    ChangeOwnPassword,
    ChangeRoles,
    DisableUser,
    EditSecurity,
    GiveGrant,
    ResetPassword,
    UseGrant,
    add_user,
    countersigning,
    own_password,
    sessions,
    trail,
)
from facility_app.modules.access.service import accounts as account_verbs
from facility_app.modules.access.service import grants as grant_verbs
from facility_app.modules.access.service import lending as lending_verbs
from tests.helpers.facility import Facility
from tests.helpers.rights import EVERYONE, NOBODY, Call, missteps, outcome, public_functions

ADMINS = frozenset({Role.ADMIN})
AUDITORS = frozenset({Role.ADMIN, Role.HEAD, Role.AUDITOR})
GIVERS = frozenset({Role.HEAD, Role.DOCTOR})
KNOWING = frozenset({Role.HEAD, Role.DOCTOR, Role.CHIEF_NURSE, Role.NURSE, Role.PHARMACIST, Role.COUNSELLOR})
BREAKERS = frozenset(Role) - {Role.AUDITOR, Role.EXCHANGE}
REVIEWERS = frozenset({Role.HEAD})
SAFEKEEPERS = frozenset({Role.ADMIN, Role.HEAD})
HOA = "Đặng Thị Hoa"
ONE = "1" * 32
DAY = date(2026, 3, 2)
KIND = GrantKind.HIV_TREATING
OWN = ChangeOwnPassword("mật khẩu dài", "mật khẩu khác")


def past_the_right(call: Callable[[UnitOfWork], object]) -> Callable[[UnitOfWork], object]:
    """A call that may go wrong for any reason but a missing right: its own tests say how it goes right."""

    def run(uow: UnitOfWork) -> None:
        with suppress(UserError):
            call(uow)

    return run


def second_person(uow: UnitOfWork) -> None:
    with suppress(UserError), uow.act("probe.second") as act:
        service.require_countersign(uow, act, None, ADMINS)


CALLS = (
    Call("add_user", ADMINS, lambda uow: add_user(uow, AddUser("Mới", ("GUARD",), "mật khẩu"))),
    Call("reset_password", ADMINS, lambda uow: service.reset_password(uow, ResetPassword(HOA, "mật khẩu"))),
    Call("disable_user", ADMINS, lambda uow: service.disable_user(uow, DisableUser(HOA, "nghỉ"))),
    Call("change_roles", ADMINS, lambda uow: service.change_roles(uow, ChangeRoles(HOA, ("GUARD",), "đổi"))),
    Call("erase_audit_value", ADMINS, lambda uow: service.erase_audit_value(uow, 1, 0, "yêu cầu")),
    Call("change_own_password", EVERYONE, lambda uow: service.change_own_password(uow, OWN)),
    Call("found_account", NOBODY, lambda uow: service.found_account(uow, AddUser("Mới", ("ADMIN",), "x"))),
    Call("record_failed_tries", NOBODY, lambda uow: service.record_failed_tries(uow, {HOA: 1}, 1)),
    Call("record_mended_slots", NOBODY, lambda uow: service.record_mended_slots(uow, 1, (HOA,))),
    Call("list_users", ADMINS, queries.list_users),
    Call("list_audit", AUDITORS, lambda uow: queries.list_audit(uow, PageRequest())),
    Call("list_audit_ids", AUDITORS, lambda uow: queries.list_audit_ids(uow, Look())),
    Call("list_audit_rows", AUDITORS, lambda uow: queries.list_audit_rows(uow, ())),
    Call("list_audit_months", AUDITORS, queries.list_audit_months),
    Call("get_entry", AUDITORS, lambda uow: queries.get_entry(uow, 1)),
    Call("verify_audit", AUDITORS, lambda uow: queries.verify_audit(uow, None)),
    Call("find_account", NOBODY, lambda uow: queries.find_account(uow, HOA)),
    Call("list_active_names", NOBODY, queries.list_active_names),
    Call("list_user_ids", ADMINS, lambda uow: queries.list_user_ids(uow, Look())),
    Call("list_last_sign_ins", ADMINS, lambda uow: queries.list_last_sign_ins(uow, (ONE,))),
    Call("list_user_rows", ADMINS, lambda uow: queries.list_user_rows(uow, (ONE,))),
    Call("is_in_role", EVERYONE, lambda uow: queries.is_in_role(uow, ONE, Role.NURSE)),
    Call("require_admitted", EVERYONE, past_the_right(queries.require_admitted)),
    Call(
        "give_grant",
        GIVERS,
        lambda uow: service.give_grant(uow, GiveGrant(HOA, KIND, None, "điều trị", DAY, DAY)),
    ),
    Call("revoke_grant", GIVERS, past_the_right(lambda uow: service.revoke_grant(uow, ONE, "thôi"))),
    Call("use_grant", KNOWING, past_the_right(lambda uow: service.use_grant(uow, UseGrant(KIND, ONE, "xem")))),
    Call("holds_grant", KNOWING, lambda uow: queries.holds_grant(uow, KIND, DAY)),
    Call("list_grant_ids", GIVERS, lambda uow: queries.list_grant_ids(uow, Look())),
    Call("list_grant_rows", GIVERS, lambda uow: queries.list_grant_rows(uow, (ONE,))),
    Call("list_grant_holders", GIVERS, lambda uow: queries.list_grant_holders(uow, KIND)),
    Call(
        "break_glass",
        BREAKERS,
        past_the_right(lambda uow: service.break_glass(uow, BreakTheGlass("access.use_grant", None, "ngất"))),
    ),
    Call("give_back", BREAKERS, past_the_right(lambda uow: service.give_back(uow, ONE))),
    Call("under_break_glass", EVERYONE, service.under_break_glass),
    Call(
        "acknowledge_break_glass",
        REVIEWERS,
        past_the_right(lambda uow: service.acknowledge_break_glass(uow, AcknowledgeBreakGlass(ONE, 1, "ổn"))),
    ),
    Call("find_lent_actor", BREAKERS, queries.find_lent_actor),
    Call("list_lendable", BREAKERS, queries.list_lendable),
    Call("answer_what_may_be_lent", BREAKERS, lambda uow: queries.answer_what_may_be_lent(uow, WhatMayBeLent())),
    Call("list_break_glass_ids", REVIEWERS, lambda uow: queries.list_break_glass_ids(uow, Look())),
    Call("list_break_glass_rows", REVIEWERS, lambda uow: queries.list_break_glass_rows(uow, (ONE,))),
    Call("count_alarms_to_answer", EVERYONE, queries.count_alarms_to_answer),
    Call("count_red_break_glass", REVIEWERS, queries.count_red_break_glass),
    Call("list_done_under", REVIEWERS, past_the_right(lambda uow: queries.list_done_under(uow, ONE))),
    Call(
        "countersign",
        EVERYONE,
        past_the_right(lambda uow: service.countersign(uow, AskCountersign("x.y", ADMINS, "ai", "x"))),
    ),
    Call("require_countersign", EVERYONE, second_person),
    Call("record_session", EVERYONE, lambda uow: service.record_session(uow, SessionStep.LOCK)),
    Call("edit_security", SAFEKEEPERS, lambda uow: service.edit_security(uow, EditSecurity(5, 30, 90))),
    Call("get_security", EVERYONE, queries.get_security),
    Call("list_looks", AUDITORS, lambda uow: queries.list_looks(uow, "resident", ONE)),
    Call("list_sign_in_ids", AUDITORS, lambda uow: queries.list_sign_in_ids(uow, Look())),
    Call("list_sign_in_rows", AUDITORS, lambda uow: queries.list_sign_in_rows(uow, (ONE,))),
)
ROOMS = (
    accounts, audit, grants, lending, looks,
    account_verbs, countersigning, grant_verbs, lending_verbs, own_password, sessions, trail,
)  # fmt: skip


@pytest.fixture(scope="module")
def staffed(shared_facility: Facility) -> Facility:
    with shared_facility.database.write(shared_facility.admin) as uow:
        add_user(uow, AddUser(HOA, ("NURSE",), "mật khẩu"))
        uow.commit()
    shared_facility.slots.done.clear()
    return shared_facility


def test_the_table_names_every_verb_and_query() -> None:
    assert sorted(call.name for call in CALLS) == sorted(public_functions(*ROOMS))


def test_a_role_may_what_the_table_says_and_no_more(staffed: Facility) -> None:
    for role in Role:
        refused = [call for call in CALLS if role not in call.roles]
        staffed.slots.prepared.clear()
        staffed.slots.done.clear()
        assert missteps(staffed.database, staffed.actor(role), refused) == [], role
        assert (staffed.slots.prepared, staffed.slots.done) == ([], []), role
        allowed = [call for call in CALLS if role in call.roles]
        assert missteps(staffed.database, staffed.actor(role), allowed) == [], role


def test_nobody_without_a_role_may_anything(staffed: Facility) -> None:
    assert missteps(staffed.database, staffed.actor(), CALLS) == []


def test_the_program_itself_may_what_it_does(staffed: Facility) -> None:
    for call in CALLS:
        if call.name != "change_own_password":
            assert outcome(staffed.database, system_actor("d"), call).allowed, call.name
