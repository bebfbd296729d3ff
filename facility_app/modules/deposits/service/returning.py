"""Everything goes back at once when somebody leaves: the money, the things, with one paper (Đ123.3)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.modules.deposits.domain import RETURN_DEPOSITS
from facility_app.modules.deposits.domain.belongings import ActKind
from facility_app.modules.deposits.domain.events import DepositsReturned
from facility_app.modules.deposits.domain.held import is_held_until_the_end
from facility_app.modules.deposits.domain.money import EntryKind
from facility_app.modules.deposits.domain.signing import Signing, checked_signing
from facility_app.modules.deposits.queries.held import list_held
from facility_app.modules.deposits.service.belongings import Noted
from facility_app.modules.deposits.service.books import Books, NewEntry
from facility_app.modules.deposits.service.money import Booked
from facility_app.modules.deposits.service.store import Going, Store
from facility_app.modules.stays.api import StayEnded
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks

GIVE_BACK: Final = "deposits.return"
GIVE_UP: Final = "deposits.forbidden"


@dataclass(frozen=True, slots=True)
class ReturnAll:
    """Everything is given back.

    Attributes:
        counterpart: who takes it where the person does not; empty for the person.
    """

    resident_id: str
    signing: Signing = field(default_factory=Signing)
    happened_on: date | None = None
    counterpart: str = field(default="", repr=False)
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Returned:
    """What was given back.

    Attributes:
        money: the row; None when there was no money.
        amount: how much.
        held: the share of labour that stays until the measure is over (NĐ 163/2026 Đ118.2c).
        things: the act; None when there were no things.
        kept_back: forbidden things that stay, since nobody may be given them.
    """

    money: Booked | None
    amount: Money
    held: Money
    things: Noted | None
    kept_back: int


def return_all(uow: UnitOfWork, command: ReturnAll) -> Returned:
    """Give back all money and all things but forbidden ones, which leave with minutes of their own.

    Before the measure is over the share of labour stays (NĐ 163/2026 Đ118.2c), and only the rest is given.

    Raises:
        UserError: ``nothing_kept``, ``deposit_held``, ``field_missing``, ``day_out_of_range``, ``month_closed``,
            ``not_found``.
    """
    require(uow, RETURN_DEPOSITS)
    books, faults, store = Books(uow), Faults(), Store(uow)
    day = books.day(faults, command.happened_on)
    values = {
        **checked_signing(faults, command.signing, books.officer()),
        "counterpart": faults.line("counterpart", command.counterpart),
        "note": faults.line("note", command.note),
    }
    faults.refuse()
    resident_id = command.resident_id
    books.require_people([resident_id])
    _, balance = books.balances([resident_id]).get(resident_id, (0, Money(0)))
    held = list_held(uow, [resident_id], day).get(resident_id, Money(0))
    free = max(balance - held, Money(0))
    left = store.left(resident_id)
    goings = [Going(one.item.id, one.quantity) for one in left.values() if not one.item.is_forbidden]
    if free == Money(0) and not goings:
        if balance > Money(0):
            raise is_held_until_the_end(balance, held, balance)
        raise UserError(
            "nothing_kept", label("errors", "Cơ sở không còn giữ tiền hay đồ vật nào trả được cho người này.")
        )
    with uow.act("deposits.return_all") as act:
        money = things = None
        if free > Money(0):
            (entry,) = books.write([NewEntry(resident_id, EntryKind.RETURNED, free, day, values)])
            act.about(entry)
            uow.session.flush()
            money = Booked.of(entry)
        if goings:
            after = store.checked(resident_id, goings, may_be_forbidden=False)
            made = store.act(resident_id, ActKind.RETURNED, day, values)
            act.about(made)
            store.take_out(made, goings)
            store.end_bags(made, store.opened_by(goings, after))
            uow.session.flush()
            things = Noted.of(made, sum(one.quantity for one in goings))
        settle_tasks(uow, SettleTasks("resident", resident_id, GIVE_BACK))
        pieces = 0 if things is None else things.pieces
        uow.tell(DepositsReturned(resident_id, day, free, pieces))
        kept_back = sum(one.quantity for one in left.values() if one.item.is_forbidden)
        if kept_back:
            _owe(uow, GIVE_UP, resident_id, day)
        return Returned(money, free, balance - free, things, kept_back)


def _on_ended(uow: UnitOfWork, told: StayEnded) -> None:
    """What is still kept when somebody leaves becomes work that follows them, never a lock."""
    _, balance = Books(uow).balances([told.resident_id]).get(told.resident_id, (0, Money(0)))
    left = Store(uow).left(told.resident_id)
    if balance > Money(0) or any(not one.item.is_forbidden for one in left.values()):
        _owe(uow, GIVE_BACK, told.resident_id, told.exited_on)


def _owe(uow: UnitOfWork, kind: str, resident_id: str, day: date) -> None:
    texts = {
        GIVE_BACK: label("tasks", "Người đã ra cơ sở: trả lại tiền, đồ vật lưu ký còn giữ"),
        GIVE_UP: label("tasks", "Chuyển giao hoặc tiêu hủy đồ vật cấm còn giữ, kèm biên bản"),
    }
    raise_task(
        uow,
        RaiseTask(
            kind,
            texts[kind],
            "resident",
            resident_id,
            day,
            Role.TREASURER,
            resident_id=resident_id,
            occasion=day.isoformat() if kind == GIVE_BACK else "",
            may_go_to=frozenset({Role.HEAD, Role.DISCHARGE}),
        ),
    )


HANDLERS: Mapping[type, tuple[Callable[[Any, Any], None], ...]] = {StayEnded: (_on_ended,)}
