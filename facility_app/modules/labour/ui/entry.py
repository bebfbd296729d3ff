"""What the slice of labour offers the window: teams, sheets, who may work, tools, a person's tab."""

from functools import partial
from typing import Final

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.labour.domain.rights import KEEP_SHEETS, VIEW_LABOUR, VIEW_RESULTS
from facility_app.modules.labour.ui import (
    conditions_page,
    import_page,
    months_page,
    places,
    sheet_page,
    sheets_page,
    teams_page,
    tools_page,
    work_types_page,
)
from facility_app.modules.labour.ui.person_tab import LabourPane
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import PageSpec, PartSpec

LEARNING: Final = label("ui", "Học tập, lao động")
TAB_TITLE = label("labour", "Lao động trị liệu")
OFFICERS: Final = frozenset({Role.LABOUR, Role.TEAM_OFFICER})
MONEY: Final = frozenset({Role.LABOUR, Role.TREASURER})


def parts() -> tuple[PartSpec, ...]:
    """The tab on a person's page."""
    return (PartSpec(places.TAB, TAB_TITLE, VIEW_LABOUR, LabourPane, 46, help="lao-dong#cua-mot-nguoi"),)


def pages(press: PlainPress) -> tuple[PageSpec, ...]:
    """The pages of this slice."""
    return (
        PageSpec(
            places.SHEETS, sheets_page.TITLE, LEARNING, "clipboard-list", VIEW_LABOUR, sheets_page.SheetsPage,
            order=50, help="lao-dong#phieu-cham-cong", also=(label("labour", "chấm công"),), daily=OFFICERS,
        ),
        PageSpec(
            places.TEAMS, teams_page.TITLE, LEARNING, "users-group", VIEW_LABOUR, teams_page.TeamsPage, order=51,
            help="lao-dong#to-lao-dong", also=(label("labour", "lao động trị liệu"),), daily=OFFICERS,
        ),
        PageSpec(
            places.CONDITIONS, conditions_page.TITLE, LEARNING, "clipboard-check", VIEW_LABOUR,
            partial(conditions_page.ConditionsPage, press), order=52, help="lao-dong#dang-ky-dieu-kien",
            also=(label("labour", "huấn luyện an toàn"),), daily=OFFICERS,
        ),
        PageSpec(
            places.TOOLS, tools_page.TITLE, LEARNING, "tools", VIEW_LABOUR, tools_page.ToolsPage, order=53,
            help="lao-dong#dung-cu", daily=OFFICERS,
        ),
        PageSpec(
            places.WORK_TYPES, work_types_page.TITLE, None, "hammer", VIEW_LABOUR, work_types_page.WorkTypesPage,
            help="lao-dong#cong-viec", beneath=places.TEAMS, also=(label("labour", "danh mục công việc"),),
        ),
        PageSpec(
            places.SHEET, sheet_page.TITLE, None, "clipboard-list", VIEW_LABOUR,
            partial(sheet_page.LabourSheetPage, press),
            help="lao-dong#phieu-cham-cong", beneath=places.SHEETS,
        ),
        PageSpec(
            places.IMPORT_MONTH, import_page.WORDS.title, None, "upload", KEEP_SHEETS,
            import_page.LabourImportPage, help="lao-dong#nhap-cham-cong-tu-excel", beneath=places.SHEETS,
        ),
        PageSpec(
            places.MONTHS, months_page.TITLE, LEARNING, "report", VIEW_RESULTS,
            partial(months_page.MonthsPage, press), order=54, help="lao-dong#so-ket-qua-thang",
            also=(label("labour", "kết quả lao động"), label("labour", "chia 30/20/20/30")), daily=MONEY,
        ),
    )  # fmt: skip
