"""Timetables and attendance sheets from Excel: looked through, and taken whole or not at all."""

from typing import Any

from typing_extensions import override

from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.education.domain.rights import PLAN_EDUCATION, TEACH, VIEW_EDUCATION
from facility_app.modules.education.queries.classes import find_class
from facility_app.modules.education.queries.month_book import MonthFound, read_month
from facility_app.modules.education.queries.week_book import WeekFound, read_week, week_table
from facility_app.modules.education.service.books import (
    ImportMonth,
    TakenMonth,
    TakenWeek,
    import_month,
    import_week,
    take_month,
)
from facility_app.modules.education.ui import places
from facility_app.sheets.table_writer import Table
from facility_app.sheets.workbook import Book
from facility_app.ui.i18n import tr
from facility_app.ui.lists.import_page import ImportPage, ImportWords
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
SHEETS = label("education", "{new} phiếu mới, {corrected} phiếu sửa lại, {same} phiếu như cũ")
TOOK_WEEK = label("education", "Đã thêm {new} giờ học vào thời khóa biểu; {known} giờ đã có từ trước.")
TOOK_MONTH = label("education", "Đã lưu {new} phiếu mới, sửa {corrected} phiếu; {same} phiếu như cũ.")
TO_CLASSES, TO_CLASS = label("verbs", "Về danh sách lớp"), label("verbs", "Vào lớp")


class _WeekIntake:
    """A timetable."""

    def look(self, book: Book, uow: Any) -> WeekFound:
        """As ``read_week``."""
        return read_week(uow, book)

    def keep(self, book: Book, _found: WeekFound, uow: Any) -> TakenWeek:
        """As ``import_week``."""
        return import_week(uow, book)

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


class _MonthIntake:
    """The attendance of one class.

    Attributes:
        class_id: whose.
        month: a day of the month a blank is of; empty for this month.
    """

    def __init__(self) -> None:
        """Of no class yet."""
        self.class_id = self.month = ""

    def look(self, book: Book, uow: Any) -> MonthFound:
        """As ``read_month``."""
        return read_month(uow, book, self.class_id)

    def keep(self, book: Book, found: MonthFound, uow: Any) -> TakenMonth:
        """As ``import_month``, of the class the file was looked through for."""
        return import_month(uow, ImportMonth(book, found.class_id, found.versions))

    def summary(self, found: MonthFound) -> str:
        """Sheets new, corrected and the same."""
        new = sum(one.is_new for one in found.sheets)
        return tr(SHEETS, new=new, corrected=len(found.sheets) - new, same=found.same)

    def told(self, answer: TakenMonth) -> str:
        """The same, done."""
        return tr(TOOK_MONTH, new=answer.new, corrected=answer.corrected, same=answer.same)

    def blank(self, uow: Any) -> Table:
        """The month of the class."""
        today = local_date(uow.now)
        return take_month(uow, self.class_id, today.fromisoformat(self.month) if self.month else today)


class MonthImportPage(ImportPage[MonthFound, TakenMonth]):
    """The attendance of one class."""

    def __init__(self, context: PageContext) -> None:
        """No file chosen yet."""
        self._of = _MonthIntake()
        super().__init__(context, MONTH, self._of)
        self._name = ""

    @override
    def way_back(self) -> tuple[ActionSpec, ...]:
        return (ActionSpec("education.month_to_class", TO_CLASS, self.to_class, "school", "", VIEW_EDUCATION),)

    def to_class(self) -> None:
        """To the class."""
        self.context.go(Route(places.CLASS, self.route.record))

    @override
    def subtitle_text(self) -> str:
        return self._name

    @override
    def open(self, route: Route) -> None:
        self._of.class_id, self._of.month = route.record, route.args.get("month", "")
        super().open(route)
        op = self.context.runner.query(self, self._read, topic="class")
        op.success(self._on_read).failure(self._on_failed).run()

    def _read(self, uow: Any) -> str:
        row = find_class(uow, self.route.record)
        return "" if row is None else f"{row.code} – {row.name}"

    def _on_read(self, name: str) -> None:
        self._name = name
        self.title_changed.emit()
