"""Every verb and query of the slice against every role."""

from collections.abc import Iterator

import pytest

from facility_app.kernel.actor import Role
from facility_app.modules.exchange import service
from facility_app.modules.exchange.queries import sent, status
from facility_app.modules.exchange.service import ExportDone, TakeTrust
from facility_app.sync import export
from tests.helpers.exchange import PINNED, SENDER, Province, enrolled, wanted
from tests.helpers.facility import Facility, founded
from tests.helpers.rights import Call, missteps, public_functions

SENDERS = frozenset({Role.EXCHANGE, Role.HEAD})
VIEWERS = SENDERS | {Role.ADMIN, Role.AUDITOR}


@pytest.fixture(scope="module")
def facility(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facility]:
    yield from founded(tmp_path_factory.mktemp("exchange"))


@pytest.fixture(scope="module")
def calls(facility: Facility, tmp_path_factory: pytest.TempPathFactory) -> tuple[Call, ...]:
    province = Province()
    keys = enrolled(facility.database, province)
    with facility.database.read(SENDER) as uow:
        order = service.begin_export(uow, wanted())
        parts = export.write_parts(uow.session.connection(), order, tmp_path_factory.mktemp("spool"))
    done = ExportDone(order, parts)
    newer = TakeTrust(province.trust_list(facility.database.home, keys, version=2), PINNED)
    header = parts[0].header
    return (
        Call("make_keys", SENDERS, service.make_keys),
        Call("take_trust", SENDERS, lambda uow: service.take_trust(uow, newer)),
        Call("begin_export", SENDERS, lambda uow: service.begin_export(uow, wanted())),
        Call("record_export", SENDERS, lambda uow: service.record_export(uow, done)),
        Call("get_status", VIEWERS, status.get_status),
        Call("get_signing_key", VIEWERS, lambda uow: status.get_signing_key(uow, header)),
        Call("list_sent", VIEWERS, sent.list_sent),
        Call("find_sent_name", VIEWERS, lambda uow: sent.find_sent_name(uow, "0" * 64)),
    )


def test_the_table_names_every_verb_and_query(calls: tuple[Call, ...]) -> None:
    assert {call.name for call in calls} == public_functions(service, status, sent)


def test_a_role_may_what_the_table_says_and_no_more(facility: Facility, calls: tuple[Call, ...]) -> None:
    for role in Role:
        assert missteps(facility.database, facility.actor(role), calls) == [], role
    assert missteps(facility.database, facility.actor(), calls) == []
