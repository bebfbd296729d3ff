"""What this slice offers the window: courses, sheets, who waits, certificates, jobs, a tab on a person's page."""

from functools import partial
from typing import Final

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.vocational.domain.rights import RUN_COURSES, VIEW_VOCATIONAL
from facility_app.modules.vocational.ui import (
    course_list,
    course_page,
    day_list,
    jobs_page,
    places,
    register_page,
    shares_page,
    sheets,
    talks_page,
    waiting_lists,
)
from facility_app.modules.vocational.ui.person_tab import LearningPane
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import PageSpec, PartSpec

LEARNING: Final = label("ui", "Học tập, lao động")
TAB_TITLE = label("vocational", "Học nghề, việc làm")
_BENEATH: Final = places.COURSES


def parts() -> tuple[PartSpec, ...]:
    """The tab on a person's page."""
    return (PartSpec(places.TAB, TAB_TITLE, VIEW_VOCATIONAL, LearningPane, 54, help="hoc-nghe#mot-nguoi"),)


def pages(press: PlainPress) -> tuple[PageSpec, ...]:
    """The pages of this slice."""
    return (*_course_pages(press), *_sheet_pages(press), *_waiting_pages(), *_job_pages(press))


def _course_pages(press: PlainPress) -> tuple[PageSpec, ...]:
    also = (
        label("vocational", "dạy nghề"),
        label("vocational", "truyền nghề"),
        label("vocational", "sơ cấp"),
        label("vocational", "hướng nghiệp"),
    )
    courses = PageSpec(
        places.COURSES, course_list.TITLE, LEARNING, "certificate", VIEW_VOCATIONAL, course_list.CoursesPage,
        order=54, help="hoc-nghe#danh-sach-khoa-hoc", also=also, daily=frozenset({Role.TEACHER}),
    )  # fmt: skip
    course = PageSpec(
        places.COURSE, course_page.TITLE, None, "certificate", VIEW_VOCATIONAL,
        partial(course_page.CoursePage, press), help="hoc-nghe#nguoi-hoc", beneath=_BENEATH,
    )  # fmt: skip
    register = PageSpec(
        places.REGISTER, register_page.TITLE, None, "certificate", VIEW_VOCATIONAL,
        partial(register_page.RegisterPage, press), help="hoc-nghe#so-cap-chung-chi", beneath=_BENEATH,
        also=(label("vocational", "chứng chỉ"), label("vocational", "số vào sổ")),
    )  # fmt: skip
    return courses, course, register


def _sheet_pages(press: PlainPress) -> tuple[PageSpec, ...]:
    lessons = PageSpec(
        places.LESSONS, day_list.TITLE, None, "list-check", VIEW_VOCATIONAL, partial(day_list.LessonsPage, press),
        help="hoc-nghe#buoi-hoc-trong-tuan", beneath=_BENEATH,
        also=(label("vocational", "điểm danh học nghề"), label("vocational", "buổi học hôm nay")),
    )  # fmt: skip
    sheet = PageSpec(
        places.SHEET, sheets.SHEET_TITLE, None, "list-check", RUN_COURSES, sheets.LessonSheetPage,
        help="hoc-nghe#buoi-hoc", beneath=_BENEATH,
    )  # fmt: skip
    scores = PageSpec(
        places.SCORES, sheets.SCORE_TITLE, None, "pencil", RUN_COURSES, sheets.ScorePage,
        help="hoc-nghe#diem-thi-chung-chi", beneath=_BENEATH,
    )  # fmt: skip
    return lessons, sheet, scores


def _waiting_pages() -> tuple[PageSpec, ...]:
    to_place = PageSpec(
        places.TO_PLACE, waiting_lists.PLACE_TITLE, None, "user-plus", VIEW_VOCATIONAL,
        partial(waiting_lists.WaitingPage, spec=waiting_lists.TO_PLACE, tab=places.PEOPLE_PART),
        help="hoc-nghe#ai-dang-cho", beneath=_BENEATH,
        also=(label("vocational", "danh sách chờ học nghề"),),
    )  # fmt: skip
    to_certify = PageSpec(
        places.TO_CERTIFY, waiting_lists.CERTIFY_TITLE, None, "certificate", VIEW_VOCATIONAL,
        partial(waiting_lists.WaitingPage, spec=waiting_lists.TO_CERTIFY, tab=places.RESULT_PART),
        help="hoc-nghe#ai-dang-cho", beneath=_BENEATH,
        also=(label("vocational", "chưa có chứng chỉ"),),
    )  # fmt: skip
    return to_place, to_certify


def _job_pages(press: PlainPress) -> tuple[PageSpec, ...]:
    jobs = PageSpec(
        places.JOBS, jobs_page.TITLE, None, "briefcase", VIEW_VOCATIONAL, jobs_page.JobsPage,
        help="hoc-nghe#doi-tac-viec-lam", beneath=_BENEATH,
        also=(label("vocational", "doanh nghiệp"), label("vocational", "tuyển dụng")),
    )  # fmt: skip
    talks = PageSpec(
        places.TALKS, talks_page.TITLE, None, "messages", VIEW_VOCATIONAL, talks_page.TalksPage,
        help="hoc-nghe#tu-van-viec-lam", beneath=_BENEATH,
        also=(label("vocational", "tư vấn nhóm"), label("vocational", "chưa tư vấn việc làm")),
    )  # fmt: skip
    shares = PageSpec(
        places.SHARES, shares_page.TITLE, None, "chart-bar", VIEW_VOCATIONAL,
        partial(shares_page.JobSharesPage, press), help="hoc-nghe#ty-le-theo-ky", beneath=_BENEATH,
        also=(label("vocational", "chỉ tiêu học nghề"), label("vocational", "tỷ lệ tư vấn việc làm")),
    )  # fmt: skip
    return jobs, talks, shares
