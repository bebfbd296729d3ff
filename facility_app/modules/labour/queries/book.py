"""A month of the result book as shown and printed: closed or as it stands; its teams, each person's part."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.money import Money
from facility_app.modules.labour.domain.rights import VIEW_RESULTS
from facility_app.modules.labour.domain.shares import ShareKey, Split, share_out
from facility_app.modules.labour.queries.gaps import MonthGap, list_month_gaps
from facility_app.modules.labour.queries.months import (
    LabourMonthRow,
    MonthPreview,
    ShareRow,
    list_labour_months,
    list_shares,
    preview_month,
    preview_of,
)
from facility_app.modules.labour.queries.records import MARK, SHEET, TEAM, WORK
from facility_app.modules.residents.api import list_resident_marks


@dataclass(frozen=True, slots=True)
class MonthView:
    """One month of the book.

    Attributes:
        seen: its sums, and who worked in it.
        closed: what was frozen when it was closed; None while it is open.
        is_next: whether it is the one to be closed now or next.
        gaps: sheets and tools that are missing while it is open.
    """

    seen: MonthPreview
    closed: LabourMonthRow | None
    is_next: bool
    gaps: tuple[MonthGap, ...] = ()

    @property
    def split(self) -> Split:
        """The four parts: those frozen, else as they would be."""
        return self.seen.split if self.closed is None else self.closed.split

    @property
    def percents(self) -> tuple[int, ...]:
        """Of the four parts."""
        if self.closed is None:
            return self.seen.percents
        return tuple(int(one) for one in self.closed.percents.split("/"))

    @property
    def share_key(self) -> ShareKey:
        """What the residents' part is shared by; by hours until the closing says otherwise."""
        return ShareKey.MINUTES if self.closed is None else self.closed.share_key


@dataclass(frozen=True, slots=True)
class TeamHours:
    """What one team did of one kind of work in a month.

    Attributes:
        people, days, minutes: how many worked, on how many days, how long together.
        output_milli: thousandths of ``output_unit``; None when nothing was counted.
    """

    code: str
    team: str
    work: str
    output_unit: str | None
    people: int
    days: int
    minutes: int
    output_milli: int | None


def get_labour_month(uow: UnitOfWork, first_on: date | None = None) -> MonthView:
    """The month that begins on ``first_on``; the next one to be closed when none is said, else the running one."""
    require(uow, VIEW_RESULTS)
    following = preview_month(uow)
    if first_on is None:
        first_on = local_date(uow.now).replace(day=1) if following is None else following.first_on
    is_next = following is not None and following.first_on == first_on
    closed = next((row for row in list_labour_months(uow) if row.first_on == first_on), None)
    seen = following if is_next and following is not None else preview_of(uow, first_on)
    gaps = () if closed is not None else list_month_gaps(uow, seen.first_on, seen.last_on)
    return MonthView(seen, closed, is_next, gaps)


def list_month_shares(uow: UnitOfWork, first_on: date) -> tuple[ShareRow, ...]:
    """What each person got of a closed month, or would get by hours of one that is open, by code."""
    require(uow, VIEW_RESULTS)
    view = get_labour_month(uow, first_on)
    if view.closed is not None:
        return list_shares(uow, view.closed.month_id)
    part = view.split.residents if view.seen.worked else Money(0)
    shares = share_out(part, view.seen.worked, view.share_key)
    people = list_resident_marks(uow, [one.resident_id for one, _ in shares])
    return tuple(
        ShareRow(one.resident_id, one.code, people[one.resident_id].name, one.minutes, one.days, amount)
        for one, amount in shares
    )


def list_team_hours(uow: UnitOfWork, first_on: date, last_on: date) -> tuple[TeamHours, ...]:
    """Every team's work between two days, by code, one row for each kind of work it did."""
    require(uow, VIEW_RESULTS)
    asked = (
        sa.select(
            *(TEAM.code, TEAM.name, WORK.name, WORK.output_unit),
            sa.func.count(MARK.resident_id.distinct()),
            sa.func.count(MARK.held_on.distinct()),
            sa.func.sum(MARK.minutes),
            sa.func.sum(MARK.output_milli),
        )
        .select_from(MARK.id.table)
        .join(SHEET.id.table, SHEET.id == MARK.sheet_id)
        .join(TEAM.id.table, TEAM.id == SHEET.team_id)
        .join(WORK.id.table, WORK.id == SHEET.work_type_id)
        .where(MARK.held_on.between(first_on, last_on), MARK.minutes > 0, MARK.voided_at.is_(None))
        .group_by(TEAM.id, WORK.id)
        .order_by(TEAM.code, WORK.code, TEAM.id)
    )
    return tuple(TeamHours(*row) for row in uow.session.execute(asked))
