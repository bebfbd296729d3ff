"""Nhập chấm công từ Excel: days of a team looked through, and taken whole or not at all."""

from typing import Any

from typing_extensions import override

from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.labour.domain.rights import KEEP_SHEETS, VIEW_LABOUR
from facility_app.modules.labour.queries.month_file import MonthFound, read_month
from facility_app.modules.labour.queries.teams import list_labour_team_rows
from facility_app.modules.labour.service.books import (
    ImportLabourMonth,
    TakenLabourMonth,
    import_labour_month,
    take_labour_month,
)
from facility_app.modules.labour.ui import places
from facility_app.sheets.table_writer import Table
from facility_app.sheets.workbook import Book
from facility_app.ui.i18n import tr
from facility_app.ui.lists.import_page import ImportPage, ImportWords
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

WORDS = ImportWords(
    places.IMPORT_MONTH,
    label("labour", "Nhập chấm công từ Excel"),
    label(
        "labour",
        "Mỗi người một dòng, mỗi ngày một cột; ô ghi số giờ, C là cả ca, hoặc ký hiệu nghỉ. Mẫu có sẵn người và "
        "ngày làm việc trong tháng của tổ.",
    ),
    "bang cham cong",
    KEEP_SHEETS,
)
SHEETS = label("labour", "{new} phiếu mới, {corrected} phiếu sửa lại, {same} phiếu như cũ")
TOOK = label("labour", "Đã lưu {new} phiếu mới, sửa {corrected} phiếu; {same} phiếu như cũ.")
TO_DAY = label("verbs", "Về các tổ trong ngày")


class _Intake:
    """The days of one team.

    Attributes:
        team_id: whose.
        month: a day of the month a blank is of; empty for this month.
    """

    def __init__(self) -> None:
        """Of no team yet."""
        self.team_id = self.month = ""

    def look(self, book: Book, uow: Any) -> MonthFound:
        """As ``read_month``."""
        return read_month(uow, book, self.team_id)

    def keep(self, book: Book, found: MonthFound, uow: Any) -> TakenLabourMonth:
        """As ``import_labour_month``, of the team the file was looked through for."""
        return import_labour_month(uow, ImportLabourMonth(book, found.team_id, found.versions))

    def summary(self, found: MonthFound) -> str:
        """Sheets new, corrected and the same."""
        new = sum(not one.sheet_id for one in found.sheets)
        return tr(SHEETS, new=new, corrected=len(found.sheets) - new, same=found.same)

    def told(self, answer: TakenLabourMonth) -> str:
        """The same, done."""
        return tr(TOOK, new=answer.new, corrected=answer.corrected, same=answer.same)

    def blank(self, uow: Any) -> Table:
        """The month of the team."""
        today = local_date(uow.now)
        return take_labour_month(uow, self.team_id, today.fromisoformat(self.month) if self.month else today)


class LabourImportPage(ImportPage[MonthFound, TakenLabourMonth]):
    """The days of one team."""

    def __init__(self, context: PageContext) -> None:
        """No file chosen yet."""
        self._of = _Intake()
        super().__init__(context, WORDS, self._of)
        self._name = ""

    @override
    def way_back(self) -> tuple[ActionSpec, ...]:
        return (ActionSpec("labour.import_to_day", TO_DAY, self.to_day, "list", "", VIEW_LABOUR),)

    def to_day(self) -> None:
        """Back to the teams of that day."""
        self.context.go(Route(places.SHEETS, "", dict(self.route.args)))

    @override
    def subtitle_text(self) -> str:
        return self._name

    @override
    def open(self, route: Route) -> None:
        self._of.team_id, self._of.month = route.record, route.args.get("day", "")
        super().open(route)
        op = self.context.runner.query(self, self._read, topic="team")
        op.success(self._on_read).failure(self._on_failed).run()

    def _read(self, uow: Any) -> str:
        rows = list_labour_team_rows(uow, (self.route.record,))
        return f"{rows[0].code} – {rows[0].name}" if rows else ""

    def _on_read(self, name: str) -> None:
        self._name = name
        self.title_changed.emit()
