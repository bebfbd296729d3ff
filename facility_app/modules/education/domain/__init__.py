"""What is true of teaching and counselling on paper: kinds, hours, marks, levels, shares, who may do what."""

from facility_app.modules.education.domain.rights import COUNSEL as COUNSEL
from facility_app.modules.education.domain.rights import FOLLOW_STAYS as FOLLOW_STAYS
from facility_app.modules.education.domain.rights import PLAN_EDUCATION as PLAN_EDUCATION
from facility_app.modules.education.domain.rights import READ_CONFIDENTIAL as READ_CONFIDENTIAL
from facility_app.modules.education.domain.rights import TEACH as TEACH
from facility_app.modules.education.domain.rights import VIEW_COUNSELLING as VIEW_COUNSELLING
from facility_app.modules.education.domain.rights import VIEW_EDUCATION as VIEW_EDUCATION
