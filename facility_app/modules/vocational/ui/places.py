"""Where the screens of trades and jobs are."""

from typing import Final

from facility_app.modules.vocational.domain import pages

COURSES: Final = "vocational.courses"
COURSE: Final = pages.COURSE
SHEET: Final = "vocational.lesson"
SCORES: Final = "vocational.scores"
REGISTER: Final = "vocational.certificates"
JOBS: Final = "vocational.jobs"
TALKS: Final = "vocational.talks"
SHARES: Final = "vocational.shares"
LESSONS: Final = pages.LESSONS
TO_PLACE: Final = pages.TO_PLACE
TO_CERTIFY: Final = pages.TO_CERTIFY
PERSON: Final = "residents.person"
TAB: Final = "vocational.person"
PEOPLE_PART: Final = pages.PEOPLE_PART
LESSON_PART: Final = pages.LESSON_PART
RESULT_PART: Final = pages.RESULT_PART
SUBJECT_ARG: Final = "module"
"""The route's argument of a sheet of scores: the module; empty for the exam."""
RESIDENT_TABLES: Final = frozenset({"resident", "resident_card"})
COURSE_TABLES: Final = frozenset({"vocational_course", "course_module", "course_enrolment"})
LESSON_TABLES: Final = frozenset({"course_lesson", "lesson_tick", "course_module"})
RESULT_TABLES: Final = frozenset({"course_assessment", "course_exam", "course_certificate", "certificate_print"})
PARTNER_TABLES: Final = frozenset({"partner_school", "employer", "vacancy"})
PERSON_TABLES: Final = frozenset({"guidance", "job_talk", "job_support", "job_outcome"})
