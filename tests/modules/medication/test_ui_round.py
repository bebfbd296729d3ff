"""The round at the keyboard: a key a dose, reasons by number, a witness, refusals that say the way on."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facility_app.app.desk import Desk
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.checks import AllergySeverity
from facility_app.modules.medication.domain.rounds import Round
from facility_app.modules.medication.queries.bedside import get_ward_round
from facility_app.modules.medication.service.allergies import AddAllergy, add_allergy, note_no_allergy
from facility_app.modules.medication.service.correcting import RecordVomiting, record_vomiting
from facility_app.modules.medication.ui.round_end import RoundEnd
from facility_app.modules.medication.ui.round_model import COLUMNS, Column, RoundModel
from facility_app.modules.medication.ui.round_paint import PAD, WEIGHTS, RoundDelegate
from facility_app.modules.medication.ui.round_view import RoundView
from facility_app.modules.pharmacy.domain.classes import DrugClass
from facility_app.modules.pharmacy.service.catalogue import AddMedicine, add_medicine
from facility_app.modules.stays.api import EndStay, ExitCode, end_stay, get_stay
from facility_app.ui.dialogs import CountersignDialog, Question
from facility_app.ui.printing import PreviewDialog
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import State
from tests.helpers.slots import WRONG
from tests.modules.medication.bedside import Bedside, press, stand_at, states
from tests.modules.medication.ward import PARACETAMOL, Ward
from tests.modules.pharmacy.store import TODAY

SPACE = Qt.Key.Key_Space
T = TypeVar("T")


@pytest.fixture
def nurse(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Bedside]:
    """The nurse who holds the cabinet, at nine in the morning."""
    ward.at(9)
    made = Bedside(ward, dressed, qtbot)
    yield made
    made.runner.close()


class FullDisk:
    """A desk at a machine that cannot write."""

    def __init__(self, desk: Desk) -> None:
        self.actor, self._desk = desk.actor, desk

    def read(self) -> AbstractContextManager[Any]:
        """As ever."""
        return self._desk.read()

    def write(self) -> AbstractContextManager[Any]:
        """Nothing can be kept."""
        raise EnvironmentFault("disk_full", label("errors", "Ổ đĩa đã đầy. Hãy giải phóng chỗ trống rồi ghi lại."))

    def jot(self, work: Callable[[Any], T]) -> T:
        """As ever."""
        return self._desk.jot(work)


def kept(ward: Ward) -> list[tuple[object, ...]]:
    """Outcomes on the disk."""
    return ward.sql("SELECT outcome, reason FROM medicine_dose WHERE voided_at IS NULL ORDER BY given_at, id")


def test_a_bed_a_dose_and_an_hour_stand_whole_in_the_smallest_window(dressed: Theme, qtbot: QtBot) -> None:
    view = RoundView(RoundModel(), dressed)
    qtbot.addWidget(view)
    view.resize(dressed.px(840), dressed.px(300))
    view.show()
    longest = {
        Column.PLACE: "AB2-D1-P04-07",
        Column.DOSE: "0,15 mg",
        Column.HOUR: "khi cần",
        Column.NEEDS: "Lưu ý",
    }
    for column, words in longest.items():
        room = view.columnWidth(COLUMNS.index(column)) - dressed.px(PAD) - dressed.px(PAD) // 2
        assert room >= view.fontMetrics().horizontalAdvance(words), column
    assert sum(view.columnWidth(place) for place in range(len(COLUMNS))) <= view.viewport().width()


def test_a_nurse_reads_name_and_strength_of_a_medicine_whole_at_one_and_a_half(
    ward: Ward, nurse: Bedside, dressed: Theme
) -> None:
    long = replace(PARACETAMOL, generic="Sulfamethoxazol/trimethoprim", strength="800 mg/160 mg")
    command = AddMedicine(long, DrugClass.ORDINARY, date(2017, 1, 1), "Luật Dược 105/2016/QH13")
    ward.ids["long"] = ward.write(add_medicine, command, by="chemist").id
    ward.order("paracetamol", 500, 9)
    ward.order("long", 500, 9, unit=long.dose_unit)
    dressed.set(scale=1.5)
    page = nurse.round()
    view, model = page.view, page.model
    assert {model.text(row, Column.MEDICINE) for row in range(2)} == {
        "Paracetamol 500 mg",
        "Sulfamethoxazol/trimethoprim 800 mg/160 mg",
    }
    painter, cells = view.itemDelegate(), (Column.PERSON, Column.MEDICINE)
    assert isinstance(painter, RoundDelegate)
    for row in range(2):
        for column in cells if model.is_first(row) else cells[1:]:
            room = view.visualRect(model.index(row, COLUMNS.index(column)))
            lines = painter.lines(row, column, room.width() - dressed.px(PAD) - dressed.px(PAD) // 2)
            assert "".join(lines).replace(" ", "") == model.text(row, column).replace(" ", "")
            metrics = QFontMetrics(dressed.font(weight=WEIGHTS.get(column, QFont.Weight.Normal)))
            assert max(map(metrics.horizontalAdvance, lines)) <= room.width()
            assert len(lines) * metrics.lineSpacing() <= room.height()
    assert sum(view.columnWidth(place) for place in range(len(COLUMNS))) <= view.viewport().width()


def test_a_round_is_given_by_one_key_a_dose_and_two_where_a_reason_is_needed(ward: Ward, nurse: Bedside) -> None:
    ward.order("paracetamol", 500, 9)
    ward.order("loperamide", 2, 9)
    ward.order("clonidine", 150, 9, person="hoa")
    page = nurse.round()
    assert page.bar.chosen().wanted is Round.MORNING
    assert page.bar.chosen().cabinet_id == ward["cabinet"]
    assert page.progress.count.text() == "0 / 3"
    # A key held down gives one dose, and what was read before the mark does not take it back.
    before = ward.read(get_ward_round, page.asked(), by="nurse")
    press(page.view, SPACE)
    repeated = QKeyEvent(QEvent.Type.KeyPress, SPACE, Qt.KeyboardModifier.NoModifier, " ", True)
    QCoreApplication.sendEvent(page.view, repeated)
    page._on_read(before)
    assert page.model.text(0, Column.STATE) == "đã dùng 09:00"
    assert page.view.currentIndex().row() == 1
    # An input method hands the letter over itself.
    composed = QInputMethodEvent("t", [])
    QCoreApplication.sendEvent(page.view, composed)
    assert page.strip.is_asking
    press(page.strip.line, Qt.Key.Key_Escape)
    press(page.view, Qt.Key.Key_T)
    assert page.strip.is_asking
    press(page.strip.line, Qt.Key.Key_1)
    press(page.view, Qt.Key.Key_V)
    press(page.strip.line, Qt.Key.Key_3)
    page.ask()
    assert [outcome for outcome, _ in kept(ward)] == ["given", "refused", "absent"]
    assert page.progress.count.text() == "3 / 3"
    told = [page.model.text(number, Column.STATE) for number in range(3)]
    assert [one.split()[0] for one in told] == ["đã", "từ", "vắng"]
    # Again the same key: told who wrote it, nothing written twice.
    page.view.go_to(0)
    press(page.view, SPACE)
    assert "Không ghi lần thứ hai" in page.banner.text()
    assert "Điều Dưỡng Vân" in page.banner.text()
    assert len(kept(ward)) == 3


def test_a_round_not_read_yet_counts_no_dose(nurse: Bedside) -> None:
    page = nurse.round()
    told: list[str] = []
    page.summary_changed.connect(told.append)
    assert "0 đã dùng" in page.subtitle_text()
    page._forget_lines()
    page._show_tally()
    assert (page.subtitle_text(), told) == ("", [""])


def test_what_another_nurse_wrote_is_shown_and_never_written_twice(ward: Ward, nurse: Bedside) -> None:
    order = ward.order("paracetamol", 500, 9)
    page = nurse.round()
    ward.record(ward.said(order, "09:00"), by="chief")
    press(page.view, SPACE)
    assert "Điều Dưỡng Trưởng đã ghi" in page.banner.text()
    assert nurse.said[-1][1] is Tone.DANGER
    assert [outcome for outcome, _ in kept(ward)] == ["given"]
    page.ask()
    assert page.model.text(0, Column.STATE).startswith("đã dùng")
    assert "Điều Dưỡng Trưởng" in [one.row.officer for one in page.model.lines]


def test_a_dose_off_its_hour_asks_why_and_is_written_as_such(ward: Ward, nurse: Bedside) -> None:
    ward.order("paracetamol", 500, 9)
    ward.at(10, 20)
    page = nurse.round()
    assert page.model.text(0, Column.STATE) == "quá giờ"
    press(page.view, SPACE)
    assert "lệch giờ 09:00 hơn 60 phút" in page.strip.title.whole_text()
    press(page.strip.line, Qt.Key.Key_Escape)
    assert kept(ward) == []
    press(page.view, SPACE)
    press(page.strip.line, Qt.Key.Key_Return)
    assert not page.strip.fault.isHidden()
    press(page.strip.line, Qt.Key.Key_1)
    assert kept(ward) == [("late", "Người bệnh đến muộn")]


def test_a_controlled_medicine_is_given_after_the_witness_signed_and_goes_back_the_same_way(
    ward: Ward, nurse: Bedside
) -> None:
    ward.order("diazepam", 5, 9)
    nurse.second_person_chose_a_password()
    page = nurse.round()
    assert page.model.text(0, Column.NEEDS) == "ký cùng"
    press(page.view, SPACE)
    nurse.dialog(page, CountersignDialog).reject()
    assert kept(ward) == []
    press(page.view, SPACE)
    nurse.sign(page, WRONG)
    assert kept(ward) == []
    nurse.sign(page)
    assert kept(ward) == [("given", None)]
    # Who signed stands on the card at once, as it will when the round is read again.
    (given,) = [line.row for line in page.model.lines if line.row.dose_id]
    assert given.witness
    assert given.witness == ward.round()[0].witness
    press(page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(page.strip.line, Qt.Key.Key_1)
    nurse.dialog(page, Question).button("back").click()
    dialog = nurse.dialog(page, CountersignDialog)
    assert dialog.name_edit.text() == "Người Thứ Hai"
    nurse.sign(page)
    page.ask()
    assert kept(ward) == []
    assert ward.pharmacy.left()["Tủ trực khu A", "D01"] == "40 viên"
    assert page.model.text(0, Column.STATE) == "đến giờ"


def test_a_refusal_stands_at_its_dose_and_above_in_words_with_the_way_on(ward: Ward, nurse: Bedside) -> None:
    ward.order("paracetamol", 500, 9, verified=False)
    ward.order("clonidine", 150, 9, person="hoa")
    page = nurse.round()
    stand_at(page, "Paracetamol")
    press(page.view, SPACE)
    assert states(page)["Đức Paracetamol 09:00"] == "CHƯA GHI ĐƯỢC"
    assert "dược sĩ chưa duyệt y lệnh này" in page.banner.text()
    assert page.banner.isVisible()
    assert page.progress.count.text() == "0 / 2"
    page.banner.action_requested.emit()
    assert page.model.text(page.view.currentIndex().row(), Column.MEDICINE).startswith("Paracetamol")
    # Another cabinet than one's own, or none: told, nothing lost.
    page.asking.place_id = ward["safe"]
    stand_at(page, "Clonidin")
    press(page.view, SPACE)
    assert "Không lấy thuốc cho người bệnh từ" in page.banner.text()
    page.asking.place_id = ward["cabinet"]
    # The disk takes nothing: said as loudly, and the dose is still open.
    desk = Desk(ward.facility.database, nurse.context.actor)
    nurse.runner.workplace = FullDisk(desk)
    stand_at(page, "Clonidin")
    press(page.view, SPACE)
    assert states(page)["Hoa Clonidin 09:00"] == "CHƯA GHI ĐƯỢC"
    assert "Ổ đĩa đã đầy" in page.banner.text()
    assert nurse.said[-1][1] is Tone.DANGER
    assert kept(ward) == []
    nurse.runner.workplace = desk
    stand_at(page, "Clonidin")
    press(page.view, SPACE)
    assert [outcome for outcome, _ in kept(ward)] == ["given"]


def test_a_dose_that_came_up_is_counted_by_itself_and_not_as_taken(ward: Ward, nurse: Bedside) -> None:
    order, _ = ward.order("paracetamol", 500, 9, 10), ward.order("paracetamol", 500, 10, person="hoa")
    given, _ = ward.record(ward.said(order, "09:00"), ward.said(order, "10:00"))
    page = nurse.round()
    assert (page.model.tally().taken, page.progress.count.text()) == (2, "2 / 3")
    ward.write(record_vomiting, RecordVomiting(given.dose_id, given.version, ward.at(9, 10)), by="nurse")
    page.ask()
    tally = page.model.tally()
    assert (tally.whole, tally.taken, tally.vomited, tally.not_taken, tally.left) == (3, 1, 1, 0, 1)
    assert page.progress.count.text() == "2 / 3, trong đó 1 nôn"
    assert page.subtitle_text().startswith("3 liều · 1 đã dùng · 1 nôn · 0 không dùng · 1 còn lại")
    page.finish()
    assert "1 đã dùng, 1 nôn" in nurse.dialog(page, RoundEnd).text_label.text()


def test_as_needed_asks_what_for_and_then_how_it_worked_and_vomiting_says_what_to_do(
    ward: Ward, nurse: Bedside
) -> None:
    ward.order("paracetamol", 500)
    page = nurse.round()
    assert page.progress.count.text() == "0 / 0"
    stand_at(page, "Paracetamol", "prn")
    press(page.view, SPACE)
    press(page.strip.line, Qt.Key.Key_Return)
    assert kept(ward) == [("given", "đau")]
    page.ask()
    stand_at(page, "Paracetamol", "prn-1")
    press(page.view, Qt.Key.Key_E)
    press(page.strip.line, Qt.Key.Key_2)
    assert ward.sql("SELECT effect FROM medicine_dose") == [("Đỡ ít",)]
    press(page.view, Qt.Key.Key_N)
    press(page.strip.line, Qt.Key.Key_2)
    assert "không tự cho lại liều" in page.banner.text()
    page.ask()
    assert states(page)["Đức Paracetamol prn-1"].startswith("nôn")
    # Too soon after the last: refused in words.
    stand_at(page, "Paracetamol", "prn")
    press(page.view, SPACE)
    press(page.strip.line, Qt.Key.Key_Return)
    assert "cách nhau ít nhất 4 giờ" in page.banner.text()


def test_advice_about_a_dose_is_gone_with_its_round_and_no_facts_of_another_dose_stand_under_this_one(
    ward: Ward, nurse: Bedside
) -> None:
    ward.order("paracetamol", 500, 9)
    ward.order("loperamide", 2)
    page = nurse.round()
    press(page.view, SPACE)
    page.ask()
    stand_at(page, "Paracetamol")
    press(page.view, Qt.Key.Key_N)
    press(page.strip.line, Qt.Key.Key_1)
    assert "không tự cho lại liều" in page.banner.text()
    page.card.ask()
    assert page.card.facts.findChildren(QLabel) != []
    stand_at(page, "Loperamid")
    page.card.show_line(page.view.line())
    assert page.card.dose.text().startswith("Loperamid")
    assert [one.text() for one in page.card.facts.findChildren(QLabel)] == []
    page.bar.rounds[Round.NIGHT].click()
    assert page.banner.isHidden()


def test_who_left_is_gone_from_the_round_and_no_key_meets_the_next_person(ward: Ward, nurse: Bedside) -> None:
    ward.order("paracetamol", 500, 9)
    ward.order("clonidine", 150, 9, person="hoa")
    page = nurse.round()
    stand_at(page, "Paracetamol")

    stay = ward.read(get_stay, ward["duc's stay"])
    ward.write(end_stay, EndStay(stay.stay_id, stay.version, ExitCode.DEATH, TODAY), by="head")
    page.ask()
    assert list(states(page)) == ["Hoa Clonidin 09:00"]
    assert not page.view.currentIndex().isValid()
    assert "không còn trong lượt này" in page.banner.text()
    press(page.view, SPACE)
    assert kept(ward) == []


def test_what_reveals_hiv_is_opened_by_whoever_may_with_a_trail_and_closed_at_the_lock(
    ward: Ward, nurse: Bedside, dressed: Theme, qtbot: QtBot
) -> None:
    ward.order("tld", 1, 9)
    ward.order("paracetamol", 500, 9, person="hoa")
    ward.write(add_allergy, AddAllergy(ward["duc"], "Nevirapin", AllergySeverity.SEVERE))
    page = nurse.round()
    assert "TDF" not in "".join(states(page))
    assert page.model.allergic == frozenset()
    assert "chưa tính liều giữ kín" in page.subtitle_text()
    looks = "SELECT count(*) FROM audit_entry WHERE verb = 'medication.open_private_round'"
    assert ward.sql(looks) == [(0,)]
    page.finish()
    end = nurse.dialog(page, RoundEnd)
    end.private_button.click()
    # One for the round, one at the person.
    assert ward.sql(looks) == [(2,)]
    stand_at(page, "TDF")
    page.card.show_line(page.view.line())
    page.card.ask()
    assert "Nevirapin" in page.card.alert.text()
    assert page.model.allergic == {ward["duc"]}
    press(page.view, SPACE)
    page.ask()
    assert states(page)["Đức TDF/3TC/DTG 09:00"].startswith("đã dùng")
    assert ward.sql("SELECT count(*) FROM private_medicine_dose") == [(1,)]
    assert ward.sql(looks) == [(2,)]
    page.flush()
    assert "TDF" not in "".join(states(page))
    assert page.model.allergic == frozenset()
    assert "Nevirapin" not in page.card.alert.text() + page.who.text()
    auditor = Bedside(ward, dressed, qtbot, "auditor")
    seen = auditor.round()
    assert "TDF" not in "".join(states(seen))
    assert "giữ kín" not in seen.subtitle_text()
    (action,) = [one for one in seen.main_actions() if one.id == "medication.open_private_round"]
    assert not auditor.context.may(action.permission)
    stand_at(seen, "Paracetamol")
    press(seen.view, SPACE)
    assert "chỉ xem được" in seen.banner.text()
    auditor.runner.close()


def test_nothing_of_a_private_dose_goes_onto_the_clipboard_and_an_open_one_does(
    ward: Ward, nurse: Bedside
) -> None:
    ward.order("tld", 1, 9)
    ward.order("paracetamol", 500, 9)
    page = nurse.round()
    page.private.open()
    board = QGuiApplication.clipboard()
    for wanted, kept in (("TDF", "trước đó"), ("Paracetamol", "Paracetamol 500 mg")):
        stand_at(page, wanted)
        row = page.view.currentIndex().row()
        here = page.model.index(row, COLUMNS.index(Column.MEDICINE))
        page.view.selectionModel().setCurrentIndex(here, QItemSelectionModel.SelectionFlag.NoUpdate)
        board.setText("trước đó")
        press(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert board.text() == kept
        assert ("không chép được" in page.banner.text()) is (wanted == "TDF")
        page.banner.set("", Tone.INFO)


def test_the_card_of_a_private_dose_never_says_that_no_allergy_is_known(ward: Ward, nurse: Bedside) -> None:
    ward.order("tld", 1, 9)
    ward.order("paracetamol", 500, 9)
    page = nurse.round()
    stand_at(page, "Paracetamol")
    page.card.show_line(page.view.line())
    page.card.ask()
    assert page.card.alert.text().startswith("CHƯA HỎI")
    ward.write(note_no_allergy, ward["duc"], by="nurse")
    page.card.ask()
    assert not page.card.quiet.isHidden()
    page.private.open()
    stand_at(page, "TDF")
    page.card.show_line(page.view.line())
    page.card.ask()
    assert page.card.quiet.isHidden()
    assert page.card.alert.isHidden()


def test_the_end_of_a_round_names_what_is_open_and_papers_are_at_hand(ward: Ward, nurse: Bedside) -> None:
    ward.order("paracetamol", 500, 9)
    ward.order("loperamide", 2, 9)
    allergy = AddAllergy(ward["duc"], "penicilin", AllergySeverity.SEVERE)
    ward.write(add_allergy, allergy)
    page = nurse.round()
    assert page.model.is_allergic(0)
    page.card.ask()
    assert "penicilin" in page.card.alert.text()
    # All doses of one person by one key.
    press(page.view, SPACE, Qt.KeyboardModifier.ShiftModifier)
    assert page.progress.count.text() == "2 / 2"
    page.finish()
    end = nurse.dialog(page, RoundEnd)
    assert end.windowTitle() == "Lượt này đã ghi đủ"
    end.reject()
    day, *_ = [one for one in page.main_actions() if one.id == "medication.print_day"]
    day.run()
    nurse.dialog(page, PreviewDialog).reject()
    assert nurse.set == ["PHIẾU THUỐC 24 GIỜ TỚI"]
    # Another round has none: said, with what to do next.
    page.bar.rounds[Round.NIGHT].click()
    assert page.states.state() is State.EMPTY
    page.catch_up()
    assert nurse.gone[-1].args == {"day": "2026-11-23", "round": "night"}
