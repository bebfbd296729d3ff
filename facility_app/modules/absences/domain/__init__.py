"""Rules of absences: kinds of cases and their life, who may leave for how long, what must be told to whom."""

from facility_app.modules.absences.domain.rights import (
    CLOSE_STAYS as CLOSE_STAYS,
)
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
    LET_GO as LET_GO,
)
from facility_app.modules.absences.domain.rights import (
    PROPOSE_RELIEF as PROPOSE_RELIEF,
)
from facility_app.modules.absences.domain.rights import (
    READ_HEALTH as READ_HEALTH,
)
from facility_app.modules.absences.domain.rights import (
    RECEIVE_BACK as RECEIVE_BACK,
)
from facility_app.modules.absences.domain.rights import (
    RECORD_RULINGS as RECORD_RULINGS,
)
from facility_app.modules.absences.domain.rights import (
    REPORT_MISSING as REPORT_MISSING,
)
from facility_app.modules.absences.domain.rights import (
    SEND_ELSEWHERE as SEND_ELSEWHERE,
)
from facility_app.modules.absences.domain.rights import (
    VIEW_ABSENCES as VIEW_ABSENCES,
)
