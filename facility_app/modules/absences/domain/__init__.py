"""Rules of absences: kinds of cases and their life, who may leave for how long, what must be told to whom."""

from facility_app.modules.absences.domain.rights import (
    DECIDE_ABSENCES as DECIDE_ABSENCES,
)
from facility_app.modules.absences.domain.rights import (
    FOLLOW_STAYS as FOLLOW_STAYS,
)
from facility_app.modules.absences.domain.rights import (
    KEEP_CASES as KEEP_CASES,
)
from facility_app.modules.absences.domain.rights import (
    READ_HEALTH as READ_HEALTH,
)
from facility_app.modules.absences.domain.rights import (
    VIEW_ABSENCES as VIEW_ABSENCES,
)
