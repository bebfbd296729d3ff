"""What this slice offers the window."""

from typing import Final

from facility_app.kernel.labels import label
from facility_app.modules.intake.domain.rights import IMPORT_ROSTERS
from facility_app.modules.intake.ui import imports_page, roster_page
from facility_app.ui.shell.spec import PageSpec

HELP: Final = "nhap-danh-sach"
PAGES: Final[tuple[PageSpec, ...]] = (
    PageSpec(
        roster_page.PAGE,
        roster_page.TITLE,
        label("ui", "Công việc"),
        "upload",
        IMPORT_ROSTERS,
        roster_page.RosterPage,
        order=27,
        help=HELP,
        also=(label("intake", "excel"), label("intake", "csv"), label("intake", "nhập hàng loạt")),
    ),
    PageSpec(
        roster_page.IMPORTS_PAGE,
        imports_page.TITLE,
        None,
        "history",
        IMPORT_ROSTERS,
        imports_page.ImportsPage,
        help=f"{HELP}#hoan-tac",
        beneath=roster_page.PAGE,
    ),
)
