"""What was tried against custody: lines twice, days turned round, one hand for two signatures, old seals."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facility_app.kernel.faults import Faults
from facility_app.kernel.money import Money
from facility_app.modules.deposits.domain.belongings import ActKind
from facility_app.modules.deposits.domain.money import EntryKind
from facility_app.modules.deposits.domain.signing import NoSignature, Signer, Signing, checked_signing
from facility_app.modules.deposits.domain.supplies import Supply
from facility_app.modules.deposits.service.belongings import HandOut, hand_out
from facility_app.modules.deposits.service.money import (
    CorrectEntry,
    InformResident,
    PayOut,
    PostShares,
    ReceiveMoney,
    Share,
    correct_entry,
    inform_resident,
    pay_out,
    post_share,
    receive_money,
)
from facility_app.modules.deposits.service.store import Going
from facility_app.modules.deposits.service.supplies import Handed, IssueSupplies, issue_supplies
from tests.modules.deposits.custody import (
    SHIRTS,
    TODAY,
    TREASURER,
    House,
    People,
    balance,
    pay,
    receive,
    take_in,
    things,
)

DAY = timedelta(days=1)


@pytest.mark.parametrize("witness", ["Trần Thị Quỹ", "TRẦN THỊ QUỸ", "trần  thị quỹ "])
def test_one_hand_does_not_sign_twice_however_the_name_is_written(witness: str) -> None:
    faults = Faults()
    signing = Signing("Trần Thị Quỹ", Signer.WITNESS, witness, NoSignature.REFUSES)
    checked_signing(faults, signing, "")
    with pytest.raises(Exception, match="người khác"):
        faults.refuse()


def test_pieces_of_one_thing_in_two_lines_go_as_one() -> None:
    assert Going.merged([Going("a", 1, "cũ"), Going("b", 2), Going("a", 2, "rách")]) == (
        Going("a", 3, "cũ; rách"),
        Going("b", 2),
    )
    assert Going.merged([Going("a", 3), Going("a", -2)]) == (Going("a", 0),)


def test_things_in_two_lines_go_out_once_and_a_broken_seal_is_not_used_again(house: House, people: People) -> None:
    take_in(house, people.duc, SHIRTS)
    shirt = things(house, people.duc)["Áo sơ mi"].belonging_id
    wish = HandOut(people.duc, ActKind.HANDED_BACK, (Going(shirt, 1), Going(shirt, 1)), "np-001")
    assert house.refused(hand_out, wish, by=TREASURER).code == "seal_broken"
    house.write(hand_out, replace(wish, new_seal_no="NP-002"), by=TREASURER)
    assert things(house, people.duc)["Áo sơ mi"].left == 1


def test_money_does_not_go_before_it_came_nor_is_it_told_before(house: House, people: People) -> None:
    receive(house, people.duc, 100_000, happened_on=TODAY - 6 * DAY)
    receive(house, people.duc, 900_000, happened_on=TODAY - 2 * DAY)
    early = PayOut(people.duc, EntryKind.CANTEEN, Money(200_000), happened_on=TODAY - 4 * DAY)
    told = house.refused(pay_out, early, by=TREASURER)
    assert (told.code, "100.000" in told.message) == ("deposit_too_small", True)
    pay(house, people.duc, 60_000, happened_on=TODAY - 4 * DAY)
    # What went since is not spent a second time on a day before it.
    again = replace(early, amount=Money(60_000), happened_on=TODAY - 5 * DAY)
    assert house.refused(pay_out, again, by=TREASURER).code == "deposit_too_small"
    pay(house, people.duc, 40_000, happened_on=TODAY - 5 * DAY)
    assert balance(house, people.duc) == 900_000
    post = ReceiveMoney(
        people.duc, EntryKind.POST, Money(1), counterpart="bố", informed_on=TODAY - DAY, happened_on=TODAY
    )
    assert house.refused(receive_money, post, by=TREASURER).code == "told_before_it_came"
    made = house.write(receive_money, replace(post, informed_on=None), by=TREASURER)
    inform = InformResident(made.entry_id, TODAY - DAY)
    assert house.refused(inform_resident, inform, by=TREASURER).code == "told_before_it_came"


def test_what_cannot_be_written_is_refused_in_words_and_never_breaks(house: House, people: People) -> None:
    def code(verb: object, command: object) -> str:
        return house.refused(verb, command, by=TREASURER).code  # type: ignore[arg-type]  # verbs of one kind

    for kind in (EntryKind.LABOUR_SHARE, EntryKind.CANTEEN, EntryKind.CORRECTION):
        assert code(receive_money, ReceiveMoney(people.duc, kind, Money(1))) == "deposit_kind_wrong"
    for vnd in (0, -1, 10**9 + 1, 10**18):
        assert code(receive_money, ReceiveMoney(people.duc, EntryKind.INTAKE, Money(vnd))) == "bad_deposit_amount"
    twice = (Share(people.duc, Money(1)), Share(people.duc, Money(2)))
    assert code(post_share, PostShares("labour/2026-07", twice)) == "share_twice"
    blankets = (Handed(people.duc, Supply.HYGIENE, 1),)
    alone = IssueSupplies(blankets, date(2026, 8, 1), "Trần Thị Quỹ", "trần thị  quỹ")
    assert code(issue_supplies, alone) == "witness_is_officer"
    made = receive(house, people.duc, 50_000)
    taken_back = house.write(correct_entry, CorrectEntry(made.entry_id, "nhầm người"), by=TREASURER)
    assert balance(house, people.duc) == 0
    assert code(correct_entry, CorrectEntry(taken_back.entry_id, "nhầm nữa")) == "entry_is_correction"
    assert code(correct_entry, CorrectEntry(made.entry_id, "nhầm nữa")) == "entry_cancelled"
