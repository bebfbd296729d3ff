"""What somebody brings and what they are given, from their case; the books of both are kept in custody."""

from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.modules.deposits.api import (
    EntryKind,
    Handed,
    IssueSupplies,
    ItemFacts,
    Per,
    ReceiveMoney,
    Signing,
    TakeInBelongings,
    issue_supplies,
    list_owed,
    per_of,
    receive_money,
    take_in_belongings,
)
from facility_app.modules.intake.domain.rights import RECEIVE
from facility_app.modules.intake.tables import IntakeCase


@dataclass(frozen=True, slots=True)
class Brought:
    """What somebody brings.

    Attributes:
        money: in cash; None while nobody counted it, zero when there is none.
        things: line by line; None while nobody looked, empty when there are none.
        location: cupboard and shelf of the things; ``seal_no`` of the bag the sealed ones go into.
    """

    money: Money | None = None
    things: tuple[ItemFacts, ...] | None = field(default=None, repr=False)
    location: str = ""
    seal_no: str = ""
    signing: Signing = field(default_factory=Signing)


@dataclass(frozen=True, slots=True)
class TakeInAtDoor:
    """It is taken into custody."""

    case_id: str
    brought: Brought


@dataclass(frozen=True, slots=True)
class GiveBedding:
    """What the law gives on admission is handed out.

    Attributes:
        is_whole_set: with the clothes and things of the first year too.
        officer_name: who hands them out; empty for whoever is signed in.
    """

    case_id: str
    is_whole_set: bool = False
    officer_name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """Receipts as they were written; empty for what was not there."""

    money_receipt: str = ""
    things_receipt: str = ""


def take_in_at_door(uow: UnitOfWork, command: TakeInAtDoor) -> TakenIn:
    """Take money and things into custody, or write down that there are none.

    Raises:
        UserError: ``nothing_said``; ``not_found``; as ``receive_money`` and ``take_in_belongings``.
    """
    require(uow, RECEIVE)
    if command.brought.money is None and command.brought.things is None:
        raise UserError(
            "nothing_said",
            label("errors", "Chưa ghi tiền hay tư trang. Hãy ghi số tiền, đồ vật, hoặc đánh dấu không có."),
        )
    with uow.act("intake.take_in") as act:
        case = uow.get(IntakeCase, command.case_id)
        act.about(case)
        return put_brought(uow, case, command.brought)


def put_brought(uow: UnitOfWork, case: IntakeCase, brought: Brought) -> TakenIn:
    """The same inside another verb."""
    require(uow, RECEIVE)
    today = local_date(uow.now)
    money = things = ""
    if brought.money is not None:
        if brought.money > Money(0):
            wanted = ReceiveMoney(case.resident_id, EntryKind.INTAKE, brought.money, brought.signing)
            money = receive_money(uow, wanted).receipt
        case.money_on = today
    if brought.things is not None:
        if brought.things:
            order = TakeInBelongings(
                case.resident_id, brought.things, brought.location, brought.seal_no, brought.signing
            )
            things = take_in_belongings(uow, order).number
        case.things_on = today
    uow.session.flush()
    return TakenIn(money, things)


def give_bedding(uow: UnitOfWork, command: GiveBedding) -> str:
    """Hand out what is still owed on admission, with one slip; the slip's number.

    Raises:
        UserError: ``nothing_owed``; ``not_found``; as ``issue_supplies``.
    """
    require(uow, RECEIVE)
    case = uow.get(IntakeCase, command.case_id)
    lines = tuple(
        Handed(case.resident_id, one.norm.supply, one.left)
        for row in list_owed(uow, [case.resident_id])
        for one in row.owed
        if one.left and (command.is_whole_set or per_of(one.norm.supply) is Per.STAY)
    )
    if not lines:
        raise UserError(
            "nothing_owed",
            label("errors", "Không còn gì phải cấp khi vào cơ sở. Cấp thêm thì mở trang Cấp phát đồ dùng."),
        )
    with uow.act("intake.give_bedding") as act:
        act.about(case)
        made = issue_supplies(uow, IssueSupplies(lines, officer_name=command.officer_name))
        case.supplies_on = local_date(uow.now)
        uow.session.flush()
    return made.number
