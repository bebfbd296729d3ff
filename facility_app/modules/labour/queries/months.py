"""The result book: rows of a month, the next month as it would be closed now, closed months and their shares."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import add_months, local_date
from facility_app.kernel.money import Money
from facility_app.modules.catalogues.api import get_parameter_book
from facility_app.modules.labour.domain.rights import VIEW_RESULTS
from facility_app.modules.labour.domain.shares import ResultKind, ShareKey, Split, Worked, split_surplus
from facility_app.modules.labour.queries.law import Law
from facility_app.modules.labour.queries.records import ENTRY, MARK, MONTH, SHARE, TEAM
from facility_app.modules.residents.api import list_resident_marks

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row of the book; ``version`` goes back with the decision about it."""

    entry_id: str
    version: int
    kind: ResultKind
    happened_on: date
    amount: Money
    text: str
    paper_number: str | None
    team: str | None


@dataclass(frozen=True, slots=True)
class MonthPreview:
    """The next month to be closed, as its rows stand now.

    Attributes:
        costs: kind → sum, every kind of Đ118.1b.
        percents: the split in force on its last day.
        worked: who worked in it.
    """

    first_on: date
    last_on: date
    income: Money
    costs: Mapping[ResultKind, Money]
    percents: tuple[int, ...]
    worked: tuple[Worked, ...]
    is_over: bool

    @property
    def cost(self) -> Money:
        """All costs together."""
        return sum(self.costs.values(), Money(0))

    @property
    def surplus(self) -> Money:
        """Income less costs; negative for a loss."""
        return self.income - self.cost

    @property
    def split(self) -> Split:
        """The four parts; nothing in them when there is no surplus."""
        return split_surplus(max(self.surplus, Money(0)), self.percents)


@dataclass(frozen=True, slots=True)
class LabourMonthRow:
    """One closed month."""

    month_id: str
    first_on: date
    last_on: date
    income: Money
    cost: Money
    split: Split
    percents: str
    share_key: ShareKey
    minutes: int
    people: int
    loss_note: str | None
    officer_name: str = field(repr=False)

    @property
    def surplus(self) -> Money:
        """Income less costs."""
        return self.income - self.cost


@dataclass(frozen=True, slots=True)
class ShareRow:
    """What one person got of a month."""

    resident_id: str
    code: str
    name: str = field(repr=False)
    minutes: int
    days: int
    amount: Money


def list_entries(uow: UnitOfWork, first_on: date, last_on: date) -> tuple[EntryRow, ...]:
    """Rows of the book between two days, both included, the earliest first."""
    require(uow, VIEW_RESULTS)
    columns = (ENTRY.id, ENTRY.version, ENTRY.kind, ENTRY.happened_on, ENTRY.amount_vnd, ENTRY.text)
    asked = (
        sa.select(*columns, ENTRY.paper_number, TEAM.name)
        .outerjoin(TEAM.id.table, TEAM.id == ENTRY.team_id)
        .where(ENTRY.happened_on.between(first_on, last_on), ENTRY.voided_at.is_(None))
        .order_by(ENTRY.happened_on, ENTRY.created_at, ENTRY.id)
    )
    return tuple(EntryRow(*row) for row in uow.session.execute(asked))


def preview_month(uow: UnitOfWork) -> MonthPreview | None:
    """The next month to be closed; None while nothing is written. Months are closed one after the other."""
    require(uow, VIEW_RESULTS)
    last = uow.session.scalar(sa.select(sa.func.max(MONTH.last_on)).where(MONTH.home == uow.home))
    if last is None:
        firsts = (
            uow.session.scalar(sa.select(sa.func.min(day)).where(voided.is_(None)))
            for day, voided in ((ENTRY.happened_on, ENTRY.voided_at), (MARK.held_on, MARK.voided_at))
        )
        found = min((day for day in firsts if day is not None), default=None)
        if found is None:
            return None
        first_on = found.replace(day=1)
    else:
        first_on = last + _ONE
    return preview_of(uow, first_on)


def preview_of(uow: UnitOfWork, first_on: date) -> MonthPreview:
    """Any month as its rows stand now; ``first_on`` is its first day."""
    require(uow, VIEW_RESULTS)
    last_on = add_months(first_on, 1) - _ONE
    sums = _sums(uow, first_on, last_on)
    split = Law(get_parameter_book(uow)).split(last_on)
    return MonthPreview(
        first_on,
        last_on,
        sums.get(ResultKind.INCOME, Money(0)),
        {kind: sums.get(kind, Money(0)) for kind in ResultKind if not kind.is_income},
        split.parts,
        list_worked(uow, first_on, last_on),
        local_date(uow.now) > last_on,
    )


def list_worked(uow: UnitOfWork, first_on: date, last_on: date) -> tuple[Worked, ...]:
    """Who worked between two days, how long and on how many days, by code."""
    require(uow, VIEW_RESULTS)
    asked = (
        sa.select(MARK.resident_id, sa.func.sum(MARK.minutes), sa.func.count(MARK.held_on.distinct()))
        .where(MARK.held_on.between(first_on, last_on), MARK.minutes > 0, MARK.voided_at.is_(None))
        .group_by(MARK.resident_id)
    )
    rows = uow.session.execute(asked).all()
    people = list_resident_marks(uow, [row[0] for row in rows])
    made = (Worked(one, people[one].code, minutes, days) for one, minutes, days in rows if one in people)
    return tuple(sorted(made, key=lambda one: (one.code, one.resident_id)))


def list_labour_months(uow: UnitOfWork) -> tuple[LabourMonthRow, ...]:
    """Closed months, the last one first."""
    require(uow, VIEW_RESULTS)
    m = MONTH
    columns = (
        *(m.id, m.first_on, m.last_on, m.income_vnd, m.cost_vnd, m.food_vnd, m.living_vnd, m.residents_vnd),
        *(m.culture_vnd, m.percents, m.share_key, m.minutes, m.people_count, m.loss_note, m.officer_name),
    )
    asked = sa.select(*columns).where(m.home == uow.home).order_by(m.first_on.desc())
    return tuple(
        LabourMonthRow(
            *(row.id, row.first_on, row.last_on, row.income_vnd, row.cost_vnd),
            Split(row.food_vnd, row.living_vnd, row.residents_vnd, row.culture_vnd),
            *(row.percents, row.share_key, row.minutes, row.people_count, row.loss_note, row.officer_name),
        )
        for row in uow.session.execute(asked)
    )


def list_shares(uow: UnitOfWork, month_id: str) -> tuple[ShareRow, ...]:
    """What each person got of a closed month, by code."""
    require(uow, VIEW_RESULTS)
    asked = sa.select(SHARE.resident_id, SHARE.minutes, SHARE.days, SHARE.amount_vnd).where(
        SHARE.month_id == month_id
    )
    rows = uow.session.execute(asked).all()
    people = list_resident_marks(uow, [row[0] for row in rows])
    made = (
        ShareRow(one, people[one].code, people[one].name, minutes, days, amount)
        for one, minutes, days, amount in rows
        if one in people
    )
    return tuple(sorted(made, key=lambda row: (row.code, row.resident_id)))


def _sums(uow: UnitOfWork, first_on: date, last_on: date) -> dict[ResultKind, Money]:
    amount = sa.func.sum(sa.type_coerce(ENTRY.amount_vnd, sa.Integer))
    asked = (
        sa.select(ENTRY.kind, amount)
        .where(ENTRY.happened_on.between(first_on, last_on), ENTRY.voided_at.is_(None))
        .group_by(ENTRY.kind)
    )
    return {kind: Money(total) for kind, total in uow.session.execute(asked)}
