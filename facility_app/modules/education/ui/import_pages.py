"""Timetables and attendance sheets from Excel: looked through, and taken whole or not at all."""

from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.education.domain.rights import PLAN_EDUCATION, TEACH, VIEW_EDUCATION
from facility_app.modules.education.queries.classes import find_class
from facility_app.modules.education.queries.month_book import MonthFound, read_month
from facility_app.modules.education.queries.planned import find_class_load
from facility_app.modules.education.queries.sheets import find_sat_load
from facility_app.modules.education.queries.week_book import WeekFound, read_week, week_table
from facility_app.modules.education.service.books import (
    ImportMonth,
    TakenMonth,
    TakenWeek,
    import_month,
    import_week,
    take_attendance_month,
)
from facility_app.modules.education.ui import places
from facility_app.sheets.table_writer import Table
from facility_app.sheets.workbook import Book
from facility_app.ui.i18n import tr
from facility_app.ui.lists.import_page import ImportPage, ImportWords
from facility_app.ui.lists.month_import import MonthImportPage, MonthVerbs
from facility_app.ui.lists.warned import Warned, warned
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

WEEK = ImportWords(
    places.IMPORT_WEEK,
    label("education", "Nhập thời khóa biểu từ Excel"),
    label(
        "education",
        "Mỗi dòng một giờ học: mã lớp, thứ, giờ vào lớp, giờ tan. Mẫu của chương trình có sẵn các lớp đang học.",
    ),
    "thoi khoa bieu",
    PLAN_EDUCATION,
)
MONTH = ImportWords(
    places.IMPORT_MONTH,
    label("education", "Nhập bảng điểm danh từ Excel"),
    label(
        "education",
        "Mỗi người một dòng, mỗi buổi một cột; ô ghi C, M, P hoặc V. Mẫu có sẵn người và buổi học trong tháng của "
        "lớp.",
    ),
    "bang diem danh",
    TEACH,
)
HOURS = label("education", "{new} giờ học mới, {known} giờ đã có")
TOOK_WEEK = label("education", "Đã thêm {new} giờ học vào thời khóa biểu; {known} giờ đã có từ trước.")
TO_CLASSES, TO_CLASS = label("verbs", "Về danh sách lớp"), label("verbs", "Vào lớp")


class _WeekIntake:
    """A timetable."""

    def look(self, book: Book, uow: Any) -> WeekFound:
        """As ``read_week``."""
        return read_week(uow, book)

    def keep(self, book: Book, found: WeekFound, uow: Any) -> TakenWeek | Warned:
        """As ``import_week``; whose class hours became too many is warned of."""
        taken, classes = import_week(uow, book), dict.fromkeys(one.class_id for one in found.hours)
        warnings = (find_class_load(uow, one) for one in classes)
        return warned(taken, next((one for one in warnings if one is not None), None))

    def summary(self, found: WeekFound) -> str:
        """Hours new and known."""
        return tr(HOURS, new=len(found.hours), known=found.known)

    def told(self, answer: TakenWeek) -> str:
        """The same, done."""
        return tr(TOOK_WEEK, new=answer.new, known=answer.known)

    def blank(self, uow: Any) -> Table:
        """The week of every class that runs."""
        return week_table(uow)


class WeekImportPage(ImportPage[WeekFound, TakenWeek]):
    """A timetable."""

    def __init__(self, context: PageContext) -> None:
        """No file chosen yet."""
        super().__init__(context, WEEK, _WeekIntake())

    @override
    def way_back(self) -> tuple[ActionSpec, ...]:
        return (ActionSpec("education.week_to_classes", TO_CLASSES, self.to_classes, "list", "", VIEW_EDUCATION),)

    def to_classes(self) -> None:
        """Back to the classes."""
        self.context.go(Route(places.CLASSES))


class AttendanceImportPage(MonthImportPage[MonthFound, TakenMonth]):
    """The attendance of one class."""

    def __init__(self, context: PageContext) -> None:
        """No file chosen yet."""
        super().__init__(context, MONTH, MonthVerbs(read_month, _keep, take_attendance_month, _name))

    @override
    def month_of(self, route: Route) -> str:
        return route.args.get("month", "")

    @override
    def way_back(self) -> tuple[ActionSpec, ...]:
        return (ActionSpec("education.month_to_class", TO_CLASS, self.to_class, "school", "", VIEW_EDUCATION),)

    def to_class(self) -> None:
        """To the class."""
        self.context.go(Route(places.CLASS, self.route.record))


def _keep(uow: Any, book: Book, found: MonthFound) -> TakenMonth | Warned:
    """For the class the file was looked through for; who sat in class for too long is warned of."""
    taken, days = import_month(uow, ImportMonth(book, found.class_id, found.versions)), found.days
    return warned(taken, find_sat_load(uow, found.class_id, *days) if days else None)


def _name(uow: Any, class_id: str) -> str:
    row = find_class(uow, class_id)
    return "" if row is None else f"{row.code} – {row.name}"
