"""Nhập chấm công từ Excel: days of a team looked through, and taken whole or not at all."""

from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.labour.domain.rights import KEEP_SHEETS, VIEW_LABOUR
from facility_app.modules.labour.queries.month_file import MonthFound, read_month
from facility_app.modules.labour.queries.teams import list_labour_team_rows
from facility_app.modules.labour.service.books import (
    ImportLabourMonth,
    TakenLabourMonth,
    import_labour_month,
    take_hours_month,
)
from facility_app.modules.labour.ui import places
from facility_app.sheets.workbook import Book
from facility_app.ui.lists.import_page import ImportWords
from facility_app.ui.lists.month_import import MonthImportPage, MonthVerbs
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
TO_DAY = label("verbs", "Về các tổ trong ngày")


class LabourImportPage(MonthImportPage[MonthFound, TakenLabourMonth]):
    """The days of one team."""

    def __init__(self, context: PageContext) -> None:
        """No file chosen yet."""
        super().__init__(context, WORDS, MonthVerbs(read_month, _keep, take_hours_month, _name))

    @override
    def month_of(self, route: Route) -> str:
        return route.args.get("day", "")

    @override
    def way_back(self) -> tuple[ActionSpec, ...]:
        return (ActionSpec("labour.import_to_day", TO_DAY, self.to_day, "list", "", VIEW_LABOUR),)

    def to_day(self) -> None:
        """Back to the teams of that day."""
        self.context.go(Route(places.SHEETS, "", dict(self.route.args)))


def _keep(uow: Any, book: Book, found: MonthFound) -> TakenLabourMonth:
    """For the team the file was looked through for."""
    return import_labour_month(uow, ImportLabourMonth(book, found.team_id, found.versions))


def _name(uow: Any, team_id: str) -> str:
    return next((f"{row.code} – {row.name}" for row in list_labour_team_rows(uow, (team_id,))), "")
