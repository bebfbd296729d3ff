"""What the slice of labour offers the window: teams, sheets, who may work, tools, a person's tab."""

from functools import partial
from typing import Final

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.labour.domain.rights import VIEW_LABOUR, VIEW_RESULTS
from facility_app.modules.labour.ui import months_page, places, teams_page, work_types_page
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import PageSpec, PartSpec

LEARNING: Final = label("ui", "Học tập, lao động")
OFFICERS: Final = frozenset({Role.LABOUR, Role.TEAM_OFFICER})
MONEY: Final = frozenset({Role.LABOUR, Role.TREASURER})


def parts() -> tuple[PartSpec, ...]:
    """The tab on a person's page."""
    return ()


def pages(press: PlainPress) -> tuple[PageSpec, ...]:
    """The pages of this slice."""
    return (
        PageSpec(
            places.TEAMS, teams_page.TITLE, LEARNING, "tools", VIEW_LABOUR, teams_page.TeamsPage, order=51,
            help="lao-dong#to-lao-dong", also=(label("labour", "lao động trị liệu"),), daily=OFFICERS,
        ),
        PageSpec(
            places.WORK_TYPES, work_types_page.TITLE, None, "hammer", VIEW_LABOUR, work_types_page.WorkTypesPage,
            help="lao-dong#cong-viec", beneath=places.TEAMS,
        ),
        PageSpec(
            places.MONTHS, months_page.TITLE, LEARNING, "report", VIEW_RESULTS,
            partial(months_page.MonthsPage, press), order=53, help="lao-dong#so-ket-qua-thang",
            also=(label("labour", "kết quả lao động"), label("labour", "chia 30/20/20/30")), daily=MONEY,
        ),
    )  # fmt: skip
