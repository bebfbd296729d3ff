"""What other slices may ask of treatment; a diagnosis is never among it. A name written twice is offered."""

from facility_app.modules.treatment.domain.rights import KNOW_TRIAGE as KNOW_TRIAGE
from facility_app.modules.treatment.queries.door import DoorState as DoorState
from facility_app.modules.treatment.queries.door import get_door_state as get_door_state
from facility_app.modules.treatment.queries.watches import WatchedRow as WatchedRow
from facility_app.modules.treatment.queries.watches import list_watched as list_watched
