"""Internal sheets of the pharmacy: the list of what lies where, and an empty sheet to count by hand."""

from collections.abc import Sequence

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Footer, Grid, PlainPaper, Signatures, Text
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.pharmacy.domain import COUNT_STOCK, VIEW_STOCK
from facility_app.modules.pharmacy.domain.amounts import UNIT_LABELS
from facility_app.modules.pharmacy.domain.classes import CLASS_LABELS
from facility_app.modules.pharmacy.queries.shelf import list_balances
from facility_app.modules.pharmacy.queries.stock_list import StockLine
from facility_app.modules.staff.api import get_imprint

_NOBODY = "–"


def stock_sheet(uow: UnitOfWork, rows: Sequence[StockLine]) -> PlainPaper:
    """The list of the store as it stands on the screen."""
    require(uow, VIEW_STOCK)
    heads = (
        label("papers", "TT"),
        label("papers", "Thuốc"),
        label("papers", "Phân loại"),
        label("papers", "Nơi để"),
        label("papers", "Số lô"),
        label("papers", "Hạn dùng"),
        label("papers", "Còn"),
    )
    lines = tuple(
        (
            str(place),
            row.name,
            str(CLASS_LABELS[row.drug_class]),
            row.place or _NOBODY,
            row.lot_no,
            "" if row.expires_on is None else format_date(row.expires_on),
            row.measure.stock_text(row.left),
        )
        for place, row in enumerate(rows, 1)
    )
    grid = Grid(heads, lines, frozenset({0, 6}), (4, 28, 12, 20, 10, 11, 13))
    return _sheet(uow, label("papers", "DANH SÁCH TỒN KHO THUỐC"), (grid,))


def blind_sheet(uow: UnitOfWork, place_id: str) -> PlainPaper:
    """The lots of one place with two empty columns: what the book says stands nowhere on it."""
    require(uow, COUNT_STOCK)
    found = list_balances(uow, place_id)
    heads = (
        label("papers", "TT"),
        label("papers", "Thuốc"),
        label("papers", "Số lô, hạn dùng"),
        label("papers", "ĐVT"),
        label("papers", "Người đếm 1"),
        label("papers", "Người đếm 2"),
        label("papers", "Ghi chú"),
    )
    lines = tuple(
        (
            str(number),
            row.name,
            f"{row.lot_no}, {format_date(row.expires_on)}",
            str(UNIT_LABELS[row.measure.stock_unit]),
            "",
            "",
            "",
        )
        for number, row in enumerate(found, 1)
    )
    grid = Grid(heads, lines, frozenset({0}), (4, 30, 20, 8, 12, 12, 14))
    signed = Signatures((label("papers", "NGƯỜI ĐẾM 1"), label("papers", "NGƯỜI ĐẾM 2")))
    said = Text(label("papers", "Hai người đếm riêng, không xem số của nhau và không xem sổ."))
    below = found[0].place if found else ""
    return _sheet(uow, label("papers", "PHIẾU KIỂM ĐẾM THUỐC"), (said, grid, signed), below)


def _sheet(uow: UnitOfWork, title: Label, blocks: tuple[Block, ...], below: str = "") -> PlainPaper:
    imprint = get_imprint(uow)
    footer = Footer(imprint.printed_by, imprint.printed_at)
    return PlainPaper(title, blocks, footer, imprint.facility_name, below)
