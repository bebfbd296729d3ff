"""Every verb and query of the slice against every role."""

import io
from collections.abc import Iterator

import pytest

from facility_app.kernel.actor import Role
from facility_app.modules.exchange import papers
from facility_app.modules.exchange.queries import answers, sent, standing, status
from facility_app.modules.exchange.service import exporting, keys, receipts
from facility_app.modules.exchange.service.exporting import ExportDone
from facility_app.modules.exchange.service.keys import TakeTrust
from facility_app.sync import export
from tests.helpers.exchange import PINNED, SENDER, Province, enrolled, exported, named, wanted
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
    named(facility.database, facility.admin)
    pair = enrolled(facility.database, province)
    spool = tmp_path_factory.mktemp("spool")
    parts = exported(facility.database, spool)
    with facility.database.read(SENDER) as uow:
        order = exporting.begin_export(uow, wanted())
        done = ExportDone(order, export.write_parts(uow.session.connection(), order, spool))
    newer = TakeTrust(province.trust_list(facility.database.home, pair, version=2), PINNED)
    header = parts[0].header
    said = province.answer(province.receipt(parts, pair.signing), pair.recipient, facility.database.home)
    with facility.database.read(SENDER) as uow:
        told = answers.read_receipt(uow, io.BytesIO(said))
    paper = receipts.NotePaper("1.1/P2", parts[0].sha256)
    return (
        Call("make_keys", SENDERS, keys.make_keys),
        Call("take_trust", SENDERS, lambda uow: keys.take_trust(uow, newer)),
        Call("begin_export", SENDERS, lambda uow: exporting.begin_export(uow, wanted())),
        Call("record_export", SENDERS, lambda uow: exporting.record_export(uow, done)),
        Call("take_receipt", SENDERS, lambda uow: receipts.take_receipt(uow, told)),
        Call("note_paper", SENDERS, lambda uow: receipts.note_paper(uow, paper)),
        Call("send_all_again", SENDERS, lambda uow: receipts.send_all_again(uow, "P2@province")),
        Call("read_receipt", SENDERS, lambda uow: answers.read_receipt(uow, io.BytesIO(said))),
        Call("list_receipts", VIEWERS, answers.list_receipts),
        Call("list_sticky", VIEWERS, answers.list_sticky),
        Call("list_arrived", VIEWERS, lambda uow: sent.list_arrived(uow, uow.now)),
        Call("slip_paper", VIEWERS, lambda uow: papers.slip_paper(uow, "1.1/P2", {}, papers.Medium())),
        Call("get_status", VIEWERS, status.get_status),
        Call("get_standing", VIEWERS, standing.get_standing),
        Call("get_signing_key", VIEWERS, lambda uow: status.get_signing_key(uow, header)),
        Call("list_sent", VIEWERS, sent.list_sent),
        Call("find_sent_name", VIEWERS, lambda uow: sent.find_sent_name(uow, "0" * 64)),
    )


def test_the_table_names_every_verb_and_query(calls: tuple[Call, ...]) -> None:
    assert {call.name for call in calls} == public_functions(
        papers, exporting, keys, receipts, status, standing, sent, answers
    )


def test_a_role_may_what_the_table_says_and_no_more(facility: Facility, calls: tuple[Call, ...]) -> None:
    for role in Role:
        assert missteps(facility.database, facility.actor(role), calls) == [], role
    assert missteps(facility.database, facility.actor(), calls) == []
