"""What this slice offers the window: the list, the sheets, the months, and its tab on a person's page."""

from functools import partial
from typing import Final

from facility_app.kernel.labels import label
from facility_app.modules.deposits.domain import HAND_OUT, ISSUE_SUPPLIES, TAKE_IN, VIEW_DEPOSITS
from facility_app.modules.deposits.ui import account_list, months_page, places, supply_page, things_pages
from facility_app.modules.deposits.ui.person_tab import CustodyPane
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import PageSpec, PartSpec

RESIDENT: Final = "resident"
WORK = label("ui", "Công việc")
TAB_TITLE = label("deposits", "Lưu ký & thăm gặp")


def parts(press: PlainPress) -> tuple[PartSpec, ...]:
    """The tab of custody on a person's page."""
    made = partial(CustodyPane, press)
    return (PartSpec(places.TAB, TAB_TITLE, VIEW_DEPOSITS, made, 60, help="luu-ky#so-cua-mot-nguoi"),)


def pages(press: PlainPress) -> tuple[PageSpec, ...]:
    """The pages of this slice."""
    return (
        PageSpec(
            places.LIST,
            account_list.TITLE,
            WORK,
            "wallet",
            VIEW_DEPOSITS,
            partial(account_list.AccountsPage, press),
            order=56,
            help="luu-ky#danh-sach",
            also=(
                label("deposits", "tiền gửi"),
                label("deposits", "đồ vật gửi"),
                label("deposits", "niêm phong"),
                label("deposits", "cấp phát"),
            ),
        ),
        PageSpec(
            places.TAKE_IN,
            things_pages.TAKE_IN_TITLE,
            None,
            "package",
            TAKE_IN,
            partial(things_pages.TakeInPage, press),
            help="luu-ky#do-vat",
            beneath=places.LIST,
        ),
        PageSpec(
            places.HAND_OUT,
            things_pages.HAND_OUT_TITLE,
            None,
            "package",
            HAND_OUT,
            partial(things_pages.HandOutPage, press),
            help="luu-ky#do-vat",
            beneath=places.LIST,
        ),
        PageSpec(
            places.SUPPLIES,
            supply_page.TITLE,
            None,
            "backpack",
            ISSUE_SUPPLIES,
            partial(supply_page.SupplyPage, press),
            help="luu-ky#cap-phat",
            beneath=places.LIST,
            also=(label("deposits", "quần áo, chăn màn"),),
        ),
        PageSpec(
            places.MONTHS,
            months_page.TITLE,
            None,
            "lock",
            VIEW_DEPOSITS,
            partial(months_page.MonthsPage, press),
            help="luu-ky#khoa-so",
            beneath=places.LIST,
        ),
    )
