"""Planning something although somebody is taken then: refused, unless somebody says why."""

from collections.abc import Sequence

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.faults import Faults
from facility_app.modules.calendar.api import Slot, clashes_refused, find_clashes
from facility_app.modules.education.domain.rights import PLAN_EDUCATION


def kept_reason(uow: UnitOfWork, wished: Sequence[Slot], typed: str | None) -> str | None:
    """Why what clashes is planned nevertheless, as kept; None when nothing clashes.

    Raises:
        UserError: ``calendar_clash`` with what and when, while nobody says why; ``text_too_long``.
    """
    require(uow, PLAN_EDUCATION)
    found = find_clashes(uow, wished)
    if not found:
        return None
    faults = Faults()
    reason = faults.line("clash_reason", typed)
    faults.refuse()
    if reason is None:
        raise clashes_refused(found)
    return reason
