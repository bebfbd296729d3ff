"""The screens of papers: requisitions from hand to hand, what is owed and sent."""

from datetime import timedelta
from decimal import Decimal

from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.modules.pharmacy.domain.workflows import Asked
from facility_app.modules.pharmacy.queries.papers import list_requisitions
from facility_app.modules.pharmacy.ui import places
from facility_app.modules.pharmacy.ui.ask_page import AskPage
from facility_app.modules.pharmacy.ui.printed import PaperPreview
from facility_app.modules.pharmacy.ui.reports_page import ReportsPage
from facility_app.modules.pharmacy.ui.requests_page import RequestsPage
from facility_app.modules.pharmacy.ui.slips_page import SlipsPage
from facility_app.modules.pharmacy.ui.stock_page import StockPage
from facility_app.ui.actions import why_not
from facility_app.ui.printing import BatchDialog
from facility_app.ui.theme import Theme
from tests.modules.pharmacy.screens import Desk, cells, dialog, fill, rows, write
from tests.modules.pharmacy.store import PHARMACIST, Pharmacy


def test_a_requisition_goes_from_hand_to_hand(pharmacy: Pharmacy, dressed: Theme, qtbot: QtBot) -> None:
    doctor = Desk(pharmacy, dressed, qtbot, (Role.DOCTOR,))
    page = doctor.open(AskPage, places.ASK)
    for name, value in (("department", "Khoa điều trị"), ("from_place_id", pharmacy["safe"])):
        page.form.fields[name].set_value(value)
    page.form.fields["to_place_id"].set_value(pharmacy["cabinet"])
    write(page, 0, "diaz", Decimal(20))
    page.sheet.submit()
    assert doctor.gone().page == places.REQUESTS
    same = Desk(pharmacy, dressed, qtbot, PHARMACIST).open(RequestsPage, places.REQUESTS)
    same.approve()
    assert pharmacy.read(list_requisitions)[0].status is Asked.ASKED, "who asked does not approve"
    board = doctor.open(RequestsPage, places.REQUESTS)
    assert why_not(board.main_actions()[1], doctor.screen.actor) is not None
    assert cells(board.lines)[0]["asked"] == "20 viên"
    head = Desk(pharmacy, dressed, qtbot, (Role.HEAD, Role.PHARMACIST))
    board = head.open(RequestsPage, places.REQUESTS)
    board.refuse()
    fill(board, reason="ghi nhầm thuốc")
    assert head.said() == "Đã rút phiếu lĩnh."
    assert rows(board)[0]["status"] == "Không duyệt, đã rút"


def test_what_is_owed_stands_in_red_by_itself_and_goes_when_it_was_sent(
    pharmacy: Pharmacy, dressed: Theme, qtbot: QtBot
) -> None:
    desk = Desk(pharmacy, dressed, qtbot, (Role.HEAD, Role.PHARMACIST))
    store = desk.open(StockPage, places.STOCK)
    (line,) = [one for one in store.panel.model.ids if one.startswith(pharmacy["safe"]) and pharmacy["M01"] in one]
    store.panel.table.select_ids((line,))
    store.report_loss()
    fill(store, quantity=Decimal(2), cause="không thấy")
    pharmacy.facility.file.clock.at += timedelta(hours=49)
    page = desk.open(ReportsPage, places.REPORTS)
    late = {row["kind"]: row for row in rows(page) if row["urgency"] == "Quá hạn"}
    assert "Báo cáo thất thoát" in late
    assert cells(page.losses)[0]["state"] == "Chưa gửi"
    (loss,) = [one for one in page.panel.model.ids if one.startswith("loss ")]
    page.panel.table.select_ids((loss,))
    page.print_one()
    dialog(page, PaperPreview).close()
    page.sent()
    fill(page, number="04/BC", measure="đã nhắc nhở, đổi khóa tủ")
    assert cells(page.losses)[0]["state"] == "Đã gửi 04/BC"
    assert not [one for one in page.panel.model.ids if one.startswith("loss ")]
    page.strip.activated.emit("late")
    assert {row["urgency"] for row in rows(page)} == {"Quá hạn"}
    page.strip.activated.emit("late")
    page.print_all()
    batch = dialog(page, BatchDialog)
    batch.print_now()
    assert len(desk.printer.orders) == len(batch.model.items) > 0
    batch.reject()
    assert why_not(page.main_actions()[3], desk.screen.actor) == "Không có phiếu, trang sổ, biên bản nào chờ in."
    slips = desk.open(SlipsPage, places.SLIPS)
    assert {row["number"][-1] for row in rows(slips)} == {"N", "X"}
