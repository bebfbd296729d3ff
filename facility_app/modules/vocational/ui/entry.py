"""What this slice offers the window: courses, sheets, the register, jobs, a tab on a person's page."""

from functools import partial
from typing import Final

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.vocational.domain.rights import RUN_COURSES, VIEW_VOCATIONAL
from facility_app.modules.vocational.ui import course_list, course_page, jobs_page, places, register_page, sheets
from facility_app.modules.vocational.ui.person_tab import LearningPane
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import PageSpec, PartSpec

LEARNING: Final = label("ui", "Học tập, lao động")
TAB_TITLE = label("vocational", "Học nghề, việc làm")


def parts() -> tuple[PartSpec, ...]:
    """The tab on a person's page."""
    return (PartSpec(places.TAB, TAB_TITLE, VIEW_VOCATIONAL, LearningPane, 54, help="hoc-nghe#mot-nguoi"),)


def pages(press: PlainPress) -> tuple[PageSpec, ...]:
    """The pages of this slice."""
    return (
        PageSpec(
            places.COURSES,
            course_list.TITLE,
            LEARNING,
            "certificate",
            VIEW_VOCATIONAL,
            course_list.CoursesPage,
            order=54,
            help="hoc-nghe#danh-sach-khoa-hoc",
            also=(
                label("vocational", "dạy nghề"),
                label("vocational", "truyền nghề"),
                label("vocational", "sơ cấp"),
                label("vocational", "hướng nghiệp"),
            ),
            daily=frozenset({Role.TEACHER}),
        ),
        PageSpec(
            places.COURSE,
            course_page.TITLE,
            None,
            "certificate",
            VIEW_VOCATIONAL,
            partial(course_page.CoursePage, press),
            help="hoc-nghe#nguoi-hoc",
            beneath=places.COURSES,
        ),
        PageSpec(
            places.SHEET,
            sheets.SHEET_TITLE,
            None,
            "list-check",
            RUN_COURSES,
            sheets.LessonSheetPage,
            help="hoc-nghe#buoi-hoc",
            beneath=places.COURSES,
        ),
        PageSpec(
            places.SCORES,
            sheets.SCORE_TITLE,
            None,
            "pencil",
            RUN_COURSES,
            sheets.ScorePage,
            help="hoc-nghe#diem-thi-chung-chi",
            beneath=places.COURSES,
        ),
        PageSpec(
            places.REGISTER,
            register_page.TITLE,
            None,
            "certificate",
            VIEW_VOCATIONAL,
            partial(register_page.RegisterPage, press),
            help="hoc-nghe#so-cap-chung-chi",
            beneath=places.COURSES,
            also=(label("vocational", "chứng chỉ"), label("vocational", "số vào sổ")),
        ),
        PageSpec(
            places.JOBS,
            jobs_page.TITLE,
            None,
            "briefcase",
            VIEW_VOCATIONAL,
            jobs_page.JobsPage,
            help="hoc-nghe#doi-tac-viec-lam",
            beneath=places.COURSES,
            also=(label("vocational", "doanh nghiệp"), label("vocational", "tuyển dụng")),
        ),
    )
