"""The share of labour is kept until the measure is over (NĐ 163/2026 Đ118.2c): by no path it goes before."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.documents.payload import Grid, PlainPaper, Text
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.money import Money
from facility_app.modules.deposits.domain.held import Hold, Line, held_of, lowest_free
from facility_app.modules.deposits.domain.money import EntryKind
from facility_app.modules.deposits.papers import account_paper, receipt_paper, return_paper
from facility_app.modules.deposits.queries.accounts import Kept, get_account, list_accounts
from facility_app.modules.deposits.queries.open_items import ANSWERS
from facility_app.modules.deposits.service.money import (
    CorrectEntry,
    PayOut,
    PostShares,
    ReceiveMoney,
    Share,
    correct_entry,
    pay_out,
    post_share,
    receive_money,
)
from facility_app.modules.deposits.service.returning import ReturnAll, Returned, return_all
from facility_app.modules.stays.api import EndStay, ExitCode, OpenItems, end_stay
from tests.helpers.cases import each
from tests.modules.deposits.custody import (
    PHONE,
    TODAY,
    TREASURER,
    House,
    People,
    balance,
    ledger,
    pay,
    receive,
    take_in,
)

DAY = timedelta(days=1)
LEAVES = date(2026, 9, 1)
OUT = (Role.DISCHARGE,)


def share(house: House, resident_id: str, vnd: int, month: str = "2026-07") -> str:
    """A month of labour is shared out; answers the row's id."""
    command = PostShares(f"labour/{month}", (Share(resident_id, Money(vnd)),))
    return house.write(post_share, command, by=(Role.HEAD,))[0].entry_id


def kept(house: House, resident_id: str) -> Kept:
    """What is in custody of somebody's, the one list and the one page saying the same."""
    found = house.read(get_account, resident_id, by=TREASURER).kept
    (row,) = (one for one in house.read(list_accounts, by=TREASURER) if one.resident_id == resident_id)
    assert row.kept == found
    return found


def said_by(paper: PlainPaper) -> list[object]:
    """Its sentences, and the rows of its tables."""
    texts = [one.text for one in paper.blocks if isinstance(one, Text)]
    return [*texts, *(row for one in paper.blocks if isinstance(one, Grid) for row in one.rows)]


def give_back(house: House, resident_id: str) -> Returned:
    """Everything that may go, goes."""
    return house.write(return_all, ReturnAll(resident_id), by=OUT)


def test_a_share_is_no_spending_money_and_the_refusal_says_the_article_and_what_is_free(
    house: House, people: People
) -> None:
    receive(house, people.duc, 100_000)
    share(house, people.duc, 320_000)
    seen = kept(house, people.duc)
    assert (seen.balance, seen.held, seen.free) == (Money(420_000), Money(320_000), Money(100_000))
    for kind in (EntryKind.CANTEEN, EntryKind.CONTACT, EntryKind.SENT_HOME):
        wish = PayOut(people.duc, kind, Money(100_001), counterpart="Nguyễn Văn Bình, bố")
        told = house.refused(pay_out, wish, by=TREASURER)
        assert told.code == "deposit_held"
        assert all(part in told.message for part in ("Đ118.2c", "320.000 ₫", "100.000 ₫"))
    pay(house, people.duc, 100_000)
    assert kept(house, people.duc).free == Money(0)


def test_what_was_received_wrongly_and_spent_is_not_taken_back_out_of_the_share(
    house: House, people: People
) -> None:
    made = receive(house, people.duc, 100_000)
    pay(house, people.duc, 60_000)
    wrong = share(house, people.duc, 320_000)
    told = house.refused(correct_entry, CorrectEntry(made.entry_id, "nhầm người"), by=TREASURER)
    assert told.code == "deposit_held"
    # A share written wrongly goes whole, with what of it is held.
    house.write(correct_entry, CorrectEntry(wrong, "chia nhầm tháng"), by=TREASURER)
    assert (kept(house, people.duc).held, balance(house, people.duc)) == (Money(0), 40_000)


def test_before_the_end_all_but_the_share_is_given_back_and_on_the_day_of_leaving_the_rest(
    house: House, people: People
) -> None:
    receive(house, people.duc, 100_000)
    share(house, people.duc, 320_000)
    first = give_back(house, people.duc)
    assert (first.amount, first.held) == (Money(100_000), Money(320_000))
    told = house.refused(return_all, ReturnAll(people.duc), by=OUT)
    assert (told.code, "Đ118.2c" in told.message) == ("deposit_held", True)
    take_in(house, people.duc, PHONE)
    assert give_back(house, people.duc).money is None
    house.at(LEAVES)
    assert kept(house, people.duc).free == Money(320_000)
    ((item,),) = house.read(_open, people, by=TREASURER)
    assert "320.000 ₫ là phần kết quả lao động trị liệu" in item.text.format(**item.params)
    last = give_back(house, people.duc)
    assert (last.amount, last.held, balance(house, people.duc)) == (Money(320_000), Money(0), 0)


def test_whoever_leaves_early_gets_the_share_that_day_and_no_day_before(house: House, people: People) -> None:
    share(house, people.duc, 320_000)
    house.at(TODAY + DAY)
    house.write(
        end_stay,
        EndStay(people.stay, house.stay(people.stay).version, ExitCode.DEATH, TODAY + DAY),
        by=(Role.HEAD,),
    )
    early = PayOut(people.duc, EntryKind.CANTEEN, Money(1), happened_on=TODAY)
    assert house.refused(pay_out, early, by=TREASURER).code == "deposit_held"
    assert give_back(house, people.duc).amount == Money(320_000)


def test_the_papers_say_what_is_held_and_what_of_the_money_given_back_was_the_share(
    house: House, people: People
) -> None:
    receive(house, people.duc, 100_000)
    share(house, people.duc, 320_000)
    held = (
        "Trong đó 320.000 ₫ là phần kết quả lao động trị liệu, giữ đến khi chấp hành xong (NĐ 163/2026 Đ118.2c)."
    )
    assert held in said_by(house.read(account_paper, people.duc, by=TREASURER))
    house.at(LEAVES)
    assert held not in said_by(house.read(account_paper, people.duc, by=TREASURER))
    give_back(house, people.duc)
    row = ledger(house, people.duc)[0]
    for paper in (
        house.read(return_paper, people.duc, by=OUT),
        house.read(receipt_paper, row.entry_id, by=TREASURER),
    ):
        assert ("Trong đó phần kết quả lao động trị liệu", "320.000 ₫ (NĐ 163/2026 Đ118.2c)") in said_by(paper)


JUNE, JULY, AUGUST = date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)
SHARE, IN, BACK = EntryKind.LABOUR_SHARE, EntryKind.VISIT, EntryKind.RETURNED
HELD: tuple[tuple[str, tuple[Line, ...], tuple[Hold, ...], date, int], ...] = (
    ("nobody's measure: nothing is held", (Line(1, SHARE, JULY, 5, 5),), (), JULY, 0),
    ("a measure without an end holds", (Line(1, SHARE, JULY, 5, 5),), (Hold(JUNE, None),), AUGUST, 5),
    ("until the day it is over", (Line(1, SHARE, JULY, 5, 5),), (Hold(JUNE, AUGUST),), AUGUST - DAY, 5),
    ("not on that day", (Line(1, SHARE, JULY, 5, 5),), (Hold(JUNE, AUGUST),), AUGUST, 0),
    ("what came after it is free", (Line(1, SHARE, AUGUST, 5, 5),), (Hold(JUNE, AUGUST),), JULY, 0),
    (
        "what came of an earlier measure is free",
        (Line(1, SHARE, JUNE, 5, 5), Line(2, SHARE, AUGUST, 7, 12)),
        (Hold(JUNE, JULY), Hold(AUGUST, None)),
        AUGUST,
        7,
    ),
    (
        "what was given back is no more",
        (Line(1, SHARE, JUNE, 5, 5), Line(2, BACK, JUNE, -5, 0), Line(3, SHARE, JULY, 7, 7)),
        (Hold(JUNE, None),),
        JULY,
        7,
    ),
    (
        "what was free was given back, the share stays",
        (Line(1, SHARE, JUNE, 5, 5), Line(2, IN, JUNE, 4, 9), Line(3, BACK, JUNE, -4, 5)),
        (Hold(JUNE, None),),
        JULY,
        5,
    ),
)


@each(("case", "lines", "holds", "on", "held"), HELD)
def test_what_is_held_on_a_day_follows_from_the_kinds_and_the_measures(
    case: str, lines: tuple[Line, ...], holds: tuple[Hold, ...], on: date, held: int
) -> None:
    assert held_of(lines, holds, on) == Money(held), case


def test_a_day_gone_by_is_not_written_out_of_the_share_though_other_money_came_later(
    house: House, people: People
) -> None:
    holds = (Hold(JUNE, None),)
    lines = (Line(1, SHARE, JULY, 50, 50), Line(2, IN, AUGUST, 50, 100))
    assert [lowest_free(lines, holds, day) for day in (JULY, AUGUST)] == [Money(0), Money(50)]
    share(house, people.duc, 50_000)
    house.at(TODAY + 3 * DAY)
    receive(house, people.duc, 50_000)
    early = PayOut(people.duc, EntryKind.CANTEEN, Money(1), happened_on=TODAY + DAY)
    assert house.refused(pay_out, early, by=TREASURER).code == "deposit_held"
    pay(house, people.duc, 50_000)


@pytest.mark.parametrize("seed", [20261124])
def test_whatever_is_tried_the_share_lies_there_until_the_day_and_goes_whole_on_it(
    house: House, people: People, seed: int
) -> None:
    """A model beside the ledger: what was earned and not taken back; nothing that is tried takes of it."""
    chance, earned, live, refused = random.Random(seed), dict[str, int](), list[str](), 0
    with house.database.write(house.actor(Role.HEAD)) as uow:
        for step in range(90):
            vnd = chance.randrange(1, 200_000)
            deed = chance.choice(("receive", "share", "pay", "pay", "correct", "correct", "return"))
            if deed == "share":
                (made,) = post_share(uow, PostShares(f"labour/{step}", (Share(people.duc, Money(vnd)),)))
                earned[made.entry_id] = vnd
                live.append(made.entry_id)
            else:
                done, was = _tried(uow, people.duc, deed, vnd, chance, live)
                refused += not done
                if done and deed == "correct":
                    earned.pop(was, None)
            seen = get_account(uow, people.duc).kept
            assert seen.held == Money(sum(earned.values()))
            assert seen.balance >= seen.held
        uow.commit()
    assert earned != {}
    assert refused > 0
    house.at(LEAVES)
    total = balance(house, people.duc)
    assert kept(house, people.duc).free == Money(total)
    assert give_back(house, people.duc).amount == Money(total) >= Money(sum(earned.values()))


REFUSED = frozenset({"deposit_held", "deposit_too_small", "nothing_kept", "entry_cancelled", "not_found"})


def _tried(
    uow: UnitOfWork, who: str, deed: str, vnd: int, chance: random.Random, live: list[str]
) -> tuple[bool, str]:
    """Whether a deed was written, and which row it took back."""
    day = TODAY - chance.randrange(3) * DAY
    was = chance.choice(live) if live else ""
    deeds: dict[str, Callable[[], Any]] = {
        "receive": lambda: receive_money(uow, ReceiveMoney(who, EntryKind.INTAKE, Money(vnd), happened_on=day)),
        "pay": lambda: pay_out(uow, PayOut(who, EntryKind.CANTEEN, Money(vnd), happened_on=day)),
        "correct": lambda: correct_entry(uow, CorrectEntry(was, "ghi nhầm")),
        "return": lambda: return_all(uow, ReturnAll(who)).money,
    }
    try:
        made = deeds[deed]()
    except UserError as error:
        if error.code not in REFUSED:
            raise
        return False, was
    if deed == "correct":
        live.remove(was)
    elif made is not None:
        live.append(made.entry_id)
    return True, was


def _open(uow: UnitOfWork, people: People) -> Any:
    return [answer(uow, OpenItems(people.stay, people.duc, LEAVES)) for answer in ANSWERS[OpenItems]]
