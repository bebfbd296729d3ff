"""Months of the ledger: those closed, and the next one as it would be closed now."""

import itertools
from dataclasses import dataclass, field
from datetime import date, timedelta

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import add_months, local_date
from facility_app.kernel.money import Money
from facility_app.modules.deposits.domain import VIEW_DEPOSITS
from facility_app.modules.deposits.tables import DepositEntry, DepositMonth

_ENTRY = sa.inspect(DepositEntry).local_table.c
_MONTH = sa.inspect(DepositMonth).local_table.c
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One closed month.

    Attributes:
        counted: what lay in the safe.
        people: with money at its end.
    """

    month_id: str
    first_on: date
    last_on: date
    opening: Money
    received: Money
    paid: Money
    closing: Money
    counted: Money
    difference_note: str | None = field(repr=False)
    entries: int
    people: int
    officer_name: str = field(repr=False)

    @property
    def difference(self) -> Money:
        """What lay there beyond the ledger; negative for what was missing."""
        return self.counted - self.closing


@dataclass(frozen=True, slots=True)
class MonthPreview:
    """The next month to be closed, as its rows stand now.

    Attributes:
        is_over: whether its last day has passed.
    """

    first_on: date
    last_on: date
    opening: Money
    received: Money
    paid: Money
    entries: int
    people: int
    is_over: bool

    @property
    def closing(self) -> Money:
        """What everybody has together at its end."""
        return self.opening + self.received - self.paid


def list_months(uow: UnitOfWork) -> tuple[MonthRow, ...]:
    """Closed months, the last one first."""
    require(uow, VIEW_DEPOSITS)
    columns = (
        *(_MONTH.id, _MONTH.first_on, _MONTH.last_on, _MONTH.opening_vnd, _MONTH.received_vnd, _MONTH.paid_vnd),
        *(_MONTH.closing_vnd, _MONTH.counted_vnd, _MONTH.difference_note, _MONTH.entry_count),
        *(_MONTH.people_count, _MONTH.officer_name),
    )
    asked = sa.select(*columns).where(_MONTH.home == uow.home).order_by(_MONTH.first_on.desc())
    return tuple(itertools.starmap(MonthRow, uow.session.execute(asked)))


def preview_month(uow: UnitOfWork) -> MonthPreview | None:
    """The next month to be closed; None while the ledger has no row."""
    require(uow, VIEW_DEPOSITS)
    last = uow.session.execute(
        sa.select(_MONTH.last_on, _MONTH.closing_vnd)
        .where(_MONTH.home == uow.home)
        .order_by(_MONTH.last_on.desc())
        .limit(1)
    ).first()
    first_day = uow.session.scalar(sa.select(sa.func.min(_ENTRY.happened_on)).where(_ENTRY.home == uow.home))
    if last is not None:
        first_on = last.last_on + _ONE
    elif first_day is not None:
        first_on = first_day.replace(day=1)
    else:
        return None
    last_on = add_months(first_on, 1) - _ONE
    amount = sa.type_coerce(_ENTRY.amount_vnd, sa.Integer)
    received, paid, entries = uow.session.execute(
        sa.select(
            sa.func.coalesce(sa.func.sum(sa.case((amount > 0, amount), else_=0)), 0),
            sa.func.coalesce(sa.func.sum(sa.case((amount < 0, -amount), else_=0)), 0),
            sa.func.count(),
        ).where(_ENTRY.home == uow.home, _ENTRY.happened_on.between(first_on, last_on))
    ).one()
    with_money = (
        sa.select(_ENTRY.resident_id)
        .where(_ENTRY.home == uow.home, _ENTRY.happened_on <= last_on)
        .group_by(_ENTRY.resident_id)
        .having(sa.func.sum(amount) > 0)
    )
    people = uow.session.scalar(sa.select(sa.func.count()).select_from(with_money.subquery())) or 0
    opening = Money(0) if last is None else last.closing_vnd
    is_over = local_date(uow.now) > last_on
    return MonthPreview(first_on, last_on, opening, Money(received), Money(paid), entries, people, is_over)
