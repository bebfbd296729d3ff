"""Planning something although somebody or something is taken then: refused, unless somebody says why."""

from collections.abc import Sequence

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.text_rules import TextRule
from facility_app.modules.calendar.domain.bookings import clashes_refused
from facility_app.modules.calendar.domain.holidays import holidays_refused
from facility_app.modules.calendar.domain.rights import VIEW_CALENDAR
from facility_app.modules.calendar.domain.slots import Slot
from facility_app.modules.calendar.queries.occupied import find_clashes
from facility_app.modules.catalogues.api import list_holidays

_REASON = TextRule(LINE_LIMIT)


def kept_reason(
    uow: UnitOfWork, wished: Sequence[Slot], typed: str | None, *, asks_holidays: bool = False
) -> str | None:
    """Why what clashes is planned nevertheless, as kept; None when nothing clashes, whatever was typed.

    Args:
        uow: the unit of work.
        wished: what would be taken; a record that is changed under its own source.
        typed: the reason as typed; one line.
        asks_holidays: whether a day off by law asks too: for what is put on a day beside the timetable, which
            itself gives nothing then.

    Raises:
        UserError: ``calendar_clash`` with what and when, ``calendar_holiday`` with the day, while nobody says why;
            ``text_too_long``.
    """
    require(uow, VIEW_CALENDAR)
    found = find_clashes(uow, wished)
    days = sorted(local_date(one.from_at) for one in wished) if asks_holidays else []
    off = list_holidays(uow, days[0], days[-1]) if days else {}
    off = {day: name for day, name in off.items() if day in days}
    if not found and not off:
        return None
    reason = _REASON.kept_or_none(typed, "clash_reason")
    if reason is None:
        raise clashes_refused(found) if found else holidays_refused(off)
    return reason
