"""The page of one person: opening it is noted, tabs keep to the role, every change is safe against another's."""

import re
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look
from facility_app.modules.access.api import list_looks
from facility_app.modules.residents.domain.body import BodyPart, BodySide, Mark, MarkKind, Pose
from facility_app.modules.residents.domain.safety import Alert, AlertKind, AlertLevel, KeepApart, Strength
from facility_app.modules.residents.queries.entries import list_addresses, list_alerts, list_aliases, list_papers
from facility_app.modules.residents.queries.people import list_resident_ids
from facility_app.modules.residents.queries.person import get_resident
from facility_app.modules.residents.service.body import AddPhoto, add_mark, add_photo
from facility_app.modules.residents.service.entries import AddEntry
from facility_app.modules.residents.service.people import EditResident, edit_resident
from facility_app.modules.residents.service.safety import keep_apart, raise_alert
from facility_app.modules.residents.ui.body_map import BodyMap, Spot
from facility_app.modules.residents.ui.body_tab import BodyPane
from facility_app.modules.residents.ui.entry_card import EntryCard
from facility_app.modules.residents.ui.overview import OverviewPane
from facility_app.modules.residents.ui.people_list import ADD_PAGE
from facility_app.modules.residents.ui.person_page import ask_keep_apart
from facility_app.modules.residents.ui.safety_tab import SafetyPane
from facility_app.ui.dialogs.code import CodeDialog
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.forms.conflict import ConflictDialog
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.record_page import RecordPage
from facility_app.ui.shell.spec import ChipText, Route
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import State
from tests.modules.residents.conftest import Screen, picture
from tests.modules.residents.pages import card, dialog, person_page, tab
from tests.modules.residents.people import ALIAS, CARD, DUC, FATHER, HOA, HOME, TODAY

ESCAPE = Alert(AlertKind.ESCAPE_RISK, AlertLevel.DANGER, TODAY, "Hai người kèm")
ALLERGY = Alert(AlertKind.ALLERGY, AlertLevel.WARNING, TODAY, "Penicillin")


def test_opening_a_page_is_written_to_the_trail_and_its_name_announced(screen: Screen) -> None:
    kept = screen.person()
    person_page(screen, kept.resident_id)
    looks = screen.read(lambda uow: list_looks(uow, "resident", kept.resident_id))
    assert [one.verb for one in looks] == ["residents.open_resident"]
    assert screen.called == [DUC.name]


def test_the_header_tells_who_it_is_and_what_to_heed(screen: Screen) -> None:
    kept, other = screen.person(papers=(CARD,), addresses=(HOME,)), screen.person(HOA)
    screen.sign_in(Role.HEAD, Role.DOCTOR)
    screen.write(lambda uow: raise_alert(uow, AddEntry(kept.resident_id, ALLERGY)))
    screen.write(lambda uow: raise_alert(uow, AddEntry(kept.resident_id, ESCAPE)))
    pair = KeepApart(other.resident_id, Strength.HARD, "đánh nhau", TODAY)
    screen.write(lambda uow: keep_apart(uow, AddEntry(kept.resident_id, pair)))
    page = person_page(screen, kept.resident_id)
    assert page.header.title_label.text() == DUC.name
    assert page.header.chips() == (
        "Chưa vào cơ sở",
        "Nguy cơ bỏ trốn",
        "Dị ứng",
        f"Không xếp chung với {other.code}",
    )


def test_ctrl_n_adds_the_next_person_unless_the_tab_shown_has_that_key(screen: Screen) -> None:
    page = person_page(screen, screen.person().resident_id)
    (add,) = [one for one in page.header.bar.commands() if one.spec.id == "residents.register_resident"]
    assert (add.keys(), add in page.header.bar.behind_the_dots()) == ("Ctrl+N", True)
    here = page.first_focus()
    QTest.keyClick(here, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert screen.went == [Route(ADD_PAGE)]
    own = QAction(page)
    own.setShortcut(QKeySequence("Ctrl+N"))
    taken: list[bool] = []
    own.triggered.connect(lambda: taken.append(True))
    here.addAction(own)
    QTest.keyClick(here, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert (taken, screen.went) == ([True], [Route(ADD_PAGE)])


def test_a_guard_sees_neither_the_file_nor_health_nor_who_looked(screen: Screen) -> None:
    kept = screen.person(papers=(CARD,))
    screen.sign_in(Role.DOCTOR)
    screen.write(lambda uow: raise_alert(uow, AddEntry(kept.resident_id, ALLERGY)))
    screen.sign_in(Role.GUARD)
    page = person_page(screen, kept.resident_id)
    assert [page.tabs.tabText(place) for place in range(page.tabs.count())] == [
        "Tổng quan",
        "Ảnh && nhận dạng",
        "Cảnh báo && tách riêng",
        "Giấy tờ quét",
    ]
    assert page.findChild(EntryCard, "card_paper") is None
    assert page.header.chips() == ("Chưa vào cơ sở",)


def test_a_guard_reads_why_he_may_not_add_another_name(screen: Screen) -> None:
    kept = screen.person()
    screen.sign_in(Role.GUARD)
    page = person_page(screen, kept.resident_id)
    aliases = card(page, "alias")
    assert "Sửa nhân thân" in aliases.add_button.why_not()
    QTest.keyClick(aliases.table, Qt.Key.Key_Insert)
    assert not page.findChildren(FormDialog)


def test_tabs_turn_by_keyboard_and_are_made_when_first_shown(screen: Screen, qtbot: QtBot) -> None:
    kept = screen.person(relatives=(FATHER,))
    page = person_page(screen, kept.resident_id)
    assert page.tabs.stack.count() == 1
    QTest.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.tabs.part_id() == "residents.family"
    assert page.tabs.stack.count() == 2
    assert card(tab(page), "relative").model.ids
    assert page.tabs.count_of("residents.family") == 1


def test_a_name_is_added_and_corrected_by_keyboard_alone(screen: Screen) -> None:
    kept = screen.person()
    page = person_page(screen, kept.resident_id)
    aliases = card(page, "alias")
    QTest.keyClick(aliases.table, Qt.Key.Key_Insert)
    form = dialog(page).form
    line = form.findChild(ComposingLine, "name_edit")
    assert line is not None
    QTest.keyClicks(line, "Duc Cong")
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert aliases.model.rowCount() == 1
    aliases.table.select_ids(aliases.model.ids)
    QTest.keyClick(aliases.table, Qt.Key.Key_Return)
    form = dialog(page).form
    form.fields["name"].set_typed("Đức Cống")
    form.submit()
    names = screen.read(lambda uow: list_aliases(uow, kept.resident_id))
    assert [one.facts.name for one in names] == ["Đức Cống"]
    assert [tone for _text, tone in screen.said] == [Tone.OK, Tone.OK]


def test_an_entry_is_struck_out_with_a_reason_and_never_without(screen: Screen) -> None:
    kept = screen.person(aliases=(ALIAS,))
    page = person_page(screen, kept.resident_id)
    aliases = card(page, "alias")
    aliases.table.select_ids(aliases.model.ids)
    QTest.keyClick(aliases.table, Qt.Key.Key_Delete)
    asked = page.findChild(ReasonDialog)
    assert asked is not None
    asked.give_button.click()
    assert asked.error_label.text()
    asked.reason_edit.replace_text("Ghi nhầm người")
    asked.give_button.click()
    assert aliases.model.rowCount() == 0
    (struck,) = screen.read(lambda uow: list_aliases(uow, kept.resident_id, with_voided=True))
    assert struck.void_reason == "Ghi nhầm người"


def test_a_refusal_stands_at_its_field_and_the_form_stays(screen: Screen) -> None:
    kept = screen.person(papers=(CARD,))
    page = person_page(screen, kept.resident_id)
    papers = card(page, "paper")
    papers.edit_entry(papers.model.ids[0])
    form = dialog(page).form
    form.fields["number"].set_typed("12345")
    form.submit()
    assert "12 chữ số" in form.fields["number"].message()
    assert dialog(page).isVisible()


def test_an_address_takes_its_names_from_the_commune_chosen(screen: Screen) -> None:
    kept = screen.person()
    page = person_page(screen, kept.resident_id)
    card(page, "address").add_entry()
    form = dialog(page).form
    form.fields["place"].set_typed("=01\tThành phố Hà Nội\n=00070\tPhường Hoàn Kiếm")
    form.fields["detail"].set_typed("số 5")
    form.submit()
    (made,) = screen.read(lambda uow: list_addresses(uow, kept.resident_id))
    assert made.facts.commune_code == "00070"
    assert made.facts.place_text == "Phường Hoàn Kiếm, Thành phố Hà Nội"


def identity_form(page: RecordPage) -> FormDialog[Any]:
    """The form of the person's own facts, open."""
    pane = tab(page)
    assert isinstance(pane, OverviewPane)
    assert pane.identity is not None
    pane.identity.edit()
    return dialog(page)


def test_f2_corrects_the_person_and_in_a_table_its_row(screen: Screen) -> None:
    kept = screen.person(aliases=(ALIAS,))
    page = person_page(screen, kept.resident_id)
    page.first_focus().setFocus()
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_F2)
    opened = dialog(page)
    assert "ethnicity" in opened.form.fields
    opened.reject()
    aliases = card(page, "alias")
    aliases.table.select_ids(aliases.model.ids)
    QTest.keyClick(aliases.table, Qt.Key.Key_F2)
    assert set(dialog(page).form.fields) == {"name", "kind"}


def test_a_file_made_by_mistake_is_struck_out_by_typing_its_code(screen: Screen) -> None:
    kept = screen.person()
    page = person_page(screen, kept.resident_id)
    (void,) = [one for one in page.main_actions() if one.id == "residents.void_resident"]
    void.run()
    why = page.findChild(ReasonDialog)
    assert why is not None
    why.reason_edit.replace_text("Lập trùng với người khác")
    why.give_button.click()
    asked = page.findChild(CodeDialog)
    assert asked is not None
    asked.code_edit.replace_text("26-9999")
    assert not asked.confirm_button.isEnabled()
    asked.code_edit.replace_text(kept.code)
    asked.confirm_button.click()
    assert screen.read(lambda uow: list_resident_ids(uow, Look())) == ()
    assert [route.page for route in screen.went] == ["residents.list"]


def saved_elsewhere(screen: Screen, resident_id: str, **facts: Any) -> None:
    """Somebody else corrects the same person meanwhile."""
    detail = screen.read(lambda uow: get_resident(uow, resident_id))
    order = EditResident(resident_id, detail.version, replace(detail.person, **facts))
    screen.write(lambda uow: edit_resident(uow, order))


def test_two_who_correct_one_person_see_all_three_sides_and_choose(screen: Screen) -> None:
    kept = screen.person()
    page = person_page(screen, kept.resident_id)
    opened = identity_form(page)
    opened.form.fields["occupation"].set_typed("Thợ hàn")
    opened.form.fields["note"].set_typed("nói to")
    saved_elsewhere(screen, kept.resident_id, occupation="Phụ hồ", height_cm=170)
    opened.form.submit()
    asked = opened.findChild(ConflictDialog)
    assert asked is not None
    rows = {row.name: (row.base, row.mine, row.theirs) for row in asked._rows}
    assert rows == {
        "occupation": ("", "Thợ hàn", "Phụ hồ"),
        "note": ("nói ít", "nói to", "nói ít"),
        "height_cm": ("", "", "170"),
    }
    mine = asked.findChild(QRadioButton, "occupation_mine")
    take = asked.findChild(QWidget, "take")
    assert mine is not None
    assert take is not None
    assert not take.isEnabled()
    mine.click()
    QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    opened.save_button.click()
    person = screen.read(lambda uow: get_resident(uow, kept.resident_id)).person
    assert (person.occupation, person.note, person.height_cm) == ("Thợ hàn", "nói to", 170)


def test_closing_a_form_with_something_typed_asks_first(screen: Screen) -> None:
    kept = screen.person()
    page = person_page(screen, kept.resident_id)
    opened = identity_form(page)
    opened.form.fields["note"].set_typed("nói to")
    opened.reject()
    assert opened.isVisible()
    asked = opened.findChild(QWidget, "leave_dialog")
    assert asked is not None
    give_up = asked.findChild(QWidget, "give_up")
    assert give_up is not None
    QTest.mouseClick(give_up, Qt.MouseButton.LeftButton)
    assert not opened.isVisible()
    assert screen.read(lambda uow: get_resident(uow, kept.resident_id)).person.note == "nói ít"


def test_a_correction_cut_off_by_a_kill_is_offered_back(screen: Screen) -> None:
    kept = screen.person()
    page = person_page(screen, kept.resident_id)
    opened = identity_form(page)
    opened.form.fields["note"].set_typed("nói to")
    opened.keeper.flush()
    opened.form.load(opened.form.loaded())
    opened.accept()
    again = identity_form(page)
    offer = again.keeper.offer()
    assert offer is not None
    offer.recover_button.click()
    assert again.form.fields["note"].shown_typed() == "nói to"


def test_an_alert_is_ended_with_a_reason_and_leaves_the_header(screen: Screen) -> None:
    kept = screen.person()
    screen.sign_in(Role.HEAD, Role.INTAKE)
    screen.write(lambda uow: raise_alert(uow, AddEntry(kept.resident_id, ESCAPE)))
    page = person_page(screen, kept.resident_id, "residents.safety")
    pane = tab(page)
    assert isinstance(pane, SafetyPane)
    pane.alerts.table.select_ids(pane.alerts.model.ids)
    pane.alerts.end_button.click()
    asked = page.findChild(ReasonDialog)
    assert asked is not None
    asked.reason_edit.replace_text("Đã ổn định ba tháng")
    asked.give_button.click()
    assert screen.read(lambda uow: list_alerts(uow, kept.resident_id)) == ()
    assert page.header.chips() == ("Chưa vào cơ sở",)


def test_whoever_is_kept_apart_is_opened_from_the_list(screen: Screen) -> None:
    kept, other = screen.person(), screen.person(HOA)
    screen.sign_in(Role.HEAD)
    pair = KeepApart(other.resident_id, Strength.HARD, "đánh nhau", TODAY)
    screen.write(lambda uow: keep_apart(uow, AddEntry(kept.resident_id, pair)))
    page = person_page(screen, kept.resident_id, "residents.safety")
    pairs = card(page, "keep_apart")
    pairs.table.select_ids(pairs.model.ids)
    QTest.keyClick(pairs.table, Qt.Key.Key_Return)
    assert [route.record for route in screen.went] == [other.resident_id]


def test_the_header_says_whom_to_keep_apart_and_not_why(screen: Screen) -> None:
    kept, other = screen.person(), screen.person(HOA)
    screen.sign_in(Role.HEAD)
    pair = KeepApart(other.resident_id, Strength.HARD, "đánh nhau", TODAY)
    screen.write(lambda uow: keep_apart(uow, AddEntry(kept.resident_id, pair)))
    (chip,) = screen.read(lambda uow: ask_keep_apart(uow, kept.resident_id))
    assert chip == ChipText(f"Không xếp chung với {other.code}", Tone.DANGER)


def _add_mark(resident_id: str, mark: Mark, uow: UnitOfWork) -> object:
    return add_mark(uow, AddEntry(resident_id, mark))


def test_a_mark_chosen_on_the_map_is_chosen_in_the_list(screen: Screen) -> None:
    kept = screen.person()
    for x, text in ((200, "sẹo"), (700, "hình xăm")):
        mark = Mark(BodyPart.CHEST, MarkKind.SCAR, TODAY, text, BodySide.FRONT, x, 300)
        screen.write(partial(_add_mark, kept.resident_id, mark))
    page = person_page(screen, kept.resident_id, "residents.body")
    pane = tab(page)
    assert isinstance(pane, BodyPane)
    place = pane.map.place_of(Spot(BodySide.FRONT, 700, 300)).toPoint()
    QTest.mouseClick(pane.map, Qt.MouseButton.LeftButton, pos=place)
    row = pane.marks.model.row_of(pane.marks.current_id())
    assert row is not None
    assert row.facts.text == "hình xăm"


def test_a_point_on_the_body_is_set_by_keyboard(screen: Screen, qtbot: QtBot) -> None:
    made = BodyMap(screen.theme, can_point=True)
    screen.show(made)
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Right)
    QTest.keyClick(made, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert made.spot() == Spot(BodySide.FRONT, 510, 350)
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert made.spot() == Spot(BodySide.BACK, 490, 350)
    QTest.keyClick(made, Qt.Key.Key_Delete)
    assert made.spot() is None


def test_a_click_beside_the_body_still_lies_on_the_map(screen: Screen) -> None:
    made = BodyMap(screen.theme, can_point=True)
    screen.show(made)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert made.spot() == Spot(BodySide.FRONT, 0, 0)


def test_the_latest_photo_from_the_front_stands_in_the_header(screen: Screen) -> None:
    kept = screen.person()
    screen.write(lambda uow: add_photo(uow, AddPhoto(kept.resident_id, picture(), Pose.FRONT, TODAY)))
    page = person_page(screen, kept.resident_id, "residents.body")
    pane = tab(page)
    assert isinstance(pane, BodyPane)
    assert [one.text() for one in pane.photos.buttons()] == ["Chính diện · 02/03/2026"]
    # Dark cyan, as far as a JPEG keeps a colour.
    seen = page.header.avatar.grab().toImage().pixelColor(10, 10)
    assert abs(seen.green() - 128) + abs(seen.blue() - 128) + seen.red() < 20


def test_the_history_says_what_stood_there_before(screen: Screen) -> None:
    kept = screen.person()
    saved_elsewhere(screen, kept.resident_id, ethnicity="02", birth_on=date(2001, 5, 18))
    page = person_page(screen, kept.resident_id, "residents.changes")
    pane: Any = tab(page)
    model = pane.panel.model
    shown = {
        (model.row(place).column, model.row(place).before, model.row(place).after)
        for place in range(len(model.ids))
    }
    assert ("Dân tộc", "Kinh", "Tày") in shown
    assert ("Ngày sinh", "17/05/2001", "18/05/2001") in shown


def test_somebody_struck_out_meanwhile_is_told_and_not_shown(screen: Screen) -> None:
    page = person_page(screen, "0" * 32)
    assert page.states.state() is State.ERROR


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_width_of_letters_pushes_the_page_out_of_its_window(screen: Screen, scale: float) -> None:
    kept = screen.person(papers=(CARD,), addresses=(HOME,), relatives=(FATHER,), aliases=(ALIAS,))
    screen.theme.set(scale=scale)
    page = person_page(screen, kept.resident_id)
    page.resize(1060, 600)
    assert page.minimumSizeHint().width() <= 1060
    assert [one.facts.number for one in screen.read(lambda uow: list_papers(uow, kept.resident_id))] == [
        CARD.number
    ]


@pytest.mark.usefixtures("dressed")
def test_a_word_of_two_hundred_letters_leaves_every_card_and_button_in_the_window(screen: Screen) -> None:
    kept = screen.person(replace(DUC, name="Đ" * 199, occupation="Đ" * 199, note="Đ" * 500))
    page = person_page(screen, kept.resident_id)
    pane = tab(page)
    assert isinstance(pane, OverviewPane)
    assert pane.identity is not None
    page.grab()
    inner = pane.area.widget()
    assert inner is not None
    assert inner.width() <= pane.area.viewport().width()
    button = pane.identity.edit_button
    assert button.mapTo(page, button.rect().topRight()).x() < page.width()


def test_when_a_person_was_last_edited_is_read_whole_in_a_narrow_card(screen: Screen) -> None:
    kept = screen.person()
    page = person_page(screen, kept.resident_id)
    page.grab()
    pane = tab(page)
    assert isinstance(pane, OverviewPane)
    assert pane.identity is not None
    (saved,) = [one for one in pane.identity.findChildren(QLabel) if "lần cuối" in one.text()]
    assert re.fullmatch(r"Sửa lần cuối \d\d/\d\d/\d{4} \d\d:\d\d", saved.text())
    assert saved.heightForWidth(saved.width()) <= saved.height()


def test_columns_beyond_the_edge_are_reached_and_their_bar_hides_no_row(screen: Screen) -> None:
    kept = screen.person(relatives=(FATHER,))
    screen.theme.set(scale=1.5)
    page = person_page(screen, kept.resident_id, "residents.family")
    page.resize(900, 600)
    table = card(page, "relative").table
    bar = table.horizontalScrollBar()
    assert bar.maximum() > 0
    assert bar.isVisible()
    row = table.visualRect(table.model().index(0, 0))
    assert row.bottom() < table.viewport().height()
