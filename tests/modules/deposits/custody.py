"""Money and things of made-up people, for the tests of deposits."""

from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from facility_app.kernel.actor import Role
from facility_app.kernel.money import Money
from facility_app.kernel.sex import Sex
from facility_app.modules.deposits.domain.belongings import ItemFacts
from facility_app.modules.deposits.domain.money import EntryKind
from facility_app.modules.deposits.queries.accounts import EntryRow, get_account, list_entries
from facility_app.modules.deposits.queries.things import ItemRow, list_items
from facility_app.modules.deposits.service.belongings import Noted, TakeInBelongings, take_in_belongings
from facility_app.modules.deposits.service.money import Booked, PayOut, ReceiveMoney, pay_out, receive_money
from tests.modules.discharge.leaving import DUC, TODAY, House, copied, found

__all__ = ["TODAY", "House", "copied", "found"]

TREASURER = (Role.TREASURER,)
PHONE = ItemFacts("Điện thoại di động", 1, "Samsung A10, màu đen", "đã dùng, vỡ góc kính")
SHIRTS = ItemFacts("Áo sơ mi", 3, "màu trắng", "còn tốt")
KNIFE = ItemFacts("Dao gấp", 1, "cán gỗ", is_forbidden=True)
BICYCLE = ItemFacts("Xe đạp", 1, "Thống Nhất, màu xanh", is_sealed=False)


@dataclass(frozen=True)
class People:
    """Ids of two people and of the stay of the first."""

    duc: str
    hoa: str
    stay: str


def with_people(house: House) -> tuple[House, People]:
    """A man who leaves on 01/09/2026 and a woman who leaves a year later."""
    with closing(house.file.database()) as database:
        at_work = House(house.file, database, house.admin, house.head)
        stay = at_work.admit()
        woman = replace(DUC, name="Trần Thị Hoa", sex=Sex.FEMALE)
        hers = at_work.admit(person=woman, end_on=date(2027, 9, 1))
        people = People(at_work.stay(stay).resident_id, at_work.stay(hers).resident_id, stay)
    return house, people


def receive(house: House, resident_id: str, vnd: int, kind: EntryKind = EntryKind.INTAKE, **more: Any) -> Booked:
    """Money comes."""
    giver = {} if kind is EntryKind.INTAKE else {"counterpart": "Nguyễn Văn Bình, bố"}
    command = ReceiveMoney(resident_id, kind, Money(vnd), **{**giver, **more})
    return house.write(receive_money, command, by=TREASURER)


def pay(house: House, resident_id: str, vnd: int, kind: EntryKind = EntryKind.CANTEEN, **more: Any) -> Booked:
    """Money goes."""
    return house.write(pay_out, PayOut(resident_id, kind, Money(vnd), **more), by=TREASURER)


def take_in(house: House, resident_id: str, *items: ItemFacts, seal: str = "NP-001", **more: Any) -> Noted:
    """Things come."""
    command = TakeInBelongings(resident_id, items, "Tủ 2, ngăn 3", seal, **more)
    return house.write(take_in_belongings, command, by=TREASURER)


def balance(house: House, resident_id: str) -> int:
    """What somebody has, in đồng."""
    return house.read(get_account, resident_id, by=TREASURER).kept.balance.vnd


def ledger(house: House, resident_id: str) -> tuple[EntryRow, ...]:
    """The rows, the last one first."""
    return house.read(list_entries, resident_id, by=TREASURER)


def things(house: House, resident_id: str) -> dict[str, ItemRow]:
    """Things by their names."""
    return {one.what: one for one in house.read(list_items, resident_id, by=TREASURER)}
