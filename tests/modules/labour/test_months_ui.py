"""The result book by hand, over a real file: entered, closed by two questions, frozen, printed."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.actor import Role
from facility_app.modules.labour.domain.shares import ResultKind
from facility_app.modules.labour.service.months import CloseLabourMonth, close_labour_month
from facility_app.modules.labour.ui import entry, places
from facility_app.modules.labour.ui.months_page import MonthsPage
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.dialogs.question import Question
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import State
from tests.helpers.screen import Screen
from tests.modules.labour.yard import DAY, GAPS, TREASURER, Yard, worked
from tests.ui.printing.papers import MemoryPrinter


class Desk:
    """The treasurer at the book."""

    def __init__(self, yard: Yard, theme: Theme, qtbot: QtBot) -> None:
        """Sit down."""
        self.yard = yard
        self.screen = Screen(yard.facility.database, yard.facility.actor(*TREASURER), theme)
        self.papers: list[PlainPaper] = []
        self._qtbot = qtbot
        press = PlainPress(self._plain, MemoryPrinter())
        (self._make,) = (one.make for one in entry.pages(press) if one.id == places.MONTHS)

    def open(self, record: str = "") -> MonthsPage:
        """The page, shown."""
        # The day of the file, not that of every screen: January is over.
        made = self._make(replace(self.screen.context(), clock=self.yard.facility.file.clock))
        assert isinstance(made, MonthsPage)
        self._qtbot.addWidget(made)
        made.resize(1140, 640)
        made.show()
        made.open(Route(places.MONTHS, record))
        return made

    def _plain(self, paper: PlainPaper) -> bytes:
        self.papers.append(paper)
        return b"%PDF"


@pytest.fixture
def desk(yard: Yard, dressed: Theme, qtbot: QtBot) -> Desk:
    return Desk(yard, dressed, qtbot)


def dialog(over: QWidget, kind: type[QDialog]) -> Any:
    return [one for one in over.findChildren(kind) if one.isVisible()][-1]


def type_into(form: Any, name: str, text: str) -> None:
    edit = form.fields[name].findChild(QLineEdit)
    assert edit is not None
    edit.setText(text)


def numbers(page: MonthsPage) -> list[str]:
    return [one.figure().number for one in page.strip.tiles()]


def lines(page: MonthsPage) -> list[str]:
    model: Any = page.result.model
    return [model.row_of(one).text for one in model.ids]


def enter(page: MonthsPage, amount: str, day: str = "25/01/2027") -> Any:
    page.entries.run("labour.enter_result")
    form = dialog(page, FormDialog).form
    type_into(form, "amount", amount)
    type_into(form, "text", "Ban hang dan")
    type_into(form, "happened_on", day)
    form.submit()
    return form


def test_income_is_entered_and_numbers_and_lists_follow(desk: Desk) -> None:
    person = desk.yard.lives()
    desk.yard.works(person, 8)
    page = desk.open()
    assert "01/2027" in page.subtitle_text()
    assert numbers(page) == ["0 ₫"] * 4
    enter(page, "1000003")
    page.ask()
    assert numbers(page) == ["1.000.003 ₫", "0 ₫", "1.000.003 ₫", "200.003 ₫"]
    assert len(lines(page)) == 7
    shares: Any = page.shares.model
    assert [shares.row_of(one).amount.vnd for one in shares.ids] == [200_003]
    desk.yard.enters(300, ResultKind.MATERIALS)
    page.ask()
    assert numbers(page)[1] == "300 ₫"


def test_closing_asks_twice_then_posts_and_freezes(desk: Desk) -> None:
    yard = desk.yard
    first, second = yard.lives(), yard.lives()
    yard.keeps((worked(first, 8), worked(second, 4)))
    yard.enters(1_000_003)
    page = desk.open()
    page.close_month()
    question = dialog(page, Question)
    assert yard.sql("SELECT count(*) FROM labour_month") == [(0,)]
    question.button("go_on").click()
    asked = dialog(page, FormDialog)
    assert yard.sql("SELECT count(*) FROM labour_month") == [(0,)]
    asked.form.fields["share_key"].set_value("days")
    type_into(asked.form, "officer_name", "Tran Thi Thu")
    asked.form.fields["gap_note"].set_value(GAPS)
    asked.form.submit()
    assert yard.sql("SELECT share_key, residents_vnd FROM labour_month") == [("days", 200_003)]
    assert sorted(yard.sql("SELECT amount_vnd FROM deposit_entry")) == [(100_001,), (100_002,)]
    page.open(Route(places.MONTHS, "2027-01"))
    assert ("Tran Thi Thu" in page.subtitle_text(), "số ngày" in page.subtitle_text()) == (True, True)
    (close,) = (one for one in page.main_actions() if one.id == "labour.close_month")
    assert close.why_not is not None
    assert "đã khóa sổ" in str(close.why_not())
    # Nothing can be written into it or struck out of it, and the buttons say by which rule.
    page.entries.table.select_ids(page.entries.model.ids[:1])
    assert [("Đ118.1a" in one.why_not(), one.isEnabled()) for one in page.entries.bar.commands()] == [
        (True, False)
    ] * 2


def test_whoever_had_the_form_open_when_the_month_was_closed_is_refused_by_the_rule(desk: Desk) -> None:
    yard = desk.yard
    yard.works(yard.lives(), 8)
    yard.enters(1000)
    page = desk.open("2027-01")
    page.entries.run("labour.enter_result")
    form = dialog(page, FormDialog).form
    yard.write(
        close_labour_month, CloseLabourMonth(DAY.replace(day=1), officer_name="Thu", gap_note=GAPS), by=TREASURER
    )
    for name, text in (("amount", "5000"), ("text", "Ban hang"), ("happened_on", "25/01/2027")):
        type_into(form, name, text)
    form.submit()
    assert yard.sql("SELECT count(*) FROM labour_entry") == [(1,)]
    said = " ".join(one.text() for one in form.window().findChildren(type(page.rule)))
    assert "Đ118.1a" in said
    # The page heard of it: nobody else begins what cannot be done.
    page.ask()
    assert [one.isEnabled() for one in page.entries.bar.commands()] == [False] * 2


def test_a_loss_names_the_article_and_is_closed_only_with_a_reason(desk: Desk) -> None:
    yard = desk.yard
    yard.works(yard.lives(), 8)
    yard.enters(3000, ResultKind.MATERIALS)
    page = desk.open()
    assert numbers(page) == ["0 ₫", "3.000 ₫", "−3.000 ₫", "0 ₫"]
    assert "Đ118.2" in page.rule.text()
    assert not any("%" in one for one in lines(page))
    page.close_month()
    dialog(page, Question).button("go_on").click()
    asked = dialog(page, FormDialog)
    type_into(asked.form, "officer_name", "Thu")
    asked.form.fields["gap_note"].set_value(GAPS)
    asked.form.submit()
    assert yard.sql("SELECT count(*) FROM labour_month") == [(0,)]
    asked.form.fields["loss_note"].set_value("hàng bị trả lại")
    asked.form.submit()
    assert yard.sql("SELECT loss_note FROM labour_month") == [("hàng bị trả lại",)]


def test_months_are_walked_and_printed_and_one_before_the_law_says_so_and_lets_one_go_on(desk: Desk) -> None:
    desk.yard.works(desk.yard.lives(), 8, DAY)
    desk.yard.enters(1000)
    page = desk.open()
    page.print_book()
    page.print_shares()
    titles = ["SỔ KẾT QUẢ LAO ĐỘNG TRỊ LIỆU", "DANH SÁCH PHÂN CHIA KẾT QUẢ LAO ĐỘNG"]
    assert [one.title for one in desk.papers] == titles
    page.go_after()
    page.go_before()
    assert [one.record for one in desk.screen.gone[-2:]] == ["2027-02", "2026-12"]
    page.open(Route(places.MONTHS, "2027-02"))
    (close,) = (one for one in page.main_actions() if one.id == "labour.close_month")
    assert close.why_not is not None
    assert close.why_not()
    page.open(Route(places.MONTHS, "2026-01"))
    assert page.states.state() is State.ERROR
    page.go_after()
    assert desk.screen.gone[-1].record == "2026-02"


def test_what_a_month_lacks_stands_on_its_page_leads_where_it_is_mended_and_is_asked_about(desk: Desk) -> None:
    yard = desk.yard
    person = yard.lives()
    for day in range(2, 32):
        if day != 9:
            yard.works(person, 6, DAY.replace(day=day))
    yard.enters(1000)
    page = desk.open()
    model: Any = page.gaps.model
    assert page.gaps.isVisible()
    assert [(one.held_on.day, one.team) for one in map(model.row_of, model.ids)] == [(9, "Tổ T1")]
    # Whoever keeps the money keeps no sheets: for them the row leads nowhere.
    page.gaps.row_activated.emit(model.ids[0])
    assert desk.screen.gone == []
    desk.screen.actor = yard.facility.actor(Role.HEAD)
    page = desk.open()
    page.gaps.row_activated.emit(page.gaps.model.ids[0])
    assert (desk.screen.gone[-1].page, desk.screen.gone[-1].record) == (places.SHEET, f"{yard.team} 2027-01-09")
    page.close_month()
    said = " ".join(one.text() for one in dialog(page, Question).findChildren(QLabel))
    assert "thiếu 1 phiếu chấm công" in said
    dialog(page, Question).button("go_on").click()
    asked = dialog(page, FormDialog)
    type_into(asked.form, "officer_name", "Thu")
    asked.form.submit()
    assert yard.sql("SELECT count(*) FROM labour_month") == [(0,)]
    asked.form.fields["gap_note"].set_value("ngày 9 mất điện")
    asked.form.submit()
    page.ask()
    assert (yard.sql("SELECT count(*) FROM labour_month"), page.gaps.isVisible()) == ([(1,)], False)
