"""The table of rights says what the slices say, and nothing twice."""

import pytest

from facility_app.app.registry import MODULES
from facility_app.kernel.actor import Role
from facility_app.modules.access.domain import role_matrix

MATRIX = role_matrix(MODULES)


def test_every_verb_and_every_permission_stands_in_it_once() -> None:
    ids = [row.id for row in MATRIX.rows]
    assert len(set(ids)) == len(ids)
    assert {verb.id for spec in MODULES for verb in spec.verbs} <= set(ids)
    shown = {row.permission.id for row in MATRIX.rows}
    assert shown == {right.id for spec in MODULES for right in spec.permissions}


def test_a_row_tells_who_may() -> None:
    row = MATRIX.row("access.add_user")
    assert [role for role in MATRIX.roles if row.is_held_by(role)] == [Role.ADMIN]
    assert row.is_verb
    assert not MATRIX.row("access.read_audit").is_verb
    assert MATRIX.roles == tuple(Role)


def test_a_row_that_is_not_there_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        MATRIX.row("access.fly")
