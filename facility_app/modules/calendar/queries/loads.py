"""Class hours of people in the weeks ahead against what the facility holds for the most."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.modules.calendar.domain.days import DAYS_OF_WEEK, monday_of
from facility_app.modules.calendar.domain.loads import HeavyLoad, LoadCaps, LoadWarning, heavy_loads, load_warning
from facility_app.modules.calendar.domain.rights import VIEW_CALENDAR
from facility_app.modules.calendar.domain.slots import OccupiedAsked
from facility_app.modules.calendar.queries.occupied import list_slots
from facility_app.modules.catalogues.api import ParameterBook, get_parameter_book
from facility_app.modules.residents.api import list_resident_marks

DAY_CAP, WEEK_CAP = "class_load_max_day", "class_load_max_week"
WEEKS_AHEAD: Final = 4
"""As far as a plan is looked through for clashes."""


def list_heavy_loads(uow: UnitOfWork, resident_ids: Collection[str], from_on: date) -> tuple[HeavyLoad, ...]:
    """Who of these people sits in class for too long in four weeks from a day on, never before this week."""
    require(uow, VIEW_CALENDAR)
    if not resident_ids:
        return ()
    monday = monday_of(max(from_on, local_date(uow.now)))
    return _heavy(uow, frozenset(resident_ids), monday, WEEKS_AHEAD + 1)


def find_load_warning(uow: UnitOfWork, resident_ids: Collection[str], from_on: date) -> LoadWarning | None:
    """As ``list_heavy_loads``, in words; None when nobody's class hours are too many."""
    require(uow, VIEW_CALENDAR)
    return _warning(uow, list_heavy_loads(uow, resident_ids, from_on))


def find_held_load(uow: UnitOfWork, resident_ids: Collection[str], first: date, last: date) -> LoadWarning | None:
    """Who of these people sat in class for too long on one of these days, or in a week of them; past days too.

    Args:
        uow: the unit of work, after the verb.
        resident_ids: who sat there.
        first: the first day that is asked about.
        last: the last one.
    """
    require(uow, VIEW_CALENDAR)
    if not resident_ids:
        return None
    monday = monday_of(first)
    weeks = (monday_of(last) - monday).days // DAYS_OF_WEEK + 1
    found = _heavy(uow, frozenset(resident_ids), monday, weeks)
    return _warning(uow, [one for one in found if one.is_week or first <= one.on <= last])


def _heavy(uow: UnitOfWork, wanted: frozenset[str], monday: date, weeks: int) -> tuple[HeavyLoad, ...]:
    begun = OccupiedAsked.of_days(monday, weeks * DAYS_OF_WEEK)
    asked = OccupiedAsked(begun.from_at, begun.to_at - timedelta(seconds=1), wanted)
    found = heavy_loads(list_slots(uow, asked), partial(_caps, get_parameter_book(uow)))
    return tuple(one for one in found if one.resident_id in wanted)


def _warning(uow: UnitOfWork, found: Sequence[HeavyLoad]) -> LoadWarning | None:
    marks = list_resident_marks(uow, [one.resident_id for one in found]) if found else {}
    return load_warning(found, {who: mark.code for who, mark in marks.items()})


def _caps(book: ParameterBook, day: date) -> LoadCaps | None:
    most_day, most_week = (book.get(key).on(day) for key in (DAY_CAP, WEEK_CAP))
    if most_day is None or most_week is None:
        return None
    return LoadCaps(int(most_day.number * 60), int(most_week.number * 60), most_day.article, most_week.article)
