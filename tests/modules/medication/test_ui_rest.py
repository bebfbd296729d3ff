"""Part of an ampoule at the bed: the rest is destroyed before the witness, every milligram is traced."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facility_app.modules.medication.domain.orders import Route
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.queries.mar import RoundAsked
from facility_app.modules.medication.service.looking import open_private_round
from facility_app.modules.medication.ui.round_page import RoundPage
from facility_app.modules.pharmacy.domain.amounts import Unit
from facility_app.modules.pharmacy.domain.classes import DrugClass
from facility_app.modules.pharmacy.domain.medicines import Flags, MedicineFacts
from facility_app.modules.pharmacy.service.catalogue import AddMedicine, add_medicine
from facility_app.ui.dialogs import CountersignDialog, Question
from facility_app.ui.theme import Theme
from tests.modules.medication.bedside import Bedside, press
from tests.modules.medication.ward import FACTS, Ward
from tests.modules.pharmacy.store import CLASSED, SHELF_OF, TODAY

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return
AMPOULE: Final = MedicineFacts(
    "Diazepam", "10 mg/2 ml", "Tiêm", Unit.AMPOULE, Unit.MG, 10_000, routes="O IM", atc="N05BA01"
)
ROWS: Final = "SELECT lower(kind), amount, witness_name FROM stock_entry WHERE lot_id = ? ORDER BY chain_no"


@pytest.fixture
def nurse(ward: Ward, dressed: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bedside]:
    """The nurse at nine, ten ampoules of a psychotropic in her cabinet."""
    ward.at(9)
    for known in (FACTS, CLASSED):
        monkeypatch.setitem(known, "ampoule", (AMPOULE, DrugClass.PSYCHOTROPIC))
    monkeypatch.setitem(SHELF_OF, "ampoule", "safe")
    pharmacy = ward.pharmacy
    command = AddMedicine(AMPOULE, DrugClass.PSYCHOTROPIC, date(2017, 7, 1), "TT 18/2026/TT-BYT PL II")
    pharmacy.ids["ampoule"] = pharmacy.write(add_medicine, command).id
    pharmacy.receive("ampoule", "A01", 10)
    pharmacy.move("A01", 10, "ampoule")
    made = Bedside(ward, dressed, qtbot)
    made.second_person_chose_a_password()
    yield made
    made.runner.close()


def ampoule(ward: Ward, number: int, person: str = "duc") -> None:
    """An order of so many milligrams at nine."""
    ward.order("ampoule", number, 9, person=person, route=Route.INTRAMUSCULAR)


def moved(ward: Ward) -> list[tuple[object, ...]]:
    """What went out of the cabinet and came back, with the witness's name where there is one."""
    rows = ward.sql(ROWS, ward["A01"])
    return [(kind, amount // 1000, who) for kind, amount, who in rows if not kind.startswith(("rec", "mov"))]


def left(ward: Ward) -> str:
    """What the cabinet holds."""
    return ward.pharmacy.left()["Tủ trực khu A", "A01"]


def give(page: RoundPage, nurse: Bedside, answer: str = "") -> None:
    """Space, the rest as typed, the witness."""
    press(page.view, SPACE)
    page.strip.line.setText(answer)
    press(page.strip.line, ENTER)
    nurse.sign(page)


def test_space_on_part_of_an_ampoule_asks_for_the_rest_and_the_ledger_traces_each_milligram(
    ward: Ward, nurse: Bedside
) -> None:
    ampoule(ward, 4)
    page = nurse.round()
    press(page.view, SPACE)
    assert "Diazepam" in page.strip.title.whole_text()
    assert "hủy hết 6 mg" in page.strip.line.placeholderText()
    # Esc writes nothing; more than is left is no answer, and neither are words.
    press(page.strip.line, Qt.Key.Key_Escape)
    assert moved(ward) == []
    press(page.view, SPACE)
    for wrong in ("7", "nửa ống", "-1"):
        page.strip.line.setText(wrong)
        press(page.strip.line, ENTER)
        assert "từ 0 đến 6." in page.strip.fault.text()
    page.strip.line.setText("")
    press(page.strip.line, ENTER)
    dialog = nurse.dialog(page, CountersignDialog)
    assert "hủy tại chỗ phần dư 6 mg" in "".join(one.text() for one in dialog.findChildren(QLabel))
    assert moved(ward) == []
    nurse.sign(page)
    assert moved(ward) == [("given", -4, "Người Thứ Hai"), ("broken", -6, "Người Thứ Hai")]
    assert left(ward) == "9 ống"
    (row,) = ward.round()
    assert (row.outcome, row.wasted, row.dose) == (Outcome.GIVEN, "6 mg", "4 mg")
    page.card.show_line(page.view.line())
    page.card.ask()
    assert "6 mg" in [one.text() for one in page.card.facts.findChildren(QLabel)]
    assert ward.pharmacy.check().ok


def test_an_ampoule_never_opened_goes_back_whole_and_a_spoiled_one_stays_destroyed(
    ward: Ward, nurse: Bedside
) -> None:
    ampoule(ward, 4)
    page = nurse.round()
    give(page, nurse)
    for answer, after in (("back", "10 ống"), ("spoiled", "9 ống")):
        press(page.view, Qt.Key.Key_X)
        press(page.strip.line, Qt.Key.Key_1)
        nurse.dialog(page, Question).button(answer).click()
        nurse.sign(page)
        page.ask()
        assert left(ward) == after
        assert [row.wasted for row in ward.round()] == [""]
        if answer == "back":
            give(page, nurse, "6 mg")
    kinds = [(kind, amount) for kind, amount, _ in moved(ward)]
    once = [("given", -4), ("broken", -6)]
    assert kinds == [*once, ("given_back", 4), ("correction", 6), *once, ("given_back", 4), ("broken", -4)]
    assert ward.pharmacy.check().ok


def test_a_dose_that_came_up_again_is_offered_no_way_back(ward: Ward, nurse: Bedside) -> None:
    ampoule(ward, 4)
    page = nurse.round()
    give(page, nurse)
    ward.at(9, 10)
    press(page.view, Qt.Key.Key_N)
    press(page.strip.line, Qt.Key.Key_1)
    press(page.view, Qt.Key.Key_X)
    press(page.strip.line, Qt.Key.Key_1)
    question = nurse.dialog(page, Question)
    with pytest.raises(KeyError):
        question.button("back")
    question.button("spoiled").click()
    nurse.sign(page)
    assert left(ward) == "9 ống"
    assert ward.pharmacy.check().ok


def test_two_ampoules_ask_twice_and_are_signed_once_and_nought_keeps_the_rest(ward: Ward, nurse: Bedside) -> None:
    ampoule(ward, 4)
    ampoule(ward, 5, "hoa")
    page = nurse.round()
    page.view.selectAll()
    press(page.view, SPACE)
    press(page.strip.line, ENTER)
    assert "Hoa" in page.strip.title.whole_text()
    page.strip.line.setText("0")
    press(page.strip.line, ENTER)
    nurse.sign(page)
    assert [(kind, amount) for kind, amount, _ in moved(ward)] == [("given", -4), ("broken", -6), ("given", -5)]
    assert left(ward) == "8,5 ống"


def test_half_a_tablet_is_asked_about_by_its_key_alone_and_what_comes_out_even_never(
    ward: Ward, nurse: Bedside
) -> None:
    ward.order("diazepam", "2.5", 9)
    ward.order("diazepam", 5, 9, person="hoa", reasons={})
    page = nurse.round()
    page.view.go_to(1)
    press(page.view, Qt.Key.Key_D)
    assert "không có phần dư" in page.banner.text()
    page.view.go_to(0)
    press(page.view, Qt.Key.Key_D)
    assert "hủy hết 2,5 mg" in page.strip.line.placeholderText()
    press(page.strip.line, ENTER)
    nurse.sign(page)
    assert ward.pharmacy.left()["Tủ trực khu A", "D01"] == "39 viên"
    page.view.go_to(1)
    press(page.view, SPACE)
    nurse.sign(page)
    assert ward.pharmacy.left()["Tủ trực khu A", "D01"] == "38 viên"


def test_paper_says_what_was_left_of_an_ampoule_and_the_witness_of_it(ward: Ward, nurse: Bedside) -> None:
    ampoule(ward, 4)
    ampoule(ward, 5, "hoa")
    ward.order("paracetamol", 500, 9)
    ward.at(13)
    page = nurse.catch_up(day=TODAY.isoformat(), round="morning")
    texts = page.sheet.model

    def put(row: int, column: int, text: str) -> None:
        texts.set_texts({(row, column): text})

    rests = [row for row in range(3) if "Diazepam" in texts.rows()[row].heads[4]]
    put(rests[0], 0, "c")
    for name, typed in (("given_by", "Điều Dưỡng Hoa"), ("at", "0900")):
        page.form.fields[name].set_typed(typed)
    page.sheet.submit()
    assert "chưa ghi phần dư" in page.banner.text()
    assert "còn dư 6 mg" in page.why.text()
    assert moved(ward) == []
    page.fill()
    assert [texts.text(texts.index_of((row, 3))) for row in rests] == ["6", "5"]
    put(rests[1], 3, "0")
    page.sheet.submit()
    dialog = nurse.dialog(page, CountersignDialog)
    told = "".join(one.text() for one in dialog.findChildren(QLabel))
    assert ("phần dư 6 mg" in told, "phần dư 5 mg" in told) == (True, False)
    nurse.sign(page)
    assert [(kind, amount) for kind, amount, _ in moved(ward)] == [("given", -4), ("broken", -6), ("given", -5)]
    assert left(ward) == "8,5 ống"


@pytest.mark.usefixtures("nurse")
def test_the_rest_of_what_reveals_hiv_is_told_behind_the_wall_alone(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = replace(AMPOULE, generic="Cabotegravir", atc="J05AJ04", flags=Flags(reveals_hiv=True))
    for known in (FACTS, CLASSED):
        monkeypatch.setitem(known, "closed", (facts, DrugClass.ORDINARY))
    monkeypatch.setitem(SHELF_OF, "closed", "normal")
    command = AddMedicine(facts, DrugClass.ORDINARY, date(2017, 7, 1), "Luật Dược 105/2016/QH13")
    ward.pharmacy.ids["closed"] = ward.pharmacy.write(add_medicine, command).id
    ward.pharmacy.receive("closed", "Z01", 5)
    ward.pharmacy.move("Z01", 5, "closed")
    order = ward.order("closed", 4, 9, route=Route.INTRAMUSCULAR)
    ward.record(ward.said(order, "09:00", wasted=Decimal(6)))
    assert ward.round() == ()
    (row,) = ward.write(open_private_round, RoundAsked(TODAY), by="nurse").rows
    assert (row.outcome, row.wasted) == (Outcome.GIVEN, "6 mg")
    assert ward.pharmacy.left()["Tủ trực khu A", "Z01"] == "4 ống"


@pytest.mark.usefixtures("nurse")
def test_nothing_is_destroyed_of_a_dose_nobody_took_nor_a_whole_piece_or_more(ward: Ward) -> None:
    order = ward.order("ampoule", 4, 9, route=Route.INTRAMUSCULAR)
    ten, six = Decimal(10), Decimal(6)
    refused = ward.no(ward.said(order, "09:00", Outcome.REFUSED, reason="không muốn", wasted=six))
    assert refused.code == "wasted_not_taken"
    assert ward.no(ward.said(order, "09:00", wasted=ten)).code == "wasted_too_much"
    # Nine of an ampoule of which four were given: five more would leave with the rest.
    assert ward.no(ward.said(order, "09:00", wasted=Decimal(9))).code == "wasted_too_much"
    ward.record(ward.said(order, "09:00", wasted=six))
    assert left(ward) == "9 ống"
