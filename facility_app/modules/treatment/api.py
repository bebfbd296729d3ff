"""What other slices may ask of treatment; a diagnosis is never among it. A name written twice is offered."""

from facility_app.modules.treatment.domain.asked import AskedForAllergies as AskedForAllergies
from facility_app.modules.treatment.domain.asked import GivenDose as GivenDose
from facility_app.modules.treatment.domain.asked import Intolerance as Intolerance
from facility_app.modules.treatment.domain.asked import WhatIsNotTolerated as WhatIsNotTolerated
from facility_app.modules.treatment.domain.asked import WhatWasGiven as WhatWasGiven
from facility_app.modules.treatment.domain.asked import WhoAskedForAllergies as WhoAskedForAllergies
from facility_app.modules.treatment.domain.fitness import WORK_VERDICT_LABELS as WORK_VERDICT_LABELS
from facility_app.modules.treatment.domain.fitness import WhoWishesToWork as WhoWishesToWork
from facility_app.modules.treatment.domain.fitness import WorkFitnessFacts as WorkFitnessFacts
from facility_app.modules.treatment.domain.fitness import WorkVerdict as WorkVerdict
from facility_app.modules.treatment.domain.ordered import FollowedProtocol as FollowedProtocol
from facility_app.modules.treatment.domain.ordered import LastSubstitute as LastSubstitute
from facility_app.modules.treatment.domain.ordered import OrderedMedicine as OrderedMedicine
from facility_app.modules.treatment.domain.ordered import (
    WhatIsNotToleratedPrivately as WhatIsNotToleratedPrivately,
)
from facility_app.modules.treatment.domain.ordered import WhatIsOrderedPrivately as WhatIsOrderedPrivately
from facility_app.modules.treatment.domain.ordered import WhatSubstituteWasLast as WhatSubstituteWasLast
from facility_app.modules.treatment.domain.ordered import WhatWasOrdered as WhatWasOrdered
from facility_app.modules.treatment.domain.ordered import WhichProtocolsWere as WhichProtocolsWere
from facility_app.modules.treatment.domain.rights import KNOW_FITNESS as KNOW_FITNESS
from facility_app.modules.treatment.domain.rights import KNOW_TRIAGE as KNOW_TRIAGE
from facility_app.modules.treatment.domain.rights import READ_EVENTS as READ_EVENTS
from facility_app.modules.treatment.domain.rights import READ_VITALS as READ_VITALS
from facility_app.modules.treatment.domain.rights import RECORD_EVENTS as RECORD_EVENTS
from facility_app.modules.treatment.domain.taken import TakenMedicine as TakenMedicine
from facility_app.modules.treatment.domain.taken import WhatWasTaken as WhatWasTaken
from facility_app.modules.treatment.queries.door import DoorState as DoorState
from facility_app.modules.treatment.queries.door import get_door_state as get_door_state
from facility_app.modules.treatment.queries.door import list_door_states as list_door_states
from facility_app.modules.treatment.queries.fitness import list_work_fitness as list_work_fitness
from facility_app.modules.treatment.queries.pressures import LastPressure as LastPressure
from facility_app.modules.treatment.queries.pressures import list_last_pressures as list_last_pressures
from facility_app.modules.treatment.queries.watches import WatchedRow as WatchedRow
from facility_app.modules.treatment.queries.watches import list_watched as list_watched
