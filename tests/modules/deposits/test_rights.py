"""Every verb and query of the slice against every role."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from facility_app.db.attachments import NamedFiles
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.money import Money
from facility_app.modules.deposits import domain, papers
from facility_app.modules.deposits.domain.belongings import ActKind
from facility_app.modules.deposits.domain.money import EntryKind
from facility_app.modules.deposits.domain.signing import Signing
from facility_app.modules.deposits.domain.supplies import Supply
from facility_app.modules.deposits.queries import accounts, choices, held, months, owing, sheets, things
from facility_app.modules.deposits.service import belongings, money, returning, supplies
from facility_app.modules.deposits.service import months as closing
from facility_app.modules.deposits.service.store import Going
from tests.helpers.rights import Call, Outcome, outcome, public_functions
from tests.modules.deposits.custody import PHONE, SHIRTS, TODAY, TREASURER, House, People, copied, receive, take_in
from tests.modules.deposits.custody import things as things_of
from tests.modules.residents.people import PHOTO, with_store

READS = (accounts, choices, held, months, owing, sheets, things, papers)
WRITES = (belongings, closing, money, returning, supplies)
BY = Signing("Lê Thị Hằng")


@dataclass
class Kept:
    """What stands in the file before each call; filled once."""

    duc: str = ""
    entry: str = ""
    told: str = ""
    act: str = ""
    bag: str = ""
    phone: str = ""
    slip: str = ""
    line: str = ""


KEPT = Kept()
JULY = date(2026, 7, 1)


def may(name: str) -> frozenset[Role]:
    """The roles that hold this permission."""
    roles: frozenset[Role] = getattr(domain, name).roles
    return roles


VIEW, DOOR, BOOKS, STORE = may("VIEW_DEPOSITS"), may("TAKE_IN"), may("KEEP_LEDGER"), may("HAND_OUT")
CALLS = (
    Call("list_accounts", VIEW, accounts.list_accounts),
    Call("get_account", VIEW, lambda uow: accounts.get_account(uow, KEPT.duc)),
    Call("list_entries", VIEW, lambda uow: accounts.list_entries(uow, KEPT.duc)),
    Call("get_entry", VIEW, lambda uow: accounts.get_entry(uow, KEPT.entry)),
    Call("list_broken_accounts", VIEW, accounts.list_broken_accounts),
    Call("list_held", VIEW, lambda uow: held.list_held(uow, None, TODAY)),
    Call("get_share_kept", VIEW, lambda uow: held.get_share_kept(uow, KEPT.duc)),
    Call("get_share_returned", VIEW, lambda uow: held.get_share_returned(uow, KEPT.duc, 1)),
    Call("lines_of", VIEW, lambda uow: held.lines_of(uow, KEPT.duc)),
    Call("holds_of", VIEW, lambda uow: held.holds_of(uow, [KEPT.duc])),
    Call("find_people", VIEW, lambda uow: choices.find_people(uow, "duc")),
    Call("find_person", VIEW, lambda uow: choices.find_person(uow, KEPT.duc)),
    Call("list_months", VIEW, months.list_months),
    Call("preview_month", VIEW, months.preview_month),
    Call("norms", VIEW, lambda uow: owing.norms(uow, TODAY)),
    Call("list_owed", VIEW, owing.list_owed),
    Call("list_given", VIEW, lambda uow: owing.list_given(uow, KEPT.duc)),
    Call("get_slip", VIEW, lambda uow: owing.get_slip(uow, KEPT.slip)),
    Call("read_imprint", VIEW, sheets.read_imprint),
    Call("list_items", VIEW, lambda uow: things.list_items(uow, KEPT.duc)),
    Call("list_bags", VIEW, lambda uow: things.list_bags(uow, KEPT.duc)),
    Call("list_acts", VIEW, lambda uow: things.list_acts(uow, KEPT.duc)),
    Call("get_act", VIEW, lambda uow: things.get_act(uow, KEPT.act)),
    Call("answer_named_files", VIEW, lambda uow: things.answer_named_files(uow, NamedFiles())),
    Call("receipt_paper", VIEW, lambda uow: papers.receipt_paper(uow, KEPT.entry)),
    Call("account_paper", VIEW, lambda uow: papers.account_paper(uow, KEPT.duc)),
    Call("act_paper", VIEW, lambda uow: papers.act_paper(uow, KEPT.act)),
    Call("return_paper", VIEW, lambda uow: papers.return_paper(uow, KEPT.duc)),
    Call("slip_paper", VIEW, lambda uow: papers.slip_paper(uow, KEPT.slip)),
    Call("months_paper", VIEW, papers.months_paper),
    Call(
        "receive_money",
        DOOR,
        lambda uow: money.receive_money(uow, money.ReceiveMoney(KEPT.duc, EntryKind.INTAKE, Money(1), BY)),
    ),
    Call(
        "pay_out",
        BOOKS,
        lambda uow: money.pay_out(uow, money.PayOut(KEPT.duc, EntryKind.CANTEEN, Money(1), BY)),
    ),
    Call(
        "correct_entry",
        BOOKS,
        lambda uow: money.correct_entry(uow, money.CorrectEntry(KEPT.entry, "ghi nhầm", BY)),
    ),
    Call("inform_resident", BOOKS, lambda uow: money.inform_resident(uow, money.InformResident(KEPT.told))),
    Call(
        "post_share",
        may("POST_SHARES"),
        lambda uow: money.post_share(
            uow, money.PostShares("labour/2026-07", (money.Share(KEPT.duc, Money(1)),), officer_name="Lê Thị Hằng")
        ),
    ),
    Call(
        "take_in_belongings",
        DOOR,
        lambda uow: belongings.take_in_belongings(
            uow, belongings.TakeInBelongings(KEPT.duc, (PHONE,), "Tủ 1", "NP-900", BY)
        ),
    ),
    Call(
        "attach_photo",
        DOOR,
        lambda uow: belongings.attach_photo(uow, belongings.AttachPhoto(KEPT.phone, PHOTO)),
    ),
    Call(
        "hand_out",
        STORE,
        lambda uow: belongings.hand_out(
            uow, belongings.HandOut(KEPT.duc, ActKind.HANDED_BACK, (Going(KEPT.phone, 1),), "NP-901", BY)
        ),
    ),
    Call(
        "reseal",
        STORE,
        lambda uow: belongings.reseal(uow, belongings.Reseal(KEPT.bag, "NP-902", "Tủ 9", "rách", BY)),
    ),
    Call(
        "return_all",
        may("RETURN_DEPOSITS"),
        lambda uow: returning.return_all(uow, returning.ReturnAll(KEPT.duc, BY)),
    ),
    Call(
        "issue_supplies",
        may("ISSUE_SUPPLIES"),
        lambda uow: supplies.issue_supplies(
            uow, supplies.IssueSupplies((supplies.Handed(KEPT.duc, Supply.HAT, 1),), officer_name="Lê Thị Hằng")
        ),
    ),
    Call(
        "cancel_supply",
        may("ISSUE_SUPPLIES"),
        lambda uow: supplies.cancel_supply(uow, supplies.CancelSupply(KEPT.line, "nhầm")),
    ),
    Call(
        "close_month",
        may("CLOSE_MONTHS"),
        lambda uow: closing.close_month(uow, closing.CloseMonth(JULY, Money(5), officer_name="Lê Thị Hằng")),
    ),
)


@pytest.fixture(scope="module")
def working(custody_pattern: tuple[House, People], tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A facility that keeps money and things of one person."""
    pattern, people = custody_pattern
    folder = tmp_path_factory.mktemp("rights")
    for house in copied(pattern, folder / "facility"):
        with_store(house, folder)  # type: ignore[arg-type]
        KEPT.duc = people.duc
        receive(house, people.duc, 5, happened_on=date(2026, 7, 20))
        KEPT.entry = receive(house, people.duc, 1_000).entry_id
        KEPT.told = receive(house, people.duc, 2_000, EntryKind.POST).entry_id
        KEPT.act = take_in(house, people.duc, PHONE, SHIRTS).act_id
        KEPT.bag = house.read(things.list_bags, people.duc, by=TREASURER)[0].bag_id
        KEPT.phone = things_of(house, people.duc)["Điện thoại di động"].belonging_id
        wish = supplies.IssueSupplies((supplies.Handed(people.duc, Supply.NET, 1),))
        KEPT.slip = house.write(supplies.issue_supplies, wish, by=TREASURER).slip_id
        KEPT.line = house.read(owing.list_given, people.duc, by=TREASURER)[0].line_id
        yield house


def test_the_table_names_every_verb_and_query() -> None:
    assert {call.name for call in CALLS} == public_functions(*READS, *WRITES)


@pytest.mark.parametrize("role", Role)
def test_a_role_may_what_the_table_says_and_no_more(working: House, role: Role) -> None:
    for call in CALLS:
        found = outcome(working.database, working.actor(role), call)
        assert found.allowed is (role in call.roles), call.name
        if not found.allowed:
            assert found == Outcome(allowed=False, rows_written=0), call.name


def test_nobody_without_a_role_may_anything_and_the_program_may_all(working: House) -> None:
    for call in CALLS:
        assert outcome(working.database, working.actor(), call) == Outcome(allowed=False, rows_written=0), (
            call.name
        )
        assert outcome(working.database, system_actor("d"), call).allowed, call.name


def test_whoever_stands_at_the_door_takes_in_and_no_more_and_a_guard_sees_nothing() -> None:
    allowed = {role: {call.name for call in CALLS if role in call.roles} for role in Role}
    assert allowed[Role.GUARD] == allowed[Role.ADMIN] == allowed[Role.NURSE] == set()
    assert allowed[Role.AUDITOR] == {call.name for call in CALLS if call.roles == VIEW}
    assert allowed[Role.INTAKE] - allowed[Role.AUDITOR] == {
        *("receive_money", "take_in_belongings", "attach_photo", "issue_supplies", "cancel_supply"),
    }
    assert allowed[Role.DISCHARGE] - allowed[Role.AUDITOR] == {"return_all"}
    assert allowed[Role.LABOUR] == {"post_share"}
    assert allowed[Role.TREASURER] == allowed[Role.HEAD] == {call.name for call in CALLS}
    visit = money.RIGHT_TO_RECEIVE[EntryKind.VISIT]
    assert Role.INTAKE not in visit.roles
