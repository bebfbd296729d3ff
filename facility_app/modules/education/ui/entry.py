"""What the slice of education offers the window: classes, sheets, counselling, results, a person's tab."""

from functools import partial
from typing import Final

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.education.domain.rights import PLAN_EDUCATION, TEACH, VIEW_COUNSELLING, VIEW_EDUCATION
from facility_app.modules.education.ui import (
    class_page,
    classes_page,
    counselling_page,
    import_pages,
    join_page,
    places,
    programmes_page,
    results_page,
    shares_page,
    sheet_page,
    sheets_page,
)
from facility_app.modules.education.ui.person_tab import LearningPane
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import PageSpec, PartSpec

LEARNING: Final = label("ui", "Học tập, lao động")
TAB_TITLE = label("education", "Giáo dục, tư vấn")
TEACHERS: Final = frozenset({Role.TEACHER, Role.COUNSELLOR})


def parts(press: PlainPress) -> tuple[PartSpec, ...]:
    """The tab on a person's page."""
    made = partial(LearningPane, press)
    return (PartSpec(places.TAB, TAB_TITLE, VIEW_EDUCATION, made, 45, help="giao-duc#cua-mot-nguoi"),)


def pages(press: PlainPress) -> tuple[PageSpec, ...]:
    """The pages of this slice."""
    return (
        PageSpec(
            places.SHEETS, sheets_page.TITLE, LEARNING, "list-check", VIEW_EDUCATION,
            partial(sheets_page.SheetsPage, press), order=46, help="giao-duc#diem-danh-lop",
            also=(label("education", "buổi học"), label("education", "thời khóa biểu")), daily=TEACHERS,
        ),
        PageSpec(
            places.CLASSES, classes_page.TITLE, LEARNING, "school", VIEW_EDUCATION, classes_page.ClassesPage,
            order=47, help="giao-duc#lop-hoc",
            also=(label("education", "xóa mù chữ"), label("education", "nhóm đồng đẳng")), daily=TEACHERS,
        ),
        PageSpec(
            places.COUNSELLING, counselling_page.TITLE, LEARNING, "messages", VIEW_COUNSELLING,
            partial(counselling_page.CounsellingPage, press), order=48, help="giao-duc#tu-van", daily=TEACHERS,
        ),
        PageSpec(
            places.RESULTS, results_page.TITLE, LEARNING, "certificate", VIEW_EDUCATION, results_page.ResultsPage,
            order=49, help="giao-duc#ket-qua-hoc-tap", also=(label("education", "học bạ"),), daily=TEACHERS,
        ),
        PageSpec(
            places.CLASS, class_page.TITLE, None, "school", VIEW_EDUCATION, partial(class_page.ClassPage, press),
            help="giao-duc#lop-hoc", beneath=places.CLASSES,
        ),
        PageSpec(
            places.JOIN, join_page.TITLE, None, "user-plus", PLAN_EDUCATION, join_page.JoinPage,
            help="giao-duc#lop-hoc", beneath=places.CLASSES,
        ),
        PageSpec(
            places.PROGRAMMES, programmes_page.TITLE, None, "book", VIEW_EDUCATION, programmes_page.ProgrammesPage,
            help="giao-duc#chuong-trinh", beneath=places.CLASSES,
        ),
        PageSpec(
            places.SHARES, shares_page.TITLE, None, "chart-bar", VIEW_EDUCATION,
            partial(shares_page.EducationSharesPage, press), help="giao-duc#ty-le-theo-ky", beneath=places.CLASSES,
            also=(label("education", "tỷ lệ giáo dục pháp luật"),),
        ),
        PageSpec(
            places.IMPORT_WEEK, import_pages.WEEK.title, None, "upload", PLAN_EDUCATION,
            import_pages.WeekImportPage, help="giao-duc#nhap-tu-excel", beneath=places.CLASSES,
        ),
        PageSpec(
            places.IMPORT_MONTH, import_pages.MONTH.title, None, "upload", TEACH,
            import_pages.AttendanceImportPage, help="giao-duc#nhap-tu-excel", beneath=places.CLASSES,
        ),
        PageSpec(
            places.SHEET, sheet_page.TITLE, None, "list-check", VIEW_EDUCATION, sheet_page.LessonSheetPage,
            help="giao-duc#diem-danh-lop", beneath=places.SHEETS,
        ),
    )  # fmt: skip
