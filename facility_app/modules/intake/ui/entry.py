"""What this slice offers the window: who is being taken in, the ways in, one case, a tab on a person."""

from functools import partial
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.modules.intake.domain.rights import IMPORT_ROSTERS, RECEIVE, VIEW_CASES
from facility_app.modules.intake.ui import cases_list, fast_page, imports_page, many_page, places, roster_page
from facility_app.modules.intake.ui.case_page import CasePage
from facility_app.modules.intake.ui.person_tab import PART, ResidentIntake
from facility_app.modules.intake.ui.press import Press
from facility_app.ui.shell.spec import PageSpec, PartSpec

HELP: Final = "nhap-danh-sach"
GUIDE: Final = "tiep-nhan"


def parts(press: Press) -> tuple[PartSpec, ...]:
    """The tab of intake on a person's page."""
    made: Any = partial(ResidentIntake, press)
    return (PartSpec(PART, places.TITLE, VIEW_CASES, made, 65, help=f"{GUIDE}#ho-so-tiep-nhan"),)


def pages(press: Press) -> tuple[PageSpec, ...]:
    """The pages of this slice."""
    return (
        PageSpec(
            places.LIST,
            places.TITLE,
            label("ui", "Công việc"),
            "user-plus",
            VIEW_CASES,
            cases_list.CasesPage,
            order=26,
            help=f"{GUIDE}#dang-tiep-nhan",
            also=(
                label("intake", "biên bản giao nhận"),
                label("intake", "người mới vào"),
                label("intake", "V-42"),
                label("intake", "V-31"),
            ),
        ),
        PageSpec(
            places.CASE,
            label("intake", "Hồ sơ tiếp nhận"),
            None,
            "user-plus",
            VIEW_CASES,
            partial(CasePage, press),
            help=f"{GUIDE}#ho-so-tiep-nhan",
            beneath=places.LIST,
        ),
        PageSpec(
            places.FAST,
            places.FAST_TITLE,
            None,
            "user-plus",
            RECEIVE,
            fast_page.FastPage,
            help=f"{GUIDE}#tiep-nhan-nhanh",
            beneath=places.LIST,
        ),
        PageSpec(
            places.MANY,
            places.MANY_TITLE,
            None,
            "users",
            RECEIVE,
            many_page.ManyPage,
            help=f"{GUIDE}#tiep-nhan-nhieu-nguoi",
            beneath=places.LIST,
        ),
        *ROSTERS,
    )


ROSTERS: Final[tuple[PageSpec, ...]] = (
    PageSpec(
        roster_page.PAGE,
        roster_page.TITLE,
        label("ui", "Công việc"),
        "upload",
        IMPORT_ROSTERS,
        roster_page.RosterPage,
        order=27,
        help=f"{HELP}#chon-tep",
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
