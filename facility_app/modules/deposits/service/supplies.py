"""Things are issued to one person or a whole list with one slip; a line once wrong is taken back by another."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.modules.catalogues.api import find_parameter
from facility_app.modules.deposits.domain import ISSUE_SUPPLIES
from facility_app.modules.deposits.domain.money import receipt_no
from facility_app.modules.deposits.domain.signing import is_same_name
from facility_app.modules.deposits.domain.supplies import SLIP_CODE, Supply, span_of
from facility_app.modules.deposits.service.books import Books
from facility_app.modules.deposits.tables import SupplyLine, SupplySlip

MOST: Final = 1_000_000
_LINE = sa.inspect(SupplyLine).local_table.c


@dataclass(frozen=True, slots=True)
class Handed:
    """What one person gets of one thing, in the unit of its parameter."""

    resident_id: str
    supply: Supply
    quantity: int


@dataclass(frozen=True, slots=True)
class IssueSupplies:
    """One handing out; each person signs beside their line, a witness for those who do not write."""

    lines: tuple[Handed, ...]
    issued_on: date | None = None
    officer_name: str = field(default="", repr=False)
    witness_name: str = field(default="", repr=False)
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CancelSupply:
    """A line was wrong."""

    line_id: str
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Issued:
    """A slip as it was written."""

    slip_id: str
    number: str
    lines: int

    @classmethod
    def of(cls, slip: SupplySlip, lines: int) -> "Issued":
        """Of a slip just written."""
        return cls(slip.id, receipt_no(SLIP_CODE, slip.number, slip.year), lines)


def issue_supplies(uow: UnitOfWork, command: IssueSupplies) -> Issued:
    """Write a slip. More than the norm may be given, but for what the law limits (Đ113.3).

    Raises:
        UserError: ``no_items``, ``number_out_of_range``, ``hygiene_over_norm``, ``field_missing``,
            ``witness_is_officer``, ``day_out_of_range``, ``not_found``.
    """
    require(uow, ISSUE_SUPPLIES)
    books, faults = Books(uow), Faults()
    lines = _summed(command.lines)
    if not lines:
        raise UserError("no_items", label("errors", "Chưa ghi số lượng nào. Hãy ghi ít nhất một ô."))
    for one in lines:
        faults.amount("quantity", one.quantity, 1, MOST)
    day = books.day(faults, command.issued_on)
    values = {
        "officer_name": faults.line(
            "officer_name",
            command.officer_name or books.officer(),
            needed=label("errors", "Cần họ tên cán bộ nhận hoặc giao."),
        ),
        "witness_name": faults.line("witness_name", command.witness_name),
        "note": faults.line("note", command.note),
    }
    witness = values["witness_name"]
    if witness is not None and is_same_name(witness, values["officer_name"]):
        faults.add(
            "witness_is_officer",
            "witness_name",
            label("errors", "Người làm chứng phải là người khác, không phải cán bộ nhận hoặc giao."),
        )
    faults.refuse()
    books.require_people([one.resident_id for one in lines])
    _require_within_norm(uow, lines, day)
    with uow.act("deposits.issue_supplies") as act:
        slip = _slip(uow, books, day, values)
        act.about(slip)
        for one in lines:
            uow.add(
                SupplyLine(
                    slip_id=slip.id,
                    resident_id=one.resident_id,
                    supply=one.supply,
                    quantity=one.quantity,
                    issued_on=day,
                )
            )
        uow.session.flush()
        return Issued.of(slip, len(lines))


def cancel_supply(uow: UnitOfWork, command: CancelSupply) -> Issued:
    """Take a line back with a slip of its own; both stay to be read.

    Raises:
        UserError: ``not_found``, ``entry_cancelled``, ``reason_missing``.
    """
    require(uow, ISSUE_SUPPLIES)
    require_reason(command.reason)
    books, faults = Books(uow), Faults()
    line = uow.get(SupplyLine, command.line_id)
    is_taken = uow.session.scalar(sa.select(_LINE.id).where(_LINE.cancels_id == line.id)) is not None
    if is_taken or line.cancels_id is not None:
        raise UserError(
            "entry_cancelled",
            label("errors", "Dòng này đã được điều chỉnh trước đó. Hãy mở lại sổ để xem dòng điều chỉnh."),
        )
    reason = faults.line("reason", command.reason)
    officer = faults.line(
        "officer_name",
        books.officer() or uow.actor.user_id,
        needed=label("errors", "Cần họ tên cán bộ nhận hoặc giao."),
    )
    faults.refuse()
    with uow.act("deposits.cancel_supply", reason=command.reason) as act:
        slip = _slip(uow, books, books.today, {"officer_name": officer})
        act.about(slip)
        uow.add(
            SupplyLine(
                slip_id=slip.id,
                resident_id=line.resident_id,
                supply=line.supply,
                quantity=-line.quantity,
                # The day of the line it takes back: what is owed of that span is owed again.
                issued_on=line.issued_on,
                cancels_id=line.id,
                reason=reason,
            )
        )
        uow.session.flush()
        return Issued.of(slip, 1)


def _slip(uow: UnitOfWork, books: Books, day: date, values: dict[str, str | None]) -> SupplySlip:
    number = books.next_number(SupplySlip, day.year)
    made = uow.add(SupplySlip(year=day.year, number=number, issued_on=day, **values))
    uow.session.flush()
    return made


def _summed(lines: tuple[Handed, ...]) -> list[Handed]:
    """One line for each person and thing."""
    found: dict[tuple[str, Supply], int] = {}
    for one in lines:
        key = (one.resident_id, one.supply)
        found[key] = found.get(key, 0) + one.quantity
    return [Handed(resident_id, supply, quantity) for (resident_id, supply), quantity in found.items()]


def _require_within_norm(uow: UnitOfWork, lines: list[Handed], day: date) -> None:
    """Women's hygiene items are limited by the month."""
    wanted = {one.resident_id: one.quantity for one in lines if one.supply is Supply.HYGIENE}
    norm = find_parameter(uow, Supply.HYGIENE, on=day) if wanted else None
    if norm is None:
        return
    first, last = span_of(Supply.HYGIENE, day, day)
    asked = (
        sa.select(_LINE.resident_id, sa.func.sum(_LINE.quantity))
        .where(_LINE.resident_id.in_(wanted), _LINE.supply == Supply.HYGIENE, _LINE.issued_on.between(first, last))
        .group_by(_LINE.resident_id)
    )
    had: dict[str, int] = dict(uow.session.execute(asked).all())
    if any(quantity + had.get(one, 0) > norm.whole for one, quantity in wanted.items()):
        raise UserError(
            "hygiene_over_norm",
            label(
                "errors",
                "Đồ vệ sinh phụ nữ mỗi tháng không quá {most} một người ({article}). "
                "Hãy giảm số tiền ở các dòng đó.",
            ),
            most=Money(norm.whole).text(),
            article=norm.article,
        )
