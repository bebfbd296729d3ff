"""Planning something although somebody or something is taken then: refused, unless somebody says why."""

from collections.abc import Sequence

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.text_rules import TextRule
from facility_app.modules.calendar.domain.bookings import clashes_refused
from facility_app.modules.calendar.domain.rights import VIEW_CALENDAR
from facility_app.modules.calendar.domain.slots import Slot
from facility_app.modules.calendar.queries.occupied import find_clashes

_REASON = TextRule(LINE_LIMIT)


def kept_reason(uow: UnitOfWork, wished: Sequence[Slot], typed: str | None) -> str | None:
    """Why what clashes is planned nevertheless, as kept; None when nothing clashes, whatever was typed.

    Args:
        uow: the unit of work.
        wished: what would be taken; a record that is changed under its own source.
        typed: the reason as typed; one line.

    Raises:
        UserError: ``calendar_clash`` with what and when, while nobody says why; ``text_too_long``.
    """
    require(uow, VIEW_CALENDAR)
    found = find_clashes(uow, wished)
    if not found:
        return None
    reason = _REASON.kept_or_none(typed, "clash_reason")
    if reason is None:
        raise clashes_refused(found)
    return reason
