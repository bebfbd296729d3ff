"""Partners and jobs; courses, their people, lessons and marks; scores and certificates; what is about a person."""

from facility_app.modules.vocational.tables.courses import Course as Course
from facility_app.modules.vocational.tables.courses import CourseModule as CourseModule
from facility_app.modules.vocational.tables.courses import Enrolment as Enrolment
from facility_app.modules.vocational.tables.courses import Lesson as Lesson
from facility_app.modules.vocational.tables.courses import LessonTick as LessonTick
from facility_app.modules.vocational.tables.partners import Employer as Employer
from facility_app.modules.vocational.tables.partners import PartnerSchool as PartnerSchool
from facility_app.modules.vocational.tables.partners import Vacancy as Vacancy
from facility_app.modules.vocational.tables.people import Guidance as Guidance
from facility_app.modules.vocational.tables.people import JobOutcome as JobOutcome
from facility_app.modules.vocational.tables.people import JobSupport as JobSupport
from facility_app.modules.vocational.tables.people import JobTalk as JobTalk
from facility_app.modules.vocational.tables.results import Assessment as Assessment
from facility_app.modules.vocational.tables.results import Certificate as Certificate
from facility_app.modules.vocational.tables.results import CertificatePrint as CertificatePrint
from facility_app.modules.vocational.tables.results import CourseExam as CourseExam
