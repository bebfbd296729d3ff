"""Custody of the demo: money and things of a few people inside, one month closed, one slip of supplies."""

from datetime import date, timedelta
from typing import Final

from facility_app.app.demo.chance import Chance
from facility_app.app.demo.names import full_name
from facility_app.db.database import Database
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.kernel.paging import Look
from facility_app.modules.deposits.domain.belongings import ItemFacts
from facility_app.modules.deposits.domain.money import EntryKind
from facility_app.modules.deposits.domain.signing import Signing
from facility_app.modules.deposits.domain.supplies import Supply
from facility_app.modules.deposits.queries.months import preview_month
from facility_app.modules.deposits.service.belongings import TakeInBelongings, take_in_belongings
from facility_app.modules.deposits.service.money import PayOut, ReceiveMoney, pay_out, receive_money
from facility_app.modules.deposits.service.months import CloseMonth, close_month
from facility_app.modules.deposits.service.supplies import Handed, IssueSupplies, issue_supplies
from facility_app.modules.stays.api import list_stay_ids, list_stay_rows

MOST_OWNERS: Final = 20
"""A few are enough to look at; each costs the smallest demo of the tests."""
THOUSAND: Final = 1_000
THINGS: Final = (
    (
        label("cli", "Điện thoại di động"),
        1,
        label("cli", "Samsung A10, màu đen"),
        label("cli", "đã dùng, vỡ góc kính"),
    ),
    (label("cli", "Ví da"), 1, label("cli", "màu nâu"), label("cli", "cũ")),
    (label("cli", "Đồng hồ đeo tay"), 1, label("cli", "mặt tròn, dây kim loại"), label("cli", "còn chạy")),
    (label("cli", "Quần áo thường"), 2, label("cli", "quần bò, áo sơ mi"), label("cli", "còn tốt")),
)
"""Words of the demo's own: what people come with."""


def write_deposits(database: Database, actor: Actor, chance: Chance) -> None:
    """Something in the safe of those who leave first."""
    with database.write(actor) as uow:
        stays = list_stay_ids(uow, Look(filters={"state": "open"}))[:MOST_OWNERS]
        people = [row.resident_id for row in list_stay_rows(uow, stays)]
        officer = str(full_name(chance, is_female=True))
        signing, today = Signing(officer), local_date(uow.now)
        last_month = today.replace(day=1) - timedelta(days=1)
        for place, resident_id in enumerate(people):
            _money(uow, chance, resident_id, signing, last_month.replace(day=5 + place % 20))
            if place % 3 == 0:
                things = THINGS[: 1 + place % len(THINGS)]
                items = tuple(ItemFacts(*one) for one in things)
                shelf = label("cli", "Tủ {cupboard}, ngăn {shelf}").format(
                    cupboard=1 + place // 6, shelf=1 + place % 6
                )
                seal = f"NP-{place + 101:04}"
                take_in_belongings(uow, TakeInBelongings(resident_id, items, shelf, seal, signing))
        if people:
            _close(uow, officer)
            given = tuple(Handed(one, what, 1) for one in people[:5] for what in (Supply.NET, Supply.BLANKET))
            issue_supplies(uow, IssueSupplies(given, today, officer))
        uow.commit()


def _money(uow: UnitOfWork, chance: Chance, resident_id: str, signing: Signing, first: date) -> None:
    """Money at intake of last month, then a few movements."""
    brought = Money(chance.between(2, 30) * 50 * THOUSAND)
    receive_money(uow, ReceiveMoney(resident_id, EntryKind.INTAKE, brought, signing, first))
    spent = Money(chance.between(1, 9) * 10 * THOUSAND)
    pay_out(uow, PayOut(resident_id, EntryKind.CANTEEN, spent, signing, first + timedelta(days=3)))
    if chance.happens(0.4):
        giver = label("cli", "{name}, người nhà").format(name=full_name(chance, is_female=chance.happens(0.6)))
        gift = Money(chance.between(2, 10) * 100 * THOUSAND)
        kind = EntryKind.POST if chance.happens(0.3) else EntryKind.VISIT
        receive_money(uow, ReceiveMoney(resident_id, kind, gift, signing, local_date(uow.now), giver))


def _close(uow: UnitOfWork, officer: str) -> None:
    """Last month, counted to the đồng."""
    seen = preview_month(uow)
    if seen is not None and seen.is_over:
        close_month(uow, CloseMonth(seen.first_on, seen.closing, officer_name=officer))
