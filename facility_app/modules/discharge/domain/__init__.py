"""Rules of release on plain values; here the rights of the whole slice."""

from facility_app.modules.discharge.domain.rights import CLOSE_RELEASES as CLOSE_RELEASES
from facility_app.modules.discharge.domain.rights import FIT_DEVICE as FIT_DEVICE
from facility_app.modules.discharge.domain.rights import ISSUE_RELEASE_PAPERS as ISSUE_RELEASE_PAPERS
from facility_app.modules.discharge.domain.rights import PREPARE_RELEASE as PREPARE_RELEASE
from facility_app.modules.discharge.domain.rights import READ_REINTEGRATION as READ_REINTEGRATION
from facility_app.modules.discharge.domain.rights import RECORD_EXAMINATION as RECORD_EXAMINATION
from facility_app.modules.discharge.domain.rights import RELEASE_PEOPLE as RELEASE_PEOPLE
from facility_app.modules.discharge.domain.rights import TAKE_DRAFTS as TAKE_DRAFTS
from facility_app.modules.discharge.domain.rights import VIEW_RELEASES as VIEW_RELEASES
from facility_app.modules.discharge.domain.rights import WRITE_REINTEGRATION as WRITE_REINTEGRATION
