"""Where the screens of trades and jobs are."""

from typing import Final

COURSES: Final = "vocational.courses"
COURSE: Final = "vocational.course"
SHEET: Final = "vocational.lesson"
SCORES: Final = "vocational.scores"
REGISTER: Final = "vocational.certificates"
JOBS: Final = "vocational.jobs"
PERSON: Final = "residents.person"
TAB: Final = "vocational.person"
PEOPLE_PART: Final = "vocational.people"
LESSON_PART: Final = "vocational.lessons"
RESULT_PART: Final = "vocational.results"
SUBJECT_ARG: Final = "module"
"""The route's argument of a sheet of scores: the module; empty for the exam."""
RESIDENT_TABLES: Final = frozenset({"resident", "resident_card"})
COURSE_TABLES: Final = frozenset({"vocational_course", "course_module", "course_enrolment"})
LESSON_TABLES: Final = frozenset({"course_lesson", "lesson_tick", "course_module"})
RESULT_TABLES: Final = frozenset({"course_assessment", "course_exam", "course_certificate", "certificate_print"})
PARTNER_TABLES: Final = frozenset({"partner_school", "employer", "vacancy"})
PERSON_TABLES: Final = frozenset({"guidance", "job_talk", "job_support", "job_outcome"})
