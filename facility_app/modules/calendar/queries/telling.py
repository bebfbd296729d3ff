"""What the home page hears of the calendar: how often somebody, a room or an officer is taken twice today."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.labels import label
from facility_app.modules.calendar.domain.rights import KEEP_BOOKINGS, VIEW_CALENDAR
from facility_app.modules.calendar.domain.slots import OccupiedAsked
from facility_app.modules.calendar.queries.occupied import list_clashes
from facility_app.modules.catalogues.api import list_holidays
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures

CLASHES_PAGE, WEEK_PAGE = "calendar.clashes", "calendar.week"
WEEK_ON: Final = timedelta(days=6)


def _days_off(uow: UnitOfWork, question: HomeFigures) -> tuple[HomeFigure, ...]:
    """Today, or the next day off by law within a week: what the timetable gives does not take place then."""
    if not uow.actor.may(VIEW_CALENDAR):
        return ()
    today = local_date(question.now)
    for day in list_holidays(uow, today, today + WEEK_ON):
        words, args = label("calendar", "ngày nghỉ lễ"), {"on": day.isoformat()}
        return (
            HomeFigure(
                "calendar.holiday", words, None, page=WEEK_PAGE, args=args, shown=format_date(day)[:5], order=27
            ),
        )
    return ()


def _figures(uow: UnitOfWork, question: HomeFigures) -> tuple[HomeFigure, ...]:
    """For whoever can put it right: those who enter and move things by hand."""
    if not uow.actor.may(KEEP_BOOKINGS):
        return ()
    count = len(list_clashes(uow, OccupiedAsked.of_days(local_date(question.now), 1)))
    if not count:
        return ()
    words = label("calendar", "chỗ trùng lịch hôm nay")
    tone, args = FigureTone.WARNING, {"span": "today"}
    return (HomeFigure("calendar.clashes", words, count, tone, CLASHES_PAGE, args, order=28),)


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {HomeFigures: (_figures, _days_off)}
