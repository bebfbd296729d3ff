"""What this slice offers the window: the runway, tomorrow's list, one release, and its tab on a person's page."""

from functools import partial
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.modules.discharge.domain import VIEW_RELEASES
from facility_app.modules.discharge.domain.gate import CASE_PAGE
from facility_app.modules.discharge.queries.board import count_overheld
from facility_app.modules.discharge.queries.runway import PAGE
from facility_app.modules.discharge.ui.case_page import PART, CasePage, ResidentRelease
from facility_app.modules.discharge.ui.press import Press
from facility_app.modules.discharge.ui.runway import TOMORROW_PAGE, RunwayPage
from facility_app.modules.discharge.ui.runway_list import TITLE
from facility_app.modules.discharge.ui.tomorrow import TITLE as TOMORROW
from facility_app.modules.discharge.ui.tomorrow import TomorrowPage
from facility_app.ui.shell.spec import PageSpec, PartSpec

RESIDENT: Final = "resident"
WORK = label("ui", "Công việc")


def overheld(uow: Any) -> int:
    """For the rail: who is still here after the day of leaving."""
    return count_overheld(uow)


def parts(press: Press) -> tuple[PartSpec, ...]:
    """The tab of release on a person's page."""
    made = partial(ResidentRelease, press)
    return (PartSpec(PART, label("discharge", "Ra cơ sở"), VIEW_RELEASES, made, 70, help="ra-co-so#cac-buoc"),)


def pages(press: Press) -> tuple[PageSpec, ...]:
    """The pages of this slice."""
    return (
        PageSpec(
            PAGE,
            TITLE,
            WORK,
            "door-exit",
            VIEW_RELEASES,
            partial(RunwayPage, press),
            order=60,
            help="ra-co-so#lich-chuan-bi",
            also=(
                label("discharge", "sắp hết hạn"),
                label("discharge", "tái hòa nhập"),
                label("discharge", "bộ hồ sơ bàn giao"),
            ),
            count=overheld,
            tables=frozenset({"stay"}),
        ),
        PageSpec(
            TOMORROW_PAGE,
            TOMORROW,
            None,
            "calendar-event",
            VIEW_RELEASES,
            partial(TomorrowPage, press),
            help="ra-co-so#danh-sach-ngay-mai",
            beneath=PAGE,
            also=(label("discharge", "danh sách 20 giờ"),),
        ),
        PageSpec(
            CASE_PAGE,
            label("discharge", "Hồ sơ ra cơ sở"),
            None,
            "door-exit",
            VIEW_RELEASES,
            partial(CasePage, press),
            help="ra-co-so#cac-buoc",
            beneath=PAGE,
        ),
    )
