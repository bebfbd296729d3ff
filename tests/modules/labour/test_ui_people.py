"""The screens of labour by hand and keyboard: teams, kinds of work, what people lack, tools, a person's tab."""

import pytest
from pytestqt.qtbot import QtBot

from facility_app.modules.labour.service.tools import ToolFacts, add_tool
from facility_app.modules.labour.ui import places
from facility_app.modules.labour.ui.conditions_page import ConditionsPage
from facility_app.modules.labour.ui.person_tab import LabourPane
from facility_app.modules.labour.ui.sheet_page import LabourSheetPage
from facility_app.modules.labour.ui.teams_page import TeamsPage
from facility_app.modules.labour.ui.tools_page import ToolsPage
from facility_app.modules.labour.ui.work_types_page import WorkTypesPage
from facility_app.ui.dialogs import FormDialog, ReasonDialog
from facility_app.ui.theme import Theme
from tests.helpers.screens import texts
from tests.modules.labour.desk import Desk, keep, type_into
from tests.modules.labour.yard import DAY, LABOUR, OFFICER, Yard
from tests.modules.stays.house import adult


@pytest.fixture
def desk(yard: Yard, dressed: Theme, qtbot: QtBot) -> Desk:
    return Desk(yard, dressed, qtbot)


def test_a_team_is_formed_and_filled_and_somebody_leaves_it_with_a_reason(desk: Desk) -> None:
    yard = desk.yard
    one = yard.lives()
    page = desk.open(TeamsPage, places.TEAMS)
    assert texts(page.members.table, "from_on") == ["04/09/2026"]
    page.teams.run("labour.add_team")
    asked = desk.dialog(page, FormDialog)
    type_into(asked, code="T7", name="To moi")
    asked.form.fields["work_type_id"].set_value(yard.work)
    asked.form.fields["officer_id"].set_value(OFFICER)
    keep(asked)
    assert yard.sql(
        "SELECT starts_minute, ends_minute, rest_minutes, weekdays FROM labour_team WHERE code = 'T7'"
    ) == [(450, 990, 60, "12345")]
    page.teams.table.select_ids((yard.team,))
    page.members.run("labour.leave_team")
    reason = desk.dialog(page, ReasonDialog)
    reason.reason_edit.setPlainText("chuyển việc")
    reason.give_button.click()
    assert yard.sql("SELECT resident_id, to_on FROM labour_member") == [(one, "2027-02-01")]


def test_a_kind_of_work_that_is_hazardous_is_not_given_to_minors(desk: Desk) -> None:
    page = desk.open(WorkTypesPage, places.WORK_TYPES)
    page.add()
    asked = desk.dialog(page, FormDialog)
    type_into(asked, code="XE", name="Xe go")
    asked.form.fields["is_hazardous"].set_value(True)
    asked.form.fields["minors_may"].set_value(True)
    keep(asked)
    assert "Đ128.2" in asked.form.fields["minors_may"].message()
    asked.form.fields["minors_may"].set_value(False)
    keep(asked)
    assert desk.yard.sql("SELECT name, is_hazardous FROM work_type WHERE code = 'XE'") == [("Xe go", 1)]


def test_what_each_lacks_is_told_and_put_right_for_many_at_once(desk: Desk) -> None:
    yard = desk.yard
    ready, untrained = yard.lives(), yard.lives(trained=False)
    unasked = yard.lives(registered=False, fit=None, trained=False)
    page = desk.open(ConditionsPage, places.CONDITIONS)
    told = dict(zip(page.panel.model.ids, texts(page.panel.table, "state"), strict=True))
    assert told == {ready: "không thiếu gì", untrained: "huấn luyện", unasked: "đăng ký, sức khỏe, huấn luyện"}
    page.panel.table.select_ids((ready, untrained, unasked))
    assert (page.registrations.isVisible(), page.trainings.isVisible(), page.many.isVisible()) == (
        False,
        False,
        True,
    )
    assert page.counts.text() == (
        "Đang chọn 3 người: đã đăng ký 2/3, đủ sức khỏe 2/3, đã huấn luyện 1/3; không thiếu gì 1/3."
    )
    assert dict(zip(page.many.model.ids, texts(page.many.table, "state"), strict=True)) == told
    page.panel.table.select_ids((untrained, unasked))
    page.train_many()
    asked = desk.dialog(page, FormDialog)
    type_into(asked, trainer_name="Le Van An")
    keep(asked)
    assert yard.sql("SELECT count(*) FROM safety_training WHERE valid_until = '2028-02-01'") == [(2,)]
    page.panel.table.select_ids((unasked,))
    page.registrations.run("labour.register")
    keep(desk.dialog(page, FormDialog))
    ((signed, day),) = yard.sql(
        "SELECT signed_name, registered_on FROM labour_registration WHERE resident_id = ?", unasked
    )
    assert (bool(signed), day) == (True, "2027-02-01")


def test_the_keyboard_comes_back_to_the_card_a_dialog_was_opened_from(desk: Desk) -> None:
    """Saving makes the list read anew whose row the cards are about."""
    one = desk.yard.lives()
    page = desk.open(ConditionsPage, places.CONDITIONS)
    page.panel.table.select_ids((one,))
    page.trainings.table.setFocus()
    page.trainings.run("labour.record_training")
    asked = desk.dialog(page, FormDialog)
    type_into(asked, trainer_name="Le Van An")
    keep(asked)
    assert desk.returns(page, page.trainings.table)
    teams = desk.open(TeamsPage, places.TEAMS)
    teams.teams.table.select_ids((desk.yard.team,))
    other = desk.yard.person(adult(4))
    desk.yard.admit(resident_id=other)
    teams.members.table.setFocus()
    teams.members.run("labour.join_team")
    asked = desk.dialog(teams, FormDialog)
    asked.form.fields["resident_id"].set_value(other)
    keep(asked)
    assert desk.returns(teams, teams.members.table)


def test_the_sheet_of_a_day_and_the_safety_book_come_on_paper(desk: Desk) -> None:
    yard = desk.yard
    one = yard.lives()
    yard.works(one, 6)
    desk.open(LabourSheetPage, places.SHEET, f"{yard.team} {DAY.isoformat()}").print_sheet()
    page = desk.open(ConditionsPage, places.CONDITIONS)
    page.print_book()
    asked = desk.dialog(page, FormDialog)
    type_into(asked, first="01/09/2026", last="30/09/2026")
    keep(asked)
    assert "Từ 01/09/2026 đến 30/09/2026" in (desk.papers[-1].below or "")
    assert [paper.title for paper in desk.papers] == [
        "PHIẾU CHẤM CÔNG LAO ĐỘNG TRỊ LIỆU", "SỔ HUẤN LUYỆN AN TOÀN, VỆ SINH LAO ĐỘNG",
    ]  # fmt: skip


def test_tools_go_out_and_the_count_closes_only_when_what_is_missing_is_explained(desk: Desk) -> None:
    yard = desk.yard
    tool = yard.write(add_tool, ToolFacts("K", "Kéo", 5, is_dangerous=True), by=LABOUR)
    page = desk.open(ToolsPage, places.TOOLS)
    page.hand_out()
    asked = desk.dialog(page, FormDialog)
    asked.form.fields["team_id"].set_value(yard.team)
    type_into(asked, officer_name="Le Van An", **{tool: "3"})
    keep(asked)
    assert yard.sql("SELECT taken, returned FROM tool_count") == [(3, None)]
    page.counts.begin()
    page.counts.run("labour.take_back_tools")
    asked = desk.dialog(page, FormDialog)
    type_into(asked, returned="2")
    keep(asked)
    assert "Thiếu 1 chiếc" in asked.form.fields["missing_note"].message()
    type_into(asked, missing_note="bao lanh dao", officer_name="Le Van An")
    keep(asked)
    assert yard.sql("SELECT returned, missing_note FROM tool_count") == [(2, "bao lanh dao")]


def test_the_tab_tells_what_is_missing_and_the_days(desk: Desk, qtbot: QtBot) -> None:
    yard = desk.yard
    one = yard.lives()
    yard.works(one, 6)
    pane = LabourPane(desk.context(), one)
    qtbot.addWidget(pane)
    pane.show()
    assert [(row.held_on, row.minutes) for row in pane.days.rows] == [(DAY, 360)]
    assert len(pane.registrations.model.ids) == len(pane.trainings.model.ids) == 1
