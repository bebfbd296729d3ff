"""Every verb and query of the slice against every role."""

from contextlib import suppress

import pytest
import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.modules.catalogues import queries, service
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import CreateFacility, create_facility
from tests.helpers.facility import Facility
from tests.helpers.rights import EVERYONE, Call, Outcome, outcome, public_functions

HEADS = frozenset({Role.ADMIN, Role.HEAD})
PROFILE = CreateFacility("G01", "Cơ sở 1", "01", UnitKind.PUBLIC)


def read_the_profile(uow: UnitOfWork) -> None:
    with suppress(sa.exc.NoResultFound):  # the file of these tests has none
        queries.get_facility(uow)


CALLS = (
    Call("create_facility", HEADS, lambda uow: create_facility(uow, PROFILE)),
    Call("get_facility", EVERYONE, read_the_profile),
)


def test_the_table_names_every_verb_and_query() -> None:
    assert sorted(call.name for call in CALLS) == sorted(public_functions(service, queries))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_a_role_may_what_the_table_says_and_no_more(shared_facility: Facility, call: Call, role: Role) -> None:
    found = outcome(shared_facility.database, shared_facility.actor(role), call)
    assert found.allowed is (role in call.roles)
    assert found.allowed or found == Outcome(allowed=False, rows_written=0)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_nobody_without_a_role_may_anything(shared_facility: Facility, call: Call) -> None:
    assert outcome(shared_facility.database, shared_facility.actor(), call) == Outcome(
        allowed=False, rows_written=0
    )
