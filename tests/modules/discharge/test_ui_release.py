"""The way out by the screens: each open thing and its cure, what the law does not let be made yet, and the day."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from facility_app.kernel.actor import Role
from facility_app.modules.discharge.domain.gate import CASE_PAGE
from facility_app.modules.discharge.domain.marks import StepMark
from facility_app.modules.discharge.queries.cases import get_release
from facility_app.modules.discharge.service.preparing import SettleResidence, settle_residence
from facility_app.modules.discharge.ui.case_page import CasePage, ResidentRelease
from facility_app.modules.discharge.ui.packet_dialog import PacketDialog
from facility_app.modules.discharge.ui.release_pane import ReleasePane
from facility_app.modules.stays.domain.types import PresenceState, StayType
from facility_app.ui.forms.conflict import ConflictDialog
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import WhyNotButton
from facility_app.ui.widgets.states import State
from tests.modules.discharge.desk import HandedFile, Screen, fill, form_of, lines, press_on, tree, why
from tests.modules.discharge.test_releasing import prepared

END, EVE = date(2026, 9, 1), date(2026, 8, 31)
CERTIFICATE = "button_discharge.issue_certificate"


def case(screen: Screen, stay_id: str) -> ReleasePane:
    """The page of one release, open."""
    page = screen.open(CASE_PAGE, stay_id)
    assert isinstance(page, CasePage)
    return page.pane


def action_reason(pane: ReleasePane, verb: str) -> str:
    """Why one of the three main verbs cannot be done now."""
    return next(one.why_not() or "" for one in pane.release_actions() if one.id == verb)


def step_buttons(pane: ReleasePane) -> list[WhyNotButton]:
    """The verbs of the steps."""
    return [button for line in pane.steps_card.lines.lines for button in line.buttons]


def reached_by_tab(pane: ReleasePane) -> list[QWidget | None]:
    """Where the Tab key leads, from the first place on."""
    QCoreApplication.sendPostedEvents()
    pane.window().grab()
    pane.first_focus().setFocus()
    reached: list[QWidget | None] = []
    for _ in range(80):
        here = pane.window().focusWidget()
        if here in reached:
            break
        reached.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return reached


def test_the_way_out_by_screens_from_the_gate_to_the_closed_case(screen: Screen, tmp_path: Path) -> None:
    house = screen.house
    stay = house.admit()
    pane = case(screen, stay)
    assert "Chưa xác định nơi cư trú và Công an cấp xã sau khi ra cơ sở" in lines(pane.gate_card)

    press_on(pane, "cure_residence")
    dialog = form_of(pane, "discharge.settle_residence")
    typed = {name: dialog.form.fields[name].typed() for name in ("text", "police")}
    assert typed == {"text": "số 5, ngõ 2, Phường Hoàn Kiếm", "police": "Công an phường Hoàn Kiếm"}
    told = "Đề xuất theo nơi thường trú trong hồ sơ: số 5, ngõ 2, Phường Hoàn Kiếm."
    assert any(told in one.text() for one in dialog.findChildren(QLabel))
    fill(pane, "discharge.settle_residence", text="số 5, ngõ 2, phường Hoàn Kiếm")
    assert "Chưa xác định nơi cư trú và Công an cấp xã sau khi ra cơ sở" not in lines(pane.gate_card)
    press_on(pane, "cure_notice")
    fill(pane, "discharge.issue_notice")
    assert screen.said[-1] == (
        "Đã lập thông báo V-51. Gửi đi rồi ghi ngày gửi, ngày nhận trong sổ văn bản đi.",
        Tone.OK,
    )

    assert "Đ123.2" in why(pane, CERTIFICATE)
    assert "31/08/2026" in why(pane, CERTIFICATE)

    house.at(EVE)
    pane.ask()
    press_on(pane, CERTIFICATE)
    fill(pane, "discharge.issue_certificate")
    facts = house.read(get_release, stay).facts
    assert facts.certificate_id is not None

    pane.make_packet()
    packet = pane.findChild(PacketDialog)
    assert packet is not None
    QTest.keyClick(packet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    packet.save_to(str(tmp_path))
    code = house.stay(stay).code
    assert {f"{code}/00-muc-luc.pdf", f"{code}/01-cong-an-V-50.pdf"} <= tree(tmp_path)
    packet.close()

    house.at(END)
    pane.ask()
    assert lines(pane.gate_card) != []
    assert "không việc nào còn mở giữ người này lại" in pane.banner.text()
    pane.let_go()
    fill(pane, "discharge.release")
    assert house.stay(stay).presence is PresenceState.OUT

    pane.close_case()
    assert house.read(get_release, stay).facts.closed_on == END
    assert "Hồ sơ đã đóng ngày 01/09/2026" in pane.banner.text()
    said = {one.text() for one in pane.gate_card.findChildren(QLabel)}
    assert "Còn thiếu khi đóng hồ sơ" in said
    assert "Còn mở" not in said, "a closed case has nothing open"
    assert {one.accessibleName().partition(".")[0] for one in pane.gate_card.lines.lines} == {"còn thiếu"}
    assert HandedFile.asked > 0


def test_everything_open_has_its_article_and_cure_and_the_keyboard_alone_reaches_every_verb(
    screen: Screen,
) -> None:
    stay = screen.house.admit()
    pane = case(screen, stay)
    assert pane.seen is not None
    assert len(pane.gate_card.lines.lines) == len(pane.seen.items) > 10
    assert all(line.quiet_label.text() for line in pane.gate_card.lines.lines)
    assert all(line.buttons for line in pane.gate_card.lines.lines)
    # A verb that cannot be done says why, with the article.
    assert "Đ17.1" in why(pane, "button_discharge.fit_device")
    assert "Đ123.2" in why(pane, CERTIFICATE)
    assert "Đ97.2" in why(pane, "button_discharge.issue_receipt")
    assert "Chưa ghi cho ra cơ sở" in action_reason(pane, "discharge.close_case")
    reached = reached_by_tab(pane)
    assert [one.button.text() for one in step_buttons(pane) if one.focusProxy() not in reached] == []
    # A line of another slice opens its page.
    press_on(pane, "cure_plan_missing")
    assert screen.went[-1] == Route("residents.person", screen.house.stay(stay).resident_id, {"tab": "stays.plan"})


def test_whoever_lacks_the_right_reads_who_has_it(screen: Screen) -> None:
    stay = screen.house.admit()
    screen.sign_in(Role.COUNSELLOR)
    pane = case(screen, stay)
    assert "Cần quyền" in why(pane, "button_discharge.settle_residence")
    assert why(pane, "button_discharge.save_reintegration_plan") == ""


def test_before_the_day_only_a_paper_lets_somebody_go_and_the_page_says_so(screen: Screen) -> None:
    stay = screen.house.admit()
    pane = case(screen, stay)
    assert "phải có giấy tờ cho ra" in pane.banner.text()
    pane.let_go()
    dialog = fill(pane, "discharge.release")
    assert dialog.isVisible()
    assert screen.house.stay(stay).is_open
    reason = dialog.findChild(ComposingLine, "exit_code_edit")
    assert reason is not None
    reason.selectAll()
    QTest.keyClicks(reason, "mien phan thoi han con lai do benh hiem ngheo")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    fill(pane, "discharge.release", paper_number="31/QĐ-TA", paper_on="03/08/2026")
    assert not screen.house.stay(stay).is_open


def test_past_the_day_the_page_is_red_and_nothing_stops(screen: Screen) -> None:
    house = screen.house
    stay = house.admit()
    house.at(date(2026, 9, 4))
    pane = case(screen, stay)
    assert "quá ngày ra cơ sở 3 ngày" in pane.banner.text()
    assert action_reason(pane, "discharge.release") == ""
    assert pane.seen is not None
    assert not any(one.stops_exit for one in pane.seen.items)


def test_what_comes_next_is_the_main_verb(screen: Screen) -> None:
    house = screen.house
    stay = house.admit()
    pane = case(screen, stay)
    assert pane.release_actions()[0].id == "discharge.make_packet"
    house.at(END)
    pane.ask()
    assert pane.release_actions()[0].id == "discharge.release"
    pane.let_go()
    fill(pane, "discharge.release")
    assert pane.release_actions()[0].id == "discharge.close_case"
    assert "Đã ra cơ sở ngày 01/09/2026" in action_reason(pane, "discharge.release")


def test_a_prepared_release_shows_what_was_settled_and_made(screen: Screen) -> None:
    pane = case(screen, prepared(screen.house))
    said = {line.text_label.text(): line.said_label.text() for line in pane.steps_card.lines.lines}
    assert said["Quyết định quản lý sau cai (V-53)"].startswith("88 ngày 10/08/2026")
    assert said["Công an cấp xã nhận V-51"] == "Công an cấp xã nhận 03/08/2026"
    assert said["Thông báo chuẩn bị hoàn thành (V-51)"].endswith("ngày 03/08/2026")
    assert pane.seen is not None
    assert pane.seen.marks["device"] is StepMark.DONE


def test_every_step_is_written_down_by_its_own_form(screen: Screen) -> None:
    house = screen.house
    stay = house.admit()
    house.at(EVE)
    pane = case(screen, stay)
    for verb, typed in {
        "discharge.settle_residence": {"text": "ngõ 2", "police": "Công an phường Hoàn Kiếm"},
        "discharge.record_post_rehab_decision": {"number": "88/QĐ", "decided_on": "20/08/2026"},
        "discharge.record_monitoring_decision": {"number": "19/QĐ", "decided_on": "21/08/2026"},
        "discharge.fit_device": {"device_number": "TB-1", "position": "cổ chân", "condition": "tốt"},
        "discharge.record_examination": {},
        "discharge.save_reintegration_plan": {"reint_job": "thợ hồ"},
        "discharge.issue_certificate": {},
        "discharge.issue_receipt": {},
        "discharge.return_belongings": {"note": "trả 200.000 đồng"},
    }.items():
        press_on(pane, f"button_{verb}")
        fill(pane, verb, **typed)
    house.at(END)
    pane.ask()
    assert pane.seen is not None
    missing = {one.code for one in pane.seen.items if one.page == CASE_PAGE}
    assert missing == {"notice"}
    assert house.read(get_release, stay).facts.post_rehab_months == 24


def test_what_was_typed_stays_when_the_form_is_refused_and_comes_back_as_a_draft(screen: Screen) -> None:
    pane = case(screen, screen.house.admit())
    press_on(pane, "button_discharge.settle_residence")
    dialog = fill(pane, "discharge.settle_residence", text="ngõ 2", police="")
    assert dialog.isVisible()
    assert dialog.form.fields["text"].typed() == "ngõ 2"
    assert set(dialog.form.troubles()) == {"police"}
    dialog.form.fields["text"].set_typed("ngõ 2, phường Hoàn Kiếm")
    dialog.form.settled.emit()
    dialog.hide()
    press_on(pane, "button_discharge.settle_residence")
    again = form_of(pane, "discharge.settle_residence")
    assert again is not dialog
    assert again.keeper.offer() is not None


def test_somebody_elses_save_meanwhile_is_shown_and_nothing_typed_is_lost(screen: Screen) -> None:
    house = screen.house
    stay = house.admit()
    pane = case(screen, stay)
    press_on(pane, "button_discharge.settle_residence")
    dialog = form_of(pane, "discharge.settle_residence")
    house.write(settle_residence, SettleResidence(stay, 0, "ngõ 9", "Công an phường Tây Hồ"))
    fill(pane, "discharge.settle_residence", text="ngõ 2", police="Công an phường Hoàn Kiếm")
    assert dialog.findChild(ConflictDialog) is not None
    assert dialog.form.fields["text"].typed() == "ngõ 2"


def test_a_voluntary_person_is_asked_for_no_court_paper_and_gets_v30(screen: Screen) -> None:
    pane = case(screen, screen.house.admit(StayType.VOLUNTARY_PUBLIC, months=12))
    titles = lines(pane.steps_card)
    assert "Giấy xác nhận (V-30)" in titles


def test_temporary_management_has_only_what_it_owes(screen: Screen) -> None:
    pane = case(screen, screen.house.admit(StayType.TEMPORARY, end_on=None))
    assert lines(pane.steps_card) == [
        "Hồ sơ vào cơ sở bảo trợ xã hội",
        "Trả tiền, đồ vật, cấp quần áo, tiền xe",
    ]


def test_the_tab_of_a_person_shows_the_open_stay_or_says_there_is_none(screen: Screen) -> None:
    house = screen.house
    stay = house.admit()
    tab = screen.tab(house.stay(stay).resident_id)
    assert isinstance(tab, ResidentRelease)
    assert tab.pane.seen is not None
    assert tab.pane.seen.detail.stay.stay_id == stay
    assert next(command.spec.id for command in tab.pane.bar.commands()) == "discharge.make_packet"
    none = screen.tab("0" * 32)
    assert isinstance(none, ResidentRelease)
    assert none.states.state() is State.EMPTY


def test_a_release_nobody_knows_is_said_in_words(screen: Screen) -> None:
    pane = case(screen, "0" * 32)
    assert pane.states.state() is State.ERROR
