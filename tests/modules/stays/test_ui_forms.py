"""Forms and tabs of stays: what a type asks for, findings answered in place, stages, plan, list, bar, chips."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.residents.ui.filing import TakenFile
from facility_app.modules.stays.domain.decisions import DecisionFacts, DecisionKind
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.plan import PlanPart
from facility_app.modules.stays.domain.stages import Stage
from facility_app.modules.stays.domain.types import CountsAs, EventKind, StayType
from facility_app.modules.stays.queries.detail import list_decisions, list_events, list_stages
from facility_app.modules.stays.queries.plan import get_plan
from facility_app.modules.stays.queries.stays import get_stay, list_stays_of
from facility_app.modules.stays.service.ending import EndStay, end_stay
from facility_app.modules.stays.service.presence import Move, record_escape, record_remand, take_back
from facility_app.modules.stays.ui.entry import TermStrip, chips_of
from facility_app.modules.stays.ui.event_columns import paper_text
from facility_app.modules.stays.ui.plan_pane import PlanPane
from facility_app.modules.stays.ui.stay_list import LIST_PAGE, PERSON_PAGE, TERM_PART
from facility_app.ui.dialogs import CodeDialog, FormDialog, ReasonDialog
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets.states import State
from tests.helpers.screens import House, Screens, furnished, texts, tones
from tests.modules.residents.people import SCAN, with_store
from tests.modules.stays.ui_pages import (
    COURT,
    DECISION,
    TYPED,
    admitted,
    chips,
    dialog,
    part,
    person,
    stages,
    term,
    type_in,
    verbs,
    words_of,
)

CUSTODY = DecisionFacts("32", date(2026, 11, 10), "Công an phường Kỳ Lừa", "QĐ-CAP")


@pytest.fixture
def screens(tmp_path: Path, dressed: Theme, qtbot: QtBot) -> Iterator[House]:
    """A facility of the test's own, at 08:48 on 21/11/2026."""
    for facility in furnished(tmp_path):
        made = House(facility, dressed, qtbot)
        yield made
        made.close()


@pytest.fixture
def seat(screens: House) -> Screens:
    """Somebody who may do everything of the stay."""
    return screens.sit_down(Role.HEAD, Role.CLERK)


def shown(form: FormDialog[object]) -> set[str]:
    """Fields that can be filled in."""
    return {name for name, field in form.form.fields.items() if field.why_not() is None}


def press(
    seat: Screens,
    form: FormDialog[object],
    name: str,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Enter in a field."""
    line = form.form.fields[name].focusProxy()
    assert line is not None
    seat.press(line, Qt.Key.Key_Return, modifier)


def test_a_type_hides_what_it_does_not_ask_for_and_nothing_of_it_is_sent(seat: Screens) -> None:
    resident_id = person(seat)
    pane = term(seat, resident_id)
    pane.admit()
    form = dialog(pane)
    type_in(form, {"stay_type": StayType.COMPULSORY_ADULT, **TYPED, "held_from": "01/11/2026"})
    assert {"decided_months", "held_from", "assignment_number"} <= shown(form)
    type_in(form, {"stay_type": StayType.TEMPORARY, "custody_until": "25/11/2026"})
    assert {"decided_months", "held_from", "assignment_number"} & shown(form) == set()
    assert form.form.fields["decided_months"].isHidden()
    assert form.form.fields["admission_reason"].value() == "FILE_IN_PREPARATION"
    form.form.submit()
    (stay,) = seat.read(lambda uow: list_stays_of(uow, resident_id))
    assert (stay.stay_type, stay.custody_until) == (StayType.TEMPORARY, date(2026, 11, 25))
    (decision,) = seat.read(lambda uow: list_decisions(uow, stay.stay_id))
    assert (decision.kind, decision.facts.decided_months) == (DecisionKind.CUSTODY, None)


def test_a_finding_asks_for_its_reason_in_place_and_nothing_typed_is_lost(seat: Screens) -> None:
    resident_id = person(seat)
    pane = term(seat, resident_id)
    pane.admit()
    form = dialog(pane)
    type_in(form, {"stay_type": StayType.COMPULSORY_ADULT, **TYPED, "decided_months": "18"})
    form.form.submit()
    said = form.form.fields["reason"].message()
    assert "18 tháng" in said
    assert "Luật PCMT 2025 Đ29.1" in said
    assert form.form.fields["number"].typed() == "118"
    type_in(form, {"reason": "in trong quyết định"})
    form.form.submit()
    assert len(seat.read(lambda uow: list_stays_of(uow, resident_id))) == 1


def test_the_law_follows_the_day_of_the_decision_and_another_one_needs_a_reason(seat: Screens) -> None:
    pane = term(seat, person(seat))
    pane.admit()
    form = dialog(pane)
    type_in(form, {"stay_type": StayType.COMPULSORY_ADULT, **TYPED, "issued_on": "30/06/2026"})
    assert form.form.fields["legal_regime"].value() == LegalRegime.L2021
    type_in(form, {"issued_on": "01/07/2026"})
    assert form.form.fields["legal_regime"].value() == LegalRegime.L2025
    assert form.form.fields["reason"].trouble() is None
    type_in(form, {"legal_regime": LegalRegime.L2021})
    form.form.submit()
    assert form.form.fields["reason"].trouble() is not None


def test_what_is_wrong_with_the_assigning_decision_stands_at_its_own_fields(seat: Screens) -> None:
    pane = term(seat, person(seat))
    pane.admit()
    form = dialog(pane)
    type_in(form, {"stay_type": StayType.COMPULSORY_ADULT, **TYPED, "assignment_number": "9"})
    form.form.submit()
    assert "Cần ngày ban hành" in form.form.fields["assignment_issued_on"].message()
    assert form.form.fields["issued_on"].message() == ""


def test_a_draft_of_an_admission_comes_back_with_its_type(seat: Screens) -> None:
    resident_id = person(seat)
    pane = term(seat, resident_id)
    pane.admit()
    type_in(dialog(pane), {"stay_type": StayType.VOLUNTARY_PRIVATE, "contract_number": "HĐ-5"})
    draft = dialog(pane).form.draft()
    dialog(pane).form.load(None)
    dialog(pane).form.restore(draft)
    assert dialog(pane).form.fields["contract_number"].typed() == "HĐ-5"
    assert dialog(pane).form.fields["contract_number"].why_not() is None


def test_enter_goes_to_the_next_open_field_and_control_enter_saves(seat: Screens) -> None:
    resident_id = person(seat)
    pane = term(seat, resident_id)
    pane.admit()
    form = dialog(pane)
    type_in(form, {"stay_type": StayType.SUBSTITUTION})
    form.form.focus_field("signatory")
    press(seat, form, "signatory")
    assert form.form.fields["subject"].has_keyboard()
    press(seat, form, "effective_on", Qt.KeyboardModifier.ControlModifier)
    (stay,) = seat.read(lambda uow: list_stays_of(uow, resident_id))
    assert stay.stay_type is StayType.SUBSTITUTION


def test_a_decision_added_is_one_more_version_and_the_term_follows(seat: Screens) -> None:
    resident_id = person(seat)
    admitted(seat, resident_id)
    pane = term(seat, resident_id)
    pane.decisions.add()
    form = dialog(pane)
    type_in(form, {"number": "5", "issued_on": "20/11/2026", "authority": COURT, "decided_months": "36"})
    form.form.submit()
    assert texts(pane.decisions.table, "months") == ["24", "36"]
    assert pane.seen is not None
    assert pane.seen.answer.expected_end_on == date(2029, 11, 20)


def test_a_reduction_is_recorded_where_decisions_are_and_only_under_the_old_law(seat: Screens) -> None:
    new, old = person(seat), person(seat, "Lý Văn Cũ")
    admitted(seat, new)
    issued = date(2026, 5, 4)
    admitted(seat, old, decision=replace(DECISION, issued_on=issued, decided_months=18), on=date(2026, 5, 6))
    pane = term(seat, new)
    assert "Đ54.9" in pane.decisions.buttons["stays.record_reduction"].why_not()
    pane = term(seat, old)
    pane.decisions.reduce()
    type_in(dialog(pane), {"on": "20/11/2026", "months": "2", "paper_number": "4", "paper_on": "18/11/2026"})
    dialog(pane).form.submit()
    assert pane.seen is not None
    assert pane.seen.answer.expected_end_on == date(2027, 9, 6)


def test_a_scan_is_put_to_the_decision_selected_and_opened_there(seat: Screens, tmp_path: Path) -> None:
    with_store(seat.facility, tmp_path)
    resident_id = person(seat)
    admitted(seat, resident_id)
    card = term(seat, resident_id).decisions
    card.select_when_here(card._shown.rows[0].decision_id)
    assert card.buttons["stays.open_decision_scan"].why_not() == "Quyết định này chưa có bản quét."
    assert card.scans is not None
    card.scans._row = card.row()
    card.scans._on_taken(TakenFile(SCAN, "118", "m"))
    dialog(card).form.submit()
    assert texts(card.table, "scan") == ["có"]
    assert "không thay được" in card.buttons["stays.attach_decision_scan"].why_not()


def test_only_the_head_sets_law_and_first_day_when_somebody_comes_in(screens: House, seat: Screens) -> None:
    resident_id = person(seat)
    for roles, is_open in (((Role.INTAKE,), False), ((Role.HEAD,), True)):
        pane = term(screens.sit_down(*roles), resident_id)
        pane.admit()
        form = dialog(pane)
        for stay_type in (StayType.SUBSTITUTION, StayType.COMPULSORY_ADULT):
            type_in(form, {"stay_type": stay_type})
            for name in ("term_start_on", "legal_regime"):
                assert (form.form.fields[name].why_not() is None) is is_open
        form.reject()


def test_days_of_remand_are_decided_by_the_head_with_a_reason(screens: House, seat: Screens) -> None:
    resident_id = person(seat)
    stay = admitted(seat, resident_id)
    seat.write(lambda uow: record_remand(uow, Move(stay.stay_id, stay.version)))
    clerk = screens.sit_down(Role.CLERK)
    pane = term(clerk, resident_id)
    assert pane.seen is not None
    pane.events.settle(pane.seen.events[0])
    assert dialog(pane).form.fields["counts_as"].why_not() is not None
    dialog(pane).reject()
    seat.write(lambda uow: take_back(uow, Move(stay.stay_id, get_stay(uow, stay.stay_id).version)))
    head = term(seat, resident_id)
    assert head.seen is not None
    head.events.settle(head.seen.events[0])
    type_in(dialog(head), {"counts_as": CountsAs.SERVED})
    dialog(head).form.submit()
    assert "ý do" in dialog(head).form.fields["reason"].message()
    type_in(dialog(head), {"reason": "theo văn bản của Tòa án"})
    dialog(head).form.submit()
    (event,) = seat.read(lambda uow: list_events(uow, stay.stay_id))
    assert (event.kind, event.counts_as) == (EventKind.REMAND, CountsAs.SERVED)


def test_an_event_that_still_lasts_says_why_it_is_not_struck_out(seat: Screens) -> None:
    resident_id = person(seat)
    stay = admitted(seat, resident_id)
    seat.write(lambda uow: record_remand(uow, Move(stay.stay_id, stay.version)))
    pane = term(seat, resident_id)
    assert "nhận trở lại" in pane.events.buttons["stays.strike_event"].why_not()
    seat.write(lambda uow: take_back(uow, Move(stay.stay_id, get_stay(uow, stay.stay_id).version)))
    pane.ask()
    assert pane.events.buttons["stays.strike_event"].why_not() == ""
    seat.press(pane.events.table, Qt.Key.Key_Delete)
    seat.dialog(pane, ReasonDialog).given.emit("ghi nhầm người")
    assert seat.read(lambda uow: list_events(uow, stay.stay_id)) == ()


def test_what_was_forgotten_or_waits_for_the_head_has_its_button_where_it_shows(
    screens: House, seat: Screens
) -> None:
    resident_id = person(seat)
    stay = admitted(seat, resident_id)
    clerk = screens.sit_down(Role.CLERK)
    gone = Move(stay.stay_id, stay.version, paper_number="9/QĐ-CSCN", paper_on=date(2026, 11, 21))
    seat.write(lambda uow: record_escape(uow, gone), Role.CLERK)
    pane = term(clerk, resident_id)
    assert pane.seen is not None
    assert "chờ người đứng đầu xác nhận" in paper_text(pane.seen.events[0])
    assert "stays.confirm_paper" not in {key for key, one in pane.events.buttons.items() if one.why_not() == ""}
    pane.add_credit()
    type_in(dialog(pane), {"held_from": "12/11/2026", "paper_number": "5/QĐ-CAP", "paper_on": "12/11/2026"})
    dialog(pane).form.submit()
    head = term(seat, resident_id)
    assert head.seen is not None
    assert [one.kind for one in head.seen.events] == [EventKind.TEMPORARY_MANAGEMENT_CREDIT, EventKind.ESCAPE]
    head.events.confirm(head.seen.events[1])
    seat.dialog(head, ReasonDialog).given.emit("đã đối chiếu bản chính")
    assert not head.seen.events[1].is_unconfirmed
    version = seat.read(lambda uow: get_stay(uow, stay.stay_id)).version
    ended = EndStay(stay.stay_id, version, ExitCode.DEATH, date(2026, 11, 21))
    seat.write(lambda uow: end_stay(uow, ended))
    head.ask()
    head.correct_exit()
    type_in(dialog(head), {"exit_code": ExitCode.EXEMPT_ILLNESS, "reason": "chọn nhầm dòng"})
    dialog(head).form.submit()
    assert seat.read(lambda uow: get_stay(uow, stay.stay_id)).exit_code == ExitCode.EXEMPT_ILLNESS


def test_somebody_held_past_the_limit_is_red_until_it_is_explained_today(seat: Screens) -> None:
    resident_id = person(seat)
    admitted(seat, resident_id, StayType.TEMPORARY, CUSTODY, date(2026, 11, 10), custody_until=date(2026, 11, 19))
    pane = term(seat, resident_id)
    assert [one for one in chips(pane) if one == "Quá ngày phải cho ra 2 ngày"] != []
    assert "stays.convert_temporary" in verbs(pane)
    pane.explain()
    seat.dialog(pane, ReasonDialog).given.emit("chờ quyết định của Tòa án trong ngày")
    assert [one for one in chips(pane) if "đã giải trình hôm nay" in one] != []
    (explain,) = [one for one in pane.head.bar.commands() if one.spec.id == "stays.explain_overheld"]
    assert "đã có giải trình" in explain.why_not()


def test_from_the_day_of_leaving_the_way_out_is_the_first_thing_offered(seat: Screens) -> None:
    resident_id = person(seat)
    admitted(seat, resident_id, StayType.TEMPORARY, CUSTODY, date(2026, 11, 10), custody_until=date(2026, 11, 21))
    assert verbs(term(seat, resident_id))[0] == "stays.end_stay"


def test_a_temporary_stay_turned_compulsory_takes_its_days_off_the_new_term(seat: Screens) -> None:
    resident_id = person(seat)
    admitted(seat, resident_id, StayType.TEMPORARY, CUSTODY, date(2026, 11, 10))
    pane = term(seat, resident_id)
    pane.convert()
    typed = {name: text for name, text in TYPED.items() if name != "admitted_on"}
    type_in(dialog(pane), {"stay_type": StayType.COMPULSORY_ADULT, **typed})
    dialog(pane).form.submit()
    assert pane.seen is not None
    assert (pane.seen.stay.stay_type, pane.seen.answer.credited_days) == (StayType.COMPULSORY_ADULT, 11)
    assert len(pane.seen.stays) == 2
    pane.show_next()
    assert pane.seen.stay.stay_type is StayType.TEMPORARY


def test_a_stay_written_by_mistake_is_struck_out_by_typing_its_code(seat: Screens) -> None:
    resident_id = person(seat)
    stay = admitted(seat, resident_id)
    pane = term(seat, resident_id)
    pane.void()
    assert stay.code in words_of(seat.dialog(pane, CodeDialog))
    seat.dialog(pane, CodeDialog).confirmed.emit()
    seat.dialog(pane, ReasonDialog).given.emit("ghi nhầm người khác")
    assert pane.states.state() is State.EMPTY


def test_a_stage_out_of_its_time_asks_for_the_reason_in_place(seat: Screens) -> None:
    resident_id = person(seat)
    stay = admitted(seat, resident_id)
    pane = stages(seat, resident_id)
    assert texts(pane.rows.table, "state") == ["dự kiến"] * 5
    pane.rows.table.select_ids([Stage.LABOUR])
    assert "chưa bắt đầu" in pane.rows.buttons["stays.settle_stage"].why_not()
    pane.start()
    dialog(pane).form.submit()
    assert "giai đoạn 2 chưa kết thúc" in dialog(pane).form.fields["reason"].message()
    type_in(dialog(pane), {"reason": "đã cắt cơn ở bệnh viện"})
    dialog(pane).form.submit()
    (row,) = seat.read(lambda uow: list_stages(uow, stay.stay_id))
    assert (row.stage, row.override_reason) == (Stage.LABOUR, "đã cắt cơn ở bệnh viện")
    assert texts(pane.rows.table, "state")[3] == "đang thực hiện"


def test_the_medical_part_of_the_plan_is_there_for_medical_roles_only(screens: House, seat: Screens) -> None:
    resident_id = person(seat)
    stay = admitted(seat, resident_id)
    team = part(screens.sit_down(Role.TEAM_OFFICER), resident_id, "stays.plan")
    assert isinstance(team, PlanPane)
    assert PlanPart.MEDICAL not in team.cards
    team.edit(PlanPart.RECOVERY)
    type_in(dialog(team), {"plan_recovery_goal": "Ngủ đủ giấc", "result": "passed"})
    dialog(team).form.submit()
    doctor = part(screens.sit_down(Role.DOCTOR), resident_id, "stays.plan")
    assert PlanPart.MEDICAL in doctor.cards
    assert "Cần quyền" in doctor.cards[PlanPart.RECOVERY].edit_button.why_not()
    plan = seat.read(lambda uow: get_plan(uow, stay.stay_id))
    assert plan.texts["plan_recovery_goal"] == "Ngủ đủ giấc"


def test_two_parts_of_the_plan_written_at_once_are_both_kept(screens: House, seat: Screens) -> None:
    resident_id = person(seat)
    stay = admitted(seat, resident_id)
    first = part(screens.sit_down(Role.TEAM_OFFICER), resident_id, "stays.plan")
    second = part(screens.sit_down(Role.COUNSELLOR), resident_id, "stays.plan")
    first.edit(PlanPart.RECOVERY)
    type_in(dialog(first), {"plan_recovery_goal": "Ngủ đủ giấc"})
    second.edit(PlanPart.LABOUR)
    type_in(dialog(second), {"plan_vocational": "May công nghiệp"})
    dialog(second).form.submit()
    dialog(first).form.submit()
    plan = seat.read(lambda uow: get_plan(uow, stay.stay_id))
    assert plan.texts["plan_vocational"] == "May công nghiệp"
    assert plan.texts["plan_recovery_goal"] == "Ngủ đủ giấc"


def three(seat: Screens) -> list[str]:
    """Codes of three stays: past the day, near it, far from it."""
    old = replace(DECISION, issued_on=date(2024, 11, 1))
    made = [
        admitted(seat, person(seat, name), decision=old, on=on).code
        for name, on in (("Trần Văn Cường", date(2024, 11, 10)), ("Lê Văn Nghĩa", date(2024, 12, 1)))
    ]
    return [*made, admitted(seat, person(seat)).code]


def test_the_list_shows_open_stays_who_must_go_first_and_who_has_no_day_last(seat: Screens) -> None:
    no_day = admitted(seat, person(seat, "Mông Văn Lâm"), StayType.SUBSTITUTION, None).code
    codes = [*three(seat), no_day]
    page = seat.open(LIST_PAGE)
    assert page.panel.model.look.filters == {"state": "open"}
    assert texts(page.panel.table, "code") == codes
    assert tones(page.panel.table, "days_left") == [Tone.DANGER, Tone.WARNING, None, None]
    assert texts(page.panel.table, "days_left")[0] == "quá 11 ngày"


def test_a_figure_of_the_home_page_narrows_the_list(seat: Screens) -> None:
    codes = three(seat)
    assert texts(seat.open(LIST_PAGE, ends_within="30").panel.table, "code") == codes[1:2]
    assert texts(seat.open(LIST_PAGE, state="overheld").panel.table, "code") == codes[:1]
    assert texts(seat.open(LIST_PAGE, presence="inside").panel.table, "code") == codes


def test_enter_on_a_stay_opens_the_person_at_the_term(seat: Screens) -> None:
    resident_id = person(seat)
    stay = admitted(seat, resident_id)
    page = seat.open(LIST_PAGE)
    page.panel.table.select_ids([stay.stay_id])
    seat.press(page.panel.table, Qt.Key.Key_Return)
    assert seat.went == [Route(PERSON_PAGE, resident_id, {"tab": TERM_PART})]


def test_somebody_written_down_is_admitted_from_the_list(seat: Screens) -> None:
    resident_id = person(seat)
    page = seat.open(LIST_PAGE)
    (admit,) = page.main_actions()
    admit.run()
    type_in(dialog(page), {"resident_id": resident_id, "stay_type": StayType.COMPULSORY_ADULT, **TYPED})
    dialog(page).form.submit()
    assert len(seat.read(lambda uow: list_stays_of(uow, resident_id))) == 1
    assert "Đã tiếp nhận" in seat.said[-1][0]


def test_a_list_of_stays_leaves_the_file_only_by_its_verb(screens: House, seat: Screens, tmp_path: Path) -> None:
    three(seat)
    page = seat.open(LIST_PAGE)
    page.panel.export_to(tmp_path / "ra.xlsx")
    assert (tmp_path / "ra.xlsx").exists()
    guard = screens.sit_down(Role.GUARD).open(LIST_PAGE)
    guard.panel.export_to(tmp_path / "khong.xlsx")
    assert not (tmp_path / "khong.xlsx").exists()


def test_the_head_of_a_person_names_the_type_and_shows_the_term(seat: Screens) -> None:
    resident_id = person(seat)
    strip = TermStrip(seat.context, resident_id)
    seat.qtbot.addWidget(strip)
    assert strip.isHidden()
    admitted(seat, resident_id)
    assert seat.read(lambda uow: chips_of(uow, resident_id))[0].text == "Bắt buộc · Luật PCMT 2025"
    term(seat, resident_id).set_police()
    strip._ask()
    assert strip.bar is not None
    assert [one for one in strip.bar.says() if "Dự kiến ra 20/11/2028" in one] != []


def test_a_term_whose_day_is_near_says_so_in_the_head(seat: Screens) -> None:
    resident_id = person(seat)
    old = replace(DECISION, issued_on=date(2024, 11, 1))
    admitted(seat, resident_id, decision=old, on=date(2024, 11, 21) + timedelta(days=9))
    assert seat.read(lambda uow: chips_of(uow, resident_id))[1].text == "còn 9 ngày"
