"""How classes, lessons, marks, results and counselling are kept."""

from facility_app.modules.education.tables.classes import ClassHour as ClassHour
from facility_app.modules.education.tables.classes import ClassMember as ClassMember
from facility_app.modules.education.tables.classes import Programme as Programme
from facility_app.modules.education.tables.classes import ProgrammeTopic as ProgrammeTopic
from facility_app.modules.education.tables.classes import SchoolClass as SchoolClass
from facility_app.modules.education.tables.counselling import Counselling as Counselling
from facility_app.modules.education.tables.counselling import CounsellingPerson as CounsellingPerson
from facility_app.modules.education.tables.results import ClassResult as ClassResult
from facility_app.modules.education.tables.results import SchoolReport as SchoolReport
from facility_app.modules.education.tables.sheets import Attendance as Attendance
from facility_app.modules.education.tables.sheets import ClassSession as ClassSession
