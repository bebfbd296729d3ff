"""What this slice offers the window: the store and its papers, for whoever looks at stock at all."""

from functools import partial
from typing import Final

from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain import ASK_MEDICINES, COUNT_STOCK, KEEP_STORE, READ_TAKEN, VIEW_STOCK
from facility_app.modules.pharmacy.domain.rights import HEALTH
from facility_app.modules.pharmacy.ui import (
    ask_page,
    book_page,
    catalogue_page,
    count_page,
    counts_page,
    destroy_page,
    move_page,
    places,
    places_page,
    receive_page,
    reports_page,
    requests_page,
    slips_page,
    stock_page,
    traces_page,
)
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.ui.shell.spec import PageSpec

SECTION: Final = label("ui", "Thuốc")


def pages(press: Press) -> tuple[PageSpec, ...]:
    """The pages of this slice."""
    return (*_rail(press), *_store(press), *_slips(press))


def _rail(press: Press) -> tuple[PageSpec, ...]:
    """What stands in the rail."""
    return (
        PageSpec(
            places.STOCK, stock_page.TITLE, SECTION, "package", VIEW_STOCK, partial(stock_page.StockPage, press),
            order=10, help="kho-thuoc#kho-thuoc", daily=HEALTH,
            also=(label("pharmacy", "tồn kho"), label("pharmacy", "hạn dùng"), label("pharmacy", "sắp hết thuốc")),
        ),
        PageSpec(
            places.BOOK, book_page.TITLE, SECTION, "book", VIEW_STOCK, partial(book_page.BookPage, press),
            order=20, help="kho-thuoc#so-thuoc-kiem-soat",
            also=(label("pharmacy", "sổ gây nghiện, hướng thần"), label("pharmacy", "PL VIII")),
        ),
        PageSpec(
            places.REQUESTS, requests_page.TITLE, SECTION, "clipboard-list", VIEW_STOCK,
            partial(requests_page.RequestsPage, press), order=30, help="kho-thuoc#phieu-linh",
            also=(label("pharmacy", "PL XII"),),
        ),
        PageSpec(
            places.COUNTS, counts_page.TITLE, SECTION, "list-check", VIEW_STOCK,
            partial(counts_page.CountsPage, press), order=40, help="kho-thuoc#kiem-ke",
            also=(label("pharmacy", "kiểm đếm"), label("pharmacy", "chênh lệch")),
        ),
        PageSpec(
            places.PLACES, places_page.TITLE, SECTION, "key", VIEW_STOCK, partial(places_page.PlacesPage, press),
            order=50, help="kho-thuoc#tu-truc",
            also=(label("pharmacy", "giao ca"), label("pharmacy", "bàn giao tủ thuốc")),
        ),
        PageSpec(
            places.REPORTS, reports_page.TITLE, SECTION, "report", VIEW_STOCK,
            partial(reports_page.ReportsPage, press), order=60, help="kho-thuoc#bao-cao-duoc",
            also=(label("pharmacy", "PL IX, PL XI"), label("pharmacy", "thất thoát thuốc")),
        ),
        PageSpec(
            places.TRACES, traces_page.TITLE, SECTION, "search", READ_TAKEN, traces_page.TracesPage,
            order=70, help="kho-thuoc#truy-lo-thuoc", also=(label("pharmacy", "thu hồi lô"),),
        ),
        PageSpec(
            places.CATALOGUE, catalogue_page.TITLE, SECTION, "pill", VIEW_STOCK,
            partial(catalogue_page.CataloguePage, press), order=80, help="kho-thuoc#danh-muc-thuoc",
            also=(label("pharmacy", "phân loại thuốc"),),
        ),
    )  # fmt: skip


def _store(press: Press) -> tuple[PageSpec, ...]:
    """What is taken in, moved, taken back and destroyed, beneath the store."""
    return (
        PageSpec(
            places.RECEIVE, receive_page.RECEIVE_TITLE, None, "plus", KEEP_STORE,
            partial(receive_page.ReceivePage, press), beneath=places.STOCK, help="kho-thuoc#nhap-chuyen-tra-huy",
        ),
        PageSpec(
            places.MOVE, move_page.MOVE_TITLE, None, "truck", KEEP_STORE, partial(move_page.MovePage, press),
            beneath=places.STOCK, help="kho-thuoc#nhap-chuyen-tra-huy",
        ),
        PageSpec(
            places.TAKE_BACK, receive_page.BACK_TITLE, None, "inbox", KEEP_STORE,
            partial(receive_page.TakeBackPage, press), beneath=places.STOCK, help="kho-thuoc#nhap-chuyen-tra-huy",
        ),
        PageSpec(
            places.DESTRUCTIONS, destroy_page.TITLE, None, "trash", VIEW_STOCK,
            partial(destroy_page.DestructionsPage, press), beneath=places.STOCK,
            help="kho-thuoc#nhap-chuyen-tra-huy",
        ),
        PageSpec(
            places.ASK_DESTRUCTION, move_page.DESTROY_TITLE, None, "trash", KEEP_STORE,
            partial(move_page.AskDestructionPage, press), beneath=places.STOCK,
            help="kho-thuoc#nhap-chuyen-tra-huy",
        ),
    )  # fmt: skip


def _slips(press: Press) -> tuple[PageSpec, ...]:
    """A count, and what is asked of the store."""
    return (
        PageSpec(
            places.COUNT, count_page.TITLE, None, "list-check", COUNT_STOCK, partial(count_page.CountPage, press),
            beneath=places.COUNTS, help="kho-thuoc#kiem-ke",
        ),
        PageSpec(
            places.ASK, ask_page.TITLE, None, "clipboard-list", ASK_MEDICINES, partial(ask_page.AskPage, press),
            beneath=places.REQUESTS, help="kho-thuoc#phieu-linh",
        ),
        PageSpec(
            places.SLIPS, slips_page.TITLE, None, "files", VIEW_STOCK, partial(slips_page.SlipsPage, press),
            beneath=places.STOCK, help="kho-thuoc#phieu-linh", also=(label("pharmacy", "PL XV"),),
        ),
    )  # fmt: skip
