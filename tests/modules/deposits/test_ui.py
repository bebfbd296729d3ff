"""The screens of custody: money over a dialog, things and supplies over sheets, a person's tab, the months."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.actor import Role
from facility_app.kernel.money import Money
from facility_app.modules.deposits.domain.money import EntryKind
from facility_app.modules.deposits.domain.supplies import Supply
from facility_app.modules.deposits.queries.months import list_months
from facility_app.modules.deposits.queries.owing import list_owed
from facility_app.modules.deposits.ui import entry, places
from facility_app.modules.deposits.ui.account_list import AccountsPage
from facility_app.modules.deposits.ui.months_page import MonthsPage
from facility_app.modules.deposits.ui.person_tab import CustodyPane
from facility_app.modules.deposits.ui.supply_page import COLUMNS, SupplyPage
from facility_app.modules.deposits.ui.things_pages import HandOutPage, TakeInPage
from facility_app.ui.actions import why_not
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.printing import PreviewDialog
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Theme
from facility_app.ui.widgets.states import State
from tests.helpers.screen import Screen
from tests.modules.deposits.custody import (
    BICYCLE,
    KNIFE,
    PHONE,
    SHIRTS,
    TREASURER,
    House,
    People,
    balance,
    ledger,
    pay,
    receive,
    take_in,
    things,
)
from tests.ui.printing.papers import MemoryPrinter

PageT = TypeVar("PageT", bound=Page)
DialogT = TypeVar("DialogT", bound=QDialog)


class Desk:
    """Somebody at the screens of custody; papers asked for are written down.

    Attributes:
        set: titles of papers that were set.
    """

    def __init__(self, house: House, theme: Theme, qtbot: QtBot, roles: tuple[Role, ...]) -> None:
        """Sit down."""
        self.screen = Screen(house.database, house.actor(*roles), theme)
        self._qtbot = qtbot
        self.set: list[str] = []
        press = PlainPress(self._plain, MemoryPrinter())
        self._made: dict[str, Callable[..., Any]] = {one.id: one.make for one in entry.pages(press)}
        (self._part,) = entry.parts(press)

    def open(self, kind: type[PageT], page: str, record: str = "", **args: str) -> PageT:
        """A page of the slice, shown."""
        made = self._made[page](self.screen.context())
        assert isinstance(made, kind)
        self._show(made)
        made.open(Route(page, record, args))
        return made

    def tab(self, resident_id: str) -> CustodyPane:
        """The tab of a person, shown."""
        made = self._part.make(self.screen.context(), resident_id)
        assert isinstance(made, CustodyPane)
        self._show(made)
        return made

    def said(self) -> str:
        """What was told last."""
        return self.screen.said[-1][0]

    def _show(self, widget: QWidget) -> None:
        self._qtbot.addWidget(widget)
        widget.resize(1100, 700)
        widget.show()

    def _plain(self, paper: PlainPaper) -> bytes:
        self.set.append(paper.title)
        return PDF


PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


@pytest.fixture
def desk(house: House, dressed: Theme, qtbot: QtBot) -> Desk:
    """The treasurer at the screens."""
    return Desk(house, dressed, qtbot, TREASURER)


def dialog(over: QWidget, kind: type[DialogT]) -> DialogT:
    """The dialog that stands over a widget."""
    found = [one for one in over.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def fill(over: QWidget, **values: object) -> FormDialog[Any]:
    """Type into the form that stands open and save it."""
    found = dialog(over, FormDialog)
    for name, value in values.items():
        found.form.fields[name].set_value(value)
    found.form.submit()
    return found


def refusal(over: QWidget, **values: object) -> str:
    """What the form says when it is refused."""
    found = fill(over, **values)
    assert found.isVisible()
    told = " ".join(words.shown() for words in found.form.troubles().values())
    found.done(QDialog.DialogCode.Rejected)
    return told


def rows(card: ListCard) -> list[tuple[str, ...]]:
    """The cells a card shows."""
    found = [card.model.row_of(one) for one in card.model.ids]
    return [tuple(column.text(row) for column in card.spec.columns) for row in found]


def shown(page: AccountsPage) -> list[str]:
    """Whom the list shows."""
    return list(page.panel.model.ids)


def test_money_comes_and_goes_over_the_list_and_its_numbers_narrow_it(
    desk: Desk, house: House, people: People
) -> None:
    page = desk.open(AccountsPage, places.LIST)
    page.panel.table.select_ids((people.duc,))
    page.receive()
    fill(page, kind=EntryKind.INTAKE, amount=Money(500_000))
    assert desk.said() == "Đã ghi phiếu LKT-0001/2026. Số dư: 500.000 ₫."
    page.pay()
    told = refusal(page, resident_id=people.duc, amount=Money(600_000))
    assert "500.000 ₫" in told
    assert balance(house, people.duc) == 500_000
    page.strip.activated.emit("owners")
    assert shown(page) == [people.duc]
    page.strip.activated.emit("owners")
    assert shown(page) == [people.duc, people.hoa]
    page.panel.row_activated.emit(people.duc)
    assert desk.screen.gone[-1] == Route(places.PERSON, people.duc, {"tab": places.TAB})
    page.supply()
    assert desk.screen.gone[-1].page == places.SUPPLIES
    page.print_list()
    assert desk.set == ["DANH SÁCH LƯU KÝ"]
    dialog(page, PreviewDialog).close()


def test_things_are_written_line_by_line_and_their_paper_is_one_key_away(
    desk: Desk, house: House, people: People
) -> None:
    page = desk.open(TakeInPage, places.TAKE_IN, people.duc)
    lines = (("Ví da", Decimal(1), "bag", "yes"), ("Dao gấp", Decimal(2), "loose", "banned"))
    for row, (what, count, place, allowed) in enumerate(lines):
        for column, value in ((0, what), (1, count), (4, place), (5, allowed)):
            page.sheet.model.set_value((row, column), value)
    page.form.fields["location"].set_value("Tủ 2")
    page.sheet.submit()
    assert page.form.troubles()["seal_no"].text == "Có đồ vật trong túi thì cần số niêm phong của túi."
    page.form.fields["seal_no"].set_value("NP-5")
    page.sheet.submit()
    assert desk.said() == "Đã nhận giữ 3 đồ vật, phiếu LKV-0001/2026."
    kept = things(house, people.duc)
    assert (kept["Ví da"].seal_no, kept["Dao gấp"].seal_no, kept["Dao gấp"].is_forbidden) == ("NP-5", "", True)
    assert page.sheet.draft() == {}
    page.print_last()
    assert desk.set == ["PHIẾU NHẬN GIỮ ĐỒ VẬT LƯU KÝ"]
    dialog(page, PreviewDialog).close()


def test_pieces_go_over_the_sheet_of_the_store_and_an_empty_store_says_so(
    desk: Desk, house: House, people: People
) -> None:
    empty = desk.open(HandOutPage, places.HAND_OUT, people.hoa)
    assert empty.states.state() is State.EMPTY
    assert "Mở danh sách Lưu ký" in {one.text() for one in empty.states.findChildren(QPushButton)}
    take_in(house, people.duc, PHONE, SHIRTS, BICYCLE)
    page = desk.open(HandOutPage, places.HAND_OUT, people.duc)
    assert [row.heads[0] for row in page.sheet.model.rows()] == ["Điện thoại di động", "Áo sơ mi", "Xe đạp"]
    page.sheet.model.set_value((1, 0), Decimal(2))
    page.form.submit()
    assert "NP-001" in page.form.troubles()["new_seal_no"].shown()
    page.form.fields["new_seal_no"].set_value("NP-002")
    page.form.submit()
    assert desk.said() == "Đã giao 2 đồ vật, phiếu LKV-0002/2026."
    assert things(house, people.duc)["Áo sơ mi"].left == 1


def test_a_column_is_filled_with_what_each_is_still_owed(desk: Desk, house: House, people: People) -> None:
    page = desk.open(SupplyPage, places.SUPPLIES)
    column = COLUMNS.index(Supply.LONG_CLOTHES)
    page.sheet.view.setCurrentIndex(page.sheet.model.index_of((0, column)))
    page.fill_owed()
    page.form.submit()
    assert desk.said() == "Đã cấp phát, phiếu CP-0001/2026."
    found = house.read(list_owed, by=TREASURER)
    assert [one.left(Supply.LONG_CLOTHES) for one in found] == [0, 0]
    one = desk.open(SupplyPage, places.SUPPLIES, people=people.hoa)
    assert [row.id for row in one.sheet.model.rows()] == [people.hoa]


def test_the_tab_shows_the_ledger_takes_rows_back_and_gives_everything_back(
    desk: Desk, house: House, people: People
) -> None:
    receive(house, people.duc, 900_000)
    # The screens' day stands before the file's: what came by then may be told by then.
    receive(house, people.duc, 50_000, EntryKind.POST, happened_on=date(2026, 3, 1))
    pay(house, people.duc, 20_000)
    take_in(house, people.duc, PHONE, KNIFE)
    tab = desk.tab(people.duc)
    assert [row[1] for row in rows(tab.ledger)] == ["LKC-0001/2026", "LKT-0002/2026", "LKT-0001/2026"]
    assert {row[0] for row in rows(tab.things)} == {"Điện thoại di động", "Dao gấp"}
    told, spent = ledger(house, people.duc)[1], ledger(house, people.duc)[0]
    tab.ledger.table.select_ids((told.entry_id,))
    tab.inform()
    fill(tab)
    tab.ledger.table.select_ids((spent.entry_id,))
    tab.correct()
    fill(tab, reason="ghi nhầm người")
    assert balance(house, people.duc) == 950_000
    tab.reseal()
    fill(tab, seal_no="NP-9", reason="dấu bị rách")
    assert things(house, people.duc)["Điện thoại di động"].seal_no == "NP-9"
    tab.give_back()
    fill(tab)
    assert (balance(house, people.duc), desk.set) == (0, ["BIÊN BẢN TRẢ TIỀN, ĐỒ VẬT LƯU KÝ"])
    dialog(tab, PreviewDialog).close()
    assert desk.said() == "Còn 1 đồ vật cấm: chuyển giao hoặc tiêu hủy, kèm biên bản."
    tab.ask()
    refused = {one.id: why_not(one, desk.screen.actor) for one in tab._actions()}
    assert refused["deposits.return_all"] == "Cơ sở không giữ tiền hay đồ vật nào trả được cho người này."
    assert refused["deposits.receive_money"] is None


def test_a_line_of_supplies_is_taken_back_with_a_reason(desk: Desk, house: House, people: People) -> None:
    page = desk.open(SupplyPage, places.SUPPLIES, people.duc)
    page.sheet.model.set_value((0, COLUMNS.index(Supply.NET)), Decimal(1))
    page.form.submit()
    tab = desk.tab(people.duc)
    tab.cancel_supply()
    dialog(tab, ReasonDialog).given.emit("phát nhầm")
    tab.ask()
    assert [row[3] for row in rows(tab.given)] == ["−1", "1"]
    assert house.read(list_owed, [people.duc], by=TREASURER)[0].left(Supply.NET) == 1


def test_a_month_is_closed_with_what_was_counted_and_one_that_runs_says_when(
    desk: Desk, house: House, people: People
) -> None:
    receive(house, people.duc, 80_000, happened_on=date(2026, 7, 25))
    page = desk.open(MonthsPage, places.MONTHS)
    assert page.subtitle_text() == "Tháng tiếp theo: 07/2026"
    page.close_month()
    told = refusal(page, counted=Money(70_000))
    assert "Tiền đếm được khác số dư" in told
    page.close_month()
    fill(page, counted=Money(80_000))
    assert [one.closing for one in house.read(list_months, by=TREASURER)] == [Money(80_000)]
    (close, _) = page.main_actions()
    assert "31/08/2026" in str(why_not(close, desk.screen.actor))


def test_whoever_stands_at_the_door_is_offered_intake_alone(
    house: House, people: People, dressed: Theme, qtbot: QtBot
) -> None:
    desk = Desk(house, dressed, qtbot, (Role.INTAKE,))
    page = desk.open(AccountsPage, places.LIST)
    offered = {one.id for one in page.main_actions() if why_not(one, desk.screen.actor) is None}
    assert "deposits.receive_money" in offered
    assert "deposits.pay_out" not in offered
    page.receive()
    field = dialog(page, FormDialog).form.fields["kind"]
    assert field.value() == EntryKind.INTAKE
