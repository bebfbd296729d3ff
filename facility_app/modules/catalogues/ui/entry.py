"""What the slice of catalogues offers the window: its pages, in the part of the rail for running the facility."""

from facility_app.kernel.labels import label
from facility_app.modules.catalogues.domain import READ_FACILITY, READ_LISTS
from facility_app.modules.catalogues.ui import facility, lists, parameter_list, working_days
from facility_app.modules.catalogues.ui.facility import FacilityPage
from facility_app.modules.catalogues.ui.lists import ListsPage
from facility_app.modules.catalogues.ui.parameter_list import ParametersPage
from facility_app.modules.catalogues.ui.parameter_page import ParameterPage
from facility_app.modules.catalogues.ui.words import SECTION
from facility_app.modules.catalogues.ui.working_days import WorkingDaysPage
from facility_app.ui.shell.spec import PageSpec

PAGES: tuple[PageSpec, ...] = (
    PageSpec(
        facility.PAGE, facility.TITLE, SECTION, "building-community", READ_FACILITY, FacilityPage, 2,
        help="quan-tri#ho-so-co-so", also=(label("catalogues_ui", "tên cơ sở, đầu văn bản"),),
    ),
    PageSpec(
        parameter_list.LIST_PAGE, parameter_list.TITLE, SECTION, "scale", READ_LISTS, ParametersPage, 5,
        help="quan-tri#thong-so-phap-ly", also=(label("catalogues_ui", "thời hạn, mức tiền, con số của luật"),),
    ),
    PageSpec(
        parameter_list.ONE_PAGE, label("catalogues_ui", "Một thông số pháp lý"), None, "scale", READ_LISTS,
        ParameterPage, beneath=parameter_list.LIST_PAGE, help="quan-tri#thong-so-phap-ly",
    ),
    PageSpec(
        working_days.PAGE, working_days.TITLE, SECTION, "calendar-event", READ_LISTS, WorkingDaysPage, 6,
        help="quan-tri#ngay-nghi-lam-bu", also=(label("catalogues_ui", "nghỉ lễ, tết"),),
    ),
    PageSpec(
        lists.PAGE, lists.TITLE, SECTION, "book", READ_LISTS, ListsPage, 7, help="quan-tri#danh-muc",
        also=(label("catalogues_ui", "mã, tỉnh, xã, dân tộc"),),
    ),
)  # fmt: skip
