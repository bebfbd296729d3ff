"""The custody ledger: what comes and goes, what is refused, counter-rows, what the file itself refuses."""

import random
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.money import Money
from facility_app.kernel.paging import Look
from facility_app.modules.deposits.domain.money import EntryKind
from facility_app.modules.deposits.domain.signing import NoSignature, Signer, Signing
from facility_app.modules.deposits.queries.accounts import list_broken_accounts
from facility_app.modules.deposits.queries.months import list_months, preview_month
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
from facility_app.modules.deposits.service.months import CloseMonth, close_month
from facility_app.modules.tasks.queries import list_task_ids, list_task_rows
from tests.helpers.probe import engine_of
from tests.modules.deposits.custody import (
    TODAY,
    TREASURER,
    House,
    People,
    balance,
    ledger,
    pay,
    receive,
)

DEED_CORRECTS, DEED_PAYS = 0.8, 0.45


def test_every_row_has_its_receipt_and_the_balance_after_it(house: House, people: People) -> None:
    first = receive(house, people.duc, 500_000)
    receive(house, people.hoa, 200_000)
    receive(house, people.duc, 300_000, EntryKind.VISIT)
    last = pay(house, people.duc, 120_000)
    assert (first.receipt, last.receipt, last.balance) == ("LKT-0001/2026", "LKC-0001/2026", Money(680_000))
    rows = ledger(house, people.duc)
    assert [(row.line_no, row.amount.vnd, row.balance.vnd) for row in rows] == [
        (3, -120_000, 680_000),
        (2, 300_000, 800_000),
        (1, 500_000, 500_000),
    ]
    assert [row.receipt for row in ledger(house, people.hoa)] == ["LKT-0002/2026"]
    assert rows[0].officer_name == "Lê Thị Hằng"


def test_nobody_is_paid_more_than_is_there_and_the_words_say_how_much_that_is(
    house: House, people: People
) -> None:
    receive(house, people.duc, 50_000)
    wish = PayOut(people.duc, EntryKind.CANTEEN, Money(50_001))
    told = house.refused(pay_out, wish, by=TREASURER)
    assert (told.code, "50.000 ₫" in told.message) == ("deposit_too_small", True)
    assert balance(house, people.duc) == 50_000


SENSELESS: tuple[tuple[dict[str, Any], str], ...] = (
    ({"amount": Money(0)}, "bad_deposit_amount"),
    ({"amount": Money(-5)}, "bad_deposit_amount"),
    ({"amount": Money(2_000_000_000)}, "bad_deposit_amount"),
    ({"kind": EntryKind.VISIT}, "field_missing"),
    ({"happened_on": date(2026, 8, 4)}, "day_out_of_range"),
    ({"signing": Signing(signer=Signer.WITNESS)}, "bad_fields"),
    (
        {"signing": Signing("Lê Thị Hằng", Signer.WITNESS, "Lê Thị Hằng", NoSignature.REFUSES)},
        "witness_is_officer",
    ),
    ({"resident_id": "f" * 32}, "not_found"),
)


def test_what_cannot_be_meant_is_refused_in_words(house: House, people: People) -> None:
    for more, code in SENSELESS:
        wish: dict[str, Any] = {"resident_id": people.duc, "kind": EntryKind.INTAKE, "amount": Money(1000), **more}
        assert house.refused(receive_money, ReceiveMoney(**wish), by=TREASURER).code == code
    returned = PayOut(people.duc, EntryKind.RETURNED, Money(1))
    assert house.refused(pay_out, returned, by=TREASURER).code == "deposit_kind_wrong"
    assert ledger(house, people.duc) == ()


def test_a_witness_signs_for_whoever_does_not_and_the_reason_is_kept(house: House, people: People) -> None:
    signing = Signing("", Signer.WITNESS, "Phạm Văn Sáu", NoSignature.CANNOT_WRITE)
    receive(house, people.duc, 1_000, signing=signing)
    (row,) = ledger(house, people.duc)
    assert (row.signer, row.witness_name, row.no_signature) == (
        Signer.WITNESS,
        "Phạm Văn Sáu",
        NoSignature.CANNOT_WRITE,
    )


def test_a_wrong_row_is_taken_back_by_a_counter_row_that_names_it(house: House, people: People) -> None:
    made = receive(house, people.duc, 500_000)
    fixed = house.write(correct_entry, CorrectEntry(made.entry_id, "gõ thừa một số 0"), by=TREASURER)
    assert (fixed.receipt, fixed.balance) == ("LKĐ-0001/2026", Money(0))
    counter, wrong = ledger(house, people.duc)
    assert (counter.cancels, counter.reason, wrong.cancelled_by) == (
        made.receipt,
        "gõ thừa một số 0",
        fixed.receipt,
    )
    again = CorrectEntry(made.entry_id, "lần nữa")
    assert house.refused(correct_entry, again, by=TREASURER).code == "entry_cancelled"
    back = CorrectEntry(counter.entry_id, "lần nữa")
    assert house.refused(correct_entry, back, by=TREASURER).code == "entry_is_correction"


def test_a_row_whose_money_was_spent_is_not_taken_back_below_zero(house: House, people: People) -> None:
    made = receive(house, people.duc, 100_000)
    pay(house, people.duc, 60_000)
    told = house.refused(correct_entry, CorrectEntry(made.entry_id, "nhầm người"), by=TREASURER)
    assert told.code == "deposit_too_small"
    assert balance(house, people.duc) == 40_000


def test_money_from_the_post_is_to_be_told_and_told_once(house: House, people: People) -> None:
    made = receive(house, people.duc, 400_000, EntryKind.POST, paper_number="BĐ 17")
    kinds = house.read(_kinds_of_tasks, by=TREASURER)
    assert kinds == ["deposits.inform"]
    assert ledger(house, people.duc)[0].needs_telling
    house.write(inform_resident, InformResident(made.entry_id), by=TREASURER)
    assert ledger(house, people.duc)[0].informed_on == TODAY
    assert house.read(_kinds_of_tasks, by=TREASURER) == []
    again = house.refused(inform_resident, InformResident(made.entry_id), by=TREASURER)
    assert again.code == "already_informed"


def test_a_share_of_labour_is_posted_once_for_each_person_however_often_it_is_sent(
    house: House, people: People
) -> None:
    shares = (Share(people.duc, Money(210_000)), Share(people.hoa, Money(190_000)))
    first = house.write(post_share, PostShares("labour/2026-07", shares[:1]), by=(Role.LABOUR,))
    rest = house.write(post_share, PostShares("labour/2026-07", shares), by=(Role.LABOUR,))
    assert (len(first), len(rest)) == (1, 1)
    assert (balance(house, people.duc), balance(house, people.hoa)) == (210_000, 190_000)


def test_a_closed_month_takes_nothing_more_and_its_sums_are_those_of_its_rows(
    house: House, people: People
) -> None:
    july = date(2026, 7, 20)
    receive(house, people.duc, 500_000, happened_on=july)
    pay(house, people.duc, 80_000, happened_on=july)
    receive(house, people.hoa, 30_000)
    seen = house.read(preview_month, by=TREASURER)
    assert seen is not None
    assert (seen.first_on, seen.closing, seen.entries, seen.people) == (date(2026, 7, 1), Money(420_000), 2, 1)
    close = CloseMonth(date(2026, 7, 1), Money(400_000))
    assert house.refused(close_month, close, by=TREASURER).code == "difference_unexplained"
    early = CloseMonth(date(2026, 8, 1), Money(0))
    assert house.refused(close_month, early, by=TREASURER).code == "month_not_next"
    explained = CloseMonth(date(2026, 7, 1), Money(400_000), "thiếu 20.000 đồng, thủ quỹ nộp bù ngày 03/08")
    house.write(close_month, explained, by=TREASURER)
    (month,) = house.read(list_months, by=TREASURER)
    assert (month.received.vnd, month.paid.vnd, month.difference.vnd) == (500_000, 80_000, -20_000)
    late = ReceiveMoney(people.duc, EntryKind.INTAKE, Money(1), happened_on=date(2026, 7, 31))
    assert house.refused(receive_money, late, by=TREASURER).code == "month_closed"
    second = CloseMonth(date(2026, 8, 1), Money(450_000))
    assert house.refused(close_month, second, by=TREASURER).code == "month_not_over"
    house.at(date(2026, 9, 1))
    house.write(close_month, second, by=TREASURER)
    newest, _ = house.read(list_months, by=TREASURER)
    assert (newest.opening, newest.closing, newest.difference) == (Money(420_000), Money(450_000), Money(0))


RAW = (
    "UPDATE deposit_entry SET amount_vnd = amount_vnd + 1",
    "UPDATE deposit_entry SET balance_vnd = 0",
    "UPDATE OR REPLACE deposit_entry SET note = 'x'",
    "UPDATE deposit_entry SET voided_at = '2026-08-03T02:00:00.000000Z'",
    "DELETE FROM deposit_entry",
    "INSERT OR REPLACE INTO deposit_entry SELECT * FROM deposit_entry",
)
"""What somebody with the file and without the program would try."""
NEXT = {"id": "'new'", "line_no": "line_no + 1", "number": "number + 1", "balance_vnd": "balance_vnd + amount_vnd"}
BROKEN: tuple[dict[str, str], ...] = (
    {},
    {**NEXT, "line_no": "line_no"},
    {**NEXT, "line_no": "line_no + 2"},
    {**NEXT, "number": "number"},
    {**NEXT, "number": "number + 2"},
    {**NEXT, "balance_vnd": "balance_vnd"},
    {**NEXT, "amount_vnd": "-balance_vnd - 1", "balance_vnd": "-1"},
    {**NEXT, "happened_on": "'2026-07-31'"},
)
"""The last row once more, with what would break the chain, the numbers or a closed month."""


def test_the_file_itself_takes_no_row_that_breaks_the_chain_and_changes_none(house: House, people: People) -> None:
    receive(house, people.hoa, 10_000, happened_on=date(2026, 7, 20))
    house.write(close_month, CloseMonth(date(2026, 7, 1), Money(10_000)), by=TREASURER)
    receive(house, people.duc, 70_000)
    house.database.close()
    with engine_of(house.file.path) as engine, engine.connect() as raw:
        names = [column["name"] for column in sa.inspect(raw).get_columns("deposit_entry")]
        before = raw.exec_driver_sql("SELECT * FROM deposit_entry").fetchall()
        for change in BROKEN:
            columns = ", ".join(change.get(name, name) for name in names)
            for verb in ("INSERT", "INSERT OR REPLACE"):
                newest = "FROM deposit_entry ORDER BY id DESC LIMIT 1"
                with pytest.raises(sa.exc.DBAPIError, match=r"(counted|frozen):deposit_entry|CHECK"):
                    raw.exec_driver_sql(f"{verb} INTO deposit_entry SELECT {columns} {newest}")
        for statement in RAW:
            with pytest.raises(sa.exc.DBAPIError, match=r"(frozen|counted):deposit_entry"):
                raw.exec_driver_sql(statement)
        assert raw.exec_driver_sql("SELECT * FROM deposit_entry").fetchall() == before


@pytest.mark.parametrize("seed", [20261122])
def test_whatever_happens_the_balance_is_the_sum_never_below_zero_and_no_number_is_missing(
    house: House, people: People, seed: int
) -> None:
    chance, sums = random.Random(seed), {people.duc: 0, people.hoa: 0}
    live: list[tuple[str, str, int]] = []
    with house.database.write(house.actor(*TREASURER)) as uow:
        for _ in range(60):
            who, vnd, deed = chance.choice(list(sums)), chance.randrange(1, 300_000), chance.random()
            if deed > DEED_CORRECTS and live:
                entry, who, vnd = live.pop(chance.randrange(len(live)))
                if sums[who] >= vnd:
                    correct_entry(uow, CorrectEntry(entry, "ghi nhầm"))
                    sums[who] -= vnd
            elif deed > DEED_PAYS and sums[who] >= vnd:
                live.append((pay_out(uow, PayOut(who, EntryKind.CANTEEN, Money(vnd))).entry_id, who, -vnd))
                sums[who] -= vnd
            else:
                live.append(
                    (receive_money(uow, ReceiveMoney(who, EntryKind.INTAKE, Money(vnd))).entry_id, who, vnd)
                )
                sums[who] += vnd
        uow.commit()
    receipts = []
    for who, total in sums.items():
        rows, running = ledger(house, who)[::-1], 0
        for place, row in enumerate(rows, 1):
            running += row.amount.vnd
            assert (row.line_no, row.balance.vnd) == (place, running)
            assert running >= 0
        assert running == total == balance(house, who)
        receipts += [row.receipt for row in rows]
    for code in ("LKT", "LKC", "LKĐ"):
        numbers = sorted(one for one in receipts if one.startswith(code))
        assert numbers == [f"{code}-{place:04}/2026" for place in range(1, len(numbers) + 1)]
        assert numbers != []
    assert house.read(list_broken_accounts, by=TREASURER) == ()


def _kinds_of_tasks(uow: UnitOfWork) -> list[str]:
    rows = list_task_rows(uow, list_task_ids(uow, Look()))
    return [row.kind for row in rows if row.kind.startswith("deposits.")]
