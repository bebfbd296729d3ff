"""The bed follows the person: kept or given back while they are out, given back when the stay ends."""

from collections.abc import Callable, Mapping
from datetime import datetime, time
from typing import Any, Final

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import LOCAL, local_date
from facility_app.modules.housing.domain.conventions import KEEPS_BED
from facility_app.modules.housing.domain.rights import FOLLOW_STAYS
from facility_app.modules.housing.service.placing import Beds
from facility_app.modules.housing.service.teams import Memberships
from facility_app.modules.housing.tables import BedPlacement, HousingBed
from facility_app.modules.stays.api import (
    ExitCode,
    PresenceChanged,
    PresenceState,
    StayEnded,
    StayOpened,
    StayVoided,
    list_whereabouts,
)

NOON: Final = time(12)
"""Of somebody who left on an earlier day nobody wrote down the hour."""
GOES_ON: Final = "stay_goes_on"
STAY_ENDED: Final = "stay_ended"
STAY_VOIDED: Final = "stay_voided"


def _on_presence(uow: UnitOfWork, event: PresenceChanged) -> None:
    """Whoever goes out keeps the bed or gives it back, as the facility has settled; out for good is the end's."""
    if event.after in {PresenceState.INSIDE, PresenceState.OUT}:
        return
    if event.after.value not in get_setting(uow, KEEPS_BED).split():
        _leave(uow, event.resident_id, event.happened_at or uow.now, event.after.value)


def _on_ended(uow: UnitOfWork, event: StayEnded) -> None:
    if event.exit_code is ExitCode.TEMP_TO_COMPULSORY:
        return  # Nobody walks through the gate; the stay that goes on takes the bed over.
    at = uow.now
    if event.exited_on < local_date(at):
        at = datetime.combine(event.exited_on, NOON, LOCAL)
    _leave(uow, event.resident_id, at, STAY_ENDED, is_for_good=True)


def _on_voided(uow: UnitOfWork, event: StayVoided) -> None:
    _leave(uow, event.resident_id, uow.now, STAY_VOIDED, is_for_good=True)


def _on_opened(uow: UnitOfWork, event: StayOpened) -> None:
    """Of somebody who was inside already, the bed goes on under the new stay."""
    beds = Beds(uow)
    found = beds.of(event.resident_id)
    where = list_whereabouts(uow, [event.resident_id])
    if found is None or found.stay_id == event.stay_id or not where:
        return
    require(uow, FOLLOW_STAYS)
    with uow.act("housing.follow_stay") as act:
        act.about(found)
        bed, former = uow.get(HousingBed, found.bed_id), found
        beds.close(former, uow.now, GOES_ON)
        overridden = tuple((former.overridden or "").split())
        made = beds.open(where[0], bed, uow.now, former.reason, overridden)
        made.agreed_by = former.agreed_by


def _leave(uow: UnitOfWork, resident_id: str, at: datetime, why: str, *, is_for_good: bool = False) -> None:
    beds = Beds(uow)
    found: BedPlacement | None = beds.of(resident_id)
    memberships = Memberships(uow)
    if found is None and not (is_for_good and memberships.has(resident_id)):
        return
    require(uow, FOLLOW_STAYS)
    with uow.act("housing.follow_stay") as act:
        if found is not None:
            act.about(found)
            beds.close(found, at, why)
            beds.tell_card(resident_id)
        if is_for_good:
            memberships.end(resident_id, at)


HANDLERS: Mapping[type, tuple[Callable[[Any, Any], None], ...]] = {
    PresenceChanged: (_on_presence,),
    StayEnded: (_on_ended,),
    StayVoided: (_on_voided,),
    StayOpened: (_on_opened,),
}
