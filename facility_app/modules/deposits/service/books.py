"""What every verb of custody asks of the file before it writes: names, days, the next number, a balance."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.modules.deposits.domain.held import is_held_until_the_end, lowest_free
from facility_app.modules.deposits.domain.money import (
    EntryKind,
    month_is_closed,
    series_of,
    signed,
    too_little,
    too_little_then,
)
from facility_app.modules.deposits.queries.held import holds_of, lines_of, list_held
from facility_app.modules.deposits.tables import BelongingsAct, DepositEntry, DepositMonth, SupplySlip
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.staff.api import find_member_of_account

ENTRY = sa.inspect(DepositEntry).local_table.c


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A row to be written; the amount is never negative, the kind says which way it goes.

    Attributes:
        values: every other column.
        cancels: the row taken back; its amount decides the sign.
    """

    resident_id: str
    kind: EntryKind
    amount: Money
    happened_on: date
    values: Mapping[str, object]
    cancels: DepositEntry | None = None

    @property
    def change(self) -> Money:
        """What it adds to the balance."""
        return signed(self.kind, self.amount) if self.cancels is None else -self.cancels.amount_vnd


@dataclass(frozen=True, slots=True)
class Books:
    """The books of custody within one unit of work.

    Attributes:
        uow: one that writes is alone, so a number looked up is nobody else's.
    """

    uow: UnitOfWork

    @property
    def today(self) -> date:
        """The day it is here."""
        return local_date(self.uow.now)

    def officer(self) -> str:
        """The name of whoever is signed in; empty when they are not on the staff."""
        found = find_member_of_account(self.uow, self.uow.actor.user_id)
        return "" if found is None else found.full_name

    def require_people(self, resident_ids: Collection[str]) -> None:
        """Refuse people this file does not have.

        Raises:
            UserError: ``not_found``.
        """
        known = {row.resident_id for row in list_resident_rows(self.uow, sorted(set(resident_ids)))}
        for one in resident_ids:
            if one not in known:
                raise UserError(
                    "not_found",
                    label(
                        "errors",
                        "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách.",
                    ),
                    id=one,
                )

    def closed_until(self) -> date | None:
        """The last day of the last closed month."""
        return self.uow.session.scalar(
            sa.select(sa.func.max(DepositMonth.last_on)).where(DepositMonth.home == self.uow.home)
        )

    def day(self, faults: Faults, happened_on: date | None) -> date:
        """The day of a deed; today when none was said.

        Args:
            faults: takes what is wrong.
            happened_on: as typed.
        """
        faults.past_day("happened_on", happened_on, self.today)
        return happened_on or self.today

    def require_open(self, day: date) -> None:
        """Refuse a day of a closed month.

        Raises:
            UserError: ``month_closed``.
        """
        closed = self.closed_until()
        if closed is not None and day <= closed:
            raise month_is_closed(closed)

    def balances(self, resident_ids: Collection[str]) -> dict[str, tuple[int, Money]]:
        """Number of the last row and the balance after it, for those who have rows."""
        self.uow.session.flush()
        last = (
            sa.select(ENTRY.resident_id, sa.func.max(ENTRY.line_no).label("line_no"))
            .where(ENTRY.home == self.uow.home, ENTRY.resident_id.in_(sorted(set(resident_ids))))
            .group_by(ENTRY.resident_id)
            .subquery()
        )
        found = self.uow.session.execute(
            sa.select(ENTRY.resident_id, ENTRY.line_no, ENTRY.balance_vnd).where(
                ENTRY.home == self.uow.home,
                ENTRY.resident_id == last.c.resident_id,
                ENTRY.line_no == last.c.line_no,
            )
        )
        return {row.resident_id: (row.line_no, row.balance_vnd) for row in found}

    def write(self, wanted: Collection[NewEntry]) -> list[DepositEntry]:
        """Write rows one behind the other, each with its number and the balance after it.

        Raises:
            UserError: ``month_closed``, ``deposit_too_small``, ``deposit_held``.
        """
        for day in {one.happened_on for one in wanted}:
            self.require_open(day)
        standing = self.balances([one.resident_id for one in wanted])
        numbers: dict[tuple[Any, int], int] = {}
        made = []
        for one in wanted:
            line_no, balance = standing.get(one.resident_id, (0, Money(0)))
            after = balance + one.change
            if after < Money(0):
                raise too_little(balance, -one.change)
            self._require_free(one, after)
            self._require_then(one)
            run = (series_of(one.kind), one.happened_on.year)
            numbers[run] = numbers.get(run) or self._last_receipt(*run)
            numbers[run] += 1
            standing[one.resident_id] = (line_no + 1, after)
            made.append(
                self.uow.add(
                    DepositEntry(
                        resident_id=one.resident_id,
                        line_no=line_no + 1,
                        series=run[0],
                        year=run[1],
                        number=numbers[run],
                        kind=one.kind,
                        happened_on=one.happened_on,
                        amount_vnd=one.change,
                        balance_vnd=after,
                        cancels_id=None if one.cancels is None else one.cancels.id,
                        **one.values,
                    )
                )
            )
        return made

    def _require_free(self, one: NewEntry, after: Money) -> None:
        """Refuse what would take the share of labour before the measure is over (NĐ 163/2026 Đ118.2c).

        A share written wrongly is taken back with what of it is held.

        Raises:
            UserError: ``deposit_held``.
        """
        if one.change >= Money(0) or (one.cancels is not None and one.cancels.kind is EntryKind.LABOUR_SHARE):
            return
        held = list_held(self.uow, [one.resident_id], one.happened_on).get(one.resident_id, Money(0))
        if held == Money(0):
            return
        if after < held:
            raise is_held_until_the_end(after - one.change, held, -one.change)
        holds = holds_of(self.uow, [one.resident_id]).get(one.resident_id, [])
        free = lowest_free(lines_of(self.uow, one.resident_id), holds, one.happened_on)
        if one.happened_on < self.today and free < -one.change:
            raise is_held_until_the_end(held + free, held, -one.change)

    def _require_then(self, one: NewEntry) -> None:
        """Refuse money that goes on an earlier day than it came.

        Raises:
            UserError: ``deposit_too_small``.
        """
        if one.change >= Money(0) or one.happened_on >= self.today:
            return
        amount = sa.type_coerce(ENTRY.amount_vnd, sa.Integer)
        asked = (
            sa.select(ENTRY.happened_on, sa.func.sum(amount))
            .where(ENTRY.home == self.uow.home, ENTRY.resident_id == one.resident_id)
            .group_by(ENTRY.happened_on)
            .order_by(ENTRY.happened_on)
        )
        had = lowest = 0
        for day, total in self.uow.session.execute(asked).all():
            # Of the days before only the last counts: what was there when it went.
            lowest = had + total if day <= one.happened_on else min(lowest, had + total)
            had += total
        if Money(lowest) + one.change < Money(0):
            raise too_little_then(Money(max(lowest, 0)), -one.change, one.happened_on)

    def next_number(self, table: type[BelongingsAct] | type[SupplySlip], year: int) -> int:
        """The next number of acts or slips of a year."""
        self.uow.session.flush()
        last = self.uow.session.scalar(
            sa.select(sa.func.max(table.number)).where(table.home == self.uow.home, table.year == year)
        )
        return (last or 0) + 1

    def _last_receipt(self, series: Any, year: int) -> int:
        asked = sa.select(sa.func.max(ENTRY.number)).where(
            ENTRY.home == self.uow.home, ENTRY.series == series, ENTRY.year == year
        )
        return self.uow.session.scalar(asked) or 0
