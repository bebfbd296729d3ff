"""What this slice offers the window: its pages, its tabs on a person's page, and its chips in the header."""

from typing import Final

from facility_app.kernel.labels import label
from facility_app.modules.residents.domain import READ_FILE, READ_SUBSTANCES, REGISTER_RESIDENTS, VIEW_RESIDENTS
from facility_app.modules.residents.ui.add_person import AddPersonPage
from facility_app.modules.residents.ui.life_books import REHABS, RELATIVES, SUBSTANCES
from facility_app.modules.residents.ui.overview import OverviewPane
from facility_app.modules.residents.ui.pane import books_maker
from facility_app.modules.residents.ui.people_list import ADD, ADD_PAGE, LIST_PAGE, PERSON_PAGE, TITLE, PeoplePage
from facility_app.modules.residents.ui.person_page import ALERT_CHIPS, APART_CHIPS, PersonPages
from facility_app.ui.shell.spec import ChipSource, PageSpec, PartSpec, StripSpec

RESIDENT: Final = "resident"

PARTS: Final[dict[str, tuple[PartSpec, ...]]] = {
    RESIDENT: (
        PartSpec("residents.overview", label("residents", "Tổng quan"), VIEW_RESIDENTS, OverviewPane, 10),
        PartSpec("residents.family", label("residents", "Gia đình"), READ_FILE, books_maker(RELATIVES), 20),
        PartSpec(
            "residents.past",
            label("residents", "Ma túy & lần cai trước"),
            READ_SUBSTANCES,
            books_maker(SUBSTANCES, REHABS),
            40,
        ),
    )
}
CHIPS: Final[dict[str, tuple[ChipSource, ...]]] = {RESIDENT: (ALERT_CHIPS, APART_CHIPS)}


def pages(
    parts: tuple[PartSpec, ...] = PARTS[RESIDENT],
    chips: tuple[ChipSource, ...] = CHIPS[RESIDENT],
    strips: tuple[StripSpec, ...] = (),
) -> tuple[PageSpec, ...]:
    """The pages; the person's is made of the parts, chips and strips of all slices."""
    return (
        PageSpec(
            LIST_PAGE,
            TITLE,
            label("ui", "Công việc"),
            "users",
            VIEW_RESIDENTS,
            PeoplePage,
            order=20,
            also=(label("residents", "học viên"), label("residents", "danh sách người")),
        ),
        PageSpec(
            PERSON_PAGE,
            label("residents", "Hồ sơ người cai nghiện"),
            None,
            "user",
            VIEW_RESIDENTS,
            PersonPages(parts, chips, strips).make,
            beneath=LIST_PAGE,
        ),
        PageSpec(ADD_PAGE, ADD, None, "user-plus", REGISTER_RESIDENTS, AddPersonPage, beneath=LIST_PAGE),
    )
