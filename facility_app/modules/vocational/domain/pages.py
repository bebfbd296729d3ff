"""Names of the pages that others are sent to: by the calendar, by a figure of the home page."""

from typing import Final

COURSE: Final = "vocational.course"
PEOPLE_PART: Final = "vocational.people"
LESSON_PART: Final = "vocational.lessons"
RESULT_PART: Final = "vocational.results"
LESSONS: Final = "vocational.days"
TO_PLACE: Final = "vocational.to_place"
TO_CERTIFY: Final = "vocational.to_certify"
