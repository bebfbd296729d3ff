"""What other slices may ask of absences: when somebody was away, where, and when they came back."""

from facility_app.modules.absences.domain.cases import CaseKind as CaseKind
from facility_app.modules.absences.queries.cases import CaseDetail as CaseDetail
from facility_app.modules.absences.queries.cases import list_cases_of as list_cases_of
from facility_app.modules.absences.service.steps import record_examined as record_examined
