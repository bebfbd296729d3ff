"""The record on a person's page by its forms: refused with what was typed kept, struck out and read still."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from facility_app.app.pages import PARTS, PLAIN_PRESS
from facility_app.kernel.actor import Role
from facility_app.modules.access.queries import list_looks
from facility_app.modules.treatment.domain.record import NoteKind
from facility_app.modules.treatment.ui import entry, plan_forms, record_verbs
from facility_app.modules.treatment.ui.record_entry import mark_of
from facility_app.modules.treatment.ui.record_forms import _codes
from facility_app.modules.treatment.ui.record_pane import HealthPane
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.forms.picker import Choice
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import Chip
from tests.helpers.screens import Screens, fill, texts
from tests.modules.treatment.ward import HEAD, Ward

SEERS = {Role.DOCTOR, Role.CHIEF_NURSE, Role.NURSE, Role.HEAD, Role.AUDITOR, Role.COUNSELLOR}


class Desks:
    """Everybody who sits down at the ward's screens."""

    def __init__(self, ward: Ward, theme: Theme, qtbot: QtBot) -> None:
        self.ward, self.theme, self.qtbot = ward, theme, qtbot
        self.seats: list[Screens] = []

    def pane(self, person: str, *roles: Role, who: str = "") -> HealthPane:
        """The tab of somebody, as these roles see it."""
        seat = Screens(self.ward.facility, self.ward.actor(*roles, who=who), self.theme, self.qtbot)
        self.seats.append(seat)
        made = HealthPane(PLAIN_PRESS, seat.context, self.ward[person])
        self.qtbot.addWidget(made)
        made.resize(1106, 900)
        made.show()
        return made


@pytest.fixture
def desks(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Desks]:
    """The ward's screens."""
    made = Desks(ward, dressed, qtbot)
    yield made
    for seat in made.seats:
        seat.leave()


def dialog(pane: HealthPane, kind: type[Any] = FormDialog) -> Any:
    """The dialog that is open."""
    (found,) = [one for one in pane.findChildren(kind) if one.isVisible()]
    return found


def chips(pane: HealthPane) -> list[str]:
    """What the glance warns of."""
    return [one.text() for one in pane.glance.chips.findChildren(Chip) if one.parent() is not None]


def verbs(pane: HealthPane) -> list[str]:
    """What is offered, behind the dots too; papers are tested with the trail."""
    offered = (one.spec.id for one in pane.glance.bar.commands())
    return [one for one in offered if not one.startswith("treatment.print_")]


def figures(pane: HealthPane) -> str:
    """Everything the glance says in lines."""
    return "\n".join(
        f"{one.accessibleName()}" for one in pane.glance.figures.findChildren(type(pane.records.entry.text_label))
    )


def test_the_tab_is_there_for_those_of_the_table_of_access_and_for_nobody_else() -> None:
    (part,) = [one for one in PARTS["resident"] if one.id == entry.TAB]
    assert part.permission is not None
    assert set(part.permission.roles) == SEERS
    # Neither a number beside its name nor a chip in the header tells others anything.
    assert part.count is None


def test_a_newcomer_is_triaged_written_about_and_diagnosed_by_forms_that_keep_what_is_typed(
    desks: Desks,
) -> None:
    ward, pane = desks.ward, desks.pane("man", Role.DOCTOR)
    assert verbs(pane)[0] == "treatment.triage"
    assert chips(pane) == ["Chưa phân loại khi đến"]
    pane.ask_triage()
    form = dialog(pane)
    fill(form, flag_withdrawal="1", flag_suicide="1", note="vã mồ hôi")
    form.form.submit()
    assert chips(pane) == [
        "Nguy cơ tự hại: trông liên tục, chờ bác sĩ quyết định",
        "Hội chứng cai",
        "Nguy cơ tự hại, tự sát",
    ]
    assert verbs(pane)[0] == "treatment.answer_flag"
    pane.ask_answer()
    fill(dialog(pane), answer="COWS 18, cho methadon")
    dialog(pane).form.submit()
    assert "Hội chứng cai" not in chips(pane)
    assert "Hội chứng cai: đúng. COWS 18, cho methadon" in pane.records.entry.text_label.text()

    pane.ask_note(NoteKind.EXAMINATION)
    form = dialog(pane)
    fill(form, happened_at="19/11/2026", text="Đồng tử giãn")
    form.form.submit()
    # Before the stay: refused at its field, and what was typed stays.
    assert form.form.fields["happened_at"].message() == "Hãy xem lại giờ, ngày"
    assert form.form.fields["text"].value() == "Đồng tử giãn"
    fill(form, happened_at="22/11/2026")
    form.form.submit()
    assert texts(pane.records.card.table, "title") == ["Phân loại khi đến", "Khám"]
    assert texts(pane.records.card.table, "mark") == ["", "ghi muộn"]

    pane.ask_diagnosis()
    form = dialog(pane)
    form.form.submit()
    assert form.form.fields["code"].message() == "Cần điền mục này."
    with ward.facility.database.read(ward.actor(Role.DOCTOR)) as uow:
        found = _codes(pane._asking(), uow, "trang thai cai thuoc phien")
        assert all(not one.id.startswith(("B20", "B24", "Z21")) for one in _codes(pane._asking(), uow, "hiv"))
    assert "F11.3" in {one.id for one in found} | {one.id[:5] for one in found}
    form.form.fields["code"].choose(Choice("F11.3", "Trạng thái cai"))
    form.form.submit()
    assert "F11.3" in figures(pane)
    assert ward.sql("SELECT is_main, certainty FROM diagnosis") == [(1, "provisional")]


def test_a_schedule_is_set_and_ended_with_a_reason_by_whoever_leads_care_and_told_in_the_glance(
    desks: Desks,
) -> None:
    assert "treatment.start_plan" not in verbs(desks.pane("man", Role.NURSE))
    ward, pane = desks.ward, desks.pane("man", Role.CHIEF_NURSE)
    pane.ask_plan()
    form = dialog(pane)
    form.form.fields["situation"].set_value("opioid_detox")
    form.form.submit()
    assert ward.sql("SELECT situation, ended_at FROM observation_plan") == [("opioid_detox", None)]
    assert "Đo sinh hiệu" in figures(pane)
    # What runs is not offered again; the only one that runs is chosen already, and why it ends must be said.
    assert pane.seen is not None
    assert "opioid_detox" not in {str(one.value) for one in plan_forms.offered(pane.seen)}
    pane.ask_plan_end()
    form = dialog(pane)
    form.form.submit()
    assert form.form.fields["reason"].message() == "Cần điền mục này."
    fill(form, reason="hết hội chứng cai")
    form.form.submit()
    assert ward.sql("SELECT end_reason FROM observation_plan") == [("hết hội chứng cai",)]
    assert "chưa đặt lịch theo dõi" in figures(pane)


def test_a_place_is_asked_for_and_the_house_learns_the_kind_of_room_alone(desks: Desks) -> None:
    assert "treatment.ask_placement" not in verbs(desks.pane("man", Role.NURSE))
    ward, pane = desks.ward, desks.pane("man", Role.DOCTOR)
    assert "treatment.ask_placement" in verbs(pane)
    pane.ask_place()
    form = dialog(pane)
    form.form.fields["need"].set_value("infection_room")
    fill(form, until="30/11/2026", cohort="A")
    form.form.submit()
    assert form.form.fields["reason"].message() == "Cần điền mục này."
    fill(form, reason="AFB dương tính")
    form.form.submit()
    ((kind, until, cohort),) = ward.sql("SELECT kind, until_at, cohort FROM housing_need")
    assert (kind, cohort) == ("infection_room", "A")
    # To the end of the last day here, which is seven hours ahead.
    assert until.startswith("2026-11-30T17:00")
    assert "AFB" not in str(ward.sql("SELECT * FROM housing_need"))
    assert "Cần phòng cách ly" in figures(pane)
    assert "AFB dương tính" in figures(pane)


def test_a_doctor_alone_says_by_keys_who_may_work_and_the_limits_are_asked_only_with_that_answer(
    desks: Desks,
) -> None:
    """NĐ 163/2026 Đ117.2: the answer and its limits, never why."""
    assert "treatment.decide_fitness" not in verbs(desks.pane("man", Role.CHIEF_NURSE))
    ward, pane = desks.ward, desks.pane("man", Role.DOCTOR)
    assert "chưa có kết luận" in figures(pane)
    pane.ask_fitness()
    form = dialog(pane)
    assert not form.form.fields["no_heavy"].isVisible()
    form.form.submit()
    assert form.form.fields["verdict"].message() == "Cần điền mục này."
    type_keys(desks, form, "verdict", "co gioi han")
    QTest.keyClick(form.form.fields["verdict"].findChild(QLineEdit), Qt.Key.Key_Tab)
    assert form.form.fields["no_heavy"].isVisible()
    form.form.submit()
    # Limits without a limit: the rule in words, and the form stays with what was typed.
    assert any("nêu ít nhất một giới hạn" in one.text() for one in form.findChildren(QLabel))
    assert ward.sql("SELECT count(*) FROM work_fitness") == [(0,)]
    QTest.keyClick(form.form.fields["no_heavy"].findChild(QCheckBox), Qt.Key.Key_Space)
    type_keys(desks, form, "valid_until", "31122026")
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert ward.sql("SELECT verdict, limits, valid_until FROM work_fitness") == [
        ("limited", "no_heavy", "2026-12-31")
    ]
    assert "Lao động có giới hạn, đến 31/12/2026" in figures(pane)
    assert "không mang vác nặng" in figures(pane)
    pane.ask_fitness()
    form = dialog(pane)
    type_keys(desks, form, "verdict", "khong du")
    QTest.keyClick(form.form.fields["verdict"].findChild(QLineEdit), Qt.Key.Key_Tab)
    form.form.submit()
    assert "Không đủ sức khỏe lao động" in figures(pane)
    pane.strike_fitness()
    asked = dialog(pane, ReasonDialog)
    asked.reason_edit.setPlainText("ghi nhầm người")
    asked.give_button.click()
    assert "Lao động có giới hạn, đến 31/12/2026" in figures(pane)


def type_keys(desks: Desks, form: Any, name: str, text: str) -> None:
    """Type into a field as a hand does."""
    form.activateWindow()
    desks.qtbot.waitUntil(form.isActiveWindow)
    edit = form.form.fields[name].findChild(QLineEdit)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def test_an_entry_is_struck_out_with_a_reason_stays_readable_and_is_written_again(desks: Desks) -> None:
    ward, pane = desks.ward, desks.pane("man", Role.DOCTOR)
    pane.ask_note(NoteKind.PROGRESS)
    fill(dialog(pane), text="Sốt 39")
    dialog(pane).form.submit()
    assert record_verbs.why_not_again(pane.records.chosen_entry()) is not None
    # A nurse may not strike out what the doctor wrote, and reads whose it is.
    other = desks.pane("man", Role.NURSE, who="second")
    assert "bác sĩ được gạch bỏ" in (other._why_not_strike() or "")
    pane.strike()
    asked = dialog(pane, ReasonDialog)
    asked.reason_edit.setPlainText("ghi nhầm người")
    asked.give_button.click()
    (one,) = pane.seen.notes if pane.seen is not None else ()
    assert one.written.struck_reason == "ghi nhầm người"
    chosen = pane.records.chosen_entry()
    assert chosen is not None
    assert mark_of(chosen) == "đã gạch bỏ"
    assert pane.records.entry.text_label.text() == "Sốt 39"
    assert pane.records.entry.text_label.font().strikeOut()
    pane.write_again()
    fill(dialog(pane), text="Không sốt")
    dialog(pane).form.submit()
    rows = ward.sql("SELECT text, corrects_id IS NOT NULL FROM medical_note ORDER BY created_at, id")
    assert rows == [("Sốt 39", 0), ("Không sốt", 1)]


def test_the_head_reads_a_record_only_with_a_purpose_that_stands_in_the_trail(desks: Desks) -> None:
    ward = desks.ward
    pane = desks.pane("man", Role.DOCTOR)
    pane.ask_note(NoteKind.HISTORY)
    fill(dialog(pane), text="Heroin từ 2010")
    dialog(pane).form.submit()
    head = desks.pane("man", Role.HEAD)
    assert (head.records.card.model.rowCount(), verbs(head)) == (0, ["treatment.open_record"])
    head.open_record()
    asked = dialog(head, ReasonDialog)
    asked.reason_edit.setPlainText("đơn khiếu nại")
    asked.give_button.click()
    assert texts(head.records.card.table, "text") == ["Heroin từ 2010"]
    looks = ward.read(list_looks, "resident", ward["man"], by=HEAD)
    assert [one.purpose for one in looks if one.verb == "treatment.open_record"] == ["đơn khiếu nại"]


def test_nobody_here_yet_says_what_comes_next_and_a_nurse_is_offered_only_what_she_writes(desks: Desks) -> None:
    pane = desks.pane("newcomer", Role.NURSE)
    assert verbs(pane) == ["treatment.triage", "treatment.note_care", "treatment.record_event"]
    assert "phân loại khi đến trước" in (pane.glance.bar.commands()[1].spec.why_not() or "")
    assert pane.states.currentWidget() is not None
    pane.ask_triage()
    form = dialog(pane)
    form.form.submit()
    # Nothing dangerous seen is written down as well.
    assert texts(pane.records.card.table, "text") == ["Không thấy dấu hiệu nguy hiểm"]
