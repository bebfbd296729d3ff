"""Rules of learning a trade that would be true on paper."""

from facility_app.modules.vocational.domain.rights import FOLLOW_STAYS as FOLLOW_STAYS
from facility_app.modules.vocational.domain.rights import GUIDE as GUIDE
from facility_app.modules.vocational.domain.rights import ISSUE_CERTIFICATES as ISSUE_CERTIFICATES
from facility_app.modules.vocational.domain.rights import PASS_QUEUE as PASS_QUEUE
from facility_app.modules.vocational.domain.rights import RUN_COURSES as RUN_COURSES
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL as VIEW_VOCATIONAL
