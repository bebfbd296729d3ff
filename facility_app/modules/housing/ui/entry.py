"""What the slice of housing offers the window: the board, places, teams, the roll, a tab on a person's page."""

from functools import partial
from typing import Final

from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.rights import VIEW_BOARD, VIEW_HOUSE
from facility_app.modules.housing.ui import board_page, places, places_page, roll_page, roll_sheet, teams_page
from facility_app.modules.housing.ui.person_tab import SleepingPane
from facility_app.modules.housing.ui.press import Press
from facility_app.ui.shell.spec import PageSpec, PartSpec

WORK: Final = label("ui", "Công việc")
HOUSE: Final = label("ui", "Quản trị")
TAB_TITLE = label("housing", "Chỗ ở tại cơ sở")


def parts() -> tuple[PartSpec, ...]:
    """The tab on a person's page."""
    return (PartSpec(places.TAB, TAB_TITLE, VIEW_BOARD, SleepingPane, 30, help="phan-khu#cho-o-cua-mot-nguoi"),)


def pages(press: Press) -> tuple[PageSpec, ...]:
    """The pages of this slice."""
    return (
        PageSpec(
            places.BOARD,
            board_page.TITLE,
            WORK,
            "bed",
            VIEW_BOARD,
            partial(board_page.BoardPage, press),
            order=40,
            help="phan-khu#so-do-giuong",
            also=(label("housing", "giường"), label("housing", "phòng"), label("housing", "chỗ ở")),
        ),
        PageSpec(
            places.ROLL,
            roll_page.TITLE,
            WORK,
            "list-check",
            VIEW_BOARD,
            partial(roll_page.RollsPage, press),
            order=42,
            help="phan-khu#diem-danh",
            also=(label("housing", "quân số"), label("housing", "bàn giao ca")),
        ),
        PageSpec(
            places.SHEET,
            roll_sheet.TITLE,
            None,
            "list-check",
            VIEW_BOARD,
            partial(roll_sheet.RollSheetPage, press),
            help="phan-khu#diem-danh",
            beneath=places.ROLL,
        ),
        PageSpec(
            places.PLACES,
            places_page.TITLE,
            HOUSE,
            "building",
            VIEW_HOUSE,
            partial(places_page.PlacesPage, press),
            order=8,
            help="phan-khu#khu-phong-giuong",
            also=(label("housing", "sức chứa"), label("housing", "quy ước chỗ ở")),
        ),
        PageSpec(
            places.TEAMS,
            teams_page.TITLE,
            None,
            "users-group",
            VIEW_HOUSE,
            teams_page.TeamsPage,
            help="phan-khu#to-quan-ly",
            beneath=places.BOARD,
            also=(label("housing", "cán bộ phụ trách"),),
        ),
    )
