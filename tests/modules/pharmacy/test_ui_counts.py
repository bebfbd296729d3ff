"""The screens of counts and cabinets: blind until both have counted, settled once."""

from decimal import Decimal

from pytestqt.qtbot import QtBot

from facility_app.modules.pharmacy.queries.counts import list_counts
from facility_app.modules.pharmacy.ui import places
from facility_app.modules.pharmacy.ui.count_page import CountPage
from facility_app.modules.pharmacy.ui.counts_page import CountsPage
from facility_app.modules.pharmacy.ui.places_page import PlacesPage
from facility_app.ui.dialogs import CountersignDialog
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Theme
from tests.modules.pharmacy.screens import Desk, cells, fill, is_asked, rows, sign, write
from tests.modules.pharmacy.store import NURSE, Pharmacy


def test_a_count_is_blind_until_both_have_counted_and_a_difference_is_settled_once(
    desk: Desk, pharmacy: Pharmacy
) -> None:
    page = desk.open(CountPage, places.COUNT, pharmacy["safe"])
    shown = " ".join(word for row in page.sheet.model.rows() for word in row.heads)
    assert "700" not in shown, "what the book says stands nowhere"
    write(page, 0, Decimal(60))
    write(page, 1, Decimal(698))
    page.sheet.submit()
    assert pharmacy.read(list_counts) == ()
    for row, (first, second) in enumerate(((60, 60), (698, 699))):
        write(page, row, Decimal(first), Decimal(second))
    page.sheet.submit()
    assert pharmacy.read(list_counts) == ()
    write(page, 1, None, Decimal(698))
    page.sheet.submit()
    sign(page)
    assert desk.said() == "Đã ghi kiểm kê: 1 lô lệch với sổ, cần giải trình."
    assert desk.gone().page == places.COUNTS
    board = desk.open(CountsPage, places.COUNTS, desk.gone().record)
    assert rows(board)[0]["state"] == "Lệch 1, chờ giải trình"
    assert cells(board.lines)[0]["difference"] == "−2 ml"
    board.settle()
    fill(board, story="Đếm lại hai lần, đổ vỡ không ghi")
    sign(board)
    assert desk.said() == "Đã điều chỉnh sổ theo kiểm kê."
    assert rows(board)[0]["state"] == "Lệch 1, đã điều chỉnh"
    assert board._why_not_settle() == "Chênh lệch này đã được điều chỉnh."


def test_a_cabinet_is_taken_over_with_the_count_of_the_hand_over(
    pharmacy: Pharmacy, dressed: Theme, qtbot: QtBot
) -> None:
    desk = Desk(pharmacy, dressed, qtbot, NURSE)
    board = desk.open(PlacesPage, places.PLACES)
    (cabinet,) = [row for row in rows(board) if row["code"] == "T1"]
    assert cabinet["holder"] == "–"
    board.panel.table.select_ids((pharmacy["cabinet"],))
    assert [row["to"] for row in cells(board.shifts)] == ["đang giữ"]
    board.take_over()
    page = desk.open(CountPage, places.COUNT, desk.gone().record, **desk.gone().args)
    for row in page.sheet.model.rows():
        place = [one.id for one in page.sheet.model.rows()].index(row.id)
        count = Decimal({"D01": 40, "L01": 30, "M01": 300}[row.heads[1]])
        write(page, place, count, count)
    page.sheet.submit()
    sign(page)
    fill(page, reason="")
    if is_asked(page, CountersignDialog):
        sign(page)
    assert desk.said() == "Đã nhận tủ Tủ trực khu A."
    assert desk.gone() == Route(places.PLACES, pharmacy["cabinet"])
