"""Every verb of the slice against every role."""

from facility_app.kernel.actor import Role
from facility_app.modules.upkeep import service
from tests.helpers.facility import Facility
from tests.helpers.rights import EVERYONE, Call, missteps, public_functions

ADMINS = frozenset({Role.ADMIN})
HEADS = frozenset({Role.ADMIN, Role.HEAD})
VERBS = {
    "upkeep.backup": HEADS,
    "upkeep.verify_backup": HEADS,
    "upkeep.restore": ADMINS,
    "upkeep.rekey": ADMINS,
    "upkeep.new_recovery_key": ADMINS,
    "upkeep.migrate": EVERYONE,
    "upkeep.check": EVERYONE,
    "upkeep.accept_file": ADMINS,
    "upkeep.begin": ADMINS,
}


def authorised(verb: str) -> Call:
    return Call(f"authorise {verb}", VERBS[verb], lambda uow: service.authorise(uow, verb))


def recorded(verb: str) -> Call:
    return Call(f"record {verb}", VERBS[verb], lambda uow: service.record(uow, verb, {"file": "x"}))


CALLS = (
    *map(authorised, VERBS),
    *map(recorded, VERBS),
    Call("begin_epoch", ADMINS, lambda uow: service.begin_epoch(uow, "khôi phục")),
)


def test_the_table_names_every_verb() -> None:
    assert {call.name.split()[0] for call in CALLS} == public_functions(service)
    assert VERBS.keys() == service.RIGHTS.keys()


def test_a_role_may_what_the_table_says_and_no_more(shared_facility: Facility) -> None:
    for role in Role:
        assert missteps(shared_facility.database, shared_facility.actor(role), CALLS) == [], role


def test_nobody_without_a_role_may_anything(shared_facility: Facility) -> None:
    assert missteps(shared_facility.database, shared_facility.actor(), CALLS) == []
