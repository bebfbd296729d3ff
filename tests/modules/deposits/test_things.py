"""Belongings and supplies: what lies in store, seals, what leaves how, what is owed; everything given back."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.documents.payload import Grid, PlainPaper
from facility_app.kernel.actor import Role
from facility_app.kernel.money import Money
from facility_app.kernel.paging import Look
from facility_app.kernel.sex import Sex
from facility_app.modules.deposits import papers
from facility_app.modules.deposits.domain.belongings import ActKind
from facility_app.modules.deposits.domain.money import EntryKind
from facility_app.modules.deposits.domain.signing import Signing
from facility_app.modules.deposits.domain.supplies import Given, Norm, Supply, is_north, owed, span_of
from facility_app.modules.deposits.queries.accounts import list_accounts
from facility_app.modules.deposits.queries.owing import list_given, list_owed
from facility_app.modules.deposits.queries.things import list_acts, list_bags
from facility_app.modules.deposits.service.belongings import (
    AttachPhoto,
    HandOut,
    Reseal,
    TakeInBelongings,
    attach_photo,
    hand_out,
    reseal,
    take_in_belongings,
)
from facility_app.modules.deposits.service.returning import ReturnAll, return_all
from facility_app.modules.deposits.service.store import Going
from facility_app.modules.deposits.service.supplies import (
    CancelSupply,
    Handed,
    IssueSupplies,
    cancel_supply,
    issue_supplies,
)
from facility_app.modules.discharge.queries.gate import gate
from facility_app.modules.stays.api import EndStay, ExitCode, end_stay
from facility_app.modules.tasks.queries import list_task_ids, list_task_rows
from tests.modules.deposits.custody import (
    BICYCLE,
    KNIFE,
    PHONE,
    SHIRTS,
    TODAY,
    TREASURER,
    House,
    People,
    balance,
    receive,
    take_in,
    things,
)
from tests.modules.residents.people import PHOTO, with_store

FREE = Signing()


def out(house: House, people: People, kind: ActKind, *goings: Going, **more: object) -> HandOut:
    """A wish that lets things of the first person go."""
    return HandOut(people.duc, kind, goings, **more)  # type: ignore[arg-type]


def test_a_bag_opened_for_one_piece_is_sealed_anew_and_its_first_seal_stays_written(
    house: House, people: People
) -> None:
    made = take_in(house, people.duc, PHONE, SHIRTS, BICYCLE)
    assert (made.number, made.pieces) == ("LKV-0001/2026", 5)
    shirts = things(house, people.duc)["Áo sơ mi"]
    assert (shirts.seal_no, things(house, people.duc)["Xe đạp"].seal_no) == ("NP-001", "")
    wish = out(house, people, ActKind.HANDED_BACK, Going(shirts.belonging_id, 2))
    assert house.refused(hand_out, wish, by=TREASURER).code == "seal_missing"
    house.write(hand_out, replace(wish, new_seal_no="np-002"), by=TREASURER)
    kept = things(house, people.duc)
    assert (kept["Áo sơ mi"].left, kept["Áo sơ mi"].seal_no, kept["Điện thoại di động"].seal_no) == (
        1,
        "NP-002",
        "NP-002",
    )
    bags = house.read(list_bags, people.duc, by=TREASURER)
    assert [(one.seal_no, one.opened_on) for one in bags] == [("NP-002", None), ("NP-001", TODAY)]


def test_no_more_leaves_than_is_there_and_a_bag_emptied_needs_no_seal(house: House, people: People) -> None:
    take_in(house, people.duc, SHIRTS)
    shirts = things(house, people.duc)["Áo sơ mi"]
    much = out(house, people, ActKind.HANDED_BACK, Going(shirts.belonging_id, 4))
    assert house.refused(hand_out, much, by=TREASURER).code == "not_in_store"
    twice = out(house, people, ActKind.HANDED_BACK, Going(shirts.belonging_id, 2), Going(shirts.belonging_id, 2))
    assert house.refused(hand_out, twice, by=TREASURER).code == "not_in_store"
    house.write(hand_out, out(house, people, ActKind.HANDED_BACK, Going(shirts.belonging_id, 3)), by=TREASURER)
    assert things(house, people.duc)["Áo sơ mi"].left == 0
    assert [one.opened_on for one in house.read(list_bags, people.duc, by=TREASURER)] == [TODAY]


def test_a_seal_is_on_one_bag_in_store_at_a_time_and_free_again_after_it(house: House, people: People) -> None:
    take_in(house, people.duc, PHONE)
    second = TakeInBelongings(people.hoa, (SHIRTS,), "Tủ 1", "np-001")
    assert house.refused(take_in_belongings, second, by=TREASURER).code == "seal_in_use"
    (bag,) = house.read(list_bags, people.duc, by=TREASURER)
    house.write(reseal, Reseal(bag.bag_id, "NP-007", "Tủ 5", "niêm phong bị rách"), by=TREASURER)
    assert things(house, people.duc)["Điện thoại di động"].location == "Tủ 5"
    assert house.refused(reseal, Reseal(bag.bag_id, "NP-9", "Tủ 5", "lần nữa"), by=TREASURER).code == "bag_opened"
    house.write(take_in_belongings, second, by=TREASURER)
    assert things(house, people.hoa)["Áo sơ mi"].seal_no == "NP-001"


def test_a_forbidden_thing_leaves_only_with_minutes_a_reason_and_somebody_who_saw_it(
    house: House, people: People
) -> None:
    take_in(house, people.duc, replace(KNIFE, is_sealed=False), seal="")
    knife = Going(things(house, people.duc)["Dao gấp"].belonging_id, 1)
    back = out(house, people, ActKind.HANDED_BACK, knife)
    assert house.refused(hand_out, back, by=TREASURER).code == "thing_forbidden"
    bare = out(house, people, ActKind.DESTROYED, knife)
    assert set(house.refused(hand_out, bare, by=TREASURER).fields) == {"counterpart", "paper_number", "reason"}
    whole = replace(bare, counterpart="Phạm Văn Sáu", paper_number="03/BB", reason="đồ vật cấm")
    house.write(hand_out, whole, by=TREASURER)
    assert things(house, people.duc)["Dao gấp"].left == 0


@pytest.mark.parametrize(
    ("wish", "fields"),
    [
        (TakeInBelongings("?", (PHONE,), "Tủ 1"), {"seal_no"}),
        (
            TakeInBelongings("?", (replace(PHONE, what=" ", quantity=0),), "", "1"),
            {"what_0", "quantity_0", "location"},
        ),
        (TakeInBelongings("?", (), "Tủ 1"), set()),
    ],
)
def test_things_without_a_name_a_seal_or_a_place_are_refused_line_by_line(
    house: House, people: People, wish: TakeInBelongings, fields: set[str]
) -> None:
    told = house.refused(take_in_belongings, replace(wish, resident_id=people.duc), by=TREASURER)
    assert set(told.fields) == fields


def test_a_picture_of_a_thing_is_kept_once(house: House, people: People, tmp_path: Path) -> None:
    with_store(house, tmp_path)  # type: ignore[arg-type]
    take_in(house, people.duc, PHONE)
    item = things(house, people.duc)["Điện thoại di động"].belonging_id
    house.write(attach_photo, AttachPhoto(item, PHOTO), by=TREASURER)
    assert things(house, people.duc)["Điện thoại di động"].photo_sha256 is not None
    assert house.refused(attach_photo, AttachPhoto(item, PHOTO), by=TREASURER).code == "photo_there"


def test_money_and_things_at_the_end_are_a_task_and_never_a_stop(house: House, people: People) -> None:
    receive(house, people.duc, 250_000)
    take_in(house, people.duc, PHONE, SHIRTS, replace(KNIFE, is_sealed=False))
    roles = (Role.DISCHARGE, Role.TREASURER)
    found = {one.code: one for one in house.read(gate, people.stay, by=roles) if one.code.startswith("deposit")}
    assert found.keys() == {"deposit_money", "deposit_things", "deposit_forbidden"}
    money = found["deposit_money"]
    assert (money.stops_exit, money.page, money.tab, money.record) == (
        False,
        "residents.person",
        "deposits.person",
        people.duc,
    )
    house.at(date(2026, 9, 1))
    left = EndStay(people.stay, house.stay(people.stay).version, ExitCode.COMPLETED_COMPULSORY, date(2026, 9, 1))
    house.write(end_stay, left, by=(Role.HEAD,))
    assert kinds_of_tasks(house) == ["deposits.return"]
    (account,) = [one for one in house.read(list_accounts, by=TREASURER) if one.resident_id == people.duc]
    assert account.has_left
    told = house.write(return_all, ReturnAll(people.duc), by=(Role.DISCHARGE,))
    assert (told.amount, told.kept_back) == (Money(250_000), 1)
    assert told.things is not None
    assert (told.things.pieces, balance(house, people.duc)) == (4, 0)
    assert kinds_of_tasks(house) == ["deposits.forbidden"]
    assert [one.opened_on for one in house.read(list_bags, people.duc, by=TREASURER)] == [date(2026, 9, 1)]
    again = house.refused(return_all, ReturnAll(people.duc), by=(Role.DISCHARGE,))
    assert again.code == "nothing_kept"


def test_what_is_issued_is_no_longer_owed_until_the_next_year_of_the_stay(house: House, people: People) -> None:
    lines = (
        Handed(people.duc, Supply.LONG_CLOTHES, 2),
        Handed(people.duc, Supply.NET, 1),
        Handed(people.hoa, Supply.HYGIENE, 60_000),
        Handed(people.hoa, Supply.LONG_CLOTHES, 1),
    )
    made = house.write(issue_supplies, IssueSupplies(lines), by=TREASURER)
    assert (made.number, made.lines) == ("CP-0001/2026", 4)
    rows = {one.resident_id: one for one in house.read(list_owed, by=TREASURER)}
    duc, hoa = rows[people.duc], rows[people.hoa]
    assert (duc.left(Supply.LONG_CLOTHES), duc.left(Supply.NET), duc.left(Supply.COAT)) == (0, 0, 1)
    assert duc.left(Supply.HYGIENE) is None
    assert (hoa.left(Supply.LONG_CLOTHES), hoa.left(Supply.HYGIENE)) == (1, 30_000)
    assert duc.owed[0].norm.article == "NĐ 163/2026 Đ113.2"
    over = IssueSupplies((Handed(people.hoa, Supply.HYGIENE, 30_001),))
    told = house.refused(issue_supplies, over, by=TREASURER)
    assert (told.code, "Đ113.3" in told.message) == ("hygiene_over_norm", True)
    line = next(one for one in house.read(list_given, people.duc, by=TREASURER) if one.supply is Supply.NET)
    house.write(cancel_supply, CancelSupply(line.line_id, "phát nhầm người"), by=TREASURER)
    assert house.read(list_owed, [people.duc], by=TREASURER)[0].left(Supply.NET) == 1
    back = CancelSupply(line.line_id, "lần nữa")
    assert house.refused(cancel_supply, back, by=TREASURER).code == "entry_cancelled"


def test_a_year_of_supplies_runs_from_the_day_of_admission() -> None:
    came = date(2024, 2, 29)
    assert span_of(Supply.SOAP, came, date(2025, 2, 27)) == (came, date(2025, 2, 27))
    assert span_of(Supply.SOAP, came, date(2025, 2, 28)) == (date(2025, 2, 28), date(2026, 2, 27))
    assert span_of(Supply.COAT, came, date(2025, 6, 1)) == (came, date(2026, 2, 27))
    assert span_of(Supply.NET, came, date(2025, 6, 1)) == (came, None)
    assert span_of(Supply.HYGIENE, came, date(2026, 2, 5)) == (date(2026, 2, 1), date(2026, 2, 28))


def test_the_winter_set_is_owed_from_da_nang_northward_and_hygiene_to_women_alone() -> None:
    norms = {one: Norm(one, 2, "Đ113") for one in Supply}
    came, on = date(2026, 8, 1), date(2026, 8, 3)

    def kinds(sex: Sex, province: str) -> set[Supply]:
        return {one.norm.supply for one in owed(norms, (), came, on, sex, north=is_north(province))}

    assert Supply.COAT in kinds(Sex.MALE, "48")
    assert kinds(Sex.FEMALE, "79") - kinds(Sex.MALE, "79") == {Supply.HYGIENE}
    assert kinds(Sex.MALE, "48") - kinds(Sex.MALE, "51") == {Supply.COAT, Supply.SOCKS, Supply.QUILT}
    had = (Given(Supply.SOAP, 1, on), Given(Supply.SOAP, 1, came - timedelta(days=1)))
    found = {one.norm.supply: one.left for one in owed(norms, had, came, on, Sex.MALE, north=True)}
    assert (found[Supply.SOAP], found[Supply.PROTECTIVE]) == (1, 0)


def test_every_paper_says_what_was_written(house: House, people: People) -> None:
    entry = receive(house, people.duc, 250_000, EntryKind.VISIT)
    act = take_in(house, people.duc, PHONE)
    slip = house.write(issue_supplies, IssueSupplies((Handed(people.duc, Supply.NET, 1),)), by=TREASURER)
    told = house.write(return_all, ReturnAll(people.duc), by=TREASURER)
    assert told.money is not None
    assert told.things is not None
    made: list[tuple[PlainPaper, tuple[str, ...]]] = [
        (house.read(papers.receipt_paper, entry.entry_id, by=TREASURER), ("250.000 ₫", "Nguyễn Văn Bình, bố")),
        (house.read(papers.account_paper, people.duc, by=TREASURER), ("LKT-0001/2026", "LKC-0001/2026", "0 ₫")),
        (
            house.read(papers.act_paper, act.act_id, by=TREASURER),
            ("Samsung A10, màu đen", "NP-001 (Tủ 2, ngăn 3)"),
        ),
        (house.read(papers.slip_paper, slip.slip_id, by=TREASURER), ("Nguyễn Văn Đức", "1")),
        (house.read(papers.return_paper, people.duc, by=TREASURER), ("250.000 ₫ (LKC-0001/2026)", "còn gì")),
    ]
    for paper, wanted in made:
        text = " ".join(
            cell for block in paper.blocks if isinstance(block, Grid) for row in block.rows for cell in row
        )
        assert [one for one in wanted if one not in text] == [], paper.title
        assert (paper.footer.printed_by, paper.above) == ("Lê Thị Hằng", "Cơ sở cai nghiện ma túy số 1")
    assert len(house.read(list_acts, people.duc, by=TREASURER)) == 2


def kinds_of_tasks(house: House) -> list[str]:
    """Kinds of this slice's open tasks."""

    def read(uow: UnitOfWork) -> list[str]:
        rows = list_task_rows(uow, list_task_ids(uow, Look()))
        return sorted(row.kind for row in rows if row.kind.startswith("deposits."))

    return house.read(read, by=(Role.TREASURER,))
