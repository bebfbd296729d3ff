"""Who may do what."""

import pytest

from facility_app.kernel.actor import (
    ROLE_LABELS,
    SYSTEM_USER,
    Actor,
    Permission,
    Role,
    demand,
    system_actor,
)
from facility_app.kernel.errors import PermissionDenied
from facility_app.kernel.labels import label
from tests.helpers.cases import each

DECIDE = Permission("leave.decide", label("test", "Duyệt nghỉ phép"), frozenset({Role.HEAD, Role.ADMIN}))
NOBODY = Permission("none", label("test", "Không ai"), frozenset())


def actor(*roles: Role) -> Actor:
    return Actor("u1", frozenset(roles), "máy 1")


@each("role", Role)
def test_a_role_may_exactly_what_lists_it(role: Role) -> None:
    assert actor(role).may(DECIDE) == (role in DECIDE.roles)


def test_one_role_of_several_is_enough_and_none_is_not() -> None:
    assert actor(Role.CLERK, Role.HEAD).may(DECIDE)
    assert not actor().may(DECIDE)
    assert not actor(*Role).may(NOBODY)


def test_demand_lets_pass_whoever_may() -> None:
    passed = []
    demand(actor(Role.HEAD), DECIDE)
    passed.append("head")
    demand(system_actor("máy 1"), DECIDE)
    passed.append("system")
    assert passed == ["head", "system"]


def test_demand_refuses_naming_the_right_and_who_has_it() -> None:
    with pytest.raises(PermissionDenied) as refused:
        demand(actor(Role.CLERK), DECIDE)
    assert refused.value.code == "permission_denied"
    assert refused.value.message == (
        "Tài khoản này không có quyền “Duyệt nghỉ phép”. Người có quyền: Người đứng đầu cơ sở, Quản trị."
    )


def test_the_program_itself_has_no_role_and_may_do_what_it_does() -> None:
    program = system_actor("máy 1")
    assert program.is_system
    assert (program.user_id, program.roles, program.device) == (SYSTEM_USER, frozenset(), "máy 1")
    assert program.may(DECIDE)
    assert program.may(NOBODY)


def test_a_person_is_not_the_program_whatever_roles_or_machine() -> None:
    assert not actor(*Role).is_system
    assert not Actor("u1", frozenset(Role), SYSTEM_USER).is_system


def test_every_role_has_one_vietnamese_name_of_its_own() -> None:
    assert set(ROLE_LABELS) == set(Role)
    assert len(set(ROLE_LABELS.values())) == len(Role)
    assert {text.context for text in ROLE_LABELS.values()} == {"roles"}


@each("role", Role)
def test_a_role_is_stored_under_its_own_name(role: Role) -> None:
    assert role.value == role.name
    assert role.value.isascii()


def test_what_follows_of_itself_needs_no_right_and_stays_in_the_name_of_who_decided() -> None:
    decider = actor(Role.NURSE)
    following = decider.following()
    assert (following.user_id, following.roles, following.device) == (
        decider.user_id,
        decider.roles,
        decider.device,
    )
    assert following.may(NOBODY)
    assert not decider.may(DECIDE)
