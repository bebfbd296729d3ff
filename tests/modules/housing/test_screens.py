"""Capacity, closures, teams and needs at the screens: one facility for all, each test in rooms of its own."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facility_app.documents.payload import Grid, Points
from facility_app.kernel.actor import Role
from facility_app.modules.housing.domain.findings import Finding
from facility_app.modules.housing.domain.needs import NeedKind
from facility_app.modules.housing.domain.roll import RollScope
from facility_app.modules.housing.domain.rules import RULES
from facility_app.modules.housing.papers import board_paper, shift_paper
from facility_app.modules.housing.queries.house import list_rooms
from facility_app.modules.housing.queries.needs import list_needs
from facility_app.modules.housing.queries.roll import list_rolls
from facility_app.modules.housing.service.needs import EndNeed, RequirePlacement, end_need, require_placement
from facility_app.modules.housing.service.roll import CloseRoll, OpenRoll, close_roll, open_roll
from facility_app.modules.housing.ui import place_forms, places
from facility_app.modules.housing.ui.board_page import BoardPage
from facility_app.modules.housing.ui.drag import Drag
from facility_app.modules.housing.ui.places_page import PlacesPage
from facility_app.modules.housing.ui.refusal import FindingList
from facility_app.modules.housing.ui.roll_page import RollsPage
from facility_app.modules.housing.ui.teams_page import TeamsPage
from facility_app.modules.housing.ui.words import finding_line
from facility_app.ui.dialogs import CountersignDialog, FormDialog, ReasonDialog
from facility_app.ui.dialogs.frame import DialogFrame
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import PushButton
from tests.helpers.facility import Facility
from tests.helpers.screens import texts
from tests.modules.housing.conftest import copied
from tests.modules.housing.desk import Desk, dialog, dialogs
from tests.modules.housing.home import KEEPERS, Home
from tests.modules.housing.test_following import member
from tests.modules.stays.house import NOW

BUILDERS = (*KEEPERS, Role.ADMIN, Role.DOCTOR)


@pytest.fixture(scope="module")
def shared(home_pattern: Facility, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """One facility for this file."""
    yield from copied(home_pattern, tmp_path_factory.mktemp("screens") / "facility")


@pytest.fixture
def desk(shared: Home, dressed: Theme, qtbot: QtBot) -> Desk:
    """Somebody who may build, place and ask for a room."""
    return Desk(shared, dressed, qtbot, BUILDERS)


def room_of(home: Home, bed: str) -> str:
    """The room a bed stands in."""
    ((room_id,),) = home.sql("SELECT room_id FROM housing_bed WHERE id = ?", home.bed(bed))
    return str(room_id)


def at_room(desk: Desk, bed: str) -> PlacesPage:
    """The page of places with the room of that bed chosen, and the bed."""
    page = desk.open(PlacesPage, places.PLACES)
    room_id = room_of(desk.home, bed)
    (row,) = [one for one in desk.home.read(list_rooms) if one.room_id == room_id]
    page.zones.select_when_here(row.zone_id)
    page.buildings.select_when_here(row.building_id)
    page.rooms.select_when_here(room_id)
    page.beds.select_when_here(desk.home.bed(bed))
    return page


def capacity_of(home: Home, bed: str) -> tuple[int, int]:
    """Working and certified capacity of a bed's room."""
    room_id = room_of(home, bed)
    (row,) = [one for one in home.read(list_rooms) if one.room_id == room_id]
    return row.working, row.certified


def told(over: DialogFrame) -> str:
    """Everything a dialog says."""
    return " ".join(one.text() for one in over.findChildren(QLabel))


def test_a_capacity_is_changed_by_two_people_and_by_nobody_alone(desk: Desk) -> None:
    bed = "F-N1-P1-01"
    page = at_room(desk, bed)
    page.change_capacity()
    asking = dialog(page, FormDialog)
    for name, typed in (("certified", "6"), ("working", "3"), ("reason", "sửa mái")):
        asking.form.fields[name].set_typed(typed)
    asking.form.submit()
    assert capacity_of(desk.home, bed) == (4, 4), "the second person has not agreed yet"
    signing = dialog(page, CountersignDialog)
    assert "đang dùng 3" in told(signing)
    desk.second_signs(page)
    assert capacity_of(desk.home, bed) == (3, 6)
    ((agreed_by,),) = desk.home.sql(
        "SELECT agreed_by FROM capacity_change WHERE room_id = ?", room_of(desk.home, bed)
    )
    assert agreed_by == desk.home.second_id


def test_a_capacity_below_the_people_there_is_refused_before_anybody_is_asked_to_agree(desk: Desk) -> None:
    home, bed = desk.home, "T-N1-P1-01"
    one, other = home.lives(), home.lives()
    for person, label in ((one, bed), (other, "T-N1-P1-02")):
        home.place(person, label, reason="hết chỗ", countersign=home.agreed("housing.place_resident"))
    page = at_room(desk, bed)
    page.change_capacity()
    asking = dialog(page, FormDialog)
    asking.form.fields["working"].set_typed("1")
    asking.form.fields["reason"].set_typed("sửa nhà")
    asking.form.submit()
    (refused,) = dialogs(page, DialogFrame)
    assert refused.objectName() == "refused_deed"
    assert "đang có 2 người, nhiều hơn 1" in told(refused)
    assert capacity_of(home, bed) == (4, 4)


def test_a_room_with_people_in_it_is_not_closed_and_the_way_on_leads_to_the_board(desk: Desk) -> None:
    home, bed = desk.home, "A-N1-P1-01"
    one = home.lives()
    home.place(one, bed)
    page = at_room(desk, bed)
    for close in (page.close_room, page.close_bed):
        close()
        dialog(page, ReasonDialog).given.emit("sửa nhà vệ sinh")
        dialog(page, ReasonDialog).reject()
        (refused,) = dialogs(page, DialogFrame)
        assert home.code(one) in told(refused)
        assert "Hãy chuyển họ sang giường khác" in told(refused)
        button = refused.findChild(PushButton, "board_button")
        assert button is not None
        button.click()
        assert desk.screen.gone[-1] == Route(places.BOARD)
    assert home.sql("SELECT count(*) FROM place_closure WHERE room_id = ?", room_of(home, bed)) == [(0,)]


def test_an_empty_room_is_closed_and_opened_again_by_two_people(desk: Desk) -> None:
    bed = "V-N1-P1-01"
    page = at_room(desk, bed)
    page.close_room()
    dialog(page, ReasonDialog).given.emit("thay giường")
    desk.second_signs(page)
    assert page.rooms.row().closed_reason == "thay giường"
    assert texts(page.beds.table, "state") == ["cả phòng đóng"] * 2
    assert page._why_room_shut() is not None
    page.reopen_room()
    reasons = [one for one in dialogs(page, ReasonDialog) if "Mở lại" in one.windowTitle()]
    reasons[0].given.emit("đã thay xong")
    desk.second_signs(page)
    assert page.rooms.row().closed_reason is None
    assert texts(page.beds.table, "state") == ["đang dùng"] * 2
    assert [tone for _, tone in desk.screen.said if tone.value == "danger"] == []


def test_new_beds_stand_in_the_room_chosen_and_in_no_other(desk: Desk) -> None:
    page = at_room(desk, "M-N1-P1-01")
    page.beds.run("housing.add_beds")
    asking = dialog(page, FormDialog)
    asking.form.fields["count"].set_typed("2")
    asking.form.submit()
    assert [row[-2:] for row in texts(page.beds.table, "label")] == ["01", "02", "03", "04", "05", "06"]
    page.chosen.room = ""
    page.beds.run("housing.add_beds")
    asking = dialog(page, FormDialog)
    asking.form.fields["count"].set_typed("1")
    asking.form.submit()
    assert dialogs(page, FormDialog) == [asking], "no room, no beds"


def test_a_team_needs_an_officer_and_is_not_dissolved_with_people_in_it(desk: Desk) -> None:
    home = desk.home
    page = desk.open(TeamsPage, places.TEAMS)
    page.teams.run("housing.add_team")
    asking = dialog(page, FormDialog)
    asking.form.fields["code"].set_typed("T1")
    asking.form.fields["name"].set_typed("Tổ một")
    asking.form.submit()
    assert dialogs(page, FormDialog) == [asking], "no officer, no team"
    assert home.sql("SELECT count(*) FROM team") == [(0,)]
    asking.form.fields["officer_id"].set_value(member(home))
    asking.form.submit()
    row = page.teams.row()
    assert (row.code, row.officer) == ("T1", "Lê Văn Cán")
    one = home.lives()
    page.members.run("housing.join_team")
    joining = dialog(page, FormDialog)
    joining.form.fields["resident_id"].set_value(one)
    joining.form.submit()
    assert page.members.row().code == home.code(one)
    page.teams.run("housing.void_team")
    dialog(page, ReasonDialog).given.emit("sắp xếp lại")
    assert "còn người. Hãy chuyển họ sang tổ khác trước" in desk.screen.said[-1][0]
    assert home.sql("SELECT count(*) FROM team WHERE voided_at IS NULL") == [(1,)]


def test_the_board_says_what_a_place_must_be_and_never_why(desk: Desk) -> None:
    home, bed = desk.home, "I-N1-P1-01"
    one = home.lives()
    asked = RequirePlacement(one, NeedKind.INFECTION_ROOM, cohort="A")
    need = home.write(require_placement, asked, by=(Role.DOCTOR,))
    home.place(one, bed)
    page = desk.open(BoardPage, places.BOARD, one)
    said = [label.text() for label in page.side.bed.facts.findChildren(QLabel)]
    assert "Cần phòng cách ly, nhóm A" in said
    page.hand.take(one)
    assert page.side.ranking.facts.text().endswith("Cần phòng cách ly, nhóm A")
    (row,) = home.read(list_needs, one)
    assert {name for name in row.__slots__ if "reason" in name or "diagn" in name} == set()
    home.write(end_need, EndNeed(need.need_id, need.version, "khỏi"), by=(Role.DOCTOR,))


def test_the_legend_says_what_the_colours_mean_for_whoever_is_in_hand(desk: Desk) -> None:
    one = desk.home.lives()
    page = desk.open(BoardPage, places.BOARD)
    assert shown(page) == ["có người", "trống", "giữ chỗ", "tạm đóng", "hết sức chứa"]
    page.hand.take(one)
    assert shown(page) == ["xếp được", "cần người thứ hai", "không xếp được"]
    page.hand.put_down()
    assert "có người" in shown(page)


def shown(page: BoardPage) -> list[str]:
    """What the legend says now."""
    return [one.text() for one in page.legend.findChildren(QLabel) if one.isVisible()]


def test_a_bed_dragged_by_the_mouse_is_refused_by_the_same_rules_as_by_keys(desk: Desk) -> None:
    home = desk.home
    one = home.lives()
    home.place(one, "A-N1-P2-01")
    page = desk.open(BoardPage, places.BOARD)
    drag(page, "A-N1-P2-01", "A-N1-P2-02")
    assert home.sleeps()[one] == "A-N1-P2-02"
    drag(page, "A-N1-P2-02", "I-N1-P1-03")
    (findings,) = page.findChildren(FindingList)
    assert "Luật PCMT 2025 Đ46.2h" in findings.accessibleName()
    assert home.sleeps()[one] == "A-N1-P2-02"


def drag(page: BoardPage, start: str, end: str) -> None:
    """Carry whoever lies in one bed to another with the mouse."""
    view, model = page.board, page.board.beds
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    at = [view.visualRect(model.index(model.place_of(page_bed(page, bed)) or 0)).center() for bed in (start, end)]
    QTest.mousePress(port, left, pos=at[0])
    QTest.mouseMove(port, at[0] + QPoint(QApplication.startDragDistance() + 1, 0))
    QTest.mouseMove(port, at[1])
    QTest.mouseRelease(port, left, pos=at[1])


def page_bed(page: BoardPage, label: str) -> str:
    """A bed of the board by its label."""
    (found,) = [bed.bed_id for bed, _ in page.board.beds.beds if bed.label == label]
    return found


def test_a_drag_begins_only_when_the_mouse_went_far_enough_from_somebodys_bed(qapp: QApplication) -> None:
    far, near = QPoint(QApplication.startDragDistance(), 0), QPoint(1, 0)
    one = Drag()
    one.press(None)
    assert one.began_at(far) is None
    one.press(QPoint(0, 0))
    assert one.began_at(near) is None
    assert one.end() is None
    one.press(QPoint(0, 0))
    assert one.began_at(far) == QPoint(0, 0)
    assert one.began_at(far) is None, "it runs already"
    assert (one.comes_to(4), one.comes_to(4), one.comes_to(7)) == (True, False, True)
    assert one.end() == 7
    assert not one.comes_to(5)


def test_what_can_be_said_only_once_is_not_asked_again(desk: Desk) -> None:
    context = desk.screen.context()
    for form, once in (
        (place_forms.zone_form, {"parent_id"}),
        (place_forms.building_form, {"zone_id"}),
        (place_forms.room_form, {"building_id", "beds", "certified", "working"}),
    ):
        new, old = set(form(context, is_new=True).fields), set(form(context, is_new=False).fields)
        assert new - old == once


def test_a_shift_begins_at_an_hour_typed_as_people_write_it(desk: Desk) -> None:
    page = desk.open(RollsPage, places.ROLL)
    page.hand_over()
    asking = dialog(page, FormDialog)
    assert asking.form.fields["hour"].typed() == "06:00"
    asking.form.fields["hour"].set_typed("25h")
    asking.form.submit()
    assert dialogs(page, FormDialog) == [asking], "no such hour"
    asking.form.fields["hour"].set_typed("5h30")
    asking.form.submit()
    assert dialogs(page, FormDialog) == []


def test_the_day_of_the_board_is_walked_by_arrow_keys(desk: Desk, qtbot: QtBot) -> None:
    page = desk.open(BoardPage, places.BOARD)
    desk.press(page.days.slider, Qt.Key.Key_Left, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: page.days.day is not None)
    assert page.days.day == page._today() - timedelta(days=2)
    desk.press(page.days.slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: page.days.day is None)
    assert page.main_actions()[0].why_not() is None


def test_the_board_on_paper_says_who_lies_where_and_names_the_free_beds_in_one_go(shared: Home) -> None:
    one = shared.lives()
    shared.place(one, "Y-N1-P1-02", reason="đã hỏi y tế", countersign=shared.agreed("housing.place_resident"))
    cells = [cell for block in shared.read(board_paper).blocks for cell in cells_of(block)]
    (said,) = [cell for cell in cells if shared.code(one) in cell]
    assert said.startswith("02:\N{NO-BREAK SPACE}")
    assert said.endswith("; trống: 01")


def test_a_hand_over_names_the_rolls_that_still_run(shared: Home) -> None:
    shared.lives()
    made = shared.write(open_roll, OpenRoll(RollScope.ALL), by=KEEPERS)
    points = [block for block in shared.read(shift_paper, NOW).blocks if isinstance(block, Points)]
    assert [block.texts for block in points] == [("Toàn cơ sở – 01/02/2027 09:00",)]
    roll = next(roll for roll in shared.read(list_rolls) if roll.roll_id == made.roll_id)
    shared.write(close_roll, CloseRoll(roll.roll_id, roll.version, rest_is_present=True), by=KEEPERS)
    assert [block for block in shared.read(shift_paper, NOW).blocks if isinstance(block, Points)] == []


def cells_of(block: object) -> list[str]:
    """Every cell of a table; nothing of anything else."""
    return [cell for row in block.rows for cell in row] if isinstance(block, Grid) else []


def test_every_rule_is_shown_with_the_article_it_rests_on() -> None:
    words = dict.fromkeys(("person", "room", "sex", "other", "roommate", "alone", "kind", "have", "least"), "x")
    words |= dict.fromkeys(("working", "bed", "reason"), "x")
    for rule in RULES.values():
        article = rule.article or "QCVN"
        assert finding_line(Finding(rule, article, words)).endswith(f"Căn cứ: {article}.")
