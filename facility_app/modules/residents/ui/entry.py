"""What this slice offers the window: its pages, its tabs on a person's page, and its chips in the header."""

from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.modules.residents.domain import (
    READ_FILE,
    READ_HISTORY,
    READ_LOOKS,
    READ_SUBSTANCES,
    REGISTER_RESIDENTS,
    VIEW_RESIDENTS,
)
from facility_app.modules.residents.queries.entries import list_alerts, list_relatives
from facility_app.modules.residents.queries.files import list_attachments
from facility_app.modules.residents.ui.add_person import AddPersonPage
from facility_app.modules.residents.ui.body_tab import BodyPane
from facility_app.modules.residents.ui.changes_tab import changes_pane
from facility_app.modules.residents.ui.files_tab import files_pane
from facility_app.modules.residents.ui.life_books import REHABS, RELATIVES, SUBSTANCES
from facility_app.modules.residents.ui.looks_tab import looks_pane
from facility_app.modules.residents.ui.overview import OverviewPane
from facility_app.modules.residents.ui.pane import books_maker
from facility_app.modules.residents.ui.people_list import ADD, ADD_PAGE, LIST_PAGE, PERSON_PAGE, TITLE, PeoplePage
from facility_app.modules.residents.ui.person_page import ALERT_CHIPS, APART_CHIPS, PersonPages
from facility_app.modules.residents.ui.safety_tab import SafetyPane
from facility_app.ui.shell.spec import ChipSource, PageSpec, PartSpec, StripSpec

RESIDENT: Final = "resident"


def count_relatives(uow: Any, resident_id: str) -> int:
    """For the tab of the family."""
    return len(list_relatives(uow, resident_id))


def count_alerts(uow: Any, resident_id: str) -> int:
    """For the tab of alerts: those that hold."""
    return len(list_alerts(uow, resident_id))


def count_files(uow: Any, resident_id: str) -> int:
    """For the tab of scanned papers."""
    return len(list_attachments(uow, resident_id))


PARTS: Final[dict[str, tuple[PartSpec, ...]]] = {
    RESIDENT: (
        PartSpec(
            "residents.overview",
            label("residents", "Tổng quan"),
            VIEW_RESIDENTS,
            OverviewPane,
            10,
            help="ho-so#nhan-than",
        ),
        PartSpec(
            "residents.family",
            label("residents", "Gia đình"),
            READ_FILE,
            books_maker(RELATIVES),
            20,
            count=count_relatives,
            tables=frozenset({"relative"}),
            help="ho-so#gia-dinh",
        ),
        PartSpec(
            "residents.past",
            label("residents", "Ma túy & lần cai trước"),
            READ_SUBSTANCES,
            books_maker(SUBSTANCES, REHABS),
            40,
            help="ho-so#ma-tuy-va-lan-cai-truoc",
        ),
        PartSpec(
            "residents.body",
            label("residents", "Ảnh & nhận dạng"),
            VIEW_RESIDENTS,
            BodyPane,
            50,
            help="ho-so#anh-va-nhan-dang",
        ),
        PartSpec(
            "residents.safety",
            label("residents", "Cảnh báo & tách riêng"),
            VIEW_RESIDENTS,
            SafetyPane,
            60,
            count=count_alerts,
            tables=frozenset({"resident_alert"}),
            help="ho-so#canh-bao",
        ),
        PartSpec(
            "residents.files",
            label("residents", "Giấy tờ quét"),
            VIEW_RESIDENTS,
            files_pane,
            80,
            count=count_files,
            tables=frozenset({"attachment"}),
            help="ho-so#giay-to-quet",
        ),
        PartSpec(
            "residents.changes",
            label("residents", "Lịch sử"),
            READ_HISTORY,
            changes_pane,
            90,
            help="ho-so#lich-su",
        ),
        PartSpec(
            "residents.looks", label("residents", "Ai đã xem"), READ_LOOKS, looks_pane, 95, help="ho-so#ai-da-xem"
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
            help="ho-so#danh-sach",
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
            help="ho-so#mot-ho-so",
        ),
        PageSpec(
            ADD_PAGE,
            ADD,
            None,
            "user-plus",
            REGISTER_RESIDENTS,
            AddPersonPage,
            help="ho-so#them-nguoi",
            beneath=LIST_PAGE,
        ),
    )
