"""The working days: the shipped list with the facility's decisions above it."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import sqlalchemy as sa

from facility_app.db.page import chosen
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label
from facility_app.kernel.paging import Look
from facility_app.modules.catalogues.domain import (
    READ_LISTS,
    DayKind,
    Evidence,
    SpecialDay,
    WorkCalendar,
    from_shelf,
    read_special_days,
)
from facility_app.modules.catalogues.domain.shipped import shipped_label
from facility_app.modules.catalogues.queries.parameters import parameter
from facility_app.modules.catalogues.tables import WorkingDayEdit


def _special_days(uow: UnitOfWork) -> dict[date, SpecialDay]:
    found = {one.day: one for one in from_shelf(uow.ports.shelf, "working_days", read_special_days)}
    c = WorkingDayEdit.__table__.c
    asked = sa.select(c.day, c.kind, c.name, c.source, c.id).where(c.voided_at.is_(None))
    for row in uow.session.execute(asked):
        name = shipped_label(row.name)
        found[row.day] = SpecialDay(row.day, row.kind, name, "", row.source, Evidence.FACILITY, row.id)
    return found


def get_work_calendar(uow: UnitOfWork, on: date | None = None) -> WorkCalendar:
    """The working days as a pure value; the weekly days of rest are those of ``on`` (today when none is named)."""
    require(uow, READ_LISTS)
    rest = frozenset(parameter(uow, "weekly_rest_days", on=on).parts)
    return WorkCalendar(rest, _special_days(uow))


def list_holidays(uow: UnitOfWork, first: date, last: date) -> dict[date, Label]:
    """The days off by law between two days, both included, each with its name; weekly days of rest are none."""
    require(uow, READ_LISTS)
    found = uow.once(_special_days, partial(_special_days, uow))
    return {
        day: one.name for day, one in sorted(found.items()) if first <= day <= last and one.kind is DayKind.OFF
    }


def list_working_day_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Days that differ from their weekday, as ``YYYY-MM-DD``; filter ``year`` (this year when none is chosen).

    Raises:
        UserError: ``bad_filter``.
    """
    require(uow, READ_LISTS)
    year = chosen("year", look.filters.get("year", "") or str(local_date(uow.now).year), int)
    days = sorted(day for day in _special_days(uow) if day.year == year)
    if look.sorts and look.sorts[0].descending:
        days.reverse()
    return tuple(day.isoformat() for day in days)


def list_working_day_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[SpecialDay, ...]:
    """The rows with these ids, in that order."""
    require(uow, READ_LISTS)
    found = _special_days(uow)
    days = [date.fromisoformat(one) for one in wanted]
    return tuple(found[day] for day in days if day in found)
