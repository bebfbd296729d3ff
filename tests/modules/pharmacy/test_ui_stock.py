"""The screens of the store: deliveries, what goes first, what is carried, destroyed, given back."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from facility_app.kernel.actor import Role
from facility_app.modules.pharmacy.queries.papers import list_destructions
from facility_app.modules.pharmacy.ui import places
from facility_app.modules.pharmacy.ui.destroy_page import DestructionsPage
from facility_app.modules.pharmacy.ui.move_page import AskDestructionPage, MovePage
from facility_app.modules.pharmacy.ui.receive_page import ReceivePage, TakeBackPage
from facility_app.modules.pharmacy.ui.stock_page import StockPage
from facility_app.ui.actions import why_not
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.dialogs.question import Question
from facility_app.ui.shell.spec import Route
from facility_app.ui.widgets.states import State
from tests.modules.pharmacy.screens import Desk, dialog, fill, rows, sign, write
from tests.modules.pharmacy.store import LATER, TODAY, Pharmacy


def test_a_delivery_is_written_line_by_line_asked_about_and_signed_by_two(desk: Desk, pharmacy: Pharmacy) -> None:
    page = desk.open(ReceivePage, places.RECEIVE)
    page.form.fields["place_id"].set_value(pharmacy["safe"])
    page.form.fields["counterpart"].set_value("Công ty Dược")
    write(page, 0, "khong co thuoc nay")
    assert "không có trong danh mục" in page.sheet.model.troubles()[0].words.shown()
    write(page, 0, "metha", "M09", "30/06/2028")
    page.sheet.submit()
    write(page, 0, None, None, None, Decimal(90_000))
    page.sheet.submit()
    sign(page)
    dialog(page, Question).button("sure").click()
    assert desk.said() == "Đã nhập 1 lô, phiếu 005/2026/N."
    assert pharmacy.left()["Tủ khóa kho chính", "M09"] == "90.000 ml"
    assert page.sheet.draft() == {}


def test_where_no_medicine_is_known_yet_a_delivery_leads_to_the_catalogue(desk: Desk) -> None:
    page = desk.open(ReceivePage, places.RECEIVE)
    assert page.way_on() == "Mở danh mục thuốc"
    page.states.action_requested.emit()
    assert desk.gone() == Route(places.CATALOGUE)


def test_the_store_tells_what_goes_first_what_expires_and_what_runs_out(desk: Desk, pharmacy: Pharmacy) -> None:
    pharmacy.receive("methadone", "M02", 50, TODAY + timedelta(days=20))
    page = desk.open(StockPage, places.STOCK)
    safe = {row["lot"]: row for row in rows(page) if row["place"] == "Tủ khóa kho chính"}
    assert (safe["M02"]["turn"], safe["M01"]["turn"]) == ("dùng trước", "sau lô 1")
    assert safe["M02"]["state"] == "Hết hạn trong 30 ngày"
    page.strip.activated.emit("soon")
    assert [row["lot"] for row in rows(page)] == ["M02"]
    page.strip.activated.emit("soon")
    page.strip.activated.emit("booked")
    assert {row["lot"] for row in rows(page)} == {"M01", "M02", "D01"}
    ((line,),) = [[one for one in page.panel.model.ids if pharmacy["M02"] in one]]
    page.panel.show_look(replace(page.panel.model.look, filters={}))
    page.panel.table.select_ids((line,))
    page.write_off()
    assert fill(page, quantity=Decimal(60), reason="vỡ chai").isVisible()
    sign(page)
    told = " ".join(one.shown() for one in dialog(page, FormDialog).form.troubles().values())
    assert told == "Không đủ thuốc ở nơi này"
    fill(page, quantity=Decimal(1))
    assert desk.said() == "Đã ghi vỡ, hỏng."
    page.report_loss()
    fill(page, quantity=Decimal(2), cause="không thấy khi kiểm kê")
    assert desk.said() == "Đã ghi thất thoát, nhầm lẫn."
    page.set_apart()
    assert (desk.gone().page, desk.gone().args) == (places.MOVE, {places.TO_ARG: "QUARANTINE"})
    page.panel.row_activated.emit(line)
    assert desk.gone() == Route(places.BOOK, pharmacy["safe"], {places.MEDICINE_ARG: pharmacy["methadone"]})


def test_lots_are_carried_from_one_place_to_another_and_destroyed_before_a_council(
    desk: Desk, pharmacy: Pharmacy
) -> None:
    nowhere = desk.open(MovePage, places.MOVE)
    assert nowhere.states.state() is State.EMPTY
    page = desk.open(MovePage, places.MOVE, pharmacy["safe"], to="QUARANTINE")
    assert [row.heads[1] for row in page.sheet.model.rows()] == ["D01", "M01"]
    assert page.form.fields["to_place_id"].value() == pharmacy["quarantine"]
    write(page, 1, Decimal(5))
    page.sheet.submit()
    sign(page)
    assert desk.said() == "Đã chuyển 1 lô, phiếu 004/2026/X."
    asked = desk.open(AskDestructionPage, places.ASK_DESTRUCTION)
    write(asked, 0, Decimal(5))
    asked.form.fields["reason"].set_value("hết hạn")
    asked.form.fields["method"].set_value("pha loãng")
    asked.sheet.submit()
    assert desk.gone().page == places.DESTRUCTIONS
    board = desk.open(DestructionsPage, places.DESTRUCTIONS)
    assert why_not(board.main_actions()[1], desk.screen.actor) is not None, "the head allows it"
    head = Desk(pharmacy, desk.theme, desk.qtbot, (Role.HEAD, Role.PHARMACIST))
    board = head.open(DestructionsPage, places.DESTRUCTIONS)
    board.allow()
    fill(board, permit="77/SYT")
    board.carry_out()
    fill(board, minutes_number="03/BB", council="An – trưởng khoa\nBình – kế toán", authority="Lê Chi")
    dialog(board, Question).close()
    fill(board, council="An – trưởng khoa\nBình – kế toán\nChi – điều dưỡng")
    sign(board)
    (row,) = pharmacy.read(list_destructions)
    assert (row.minutes_number, row.witness_name, row.amounts) == ("03/BB", "Người Thứ Hai", ("5 ml",))
    board.sent()
    fill(board, number="09/BC")
    (row,) = pharmacy.read(list_destructions)
    assert row.report_number == "09/BC"


def test_medicines_given_back_wait_in_quarantine_with_minutes(desk: Desk, pharmacy: Pharmacy) -> None:
    page = desk.open(TakeBackPage, places.TAKE_BACK, pharmacy["duc"])
    page.form.fields["giver_name"].set_value("Nguyễn Văn Bình")
    page.form.fields["giver_paper"].set_value("001062001234")
    page.form.fields["happened_where"].set_value("phòng y tế")
    write(page, 0, "metha", "M01", LATER, Decimal(3), "còn nguyên", "ra cơ sở")
    page.sheet.submit()
    sign(page)
    assert desk.said() == "Đã ghi biên bản nhận lại thuốc; thuốc ở khu biệt trữ."
    assert pharmacy.left()["Khu biệt trữ", "M01"] == "3 ml"
