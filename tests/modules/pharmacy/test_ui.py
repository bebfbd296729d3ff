"""The screens of the pharmacy: what comes and goes over sheets, the book, blind counts, papers owed, traces."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from facility_app.app.registry import papers
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain.classes import ClassSpan, DrugClass
from facility_app.modules.pharmacy.domain.medicines import Approval
from facility_app.modules.pharmacy.domain.workflows import Asked
from facility_app.modules.pharmacy.queries.catalogue import list_medicines
from facility_app.modules.pharmacy.queries.counts import list_counts
from facility_app.modules.pharmacy.queries.papers import list_destructions, list_requisitions
from facility_app.modules.pharmacy.ui import book_page, catalogue_page, count_page, entry, places
from facility_app.modules.pharmacy.ui.ask_page import AskPage
from facility_app.modules.pharmacy.ui.book_page import BookPage
from facility_app.modules.pharmacy.ui.catalogue_page import CataloguePage
from facility_app.modules.pharmacy.ui.count_page import CountPage
from facility_app.modules.pharmacy.ui.counts_page import CountsPage
from facility_app.modules.pharmacy.ui.destroy_page import DestructionsPage
from facility_app.modules.pharmacy.ui.move_page import AskDestructionPage, MovePage
from facility_app.modules.pharmacy.ui.places_page import PlacesPage
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.modules.pharmacy.ui.printed import PaperPreview
from facility_app.modules.pharmacy.ui.receive_page import ReceivePage, TakeBackPage
from facility_app.modules.pharmacy.ui.reports_page import ReportsPage
from facility_app.modules.pharmacy.ui.requests_page import RequestsPage
from facility_app.modules.pharmacy.ui.slips_page import SlipsPage
from facility_app.modules.pharmacy.ui.stock_page import StockPage
from facility_app.modules.pharmacy.ui.traces_page import TracesPage
from facility_app.ui.actions import why_not
from facility_app.ui.dialogs import CountersignDialog
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.dialogs.question import Question
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.printing import BatchDialog
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.theme import Theme
from facility_app.ui.widgets.states import State
from tests.helpers.cases import each
from tests.helpers.screen import Screen
from tests.modules.pharmacy.store import HEAD, LATER, NURSE, PHARMACIST, TODAY, Pharmacy
from tests.modules.pharmacy.test_papers import FORMS
from tests.ui.printing.papers import MemoryPrinter, pdf

PageT = TypeVar("PageT", bound=Page)
DialogT = TypeVar("DialogT", bound=QDialog)
PDF = pdf(1)


@dataclass
class Desk:
    """Somebody at the screens of the pharmacy; the second person agrees whenever they are asked."""

    pharmacy: Pharmacy
    theme: Theme
    qtbot: QtBot
    roles: tuple[Role, ...] = PHARMACIST

    def __post_init__(self) -> None:
        """Sit down."""
        self.printer = MemoryPrinter()
        self.screen = Screen(self.pharmacy.facility.database, self.pharmacy.actor(*self.roles), self.theme)
        press = Press(
            forms=lambda: FORMS,
            pdf=lambda _taken: PDF,
            plain=lambda _paper: PDF,
            printer=self.printer,
            agree=self._agree,
            papers=papers,
            taker=_no_scans,
            kinds=label("ui", "PDF (*.pdf)"),
        )
        self._made: Mapping[str, Callable[..., Any]] = {one.id: one.make for one in entry.pages(press)}

    def open(self, kind: type[PageT], page: str, record: str = "", **args: str) -> PageT:
        """A page of the slice, shown."""
        context = replace(self.screen.context(), clock=self.pharmacy.facility.file.clock)
        made = self._made[page](context)
        assert isinstance(made, kind)
        self.qtbot.addWidget(made)
        made.resize(1106, 620)
        made.show()
        made.open(Route(page, record, args))
        context.runner.changed.connect(lambda change, _who: made.refresh(change))
        return made

    def said(self) -> str:
        """What was told last."""
        return self.screen.said[-1][0]

    def gone(self) -> Route:
        """Where they were led last."""
        return self.screen.gone[-1]

    def _agree(self, _uow: Any, verb: str, roles: frozenset[Role], _name: str, _password: str) -> Any:
        return self.pharmacy.agreed(verb, tuple(roles & {Role.NURSE, Role.HEAD}) or tuple(roles))


def _no_scans(_context: PageContext, _check: object, _over: QWidget) -> Any:
    raise AssertionError


@pytest.fixture
def desk(pharmacy: Pharmacy, dressed: Theme, qtbot: QtBot) -> Desk:
    """The pharmacist at the screens."""
    return Desk(pharmacy, dressed, qtbot)


def dialog(over: QWidget, kind: type[DialogT]) -> DialogT:
    """The dialog that stands over a widget."""
    (found,) = [one for one in over.findChildren(kind) if one.isVisible()]
    return found


def is_asked(over: QWidget, kind: type[QDialog]) -> bool:
    """Whether such a dialog stands over a widget."""
    return any(one.isVisible() for one in over.findChildren(kind))


def sign(over: QWidget) -> None:
    """The second person gives name and password."""
    asked = dialog(over, CountersignDialog)
    asked.name_edit.setText("hai")
    asked.password_edit.setText("mật khẩu")
    asked.sign_button.click()


def fill(over: QWidget, **values: object) -> FormDialog[Any]:
    """Type into the form that stands open and save it."""
    found = dialog(over, FormDialog)
    for name, value in values.items():
        found.form.fields[name].set_value(value)
    found.form.submit()
    return found


def write(page: Any, row: int, *cells: object) -> None:
    """A line of a sheet, cell by cell; texts are read as typed."""
    for column, value in enumerate(cells):
        if isinstance(value, str):
            page.sheet.model.set_texts({(row, column): value})
        elif value is not None:
            page.sheet.model.set_value((row, column), value)


def cells(card: ListCard) -> list[dict[str, str]]:
    """What a card shows."""
    found = [card.model.row_of(one) for one in card.model.ids]
    return [{one.key: one.text(row) for one in card.spec.columns} for row in found]


def rows(page: Any) -> list[dict[str, str]]:
    """What the list of a page shows."""
    model = page.panel.model
    found = [model.row_of(one) for one in model.ids]
    return [{one.key: one.text(row) for one in page.spec.columns} for row in found]


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


def test_the_book_shows_the_balance_after_each_row_and_is_signed_and_printed(
    desk: Desk, pharmacy: Pharmacy, tmp_path: Path
) -> None:
    pharmacy.take(pharmacy.dose("methadone", 60))
    page = desk.open(BookPage, places.BOOK, pharmacy["cabinet"], medicine=pharmacy["methadone"])
    assert page.books.row().book_id == f"{pharmacy['cabinet']} {pharmacy['methadone']}"
    assert [(row["in"], row["out"], row["balance"]) for row in cells(page.entries)] == [
        ("300", "", "300 ml"),
        ("", "6", "294 ml"),
    ]
    # A task about one row of the book opens the page that row stands on.
    ((row,),) = pharmacy.sql("SELECT id FROM stock_entry WHERE kind IN ('given', 'GIVEN')")
    door = desk.open(BookPage, places.BOOK, row)
    assert (door.books.row().book_id, door.entries.row().entry.entry_id) == (page.books.row().book_id, row)
    page.verify()
    assert page.chain.text().startswith("Sổ đúng như đã ghi")
    assert (
        why_not(page.main_actions()[1], desk.screen.actor)
        == "Trang chưa ký nên chưa in được. Hãy ký, khóa trang trước."
    )
    page.sign()
    sign(page)
    assert desk.said().startswith("Đã ký, khóa 2 trang.")
    batch = dialog(page, BatchDialog)
    assert len(batch.model.items) == 2, "the pages just signed are offered to the printer at once"
    batch.reject()
    assert cells(page.pages)[0]["state"] == "Đã ký, khóa"
    page.print_page()
    preview = dialog(page, PaperPreview)
    assert pharmacy.sql("SELECT count(*) FROM issued_paper") == [(0,)], "a look issues nothing"
    preview.print_now()
    preview.print_now()
    assert len(desk.printer.orders) == 2
    assert pharmacy.sql("SELECT count(*) FROM issued_paper") == [(1,)]
    preview.save_to(str(tmp_path / "trang.pdf"))
    assert (tmp_path / "trang.pdf").exists()
    assert pharmacy.sql("SELECT max(nth) FROM paper_print") == [(3,)], "a file is printed elsewhere: it is counted"
    preview.close()
    page.entries.select_when_here(page.entries.model.ids[0])
    page.correct()
    fill(page, reason="ghi nhầm lô")
    sign(page)
    told = dialog(page, FormDialog)
    assert told.isVisible(), "six of the three hundred are in a body"
    told.done(QDialog.DialogCode.Rejected)


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


def test_the_catalogue_is_kept_by_dated_versions_and_approved_by_another(desk: Desk, pharmacy: Pharmacy) -> None:
    page = desk.open(CataloguePage, places.CATALOGUE)
    page.add()
    fill(
        page,
        generic="Morphin",
        strength="10 mg/ml",
        form="Dung dịch tiêm",
        stock_unit="ampoule",
        dose_unit="mg",
        rate=Decimal(10),
        low_below=Decimal(20),
        routes="iv, im",
        drug_class="G",
        valid_from=date(2026, 7, 16),
        article="TT 18/2026/TT-BYT PL I",
    )
    (made,) = pharmacy.read(list_medicines, "morphin")
    assert (made.measure.per_stock, made.low_below, made.routes) == (10_000, 200_000, "IV IM")
    page.panel.table.select_ids((made.medicine_id,))
    page.edit()
    fill(page, brand="Opiphine")
    assert pharmacy.read(list_medicines, "morphin")[0].brand == "Opiphine"
    page.reclass()
    fill(page, drug_class="H", valid_from=date(2026, 12, 1), article="văn bản mới")
    assert [row["class"] for row in cells(page.classes)] == ["Hướng thần", "Gây nghiện"]
    page.panel.table.select_ids((made.medicine_id,))
    page.approve()
    assert "hai người khác nhau" in desk.said()
    # Ways are said in words; who is approved does not wait, and a class without a first day says no day.
    brought = replace(made, source="lập theo trí nhớ, chờ phê duyệt", routes="O IM")
    told = {one.key: one.value for one in catalogue_page.facts(brought)}
    assert (told["Đường dùng"], told["Nguồn của số liệu"]) == ("Uống, Tiêm bắp", brought.source)
    approved = replace(brought, approval=Approval.APPROVED)
    assert {one.value for one in catalogue_page.facts(approved)} >= {"lập theo trí nhớ"}
    first = ClassSpan(DrugClass.ORDINARY, catalogue_page.EVER, None, "")
    ends = replace(first, valid_to=date(2026, 6, 1))
    assert [catalogue_page.span_days(one) for one in (first, ends)] == ["từ trước", "đến 01/06/2026"]
    # Where there is no room beside the list, the cards stand below it, as wide as they need.
    assert not page.beside.is_stacked()
    page.resize(600, 620)
    assert page.beside.is_stacked()


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


def test_from_a_lot_to_its_people_and_back_and_nobody_of_a_private_one_without_a_reason(
    pharmacy: Pharmacy, dressed: Theme, qtbot: QtBot
) -> None:
    pharmacy.take(pharmacy.dose("methadone", 60))
    pharmacy.take(pharmacy.dose("tld", 1, "d2"))
    desk = Desk(pharmacy, dressed, qtbot, HEAD)
    page = desk.open(TracesPage, places.TRACES)
    page.lots.table.select_ids((pharmacy["M01"],))
    assert [(row["name"], row["amount"]) for row in cells(page.people)] == [("Nguyễn Văn Đức", "60 mg")]
    page.lots.table.select_ids((pharmacy["L01"],))
    assert cells(page.people) == []
    page.open_people()
    asked = dialog(page, ReasonDialog)
    asked.reason_edit.setPlainText("thu hồi lô theo công văn")
    asked.give_button.click()
    assert [row["name"] for row in cells(page.people)] == ["Nguyễn Văn Đức"]
    page.person.set_value(pharmacy["duc"])
    page.person.settled.emit()
    assert [row["lot"] for row in cells(page.taken)] == ["M01"]
    page.open_lots()
    asked = [one for one in page.findChildren(ReasonDialog) if one.isVisible()][-1]
    asked.reason_edit.setPlainText("khám lại")
    asked.give_button.click()
    assert {row["lot"] for row in cells(page.taken)} == {"L01", "M01"}
    # What a look opened is read on the screen only, and gone when the page is left.
    refusals: list[str] = []
    for card, row_id in ((page.people, pharmacy["duc"]), (page.taken, pharmacy["L01"])):
        card.table.refused.connect(refusals.append)
        card.table.select_ids((row_id,))
        card.table.copy_selection()
    assert [one.startswith("Dòng cần giữ kín") for one in refusals] == [True, True]
    page.hide()
    page.show()
    assert cells(page.people) == []
    assert [row["lot"] for row in cells(page.taken)] == ["M01"]


@each("role", [Role.GUARD, Role.TEAM_OFFICER, Role.CLERK, Role.COUNSELLOR])
def test_whoever_keeps_no_medicine_finds_no_page_of_it(role: Role) -> None:
    nobodys: Any = None
    open_to = [
        page.id for page in entry.pages(nobodys) if page.permission is None or role in page.permission.roles
    ]
    assert open_to == []


def test_a_page_that_could_not_be_read_says_so_and_can_be_asked_again(
    desk: Desk, pharmacy: Pharmacy, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> object:
        raise EnvironmentFault("file_busy", label("errors", "Tệp đang bận. Hãy thử lại."))

    rooms = (
        (book_page, "list_books", BookPage, places.BOOK, ""),
        (count_page, "list_places", CountPage, places.COUNT, pharmacy["safe"]),
    )
    for room, name, kind, place, record in rooms:
        with monkeypatch.context() as broken:
            broken.setattr(room, name, locked)
            page: Any = desk.open(kind, place, record)
            assert page.states.state() is State.ERROR
        page.states.retry_requested.emit()
        assert page.states.state() is State.CONTENT
