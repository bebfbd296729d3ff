"""What other slices may ask of releases and do with them; a name written twice is offered, nothing else is."""

from facility_app.modules.discharge.domain.gate import GateItem as GateItem
from facility_app.modules.discharge.queries.cases import ReleaseDetail as ReleaseDetail
from facility_app.modules.discharge.queries.cases import get_release as get_release
from facility_app.modules.discharge.queries.gate import gate as gate
from facility_app.modules.discharge.queries.runway import RunwayRow as RunwayRow
from facility_app.modules.discharge.queries.runway import list_runway as list_runway
from facility_app.modules.discharge.queries.runway import tomorrow_list as tomorrow_list
from facility_app.modules.discharge.service.preparing import RecordExamination as RecordExamination
from facility_app.modules.discharge.service.preparing import record_examination as record_examination
