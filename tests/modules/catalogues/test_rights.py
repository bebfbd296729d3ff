"""Every verb and query of the slice against every role."""

import pytest

from facility_app.kernel.actor import Role
from facility_app.modules.catalogues import queries, service
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import CreateFacility, create_facility
from tests.helpers.facility import Facility
from tests.helpers.rights import EVERYONE, Call, Outcome, outcome, public_functions

HEADS = frozenset({Role.ADMIN, Role.HEAD})
OTHER = CreateFacility("G02", "Cơ sở 2", "01", UnitKind.PUBLIC)
CALLS = (
    Call("create_facility", HEADS, lambda uow: create_facility(uow, OTHER)),
    Call("get_facility", EVERYONE, queries.get_facility),
)


@pytest.fixture(scope="module")
def profiled(shared_facility: Facility) -> Facility:
    with shared_facility.database.write(shared_facility.admin) as uow:
        create_facility(uow, CreateFacility("G01", "Cơ sở 1", "01", UnitKind.PUBLIC))
        uow.commit()
    return shared_facility


def test_the_table_names_every_verb_and_query() -> None:
    assert sorted(call.name for call in CALLS) == sorted(public_functions(service, queries))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_a_role_may_what_the_table_says_and_no_more(profiled: Facility, call: Call, role: Role) -> None:
    found = outcome(profiled.database, profiled.actor(role), call)
    assert found.allowed is (role in call.roles)
    assert found.allowed or found == Outcome(allowed=False, rows_written=0)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_nobody_without_a_role_may_anything(profiled: Facility, call: Call) -> None:
    assert outcome(profiled.database, profiled.actor(), call) == Outcome(allowed=False, rows_written=0)
