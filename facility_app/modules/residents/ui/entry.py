"""What this slice offers the window: its pages, its tabs on a person's page, and its chips in the header."""

from facility_app.kernel.labels import label
from facility_app.modules.residents.domain import VIEW_RESIDENTS
from facility_app.modules.residents.ui.people_list import LIST_PAGE, TITLE, PeoplePage
from facility_app.ui.shell.spec import PageSpec

PAGES: tuple[PageSpec, ...] = (
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
)
