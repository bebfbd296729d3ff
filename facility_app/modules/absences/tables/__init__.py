"""The records of absences: cases, their papers, extensions, escorts, and what was done about them."""

from facility_app.modules.absences.tables.cases import AbsenceCase as AbsenceCase
from facility_app.modules.absences.tables.cases import OfCase as OfCase
from facility_app.modules.absences.tables.cases import OfPerson as OfPerson
from facility_app.modules.absences.tables.doings import AbsenceEscort as AbsenceEscort
from facility_app.modules.absences.tables.doings import AbsenceExtension as AbsenceExtension
from facility_app.modules.absences.tables.doings import AbsencePaper as AbsencePaper
from facility_app.modules.absences.tables.doings import AbsenceStep as AbsenceStep
